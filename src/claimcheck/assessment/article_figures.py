"""The figures of an article, each compared with what the sources print that its sentence cites."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.figure import Figure, FigureKind
from claimcheck.anchor.figure_words import limit_before
from claimcheck.anchor.figures import figures_in
from claimcheck.assessment.article import (
    AssessedFigure,
    FigureState,
    QuotationState,
    SentenceState,
)
from claimcheck.assessment.article_arithmetic import with_arithmetic
from claimcheck.assessment.article_bearers import is_of_subject, with_bearer
from claimcheck.assessment.article_copied_figures import exchanged_figures
from claimcheck.assessment.article_figure_agreement import (
    UNIT_DIFFERS,
    compared_figure,
    with_printed,
)
from claimcheck.assessment.article_figure_equality import LETTERS_OF_A_NOUN, is_same
from claimcheck.assessment.article_languages import languages_of
from claimcheck.assessment.article_limits import first_beyond
from claimcheck.assessment.article_opposites import with_opposite
from claimcheck.assessment.article_pairs import with_pair
from claimcheck.assessment.article_printed_figure import PrintedFigure
from claimcheck.assessment.article_ranges import with_range
from claimcheck.assessment.article_ranks import differing_ranks
from claimcheck.assessment.article_relative_dates import with_relative_date
from claimcheck.assessment.article_scores import with_score
from claimcheck.assessment.article_shares import with_rest
from claimcheck.assessment.article_signs import with_loss, with_sign
from claimcheck.assessment.article_source_figures import words_of
from claimcheck.assessment.article_trends import (
    StatedFigures,
    stated_near,
    with_points,
    with_trend,
)
from claimcheck.assessment.article_units import has_unit_beside, is_per_other
from claimcheck.assessment.article_weekdays import differing_weekdays
from claimcheck.assessment.article_working import SHARE_UNITS
from claimcheck.dossier.article import DeclarationKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimcheck.assessment.article import AssessedQuotation, AssessedSentence, Target
    from claimcheck.assessment.article_source_figures import SourceFigures
    from claimcheck.dossier.article import Article

_JUDGED: Final = (
    QuotationState.STANDS,
    QuotationState.CUT,
    QuotationState.ALTERED,
    QuotationState.MISATTRIBUTED,
    QuotationState.NOWHERE,
    QuotationState.DECLARED,
)
_PER: Final = re.compile(
    r"\b(?:per|pro|par|por|je|ogni|every|cada|på|sur|su|auf)\s+\Z", re.IGNORECASE
)
# What says that there is one of something; only by its noun is it no article.
_ONE: Final = (
    r"(?:one|an?|ein(?:e[nmrs]?)?|une?|un[oa]?|uma?|één|een|ett?|en|jeden|jedną|один|одну)"
)
_ONE_OF: Final = re.compile(
    rf"\b{_ONE}\s+(?:of|de[rsl]?|dei|delle|des|d[ao]s|van|av|af)\s+\w*\s?\Z"
)
_LIMIT_DIFFERS: Final = "one of the two says more, the other less"


class _Passages(NamedTuple):
    """What a sentence of an article cites.

    Attributes:
        windows: where it leads, by source.
        near: what is printed there.
        far: returns what else the sources print.
        sentences: returns the sentences there that are about what it is.
        exchanged: in a sentence that is nearly copied, what is printed in a figure's place, by
            where the figure begins.
        is_copied: whether the sentence is a copy but for these.
    """

    windows: Mapping[str, Sequence[tuple[int, int]]]
    near: Sequence[PrintedFigure]
    far: Callable[[], Sequence[PrintedFigure]]
    sentences: Callable[[], Sequence[StatedFigures]]
    exchanged: Mapping[int, PrintedFigure]
    is_copied: bool


class FigureComparison:
    """Compares the figures of articles with those of a dossier's sources.

    Args:
        sources: what the sources of a dossier print.
    """

    def __init__(self, sources: SourceFigures) -> None:
        self._sources = sources

    def assess(
        self,
        article: Article,
        sentences: Sequence[AssessedSentence],
        quotations: Sequence[AssessedQuotation],
    ) -> tuple[AssessedFigure, ...]:
        """Compare every figure of an article.

        Args:
            article: the article.
            sentences: its sentences.
            quotations: its quotations, as assessed.
        """
        quoted = _quoted_spans(sentences, quotations)
        languages = languages_of(article)
        assessed: list[AssessedFigure] = []
        beyond = first_beyond(sentences)
        for number, sentence in enumerate(sentences):
            span, marked = (sentence.start, sentence.end), quoted.get(number, ())
            vocabulary = languages.at(*span)
            figures = figures_in(article.text, *span, vocabulary)
            stated = StatedFigures(article.text, *span, figures, vocabulary)
            windows = cache(partial(self._windows, article, sentence))
            is_declared = sentence.state is SentenceState.DECLARED
            if sentence.targets and number < beyond and not (is_declared or marked):
                assessed += differing_weekdays(stated, number, self._sources, windows)
                assessed += differing_ranks(stated, number, self._sources, windows)
            if figures:
                states = _states_of(figures, sentence, marked, is_beyond=number >= beyond)
                items = [
                    AssessedFigure(figure, article.text[figure.start : figure.end], state, number)
                    for figure, state in zip(figures, states, strict=True)
                ]
                assessed += self._assess_sentence(article, sentence, stated, items, windows)
        return tuple(sorted(assessed, key=lambda item: item.figure.start))

    def _assess_sentence(
        self,
        article: Article,
        sentence: AssessedSentence,
        stated: StatedFigures,
        items: Sequence[AssessedFigure],
        windows: Callable[[], Mapping[str, Sequence[tuple[int, int]]]],
    ) -> Iterator[AssessedFigure]:
        """Compare the figures of a sentence with what it cites.

        Args:
            article: the article.
            sentence: the sentence.
            stated: its figures.
            items: the same, not compared yet.
            windows: returns where it leads, by source.
        """
        # What stands in marks, or is declared, is compared with nothing.
        has_bare = any(item.state is FigureState.BARE for item in items)
        cited = sentence if has_bare else sentence._replace(targets=())
        passages = self._passages(article, cited, stated, windows() if cited.targets else {})
        for uncompared in items:
            item = uncompared
            if item.state is FigureState.BARE and sentence.targets:
                item = self._checked(self._compared(item, stated, passages), stated, passages)
            # `[own reporting: our count]` says who knows what no source prints.
            reported = sentence.declared is DeclarationKind.OWN_REPORTING
            if reported and item.state in (FigureState.ABSENT, FigureState.CONTRADICTED):
                item = uncompared._replace(state=FigureState.DECLARED)
            if item.state is FigureState.ABSENT and passages.windows:
                source, spans = next(iter(passages.windows.items()))
                item = item._replace(source=source, start=spans[0][0] if spans else -1)
            yield item

    def _passages(
        self,
        article: Article,
        sentence: AssessedSentence,
        stated: StatedFigures,
        windows: Mapping[str, Sequence[tuple[int, int]]],
    ) -> _Passages:
        """What is printed where a sentence leads.

        Args:
            article: the article.
            sentence: the sentence, with what its figures are compared with.
            stated: its figures.
            windows: where it leads, by source.
        """
        near, far = self._printed_for(article, sentence, windows)
        span = sentence.start, sentence.end
        exchanged, others = exchanged_figures(
            self._sources, article.text, span, stated.figures, windows
        )
        # Of most figures nobody asks.
        about = cache(lambda: stated_near(stated, self._sources, windows))
        return _Passages(windows, near, far, about, exchanged, others <= len(exchanged))

    def _compared(
        self, item: AssessedFigure, draft: StatedFigures, passages: _Passages
    ) -> AssessedFigure:
        """Say how a figure compares with what its source prints in its place, or anywhere.

        Args:
            item: the figure.
            draft: its sentence.
            passages: what its sentence cites.
        """
        figure, near = item.figure, passages.near
        printed = passages.exchanged.get(figure.start)
        if (
            printed is not None
            and not has_unit_beside(figure, draft.figures, printed, near)
            and not is_of_subject(figure, printed.figure, draft, passages.sentences())
        ):
            reason = UNIT_DIFFERS if figure.value == printed.figure.value else ""
            return with_printed(item, FigureState.CONTRADICTED, printed, reason)
        single = self._single_thing(figure, passages, draft.text)
        if single is not None:
            return with_printed(item, FigureState.CONTRADICTED, single, "")
        item = compared_figure(item, draft.figures, near, passages.far)
        item = with_pair(item, draft, near, passages.far)
        return _with_same_base(item, draft, passages)

    def _checked(
        self, item: AssessedFigure, draft: StatedFigures, passages: _Passages
    ) -> AssessedFigure:
        """Let a figure stand that is worked out, and hold against it what goes another way.

        Args:
            item: the figure, as compared.
            draft: its sentence.
            passages: what its sentence cites.
        """
        sources, windows, near = self._sources, passages.windows, passages.near
        item = with_range(item, draft, near)
        # Whoever copies a sentence and changes nothing but figures has worked nothing out.
        if not passages.is_copied or item.figure.start not in passages.exchanged:
            item = with_relative_date(item, sources, windows)
            item = with_arithmetic(item, draft, sources, windows, near)
        item = _with_other_base(item, draft, near)
        if item.state in (FigureState.ABSENT, FigureState.CONTRADICTED):
            item = with_loss(item, draft, near)
        item = _with_other_limit(item, draft, near)
        item = with_rest(item, draft, sources, windows)
        item = with_points(item, draft, sources, windows)
        item = with_score(with_sign(item, draft, near), draft, near)
        item = with_trend(item, draft, sources, passages.sentences, passages.far)
        item = with_opposite(item, draft, sources, passages.sentences, passages.far)
        return with_bearer(item, draft, passages.sentences)

    def _single_thing(
        self, figure: Figure, passages: _Passages, draft: str
    ) -> PrintedFigure | None:
        """The one thing that a passage prints where an article counts several: `one answer`.

        Args:
            figure: the figure of the article.
            passages: what its sentence cites.
            draft: the article's text.
        """
        if not _counts_several(figure, draft):
            return None
        if any(is_same(figure, printed.figure) for printed in passages.near):
            return None
        noun = re.escape(figure.noun[:LETTERS_OF_A_NOUN])
        single = re.compile(rf"\b{_ONE}\s+(?:single\s+)?{noun}\w*", re.IGNORECASE)
        places = ((source, *span) for source, spans in passages.windows.items() for span in spans)
        for source, start, end in places:
            text = self._sources.text(source)
            if match := single.search(text, start, end):
                alone = replace(figure, start=match.start(), end=match.end(), value=Decimal(1))
                return PrintedFigure(alone, text, source, match.start())
        return None

    def _windows(
        self, article: Article, sentence: AssessedSentence
    ) -> dict[str, list[tuple[int, int]]]:
        """Where citations lead, by source: to passages of claims, or the likest sentences."""
        text = article.text[sentence.start : sentence.end]
        words, names = words_of(text), words_of(text, shortest=1)
        places: dict[str, list[tuple[int, int]]] = {}
        for target in sentence.targets:
            if target.claim is not None:
                for item in target.claim.evidence:
                    anchor = item.anchor
                    if anchor.start is not None and anchor.end is not None:
                        source = item.found_in or item.evidence.source
                        places.setdefault(source, []).append((anchor.start, anchor.end))
            elif target.source:
                places.setdefault(target.source, []).extend(
                    self._sources.nearest(target, words, names)
                )
        return {
            source: list(dict.fromkeys(self._sources.window(source, *place) for place in spans))
            for source, spans in places.items()
        }

    def _printed_for(
        self,
        article: Article,
        sentence: AssessedSentence,
        windows: Mapping[str, Sequence[tuple[int, int]]],
    ) -> tuple[list[PrintedFigure], Callable[[], list[PrintedFigure]]]:
        """What is printed where a sentence's citations lead, and elsewhere in those sources.

        The latter is worked out when it is asked for: most figures stand where they are cited.

        Args:
            article: the article.
            sentence: the sentence.
            windows: where it leads, by source.
        """
        near: list[PrintedFigure] = []
        for target in sentence.targets:
            if target.claim is not None:
                near += _claim_figures(target)
        for source, spans in windows.items():
            for window in spans:
                near += self._sources.within(source, *window)

        def far() -> list[PrintedFigure]:
            # Of a table whose row the sentence names, no other row is meant.
            names = words_of(article.text[sentence.start : sentence.end], shortest=1)
            tables = {source: self._sources.table(source) for source in windows}
            named = {
                source
                for source, table in tables.items()
                if table and self._sources.named_rows(source, table, names)
            }
            return [
                printed
                for source, spans in windows.items()
                for printed in self._sources.all_of(source)
                if not any(low <= printed.figure.start < high for low, high in spans)
                and not (source in named and self._sources.is_in_row(source, printed.figure.start))
            ]

        return near, far


def _with_same_base(
    item: AssessedFigure, draft: StatedFigures, passages: _Passages
) -> AssessedFigure:
    """Let a figure stand that others are counted by, if the sources print it anywhere.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        passages: what its sentence cites.
    """
    figure = item.figure
    if item.state is not FigureState.CONTRADICTED or not _is_base(draft.text, figure):
        return item
    printed = (*passages.near, *passages.far())
    same = (each for each in printed if is_same(figure, each.figure))
    return next((with_printed(item, FigureState.BOUND, each, "") for each in same), item)


def _with_other_base(
    item: AssessedFigure, draft: StatedFigures, near: Sequence[PrintedFigure]
) -> AssessedFigure:
    """Hold a figure against its source that is counted by another unit there: per square metre.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        near: what the passage prints.
    """
    if item.state is not FigureState.BOUND:
        return item
    same = (each for each in near if is_same(item.figure, each.figure))
    if any(is_per_other(draft.text, item.figure, each) for each in same):
        return item._replace(state=FigureState.CONTRADICTED, reason=UNIT_DIFFERS)
    return item


def _with_other_limit(
    item: AssessedFigure, draft: StatedFigures, near: Sequence[PrintedFigure]
) -> AssessedFigure:
    """Hold `more than` a figure against a source that prints `less than` it.

    Beside a share both may be true: of two thirds the one, and of a third the other.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        near: what the passage prints.
    """
    figure = item.figure
    if item.state is not FigureState.BOUND:
        return item
    ours = limit_before(draft.text, figure.start, draft.start)
    if not ours or any(each.unit in SHARE_UNITS for each in draft.figures if each != figure):
        return item
    same = (each for each in near if is_same(figure, each.figure))
    if {limit_before(each.text, each.figure.start) for each in same} != {-ours}:
        return item
    return item._replace(state=FigureState.CONTRADICTED, reason=_LIMIT_DIFFERS)


def _states_of(
    figures: Sequence[Figure],
    sentence: AssessedSentence,
    marked: Sequence[tuple[int, int]],
    *,
    is_beyond: bool,
) -> list[FigureState]:
    """What becomes of the figures of a sentence before they are compared with anything.

    Args:
        figures: the figures.
        sentence: their sentence.
        marked: what is quoted in it.
        is_beyond: whether it stands behind the last sentence that is compared.
    """
    bare = FigureState.BARE
    if sentence.state is SentenceState.DECLARED:
        bare = FigureState.DECLARED
    elif is_beyond and sentence.targets:
        bare = FigureState.UNCHECKED
    return [
        FigureState.QUOTED if any(start <= figure.start < end for start, end in marked) else bare
        for figure in figures
    ]


def _quoted_spans(
    sentences: Sequence[AssessedSentence], quotations: Sequence[AssessedQuotation]
) -> dict[int, list[tuple[int, int]]]:
    """What is quoted in each sentence, by its number; a block quote runs over several."""
    quoted: dict[int, list[tuple[int, int]]] = {}
    for item in quotations:
        if item.note or item.state not in _JUDGED:
            continue
        span = item.quotation.inner_start, item.quotation.inner_end
        at = max(0, item.sentence)
        while at < len(sentences) and sentences[at].start < span[1]:
            quoted.setdefault(at, []).append(span)
            at += 1
    return quoted


def _is_base(text: str, figure: Figure) -> bool:
    """Whether a figure is what another is counted by: `11 cases per 100,000`."""
    return _PER.search(text, max(0, figure.start - 8), figure.start) is not None


def _counts_several(figure: Figure, draft: str) -> bool:
    """Whether a figure in words says how many there are of something: `nine answers`.

    It does not in `one of the nine seats`.
    """
    is_count = figure.in_words and figure.kind is FigureKind.NUMBER
    if not is_count or len(figure.noun) < LETTERS_OF_A_NOUN:
        return False
    return _ONE_OF.search(draft, 0, figure.start) is None


def _claim_figures(target: Target) -> list[PrintedFigure]:
    claim = target.claim
    if claim is None:
        return []
    texts = [claim.claim.text, *(item.evidence.quote.exact for item in claim.evidence)]
    return [
        PrintedFigure(figure, text, claim.id, -1) for text in texts for figure in figures_in(text)
    ]
