"""The figures of a draft, each compared with what the sources print that its sentence cites."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from heapq import nlargest
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from claimcheck.anchor.figures import Figure, figures_in
from claimcheck.anchor.sentences import breaks, sentence_end, sentence_start
from claimcheck.anchor.table_heads import TableHeads
from claimcheck.assessment.article import (
    AssessedFigure,
    FigureState,
    QuotationState,
    SentenceState,
)
from claimcheck.assessment.article_alignment import align
from claimcheck.assessment.article_figure_agreement import (
    PrintedFigure,
    agree,
    compared_figure,
    is_bare,
    is_same,
    under_head,
    with_printed,
)
from claimcheck.dossier.article import BlockKind, DeclarationKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimcheck.assessment.article import AssessedQuotation, AssessedSentence, Target
    from claimcheck.assessment.article_alignment import SentenceAlignment
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.dossier.article import Article

_NEAREST_SENTENCES: Final = 3
_SHORTEST_WORD: Final = 4
_LETTERS_OF_A_STEM: Final = 5
_Sentences: TypeAlias = list[tuple[int, int, frozenset[str]]]
_NamedRows: TypeAlias = dict[str, list[tuple[frozenset[str], tuple[int, int]]]]
_MOST_ROWS: Final = 20
_MOST_CANDIDATES: Final = 200
_JUDGED: Final = (
    QuotationState.STANDS,
    QuotationState.CUT,
    QuotationState.ALTERED,
    QuotationState.MISATTRIBUTED,
    QuotationState.NOWHERE,
    QuotationState.DECLARED,
)


class FigureComparison:
    """Compares the figures of drafts with the texts of a dossier.

    Args:
        corpus: the sources' texts.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._printed: dict[str, tuple[PrintedFigure, ...]] = {}
        self._tables: dict[str, TableHeads | None] = {}
        self._rows: dict[str, _NamedRows] = {}
        self._within: dict[tuple[str, int, int], list[PrintedFigure]] = {}
        self._sentences: dict[str, tuple[_Sentences, dict[str, list[int]]]] = {}
        self._likest: dict[tuple[str, frozenset[str]], list[tuple[int, int]]] = {}

    def text(self, source: str) -> str:
        """Return a source's text."""
        return self._corpus.text(source).raw

    def assess(
        self,
        article: Article,
        sentences: Sequence[AssessedSentence],
        quotations: Sequence[AssessedQuotation],
    ) -> tuple[AssessedFigure, ...]:
        """Compare every figure of a draft.

        Args:
            article: the draft.
            sentences: its sentences.
            quotations: its quotations, as assessed.
        """
        quoted = _quoted_spans(sentences, quotations)
        assessed = []
        for number, sentence in enumerate(sentences):
            figures = figures_in(article.text, sentence.start, sentence.end)
            if not figures:
                continue
            marked = quoted.get(number, ())
            states = [_state_of(figure, sentence, marked) for figure in figures]
            # What stands in marks, or is declared, is compared with nothing.
            cited = sentence if FigureState.BARE in states else sentence._replace(targets=())
            windows = self._windows(article, cited)
            near, far = self._printed_for(article, cited, windows)
            exchanged = self._exchanged(article, cited, figures, windows)
            for figure, state in zip(figures, states, strict=True):
                written = article.text[figure.start : figure.end]
                item = AssessedFigure(figure, written, state, number)
                printed = exchanged.get(figure.start) if state is FigureState.BARE else None
                if printed is not None:
                    reason = "the unit is another" if figure.value == printed.figure.value else ""
                    item = with_printed(item, FigureState.CONTRADICTED, printed, reason)
                elif state is FigureState.BARE and sentence.targets:
                    item = compared_figure(item, figures, near, far)
                    # `[own reporting: our sum]` says who worked out what no source prints.
                    reported = sentence.declared is DeclarationKind.OWN_REPORTING
                    if item.state is FigureState.ABSENT and reported:
                        item = item._replace(state=FigureState.DECLARED)
                assessed.append(item)
        return tuple(assessed)

    def _exchanged(
        self,
        article: Article,
        sentence: AssessedSentence,
        figures: Sequence[Figure],
        windows: Mapping[str, Sequence[tuple[int, int]]],
    ) -> dict[int, PrintedFigure]:
        """Return what a source prints in the place of figures, in a sentence nearly copied from it.

        Whoever copies a sentence and changes a figure cites no other place of the source.

        Args:
            article: the draft.
            sentence: the sentence.
            figures: its figures.
            windows: where it leads, by source.
        """
        span = sentence.start, sentence.end
        best: tuple[str, SentenceAlignment] | None = None
        for source, spans in windows.items():
            text = self.text(source)
            distinct: dict[str, tuple[int, int]] = {}
            for place in spans:
                distinct.setdefault(text[slice(*place)], place)
            for start, end in distinct.values():
                alignment = align(article.text, span, text, (start, end))
                if alignment and (best is None or alignment.shared > best[1].shared):
                    best = source, alignment
        if best is None:
            return {}
        source, alignment = best
        exchanged = {}
        for exchange in alignment.exchanges:
            figure = _figure_at(figures, exchange.start, exchange.end, article.text)
            text = self.text(source)
            within = self._figures_within(
                source, *self._window(source, exchange.printed_start, exchange.printed_end)
            )
            printed = next(
                (
                    each
                    for each in within
                    if each.figure.start < exchange.printed_end
                    and exchange.printed_start < each.figure.end
                ),
                None,
            )
            if figure is None or printed is None or agree(figure, printed.figure):
                continue
            exchanged[figure.start] = printed
        return exchanged

    def _windows(
        self, article: Article, sentence: AssessedSentence
    ) -> dict[str, list[tuple[int, int]]]:
        """Where citations lead, by source: to passages of claims, or the likest sentences."""
        if not sentence.targets:
            return {}
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
                places.setdefault(target.source, []).extend(self.nearest(target, words, names))
        return {
            source: list(dict.fromkeys(self._window(source, *place) for place in spans))
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
            article: the draft.
            sentence: the sentence.
            windows: where it leads, by source.
        """
        near: list[PrintedFigure] = []
        for target in sentence.targets:
            if target.claim is not None:
                near += _claim_figures(target)
        for source, spans in windows.items():
            for window in spans:
                near += self._figures_within(source, *window)

        def far() -> list[PrintedFigure]:
            # Of a table whose row the sentence names, no other row is meant.
            names = words_of(article.text[sentence.start : sentence.end], shortest=1)
            tables = {source: self._table(source) for source in windows}
            named = {
                source
                for source, table in tables.items()
                if table and self._named_rows(source, table, names)
            }
            return [
                printed
                for source, spans in windows.items()
                for printed in self._figures_of(source)
                if not any(low <= printed.figure.start < high for low, high in spans)
                and not (source in named and self._is_in_row(source, printed.figure.start))
            ]

        return near, far

    def _figures_within(self, source: str, start: int, end: int) -> list[PrintedFigure]:
        key = source, start, end
        if key not in self._within:
            text = self.text(source)
            self._within[key] = [
                self._measured(PrintedFigure(figure, text, source, figure.start))
                for figure in figures_in(text, start, end)
            ]
        return self._within[key]

    def _figures_of(self, source: str) -> tuple[PrintedFigure, ...]:
        if source not in self._printed:
            text = self.text(source)
            figures: list[Figure] = []
            # A language is told paragraph by paragraph.
            at = 0
            for stop in (*re.finditer(r"\n[ \t\r]*\n", text), None):
                end = stop.start() if stop else len(text)
                if end > at:
                    figures += figures_in(text, at, end)
                at = stop.end() if stop else end
            self._printed[source] = tuple(
                self._measured(PrintedFigure(figure, text, source, figure.start))
                for figure in figures
            )
        return self._printed[source]

    def _table(self, source: str) -> TableHeads | None:
        """The heads of a source's tables; None where it has none."""
        if source not in self._tables:
            text = self.text(source)
            self._tables[source] = TableHeads(text) if "\t" in text else None
        return self._tables[source]

    def _is_in_row(self, source: str, at: int) -> bool:
        table = self._table(source)
        return table is not None and table.row(at) is not None

    def _window(self, source: str, start: int, end: int) -> tuple[int, int]:
        """The sentences, or the row, that a passage stands in."""
        table = self._table(source)
        row = table.row(start) if table else None
        return (row[0], max(end, row[1])) if row else _window(self.text(source), start, end)

    def _measured(self, printed: PrintedFigure) -> PrintedFigure:
        """Give a bare number of a table the unit and the scale that its head has."""
        table = self._table(printed.source)
        figure = printed.figure
        if table is None or not is_bare(figure):
            return printed
        head = table.over(figure.start)
        measured = under_head(figure, head)
        return printed if measured is figure else replace(printed, head=head, figure=measured)

    def _named_rows(
        self, source: str, table: TableHeads, names: frozenset[str]
    ) -> list[tuple[int, int]]:
        """The rows of a source of which the draft's words name the first cell."""
        if source not in self._rows:
            by_word: _NamedRows = {}
            text = self.text(source)
            for row in table.rows:
                name = words_of(text[slice(*row)].split("\t")[0], shortest=1)
                if name:
                    by_word.setdefault(min(name), []).append((name, row))
            self._rows[source] = by_word
        rows = self._rows[source]
        candidates = (each for word in names for each in rows.get(word, [])[:_MOST_CANDIDATES])
        return sorted(islice((row for name, row in candidates if name <= names), _MOST_ROWS))

    def nearest(
        self, target: Target, words: frozenset[str], names: frozenset[str] = frozenset()
    ) -> list[tuple[int, int]]:
        """The passage that a footnote names, or the sentences of its source likest the draft's.

        Args:
            target: what the sentence cites.
            words: the sentence's longer words.
            names: all its words, by which rows of tables are known.
        """
        text = self.text(target.source)
        if target.words:
            at = text.find(target.words)
            if at >= 0:
                return [(at, at + len(target.words))]
        table = self._table(target.source)
        if table and (rows := self._named_rows(target.source, table, names)):
            return rows
        key = target.source, words
        if key not in self._likest:
            self._likest[key] = self._likest_sentences(target.source, words)
        return self._likest[key]

    def _likest_sentences(self, source: str, words: frozenset[str]) -> list[tuple[int, int]]:
        """The sentences of a source that share most words with some words, a few of them."""
        text, table = self.text(source), self._table(source)
        if source not in self._sentences:
            lines = [start for start, _end in table.rows] if table else []
            cuts = sorted({0, *breaks(text, 0, len(text)), *lines, len(text)})
            places = [(start, end) for start, end in pairwise(cuts) if end > start]
            if not table:
                # Of sentences that are alike the first tells what all do.
                places = sorted({text[slice(*place)]: place for place in places[::-1]}.values())
            sentences = [(start, end, words_of(text[start:end])) for start, end in places]
            having: dict[str, list[int]] = {}
            for number, (_start, _end, theirs) in enumerate(sentences):
                for word in theirs:
                    having.setdefault(word, []).append(number)
            self._sentences[source] = sentences, having
        sentences, having = self._sentences[source]
        shared = Counter(chain.from_iterable(having.get(word, ()) for word in words))
        scored = (
            (count / (len(sentences[number][2]) + 8), -sentences[number][0], sentences[number][1])
            for number, count in shared.items()
        )
        best = nlargest(_NEAREST_SENTENCES, scored)
        return [(-start, end) for score, start, end in best if score * 2 >= best[0][0]]


def _state_of(
    figure: Figure, sentence: AssessedSentence, marked: Sequence[tuple[int, int]]
) -> FigureState:
    """What becomes of a figure before it is compared with anything."""
    if any(start <= figure.start < end for start, end in marked):
        return FigureState.QUOTED
    return FigureState.DECLARED if sentence.state is SentenceState.DECLARED else FigureState.BARE


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


def with_headings(
    sentences: tuple[AssessedSentence, ...], figures: tuple[AssessedFigure, ...]
) -> tuple[tuple[AssessedSentence, ...], tuple[AssessedFigure, ...]]:
    """Let a heading say again what the text below it binds: its figures need no note of their own.

    Args:
        sentences: the sentences of a draft.
        figures: its figures, as compared.
    """
    bound = [figure.figure for figure in figures if figure.state in _SETTLED]
    by_sentence: dict[int, list[AssessedFigure]] = {}
    for assessed in figures:
        if sentences[assessed.sentence].block is BlockKind.HEADING:
            by_sentence.setdefault(assessed.sentence, []).append(assessed)
    again = {
        number
        for number, held in by_sentence.items()
        if sentences[number].state is SentenceState.BARE
        and all(any(is_same(assessed.figure, other) for other in bound) for assessed in held)
    }
    return (
        tuple(
            sentence._replace(state=SentenceState.SILENT) if number in again else sentence
            for number, sentence in enumerate(sentences)
        ),
        tuple(
            assessed._replace(state=FigureState.BOUND, reason="bound below")
            if assessed.sentence in again
            else assessed
            for assessed in figures
        ),
    )


def _figure_at(figures: Sequence[Figure], start: int, end: int, text: str) -> Figure | None:
    """Return the figure that words of a draft are, or are the unit or the noun of."""
    for figure in figures:
        follows = start >= figure.end and not text[figure.end : start].strip(" -\u00a0\u202f")
        if follows or (figure.start < end and start < figure.end):
            return figure
    return None


_SETTLED: Final = (FigureState.BOUND, FigureState.ROUNDED, FigureState.QUOTED)


def _claim_figures(target: Target) -> list[PrintedFigure]:
    claim = target.claim
    if claim is None:
        return []
    texts = [claim.claim.text, *(item.evidence.quote.exact for item in claim.evidence)]
    return [
        PrintedFigure(figure, text, claim.id, -1) for text in texts for figure in figures_in(text)
    ]


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    return sentence_start(text, start), max(end, sentence_end(text, end))


def words_of(text: str, shortest: int = _SHORTEST_WORD) -> frozenset[str]:
    """The longer words of a text, without their endings; characters where none are parted.

    Args:
        text: the text.
        shortest: how many letters a word has at least.
    """
    words = re.findall(r"[^\W\d_]+|\d+(?:[.,]\d+)*", text.casefold())
    stems = {
        word[:_LETTERS_OF_A_STEM] for word in words if len(word) >= shortest or word[0].isdigit()
    }
    wide = [char for char in text if ord(char) > 0x2E80 and char.isalnum()]  # noqa: PLR2004 - where Han begins
    return frozenset(stems | {first + second for first, second in pairwise(wide)})
