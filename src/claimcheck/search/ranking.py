"""How documents and sentences are judged against a text.

A document is judged by BM25F (Robertson and Zaragoza, 2009): words count by how rare they are, less
each time they recur, less in a long document, and more in its title. Words of six letters or more
also count, less, by their first six. What the best ten documents speak of besides, in proportion to
how good they are, counts as much as the text itself (a relevance model: Lavrenko and Croft, 2001),
among the hundred best. A sentence is judged by BM25, by its neighbours and by its document.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from heapq import nlargest, nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.search.index import Unpacked
from claimcheck.search.languages import ENGLISH
from claimcheck.search.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

Hit = tuple[str, int | None, float]

# How soon a word that recurs counts no more, and how much a text is held to its length.
_AGAIN: Final = 1.5
_LENGTH, _LENGTH_OF_TITLE = 0.75, 0.5
_OF_TITLE: Final = 3.0
_AGAIN_IN_A_SENTENCE, _LENGTH_OF_A_SENTENCE = 0.6, 0.4
_BEGINNING: Final = 6
_OF_BEGINNINGS: Final = 0.3
# Feedback: from how many documents, of how many terms, with what weight; the scores that are apart
# by `_APART` differ in trust by e.
_FED_BACK, _TERMS_FED_BACK, _OF_FEEDBACK, _APART = 10, 80, 0.5, 2.0
_TERMS_FOR_SENTENCES: Final = 20
_OF_NEIGHBOURS: Final = 0.1
_OF_BEST_SENTENCE: Final = 0.1
# What a document counts as a whole among sentences, each of which counts its document once: so that
# both are among the first hits.
_AS_A_WHOLE: Final = 2.0
# So many documents are judged again, and of so many of them the sentences.
_CONSIDERED, _OPENED = 100, 40
# Scores nearer than this differ by the order in which numbers were added up.
_EQUAL: Final = 1e-8
# A list that is so many times as long is not read through.
_FEW_TIMES: Final = 8
_MOST_KEPT: Final = 400_000


class Index(Unpacked):
    """Documents that can be ranked for a text.

    Args:
        data: what `inverted.index_of` returned.

    Raises:
        ValueError: it is something else.
    """

    def __init__(self, data: bytes | memoryview) -> None:
        super().__init__(data)
        ends = self.length_ends
        sentences = self.lengths.tolist()
        bodies = [sum(sentences[a:b]) for a, b in pairwise(ends)]
        heads = [b - a for a, b in pairwise(self.title_ends)]
        self._bodies = _by_length(bodies, _LENGTH)
        self._heads = _by_length(heads, _LENGTH_OF_TITLE)
        self._sentences = sentences
        self._mean = (sum(sentences) / len(sentences) if sentences else 0.0) or 1.0
        self._held = [
            _AGAIN_IN_A_SENTENCE
            * (1 - _LENGTH_OF_A_SENTENCE + _LENGTH_OF_A_SENTENCE * length / self._mean)
            for length in range(max(sentences, default=0) + 1)
        ]
        self._titled: dict[int, dict[int, int]] = {}
        flat = self.titles.tolist()
        for document, (first, last) in enumerate(
            zip(self.title_ends, self.title_ends[1:], strict=False)
        ):
            for term in flat[first:last]:
                held = self._titled.setdefault(term, {})
                held[document] = held.get(document, 0) + 1
        self._spoken = sorted(set(self.languages)) or [ENGLISH]
        self._kept: dict[tuple[int, int], dict[int, float]] = {}
        self._room = _MOST_KEPT
        self._often: dict[tuple[int, int], int] = {}

    def terms(self, text: str) -> dict[str, frozenset[str]]:
        """Return the terms that a text is looked up by, and in documents of which languages each.

        A word has another stem in each language, and in documents of another is another word.
        """
        found: dict[str, set[str]] = {}
        for language in self._spoken:
            for term in terms(text, language):
                found.setdefault(term, set()).add(language)
        return {term: frozenset(found[term]) for term in sorted(found)}

    def rank(
        self, text: str, limit: int = 10, within: Callable[[str], bool] | None = None
    ) -> list[Hit]:
        """Return documents and sentences together, best first: id, sentence or None, score.

        Args:
            text: what to look for.
            limit: how many at most.
            within: which documents may be returned, by their ids.
        """
        documents, sentences = self._judged(text, limit, within)
        return self._best([*self._as_documents(documents), *self._as_sentences(sentences)], limit)

    def rank_documents(
        self, text: str, limit: int = 10, within: Callable[[str], bool] | None = None
    ) -> list[Hit]:
        """Return documents as a whole, best first; see `rank`."""
        return self._best(self._as_documents(self._judged(text, limit, within)[0]), limit)

    def rank_sentences(
        self, text: str, limit: int = 10, within: Callable[[str], bool] | None = None
    ) -> list[Hit]:
        """Return sentences, best first; see `rank`."""
        return self._best(self._as_sentences(self._judged(text, limit, within)[1]), limit)

    def _judged(
        self, text: str, limit: int, within: Callable[[str], bool] | None
    ) -> tuple[dict[int, float], dict[tuple[int, int], float]]:
        """Score the documents, and the sentences of the best of them."""
        own, groups = self._asked(text)
        scores = [0.0] * len(self.ids)
        for at, languages in own.items():
            self._add(scores, (at, at + 1), 1.0, languages)
        exact = list(scores)
        for group, languages in groups.items():
            self._add(scores, group, _OF_BEGINNINGS, languages)
        if within is not None:
            scores = [s if within(one) else 0.0 for one, s in zip(self.ids, scores, strict=True)]
        best = self._first(scores, _CONSIDERED)
        documents = {one: scores[one] for one in best}
        weights = dict.fromkeys(own, 1.0)
        share = _OF_FEEDBACK if len(self.ids) >= 2 * _FED_BACK and own else 0.0
        if share:
            spoken_of = self._spoken_of({one: documents[one] for one in best[:_FED_BACK]})
            more = share * len(own)
            fed = self._fed_back(best, {at: more * weight for at, weight in spoken_of})
            for one in best:
                documents[one] += fed[one] - share * exact[one]
            weights = dict.fromkeys(own, 1 - share)
            for at, weight in spoken_of[:_TERMS_FOR_SENTENCES]:
                weights[at] = weights.get(at, 0.0) + more * weight
        looked_up = [
            *((at, at + 1, self._factor(at, at + 1, weight)) for at, weight in weights.items()),
            *((low, high, self._factor(low, high, _OF_BEGINNINGS)) for low, high in groups),
        ]
        sentences = self._opened(documents, looked_up)
        if limit > len(best):
            # Their first score, less than that of any that was judged again, keeps its order.
            for one, score in enumerate(scores):
                if score and one not in documents:
                    documents[one] = (1 - share) * score
        return documents, sentences

    def _asked(
        self, text: str
    ) -> tuple[dict[int, frozenset[str]], dict[tuple[int, int], frozenset[str]]]:
        """Return the terms of a text, and the runs of terms that begin as its longer ones do."""
        own: dict[int, frozenset[str]] = {}
        groups: dict[tuple[int, int], frozenset[str]] = {}
        for term, languages in self.terms(text).items():
            if (at := self._number(term)) is not None:
                own[at] = languages
            if len(term) >= _BEGINNING or _is_sign(term):
                group = self._beginning(term)
                groups[group] = groups.get(group, frozenset()) | languages
        return own, groups

    def _opened(
        self, documents: dict[int, float], looked_up: Iterable[tuple[int, int, float]]
    ) -> dict[tuple[int, int], float]:
        """Score the sentences of the best documents, and these by their best sentence, too."""
        ordered = sorted(documents, key=lambda one: (-round(documents[one], 9), self.ids[one]))
        terms = list(looked_up)
        sentences: dict[tuple[int, int], float] = {}
        for document in ordered[:_OPENED]:
            found = self._inside(document, terms)
            if not found:
                continue
            documents[document] += _OF_BEST_SENTENCE * max(found.values())
            whole = documents[document]
            for number, score in found.items():
                beside = found.get(number - 1, 0.0) + found.get(number + 1, 0.0)
                sentences[document, number] = score + _OF_NEIGHBOURS * beside + whole
        return sentences

    def _number(self, term: str) -> int | None:
        at = bisect_left(self.vocabulary, term)
        return at if at < len(self.vocabulary) and self.vocabulary[at] == term else None

    def _beginning(self, term: str) -> tuple[int, int]:
        """Return the run of the vocabulary that begins as a term does."""
        low = bisect_left(self.vocabulary, term[:_BEGINNING])
        return low, bisect_left(self.vocabulary, term[:_BEGINNING] + "\U0010ffff", low)

    def _add(
        self,
        scores: list[float],
        group: tuple[int, int],
        weight: float,
        languages: frozenset[str],
    ) -> None:
        factor = weight * self._rarity(group)
        everywhere = len(languages) == len(self._spoken)
        for document, impact in self._impacts(group).items():
            if everywhere or self.languages[document] in languages:
                scores[document] += factor * impact

    def _rarity(self, group: tuple[int, int]) -> float:
        """How much it means that a document holds a term, or one of a run of terms."""
        return _rare(len(self.ids), len(self._impacts(group)))

    def _impacts(self, group: tuple[int, int]) -> dict[int, float]:
        """How much a document speaks of a term, or of a run of terms: 0 to `_AGAIN` + 1."""
        if (known := self._kept.get(group)) is not None:
            return known
        held: dict[int, float] = {}
        bodies, heads = self._bodies, self._heads
        first, last = group
        low, high = (self.held_ends[first], self.held_ends[last]) if last > first else (0, 0)
        ends = self.place_ends
        for document, at in zip(
            self.held_in[low:high].tolist(), self.held_at[low:high].tolist(), strict=True
        ):
            often = (ends[at + 1] - ends[at]) * bodies[document]
            held[document] = held[document] + often if document in held else often
        for term in range(first, last):
            for document, often in self._titled.get(term, {}).items():
                held[document] = held.get(document, 0.0) + _OF_TITLE * often * heads[document]
        impacts = {
            document: often * (_AGAIN + 1) / (often + _AGAIN) for document, often in held.items()
        }
        self._room -= len(impacts)
        if self._room < 0:
            self._kept.clear()
            self._room = _MOST_KEPT - len(impacts)
        self._kept[group] = impacts
        return impacts

    def _spoken_of(self, documents: dict[int, float]) -> list[tuple[int, float]]:
        """Return what documents speak of, term and share, by how good the documents are."""
        top = max(documents.values(), default=0.0)
        trust = {one: math.exp((score - top) / _APART) for one, score in documents.items()}
        total = sum(trust.values())
        shares: Counter[int] = Counter()
        for document, of_all in trust.items():
            first, last = self.term_ends[document : document + 2]
            ends = self.place_ends[first : last + 1].tolist()
            held = self.forward[first:last].tolist()
            titled = self.titles[slice(*self.title_ends[document : document + 2])].tolist()
            share = of_all / total / max(1, ends[-1] - ends[0] + len(titled))
            for term, before, after in zip(held, ends, ends[1:], strict=False):
                shares[term] += share * (after - before)  # type: ignore[assignment] # shares are no integers
            for term in titled:
                shares[term] += share  # type: ignore[assignment] # as above
        chosen = nlargest(
            _TERMS_FED_BACK, shares.items(), key=lambda one: (round(one[1], 12), -one[0])
        )
        total = sum(share for _term, share in chosen)
        return [(term, share / total) for term, share in chosen]

    def _fed_back(self, best: Iterable[int], weights: dict[int, float]) -> dict[int, float]:
        """Return how much documents say of some terms."""
        factors = {
            term: weight * _rare(len(self.ids), max(self._holding(term), 1)) * (_AGAIN + 1)
            for term, weight in weights.items()
        }
        ends, scores, asked = self.place_ends, {}, sorted(factors)
        for document in best:
            first, last = self.term_ends[document : document + 2]
            body, head = self._bodies[document], _OF_TITLE * self._heads[document]
            held = self.forward[first:last].tolist()
            often = {
                term: (ends[first + at + 1] - ends[first + at]) * body
                for at, term in _shared(held, factors, asked)
            }
            for term in self.titles[slice(*self.title_ends[document : document + 2])].tolist():
                if term in factors:
                    often[term] = often.get(term, 0.0) + head
            scores[document] = sum(
                factors[term] * often[term] / (often[term] + _AGAIN) for term in sorted(often)
            )
        return scores

    def _holding(self, term: int) -> int:
        """In about how many documents a term stands."""
        in_bodies: int = self.held_ends[term + 1] - self.held_ends[term]
        return max(in_bodies, len(self._titled.get(term, ())))

    def _inside(
        self, document: int, looked_up: Iterable[tuple[int, int, float]]
    ) -> dict[int, float]:
        """BM25 of the sentences of a document: those that hold any of the terms.

        Args:
            document: which.
            looked_up: runs of terms, each with what it is worth.
        """
        first, last = self.term_ends[document : document + 2]
        held = self.forward[first:last].tolist()
        scores: dict[int, float] = {}
        ends, base = self.place_ends, self.length_ends[document]
        for low, high, factor in looked_up:
            at = bisect_left(held, low)
            beyond = at
            while beyond < len(held) and held[beyond] < high:
                beyond += 1
            if beyond == at:
                continue
            standing = self.places[ends[first + at] : ends[first + beyond]].tolist()
            counted = Counter(standing) if len(standing) > 1 else {standing[0]: 1}
            for number, count in counted.items():
                length = self._held[self._sentences[base + number]]
                scores[number] = scores.get(number, 0.0) + factor * count / (count + length)
        return scores

    def _factor(self, first: int, last: int, weight: float) -> float:
        """What a sentence is given for a run of terms at most."""
        total = len(self._sentences)
        if (often := self._often.get((first, last))) is None:
            ends, held = self.place_ends, self.held_at
            places = held[self.held_ends[first] : self.held_ends[last]].tolist()
            often = min(total, sum([ends[at + 1] - ends[at] for at in places]))
            self._often[first, last] = often
        return weight * _rare(total, often) * (_AGAIN_IN_A_SENTENCE + 1)

    def _first(self, scores: list[float], most: int) -> list[int]:
        cut = sorted(scores, reverse=True)[: max(1, most)][-1:]
        near = [one for one, score in enumerate(scores) if score and score >= cut[0] - _EQUAL]
        return sorted(near, key=lambda one: (-round(scores[one], 9), self.ids[one]))[:most]

    def _as_documents(self, scores: dict[int, float]) -> list[Hit]:
        return [(self.ids[number], None, _AS_A_WHOLE * score) for number, score in scores.items()]

    def _as_sentences(self, scores: dict[tuple[int, int], float]) -> list[Hit]:
        return [(self.ids[document], number, score) for (document, number), score in scores.items()]

    def _best(self, hits: list[Hit], limit: int) -> list[Hit]:
        # Rounded, so that the order in which numbers were added up does not decide.
        rounded = ((name, number, round(score, 9)) for name, number, score in hits)
        return nsmallest(
            max(0, limit),
            rounded,
            key=lambda hit: (-hit[2], hit[0], -1 if hit[1] is None else hit[1]),
        )


def _shared(
    held: list[int], wanted: Collection[int], in_order: list[int]
) -> Iterator[tuple[int, int]]:
    """Yield where wanted numbers stand in a sorted list, and the numbers."""
    if len(held) < _FEW_TIMES * len(in_order):
        for at, one in enumerate(held):
            if one in wanted:
                yield at, one
        return
    at = 0
    for one in in_order:
        at = bisect_left(held, one, at)
        if at == len(held):
            return
        if held[at] == one:
            yield at, one


def _is_sign(term: str) -> bool:
    """Whether a term is a single character of a script that is searched by pairs."""
    return len(term) == 1 and not term.isascii()


def _rare(total: int, holding: int) -> float:
    return math.log(1 + (total - holding + 0.5) / (holding + 0.5))


def _by_length(lengths: list[int], held: float) -> list[float]:
    """Return what one word counts in texts of these lengths."""
    mean = (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0
    return [1 / (1 - held + held * length / mean) for length in lengths]
