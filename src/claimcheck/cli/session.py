"""One run of a command over a project: what it reads, and what may be kept of it."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.assessment.assess import Assessment, assess
from claimcheck.cli import console
from claimcheck.dossier.listing import list_files
from claimcheck.dossier.load import load_tree
from claimcheck.dossier.project import Project, find_project
from claimcheck.system.folder import Folder
from claimcheck.system.recording import Answers, Recording, RecordingTree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimcheck.cli.result import Command
    from claimcheck.dossier.article import Article
    from claimcheck.editing.preview import EarlierCheck
    from claimcheck.gate.incremental.state import State
    from claimcheck.gate.report import Report
    from claimcheck.gate.request import Request
    from claimcheck.model import Dossier, Severity
    from claimcheck.system.tree import Tree

_STATES = "states"
# About a second's work.
_MIN_CLAIMS_FOR_PROGRESS = 3000


@dataclass(slots=True)
class Session:
    """One run of the command line.

    `project` is what was named before the command; `answers` what the project's folders answered
    before the command began, if they were asked; `recording` what was read; `cached` whether
    anything may be kept. `command` is what the command line asks for, once it has been read; `tour`
    whether the project is that of the tour, in which each command says which comes next.
    """

    answers: Answers | None = None
    cached: bool = False
    project: Path | None = None
    recording: Recording = field(default_factory=Recording)
    command: Command | None = None
    tour: bool = False


def project_of(session: Session, directory: Path | None) -> Project:
    """Find the project: named with the command, before it, or that of the working directory."""
    start = directory or session.project or Path()
    session.recording.record_real_path(str(start))

    def reading(folder: Path) -> Tree:
        return RecordingTree(Folder(folder), folder, session.recording, session.answers)

    project = find_project(start, reading)
    session.tour = project.config.tour
    console.lead_links_to(project.root)
    return project


def assessment_of(project: Project, today: dt.date | None) -> Assessment:
    """Load and assess a project as of a day, by default the present one."""
    with _progress_over(project):
        return assess(load_tree(project.tree, project.config), today or present_day())


def dossier_of(project: Project) -> Dossier:
    """Load a project, and look up none of its quotations."""
    with _progress_over(project):
        return load_tree(project.tree, project.config)


def _progress_over(project: Project) -> contextlib.AbstractContextManager[None]:
    return progress(len(list_files(project.tree, project.config).claims))


def report_of(
    session: Session,
    project: Project,
    request: Request,
    base: str | None = None,
) -> Report:
    """Check a project, going on from what the last check of it came to.

    Args:
        session: the run of the command line.
        project: where the files are.
        request: what is asked.
        base: the branch, tag or commit that the change is to be merged into.

    Raises:
        ProjectError: the project cannot be checked in this way.
    """
    return _judge(session, project, request, base)[0]


def present_check(session: Session, project: Project, today: dt.date | None) -> EarlierCheck:
    """Check a project by its own settings, going on from what the last check of it came to.

    Args:
        session: the run of the command line.
        project: where the files are.
        today: the day to judge as of, by default the present one.
    """
    from claimcheck.editing.preview import EarlierCheck
    from claimcheck.gate.runner import severities

    config = project.config
    levels = severities(config)
    request = request_of(levels, today, keep_claims=False)
    return EarlierCheck(request, *_judge(session, project, request, None))


def _judge(
    session: Session, project: Project, request: Request, base: str | None
) -> tuple[Report, State | None]:
    """Check a project as its baseline or its base has it, and keep the state for the next check.

    Args:
        session: the run of the command line.
        project: where the files are.
        request: what is asked.
        base: the branch, tag or commit that the change is to be merged into.
    """
    from claimcheck.gate.change import judge

    if base is not None:
        return judge(project, request, base)

    return _check_from_last_state(session, project, request, partial(judge, project, request, None))


def report_and_state(
    session: Session, project: Project, request: Request
) -> tuple[Report, State | None]:
    """Check a project as `report_of` does, and return what the next check goes on from, too.

    Findings that a baseline accepts are among the findings, as all others are.

    Args:
        session: the run of the command line.
        project: where the files are.
        request: what is asked.

    Raises:
        ProjectError: the project cannot be checked in this way.
    """
    from claimcheck.gate.check import check_project

    def checked(previous: State | None) -> tuple[Report, State | None]:
        return check_project(project.tree, project.config, request, previous)

    return _check_from_last_state(session, project, request, checked)


def _check_from_last_state(
    session: Session,
    project: Project,
    request: Request,
    check: Callable[[State | None], tuple[Report, State | None]],
) -> tuple[Report, State | None]:
    """Run a check from the state of the last one in the cache, and keep its own state there.

    Args:
        session: the run of the command line; without a cache, everything is checked anew.
        project: where the files are.
        request: what is asked.
        check: checks the project from a state; None stands for no state.
    """
    from claimcheck.gate.incremental.state import State
    from claimcheck.system import cache

    key, previous = "", None
    if session.cached:
        key = cache.hashed(
            cache.build(),
            str(project.root),
            repr(project.config),
            repr(sorted(request.levels.items())),
        )
        previous = State.open(lambda name: cache.get(_STATES, f"{key}-{name}"))
    report, state = check(previous)
    # Of files that were changed while they were read, nothing is known.
    if key and state and session.recording.consistent:
        state.save(lambda name, data: cache.put(_STATES, f"{key}-{name}", data))
    return report, state


def request_of(
    levels: Mapping[str, Severity], today: dt.date | None = None, *, keep_claims: bool = True
) -> Request:
    """Return what to ask of a check.

    Args:
        levels: the rules to run, with their severities.
        today: the day to judge as of, by default the present one.
        keep_claims: whether the report is to hold every claim as assessed.
    """
    from claimcheck.gate.request import Request

    return Request(
        today or present_day(),
        levels,
        keep_claims=keep_claims,
        progress=progress,
        read_article=_read_article,
    )


def _read_article(path: str, data: bytes) -> Article:
    from claimcheck.documents.draft import read_draft  # only where there are articles

    return read_draft(path, data)


def is_lasting(project: Project) -> bool:
    """Whether an answer about a project holds until a file of it changes.

    Where a program is missing that verifies signatures, it may come.
    """
    if not project.config.signers:
        return True
    from claimcheck.dossier.key_signatures import programs_missing
    from claimcheck.dossier.signers import read_signers

    return not programs_missing(read_signers(project.tree, project.config.signers))


def present_day() -> dt.date:
    """Return the day on which to judge where none is named."""
    return dt.date.today()  # noqa: DTZ011 - the user's own calendar


def progress(
    claims: int, phrase: str = "looking at {} claims"
) -> contextlib.AbstractContextManager[None]:
    """Say at a terminal what is done with claims, where there are so many that it takes a while.

    Args:
        claims: how many there are.
        phrase: what is done, with `{}` for their number.
    """
    if claims < _MIN_CLAIMS_FOR_PROGRESS:
        return contextlib.nullcontext()
    from claimcheck.cli.progress import show_line  # only where it takes a while

    return show_line(phrase.format(f"{claims:,}"))
