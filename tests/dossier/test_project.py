"""A project is looked for upward, by either of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier.project import find_project
from claimcheck.model.errors import ProjectError

if TYPE_CHECKING:
    from pathlib import Path

SHARED = "[tool.claimcheck]\nclaims = 'shared'\n"


@pytest.mark.parametrize(
    ("files", "start", "root", "file"),
    [
        ({"claimcheck.toml": ""}, "", "", "claimcheck.toml"),
        ({"pyproject.toml": SHARED}, "a/b", "", "pyproject.toml"),
        ({"claimcheck.toml": "", "pyproject.toml": SHARED}, "a", "", "claimcheck.toml"),
        ({"claimcheck.toml": "", "a/pyproject.toml": SHARED}, "a/b", "a", "pyproject.toml"),
        ({"claimcheck.toml": "", "a/pyproject.toml": "[tool.x]\n"}, "a/b", "", "claimcheck.toml"),
        ({"claimcheck.toml": "", "a/claimcheck.toml": ""}, "a", "a", "claimcheck.toml"),
    ],
)
def test_the_nearest_configuration_upward_is_that_of_the_project(
    tmp_path: Path, files: dict[str, str], start: str, root: str, file: str
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name, content in files.items():
        (tmp_path / name).write_text(content)

    project = find_project(tmp_path / start)

    assert (project.root, project.file) == ((tmp_path / root).resolve(), file)
    assert project.config.claims == ("shared" if file == "pyproject.toml" else "claims")
    assert project.start == (tmp_path / start).resolve()


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    for name, problem in (("file", "is a file, not a folder"), ("none", "there is no such folder")):
        with pytest.raises(ProjectError) as error:
            find_project(tmp_path / name)
        assert error.value.problems == (f"{tmp_path / name}: {problem}",)
        assert error.value.help == "name an existing folder with -C"
