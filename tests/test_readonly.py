"""Commands that only look leave no trace: nothing is created, changed or touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from given import ROOT
from hostile.layout import fingerprint
from hostile.watching import watched
from repository import ENVIRONMENT, commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from given import Said

    Run = Callable[..., Said]

LOOKING: list[tuple[str, ...]] = [
    ("check",),
    ("check", "--strict", "--format", "sarif"),
    ("check", "claims"),
    ("list",),
    ("list", "--format", "csv"),
    ("show", "bridge-safe"),
    ("show", "bridge-safe", "--format", "json"),
    ("rules",),
    ("rules", "quote-altered"),
    ("schema", "findings"),
]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    root = tmp_path / "dossier"
    shutil.copytree(ROOT / "tests" / "shown" / "dossier", root)
    return root


@pytest.mark.parametrize("command", LOOKING)
def test_looking_changes_nothing(
    run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(dossier)
    before = fingerprint(dossier)

    with watched(dossier) as seen:
        said = run(*command)

    assert said.status in {0, 1}
    assert seen == []
    assert fingerprint(dossier) == before


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
@pytest.mark.parametrize("command", LOOKING)
def test_looking_works_where_nothing_may_be_written(
    run: Run, dossier: Path, command: tuple[str, ...]
) -> None:
    everything = [dossier, *dossier.rglob("*")]
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert run(*command[:1], "-C", dossier, *command[1:]).status in {0, 1, 2}
    finally:
        for path in everything:
            path.chmod(0o755)


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_comparing_commits_changes_neither_files_nor_index(dossier: Path) -> None:
    git(dossier, "init", "--quiet")
    first = commit(dossier)
    (dossier / "claims" / "rumour.yaml").write_text("claim: The bridge is closed again.\n")
    commit(dossier)
    git(dossier, "status")
    before = fingerprint(dossier)

    for arguments in (("diff", first), ("check", "--base", first)):
        done = subprocess.run(
            [sys.executable, "-P", "-m", "claimcheck", *arguments],
            cwd=dossier,
            env={**os.environ, **ENVIRONMENT},
            check=False,
            capture_output=True,
        )
        assert done.returncode in {0, 1}, done.stderr

    assert fingerprint(dossier) == before
