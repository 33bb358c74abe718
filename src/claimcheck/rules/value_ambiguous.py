"""The keys of a value lead to several cells, or its number can be read in two ways.

Why:
    Which cell was meant, and whether `1.234` is more than a thousand or little more than one, is
    for a person to say; a checker that guesses confirms whatever is written.
Mend:
    Add a key that tells the cells apart, such as `sheet=2021`; or say with `decimal: comma` or
    `decimal: point` how the table writes its numbers.

Example:
    `at: "row=Elm; column=injured"` where the sheets 2021 and 2022 both have that row.
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
    """Report values that may be one of several."""
    for assessed, item in assessment.evidence:
        if item.value is None or item.value.fit is not ValueFit.AMBIGUOUS:
            continue
        yield Finding(
            f"the value may be one of several in '{item.evidence.source}': {item.value.reason}",
            value_place(item),
            near_keys(item, "add") or "add a key that only the cell that you mean has",
            value_excerpts(item),
            claim=assessed.claim.id,
            source=item.evidence.source,
        )
