"""What follows from what: a cause stands alone, and says how many follow."""

from __future__ import annotations

import pytest

from claimcheck.gate.consequences import grouped
from claimcheck.gate.report import in_order
from claimcheck.model import Finding, Place, Severity


def finding(
    rule: str, claim: str | None = None, source: str | None = None, severity: str = "error"
) -> Finding:
    return Finding(
        f"{rule} speaks", Place("x.yaml", 1, 1), claim=claim, source=source, rule=rule,
        severity=Severity(severity),
    )  # fmt: skip


def rules(*findings: Finding) -> list[tuple[str, list[str]]]:
    return [
        (group.finding.rule, [one.rule for one in group.following]) for group in grouped(findings)
    ]


@pytest.mark.parametrize("cause", ["source-changed", "source-missing", "malformed-file"])
def test_what_is_quoted_from_a_broken_source_follows_from_it(cause: str) -> None:
    assert rules(
        finding("quote-altered", "bridge", "gazette"),
        finding(cause, source="gazette"),
        finding("evidence-unchecked", "toll", "gazette", "warning"),
        finding("quote-altered", "bridge", "radio"),
    ) == [
        (cause, ["quote-altered", "evidence-unchecked"]),
        ("quote-altered", []),
    ]  # fmt: skip


def test_what_follows_in_steps_is_counted_at_the_first_cause() -> None:
    assert rules(
        finding("source-missing", source="gazette"),
        finding("quote-not-found", "bridge", "gazette"),
        finding("verdict-unexplained", "bridge"),
        finding("review-stale", "bridge", severity="warning"),
        finding("review-stale", "toll", severity="warning"),
    ) == [
        ("source-missing", ["quote-not-found", "verdict-unexplained", "review-stale"]),
        ("review-stale", []),
    ]  # fmt: skip


def test_a_malformed_claim_explains_that_it_cites_nothing() -> None:
    assert rules(
        finding("malformed-file", "bridge"),
        finding("no-evidence", "bridge"),
        finding("allow-unused", "bridge", severity="warning"),
        finding("no-evidence", "toll"),
    ) == [("malformed-file", ["no-evidence", "allow-unused"]), ("no-evidence", [])]


def test_nothing_follows_from_what_weighs_less() -> None:
    assert rules(
        finding("evidence-unchecked", "bridge", "gazette", "warning"),
        finding("verdict-unexplained", "bridge"),
    ) == [("evidence-unchecked", []), ("verdict-unexplained", [])]


def test_no_finding_is_lost_or_told_twice() -> None:
    found = (
        finding("text-outdated", source="a"), finding("source-changed", source="a"),
        finding("quote-altered", "x", "a"), finding("quote-altered", "x", "a"),
        finding("unknown-source", "x", "b"), finding("review-stale", "x"),
    )  # fmt: skip
    groups = grouped(found)

    told = [group.finding for group in groups]
    told += [one for group in groups for one in group.following]
    assert sorted(map(id, told)) == sorted(map(id, found))


def test_errors_come_before_warnings_wherever_they_stand() -> None:
    late = Finding("b", Place("z.yaml", 9, 1), rule="no-evidence", severity=Severity.ERROR)
    note = Finding("c", Place("a.yaml", 1, 1), rule="kind-unset", severity=Severity.NOTE)
    early = Finding("a", Place("a.yaml", 2, 1), rule="quote-cut", severity=Severity.WARNING)

    assert in_order([note, early, late]) == (late, early, note)
