"""Sources as rows that can be written and read again, without their texts.

Rules look at every source, and at the texts of a few: a text is read when it is asked for.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from claimcheck.model import Notice, PartialDate, Pin, Place, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def _place(row: Sequence[Any]) -> Place:
    return Place(*row)


def place_row(place: Place) -> list[Any]:
    """Return what `Place` is made of."""
    return [place.path, place.line, place.column]


def _partial_date(row: Sequence[str]) -> PartialDate:
    return PartialDate(row[0], date.fromisoformat(row[1]))


def _partial_date_row(when: PartialDate) -> list[str]:
    return [when.text, when.latest.isoformat()]


def _pins(rows: Iterable[Sequence[Any]]) -> tuple[Pin, ...]:
    return tuple(
        Pin(path, expected, found, Place(*place), trouble, differs)
        for path, expected, found, place, trouble, differs in rows
    )


def _pin_rows(pins: Iterable[Pin]) -> list[list[Any]]:
    return [
        [pin.path, pin.expected, pin.actual, place_row(pin.place), pin.read_error,
         pin.differs_in_line_ends]
        for pin in pins
    ]  # fmt: skip


# Who is meant by the publisher depends on other sources.
_APART: Final = ("id", "publisher")
_LATER: Final = ("text", "locators")
_FIELDS: Final = tuple(one.name for one in fields(Source) if one.name not in {*_APART, *_LATER})
_WRITTEN: Final[dict[str, Callable[[Any], Any]]] = {
    "place": place_row,
    "origin_place": place_row,
    "issued": _partial_date_row,
    "accessed": date.isoformat,
    "pins": _pin_rows,
}
_READ: Final[dict[str, Callable[[Any], Any]]] = {
    "place": _place,
    "origin_place": _place,
    "author": tuple,
    "issued": _partial_date,
    "accessed": date.fromisoformat,
    "notice": Notice,
    "pins": _pins,
}


_AT: Final = {name: at for at, name in enumerate(_FIELDS)}


class _Recorded(Source):
    """A source of which each part is made when somebody asks for it."""

    __slots__ = ("_read", "_row")
    _row: Sequence[Any]
    _read: Callable[[], Source]

    def __getattr__(self, name: str) -> object:
        """Make what is not there yet; for the rest Python does not ask here."""
        if name in _LATER:
            value = getattr(self._read(), name)
        elif name in _AT:
            value = self._row[_AT[name]]
            if value is not None and name in _READ:
                value = _READ[name](value)
        else:
            raise AttributeError(name)
        object.__setattr__(self, name, value)
        return value


def row(source: Source) -> list[Any]:
    """Return all that is known of a source but its id, its publisher, its text and its locators."""
    values = ((name, getattr(source, name)) for name in _FIELDS)
    return [
        _WRITTEN[name](value) if name in _WRITTEN and value is not None else value
        for name, value in values
    ]


def recorded(
    source_id: str, publisher: str | None, row: Sequence[Any], read: Callable[[], Source]
) -> Source:
    """Return the source that a row was made of; `read` returns it with its text and locators."""
    source = _Recorded.__new__(_Recorded)
    for name, value in zip(
        ("_row", "_read", *_APART), (row, read, source_id, publisher), strict=True
    ):
        object.__setattr__(source, name, value)
    return source
