"""Tables in text (CSV, TSV): a line each row, cells parted by tabs; every cell as it is written."""

from __future__ import annotations

import csv
import itertools
from typing import Final

from claimcheck.documents import tables
from claimcheck.documents.charset import decode
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.model.errors import UnreadableError

SUFFIXES = (".csv", ".tsv", ".tab")
MEDIA_TYPES = ("text/csv", "text/tab-separated-values", "application/csv")
DISTRIBUTION = ""
EXTRA = ""
_DELIMITERS: Final = ("\t", ";", ",", "|")
_LOOKED_AT: Final = 50  # rows
_LONGEST_CELL: Final = 64 << 20
_DECLARED: Final = "sep="  # how a first line begins that only says what parts the cells


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return a table's rows.

    What parts the cells is the sign that gives most rows the same number of them.

    Raises:
        UnreadableError: it holds no text, or is in another encoding than was said.
    """
    csv.field_size_limit(_LONGEST_CELL)
    source = decode(data, options.charset)
    lines = source.text.replace("\x00", "\ufffd").splitlines(keepends=True)
    delimiter = ""
    if (
        lines
        and lines[0].lower().startswith(_DECLARED)
        and len(lines[0].rstrip("\r\n")) == len(_DECLARED) + 1
    ):
        delimiter = lines.pop(0)[len(_DECLARED)]
    delimiter = delimiter or _delimiter(lines)
    gaps = list(source.gaps)
    try:
        rows = _rows(lines, delimiter, strict=True)
    except csv.Error:
        # A quotation mark that is never closed would make one cell of all that follows.
        rows = [line.rstrip("\r\n").split(delimiter) for line in lines]
        gaps.append("quotation marks in it do not close, so they stand there as they are written")
    text = "\n".join(map(tables.line, rows)).strip("\n")
    if not text.strip():
        raise UnreadableError("it holds no text")
    return Extract(f"{text}\n", DocumentMetadata(type="dataset"), source.remarks, tuple(gaps))


def _rows(
    lines: list[str], delimiter: str, most: int | None = None, *, strict: bool = False
) -> list[list[str]]:
    """Return the rows.

    Args:
        lines: the table.
        delimiter: what parts the cells.
        most: how many rows at most; None for all.
        strict: whether quotation marks have to close.

    Raises:
        csv.Error: they do not, or a cell is too large.
    """
    return list(itertools.islice(csv.reader(lines, delimiter=delimiter, strict=strict), most))


def _delimiter(lines: list[str]) -> str:
    """Return the sign that parts the cells."""

    def score(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in _rows(lines, delimiter, _LOOKED_AT) if row]
        usual = max(widths, key=widths.count, default=1)
        return (widths.count(usual), usual) if usual > 1 else (0, 0)

    scores = {delimiter: score(delimiter) for delimiter in _DELIMITERS}
    best = max(scores, key=lambda delimiter: scores[delimiter])
    return best if scores[best][0] else ","
