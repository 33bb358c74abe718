"""What the gate holds against a project: everything, or only what a change brings with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.assessment.assess import assess
from claimcheck.dossier import baseline_file
from claimcheck.dossier.at_commit import dossier_at
from claimcheck.dossier.load import load_tree
from claimcheck.gate.check import check, severities
from claimcheck.gate.introduced import introduced
from claimcheck.model import Dossier

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from datetime import date

    from claimcheck.assessment.assess import Assessment
    from claimcheck.dossier.project import Project
    from claimcheck.gate.incremental.state import Memory
    from claimcheck.gate.report import Report
    from claimcheck.model import Baseline, Config, Severity

PINS = "pin-changed"


def judge_again(
    project: Project,
    today: date,
    levels: Mapping[str, Severity],
    known: Memory | None,
    looking: Callable[[int], AbstractContextManager[None]],
) -> tuple[Report, Memory | None]:
    """Run the rules on what has changed since the last time; findings as `judge` without `base`.

    Args:
        project: where the files are.
        today: the day to judge as of.
        levels: the rules to run.
        known: what is known from the last time that these rules were run.
        looking: what to enter while claims are looked at, given how many.

    Returns:
        The report, without the claims themselves where nothing has changed in them, and what is
        known now; nothing where everything had to be checked.

    Raises:
        ProjectError: as `judge`.
    """
    from claimcheck.gate.incremental.check import (  # only where it serves
        Question,
        WholeError,
        recheck,
    )

    accepted = _accepted(project, levels)
    asked = Question(project.tree, project.config, today, levels, accepted, looking)
    for memory in [known, None] if known else [None]:
        try:
            report, learnt = recheck(asked, memory)
        except WholeError:
            continue
        return excused(report), learnt
    whole = assess(load_tree(project.tree, project.config), today)
    return judge(project, whole, None, levels), None


def judge(
    project: Project,
    assessment: Assessment,
    base: str | None = None,
    levels: Mapping[str, Severity] | None = None,
) -> Report:
    """Run the rules, and tell what is held against the project from what is only counted.

    Without `base`, findings that the project's baseline accepts are `inherited`. With `base`,
    findings that stood there already where the change left `base` are, judged by today's settings;
    then the baseline accepts nothing, since it may come with the change, unless the project itself
    does.

    Args:
        project: where the files are.
        assessment: the working tree as assessed.
        base: the branch, tag or commit that the change is to be merged into.
        levels: the rules to run, as `check` takes them.

    Raises:
        ProjectError: a commit cannot be read, or the baseline is none.
    """
    dossier = replace(assessment.dossier, baseline=_accepted(project, levels))
    if base is None:
        return excused(check(replace(assessment, dossier=dossier), levels))
    from claimcheck.system import git  # subprocess and the rest, only where git is asked

    before = dossier_at(project.root, git.merge_base(project.root, base))
    settings = dossier.config
    old = before or Dossier(config=settings)
    levels = dict(severities(settings.rules) if levels is None else levels)
    _keep_pins_guarded(levels, old.config.rules, settings.rules)
    head = check(replace(assessment, dossier=replace(dossier, base=old)), levels)
    report = introduced(check(assess(_judged_by(settings, old), assessment.today), levels), head)
    return excused(report) if before is None else report


def _accepted(project: Project, levels: Mapping[str, Severity] | None) -> Baseline | None:
    accepted = baseline_file.read_baseline(project.tree)
    if accepted is None or levels is None:
        return accepted
    # What a rule that was not asked for accepts is neither needed nor unused.
    entries = tuple(entry for entry in accepted.accepted if entry.rule in levels)
    return replace(accepted, accepted=entries)


def _judged_by(settings: Config, dossier: Dossier) -> Dossier:
    """Put a dossier under other settings, so that only what changed in it makes a difference."""
    own = dossier.config
    config = replace(settings, claims=own.claims, sources=own.sources, reviews=own.reviews)
    return replace(dossier, config=config)


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
    levels: dict[str, Severity], before: Mapping[str, str], after: Mapping[str, str]
) -> None:
    """Hold a change to the level of `pin-changed` that it found, lest it switch its guard off."""
    if before.get(PINS) != after.get(PINS):
        own = severities({PINS: before[PINS]} if PINS in before else {})
        levels.pop(PINS, None)
        if PINS in own:
            levels[PINS] = own[PINS]
