"""Passages as W3C Web Annotations, with the words and their place (TextQuote, TextPosition).

See https://www.w3.org/TR/annotation-model/ and its TextQuoteSelector and TextPositionSelector.
Positions count code points of the pinned text, which is what `source show` prints.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from claimcheck.formats.export import in_pieces
from claimcheck.formats.live_pages import web_address
from claimcheck.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.formats.export import ExportOptions, ReportOnDemand
    from claimcheck.model import Source

READERS = "Hypothesis, Recogito and other annotation servers"
BINARY = False
_CONTEXT = 32
_PURPOSES = {
    Stance.SUPPORTS: "assessing",
    Stance.CONTRADICTS: "assessing",
    Stance.CONTEXT: "linking",
    Stance.UNSET: "bookmarking",
}


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield a page of annotations, a line for each passage that stands in its source."""
    base = options.base_url or "urn:claimcheck:"
    yield (
        '{\n  "@context": "http://www.w3.org/ns/anno.jsonld",\n'
        f'  "id": {json.dumps(f"{base}annotations")},\n'
        '  "type": "AnnotationPage",\n  "items": ['
    ).encode()
    passages = (
        (assessed, item)
        for assessed, item in report.assessment.evidence
        if item.anchor.fit.passes and item.source is not None
    )
    yield from in_pieces(
        f"{',' if number else ''}\n{json.dumps(_annotation(assessed, item, base))}"
        for number, (assessed, item) in enumerate(passages)
    )
    yield b"\n  ]\n}\n"


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield the passages that are not written, and what has no public address."""
    del options
    addressless: dict[str, None] = {}
    for assessed, item in report.assessment.evidence:
        if not item.anchor.fit.passes or item.source is None:
            yield (
                f"claim '{assessed.id}', evidence item {item.evidence.number} is left out: "
                f"its words are {item.anchor.fit} in '{item.evidence.source}'"
            )
        elif not web_address(item.source.url):
            addressless[item.source.id] = None
    for source in addressless:
        yield f"source '{source}' has no web address, so its annotations point at an urn"


def _annotation(assessed: AssessedClaim, item: AssessedEvidence, base: str) -> dict[str, object]:
    evidence = item.evidence
    source = item.source
    if source is None:
        raise ValueError(assessed.id)
    claim_id = quote(assessed.id)
    body: list[dict[str, object]] = [
        {"type": "TextualBody", "value": assessed.claim.text, "format": "text/plain",
         "purpose": "describing"},
        {"type": "TextualBody", "value": str(evidence.stance), "purpose": "tagging"},
    ]  # fmt: skip
    if evidence.rationale:
        body.append({"type": "TextualBody", "value": evidence.rationale, "purpose": "commenting"})
    return {
        "id": f"{base}claims/{claim_id}.html#evidence-{claim_id}-{evidence.number}",
        "type": "Annotation",
        "motivation": _PURPOSES[evidence.stance],
        "body": body,
        "target": [_target(source, span) for span in _spans(item)],
    }


def _spans(item: AssessedEvidence) -> tuple[tuple[int, int], ...]:
    anchor = item.anchor
    return anchor.parts or ((anchor.start or 0, anchor.end or 0),)


def _target(source: Source, span: tuple[int, int]) -> dict[str, object]:
    text, (start, end) = source.text or "", span
    return {
        "source": web_address(source.url) or f"urn:claimcheck:sources/{quote(source.id)}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _CONTEXT) : start],
                "suffix": text[end : end + _CONTEXT],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
