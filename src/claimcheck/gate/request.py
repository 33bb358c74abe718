"""What a check is asked."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.anchor import CELLS, COMPARISONS, STEPS, TRIES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from claimcheck.dossier.article import Article
    from claimcheck.model import (
        Baseline,
        Config,
        Dossier,
        Flaw,
        Severity,
        Signers,
        Source,
        TextComparison,
    )


def _unannounced(_claims: int) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Request:
    """What a check is asked.

    Attributes:
        today: the day to judge as of.
        levels: the rules to run, and how much a finding of each weighs.
        baseline: the findings that the project accepted.
        base: the dossier that this one changes, where a change is judged.
        own_config: what the project's own file says, where it is judged by stricter settings.
        signers: further files of signers, each of which must name a key for it to count in a
            change.
        unasked: the rules that are not to run, whatever any settings say.
        flaws: what is known to be wrong with the change, beside what its files say.
        keep_claims: whether the report is to hold every claim as assessed. Otherwise it holds none,
            only the census of all.
        effort: the steps, tries and comparisons that may be spent on quotations that do not stand
            where they should, and the cells that may be looked at for values.
        progress: entered while claims are looked at, given how many.
        read_article: reads an article, given its path and bytes; None where the project's articles
            are not to be looked at.
        compare: takes the texts of some sources out of their documents again, and compares them
            with those that are pinned; returns what came of it by the sources' ids. None where
            documents are not to be read. With `base` it is given the sources that differ from it.
    """

    today: date
    levels: Mapping[str, Severity]
    baseline: Baseline | None = None
    base: Dossier | None = None
    own_config: Config | None = None
    signers: tuple[Signers, ...] = ()
    unasked: frozenset[str] = frozenset()
    flaws: tuple[Flaw, ...] = ()
    keep_claims: bool = False
    effort: tuple[int, int, int, int] = (STEPS, TRIES, COMPARISONS, CELLS)
    progress: Callable[[int], AbstractContextManager[None]] = _unannounced
    compare: Callable[[Sequence[Source]], Mapping[str, TextComparison]] | None = None
    read_article: Callable[[str, bytes], Article] | None = None
