"""Projects as they were at a commit, and which are gone since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier.at_commit import (
    dossier_at,
    errors_name_commit,
    project_at,
    projects_gone,
    root_at,
)
from claimcheck.model.errors import ProjectError
from claimcheck.system.plain_files import RefusedError
from support.repository import commit, git

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    return tmp_path


def write(root: Path, **files: str) -> None:
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_toml", ".toml").replace("_yaml", ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)


def test_the_own_file_goes_before_the_shared_one(root: Path) -> None:
    write(root, pyproject_toml="[tool.claimcheck]\nclaims = 'shared'\n")
    shared = commit(root)
    write(root, claimcheck_toml="claims = 'own'\n")
    own = commit(root)
    write(root, other__pyproject_toml="[tool.other]\n")
    other = commit(root)

    with project_at(root, shared) as first, project_at(root, own) as second:
        assert first is not None
        assert second is not None
        assert (first.config.claims, second.config.claims) == ("shared", "own")
    with project_at(root / "other", other) as none:
        assert none is None
    assert dossier_at(root / "other", other) is None


def test_a_folder_that_git_cannot_keep_is_empty(root: Path) -> None:
    write(root, claimcheck_toml="", claims__a_yaml="claim: So it is.\n")
    with project_at(root, commit(root)) as project:
        assert project is not None
        assert project.tree.entries("sources") == []
        assert [entry.path for entry in project.tree.entries("claims")] == ["claims/a.yaml"]
        assert project.tree.read("claims/a.yaml").data == b"claim: So it is.\n"
        with pytest.raises(RefusedError, match=r"^it is larger than 3 bytes$"):
            project.tree.read("claims/a.yaml", 3)
        with pytest.raises(RefusedError, match=r"^it is not a folder$"):
            project.tree.entries("claims/a.yaml")
        assert project.tree.digest("claims/a.yaml") == project.tree.read("claims/a.yaml").sha256


def test_errors_name_the_commit(root: Path) -> None:
    write(root, claimcheck_toml="clams = 'x'\nsorces = 'y'\n")
    commit_id = commit(root)

    with pytest.raises(ProjectError) as error:
        dossier_at(root, commit_id)

    assert [problem.partition(": ")[0] for problem in error.value.problems] == [
        f"at commit {commit_id[:12]}"
    ] * 2
    assert error.value.help == "compare with a commit whose configuration can be read"
    with pytest.raises(ProjectError) as other, errors_name_commit("c0ffee"):
        raise ProjectError("so it is", help="mend it")
    assert (other.value.problems, other.value.help) == (("at commit c0ffee: so it is",), "mend it")


def test_a_project_is_looked_for_upward_to_the_top(root: Path) -> None:
    write(root, facts__claimcheck_toml="", facts__claims__deep__a_yaml="claim: a\n")
    commit_id = commit(root)

    assert root_at(root / "facts" / "claims" / "deep", commit_id) == root / "facts"
    assert root_at(root / "facts", commit_id) == root / "facts"
    assert root_at(root, commit_id) is None
    (root.parent / "claimcheck.toml").write_text("")
    assert root_at(root, commit_id) is None
    (root.parent / "claimcheck.toml").unlink()


def test_projects_that_are_gone_are_told(root: Path) -> None:
    shared = "[tool.claimcheck]\n"
    other = "[tool.other]\n"
    write(
        root,
        claimcheck_toml="",
        h__other_toml=shared,
        **{f"{each}__claimcheck_toml": "" for each in "adg"},
    )
    for name, content in (("b", shared), ("c", other), ("e", "["), ("f", "tool = 'claimcheck'\n")):
        write(root, **{f"{name}__pyproject_toml": content})
    commit_id = commit(root)
    assert projects_gone(root, commit_id) == []

    for name in ("claimcheck.toml", "a/claimcheck.toml", "c/pyproject.toml", "h/other.toml"):
        (root / name).unlink()
    write(root, b__pyproject_toml=other, e__pyproject_toml=shared)
    (root / "d").rename(root / "moved")
    (root / "d").symlink_to("moved")
    (root / "g" / "claimcheck.toml").unlink()
    (root / "g" / "claimcheck.toml").symlink_to("../moved/claimcheck.toml")

    assert projects_gone(root / "b", commit_id) == ["a", "b", ".", "d", "g"]


def test_a_shared_file_that_only_names_claimcheck_is_no_project(root: Path) -> None:
    names_it = "[tool.uv]\ndev-dependencies = ['claimcheck-cli']\n"
    write(root, a__pyproject_toml=names_it, b__pyproject_toml="[tool.claimcheck]\n")
    commit_id = commit(root)
    write(root, a__pyproject_toml="[tool.uv]\n", b__pyproject_toml=names_it)

    assert projects_gone(root, commit_id) == ["b"]


def test_so_many_shared_files_are_read_and_no_more(root: Path) -> None:
    for number in range(202):
        write(root, **{f"p{number:03}__pyproject_toml": "[tool.claimcheck]\n"})
    commit_id = commit(root)
    for number in range(202):
        (root / f"p{number:03}" / "pyproject.toml").unlink()

    assert projects_gone(root, commit_id) == [f"p{number:03}" for number in range(200)]
