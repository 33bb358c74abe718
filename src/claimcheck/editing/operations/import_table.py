"""Bring back a table that was exported and edited: what was edited is written, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.editing.file_edit import FileEdit
from claimcheck.editing.quote_context import with_claim_value
from claimcheck.model.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimcheck.editing.values import KeyPath, Value

_CLAIM_PATHS: Final[Mapping[str, KeyPath]] = {
    "verdict_status": ("verdict", "status"),
    "verdict_rating": ("verdict", "rating"),
    "verdict_by": ("verdict", "by"),
    "verdict_on": ("verdict", "on"),
    "verdict_rationale": ("verdict", "rationale"),
}
_EVIDENCE_PATHS: Final[Mapping[str, KeyPath]] = {
    "translation": ("translation", "text"),
    "translation_by": ("translation", "by"),
}


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell that differs from what the dossier says.

    Attributes:
        path: the file that says it, relative to the project's root.
        place: where in it the value stands.
        value: what the cell says; None where it is empty.
        row: the row's line in the table, from 1.
    """

    path: str
    place: KeyPath
    value: Value
    row: int


def place_of(table: str, column: str, number: int = 0, *, in_selector: bool = False) -> KeyPath:
    """Return where a column's value stands in a file.

    Args:
        table: `claims`, `evidence` or `sources`.
        column: the column's name.
        number: of an evidence item.
        in_selector: whether its quote is written with a prefix or a suffix.
    """
    if table == "claims":
        return _CLAIM_PATHS.get(column, (column,))
    if table == "sources":
        return (column,)
    if column == "quote":
        return (
            ("evidence", number, "quote", "exact") if in_selector else ("evidence", number, "quote")
        )
    if column in {"prefix", "suffix"}:
        return ("evidence", number, "quote", column)
    return ("evidence", number, *_EVIDENCE_PATHS.get(column, (column,)))


def file_edits(edits: Iterable[CellEdit], read: Callable[[str], bytes]) -> Iterator[FileEdit]:
    """Yield what edited cells make of each file; nothing is written.

    Args:
        edits: the cells.
        read: returns the bytes of a file of the project.

    Raises:
        EditError: a file cannot be edited without changing something else in it.
    """
    by_path: dict[str, list[CellEdit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    for path, cells in by_path.items():
        before = after = read(path)
        for cell in cells:
            try:
                after = with_claim_value(after, cell.place, cell.value)
            except EditError as error:
                message = f"row {cell.row}: {path}: {error}"
                raise EditError(message, error.help) from None
        if after != before:
            yield FileEdit(path, before, after)
