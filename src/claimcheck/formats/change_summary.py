"""A summary of a comparison, as a colleague would write it: what matters first, in sentences.

How the runs of text look is a format's own business; what is said, and in which order, is decided
here once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from claimcheck.anchor.difference import difference
from claimcheck.assessment.passages import shorten
from claimcheck.assessment.quote_warnings import mark_notes
from claimcheck.formats import phrases, status_phrases
from claimcheck.model import Stance
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.assessment.comparison import (
        ClaimChange,
        Comparison,
        EvidenceChange,
        FieldChange,
        Side,
        SourceChange,
        UnpairedClaim,
    )

_MAX_VALUE_CHARACTERS = 400
_MAX_SAME_CHARACTERS = 80
_SHORT_HASH_CHARACTERS = 12
# A shorter beginning of a hash may well be the name of a branch.
_MIN_HASH_CHARACTERS = 7
_MAX_LINES_SHOWN = 3
_STANCES = {
    Stance.SUPPORTS: "for it",
    Stance.CONTRADICTS: "against it",
    Stance.CONTEXT: "as context",
    Stance.UNSET: "not judged",
}


class Tone(StrEnum):
    """How a run of text is meant: a name, a word that went, a word that came, or neither."""

    PLAIN = "plain"
    NAME = "name"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class TonedRun:
    """A run of text with its tone; foreign text throughout, which a format has to escape."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[TonedRun, ...]


@dataclass(frozen=True, slots=True)
class SummaryEntry:
    """One thing that changed.

    Attributes:
        head: what it is and what became of it.
        claimed: the claim's own words, where it is a claim.
        details: what differs, a line each.
    """

    head: Line
    claimed: str = ""
    details: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class SummarySection:
    """Entries of one kind, at least one, under a title."""

    title: str
    entries: tuple[SummaryEntry, ...]


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """A comparison in words.

    Attributes:
        sides: what is compared with what.
        headline: what the change does, in a sentence or two.
        sections: what changed, what matters most first.
    """

    sides: str
    headline: str
    sections: tuple[SummarySection, ...]


def summarize(comparison: Comparison) -> ChangeSummary:
    """Sum a comparison up: status changes first, then other claims, pinned files and the rest."""
    with_other_status = [change for change in comparison.changed if change.status]
    with_same_status = [change for change in comparison.changed if not change.status]
    sections = (
        SummarySection("Claims whose status changes", tuple(map(_claim, with_other_status))),
        SummarySection("Claims whose file is broken", _removed(comparison, unreadable=True)),
        SummarySection("Claims removed", _removed(comparison, unreadable=False)),
        SummarySection(
            "Claims added", tuple(_claim_of_one_side(claim, now=True) for claim in comparison.added)
        ),
        SummarySection(
            "Claims that change, with the same status", tuple(map(_claim, with_same_status))
        ),
        SummarySection(
            "Pinned files that change",
            tuple(
                SummaryEntry((TonedRun(change.source, Tone.NAME), TonedRun(f": {change.summary}")))
                for change in comparison.pins
            ),
        ),
        SummarySection("Sources", tuple(_sources(comparison))),
        SummarySection(
            "Parties", tuple(SummaryEntry(_value(change)) for change in comparison.parties)
        ),
        SummarySection(
            "Settings", tuple(SummaryEntry(_value(change)) for change in comparison.settings)
        ),
    )
    return ChangeSummary(
        sides=f"{_side(comparison.before)} with {_side(comparison.after)}",
        headline=_headline(comparison, len(with_other_status)),
        sections=tuple(section for section in sections if section.entries),
    )


def _side(side: Side) -> str:
    commit = side.commit or ""
    is_hash = len(side.name) >= _MIN_HASH_CHARACTERS and commit.startswith(side.name)
    name = (
        f"{side.name} ({commit[:_SHORT_HASH_CHARACTERS]})" if commit and not is_hash else side.name
    )
    return name if side.exists else f"{name}, where there is no project yet"


def _headline(comparison: Comparison, other_status: int) -> str:
    if comparison.empty:
        claims = count(comparison.unchanged, "claim")
        return f"Nothing changes for any claim or source ({claims}, as before)."
    broken = sum(claim.unreadable for claim in comparison.removed)
    numbers = (
        (broken, "breaks the file of {}"),
        (len(comparison.removed) - broken, "removes {}"),
        (len(comparison.added), "adds {}"),
        (other_status, "turns the status of {}"),
        (len(comparison.changed) - other_status, "touches {} whose status stays"),
    )
    claims = phrases.conjunction(
        [verb.format(count(number, "claim")) for number, verb in numbers if number]
    )
    same = comparison.unchanged
    as_before = {0: "none is", 1: "1 is"}.get(same, f"{same:,} are")
    headline = f"This change {claims or 'touches no claim'}; {as_before} as before."
    if comparison.pins:
        files = count(len(comparison.pins), "pinned file")
        headline += f" {files} changed: compare both versions."
    before, after = comparison.before.flaws, comparison.after.flaws
    if before or after:
        headline += (
            " What could not be read as it was written is not compared: "
            f"{count(before, 'problem')} before, {after} after; "
            "claimcheck check names them."
        )
    return headline


def _removed(comparison: Comparison, *, unreadable: bool) -> tuple[SummaryEntry, ...]:
    return tuple(
        _claim_of_one_side(claim, now=False)
        for claim in comparison.removed
        if claim.unreadable is unreadable
    )


def _claim_of_one_side(claim: UnpairedClaim, *, now: bool) -> SummaryEntry:
    assessed = claim.claim
    head = (
        TonedRun(assessed.claim.id, Tone.NAME),
        TonedRun(f" {'is' if now else 'was'} {assessed.derivation.status}"),
    )
    details: list[Line] = []
    if claim.unreadable:
        state = "It can be read now" if now else "Its file is there, but cannot be read any more"
        details.append((TonedRun(state),))
    counts = phrases.evidence_counts(assessed.derivation.counts)
    basis = f"It {'rests' if now else 'rested'} on {counts}{_silent_items(assessed)}"
    details.append((TonedRun(basis),))
    if now:
        details += [_evidence(item, "Evidence") for item in assessed.evidence]
    return SummaryEntry(head, assessed.claim.text, tuple(details))


def _silent_items(assessed: AssessedClaim) -> str:
    silent = sum(not item.votes for item in assessed.evidence)
    if not silent:
        return ""
    verb = "counts" if silent == 1 else "count"
    return f"; {count(silent, 'other item')} beside, which {verb} for neither side"


def _claim(change: ClaimChange) -> SummaryEntry:
    new = change.after
    head = [TonedRun(new.claim.id, Tone.NAME)]
    if change.renamed:
        old_id = TonedRun(change.before.claim.id, Tone.NAME)
        head += [TonedRun(", until now "), old_id, TonedRun(",")]
    if change.status:
        head += [TonedRun(f" was {change.status.before} and is now ")]
        head += [TonedRun(change.status.after, Tone.NAME)]
    else:
        head.append(TonedRun(f" is {new.derivation.status}, as before"))
    return SummaryEntry(tuple(head), new.claim.text, tuple(_claim_details(change)))


def _claim_details(change: ClaimChange) -> Iterator[Line]:
    for sentence in change.reasons:
        yield (TonedRun(sentence),)
    for altered in change.altered:
        yield from _altered_evidence(altered)
    for item in change.gained:
        yield _evidence(item, "New evidence")
    for item in change.lost:
        yield _evidence(item, "Taken out: evidence", now=False)
    if change.corroboration:
        yield _value(change.corroboration)
    for flag in change.raised:
        yield (TonedRun(f"It is flagged {flag} now: {status_phrases.FLAGS[flag]}"),)
    for flag in change.lowered:
        yield (TonedRun(f"It is not flagged {flag} any more"),)
    for field in change.fields:
        if not (change.renamed and field.name == "file"):
            yield _value(field)


def _evidence(item: AssessedEvidence, lead: str, *, now: bool = True) -> Line:
    """Return an evidence item on one line.

    Args:
        item: what to say.
        lead: what it is: `Evidence`, `New evidence`.
        now: whether it is there after the change, so that it matters whether it counts.
    """
    evidence = item.evidence
    speaker = f", said by {evidence.speaker}" if evidence.speaker else ""
    silent = now and item.silent_because and evidence.stance is not Stance.CONTEXT
    counts = f" (does not count: {item.silent_because})" if silent else ""
    quote = shorten(evidence.quote.exact, _MAX_VALUE_CHARACTERS)
    stance = _STANCES[evidence.stance]
    notes = mark_notes(item.anchor, item.source_text)
    marks = "".join(f"; {note}" for note in notes) if now else ""
    line = f"{lead} {stance}, from {evidence.source}{speaker}{counts}: “{quote}”{marks}"
    return (TonedRun(line),)


def _altered_evidence(change: EvidenceChange) -> Iterator[Line]:
    item = change.after.evidence
    lead = f"Evidence {item.number} ({item.source}, {_STANCES[item.stance]})"
    fields = {field.name: field for field in change.changes}
    quote, fit = fields.pop("quote", None), fields.pop("fit", None)
    outcome = ""
    if fit is not None:
        # The reason why it does not count would say the same again.
        fields.pop("does not count because", None)
        outcome = f"It was {fit.before} and is {fit.after} now"
        printed = "".join(segment.printed for segment in change.after.anchor.difference).strip()
        if printed:
            outcome += f"; the source prints “{shorten(printed, _MAX_VALUE_CHARACTERS)}”"
    if quote is not None:
        words = _word_difference(quote.before, quote.after)
        yield (
            TonedRun(f"{lead} now reads "),
            *words,
            TonedRun(f". {outcome}" if outcome else ""),
        )
    elif outcome:
        yield (TonedRun(f"{lead} is printed otherwise in its source. {outcome}"),)
    silent = fields.pop("does not count because", None)
    if silent is not None:
        counts = f"does not count now ({silent.after})" if silent.after else "counts now"
        reason = f"; before, {silent.before}" if silent.before else ""
        yield (TonedRun(f"{lead} {counts}{reason}"),)
    for field in fields.values():
        yield (TonedRun(f"{lead}: "), *_value(field))


def _word_difference(before: str, after: str) -> Iterator[TonedRun]:
    segments = difference(before, after)
    if all(segment.same for segment in segments):
        # Typography alone: no word differs, and still somebody touched the quote.
        yield from (TonedRun(before, Tone.OLD), TonedRun(" "), TonedRun(after, Tone.NEW))
        return
    yield TonedRun("“")
    for segment in segments:
        if segment.same:
            yield TonedRun(shorten(segment.printed, _MAX_SAME_CHARACTERS))
            continue
        old, new = segment.written.strip(), segment.printed.strip()
        if old:
            yield TonedRun(shorten(old, _MAX_VALUE_CHARACTERS), Tone.OLD)
        if old and new:
            yield TonedRun(" ")
        if new:
            yield TonedRun(shorten(new, _MAX_VALUE_CHARACTERS), Tone.NEW)
        yield TonedRun(" " if (segment.printed or segment.written)[-1:].isspace() else "")
    yield TonedRun("”")


def _value(change: FieldChange) -> Line:
    """Return a value that differs on one line: `tags: [-bridge-] {+bridge, safety+}`."""
    old, new = (shorten(text, _MAX_VALUE_CHARACTERS) for text in (change.before, change.after))
    if not old:
        return (TonedRun(f"{change.name} is new: "), TonedRun(new, Tone.NEW))
    if not new:
        return (TonedRun(f"{change.name} is gone: "), TonedRun(old, Tone.OLD))
    return (
        TonedRun(f"{change.name}: "),
        TonedRun(old, Tone.OLD),
        TonedRun(" "),
        TonedRun(new, Tone.NEW),
    )


def _sources(comparison: Comparison) -> Iterator[SummaryEntry]:
    for source in comparison.sources_removed:
        yield SummaryEntry(
            (TonedRun(source.id, Tone.NAME), TonedRun(" removed: "), TonedRun(source.title))
        )
    for source in comparison.sources_added:
        yield SummaryEntry(
            (TonedRun(source.id, Tone.NAME), TonedRun(" added: "), TonedRun(source.title))
        )
    for change in comparison.sources_changed:
        yield SummaryEntry(
            (TonedRun(change.after.id, Tone.NAME), TonedRun(" changed")),
            details=tuple(_source_details(change)),
        )


def _source_details(change: SourceChange) -> Iterator[Line]:
    hashes = {
        (field.before, field.after) for field in change.changes if field.name.startswith("hash of")
    }
    for field in change.changes:
        if field.name.startswith("bytes of") and (field.before, field.after) in hashes:
            continue  # the record says the same already
        yield _value(_with_short_hashes(field) if " of file " in field.name else field)
    if change.rewritten and change.before.text and change.after.text:
        yield from _text_difference(change.before.text, change.after.text)


def _with_short_hashes(change: FieldChange) -> FieldChange:
    before, after = (
        text if " " in text else text[:_SHORT_HASH_CHARACTERS]
        for text in (change.before, change.after)
    )
    return replace(change, before=before, after=after)


def _text_difference(before: str, after: str) -> Iterator[Line]:
    """Count the lines that differ, and show the words of the first ones."""
    old_lines, new_lines = before.splitlines(), after.splitlines()
    if len(old_lines) != len(new_lines):
        yield (TonedRun("its text differs: lines came or went"),)
        return
    pairs = [(old, new) for old, new in zip(old_lines, new_lines, strict=True) if old != new]
    yield (TonedRun(f"its text differs: {count(len(pairs), 'line')}"),)
    for old, new in pairs[:_MAX_LINES_SHOWN]:
        yield tuple(_word_difference(old, new))
