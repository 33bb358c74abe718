"""Every rule has a case: a tiny dossier, and the exact words that claimcheck says about it."""

from __future__ import annotations

import inspect
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, check, load, rules
from claimcheck.assessment.features import IS_PRESENT, Feature
from claimcheck.documents.draft import read_draft
from claimcheck.dossier import baseline_file
from claimcheck.formats.findings import terminal
from claimcheck.formats.screen import Screen
from claimcheck.gate.check import check_project
from claimcheck.gate.report import in_order
from claimcheck.gate.request import Request
from claimcheck.gate.runner import run_claim_rules, run_dossier_rules, severities
from claimcheck.model import Severity, TextComparison
from claimcheck.system import plugins
from claimcheck.system.folder import Folder
from support.project import ROOT, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck import Assessment, Dossier, Report
    from claimcheck.model import Flaw

CASES = ROOT / "tests" / "cases"
RULES = plugins.names(rules)
HEADINGS = ("Why:", "Mend:", "Example:")


def given_in(case: Path) -> Dossier:
    """Load a case: its dossier, its baseline, and the dossier in `base/` that it changes.

    In `comparisons.txt` stands how texts that were taken out of their documents again differ.
    """
    if not case.is_dir():
        pytest.fail(
            f"rule {case.name} has no case: write the smallest dossier in which it finds something "
            f"into tests/cases/{case.name}/ (docs/how-to/add-a-rule.md)",
            pytrace=False,
        )
    base = load(case / "base") if (case / "base").is_dir() else None
    written = case / "comparisons.txt"
    lines = written.read_text().splitlines() if written.exists() else []
    pairs = [line.partition(": ") for line in lines]
    return replace(
        load(case),
        base=base,
        baseline=baseline_file.read_baseline(Folder(case)),
        comparisons={source: TextComparison(problem) for source, _, problem in pairs},
    )


@pytest.mark.parametrize("rule", RULES)
def test_rule_says_exactly_this(rule: str, golden: Callable[[Path, str], None]) -> None:
    report = _report_on(CASES / rule)

    assert not report.failures
    golden(CASES / rule / "expected.txt", terminal.render(report, Screen(80)))
    assert rule in {finding.rule for finding in report.findings}


@cache
def _report_on(case: Path) -> Report:
    """Check a case; one with articles as a project, since they are read besides the dossier."""
    dossier = given_in(case)
    if not dossier.config.articles:
        return check(assess(dossier, TODAY))
    levels = severities(dossier.config)
    request = Request(TODAY, levels, keep_claims=True, read_article=read_draft)
    return check_project(Folder(case), dossier.config, request)[0]


def test_every_case_belongs_to_a_rule() -> None:
    ownerless = {path.name for path in CASES.iterdir()} - set(RULES)

    assert not ownerless, f"no file in src/claimcheck/rules is named for these: {ownerless}"


@pytest.mark.parametrize("rule", RULES)
def test_rule_keeps_the_contract(rule: str) -> None:
    module = plugins.module(rules, rule)
    page = inspect.getdoc(module) or ""

    assert isinstance(module.SEVERITY, Severity)
    functions = ("check", "check_claims", "check_articles")
    looks = any(hasattr(module, function) for function in functions)
    assert looks != hasattr(module, "check_findings")
    assert isinstance(getattr(module, "FEATURE", None), Feature | None)
    assert [line for line in page.splitlines() if line in HEADINGS] == list(HEADINGS)


@pytest.mark.parametrize("place", [*(CASES / rule for rule in RULES), ROOT], ids=str)
def test_a_rule_about_a_feature_finds_nothing_where_it_is_lacking(place: Path) -> None:
    """So nothing is lost where such a rule is not asked."""
    assessment = assess(given_in(place), TODAY)
    lacking = {feature for feature in Feature if not IS_PRESENT[feature](assessment)}

    for rule in RULES:
        module = plugins.module(rules, rule)
        if getattr(module, "FEATURE", None) in lacking:
            functions = [getattr(module, name, None) for name in ("check", "check_claims")]
            assert not [function for function in functions if function and [*function(assessment)]]


@pytest.mark.parametrize("place", [*(CASES / rule for rule in RULES), ROOT], ids=str)
def test_what_is_found_in_a_claim_does_not_depend_on_the_others(place: Path) -> None:
    assessment = assess(given_in(place), TODAY)
    levels = severities(assessment.dossier.config)

    all_at_once = run_claim_rules(assessment, levels)
    one_by_one = [
        run_claim_rules(
            assess(replace(assessment.dossier, claims=(claim,), flaws=flaws), TODAY), levels
        )
        for claim in assessment.dossier.claims
        for flaws in [_flaws_of(claim.id, assessment)]
    ]
    flaws_in_no_claim = tuple(
        flaw for flaw in assessment.dossier.flaws if flaw.claim in _unreadable(assessment)
    )
    without_claims = run_claim_rules(
        assess(replace(assessment.dossier, claims=(), flaws=flaws_in_no_claim), TODAY), levels
    )

    findings = [finding for part in (*one_by_one, without_claims) for finding in part.findings]
    allowed = [finding for part in (*one_by_one, without_claims) for finding in part.allowed]
    assert in_order(findings) == in_order(all_at_once.findings)
    assert in_order(allowed) == in_order(all_at_once.allowed)
    assert all(finding.claim for finding in all_at_once.findings + all_at_once.allowed)


def _flaws_of(claim_id: str, assessment: Assessment) -> tuple[Flaw, ...]:
    flaws = assessment.dossier.flaws
    return tuple(flaw for flaw in flaws if flaw.claim in {claim_id, None})


def _unreadable(assessment: Assessment) -> frozenset[str]:
    return assessment.dossier.claim_ids - {assessed.claim.id for assessed in assessment.claims}


@pytest.mark.parametrize("place", [*(CASES / rule for rule in RULES), ROOT], ids=str)
def test_the_rules_about_a_dossier_need_no_more_of_claims_than_is_counted(place: Path) -> None:
    """But for those that cite a document which is not the one that was pinned."""
    dossier = given_in(place)
    if dossier.base is not None:
        return
    assessment = assess(dossier, TODAY)
    levels = severities(dossier.config)
    changed = {source.id for source in dossier.sources.values() if source.changed}
    citing = tuple(
        assessed
        for assessed in assessment.claims
        if changed & {item.source for item in assessed.claim.evidence}
    )

    counted = run_dossier_rules(replace(assessment, claims=citing), levels)

    assert counted == run_dossier_rules(assessment, levels)


@pytest.mark.parametrize("rule", RULES)
def test_rule_says_one_lower_case_sentence_and_a_remedy(rule: str) -> None:
    report = _report_on(CASES / rule)

    assert report.findings
    for finding in report.findings:
        assert finding.message[0] == finding.message[0].lower()
        assert not finding.message.endswith(".")
        assert "\n" not in finding.message
        assert finding.help
