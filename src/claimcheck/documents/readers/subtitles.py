"""Subtitles and transcripts (SubRip, WebVTT): one line a cue, with its time before it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from itertools import pairwise
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
_ARROW: Final = re.compile(rf"\s*({_TIME})\s*--+>")
_PARTS: Final = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,3}))?")
_COMMENT: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>]*)>")
_TAG: Final = re.compile(r"</?[A-Za-z0-9][^<>]*>|<[\d:.]+>|\{\\[^{}]*\}|</>")
_READING: Final = re.compile(r"<rt(?:\.[^<>]*)?>(.*?)(?:</rt>|(?=</ruby>)|$)")  # how a word is read
_NUMBER: Final = re.compile(r"\s*\d+\s*")
_ROLLING: Final = 3  # so many cues, at least one of them repeats rows of the one before


@dataclass(slots=True)
class _Cue:
    """A cue: when it begins, and its rows as they are written."""

    time: str
    rows: list[str] = field(default_factory=list)


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the cues in order; who speaks (`<v Anna>`) stands before the words when it changes.

    A line with an arrow between two times begins a cue, wherever it stands, and all lines up to the
    next one are the cue's: players differ about empty lines, and nothing is dropped. Captions that
    roll up show each row two or three times; it stands once here, at the time of its first showing.

    Raises:
        UnreadableError: it holds no cue with a time, or is in another encoding than was said.
    """
    source = decode(data, options.charset)
    cues, gaps = _cues(clean(source.text).split("\n"))
    if not cues:
        raise UnreadableError("it holds no cue with a time, as 00:01:02,500 --> 00:01:04,000")
    spoken = [(cue.time, list(_spoken(cue.rows))) for cue in cues]
    if _rolls([rows for _time, rows in spoken]):
        spoken = list(_unrolled(spoken))
    lines = []
    speaking = ""
    for time, rows in spoken:
        words: list[str] = []
        for name, text in rows:
            if name and name != speaking:
                words.append(f"{name}:")
                speaking = name
            words.append(text)
        if words:
            lines.append(f"[{time}] {' '.join(words)}\n")
    if not lines:
        raise UnreadableError("its cues hold no words")
    # What it is called stands behind the name of the format, or nowhere.
    head = _HEAD.match(source.text)
    metadata = DocumentMetadata(title=_plain(head[1]) if head else "")
    return Extract("".join(lines), metadata, source.remarks, gaps=(*source.gaps, *gaps))


def _cues(lines: Sequence[str]) -> tuple[list[_Cue], list[str]]:
    """Return the cues, and what is wrong with the times of some."""
    cues: list[_Cue] = []
    gaps: list[str] = []
    numbered = not lines[0].startswith("WEBVTT")
    is_comment = False
    for number, line in enumerate(lines, 1):
        if (hit := _ARROW.match(line)) or ("-->" in line and cues and not is_comment):
            if cues:
                _drop_identifier(cues[-1].rows, numbered=numbered)
            if hit is None:
                gaps.append(f"the time in line {number} cannot be read: its cue has the one before")
            cues.append(_Cue(_written(hit[1]) if hit else cues[-1].time))
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


def _spoken(rows: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Go through what is said in a cue: the speaker's name, where it is given, and the words."""
    for row in rows:
        reached, name = 0, ""
        for voice in _VOICE.finditer(row):
            if text := _plain(row[reached : voice.start()]):
                yield name, text
            reached, name = voice.end(), _plain(voice[1])
        if text := _plain(row[reached:]):
            yield name, text


def _plain(text: str) -> str:
    text = _READING.sub(r"(\1)", text)
    return " ".join(clean(html.unescape(_TAG.sub("", text))).split())


def _rolls(cues: Sequence[Sequence[tuple[str, str]]]) -> bool:
    """Whether captions roll up: a third of the cues begin as the one before them ended."""
    shown = [rows for rows in cues if rows]
    repeated = sum(bool(_repeated(before, rows)) for before, rows in pairwise(shown))
    return repeated * _ROLLING >= len(shown) > 1


def _unrolled(
    cues: Sequence[tuple[str, list[tuple[str, str]]]],
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    before: list[tuple[str, str]] = []
    for time, rows in cues:
        new = rows[_repeated(before, rows) :]
        if rows:
            before = rows
        if new:
            yield time, new


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


def _written(time: str) -> str:
    hit = _PARTS.fullmatch(time)
    hours, minutes, seconds, rest = hit.groups() if hit else ("0", "0", "0", "0")
    total = int(hours or 0) * 60 + int(minutes)
    return f"{total // 60:02}:{total % 60:02}:{int(seconds):02}.{rest or '':0<3}"
