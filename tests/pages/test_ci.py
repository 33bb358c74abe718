"""What the page on CI shows can be copied: the action, the hook, the script."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from support.pages import blocks
from support.project import ROOT

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


@pytest.mark.skipif(not shutil.which("bash"), reason="the CI scripts are for bash")
def test_the_script_for_ci_leaves_every_report_and_the_gates_status(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", ROOT / "integrations" / "check.sh"],  # noqa: S607 - the one on the path is meant
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PROJECT": str(ROOT / "tests" / "cases" / "no-evidence"),
            "REPORTS": str(tmp_path / "reports"),
            "FORMAT": "github",
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout.startswith("::error file=claims/bridge-popular.yaml,line=1,")
    assert {path.name for path in (tmp_path / "reports").iterdir()} == {
        "claimcheck.sarif",
        "claimcheck.xml",
        "claimcheck.md",
        "claimcheck-codequality.json",
        "claimcheck.json",
    }
    assert "status=1" in (tmp_path / "output").read_text()
    assert "claim 'bridge-popular' cites no source" in (tmp_path / "summary.md").read_text()
