"""A project is read at a commit as it is read from a folder, and git is never led astray."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck import load
from claimcheck.assessment.assess import assess
from claimcheck.assessment.compare import compare_assessments
from claimcheck.dossier.at_commit import dossier_at
from claimcheck.model import Dossier
from claimcheck.model.errors import ProjectError
from claimcheck.system import git as history
from support.project import ROOT, TODAY, CommandResult
from support.repository import ENVIRONMENT, commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

GAZETTE = "The Elm Street bridge reopened on 4 May 2021.\n"
FILES: dict[str, str | bytes] = {
    "claims/bridge.yaml": "claim: The bridge reopened.\nevidence:\n"
    "  - {source: gazette, stance: supports, quote: bridge reopened on 4 May 2021}\n",
    "sources/gazette.yaml": "title: Gazette\nfile: gazette.txt\n",
    "sources/gazette.txt": GAZETTE,
}

# Settings of a repository that git takes for commands.
TRAPS = (
    "filter.trap.smudge", "filter.trap.clean", "filter.trap.process", "diff.trap.textconv",
    "diff.trap.command", "diff.external", "core.fsmonitor", "core.pager", "pager.diff",
    "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy", "credential.helper",
    "core.alternateRefsCommand", "gpg.program", "uploadpack.packObjectsHook", "alias.ls-tree",
    "alias.cat-file", "alias.rev-parse", "alias.merge-base", "merge.trap.driver",
)  # fmt: skip


@pytest.fixture
def root(write: Write) -> Path:
    folder = write(FILES)
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def commit_dossier(root: Path, ref: str = "HEAD") -> Dossier:
    dossier = dossier_at(root, history.resolve(root, ref))
    assert dossier is not None
    return dossier


def test_a_commit_reads_like_the_folder_that_it_holds(root: Path) -> None:
    assert commit_dossier(root) == load(root)


def test_an_old_commit_reads_as_it_was(root: Path) -> None:
    before = load(root)
    (root / "claims" / "bridge.yaml").write_text("claim: The bridge is shut.\n")
    commit(root)

    assert commit_dossier(root, "HEAD~1") == before
    assert commit_dossier(root) == load(root)


def test_this_repositorys_own_commits_can_be_read() -> None:
    try:
        commit_id = history.resolve(ROOT, "HEAD")
    except ProjectError:
        pytest.skip("no git repository: an unpacked archive")
    dossier = dossier_at(ROOT, commit_id)

    assert dossier is not None
    assert dossier.claims
    assert not [pin for source in dossier.sources.values() for pin in source.pins if pin.read_error]


def test_a_project_may_be_in_a_subfolder(tmp_path: Path, run: Run) -> None:
    root = tmp_path / "desk" / "dossier [1]"
    for name, content in {"claimcheck.toml": "", **FILES}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(str(content))
    git(tmp_path, "init", "--quiet")
    (tmp_path / "README").write_text("nothing of it yet\n")
    git(tmp_path, "add", "README")
    git(tmp_path, "commit", "--quiet", "--message", "Before the dossier")
    commit(tmp_path)

    assert commit_dossier(root) == load(root)
    assert dossier_at(root, history.resolve(root, "HEAD~1")) is None
    result = run("diff", "HEAD~1", "-C", root)
    assert result.status == 0
    assert "where there is no project yet" in " ".join(result.out.split())
    assert "This change adds 1 claim; none is as before." in result.out


def test_a_folder_that_git_cannot_keep_is_an_empty_one(write: Write) -> None:
    root = write({})
    git(root, "init", "--quiet")
    commit(root)

    assert commit_dossier(root) == load(root)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_and_submodules_are_refused_like_in_a_folder(root: Path) -> None:
    (root / "claims" / "linked.yaml").symlink_to("bridge.yaml")
    (root / "claims" / "inner").symlink_to("../sources")
    (root / "sources" / "gazette.txt").unlink()
    (root / "sources" / "gazette.txt").symlink_to("/etc/passwd")
    commit(root)
    module = f"160000,{git(root, 'rev-parse', 'HEAD')},claims/module"
    git(root, "update-index", "--add", "--cacheinfo", module)
    git(root, "commit", "--quiet", "--message", "A submodule")

    dossier = commit_dossier(root)

    assert {flaw.place.path: flaw.message for flaw in dossier.flaws} == {
        "claims/inner": "this is not read: it is a symbolic link",
        "claims/linked.yaml": "this is not read: it is a symbolic link",
        "claims/module": "this is not read: it is a submodule",
        "sources/gazette.txt": "this is not read: it is a symbolic link",
    }
    assert [pin.read_error for pin in dossier.sources["gazette"].pins] == ["it is a symbolic link"]


def test_a_file_that_is_too_large_is_refused_and_the_next_is_still_read(root: Path) -> None:
    (root / "claims" / "a-large.yaml").write_bytes(b"#" * (5 << 20))
    commit(root)

    assert commit_dossier(root) == load(root)
    assert [flaw.place.path for flaw in commit_dossier(root).flaws] == ["claims/a-large.yaml"]


def test_a_name_that_is_not_utf_8_is_a_flaw_and_no_failure(root: Path) -> None:
    blob = git(root, "hash-object", "-w", "claims/bridge.yaml")
    listing = f"100644 blob {blob}\t".encode() + b"b\xff.yaml\0"
    claims = subprocess.run(
        ["git", "-C", str(root), "mktree", "-z"],  # noqa: S607 - the git that the tests use
        input=listing,
        capture_output=True,
        check=True,
    ).stdout.decode()
    sources = git(root, "rev-parse", "HEAD:sources")
    config = git(root, "rev-parse", "HEAD:claimcheck.toml")
    tree_entries = (
        f"040000 tree {claims.strip()}\tclaims\n040000 tree {sources}\tsources\n"
        f"100644 blob {config}\tclaimcheck.toml\n"
    )
    tree = subprocess.run(
        ["git", "-C", str(root), "mktree"],  # noqa: S607 - the git that the tests use
        input=tree_entries.encode(),
        capture_output=True,
        check=True,
    ).stdout.decode()
    commit_id = git(root, "commit-tree", tree.strip(), "-m", "An odd name")

    dossier = commit_dossier(root, commit_id)

    assert dossier.claims == ()
    assert len(dossier.flaws) == 1


@pytest.mark.parametrize(
    "ref", ["nowhere", "--help", "-x", "", "a b", "HEAD\nHEAD", "^HEAD", "HEAD..HEAD", "\x1b[31m"]
)
def test_a_name_that_is_no_commit_is_exit_status_2(root: Path, run: Run, ref: str) -> None:
    result = run("diff", "-C", root, "--", ref)

    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("error: there is no commit '")
    assert "\x1b" not in result.err


@pytest.mark.parametrize("ref", ["origin/main", "origin/main~0", "origin/main^{commit}"])
def test_a_name_of_two_commits_is_refused(root: Path, run: Run, ref: str) -> None:
    """Whoever checks out a branch of a stranger's by its name may have `origin/main` twice."""
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    (root / "claims" / "bridge.yaml").write_text("claim: The bridge fell.\n")
    commit(root)
    assert run("check", "-C", root, "--base", ref).status == 1
    git(root, "branch", "origin/main")

    answer = run("check", "-C", root, "--base", ref)

    assert answer.status == 2
    assert "'origin/main' stands for several commits" in answer.err
    assert "refs/heads/origin/main, refs/remotes/origin/main" in answer.err
    assert run("check", "-C", root, "--base", "refs/remotes/origin/main").status == 1


def test_a_branch_that_is_called_like_a_commit_is_refused(root: Path) -> None:
    first = history.resolve(root, "HEAD")
    assert history.resolve(root, first[:8]) == first
    (root / "claims" / "bridge.yaml").write_text("claim: The bridge fell.\n")
    commit(root)
    git(root, "branch", first[:8])

    with pytest.raises(ProjectError, match="stands for several commits"):
        history.resolve(root, first[:8])


def test_several_names_of_one_commit_are_one(root: Path) -> None:
    git(root, "branch", "v1")
    git(root, "tag", "v1")

    assert history.resolve(root, "v1") == history.resolve(root, "HEAD")


def test_a_file_is_no_commit(root: Path) -> None:
    with pytest.raises(ProjectError, match=r"there is no commit 'HEAD:claimcheck\.toml'"):
        history.resolve(root, "HEAD:claimcheck.toml")


def test_a_folder_without_git_is_explained(write: Write, run: Run) -> None:
    root = write(FILES)

    result = run("diff", "main", "-C", root)

    assert result.status == 2
    assert "is in no git repository" in result.err


def test_a_machine_without_git_is_explained(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f".{os.pathsep}{root / 'claims'}")

    result = run("diff", "main", "-C", root)

    assert result.status == 2
    assert result.err.startswith("error: there is no git on the search path\n")


def test_a_shallow_clone_says_so(root: Path, tmp_path: Path) -> None:
    git(root, "branch", "old")
    commit(root, "Later")
    shallow = tmp_path / "shallow"
    git(root, "clone", "--quiet", "--depth=1", f"file://{root}", str(shallow))

    with pytest.raises(ProjectError, match="which is shallow") as error:
        history.resolve(shallow, "HEAD~1")
    assert "fetch-depth: 0" in error.value.help


def test_a_shallow_clone_in_which_two_lines_do_not_meet_says_so(root: Path, tmp_path: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "change")
    commit(root, "On the branch")
    git(root, "checkout", "--quiet", "main")
    commit(root, "On main")
    shallow = tmp_path / "shallow"
    git(root, "clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{root}", str(shallow))

    with pytest.raises(ProjectError, match="the clone is shallow") as error:
        history.merge_base(shallow, "origin/change")
    assert "git fetch --unshallow" in error.value.help


def test_lines_without_a_common_commit_are_explained(root: Path) -> None:
    git(root, "checkout", "--quiet", "--orphan", "other")
    commit(root, "Another beginning")

    with pytest.raises(ProjectError, match="have no commit in common"):
        history.merge_base(root, "main")


def test_the_merge_base_is_where_the_change_left(root: Path) -> None:
    fork = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "--quiet", "-b", "change")
    commit(root, "On the branch")
    git(root, "checkout", "--quiet", "main")
    commit(root, "On main")

    assert history.merge_base(root, "change") == fork


def test_a_clone_that_lacks_files_does_not_fetch_them(root: Path, tmp_path: Path) -> None:
    git(root, "config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partial"
    git(
        root,
        "clone",
        "--quiet",
        "--no-checkout",
        "--filter=blob:none",
        f"file://{root}",
        str(partial),
    )

    with pytest.raises(ProjectError, match="cannot be read whole from this clone"):
        dossier_at(partial, history.resolve(partial, "HEAD"))


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
def test_nothing_that_a_repository_names_is_run(root: Path, tmp_path: Path, run: Run) -> None:
    trap, mark = tmp_path / "trap.sh", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n")
    trap.chmod(0o755)
    (root / ".gitattributes").write_text("* filter=trap diff=trap\n")
    commit(root)
    for key in TRAPS:
        git(root, "config", key, f"!{trap}" if key.startswith("alias.") else str(trap))
    git(root, "config", "core.hooksPath", str(tmp_path))
    (tmp_path / "post-index-change").symlink_to(trap)

    assert commit_dossier(root).claims
    for arguments in (
        ("diff", "HEAD"), ("check", "--base", "HEAD"), ("pin", "gazette"), ("check",),
        ("diff", "HEAD", "--merge-base"),
    ):  # fmt: skip
        assert run("-C", root, *arguments).status in {0, 1}
    assert not mark.exists()


@pytest.mark.parametrize("content", ["gitdir: ../elsewhere\n", "gitdir: /dev/zero\n", "\0", ""])
def test_a_git_file_that_leads_nowhere_is_exit_status_2(
    write: Write, run: Run, content: str
) -> None:
    root = write({"claims/a.yaml": "claim: So it is.\n", ".git": content})

    result = run("-C", root, "diff", "HEAD")

    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("error: ")


def test_a_folder_that_poses_as_a_repository_is_not_taken_for_one(tmp_path: Path) -> None:
    """A stranger's change may hold a folder with HEAD, objects and a config of its own."""
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    inner = tmp_path / "dossier"
    git(tmp_path, "clone", "--quiet", "--bare", str(tmp_path), str(inner))

    with pytest.raises(ProjectError, match="bare repository"):
        history.resolve(inner, "HEAD")


def test_replaced_objects_are_not_believed(root: Path) -> None:
    honest = git(root, "rev-parse", "HEAD:sources/gazette.txt")
    (root / "forged.txt").write_text("The Elm Street bridge is shut.\n")
    forged = git(root, "hash-object", "-w", "forged.txt")
    git(root, "replace", honest, forged)

    assert commit_dossier(root).sources["gazette"].text == GAZETTE


def test_the_users_git_variables_do_not_lead_elsewhere(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")

    assert commit_dossier(root) == load(root)


def test_any_two_commits_of_this_repository_can_be_compared() -> None:
    try:
        history.resolve(ROOT, "HEAD")
    except ProjectError:
        pytest.skip("no git repository: an unpacked archive")
    listed = git(ROOT, "rev-list", "--max-count=400", "HEAD").splitlines()
    commits = [commit_id for commit_id in listed[:1] + listed[-3:] if commit_id]
    dossiers = [dossier_at(ROOT, commit_id) or Dossier(load(ROOT).config) for commit_id in commits]
    last = assess(dossiers[0], TODAY)

    for dossier in dossiers:
        compared = compare_assessments(assess(dossier, dt.date(2026, 1, 31)), last)
        assert len(compared.added) - len(compared.removed) == len(last.claims) - len(dossier.claims)


@pytest.mark.parametrize(
    ("seconds", "day"),
    [(0, "1970-01-01"), (1_600_000_000, "2020-09-13"), (999_999_999_999, "9999-12-31")],
)
def test_a_commit_of_whatever_time_has_a_day(
    write: Write, monkeypatch: pytest.MonkeyPatch, seconds: int, day: str
) -> None:
    folder = write(FILES)
    git(folder, "init", "--quiet")
    monkeypatch.setitem(ENVIRONMENT, "GIT_COMMITTER_DATE", f"@{seconds} +0000")
    commit(folder)

    (summary,) = history.log(folder, ["claims"], 2)

    assert (str(summary.day), summary.time[:10]) == (day, day)
