"""Values as rows of JSON, for the state that is kept between two checks, and back."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final

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
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Row = list[Any]


def place_row(place: Place) -> Row:
    """Return a place as a row."""
    return [place.path, place.line, place.column]


def finding_row(finding: Finding) -> Row:
    """Return a finding as a row."""
    excerpts = [
        [excerpt.label, place_row(excerpt.place), [[run.text, run.marked] for run in excerpt.runs]]
        for excerpt in finding.excerpts
    ]
    return [
        finding.message, place_row(finding.place), finding.help, excerpts, finding.claim,
        finding.source, finding.rule, finding.severity,
    ]  # fmt: skip


def finding(row: Sequence[Any]) -> Finding:
    """Return the finding that a row was made of."""
    message, place, remedy, excerpts, claim, source, rule, severity = row
    return Finding(
        message,
        Place(*place),
        remedy,
        tuple(
            Excerpt(label, Place(*at), tuple(Run(text, marked) for text, marked in runs))
            for label, at, runs in excerpts
        ),
        claim,
        source,
        rule,
        Severity(severity),
    )


def flaw_row(flaw: Flaw) -> Row:
    """Return a flaw as a row."""
    return [flaw.rule, flaw.message, place_row(flaw.place), flaw.help, flaw.claim, flaw.source]


def flaw(row: Sequence[Any]) -> Flaw:
    """Return the flaw that a row was made of."""
    rule, message, place, remedy, claim, source = row
    return Flaw(rule, message, Place(*place), remedy, claim, source)


def variant_row(variant: Variant) -> Row:
    """Return an utterance that is printed in two ways as a row."""
    segments = [[part.written, part.printed, part.same] for part in variant.difference]
    return [
        variant.first, variant.first_span, variant.second, variant.second_span, segments,
        list(variant.changes),
    ]  # fmt: skip


def variant(row: Sequence[Any]) -> Variant:
    """Return the utterance that a row was made of."""
    first, first_span, second, second_span, segments, changes = row
    return Variant(
        first,
        tuple(first_span),
        second,
        tuple(second_span),
        tuple(Segment(*segment) for segment in segments),
        tuple(map(Change, changes)),
    )


def _pin_rows(pins: tuple[Pin, ...]) -> Row:
    return [
        [pin.path, pin.expected, pin.actual, place_row(pin.place), pin.read_error,
         pin.differs_in_line_ends]
        for pin in pins
    ]  # fmt: skip


def _pins(rows: Sequence[Sequence[Any]]) -> tuple[Pin, ...]:
    return tuple(
        Pin(path, expected, actual, Place(*place), read_error, differs)
        for path, expected, actual, place, read_error, differs in rows
    )


# A source's text is read again from its file.
_SOURCE_FIELDS: Final = tuple(field.name for field in fields(Source) if field.name != "content")
_TO_ROW: Final[dict[str, Callable[[Any], Any]]] = {
    "place": place_row,
    "origin_place": place_row,
    "issued": lambda when: [when.text, when.latest.isoformat()],
    "accessed": date.isoformat,
    "pins": _pin_rows,
}
_FROM_ROW: Final[dict[str, Callable[[Any], Any]]] = {
    "place": lambda row: Place(*row),
    "origin_place": lambda row: Place(*row),
    "author": tuple,
    "issued": lambda row: PartialDate(row[0], date.fromisoformat(row[1])),
    "accessed": date.fromisoformat,
    "notice": Notice,
    "pins": _pins,
}


def source_row(source: Source) -> Row:
    """Return a source as a row, without its text and its locators."""
    return [
        _TO_ROW[name](value) if value is not None and name in _TO_ROW else value
        for name in _SOURCE_FIELDS
        for value in (getattr(source, name),)
    ]


def source(row: Sequence[Any]) -> Source:
    """Return the source that a row was made of, without its text and its locators."""
    return Source(
        **{
            name: _FROM_ROW[name](value) if value is not None and name in _FROM_ROW else value
            for name, value in zip(_SOURCE_FIELDS, row, strict=True)
        }
    )
