"""What a change does to a dossier, in terms of claims: two assessments in, one value out. Pure.

Both sides are judged as of one day, so that what differs between them was changed by somebody.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from claimcheck.assessment.independence import UNKNOWN_KEY
from claimcheck.assessment.pin_changes import pin_changes
from claimcheck.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence, Assessment
    from claimcheck.assessment.pin_changes import PinChange
    from claimcheck.assessment.status import Derivation, Flag
    from claimcheck.model import Claim, Config, Party, Source

# Quotations that share fewer of their words are two passages, not one that was altered.
_ALIKE = 0.5
_SIDES = (
    ("supporting", "supports"),
    ("contradicting", "contradicts"),
    ("interested_for", "maintains"),
    ("interested_against", "denies"),
)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what a reader calls it, the commit it is, what it holds.

    `exists` is false where there was no project yet; `flaws` counts what could not be read.
    """

    name: str
    commit: str | None
    exists: bool
    claims: int
    evidence: int
    sources: int
    flaws: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that differs: its name as people write it, and both readings (empty for none)."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class UnpairedClaim:
    """A claim that only one side has; `unreadable` when the other side's file cannot be read."""

    claim: AssessedClaim
    unreadable: bool


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """An evidence item on both sides, with what differs: its words, its fit, whether it counts."""

    before: AssessedEvidence
    after: AssessedEvidence
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim on both sides, with what differs.

    `status` and `corroboration` are None when they are what they were. `why` says in clauses
    whose word came or went, and why where the passage is still there; it is empty when none did.
    """

    before: AssessedClaim
    after: AssessedClaim
    status: FieldChange | None
    corroboration: FieldChange | None
    why: tuple[str, ...]
    fields: tuple[FieldChange, ...]
    raised: tuple[Flag, ...]
    lowered: tuple[Flag, ...]
    gained: tuple[AssessedEvidence, ...]
    lost: tuple[AssessedEvidence, ...]
    altered: tuple[EvidenceChange, ...]

    @property
    def renamed(self) -> bool:
        """Whether the claim goes by another id now."""
        return self.before.claim.id != self.after.claim.id


@dataclass(frozen=True, slots=True)
class SourceChange:
    """A source on both sides whose record or text differs; `rewritten` when its text does."""

    before: Source
    after: Source
    changes: tuple[FieldChange, ...]
    rewritten: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two assessments; everything is sorted by id, and nothing is left out.

    `unchanged` counts the claims that are the same on both sides.
    """

    before: Side
    after: Side
    added: tuple[UnpairedClaim, ...] = ()
    removed: tuple[UnpairedClaim, ...] = ()
    changed: tuple[ClaimChange, ...] = ()
    unchanged: int = 0
    sources_added: tuple[Source, ...] = ()
    sources_removed: tuple[Source, ...] = ()
    sources_changed: tuple[SourceChange, ...] = ()
    pins: tuple[PinChange, ...] = ()
    parties: tuple[FieldChange, ...] = ()
    settings: tuple[FieldChange, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether both sides say the same."""
        return not any(
            (
                self.added,
                self.removed,
                self.changed,
                self.sources_added,
                self.sources_removed,
                self.sources_changed,
                self.pins,
                self.parties,
                self.settings,
                self.before.flaws != self.after.flaws,
            )
        )


@dataclass(frozen=True, slots=True)
class SideName:
    """What to call one side: the reader's own word, the commit, and whether there was a project."""

    text: str
    commit: str | None = None
    exists: bool = True


def compare_assessments(
    before: Assessment,
    after: Assessment,
    names: tuple[SideName, SideName] = (SideName("before"), SideName("after")),
) -> Comparison:
    """Compare two assessments of one project.

    Claims and sources are matched by id. A claim counts as renamed only when text and evidence are
    the same to the letter and no other claim has them.
    """
    old = {assessed.claim.id: assessed for assessed in before.claims}
    new = {assessed.claim.id: assessed for assessed in after.claims}
    gone = [old[key] for key in sorted(old.keys() - new.keys())]
    come = [new[key] for key in sorted(new.keys() - old.keys())]
    renamed = _renamed(gone, come)
    pairs = [(old[key], new[key]) for key in old.keys() & new.keys()] + renamed
    changes = (_claim_change(one, other, (before, after)) for one, other in pairs)
    changed = sorted(
        (change for change in changes if change is not None),
        key=lambda change: change.after.claim.id,
    )
    left, right = {a.claim.id for a, _ in renamed}, {b.claim.id for _, b in renamed}
    sources = before.dossier.sources, after.dossier.sources
    return Comparison(
        before=_side(before, names[0]),
        after=_side(after, names[1]),
        added=tuple(_present(one, before) for one in come if one.claim.id not in right),
        removed=tuple(_present(one, after) for one in gone if one.claim.id not in left),
        changed=tuple(changed),
        unchanged=len(pairs) - len(changed),
        sources_added=tuple(sources[1][key] for key in sorted(sources[1].keys() - sources[0])),
        sources_removed=tuple(sources[0][key] for key in sorted(sources[0].keys() - sources[1])),
        sources_changed=tuple(_sources_changed(*sources)),
        pins=tuple(pin_changes(before.dossier, after.dossier)),
        parties=_differing(_parties(before.dossier.parties), _parties(after.dossier.parties)),
        settings=_differing(_settings(before.dossier.config), _settings(after.dossier.config)),
    )


def _side(assessment: Assessment, name: SideName) -> Side:
    return Side(
        name=name.text,
        commit=name.commit,
        exists=name.exists,
        claims=len(assessment.claims),
        evidence=sum(len(assessed.evidence) for assessed in assessment.claims),
        sources=len(assessment.dossier.sources),
        flaws=len(assessment.dossier.flaws),
    )


def _present(assessed: AssessedClaim, other: Assessment) -> UnpairedClaim:
    path = assessed.claim.place.path
    flawed = any(
        flaw.claim == assessed.claim.id or flaw.place.path == path for flaw in other.dossier.flaws
    )
    return UnpairedClaim(assessed, flawed)


def _renamed(
    gone: Sequence[AssessedClaim], come: Sequence[AssessedClaim]
) -> list[tuple[AssessedClaim, AssessedClaim]]:
    before, after = _by_content(gone), _by_content(come)
    return [
        (ones[0], after[content][0])
        for content, ones in before.items()
        if len(ones) == 1 and len(after.get(content, ())) == 1
    ]


def _by_content(claims: Iterable[AssessedClaim]) -> dict[object, list[AssessedClaim]]:
    found: dict[object, list[AssessedClaim]] = {}
    for assessed in claims:
        content = (assessed.claim.text, tuple(map(_identity, assessed.evidence)))
        found.setdefault(content, []).append(assessed)
    return found


def _claim_change(
    before: AssessedClaim, after: AssessedClaim, sides: tuple[Assessment, Assessment]
) -> ClaimChange | None:
    matched, lost, gained = _matched(before.evidence, after.evidence)
    compared = (EvidenceChange(*pair, _item_changes(*pair)) for pair in matched)
    altered = tuple(change for change in compared if change.changes)
    old, new = before.derivation, after.derivation
    told = _differing(_claim_fields(before.claim), _claim_fields(after.claim))
    change = ClaimChange(
        before=before,
        after=after,
        status=_change("status", old.status, new.status),
        corroboration=_change("corroboration", old.corroboration, new.corroboration),
        why=tuple(_why((before, after), altered, sides)),
        fields=told,
        raised=tuple(flag for flag in new.flags if flag not in old.flags),
        lowered=tuple(flag for flag in old.flags if flag not in new.flags),
        gained=gained,
        lost=lost,
        altered=altered,
    )
    differs = (
        change.status, change.corroboration, change.why, told, change.raised, change.lowered,
        gained, lost, altered,
    )  # fmt: skip
    return change if any(differs) else None


def _change(name: str, before: object, after: object) -> FieldChange | None:
    return None if before == after else FieldChange(name, str(before), str(after))


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    names = [*before, *(name for name in after if name not in before)]
    both = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(FieldChange(name, old, new) for name, old, new in both if old != new)


def _claim_fields(claim: Claim) -> dict[str, str]:
    verdict = claim.verdict
    signed = f"{verdict.status}, signed by {verdict.by} on {verdict.on}" if verdict else ""
    return {
        "claim": claim.text,
        "claimant": claim.claimant or "",
        "claimed_on": str(claim.claimed_on or ""),
        "interested": ", ".join(claim.interested),
        "kind": claim.kind,
        "as_of": str(claim.as_of or ""),
        "review_by": str(claim.review_by or ""),
        "tags": ", ".join(claim.tags),
        "verdict": signed,
        "verdict's rationale": (verdict.rationale or "") if verdict else "",
        "allow": "; ".join(f"{one.rule}: {one.reason}" for one in claim.allow),
        "file": claim.place.path,
        "evidence that cannot be read": str(claim.items_written - len(claim.evidence) or ""),
    }


_Pairs = list[tuple["AssessedEvidence", "AssessedEvidence"]]


def _matched(
    before: Sequence[AssessedEvidence], after: Sequence[AssessedEvidence]
) -> tuple[_Pairs, tuple[AssessedEvidence, ...], tuple[AssessedEvidence, ...]]:
    """Pair the items of two versions of a claim; return pairs, lost items and gained items.

    First those with the same source, quotation and stance; then those with one of the three
    changed, where a changed quotation must still share most of its words.
    """
    old, new = list(before), list(after)
    pairs: _Pairs = []
    for likeness in (_same, _but_stance, _but_source, _but_quote):
        scored = sorted(
            (-score, one + other, abs(one - other), one, other)
            for one, ours in enumerate(old)
            for other, theirs in enumerate(new)
            if (score := likeness(ours, theirs)) > 0
        )
        taken: tuple[set[int], set[int]] = set(), set()
        for _score, _sum, _distance, one, other in scored:
            if one not in taken[0] and other not in taken[1]:
                taken[0].add(one)
                taken[1].add(other)
                pairs.append((old[one], new[other]))
        old = [item for number, item in enumerate(old) if number not in taken[0]]
        new = [item for number, item in enumerate(new) if number not in taken[1]]
    pairs.sort(key=lambda pair: pair[1].evidence.number)
    return pairs, tuple(old), tuple(new)


def _identity(item: AssessedEvidence) -> tuple[object, ...]:
    return item.evidence.source, item.evidence.quote, item.evidence.stance


def _same(one: AssessedEvidence, other: AssessedEvidence) -> float:
    return float(_identity(one) == _identity(other))


def _but_stance(one: AssessedEvidence, other: AssessedEvidence) -> float:
    return float(_identity(one)[:2] == _identity(other)[:2])


def _but_source(one: AssessedEvidence, other: AssessedEvidence) -> float:
    return float(_identity(one)[1:] == _identity(other)[1:])


def _but_quote(one: AssessedEvidence, other: AssessedEvidence) -> float:
    ours, theirs = one.evidence, other.evidence
    if (ours.source, ours.stance) != (theirs.source, theirs.stance):
        return 0.0
    left, right = Counter(ours.quote.exact.split()), Counter(theirs.quote.exact.split())
    shared = 2 * (left & right).total() / max(1, left.total() + right.total())
    return shared if shared >= _ALIKE else 0.0


def _item_changes(before: AssessedEvidence, after: AssessedEvidence) -> tuple[FieldChange, ...]:
    return _differing(_item_fields(before), _item_fields(after))


def _item_fields(item: AssessedEvidence) -> dict[str, str]:
    one = item.evidence
    return {
        "source": one.source,
        "stance": one.stance,
        "quote": one.quote.exact,
        "prefix": one.quote.prefix,
        "suffix": one.quote.suffix,
        "speaker": one.speaker or "",
        "rationale": one.rationale or "",
        "fit": item.anchor.fit,
        "stands in": item.found_in,
        "does not count because": item.silent_because,
        "whose word": item.voice.key,
        "interested": "yes" if item.interested else "no",
        "outlet": item.voice.outlet,
    }


def _why(
    claims: tuple[AssessedClaim, AssessedClaim],
    altered: Sequence[EvidenceChange],
    sides: tuple[Assessment, Assessment],
) -> Iterator[str]:
    """Say whose word came or went, and what became of items that are on both sides."""
    old, new = (one.derivation for one in claims)
    parties = [one.dossier.parties for one in sides]
    for side, verb in _SIDES:
        come = sorted(set(_keys(new, side)) - set(_keys(old, side)))
        gone = sorted(set(_keys(old, side)) - set(_keys(new, side)))
        for key in come:
            how = _how_come(key, side, altered)
            yield f"{_who(key, side, claims[1], parties[1])} now {verb} it{how}"
        for key in gone:
            how = _how_gone(key, side, altered)
            yield f"{_who(key, side, claims[0], parties[0])} no longer {verb} it{how}"
    if not claims[0].evidence and claims[1].evidence:
        yield "The claim cites evidence now"
    if claims[0].evidence and not claims[1].evidence:
        yield "The claim cites no evidence any more"


def _how_come(key: str, side: str, altered: Iterable[EvidenceChange]) -> str:
    """Say what made an item that was there before count for a key; nothing for a new one."""
    for change in altered:
        if _speaks(change.after, key, side):
            number, before = change.after.evidence.number, change.before.silent_because
            if before:
                return f": evidence {number} counts now (before, {before})"
            return _how_turned(change.before, change.after)
    return ""


def _how_gone(key: str, side: str, altered: Iterable[EvidenceChange]) -> str:
    """Say what keeps an item that is still there from counting; nothing for one taken out."""
    for change in altered:
        if _speaks(change.before, key, side):
            number, after = change.after.evidence.number, change.after.silent_because
            if after:
                return f": evidence {number} does not count any more ({after})"
            return _how_turned(change.before, change.after)
    return ""


def _how_turned(before: AssessedEvidence, after: AssessedEvidence) -> str:
    if before.evidence.stance is not after.evidence.stance:
        return f": the passage is cited as {after.evidence.stance}, not {before.evidence.stance}"
    if before.voice.key != after.voice.key:
        return ": the passage counts as another party's word"
    if before.interested != after.interested:
        return (
            ": the party counts as independent"
            if before.interested
            else (": the party counts as interested")
        )
    return ""


def _keys(derivation: Derivation, side: str) -> tuple[str, ...]:
    return {
        "supporting": derivation.supporting,
        "contradicting": derivation.contradicting,
        "interested_for": derivation.interested_for,
        "interested_against": derivation.interested_against,
    }[side]


def _who(key: str, side: str, assessed: AssessedClaim, parties: Mapping[str, Party]) -> str:
    """Name whoever speaks under a key as readers know them; a key's own spelling is folded."""
    if key == UNKNOWN_KEY:
        name = "A source of unknown origin"
    elif key in parties:
        name = parties[key].name
    else:
        spoken = {item.voice.speaker for item in assessed.evidence if _speaks(item, key, side)}
        name = " and ".join(sorted(filter(None, spoken))) or key
    return f"{name}, an interested party," if side.startswith("interested") else name


def _speaks(item: AssessedEvidence, key: str, side: str) -> bool:
    stance = Stance.SUPPORTS if side in {"supporting", "interested_for"} else Stance.CONTRADICTS
    return (
        item.votes
        and item.voice.key == key
        and item.evidence.stance is stance
        and item.interested == side.startswith("interested")
    )


def _sources_changed(
    before: Mapping[str, Source], after: Mapping[str, Source]
) -> Iterator[SourceChange]:
    for key in sorted(before.keys() & after.keys()):
        old, new = before[key], after[key]
        changes = _differing(_source_fields(old), _source_fields(new))
        rewritten = old.text is not None and new.text is not None and old.text != new.text
        if changes or rewritten:
            yield SourceChange(old, new, changes, rewritten)


def _source_fields(source: Source) -> dict[str, str]:
    told = {
        "title": source.title,
        "type": source.type or "",
        "author": ", ".join(source.author),
        "container_title": source.container_title or "",
        "publisher": source.publisher or "",
        "issued": str(source.issued or ""),
        "accessed": str(source.accessed or ""),
        "url": source.url or "",
        "archive_url": source.archive_url or "",
        "extractor": source.extractor or "",
        "origin": source.origin or "",
        "notice": source.notice or "",
        "record": source.place.path,
        "files": ", ".join(pin.path for pin in source.pins),
        "text": source.text_path,
        "no text because": source.no_text_because,
    }
    for number, pin in enumerate(source.pins, 1):
        told[f"hash of file {number}"] = pin.expected or ""
        told[f"bytes of file {number}"] = pin.actual or f"unreadable: {pin.read_error}"
    return told


def _parties(parties: Mapping[str, Party]) -> dict[str, str]:
    return {
        key: one.name + (f", part of {one.parent}" if one.parent else "")
        for key, one in sorted(parties.items())
    }


def _settings(config: Config) -> dict[str, str]:
    told: dict[str, str] = {}
    for field in fields(config):
        value = getattr(config, field.name)
        if field.name == "rules":
            told |= {f"rules.{rule}": level for rule, level in sorted(value.items())}
        else:
            told[field.name] = str(value) if value != () else ""
    return told
