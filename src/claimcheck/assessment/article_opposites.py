"""Figures with which a source does the contrary: `cut 1,200 jobs`, where it created them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.anchor.opposites import deeds_of
from claimcheck.assessment.article_figure_equality import is_same
from claimcheck.assessment.article_source_figures import words_of
from claimcheck.assessment.article_trends import (
    CHANGED_PLACES,
    PRINTED,
    TurnedFigure,
    with_turned,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimcheck.anchor.opposites import Deed
    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_printed_figure import PrintedFigure
    from claimcheck.assessment.article_source_figures import SourceFigures
    from claimcheck.assessment.article_trends import StatedFigures

_LETTERS_OF_A_PARTY: Final = 3


def with_opposite(
    item: AssessedFigure,
    draft: StatedFigures,
    sources: SourceFigures,
    near: Callable[[], Sequence[StatedFigures]],
    far: Callable[[], Sequence[PrintedFigure]],
) -> AssessedFigure:
    """Hold it against a figure that its source says the contrary of it: `closed`, for `opened`.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        sources: what the sources print.
        near: returns the sentences of sources that are about what its sentence is.
        far: returns what else the cited sources print.
    """
    if item.state not in PRINTED:
        return item
    number = draft.figures.index(item.figure)
    deeds = _deeds(draft, number)
    if not deeds:
        return item

    def turned_in(printed: Iterable[StatedFigures]) -> TurnedFigure | None:
        return _turned(item, draft, deeds, printed)

    return with_turned(item, sources, near, far, turned_in)


def _deeds(statement: StatedFigures, number: int) -> dict[str, Deed]:
    span = statement.start, statement.end
    return deeds_of(statement.text, span, statement.figures, number, statement.vocabulary)


def _turned(
    item: AssessedFigure,
    draft: StatedFigures,
    deeds: Mapping[str, Deed],
    printed: Iterable[StatedFigures],
) -> TurnedFigure | None:
    """Return what a source does with a figure, if none of its sentences does as the article.

    Args:
        item: the figure.
        draft: its sentence.
        deeds: what that says is done with it, by family.
        printed: the sentences of sources in which the same figure may stand.
    """
    turned = None
    for statement in printed:
        for number, figure in enumerate(statement.figures):
            is_it = statement.source == item.source and figure.start == item.start
            if not is_it and not is_same(item.figure, figure):
                continue
            theirs = _deeds(statement, number)
            for family in deeds.keys() & theirs.keys():
                deed, other = deeds[family], theirs[family]
                reason = _contrary(draft, deed, statement, other)
                if not reason and deed.side == other.side:
                    return None
                if reason and turned is None:
                    turned = TurnedFigure(statement, figure, reason)
    return turned


def _contrary(draft: StatedFigures, deed: Deed, printed: StatedFigures, other: Deed) -> str:
    """Say how two texts say the contrary of each other, in a clause; "" where they do not.

    Args:
        draft: the article's sentence.
        deed: what it says is done.
        printed: the source's sentence.
        other: what that says is done, in a word of the same family.
    """
    if deed.has_parties:
        before, behind = _parties(draft, deed)
        before_there, behind_there = _parties(printed, other)
        same_thing = before & behind_there or behind & before_there
        if before & before_there or (deed.has_object and same_thing):
            differs = deed.side != other.side
        else:
            changed = before & behind_there and behind & before_there
            return CHANGED_PLACES if changed and deed.side == other.side else ""
    else:
        differs = deed.side != other.side
    if not differs:
        return ""
    ours, theirs = draft.text[deed.start : deed.end], printed.text[other.start : other.end]
    return f"“{_one_line(theirs)}” there, and “{_one_line(ours)}” here"


def _parties(statement: StatedFigures, deed: Deed) -> tuple[frozenset[str], frozenset[str]]:
    """The words before a word of doing, in its clause, and those behind it, small ones left out."""
    small = statement.small_words
    before, behind = (
        " ".join(word for word in words.casefold().split() if word not in small)
        for words in (
            statement.text[deed.low : deed.start], statement.text[deed.end : deed.high],
        )
    )  # fmt: skip
    return (
        words_of(before, shortest=_LETTERS_OF_A_PARTY),
        words_of(behind, shortest=_LETTERS_OF_A_PARTY),
    )


def _one_line(words: str) -> str:
    return " ".join(words.split())
