"""`claimcheck watch`: a check now, and one after every save."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]


@pytest.fixture
def dossier(tmp_path: Path, run: Run) -> Path:
    assert run("init", tmp_path / "dossier").status == 0
    return tmp_path / "dossier"


@pytest.fixture
def watching(dossier: Path) -> Iterator[subprocess.Popen[str]]:
    """Watch a dossier, and end the watcher.

    Where tests run in the background, Ctrl-C is ignored, and so it is by what they start.
    """
    watcher = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "watch", "-C", str(dossier)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - at once
    )
    yield watcher
    if watcher.poll() is None:
        watcher.kill()
    watcher.wait()
    if watcher.stdout is not None:
        watcher.stdout.close()


def next_answer(watcher: subprocess.Popen[str]) -> str:
    """Return all that is said until it waits for the next save."""
    assert watcher.stdout is not None
    lines: list[str] = []
    for line in watcher.stdout:
        if line.startswith("watching "):
            break
        lines.append(line)
    return "".join(lines)


def test_every_save_is_followed_by_a_check(watching: subprocess.Popen[str], dossier: Path) -> None:
    assert "1 source: no findings; 0 unchecked" in next_answer(watching)
    claim = dossier / "claims" / "example.yaml"
    text = claim.read_text()
    claim.write_text(text.replace("the lamp of", "the light of"))
    assert "error[quote-altered]" in next_answer(watching)
    (dossier / "notes.txt").write_text("no part of the dossier")
    (dossier / "claimcheck.toml").write_text("clams = 1\n")
    assert "error: claimcheck.toml: unknown key 'clams'" in next_answer(watching)


def test_an_interruption_ends_it_without_a_word(watching: subprocess.Popen[str]) -> None:
    next_answer(watching)
    watching.send_signal(signal.SIGINT)
    rest, _none = watching.communicate()
    assert rest == ""
    assert watching.returncode == 130
