"""What a report counts: each number is one of its own."""

from __future__ import annotations

import pytest

from claimcheck.assessment.article import AssessedArticle
from claimcheck.assessment.assess import Assessment, Census
from claimcheck.assessment.corpus import Corpus
from claimcheck.dossier.article import Article
from claimcheck.gate.report import Failure, Report, Totals
from claimcheck.model import Config, Dossier, Finding, Place, Severity, Source, TextComparison
from support.project import TODAY

PLACE = Place("claims/a.yaml", 1, 1)
ERROR, WARNING, NOTE = (
    Finding("something is wrong", PLACE, rule="no-evidence", severity=severity)
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
)
CENSUS = Census(
    claims=1, evidence=2, unchecked=3, unjudged=4, unread=5, omissions=6, signed_omissions=7
)


def test_every_number_is_counted_by_itself() -> None:
    names = [f"s{number}" for number in range(8)]
    dossier = Dossier(
        Config(),
        sources={name: Source(name, "", PLACE) for name in names},
        extracts=20,
        comparisons={f"c{number}": TextComparison(compared=number < 9) for number in range(12)},
    )
    article = AssessedArticle(Article("a.md", "", ""), (), (), (), (), (), (), ())
    assessment = Assessment(dossier, (), TODAY, CENSUS, Corpus({}), (article,) * 17)
    report = Report(
        assessment,
        findings=(ERROR,) * 10 + (WARNING,) * 11 + (NOTE,) * 12,
        allowed=(NOTE,) * 13,
        failures=tuple(Failure(f"r{number}", KeyError()) for number in range(14)),
        inherited=(ERROR,) * 15,
    )

    assert report.totals == Totals(
        claims=1, evidence=2, sources=8, unchecked=3, errors=10, warnings=11, notes=12,
        allowed=13, unread=5, failed_rules=14, inherited=15, unjudged=4, omissions=6,
        signed_omissions=7, extracts=20, compared=9, articles=17,
    )  # fmt: skip
    assert report.totals.uncompared == 11


@pytest.mark.parametrize(
    ("findings", "failed"),
    [((), False), ((WARNING, NOTE), False), ((NOTE, ERROR), True), ((ERROR,), True)],
)
def test_an_error_turns_the_gate_red_and_nothing_else_does(
    findings: tuple[Finding, ...], failed: bool
) -> None:
    assessment = Assessment(Dossier(Config()), (), TODAY, CENSUS, Corpus({}))

    assert Report(assessment, findings, inherited=(ERROR,), allowed=(ERROR,)).failed is failed
