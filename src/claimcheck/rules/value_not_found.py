"""The table of a source has no cell at the keys that the evidence names.

Why:
    A row that is not there is as invented as a quotation that is not there, and nobody notices
    who does not open the table.
Mend:
    Look the cell up with `claimcheck source show`, and name its row and its column by what stands
    in them.

Example:
    `at: "row=Elms; column=injured"`, and the table has a row Elm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.assessment.value_excerpts import near_keys, value_excerpts, value_place
from claimcheck.assessment.value_readings import ValueFit
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.VALUES


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report values whose cells are not there."""
    for assessed, item in assessment.evidence:
        if item.value is None or item.value.fit is not ValueFit.NOT_FOUND:
            continue
        gaps = "; ".join(item.source.gaps) if item.source else ""
        yield Finding(
            f"'{item.evidence.source}' has no such cell: {item.value.reason}"
            + (f"; but {gaps}" if gaps else ""),
            value_place(item),
            near_keys(item, "what is there:")
            or f"look the cell up with `claimcheck source show {item.evidence.source}`",
            value_excerpts(item),
            claim=assessed.claim.id,
            source=item.evidence.source,
        )
