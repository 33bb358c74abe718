"""Who says what in a draft, what it leans on, and counts that change places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor import Effort
from claimcheck.assessment.article import FigureState, SentenceState
from claimcheck.assessment.articles import assess_articles
from claimcheck.assessment.assess import assess
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.load import load
from claimcheck.gate.runner import run_article_rules, severities
from claimcheck.model import Config
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck import Assessment

GAZETTE = (
    "Ferry line to close\n\n"
    "“We have run out of money, and nobody offered us a loan,” said Rita Olsen, who chairs the "
    "board. “It is not the end of the island.”\n\n"
    "“The county must pay,” said Mr. Moe. “Nobody else can do it.”\n\n"
    "Tom Berg, the mayor, said the decision was a mistake. “I will fight it in court,” he said.\n\n"
    "In 2022 the line carried 48,200 passengers and 6,100 cars. The board has not replied to the "
    "report. Fares covered 61 percent of the costs.\n"
)
RADIO = (
    "Karin Holm: The ferry is the only way for my children to get to school.\n\n"
    "Reporter: Did the board talk to you?\n\n"
    "Karin Holm: Never.\n"
)
REPLIED = (
    "claim: The board has replied to the county's report.\nkind: event\nevidence:\n"
    "  - source: gazette\n    stance: contradicts\n    quote: The board has not replied\n"
)
NOTES = "\n\n[^g]: source:gazette\n[^r]: source:radio\n[^c]: source:costs\n[^b]: claim:replied\n"


@pytest.fixture
def dossier(write: Callable[[dict[str, str]], Path]) -> Assessment:
    root = write(
        {
            "claimcheck.toml": "",
            "claims/replied.yaml": REPLIED,
            "sources/gazette.txt": GAZETTE,
            "sources/gazette.yaml": "title: Gazette\nfile: gazette.txt\n",
            "sources/radio.txt": RADIO,
            "sources/radio.yaml": "title: Radio\nfile: radio.txt\n",
            "sources/costs.txt": "Year\tPassengers\n2021\t45,900\n2022\t48,200\n",
            "sources/costs.yaml": "title: Costs\nfile: costs.txt\n",
        }
    )
    return assess(load(root), TODAY)


@pytest.fixture
def rules(dossier: Assessment) -> Callable[[str], set[str]]:
    claims = {claim.claim.id: claim for claim in dossier.claims}

    def look(sentence: str) -> set[str]:
        draft = read_draft("d.md", f"{sentence}{NOTES}".encode())
        (article,) = assess_articles([draft], dossier.dossier, claims, dossier.corpus, Effort())
        results = run_article_rules(replace(dossier, articles=(article,)), severities(Config()))
        quiet = {"article-note-unused", "article-unbound"}
        return {finding.rule for finding in results.findings} - quiet

    return look


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        # A pronoun in the source stands for who spoke before it; a quotation goes on.
        ("“I will fight it in court,” Rita Olsen said.[^g]", "speaker-differs"),
        ("“I will fight it in court,” Mayor Berg said.[^g]", ""),
        ("“It is not the end of the island,” Berg said.[^g]", "speaker-differs"),
        ("“It is not the end of the island,” Olsen said.[^g]", ""),
        # Many have a title, which may be left out.
        ("“The county must pay,” said Mr. Berg.[^g]", "speaker-differs"),
        ("“The county must pay,” said Dr. Moe.[^g]", ""),
        ("“The county must pay,” said Moe.[^g]", ""),
        ("“Nobody else can do it,” said Mr. Berg.[^g]", "speaker-differs"),
        ("“It is not the end of the island,” said Ms. Olsen.[^g]", ""),
        # Labels, of a transcript and of a draft.
        ("“The ferry is the only way for my children,” said Tom Berg.[^r]", "speaker-differs"),
        ("“The ferry is the only way for my children,” said Karin Holm.[^r]", ""),
        ("Berg: “We have run out of money, and nobody offered us a loan.”[^g]", "speaker-differs"),
        ("Olsen: “We have run out of money, and nobody offered us a loan.”[^g]", ""),
        # The line below a block quote.
        ("> We have run out of money.\n>\n> — Tom Berg[^g]", "speaker-differs"),
        ("> We have run out of money.\n>\n> — Rita Olsen[^g]", ""),
        # A refuted claim, asserted in a clause beside others, is asserted.
        ("The board has replied to the county's report.[^b]", "leans-on-refuted"),
        ("Since the board has replied to the report, the line may stay.[^b]", "leans-on-refuted"),
        ("The county waits, but the board has replied to its report.[^b]", "leans-on-refuted"),
        ("The board has replied to the report.[^b] [unverified]", "leans-on-refuted"),
        ("If the board has replied to the report, nobody has seen it.[^b]", ""),
        ("The board may have replied to the county's report.[^b]", ""),
        ("The board has replied to the county's report, Olsen said.[^b]", ""),
        ("The board has not replied to the county's report.[^b]", ""),
        # Counts that change places, years of a table, and what is too far for a rounding.
        ("6,100 passengers and 48,200 cars took the ferry in 2022.[^g]", "figure-differs"),
        ("6,100 cars and 48,200 passengers took the ferry in 2022.[^g]", ""),
        ("In 2021 the line carried 45,900 passengers.[^c]", ""),
        ("In 2021 the line carried 48,200 passengers.[^c]", "figure-differs"),
        ("Fares covered about 70 percent of the costs.[^g]", "figure-differs"),
        ("Fares covered about 60 percent of the costs.[^g]", ""),
    ],
)
def test_only_what_is_wrong_is_told(
    rules: Callable[[str], set[str]], sentence: str, rule: str
) -> None:
    assert rules(sentence) == ({f"article-{rule}"} if rule else set())


def test_a_title_said_again_and_the_head_of_a_table_assert_nothing(dossier: Assessment) -> None:
    title = "The ferry that nobody can pay for"
    table = "| Year | 2021 | 2022 |\n|---|---|---|\n| Cars | 1 | 6,100 [@gazette] |"
    draft = read_draft("d.md", f"---\ntitle: {title}\n---\n\n# {title}\n\n{table}\n".encode())

    (article,) = assess_articles([draft], dossier.dossier, {}, dossier.corpus, Effort())

    silent, bare, bound = SentenceState.SILENT, SentenceState.BARE, SentenceState.BOUND
    assert [sentence.state for sentence in article.sentences] == [silent, bare, silent, bound]


def test_a_figure_that_somebody_worked_out_is_declared(dossier: Assessment) -> None:
    text = "The school is 4,100 metres from the ferry. [own reporting: Ana Moor][@radio]\n"
    draft = read_draft("d.md", text.encode())

    (article,) = assess_articles([draft], dossier.dossier, {}, dossier.corpus, Effort())

    assert [figure.state for figure in article.figures] == [FigureState.DECLARED]


def test_a_stop_behind_a_mark_is_no_sentence(dossier: Assessment) -> None:
    draft = read_draft("d.md", "She asked for “a loan” [@gazette]. He left.\n".encode())

    (article,) = assess_articles([draft], dossier.dossier, {}, dossier.corpus, Effort())

    written = [draft.text[sentence.start : sentence.end] for sentence in article.sentences]
    assert written == ["She asked for “a loan”.", "He left."]
