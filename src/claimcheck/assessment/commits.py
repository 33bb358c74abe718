"""What a project says at two commits, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.assess import assess
from claimcheck.assessment.compare import compare_assessments
from claimcheck.assessment.comparison import SideName
from claimcheck.dossier.at_commit import dossier_at
from claimcheck.dossier.load import load
from claimcheck.model import Config, Dossier
from claimcheck.system import git

if TYPE_CHECKING:
    import datetime as dt

    from claimcheck.assessment.comparison import Comparison
    from claimcheck.dossier.project import Project


def compare_commits(
    project: Project,
    base: str,
    head: str | None = None,
    *,
    today: dt.date,
    from_merge_base: bool = False,
) -> Comparison:
    """Compare what a project says at two commits, both judged as of one day.

    Args:
        project: the project.
        base: the branch, tag or commit to compare with.
        head: what to compare; by default the files as they are now.
        today: the day.
        from_merge_base: whether to compare with where `head` left `base`, instead of `base`.

    Raises:
        ProjectError: a commit cannot be read, or the project there.
    """
    base_commit, base_name = git.resolve(project.root, base), base
    if from_merge_base:
        base_commit = git.merge_base(project.root, base, head or "HEAD")
        base_name = f"where this change left {base}"
    old, old_side = _dossier(project, base_commit, base_name)
    if head is None:
        new, new_side = load(project.root, project.config), SideName("the working tree")
    else:
        new, new_side = _dossier(project, git.resolve(project.root, head), head)
    return compare_assessments(assess(old, today), assess(new, today), (old_side, new_side))


def _dossier(project: Project, commit: str, name: str) -> tuple[Dossier, SideName]:
    dossier = dossier_at(project.root, commit)
    exists = dossier is not None
    return dossier or Dossier(Config()), SideName(name, commit, exists)
