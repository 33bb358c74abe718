"""Numbers of things, in words."""

from __future__ import annotations


def count(number: int, singular: str, plural: str = "") -> str:
    """Return `1 item`, `2 items`, `1,200 items`.

    Args:
        number: how many there are.
        singular: what one of them is called.
        plural: what several are called, where that is not the singular with an s.
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
