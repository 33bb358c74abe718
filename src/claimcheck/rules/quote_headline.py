"""A quote that counts for or against a claim is the headline of its source.

Why:
    A headline sums up, often in words of an editor who was not there, and speaks for nobody whom
    the text quotes. What it says stands below it, more exactly, or it is not there at all.
Mend:
    Quote the sentence below that says it; or keep the headline as `context`, or allow it where it
    is what the claim is about.

Example:
    "Bridge closed for good" from an article that says "closed until the autumn"
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedEvidence

SEVERITY = Severity.NOTE
ALLOWABLE = True
# Shorter titles name a document, as "Minutes of May" does.
_FEWEST_WORDS: Final = 4
_STRAIGHT: Final = str.maketrans("‘’‚“”„«»–—", '\'\'\'"""""--')


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes that are a line of their own, with which the title of their source begins."""
    for assessed, item in assessment.evidence:
        if _is_headline(item):
            yield Finding(
                f"this is the headline of '{item.evidence.source}'",
                item.evidence.quote_place,
                "quote the sentence below it that says so, or keep the headline as context",
                claim=assessed.claim.id,
                source=item.evidence.source,
            )


def _is_headline(item: AssessedEvidence) -> bool:
    source, anchor, words = item.source, item.anchor, item.evidence.quote.exact
    if source is None or not item.votes or len(words) > len(source.title) + 1:
        return False
    text, start, end = source.text, anchor.start, anchor.end
    if text is None or start is None or end is None:
        return False
    headline = _plain(words)
    if headline.count(" ") + 1 < _FEWEST_WORDS or not _plain(source.title).startswith(headline):
        return False
    line_end = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : line_end if line_end >= 0 else None]
    return _plain(line) == headline


def _plain(text: str) -> str:
    """Return words as titles are compared: without marks around them, in small letters."""
    return " ".join(text.translate(_STRAIGHT).casefold().split()).strip(" .#*_=\"'")
