"""What the gate would say of a claim file before it is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimcheck.assessment.assess import assess
from claimcheck.dossier.load import load_tree
from claimcheck.gate.check import check
from claimcheck.model import Severity
from claimcheck.system.overlay import OverlayTree

if TYPE_CHECKING:
    from claimcheck.assessment.assess import AssessedClaim, Assessment
    from claimcheck.dossier.project import Project
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding

# A draft may lack these: evidence, or somebody's judgement, comes later.
_OF_DRAFTS = frozenset({"no-evidence", "stance-unset"})


@dataclass(frozen=True, slots=True)
class Preview:
    """A claim as it would be, and the findings in its file that are not there today."""

    claim: AssessedClaim | None
    report: Report

    @property
    def passes(self) -> bool:
        """Whether the file can be written: nothing in it fails the gate that did not before."""
        return self.claim is not None and not any(
            finding.severity is Severity.ERROR and finding.rule not in _OF_DRAFTS
            for finding in self.report.findings
        )


def preview(project: Project, assessment: Assessment, path: str, data: bytes) -> Preview:
    """Judge a claim's file as it would be.

    Args:
        project: where it belongs.
        assessment: the project as it is.
        path: the file's path, relative to the project's root.
        data: the bytes that it would hold.
    """
    tree = OverlayTree(project.tree, path, data)
    report = check(assess(load_tree(tree, project.config), assessment.today))
    present = Counter(map(_identity, _findings_in(path, check(assessment))))
    new = []
    for finding in _findings_in(path, report):
        # Two quotations of one claim may have the same to be said of them.
        present[_identity(finding)] -= 1
        if present[_identity(finding)] < 0:
            new.append(finding)
    claims = report.assessment.claims
    claim = next((assessed for assessed in claims if assessed.claim.place.path == path), None)
    return Preview(claim, replace(report, findings=tuple(new), allowed=(), inherited=()))


def _findings_in(path: str, report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.place.path == path]


def _identity(finding: Finding) -> tuple[str, str]:
    """What a finding says; its line moves with what is written before it."""
    return finding.rule, finding.message
