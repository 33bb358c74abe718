"""Every planted fault is found, on its own sentence, and what is sound is not blamed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor import Effort
from claimcheck.assessment.articles import assess_articles
from claimcheck.assessment.assess import assess
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.load import load
from claimcheck.gate.runner import run_article_rules, severities
from claimcheck.model import Config
from support.planted import KINDS, RULES, SCENES, PlantedArticle, planted, project_of, written
from support.project import TODAY

if TYPE_CHECKING:
    from claimcheck import Assessment
    from claimcheck.model import Finding


LEVELS = severities(Config())


@pytest.fixture(scope="module", params=SCENES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def dossier(language: str, tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    root = tmp_path_factory.mktemp(language)
    for name, text in project_of(SCENES[language]).items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return assess(load(root), TODAY)


def findings_in(
    article: PlantedArticle, kind: str, dossier: Assessment
) -> list[tuple[int, Finding]]:
    """Return what is found in an article, each with the number of its sentence; -1 for a note."""
    draft = read_draft(f"draft.{kind}", written(article, kind))
    claims = {claim.id: claim for claim in dossier.claims}
    (assessed,) = assess_articles([draft], dossier.dossier, claims, dossier.corpus, Effort())
    results = run_article_rules(replace(dossier, articles=(assessed,)), LEVELS)
    assert not results.failures
    places = [assessed.place(sentence.start) for sentence in assessed.sentences]

    def number(finding: Finding) -> int:
        before = [at for at, place in enumerate(places) if place <= finding.place]
        after = (
            draft.raw_place(len(draft.raw))
            if not draft.notes
            else min(draft.raw_place(note.raw_start) for note in draft.notes.values())
        )
        return -1 if finding.place >= after else before[-1]

    return [(number(finding), finding) for finding in results.findings]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_in_what_is_sound(language: str, kind: str, dossier: Assessment) -> None:
    findings = findings_in(planted(SCENES[language], ""), kind, dossier)

    assert [(finding.rule, finding.message) for _at, finding in findings] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fault", RULES)
def test_a_planted_fault_is_found_and_nothing_else(
    language: str, fault: str, kind: str, dossier: Assessment
) -> None:
    article = planted(SCENES[language], fault)

    findings = findings_in(article, kind, dossier)

    rules = [finding.rule for _at, finding in findings]
    assert RULES[fault] in rules, rules
    assert {at for at, _one in findings} <= {article.at, -1}


def test_there_are_enough_of_them() -> None:
    assert len(SCENES) * len(KINDS) * len(RULES) >= 300
    assert len(RULES) >= 15
    assert len(SCENES) >= 8
