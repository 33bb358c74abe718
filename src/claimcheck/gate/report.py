"""What a check comes to: the findings, and the totals of what was looked at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.dossier.config import NEVER_OFF
from claimcheck.dossier.listing import PARTIES_FILE
from claimcheck.model import Finding, Severity
from claimcheck.rules import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim


class Failure(NamedTuple):
    """A rule that broke: claimcheck's own fault, never the dossier's."""

    rule: str
    error: Exception


class Totals(NamedTuple):
    """What was looked at, so that "no findings" never looks like "nothing read"."""

    claims: int
    evidence: int
    sources: int
    unchecked: int
    errors: int
    warnings: int
    notes: int
    allowed: int
    unread: int
    failed_rules: int
    inherited: int
    unjudged: int
    omissions: int
    signed_omissions: int
    extracts: int
    compared: int
    articles: int = 0
    rules_not_run: int = 0

    @property
    def uncompared(self) -> int:
        """How many extracted texts were not compared with their documents."""
        return self.extracts - self.compared


@dataclass(frozen=True, slots=True)
class Report:
    """An assessment and what the rules found in it.

    `allowed` holds the findings that a claim silences with a reason; `failures` the rules that
    broke; `inherited` the findings that were there before a change, or that a baseline accepts.
    `not_run` holds the rules that the settings ask for and the command line left out.
    """

    assessment: Assessment
    findings: tuple[Finding, ...]
    allowed: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    inherited: tuple[Finding, ...] = ()
    not_run: frozenset[str] = frozenset()

    def findings_about(self, claim: AssessedClaim) -> list[Finding]:
        """Return what was found in a claim, in the sources that it cites, and in who is who."""
        return FindingIndex(self.findings).about(claim.id, claim.cited)

    @property
    def totals(self) -> Totals:
        """Count what was read and what was found."""
        census = self.assessment.census
        by_severity = [finding.severity for finding in self.findings]
        return Totals(
            claims=census.claims,
            evidence=census.evidence,
            sources=len(self.assessment.dossier.sources),
            unchecked=census.unchecked,
            errors=by_severity.count(Severity.ERROR),
            warnings=by_severity.count(Severity.WARNING),
            notes=by_severity.count(Severity.NOTE),
            allowed=len(self.allowed),
            unread=census.unread,
            failed_rules=len(self.failures),
            inherited=len(self.inherited),
            unjudged=census.unjudged,
            omissions=census.omissions,
            signed_omissions=census.signed_omissions,
            extracts=self.assessment.dossier.extracts,
            compared=sum(
                comparison.compared for comparison in self.assessment.dossier.comparisons.values()
            ),
            articles=len(self.assessment.articles),
            rules_not_run=len(self.not_run),
        )

    @property
    def failed(self) -> bool:
        """Whether the gate is red: at least one error was found."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def is_in_parties(finding: Finding) -> bool:
    """Whether a finding is a flaw of the parties' file: then no status knows who is who."""
    return (
        finding.rule == NEVER_OFF
        and not finding.claim
        and not finding.source
        and finding.place.path.endswith(f"/{PARTIES_FILE}")
    )


class FindingIndex:
    """Findings by what they are about, for whoever asks for those of many claims.

    Args:
        findings: the findings, in their order.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._by_claim: dict[str, list[tuple[int, Finding]]] = defaultdict(list)
        self._by_source: dict[str, list[tuple[int, Finding]]] = defaultdict(list)
        self._in_parties: list[tuple[int, Finding]] = []
        for place, finding in enumerate(findings):
            if finding.claim:
                self._by_claim[finding.claim].append((place, finding))
            elif finding.source:
                self._by_source[finding.source].append((place, finding))
            elif is_in_parties(finding):
                self._in_parties.append((place, finding))

    def of_claim(self, claim_id: str) -> list[Finding]:
        """Return what was found in a claim."""
        return [finding for _place, finding in self._by_claim.get(claim_id, ())]

    def about(self, claim_id: str, cited: Iterable[str]) -> list[Finding]:
        """Return what was found in a claim, in the sources that it cites, and in who is who.

        All of it stands in the order of the findings.

        Args:
            claim_id: the claim's id.
            cited: the ids of the sources.
        """
        hits = [*self._by_claim.get(claim_id, ()), *self._in_parties]
        for source_id in set(cited):
            hits += self._by_source.get(source_id, ())
        return [finding for _place, finding in sorted(hits, key=itemgetter(0))]


@dataclass(frozen=True, slots=True)
class RuleResults:
    """What rules found: what counts, what claims allow, and which rules broke.

    Attributes:
        findings: what counts.
        allowed: what claims allow.
        failures: the rules that broke.
        by_day: the ids of claims in which another day may bring another finding.
    """

    findings: tuple[Finding, ...] = ()
    allowed: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    by_day: frozenset[str] = frozenset()

    def __add__(self, other: RuleResults) -> RuleResults:
        """Put together what was found here and there."""
        return RuleResults(
            self.findings + other.findings,
            self.allowed + other.allowed,
            self.failures + other.failures,
            self.by_day | other.by_day,
        )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings: errors, warnings, notes; each by place, those at one by rule and message."""
    return tuple(
        sorted(
            findings,
            key=lambda finding: (
                -WEIGHTS[finding.severity],
                finding.place,
                finding.rule,
                finding.message,
            ),
        )
    )
