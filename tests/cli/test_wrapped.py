"""What is said on standard error breaks between words at a terminal, and nowhere else."""

from __future__ import annotations

import os
import pty
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = ["rules", "quote-altered-by-somebody-who-cannot"]
WORDS = (
    "error: there is no rule 'quote-altered-by-somebody-who-cannot' help: see `claimcheck rules`"
)


@pytest.mark.skipif(not hasattr(pty, "openpty"), reason="there are no such terminals here")
@pytest.mark.parametrize("width", [24, 40])
def test_a_message_breaks_between_words_at_a_terminal(forked: list[str], width: int) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "wb") as terminal:
        environment = {**os.environ, "COLUMNS": str(width)}
        subprocess.run([*forked, *COMMAND], stderr=terminal, env=environment, check=False)
    result = os.read(ours, 10_000).decode().replace("\r\n", "\n")
    os.close(ours)

    lines = result.splitlines()
    assert result.split() == [*WORDS.split()[:5], *result.split()[5:]]
    assert lines[0].startswith("error: there is")
    assert lines[1].startswith("       ")
    assert all(len(line) <= width or " " not in line.strip() for line in lines)


def test_a_message_is_one_line_in_a_pipe(forked: list[str]) -> None:
    environment = {**os.environ, "COLUMNS": "24"}
    result = subprocess.run(
        [*forked, *COMMAND], stderr=subprocess.PIPE, env=environment, check=False
    )

    assert result.stderr.decode().splitlines()[0] == " ".join(WORDS.split()[:6])


@pytest.mark.skipif(not hasattr(pty, "openpty"), reason="there are no such terminals here")
def test_a_command_to_be_typed_can_be_copied_from_a_narrow_terminal(
    forked: list[str], tmp_path: Path
) -> None:
    subprocess.run([*forked, "init", "--bare", str(tmp_path)], check=True, capture_output=True)
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "wb") as terminal:
        environment = {**os.environ, "COLUMNS": "40"}
        command = [
            *forked,
            "-C",
            str(tmp_path),
            "new",
            "The ferry struck the wall.",
            "--id",
            "ferry",
        ]
        subprocess.run(command, stdout=terminal, env=environment, check=True)
    result = os.read(ours, 10_000).decode().replace("\r\n", "\n")
    os.close(ours)

    written, following = result.split("next:\n")
    assert written == "wrote claims/ferry.yaml\n"
    assert max(map(len, following.splitlines())) <= 40
    assert following.replace(" \\\n    ", " ") == (
        "  claimcheck link ferry SOURCE --stance supports --quote '…'\n"
    )
