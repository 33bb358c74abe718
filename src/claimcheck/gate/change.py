"""What the gate holds against a project: everything, or only what a change brings with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.dossier import baseline_file
from claimcheck.gate.check import check_project
from claimcheck.model import Dossier
from claimcheck.model.errors import ProjectError
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claimcheck.dossier.project import Project
    from claimcheck.gate.incremental.state import State
    from claimcheck.gate.report import Report
    from claimcheck.gate.request import Request
    from claimcheck.model import Baseline, Config, Severity, Signers
    from claimcheck.system.tree import Tree


def judge(
    project: Project, request: Request, base: str | None = None, previous: State | None = None
) -> tuple[Report, State | None]:
    """Check a project, and tell what is held against it from what is only counted.

    Without `base`, findings that the project's baseline accepts are `inherited`. With `base`,
    findings that stood there already where the change left `base` are, and both sides are judged by
    the strictest of the settings that the change found, those that `base` has by now and those that
    it brings; then the baseline accepts nothing, since it may come with the change, unless the
    project itself does.

    Args:
        project: where the files are.
        request: what is asked.
        base: the branch, tag or commit that the change is to be merged into.
        previous: what the last check of this project with the same settings and rules came to.

    Returns:
        The report, and what the next check can go on from, as `check_project`.

    Raises:
        ProjectError: the project or a commit cannot be read, or the baseline is none.
    """
    request = replace(request, baseline=_accepted(project.tree, request.levels))
    if base is not None:
        return _judge_change(project, request, base), None
    report, state = check_project(project.tree, project.config, request, previous)
    return excused(report), state


def _judge_change(project: Project, request: Request, base: str) -> Report:
    # git and the rest are needed only where a change is judged.
    from claimcheck.dossier.at_commit import errors_name_commit, project_at
    from claimcheck.dossier.attributes import altering_attributes
    from claimcheck.gate.introduced import introduced
    from claimcheck.gate.settings import stricter, stricter_levels
    from claimcheck.system import git

    settings = project.config
    commit = git.merge_base(project.root, base)
    _refuse_another_project(project, commit, base)
    # A change may begin where less was asked than the branch asks that it is to be merged into.
    branch_config, signers = _settings_since(project.root, commit, git.resolve(project.root, base))
    request = replace(request, signers=signers)
    with project_at(project.root, commit) as earlier:
        if earlier is None:
            return excused(_judge_new(project, request, branch_config))
        own = earlier.config
        _refuse_submodule(project, commit, own)
        # Both sides are judged by the same settings, so that only what changed in it makes a
        # difference.
        config = stricter(own, settings)
        config = config if branch_config is None else stricter(branch_config, config)
        levels = stricter_levels(request.levels, config, request.unasked)
        request = replace(request, levels=levels, keep_claims=True)
        config = replace(
            config,
            claims=own.claims,
            sources=own.sources,
            reviews=own.reviews,
            signers=own.signers,
        )
        with errors_name_commit(commit):
            before, _ = check_project(
                earlier.tree, config, replace(request, baseline=None, compare=None)
            )
            accepted = _accepted(earlier.tree, levels)
        # The base is looked into again, where its files are compared with those of the change.
        old = replace(
            before.assessment.dossier,
            config=own,
            baseline=accepted,
            article_allow={
                article.article.path: article.article.allow
                for article in before.assessment.articles
            },
        )
        config = _with_folders_in_use(project, config)
        flaws = altering_attributes(project.root, config, commit)
        request = replace(request, base=old, own_config=settings, flaws=tuple(flaws))
        head, _ = check_project(project.tree, config, request)
    return introduced(before, head)


def _settings_since(root: Path, commit: str, tip: str) -> tuple[Config | None, tuple[Signers, ...]]:
    """Return the settings and the signers that a branch has, where the change began before them.

    Args:
        root: the project's root.
        commit: where the change left the branch.
        tip: the branch's newest commit.
    """
    from claimcheck.dossier.at_commit import project_at
    from claimcheck.dossier.signers import read_signers

    if tip == commit:
        return None, ()
    with project_at(root, tip) as newest:
        if newest is None:
            return None, ()
        return newest.config, (read_signers(newest.tree, newest.config.signers),)


def _judge_new(project: Project, request: Request, branch_config: Config | None) -> Report:
    """Judge a project that comes with the change as a whole.

    Args:
        project: where the files are.
        request: what is asked.
        branch_config: the settings of a project that the branch has there by now; None for none.
    """
    from claimcheck.gate.settings import stricter, stricter_levels

    config, request = project.config, replace(request, keep_claims=True)
    if branch_config is not None:
        config = stricter(branch_config, config)
        levels = stricter_levels(request.levels, config, request.unasked)
        request = replace(request, levels=levels, own_config=project.config)
    request = replace(request, base=Dossier(branch_config or project.config))
    report, _ = check_project(project.tree, config, request)
    return report


def _refuse_another_project(project: Project, commit: str, base: str) -> None:
    """Refuse to judge a project by its own settings that takes the place of another one."""
    from claimcheck.dossier.at_commit import projects_gone, root_at

    root = root_at(project.start, commit)
    if root is None:
        gone = projects_gone(project.root, commit)
        if gone:
            raise ProjectError(
                f"the project in {project.root} comes with this change, and the one that {base} "
                f"has in {gone[0]} is gone with it",
                help="look at what became of that one; then check this one without --base",
            )
    elif root != project.root:
        raise ProjectError(
            f"the change has {project.start} belong to the project in {project.root}; "
            f"in {base} it belongs to the one in {root}",
            help="look at the change of the configuration; then check without --base",
        )


def _refuse_submodule(project: Project, commit: str, config: Config) -> None:
    """Refuse to compare with files that the repository does not hold."""
    from claimcheck.dossier.at_commit import submodule_at

    path = submodule_at(project.root, commit, config)
    if path is not None:
        raise ProjectError(
            f"at commit {commit[:12]} {path} is a submodule: what the change does to the files in "
            "it cannot be told",
            help="check without --base, and look at what became of the submodule by itself",
        )


def _with_folders_in_use(project: Project, config: Config) -> Config:
    """Let settings name the folders that hold files: their own, or else those of the project."""

    def in_use(folder: str, own: str) -> str:
        try:
            entries = project.tree.entries(folder)
        except RefusedError:
            return own
        used = any(entry.path.lower().endswith((".yaml", ".yml")) for entry in entries)
        return folder if used else own

    own = project.config
    return replace(
        config,
        claims=in_use(config.claims, own.claims),
        sources=in_use(config.sources, own.sources),
        reviews=in_use(config.reviews, own.reviews),
        signers=own.signers,
    )


def _accepted(tree: Tree, levels: Mapping[str, Severity]) -> Baseline | None:
    accepted = baseline_file.read_baseline(tree)
    if accepted is None:
        return None
    # What a rule that was not asked for accepts is neither needed nor unused.
    entries = tuple(entry for entry in accepted.accepted if entry.rule in levels)
    return replace(accepted, accepted=entries)


def excused(report: Report) -> Report:
    """Return a report in which the findings that the baseline accepts are `inherited`."""
    accepted = report.assessment.dossier.baseline
    if accepted is None:
        return report
    positions, _unused = baseline_file.match_baseline(accepted, report.findings)
    numbered = tuple(enumerate(report.findings))
    return replace(
        report,
        findings=tuple(finding for number, finding in numbered if number not in positions),
        inherited=report.inherited
        + tuple(finding for number, finding in numbered if number in positions),
    )
