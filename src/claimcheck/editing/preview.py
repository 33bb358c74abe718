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
class Proposal:
    """A claim as it would be, and what is found in its file that is not found there today."""

    claim: AssessedClaim | None
    report: Report

    @property
    def stands(self) -> bool:
        """Whether the file can be written: nothing in it fails the gate that did not before."""
        return self.claim is not None and not any(
            finding.severity is Severity.ERROR and finding.rule not in _OF_DRAFTS
            for finding in self.report.findings
        )


def proposal(project: Project, before: Assessment, path: str, data: bytes) -> Proposal:
    """Judge a claim's file as it would be.

    Args:
        project: where it belongs.
        before: the project as it is.
        path: the file's path, relative to the project's root.
        data: the bytes that it would hold.
    """
    tree = OverlayTree(project.tree, path, data)
    report = check(assess(load_tree(tree, project.config), before.today))
    known = {(one.rule, one.message) for one in check(before).findings}
    new = [
        finding
        for finding in report.findings
        if finding.place.path == path and (finding.rule, finding.message) not in known
    ]
    claim = next((one for one in report.assessment.claims if one.claim.place.path == path), None)
    return Proposal(claim, replace(report, findings=tuple(new), allowed=(), inherited=()))
