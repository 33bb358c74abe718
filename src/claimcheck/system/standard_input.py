"""Standard input, read within a bound, so that Ctrl-C is heard while it is still coming."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from io import BufferedReader

# Python hears a signal between two pieces, and not while it waits for a large one to be whole.
_PIECE: Final = 1 << 16


def read_standard_input(most: int) -> bytes:
    """Return the bytes of standard input, and no more than so many of them."""
    stream = cast("BufferedReader", sys.stdin.buffer)
    pieces, left = [], most
    while left and (piece := stream.read1(min(left, _PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
