"""A comparison told as a colleague would tell it: what matters first, in sentences.

What each format makes of the pieces is its own business; what is said, and in which order, is
decided here once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from claimcheck.anchor.difference import difference
from claimcheck.assessment.passages import shorten
from claimcheck.formats import phrases
from claimcheck.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence
    from claimcheck.assessment.comparison import (
        ClaimChange,
        Comparison,
        EvidenceChange,
        FieldChange,
        Side,
        SourceChange,
        UnpairedClaim,
    )

_LONGEST = 400
_LONGEST_SAME = 80
_HASH = 12
_SHORTEST = 6
_STANCES = {
    Stance.SUPPORTS: "for it",
    Stance.CONTRADICTS: "against it",
    Stance.CONTEXT: "as context",
    Stance.UNSET: "not judged",
}


class Tone(StrEnum):
    """How a piece of text is meant: a name, a word that went, a word that came, or neither."""

    PLAIN = "plain"
    NAME = "name"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with its tone; foreign text throughout, which a format has to escape."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that changed: what it is, the claim's own words where it is one, and details."""

    head: Line
    quoted: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one kind, under a title."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The whole: what is compared, the gist in a sentence or two, the sections with entries."""

    compared: str
    gist: str
    sections: tuple[Section, ...]


def account(comparison: Comparison) -> Account:
    """Tell a comparison: status changes first, then other claims, pinned files and the rest."""
    turned = [change for change in comparison.changed if change.status]
    others = [change for change in comparison.changed if not change.status]
    sections = (
        Section("Claims whose status changes", tuple(map(_claim, turned))),
        Section("Claims whose file is broken", _gone(comparison, unreadable=True)),
        Section("Claims removed", _gone(comparison, unreadable=False)),
        Section("Claims added", tuple(_listed(one, gone=False) for one in comparison.added)),
        Section("Claims that change, with the same status", tuple(map(_claim, others))),
        Section(
            "Pinned files that change",
            tuple(
                Entry((Piece(change.source, Tone.NAME), Piece(f": {change.summary}")))
                for change in comparison.pins
            ),
        ),
        Section("Sources", tuple(_sources(comparison))),
        Section("Parties", tuple(map(_value, comparison.parties))),
        Section("Settings", tuple(map(_value, comparison.settings))),
    )
    return Account(
        compared=f"{_named(comparison.before)} with {_named(comparison.after)}",
        gist=_gist(comparison, len(turned)),
        sections=tuple(section for section in sections if section.entries),
    )


def _named(side: Side) -> str:
    commit = side.commit[:_HASH] if side.commit else ""
    told = not side.commit or (len(side.name) > _SHORTEST and side.commit.startswith(side.name))
    name = side.name if told else f"{side.name} ({commit})"
    return name if side.exists else f"{name}, where there is no project yet"


def _gist(comparison: Comparison, turned: int) -> str:
    if comparison.empty:
        claims = phrases.count(comparison.unchanged, "claim")
        return f"Nothing changes for any claim or source ({claims}, as before)."
    others = len(comparison.changed) - turned
    broken = sum(one.unreadable for one in comparison.removed)
    told = (
        (broken, "breaks the file of {}"),
        (len(comparison.removed) - broken, "removes {}"),
        (len(comparison.added), "adds {}"),
        (turned, "turns the status of {}"),
        (others, "touches {} whose status stays"),
    )
    said = [verb.format(phrases.count(number, "claim")) for number, verb in told if number]
    claims = f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else "".join(said)
    same = comparison.unchanged
    as_before = {0: "none is", 1: "1 is"}.get(same, f"{same:,} are")
    gist = f"This change {claims or 'touches no claim'}; {as_before} as before."
    if comparison.pins:
        gist += (
            f" {phrases.count(len(comparison.pins), 'pinned file')} changed: compare both versions."
        )
    before, after = comparison.before.flaws, comparison.after.flaws
    if before or after:
        gist += (
            " What could not be read as it was written is not compared: "
            f"{phrases.count(before, 'problem')} before, {after} after; "
            "claimcheck check names them."
        )
    return gist


def _gone(comparison: Comparison, *, unreadable: bool) -> tuple[Entry, ...]:
    gone = (one for one in comparison.removed if one.unreadable is unreadable)
    return tuple(_listed(one, gone=True) for one in gone)


def _listed(present: UnpairedClaim, *, gone: bool) -> Entry:
    assessed = present.claim
    status = assessed.derivation.status
    head = (Piece(assessed.claim.id, Tone.NAME), Piece(f" {'was' if gone else 'is'} {status}"))
    lines: list[Line] = []
    if present.unreadable:
        told = "Its file is there, but cannot be read any more" if gone else "It can be read now"
        lines.append((Piece(told),))
    counted = phrases.counts(assessed.derivation.counts)
    lines.append((Piece(f"It {'rested' if gone else 'rests'} on {counted}{_silent(assessed)}"),))
    if not gone:
        lines += [_item(item, "Evidence") for item in assessed.evidence]
    return Entry(head, assessed.claim.text, tuple(lines))


def _silent(assessed: AssessedClaim) -> str:
    silent = sum(not item.votes for item in assessed.evidence)
    return (
        f"; {phrases.count(silent, 'other item')} beside, which "
        f"{'counts' if silent == 1 else 'count'} for neither side"
        if silent
        else ""
    )


def _claim(change: ClaimChange) -> Entry:
    new = change.after
    head = [Piece(new.claim.id, Tone.NAME)]
    if change.renamed:
        head += [Piece(", until now "), Piece(change.before.claim.id, Tone.NAME), Piece(",")]
    if change.status:
        head += [Piece(f" was {change.status.before} and is now ")]
        head += [Piece(change.status.after, Tone.NAME)]
    else:
        head.append(Piece(f" is {new.derivation.status}, as before"))
    return Entry(tuple(head), new.claim.text, tuple(_claim_lines(change)))


def _claim_lines(change: ClaimChange) -> Iterator[Line]:
    for sentence in change.why:
        yield (Piece(sentence),)
    for altered in change.altered:
        yield from _altered(altered)
    for item in change.gained:
        yield _item(item, "New evidence")
    for item in change.lost:
        yield _item(item, "Taken out: evidence", now=False)
    if change.corroboration:
        yield _turned(change.corroboration)
    for flag in change.raised:
        yield (Piece(f"It is flagged {flag} now: {phrases.FLAGS[flag]}"),)
    for flag in change.lowered:
        yield (Piece(f"It is not flagged {flag} any more"),)
    for field in change.fields:
        if not (change.renamed and field.name == "file"):
            yield _turned(field)


def _item(item: AssessedEvidence, lead: str, *, now: bool = True) -> Line:
    one = item.evidence
    said_by = f", said by {one.speaker}" if one.speaker else ""
    silent = now and item.silent_because and one.stance is not Stance.CONTEXT
    counts = f" (does not count: {item.silent_because})" if silent else ""
    quote = shorten(one.quote.exact, _LONGEST)
    return (Piece(f"{lead} {_STANCES[one.stance]}, from {one.source}{said_by}{counts}: “{quote}”"),)


def _altered(change: EvidenceChange) -> Iterator[Line]:
    item = change.after.evidence
    lead = f"Evidence {item.number} ({item.source}, {_STANCES[item.stance]})"
    by_name = {one.name: one for one in change.changes}
    quote, fit = by_name.pop("quote", None), by_name.pop("fit", None)
    told = ""
    if fit is not None:
        # The reason why it does not count would say the same again.
        by_name.pop("does not count because", None)
        told = f"It was {fit.before} and is {fit.after} now"
        printed = "".join(segment.printed for segment in change.after.anchor.difference).strip()
        told += f"; the source prints “{shorten(printed, _LONGEST)}”" if printed else ""
    if quote is not None:
        reads = _word_difference(quote.before, quote.after)
        yield (Piece(f"{lead} now reads "), *reads, Piece(f". {told}" if told else ""))
    elif told:
        yield (Piece(f"{lead} stands otherwise in its source. {told}"),)
    silent = by_name.pop("does not count because", None)
    if silent is not None:
        counts = f"does not count now ({silent.after})" if silent.after else "counts now"
        yield (Piece(f"{lead} {counts}{f'; before, {silent.before}' if silent.before else ''}"),)
    for one in by_name.values():
        yield (Piece(f"{lead}: "), *_turned(one))


def _word_difference(before: str, after: str) -> Iterator[Piece]:
    segments = difference(before, after)
    if all(segment.same for segment in segments):
        # Typography alone: no word differs, and still somebody touched the quote.
        yield from (Piece(before, Tone.OLD), Piece(" "), Piece(after, Tone.NEW))
        return
    yield Piece("“")
    for segment in segments:
        if segment.same:
            yield Piece(shorten(segment.printed, _LONGEST_SAME))
            continue
        old, new = segment.written.strip(), segment.printed.strip()
        if old:
            yield Piece(shorten(old, _LONGEST), Tone.OLD)
        if old and new:
            yield Piece(" ")
        if new:
            yield Piece(shorten(new, _LONGEST), Tone.NEW)
        yield Piece(" " if (segment.printed or segment.written)[-1:].isspace() else "")
    yield Piece("”")


def _turned(change: FieldChange) -> Line:
    """Say one value that differs: `tags: [-bridge-] {+bridge, safety+}`."""
    old, new = (shorten(text, _LONGEST) for text in (change.before, change.after))
    if not old:
        return (Piece(f"{change.name} is new: "), Piece(new, Tone.NEW))
    if not new:
        return (Piece(f"{change.name} is gone: "), Piece(old, Tone.OLD))
    return (Piece(f"{change.name}: "), Piece(old, Tone.OLD), Piece(" "), Piece(new, Tone.NEW))


def _value(change: FieldChange) -> Entry:
    return Entry(_turned(change))


def _sources(comparison: Comparison) -> Iterator[Entry]:
    for source in comparison.sources_removed:
        yield Entry((Piece(source.id, Tone.NAME), Piece(" removed: "), Piece(source.title)))
    for source in comparison.sources_added:
        yield Entry((Piece(source.id, Tone.NAME), Piece(" added: "), Piece(source.title)))
    for change in comparison.sources_changed:
        yield Entry(
            (Piece(change.after.id, Tone.NAME), Piece(" changed")),
            lines=tuple(_source_lines(change)),
        )


def _source_lines(change: SourceChange) -> Iterator[Line]:
    hashes = {(one.before, one.after) for one in change.changes if one.name.startswith("hash of")}
    for one in change.changes:
        if one.name.startswith("bytes of") and (one.before, one.after) in hashes:
            continue  # the record says the same already
        yield _turned(_short_hashes(one)) if " of file " in one.name else _turned(one)
    if change.rewritten and change.before.text and change.after.text:
        yield from _rewritten(change.before.text, change.after.text)


def _short_hashes(change: FieldChange) -> FieldChange:
    short = (text if " " in text else text[:_HASH] for text in (change.before, change.after))
    return replace(change, **dict(zip(("before", "after"), short, strict=True)))


def _rewritten(before: str, after: str) -> Iterator[Line]:
    """Show the first words that differ, line by line; large texts are only counted."""
    old, new = before.splitlines(), after.splitlines()
    pairs = [(one, other) for one, other in zip(old, new, strict=False) if one != other]
    moved = len(old) != len(new)
    yield (Piece(f"its text differs: {_lines_told(pairs, moved=moved)}"),)
    if not moved:
        for one, other in pairs[:3]:
            yield tuple(_word_difference(one, other))


def _lines_told(pairs: Iterable[tuple[str, str]], *, moved: bool) -> str:
    if moved:
        return "lines came or went"
    return phrases.count(len(list(pairs)), "line")
