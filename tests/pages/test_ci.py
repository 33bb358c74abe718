"""What the page on CI shows can be copied: the action, the hook, the script."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
import yaml

from support.pages import blocks
from support.project import ROOT
from support.repository import begin, branch, commit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    InCi = Callable[..., subprocess.CompletedProcess[str]]

CI = (ROOT / "docs" / "guide" / "ci.md").read_text("utf-8")


def test_the_shown_job_gives_the_action_what_it_takes() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (job,) = (block.text for block in blocks(CI, "yaml") if "OWNER/claimcheck@" in block.text)

    given = yaml.safe_load(job)["steps"][-1]["with"]

    assert set(given) <= set(action["inputs"])


def test_the_shown_hook_is_there() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (shown,) = (block.text for block in blocks(CI, "yaml") if "repos:" in block.text)

    (repository,) = yaml.safe_load(shown)["repos"]

    assert {hook["id"] for hook in repository["hooks"]} <= {hook["id"] for hook in hooks}


needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="the CI scripts are for bash")
REPORTS = {
    "claimcheck.sarif",
    "claimcheck.xml",
    "claimcheck.md",
    "claimcheck-codequality.json",
    "claimcheck.json",
}


@pytest.fixture
def check_in_ci(
    forked: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Give what runs the script for CI in a folder."""
    command = tmp_path_factory.mktemp("bin") / "claimcheck"
    command.write_text(f'#!/bin/sh\nexec {shlex.join(forked)} "$@"\n', "utf-8")
    command.chmod(0o755)

    def check(folder: Path, **environment: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", ROOT / "integrations" / "check.sh"],  # noqa: S607 - the one on the path is meant
            cwd=folder,
            env={
                **os.environ,
                "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
                **{name: str(value) for name, value in environment.items()},
            },
            capture_output=True,
            text=True,
            check=False,
        )

    return check


@needs_bash
def test_the_script_for_ci_leaves_every_report_and_the_gates_status(
    check_in_ci: InCi, tmp_path: Path
) -> None:
    done = check_in_ci(
        tmp_path,
        PROJECT=ROOT / "tests" / "cases" / "no-evidence",
        REPORTS=tmp_path / "reports",
        FORMAT="github",
        GITHUB_STEP_SUMMARY=tmp_path / "summary.md",
        GITHUB_OUTPUT=tmp_path / "output",
    )

    assert done.returncode == 1
    assert done.stdout.startswith("::error file=claims/bridge-popular.yaml,line=1,")
    assert {path.name for path in (tmp_path / "reports").iterdir()} == REPORTS
    assert "status=1" in (tmp_path / "output").read_text()
    assert "claim 'bridge-popular' cites no source" in (tmp_path / "summary.md").read_text()


@pytest.fixture
def change(tmp_path: Path) -> Path:
    """A checkout of a branch, with what it must not reach beside it."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "profile").write_text("a user's own file\n", "utf-8")
    checkout = tmp_path / "checkout"
    shutil.copytree(ROOT / "tests" / "cases" / "no-evidence", checkout)
    begin(checkout)
    commit(checkout)
    branch(checkout, "change")
    return checkout


def outside(checkout: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (checkout.parent / "outside").iterdir()}


@needs_bash
def test_the_comment_on_a_large_change_is_cut_between_rows_and_says_what_is_missing(
    check_in_ci: InCi, change: Path
) -> None:
    for number in range(400):
        claim = change / "claims" / f"bridge-{number}.yaml"
        claim.write_text(f"claim: Bridge {number} of Elm was {'very ' * 40}popular.\n")
    commit(change)

    check_in_ci(change, BASE="main", REPORTS=change.parent / "reports")

    comment = (change.parent / "reports" / "claimcheck.md").read_text("utf-8")
    assert len(comment.encode()) < 65_000
    assert comment.endswith("</sub>\n")
    assert re.search(r"^\|  \| … and \d+ more \|  \|$", comment, re.MULTILINE)
    (missing,) = re.findall(
        r"^\*\*(\d+) findings are not shown here in full", comment, re.MULTILINE
    )
    (changes,) = re.findall(r"^(\d+) more changes are not shown here", comment, re.MULTILINE)
    assert 0 < int(missing) < 400
    assert 0 < int(changes) < 400
    assert comment.count("```") % 2 == 0
    assert comment.index("The gate is red") < comment.index("What this change does to the claims")


@needs_bash
def test_the_script_for_ci_writes_through_no_link_and_shows_no_file_that_it_did_not_write(
    check_in_ci: InCi, change: Path
) -> None:
    """Each name that it writes is a link, to a file of its own."""
    own = {name: f"a user's own file, {name}\n" for name in (*REPORTS, "comment.md")}
    (change / "claimcheck-reports").mkdir()
    for name, text in own.items():
        (change.parent / "outside" / name).write_text(text, "utf-8")
        (change / "claimcheck-reports" / name).symlink_to(f"../../outside/{name}")
    commit(change)
    before = outside(change)
    summary = change.parent / "summary.md"
    done = check_in_ci(change, BASE="main", GITHUB_STEP_SUMMARY=summary)

    assert done.returncode == 0, done.stderr
    assert outside(change) == before
    assert "a user's own file" not in summary.read_text("utf-8")
    assert "Nothing changes for any claim" in summary.read_text("utf-8")


@needs_bash
@pytest.mark.parametrize("reports", ["claimcheck-reports", "deep/reports", "{here}/deep/reports"])
def test_the_script_for_ci_takes_no_folder_of_reports_behind_a_link(
    check_in_ci: InCi, change: Path, reports: str
) -> None:
    (change / "claimcheck-reports").symlink_to("../outside")
    (change / "deep").symlink_to("../outside")
    commit(change)
    summary = change.parent / "summary.md"
    done = check_in_ci(
        change, BASE="main", REPORTS=reports.format(here=change), GITHUB_STEP_SUMMARY=summary
    )

    assert done.returncode == 2
    assert "lies behind a symbolic link" in done.stderr
    assert outside(change) == {"profile": "a user's own file\n"}
    assert not summary.exists()


# Stands in for gh: lists many comments as ours, and writes down what else it is asked to do.
GH = """#!/usr/bin/env bash
if [[ " $* " == *" --paginate "* ]]; then
    for number in {1..20000}; do echo "$number"; done
else
    echo "$*" >>"$ASKED"
fi
"""


@needs_bash
def test_the_first_of_several_comments_is_edited(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.md").write_text("No errors.\n")
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    requests = tmp_path / "requests"

    subprocess.run(
        ["bash", ROOT / "integrations" / "comment.sh"],  # noqa: S607 - the one on the path is meant
        env={
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "ASKED": str(requests),
            "GITHUB_REPOSITORY": "owner/name",
            "NUMBER": "7",
            "REPORTS": str(tmp_path),
        },
        check=True,
    )

    (request,) = requests.read_text().splitlines()
    assert "--method PATCH repos/owner/name/issues/comments/1 " in request
