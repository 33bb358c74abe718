"""What a first draft holds that is sound, and looks like a fault; and what only looks sound."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor import Effort
from claimcheck.assessment.article import SentenceState
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
    from claimcheck.assessment.article import AssessedArticle

LEDGER = (
    "The cracks were found with ultrasound, which was used for the first time. The last inspection "
    "without ultrasound was in March 2023, and had found nothing.\n\n"
    "Councillor Hagen said that she would vote for payment without enthusiasm. She had received "
    "214 letters from islanders and eleven from the mainland. The day ferry lost 3,700 "
    "passengers, the night ferry 45,900. He added that “the reserve can carry this once, and it "
    "cannot carry it twice”. “Families left because of the timetable,” said head teacher Marit "
    "Solberg. She hopes for a later boat, and Dagny Moe has hired two cooks. We took a discount of "
    "90,000 crowns instead. It is the largest loss of passengers on the islands since 1999. The "
    "motion of Hagen was rejected by 9 votes to 6.\n\n"
    "The loss of 2.3 million was covered from our own\nfunds. The board sets aside 1.5 million "
    "crowns a year. An inspection costs 48,000 crowns, eight times a year. I have written four "
    "letters and had one answer.\n\n"
    "Johanna Feld: You will have the plan before noon.\n\nOlaf Brandt: On paper.\n"
)


@pytest.fixture
def dossier(write: Callable[[dict[str, str]], Path]) -> Assessment:
    return assess(
        load(
            write(
                {
                    "claimcheck.toml": "",
                    "claims/.keep": "",
                    "sources/ledger.txt": LEDGER,
                    "sources/ledger.yaml": "title: The ledger\nfile: ledger.txt\n",
                }
            )
        ),
        TODAY,
    )


def judged(dossier: Assessment, text: str) -> AssessedArticle:
    draft = read_draft("d.md", text.encode())
    (article,) = assess_articles([draft], dossier.dossier, {}, dossier.corpus, Effort())
    return article


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        # Put together from two sentences, or in clauses of which one denies.
        ("Ultrasound was used there for the first time; before, it had found nothing.", ""),
        ("Hagen, who had received 214 letters from islanders, voted without enthusiasm.", ""),
        ("The day ferry did not gain from it: it lost 3,700 passengers.", ""),
        ("The day ferry did not lose 3,700 passengers.", "article-denies-source"),
        ("The islands have not had a larger loss of passengers since 1999.", ""),
        ("It is not the largest loss of passengers on the islands since 1999.",
         "article-denies-source"),
        ("Instead we took a discount of 90,000 crowns.", ""),
        ("The motion to refuse payment was rejected by 9 votes to 6.", ""),
        # A capital and a comma that are those of the draft's own sentence.
        ("“The reserve can carry this once, and it cannot carry it twice,” he said.", ""),
        # Who listens, and who has another's role.
        ("“You will have the plan before noon,” she told Brandt.", ""),
        ("“You will have the plan before noon,” said Brandt.", "article-speaker-differs"),
        ("“Families left because of the timetable,” said Marit Solberg, the head teacher.", ""),
        ("“Families left because of the timetable,” said Dagny Moe, the head teacher.",
         "article-speaker-differs"),
        # Figures of money, how often, and one of something.
        ("The loss of 2.3 million crowns was covered from own funds.", ""),
        ("Each inspection costs 48,000 crowns, and there are eight a year.", ""),
        ("He has written four letters, and had two answers.", "article-figure-differs"),
        ("He has written four letters, and had one answer.", ""),
    ],
)  # fmt: skip
def test_only_faults_are_told(dossier: Assessment, sentence: str, rule: str) -> None:
    article = judged(dossier, f"{sentence}[^1]\n\n[^1]: source:ledger\n")
    findings = run_article_rules(
        replace(dossier, articles=(article,)), severities(Config())
    ).findings
    assert [finding.rule for finding in findings] == ([rule] if rule else [])


def test_a_note_may_quote_over_the_end_of_a_line(dossier: Assessment) -> None:
    words = "The loss of 2.3 million was covered from our own funds."
    article = judged(
        dossier, f'The loss was 2.3 million crowns.[^1]\n\n[^1]: source:ledger "{words}"\n'
    )
    assert [figure.state for figure in article.figures] == ["bound"]


def test_a_quoted_heading_rests_on_a_source_that_the_text_cites(
    dossier: Assessment,
) -> None:
    heading = "# “It cannot carry it twice”: the reserve is low\n\n"
    cited = judged(dossier, f"{heading}The reserve is low.[^1]\n\n[^1]: source:ledger\n")
    uncited = judged(dossier, f"{heading}The reserve is low.\n")
    assert cited.sentences[0].state is SentenceState.SILENT
    assert uncited.sentences[0].state is SentenceState.BARE


def test_a_heading_without_figures_rests_on_text_below_in_which_nothing_is_bare(
    dossier: Assessment,
) -> None:
    heading = "## How the town came to have so little money put by for a bad year\n\n"
    note = "\n[^1]: source:ledger\n"
    bound = judged(dossier, f"{heading}The reserve is low.[^1] So it goes. [opinion]\n{note}")
    half = judged(dossier, f"{heading}The reserve is low.[^1] It was once high.\n{note}")
    assert bound.sentences[0].state is SentenceState.SILENT
    assert half.sentences[0].state is SentenceState.BARE


def test_where_no_source_prints_a_figure_the_passage_likest_to_its_sentence_is_shown(
    dossier: Assessment,
) -> None:
    article = judged(
        dossier, "The reserve was founded by 7,311 people.[^1]\n\n[^1]: source:ledger\n"
    )
    report = run_article_rules(replace(dossier, articles=(article,)), severities(Config()))
    (finding,) = report.findings
    assert finding.rule == "article-figure-differs"
    assert [excerpt.label for excerpt in finding.excerpts] == ["quote", "source"]


def test_the_words_of_footnotes_are_not_counted_as_quotations(dossier: Assessment) -> None:
    quoted = "“The reserve can carry this once, and it cannot carry it twice,” he said."
    words = "The loss of 2.3 million was covered from our own funds."
    article = judged(dossier, f'{quoted}[^1]\n\n[^1]: source:ledger "{words}"\n')
    assert article.totals.quotations == {"stands": 1}
