"""Ranked passages for a text: which documents, and which sentences, speak of the same thing.

    index = build([("report", "On the bridge", ["It was closed.", "It reopened in May."])])
    index.rank("the bridge reopened", limit=10)

`rank` returns documents and sentences together, `rank_documents` and `rank_sentences` either of
them alone. There is no chance in it: the same documents and the same text give the same answer, in
whatever order the documents come. A model has a part in it only where one is given. `ranking` says
how they are scored, `semantic` how with a model, `terms` what they are found by, `index` how an
index is stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.search.index import DocumentTerms, IndexedDocument, analyse, pack_index
from claimcheck.search.ranking import Hit, Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.search.encoder import Encoder

__all__ = ["DocumentTerms", "Hit", "Index", "IndexedDocument", "analyse", "build", "pack_index"]


def build(
    documents: Iterable[tuple[str, str, Sequence[str]]], encoder: Encoder | None = None
) -> Index:
    """Index documents.

    Args:
        documents: each one's id, title and sentences, in order. What language it is in is guessed
            for each document.
        encoder: a model, such as `encoder.load_encoder` loads, to rank by meaning, too; vectors are
            taken from the user's cache, and put there.
    """
    documents = list(documents)
    data = pack_index(
        IndexedDocument(name, "", analyse(title, sentences, None))
        for name, title, sentences in documents
    )
    if encoder is None:
        return Index(data)
    from claimcheck.search.semantic import SemanticIndex
    from claimcheck.search.vectors import new_vectors, stored_vectors

    vectors = []
    for _name, title, sentences in documents:
        texts = [title, *sentences]
        stored = stored_vectors(texts, encoder)
        vectors.append(new_vectors(texts, encoder, keep=True) if stored is None else stored)
    return SemanticIndex(data, vectors, encoder)
