"""Ranked passages for a text: which documents, and which sentences, speak of the same thing.

    index = build([("report", "On the bridge", ["It was closed.", "It reopened in May."])])
    index.rank("the bridge reopened", limit=10)

`rank` returns documents and sentences together, `rank_documents` and `rank_sentences` either of
them alone. There is no model and no chance in it: the same documents and the same text give the
same answer, in whatever order the documents come. `ranking` says how they are scored, `terms` what
they are found by, `index` how an index is stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.search.index import DocumentTerms, IndexedDocument, analyse, pack_index
from claimcheck.search.ranking import Hit, Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["DocumentTerms", "Hit", "Index", "IndexedDocument", "analyse", "build", "pack_index"]


def build(documents: Iterable[tuple[str, str, Sequence[str]]]) -> Index:
    """Index documents.

    Args:
        documents: each one's id, title and sentences, in order. What language it is in is guessed
            for each document.
    """
    return Index(
        pack_index(
            IndexedDocument(name, "", analyse(title, sentences, None))
            for name, title, sentences in documents
        )
    )
