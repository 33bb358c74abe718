"""Figures of a draft are compared with cells as their heads say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor import Effort
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.articles import assess_articles
from claimcheck.assessment.assess import assess
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.load import load
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TABLE = (
    "Town\tBudget (in millions, EUR)\tGrowth (%)\tResidents (in Tsd.)\n"
    "Elm\t12.5\t3.2\t48\nOak\t7.25\t-1.5\t19\n"
)
CAPTION = "Budgets of towns (in millions of euros)\n\nElm 12.5\nOak 7.25\n"


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Elm has a budget of 12.5 million euros.", FigureState.BOUND),
        ("Elm grew by 3.2 percent.", FigureState.BOUND),
        ("Elm has 48,000 residents.", FigureState.BOUND),
        ("Oak has a budget of 12.5 million euros.", FigureState.CONTRADICTED),
        ("Elm grew by 4.2 percent.", FigureState.CONTRADICTED),
        ("Elm has a budget of 12.5 billion euros.", FigureState.CONTRADICTED),
    ],
)
def test_a_cell_counts_by_what_its_head_says(
    write: Callable[[dict[str, str]], Path], sentence: str, state: FigureState
) -> None:
    assert states(write, TABLE, sentence) == [state]


def test_a_caption_says_so_where_columns_are_lost(
    write: Callable[[dict[str, str]], Path],
) -> None:
    assert states(write, CAPTION, "Elm has a budget of 12.5 million euros.") == [FigureState.BOUND]


def test_a_year_that_names_a_row_leads_to_the_running_text_too(
    write: Callable[[dict[str, str]], Path],
) -> None:
    source = (
        "Year\tComplaints\tOperations\n2022\t345\t9,150\n2023\t502\t9,880\n\n"
        "Sick leave among nurses stood at 7.8 per cent in 2023.\n"
    )
    sentence = "Sick leave among nurses stood at {} per cent in 2023."

    assert states(write, source, sentence.format("7.8"))[0] == FigureState.BOUND
    assert states(write, source, sentence.format("8.7"))[0] == FigureState.CONTRADICTED


def states(
    write: Callable[[dict[str, str]], Path], source: str, sentence: str
) -> list[FigureState]:
    """Return what becomes of the figures of a sentence that cites a source."""
    root = write(
        {
            "claimcheck.toml": "",
            "claims/.keep": "",
            "sources/towns.txt": source,
            "sources/towns.yaml": "title: Towns\nfile: towns.txt\n",
        }
    )
    dossier = assess(load(root), TODAY)
    draft = read_draft("d.md", f"{sentence}[^t]\n\n[^t]: source:towns\n".encode())
    (article,) = assess_articles([draft], dossier.dossier, {}, dossier.corpus, Effort())
    return [figure.state for figure in article.figures]
