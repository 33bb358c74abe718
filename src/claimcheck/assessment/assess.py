"""Puts each claim beside what its sources say: anchors every quote, derives every status."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Protocol

from claimcheck.anchor import (
    Anchor,
    Effort,
    Fit,
    locate_all,
    passes,
    too_short,
    where_to_look,
    with_cut,
)
from claimcheck.anchor.speakers import may_have_turns
from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
from claimcheck.assessment.attributions import labelled_speaker
from claimcheck.assessment.captures import newest_capture
from claimcheck.assessment.corpus import Corpus
from claimcheck.assessment.independence import Voice, standings, voice_of
from claimcheck.assessment.pins import faults, is_withdrawn
from claimcheck.assessment.reliance import Reliance, reliances
from claimcheck.assessment.reviews import reviewers
from claimcheck.assessment.status import Terms, Vote, derive
from claimcheck.assessment.value_readings import ValueFit, ValueReading
from claimcheck.model import Stance

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from claimcheck.anchor import Text
    from claimcheck.assessment.article import AssessedArticle
    from claimcheck.model import Claim, Dossier, Evidence

_VALUE_FAULTS = {
    ValueFit.DIFFERS: "is not what the table says",
    ValueFit.NOT_FOUND: "is not in the table",
    ValueFit.AMBIGUOUS: "may be one of several cells",
    ValueFit.UNCHECKED: "could not be looked up",
}
# In how many other sources a quote is tried: where the letters are the same, and the marks between
# them may not be.
_MOST_TRIED_FOR_ONE = 20


class Census(NamedTuple):
    """What the claims of a dossier come to: their numbers, and what they name together.

    `evidence` counts the items in the files, `unchecked` those of them that could not be looked for
    or read, `unjudged` those whose stance nobody has set, `unread` the files that say nothing that
    could be read. `omissions` counts what quotes leave out without a warning, `signed_omissions`
    what of it somebody has signed. `cited` holds the sources that claims cite, `reliances` the
    claims that rest on others or on which others rest.
    """

    claims: int = 0
    evidence: int = 0
    unchecked: int = 0
    unjudged: int = 0
    unread: int = 0
    omissions: int = 0
    signed_omissions: int = 0
    cited: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    reliances: tuple[Reliance, ...] = ()


class Counted(Protocol):
    """What a census needs to know of a claim; see `AssessedClaim`."""

    @property
    def items(self) -> int | None:
        """How many evidence items its file holds."""

    @property
    def unchecked(self) -> int:
        """How many of them could not be looked for or read."""

    @property
    def unjudged(self) -> int:
        """How many of them nobody has judged."""

    @property
    def omissions(self) -> int:
        """How many omissions its quotes mark that pass without a warning."""

    @property
    def signed_omissions(self) -> int:
        """How many of them somebody has signed."""

    @property
    def cited(self) -> Collection[str]:
        """The ids of the sources that it cites."""

    @property
    def tags(self) -> Collection[str]:
        """Its tags."""


def take_census(claims: Collection[Counted], unread: int, resting: Iterable[Reliance]) -> Census:
    """Count the claims of a dossier.

    Args:
        claims: those that could be read.
        unread: how many files say nothing that could be read.
        resting: the status of each claim, and what it rests on.
    """
    return Census(
        claims=len(claims),
        evidence=sum(claim.items or 0 for claim in claims),
        unchecked=sum(claim.unchecked for claim in claims),
        unjudged=sum(claim.unjudged for claim in claims),
        unread=unread,
        omissions=sum(claim.omissions for claim in claims),
        signed_omissions=sum(claim.signed_omissions for claim in claims),
        cited=frozenset(chain.from_iterable(claim.cited for claim in claims)),
        tags=frozenset(chain.from_iterable(claim.tags for claim in claims)),
        reliances=reliances(resting),
    )


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every claim of a dossier, assessed as of `today`.

    `census` counts every claim, whether or not all of them are at hand in `claims`: a check that
    knows what it found in a claim last time does not assess it again. `articles` are those
    that are held against the dossier.
    """

    dossier: Dossier
    claims: tuple[AssessedClaim, ...]
    today: date
    census: Census
    corpus: Corpus
    articles: tuple[AssessedArticle, ...] = ()
    evidence: tuple[tuple[AssessedClaim, AssessedEvidence], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Put every evidence item beside its claim, which most rules go through."""
        pairs = ((assessed, item) for assessed in self.claims for item in assessed.evidence)
        object.__setattr__(self, "evidence", tuple(pairs))


def assess(
    dossier: Dossier, today: date, corpus: Corpus | None = None, effort: Effort | None = None
) -> Assessment:
    """Anchor every quote of a dossier and derive every claim's status, as of a day.

    The day is an argument so that the same files give the same answer.

    Args:
        dossier: what people wrote.
        today: the day.
        corpus: the sources' texts, where they were looked into before.
        effort: what may be spent on quotes that do not stand where they should; what is spent is
            taken from it.
    """
    corpus = corpus or Corpus(dossier.sources)
    claims = assess_claims(dossier, today, corpus, effort or Effort())
    census = take_census(claims, len(dossier.unread), map(_reliance, claims))
    return Assessment(dossier, claims, today, census, corpus)


def assess_claims(
    dossier: Dossier, today: date, corpus: Corpus, effort: Effort
) -> tuple[AssessedClaim, ...]:
    """Assess claims without counting what they come to together; see `assess`.

    Args:
        dossier: what people wrote.
        today: the day.
        corpus: the sources' texts.
        effort: what may be spent on quotes that do not stand where they should; what is spent is
            taken from it.
    """
    readings = _value_readings(dossier, effort)
    anchored = _Anchoring(dossier, corpus, effort).anchors()
    anchored |= {
        (claim.id, item.number): (readings[claim.id, item.number].anchor, "")
        for claim in dossier.claims
        for item in claim.evidence
        if not item.quoted
    }
    cited = _CitedSources(dossier)
    return tuple(_assess_claim(claim, cited, anchored, readings, today) for claim in dossier.claims)


class _Anchoring:
    """Anchors all quotes, text by text, so that each is prepared, and each quote looked up, once.

    Many records may have one text. Looking for near passages is bounded for all quotes together.
    """

    def __init__(self, dossier: Dossier, corpus: Corpus, effort: Effort) -> None:
        self._dossier = dossier
        self._corpus = corpus
        self._effort = effort

    def anchors(self) -> dict[tuple[str, int], tuple[Anchor, str]]:
        """Return each item's anchor and, for a misattributed quote, where it really stands."""
        by_source: dict[str, list[tuple[str, Evidence]]] = {}
        for claim in self._dossier.claims:
            for item in claim.evidence:
                if item.quoted:
                    by_source.setdefault(item.source, []).append((claim.id, item))
        anchors_by_item: dict[tuple[str, int], tuple[Evidence, Anchor]] = {}
        by_text: dict[Text, list[tuple[str, Evidence]]] = {}
        for source_id, cited in by_source.items():
            reason = self._why_unchecked(source_id)
            if reason is not None:
                unchecked = Anchor(Fit.UNCHECKED, reason=reason)
                anchors_by_item |= {(id_, item.number): (item, unchecked) for id_, item in cited}
            else:
                by_text.setdefault(self._corpus.text(source_id), []).extend(cited)
        for text, cited in by_text.items():
            anchors = locate_all([item.quote for _claim, item in cited], text, self._effort)
            for (claim_id, item), anchor in zip(cited, anchors, strict=True):
                anchors_by_item[claim_id, item.number] = item, anchor
        lost = {
            key: item
            for key, (item, anchor) in anchors_by_item.items()
            if not (anchor.fit.passes or anchor.fit is Fit.UNCHECKED or too_short(item.quote))
        }
        elsewhere = self._elsewhere(lost)
        return {
            key: elsewhere.get(key, (anchor, "")) for key, (_, anchor) in anchors_by_item.items()
        }

    def _why_unchecked(self, source_id: str) -> str | None:
        """Say why no quote can be looked up in a source; None where it has a text."""
        source = self._dossier.sources.get(source_id)
        if source is None:
            return "no record describes the source"
        return source.no_text_because if source.text is None else None

    def _elsewhere(
        self, lost: Mapping[tuple[str, int], Evidence]
    ) -> dict[tuple[str, int], tuple[Anchor, str]]:
        """Find the quotes that pass in another source than their own."""
        if not lost:
            return {}
        texts = {
            source.id: self._corpus.text(source.id)
            for source in self._dossier.sources.values()
            if source.text is not None
        }
        places = where_to_look((item.quote for item in lost.values()), texts)
        elsewhere: dict[tuple[str, int], tuple[Anchor, str]] = {}
        effort = self._effort
        for key, item in lost.items():
            own = texts.get(item.source)
            # Where the words are the same it does not pass either.
            others = [source_id for source_id in places[item.quote] if texts[source_id] is not own]
            for other in others[: min(effort.tries, _MOST_TRIED_FOR_ONE)]:
                effort.tries -= 1
                hit = passes(item.quote, texts[other], effort)
                if hit is not None:
                    elsewhere[key] = replace(hit, fit=Fit.MISATTRIBUTED), other
                    break
        return elsewhere


def _value_readings(dossier: Dossier, effort: Effort) -> dict[tuple[str, int], ValueReading]:
    """Return what the cells say that items name, by claim and number, table by table."""
    wanted = [
        ((claim.id, item.number), item.value, item.source)
        for claim in dossier.claims
        for item in claim.evidence
        if item.value is not None
    ]
    if not wanted:
        return {}
    from claimcheck.assessment.values import read_each  # few dossiers cite tables

    return read_each(wanted, dossier.sources, effort)


class _CitedSources:
    """What the claims of a dossier ask again and again about the sources that they cite."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._voices: dict[tuple[str, str | None, str | None], Voice] = {}
        self._faults: dict[str, str] = {}
        self._withdrawn: dict[str, bool] = {}
        self._with_turns: dict[str, bool] = {}

    def voice(self, item: Evidence) -> Voice:
        """Say whose word an item is, as `voice_of` does."""
        key = item.source, item.speaker, item.origin
        if key not in self._voices:
            self._voices[key] = voice_of(item, self.dossier.sources, self.dossier.parties)
        return self._voices[key]

    def fault(self, source_id: str) -> str:
        """Return why nothing from a source counts; "" where it does, or nobody describes it."""
        if source_id not in self._faults:
            source = self.dossier.sources.get(source_id)
            comparison = self.dossier.comparisons.get(source_id)
            differs = comparison is not None and bool(comparison.problem)
            newest = newest_capture(source_id, self.dossier) if source else None
            reasons = faults(source, newest) if source else iter(())
            reason = "its text is not what its document says" if differs else ""
            self._faults[source_id] = next(reasons, reason)
        return self._faults[source_id]

    def may_name_speakers(self, source_id: str) -> bool:
        """Whether the text of a source may have turns that name their speakers."""
        if source_id not in self._with_turns:
            source = self.dossier.sources.get(source_id)
            text = source.text if source else None
            self._with_turns[source_id] = text is not None and may_have_turns(text)
        return self._with_turns[source_id]

    def is_withdrawn(self, source_id: str) -> bool:
        """Whether a source, or the newest capture of its page, was taken back."""
        if source_id not in self._withdrawn:
            source = self.dossier.sources.get(source_id)
            newest = newest_capture(source_id, self.dossier)
            self._withdrawn[source_id] = is_withdrawn(source) or is_withdrawn(newest)
        return self._withdrawn[source_id]


def _assess_claim(
    claim: Claim,
    sources: _CitedSources,
    anchored: Mapping[tuple[str, int], tuple[Anchor, str]],
    readings: Mapping[tuple[str, int], ValueReading],
    today: date,
) -> AssessedClaim:
    dossier = sources.dossier
    anchors = [anchored[claim.id, item.number] for item in claim.evidence]
    values = [readings.get((claim.id, item.number)) for item in claim.evidence]
    voices, silences = [], []
    for item, (anchor, _found_in), value in zip(claim.evidence, anchors, values, strict=True):
        speaking = item
        if sources.may_name_speakers(item.source):
            speaking = _with_labelled_speaker(item, claim, dossier, anchor)
        voices.append(sources.voice(speaking))
        silences.append(_silent_because(item, anchor, value) or sources.fault(item.source))
    heard = [not reason for reason in silences]
    items = [
        AssessedEvidence(
            evidence=item,
            source=dossier.sources.get(item.source),
            anchor=_with_cut(item, anchor, dossier),
            voice=voice,
            standing=standing,
            silent_because=silence,
            found_in=found_in,
            value=value,
        )
        for item, (anchor, found_in), value, voice, standing, silence in zip(
            claim.evidence,
            anchors,
            values,
            voices,
            standings(claim, voices, heard, dossier.parties),
            silences,
            strict=True,
        )
    ]
    terms = Terms(
        today=today,
        min_origins=dossier.config.min_origins,
        stale_after=dossier.config.stale_after,
        kind=claim.kind,
        as_of=claim.as_of,
        review_by=claim.review_by,
        verdict=claim.verdict.status if claim.verdict else None,
        retracted_source=any(sources.is_withdrawn(item.source) for item in claim.evidence),
    )
    derivation = derive(tuple(_votes(items)), terms, sourced=bool(claim.evidence))
    assessed = AssessedClaim(claim, tuple(items), derivation)
    if assessed.omissions and reviewers(assessed, dossier):
        return assessed._replace(signed_omissions=assessed.omissions)
    return assessed


def _with_labelled_speaker(
    item: Evidence, claim: Claim, dossier: Dossier, anchor: Anchor
) -> Evidence:
    """Return an item whose speaker is the one whom a transcript names, where it names none."""
    if not item.quoted:
        return item
    source = dossier.sources.get(item.source)
    speaker = labelled_speaker(item, source, anchor, claim, dossier.parties)
    return item if speaker is None else item._replace(speaker=speaker)


def _with_cut(item: Evidence, anchor: Anchor, dossier: Dossier) -> Anchor:
    """Return an anchor that says what its quote was cut from, where there is a text."""
    source = dossier.sources.get(item.source)
    text = source.text if source and item.quoted else None
    return anchor if text is None else with_cut(anchor, text)


def _silent_because(item: Evidence, anchor: Anchor, reading: ValueReading | None) -> str:
    """Return why an item does not count, whatever its source is; "" where it does."""
    reason = ""
    if item.stance is Stance.CONTEXT:
        reason = "context takes no side"
    elif item.stance is Stance.UNSET:
        reason = "nobody has judged it"
    elif anchor.fit is Fit.UNCHECKED:
        reason = f"unchecked: {anchor.reason}"
    elif item.quoted and not anchor.fit.passes:
        reason = f"its quote is {anchor.fit}"
    elif item.quoted and too_short(item.quote):
        reason = "its quote is too short to be evidence"
    elif reading is not None and not reading.stands:
        reason = f"its value {_VALUE_FAULTS[reading.fit]}"
    return reason


def _reliance(assessed: AssessedClaim) -> Reliance:
    claim = assessed.claim
    return Reliance(
        claim.id, assessed.derivation.status, claim.rests_on, claim.rests_on_place or claim.place
    )


def _votes(items: Iterable[AssessedEvidence]) -> Iterator[Vote]:
    for item in items:
        if item.votes:
            issued = item.source.issued if item.source else None
            yield Vote(
                stance=item.evidence.stance,
                key=item.voice.key,
                standing=item.standing,
                outlet=item.voice.outlet,
                root=item.voice.root,
                earliest=issued.earliest if issued else None,
                latest=issued.latest if issued else None,
            )
