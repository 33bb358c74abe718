"""How documents and sentences are scored for a text.

A document is scored by BM25F (Robertson and Zaragoza, 2009): words count by how rare they are, less
each time they recur, less in a long document, and more in its title. Words of six letters or more
also count, less, by their first six. What the best ten documents speak of besides, in proportion to
how good they are, counts as much as the text itself (a relevance model: Lavrenko and Croft, 2001),
among the hundred best, where the best one stands out. A sentence is scored by BM25, by its
neighbours and by its document.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from heapq import nlargest, nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.search.index import PackedIndex
from claimcheck.search.languages import ENGLISH
from claimcheck.search.terms import terms, without_addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    # Numbers of terms in the vocabulary, end exclusive.
    TermRange = tuple[int, int]

# A document's id, the number of its sentence or None for the whole document, and its score.
Hit = tuple[str, int | None, float]

# BM25's k1 says how soon a word that recurs counts no more, its b how much a long text counts less.
_K1: Final = 1.2
_B_BODY, _B_TITLE = 0.5, 0.75
_TITLE_WEIGHT: Final = 3.0
_K1_SENTENCE, _B_SENTENCE = 0.6, 0.4
# Longer words also count by their first letters.
_PREFIX_LETTERS: Final = 6
_PREFIX_WEIGHT: Final = 0.15
# Relevance feedback: from how many documents, of how many terms, with what weight. Scores that are
# apart by the temperature differ in trust by e.
_FEEDBACK_DOCUMENTS, _FEEDBACK_TERMS, _FEEDBACK_WEIGHT = 10, 80, 0.5
_FEEDBACK_TEMPERATURE: Final = 2.0
# Feedback helps where the best document stands out from the next by this share of its score, the
# text is short, and documents are long enough to tell what they speak of (their mean, in terms).
_FEEDBACK_MIN_LEAD: Final = 0.15
_FEEDBACK_MAX_QUERY_TERMS: Final = 12
_FEEDBACK_MIN_MEAN_LENGTH: Final = 100
_FEEDBACK_TERMS_FOR_SENTENCES: Final = 20
_NEIGHBOUR_WEIGHT: Final = 0.1
_BEST_SENTENCE_WEIGHT: Final = 0.2
# What a sentence is given of its document's score; and what a document counts among sentences, so
# that both are among the first hits.
DOCUMENT_SHARE: Final = 0.8
_DOCUMENT_WEIGHT: Final = 2.0
# So many documents are scored again with feedback, and of so many of them the sentences.
_MAX_DOCUMENTS_RERANKED, MAX_DOCUMENTS_OPENED = 100, 40
# Scores nearer than this differ by the order in which numbers were added up.
_SCORE_TOLERANCE: Final = 1e-8
# A list that is so many times as long as what is looked for is searched, not read through.
_MIN_RATIO_FOR_SEARCH: Final = 8
# Scores of single terms that are kept for the next text.
_MAX_CACHED_IMPACTS: Final = 400_000


class _Query(NamedTuple):
    """A text as it is looked up.

    Attributes:
        terms: the languages of each of its terms, by the term's number.
        prefixes: the languages of the words that begin as its longer ones do, by their numbers.
    """

    terms: dict[int, frozenset[str]]
    prefixes: dict[TermRange, frozenset[str]]


class Scores(NamedTuple):
    """Scores of documents by their number, and of sentences by their document's and their own."""

    documents: dict[int, float]
    sentences: dict[tuple[int, int], float]


class Index(PackedIndex):
    """Documents that can be ranked for a text.

    Args:
        data: what `index.pack_index` returned.

    Raises:
        ValueError: it is something else.
    """

    def __init__(self, data: bytes | memoryview) -> None:
        super().__init__(data)
        self._sentence_lengths = self.lengths.tolist()
        bodies = [
            sum(self._sentence_lengths[start:end]) for start, end in pairwise(self.length_ends)
        ]
        self._mean_length = _mean(bodies)
        titles = [end - start for start, end in pairwise(self.title_ends)]
        self._body_norms = [1 / norm for norm in _length_norms(bodies, _B_BODY)]
        self._title_norms = [1 / norm for norm in _length_norms(titles, _B_TITLE)]
        self._sentence_norms = self._norms_by_sentence_length()
        self._title_counts = self._count_title_terms()
        self._languages_of_index = sorted(set(self.languages)) or [ENGLISH]
        self._impacts_by_range: dict[TermRange, dict[int, float]] = {}
        self._impacts_to_cache = _MAX_CACHED_IMPACTS
        self._sentences_by_range: dict[TermRange, int] = {}

    def _norms_by_sentence_length(self) -> list[float]:
        """BM25's length norm of a sentence, times k1, by the number of its terms."""
        mean = _mean(self._sentence_lengths)
        return [
            _K1_SENTENCE * (1 - _B_SENTENCE + _B_SENTENCE * length / mean)
            for length in range(max(self._sentence_lengths, default=0) + 1)
        ]

    def _count_title_terms(self) -> dict[int, dict[int, int]]:
        """How often a term stands in the titles of documents: counts by document, by term."""
        counts: dict[int, dict[int, int]] = {}
        flat = self.titles.tolist()
        for document, (first, last) in enumerate(pairwise(self.title_ends)):
            for term in flat[first:last]:
                by_document = counts.setdefault(term, {})
                by_document[document] = by_document.get(document, 0) + 1
        return counts

    def query_terms(self, text: str) -> dict[str, frozenset[str]]:
        """Return the terms that a text is looked up by, and in documents of which languages each.

        A word has another stem in each language, and in documents of another is another word.
        """
        text = without_addresses(text)
        languages_of: dict[str, set[str]] = {}
        for language in self._languages_of_index:
            for term in terms(text, language):
                languages_of.setdefault(term, set()).add(language)
        return {term: frozenset(languages_of[term]) for term in sorted(languages_of)}

    def rank(
        self, text: str, limit: int = 10, within: Callable[[str], bool] | None = None
    ) -> list[Hit]:
        """Return documents and sentences together, best first: id, sentence or None, score.

        Args:
            text: what to look for.
            limit: how many at most.
            within: which documents may be returned, by their ids.
        """
        scores = self._score(text, limit, within)
        hits = [*self._document_hits(scores.documents), *self._sentence_hits(scores.sentences)]
        return self._best(hits, limit)

    def rank_documents(
        self, text: str, limit: int = 10, within: Callable[[str], bool] | None = None
    ) -> list[Hit]:
        """Return documents as a whole, best first: id, None, score.

        Args:
            text: what to look for.
            limit: how many at most.
            within: which documents may be returned, by their ids.
        """
        return self._best(self._document_hits(self._score(text, limit, within).documents), limit)

    def rank_sentences(
        self, text: str, limit: int = 10, within: Callable[[str], bool] | None = None
    ) -> list[Hit]:
        """Return sentences, best first: id, number of the sentence from 0, score.

        Args:
            text: what to look for.
            limit: how many at most.
            within: which documents may be returned, by their ids.
        """
        return self._best(self._sentence_hits(self._score(text, limit, within).sentences), limit)

    def _score(self, text: str, limit: int, within: Callable[[str], bool] | None) -> Scores:
        """Score the documents, and the sentences of the best of them."""
        query = self._parse(text)
        scores, exact_scores = self._match(query)
        if within is not None:
            allowed = map(within, self.ids)
            scores = [score if ok else 0.0 for ok, score in zip(allowed, scores, strict=True)]
        documents = {document: scores[document] for document in self._top(scores)}
        count = len(documents)
        feedback = self._wants_feedback(documents, query)
        if feedback:
            weights = self._rerank(documents, exact_scores, query)
        else:
            weights = dict.fromkeys(query.terms, 1.0)
        sentences = self._score_sentences(documents, self._weigh(weights, query))
        if limit > count:
            # Their first score, less than that of any that was scored again, keeps its order.
            own_share = 1 - _FEEDBACK_WEIGHT if feedback else 1.0
            for document, score in enumerate(scores):
                if score and document not in documents:
                    documents[document] = own_share * score
        return Scores(documents, sentences)

    def _wants_feedback(self, documents: dict[int, float], query: _Query) -> bool:
        """Whether what the best documents speak of says more of what is looked for.

        Args:
            documents: scores by document, best first.
            query: what is looked for.
        """
        best, second = (*documents.values(), 0.0, 0.0)[:2]
        return (
            len(self.ids) >= 2 * _FEEDBACK_DOCUMENTS
            and 0 < len(query.terms) <= _FEEDBACK_MAX_QUERY_TERMS
            and self._mean_length >= _FEEDBACK_MIN_MEAN_LENGTH
            and best - second >= _FEEDBACK_MIN_LEAD * best
        )

    def _parse(self, text: str) -> _Query:
        """Look the terms of a text up, and the terms that begin as its longer ones do."""
        query = _Query({}, {})
        for term, languages in self.query_terms(text).items():
            if (number := self._number(term)) is not None:
                query.terms[number] = languages
            if len(term) >= _PREFIX_LETTERS or _is_sign(term):
                prefix = self._prefix_range(term)
                query.prefixes[prefix] = query.prefixes.get(prefix, frozenset()) | languages
        return query

    def _match(self, query: _Query) -> tuple[list[float], list[float]]:
        """Score all documents by BM25F: with the prefixes of a query, and by its terms alone."""
        scores = [0.0] * len(self.ids)
        for term, languages in query.terms.items():
            self._add(scores, (term, term + 1), 1.0, languages)
        exact_scores = list(scores)
        for prefix, languages in query.prefixes.items():
            self._add(scores, prefix, _PREFIX_WEIGHT, languages)
        return scores, exact_scores

    def _rerank(
        self, documents: dict[int, float], exact_scores: list[float], query: _Query
    ) -> dict[int, float]:
        """Score documents again, half by what the best of them speak of.

        Args:
            documents: their scores, best first; changed in place.
            exact_scores: what all documents score by the query's terms alone.
            query: what is looked for.

        Returns:
            The weights of terms for sentences.
        """
        top = dict(list(documents.items())[:_FEEDBACK_DOCUMENTS])
        model = self._relevance_model(top)
        total = _FEEDBACK_WEIGHT * len(query.terms)
        feedback = self._score_terms(documents, {term: total * share for term, share in model})
        for document in documents:
            documents[document] += feedback[document] - _FEEDBACK_WEIGHT * exact_scores[document]
        weights = dict.fromkeys(query.terms, 1 - _FEEDBACK_WEIGHT)
        for term, share in model[:_FEEDBACK_TERMS_FOR_SENTENCES]:
            weights[term] = weights.get(term, 0.0) + total * share
        return weights

    def _weigh(self, weights: dict[int, float], query: _Query) -> list[tuple[TermRange, float]]:
        """The terms and prefixes that sentences are scored by, each with what it is worth."""
        exact = [((term, term + 1), weight) for term, weight in weights.items()]
        prefixes = [(prefix, _PREFIX_WEIGHT) for prefix in query.prefixes]
        return [(span, self._sentence_factor(span, weight)) for span, weight in exact + prefixes]

    def _score_sentences(
        self, documents: dict[int, float], factors: list[tuple[TermRange, float]]
    ) -> dict[tuple[int, int], float]:
        """Score the sentences of the best documents.

        Args:
            documents: scores by document; those of the best gain by their best sentence, in place.
            factors: the terms to look for, each with what it is worth.
        """
        ordered = sorted(documents, key=lambda number: self._order(number, documents[number]))
        sentences: dict[tuple[int, int], float] = {}
        for document in ordered[:MAX_DOCUMENTS_OPENED]:
            own = self._bm25_of_sentences(document, factors)
            if not own:
                continue
            documents[document] += _BEST_SENTENCE_WEIGHT * max(own.values())
            for number, score in own.items():
                neighbours = own.get(number - 1, 0.0) + own.get(number + 1, 0.0)
                sentences[document, number] = (
                    score + _NEIGHBOUR_WEIGHT * neighbours + DOCUMENT_SHARE * documents[document]
                )
        return sentences

    def _number(self, term: str) -> int | None:
        """The number of a term in the vocabulary."""
        number = bisect_left(self.vocabulary, term)
        stands = number < len(self.vocabulary) and self.vocabulary[number] == term
        return number if stands else None

    def _prefix_range(self, term: str) -> TermRange:
        """The terms of the vocabulary that begin as a term does."""
        low = bisect_left(self.vocabulary, term[:_PREFIX_LETTERS])
        return low, bisect_left(self.vocabulary, term[:_PREFIX_LETTERS] + "\U0010ffff", low)

    def _add(
        self, scores: list[float], span: TermRange, weight: float, languages: frozenset[str]
    ) -> None:
        """Add to the scores of documents in some languages what they say of some terms."""
        impacts = self._impacts(span)
        factor = weight * _idf(len(self.ids), len(impacts))
        everywhere = len(languages) == len(self._languages_of_index)
        for document, impact in impacts.items():
            if everywhere or self.languages[document] in languages:
                scores[document] += factor * impact

    def _impacts(self, span: TermRange) -> dict[int, float]:
        """How much each document speaks of some terms as of one: from 0 to `_K1` + 1."""
        if (cached := self._impacts_by_range.get(span)) is not None:
            return cached
        counts: dict[int, float] = {}
        first, last = span
        low, high = (self.posting_ends[first], self.posting_ends[last]) if last > first else (0, 0)
        ends = self.place_ends
        for document, offset in zip(
            self.posting_documents[low:high].tolist(),
            self.posting_offsets[low:high].tolist(),
            strict=True,
        ):
            count = (ends[offset + 1] - ends[offset]) * self._body_norms[document]
            counts[document] = counts[document] + count if document in counts else count
        for term in range(first, last):
            for document, count in self._title_counts.get(term, {}).items():
                weighted = _TITLE_WEIGHT * count * self._title_norms[document]
                counts[document] = counts.get(document, 0.0) + weighted
        impacts = {
            document: count * (_K1 + 1) / (count + _K1) for document, count in counts.items()
        }
        self._impacts_to_cache -= len(impacts)
        if self._impacts_to_cache < 0:
            self._impacts_by_range.clear()
            self._impacts_to_cache = _MAX_CACHED_IMPACTS - len(impacts)
        self._impacts_by_range[span] = impacts
        return impacts

    def _relevance_model(self, documents: dict[int, float]) -> list[tuple[int, float]]:
        """Return what documents speak of, term and share, by how good the documents are."""
        top = max(documents.values(), default=0.0)
        trust = {
            document: math.exp((score - top) / _FEEDBACK_TEMPERATURE)
            for document, score in documents.items()
        }
        total = sum(trust.values())
        shares: dict[int, float] = {}
        for document, document_trust in trust.items():
            first, last = self.term_ends[document : document + 2]
            ends = self.place_ends[first : last + 1].tolist()
            body_terms = self.forward[first:last].tolist()
            title_terms = self._title_terms(document)
            share = document_trust / total / max(1, ends[-1] - ends[0] + len(title_terms))
            for term, (start, end) in zip(body_terms, pairwise(ends), strict=True):
                shares[term] = shares.get(term, 0) + share * (end - start)
            for term in title_terms:
                shares[term] = shares.get(term, 0) + share
        largest = nlargest(
            _FEEDBACK_TERMS, shares.items(), key=lambda item: (round(item[1], 12), -item[0])
        )
        total = sum(share for _term, share in largest)
        return [(term, share / total) for term, share in largest]

    def _title_terms(self, document: int) -> list[int]:
        terms_of_title: list[int] = self.titles[
            slice(*self.title_ends[document : document + 2])
        ].tolist()
        return terms_of_title

    def _score_terms(self, documents: Iterable[int], weights: dict[int, float]) -> dict[int, float]:
        """Return how much documents say of some terms, by BM25F.

        Args:
            documents: which.
            weights: what each term is worth.
        """
        factors = {
            term: weight * _idf(len(self.ids), max(self._documents_with(term), 1)) * (_K1 + 1)
            for term, weight in weights.items()
        }
        ends, scores, ordered = self.place_ends, {}, sorted(factors)
        for document in documents:
            first, last = self.term_ends[document : document + 2]
            body_norm = self._body_norms[document]
            title_norm = _TITLE_WEIGHT * self._title_norms[document]
            body_terms = self.forward[first:last].tolist()
            counts = {
                term: (ends[first + offset + 1] - ends[first + offset]) * body_norm
                for offset, term in _intersect(body_terms, factors, ordered)
            }
            for term in self._title_terms(document):
                if term in factors:
                    counts[term] = counts.get(term, 0.0) + title_norm
            scores[document] = sum(
                factors[term] * counts[term] / (counts[term] + _K1) for term in sorted(counts)
            )
        return scores

    def _documents_with(self, term: int) -> int:
        """In about how many documents a term stands."""
        bodies: int = self.posting_ends[term + 1] - self.posting_ends[term]
        return max(bodies, len(self._title_counts.get(term, ())))

    def _bm25_of_sentences(
        self, document: int, factors: Iterable[tuple[TermRange, float]]
    ) -> dict[int, float]:
        """BM25 of the sentences of a document: those that have any of the terms.

        Args:
            document: which.
            factors: the terms to look for, each with what it is worth.
        """
        first, last = self.term_ends[document : document + 2]
        document_terms = self.forward[first:last].tolist()
        scores: dict[int, float] = {}
        ends, base = self.place_ends, self.length_ends[document]
        for (low, high), factor in factors:
            start = bisect_left(document_terms, low)
            end = start
            while end < len(document_terms) and document_terms[end] < high:
                end += 1
            if end == start:
                continue
            places = self.places[ends[first + start] : ends[first + end]].tolist()
            counts = Counter(places) if len(places) > 1 else {places[0]: 1}
            for number, count in counts.items():
                norm = self._sentence_norms[self._sentence_lengths[base + number]]
                scores[number] = scores.get(number, 0.0) + factor * count / (count + norm)
        return scores

    def _sentence_factor(self, span: TermRange, weight: float) -> float:
        """What a sentence is given for some terms at most."""
        total = len(self._sentence_lengths)
        if (count := self._sentences_by_range.get(span)) is None:
            low, high = self.posting_ends[span[0]], self.posting_ends[span[1]]
            ends, offsets = self.place_ends, self.posting_offsets[low:high].tolist()
            count = min(total, sum([ends[offset + 1] - ends[offset] for offset in offsets]))
            self._sentences_by_range[span] = count
        return weight * _idf(total, count) * (_K1_SENTENCE + 1)

    def _order(self, document: int, score: float) -> tuple[float, str]:
        """The key to sort documents by, best first, equal scores by id."""
        return -round(score, 9), self.ids[document]

    def _top(self, scores: list[float]) -> list[int]:
        """The numbers of the best documents, best first."""
        cut = sorted(scores, reverse=True)[:_MAX_DOCUMENTS_RERANKED][-1:]
        candidates = [
            document
            for document, score in enumerate(scores)
            if score and score >= cut[0] - _SCORE_TOLERANCE
        ]
        ordered = sorted(candidates, key=lambda number: self._order(number, scores[number]))
        return ordered[:_MAX_DOCUMENTS_RERANKED]

    def _document_hits(self, scores: dict[int, float]) -> list[Hit]:
        return [(self.ids[number], None, _DOCUMENT_WEIGHT * s) for number, s in scores.items()]

    def _sentence_hits(self, scores: dict[tuple[int, int], float]) -> list[Hit]:
        return [(self.ids[document], number, score) for (document, number), score in scores.items()]

    def _best(self, hits: list[Hit], limit: int) -> list[Hit]:
        # Rounded, so that the order in which numbers were added up does not decide.
        rounded = ((name, number, round(score, 9)) for name, number, score in hits)
        return nsmallest(
            max(0, limit),
            rounded,
            key=lambda hit: (-hit[2], hit[0], -1 if hit[1] is None else hit[1]),
        )


def _intersect(
    numbers: list[int], wanted: Collection[int], ordered: list[int]
) -> Iterator[tuple[int, int]]:
    """Yield what is in a sorted list and in a collection, with its offset in the list.

    Args:
        numbers: the sorted list.
        wanted: the collection.
        ordered: the collection, sorted.
    """
    if len(numbers) < _MIN_RATIO_FOR_SEARCH * len(ordered):
        for offset, number in enumerate(numbers):
            if number in wanted:
                yield offset, number
        return
    offset = 0
    for number in ordered:
        offset = bisect_left(numbers, number, offset)
        if offset == len(numbers):
            return
        if numbers[offset] == number:
            yield offset, number


def _is_sign(term: str) -> bool:
    """Whether a term is a single character of a script that is searched by pairs."""
    return len(term) == 1 and not term.isascii()


def _idf(total: int, containing: int) -> float:
    """BM25's inverse document frequency: how much it means that a text contains a term."""
    return math.log(1 + (total - containing + 0.5) / (containing + 0.5))


def _mean(lengths: list[int]) -> float:
    return (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0


def _length_norms(lengths: list[int], b: float) -> list[float]:
    """BM25's length norms of texts: more than 1 for those longer than the mean."""
    mean = _mean(lengths)
    return [1 - b + b * length / mean for length in lengths]
