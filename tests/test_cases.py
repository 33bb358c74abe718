"""Every rule has a case: a tiny dossier, and the exact words that claimcheck says about it."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, baseline, check, discover, load, rules
from claimcheck.format import Screen
from claimcheck.formats import terminal
from claimcheck.opening import Folder
from claimcheck.rule import Severity
from given import ROOT, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck import Dossier

CASES = ROOT / "tests" / "cases"
RULES = discover.names(rules)
HEADINGS = ("Why:", "Mend:", "Example:")


def given_in(case: Path) -> Dossier:
    """Load a case: its dossier, its baseline, and the dossier in `base/` that it changes."""
    base = load(case / "base") if (case / "base").is_dir() else None
    return replace(load(case), base=base, baseline=baseline.read(Folder(case)))


@pytest.mark.parametrize("rule", RULES)
def test_rule_says_exactly_this(rule: str, golden: Callable[[Path, str], None]) -> None:
    report = check(assess(given_in(CASES / rule), TODAY))

    assert not report.failures
    golden(CASES / rule / "expected.txt", terminal.findings(report, Screen(80)))
    assert rule in {finding.rule for finding in report.findings}


def test_every_case_belongs_to_a_rule() -> None:
    assert {path.name for path in CASES.iterdir()} == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_rule_keeps_the_contract(rule: str) -> None:
    module = discover.module(rules, rule)
    page = inspect.getdoc(module) or ""

    assert isinstance(module.SEVERITY, Severity)
    assert hasattr(module, "check") != hasattr(module, "check_findings")
    assert [line for line in page.splitlines() if line in HEADINGS] == list(HEADINGS)


@pytest.mark.parametrize("rule", RULES)
def test_rule_says_one_lower_case_sentence_and_a_remedy(rule: str) -> None:
    report = check(assess(given_in(CASES / rule), TODAY))

    for finding in report.findings:
        assert finding.message[0] == finding.message[0].lower()
        assert not finding.message.endswith(".")
        assert "\n" not in finding.message
