"""Subtitles and transcripts (SubRip, WebVTT): one line a cue, with its time before it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimcheck.documents.charset import decode
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = (".srt", ".vtt")
MEDIA_TYPES = ("text/vtt", "application/x-subrip")
DISTRIBUTION = ""
EXTRA = ""
MAGIC = (b"WEBVTT", b"\xef\xbb\xbfWEBVTT")
_HEAD: Final = re.compile(r"\ufeff?WEBVTT[ \t]+(?:[-–—:][ \t]*)?(?!Kind:)(\S[^\r\n]*)")
_TIME: Final = r"(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,:]\d{1,3})?"
_ARROW: Final = re.compile(rf"\s*({_TIME})\s*(?:[-–—]+>|→)(?:\s*({_TIME}))?")
_PARTS: Final = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,3}))?")
_COMMENT: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>]*)>")
_TAG: Final = re.compile(r"</?[A-Za-z0-9][^<>]*>|<[\d:.]+>|\{\\[^{}]*\}|</>")
# Players of SubRip show what they do not know as a tag: "ages <5 and >3", <name@elm.example>.
_SUBRIP_TAG: Final = re.compile(
    r"</?(?:[biuscvpa]|em|strong|strike|del|ins|font|span|div|center|lang|ruby|r[btp]|br|h[1-6]|"
    r"su[bp]|small|big|tt|code|pre)(?:[\s./:][^<>]*)?>|<[\d:.]+>|\{\\[^{}]*\}|</>",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SIGN_OF_ASS: Final = re.compile(r"(?<!:)\\[Nh]")  # an end of line, a blank that does not break
_READING: Final = re.compile(r"<rt(?:\.[^<>]*)?>(.*?)(?:</rt>|(?=</ruby>)|$)")  # how a word is read
_NUMBER: Final = re.compile(r"\s*\d+\s*")
_ROLLING: Final = 3  # so many cues, at least one of them repeats rows of the one before
_AT_ONCE: Final = 500  # milliseconds after a cue in which one that rolls on begins


@dataclass(slots=True)
class _Cue:
    """A cue.

    Attributes:
        begin: when it begins, in milliseconds.
        end: when it ends; None where that cannot be read.
        rows: its rows as they are written.
    """

    begin: int
    end: int | None = None
    rows: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The speech in a cue.

    Attributes:
        begin: when it begins, in milliseconds.
        rows: who says it (with `<v Anna>`) and the words, row by row.
        repeated: how many rows at its beginning are those at the end of the cue before, which it
            follows at once.
    """

    begin: int
    rows: list[tuple[str, str]]
    repeated: int


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the cues in order; who speaks (`<v Anna>`) stands before the words when it changes.

    A line with an arrow between two times begins a cue, wherever it stands, and all lines up to the
    next one are the cue's: players differ about empty lines, and nothing is dropped. A cue that
    ends as it begins is seen by nobody, and left out unless half of them are so. Captions that
    roll up show each row two or three times; it stands once here, at the time of its first showing.

    Raises:
        UnreadableError: it holds no cue with a time, or is in another encoding than was said.
    """
    source = decode(data, options.charset)
    is_subrip = not source.text.lstrip("\ufeff").startswith("WEBVTT")
    cues, gaps = _cues(clean(source.text).split("\n"), numbered=is_subrip)
    if not cues:
        raise UnreadableError("it holds no cue with a time, as 00:01:02,500 --> 00:01:04,000")
    seen = [cue for cue in cues if cue.begin != cue.end]
    if len(cues) < 2 * len(seen):  # else its times say nothing
        if unseen := len(cues) - len(seen):
            gaps.append(f"cues that are shown for no time are left out ({unseen:,})")
        cues = seen
    spoken = list(_said_in(cues, _SUBRIP_TAG if is_subrip else _TAG))
    # Captions roll up where a third of the cues begin as the one before them ended.
    rolls = sum(cue.repeated > 0 for cue in spoken) * _ROLLING >= len(spoken) > 1
    lines = []
    speaking = ""
    for cue in spoken:
        words: list[str] = []
        for name, text in cue.rows[cue.repeated if rolls else 0 :]:
            if name and name != speaking:
                words.append(f"{name}:")
                speaking = name
            words.append(text)
        if words:
            lines.append(f"[{_written(cue.begin)}] {' '.join(words)}\n")
    if not lines:
        raise UnreadableError("its cues hold no words")
    # What it is called stands behind the name of the format, or nowhere.
    head = _HEAD.match(source.text)
    metadata = DocumentMetadata(title=_plain(head[1], _TAG) if head else "")
    return Extract("".join(lines), metadata, source.remarks, gaps=(*source.gaps, *gaps))


def _cues(lines: Sequence[str], *, numbered: bool) -> tuple[list[_Cue], list[str]]:
    """Return the cues, and what is wrong with the times of some.

    Args:
        lines: the lines of the file.
        numbered: whether it is a file of SubRip, whose cues have numbers.
    """
    cues: list[_Cue] = []
    gaps: list[str] = []
    is_comment = False
    first = next((number for number, line in enumerate(lines) if _ARROW.match(line)), 0)
    if numbered and any(line.strip() and not _NUMBER.fullmatch(line) for line in lines[:first]):
        gaps.append("what stands before its first cue is not read")
    for number, line in enumerate(lines, 1):
        if (hit := _ARROW.match(line)) or ("-->" in line and cues and not is_comment):
            if cues:
                _drop_identifier(cues[-1].rows, numbered=numbered)
            if hit is None:
                gaps.append(f"the time in line {number} cannot be read: its cue has the one before")
            begin = _milliseconds(hit[1]) if hit else cues[-1].begin
            cues.append(_Cue(begin, _milliseconds(hit[2]) if hit and hit[2] else None))
            is_comment = False
        elif is_comment:
            is_comment = bool(line.strip())
        elif cues and _COMMENT.match(line) and not (cues[-1].rows or [""])[-1].strip():
            is_comment = True
        elif cues:
            cues[-1].rows.append(line)
    return cues, gaps


def _drop_identifier(rows: list[str], *, numbered: bool) -> None:
    """Take out what names the next cue: the line directly above its times.

    Args:
        rows: the rows of the cue before.
        numbered: whether it is a file of SubRip, whose cues have numbers.
    """
    if not rows or not rows[-1].strip():
        return
    stands_apart = len(rows) > 1 and not rows[-2].strip()
    is_number = bool(_NUMBER.fullmatch(rows[-1]))
    if (stands_apart and (is_number or not numbered)) or (is_number and numbered):
        rows.pop()


def _said_in(cues: Sequence[_Cue], tags: re.Pattern[str]) -> Iterator[_Spoken]:
    """Go through the cues that hold words."""
    before: _Spoken | None = None
    end: int | None = None
    for cue in cues:
        rows = list(_rows(cue.rows, tags))
        if not rows:
            continue
        follows = end is None or cue.begin <= end + _AT_ONCE
        repeated = _repeated(before.rows, rows) if before is not None and follows else 0
        before = _Spoken(cue.begin, rows, repeated)
        end = cue.end
        yield before


def _rows(rows: Sequence[str], tags: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Go through the speech in a cue: the speaker's name, where it is given, and the words."""
    for row in rows:
        reached, name = 0, ""
        for voice in _VOICE.finditer(row):
            if text := _plain(row[reached : voice.start()], tags):
                yield name, text
            reached, name = voice.end(), _plain(voice[1], tags)
        if text := _plain(row[reached:], tags):
            yield name, text


def _plain(text: str, tags: re.Pattern[str]) -> str:
    if tags is _SUBRIP_TAG and "\\" in text:
        text = _SIGN_OF_ASS.sub(" ", text)
    text = _BREAK.sub(" ", _READING.sub(r"(\1)", text))
    return " ".join(clean(html.unescape(tags.sub("", text))).split())


def _repeated(before: Sequence[tuple[str, str]], rows: Sequence[tuple[str, str]]) -> int:
    """Return how many rows at a cue's beginning are those at the end of the cue before."""
    return next(
        (
            count
            for count in range(min(len(before), len(rows)), 0, -1)
            if list(before[-count:]) == list(rows[:count])
        ),
        0,
    )


def _milliseconds(time: str) -> int:
    """Return a time that is written as `_TIME` in milliseconds."""
    hit = _PARTS.fullmatch(time)
    hours, minutes, seconds, rest = hit.groups() if hit else ("0", "0", "0", "0")
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(f"{rest or '':0<3}")


def _written(time: int) -> str:
    minutes, rest = divmod(time, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
