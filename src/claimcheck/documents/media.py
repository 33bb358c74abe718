"""Pictures, sound and video: documents without a text, told by their first bytes."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import Final

KIND: Final = "media"
_PICTURES: Final = (".gif", ".heic", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp")
_SOUND: Final = (".flac", ".m4a", ".mp3", ".ogg", ".wav")
_VIDEO: Final = (".avi", ".mkv", ".mov", ".mp4", ".webm")
SUFFIXES: Final = (*_PICTURES, *_SOUND, *_VIDEO)
# What a file of a kind begins with, or holds at a place near its beginning.
_BEGINNINGS: Final = {
    ".avi": ((0, b"RIFF"), (8, b"AVI ")),
    ".flac": ((0, b"fLaC"),),
    ".gif": ((0, b"GIF8"),),
    ".heic": ((4, b"ftyp"),),
    ".jpeg": ((0, b"\xff\xd8\xff"),),
    ".jpg": ((0, b"\xff\xd8\xff"),),
    ".m4a": ((4, b"ftyp"),),
    ".mkv": ((0, b"\x1a\x45\xdf\xa3"),),
    ".mov": ((4, b"ftyp"),),
    ".mp4": ((4, b"ftyp"),),
    ".ogg": ((0, b"OggS"),),
    ".png": ((0, b"\x89PNG\r\n\x1a\n"),),
    ".wav": ((0, b"RIFF"), (8, b"WAVE")),
    ".webm": ((0, b"\x1a\x45\xdf\xa3"),),
    ".webp": ((0, b"RIFF"), (8, b"WEBP")),
}
_TIFF: Final = (b"II*\0", b"MM\0*")
# An MP3 begins with tags, or with a frame, whose first eleven bits are set.
_MP3_FRAME: Final = re.compile(rb"\xff[\xe0-\xff]")
_EXIF_DAY: Final = re.compile(rb"((?:19|20)\d\d):(\d\d):(\d\d) \d\d:\d\d:\d\d\0")
_HEAD_BYTES: Final = 256 << 10  # EXIF stands near the beginning


@dataclass(frozen=True, slots=True)
class MediaDescription:
    """The kind of a picture or a recording, by its first bytes.

    Attributes:
        type: the CSL type of such a document.
        remarks: what else its user should know: size, and the day that a camera noted.
    """

    type: str
    remarks: tuple[str, ...]


def problem(suffix: str, data: bytes) -> str:
    """Return why bytes are no file of a kind; "" where they are one.

    Args:
        suffix: the ending of the file's name, one of `SUFFIXES`.
        data: its bytes.
    """
    ending = suffix.lower()
    if ending in {".tif", ".tiff"}:
        fits = data.startswith(_TIFF)
    elif ending == ".mp3":
        fits = data.startswith(b"ID3") or _MP3_FRAME.match(data) is not None
    else:
        fits = all(data[start:].startswith(signs) for start, signs in _BEGINNINGS[ending])
    return "" if fits else f"is no {ending[1:].upper()} file, whatever its name says"


def describe(suffix: str, data: bytes) -> MediaDescription:
    """Say what a picture or a recording is.

    Args:
        suffix: the ending of the file's name, one of `SUFFIXES`.
        data: its bytes.
    """
    ending = suffix.lower()
    if ending not in _PICTURES:
        kind = "motion_picture" if ending in _VIDEO else "song"
        advice = (
            "its words cannot be quoted: add a transcript as a source of its own, "
            "with this one as its origin"
        )
        return MediaDescription(kind, (advice,))
    remarks = ["what is quoted from it is unchecked: nobody compares words with a picture"]
    if size := _size(ending, data):
        remarks.append(f"{size[0]:,} by {size[1]:,} pixels")
    if day := _EXIF_DAY.search(data, 0, _HEAD_BYTES):
        year, month, date = (part.decode() for part in day.groups())
        remarks.append(
            f"the camera noted {year}-{month}-{date}; if it was taken then, "
            f"write issued: {year}-{month}-{date}"
        )
    return MediaDescription("graphic", tuple(remarks))


def _size(ending: str, data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, where the head of the file says them."""
    try:
        if ending == ".png":
            return struct.unpack_from(">II", data, 16)
        if ending == ".gif":
            return struct.unpack_from("<HH", data, 6)
        if ending in {".jpg", ".jpeg"}:
            return _jpeg_size(data)
    except struct.error:
        pass
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < min(len(data), _HEAD_BYTES) and data[at] == 0xFF:  # a marker begins so
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:  # frames
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + max(2, length)
    return None
