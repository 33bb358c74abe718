"""The README tells the truth: its commands are run, its tables compared, its links followed."""

from __future__ import annotations

import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, check, load, rules
from claimcheck.dossier import fields
from claimcheck.dossier.claim_file import KEYS as CLAIM_KEYS
from claimcheck.dossier.source_file import KEYS as SOURCE_KEYS
from claimcheck.formats.screen import Screen
from claimcheck.system import plugins
from support.project import ROOT, TODAY, Said

if TYPE_CHECKING:
    from collections.abc import Callable

README = ROOT / "README.md"
PAGES = [README, ROOT / "CONTRIBUTING.md", ROOT / "docs" / "decisions.md", ROOT / "CHANGELOG.md"]
CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)


def test_shown_output_is_todays(
    run: Callable[..., Said], golden: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run every shown command at eighty columns; `--update` rewrites what the README shows."""
    monkeypatch.chdir(ROOT)

    def play(block: re.Match[str]) -> str:
        command = block[0].splitlines()[0]
        said = run(*shlex.split(command.removeprefix("$ claimcheck ")))
        return f"{command}\n{said.out}"

    golden(README, CONSOLE.sub(play, README.read_text("utf-8")))


def test_the_table_of_rules_is_the_rules_own_words(golden: Callable[..., None]) -> None:
    rows = []
    for name in plugins.names(rules):
        module = plugins.module(rules, name)
        severity = "off" if getattr(module, "OFF_BY_DEFAULT", False) else module.SEVERITY
        summary = (inspect.getdoc(module) or "").splitlines()[0].rstrip(".")
        rows.append(f"| `{name}` | {severity} | {summary} |")

    text = README.read_text("utf-8")
    before, header, rest = text.partition("| rule | severity | what it finds |\n|---|---|---|\n")
    after = rest[rest.index("\n\n") :] if not rest.startswith("\n") else rest
    golden(README, before + header + "\n".join(rows) + after)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    named = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    named += re.findall(r"`((?:src|tests|docs|claims|seeds|benchmarks)/[\w./-]*)`", text)

    places = (ROOT, page.parent)
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_the_readme_shows_every_key_of_a_claim_and_of_a_record() -> None:
    text = README.read_text("utf-8")

    for key in (*CLAIM_KEYS, *SOURCE_KEYS):
        assert re.search(rf"^ *(- )?{key}: ", text, re.MULTILINE) or key in {"id", "evidence"}, key
    assert fields.is_id("email-sent-in-error")


def test_nobody_is_told_to_install_somebody_elses_package() -> None:
    for page in PAGES:
        assert not re.search(r"pip3? install claimcheck(?!-cli)\b", page.read_text("utf-8"))


def test_the_shown_comment_on_a_change_is_todays() -> None:
    comment = (ROOT / "tests" / "golden" / "comparison" / "branch.markdown.txt").read_text("utf-8")

    assert f"````markdown\n{comment}````\n" in README.read_text("utf-8")


def test_the_python_that_is_shown_runs_by_itself() -> None:
    shown = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert len(shown) == 2
    for code in shown:
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
        )
        said = re.findall(r"# (\S+ .+)$", code, re.MULTILINE)
        assert not said or done.stdout.splitlines() == said


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


def test_the_examples_in_contributing_do_what_they_say(tmp_path: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rule, view = (
        ModuleType("rule"),
        ModuleType("view"),
    )
    for module, code in zip(
        (rule, view), re.findall(r"```python\n(.*?)```", text, re.DOTALL), strict=True
    ):
        exec(compile(code, module.__name__, "exec"), module.__dict__)  # noqa: S102 - our own page
    for folder in ("claims", "sources"):
        (tmp_path / folder).mkdir()
    (tmp_path / "claimcheck.toml").write_text("")
    (tmp_path / "claims" / "loud.yaml").write_text("claim: THE BRIDGE IS SAFE\n")
    assessment = assess(load(tmp_path), TODAY)

    (finding,) = rule.check_claims(assessment)

    assert finding.message == "claim 'loud' shouts"
    assert view.render(check(assessment), Screen()) == (
        "claims/loud.yaml:1:8\tno-evidence\tclaim 'loud' cites no source\n"
    )
