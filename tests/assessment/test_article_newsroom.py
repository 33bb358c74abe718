"""Sentences as newsrooms write them, in words of their own: those with a fault are told, no other.

Which way a figure goes, shares and what is left of them, two figures that change places, dates in
headings, roles and names of speakers; in eight languages.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

    from claimcheck import Assessment

SETS = sorted((Path(__file__).parent / "newsroom").glob("*.toml"))
# What asks for a footnote holds nothing against a sentence.
QUIET = {"article-unbound"}


@pytest.fixture(params=SETS, ids=[path.stem for path in SETS])
def newsroom(request: pytest.FixtureRequest) -> dict[str, Any]:
    return tomllib.loads(request.param.read_text("utf-8"))


@pytest.fixture
def dossier(write: Callable[[dict[str, str]], Path], newsroom: dict[str, Any]) -> Assessment:
    root = write(
        {
            "claimcheck.toml": "",
            "claims/.keep": "",
            "sources/news.txt": newsroom["source"],
            "sources/news.yaml": "title: The news\nfile: news.txt\n",
        }
    )
    return assess(load(root), TODAY)


def messages(dossier: Assessment, sentence: str, last: str) -> list[str]:
    """What is found in a draft of one sentence, and a last one that tells its language."""
    text = f"{sentence}\n\n{last}\n\n[^n]: source:news\n"
    draft = read_draft("d.md", text.encode())
    (article,) = assess_articles([draft], dossier.dossier, {}, dossier.corpus, Effort())
    findings = run_article_rules(
        replace(dossier, articles=(article,)), severities(Config())
    ).findings
    return [finding.message for finding in findings if finding.rule not in QUIET]


def test_each_fault_is_told(dossier: Assessment, newsroom: dict[str, Any]) -> None:
    faults, last = newsroom["faults"], newsroom["last"]
    assert [fault for fault in faults if not messages(dossier, fault, last)] == []


def test_no_sound_sentence_is_blamed(dossier: Assessment, newsroom: dict[str, Any]) -> None:
    sound, last = newsroom["sound"], newsroom["last"]
    blamed = {sentence: messages(dossier, sentence, last) for sentence in sound}
    assert {sentence: why for sentence, why in blamed.items() if why} == {}
