"""What the sources of a dossier print: their figures, sentence by sentence and row by row."""

from __future__ import annotations

import re
from dataclasses import replace
from heapq import nlargest
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from claimcheck.anchor import passes
from claimcheck.anchor.figures import figures_in
from claimcheck.anchor.sentences import breaks, sentence_end, sentence_start
from claimcheck.anchor.table_heads import TableHeads
from claimcheck.assessment.article_figure_agreement import is_bare, under_head
from claimcheck.assessment.article_languages import TextLanguages
from claimcheck.assessment.article_printed_figure import PrintedFigure
from claimcheck.model import Quote

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.assessment.article import Target
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.model import Source

_NEAREST_SENTENCES: Final = 3
_MOST_RELATED: Final = 12
_SHORTEST_WORD: Final = 4
_LETTERS_OF_A_STEM: Final = 5
_Sentences: TypeAlias = list[tuple[int, int, frozenset[str]]]
_NamedRows: TypeAlias = dict[str, list[tuple[frozenset[str], tuple[int, int]]]]
_MOST_ROWS: Final = 20
_MOST_CANDIDATES: Final = 200
# Sentences of a source that are likened to one of an article.
_MOST_SHARING: Final = 200
# Between two sentences there are at most so many blanks.
_GAP: Final = 20
_PARAGRAPH: Final = re.compile(r"[ \t\r]*\n[ \t\r]*\n")
_WIDE: Final = re.compile(r"[\u2e81-\U0010ffff]")  # where Han begins
_STOPS: Final = tuple(".!?…。！？\"'”’»")


class SourceFigures:
    """Reads the figures of sources once, however often they are asked for.

    Args:
        corpus: the sources' texts.
        records: what is recorded of the sources, by their ids.
    """

    def __init__(self, corpus: Corpus, records: Mapping[str, Source]) -> None:
        self._corpus = corpus
        self._records = records
        self._languages: dict[str, TextLanguages] = {}
        self._printed: dict[str, tuple[PrintedFigure, ...]] = {}
        self._tables: dict[str, TableHeads | None] = {}
        self._rows: dict[str, _NamedRows] = {}
        self._within: dict[tuple[str, int, int], list[PrintedFigure]] = {}
        self._sentences: dict[str, tuple[_Sentences, dict[str, list[int]]]] = {}
        self._quotes: dict[tuple[str, str], tuple[int, int] | None] = {}
        self._likest: dict[tuple[str, frozenset[str]], list[tuple[int, int]]] = {}
        self._related: dict[tuple[str, frozenset[str]], list[PrintedFigure]] = {}

    def issued(self, source: str) -> dt.date | None:
        """Return the day on which a source came out, where its record says one."""
        record = self._records.get(source)
        issued = record.issued if record else None
        return issued.earliest if issued and issued.earliest == issued.latest else None

    def text(self, source: str) -> str:
        """Return a source's text."""
        return self._corpus.text(source).raw

    def language(self, source: str, start: int, end: int) -> Vocabulary | None:
        """Return the words of the language of a sentence of a source; None where it is not known.

        Args:
            source: the source's id.
            start: where the sentence begins, in code points.
            end: where it ends.
        """
        if source not in self._languages:
            text = self.text(source)
            self._languages[source] = TextLanguages(text, _paragraphs(text))
        return self._languages[source].at(start, end)

    def within(self, source: str, start: int, end: int) -> list[PrintedFigure]:
        """Return the figures of a stretch of a source, in order.

        Args:
            source: the source's id.
            start: where the stretch begins, in code points.
            end: where it ends.
        """
        key = source, start, end
        if key not in self._within:
            text = self.text(source)
            self._within[key] = [
                self._measured(PrintedFigure(figure, text, source, figure.start))
                for figure in figures_in(text, start, end, self.language(source, start, end))
            ]
        return self._within[key]

    def all_of(self, source: str) -> tuple[PrintedFigure, ...]:
        """Return all figures of a source, in order."""
        if source not in self._printed:
            text = self.text(source)
            figures: list[Figure] = []
            for start, end in _paragraphs(text):
                figures += figures_in(text, start, end, self.language(source, start, end))
            self._printed[source] = tuple(
                self._measured(PrintedFigure(figure, text, source, figure.start))
                for figure in figures
            )
        return self._printed[source]

    def table(self, source: str) -> TableHeads | None:
        """Return the heads of a source's tables; None where it has none."""
        if source not in self._tables:
            text = self.text(source)
            self._tables[source] = TableHeads(text) if "\t" in text else None
        return self._tables[source]

    def is_in_row(self, source: str, at: int) -> bool:
        """Whether a place of a source is in a row of a table."""
        table = self.table(source)
        return table is not None and table.row(at) is not None

    def window(self, source: str, start: int, end: int) -> tuple[int, int]:
        """Return the sentences, or the row, that a passage of a source stands in.

        Args:
            source: the source's id.
            start: where the passage begins, in code points.
            end: where it ends.
        """
        table = self.table(source)
        row = table.row(start) if table else None
        return (row[0], max(end, row[1])) if row else _window(self.text(source), start, end)

    def beside(self, source: str, span: tuple[int, int]) -> list[tuple[int, int]]:
        """Return the sentences right before and behind some sentences, within their paragraph.

        Args:
            source: the source's id.
            span: where the sentences begin and end, in code points.
        """
        text = self.text(source)
        low, high = span
        before, behind = text[max(0, low - _GAP) : low], text[high : high + _GAP]
        start = low - len(before) + len(before.rstrip())
        end = high + len(behind) - len(behind.lstrip())
        places = []
        if start > 0 and not _PARAGRAPH.search(before, len(before.rstrip())):
            places.append((sentence_start(text, start - 1), start))
        if end < len(text) and not _PARAGRAPH.match(behind):
            places.append((end, sentence_end(text, end)))
        return places

    def _measured(self, printed: PrintedFigure) -> PrintedFigure:
        """Give a bare number of a table the unit and the scale that its head has."""
        table = self.table(printed.source)
        figure = printed.figure
        if table is None or not is_bare(figure):
            return printed
        head = table.over(figure.start)
        measured = under_head(figure, head)
        return printed if measured is figure else replace(printed, head=head, figure=measured)

    def named_rows(
        self, source: str, table: TableHeads, names: frozenset[str]
    ) -> list[tuple[int, int]]:
        """Return the rows of a source of which an article's words name the first cell.

        Args:
            source: the source's id.
            table: the heads of its tables.
            names: the words of a sentence.
        """
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
        """Return the passage that a footnote names, or the sentences likest to the article's.

        Args:
            target: what the sentence cites.
            words: the sentence's longer words.
            names: all its words, by which rows of tables are known.
        """
        if target.words and (place := self._quoted(target.source, target.words)):
            return [place]
        table = self.table(target.source)
        if table and (rows := self.named_rows(target.source, table, names)):
            return [*self._copied_sentences(target.source, words), *rows]
        return self._likest_of(target.source, words)

    def _likest_of(self, source: str, words: frozenset[str]) -> list[tuple[int, int]]:
        key = source, words
        if key not in self._likest:
            self._likest[key] = self._likest_sentences(source, words)
        return self._likest[key]

    def _copied_sentences(self, source: str, words: frozenset[str]) -> list[tuple[int, int]]:
        """Running text with half of an article's words, since a year names a row by chance, too."""
        text = self.text(source)
        return [
            (start, end)
            for start, end in self._likest_of(source, words)
            if not self.is_in_row(source, start)
            and 2 * len(words & words_of(text[start:end])) >= len(words)
        ]

    def related(self, source: str, words: frozenset[str]) -> list[PrintedFigure]:
        """Return the figures of the sentences of a source that share a word with an article's.

        Args:
            source: the source's id.
            words: the longer words of the article's sentence.
        """
        key = source, words
        if key not in self._related:
            self._likest_sentences(source, words)
            sentences, having = self._sentences[source]
            numbers = nlargest(
                _MOST_RELATED,
                _sharing(words, having),
                key=lambda number: (len(words & sentences[number][2]), -number),
            )
            places = sorted(sentences[number][:2] for number in numbers)
            self._related[key] = [
                printed for place in places for printed in self.within(source, *place)
            ]
        return self._related[key]

    def _quoted(self, source: str, words: str) -> tuple[int, int] | None:
        """Where the words that a footnote gives stand in its source, over line ends too."""
        if (source, words) not in self._quotes:
            anchor = passes(Quote(words), self._corpus.text(source))
            place = None
            if anchor is not None and anchor.start is not None and anchor.end is not None:
                place = anchor.start, anchor.end
            self._quotes[source, words] = place
        return self._quotes[source, words]

    def _likest_sentences(self, source: str, words: frozenset[str]) -> list[tuple[int, int]]:
        """The sentences of a source that share most words with some words, a few of them."""
        text, table = self.text(source), self.table(source)
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
        scored = (
            (len(words & theirs) / (len(theirs) + 8), -start, end)
            for start, end, theirs in map(sentences.__getitem__, _sharing(words, having))
        )
        best = nlargest(_NEAREST_SENTENCES, scored)
        places = [(-start, end) for score, start, end in best if score * 2 >= best[0][0]]
        return [(start, _end_of(text, start, end)) for start, end in places]


def _sharing(words: frozenset[str], having: Mapping[str, Sequence[int]]) -> set[int]:
    """The numbers of the sentences that share words, the rarest words first, so many at most.

    Args:
        words: the words of an article's sentence.
        having: the numbers of the sentences that have a word.
    """
    by_rarity = sorted(
        filter(having.__contains__, words), key=lambda word: (len(having[word]), word)
    )
    numbers: set[int] = set()
    for word in by_rarity:
        numbers.update(having[word][: _MOST_SHARING - len(numbers)])
        if len(numbers) >= _MOST_SHARING:
            break
    return numbers


def _end_of(text: str, start: int, end: int) -> int:
    """Where a sentence ends, without blanks; a line without a stop leads to the next one."""
    trimmed = text[start:end].rstrip()
    return start + len(trimmed) if trimmed.endswith(_STOPS) else end


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text, parted by empty lines."""
    paragraphs, at = [], 0
    for stop in (*re.finditer(r"\n[ \t\r]*\n", text), None):
        end = stop.start() if stop else len(text)
        if end > at:
            paragraphs.append((at, end))
        at = stop.end() if stop else end
    return paragraphs


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
    wide = [] if text.isascii() else [char for char in _WIDE.findall(text) if char.isalnum()]
    return frozenset(stems | {first + second for first, second in pairwise(wide)})
