"""Which evidence items of two versions of a claim are one item, edited or not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.assessment.assess import AssessedEvidence

# Quotations that share fewer of their words are two passages, not one that was altered.
_MIN_WORD_OVERLAP = 0.5


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
    for similarity in (_same, _same_but_stance, _same_but_source, _same_but_quote):
        positions = _best_pairs(old, new, similarity)
        pairs += [(old[left], new[right]) for left, right in positions]
        paired_old, paired_new = {left for left, _ in positions}, {right for _, right in positions}
        old = [item for position, item in enumerate(old) if position not in paired_old]
        new = [item for position, item in enumerate(new) if position not in paired_new]
    pairs.sort(key=lambda pair: pair[1].evidence.number)
    return Pairing(tuple(pairs), tuple(old), tuple(new))


def _best_pairs(
    old: Sequence[AssessedEvidence],
    new: Sequence[AssessedEvidence],
    similarity: Callable[[AssessedEvidence, AssessedEvidence], float],
) -> list[tuple[int, int]]:
    """Return positions in both lists, greedily: the most similar first, then the foremost."""
    scored = sorted(
        (-score, left + right, abs(left - right), left, right)
        for left, old_item in enumerate(old)
        for right, new_item in enumerate(new)
        if (score := similarity(old_item, new_item)) > 0
    )
    pairs: list[tuple[int, int]] = []
    paired_old, paired_new = set[int](), set[int]()
    for _score, _sum, _distance, left, right in scored:
        if left not in paired_old and right not in paired_new:
            paired_old.add(left)
            paired_new.add(right)
            pairs.append((left, right))
    return pairs


def item_identity(item: AssessedEvidence) -> tuple[object, ...]:
    """Return what makes an item the item that it is: its source, its quote and its stance."""
    return item.evidence.source, item.evidence.quote, item.evidence.stance


def _same(left: AssessedEvidence, right: AssessedEvidence) -> float:
    return float(item_identity(left) == item_identity(right))


def _same_but_stance(left: AssessedEvidence, right: AssessedEvidence) -> float:
    return float(item_identity(left)[:2] == item_identity(right)[:2])


def _same_but_source(left: AssessedEvidence, right: AssessedEvidence) -> float:
    return float(item_identity(left)[1:] == item_identity(right)[1:])


def _same_but_quote(left: AssessedEvidence, right: AssessedEvidence) -> float:
    """Return the share of words that two quotes have in common (Dice), from 0 to 1."""
    old, new = left.evidence, right.evidence
    if (old.source, old.stance) != (new.source, new.stance):
        return 0.0
    old_words, new_words = Counter(old.quote.exact.split()), Counter(new.quote.exact.split())
    common = 2 * (old_words & new_words).total()
    overlap = common / max(1, old_words.total() + new_words.total())
    return overlap if overlap >= _MIN_WORD_OVERLAP else 0.0
