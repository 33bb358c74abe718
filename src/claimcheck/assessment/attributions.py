"""Whose word a source says that a passage is, for evidence and the parties of its claim."""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor import may_be_relayed, relay_of, turn_at
from claimcheck.assessment.independence import interested_keys, outlet_of, topmost
from claimcheck.dossier.names import JOINING_WORDS, bare_name, name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimcheck.anchor import Anchor, LabelledTurn
    from claimcheck.assessment.assessed import AssessedEvidence
    from claimcheck.model import Claim, Evidence, Party, Source

# How far from a passage its speaker is named, in characters.
_AROUND: Final = 600
_SHORT: Final = 3
# Right behind a passage, in characters.
_NEAR: Final = 80
# What a passage begins behind that is the whole of what somebody says; nothing where a text does.
_OPENING: Final = '“„«»"\n'
_SENTENCES: Final = re.compile(r"[.!?]\s|\n")
_WORD: Final = cache(partial(re.compile, r"[^\W_]+(?:['’.-][^\W_]+)*"))
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")


class _PassageInText(NamedTuple):
    """A passage of a text: the text, and where the passage begins and ends, in code points."""

    text: str
    start: int
    end: int


class Relayed(NamedTuple):
    """A passage that is somebody's word without a speaker.

    Attributes:
        how: how the source prints it: `direct speech`, a turn, or the words that relay it.
        party: the party interested in the claim whose word it seems to be; "" for nobody's.
    """

    how: str
    party: str


def names_of(party: str, parties: Mapping[str, Party]) -> tuple[str, ...]:
    """Return the names that texts may have for a party or a plain name, without titles and such."""
    record = parties.get(party)
    written = (record.name, *record.aliases) if record else (party,)
    return tuple(dict.fromkeys(map(bare_name, written)))


class Families:
    """The names of parties by the topmost party that each belongs to.

    Args:
        parties: the parties by id.
    """

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._parties = parties
        self._names: dict[str, dict[str, str]] = {}
        for party in parties:
            names = self._names.setdefault(topmost(party, parties), {})
            names |= dict.fromkeys(names_of(party, parties), party)

    def interested_names(self, claim: Claim) -> dict[str, str]:
        """Return the names of all whose word is not independent, each with the party it is of."""
        names: dict[str, str] = {}
        for party in (*claim.claimants, *claim.interested):
            names |= dict.fromkeys(names_of(party, self._parties), party)
        for key in interested_keys(claim, self._parties):
            names |= self._names.get(key, {})
        return names


def relayed(item: AssessedEvidence, interested: Callable[[], Mapping[str, str]]) -> Relayed | None:
    """Say whether a passage without a speaker is somebody's word, and how its source says so.

    What an interested party has written is its word, whoever prints it.

    Args:
        item: the evidence.
        interested: returns the names of those who are interested in the claim, each with its
            party. Of most passages nobody needs to ask.
    """
    if not item.evidence.quoted:
        return None
    place = _speakerless_passage(item.evidence, item.source, item.anchor)
    if place is None or item.source is None:
        return None
    authors = () if item.interested else item.source.author
    if not authors and not may_be_relayed(*place):
        return None
    names = interested()
    for author in authors:
        if party := names.get(bare_name(author)):
            return Relayed(f"is in '{item.source.id}', whose author is '{author}'", party)
    return _relayed_in_text(place, item.source.id, names, interested=item.interested)


def _relayed_in_text(
    place: _PassageInText, source: str, names: Mapping[str, str], *, interested: bool
) -> Relayed | None:
    """Say how a text prints a passage as somebody's word.

    Args:
        place: the passage.
        source: the id of the source.
        names: the names of those who are interested in the claim, each with its party.
        interested: whether the passage counts as an interested party's word in any case.
    """
    relay = relay_of(*place, tuple(sorted(names)))
    if relay is None:
        return None
    party = _party_named(relay.name, names) if relay.name and not interested else ""
    if relay.direct:
        return Relayed(f"is direct speech in '{source}'", party)
    if relay.label:
        whose = f"a turn of '{relay.label}'" if relay.label[:1].isalnum() else "somebody's turn"
        return Relayed(f"is in {whose} in '{source}'", party)
    words = f" ('{relay.words}')" if relay.words else ""
    relaying = Relayed(f"seems to be relayed speech in '{source}'{words}", party)
    # What an interested party relays is not independent in any case.
    return None if interested else relaying


class NameIndex:
    """Names by the words that they end with, to find those that a text has.

    Args:
        names: the names, each with the party that it is of.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        for name, party in names:
            # A name of signs alone has no word to be looked for by.
            for word in name.split()[-1:]:
                self._by_word.setdefault(word, []).append((name, party))

    def near(self, text: str, start: int, end: int) -> dict[str, str]:
        """Return the names that may stand around a passage, each with the party that it is of.

        Args:
            text: the text.
            start: where the passage begins, in code points.
            end: where it ends, exclusive.
        """
        around = f"{text[max(0, start - _AROUND) : start]} {text[end : end + _AROUND]}"
        return dict(pair for word in _words(around) for pair in self._by_word.get(word, ()))


def names_of_all(parties: Mapping[str, Party]) -> list[tuple[str, str]]:
    """Return the names of all parties, each with the party that it is of."""
    return [(name, party) for party in parties for name in names_of(party, parties)]


def stated_speaker(item: AssessedEvidence, parties: Mapping[str, Party]) -> str:
    """Return who speaks by an item's source: a party's id, or what a transcript's label says.

    Args:
        item: the evidence.
        parties: the parties by id.

    Returns:
        The speaker; "" where the source names nobody whom the dossier knows.
    """
    place = _passage(item.source, item.anchor)
    if place is None:
        return ""
    turn = turn_at(*place)
    if turn is not None and _names_somebody(turn):
        return min(_parties_called(turn.label, parties), default=turn.label)
    names = NameIndex(names_of_all(parties)).near(*place)
    relay = relay_of(*place, tuple(sorted(names)))
    return _party_named(relay.name, names) if relay is not None and relay.name else ""


class OtherSpeaker(NamedTuple):
    """Who a source says that speaks, where the evidence says that somebody else does.

    Attributes:
        name: the name, as the source has it; "" where the speaker only relays what others say.
        how: how the source says so.
    """

    name: str
    how: str


def other_speaker(
    item: AssessedEvidence, parties: Mapping[str, Party], indexes: Iterable[NameIndex]
) -> OtherSpeaker | None:
    """Return who speaks by an item's source, where that is somebody else than the item says.

    In a transcript, that is whoever the label of the turn names, where another label or another
    party is the speaker that the item names. In running text it is another party that the words
    beside the passage name, where the paragraph nowhere names the speaker of the item, or another
    person. Wherever the speaker only relays the passage, it is whoever they name for it.

    Args:
        item: the evidence.
        parties: the parties by id.
        indexes: the names that may be the speaker's.
    """
    speaker = item.evidence.speaker
    place = _passage(item.source, item.anchor)
    if speaker is None or place is None or not item.evidence.quoted:
        return None
    own = (*names_of(speaker, parties), bare_name(speaker.replace("-", " ")))
    turn = turn_at(*place)
    if turn is not None and _names_somebody(turn):
        return _other_label(turn, speaker, own, parties) or _relayed_in_turn(place, turn, own)
    text, start, end = place
    behind = _SENTENCES.split(text[end : end + _NEAR].casefold(), maxsplit=1)[0]
    # Of most passages the speaker is named right behind, and nobody needs to look closer.
    if text[start - 1 : start] in _OPENING and any(name in behind for name in own):
        return None
    names = {name: party for index in indexes for name, party in index.near(*place).items()}
    others = {name for name, party in names.items() if not are_related(speaker, {party}, parties)}
    return _other_party(place, own, others) or _other_person(place, speaker, own, parties)


def _other_party(
    place: _PassageInText, own: tuple[str, ...], others: set[str]
) -> OtherSpeaker | None:
    """Return the party that the words beside a passage name, if it is one of some others.

    Args:
        place: the passage.
        own: the names of the speaker that its item names.
        others: the names of parties that are not that speaker.
    """
    if not others or _is_named(own, others, *place):
        return None
    relay = relay_of(*place, tuple(sorted(others)))
    if relay is None or not relay.name or (relay.words and relay.name not in relay.words):
        return None
    if _POSSESSIVE.search(relay.name):
        return None  # `the council's engineer` may be anybody
    return OtherSpeaker(relay.name, f"the quote is printed beside '{relay.words or relay.name}'")


def _other_person(
    place: _PassageInText, speaker: str, own: tuple[str, ...], parties: Mapping[str, Party]
) -> OtherSpeaker | None:
    """Return the person whose word a passage is by the words beside it, a party or not."""
    from claimcheck.assessment.differing_speakers import differing_speaker  # few need to look

    related = (party for party in parties if are_related(speaker, {party}, parties))
    names = {*own, *(name for party in related for name in names_of(party, parties))}
    differing = differing_speaker(*place, names)
    if differing.name:
        return OtherSpeaker(differing.name, f"the quote is printed beside '{differing.words}'")
    return _relayed(differing.words)


def _relayed_in_turn(
    place: _PassageInText, turn: LabelledTurn, own: tuple[str, ...]
) -> OtherSpeaker | None:
    """Return whose word a passage is that the speaker of a turn only relays."""
    from claimcheck.assessment.differing_speakers import inner_speaker  # few texts have turns

    text, start, end = place
    low = text.rfind(turn.label, 0, start) + len(turn.label)
    return _relayed(inner_speaker(text, (low, len(text)), start, end, own))


def _relayed(words: str) -> OtherSpeaker | None:
    return OtherSpeaker("", f"the quote is only relayed ('{words}')") if words else None


def _other_label(
    turn: LabelledTurn, speaker: str, own: tuple[str, ...], parties: Mapping[str, Party]
) -> OtherSpeaker | None:
    """Return whom a label names, where that is somebody else than a speaker of some names."""
    if _is_one_of(turn.label, own):
        return None
    elsewhere = any(_is_one_of(label, own) for label in turn.others)
    label_parties = _parties_called(turn.label, parties)
    if elsewhere or (label_parties and not are_related(speaker, label_parties, parties)):
        return OtherSpeaker(turn.label, f"the quote is in a turn of '{turn.label}'")
    return None


def _names_somebody(turn: LabelledTurn) -> bool:
    """Whether a label is a name, and no letter, dash or arrow."""
    return len(turn.label) > 1 and turn.label[0].isalpha()


def _is_one_of(label: str, names: Iterable[str]) -> bool:
    """Whether a label is one of somebody's names, or holds it, or is a part of it."""
    words = {*bare_name(label).split()}
    return any(words <= {*name.split()} or words >= {*name.split()} for name in names)


def _is_named(names: Sequence[str], others: Iterable[str], text: str, start: int, end: int) -> bool:
    """Whether one of somebody's names stands in the paragraph around a passage.

    Args:
        names: the names.
        others: those of others: the `Roe` of `Ann Roe` is not `Bob Roe`.
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends.
    """
    low = max(0, start - _AROUND)
    high = text.find("\n\n", end, end + _AROUND + 1)
    around = text[max(low, text.rfind("\n\n", low, start)) : high if high >= 0 else end + _AROUND]
    for other in others:
        if " " in other and not any(other in name for name in names):
            around = re.sub(rf"(?<!\w){re.escape(other)}(?!\w)", " ", around, flags=re.IGNORECASE)
    words = _words(around)
    capitals = _words(" ".join(word for word in _WORD().findall(around) if word[0].isupper()))
    return any(
        word in (words if len(word) > _SHORT else capitals)
        for name in names
        for before, word in pairwise(("", *name.split()))
        # `Lee` and `BBC` are names; the `Elm` of `mayor of Elm` is somebody else's.
        if len(word) > _SHORT or not {before, word} & JOINING_WORDS
    )


def _words(text: str) -> set[str]:
    return {_POSSESSIVE.sub("", word) for word in _WORD().findall(text.casefold())}


def _parties_called(label: str, parties: Mapping[str, Party]) -> set[str]:
    return {
        party
        for party in parties
        if bare_name(label) in {bare_name(party), *names_of(party, parties)}
    }


def are_related(party: str, others: Iterable[str], parties: Mapping[str, Party]) -> bool:
    """Whether a party is one of some others, or belongs to the same one.

    Args:
        party: its id.
        others: theirs.
        parties: all parties, by their ids.
    """
    return topmost(party, parties) in {topmost(other, parties) for other in others}


def _passage(source: Source | None, anchor: Anchor) -> _PassageInText | None:
    """Return the passage that a passing quote stands for; None where there is none."""
    if source is None or anchor.start is None or anchor.end is None or not anchor.fit.passes:
        return None
    text = source.text
    return None if text is None else _PassageInText(text, anchor.start, anchor.end)


def _speakerless_passage(
    evidence: Evidence, source: Source | None, anchor: Anchor
) -> _PassageInText | None:
    """Return the passage of an item that names no speaker; None where it names one."""
    return None if evidence.speaker else _passage(source, anchor)


def _party_named(name: str, names: Mapping[str, str]) -> str:
    """Return the party that one of the words of its names, as a text has it, stands for."""
    word = name_key(name).removesuffix("'s").removesuffix("’s")
    fitting = {party for other, party in names.items() if word in {other, *other.split()[-1:]}}
    inflected = {
        party for other, party in names.items() if word.startswith(tuple(other.split()[-1:]))
    }
    return min(fitting or inflected, default="")


def labelled_speaker(
    evidence: Evidence,
    source: Source | None,
    anchor: Anchor,
    claim: Claim,
    parties: Mapping[str, Party],
) -> str | None:
    """Return who speaks in the labelled turn that a passage stands in, where nobody says who does.

    Args:
        evidence: the item.
        source: its source.
        anchor: where its quote stands.
        claim: the claim, whose other names may be the label's.
        parties: the parties by id.

    Returns:
        A party or a plain name; None where the text has no label that names anybody.
    """
    place = _speakerless_passage(evidence, source, anchor)
    turn = turn_at(*place) if place else None
    if source is None or turn is None or not _names_somebody(turn):
        return None
    label = bare_name(turn.label)
    for party in parties:
        if label == party or label in names_of(party, parties):
            return party
    speakers = (item.speaker for item in claim.evidence if item.speaker)
    for name in (*claim.claimants, *claim.interested, *speakers, outlet_of(source)):
        if label == bare_name(name):
            return name
    return None if turn.alone else " ".join(turn.label.split())
