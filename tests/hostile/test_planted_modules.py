"""Nothing of a checked folder is ever imported or built, whichever way the gate is run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Write = Callable[[dict[str, str | bytes]], Path]

OTHERS = (
    "pip", "yaml", "typer", "click", "rich", "rapidfuzz", "platformdirs", "snowballstemmer",
    "shellingham", "markdown_it", "pygments", "sitecustomize", "usercustomize", "_distutils_hack",
    "setuptools", "hatchling", "lxml", "trafilatura", "pypdf", "warcio",
)  # fmt: skip
BASH = shutil.which("bash") or ""
pytestmark = pytest.mark.skipif(not BASH, reason="the scripts for CI are for bash")


@pytest.fixture
def trap(write: Write) -> Path:
    """A project beside modules of every name, each of which leaves a file where it is run."""
    spring = "import os\nopen(os.path.dirname(__file__) + '/SPRUNG', 'w').close()\n"
    names = {*sys.stdlib_module_names, *OTHERS}
    backend = '[build-system]\nrequires = []\nbuild-backend = "trap"\nbackend-path = ["."]\n'
    return write(
        {
            **{f"{name}.py": spring for name in names},
            "claimcheck/__init__.py": spring,
            "claimcheck/__main__.py": "",
            "trap.py": spring,
            "trap.pth": "import trap\n",
            "setup.py": spring,
            "pyproject.toml": backend,
            "claims/a.yaml": "claim: A thing.\n",
        }
    )


def answer(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the folder, with this Python and its claimcheck first on the path."""
    here = Path(sys.executable).parent
    return subprocess.run(
        command,
        cwd=folder,
        env={
            **os.environ,
            "PATH": f"{here}{os.pathsep}{os.environ['PATH']}",
            "PIP_NO_INDEX": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def hook() -> Sequence[str]:
    (definition,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return str(definition["entry"]).split()


def action_steps() -> dict[str, str]:
    steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    return {step["name"]: step["run"] for step in steps if "run" in step}


def gitlab_script() -> list[str]:
    job = yaml.safe_load((ROOT / "integrations" / "gitlab.yml").read_text("utf-8"))
    return list(job["claimcheck"]["script"])


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("claimcheck", "check"), id="console script"),
        pytest.param((sys.executable, "-P", "-m", "claimcheck", "check"), id="python -P -m"),
        pytest.param(hook(), id="pre-commit hook"),
        pytest.param((BASH, "-c", gitlab_script()[-1]), id="GitLab job"),
        pytest.param((BASH, "-c", action_steps()["Check"]), id="GitHub action"),
    ],
)
def test_no_way_of_running_the_gate_imports_what_it_checks(
    trap: Path, tmp_path_factory: pytest.TempPathFactory, command: Sequence[str]
) -> None:
    done = answer(
        trap, *command, GITHUB_ACTION_PATH=str(ROOT), CI_MERGE_REQUEST_DIFF_BASE_SHA="",
        REPORTS=str(tmp_path_factory.mktemp("reports")),
    )  # fmt: skip

    # How long reading documents again took is told there, and nothing else.
    assert re.fullmatch(r"(read 0 documents again in \d+\.\d s\n)?", done.stderr)
    assert done.returncode == 1
    assert "claim 'a' cites no source" in done.stdout
    assert not list(trap.rglob("SPRUNG"))


def test_reading_a_document_imports_nothing_from_the_working_folder(trap: Path) -> None:
    page = "<html><title>Bridge</title><p>The bridge reopened on Monday.</p></html>"
    (trap / "page.html").write_text(page)
    (trap / "claimcheck.toml").touch()

    for command in (
        ("source", "add", "page.html", "--id", "page", "--publisher", "Gazette"),
        ("source", "verify", "--re-extract"),
        ("quote", "The bridge reopened on Monday.", "page.html"),
    ):
        done = answer(trap, "claimcheck", *command)
        assert done.returncode == 0, done.stderr

    assert not list(trap.rglob("SPRUNG"))


def test_python_m_imports_no_library_from_the_working_folder(trap: Path) -> None:
    """What Python imports before it begins with us only `-P` can spare it."""
    loaded = subprocess.run(
        [sys.executable, "-P", "-c", "import pkgutil, runpy, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    for name in {*loaded.stdout.split(), "__future__", "_distutils_hack"}:
        trap.joinpath(f"{name}.py").unlink(missing_ok=True)
    shutil.rmtree(trap / "claimcheck")
    done = answer(trap, sys.executable, "-m", "claimcheck", "check")

    assert (done.returncode, done.stderr) == (1, "")
    assert not list(trap.rglob("SPRUNG"))


@pytest.mark.parametrize(
    ("script", "fails_with"),
    [
        pytest.param(action_steps()["Install claimcheck"], "ERROR: ", id="GitHub action"),
        pytest.param("\n".join(gitlab_script()[:-1]), "ERROR: ", id="GitLab job"),
    ],
)
def test_installing_in_ci_imports_nothing_of_the_checkout(
    trap: Path, tmp_path: Path, script: str, fails_with: str
) -> None:
    nowhere = str(tmp_path / "nowhere")
    pytest.importorskip("pip", reason="this environment has no pip")
    done = answer(
        trap, BASH, "-eo", "pipefail", "-c", script,
        GITHUB_ACTION_PATH=nowhere, CLAIMCHECK=nowhere, CI_PROJECT_DIR=str(trap / "elsewhere"),
    )  # fmt: skip

    assert done.returncode == 1
    assert done.stderr.startswith(fails_with), "pip itself did not answer"
    assert not list(trap.rglob("SPRUNG"))


@pytest.mark.parametrize("named", ["", ".", "..", "claimcheck", "{checkout}", "{checkout}/sub"])
def test_the_gitlab_job_installs_nothing_from_the_merge_request(trap: Path, named: str) -> None:
    done = answer(
        trap, BASH, "-eo", "pipefail", "-c", "\n".join(gitlab_script()),
        CLAIMCHECK=named.format(checkout=trap), CI_PROJECT_DIR=str(trap),
    )  # fmt: skip

    assert done.returncode == 2
    assert "CLAIMCHECK" in done.stderr
    assert not list(trap.rglob("SPRUNG"))
