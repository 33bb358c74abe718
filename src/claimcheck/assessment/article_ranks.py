"""Superlatives that are not the first ones of their source: `the warmest`, for `third warmest`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import Figure, FigureKind
from claimcheck.assessment.article import AssessedFigure, FigureState
from claimcheck.assessment.article_source_figures import words_of
from claimcheck.assessment.article_superlatives import superlatives_in
from claimcheck.assessment.article_trends import places_about

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimcheck.assessment.article_source_figures import SourceFigures
    from claimcheck.assessment.article_trends import StatedFigures

# What says in the same word that others come before, or that it is one of several.
_RANK: Final = (
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|zweit|dritt|viert|fünft|sechst|"
    r"siebt|acht|neunt|zehnt|näst|nest|næst|andre|andra|tredje|fjärde|fjerde|femte|sjätte|sjette|"
    r"tweede|derde|vierde|vijfde|zesde|\d{1,2}(?:st|nd|rd|th|\.|e))"
)
_RANKED: Final = re.compile(rf"\b{_RANK}[\s-]?\Z", re.IGNORECASE)
_OF_SEVERAL: Final = re.compile(
    r"\b(?:one|among|some|ein(?:e[rsmn]?)?|unter|zu|een|en|ett|et|blant|blandt|bland|van|of)\s+"
    r"(?:of\s+|av\s+|af\s+|van\s+)?(?:the|den|der|de|its|their|seinen|ihren)?\s*\Z",
    re.IGNORECASE,
)
_FAR: Final = 24


def differing_ranks(
    draft: StatedFigures,
    number: int,
    sources: SourceFigures,
    windows: Callable[[], Mapping[str, Sequence[tuple[int, int]]]],
) -> Iterator[AssessedFigure]:
    """Yield the superlatives of a sentence before which its sources name others.

    Args:
        draft: the sentence.
        number: its number.
        sources: what the sources print.
        windows: returns where the sentence leads, by source.
    """
    superlatives = superlatives_in(draft.text, (draft.start, draft.end), draft.vocabulary)
    plain = [span for span in superlatives if not _is_ranked(draft.text, span[0], several=True)]
    if len(plain) != 1 or len(superlatives) != 1:
        return
    (start, end), word = plain[0], draft.text[slice(*plain[0])].lower()
    longer = words_of(draft.text[draft.start : draft.end])
    for shared, source, span in places_about(draft, sources, windows()):
        if 2 * shared <= len(longer):
            continue
        text = sources.text(source)
        there = [
            at
            for at in superlatives_in(text, span, sources.language(source, *span))
            if text[slice(*at)].lower().endswith(word)
        ]
        if len(there) == 1 and (rank := _rank(text, there[0], word)):
            figure = Figure(start, end, FigureKind.ORDINAL, Decimal(1))
            yield AssessedFigure(
                figure, draft.text[start:end], FigureState.CONTRADICTED, number,
                " ".join(text[rank : there[0][1]].split()), source, rank,
            )  # fmt: skip
        return


def _is_ranked(text: str, at: int, *, several: bool = False) -> bool:
    """Whether a word stands before a superlative by which others come before it.

    Args:
        text: the text.
        at: where the superlative begins, in code points.
        several: whether it may as well be one of several: `one of the largest`.
    """
    before = text[max(0, at - _FAR) : at]
    return bool(_RANKED.search(before) or (several and _OF_SEVERAL.search(before)))


def _rank(text: str, span: tuple[int, int], word: str) -> int:
    """Where the rank of a superlative begins, before it or in the same word; 0 for none."""
    before = max(0, span[1] - len(word) - _FAR)
    match = _RANKED.search(text, before, span[1] - len(word))
    return match.start() if match else 0
