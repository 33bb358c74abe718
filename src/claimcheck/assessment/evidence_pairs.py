"""Which evidence items of two versions of a claim are one item, edited or not."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.anchor.borders import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from claimcheck.assessment.assessed import AssessedEvidence

    Items = Sequence[AssessedEvidence]

# Quotations that share fewer of their words are two passages, not one that was altered.
_MIN_WORD_OVERLAP = 0.5
# What is compared of them for one claim.
_MOST_WORDS = 1_000_000


class Pairing(NamedTuple):
    """The items that both versions have, in the newer one's order, and those that one has."""

    pairs: tuple[tuple[AssessedEvidence, AssessedEvidence], ...]
    lost: tuple[AssessedEvidence, ...]
    gained: tuple[AssessedEvidence, ...]


def pair_items(before: Sequence[AssessedEvidence], after: Sequence[AssessedEvidence]) -> Pairing:
    """Pair the items of two versions of a claim.

    First those with the same source, quotation and stance; then those with one of the three
    changed, where a changed quotation must still share most of its words.
    """
    old, new = list(before), list(after)
    pairs: list[tuple[AssessedEvidence, AssessedEvidence]] = []
    for find in (_pairs_with(item_identity), _pairs_with(_passage), _pairs_with(_words), _likest):
        positions = find(old, new)
        pairs += [(old[left], new[right]) for left, right in positions]
        paired_old, paired_new = {left for left, _ in positions}, {right for _, right in positions}
        old = [item for position, item in enumerate(old) if position not in paired_old]
        new = [item for position, item in enumerate(new) if position not in paired_new]
    pairs.sort(key=lambda pair: pair[1].evidence.number)
    return Pairing(tuple(pairs), tuple(old), tuple(new))


def _pairs_with(
    key: Callable[[AssessedEvidence], Hashable],
) -> Callable[[Items, Items], list[tuple[int, int]]]:
    """Return what pairs the positions of items with one key: first with first."""

    def pairs(old: Items, new: Items) -> list[tuple[int, int]]:
        olds, news = _positions(old, key), _positions(new, key)
        return [
            pair
            for shared, lefts in olds.items()
            for pair in zip(lefts, news.get(shared, ()), strict=False)
        ]

    return pairs


def _positions(
    items: Items, key: Callable[[AssessedEvidence], Hashable]
) -> dict[Hashable, list[int]]:
    positions: dict[Hashable, list[int]] = {}
    for position, item in enumerate(items):
        positions.setdefault(key(item), []).append(position)
    return positions


def _likest(old: Items, new: Items) -> list[tuple[int, int]]:
    """Pair positions of items whose quotes have most words in common, greedily.

    Most similar ones come first, then foremost ones. Those that stand at much the same place among
    the items of one source are compared first, within `_MOST_WORDS` for all of them.
    """
    words_of_old = [Counter(_words_of(item.evidence.quote.exact)) for item in old]
    words_of_new = [Counter(_words_of(item.evidence.quote.exact)) for item in new]
    scored = []
    left_words = _MOST_WORDS
    for left, right in _nearest_first(_positions(old, _side), _positions(new, _side)):
        old_words, new_words = words_of_old[left], words_of_new[right]
        left_words -= 1 + min(len(old_words), len(new_words))
        if left_words < 0:
            break
        common = 2 * (old_words & new_words).total()
        score = common / max(1, old_words.total() + new_words.total())
        if score >= _MIN_WORD_OVERLAP:
            scored.append((-score, left + right, abs(left - right), left, right))
    pairs: list[tuple[int, int]] = []
    paired_old, paired_new = set[int](), set[int]()
    for _score, _sum, _distance, left, right in sorted(scored):
        if left not in paired_old and right not in paired_new:
            paired_old.add(left)
            paired_new.add(right)
            pairs.append((left, right))
    return pairs


def _words_of(quote: str) -> list[str]:
    """The words of a quote; of a script without blanks its pairs of characters."""
    if quote.isascii() or not any(map(is_unspaced, quote)):
        return quote.split()
    return [first + second for first, second in pairwise(quote)] or [quote]


def _nearest_first(
    olds: Mapping[Hashable, Sequence[int]], news: Mapping[Hashable, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Yield every two positions with one key, those first that are at the same place among them."""
    sides = [(lefts, news[key]) for key, lefts in olds.items() if key in news]
    farthest = max((max(len(lefts), len(rights)) for lefts, rights in sides), default=0)
    for distance in range(farthest):
        sides = [side for side in sides if distance < max(map(len, side))]
        for lefts, rights in sides:
            for at, left in enumerate(lefts):
                if at + distance < len(rights):
                    yield left, rights[at + distance]
                if 0 < distance <= at and at - distance < len(rights):
                    yield left, rights[at - distance]


def item_identity(item: AssessedEvidence) -> tuple[object, ...]:
    """Return what makes an item the item that it is: its source, its quote and its stance."""
    return item.evidence.source, item.evidence.quote, item.evidence.stance


def _passage(item: AssessedEvidence) -> tuple[object, ...]:
    return item_identity(item)[:2]


def _words(item: AssessedEvidence) -> tuple[object, ...]:
    return item_identity(item)[1:]


def _side(item: AssessedEvidence) -> tuple[object, ...]:
    return item.evidence.source, item.evidence.stance
