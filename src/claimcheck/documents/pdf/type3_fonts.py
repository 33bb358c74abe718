"""Fonts that a PDF draws by itself (Type 3) and whose letters it names without a map to Unicode.

PDFium takes the numbers of such letters for letters, which is a cipher where a program numbers the
letters of a document as they come (Scribus does). The names are in the file: a map is made of them
and appended to it, as an editor would append a change.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MARK: Final = b"/Type3"
_MOST_FONTS: Final = 200
_LONGEST: Final = 20_000  # bytes of a font's dictionary, or of its encoding's
_OBJECT: Final = re.compile(rb"(?<!\d)(\d{1,7}) (\d{1,5}) obj\b")
_REFERENCE: Final = re.compile(rb"/Encoding\s+(\d{1,7}) \d{1,5} R")
_DIFFERENCES: Final = re.compile(rb"/Differences\s*\[([^\]]*)\]")
_NAME_OR_NUMBER: Final = re.compile(rb"/([^\s/\[\]<>(){}%]+)|(\d{1,3})")
_ROOT: Final = re.compile(rb"/Root\s+\d{1,7} \d{1,5} R")
_SIZE: Final = re.compile(rb"/Size\s+(\d{1,7})")
_START: Final = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF\s*\Z")
_CODES: Final = 256
_NAMES: Final = (
    "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright"
    " asterisk plus comma hyphen period slash zero one two three four five six seven eight nine"
    " colon semicolon less equal greater question at bracketleft backslash bracketright"
    " asciicircum underscore grave braceleft bar braceright asciitilde endash emdash quoteleft"
    " quoteright quotedblleft quotedblright quotesinglbase quotedblbase bullet ellipsis"
    " guillemotleft guillemotright degree section paragraph copyright registered trademark Euro"
    " sterling germandbls ae AE oe OE oslash Oslash dotlessi ff fi fl ffi ffl multiply minus"
    " plusminus periodcentered"
)
_NAMED: Final = " !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~–—‘’“”‚„•…«»°§¶©®™€£ßæÆœŒøØıﬀﬁﬂﬃﬄ×−±·"
_SIGNS: Final = dict(zip(_NAMES.split(), _NAMED, strict=True))
_ACCENTS: Final = {
    "acute": "\u0301", "grave": "\u0300", "circumflex": "\u0302", "dieresis": "\u0308",
    "tilde": "\u0303", "ring": "\u030a", "cedilla": "\u0327", "caron": "\u030c",
    "ogonek": "\u0328", "macron": "\u0304", "breve": "\u0306", "dotaccent": "\u0307",
}  # fmt: skip
_UNICODE: Final = re.compile(r"uni([0-9A-F]{4})")


def with_names_mapped(data: bytes) -> bytes:
    """Return a PDF in which such fonts have a map to Unicode; the PDF itself where none needs one.

    Args:
        data: the file.
    """
    if _MARK not in data or b"/Encrypt" in data or not data.startswith(b"%PDF"):
        return data
    trailer = data[data.rfind(b"trailer") :] if b"trailer" in data else b""
    root, size, start = _ROOT.search(trailer), _SIZE.search(trailer), _START.search(trailer)
    if not (root and size and start):
        return data  # its objects are packed, or it is damaged
    objects = {int(hit[1]): hit for hit in _OBJECT.finditer(data)}
    changed: dict[int, bytes] = {}
    following = max(int(size[1]), *objects) + 1
    for number, body in _fonts(data, objects):
        if letters := _letters(body, data, objects):
            reference = b"<< /ToUnicode %d 0 R " % following
            changed[number] = body.replace(b"<<", reference, 1)
            changed[following] = _map_of(letters)
            following += 1
    if not changed:
        return data
    return data + _appended(changed, len(data), (following, root[0], start[1]))


def _fonts(data: bytes, objects: Mapping[int, re.Match[bytes]]) -> Iterator[tuple[int, bytes]]:
    """Go through the fonts without a map, each with its object's number and what stands in it."""
    count = 0
    for number, hit in objects.items():
        end = data.find(b"endobj", hit.end(), hit.end() + _LONGEST)
        if end < 0 or data.find(_MARK, hit.end(), end) < 0 or int(hit[2]):
            continue
        body = data[hit.end() : end]
        if b"/ToUnicode" not in body and b"stream" not in body:
            yield number, body
            count += 1
        if count == _MOST_FONTS:
            return


def _letters(font: bytes, data: bytes, objects: Mapping[int, re.Match[bytes]]) -> dict[int, str]:
    """Return the letters of a font by their codes; nothing where PDFium has them right.

    Args:
        font: its dictionary.
        data: the file.
        objects: where the objects of the file begin.
    """
    reference = _REFERENCE.search(font)
    encoding = font
    if reference and (hit := objects.get(int(reference[1]))):
        encoding = data[hit.end() : data.find(b"endobj", hit.end(), hit.end() + _LONGEST)]
    differences = _DIFFERENCES.search(encoding)
    if not differences:
        return {}
    letters: dict[int, str] = {}
    code = 0
    for name, number in _NAME_OR_NUMBER.findall(differences[1]):
        if number:
            code = int(number)
            continue
        if code < _CODES and (letter := letter_of(name.decode("latin-1"))):
            letters[code] = letter
        code += 1
    return letters if any(chr(code) != letter for code, letter in letters.items()) else {}


def letter_of(name: str) -> str:
    """Return the letter that a font calls so; "" where the name says nothing."""
    if len(name) == 1:
        return name if name.isalpha() else ""
    if name in _SIGNS:
        return _SIGNS[name]
    if hit := _UNICODE.fullmatch(name):
        return chr(int(hit[1], 16))
    if name[1:] in _ACCENTS:
        letter = unicodedata.normalize("NFC", name[0] + _ACCENTS[name[1:]])
        return letter if len(letter) == 1 else ""
    return ""


def _map_of(letters: Mapping[int, str]) -> bytes:
    """Return a stream that maps codes to letters."""
    rows = "".join(
        f"<{code:02X}> <{letter.encode('utf-16-be').hex().upper()}>\n"
        for code, letter in sorted(letters.items())
    )
    text = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{rows}endbfchar\nendcmap end end\n"
    ).encode("ascii")
    return b" << /Length %d >>\nstream\n%sendstream\n" % (len(text), text)


def _appended(
    objects: Mapping[int, bytes], length: int, trailer: tuple[int, bytes, bytes]
) -> bytes:
    """Return what is to be appended to a file to change some of its objects.

    Args:
        objects: what stands in them, by their numbers.
        length: of the file so far.
        trailer: how many objects it has then, what its root is, and where its last table begins.
    """
    size, root, previous = trailer
    update, table = b"\n", b"xref\n"
    for number, body in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, length + len(update))
        update += b"%d 0 obj%sendobj\n" % (number, body)
    start = length + len(update)
    return (
        update
        + table
        + b"trailer\n<< /Size %d %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, root, previous, start)
    )
