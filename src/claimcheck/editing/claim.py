"""The text of a new claim's file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier.strict_yaml import read
from claimcheck.editing.evidence import block
from claimcheck.editing.scalars import in_flow, key_and_text
from claimcheck.model.errors import EditError
from claimcheck.text.ignorable import without_marks

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.editing.evidence import EvidenceToWrite
    from claimcheck.model import Kind


@dataclass(frozen=True, slots=True)
class ClaimToWrite:
    """A claim that is to be written; what is None or empty is left out."""

    text: str
    claimant: str = ""
    claimed_on: date | None = None
    interested: tuple[str, ...] = ()
    kind: Kind | None = None
    as_of: date | None = None
    review_by: date | None = None
    tags: tuple[str, ...] = ()
    evidence: tuple[EvidenceToWrite, ...] = ()


def claim_file(claim: ClaimToWrite, head: str = "") -> bytes:
    """Return the bytes of a new claim's file.

    Args:
        claim: what it says.
        head: comment lines that it begins with, each with its line end.

    Raises:
        EditError: some text cannot stand in such a file: a control character, say.
    """
    lines = key_and_text("claim", without_marks(claim.text), 0)
    if claim.claimant:
        lines += key_and_text("claimant", claim.claimant, 0)
    for key, day in (("claimed_on", claim.claimed_on), ("as_of", claim.as_of)):
        lines += [f"{key}: {day}"] if day else []
    lines += _listed("interested", claim.interested)
    lines += [f"kind: {claim.kind}"] if claim.kind else []
    lines += [f"review_by: {claim.review_by}"] if claim.review_by else []
    # `--tag a,b` means two: a tag holds no comma.
    tags = (part.strip() for tag in claim.tags for part in tag.split(","))
    lines += _listed("tags", tuple(filter(None, tags)))
    if claim.evidence:
        lines.append("evidence:")
        for item in claim.evidence:
            lines += block(item, 2)
    data = (head + "\n".join(lines) + "\n").encode("utf-8", "surrogatepass")
    for problem in read(data).flaws:
        raise EditError(f"the claim cannot be written: {problem.message}", problem.help)
    return data


def _listed(key: str, values: tuple[str, ...]) -> list[str]:
    return [f"{key}: [{', '.join(map(in_flow, values))}]"] if values else []
