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
        (group.finding.rule, [finding.rule for finding in group.following])
        for group in grouped(findings)
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
    findings = (
        finding("text-outdated", source="a"), finding("source-changed", source="a"),
        finding("quote-altered", "x", "a"), finding("quote-altered", "x", "a"),
        finding("unknown-source", "x", "b"), finding("review-stale", "x"),
    )  # fmt: skip
    groups = grouped(findings)

    shown = [group.finding for group in groups]
    shown += [each for group in groups for each in group.following]
    assert sorted(map(id, shown)) == sorted(map(id, findings))


def test_errors_come_before_warnings_wherever_they_stand() -> None:
    late = Finding("b", Place("z.yaml", 9, 1), rule="no-evidence", severity=Severity.ERROR)
    note = Finding("c", Place("a.yaml", 1, 1), rule="kind-unset", severity=Severity.NOTE)
    early = Finding("a", Place("a.yaml", 2, 1), rule="quote-cut", severity=Severity.WARNING)

    assert in_order([note, early, late]) == (late, early, note)


ABOUT_TEXTS = [
    "evidence-unchecked", "page-wrong", "quote-altered", "quote-ambiguous", "quote-bracketed",
    "quote-cut", "quote-elided", "quote-headline", "quote-misattributed", "quote-not-found",
    "quote-question", "quote-spliced", "quote-struck", "review-stale", "source-unpinned",
    "speaker-differs", "speaker-unstated", "text-doubtful", "text-unproven", "value-ambiguous",
    "value-differs", "value-not-found", "verdict-differs", "verdict-unexplained",
]  # fmt: skip
ABOUT_CLAIMS = [
    "allow-unused", "requirement-unmet", "review-stale", "self-attested", "single-origin",
    "unreviewed", "verdict-differs", "verdict-unexplained",
]  # fmt: skip


@pytest.mark.parametrize(
    "cause",
    ["malformed-file", "source-missing", "source-changed", "text-outdated", "text-differs",
     "unknown-source"],
)  # fmt: skip
def test_whatever_is_said_of_a_text_follows_from_what_is_wrong_with_it(cause: str) -> None:
    findings = [finding(rule, "bridge", "gazette") for rule in ABOUT_TEXTS]
    assert rules(finding(cause, source="gazette"), *findings) == [(cause, ABOUT_TEXTS)]


@pytest.mark.parametrize(
    "cause",
    ["malformed-file", "no-evidence", "unknown-source", "source-missing", "quote-altered",
     "quote-misattributed", "quote-not-found", "quote-spliced", "quote-too-short",
     "value-ambiguous", "value-differs", "value-not-found", "evidence-unchecked", "party-unknown"],
)  # fmt: skip
def test_whatever_is_said_of_a_claim_follows_from_what_is_wrong_with_its_evidence(
    cause: str,
) -> None:
    findings = [finding(rule, "bridge") for rule in ABOUT_CLAIMS]
    assert rules(finding(cause, "bridge"), *findings) == [(cause, ABOUT_CLAIMS)]


def test_a_malformed_claim_explains_what_it_seems_to_cite() -> None:
    causes = finding("malformed-file", "bridge"), finding("unknown-source", "bridge", "gazete")
    assert rules(*causes) == [("malformed-file", ["unknown-source"])]


def test_a_source_whose_text_is_outdated_is_one_that_changed() -> None:
    findings = finding("text-outdated", source="a"), finding("source-changed", source="a")
    assert rules(*findings) == [("source-changed", ["text-outdated"])]


def in_file(rule: str, path: str, message: str = "") -> Finding:
    return Finding(
        message or f"{rule} speaks", Place(path, 1, 1), rule=rule, severity=Severity.ERROR
    )


def test_a_key_that_is_misspelt_is_why_it_is_missing_in_its_own_file() -> None:
    misspelt = in_file("malformed-file", "claims/a.yaml")._replace(help="did you mean claim?")
    missing = in_file("malformed-file", "claims/a.yaml", "the claim has no `claim`")
    elsewhere = in_file("malformed-file", "claims/b.yaml", "the claim has no `claim`")
    other_key = in_file("malformed-file", "claims/a.yaml", "the claim has no `evidence`")

    groups = grouped([misspelt, missing, elsewhere, other_key])

    assert [(group.finding, group.following) for group in groups] == [
        (misspelt, (missing,)),
        (elsewhere, ()),
        (other_key, ()),
    ]


@pytest.mark.parametrize("cause", ["malformed-file", "party-unknown"])
def test_without_the_parties_nobody_is_who_they_were(cause: str) -> None:
    parties = in_file(cause, "sources/parties.yaml")
    names = ["speaker-differs", "review-stale", "verdict-differs", "verdict-unexplained"]
    following = [in_file(rule, "claims/a.yaml")._replace(claim="a") for rule in names]

    (group, other) = grouped([parties, *following, in_file("quote-cut", "claims/a.yaml")])

    assert (group.finding, group.following) == (parties, tuple(following))
    assert (other.finding.rule, other.following) == ("quote-cut", ())


def test_a_claim_that_cannot_be_read_may_be_why_a_source_is_unused() -> None:
    claim = in_file("malformed-file", "claims/a.yaml")._replace(claim="a")
    record = in_file("malformed-file", "sources/b.yaml")._replace(source="b")
    unused = in_file("source-unused", "sources/c.yaml")._replace(source="c")

    assert [group.following for group in grouped([record, claim, unused])] == [(), (unused,)]
    assert [group.following for group in grouped([record, unused])] == [(), ()]


def test_what_stands_in_one_place_comes_by_rule_then_by_message() -> None:
    place = Place("a.yaml", 2, 1)
    first = Finding("z", place, rule="no-evidence", severity=Severity.ERROR)
    second = Finding("b", place, rule="quote-altered", severity=Severity.ERROR)
    third = Finding("c", place, rule="quote-altered", severity=Severity.ERROR)
    above = Finding("y", Place("a.yaml", 1, 9), rule="quote-cut", severity=Severity.ERROR)

    assert in_order([third, second, first, above]) == (above, first, second, third)
