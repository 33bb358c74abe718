"""Articles of one sentence, judged by what a source prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Effort
from claimcheck.assessment.articles import assess_articles
from claimcheck.assessment.assess import assess
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.load import load
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck.assessment.article import AssessedArticle

    # Of a source's text and a sentence that cites it.
    Judge = Callable[[str, str], AssessedArticle]


def judged(write: Callable[[dict[str, str]], Path], source: str, sentence: str) -> AssessedArticle:
    """Judge an article of one sentence that cites a source of some text.

    Args:
        write: writes the files of a project.
        source: what the source prints.
        sentence: the article.
    """
    files = {
        "claimcheck.toml": "",
        "claims/.keep": "",
        "sources/log.txt": source,
        "sources/log.yaml": "title: The log\nfile: log.txt\n",
    }
    dossier = assess(load(write(files)), TODAY)
    draft = read_draft("a.md", f"{sentence}[^1]\n\n[^1]: source:log\n".encode())
    (article,) = assess_articles([draft], dossier.dossier, {}, dossier.corpus, Effort())
    return article
