"""Claims that say the same in other words, before somebody keeps both.

Only a proposal: whether two claims are one is for people to say. Claims that differ in a number, in
a negation (`safe` and `unsafe`), in a word such as `before` or `more`, or in who does something to
whom (`A sued B`, and `B sued A`) never count as the same, since such claims contradict each other.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.exchanged_parties import agents_in, have_exchanged
from claimcheck.anchor.figures import figures_in
from claimcheck.anchor.languages import load, vocabulary_at
from claimcheck.search.languages import ENGLISH, guess_language
from claimcheck.search.terms import terms, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

MIN_LIKENESS: Final = 82.0
# Claims are compared where they share one of so many rarest terms, and not too many others do.
_RAREST_TERMS, _MAX_CLAIMS_PER_TERM = 5, 200
# A server compares each new claim with the same ones.
_MOST_REMEMBERED: Final = 1 << 16
_NEGATES: Final = frozenset({"negation", "absence", "reversal"})
# Nobody searches for these words, but they turn what is said.
_TURNING_WORDS: Final = frozenset(
    {"after", "before", "during", "from", "more", "most", "only", "over", "under", "until"}
)
_MAX_PREFIX_CHARACTERS, _MIN_WORD_CHARACTERS = 4, 3


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two claims that seem to say the same; `likeness` from 0 to 100."""

    first: str
    second: str
    likeness: float


@dataclass(frozen=True, slots=True)
class _ClaimTerms:
    """What claims are compared by.

    Attributes:
        terms: the terms of a claim.
        ordered: the same, as they follow each other.
        sorted_text: the same in one string, sorted, as often as they stand there.
        numbers: those that are numbers, sorted.
        words: its words, as they are inflected.
        agents: how many of them name who does something: `by`.
        turning: those that are no terms, and turn what is said; sorted, as often as they are there.
    """

    terms: frozenset[str]
    ordered: tuple[str, ...]
    sorted_text: str
    numbers: tuple[str, ...]
    words: frozenset[str]
    turning: tuple[str, ...]
    agents: int


def duplicates(claims: Mapping[str, str]) -> list[DuplicatePair]:
    """Return the pairs of claims that seem to say the same, the likest first.

    Args:
        claims: what each claim says, by its id.
    """
    analysed = {claim: _analyse(claims[claim]) for claim in sorted(claims)}
    rarity = _rarity(analysed.values())
    by_term: dict[str, list[str]] = {}
    for claim, claim_terms in analysed.items():
        for term in _rarest(claim_terms, rarity):
            by_term.setdefault(term, []).append(claim)
    candidates = {
        (first, second)
        for sharing in by_term.values()
        for number, second in enumerate(sharing[:_MAX_CLAIMS_PER_TERM])
        for first in sharing[:number]
    }
    pairs = [
        DuplicatePair(first, second, likeness)
        for first, second in sorted(candidates)
        if (likeness := _likeness(analysed[first], analysed[second], rarity)) >= MIN_LIKENESS
        and _assertion(claims[first]) == _assertion(claims[second])
    ]
    return sorted(pairs, key=lambda pair: (-pair.likeness, pair.first, pair.second))


def nearest_claim(text: str, claims: Mapping[str, str]) -> str | None:
    """Return the claim that says nearly what a text says, the likest; None when none does."""
    analysed = {claim: _analyse(claims[claim]) for claim in sorted(claims)}
    text_terms = _analyse(text)
    rarity = _rarity([*analysed.values(), text_terms])
    scores = [
        (_likeness(text_terms, claim_terms, rarity), claim)
        for claim, claim_terms in analysed.items()
    ]
    likely = [score for score in scores if score[0] >= MIN_LIKENESS]
    likely.sort(key=lambda score: -score[0])
    alike = (claim for _score, claim in likely if _assertion(claims[claim]) == _assertion(text))
    return next(alike, None)


def prepare_nearest(claims: Iterable[str]) -> None:
    """Take apart what claims say, so that the first `nearest_claim` among them need not."""
    for text in claims:
        _analyse(text)


@lru_cache(_MOST_REMEMBERED)
def _analyse(text: str) -> _ClaimTerms:
    plain = words(text)
    # An accent that stands alone is a word without a letter left.
    lettered = [term for term in terms(text, guess_language(text, plain) or ENGLISH) if term]
    numbers = sorted(term for term in lettered if term[0].isdigit())
    turning = tuple(sorted(word for word in plain if word in _TURNING_WORDS))
    return _ClaimTerms(
        frozenset(lettered), tuple(lettered), " ".join(sorted(lettered)), tuple(numbers),
        frozenset(plain), turning, agents_in(plain),
    )  # fmt: skip


@lru_cache(_MOST_REMEMBERED)
def _assertion(text: str) -> tuple[int, tuple[Decimal, ...]]:
    """Return how often a claim negates something, and its figures, those in words, too."""
    vocabulary = vocabulary_at(text, 0, len(text)) or load("en")
    negations = sum(bool(cue.kinds & _NEGATES) for cue in vocabulary.cues(text))
    figures = figures_in(text, vocabulary=vocabulary)
    # `a bridge` and `the bridge` are one.
    values = (each.value for each in figures if not (each.in_words and each.value == 1))
    return negations, tuple(sorted(values))


def _rarity(claims: Iterable[_ClaimTerms]) -> dict[str, float]:
    """The inverse document frequency of each term of some claims."""
    claims = list(claims)
    frequency = Counter(term for claim in claims for term in claim.terms)
    return {term: math.log(1 + (len(claims) + 1) / count) for term, count in frequency.items()}


def _rarest(claim: _ClaimTerms, rarity: Mapping[str, float]) -> Iterator[str]:
    yield from sorted(claim.terms, key=lambda term: (-rarity[term], term))[:_RAREST_TERMS]


def _likeness(first: _ClaimTerms, second: _ClaimTerms, rarity: Mapping[str, float]) -> float:
    """From 0 to 100: the weighted Jaccard index of the terms, or how alike these are spelled."""
    if (first.numbers, first.turning) != (second.numbers, second.turning):
        return 0.0
    if not first.terms or not second.terms or _reverses(first, second) or _reverses(second, first):
        return 0.0
    if first.agents == second.agents and have_exchanged(first.ordered, second.ordered):
        return 0.0
    from rapidfuzz import fuzz  # 20 ms, paid only where claims are compared

    shared = sum(rarity[term] for term in sorted(first.terms & second.terms))
    either = sum(rarity[term] for term in sorted(first.terms | second.terms))
    spelling = float(fuzz.ratio(first.sorted_text, second.sorted_text))
    return round(max(100 * shared / either, spelling), 1)


def _reverses(first: _ClaimTerms, second: _ClaimTerms) -> bool:
    """Whether a claim has a word of another behind a prefix, as `unsafe` has `safe`."""
    added = second.words - first.words
    return any(
        len(word) - letters >= _MIN_WORD_CHARACTERS and word[letters:] in added
        for word in first.words - second.words
        for letters in range(1, _MAX_PREFIX_CHARACTERS + 1)
    )
