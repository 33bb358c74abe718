"""Write what a person says of drafted passages: a stance, other words of the claim, or neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.claim_file import read_claim
from claimcheck.dossier.fields import FlawLog
from claimcheck.editing import conflicts
from claimcheck.editing.values import with_value, without_item
from claimcheck.model import Stance
from claimcheck.system.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.model import Claim, Evidence


@dataclass(frozen=True, slots=True)
class UnjudgedPassage:
    """A passage that nobody has judged yet, and the claim that cites it."""

    claim: AssessedClaim
    item: AssessedEvidence


@dataclass(frozen=True, slots=True)
class PassageJudgement:
    """What a person says of a passage.

    Attributes:
        stance: what it does to the claim; None where it is no evidence, and goes.
        rationale: why, where somebody says so.
    """

    stance: Stance | None
    rationale: str = ""


def unjudged(claims: Iterable[AssessedClaim]) -> Iterator[UnjudgedPassage]:
    """Yield the passages of some claims that nobody has judged yet, in the order of the files."""
    for claim in claims:
        for item in claim.evidence:
            if item.evidence.stance is Stance.UNSET:
                yield UnjudgedPassage(claim, item)


def write_judgement(root: Path, passage: UnjudgedPassage, judgement: PassageJudgement) -> bool:
    """Write a judgement into the claim's file, if the passage still is the one that was judged.

    Args:
        root: the project's root.
        passage: the passage as it was shown.
        judgement: what a person says of it.

    Returns:
        Whether it was written; if not, somebody changed the passage meanwhile.

    Raises:
        EditError: the file cannot be edited without changing something else in it.
        ConflictError: the file cannot be read or written, or others keep changing it.
    """
    claim, item = passage.claim.claim, passage.item.evidence

    def edit(data: bytes) -> bytes | None:
        number = _number_of(data, claim, item)
        if number is None:
            return None
        if judgement.stance is None:
            return without_item(data, "evidence", number)
        data = with_value(data, ("evidence", number, "stance"), str(judgement.stance))
        if judgement.rationale:
            data = with_value(data, ("evidence", number, "rationale"), judgement.rationale)
        return data

    return conflicts.revise(root, claim.place.path, edit)


def reword(root: Path, claim: Claim, words: str) -> bool:
    """Write other words of a claim into its file, if it still has those that were shown.

    Args:
        root: the project's root.
        claim: the claim as it was shown.
        words: what it is to say.

    Returns:
        Whether they were written; if not, somebody changed the words meanwhile.

    Raises:
        EditError: the file cannot be edited without changing something else in it.
        ConflictError: the file cannot be read or written, or others keep changing it.
    """

    def edit(data: bytes) -> bytes | None:
        present = _read(data, claim)
        if present is None or present.text != claim.text:
            return None
        return with_value(data, ("claim",), words)

    return conflicts.revise(root, claim.place.path, edit)


def is_draft(claim: Claim) -> bool:
    """Whether nobody has judged anything of a claim yet: it may be dropped as a whole."""
    return claim.verdict is None and all(item.stance is Stance.UNSET for item in claim.evidence)


def drop_draft(root: Path, claim: Claim) -> bool:
    """Remove a draft's file, if it still is the draft that was shown.

    Args:
        root: the project's root.
        claim: the draft as it was shown.

    Returns:
        Whether it was removed; if not, somebody changed or judged it meanwhile.

    Raises:
        ConflictError: the file cannot be read or removed, or is changed just now.
    """
    path = claim.place.path
    with conflicts.explained(path):
        data = Folder(root).read(path).data
    present = _read(data, claim)
    if present is None or present.text != claim.text or not is_draft(present):
        return False
    conflicts.remove(root, path, expect=data)
    return True


def _number_of(data: bytes, claim: Claim, item: Evidence) -> int | None:
    """Return where a passage stands by now: others of the claim may have gone."""
    present = _read(data, claim)
    same = [
        each.number
        for each in (present.evidence if present else ())
        if (each.source, each.quote, each.stance) == (item.source, item.quote, item.stance)
    ]
    return item.number if item.number in same else next(iter(same), None)


def _read(data: bytes, claim: Claim) -> Claim | None:
    return read_claim(strict_yaml.read(data), claim.id, FlawLog(claim.place.path, claim=claim.id))
