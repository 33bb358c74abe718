"""What an output format is.

A format is a module in `claimcheck/formats/`, named as `--format` names it. It offers up to three
views, each a pure function to a text that ends with a line end:

    claims(chosen: Sequence[AssessedClaim], report: Report, screen: Screen) -> str     for `list`
    claim(chosen: AssessedClaim, report: Report, screen: Screen) -> str                for `show`
    findings(report: Report, screen: Screen) -> str                                    for `check`

A format whose `findings` look at `report.assessment.claims` says `NEEDS_CLAIMS = True`: a report on
what has changed holds only those that were looked at. A format may leave a view out. It never
prints: only commands do.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.formats import findings
from claimcheck.system import plugins


@dataclass(frozen=True, slots=True)
class Screen:
    """What there is to write on: a width in columns, and whether colours show."""

    width: int = 80
    color: bool = False


def offering(view: str) -> tuple[str, ...]:
    """Return the names of the formats that offer a view (`claims`, `claim` or `findings`)."""
    return plugins.defining(findings, view)


def needs_claims(name: str) -> bool:
    """Whether a format's findings look at the claims themselves, told without importing it."""
    return plugins.sets(findings, name, "NEEDS_CLAIMS")
