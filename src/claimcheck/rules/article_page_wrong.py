"""A quotation of an article is not on the page that its footnote names.

Why:
    Readers who look the passage up go to the page that is named. The words appear in the document,
    so this is a warning. A page is named by what it calls itself, such as iv, or counted from the
    first page of the file.
Mend:
    Write the page as it is printed, or its number as a viewer counts it.

Example:
    `[^2]: source:gazette p. 12` under a quotation that is on page 13.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Fit
from claimcheck.assessment.article_excerpts import quotation_excerpts
from claimcheck.assessment.passages import place_in
from claimcheck.dossier import locators
from claimcheck.model import Finding, Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.article import AssessedArticle, AssessedQuotation, Target
    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True
# What stands there more than once is on several pages.
_UNIQUE_FITS: Final = frozenset({Fit.VERBATIM, Fit.NORMALIZED, Fit.ELIDED})


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report pages in footnotes that are not those of the quotations beside them."""
    for assessed in assessment.articles:
        for item in assessed.quotations:
            targets = _targets_with_page(assessed, item)
            problems = [_problem(item, target, assessment) for target in targets]
            # Of several pages, one is this quotation's.
            if not problems or "" in problems:
                continue
            article = assessed.article
            yield Finding(
                problems[0],
                place_in(article.raw, article.path, targets[0].raw_start),
                f"write p. {_page_of(item, assessment)}",
                quotation_excerpts(assessed, item, assessment),
                source=item.source,
            )


def _targets_with_page(assessed: AssessedArticle, item: AssessedQuotation) -> list[Target]:
    """Return what a quotation's sentence cites of its source, page by page."""
    unique = item.anchor is not None and item.anchor.fit in _UNIQUE_FITS
    if not unique or item.note or item.sentence < 0:
        return []
    targets = assessed.sentences[item.sentence].targets
    cited = [target for target in targets if target.source == item.source]
    # A citation without a page leaves open where its words are.
    return cited if cited and all(target.page for target in cited) else []


def _problem(item: AssessedQuotation, target: Target, assessment: Assessment) -> str:
    """Say why a page is not the quotation's; "" where it may be."""
    source = assessment.dossier.sources.get(item.source)
    anchor = item.anchor
    if source is None or anchor is None or anchor.start is None or anchor.end is None:
        return ""
    if not source.locators or source.locators[0].measure is not Measure.PAGE:
        return ""
    labels = locators.locator_labels(source, anchor.start, anchor.end)
    if not labels or any(locators.is_on_pages(source, label, target.page) for label in labels):
        return ""
    where = locators.locator_phrase(source, anchor.start, anchor.end)
    return f"the quotation is on {where} of '{source.id}', not on page {target.page}"


def _page_of(item: AssessedQuotation, assessment: Assessment) -> str:
    source, anchor = assessment.dossier.sources[item.source], item.anchor
    start, end = (None, None) if anchor is None else (anchor.start, anchor.end)
    return "" if start is None or end is None else locators.cited_pages(source, start, end)
