"""Headings, which cite nothing themselves: they say again what the text below them binds."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.figure import FigureKind
from claimcheck.assessment.article import FigureState, QuotationState, SentenceState
from claimcheck.assessment.article_figure_agreement import with_printed
from claimcheck.assessment.article_figure_equality import is_same
from claimcheck.assessment.article_source_figures import words_of
from claimcheck.dossier.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article import AssessedFigure, AssessedQuotation, AssessedSentence
    from claimcheck.assessment.article_printed_figure import PrintedFigure
    from claimcheck.assessment.article_source_figures import SourceFigures

_SETTLED: Final = (FigureState.BOUND, FigureState.ROUNDED, FigureState.QUOTED)


class Judged(NamedTuple):
    """The sentences of an article, and the figures and quotations in them, as assessed."""

    sentences: tuple[AssessedSentence, ...]
    figures: tuple[AssessedFigure, ...]
    quotations: tuple[AssessedQuotation, ...]


def with_headings(text: str, judged: Judged, sources: SourceFigures) -> Judged:
    """Let headings rest on the text, and hold a date against them that the sources print otherwise.

    A heading needs no note of its own if each of its figures is bound in the text, and each of its
    quotations stands in a source that the text cites; one without either, if all is bound or
    declared that stands below it, down to the next heading.

    Args:
        text: the article's text.
        judged: its sentences, figures and quotations, as compared.
        sources: what the sources print.
    """
    headings = {
        number
        for number, sentence in enumerate(judged.sentences)
        if sentence.block is BlockKind.HEADING and sentence.state is SentenceState.BARE
    }
    if not headings:
        return judged
    cited = dict.fromkeys(name for sentence in judged.sentences for name in sentence.sources)
    again = _settled_below(headings, judged, frozenset(cited))
    figures = []
    for each in judged.figures:
        figure = each
        if each.sentence in again and each.state is FigureState.BARE:
            figure = each._replace(state=FigureState.BOUND, reason="bound below")
        elif each.sentence in headings and each.state is FigureState.BARE:
            figure = _with_date(text, each, judged.sentences[each.sentence], (sources, [*cited]))
        figures.append(figure)
    sentences = tuple(
        sentence._replace(state=SentenceState.SILENT) if number in again else sentence
        for number, sentence in enumerate(judged.sentences)
    )
    return judged._replace(sentences=sentences, figures=tuple(figures))


def _settled_below(headings: set[int], judged: Judged, cited: frozenset[str]) -> set[int]:
    """The headings whose figures and quotations, or whose assertion, the text below settles."""
    bound = [each.figure for each in judged.figures if each.state in _SETTLED]
    settled: dict[int, bool] = {}
    for quotation in judged.quotations:
        if quotation.sentence in headings and not quotation.note:
            stands = quotation.state is QuotationState.STANDS and quotation.source in cited
            settled[quotation.sentence] = stands and settled.get(quotation.sentence, True)
    for each in judged.figures:
        if each.sentence in headings and each.state is not FigureState.QUOTED:
            same = any(is_same(each.figure, other) for other in bound)
            settled[each.sentence] = same and settled.get(each.sentence, True)
    for number in headings - settled.keys():
        settled[number] = _is_bound_below(judged.sentences, number)
    return {number for number, all_of_it in settled.items() if all_of_it}


def _is_bound_below(sentences: Sequence[AssessedSentence], heading: int) -> bool:
    """Whether something is bound between a heading and the next one, and nothing is bare."""
    below = takewhile(
        lambda sentence: sentence.block is not BlockKind.HEADING, sentences[heading + 1 :]
    )
    states = {sentence.state for sentence in below}
    return SentenceState.BOUND in states and SentenceState.BARE not in states


def _with_date(
    text: str,
    item: AssessedFigure,
    heading: AssessedSentence,
    cited: tuple[SourceFigures, Sequence[str]],
) -> AssessedFigure:
    """Hold it against a date that no source prints it, and one prints another of the same thing.

    Args:
        text: the article's text.
        item: the date.
        heading: the heading that it stands in.
        cited: what the sources print, and which of them the article cites.
    """
    if item.figure.kind is not FigureKind.DATE:
        return item
    sources, names = cited
    dates = [
        printed
        for name in names
        for printed in sources.all_of(name)
        if printed.figure.kind is FigureKind.DATE
    ]
    if any(is_same(item.figure, printed.figure) for printed in dates):
        return item
    words = words_of(text[heading.start : heading.end])
    for printed in dates:
        if _nearly_same(item.figure, printed.figure) and words & _words_around(printed, sources):
            return with_printed(item, FigureState.CONTRADICTED, printed, "")
    return item


def _words_around(printed: PrintedFigure, sources: SourceFigures) -> frozenset[str]:
    """The longer words of the sentence of a date, without those of the date itself."""
    figure, text = printed.figure, printed.text
    low, high = sources.window(printed.source, figure.start, figure.end)
    return words_of(f"{text[low : figure.start]} {text[figure.end : high]}")


def _nearly_same(figure: Figure, other: Figure) -> bool:
    """Whether two dates differ in one part, of two at least that both of them give."""
    both = [
        (mine, theirs)
        for mine, theirs in zip(figure.parts, other.parts, strict=True)
        if mine is not None and theirs is not None
    ]
    return sum(mine != theirs for mine, theirs in both) == 1 < len(both)
