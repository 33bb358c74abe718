"""JSON lines for programs: each quotation and where it stands, an object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import (
    bracket_objects,
    cut_object,
    enveloped,
    omission_objects,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.quotations import LocatedQuotation
    from claimcheck.formats.screen import Screen


def render(quotations: Sequence[LocatedQuotation], screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return an object a line, in the order of the quotations."""
    objects = (enveloped("quotation", _fields(quotation)) for quotation in quotations)
    return "".join(json.dumps(object_, ensure_ascii=True) + "\n" for object_ in objects)


def _fields(quotation: LocatedQuotation) -> dict[str, object]:
    anchor, text = quotation.anchor, quotation.file.text.raw
    return {
        "id": quotation.id,
        "quote": quotation.quote,
        "stands": quotation.stands,
        "fit": str(anchor.fit),
        "file": quotation.file.source.text_path if anchor.start is not None else None,
        "place": quotation.place or None,
        "locators": [{"measure": measure, "label": label} for measure, label in quotation.labels],
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
    }
