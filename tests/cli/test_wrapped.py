"""What is said on standard error breaks between words at a terminal, and nowhere else."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

COMMAND = [
    sys.executable,
    "-P",
    "-m",
    "claimcheck",
    "rules",
    "quote-altered-by-somebody-who-cannot",
]
WORDS = (
    "error: there is no rule 'quote-altered-by-somebody-who-cannot' help: see `claimcheck rules`"
)


@pytest.mark.skipif(not hasattr(pty, "openpty"), reason="there are no such terminals here")
@pytest.mark.parametrize("width", [24, 40])
def test_a_message_breaks_between_words_at_a_terminal(width: int) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "wb") as terminal:
        environment = {**os.environ, "COLUMNS": str(width)}
        subprocess.run(COMMAND, stderr=terminal, env=environment, check=False)
    said = os.read(ours, 10_000).decode().replace("\r\n", "\n")
    os.close(ours)

    lines = said.splitlines()
    assert said.split() == [*WORDS.split()[:5], *said.split()[5:]]
    assert lines[0].startswith("error: there is")
    assert lines[1].startswith("       ")
    assert all(len(line) <= width or " " not in line.strip() for line in lines)


def test_a_message_is_one_line_in_a_pipe() -> None:
    environment = {**os.environ, "COLUMNS": "24"}
    said = subprocess.run(COMMAND, stderr=subprocess.PIPE, env=environment, check=False)

    assert said.stderr.decode().splitlines()[0] == " ".join(WORDS.split()[:6])
