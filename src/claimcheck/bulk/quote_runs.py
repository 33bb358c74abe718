"""The runs of letters by which quotations are looked up, of many quotations at once.

A quotation passes in a text only if the letters of its longest part stand there in one run, and so
do then all shorter runs of them. One of these is enough to find the texts; some more from all along
the quotation tell what it is near to, whatever part of it was changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from claimcheck.anchor.batch import longest_key
from claimcheck.anchor.key import key_of
from claimcheck.bulk.letter_runs import Letters, least, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.bulk.letter_runs import Array

_RUNS_PER_QUOTE: Final = 6


@dataclass(frozen=True, slots=True)
class QuoteRuns:
    """Runs of some quotations; each table has the quotations' numbers, and a run for each.

    Attributes:
        keys: the letters of each quotation's longest part; "" where it has none, and no run.
        long: one long run of each longest part that has one.
        short: one short run of each of the others that has one.
        shortest: the numbers of those that have neither: they may stand in any text.
        near: some long runs of each whole quotation, all along it.
    """

    keys: list[str]
    long: tuple[Array, Array]
    short: tuple[Array, Array]
    shortest: list[int]
    near: tuple[Array, Array]


def runs_of(quotes: Sequence[str]) -> QuoteRuns:
    """Choose the runs by which quotations are looked up; they depend on each one's words alone.

    Args:
        quotes: their words.
    """
    keys = [longest_key(words) for words in quotes]
    having_letters = np.flatnonzero([bool(key) for key in keys])
    # The run with the least hash: any will do, and this one depends on nothing else.
    long = least(*Letters(keys).long_runs().owned())
    others = np.setdiff1d(having_letters, long[0])
    numbers, runs = least(*Letters([keys[n] for n in others.tolist()]).short_runs().owned())
    shortest: list[int] = np.delete(others, numbers).tolist()
    whole = Letters([key_of(words) if key else "" for words, key in zip(quotes, keys, strict=True)])
    near = spread(*whole.long_runs().owned(), _RUNS_PER_QUOTE)
    return QuoteRuns(keys, long, (others[numbers], runs), shortest, near)
