"""A quotation and where it stands, as the formats for programs write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import (
    bracket_objects,
    cut_object,
    dump,
    enveloped,
    omission_objects,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.assessment.quotations import LocatedQuotation


def quotation_object(quotation: LocatedQuotation) -> dict[str, object]:
    """Return a quotation with where it stands, what differs and what a person should look at."""
    anchor, text = quotation.anchor, quotation.file.text.raw
    return {
        "id": quotation.id,
        "quote": quotation.quote,
        "stands": quotation.stands,
        "fit": str(anchor.fit),
        "file": quotation.file.source.text_path if anchor.start is not None else None,
        "place": quotation.place or None,
        "locators": _locators(quotation),
        "start": anchor.start,
        "end": anchor.end,
        "passage": quotation.passage or None,
        "changes": [str(change) for change in anchor.changes],
        "omissions": omission_objects(anchor, text),
        "brackets": bracket_objects(anchor, text),
        "cut": cut_object(anchor),
        "doubt": anchor.doubt or None,
        "count": anchor.count,
        "reason": anchor.reason or None,
        "aside": quotation.aside,
        "gaps": list(quotation.gaps),
        "warnings": list(quotation.warnings),
        "also": [
            {
                "file": other.file.source.text_path,
                "place": other.place,
                "fit": str(other.anchor.fit),
                "locators": _locators(other),
            }
            for other in quotation.also
        ],
    }


def _locators(quotation: LocatedQuotation) -> list[dict[str, object]]:
    return [{"measure": measure, "label": label} for measure, label in quotation.labels]


def lines(quotations: Iterable[LocatedQuotation]) -> str:
    """Return quotations as JSON lines, an object a line."""
    objects = (enveloped("quotation", quotation_object(quotation)) for quotation in quotations)
    return "".join(dump(object_, indent=None) for object_ in objects)
