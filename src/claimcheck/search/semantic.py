"""Ranking by words and by meaning together.

What a document says in other words than the text that is looked up has no words to be found by; a
model's vectors lie near each other all the same. Both scores are added, each as a share of what it
can be (a convex combination: Bruch, Gai and Ingber, 2023). What comes of it are candidates, as
without: no verdict rests on a vector.
"""

from __future__ import annotations

from dataclasses import replace
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from claimcheck.search.languages import ENGLISH, guess_language
from claimcheck.search.ranking import DOCUMENT_SHARE, MAX_DOCUMENTS_OPENED, Index, Scores
from claimcheck.search.terms import words
from claimcheck.search.vectors import new_vectors, stored_vectors
from claimcheck.system import cache

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from claimcheck.search.encoder import Encoder, Vectors
    from claimcheck.search.project_index import ProjectIndex

# What meaning counts beside words, for a text in English, and in a language the model knows less.
_MEANING: Final = 0.65
_MEANING_ELSEWHERE: Final = 0.3
# What a sentence's own words and meaning count beside its document.
_OWN_WORDS: Final = 0.3
_OWN_MEANING: Final = 0.6
# Two texts that have no word in common and are less alike than this say different things.
_LEAST_ALIKE: Final = 0.3
_DIGITS: Final = 6  # that do not depend on the processor


class SemanticIndex(Index):
    """Documents that can be ranked for a text by words and by meaning.

    Args:
        data: what `index.pack_index` returned.
        vectors: for each of its documents, the vectors of its title and of its sentences.
        encoder: what made them.

    Raises:
        ValueError: the data are something else.
    """

    def __init__(
        self, data: bytes | memoryview, vectors: Sequence[Vectors], encoder: Encoder
    ) -> None:
        import numpy as np

        super().__init__(data)
        self._encoder = encoder
        self._starts = np.cumsum([0, *map(len, vectors)])
        self._vectors = np.concatenate(vectors) if vectors else np.zeros((0, 0), np.float32)

    def _score(
        self,
        text: str,
        limit: int,  # noqa: ARG002 - all documents are scored
        within: Callable[[str], bool] | None,
    ) -> Scores:
        """Score the documents, and the sentences of the best of them."""
        import numpy as np

        if not self.ids:
            return Scores({}, {})
        by_words = super()._score(text, len(self.ids), within)
        alike = self._vectors @ self._encoder.encode([text])[0]
        nearest = np.maximum.reduceat(alike, self._starts[:-1]).round(_DIGITS).tolist()
        meaning = _weight_of_meaning(text)
        most = max(by_words.documents.values(), default=0.0) or 1.0
        documents = {
            number: (1 - meaning) * by_words.documents.get(number, 0.0) / most + meaning * near
            for number, near in enumerate(nearest)
            if (number in by_words.documents or near >= _LEAST_ALIKE)
            and (within is None or within(self.ids[number]))
        }
        return Scores(documents, self._sentences(documents, by_words, alike))

    def _sentences(
        self, documents: dict[int, float], by_words: Scores, alike: Vectors
    ) -> dict[tuple[int, int], float]:
        """Score the sentences of the best documents.

        Args:
            documents: the scores of documents, by their numbers.
            by_words: what documents and sentences score by their words.
            alike: how near each title and sentence is to the text that is looked up.
        """
        own = {
            place: score - DOCUMENT_SHARE * by_words.documents[place[0]]
            for place, score in by_words.sentences.items()
        }
        most = max(own.values(), default=0.0) or 1.0
        best = nsmallest(
            MAX_DOCUMENTS_OPENED,
            documents,
            key=lambda number: self._order(number, documents[number]),
        )
        sentences: dict[tuple[int, int], float] = {}
        for document in best:
            first, last = (int(end) for end in self._starts[document : document + 2])
            nearness = alike[first + 1 : last].round(_DIGITS).tolist()
            for number, near in enumerate(nearness):
                place = (document, number)
                if place in own or near >= _LEAST_ALIKE:
                    sentences[place] = (
                        documents[document]
                        + _OWN_WORDS * own.get(place, 0.0) / most
                        + _OWN_MEANING * near
                    )
        return sentences


def with_meaning(
    project_index: ProjectIndex,
    encoder: Encoder,
    progress: Callable[[int], AbstractContextManager[None]],
    *,
    cached: bool,
) -> ProjectIndex:
    """Return the sources of a project with an index that knows what their sentences mean.

    Args:
        project_index: the sources, with their index.
        encoder: the model.
        progress: entered while sentences are encoded, given how many.
        cached: take vectors from the user's cache, and put them there.
    """
    index = project_index.index
    texts = {name: project_index.sentences(name) for name in index.ids}
    stored = {name: stored_vectors(texts[name], encoder) if cached else None for name in texts}
    missing = [name for name, vectors in stored.items() if vectors is None]
    if missing:
        with progress(sum(len(texts[name]) for name in missing)):
            made = {name: new_vectors(texts[name], encoder, keep=cached) for name in missing}
        if cached:
            cache.prune()
        stored |= made
    vectors = [vector for vector in stored.values() if vector is not None]
    return replace(project_index, index=SemanticIndex(index.data, vectors, encoder))


def _weight_of_meaning(text: str) -> float:
    return _MEANING if guess_language(text, words(text)) == ENGLISH else _MEANING_ELSEWHERE
