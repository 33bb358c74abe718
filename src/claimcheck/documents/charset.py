"""How the characters of a document are encoded: what is declared is used, and must fit."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from claimcheck.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What the web means by these names, which is not what they say (WHATWG Encoding, 4.2).
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_KNOWN = re.compile(
    r"utf-8|cp(?:125[0-8]|866|874|932|949)|iso8859-(?:[2-8]|1[03456])|koi8-[ru]|mac-roman|"
    r"gb18030|big5|euc_jp|iso2022_jp|tis-620"
)
_META = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE
)
_SEARCHED = 4096


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text and the name of the encoding that it was in."""

    text: str
    charset: str


def declared_charset(page: bytes) -> str:
    """Return the charset that a web page declares at its beginning; nothing where it does not."""
    found = _META.search(page[:_SEARCHED])
    return found[1].decode("ascii") if found else ""


def decode(data: bytes, declared: str = "") -> DecodedText:
    """Decode a document: a byte order mark goes before what is declared, then comes UTF-8.

    Raises:
        UnreadableError: the bytes are not in that encoding, or its name is not one that documents
            may have.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return DecodedText(_strictly(data[len(mark) :], name, name), name)
    name = _python_name(declared) if declared else "utf-8"
    return DecodedText(_strictly(data, name, declared or "UTF-8"), name)


def _python_name(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        name = ""
    name = _MEANT.get(name, name)
    if not _KNOWN.fullmatch(name):
        raise UnreadableError(
            f"it declares the charset {declared[:40]!r}, which is not read",
            "save it as UTF-8, or name the right one with --charset",
        )
    return name


def _strictly(data: bytes, name: str, called: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            f"it is not {called}, as it says or as is usual (line {line})",
            "name the right charset with --charset, such as windows-1252",
        ) from None
