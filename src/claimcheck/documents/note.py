"""A note that somebody took elsewhere: what is claimed, in which words of which document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportedNote:
    """A row of a spreadsheet, a highlight, a fact-check; what is not known is empty.

    Attributes:
        claim: what is claimed.
        quote: the passage, in the document's words.
        names: what the document is called: addresses, titles, ids.
        stance: what the passage does to the claim, in whatever word was used.
        speaker: whose word it is.
        page: the page that was noted.
        claimant: who asserts the claim.
        claimed_on: when, as it was written.
        tags: words to sort by.
        rationale: what was noted beside it.
        line: the line or the number of the note, from 1.
        remarks: what else was noted, a phrase each.
        prefix: the words directly before the passage, in the document's words.
        suffix: those directly behind it.
    """

    claim: str
    quote: str = ""
    names: tuple[str, ...] = ()
    stance: str = ""
    speaker: str = ""
    page: str = ""
    claimant: str = ""
    claimed_on: str = ""
    tags: tuple[str, ...] = ()
    rationale: str = ""
    line: int = 0
    remarks: tuple[str, ...] = ()
    prefix: str = ""
    suffix: str = ""
