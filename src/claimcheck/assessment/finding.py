"""What a rule is and what it says.

A rule is a module in `claimcheck/rules/`, named as it is reported (`quote_altered.py` is
`quote-altered`). Its docstring is its page. It defines `SEVERITY` and one of these functions, or
both, where it speaks of claims and of the dossier:

    check_claims(assessment: Assessment) -> Iterator[Finding]     about claims, each by itself
    check(assessment: Assessment) -> Iterator[Finding]            about the dossier as a whole

`check_claims` looks at each of `assessment.claims` with all that it cites, and at no other claim;
every finding names its claim. So what was found in a claim holds until the claim, or something that
it cites, is changed. `check` sees the sources and the parties, and of the claims their `census`.

A rule about what the other rules found has this function instead:

    check_findings(assessment: Assessment, findings: Sequence[Finding], ran: Collection[str])
        -> Iterator[Finding]

(`ran` names the rules that run). It is asked about the findings in claims with the claims, and then
about all findings with none.

Where a project has to ask for the rule, it has `OFF_BY_DEFAULT = True`. A rule sees values only: it
never reads a file, and it does not name itself, since `claimcheck.gate.check` signs what it finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor import Fit
    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence, Assessment
    from claimcheck.model import Place


class Severity(StrEnum):
    """How much a finding weighs: an error fails the gate, a warning or a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of shown text; `marked` where it is what the finding is about."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text shown under a finding, with a word on what it is and where it stands."""

    label: str
    place: Place
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports: one lower-case sentence that makes sense alone, a place, a remedy.

    `rule` and `severity` are filled in by `claimcheck.gate.check`.
    """

    message: str
    place: Place
    help: str = ""
    excerpts: tuple[Excerpt, ...] = ()
    claim: str | None = None
    source: str | None = None
    rule: str = ""
    severity: Severity = Severity.ERROR


def evidence_of(assessment: Assessment) -> Iterator[tuple[AssessedClaim, AssessedEvidence]]:
    """Yield every evidence item of every claim."""
    for assessed in assessment.claims:
        for item in assessed.evidence:
            yield assessed, item


def evidence_with_fit(
    assessment: Assessment, fit: Fit
) -> Iterator[tuple[AssessedClaim, AssessedEvidence]]:
    """Yield the evidence items whose quote anchors with one fit."""
    for assessed, item in evidence_of(assessment):
        if item.anchor.fit is fit:
            yield assessed, item
