"""A quote is not on the page that its evidence names.

Why:
    Whoever looks the passage up goes to the page that is named. The quote itself appears in the
    document, so this is a warning. A page is named by what it calls itself, such as iv, or counted
    from the first page of the file.
Mend:
    Write the page as it is printed, or its number as a viewer counts it.

Example:
    `page: 12` for a quote that is on the thirteenth page of the file
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit
from claimcheck.assessment.features import Feature
from claimcheck.dossier import locators
from claimcheck.model import Finding, Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedEvidence

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.PAGES
_UNIQUE_FITS = frozenset({Fit.VERBATIM, Fit.NORMALIZED, Fit.ELIDED})


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report pages that are not the quote's, and pages that cannot be looked up."""
    for assessed, item in assessment.evidence:
        evidence = item.evidence
        # A quote that stands there more than once is on several pages: `quote-ambiguous` says so.
        if evidence.page is None or item.anchor.fit not in _UNIQUE_FITS:
            continue
        problem = _page_problem(item, evidence.page)
        if problem:
            message, remedy = problem
            yield Finding(
                message,
                evidence.page_place or evidence.place,
                remedy,
                claim=assessed.claim.id,
                source=evidence.source,
            )


def _page_problem(item: AssessedEvidence, page: str) -> tuple[str, str] | None:
    """Return what is wrong with a page, and the remedy; None where the quote stands on it."""
    source, start, end = item.source, item.anchor.start, item.anchor.end
    if source is None or start is None or end is None:
        return None
    if not source.locators or source.locators[0].measure is not Measure.PAGE:
        message = f"the page cannot be checked: the text of '{source.id}' has no page breaks"
        return message, "leave `page` out, or say where the passage is in `rationale`"
    labels = locators.locator_labels(source, start, end)
    if not labels:  # a note, whose page is not kept
        return None
    # A quote that runs over a page's end is on both pages.
    is_on = [locators.is_on_pages(source, label, page) for label in labels]
    if any(is_on):
        return None
    remedy = f"write page: {locators.cited_pages(source, start, end)}"
    if None in is_on:
        return f"'{page}' is no page that can be looked up", remedy
    where = locators.locator_phrase(source, start, end)
    return f"the quote is on {where} of '{source.id}', not on page {page}", remedy
