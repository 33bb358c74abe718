"""Cite a passage of a source in a claim, if the gate lets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Text
from claimcheck.editing import conflicts
from claimcheck.editing.as_printed import as_printed
from claimcheck.editing.evidence import with_evidence

if TYPE_CHECKING:
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.editing.evidence import EvidenceToWrite
    from claimcheck.editing.preview import PresentProject, Preview
    from claimcheck.model import Dossier, Quote


def cite(
    present: PresentProject, claim: AssessedClaim, item: EvidenceToWrite, *, dry_run: bool = False
) -> Preview:
    """Write an evidence item into a claim's file, unless the gate would refuse it.

    Args:
        present: the project as it is.
        claim: the claim that is to cite the passage.
        item: the passage, and what it does to the claim.
        dry_run: whether nothing is to be written.

    Returns:
        The claim with the item, and what the gate finds in it; the item was written where the
        preview `passes`.

    Raises:
        RequestError: there is no such source.
        EditError: the file cannot be edited without changing something else in it.
        ConflictError: the file cannot be read or written.
    """
    dossier = present.assessment.dossier
    if item.source not in dossier.sources:
        raise conflicts.no_source(item.source, dossier.sources, dossier.unread_records)
    path = claim.claim.place.path
    previews: list[Preview] = []

    def edit(data: bytes) -> bytes | None:
        edited = with_evidence(data, item)
        previews.append(present.preview(path, edited))
        return edited if previews[-1].passes and not dry_run else None

    conflicts.revise(present.project.root, path, edit)
    return previews[-1]


def in_print(quote: Quote, source_id: str, dossier: Dossier) -> Quote:
    """Return a quote with the marks that its source prints; as it is where there is no text.

    Args:
        quote: the quote as somebody typed it.
        source_id: the source; it need not be there.
        dossier: the project's sources.
    """
    source = dossier.sources.get(source_id)
    if source is None or source.text is None:
        return quote
    return as_printed(quote, Text(source.text))
