"""What a reviewer signs of a claim, and whether the claim is still what was signed."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.assessment.independence import party_chain
from claimcheck.dossier.names import name_key
from claimcheck.dossier.review_file import fingerprint
from claimcheck.model import ClaimSnapshot, PassageSnapshot, SignatureState
from claimcheck.text.ignorable import without_marks
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.model import Dossier, KeySignature, Party, Review, Source, Verdict

# Characters around a passage, within its paragraph, that a signature covers: what is cut off there
# may turn it. No sentence is looked for, so that a signature does not depend on how one is found.
_AROUND: Final = 160
_PARAGRAPH_END: Final = re.compile(r"\n[ \t\r]*\n")
_CLAIM_LABELS: Final = {
    "claim": "the claim's words",
    "status": "the claim's status",
    "claimants": "the claimant",
    "claimed_on": "the day on which it was claimed",
    "interested": "the interested parties",
    "kind": "the claim's kind",
    "as_of": "the day for which it is claimed",
    "review_by": "the day by which it is to be reviewed",
    "rests_on": "the claims that it rests on",
    "verdict": "the verdict",
}
_PASSAGE_LABELS: Final = {
    "stance": "the stance of {}",
    "quote": "the words quoted from {}",
    "prefix": "the prefix of {}",
    "suffix": "the suffix of {}",
    "passage": "{}",
    "before": "what comes before {}",
    "after": "what comes after {}",
    "speaker": "the speaker of {}",
    "by": "what makes the word of {} count",
    "voice": "whose word {} is",
    "standing": "whether the word of {} is independent",
    "outlet": "who printed {}",
    "chain": "the origin of {}",
    "document": "the record of the document of {}",
    "page": "the page of {}",
    "rationale": "the rationale of {}",
    "translation": "the translation of {}",
    "value": "the value of {}",
}
# Other words stand elsewhere, and another speaker's word is another's: each is told once.
_CONSEQUENCES: Final = {"quote": {"passage", "before", "after"}, "speaker": {"voice"}}
_ALL_PARTS: Final = tuple(field.name for field in fields(PassageSnapshot))
_WRITTEN_PARTS: Final = ("source", "stance", "quote", "prefix", "suffix", "speaker")


def snapshot(assessed: AssessedClaim, dossier: Dossier) -> ClaimSnapshot:
    """Return a claim as a reviewer sees it now.

    Args:
        assessed: the claim.
        dossier: whose parties and sources it names.
    """
    claim, parties = assessed.claim, dossier.parties
    return ClaimSnapshot(
        claim=claim.text,
        passages=tuple(_passage(item, dossier) for item in assessed.evidence),
        status=str(assessed.derivation.status),
        claimants=", ".join(_with_parents(name, parties) for name in claim.claimants),
        claimed_on=str(claim.claimed_on or ""),
        interested=", ".join(_with_parents(name, parties) for name in claim.interested),
        kind=str(claim.kind),
        as_of=str(claim.as_of or ""),
        review_by=str(claim.review_by or ""),
        rests_on=", ".join(claim.rests_on),
        verdict=_verdict(claim.verdict),
    )


def _passage(item: AssessedEvidence, dossier: Dossier) -> PassageSnapshot:
    evidence, voice, source = item.evidence, item.voice, item.source
    before, passage, after = _printed(item)
    translation = evidence.translation
    return PassageSnapshot(
        source=evidence.source,
        stance=str(evidence.stance),
        quote=evidence.quote.exact,
        passage=passage,
        prefix=evidence.quote.prefix,
        suffix=evidence.quote.suffix,
        before=before,
        after=after,
        speaker=evidence.speaker or "",
        by=str(evidence.basis or ""),
        voice=_with_parents(voice.speaker or voice.key, dossier.parties),
        standing=str(item.standing),
        outlet=_name(voice.outlet, dossier.parties),
        chain=" < ".join((*voice.chain, *([voice.root] if voice.root != voice.chain[-1] else []))),
        document=_document(source) if source else "",
        page=evidence.page or "",
        rationale=evidence.rationale or "",
        translation=f"{translation.text} ({translation.by})" if translation else "",
        value=one_line(str(evidence.value or "")),
    )


def _printed(item: AssessedEvidence) -> tuple[str, str, str]:
    """Return what the source prints before a quote, in its place and behind it; "" for nowhere."""
    anchor, source = item.anchor, item.source
    text = source.text if source else None
    start, end = anchor.start, anchor.end
    if text is None or start is None or end is None or not anchor.fit.passes:
        return "", "", ""
    if not item.evidence.quoted and item.value:
        return "", one_line(item.value.says), ""  # its row may move
    before = _PARAGRAPH_END.split(text[max(0, start - _AROUND) : start])[-1]
    after = _PARAGRAPH_END.split(text[end : end + _AROUND])[0]
    passage = one_line(without_marks(text[start:end]))
    return one_line(without_marks(before)).strip(), passage, one_line(without_marks(after)).strip()


def _document(source: Source) -> str:
    parts = (source.title, str(source.issued or ""), str(source.notice or ""))
    return ", ".join(part for part in parts if part)


def _verdict(verdict: Verdict | None) -> str:
    if verdict is None:
        return ""
    rating = f" ({verdict.rating})" if verdict.rating else ""
    rationale = f": {verdict.rationale}" if verdict.rationale else ""
    return f"{verdict.status}{rating}, by {verdict.by} on {verdict.on}{rationale}"


def _name(party: str, parties: Mapping[str, Party]) -> str:
    """Return a party's name with its id, or the plain name that was written."""
    return f"{parties[party].name} ({party})" if party in parties else party


def _with_parents(party: str, parties: Mapping[str, Party]) -> str:
    """Return a party and all that it belongs to, up to the topmost one, in words."""
    return " < ".join(_name(member, parties) for member in party_chain(party, parties))


class AssessedReview(NamedTuple):
    """One person's review of a claim, and whether the claim is still what was signed.

    Attributes:
        by: who signed.
        on: the day on which they did.
        changes: names for what differs from what was signed; empty where nothing does.
        key: the signature of their key, and what verifying it came to; None without one.
        unseen: the ids of cited sources whose documents are not here, and were not compared.
    """

    by: str
    on: date
    changes: tuple[str, ...]
    key: KeySignature | None = None
    unseen: tuple[str, ...] = ()

    @property
    def is_current(self) -> bool:
        """Whether the claim is what was signed, as far as its documents are here."""
        return not self.changes

    @property
    def is_proven(self) -> bool:
        """Whether a key that may sign for this person has signed it, and verifies."""
        return self.key is not None and self.key.state is SignatureState.VALID


def assess_reviews(assessed: AssessedClaim, dossier: Dossier) -> tuple[AssessedReview, ...]:
    """Compare each review of a claim with the claim as it is now, in the order of reviewers."""
    reviews = [
        AssessedReview(
            review.by,
            review.on,
            tuple(change.part for change in changes_since(review, assessed, dossier)),
            review.signature,
            unseen_sources(assessed),
        )
        for review in dossier.reviews.get(assessed.claim.id, ())
    ]
    return tuple(sorted(reviews, key=lambda review: name_key(review.by)))


def is_current(review: Review, assessed: AssessedClaim, dossier: Dossier) -> bool:
    """Whether a claim is what a review has signed.

    Args:
        review: the review.
        assessed: the claim as it is now.
        dossier: what the claim cites, and its parties.
    """
    return review.fingerprint == fingerprint(_visible(review, assessed, dossier))


def _visible(review: Review, assessed: AssessedClaim, dossier: Dossier) -> ClaimSnapshot:
    """Return a claim as its reviewer would see it now, where what is not here is as it was signed.

    A document that may not be shipped (`shipped: no`) is away, and not changed: what only its text
    would tell, and the status that rests on it, are taken from what was signed.

    Args:
        review: what was signed.
        assessed: the claim as it is now.
        dossier: what the claim cites, and its parties.
    """
    present = snapshot(assessed, dossier)
    if not unseen_sources(assessed):
        return present
    signed = list(review.snapshot.passages)
    passages = []
    for item, passage in zip(assessed.evidence, present.passages, strict=True):
        old = next((earlier for earlier in signed if _same(earlier, passage, _WRITTEN_PARTS)), None)
        if old is not None:
            signed.remove(old)
        if old is None or not _is_unseen(item) or item.anchor.fit.passes:
            passages.append(passage)
            continue
        # Whose turn of a transcript it is, only the text tells; a speaker who is named, the claim.
        voice = ("voice", "standing") if item.evidence.speaker is None else ()
        parts = {name: getattr(old, name) for name in ("passage", "before", "after", *voice)}
        passages.append(replace(passage, **parts))
    return replace(present, passages=tuple(passages), status=review.snapshot.status)


def unseen_sources(assessed: AssessedClaim) -> tuple[str, ...]:
    """Return the sources that a claim cites and whose documents are not here, as they may."""
    names = (item.evidence.source for item in assessed.evidence if _is_unseen(item))
    return tuple(dict.fromkeys(names))


def _is_unseen(item: AssessedEvidence) -> bool:
    return item.source is not None and item.source.absent


class ReviewChange(NamedTuple):
    """One part of a claim that is no longer as it was signed.

    Attributes:
        part: which part, in words: `the stance of the passage from gazette`.
        signed: its text as it was signed; "" where the part is new.
        present: its text now; "" where the part is gone.
    """

    part: str
    signed: str
    present: str


def changes_since(
    review: Review, assessed: AssessedClaim, dossier: Dossier
) -> Iterator[ReviewChange]:
    """Yield what of a claim differs from what was signed; nothing where the review is current.

    Args:
        review: the review.
        assessed: the claim as it is now.
        dossier: whose parties and sources it names.
    """
    signed, present = review.snapshot, _visible(review, assessed, dossier)
    if review.fingerprint == fingerprint(present):
        return
    for name, label in _CLAIM_LABELS.items():
        old, new = getattr(signed, name), getattr(present, name)
        if old != new:
            yield ReviewChange(label, old, new)
    pairs, lost, gained = _paired(signed.passages, present.passages)
    for old_passage, new_passage in pairs:
        passage = f"the passage from {new_passage.source}"
        for name in _changed_parts(old_passage, new_passage):
            old, new = getattr(old_passage, name), getattr(new_passage, name)
            yield ReviewChange(_PASSAGE_LABELS[name].format(passage), old, new)
    for old_passage in lost:
        label = f"the passage from {old_passage.source}, which is not cited any more"
        yield ReviewChange(label, old_passage.quote, "")
    for new_passage in gained:
        label = f"the passage from {new_passage.source}, which is new"
        yield ReviewChange(label, "", new_passage.quote)
    if review.fingerprint != fingerprint(signed):
        label = "the record of the review itself, which was edited"
        yield ReviewChange(label, review.fingerprint, "")


def _changed_parts(old: PassageSnapshot, new: PassageSnapshot) -> list[str]:
    """Return in which parts a passage differs, without those that another of them explains."""
    changed = [name for name in _PASSAGE_LABELS if getattr(old, name) != getattr(new, name)]
    explained = {part for name in changed for part in _CONSEQUENCES.get(name, ())}
    return [name for name in changed if name not in explained]


def _paired(
    signed: Iterable[PassageSnapshot], present: Iterable[PassageSnapshot]
) -> tuple[
    list[tuple[PassageSnapshot, PassageSnapshot]], list[PassageSnapshot], list[PassageSnapshot]
]:
    """Pair passages that are the same, or else have the same words, or are of the same source.

    Returns:
        The pairs in the order in which they were signed, what is gone, and what is new.
    """
    lost, gained = list(signed), list(present)
    order = {id(passage): number for number, passage in enumerate(lost)}
    pairs = []
    for names in (_ALL_PARTS, ("source", "quote"), ("source",)):
        for old in list(lost):
            new = next((new for new in gained if _same(old, new, names)), None)
            if new is not None:
                pairs.append((old, new))
                lost.remove(old)
                gained.remove(new)
    return sorted(pairs, key=lambda pair: order[id(pair[0])]), lost, gained


def _same(first: PassageSnapshot, second: PassageSnapshot, names: tuple[str, ...]) -> bool:
    return all(getattr(first, name) == getattr(second, name) for name in names)


def reviewers(
    assessed: AssessedClaim, dossier: Dossier, *, proven: bool = False
) -> tuple[str, ...]:
    """Return who has signed the claim as it stands now, each once.

    Args:
        assessed: the claim.
        dossier: its reviews.
        proven: whether to leave out those of whom no key has signed it; whoever holds a key is
            then one person, whatever names it signs for.
    """
    current = {
        review.key.key if proven and review.key else name_key(review.by): review.by
        for review in assess_reviews(assessed, dossier)
        if review.is_current and (review.is_proven or not proven)
    }
    return tuple(sorted(current.values()))
