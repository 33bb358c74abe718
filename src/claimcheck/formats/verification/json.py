"""JSON for programs: every field always there, ASCII only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.assessment.passages import place_in
from claimcheck.dossier import locators

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.sources import Citation, Entry
    from claimcheck.assessment.verification import Verified
    from claimcheck.formats.screen import Screen

SCHEMA_VERSION = 1


def sources(entries: Sequence[Entry], assessment: Assessment, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return what is known of the sources, without their texts."""
    return _dump(
        {
            "schema": "claimcheck/sources",
            "schema_version": SCHEMA_VERSION,
            "sources": [_source(entry) for entry in entries],
        }
    )


def source(entry: Entry, assessment: Assessment, screen: Screen) -> str:  # noqa: ARG001 - as above
    """Return one source with its text and every place where it is cited."""
    return _dump(
        {
            "schema": "claimcheck/source",
            "schema_version": SCHEMA_VERSION,
            **_source(entry),
            "text": entry.source.text,
            "no_text_because": entry.source.no_text_because or None,
            "citations": [_citation(one) for one in entry.cited],
        }
    )


def verification(verified: Sequence[Verified], screen: Screen) -> str:  # noqa: ARG001 - as above
    """Return what keeps each source from being verified."""
    failed = sum(bool(one.troubles) for one in verified)
    return _dump(
        {
            "schema": "claimcheck/verification",
            "schema_version": SCHEMA_VERSION,
            "sources": [
                {
                    "id": one.source.id,
                    "verified": not one.troubles,
                    "troubles": list(one.troubles),
                    "remarks": list(one.remarks),
                }
                for one in verified
            ],
            "verified": len(verified) - failed,
            "failed": failed,
        }
    )


def _dump(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


def _source(entry: Entry) -> dict[str, object]:
    one = entry.source
    return {
        "id": one.id,
        "title": one.title,
        "type": one.type,
        "author": list(one.author),
        "container_title": one.container_title,
        "publisher": one.publisher,
        "language": one.language,
        "issued": str(one.issued) if one.issued else None,
        "accessed": str(one.accessed) if one.accessed else None,
        "url": one.url,
        "archive_url": one.archive_url,
        "origin": one.origin,
        "notice": one.notice,
        "extractor": one.extractor,
        "record": one.place.path,
        "kind": entry.kind or None,
        "state": entry.state,
        "files": [
            {"path": pin.path, "pinned": pin.expected, "found": pin.found} for pin in one.pins
        ],
        "text_path": one.text_path or None,
        "cited_by": sorted({citation.claim.claim.id for citation in entry.cited}),
    }


def _citation(one: Citation) -> dict[str, object]:
    item, source_ = one.item, one.item.source
    anchor = item.anchor
    here = source_ is not None and source_.text is not None and not item.found_in
    standing = here and anchor.fit.passes and anchor.start is not None and anchor.end is not None
    place, where = None, ""
    if (
        standing
        and source_
        and source_.text
        and anchor.start is not None
        and anchor.end is not None
    ):
        place = place_in(source_.text, source_.text_path, anchor.start)
        where = locators.words(source_, anchor.start, anchor.end)
    return {
        "claim": one.claim.claim.id,
        "item": item.evidence.number,
        "stance": item.evidence.stance,
        "quote": item.evidence.quote.exact,
        "fit": anchor.fit,
        "start": anchor.start if place else None,
        "end": anchor.end if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "locator": where or None,
    }
