"""The examples of how to add something do what they say."""

from __future__ import annotations

import re
from types import ModuleType
from typing import TYPE_CHECKING

from claimcheck import assess, check, load
from claimcheck.formats.screen import Screen
from support.project import ROOT, TODAY

if TYPE_CHECKING:
    from pathlib import Path


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
