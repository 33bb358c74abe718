"""What there is to write on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """What there is to write on.

    Attributes:
        width: its columns.
        color: whether colours show.
        root: the address of the project's folder, where places of files are links to them (OSC 8);
            "" where they are not.
    """

    width: int = 80
    color: bool = False
    root: str = ""
