"""Small tables of quotations and documents, and what they are written to."""

from __future__ import annotations

import csv
import json
import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    Row = Mapping[str, object]

NOUNS = ["bridge", "county", "plough", "school", "harbour", "council", "river", "mayor"]
VERBS = ["opened", "closed", "paid", "denied", "built", "crossed", "sold", "cleared"]


def sentence(chance: random.Random, number: int) -> str:
    """Return a sentence that no other number has."""
    first, second = chance.sample(NOUNS, 2)
    year = chance.randint(1900, 2030)
    return f"The {first} of {number} {chance.choice(VERBS)} the {second} in {year}, they said."


def made_up(documents: int, quotes: int, seed: int = 7) -> tuple[list[Row], list[Row]]:
    """Return rows of quotations and of documents, the same for the same arguments.

    Every third quotation has a word changed; some name several documents, or none that is there.

    Args:
        documents: how many documents of eight sentences.
        quotes: how many quotations.
        seed: what else the rows depend on.
    """
    chance = random.Random(seed)
    texts = {
        f"d{number}": "\n".join(sentence(chance, 10 * number + n) for n in range(8)) + "\n"
        for number in range(documents)
    }
    questions: list[Row] = []
    for number in range(quotes):
        names = chance.sample(sorted(texts), min(len(texts), chance.choice([1, 1, 1, 2])))
        words = chance.choice(texts[names[-1]].splitlines()).split()
        if number % 3 == 0:
            words[-4] = chance.choice(VERBS)
        names += ["gone"] * (number % 11 == 0)
        questions.append({"id": f"q{number}", "quote": " ".join(words), "document": names})
    return questions, [{"id": name, "text": text} for name, text in texts.items()]


def write_table(path: Path, rows: Sequence[Row]) -> str:
    """Write rows as what the file's name says, and return its path."""
    if path.suffix == ".parquet":
        import pyarrow as pa  # an extra
        import pyarrow.parquet as pq

        table: Any = pa.Table.from_pylist([dict(row) for row in rows])
        pq.write_table(table, path, row_group_size=max(1, len(rows) // 3))
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(rows[0])
            for row in rows:
                cells = [json.dumps(v) if isinstance(v, list) else v for v in row.values()]
                writer.writerow(cells)
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return str(path)
