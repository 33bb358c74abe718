"""Subtitles and transcripts (SubRip, WebVTT): one line a cue, with its time before it."""

from __future__ import annotations

import html
import re

from claimcheck.documents.charset import decode
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.errors import UnreadableError

SUFFIXES = (".srt", ".vtt")
MEDIA_TYPES = ("text/vtt", "application/x-subrip")
DISTRIBUTION = ""
EXTRA = ""
MAGIC = (b"WEBVTT", b"\xef\xbb\xbfWEBVTT")
_TIMES = re.compile(
    r"^(?:(\d{1,4}):)?(\d\d):(\d\d)[.,](\d{1,3})[ \t]+-->[ \t]+(?:\d{1,4}:)?\d\d:\d\d[.,]\d{1,3}"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^<>]*)>")
_TAG = re.compile(r"</?[A-Za-z0-9][^<>]*>|\{\\[^{}]*\}")


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the cues in order; who speaks (`<v Anna>`) stands before the words when it changes.

    Raises:
        UnreadableError: it holds no cue.
    """
    document = decode(data, options.charset).text
    lines: list[str] = []
    speaker = ""
    for block in re.split(r"\n[ \t]*\n", "\n".join(document.splitlines())):
        rows = block.strip("\n").split("\n")
        timed = (number for number, row in enumerate(rows[:3]) if _TIMES.match(row.strip()))
        number = next(timed, None)
        if number is None:
            continue
        words = " ".join(rows[number + 1 :])
        voice = _VOICE.search(words)
        text = " ".join(html.unescape(_TAG.sub("", _VOICE.sub("", words))).split())
        if not text:
            continue
        name = " ".join(html.unescape(voice[1]).split()) if voice else speaker
        if name and name != speaker:
            text = f"{name}: {text}"
        speaker = name
        lines.append(f"[{_time(rows[number].strip())}] {text}\n")
    if not lines:
        raise UnreadableError("it holds no cue with a time, as 00:01:02,500 --> 00:01:04,000")
    return Extract("".join(lines), DocumentMetadata())


def _time(row: str) -> str:
    times = _TIMES.match(row)
    hours, minutes, seconds, fraction = times.groups() if times else ("0", "00", "00", "0")
    return f"{int(hours or 0):02}:{minutes}:{seconds}.{fraction:0<3}"
