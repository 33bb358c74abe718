"""A claim as a row of a table: what a spreadsheet and other formats of `list` show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.assessment.text_states import compared_texts
from claimcheck.formats import review_phrases

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim

COLUMNS: Final = (
    "id", "status", "corroboration", "items", "outlets", "origins", "flags", "claimant", "tags",
    "claim", "file", "unjudged", "signed_by", "unchecked", "uncounted", "texts_compared",
    "texts_not_compared", "compared_on",
)  # fmt: skip


def claim_row(assessed: AssessedClaim, assessment: Assessment) -> tuple[str, ...]:
    """Return the cells of a claim, one for each of `COLUMNS`; foreign text as it was written.

    Args:
        assessed: the claim.
        assessment: the project, for who signed the claim.
    """
    claim, derivation = assessed.claim, assessed.derivation
    texts = compared_texts(assessed, assessment.dossier, assessment.today)
    return (
        claim.id,
        derivation.status,
        derivation.corroboration,
        str(derivation.counts.items),
        str(derivation.counts.outlets),
        str(derivation.counts.origins),
        " ".join(derivation.flags),
        ", ".join(claim.claimants),
        ", ".join(claim.tags),
        claim.text,
        claim.place.path,
        str(assessed.unjudged),
        review_phrases.signed_by(assessed, assessment.dossier, dated=False),
        str(assessed.unchecked),
        str(assessed.uncounted),
        " ".join(texts.compared),
        " ".join((*texts.differing, *texts.uncompared)),
        texts.on,
    )
