"""Which findings follow from which: whoever mends a cause need not read what comes of it.

A finding follows from another where both are about one claim, or one source, and the other rule
says why this one finds anything. Nothing is left out of a report: formats for people hold back what
follows, and count it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.rules import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.model import Finding

# Whose text is not what was pinned, or cannot be read: what is quoted from it cannot be right.
_SOURCE_CAUSES: Final = (
    "malformed-file", "source-missing", "source-changed", "text-outdated", "text-differs",
    "unknown-source",
)  # fmt: skip
_OF_SOURCES: Final = frozenset(
    {
        "evidence-unchecked", "page-wrong", "quote-altered", "quote-ambiguous", "quote-bracketed",
        "quote-cut", "quote-elided", "quote-headline", "quote-misattributed", "quote-not-found",
        "quote-question", "quote-spliced", "quote-struck", "review-stale", "source-unpinned",
        "speaker-differs", "speaker-unstated", "text-doubtful", "text-outdated", "text-unproven",
        "unknown-source", "value-ambiguous", "value-differs", "value-not-found", "verdict-differs",
        "verdict-unexplained",
    }
)  # fmt: skip
# What is wrong with a claim's evidence: its status, and what people concluded, follow from that.
_CLAIM_CAUSES: Final = (
    "malformed-file", "no-evidence", "unknown-source", "source-missing", "quote-altered",
    "quote-misattributed", "quote-not-found", "quote-spliced", "quote-too-short",
    "value-ambiguous", "value-differs", "value-not-found", "evidence-unchecked", "party-unknown",
)  # fmt: skip
_OF_CLAIMS: Final = frozenset(
    {
        "allow-unused", "requirement-unmet", "review-stale", "self-attested", "single-origin",
        "unreviewed", "verdict-differs", "verdict-unexplained",
    }
)  # fmt: skip
_OF_MALFORMED_CLAIMS: Final = frozenset({"no-evidence", "unknown-source"})
# Without the parties nobody is who they were; without some claim, what it cites is not cited.
_OF_PARTIES: Final = frozenset(
    {"party-unknown", "review-stale", "speaker-differs", "verdict-differs", "verdict-unexplained"}
)
_MALFORMED: Final = "malformed-file"
_PARTIES_FILE: Final = "parties.yaml"
_LACKS_KEY: Final = re.compile(r"has no `(\w+)`$")


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """A finding, and those that follow from it, at once or in steps."""

    finding: Finding
    following: tuple[Finding, ...] = ()


def grouped(findings: Sequence[Finding]) -> tuple[FindingGroup, ...]:
    """Gather findings under their causes.

    A finding that weighs more than its cause stands by itself.

    Args:
        findings: what was found, in the order in which it is to be shown.

    Returns:
        A group for each finding that follows from no other, in the order of the findings.
    """
    of_source, of_claim = _first_by(findings, "source"), _first_by(findings, "claim")
    of_file = _FileCauses(findings)
    causes: dict[int, Finding] = {}
    for finding in findings:
        cause = _cause(finding, of_source, of_claim) or of_file.cause(finding)
        if cause is not None and WEIGHTS[cause.severity] >= WEIGHTS[finding.severity]:
            causes[id(finding)] = cause
    following: dict[int, list[Finding]] = {}
    for finding in findings:
        if id(finding) in causes:
            following.setdefault(id(_root(finding, causes)), []).append(finding)
    return tuple(
        FindingGroup(finding, tuple(following.get(id(finding), ())))
        for finding in findings
        if id(finding) not in causes
    )


def _first_by(findings: Iterable[Finding], attribute: str) -> dict[tuple[str, str], Finding]:
    """Return the first finding of each rule about each claim, or each source."""
    first: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        about = finding.source if attribute == "source" else finding.claim
        if about:
            first.setdefault((finding.rule, about), finding)
    return first


def _cause(
    finding: Finding,
    of_source: dict[tuple[str, str], Finding],
    of_claim: dict[tuple[str, str], Finding],
) -> Finding | None:
    candidates = []
    if finding.source and finding.rule in _OF_SOURCES:
        candidates += [of_source.get((rule, finding.source)) for rule in _SOURCE_CAUSES]
    if finding.claim and finding.rule in _OF_CLAIMS:
        candidates += [of_claim.get((rule, finding.claim)) for rule in _CLAIM_CAUSES]
    if finding.claim and finding.rule in _OF_MALFORMED_CLAIMS:
        candidates.append(of_claim.get(("malformed-file", finding.claim)))
    for cause in candidates:
        if cause is not None and cause.rule != finding.rule:
            return cause
    return None


class _FileCauses:
    """The files that cannot be read as they were meant, by what comes of that.

    Args:
        findings: all of a report.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._by_help: dict[tuple[str, str], list[Finding]] = {}
        self._of_parties: list[Finding] = []
        self._of_claims: list[Finding] = []
        for finding in findings:
            if finding.rule not in {_MALFORMED, "party-unknown"}:
                continue
            self._by_help.setdefault((finding.place.path, finding.help), []).append(finding)
            if finding.place.path.endswith(f"/{_PARTIES_FILE}"):
                self._of_parties.append(finding)
            if finding.rule == _MALFORMED and finding.claim is not None:
                self._of_claims.append(finding)

    def cause(self, finding: Finding) -> Finding | None:
        """Return the finding in a file that another one comes of; None for none."""
        candidates: Iterable[Finding] = ()
        if finding.rule == _MALFORMED and (lacks := _LACKS_KEY.search(finding.message)):
            # The key is there, and misspelt.
            wanted = (finding.place.path, f"did you mean {lacks[1]}?")
            candidates = self._by_help.get(wanted, ())
        elif finding.rule in _OF_PARTIES:
            candidates = self._of_parties
        elif finding.rule == "source-unused":
            candidates = self._of_claims
        return next((cause for cause in candidates if cause is not finding), None)


def _root(finding: Finding, causes: dict[int, Finding]) -> Finding:
    """Follow causes to the first; each step leads to a rule that can only cause, so it ends."""
    cause = causes[id(finding)]
    seen = {id(finding)}
    while id(cause) in causes and id(cause) not in seen:
        seen.add(id(cause))
        cause = causes[id(cause)]
    return cause
