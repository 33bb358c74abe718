"""Ligatures that a font names letter by letter (`f_f_i`), and signs that Mathematical Pi numbers.

PDFium hands out their codes for letters. Page-setting programs number ligatures below 32, so that
`confidential` comes out with a control character in it; `H11001`, a plus, often lies on the key of
`1`. The names are in the file, in plain objects or packed ones.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLAIN: Final = re.compile(rb"(?<!\d)(\d{1,7}) \d{1,5} obj\b")
_LONGEST_OBJECT: Final = 20_000
_PACKED: Final = re.compile(rb"/ObjStm\b")
_STREAM: Final = re.compile(rb"stream\r?\n")
_COUNT: Final = re.compile(rb"/N\s+(\d{1,6})")
_FIRST: Final = re.compile(rb"/First\s+(\d{1,8})")
_LIGATURE: Final = re.compile(rb"/(?:[A-Za-z](?:_[A-Za-z]){1,3}|H(?:9|11)\d{3})(?=[\s/\]])")
_NAME: Final = re.compile(rb"[A-Za-z](?:_[A-Za-z]){1,3}")
_BASE_FONT: Final = re.compile(rb"/BaseFont\s*/([^\s/\[\]<>(){}%]{1,200})")
_PART: Final = re.compile(r"^[A-Z]{6}\+")
_REFERENCE: Final = re.compile(rb"/Encoding\s+(\d{1,7}) \d{1,5} R")
_DIFFERENCES: Final = re.compile(rb"/Differences\s*\[([^\]]*)\]")
_NAME_OR_NUMBER: Final = re.compile(rb"/([^\s/\[\]<>(){}%]+)|(\d{1,3})")
_MOST_STREAMS: Final = 2000
_MOST_BYTES: Final = 32 << 20  # of packed objects
_LONGEST_HEAD: Final = 2000  # of a stream's dictionary
_FIRST_LETTER: Final = 32  # of all codes that PDFium takes for themselves
_NUMBERED: Final = {
    **dict(enumerate("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", 9001)),
    **dict(enumerate("αβγδεζηθικλμνξοπρσςτυφχψω", 9251)),
    **dict(enumerate("+−×÷=±∓", 11001)),
    11009: "∞", 11011: "∼", 11015: "≈", 11021: "<", 11022: ">", 11032: "′", 11033: "″",
    11034: "°", 11349: "≤", 11350: "≥", 11554: "·",
}  # fmt: skip

Letters = dict[str, dict[int, str]]


def letters_by_font(data: bytes) -> Letters:
    """Return the letters of codes that are ligatures or such signs, by the names of their fonts.

    Args:
        data: the file.

    Returns:
        The letters of each code. A name is without the mark of a part of a font (`ABCDEF+`), which
        PDFium does not tell of every font; codes that fonts of one name give other letters are left
        out.
    """
    if b"/Encrypt" in data:
        return {}
    packed = dict(_packed_objects(data))
    is_named = any(map(_LIGATURE.search, packed.values()))
    if not is_named and not _LIGATURE.search(data):
        return {}
    objects = dict(_plain_objects(data)) | packed
    fonts: dict[str, dict[int, set[str]]] = {}
    for body in objects.values():
        name = _BASE_FONT.search(body)
        if name is None:
            continue
        codes = fonts.setdefault(whole_font(name[1].decode("latin-1")), {})
        for code, letters in _letters(body, objects).items():
            codes.setdefault(code, set()).add(letters)
    return {
        font: {code: min(letters) for code, letters in codes.items() if len(letters) == 1}
        for font, codes in fonts.items()
        if codes
    }


def whole_font(name: str) -> str:
    """Return a font's name without the mark of a part of it: `ABCDEF+`."""
    return _PART.sub("", name)


def _plain_objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Go through the objects of a file that stand in it as they are, with their numbers."""
    for hit in _PLAIN.finditer(data):
        end = data.find(b"endobj", hit.end(), hit.end() + _LONGEST_OBJECT)
        if end >= 0:
            yield int(hit[1]), data[hit.end() : end]


def _packed_objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Go through the objects of a file that stand in packed streams, with their numbers."""
    left = _MOST_BYTES
    for count, hit in enumerate(_PACKED.finditer(data)):
        begin = data.rfind(b" obj", max(0, hit.start() - _LONGEST_HEAD), hit.start())
        start = _STREAM.search(data, hit.end(), hit.end() + _LONGEST_HEAD)
        if count == _MOST_STREAMS or left <= 0:
            return
        if begin < 0 or start is None:
            continue
        head = data[begin : start.start()]
        number, first = _COUNT.search(head), _FIRST.search(head)
        if not (number and first and b"/FlateDecode" in head):
            continue
        try:
            end = data.find(b"endstream", start.end())
            stream = zlib.decompressobj().decompress(data[start.end() : end], left)
        except zlib.error:
            continue
        left -= len(stream)
        yield from _parted(stream, int(first[1]))


def _parted(stream: bytes, first: int) -> Iterator[tuple[int, bytes]]:
    """Part a stream of objects; its head has their numbers and places.

    Args:
        stream: the objects, unpacked.
        first: where the first of them begins.
    """
    head = stream[:first].split()
    if not all(map(bytes.isdigit, head)):
        return
    numbers = [int(number[:9]) for number in head]
    places = [first + place for place in numbers[1::2]]
    for number, start, end in zip(numbers[::2], places, [*places[1:], len(stream)], strict=False):
        yield number, stream[start:end]


def _letters(font: bytes, objects: Mapping[int, bytes]) -> dict[int, str]:
    reference = _REFERENCE.search(font)
    encoding = objects.get(int(reference[1]), b"") if reference else font
    differences = _DIFFERENCES.search(encoding)
    letters: dict[int, str] = {}
    code = 0
    for name, number in _NAME_OR_NUMBER.findall(differences[1]) if differences else ():
        if number:
            code = int(number)
            continue
        if code < _FIRST_LETTER and _NAME.fullmatch(name):
            letters[code] = name.decode("ascii").replace("_", "")
        elif name[:1] == b"H" and name[1:].isdigit() and int(name[1:6]) in _NUMBERED:
            letters[code] = _NUMBERED[int(name[1:6])]
        code += 1
    return letters
