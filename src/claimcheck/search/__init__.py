"""Ranked passages for a text: which documents, and which sentences, speak of the same thing.

    index = build([("report", "On the bridge", ["It was closed.", "It reopened in May."])])
    index.rank("the bridge reopened", limit=10)

There is no model and no chance in it: the same documents and the same text give the same answer,
in whatever order the documents come. `ranking` says how passages are judged, `words` what they are
found by, `inverted` how an index is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.search.index import Analysed, Entry, analysed, index_of
from claimcheck.search.ranking import Hit, Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Analysed", "Entry", "Hit", "Index", "analysed", "build", "index_of"]


def build(documents: Iterable[tuple[str, str, Sequence[str]]]) -> Index:
    """Index documents.

    Args:
        documents: each one's id, title and sentences, in order. What language it is in is guessed
            for each document.
    """
    return Index(
        index_of(
            Entry(name, "", analysed(title, sentences, None))
            for name, title, sentences in documents
        )
    )
