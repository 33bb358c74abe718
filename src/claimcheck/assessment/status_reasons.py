"""Why a claim's status changed: whose word came or went, and what became of its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.assessment.independence import UNKNOWN_KEY
from claimcheck.model import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.assessment.comparison import EvidenceChange
    from claimcheck.assessment.status import Derivation
    from claimcheck.model import Party


class _Camp(NamedTuple):
    """The parties that speak for or against a claim, independent or interested ones."""

    verb: str
    stance: Stance
    keys: Callable[[Derivation], tuple[str, ...]]
    interested: bool = False

    def has(self, item: AssessedEvidence, key: str) -> bool:
        """Whether an item counts here as the word of the party that a key stands for."""
        return (
            item.votes
            and item.voice.key == key
            and item.evidence.stance is self.stance
            and item.interested == self.interested
        )


_CAMPS = (
    _Camp("supports", Stance.SUPPORTS, lambda derivation: derivation.supporting),
    _Camp("contradicts", Stance.CONTRADICTS, lambda derivation: derivation.contradicting),
    _Camp(
        "maintains", Stance.SUPPORTS, lambda derivation: derivation.interested_for, interested=True
    ),
    _Camp(
        "denies",
        Stance.CONTRADICTS,
        lambda derivation: derivation.interested_against,
        interested=True,
    ),
)


def status_reasons(
    claims: tuple[AssessedClaim, AssessedClaim],
    altered: Sequence[EvidenceChange],
    sides: tuple[Assessment, Assessment],
) -> Iterator[str]:
    """Say whose word came or went, and how items changed that are on both sides.

    Args:
        claims: the claim as it was and as it is.
        altered: its evidence items that are on both sides and differ.
        sides: the assessments that the two are from.

    Yields:
        A clause each; none where nobody's word came or went.
    """
    old, new = claims
    old_parties, new_parties = (side.dossier.parties for side in sides)
    for camp in _CAMPS:
        old_keys, new_keys = set(camp.keys(old.derivation)), set(camp.keys(new.derivation))
        for key in sorted(new_keys - old_keys):
            reason = _reason_for_entry(key, camp, altered)
            yield f"{_party_name(key, camp, new, new_parties)} now {camp.verb} it{reason}"
        for key in sorted(old_keys - new_keys):
            reason = _reason_for_exit(key, camp, altered)
            yield f"{_party_name(key, camp, old, old_parties)} no longer {camp.verb} it{reason}"
    if not old.evidence and new.evidence:
        yield "The claim cites evidence now"
    if old.evidence and not new.evidence:
        yield "The claim cites no evidence any more"


def _reason_for_entry(key: str, camp: _Camp, altered: Iterable[EvidenceChange]) -> str:
    """Say what made an item that was there before count for a key; nothing for a new one."""
    for change in altered:
        if camp.has(change.after, key):
            number, reason = change.after.evidence.number, change.before.silent_because
            if reason:
                return f": evidence {number} counts now (before, {reason})"
            return _reason_for_turn(change.before, change.after)
    return ""


def _reason_for_exit(key: str, camp: _Camp, altered: Iterable[EvidenceChange]) -> str:
    """Say what keeps an item that is still there from counting; nothing for one taken out."""
    for change in altered:
        if camp.has(change.before, key):
            number, reason = change.after.evidence.number, change.after.silent_because
            if reason:
                return f": evidence {number} does not count any more ({reason})"
            return _reason_for_turn(change.before, change.after)
    return ""


def _reason_for_turn(before: AssessedEvidence, after: AssessedEvidence) -> str:
    """Say what brought an item that counts on both sides into another camp."""
    if before.evidence.stance is not after.evidence.stance:
        return f": the passage is cited as {after.evidence.stance}, not {before.evidence.stance}"
    if before.voice.key != after.voice.key:
        return ": the passage counts as another party's word"
    if before.interested != after.interested:
        standing = "independent" if before.interested else "interested"
        return f": the party counts as {standing}"
    return ""


def _party_name(
    key: str, camp: _Camp, assessed: AssessedClaim, parties: Mapping[str, Party]
) -> str:
    """Name whoever speaks under a key as readers know them; a key's own spelling is folded."""
    if key == UNKNOWN_KEY:
        name = "A source of unknown origin"
    elif key in parties:
        name = parties[key].name
    else:
        speakers = {item.voice.speaker for item in assessed.evidence if camp.has(item, key)}
        name = " and ".join(sorted(filter(None, speakers))) or key
    return f"{name}, an interested party," if camp.interested else name
