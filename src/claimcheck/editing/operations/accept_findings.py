"""Accept the findings of today in the baseline, so that only new ones fail the gate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier import baseline_file
from claimcheck.editing import conflicts
from claimcheck.editing.file_edit import FileEdit
from claimcheck.gate.check import check_project
from claimcheck.model.errors import RequestError

if TYPE_CHECKING:
    from claimcheck.dossier.project import Project
    from claimcheck.gate.request import Request


@dataclass(frozen=True, slots=True)
class BaselineUpdate:
    """What becomes of a baseline.

    Attributes:
        accepted: how many findings it accepts now.
        added: how many of them are new.
        removed: how many it accepted before.
        edit: what is to become of its file.
    """

    accepted: int
    added: int
    removed: int
    edit: FileEdit


def accept_findings(
    project: Project, request: Request, *, shrink: bool = False, dry_run: bool = False
) -> BaselineUpdate:
    """Write the findings of today into the baseline.

    Args:
        project: the project.
        request: the rules to run, the day to judge as of, and what reads the articles.
        shrink: whether entries are only taken out, those that do not occur any more.
        dry_run: whether nothing is to be written.

    Raises:
        RequestError: a rule itself failed, or there is no baseline to shrink.
        ProjectError: what stands there is no baseline.
        ConflictError: the baseline was changed meanwhile, or cannot be written.
    """
    path = baseline_file.FILE
    old = baseline_file.read_baseline(project.tree)
    expect = None if old is None else project.tree.read(path).data
    report, _state = check_project(project.tree, project.config, request)
    if report.failures:
        raise RequestError(
            "a rule itself failed, so that not every finding is known; nothing was written"
        )
    if shrink and old is None:
        raise RequestError(f"there is no {path} to shrink", "run `claimcheck baseline` first")
    entries = baseline_file.accepted_findings(report.findings)
    earlier = set() if old is None else {entry.fingerprint for entry in old.accepted}
    if shrink:
        entries = [entry for entry in entries if entry.fingerprint in earlier]
    data = baseline_file.baseline_text(entries).encode()
    if dry_run:
        pass
    elif expect is None:
        conflicts.create(project.root, path, data)
    else:
        conflicts.replace(project.root, path, data, expect=expect)
    present = {entry.fingerprint for entry in entries}
    return BaselineUpdate(
        len(entries),
        len(present - earlier),
        len(earlier - present),
        FileEdit(path, expect, data),
    )
