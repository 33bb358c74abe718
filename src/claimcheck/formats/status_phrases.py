"""What a person reads about a claim's status: why it has it, and what its flags mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.assessment.independence import UNKNOWN_KEY
from claimcheck.assessment.status import Flag
from claimcheck.formats.phrases import conjunction, named_speaker, party_name
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.assessment.status import Derivation
    from claimcheck.model import Party

FLAGS: Final = {
    Flag.DENIED_BY_INTERESTED: "an interested party denies it",
    Flag.MAINTAINED_BY_INTERESTED: "an interested party maintains it",
    Flag.WORD_AGAINST_WORD: "interested parties contradict each other",
    Flag.OWN_ACT: "it rests on what an interested party has itself done",
    Flag.ADMISSION: "it rests on what an interested party admits",
    Flag.UNKNOWN_ORIGIN: "documents of unknown origin do not count where somebody is interested",
    Flag.CIRCULAR: "several items on one side are one party's word or one document, and count once",
    Flag.STALE: "its evidence may be out of date",
    Flag.RETROSPECTIVE: "its evidence is from long after the day for which it is claimed",
    Flag.VERDICT_DIFFERS: "the signed verdict is another",
    Flag.RETRACTED_SOURCE: "it cites a document that was taken back",
}
# By the row of the status table.
_REASONS: Final = {
    0: "The claim cites no evidence.",
    1: "Independent parties disagree: for it {counting_for}; against it {counting_against}.",
    2: "Independent parties bear it out: {supporting}. None contradicts it.",
    3: "Independent parties contradict it: {contradicting}. None bears it out.",
    4: "It is the own act of an interested party: {acts_for}. Nobody independent contradicts it.",
    5: "An interested party's own act is against it: {acts_against}. Nobody independent bears it "
    "out.",
    6: "An interested party admits it: {admissions_for}. Nobody independent contradicts it.",
    7: "An interested party admits that it is not so: {admissions_against}. Nobody independent "
    "bears it out.",
    8: "Word against word, both interested: for it {interested_for}; against {interested_against}.",
    9: "Only those who have an interest in it say so: {interested_for}. "
    "Nobody independent speaks for it or against it.",
    10: "Only those who have an interest in it deny it: {interested_against}. "
    "Nobody independent speaks for it or against it.",
    11: "Only documents of unknown origin say so, and somebody has an interest in the claim.",
    12: "Only documents of unknown origin deny it, and somebody has an interest in the claim.",
    13: "No evidence that counts speaks for the claim or against it.",
}
_WORD_AGAINST_WORD: Final = 8
_SELF_CONTRADICTION: Final = (
    "{interested_for} has an interest in it, and speaks both for it and against it; nobody "
    "independent speaks either way."
)
_ROWS_OF_COUNTING_PARTIES: Final = range(1, 8)


def reason(assessed: AssessedClaim, parties: Mapping[str, Party]) -> str:
    """Say in a sentence or two why a claim has its status."""
    derivation = assessed.derivation
    maintain, deny = _interested_parties(derivation)
    sides = {
        "supporting": derivation.supporting,
        "contradicting": derivation.contradicting,
        "counting_for": (
            *derivation.supporting, *derivation.acts_for, *derivation.admissions_for
        ),
        "counting_against": (
            *derivation.contradicting, *derivation.acts_against, *derivation.admissions_against
        ),
        "acts_for": derivation.acts_for,
        "acts_against": derivation.acts_against,
        "admissions_for": derivation.admissions_for,
        "admissions_against": derivation.admissions_against,
        "interested_for": derivation.interested_for,
        "interested_against": derivation.interested_against,
        "maintain": maintain,
        "deny": deny,
    }  # fmt: skip
    names = {
        side: conjunction([_voices(key, assessed, parties) for key in keys])
        for side, keys in sides.items()
    }
    sentence = _REASONS[derivation.row].format(**names)
    if (
        derivation.row == _WORD_AGAINST_WORD
        and sides["interested_for"] == sides["interested_against"]
    ):
        sentence = _SELF_CONTRADICTION.format(**names)
    return sentence + _not_counted(derivation, names) + _unread_items(assessed)


def _unread_items(assessed: AssessedClaim) -> str:
    if not assessed.unread:
        return ""
    verb = "does" if assessed.unread == 1 else "do"
    return f" {count(assessed.unread, 'evidence item')} could not be read and {verb} not count."


def _voices(key: str, assessed: AssessedClaim, parties: Mapping[str, Party]) -> str:
    """Name who speaks under one key: `TikTok (part of ByteDance)`."""
    if key == UNKNOWN_KEY:
        return "a source of unknown origin"
    speakers = {
        item.voice.speaker for item in assessed.evidence if item.votes and item.voice.key == key
    }
    members = sorted(
        party_name(speaker, parties) for speaker in speakers if speaker and speaker != key
    )
    voices = [item.voice for item in assessed.evidence if item.voice.key == key]
    if voices and not any(named_speaker(voice, parties) for voice in voices):
        return f"the document '{key}'"
    whole = party_name(key, parties)
    return f"{conjunction(members)} (part of {whole})" if members and key not in speakers else whole


def _interested_parties(derivation: Derivation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the interested parties, for it and against it, whose word alone is not counted."""
    own_for = {*derivation.acts_for, *derivation.admissions_for}
    own_against = {*derivation.acts_against, *derivation.admissions_against}
    return (
        tuple(key for key in derivation.interested_for if key not in own_for),
        tuple(key for key in derivation.interested_against if key not in own_against),
    )


def _not_counted(derivation: Derivation, names: Mapping[str, str]) -> str:
    if derivation.row not in _ROWS_OF_COUNTING_PARTIES:
        return ""
    maintain, deny = names["maintain"], names["deny"]
    if maintain and maintain == deny:
        return f" Not counted, being interested: {maintain}, on both sides."
    sides = [f"{maintain}, for it"] if maintain else []
    sides += [f"{deny}, against it"] if deny else []
    return f" Not counted, being interested: {'; '.join(sides)}." if sides else ""
