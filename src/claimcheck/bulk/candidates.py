"""The documents in which a quotation that names none may stand.

A quotation passes in a text only if the letters of its longest part stand there in one run
(`claimcheck.anchor.where_to_look`). So do then the runs of letters that begin behind some fixed
letters, the landmarks, wherever they stand (content-defined sampling: Manber 1994). Texts are asked
for the runs of all quotations at once, and those that have one are searched for the letters: every
document in which a quotation passes is among its candidates. A quotation without a landmark is
looked up by a shorter run, and one of less than eight letters is searched for in every text. Where
a quotation's letters stand nowhere, the documents that share most of its runs are proposed, to show
what it was made of.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from claimcheck.anchor.key import key_of
from claimcheck.bulk.letter_runs import Letters, RunTable
from claimcheck.bulk.quote_runs import runs_of
from claimcheck.bulk.tables import (
    USUAL_DOCUMENT_COLUMNS,
    USUAL_QUOTE_COLUMNS,
    document_rows,
    quote_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.bulk.letter_runs import Array
    from claimcheck.bulk.tables import DocumentColumns, QuoteColumns

# Of documents that have a quotation's letters, so many are looked in: those with the first ids.
MAX_EXACT: Final = 1_000
MAX_NEAR: Final = 4
# Characters of texts that are looked through at a time.
_MAX_CHARACTERS: Final = 1 << 19
CANDIDATES: Final = pa.schema(
    [
        ("row", pa.int64()),
        ("documents", pa.list_(pa.string())),
        ("exact", pa.bool_()),
        ("total", pa.int64()),
    ]
)


def candidates(
    quotes: pa.RecordBatch | pa.Table,
    documents: pa.RecordBatch | pa.Table,
    quote_columns: QuoteColumns = USUAL_QUOTE_COLUMNS,
    document_columns: DocumentColumns = USUAL_DOCUMENT_COLUMNS,
) -> pa.RecordBatch:
    """Say in which documents each quotation may stand.

    Args:
        quotes: a row for each quotation; the documents that it names do not count.
        documents: a row for each document.
        quote_columns: what the columns of `quotes` are called.
        document_columns: what the columns of `documents` are called.

    Returns:
        A row of `CANDIDATES` for each quotation: its number, the documents, and whether they are
        those that have all letters of its longest part (`exact`: it passes in no other) or those
        that share most with it; `total` counts them all, those beyond `MAX_EXACT` included.
    """
    quote_table = quote_rows(quotes, quote_columns, needs_document=False)
    rows = [
        (row, words)
        for row, words, rank, trouble in zip(
            *(quote_table.column(name).to_pylist() for name in ("row", "quote", "rank", "trouble")),
            strict=True,
        )
        if rank == 0 and not trouble
    ]
    search = Search(QuoteIndex(rows))
    search.add(document_rows(documents, document_columns))
    return search.collected().batch(range(quotes.num_rows))


class QuoteIndex:
    """Quotations by the runs of their letters; those with the same words are one.

    Args:
        quotes: each one's number and words.
    """

    def __init__(self, quotes: Iterable[tuple[int, str]]) -> None:
        of_words: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in quotes:
            of_words[words].append(number)
        self.numbers = list(of_words.values())
        runs = runs_of(list(of_words))
        self._keys, self._shortest = runs.keys, runs.shortest
        self._long, self._near = RunTable(*runs.long), RunTable(*runs.near)
        self._short = RunTable(*runs.short) if len(runs.short[0]) else None

    def search(self, keys: Sequence[str]) -> tuple[list[set[int]], Iterator[tuple[Array, Array]]]:
        """Look for all quotations in texts.

        Args:
            keys: the texts' letters and digits.

        Returns:
            For each text the places in `numbers` of quotations whose longest part stands there; and
            pairs of a text and a quotation, once for each run that they share.
        """
        letters = Letters(keys)
        runs = letters.long_runs()
        exact: list[set[int]] = [set() for _key in keys]
        pairs = [self._long.pairs(runs)]
        if self._short is not None:
            pairs.append(self._short.pairs(letters.short_runs()))
        for texts, quotes in chain.from_iterable(pairs):
            for text, quote in zip(texts.tolist(), quotes.tolist(), strict=True):
                if self._keys[quote] in keys[text]:
                    exact[text].add(quote)
        for quote in self._shortest:
            for text, key in enumerate(keys):
                if self._keys[quote] in key:
                    exact[text].add(quote)
        return exact, self._near.pairs(runs)


class Search:
    """A search for quotations in documents, which come bit by bit.

    Args:
        index: the quotations.
    """

    def __init__(self, index: QuoteIndex) -> None:
        self._index = index
        self._collected = Collected()
        count = len(index.numbers)
        self._passes: Array = np.zeros(count, dtype=bool)
        self._near: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        # How many runs a document has to share with a quotation to be among the nearest so far.
        self._least_shared: Array = np.zeros(count, dtype=np.int64)

    def add(self, documents: pa.RecordBatch) -> None:
        """Look for the quotations in documents.

        Args:
            documents: rows of `tables.DOCUMENTS`.
        """
        for names, keys in in_stretches(documents):
            self._look(names, keys)

    def _look(self, names: Sequence[str], keys: Sequence[str]) -> None:
        """Look for the quotations in some texts, by their letters and digits."""
        exact, near = self._index.search(keys)
        for name, quotes in zip(names, exact, strict=True):
            for quote in quotes:
                self._passes[quote] = True
                for number in self._index.numbers[quote]:
                    self._collected.add_exact(number, name)
        places: Array = np.empty(len(names), dtype=np.int64)
        places[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
        for texts, quotes in near:
            self._add_near(names, places, *_counted(texts, quotes, len(self._index.numbers)))

    def _add_near(
        self, names: Sequence[str], places: Array, texts: Array, quotes: Array, shared: Array
    ) -> None:
        """Take in which texts share how many runs with which quotations.

        Args:
            names: the texts' ids.
            places: the places of these in their order.
            texts: for each pair the text's number.
            quotes: the quotation's.
            shared: how many runs they share.
        """
        wanted = ~self._passes[quotes] & (shared >= self._least_shared[quotes])
        texts, quotes, shared = texts[wanted], quotes[wanted], shared[wanted]
        order = np.lexsort((places[texts], -shared, quotes))
        texts, quotes, shared = texts[order], quotes[order], shared[order]
        best: Array = np.ones(len(quotes), dtype=bool)
        best[MAX_NEAR:] = quotes[MAX_NEAR:] != quotes[:-MAX_NEAR]
        for quote, text, count in zip(
            quotes[best].tolist(), texts[best].tolist(), shared[best].tolist(), strict=True
        ):
            hits = self._near[quote]
            _insert_near(hits, (-count, names[text]))
            if len(hits) == MAX_NEAR:
                self._least_shared[quote] = -hits[-1][0]

    def collected(self) -> Collected:
        """Return the candidates of all quotations."""
        for quote, hits in self._near.items():
            if not self._passes[quote]:
                for number in self._index.numbers[quote]:
                    self._collected.near[number] = hits.copy()
        return self._collected


def in_stretches(documents: pa.RecordBatch) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the ids of documents with the letters of their texts, so many as are looked at at once.

    Args:
        documents: rows of `tables.DOCUMENTS`; those without an id or a text are left out.
    """
    names: list[str] = []
    keys: list[str] = []
    characters = 0
    for name, text in zip(
        documents.column("id").to_pylist(), documents.column("text"), strict=True
    ):
        if name is None or not text.is_valid:
            continue
        keys.append(key_of(text.as_py()))
        names.append(name)
        characters += len(keys[-1])
        if characters > _MAX_CHARACTERS:
            yield names, keys
            names, keys, characters = [], [], 0
    if names:
        yield names, keys


def _counted(texts: Array, quotes: Array, count: int) -> tuple[Array, Array, Array]:
    """The pairs of a text and a quotation, once each, and how often they are there."""
    pairs, often = np.unique(texts * count + quotes, return_counts=True)
    return *np.divmod(pairs, max(1, count)), often


def _insert_near(hits: list[tuple[int, str]], hit: tuple[int, str]) -> None:
    """Take in a document that is near, by how many runs it shares (negative) and its id."""
    insort(hits, hit)
    del hits[MAX_NEAR:]


class Collected:
    """The candidates of quotations, the best of them: the same in whatever order documents come."""

    def __init__(self) -> None:
        self.exact: defaultdict[int, list[str]] = defaultdict(list)
        self.near: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        self.totals: Counter[int] = Counter()

    def merge(self, other: Collected) -> None:
        """Take in what was collected of other documents."""
        for number, names in other.exact.items():
            for name in names:
                self.add_exact(number, name)
        self.totals += other.totals - Counter({n: len(names) for n, names in other.exact.items()})
        for number, hits in other.near.items():
            if number not in self.exact:
                for hit in hits:
                    _insert_near(self.near[number], hit)

    def add_exact(self, number: int, name: str) -> None:
        """Take in a document that has all letters of a quotation's longest part.

        Args:
            number: the quotation's number.
            name: the document's id.
        """
        self.totals[number] += 1
        names = self.exact[number]
        insort(names, name)
        del names[MAX_EXACT:]
        self.near.pop(number, None)

    def of(self, number: int) -> tuple[list[str], bool]:
        """Return the candidates of a quotation, and whether its letters stand in them."""
        if number in self.exact:
            return self.exact[number], True
        return [name for _shared, name in self.near.get(number, ())], False

    def batch(self, numbers: Sequence[int]) -> pa.RecordBatch:
        """Return the candidates of quotations as rows of `CANDIDATES`."""
        documents, exact = zip(*map(self.of, numbers), strict=True) if numbers else ((), ())
        totals = [self.totals[n] or len(names) for n, names in zip(numbers, documents, strict=True)]
        columns = (list(numbers), documents, exact, totals)
        arrays = [
            pa.array(column, field.type) for column, field in zip(columns, CANDIDATES, strict=True)
        ]
        return pa.RecordBatch.from_arrays(arrays, schema=CANDIDATES)
