"""The gate: what it is asked, what it says, and the exit status.

It knows nothing of the command line, so that the check that is run most, of a whole project as it
is configured, starts without a library for it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.cli import console, session
from claimcheck.formats import findings, phrases
from claimcheck.formats.screen import Screen
from claimcheck.gate.runner import severities
from claimcheck.system import plugins
from claimcheck.text.printable import printable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from claimcheck.cli.outputs import Output
    from claimcheck.cli.session import Session
    from claimcheck.dossier.project import Project
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check is to look at, to hold against the project, and to say.

    Attributes:
        paths: report only findings in these files and folders.
        shown: the format in which to say it.
        output: formats and files, as `FORMAT=FILE`, in which to write it besides.
        base: the branch, tag or commit that the change is to be merged into.
        select: when given, the only rules to run.
        ignore: rules not to run.
        strict: whether warnings fail.
        project: the project's folder, or one below it.
        today: the day to judge as of; by default the present one.
    """

    paths: tuple[Path, ...] = ()
    shown: str = "terminal"
    output: tuple[str, ...] = ()
    base: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    project: Path | None = None
    today: dt.date | None = None


def inspect(run: Session, asked: Asked) -> int:
    """Check a project, and say what was found.

    Returns:
        The exit status: 0 where no errors were found, 1 where there are some, and 2 where a rule
        itself failed.

    Raises:
        ProjectError: the project cannot be checked in this way.
    """
    found = session.project_of(run, asked.project)
    chosen = _outputs(asked, found)
    if asked.base is not None and not asked.base.strip():
        console.refuse("--base is empty", "name a branch, tag or commit, such as origin/main")
    levels = severities(found.config.rules, asked.select, asked.ignore)
    views = {asked.shown, *(one.format for one in chosen)}
    whole = bool(asked.paths) or bool(views & findings.NEEDS_CLAIMS)
    request = session.request_of(levels, asked.today, keep_claims=whole)
    report = session.report_of(run, found, request, asked.base)
    if asked.paths:
        report = _only(report, asked.paths, found)
    screen = console.screen()
    # With nothing to show, the closing line needs no page, and so not the time to load one.
    bare = asked.shown == "terminal" and not report.findings and not screen.color
    console.say(_said(report, "concise" if bare else asked.shown, screen))
    for one in chosen:
        _write(one, _said(report, one.format, Screen()))
    for failure in report.failures:
        sys.stderr.write(
            f"error: rule {failure.rule} itself failed ({type(failure.error).__name__}: "
            f"{printable(str(failure.error))}); please report it\n"
        )
    if report.failures:
        return 2
    run.repeatable = asked.base is None and not chosen and not asked.paths
    return int(report.failed or bool(asked.strict and report.totals.warnings))


def _outputs(asked: Asked, project: Project) -> tuple[Output, ...]:
    if not asked.output:
        return ()
    from claimcheck.cli import outputs  # only where files are named

    return outputs.outputs(asked.output, project)


def _write(one: Output, text: str) -> None:
    from claimcheck.cli import outputs  # as above

    try:
        outputs.write(one, text)
    except OSError as error:
        console.refuse(f"{one.path}: cannot be written: {error.strerror or error}")


def _said(report: Report, name: str, screen: Screen) -> str:
    view: Callable[[Report, Screen], str] = plugins.module(findings, name).render
    return view(report, screen)


def _only(report: Report, paths: tuple[Path, ...], project: Project) -> Report:
    """Keep the findings in some files, and on the sources that the claims there cite."""
    dossier = report.assessment.dossier
    own = (project.config.claims, project.config.sources, project.config.reviews)
    chosen = []
    for path in paths:
        full = path if path.is_absolute() else Path.cwd() / path
        if not full.exists():
            console.refuse(f"{path}: there is no such file or folder")
        inside = full.resolve()
        name = (
            inside.relative_to(project.root).as_posix()
            if inside.is_relative_to(project.root)
            else ""
        )
        if name != "." and not any(f"{name}/".startswith(f"{one}/") for one in own):
            console.refuse(f"{path}: is no file or folder of this dossier ({', '.join(own)})")
        chosen.append(name)

    def among(file: str) -> bool:
        return any(path in {".", file} or file.startswith(f"{path}/") for path in chosen)

    cited = {
        item.source
        for claim in dossier.claims
        if among(claim.place.path)
        for item in claim.evidence
    }

    def concerned(finding: Finding) -> bool:
        return among(finding.place.path) or (not finding.claim and finding.source in cited)

    kept = tuple(filter(concerned, report.findings))
    elsewhere = len(report.findings) - len(kept)
    if elsewhere:
        sys.stderr.write(
            f"not shown: {phrases.count(elsewhere, 'finding')} elsewhere in the dossier\n"
        )
    return replace(
        report,
        findings=kept,
        allowed=tuple(filter(concerned, report.allowed)),
        inherited=tuple(filter(concerned, report.inherited)),
    )
