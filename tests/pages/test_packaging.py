"""What is packaged says the same as the project, and runs nothing that can be swapped."""

from __future__ import annotations

import json
import re
import tomllib
from itertools import chain
from typing import TYPE_CHECKING

import pytest
import yaml

from claimcheck import __version__
from support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
# Names that conda-forge spells otherwise.
CONDA = {"brotli": "brotli-python"}


def test_the_conda_recipe_needs_what_the_project_needs() -> None:
    recipe = yaml.safe_load((ROOT / "packaging" / "conda" / "recipe.yaml").read_text("utf-8"))
    needed = set()
    for dependency in PROJECT["dependencies"]:
        name, bounds = re.fullmatch(r"([\w.-]+)(.*)", dependency).groups()  # type: ignore[union-attr]
        name = name.lower().replace("_", "-")
        needed.add(f"{CONDA.get(name, name)} {bounds}")

    assert set(recipe["requirements"]["run"]) == {f"python {PROJECT['requires-python']}", *needed}
    assert recipe["package"]["version"] == __version__


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name)
def test_actions_of_others_are_pinned_by_hash(path: Path) -> None:
    uses = re.findall(r"uses: (\S+)(.*)", path.read_text("utf-8"))

    assert uses
    for action, comment in uses:
        assert action == "./" or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
        assert action == "./" or re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action


def test_a_folder_that_is_opened_does_not_say_which_program_the_extension_starts() -> None:
    package = json.loads((ROOT / "editors" / "vscode" / "package.json").read_text("utf-8"))

    settings = package["contributes"]["configuration"]["properties"]
    assert {setting["scope"] for setting in settings.values()} == {"machine"}
    assert package["capabilities"]["untrustedWorkspaces"]["supported"] is False


LOCKED_EXTRAS = ("bulk", "html", "pdf", "pdf-check", "stamp", "warc")


def test_the_action_installs_only_what_is_locked_by_its_hash() -> None:
    lock = (ROOT / "integrations" / "requirements.txt").read_text("utf-8")
    # One that needs another version on an older Python has two entries.
    locked = re.findall(
        r"^([\w.-]+)==\S+(?: ; [^\\]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+",
        lock,
        re.MULTILINE,
    )
    extras = PROJECT["optional-dependencies"]
    wanted = [*PROJECT["dependencies"], "hatchling", *chain(*(extras[e] for e in LOCKED_EXTRAS))]
    matches = (re.match(r"[\w.-]+", each) for each in wanted)
    names = {re.sub(r"[._]", "-", each[0].lower()) for each in matches if each}
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (install,) = (step["run"] for step in action["runs"]["steps"] if "pip" in step.get("run", ""))
    first, second = install.splitlines()

    assert names - {"claimcheck-cli"} <= set(locked)
    assert len(locked) == len(re.findall(r"^[^ #]", lock, re.MULTILINE))
    assert "://" not in lock
    assert "--require-hashes" in first
    assert "--no-deps --no-build-isolation" in second


def test_workflows_ask_for_no_more_than_they_need() -> None:
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text("utf-8"))
        assert workflow["permissions"] == {"contents": "read"}


def test_every_python_that_is_named_is_tried() -> None:
    ci = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))
    tried = ci["jobs"]["test"]["strategy"]["matrix"]["python"]
    named = [
        classifier.rpartition(" ")[2]
        for classifier in PROJECT["classifiers"]
        if re.search(r":: 3\.\d+$", classifier)
    ]

    assert tried == named


def test_the_citation_file_is_what_such_files_are() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))

    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["license"] == PROJECT["license"]


def test_notes_of_a_release_are_the_changelogs() -> None:
    namespace: dict[str, object] = {
        "__name__": "notes",
        "__file__": str(ROOT / "integrations" / "x"),
    }
    exec((ROOT / "integrations" / "release_notes.py").read_text("utf-8"), namespace)  # noqa: S102 - our own script
    notes = namespace["notes"]
    assert callable(notes)
    changelog = (
        "# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2026-12-01\n\n- New.\n\n## 1.2.30\n\n- Old.\n"
    )

    assert notes(changelog, "1.2.3") == "- New.\n"
    for version in ("1.2.4", "1.2", "Unreleased"):
        with pytest.raises(LookupError):
            notes(changelog, version)
