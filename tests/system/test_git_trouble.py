"""What git answers when something is wrong with it: told in words, and never waited for."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck.model.errors import ProjectError
from claimcheck.system import git as history
from claimcheck.system.plain_files import MissingError, RefusedError
from support.repository import commit, git

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
GIT = shutil.which("git")
INCOMPLETE = r"^commit [0-9a-f]{12} cannot be read whole from this clone"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    (folder / "claims").mkdir(parents=True)
    (folder / "claims" / "a.yaml").write_text("claim: So it is.\n")
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def pretend(folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, script: str) -> None:
    """Put a git on the search path that answers one command by a script, and others truly."""
    program = folder / "bin" / "git"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\ncase " $* " in *" {command} "*) {script};; esac\nexec {GIT} "$@"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


@pytest.mark.parametrize(
    "answer",
    [
        "exit 0",
        "read id; printf '%s missing\\n' $id; exit 0",
        "read id; printf '%s blob\\n' $id; exit 0",
        "read id; printf '%s blob many\\n' $id; exit 0",
        "read id; printf '%s tree 3\\nabc\\n' $id; exit 0",
        "read id; printf '%s blob 99\\nabc' $id; exit 0",
    ],
)
def test_a_git_that_hands_out_half_of_a_file_is_an_error(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    commit_id = history.resolve(root, "HEAD")
    pretend(tmp_path, monkeypatch, "cat-file", answer)

    with history.open_commit(root, commit_id) as tree, pytest.raises(ProjectError) as error:
        tree.read("claims/a.yaml")

    assert str(error.value) == f"commit {commit_id[:12]} cannot be read whole from this clone"
    assert error.value.help.startswith("fetch what it lacks")


def test_a_git_that_cannot_list_files_is_an_error(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit_id = history.resolve(root, "HEAD")
    pretend(tmp_path, monkeypatch, "ls-tree", "echo 'fatal: not a tree' >&2; echo more >&2; exit 1")

    with pytest.raises(ProjectError, match=f"{INCOMPLETE}: not a tree$"):
        history.open_commit(root, commit_id).__enter__()


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("fatal: not a git repository (or any of the parent)", "{} is in no git repository"),
        ("fatal: detected dubious ownership in it", "git does not read {}, which belongs to "),
        ("fatal: bad config line 1", "git cannot read {}: bad config line 1"),
        ("", "git cannot read {}: "),
    ],
)
def test_why_git_cannot_read_a_folder_is_told(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, message: str
) -> None:
    pretend(tmp_path, monkeypatch, "--show-prefix", f"echo '{answer}' >&2; exit 128")

    with pytest.raises(ProjectError) as error:
        history.is_top(root)

    assert str(error.value).startswith(message.format(root))


def test_a_history_that_cannot_be_read_is_told(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(tmp_path, monkeypatch, "log", "echo 'fatal: damaged' >&2; exit 128")

    with pytest.raises(ProjectError, match=r"^git cannot read the history of .*: damaged$"):
        history.log(root, ["claims"], 5)


@pytest.mark.parametrize("answer", ["echo main; exit 0", "echo; exit 0", "exit 1"])
def test_what_git_calls_a_commit_must_look_like_one(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    pretend(tmp_path, monkeypatch, "merge-base", answer)
    with pytest.raises(ProjectError, match="have no commit in common"):
        history.merge_base(root, "main")


@pytest.mark.parametrize(
    "name", ["", "HEAD\0", "HEAD\n", "\ud800", "HEAD^{tree}", "HEAD HEAD", "^HEAD"]
)
def test_what_is_no_name_of_a_commit_is_none(root: Path, name: str) -> None:
    with pytest.raises(ProjectError, match=r"^there is no commit .* in this repository$"):
        history.resolve(root, name)


def test_commits_are_listed_newest_first_as_far_as_asked_for(root: Path) -> None:
    (root / "other.txt").write_text("elsewhere")
    commit(root, "Elsewhere")
    (root / "claims" / "b.yaml").write_text("claim: More.\n")
    last = commit(root, "Öffne die Brücke\n\nWith a reason.")

    newest, first = history.log(root, ["claims", "none"], 5)

    assert newest == history.CommitSummary(
        last, "2026-01-31T12:00:00Z", dt.date(2026, 1, 31), "Öffne die Brücke"
    )
    assert first.subject == "A change"
    assert history.log(root, ["claims"], 1) == [newest]
    assert history.log(root, ["none"], 5) == []


def test_a_repository_without_commits_has_no_history(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")

    assert history.log(tmp_path, ["claims"], 5) == []


def test_the_uppermost_folder_of_a_repository_is_told(root: Path) -> None:
    inner = root / "claims" / "d" / "e"
    inner.mkdir(parents=True)

    assert history.is_top(root)
    assert not history.is_top(root / "claims")
    assert {history.top(folder) for folder in (root, root / "claims", inner)} == {root.resolve()}


def test_objects_follow_one_another_whatever_their_size(root: Path) -> None:
    large = bytes(range(256)) * 1200  # more than two pieces
    (root / "large").write_bytes(large)
    (root / "empty").write_bytes(b"")
    (root / "tool").write_text("x")
    (root / "tool").chmod(0o755)
    commit_id = commit(root)

    with history.open_commit(root, commit_id) as tree:
        assert tree.read("large", len(large)).data == large
        assert tree.read("empty").data == b""
        for path, limit in (("large", len(large) - 1), ("tool", 0)):
            with pytest.raises(RefusedError, match=f"^it is larger than {limit:,} bytes$"):
                tree.read(path, limit)
        assert tree.read("tool").data == b"x"
        assert tree.read("claims/a.yaml").data == b"claim: So it is.\n"
        assert tree.digest("large") == tree.read("large", len(large)).sha256


def test_a_folder_that_came_later_than_a_commit_is_empty(root: Path) -> None:
    (root / "later").mkdir()

    with history.open_commit(root / "later", history.resolve(root, "HEAD")) as tree:
        assert tree.files == {}
        for ask in (tree.read, tree.digest):
            with pytest.raises(MissingError, match=r"^there is no such file$"):
                ask("a.yaml")
