"""The newest capture of a page does not say any more what was quoted from an earlier one.

Why:
    A page may be corrected without a word about it. Where somebody has pinned it again
    (`supersedes`), every quotation from an earlier capture is looked up in the newest one: evidence
    follows as long as its words are there, and the sentences around them are what they were. The
    earlier capture shows what the page said then, and counts; whether it still bears on the claim
    is for a person to judge.
Mend:
    Compare the two captures. Quote the newest one where it says the same; or keep the earlier one,
    and allow this with the reason.

Example:
    `council-page-2` supersedes `council-page-1`, and says 12 tonnes where that said 7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Effort, locate_all
from claimcheck.assessment.captures import newest_capture
from claimcheck.assessment.changed_source import new_corrections, outcome_of
from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import change_kinds, difference_excerpts
from claimcheck.assessment.value_excerpts import value_excerpts, value_place
from claimcheck.model import Excerpt, Finding, Place, Run, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedEvidence
    from claimcheck.assessment.value_readings import ValueReading
    from claimcheck.model import Source

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.CAPTURES
# Spent on the nearest passage of one quotation, which is only shown: some 50 ms.
_STEPS: Final = 25_000_000


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report evidence from a capture whose newest one has other words, or takes them back."""
    superseded = [
        (assessed.claim.id, item, newest)
        for assessed, item in assessment.evidence
        if item.source is not None
        and item.anchor.fit.passes
        and (newest := newest_capture(item.source.id, assessment.dossier)) is not None
    ]
    readings = _readings(superseded)
    for claim_id, item, newest in superseded:
        reading = readings.get((claim_id, item.evidence.number))
        finding = _finding(item, newest, reading, assessment)
        if finding is not None:
            yield finding._replace(claim=claim_id, source=item.evidence.source)


def _readings(
    superseded: Collection[tuple[str, AssessedEvidence, Source]],
) -> dict[tuple[str, int], ValueReading]:
    """Return what the newest captures say of values, by claim and number."""
    newest_by_id = {newest.id: newest for _claim_id, _item, newest in superseded}
    wanted = [
        ((claim_id, item.evidence.number), item.evidence.value, newest.id)
        for claim_id, item, newest in superseded
        if item.evidence.value is not None and newest.text is not None
    ]
    if not wanted:
        return {}
    from claimcheck.assessment.values import read_each  # few dossiers cite tables

    return read_each(wanted, newest_by_id)


def _finding(
    item: AssessedEvidence,
    newest: Source,
    reading: ValueReading | None,
    assessment: Assessment,
) -> Finding | None:
    """Return what is to be told of an item whose source has a newer capture, if anything is.

    Args:
        item: the item; its quote passes in the earlier capture.
        newest: the newest capture.
        reading: what that says of the item's value, where it has one.
        assessment: the whole project.
    """
    capture = f"'{newest.id}', a newer capture of '{item.evidence.source}',"
    place = item.evidence.quote_place
    if newest.notice and newest.notice.takes_back:
        message, remedy = f"{capture} is {newest.notice}", "it does not count any more"
        return Finding(message, place, f"{remedy}; look for another source")
    if newest.text is None or newest.absent:
        message = f"{capture} could not be looked into"
        return Finding(message, place, newest.no_text_because or "get its document")
    lost = _lost_value(item, newest, capture, reading) if reading else None
    if lost is not None or not item.evidence.quoted:
        return lost
    return _lost_quote(item, newest, capture, assessment)


def _lost_value(
    item: AssessedEvidence, newest: Source, capture: str, reading: ValueReading
) -> Finding | None:
    """Return what is to be told of a value that a newer capture does not have.

    Args:
        item: the item.
        newest: the newest capture.
        capture: what messages call it.
        reading: what that says of the value.
    """
    if reading.stands:
        return None
    return Finding(
        f"{capture} no longer has the value: {reading.reason}",
        value_place(item),
        "compare both captures; cite the newest, or allow this with the reason",
        value_excerpts(item._replace(source=newest, value=reading)),
    )


def _lost_quote(
    item: AssessedEvidence, newest: Source, capture: str, assessment: Assessment
) -> Finding | None:
    """Return what is to be told of a quotation that a newer capture has otherwise, or not at all.

    Args:
        item: the item; its quote passes in the earlier capture.
        newest: the newest capture.
        capture: what messages call it.
        assessment: the whole project.
    """
    place = item.evidence.quote_place
    text = assessment.corpus.text(newest.id)
    (anchor,) = locate_all([item.evidence.quote], text, Effort(_STEPS))
    if anchor.fit.passes:
        earlier = assessment.corpus.text(item.evidence.source)
        outcome = outcome_of(item.evidence.quote, anchor, text.raw, earlier)
        corrections = new_corrections(earlier.raw, text.raw)
        if outcome in {"unharmed", "moved"} and not corrections:
            return None
        if outcome in {"unharmed", "moved"}:
            line = Excerpt("source", Place(newest.text_path), (Run(corrections[0]),))
            message = f"{capture} has the words, and newly speaks of a correction"
            return Finding(message, place, "read what is corrected there", (line,))
        return Finding(
            f"{capture} has the words, and other sentences around them",
            place,
            "read both: the words may be there to be taken back",
            difference_excerpts(item._replace(source=newest, anchor=anchor), assessment),
        )
    shown = item._replace(source=newest, anchor=anchor, found_in="")
    return Finding(
        f"{capture} no longer has the words{change_kinds(anchor.changes)}",
        place,
        "compare both captures; quote the newest, or allow this with the reason",
        difference_excerpts(shown, assessment),
    )
