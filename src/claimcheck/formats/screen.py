"""What there is to write on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """What there is to write on: a width in columns, and whether colours show."""

    width: int = 80
    color: bool = False
