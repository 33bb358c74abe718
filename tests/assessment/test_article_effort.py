"""What is spent on quotations of a draft that are nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck import assess, load
from claimcheck.anchor import Effort
from claimcheck.assessment.article import FigureState, QuotationState
from claimcheck.assessment.article_limits import MOST_CITING
from claimcheck.assessment.articles import assess_articles
from claimcheck.documents.draft import read_draft
from claimcheck.rules import article_unchecked
from support.planted import SCENES, project_of
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DRAFT = "“The bridge is unsafe and it will stay open for {} years,” said Ann Moor.\n\n"


def test_near_passages_are_looked_for_within_a_bound_however_short_the_texts(
    write: Callable[[dict[str, str]], Path],
) -> None:
    dossier = assess(load(write(project_of(SCENES["en"]))), TODAY)
    draft = read_draft("a.md", "".join(map(DRAFT.format, range(31, 41))).encode())
    effort = Effort(steps=1_000_000)

    (article,) = assess_articles([draft], dossier.dossier, {}, dossier.corpus, effort)

    states = [quotation.state for quotation in article.quotations]
    assert states[0] is QuotationState.ALTERED
    assert states[-1] is QuotationState.NOWHERE


def test_when_all_is_spent_further_quotations_cost_no_search(
    write: Callable[[dict[str, str]], Path],
) -> None:
    dossier = assess(load(write(project_of(SCENES["en"]))), TODAY)

    def spent(quotations: int) -> int:
        text = "".join(DRAFT.format(year) for year in range(31, 31 + quotations))
        effort = Effort(steps=1)
        draft = read_draft("a.md", text.encode())
        assess_articles([draft], dossier.dossier, {}, dossier.corpus, effort)
        return 1 - effort.steps

    assert 0 < spent(1) == spent(40)


def test_beyond_three_thousand_sentences_that_cite_something_all_is_unchecked_and_told(
    write: Callable[[dict[str, str]], Path],
) -> None:
    dossier = assess(load(write(project_of(SCENES["en"]))), TODAY)
    source = next(iter(dossier.dossier.sources))
    note = f"[^1]: source:{source}\n"
    wrong = f"The bridge stayed open for 7777 years.[^1] Nobody counted 5 birds.\n\n{note}"
    cited = "The bridge is old.[^1]\n\n"

    def figures(sentences: int) -> tuple[list[FigureState], list[str]]:
        draft = read_draft("a.md", (cited * sentences + wrong).encode())
        articles = assess_articles([draft], dossier.dossier, {}, dossier.corpus, Effort())
        findings = article_unchecked.check_articles(replace(dossier, articles=articles))
        return (
            [figure.state for figure in articles[0].figures],
            [f"{finding.place.line}: {finding.message}" for finding in findings],
        )

    assert figures(MOST_CITING - 1) == ([FigureState.CONTRADICTED, FigureState.BARE], [])
    message = (
        "6001: from here on no sentence was compared with what it cites: 3,000 before it cite "
        "something"
    )
    assert figures(MOST_CITING) == ([FigureState.UNCHECKED, FigureState.BARE], [message])
