"""The cells of a table say something else than the evidence says that they say.

Why:
    A figure that is one digit off, of another year or in another unit looks like the right one;
    so a value stands only when the cells come to it exactly, or by a rounding that is stated.
Mend:
    Write what the table says; or name the cell that you mean, the unit that it has, or how you
    rounded (`rounding: to 1000`).

Example:
    The claim's value is 15, and the cell in row Elm and column injured says 14.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.assessment.value_excerpts import value_excerpts, value_place
from claimcheck.assessment.value_readings import ValueFit
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.VALUES


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report values that are not what their cells come to."""
    for assessed, item in assessment.evidence:
        if item.value is None or item.value.fit is not ValueFit.DIFFERS:
            continue
        yield Finding(
            f"the value is not what '{item.evidence.source}' says: {item.value.reason}",
            value_place(item),
            "write what the table says, or name the cell, the unit or the rounding that you mean",
            value_excerpts(item),
            claim=assessed.claim.id,
            source=item.evidence.source,
        )
