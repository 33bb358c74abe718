"""What the gate would say of a claim file before it is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimcheck.assessment.selected_claims import assess_selected
from claimcheck.dossier.listing import list_files
from claimcheck.editing.file_edit import FileEdit
from claimcheck.gate.check import check_project, foundation_of
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities
from claimcheck.model import Severity
from claimcheck.system.overlay import OverlayTree
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.dossier.project import Project
    from claimcheck.gate.incremental.state import State
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding
    from claimcheck.system.tree import Tree

# A draft may lack these: evidence, or somebody's judgement, comes later.
_OF_DRAFTS = frozenset({"no-evidence", "stance-unset"})


@dataclass(frozen=True, slots=True)
class Preview:
    """A claim as it would be.

    Attributes:
        claim: the claim; None where its file could not be read.
        report: the findings in its file that are not there today.
        edit: what is to become of the file.
    """

    claim: AssessedClaim | None
    report: Report
    edit: FileEdit

    @property
    def passes(self) -> bool:
        """Whether the file can be written: nothing in it fails the gate that did not before."""
        return self.claim is not None and not any(
            finding.severity is Severity.ERROR and finding.rule not in _OF_DRAFTS
            for finding in self.report.findings
        )


@dataclass(frozen=True, slots=True)
class EarlierCheck:
    """A check of a project as it is.

    Attributes:
        request: what was asked.
        report: what was found.
        state: what the next check can go on from; None where it cannot.
    """

    request: Request
    report: Report
    state: State | None


@dataclass(frozen=True, slots=True)
class PresentProject:
    """A project as it is, before something is written into it.

    Attributes:
        project: the project.
        assessment: the project as it was read.
        earlier: the check of it; None where there was none, which is then made when it is needed.
    """

    project: Project
    assessment: Assessment
    earlier: EarlierCheck | None = None

    def preview(self, path: str, data: bytes) -> Preview:
        """Judge a claim's file as it would be.

        Args:
            path: the file's path, relative to the project's root.
            data: the bytes that it would hold.
        """
        earlier = self.earlier or check_present(self.project, self.assessment.today)
        return preview(self.project, path, data, earlier)


def check_present(project: Project, today: date) -> EarlierCheck:
    """Check a project as it is, by its own settings, as of a day."""
    request = Request(today, severities(project.config))
    return EarlierCheck(request, *check_project(project.tree, project.config, request))


def preview(project: Project, path: str, data: bytes, earlier: EarlierCheck) -> Preview:
    """Judge a claim's file as it would be.

    Args:
        project: where it belongs.
        path: the file's path, relative to the project's root.
        data: the bytes that it would hold.
        earlier: the check of the project as it is.
    """
    tree = OverlayTree(project.tree, path, data)
    request = replace(earlier.request, keep_claims=False, baseline=None)
    report, state = check_project(tree, project.config, request, earlier.state)
    present = Counter(map(_identity, _findings_in(path, earlier.report)))
    new = []
    for finding in _findings_in(path, report):
        # Two quotations of one claim may have the same to be said of them.
        present[_identity(finding)] -= 1
        if present[_identity(finding)] < 0:
            new.append(finding)
    claim = _claim_in(tree, project, path, report, state)
    try:
        current = project.tree.read(path).data
    except RefusedError:
        current = None
    own = replace(report, findings=tuple(new), allowed=(), inherited=())
    return Preview(claim, own, FileEdit(path, current, data))


def _claim_in(
    tree: Tree, project: Project, path: str, report: Report, state: State | None
) -> AssessedClaim | None:
    """Return the claim of a file as it was assessed.

    Args:
        tree: the project with the file.
        project: the project.
        path: the file.
        report: the check of the project with the file.
        state: what that came to.
    """
    assessment = report.assessment
    if not assessment.claims:
        listing = list_files(tree, project.config)
        foundation = foundation_of(tree, project.config, listing, state)
        ids = [name for name, each in listing.claims.items() if each == path]
        base = foundation, assessment.corpus
        assessment = assess_selected(tree, listing, base, ids, assessment.today)
    return next((each for each in assessment.claims if each.claim.place.path == path), None)


def _findings_in(path: str, report: Report) -> list[Finding]:
    every = (*report.findings, *report.inherited)
    return [finding for finding in every if finding.place.path == path]


def _identity(finding: Finding) -> tuple[str, str]:
    """What a finding says; its line moves with what is written before it."""
    return finding.rule, finding.message
