"""Figures that an article gives to another than its source: `Lorne has 38`, of another region's.

In `Lorne has 212 cases and Fells 38`, each figure has words of its own beside it. Who gives the 38
words of the 212 alone, and none of its own, has changed them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.clause_borders import clause_around
from claimcheck.anchor.exchanged_parties import agents_in, have_exchanged
from claimcheck.anchor.measure_words import code_of
from claimcheck.anchor.rates import OF_RATES
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_figure_agreement import with_printed
from claimcheck.assessment.article_figure_equality import is_same, is_small
from claimcheck.assessment.article_printed_figure import PrintedFigure
from claimcheck.assessment.article_scores import scores_in
from claimcheck.assessment.article_source_figures import words_of
from claimcheck.assessment.article_trends import CHANGED_PLACES
from claimcheck.assessment.article_working import COUNTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_trends import StatedFigures

# Behind it another one may be spoken of.
_PART: Final = re.compile(r";\s")
_NAME: Final = re.compile(r"(?<![^\W\d_])[^\W\d_a-zß-öø-ÿ][^\W\d_]+")
# What begins a clause before the noun that it is about.
_DETERMINER: Final = re.compile(
    r"\s*(?:(?:and|but|while|whereas|und|aber|während|et|mais|tandis que|y|pero|mientras|e|ed|ma|"
    r"mentre|mas|enquanto|en|maar|terwijl|och|men|medan|og|mens)\s+)?"
    r"(?:(?:the|its|their|his|her|der|die|das|den|dem|ihre?|seine?|les?|la|el|los|las|il|lo|gli|i|"
    r"os?|as?|de|het|den|det)\s|l['’])",
    re.IGNORECASE,
)
_NOUNS_HAVE_CAPITALS: Final = ("de",)
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST_OF_A_SMALL_ONE: Final = 2


class _Beside(NamedTuple):
    """The words beside a figure.

    Attributes:
        words: all of them.
        names: those that are names.
        first: the first one; "" for none.
        head: the same where it may be what the clause is about; "" where nothing says so.
    """

    words: frozenset[str]
    names: frozenset[str]
    first: str
    head: str


def with_bearer(
    item: AssessedFigure, draft: StatedFigures, near: Callable[[], Sequence[StatedFigures]]
) -> AssessedFigure:
    """Hold it against a figure that its source prints it of another one in the same sentence.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        near: returns the sentences of sources that are about what its sentence is.
    """
    figure = item.figure
    if (
        item.state is not FigureState.BOUND
        or item.reason
        or figure.kind not in COUNTED
        or figure.unit in OF_RATES
        or draft.compared(draft.figures.index(figure)) is not None
    ):
        return item
    places = {
        (statement.source, other.start): (statement, number)
        for statement in near()
        for number, other in enumerate(statement.figures)
        if is_same(figure, other)
    }
    if len(places) != 1:
        return item
    ((statement, number),) = places.values()
    mine = statement.figures[number]
    if _have_changed_places(draft, statement):
        printed = PrintedFigure(mine, statement.text, statement.source, mine.start)
        return with_printed(item, FigureState.CONTRADICTED, printed, CHANGED_PLACES)
    # What it prints otherwise may be worked out from another figure, whose words stand beside it;
    # `31 points` may be worked out where it prints `beat Moss 31-22`.
    if _is_of_a_score(mine, statement) or not all(
        _is_printed(each, statement) for each in draft.figures if each is not figure
    ):
        return item
    sentence = _words(draft, (draft.start, draft.end))
    sentence = sentence._replace(head=_words(draft, _clause(draft, figure)).head)
    rival = next(_bearers(sentence, draft, statement, number), None)
    if rival is None:
        return item
    printed = PrintedFigure(rival, statement.text, statement.source, rival.start)
    own = statement.text[slice(*_clause(statement, mine))]
    reason = f"it is in “{' '.join(own.split()).rstrip('.')}” there"
    return with_printed(item, FigureState.CONTRADICTED, printed, reason)


def is_of_subject(
    figure: Figure, other: Figure, draft: StatedFigures, near: Sequence[StatedFigures]
) -> bool:
    """Whether a source prints a figure of what an article begins with, and another of another.

    `Cataracts account for 38` copies most of `hernias account for 41, cataracts for 38`.

    Args:
        figure: the figure of the article.
        other: what the source prints in its place.
        draft: the article's sentence.
        near: the sentences of sources that are about what it is.
    """
    head, sentence = (
        _words(draft, _clause(draft, figure)).head,
        _words(draft, (draft.start, draft.end)),
    )
    for statement in near:
        if not head or other not in statement.figures:
            continue
        for each in statement.figures:
            own, theirs = (
                _words(statement, _clause(statement, printed)) for printed in (each, other)
            )
            is_its_own = own.first == head and own.words <= sentence.words
            if is_its_own and is_same(figure, each) and theirs.first not in sentence.words:
                return True
    return False


def _bearers(
    sentence: _Beside, draft: StatedFigures, statement: StatedFigures, number: int
) -> Iterator[Figure]:
    """Yield the figures of a source's sentence whose words an article gives to another one.

    A figure by itself where another part of the sentence has no figure, and its name.

    Args:
        sentence: the words of the article's sentence.
        draft: the article's sentence.
        statement: the source's.
        number: which of the source's figures the article prints.
    """
    figure, text = statement.figures[number], statement.text
    code, pair = code_of(statement.vocabulary), statement.pair(number) or ()
    own = _words(statement, _clause(statement, figure))
    for rival in statement.figures:
        if rival in pair or _is_of_a_score(rival, statement):
            continue
        if not _is_rival(rival, figure, draft):
            continue
        between = text[min(figure.end, rival.end) : max(figure.start, rival.start)]
        theirs = _words(statement, _clause(statement, rival))
        shared = sentence.words & theirs.words - own.words
        if not words_of(between) or not shared:
            continue  # `from 25 to 30`
        mine = own.words - theirs.words
        # `two members` beside `sixteen votes`
        few = is_small(rival) and len(shared) < _FEWEST_OF_A_SMALL_ONE
        changed = _other_head(sentence, own, theirs) or (mine and not mine & sentence.words)
        if (changed and not few) or _other_name(sentence, own, theirs, code):
            yield rival
    cuts = [match.end() for match in _PART.finditer(text, statement.start, statement.end)]
    parts = list(pairwise([statement.start, *cuts, statement.end]))
    (at,) = (place for place, part in enumerate(parts) if part[0] <= figure.start < part[1])
    own, *others = (_words(statement, part) for part in (parts[at], *parts[:at], *parts[at + 1 :]))
    if any(
        _other_name(sentence, own, each, code) or _other_head(sentence, own, each)
        for each in others
    ):
        yield figure


def _is_printed(figure: Figure, statement: StatedFigures) -> bool:
    """Whether a figure is none that is counted, or a sentence of a source prints it as it is."""
    return figure.kind not in COUNTED or any(is_same(figure, each) for each in statement.figures)


def _have_changed_places(draft: StatedFigures, statement: StatedFigures) -> bool:
    """Whether two parties of a source's sentence have changed places in an article's."""
    ours, theirs = (_WORD.findall(each.text[each.start : each.end]) for each in (draft, statement))
    if agents_in(map(str.casefold, ours)) != agents_in(map(str.casefold, theirs)):
        return False
    small = draft.small_words
    first, second = (
        [word for word in words if word.casefold() not in small] for words in (ours, theirs)
    )
    names = frozenset(word for word in first if word[0].isupper()) & frozenset(second)
    return bool(names) and have_exchanged(first, second, names)


def _is_of_a_score(figure: Figure, statement: StatedFigures) -> bool:
    return any(figure in score for score in scores_in(statement.text, statement.figures))


def _is_rival(rival: Figure, figure: Figure, draft: StatedFigures) -> bool:
    """Whether a figure of a source is of the same kind as another, and an article prints it not."""
    return (
        rival is not figure
        and rival.kind is figure.kind
        and rival.unit == figure.unit
        and not any(is_same(each, rival) for each in draft.figures)
    )


def _other_name(sentence: _Beside, own: _Beside, theirs: _Beside, code: str) -> bool:
    """Whether an article has a name of another part of a sentence, and none of a figure's own.

    Args:
        sentence: the words of the article's sentence.
        own: those of the figure's part.
        theirs: those of the other part.
        code: the code of the language.
    """
    if code in _NOUNS_HAVE_CAPITALS:
        return False
    mine, others = own.names - theirs.names, theirs.names - own.names
    return bool(mine and others & sentence.names and not mine & sentence.words)


def _other_head(sentence: _Beside, own: _Beside, theirs: _Beside) -> bool:
    """Whether an article begins with what another part is about, and has nothing of its own.

    Args:
        sentence: the words of the article's sentence.
        own: those of the figure's part.
        theirs: those of the other part.
    """
    if (
        not (sentence.head and own.head)
        or sentence.head != theirs.first
        or theirs.first in own.words
    ):
        return False
    return own.head not in sentence.words | theirs.words


def _clause(statement: StatedFigures, figure: Figure) -> tuple[int, int]:
    """Where the clause of a figure begins and ends; nowhere in a language that is not known.

    One that begins its clause belongs to the one before it, too, where that has none of its kind,
    and one that is all of it to the one behind.
    """
    text, code = statement.text, code_of(statement.vocabulary)
    if not code:
        return 0, 0
    span = statement.start, statement.end
    low, high = clause_around(text, code, span, figure)
    sides = []
    if not words_of(text[low : figure.start]):
        sides.append(low - 1)
        if not _words(statement, (low, high)).words:
            sides.append(high + 1)
    others = [each for each in statement.figures if each is not figure and each.kind is figure.kind]
    for at in sides:
        place = replace(figure, start=at, end=at)
        start, end = clause_around(text, code, span, place)
        start, end = (start, low) if at < low else (high, end)
        if span[0] <= at < span[1] and not any(start <= each.start < end for each in others):
            low, high = min(low, start), max(high, end)
    return low, high


def _words(statement: StatedFigures, span: tuple[int, int]) -> _Beside:
    """The words of a stretch of a sentence without its figures, and without small ones."""
    pieces, at = [], span[0]
    for figure in statement.figures:
        if span[0] <= figure.start < span[1]:
            pieces.append(statement.text[at : figure.start])
            at = max(at, figure.end)
    stretch = " ".join([*pieces, statement.text[at : span[1]]])
    small = statement.small_words
    large = [word for word in stretch.split() if word.casefold() not in small]
    first = next((word for word in large if words_of(word)), "")
    begins = span[0] == statement.start or first[:1].isupper() or _DETERMINER.match(stretch)
    stem = next(iter(words_of(first)), "")
    words, names = words_of(" ".join(large)), words_of(" ".join(_NAME.findall(stretch)))
    return _Beside(words, names, stem, stem if begins else "")
