"""How the characters of a document are encoded.

What is declared is used where the bytes fit it. UTF-8 that calls itself something else is UTF-8:
no other text has its sequences by chance. A few stray bytes are marked and told, as browsers do; a
document that is something else is refused, with the charset that fits.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from claimcheck.model.errors import UnreadableError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read where Python's codec of that name knows fewer characters.
_WIDER: Final = {
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "gbk": "gb18030",
    "iso-8859-8-i": "iso8859-8",
    "macintosh": "mac-roman",
    "shift_jis": "cp932",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
}
_SEVERAL_BYTES: Final = frozenset({"big5hkscs", "cp949", "gb18030", "cp932", "euc-jp"})
_NONE: Final = frozenset({"replacement", "x-user-defined"})
_NOT_LIKE_ASCII: Final = ("utf-7", "utf7", "unicode-1-1", "hz", "scsu", "bocu")
_META: Final = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE
)
_XML: Final = re.compile(
    rb"""\A\s{0,100}<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{1,40})["']"""
)
_SEARCHED: Final = 4096
_LAST_OF_ASCII: Final = 0x7F
_TOO_FEW_TO_TELL: Final = 20
_FEW_KINDS: Final = 3
_WESTERN_MARKS: Final = "–—‘’“”„…«»€£§°·©®™\xa0ÄÖÜÉ"
_SPANISH_MARKS: Final = "¡¿"
_LOOKED_AT: Final = 200_000  # bytes in which a charset is guessed
_UNKNOWN: Final = "\ufffd"
_MOST_STRAY: Final = 50
# So many characters must be right for each stray byte.
_RIGHT_IN_UTF_8: Final = 4
_RIGHT_ELSEWHERE: Final = 20
_SURELY_UTF_8: Final = 8  # characters; fewer may be Chinese or Japanese in their own charset


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text and how it was encoded.

    Attributes:
        text: the text.
        charset: the name of its encoding.
        remarks: what its user should know of that.
        gaps: what could not be decoded.
    """

    text: str
    charset: str
    remarks: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()


def declared_charset(page: bytes) -> str:
    """Return the charset that a web page declares at its beginning; nothing where it does not."""
    hit = _META.search(page[:_SEARCHED]) or _XML.match(page[:_SEARCHED])
    return hit[1].decode("ascii") if hit else ""


def charsets() -> frozenset[str]:
    """Return the names of the charsets in which documents are read: those that browsers know."""
    import webencodings

    return frozenset(name for name, codec in webencodings.LABELS.items() if codec not in _NONE)


def decode(data: bytes, declared: str = "") -> DecodedText:
    """Decode a document: a byte order mark goes before what is declared, then comes UTF-8.

    Args:
        data: its bytes.
        declared: the charset that somebody declared for it; "" where nobody did.

    Raises:
        UnreadableError: the bytes are not in that encoding, or its name is not one that documents
            may have.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name, name, _RIGHT_IN_UTF_8)
    name = _python_name(declared, data) if declared else "utf-8"
    called = declared or "UTF-8"
    if name == "utf-8":
        return _marked(data, name, called, _RIGHT_IN_UTF_8)
    if not _is_utf_8(data, name):
        return _marked(data, name, called, _RIGHT_ELSEWHERE)
    read = _marked(data, "utf-8", "UTF-8", _RIGHT_IN_UTF_8)
    remark = f"it is UTF-8, and was read so, though it is said to be {declared[:40]}"
    return DecodedText(read.text, read.charset, (remark,), read.gaps)


def decode_page(page: bytes, charset: str = "") -> DecodedText:
    """Decode a web page: one that declares nothing may be in the charset that browsers suppose.

    Args:
        page: its bytes.
        charset: the charset that was declared outside of it; "" where none was.

    Raises:
        UnreadableError: the bytes are not in the charset that is declared, or not surely Western.
    """
    declared = charset or declared_charset(page)
    try:
        return decode(page, declared)
    except UnreadableError:
        if declared or not _is_western(page):
            raise
    remark = (
        "it declares no charset, and was read as windows-1252, as browsers do: "
        "look whether its words are right"
    )
    return DecodedText(page.decode("cp1252"), "windows-1252", (remark,))


def _python_name(declared: str, data: bytes) -> str:
    """Return the codec for a name that browsers know."""
    import webencodings

    encoding = webencodings.lookup(declared)
    if encoding is None or encoding.name in _NONE:
        is_odd = encoding is None and not declared.lower().startswith(_NOT_LIKE_ASCII)
        if is_odd and not _stray_in_utf_8(data):
            return "utf-8"
        raise UnreadableError(
            f"it declares the charset {declared[:40]!r}, which is not read",
            "save it as UTF-8, or name the right one with --charset",
        )
    if encoding.name.startswith("utf-16") and b"\x00" not in data[:_SEARCHED]:
        return "utf-8"  # a page that could say so in these bytes is in no UTF-16
    if declared.lower().replace("_", "-") in {"utf-16", "unicode", "ucs-2"}:
        return _order_of_bytes(data)
    name: str = encoding.name
    return _WIDER.get(name, name)


def _order_of_bytes(data: bytes) -> str:
    """Return which UTF-16 a text without a mark is in: most texts have some Latin letter or blank.

    Where nothing tells, it is what browsers take it for.
    """
    some = data[:_SEARCHED]
    return "utf-16-be" if some[::2].count(0) > some[1::2].count(0) else "utf-16-le"


def _is_utf_8(data: bytes, name: str) -> bool:
    """Whether bytes that were declared to be something else are UTF-8, stray ones excepted."""
    if data.isascii():
        return False
    text = data.decode("utf-8", "replace")
    stray, right = _counted(data, text)
    if stray * _RIGHT_IN_UTF_8 > right:
        return False
    return right >= _SURELY_UTF_8 or name not in _SEVERAL_BYTES


def _stray_in_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


def _counted(data: bytes, text: str) -> tuple[int, int]:
    """Return how many marks stand for stray bytes, and how many characters beyond ASCII do not."""
    unknown = text.count(_UNKNOWN)
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return unknown - data.count(_UNKNOWN.encode()), beyond - unknown


def _marked(data: bytes, name: str, called: str, share: int) -> DecodedText:
    """Decode bytes; a few that do not fit are marked.

    Args:
        data: the bytes.
        name: the codec.
        called: what a user calls it.
        share: how many characters must be right for each stray byte.
    """
    try:
        return DecodedText(data.decode(name), name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    text = data.decode(name, "replace")
    stray, right = _counted(data, text)
    is_surely = name == "utf-8" and _SURELY_UTF_8 <= right >= stray
    if stray > _MOST_STRAY or (stray * share > right and not is_surely):
        raise UnreadableError(
            f"it is not {called}, as it says or as is usual (line {line})", _advice(data)
        )
    bytes_ = "1 byte of it is" if stray == 1 else f"{stray} bytes of it are"
    return DecodedText(
        text, name, gaps=(f"{bytes_} no {called} (line {line}): {_UNKNOWN} stands there",)
    )


def _advice(data: bytes) -> str:
    """Return what to do: name the charset in which the bytes make sense."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_LOOKED_AT]).best()
    if _is_western(data[:_LOOKED_AT]):
        usual = "cp1252"
    elif best is None:
        return "name the right charset with --charset"
    else:
        fitting = {best.encoding, *best.could_be_from_charset}
        usual = next((name for name in ("utf_8", "cp1252") if name in fitting), best.encoding)
    name = usual.replace("cp125", "windows-125").replace("_", "-")
    return f"it reads well as {name}: try --charset {name}, and look whether the words are right"


def _is_western(data: bytes) -> bool:
    """Whether bytes beyond ASCII make sense in the usual charset, and are too few to tell more.

    A text with both of Spanish's own marks needs no more telling.
    """
    beyond = bytes(byte for byte in data if byte > _LAST_OF_ASCII)
    try:
        letters = beyond.decode("cp1252")
    except UnicodeDecodeError:
        return False
    if all(mark in letters for mark in _SPANISH_MARKS) and "ñ" in letters:
        return True
    if len(beyond) > _TOO_FEW_TO_TELL and len(set(beyond)) > _FEW_KINDS:
        return False
    return all(letter.islower() or letter in _WESTERN_MARKS for letter in letters)
