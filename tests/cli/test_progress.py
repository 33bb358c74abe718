"""Signs of life: on a terminal, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SHOWN = """
from claimcheck.cli import progress
with progress.{kind}("reading \\x1b[31m a report"):
    pass
print("done", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal")
@pytest.mark.parametrize("kind", ["show_spinner", "show_line"])
def test_what_takes_long_is_named_on_a_terminal_and_taken_away_again(kind: str) -> None:
    here, there = os.openpty()
    done = subprocess.run(
        [sys.executable, "-c", SHOWN.format(kind=kind)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=there,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
        check=True,
    )
    os.close(there)
    result = os.read(here, 1 << 16).decode()
    os.close(here)

    assert done.stdout == b"done\n"
    assert "reading \\x1b[31m a report …" in result
    # ANSI's order to erase the line comes last.
    assert result.rstrip().endswith("\x1b[2K")


@pytest.mark.parametrize("kind", ["show_spinner", "show_line"])
def test_nothing_is_said_where_no_person_looks(kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOWN.format(kind=kind)], capture_output=True, check=True
    )

    assert (done.stdout, done.stderr) == (b"done\n", b"")
