"""Tables of quotations and documents made up from a seed: the same rows every time.

    python benchmarks/tables.py DIR --documents 20000 --quotes 200000

Documents have invented words in Zipf's proportions, line ends, typographic marks and figures. Of a
hundred quotations 45 stand as they are written, 25 after the fold, 5 in parts; 20 have a word or a
number changed or left out, and 5 stand nowhere.
"""

from __future__ import annotations

import argparse
import random
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from quotes import SEED, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

CHARACTERS: Final = 5_000
ROWS_PER_GROUP: Final = 5_000
MIN_WORDS, MAX_WORDS = 8, 40
WORDS_PER_LINE: Final = 12
ENDINGS: Final = (".", ".", ".", ",", ";", "?", "”.", ")")
# The share of sentences with a figure, and what a quotation is, up to which lot between 0 and 1.
FIGURES: Final = 0.4
VERBATIM, NORMALIZED, ELIDED, WORD, FIGURE, DROPPED = 0.45, 0.70, 0.75, 0.85, 0.90, 0.95
OPENINGS: Final = ("", "", "", "“", "(", "— ")


class Maker:
    """Makes documents and quotations of them.

    Args:
        seed: what they are made of.
    """

    def __init__(self, seed: int = SEED) -> None:
        self._chance = random.Random(seed)
        self._words = vocabulary(random.Random(SEED))
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._words))))

    def document(self, characters: int = CHARACTERS) -> str:
        """Return a text of about so many characters."""
        chance = self._chance
        words = chance.choices(self._words, cum_weights=self._weights, k=characters * 10 // 55)
        start = 0
        while start < len(words):
            end = min(len(words), start + chance.randint(6, 24))
            words[start] = chance.choice(OPENINGS) + words[start].capitalize()
            if chance.random() < FIGURES:
                words[(start + end) // 2] = str(chance.randint(2, 2030))
            words[end - 1] += chance.choice(ENDINGS)
            start = end
        lines = range(0, len(words), WORDS_PER_LINE)
        return "\n".join(" ".join(words[at : at + WORDS_PER_LINE]) for at in lines) + "\n"

    def quote(self, text: str) -> str:
        """Return a quotation of a text, more or less."""
        chance = self._chance
        at = chance.randrange(max(1, len(text) - 400))
        words = text[at : at + 400].split(" ")[1 : chance.randint(MIN_WORDS, MAX_WORDS)]
        lot = chance.random()
        if lot < VERBATIM:
            return " ".join(words)
        words = " ".join(words).translate({0x201C: '"', 0x201D: '"', 0x0A: " "}).split()
        middle = len(words) // 2
        if lot < NORMALIZED:
            return " ".join(words)
        if lot < ELIDED:
            return " ".join([*words[: middle - 1], "[…]", *words[middle + 1 :]])
        if lot < WORD:
            words[middle] = chance.choice(self._words)
        elif lot < FIGURE:
            words[middle] = str(chance.randint(2, 2030))
        elif lot < DROPPED:
            del words[middle]
        else:
            words = chance.choices(self._words, cum_weights=self._weights, k=len(words))
        return " ".join(words)

    def rows(self, documents: int, quotes: int) -> Iterator[tuple[str, str, list[str]]]:
        """Yield each document's id and text, with quotations of it; `quotes` in all."""
        for number in range(documents):
            text = self.document()
            share = quotes * (number + 1) // documents - quotes * number // documents
            yield f"doc-{number:07}", text, [self.quote(text) for _ in range(share)]


def write_tables(folder: Path, documents: int, quotes: int) -> tuple[Path, Path]:
    """Write `quotes.parquet` and `documents.parquet`, the quotations in random order.

    Args:
        folder: where.
        documents: how many.
        quotes: how many, of all documents alike.

    Returns:
        The two files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / "quotes.parquet", folder / "documents.parquet"
    named: list[tuple[str, str]] = []
    schema = pa.schema([("id", pa.string()), ("text", pa.string())])
    with pq.ParquetWriter(paths[1], schema) as writer:
        group: list[tuple[str, str]] = []
        for name, text, of_text in Maker().rows(documents, quotes):
            group.append((name, text))
            named += [(name, quote) for quote in of_text]
            if len(group) == ROWS_PER_GROUP:
                writer.write_table(pa.table(list(zip(*group, strict=True)), schema=schema))
                group = []
        if group:
            writer.write_table(pa.table(list(zip(*group, strict=True)), schema=schema))
    random.Random(SEED).shuffle(named)
    table = pa.table(
        {
            "id": [f"q{number}" for number in range(len(named))],
            "document": [name for name, _quote in named],
            "quote": [quote for _name, quote in named],
        }
    )
    pq.write_table(table, paths[0], row_group_size=50_000)
    return paths


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--quotes", type=int, default=20_000)
    options = parser.parse_args()
    print(*write_tables(options.folder, options.documents, options.quotes))
