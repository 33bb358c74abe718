"""A sentence that is copied, but for a figure or a name, says which, and nothing else is blamed."""

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
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck.model import Finding

FERRY = "The ferry had carried four crews for five months, and two of them left in the second week."
BILL = "On Nov. 8 the harbour board paid 34% of the bill and the county paid 32%."
BOATS = "Of all 873 boats that were counted 84 percent were rowing boats, and 72 were tugs."
PIER = (
    "If nobody pays, the harbour board closes the pier, Rita Olsen told the council, adding that "
    "“the pier is not lost yet.”"
)
TALK = "“Let me be plain about the pier. We will not close it this year,” Olsen told the council."
PLAN = "In an address late on Friday Tom Berg condemned the “plan that nobody has read.”"


HARBOUR = "\n\n".join((f"{FERRY} {BILL} {BOATS}", f"{PIER} She left early.", TALK, PLAN))


@pytest.fixture
def findings(write: Callable[[dict[str, str]], Path]) -> Callable[[str], list[Finding]]:
    root = write(
        {
            "claimcheck.toml": "",
            "claims/.keep": "",
            "sources/harbour.txt": f"{HARBOUR}\n",
            "sources/harbour.yaml": "title: Harbour news\nfile: harbour.txt\n",
        }
    )
    dossier = assess(load(root), TODAY)

    def look(sentence: str) -> list[Finding]:
        draft = read_draft("d.md", f"{sentence}[^h]\n\n[^h]: source:harbour\n".encode())
        (article,) = assess_articles([draft], dossier.dossier, {}, dossier.corpus, Effort())
        return list(
            run_article_rules(replace(dossier, articles=(article,)), severities(Config())).findings
        )

    return look


@pytest.mark.parametrize(
    "sentence", [FERRY, BILL, BOATS, PIER, TALK, PLAN, PLAN.replace("Tom Berg", "Berg")]
)
def test_a_copy_is_not_blamed(findings: Callable[[str], list[Finding]], sentence: str) -> None:
    assert [finding.message for finding in findings(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "printed", "written", "rule", "message"),
    [
        # What is written instead stands elsewhere in the same source.
        (FERRY, "four", "five", "article-figure-differs", "prints four"),
        (FERRY, "second", "fourth", "article-figure-differs", "prints second"),
        (FERRY, "months", "weeks", "article-figure-differs", "the unit is another"),
        (BILL, "34%", "32%", "article-figure-differs", "prints 34%"),
        (BOATS, "percent", "people", "article-figure-differs", "the unit is another"),
        (PIER, "Rita Olsen", "Nils Dahl", "article-speaker-differs", "Rita Olsen"),
        (PLAN, "Tom Berg", "Nils Dahl", "article-speaker-differs", "Tom Berg"),
    ],
)
def test_what_is_exchanged_in_a_copy_is_said(
    findings: Callable[[str], list[Finding]],
    sentence: str,
    printed: str,
    written: str,
    rule: str,
    message: str,
) -> None:
    messages = {each.rule: each.message for each in findings(sentence.replace(printed, written))}

    assert message in messages.get(rule, "")
