"""JSON for programs: one source with its text and every place where it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.passages import place_in
from claimcheck.dossier import locators
from claimcheck.formats.json_parts import dump, enveloped, source_object

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.sources import CatalogueEntry, Citation
    from claimcheck.formats.screen import Screen


def render(entry: CatalogueEntry, assessment: Assessment, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return one source with its text and every place where it is cited.

    Args:
        entry: the source.
        assessment: is not looked at.
        screen: is not looked at.
    """
    fields = {
        **source_object(entry),
        "text": entry.source.text,
        "no_text_because": entry.source.no_text_because or None,
        "citations": [_citation(citation) for citation in entry.cited],
    }
    return dump(enveloped("source", fields))


def _citation(citation: Citation) -> dict[str, object]:
    item = citation.item
    return {
        "claim": citation.claim_id,
        "item": item.evidence.number,
        "stance": item.evidence.stance,
        "quote": item.evidence.quote.exact,
        "fit": item.anchor.fit,
        **_location(citation),
    }


def _location(citation: Citation) -> dict[str, object]:
    """Return where in the source the quotation stands; nulls where it does not stand in it."""
    source, anchor = citation.item.source, citation.item.anchor
    if (
        source is None
        or not source.text
        or citation.item.found_in
        or not anchor.fit.passes
        or anchor.start is None
        or anchor.end is None
    ):
        return dict.fromkeys(("start", "end", "line", "column", "locator"))
    place = place_in(source.text, source.text_path, anchor.start)
    return {
        "start": anchor.start,
        "end": anchor.end,
        "line": place.line,
        "column": place.column,
        "locator": locators.locator_phrase(source, anchor.start, anchor.end) or None,
    }
