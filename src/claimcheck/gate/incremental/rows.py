"""Values as rows of JSON, for the state that is kept between two checks, and back.

A library would do this too; those that are quick take longer to import than a state takes to read.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

from claimcheck.anchor import Change, Segment, Variant
from claimcheck.model import (
    Excerpt,
    Finding,
    Flaw,
    Notice,
    PartialDate,
    Pin,
    Place,
    Run,
    Severity,
    Source,
    Stamp,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Value = TypeVar("Value")

_PLAIN: Final = None
# What JSON does not give back as it was, by class and field: a class, a function that makes a value
# of text, or in a tuple what all members of a tuple are made by.
_FORMS: Final[dict[Any, dict[str, Any]]] = {
    Place: {},
    Run: {},
    Excerpt: {"place": Place, "runs": (Run,)},
    Finding: {"place": Place, "excerpts": (Excerpt,), "severity": Severity},
    Flaw: {"place": Place},
    Segment: {},
    Variant: {
        "first_span": (_PLAIN,),
        "second_span": (_PLAIN,),
        "difference": (Segment,),
        "changes": (Change,),
    },
    PartialDate: {"earliest": date.fromisoformat, "latest": date.fromisoformat},
    Pin: {"place": Place},
    Stamp: {"files": (_PLAIN,), "place": Place},
    Source: {
        "place": Place,
        "author": (_PLAIN,),
        "issued": PartialDate,
        "accessed": date.fromisoformat,
        "origin_place": Place,
        "notice": Notice,
        "supersedes_place": Place,
        "stamp": Stamp,
        "pins": (Pin,),
        "main": (tuple,),
        "doubtful": (tuple,),
        "gaps": (_PLAIN,),
        "page_labels": (_PLAIN,),
    },
}
# A source's text, its last field, is read again from its file.
_LEFT_OUT: Final = {(Source, "content")}


_FIELDS: Final = {
    cls: [name for name in cls._fields if (cls, name) not in _LEFT_OUT] for cls in _FORMS
}
_POSITIONS: Final = {
    cls: [(_FIELDS[cls].index(name), form) for name, form in forms.items()]
    for cls, forms in _FORMS.items()
}


def to_row(value: Any) -> Any:  # noqa: ANN401 - whatever JSON may hold
    """Return a value as what JSON can hold; an object as a list of its fields."""
    if isinstance(value, str) or value is None:
        return value
    names = _FIELDS.get(type(value))
    if names is not None:
        return [to_row(getattr(value, name)) for name in names]
    if isinstance(value, tuple | list):
        return list(map(to_row, value))
    return value.isoformat() if isinstance(value, date) else value


def from_row(cls: type[Value], row: Sequence[Any], *others: object) -> Value:
    """Return the object of a class that a row was made of.

    Args:
        cls: the class.
        row: the values of its fields.
        others: the values of the fields that are left out of a row.

    Raises:
        ValueError, TypeError: the row is none of this class.
    """
    values = list(row)
    for position, form in _POSITIONS[cls]:
        if values[position] is not None:
            values[position] = _value(form, values[position])
    return cls(*values, *others)


def _value(form: Any, value: Any) -> Any:  # noqa: ANN401 - whatever JSON may hold
    if form is _PLAIN:
        return value
    if isinstance(form, tuple):
        return tuple(_value(form[0], member) for member in value)
    return from_row(form, value) if form in _FORMS else form(value)
