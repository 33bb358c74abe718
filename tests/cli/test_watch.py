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
def dossier(tmp_path: Path, run: Run, request: pytest.FixtureRequest) -> Path:
    root = tmp_path / "dossier"
    assert run("init", root).status == 0
    for name, text in getattr(request, "param", {}).items():
        (root / name).write_text(text)
    return root


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


@pytest.mark.parametrize(
    "dossier",
    [{"claimcheck.toml": 'articles = ["draft.md"]\n', "draft.md": "It was dark.\n"}],
    indirect=True,
)
def test_an_article_beside_the_folders_and_the_baseline_are_watched(
    dossier: Path, watching: subprocess.Popen[str]
) -> None:
    next_answer(watching)
    (dossier / "notes.txt").write_text("no part of the dossier")
    (dossier / "claimcheck-baseline.json").write_text("[]")
    assert "claimcheck-baseline.json" in next_answer(watching)
    (dossier / "claimcheck-baseline.json").unlink()
    assert "1 article: " in next_answer(watching)
    (dossier / "draft.md").write_text("“We shall never be so dark again,” he said.\n")
    assert "article-quote-not-found" in next_answer(watching)


def test_an_interruption_ends_it_without_a_word(watching: subprocess.Popen[str]) -> None:
    next_answer(watching)
    watching.send_signal(signal.SIGINT)
    rest, _none = watching.communicate()
    assert rest == ""
    assert watching.returncode == 130
