"""Bytes that begin with a word on what they hold: JSON, its length before it, then anything."""

from __future__ import annotations

import json
from typing import Any

_LENGTH_OF_A_LENGTH = 8


def packed(head: object, *parts: bytes) -> bytes:
    """Return the JSON of `head`, with its length, and the parts behind it."""
    header = json.dumps(head, separators=(",", ":")).encode("ascii")
    return b"".join((len(header).to_bytes(_LENGTH_OF_A_LENGTH, "big"), header, *parts))


def unpacked(data: bytes | memoryview) -> tuple[Any, memoryview]:
    """Return the head of what `packed` made, and all that lies behind it.

    Raises:
        ValueError: the bytes do not begin in this way.
    """
    view = memoryview(data)
    end = _LENGTH_OF_A_LENGTH + int.from_bytes(view[:_LENGTH_OF_A_LENGTH], "big")
    try:
        return json.loads(bytes(view[_LENGTH_OF_A_LENGTH:end])), view[end:]
    except (ValueError, RecursionError):
        raise ValueError("its head cannot be read") from None
