"""What is given in every test: where the repository is, what day it is, what a command says."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
TODAY = dt.date(2026, 1, 31)


@dataclass(frozen=True, slots=True)
class Said:
    """What a command wrote, and its exit status."""

    status: int
    out: str
    err: str


def standard_input(given: str | bytes) -> io.TextIOWrapper:
    """What stands for standard input in a test."""
    return io.TextIOWrapper(io.BytesIO(given.encode() if isinstance(given, str) else given))
