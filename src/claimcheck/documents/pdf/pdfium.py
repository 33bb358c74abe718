"""PDFium's handles, which have no types, and its way of returning a text."""

from __future__ import annotations

import ctypes
from typing import Any, Final

Library = Any  # the module `pypdfium2.raw`, which only a reader's child process imports
Handle = Any  # what PDFium hands out: a document, a page, its text, an annotation, a font

_LONGEST: Final = 100_000  # bytes of a text


def text_of(function: Any, *what: object) -> str:
    """Return a text that PDFium writes in UTF-16 into the space that it is given.

    Args:
        function: takes what is asked for, the space and its length; returns the length it needs.
        what: its other arguments, which go before those two.
    """
    length = min(function(*what, None, 0), _LONGEST)
    if length <= 2:  # the closing zero
        return ""
    held = (ctypes.c_ushort * (length // 2 + 1))()
    function(*what, held, length)
    return bytes(held)[: length - 2].decode("utf-16-le", "replace")
