"""Commands that only look leave no trace: nothing is created, changed or touched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hostile.layout import fingerprint
from hostile.watching import watched
from support.in_turn import ANSWERED
from support.project import BOUND_BY_MODES, ROOT
from support.repository import ENVIRONMENT, commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

_APART = (shutil.which("unshare") or "unshare", "--mount", "sh", "-c")
_MOUNTS = (
    sys.platform == "linux"
    and shutil.which("unshare") is not None
    and not subprocess.run(
        [*_APART, 'mount --bind -o ro "$0" "$0"', str(ROOT)],
        check=False,
        capture_output=True,
    ).returncode
)
# Runs the command lines on standard input; answers with their statuses and what they wrote.
_RUN = f"""{ANSWERED}
for arguments in json.load(sys.stdin):
    answers.append(answered(arguments))
json.dump(answers, out)
out.flush()
"""
# Goes to where a folder is mounted otherwise, as `nsenter` does; for a fork, which imports nothing.
_ENTER = """
import ctypes, os, sys

with open(sys.argv[1]) as namespace:
    assert ctypes.CDLL(None).setns(namespace.fileno(), 0) == 0
os.chdir(sys.argv[2])
try:
    open("x", "w")
except OSError:
    pass
else:
    sys.exit("the folder can be written after all")
"""
COMMANDS = [sys.executable, "-P", "-c", _RUN]
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
    ("mend", "--dry-run"),
    ("quote", "The bridge is open", "sources/gazette.txt"),
    ("article", "sources/gazette.txt"),
    ("article", "sources/gazette.txt", "--format", "html"),
    ("source", "list"),
    ("source", "show", "gazette"),
    ("source", "verify"),
    ("source", "verify", "--format", "json"),
]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    root = tmp_path / "dossier"
    shutil.copytree(ROOT / "tests" / "golden" / "dossier", root)
    return root


@pytest.mark.parametrize("command", LOOKING)
def test_looking_changes_nothing(
    run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(dossier)
    before = fingerprint(dossier)

    with watched(dossier) as seen:
        result = run(*command)

    assert result.status in {0, 1}
    assert seen == []
    assert fingerprint(dossier) == before


@pytest.mark.skipif(BOUND_BY_MODES is None, reason="root may write anywhere")
@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
def test_looking_works_where_nothing_may_be_written(committed: tuple[Path, str]) -> None:
    dossier, first = committed
    everything = [dossier, *dossier.rglob("*")]
    modes = {path: path.stat().st_mode for path in everything}
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = fingerprint(dossier)
    try:
        refused = subprocess.run([*(BOUND_BY_MODES or ()), "touch", dossier / "x"], check=False)
        assert refused.returncode, "the folder can be written after all"
        assert_they_look([*(BOUND_BY_MODES or ()), *COMMANDS], dossier, first)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert {path: about[1:] for path, about in fingerprint(dossier).items()} == {
        path: about[1:] for path, about in before.items()
    }


@pytest.mark.skipif(not _MOUNTS, reason="nobody may mount here")
def test_looking_works_on_a_file_system_that_cannot_be_written(
    forked_program: list[str], committed: tuple[Path, str]
) -> None:
    """A mount binds root, too, and whoever owns the files."""
    dossier, first = committed
    script = 'mount --bind -o ro "$0" "$0" && cd "$0" && ! touch x 2>/dev/null && echo && exec cat'
    with subprocess.Popen(
        [*_APART, script, dossier], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as mounted:
        assert mounted.stdout is not None
        assert mounted.stdout.readline() == b"\n", "the folder can be written after all"
        namespace = f"/proc/{mounted.pid}/ns/mnt"

        assert_they_look([*forked_program, _ENTER + _RUN, namespace, str(dossier)], dossier, first)
        mounted.communicate()


def assert_they_look(whole: list[str], dossier: Path, first: str) -> None:
    """They answer, and say nothing of not being allowed to write."""
    commands = [*LOOKING, ("diff", first), ("log", "bridge-safe"), ("check", "--base", first)]
    done = subprocess.run(
        whole,
        cwd=dossier,
        env={**os.environ, **ENVIRONMENT},
        check=False,
        capture_output=True,
        input=json.dumps([("--no-cache", *arguments) for arguments in commands]).encode(),
    )

    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    assert len(answers) == len(commands)
    for status, out, err in answers:
        assert status in {0, 1}, err
        assert out
        assert "ermission" not in out + err
        assert "ead-only" not in out + err


@pytest.fixture
def committed(dossier: Path) -> tuple[Path, str]:
    """A dossier with two commits, and the first of them."""
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    git(dossier, "init", "--quiet")
    first = commit(dossier)
    (dossier / "claims" / "rumour.yaml").write_text("claim: The bridge is closed again.\n")
    commit(dossier)
    git(dossier, "status")
    return dossier, first


def test_comparing_commits_changes_neither_files_nor_index(
    forked: list[str], committed: tuple[Path, str]
) -> None:
    dossier, first = committed
    before = fingerprint(dossier)

    for arguments in (("diff", first), ("log", "bridge-safe"), ("check", "--base", first)):
        done = subprocess.run(
            [*forked, *arguments],
            cwd=dossier,
            env={**os.environ, **ENVIRONMENT},
            check=False,
            capture_output=True,
        )
        assert done.returncode in {0, 1}, done.stderr

    assert fingerprint(dossier) == before
