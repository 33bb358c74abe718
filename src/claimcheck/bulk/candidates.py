"""The documents in which a quotation that names none may stand.

A quotation passes in a text only if the letters of its longest part stand there in one run
(`claimcheck.anchor.where_to_look`). So do then the runs of letters that begin at some fixed
letters, the landmarks, wherever they stand (content-defined sampling: Manber 1994). Texts are asked
for the runs of all quotations at once, and those that have one are searched for the letters: every
document in which a quotation passes is among its candidates. A quotation too short to have a run is
searched for in every text. Where a quotation's letters stand nowhere, the documents that share most
of its runs are proposed, to show what it was made of.
"""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final
from zlib import crc32

import pyarrow as pa

from claimcheck.anchor.batch import longest_key
from claimcheck.anchor.key import key_of
from claimcheck.bulk.tables import (
    USUAL_DOCUMENT_COLUMNS,
    USUAL_QUOTE_COLUMNS,
    document_rows,
    quote_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.bulk.tables import DocumentColumns, QuoteColumns

# Letters of high frequency in the languages that use Latin script: a tenth to a fifth of a text. In
# other scripts, the characters whose code point is a multiple of this.
_LANDMARKS: Final = "en"
_LANDMARK_CODE_POINT_STEP: Final = 8
# Letters behind a landmark that are hashed: more than the stock phrases of a language have.
_RUN_LETTERS: Final = 14
# Runs by which a quotation is looked up: the first alone finds where it passes, all of them what it
# is near to, whatever part of it was changed.
_RUNS_PER_QUOTE: Final = 6
# Of documents that have a quotation's letters, so many are looked in: those with the first ids.
MAX_EXACT: Final = 1_000
MAX_NEAR: Final = 4
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
    index, collected = QuoteIndex(rows), Collected()
    texts = document_rows(documents, document_columns)
    collected.add(index, texts)
    return collected.batch(range(quotes.num_rows))


class QuoteIndex:
    """Quotations by the runs of their letters.

    Args:
        quotes: each one's number and words.
    """

    def __init__(self, quotes: Iterable[tuple[int, str]]) -> None:
        self._keys: dict[int, str] = {}
        self._first: defaultdict[int, list[int]] = defaultdict(list)
        self._others: defaultdict[int, list[int]] = defaultdict(list)
        self._short: dict[str, list[int]] = defaultdict(list)
        for number, words in quotes:
            key = longest_key(words)
            runs = sorted(set(_runs(key)))
            if not key:
                continue
            if not runs:
                self._short[key].append(number)
            else:
                self._keys[number] = key
                # The run with the least hash: any will do, and this one depends on nothing else.
                self._first[runs[0]].append(number)
            for run in _spread(_runs(key_of(words))):
                self._others[run].append(number)
        self._wanted = self._first.keys() | self._others.keys()

    def exact(self, key: str, common: set[int]) -> Iterator[int]:
        """Yield the quotations whose longest part stands in a text.

        Args:
            key: the text's letters and digits.
            common: the runs that it shares with quotations.
        """
        for run in common & self._first.keys():
            for number in self._first[run]:
                if self._keys[number] in key:
                    yield number
        for short, numbers in self._short.items():
            if short in key:
                yield from numbers

    def near(self, common: set[int]) -> Counter[int]:
        """Return how many runs each quotation shares with a text that has the runs `common`."""
        return Counter(
            number for run in common & self._others.keys() for number in self._others[run]
        )

    def common(self, key: str) -> set[int]:
        """Return the runs of a text, by its letters and digits, that some quotation has."""
        return self._wanted & set(_runs(key))


class Collected:
    """The candidates of quotations, the best of them: the same in whatever order documents come."""

    def __init__(self) -> None:
        self.exact: defaultdict[int, list[str]] = defaultdict(list)
        self.near: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        self.totals: Counter[int] = Counter()

    def add(self, index: QuoteIndex, documents: pa.RecordBatch) -> None:
        """Look for quotations in documents.

        Args:
            index: the quotations.
            documents: rows of `tables.DOCUMENTS`.
        """
        for name, text in zip(
            documents.column("id").to_pylist(), documents.column("text"), strict=True
        ):
            if name is None or not text.is_valid:
                continue
            key = key_of(text.as_py())
            common = index.common(key)
            exact = set(index.exact(key, common))
            for number in exact:
                self._add_exact(number, name)
            for number, shared in index.near(common).items():
                if number not in self.exact:
                    self._add_near(number, (-shared, name))

    def merge(self, other: Collected) -> None:
        """Take in what was collected of other documents."""
        for number, names in other.exact.items():
            for name in names:
                self._add_exact(number, name)
        self.totals += other.totals - Counter({n: len(names) for n, names in other.exact.items()})
        for number, hits in other.near.items():
            for hit in hits:
                self._add_near(number, hit)

    def _add_exact(self, number: int, name: str) -> None:
        self.totals[number] += 1
        names = self.exact[number]
        insort(names, name)
        del names[MAX_EXACT:]
        self.near.pop(number, None)

    def _add_near(self, number: int, hit: tuple[int, str]) -> None:
        hits = self.near[number]
        insort(hits, hit)
        del hits[MAX_NEAR:]

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


def _spread(runs: Sequence[int]) -> set[int]:
    """A few runs of a quotation, from all along it."""
    step = max(1, len(runs) // _RUNS_PER_QUOTE)
    return set(runs[step // 2 :: step])


def _runs(key: str) -> list[int]:
    """The CRC-32 of every run of letters behind a landmark, in order."""
    if key.isascii():
        return list(map(crc32, _ASCII_RUN.findall(key.encode("ascii"))))
    chars = {char for char in set(key) if char > "\x7f"}
    others = (char for char in chars if not ord(char) % _LANDMARK_CODE_POINT_STEP)
    pattern = re.compile(
        f"[{_LANDMARKS}{re.escape(''.join(sorted(others)))}](?=(.{{{_RUN_LETTERS}}}))", re.DOTALL
    )
    return [crc32(run.encode("utf-8", "surrogatepass")) for run in pattern.findall(key)]


_ASCII_RUN: Final = re.compile(
    f"[{_LANDMARKS}](?=(.{{{_RUN_LETTERS}}}))".encode("ascii"), re.DOTALL
)
