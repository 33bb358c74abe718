"""What can be corrected in a dossier by a look at the source alone, and what of it is safe.

Safe is what cannot change a meaning, and is proved so: a quotation that passes, and whose marks are
written as its source prints them; a pinned file whose line ends were converted, and whose bytes
have the recorded hash again. A quotation that fails by its capitals, its punctuation, its spacing,
its accents or a look-alike letter alone can be mended, too, but each of these may carry a meaning:
that is for a person to judge. Nothing else is ever proposed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from claimcheck.anchor import Change, Fit, Text
from claimcheck.assessment.passages import mark_differences
from claimcheck.assessment.reviews import reviewers
from claimcheck.editing.as_printed import as_printed, passage_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.model import Evidence, Quote, Run

TYPOGRAPHY = "typography"
_FOR_A_PERSON = frozenset(
    {Change.CAPITALS, Change.PUNCTUATION, Change.SPACING, Change.ACCENTS, Change.LOOKALIKE}
)
_OFFERED = frozenset({Fit.NORMALIZED, Fit.ELIDED, Fit.ALTERED})
_TOKEN = re.compile(r"\s+|\S+")
_MOST_COMPARED = 2_000


@dataclass(frozen=True, slots=True)
class Correction:
    """A quotation that could be written as its source prints it.

    Attributes:
        claim: the claim's id.
        item: the evidence item as it stands.
        quote: the quote as it would be; it passes, at the place that the item's quote points to.
        kind: what differs, in words.
        safe: whether that cannot change the meaning.
        written: the quote as it stands, what differs marked.
        printed: the quote as it would be, what differs marked.
    """

    claim: str
    item: Evidence
    quote: Quote
    kind: str
    safe: bool
    written: tuple[Run, ...]
    printed: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class MendingOutcome:
    """How many corrections were offered and written, and how many quotations have none.

    Attributes:
        offered: how many corrections there were, restored files among them.
        written: how many of them were written.
        safe_left: how many of the others could not have changed a meaning.
        outdated_signatures: who signed each corrected claim as it was, by its id.
        unmendable: how many more quotations do not stand in their sources.
        unchecked: how many could not be looked for.
    """

    offered: int
    written: int
    safe_left: int
    outdated_signatures: Mapping[str, tuple[str, ...]]
    unmendable: int
    unchecked: int


def corrections(claims: Iterable[AssessedClaim]) -> Iterator[Correction]:
    """Yield what can be corrected in claims, in the order of their files."""
    texts: dict[str, Text] = {}
    for assessed in claims:
        for item in assessed.evidence:
            source, fit = item.source, item.anchor.fit
            if source is None or source.text is None or fit not in _OFFERED:
                continue
            if source.id not in texts:
                texts[source.id] = Text(source.text)
            if correction := _correction(assessed.claim.id, item, texts[source.id]):
                yield correction


def mending_outcome(
    assessment: Assessment,
    claims: Sequence[AssessedClaim],
    results: Sequence[tuple[Correction, bool]],
    restored: Sequence[bool],
) -> MendingOutcome:
    """Count the corrections that were offered and written, and the quotations that have none.

    Args:
        assessment: the project as it was before.
        claims: the claims that were looked at.
        results: every correction of them, and whether it was written.
        restored: of every pinned file with other line ends, whether it was restored.
    """
    written = [correction for correction, is_written in results if is_written]
    left = [correction for correction, is_written in results if not is_written]
    corrected = {correction.claim for correction in written}
    signers = {
        assessed.claim.id: reviewers(assessed, assessment.dossier)
        for assessed in claims
        if assessed.claim.id in corrected
    }
    offered = {(correction.claim, correction.item.number) for correction, _is_written in results}
    fits = [
        item.anchor.fit
        for assessed in claims
        for item in assessed.evidence
        if not item.anchor.fit.passes and (assessed.claim.id, item.evidence.number) not in offered
    ]
    unchecked = fits.count(Fit.UNCHECKED)
    return MendingOutcome(
        offered=len(results) + len(restored),
        written=len(written) + sum(restored),
        safe_left=sum(correction.safe for correction in left) + len(restored) - sum(restored),
        outdated_signatures={claim_id: names for claim_id, names in signers.items() if names},
        unmendable=len(fits) - unchecked,
        unchecked=unchecked,
    )


def _correction(claim: str, item: AssessedEvidence, text: Text) -> Correction | None:
    anchor, quote = item.anchor, item.evidence.quote
    if anchor.fit in {Fit.NORMALIZED, Fit.ELIDED}:
        printed = as_printed(quote, text)
        if printed == quote:
            return None
        written_runs, printed_runs = _differences(quote.exact, printed.exact)
        return Correction(
            claim=claim,
            item=item.evidence,
            quote=printed,
            kind=TYPOGRAPHY,
            safe=True,
            written=written_runs,
            printed=printed_runs,
        )
    if (
        anchor.start is None
        or anchor.end is None
        or not anchor.changes
        or not _FOR_A_PERSON.issuperset(anchor.changes)
    ):
        return None
    printed = passage_for(quote, text, anchor.start, anchor.end)
    if printed == quote:
        return None
    return Correction(
        claim=claim,
        item=item.evidence,
        quote=printed,
        kind=", ".join(anchor.changes),
        safe=False,
        written=mark_differences([(part.written, part.same) for part in anchor.difference]),
        printed=mark_differences([(part.printed, part.same) for part in anchor.difference]),
    )


def _differences(written: str, printed: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Mark the words of two texts that differ, be it by a mark alone."""
    left, right = _TOKEN.findall(written), _TOKEN.findall(printed)
    mine: list[tuple[str, bool]] = []
    theirs: list[tuple[str, bool]] = []
    if max(len(left), len(right)) > _MOST_COMPARED:
        return mark_differences([(written, True)]), mark_differences([(printed, True)])
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        mine.append(("".join(left[i:j]), kind == "equal"))
        theirs.append(("".join(right[k:m]), kind == "equal"))
    return mark_differences(mine), mark_differences(theirs)
