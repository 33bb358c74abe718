"""Ranked passages for a text: which documents, and which sentences, speak of the same thing.

    index = build([("report", "On the bridge", ["It was closed.", "It reopened in May."])])
    index.rank("the bridge reopened", limit=10)

Words are stemmed and weighed by how rare they are (Okapi BM25: Robertson and Zaragoza, 2009). A
sentence is judged by its own words, by its neighbours' and by its document's; a document by all its
words and by its best sentence. There is no model and no chance in it: the same documents and the
same text give the same answer.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import lru_cache
from heapq import nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Hit = tuple[str, int | None, float]

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_SMALL = frozenset(
    (
        "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
        "before", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does",
        "during", "each", "for", "from", "had", "has", "have", "here", "how", "if", "in", "into",
        "is", "it", "its", "may", "more", "most", "no", "not", "of", "on", "only", "or", "other",
        "our", "over", "same", "should", "so", "some", "such", "than", "that", "the", "their",
        "them", "then", "there", "these", "they", "this", "those", "through", "to", "under",
        "until", "up", "very", "was", "we", "were", "what", "when", "where", "which", "while",
        "who", "with", "would",
    )
)  # fmt: skip
# How soon a word that recurs counts no more, and how much a long text is held to its length.
_AGAIN, _LENGTH = 1.2, 0.75
_AGAIN_IN_A_SENTENCE, _LENGTH_OF_A_SENTENCE = 1.0, 0.6
_OF_TITLES = 2
_OF_BEST_SENTENCE = 0.25
_OF_DOCUMENT = 0.7
_OF_NEIGHBOURS = 0.15
# Sentences are looked at in so many of the documents that seem best.
_CONSIDERED = 200


class Index:
    """Documents that can be ranked for a text; made by `build`."""

    def __init__(self, documents: Iterable[tuple[str, str, Sequence[str]]]) -> None:
        self._ids: list[str] = []
        self._lengths: list[int] = []
        self._sentences: list[list[tuple[Counter[str], int]]] = []
        self._postings: dict[str, list[tuple[int, int]]] = {}
        self._in_sentences: Counter[str] = Counter()
        self._impacts: dict[str, list[tuple[int, float]]] = {}
        for name, title, sentences in documents:
            heading = stems(title)
            whole = Counter(heading * _OF_TITLES)
            counted = []
            for sentence in sentences:
                words = stems(sentence)
                counts = Counter(words)
                whole.update(counts)
                self._in_sentences.update(counts.keys())
                counted.append((counts, len(words)))
            for term, often in whole.items():
                self._postings.setdefault(term, []).append((len(self._ids), often))
            self._ids.append(name)
            self._sentences.append(counted)
            self._lengths.append(len(heading) + sum(length for _counts, length in counted))
        total = sum(map(len, self._sentences))
        self._mean = sum(self._lengths) / max(1, len(self._lengths))
        self._mean_of_sentences = (
            sum(length for one in self._sentences for _counts, length in one) / max(1, total)
        ) or 1.0
        self._total = total

    def rank(self, text: str, limit: int = 10) -> list[Hit]:
        """Return documents and sentences together, best first: id, sentence or None, score."""
        documents, sentences = self._judged(text)
        return self._best([*self._as_documents(documents), *self._as_sentences(sentences)], limit)

    def rank_documents(self, text: str, limit: int = 10) -> list[Hit]:
        """Return documents as a whole, best first."""
        return self._best(self._as_documents(self._judged(text)[0]), limit)

    def rank_sentences(self, text: str, limit: int = 10) -> list[Hit]:
        """Return sentences, best first."""
        return self._best(self._as_sentences(self._judged(text)[1]), limit)

    def _judged(self, text: str) -> tuple[dict[int, float], dict[tuple[int, int], float]]:
        """Score the documents, and the sentences of the best of them."""
        weights = Counter(stems(text))
        whole: dict[int, float] = {}
        for term, weight in sorted(weights.items()):
            for document, impact in self._impact(term):
                whole[document] = whole.get(document, 0.0) + weight * impact
        rare = {
            term: weight * self._rarity(term)
            for term, weight in sorted(weights.items())
            if term in self._in_sentences
        }
        sentences: dict[tuple[int, int], float] = {}
        for document in nsmallest(_CONSIDERED, whole, key=lambda one: (-whole[one], one)):
            own = [self._own(counts, length, rare) for counts, length in self._sentences[document]]
            whole[document] += _OF_BEST_SENTENCE * max(own, default=0.0)
            for number, score in enumerate(own):
                if score:
                    beside = sum(own[max(0, number - 1) : number + 2]) - score
                    sentences[document, number] = (
                        score + _OF_NEIGHBOURS * beside + _OF_DOCUMENT * whole[document]
                    )
        return whole, sentences

    def _impact(self, term: str) -> list[tuple[int, float]]:
        """What a term adds to the score of each document that holds it."""
        if term not in self._impacts:
            found = self._postings.get(term, [])
            rare = math.log(1 + (len(self._ids) - len(found) + 0.5) / (len(found) + 0.5))
            held = [
                _AGAIN * (1 - _LENGTH + _LENGTH * length / (self._mean or 1.0))
                for length in (self._lengths[document] for document, _often in found)
            ]
            self._impacts[term] = [
                (document, rare * often * (_AGAIN + 1) / (often + by_length))
                for (document, often), by_length in zip(found, held, strict=True)
            ]
        return self._impacts[term]

    def _rarity(self, term: str) -> float:
        holding = self._in_sentences[term]
        return math.log(1 + (self._total - holding + 0.5) / (holding + 0.5))

    def _own(self, counts: Counter[str], length: int, rare: dict[str, float]) -> float:
        """BM25 of one sentence."""
        again, by_length = _AGAIN_IN_A_SENTENCE, _LENGTH_OF_A_SENTENCE
        held = again * (1 - by_length + by_length * length / self._mean_of_sentences)
        score = 0.0
        for term, weight in rare.items():
            if term in counts:
                often = counts[term]
                score += weight * often * (again + 1) / (often + held)
        return score

    def _as_documents(self, scores: dict[int, float]) -> list[Hit]:
        return [(self._ids[number], None, score) for number, score in scores.items()]

    def _as_sentences(self, scores: dict[tuple[int, int], float]) -> list[Hit]:
        return [
            (self._ids[document], number, score) for (document, number), score in scores.items()
        ]

    def _best(self, hits: list[Hit], limit: int) -> list[Hit]:
        # Rounded, so that the order in which numbers were added up does not decide.
        rounded = ((name, number, round(score, 9)) for name, number, score in hits)
        return nsmallest(
            max(0, limit),
            rounded,
            key=lambda hit: (-hit[2], hit[0], -1 if hit[1] is None else hit[1]),
        )


def build(documents: Iterable[tuple[str, str, Sequence[str]]]) -> Index:
    """Index documents.

    Args:
        documents: each one's id, title and sentences, in order.
    """
    return Index(documents)


def stems(text: str) -> list[str]:
    """Return the words of a text that mean something, without their endings, in order."""
    return [_stem(word) for word in _words(text) if word not in _SMALL]


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return (found[0] for found in _WORD.finditer(plain))


@lru_cache(maxsize=1 << 17)
def _stem(word: str) -> str:
    if word.isascii() and word.isalpha():
        return str(_stemmer().stemWord(word))
    return word


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def] # noqa: ANN202 - the library has no types
    import snowballstemmer  # only where something is searched for

    return snowballstemmer.stemmer("english")
