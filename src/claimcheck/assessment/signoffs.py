"""What a reviewer signs, how it is fingerprinted, and what has changed since."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from claimcheck.dossier.names import name_key
from claimcheck.model import ClaimSnapshot, PassageSnapshot
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence, Assessment
    from claimcheck.model import Review

VERSION = 1


def snapshot(assessed: AssessedClaim) -> ClaimSnapshot:
    """Return a claim as a reviewer sees it now: its words, and each passage as it is printed."""
    passages = tuple(
        PassageSnapshot(
            source=item.evidence.source,
            stance=str(item.evidence.stance),
            quote=item.evidence.quote.exact,
            passage=_printed(item),
        )
        for item in assessed.evidence
    )
    return ClaimSnapshot(assessed.claim.text, passages)


def fingerprint(signed: ClaimSnapshot) -> str:
    """Return `sha256:` and the hexadecimal digest of a signed claim's canonical JSON.

    The JSON holds the version of this layout, has sorted keys and no blanks, and is ASCII (compare
    RFC 8785).
    """
    value = {"version": VERSION, **asdict(signed)}
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return "sha256:" + hashlib.sha256(text.encode("ascii")).hexdigest()


def is_current(review: Review, assessed: AssessedClaim) -> bool:
    """Whether what was signed is what stands there now."""
    return review.fingerprint == fingerprint(snapshot(assessed))


def changed_since(review: Review, assessed: AssessedClaim) -> Iterator[tuple[str, str, str]]:
    """Yield what differs from what was signed: a name for it, the signed text, the present one."""
    signed, current = review.snapshot, snapshot(assessed)
    if current.claim != signed.claim:
        yield "the claim's words", signed.claim, current.claim
    signed_passages = {_identity(passage): passage for passage in signed.passages}
    current_passages = {_identity(passage): passage for passage in current.passages}
    for identity, old in signed_passages.items():
        label = f"the passage from {old.source}"
        if identity not in current_passages:
            yield f"{label}, which is not cited any more", old.quote, ""
            continue
        new = current_passages[identity]
        if new.stance != old.stance:
            yield f"the stance of {label}", old.stance, new.stance
        if new.passage != old.passage:
            yield label, old.passage, new.passage
    for identity, new in current_passages.items():
        if identity not in signed_passages:
            yield f"the passage from {new.source}, which is new", "", new.quote
    if review.fingerprint != fingerprint(signed):
        yield "the record of the review itself, which was edited", review.fingerprint, ""


def reviewers(assessed: AssessedClaim, assessment: Assessment) -> tuple[str, ...]:
    """Return who has signed the claim as it stands now, each once."""
    reviews = assessment.dossier.reviews.get(assessed.claim.id, ())
    current = {name_key(review.by): review.by for review in reviews if is_current(review, assessed)}
    return tuple(sorted(current.values()))


def _identity(passage: PassageSnapshot) -> tuple[str, str]:
    return passage.source, passage.quote


def _printed(item: AssessedEvidence) -> str:
    """Return what the source prints where the quote stands; nothing where it does not stand."""
    anchor, source = item.anchor, item.source
    if source is None or source.text is None or not anchor.fit.passes:
        return ""
    return one_line(source.text[anchor.start : anchor.end])
