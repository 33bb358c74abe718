"""Begin a claim: write its file, with its first passage where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier.modeline import modeline
from claimcheck.editing import conflicts
from claimcheck.editing.claim import claim_file
from claimcheck.editing.ids import proposed_claim_id, require_id
from claimcheck.model.errors import RequestError
from claimcheck.search.duplicates import nearest_claim

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment
    from claimcheck.editing.claim import ClaimToWrite
    from claimcheck.editing.preview import PresentProject, Preview
    from claimcheck.model import Claim


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim that was begun.

    Attributes:
        id: its id.
        path: its file, relative to the project's root.
        preview: the claim as it would be, and what the gate finds in it; it was written where the
            preview `passes`.
        similar: the claim that it nearly repeats, if there is one.
    """

    id: str
    path: str
    preview: Preview
    similar: Claim | None


def begin_claim(
    present: PresentProject, claim: ClaimToWrite, claim_id: str = "", *, dry_run: bool = False
) -> NewClaim:
    """Write a claim's file, unless the gate would refuse it for more than lacking evidence.

    Args:
        present: the project as it is.
        claim: what the file is to say.
        claim_id: the claim's id; by default it is made of its words.
        dry_run: whether nothing is to be written.

    Raises:
        RequestError: the id cannot be one, or is taken.
        EditError: some text cannot stand in such a file.
        ConflictError: the file is there already, or cannot be written.
    """
    project, assessment = present.project, present.assessment
    claim_id = _free_id(claim_id or proposed_claim_id(claim.text), claim.text, assessment)
    path = f"{project.config.claims}/{claim_id}.yaml"
    data = claim_file(claim, modeline(project.root, "claim", path))
    judged = present.preview(path, data)
    if not judged.passes:
        return NewClaim(claim_id, path, judged, None)
    if not dry_run:
        conflicts.create(project.root, path, data)
    claims = {assessed.claim.id: assessed.claim for assessed in assessment.claims}
    similar = nearest_claim(claim.text, {name: other.text for name, other in claims.items()})
    return NewClaim(claim_id, path, judged, claims[similar] if similar else None)


def _free_id(claim_id: str, words: str, assessment: Assessment) -> str:
    if not claim_id and not words.strip():
        raise RequestError("the claim says nothing", "say what is claimed, in one sentence")
    if not claim_id:
        raise RequestError(
            "no id can be made of these words", "give one, such as --id bridge-closed"
        )
    require_id(claim_id, "claim", how="with --id")
    if claim_id.casefold() in {assessed.claim.id.casefold() for assessed in assessment.claims}:
        raise RequestError(f"there is a claim '{claim_id}' already", "name this one with --id")
    return claim_id
