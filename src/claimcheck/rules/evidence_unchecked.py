"""A quote could not be checked.

Why:
    "Could not look" is neither "it is there" nor "it is not there"; the item does not count, and
    nobody should believe that it was verified.
Mend:
    Give the record a `text`: the document's text, extracted once and pinned with `text_sha256`.

Example:
    The pinned original is a PDF, and the record names no text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit
from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
FEATURE = Feature.FAILING_QUOTES


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report evidence without a text to look in, unless another rule says why already."""
    for assessed, item in assessment.evidence:
        if item.anchor.fit is not Fit.UNCHECKED:
            continue
        if item.source is None or any(pin.actual is None for pin in item.source.pins):
            continue
        what = "quote" if item.evidence.quoted else "value"
        yield Finding(
            f"the {what} could not be checked in '{item.evidence.source}': {item.anchor.reason}",
            item.evidence.quote_place,
            "pin the document's text beside it, as `text` and `text_sha256` in the record",
            claim=assessed.claim.id,
            source=item.evidence.source,
        )
