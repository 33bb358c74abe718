"""The rest of a share: `a third live in town` where the source prints `two thirds live outside`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.sentences import sentence_end
from claimcheck.anchor.shares import SHARE
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_figure_equality import is_rest
from claimcheck.assessment.article_source_figures import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_source_figures import SourceFigures
    from claimcheck.assessment.article_trends import StatedFigures

THE_REST: Final = "the rest of"
_OTHERS: Final = re.compile(
    r"\b(?:the (?:rest|remainder|others)|der rest|die übrigen|die anderen|le reste|les autres|"
    r"el resto|los demás|il resto|gli altri|o resto|o restante|os outros|de rest|de overige|"
    r"de anderen|resten|övriga|øvrige)\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = re.compile(r"[,;.:!?\n]|\Z")


def with_rest(
    item: AssessedFigure,
    draft: StatedFigures,
    sources: SourceFigures,
    windows: Mapping[str, Sequence[tuple[int, int]]],
) -> AssessedFigure:
    """Let the rest of a share stand where something else is said of it than in the source.

    Where both say the same, as `a third live outside` and `two thirds live outside`, it stays
    contradicted.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        sources: what the sources print.
        windows: where the sentence leads, by source.
    """
    if item.state is not FigureState.CONTRADICTED or item.figure.unit != SHARE:
        return item
    for span in windows.get(item.source, ()):
        for printed in sources.within(item.source, *span):
            other = printed.figure
            if other.start != item.start or not is_rest(item.figure, other):
                continue
            text = sources.text(item.source)
            end = _end_of_clause(text, other.end)
            ours, theirs = draft.text[item.figure.end : draft.end], text[other.end : end]
            same = words_of(ours) == words_of(theirs)
            if _OTHERS.search(text, other.end, sentence_end(text, other.end)):
                same = False  # `70 percent are lost by anglers, the rest by fishermen`
            if same and _denies(ours, draft.vocabulary) == _denies(theirs, draft.vocabulary):
                return item
            return item._replace(state=FigureState.BOUND, reason=f"{THE_REST} “{item.printed}”")
    return item


def _end_of_clause(text: str, start: int) -> int:
    match = _CLAUSE_END.search(text, start)
    return match.start() if match else len(text)


def _denies(words: str, vocabulary: Vocabulary | None) -> bool:
    return vocabulary is not None and any("negation" in cue.kinds for cue in vocabulary.cues(words))
