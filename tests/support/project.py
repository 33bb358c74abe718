"""What is given in every test: where the repository is, what day it is, what a command says."""

from __future__ import annotations

import datetime as dt
import io
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
# What goes before a command so that modes of files bind it, whoever runs the tests; None where root
# cannot be bound.
_SETPRIV = shutil.which("setpriv")
BOUND_BY_MODES: tuple[str, ...] | None = ()
if hasattr(os, "geteuid") and os.geteuid() == 0:
    _WITHOUT = ("--bounding-set", "-dac_override", "--inh-caps", "-dac_override")
    BOUND_BY_MODES = (_SETPRIV, *_WITHOUT) if _SETPRIV else None
TODAY = dt.date(2026, 1, 31)


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What a command wrote, and its exit status."""

    status: int
    out: str
    err: str


def files_of(root: Path) -> dict[str, str | bytes]:
    """Return every file of a project, by its path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def standard_input(content: str | bytes) -> io.TextIOWrapper:
    """What stands for standard input in a test."""
    return io.TextIOWrapper(io.BytesIO(content.encode() if isinstance(content, str) else content))


def at_terminal(monkeypatch: pytest.MonkeyPatch, typed: str) -> io.StringIO:
    """Let a person type lines at a terminal; return what is asked there."""
    prompts = io.StringIO()
    monkeypatch.setattr("claimcheck.system.terminal.can_ask", lambda: True)
    monkeypatch.setattr(sys, "stdin", standard_input(typed))
    monkeypatch.setattr(sys, "__stderr__", prompts)
    return prompts
