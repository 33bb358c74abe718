"""Figures that go another way in an article than in its source: `rose to 37` for `fell to 37`."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from claimcheck.anchor.languages import small_words
from claimcheck.anchor.trend_pairs import pair_at
from claimcheck.anchor.trends import comparison_at, trend_of
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_figure_agreement import with_printed
from claimcheck.assessment.article_figure_equality import is_same
from claimcheck.assessment.article_printed_figure import PrintedFigure
from claimcheck.assessment.article_source_figures import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_source_figures import SourceFigures

FALLS_THERE: Final = "it falls there, and rises here"
RISES_THERE: Final = "it rises there, and falls here"
# By so many longer words a sentence of a source is about what the article's is.
_FEWEST_SHARED: Final = 2
PRINTED: Final = (FigureState.BOUND, FigureState.ROUNDED)
_FAR_OF_A_PARTY: Final = 80
_ONE_SIDE: Final = 1
_Parties: TypeAlias = tuple[frozenset[str], frozenset[str]]
_POINTS_MEANT: Final = "these are percentage points"
TURNED_IN_ITSELF: Final = "the sentence says that it goes the other way"
CHANGED_PLACES: Final = "the two have changed places"
_PERCENT: Final = "%"


class StatedFigures(NamedTuple):
    """The figures of a sentence.

    Attributes:
        text: the text that it stands in.
        start: where it begins, in code points.
        end: where it ends.
        figures: its figures, in order.
        vocabulary: the words of its language, if it is known.
        source: the id of the source whose text it is; "" for the article.
    """

    text: str
    start: int
    end: int
    figures: Sequence[Figure]
    vocabulary: Vocabulary | None
    source: str = ""

    @property
    def small_words(self) -> frozenset[str]:
        """The small words of its language; none where that is not known."""
        return small_words(self.vocabulary.name) if self.vocabulary else frozenset()

    def trend(self, number: int) -> int:
        """Say which way a figure goes: 1 for up, -1 for down, 0 where nothing says so."""
        span = self.start, self.end
        return trend_of(self.text, span, self.figures, number, self.vocabulary)

    def compared(self, number: int) -> _Parties | None:
        """Return the words before a figure that is compared, and those of what it is compared with.

        None for a figure that is compared with nothing.
        """
        span = self.start, self.end
        cue = comparison_at(self.text, span, self.figures, number, self.vocabulary)
        if cue is None:
            return None
        before = self.text[self.start : self.figures[number].start]
        behind = self.text[cue.end : min(self.end, cue.end + _FAR_OF_A_PARTY)]
        return words_of(before), words_of(behind if cue.names_other else "")

    def pair(self, number: int) -> tuple[Figure, Figure] | None:
        """Return the two figures of `from 37 to 21` of which one is given; None for none."""
        return pair_at(self.text, self.figures, number, self.vocabulary)


class TurnedFigure(NamedTuple):
    """A figure of a source that an article turns round.

    Attributes:
        statement: the source's sentence.
        figure: its figure.
        reason: how the two texts differ, in a clause.
    """

    statement: StatedFigures
    figure: Figure
    reason: str


def with_trend(
    item: AssessedFigure,
    draft: StatedFigures,
    sources: SourceFigures,
    near: Callable[[], Sequence[StatedFigures]],
    far: Callable[[], Sequence[PrintedFigure]],
) -> AssessedFigure:
    """Hold it against a figure that it goes another way than where its source prints it.

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
    way, pair = draft.trend(number), draft.pair(number)
    if not way:
        return item
    if pair and (pair[1].value - pair[0].value) * way < 0:
        # `rose from 58 to 52`
        return item._replace(state=FigureState.CONTRADICTED, reason=TURNED_IN_ITSELF)

    compared = draft.compared(number)
    if compared is None and item.reason and _goes_the_other_way(item, way, near()):
        reason = FALLS_THERE if way > 0 else RISES_THERE
        return item._replace(state=FigureState.CONTRADICTED, reason=reason)

    def turned_in(printed: Iterable[StatedFigures]) -> TurnedFigure | None:
        return _turned_trend(item.figure, way, (pair, compared), printed)

    return with_turned(item, sources, near, far, turned_in)


def _goes_the_other_way(item: AssessedFigure, way: int, near: Sequence[StatedFigures]) -> bool:
    """Whether a figure is by how much a source's figure moves, and that moves the other way.

    `Fell by three euros`, where `from 12 to 15 euros` is printed.

    Args:
        item: the figure, which is worked out from the one that it names.
        way: which way it goes in the article.
        near: the sentences of sources that are about what its sentence is.
    """
    for statement in near:
        for place, figure in enumerate(statement.figures):
            is_it = statement.source == item.source and figure.start == item.start
            pair = statement.pair(place) if is_it else None
            if pair is not None and statement.trend(place):
                moved = pair[1].value - pair[0].value
                return abs(moved) == item.figure.value and moved * way < 0
    return False


def with_turned(
    item: AssessedFigure,
    sources: SourceFigures,
    near: Callable[[], Sequence[StatedFigures]],
    far: Callable[[], Sequence[PrintedFigure]],
    turned_in: Callable[[Iterable[StatedFigures]], TurnedFigure | None],
) -> AssessedFigure:
    """Hold it against a figure that its sources turn it, and print it nowhere as it is.

    Args:
        item: the figure, as compared.
        sources: what the sources print.
        near: returns the sentences of sources that are about what its sentence is.
        far: returns what else the cited sources print.
        turned_in: returns the figure that some sentences turn; None where they do not, or one of
            them agrees.
    """
    if turned_in(near()) is None:
        return item
    elsewhere = (
        stated_of(
            sources, each.source, sources.window(each.source, each.figure.start, each.figure.end)
        )
        for each in far()
        if is_same(item.figure, each.figure)
    )
    turned = turned_in(chain(near(), elsewhere))
    if turned is None:
        return item
    figure, statement = turned.figure, turned.statement
    printed = PrintedFigure(figure, statement.text, statement.source, figure.start)
    return with_printed(item, FigureState.CONTRADICTED, printed, turned.reason)


def with_points(
    item: AssessedFigure,
    draft: StatedFigures,
    sources: SourceFigures,
    windows: Mapping[str, Sequence[tuple[int, int]]],
) -> AssessedFigure:
    """Hold it against a figure that it is in percent, where points are meant.

    What goes from 91 to 86 percent falls by five points, and not by five percent.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        sources: what the sources print.
        windows: where the sentence leads, by source.
    """
    figure = item.figure
    number = draft.figures.index(figure)
    if figure.unit != _PERCENT or draft.pair(number) is not None or not draft.trend(number):
        return item
    near = (stated_of(sources, source, span) for source, spans in windows.items() for span in spans)
    for statement in chain((draft,), near):
        for place, other in enumerate(statement.figures):
            pair = statement.pair(place)
            if pair is None or other.unit != _PERCENT or {each.unit for each in pair} != {_PERCENT}:
                continue
            if abs(pair[0].value - pair[1].value) == figure.value:
                return item._replace(state=FigureState.CONTRADICTED, reason=_POINTS_MEANT)
    return item


def stated_near(
    draft: StatedFigures,
    sources: SourceFigures,
    windows: Mapping[str, Sequence[tuple[int, int]]],
) -> list[StatedFigures]:
    """Return the figures of those sentences of sources that are about what an article's is.

    Args:
        draft: the sentence of the article.
        sources: what the sources print.
        windows: where the sentence leads, by source.
    """
    places = places_about(draft, sources, windows)
    return [stated_of(sources, source, span) for _shared, source, span in places]


def places_about(
    draft: StatedFigures,
    sources: SourceFigures,
    windows: Mapping[str, Sequence[tuple[int, int]]],
) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Yield the places about what an article's sentence is, each behind the words that it shares.

    Args:
        draft: the sentence of the article.
        sources: what the sources print.
        windows: where the sentence leads, by source.
    """
    words = words_of(draft.text[draft.start : draft.end])
    for source, spans in windows.items():
        for span in spans:
            shared = len(words & words_of(sources.text(source)[slice(*span)]))
            if shared >= _FEWEST_SHARED:
                yield shared, source, span


def stated_of(sources: SourceFigures, source: str, span: tuple[int, int]) -> StatedFigures:
    """Return the figures of a sentence of a source.

    Args:
        sources: what the sources print.
        source: the source's id.
        span: where its sentence begins and ends, in code points.
    """
    figures = [printed.figure for printed in sources.within(source, *span)]
    return StatedFigures(
        sources.text(source), *span, figures, sources.language(source, *span), source
    )


def _turned_trend(
    figure: Figure,
    way: int,
    beside: tuple[tuple[Figure, Figure] | None, _Parties | None],
    printed: Iterable[StatedFigures],
) -> TurnedFigure | None:
    """Return what a source prints where a figure of an article goes the other way.

    Args:
        figure: the figure.
        way: 1 where it goes up, -1 where it goes down.
        beside: the two of `from 37 to 21` of which it is one, and the words on both sides of a
            comparison; None where there are none.
        printed: the sentences of sources in which the same figure may stand; one that agrees is
            enough.
    """
    turned, (pair, compared) = None, beside
    for statement in printed:
        for place, other in enumerate(statement.figures):
            if not is_same(figure, other):
                continue
            theirs = statement.trend(place)
            exchanged = _sides_exchanged(compared, statement.compared(place)) if theirs else 0
            reason = ""
            if exchanged == _ONE_SIDE:
                continue
            if exchanged:
                theirs = -theirs
            if theirs and theirs != way:
                reason = FALLS_THERE if theirs < 0 else RISES_THERE
                reason = CHANGED_PLACES if exchanged else reason
            elif theirs and pair and (there := statement.pair(place)) and _is_swapped(pair, there):
                reason = CHANGED_PLACES
            elif theirs:
                return None
            if reason and turned is None:
                turned = TurnedFigure(statement, other, reason)
    return turned


def _sides_exchanged(ours: _Parties | None, theirs: _Parties | None) -> int:
    """How many sides of a comparison stand on the other one in another text: two, one, or none."""
    if ours is None or theirs is None:
        return 0
    first = ours[0] & theirs[1] - theirs[0]
    second = ours[1] & theirs[0] - theirs[1]
    return bool(first) + bool(second)


def _is_swapped(pair: tuple[Figure, Figure], other: tuple[Figure, Figure]) -> bool:
    return is_same(pair[0], other[1]) and is_same(pair[1], other[0])
