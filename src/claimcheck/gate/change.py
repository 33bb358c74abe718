"""What the gate holds against a project: everything, or only what a change brings with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.assessment.assess import assess
from claimcheck.dossier import baseline_file
from claimcheck.gate.check import check, check_project
from claimcheck.gate.runner import severities
from claimcheck.model import Dossier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.dossier.project import Project
    from claimcheck.gate.check import Request
    from claimcheck.gate.incremental.state import State
    from claimcheck.gate.report import Report
    from claimcheck.model import Baseline, Severity

PINS = "pin-changed"


def judge(
    project: Project, request: Request, base: str | None = None, previous: State | None = None
) -> tuple[Report, State | None]:
    """Check a project, and tell what is held against it from what is only counted.

    Without `base`, findings that the project's baseline accepts are `inherited`. With `base`,
    findings that stood there already where the change left `base` are, judged by today's settings;
    then the baseline accepts nothing, since it may come with the change, unless the project itself
    does.

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
    request = replace(request, baseline=_accepted(project, request.levels))
    if base is not None:
        return _judge_change(project, request, base), None
    report, state = check_project(project.tree, project.config, request, previous)
    return excused(report), state


def _judge_change(project: Project, request: Request, base: str) -> Report:
    from claimcheck.dossier.at_commit import project_at  # git and the rest, only where it is asked
    from claimcheck.gate.introduced import introduced
    from claimcheck.system import git

    settings = project.config
    commit = git.merge_base(project.root, base)
    with project_at(project.root, commit) as earlier:
        own = earlier.config if earlier else settings
        levels = dict(request.levels)
        _keep_pins_guarded(levels, own.rules, settings.rules)
        request = replace(request, levels=levels, keep_claims=True)
        # Judged by today's settings, so that only what changed in it makes a difference.
        config = replace(settings, claims=own.claims, sources=own.sources, reviews=own.reviews)
        if earlier is None:
            before = check(assess(Dossier(config), request.today), levels)
        else:
            before, _ = check_project(
                earlier.tree, config, replace(request, baseline=None, compare=None)
            )
    old = replace(before.assessment.dossier, config=own)
    head, _ = check_project(project.tree, settings, replace(request, base=old))
    report = introduced(before, head)
    return excused(report) if earlier is None else report


def _accepted(project: Project, levels: Mapping[str, Severity]) -> Baseline | None:
    accepted = baseline_file.read_baseline(project.tree)
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


def _keep_pins_guarded(
    levels: dict[str, Severity], earlier: Mapping[str, str], today: Mapping[str, str]
) -> None:
    """Hold a change to the level of `pin-changed` that it found, lest it switch its guard off."""
    if earlier.get(PINS) != today.get(PINS):
        own = severities({PINS: earlier[PINS]} if PINS in earlier else {})
        levels.pop(PINS, None)
        if PINS in own:
            levels[PINS] = own[PINS]
