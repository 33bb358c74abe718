"""A quote stands where the text of its document is in doubt.

Why:
    The text was taken out of the document by a program. Where two programs read a line
    differently, or a font does not say which letters it draws, the words and numbers in the text
    may not be those that a person sees.
Mend:
    Look the passage up in the document. If it says what the quote says, allow the finding and say
    so in the reason.

Example:
    "2,236,457 checks" from a line of a table in which another reader finds 52,236,457
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.dossier.locators import locator_phrase
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedEvidence
    from claimcheck.model import Source, Span

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.DOUBTFUL_TEXTS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes that pass, and of which a part appears in a span that is in doubt."""
    for assessed, item in assessment.evidence:
        source = item.source
        if source is None or not item.anchor.fit.passes:
            continue
        span = next((span for span in _spans(item) if _is_in_doubt(source, span)), None)
        if span is None:
            continue
        where = locator_phrase(source, *span)
        document = source.pins[0].path if source.pins else source.id
        yield Finding(
            f"the text of '{source.id}' is in doubt where the quote is",
            item.evidence.quote_place,
            f"look it up in {document}{f', {where}' if where else ''}; if the quote is right, "
            "allow this with that reason",
            claim=assessed.claim.id,
            source=source.id,
        )


def _spans(item: AssessedEvidence) -> tuple[Span, ...]:
    start, end = item.anchor.start, item.anchor.end
    if start is None or end is None:
        return ()
    return item.anchor.parts or ((start, end),)


def _is_in_doubt(source: Source, span: Span) -> bool:
    start, end = span
    number = bisect_right(source.doubtful, start, key=lambda doubtful: doubtful[1])
    return number < len(source.doubtful) and source.doubtful[number][0] < end
