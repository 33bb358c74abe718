"""What an output format is.

A format is a module in `claimcheck/formats/`, named as `--format` names it. It offers up to three
views, each a pure function to a text that ends with a line end:

    claims(chosen: Sequence[AssessedClaim], report: Report, screen: Screen) -> str     for `list`
    claim(chosen: AssessedClaim, report: Report, screen: Screen) -> str                for `show`
    findings(report: Report, screen: Screen) -> str                                    for `check`

A format may leave a view out. It never prints: only `claimcheck.cli` does.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck import discover, formats


@dataclass(frozen=True, slots=True)
class Screen:
    """What there is to write on: a width in columns, and whether colours show."""

    width: int = 80
    color: bool = False


def offering(view: str) -> tuple[str, ...]:
    """Return the names of the formats that offer a view (`claims`, `claim` or `findings`)."""
    return discover.defining(formats, view)
