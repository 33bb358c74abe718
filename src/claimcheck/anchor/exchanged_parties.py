"""Two parties that have changed places around a word: `A sued B`, and `B sued A`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

# Who does it is named behind them, and not before the verb.
_AGENTS: Final = frozenset(
    {"by", "von", "vom", "durch", "par", "por", "pelo", "pela", "da", "dal", "dalla", "door", "av",
     "af", "przez"}
)  # fmt: skip
# What two do to each other: each may come first.
_MUTUAL: Final = (
    "meet", "met", "marr", "wed", "border", "adjoin", "neighbo", "resembl", "equal", "merg",
    "differ", "agre", "join", "play", "match", "near", "besid", "heirat", "traf", "treff",
    "grenz", "spiel", "gleich", "épous", "rencontr", "fusion", "casó", "cas", "confin", "spos",
    "trouw", "speel", "gift", "möt",
)  # fmt: skip
_MOST_OF_A_PARTY: Final = 3


def agents_in(words: Iterable[str]) -> int:
    """Count the words that name who does something: `B was sued by A` says that A did it.

    Args:
        words: words in small letters.
    """
    return sum(word in _AGENTS for word in words)


def have_exchanged(
    first: Sequence[str], second: Sequence[str], names: Collection[str] = ()
) -> bool:
    """Whether what stands right before a word of one text stands right behind it in another.

    Nothing is known of texts of which only one names with a word who does it (`agents_in`).

    Args:
        first: the terms of a text in order, without its small words.
        second: those of the other.
        names: the terms that parties have; any term may be one where none is given.
    """
    for at, term in enumerate(first):
        is_single = first.count(term) == second.count(term) == 1
        if not is_single or term[0].isdigit() or term.startswith(_MUTUAL):
            continue
        there = second.index(term)
        before = _party(first[:at][::-1], second[there + 1 :], names)
        behind = _party(first[at + 1 :], second[:there][::-1], names)
        # `exports to the States come from the States`
        if before and behind and not before & behind:
            return True
    return False


def _party(ours: Sequence[str], theirs: Sequence[str], names: Collection[str]) -> frozenset[str]:
    """The terms, three at most, that stand nearest to a word on one side of it, and on another's.

    Args:
        ours: the terms on that side, the nearest first.
        theirs: those on the other one, the nearest first.
        names: the terms that parties have; none for any.
    """
    for length in range(1, _MOST_OF_A_PARTY + 1):
        party = frozenset(ours[:length])
        is_same = sorted(ours[:length]) == sorted(theirs[:length])
        if is_same and (not names or party <= frozenset(names)):
            return party
    return frozenset()
