"""What a person reads: counts, statuses and the reasons for them, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.independence import UNKNOWN_KEY
from claimcheck.assessment.status import Flag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.assessment.status import Counts, Derivation
    from claimcheck.gate.report import Totals
    from claimcheck.model import Party


def count(number: int, singular: str, plural: str = "") -> str:
    """Return `1 item`, `2 items`, `1,200 items`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def basis(assessed: AssessedClaim) -> str:
    """Return `3 items, 2 outlets, 1 origin`, and how many more items do not count, and why."""
    said = counts(assessed.derivation.counts)
    if assessed.failing:
        said += f"; {count(assessed.failing, 'quote')} not standing"
    if assessed.unjudged:
        said += f"; {count(assessed.unjudged, 'item')} not judged"
    if assessed.unread:
        said += f"; {count(assessed.unread, 'item')} not readable"
    return said


def counts(figures: Counts) -> str:
    """Return `3 items, 2 outlets, 1 origin`."""
    return ", ".join(
        (
            count(figures.items, "item"),
            count(figures.outlets, "outlet"),
            count(figures.origins, "origin"),
        )
    )


def named(party: str, parties: Mapping[str, Party]) -> str:
    """Return a party's name, or the plain name that was written."""
    return parties[party].name if party in parties else party


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:  # noqa: PLR2004 - one name needs no conjunction
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def reason(assessed: AssessedClaim, parties: Mapping[str, Party]) -> str:
    """Say in a sentence or two why a claim has its status."""
    derivation = assessed.derivation
    sides = {
        "supporting": derivation.supporting,
        "contradicting": derivation.contradicting,
        "interested_for": derivation.interested_for,
        "interested_against": derivation.interested_against,
    }
    words = {
        side: _listed([_voices(key, assessed, parties) for key in keys])
        for side, keys in sides.items()
    }
    told = _REASONS[derivation.row].format(**words) + _interested_besides(derivation, words)
    return told + _left_aside(assessed)


def _left_aside(assessed: AssessedClaim) -> str:
    if not assessed.unread:
        return ""
    verb = "does" if assessed.unread == 1 else "do"
    return f" {count(assessed.unread, 'evidence item')} could not be read and {verb} not count."


def _voices(key: str, assessed: AssessedClaim, parties: Mapping[str, Party]) -> str:
    """Name who speaks under one key: `TikTok (part of ByteDance)`."""
    if key == UNKNOWN_KEY:
        return "a source of unknown origin"
    said = {
        item.voice.speaker for item in assessed.evidence if item.votes and item.voice.key == key
    }
    below = sorted(named(speaker, parties) for speaker in said if speaker and speaker != key)
    top = named(key, parties)
    return f"{_listed(below)} (part of {top})" if below and key not in said else top


_REASONS = {
    0: "The claim cites no evidence.",
    1: "Independent parties disagree: for it {supporting}; against it {contradicting}.",
    2: "Independent parties bear it out, and none contradicts: {supporting}.",
    3: "Independent parties contradict it, and none bears it out: {contradicting}.",
    4: "Word against word, both interested: for it {interested_for}; against {interested_against}.",
    5: "Only the claimant or an interested party says so: {interested_for}. "
    "Nobody independent speaks for it or against it.",
    6: "Only the claimant or an interested party denies it: {interested_against}. "
    "Nobody independent speaks for it or against it.",
    7: "No evidence that counts speaks for the claim or against it.",
}


def _interested_besides(derivation: Derivation, words: Mapping[str, str]) -> str:
    if derivation.row not in {1, 2, 3}:
        return ""
    maintain, deny = words["interested_for"], words["interested_against"]
    if maintain and maintain == deny:
        return f" Not counted, being interested: {maintain}, on both sides."
    said = [f"{maintain}, for it"] if maintain else []
    said += [f"{deny}, against it"] if deny else []
    return f" Not counted, being interested: {'; '.join(said)}." if said else ""


FLAGS = {
    Flag.DENIED_BY_INTERESTED: "an interested party denies it",
    Flag.MAINTAINED_BY_INTERESTED: "an interested party maintains it",
    Flag.WORD_AGAINST_WORD: "interested parties contradict each other",
    Flag.CIRCULAR: "several items on one side are one party's word, and count once",
    Flag.STALE: "its evidence may be out of date",
    Flag.VERDICT_DIFFERS: "the signed verdict is another",
    Flag.RETRACTED_SOURCE: "it cites a document that was taken back",
}


def closing(totals: Totals) -> str:
    """Return the closing line of a check: what was read, what was found, what was not checked."""
    read = ", ".join(
        (
            count(totals.claims, "claim"),
            count(totals.evidence, "evidence item"),
            count(totals.sources, "source"),
        )
    )
    severities = (
        (totals.errors, "error"),
        (totals.warnings, "warning"),
        (totals.notes, "note"),
    )
    found = ", ".join(count(number, word) for number, word in severities if number)
    aside = "".join(
        f", {number} {word}"
        for number, word in ((totals.allowed, "allowed"), (totals.inherited, "there before"))
        if number
    )
    if totals.failed_rules:
        aside += f", {count(totals.failed_rules, 'rule')} failed"
    unread = f", {count(totals.unread, 'unread file')}" if totals.unread else ""
    unjudged = f", {totals.unjudged} not judged" if totals.unjudged else ""
    return (
        f"{read}{unread}: {found or 'no findings'}{aside}; {totals.unchecked} unchecked{unjudged}"
    )
