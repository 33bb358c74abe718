"""Claims that say the same in other words, before somebody keeps both.

Only a proposal: whether two claims are one is for people to say. Claims that differ in a number or
in a negation never count as the same, since such claims contradict each other.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.search.languages import ENGLISH, guessed
from claimcheck.search.terms import terms, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ALIKE: Final = 82.0
# Claims are compared where they share one of so many rarest words, and few enough others do.
_RAREST, _MOST_SHARING = 5, 200
_NEGATIONS: Final = frozenset(
    (
        "no", "not", "never", "nobody", "none", "nothing", "neither", "nor", "without", "cannot",
        "kein", "keine", "keinen", "nicht", "nie", "niemand", "ohne", "ne", "pas", "jamais",
        "aucun", "aucune", "sans", "non", "nessun", "nessuno", "mai", "sin", "nunca", "ningún",
        "ninguno", "não", "geen", "niet", "nooit", "zonder", "inte", "aldrig", "ikke", "не", "нет",
        "без",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alike:
    """Two claims that seem to say the same; `likeness` from 0 to 100."""

    first: str
    second: str
    likeness: float


@dataclass(frozen=True, slots=True)
class _Said:
    terms: frozenset[str]
    ordered: str
    numbers: tuple[str, ...]
    negations: int


def duplicates(claims: Mapping[str, str]) -> list[Alike]:
    """Return the pairs of claims that seem to say the same, the likest first.

    Args:
        claims: what each claim says, by its id.
    """
    said = {claim: _said(claims[claim]) for claim in sorted(claims)}
    rarity = _rarity(said.values())
    sharing: dict[str, list[str]] = {}
    for claim, one in said.items():
        for term in _rarest(one, rarity):
            sharing.setdefault(term, []).append(claim)
    pairs = {
        (first, second)
        for alike in sharing.values()
        for at, second in enumerate(alike[:_MOST_SHARING])
        for first in alike[:at]
    }
    found = [
        Alike(first, second, likeness)
        for first, second in sorted(pairs)
        if (likeness := _likeness(said[first], said[second], rarity)) >= ALIKE
    ]
    return sorted(found, key=lambda one: (-one.likeness, one.first, one.second))


def nearest(text: str, claims: Mapping[str, str]) -> str | None:
    """Return the claim that says nearly what a text says, the likest; None when none does."""
    said = {claim: _said(claims[claim]) for claim in sorted(claims)}
    mine = _said(text)
    rarity = _rarity([*said.values(), mine])
    scored = [(_likeness(mine, one, rarity), claim) for claim, one in said.items()]
    best = max(scored, key=lambda one: one[0], default=(0.0, ""))
    return best[1] if best[0] >= ALIKE else None


def _said(text: str) -> _Said:
    plain = words(text.replace("n't ", " not ").replace("n’t ", " not "))
    # An accent that stands alone is a word without a letter left.
    found = [term for term in terms(text, guessed(text, plain) or ENGLISH) if term]
    numbers = sorted(term for term in found if term[0].isdigit())
    negations = sum(word in _NEGATIONS for word in plain)
    return _Said(frozenset(found), " ".join(sorted(found)), tuple(numbers), negations)


def _rarity(said: Iterable[_Said]) -> dict[str, float]:
    every = list(said)
    holding = Counter(term for one in every for term in one.terms)
    return {term: math.log(1 + (len(every) + 1) / held) for term, held in holding.items()}


def _rarest(one: _Said, rarity: Mapping[str, float]) -> Iterator[str]:
    yield from sorted(one.terms, key=lambda term: (-rarity[term], term))[:_RAREST]


def _likeness(one: _Said, other: _Said, rarity: Mapping[str, float]) -> float:
    if one.numbers != other.numbers or one.negations != other.negations:
        return 0.0
    if not one.terms or not other.terms:
        return 0.0
    from rapidfuzz import fuzz  # 20 ms, paid only where claims are compared

    shared = sum(rarity[term] for term in sorted(one.terms & other.terms))
    either = sum(rarity[term] for term in sorted(one.terms | other.terms))
    spelled = float(fuzz.ratio(one.ordered, other.ordered))
    return round(max(100 * shared / either, spelled), 1)
