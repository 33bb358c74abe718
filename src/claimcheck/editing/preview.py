"""What the gate would say of a claim file before it is written."""

from __future__ import annotations

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
    present = {(finding.rule, finding.message) for finding in check(assessment).findings}
    new = [
        finding
        for finding in report.findings
        if finding.place.path == path and (finding.rule, finding.message) not in present
    ]
    claims = report.assessment.claims
    claim = next((assessed for assessed in claims if assessed.claim.place.path == path), None)
    return Preview(claim, replace(report, findings=tuple(new), allowed=(), inherited=()))
