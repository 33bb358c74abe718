"""A spreadsheet's rows by the names of their columns, out of CSV, TSV or a workbook."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.documents.charset import decode
from claimcheck.documents.readers.xlsx import sheets
from claimcheck.model.errors import AnswerError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What workbooks begin with, and what those of before 2007 do.
_ARCHIVE: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
MAX_BYTES: Final = 64 << 20
MAX_ROWS: Final = 1_000_000
_MAX_CELL: Final = 1 << 20
_SEPARATORS: Final = ",;\t|"
# What a header may call a column, folded: English, German, French, Spanish, Italian, Portuguese,
# Dutch. The first name is ours.
COLUMN_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "claim id", "key", "nr", "no", "number"),
    "claim": (
        "claim", "statement", "assertion", "fact", "behauptung", "aussage", "affirmation",
        "allégation", "afirmación", "afirmacion", "dichiarazione", "afirmação", "bewering",
    ),
    "quote": (
        "quote", "quotation", "passage", "excerpt", "evidence", "text", "zitat", "beleg",
        "citation", "extrait", "cita", "citazione", "citação", "citaat",
    ),
    "source": (
        "source", "document", "url", "link", "address", "reference", "title", "quelle", "dokument",
        "fuente", "fonte", "bron", "lien", "enlace",
    ),
    "stance": ("stance", "position", "supports or contradicts", "haltung"),
    "speaker": ("speaker", "said by", "who", "sprecher", "wer", "locuteur", "orador", "spreker"),
    "page": ("page", "p", "seite", "página", "pagina"),
    "claimant": ("claimant", "claimed by", "author of claim", "urheber", "behauptet von",
        "autor", "auteur"),
    "claimed_on": ("claimed on", "date", "datum", "fecha", "data"),
    "tags": ("tags", "tag", "topic", "theme", "thema", "sujet", "tema"),
    "rationale": (
        "rationale", "note", "notes", "comment", "comments", "remark", "remarks", "notiz",
        "kommentar", "anmerkung", "anmerkungen", "bemerkung", "bemerkungen", "commentaire",
        "remarque", "comentario", "nota", "commento", "opmerking",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table: the header's words, and each row with its line, from 1."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield each row by the names in the header, with its line."""
        for line, row in self.rows:
            yield line, dict(zip(self.header, row, strict=False))


def read_csv(data: bytes, charset: str = "") -> Grid:
    """Read a table of comma, semicolon, tab or bar separated values, with a header.

    Args:
        data: the file's bytes.
        charset: how they are encoded, where that does not show.

    Raises:
        AnswerError: it is none, or larger than is read.
    """
    if len(data) > MAX_BYTES:
        raise AnswerError(f"is larger than {MAX_BYTES >> 20} MB")
    if data.startswith((_ARCHIVE, _OLD_OFFICE)):
        raise AnswerError("is a workbook", "read it by `claimcheck import xlsx`, or save it as CSV")
    try:
        text = decode(data, charset).text
    except UnreadableError as error:
        raise AnswerError(str(error), error.help) from None
    csv.field_size_limit(_MAX_CELL)
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = []
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((line, tuple(row)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _no_csv(error, line, reader.line_num) from None
    return _grid(rows)


def _no_csv(error: csv.Error, first: int, last: int) -> AnswerError:
    """Say in plain words why a row is none.

    Args:
        error: what reading it failed with.
        first: the line on which the row begins.
        last: the line up to which it was read.
    """
    remedy = 'write "" for a quotation mark inside a cell'
    if "unexpected end" in str(error):
        return AnswerError(
            f"line {first}: a quotation mark opens in this row and never closes", remedy
        )
    if "expected after" in str(error):
        return AnswerError(f"line {last}: text stands behind a closing quotation mark", remedy)
    return AnswerError(f"line {last}: {error}")


def read_workbook(data: bytes, sheet: str = "") -> Grid:
    """Read a sheet of a workbook: what its cells show; formulas are never run.

    Args:
        data: the workbook.
        sheet: the sheet's name; by default the first with anything in it.

    Raises:
        AnswerError: it is no workbook, has no such sheet, or nothing in it.
    """
    if data.startswith(_OLD_OFFICE):
        raise AnswerError("is a workbook of the old kind", "save it as XLSX, or as CSV")
    if not data.startswith(_ARCHIVE):
        raise AnswerError("is no workbook", "a table of text is read by `claimcheck import csv`")
    try:
        cells_by_sheet = sheets(data)
    except UnreadableError as error:
        raise AnswerError(str(error), error.help) from None
    if sheet and sheet not in cells_by_sheet:
        raise AnswerError(f"has no sheet '{sheet}'", f"it has {', '.join(cells_by_sheet)}")
    cells = cells_by_sheet[sheet] if sheet else next(filter(None, cells_by_sheet.values()), {})
    width = max((column for row in cells.values() for column in row), default=0)
    rows = [
        (number, tuple(" ".join(row.get(column, "").split()) for column in range(1, width + 1)))
        for number, row in sorted(cells.items())
    ]
    return _grid(rows)


def _grid(rows: list[tuple[int, tuple[str, ...]]]) -> Grid:
    if len(rows) > MAX_ROWS:
        raise AnswerError(f"has more than {MAX_ROWS:,} rows")
    if len(rows) < 2:  # a header and a row
        raise AnswerError("holds no rows below a header")
    header = tuple(" ".join(name.split()) for name in rows[0][1])
    counts = Counter(header)
    for name in header:
        if name and counts[name] > 1:
            raise AnswerError(f"has two columns that are called '{name}'")
    return Grid(header, tuple(rows[1:]))


def matched_columns(header: tuple[str, ...], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return which column holds what: by the user's choice, then by name.

    Args:
        header: the columns' names.
        chosen: the names of columns, by what they hold.

    Raises:
        AnswerError: there is no such column.
    """
    for key, name in chosen.items():
        if name not in header:
            raise AnswerError(
                f"has no column '{name}' for {key}", f"it has {', '.join(filter(None, header))}"
            )
    free = {folded(name): name for name in header if name and name not in chosen.values()}
    columns = dict(chosen)
    for key, names in COLUMN_NAMES.items():
        if key in columns:
            continue
        hit = next((free[name] for name in names if name in free), None)
        if hit is not None and hit not in columns.values():
            columns[key] = hit
    return columns


def folded(name: str) -> str:
    """Return a column's name as it is compared: small letters, without signs."""
    return " ".join(re.sub(r"[^\w]+|_", " ", name.casefold()).split())
