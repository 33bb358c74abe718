"""The gate: what a check is to look at and to show, and what it comes to.

It knows nothing of the library for command lines, so that the check that is run most, of a whole
project as it is configured, starts without one.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.cli import console, session
from claimcheck.cli.exit_status import CLEAN, FINDINGS, UNABLE
from claimcheck.cli.result import CommandResult
from claimcheck.formats import findings
from claimcheck.formats.screen import Screen
from claimcheck.gate.runner import severities, unasked
from claimcheck.system import plugins
from claimcheck.system.file_errors import cannot_write
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT
from claimcheck.text.plural import count
from claimcheck.text.printable import printable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from claimcheck.cli.outputs import OutputFile
    from claimcheck.cli.session import Session
    from claimcheck.dossier.project import Project
    from claimcheck.gate.report import Report


class CheckOptions(NamedTuple):
    """What a check is to look at, to hold against the project, and to show.

    Attributes:
        paths: report only findings in these files and folders.
        format: the format in which to show it.
        output: formats and files, as `FORMAT=FILE`, in which to write it besides.
        base: the branch, tag or commit that the change is to be merged into.
        select: when given, the only rules to run.
        ignore: rules not to run.
        strict: whether warnings fail.
        quiet: whether no more is said than the closing line, and nothing where the gate is green.
        directory: the project's folder, or one below it.
        today: the day to judge as of; by default the present one.
        re_extract: whether texts are taken out of their documents again, and compared; with `base`,
            those that the change touches.
        time_limit: the seconds that reading one document may take.
    """

    paths: tuple[Path, ...] = ()
    format: str = "terminal"
    output: tuple[str, ...] = ()
    base: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    quiet: bool = False
    directory: Path | None = None
    today: dt.date | None = None
    re_extract: bool = False
    time_limit: float = SECONDS_PER_DOCUMENT


def inspect(run: Session, options: CheckOptions) -> Iterator[CommandResult]:
    """Check a project, and write what was found to the files that are named.

    Args:
        run: the run of the command line.
        options: what to look at, and how.

    Yields:
        What was found. The exit status is 0 where there are no errors, 1 where there are some, and
        2 where a rule itself failed.

    Raises:
        ProjectError: the project cannot be checked in this way.
        RequestError: nor with these options.
    """
    project = session.project_of(run, options.directory)
    files = _output_files(options, project)
    if options.base is not None and not options.base.strip():
        console.refuse("--base is empty", "name a branch, tag or commit, such as origin/main")
    config = project.config
    levels = severities(config, options.select, options.ignore)
    formats = {options.format, *(file.format for file in files)}
    keep_claims = bool(options.paths) or bool(formats & findings.NEEDS_CLAIMS)
    request = session.request_of(levels, options.today, keep_claims=keep_claims)
    request = replace(request, unasked=unasked(options.select, options.ignore))
    comparer = None
    if options.re_extract:
        from claimcheck.cli.comparing import TextComparer  # documents are read only when asked

        comparer = TextComparer(project.root, options.time_limit)
        request = replace(request, compare=comparer)
    report = session.report_of(run, project, request, options.base)
    if request.unasked:
        every_rule = severities(config)
        report = replace(report, not_run=request.unasked & every_rule.keys())
    hidden = 0
    if options.paths:
        whole = report
        report = _report_on(report, options.paths, project)
        hidden = len(whole.findings) - len(report.findings)
    status = _status(report, strict=options.strict)
    yield CommandResult(
        _closing(report, status) if options.quiet else _rendered(report, options.format),
        status,
        _notes(report, hidden) + (comparer.cost if comparer else ""),
        repeatable=not (options.base or files or options.paths or options.re_extract)
        # What was not verified in this go may be in the next one.
        and all(finding.rule != "signature-untrusted" for finding in report.findings)
        and session.is_lasting(project),
    )
    for file in files:
        _write(file, report)


def _output_files(options: CheckOptions, project: Project) -> tuple[OutputFile, ...]:
    if not options.output:
        return ()
    from claimcheck.cli.outputs import output_files  # only where files are named

    return output_files(options.output, project)


def _write(file: OutputFile, report: Report) -> None:
    from claimcheck.cli.outputs import write_output

    text: str = plugins.module(findings, file.format).render(report, Screen())
    try:
        write_output(file, text)
    except OSError as error:
        raise cannot_write(str(file.path), error) from None


def _rendered(report: Report, name: str) -> str:
    screen = console.screen()
    # With nothing to show, the closing line needs no page, and so not the time to load one.
    is_bare = name == "terminal" and not report.findings and not screen.color
    text: str = plugins.module(findings, "concise" if is_bare else name).render(report, screen)
    if is_bare and len(text) > screen.width:
        import textwrap  # only for a line that is broken

        return f"{textwrap.fill(text, screen.width, break_on_hyphens=False)}\n"
    return text


def _closing(report: Report, status: int) -> str:
    from claimcheck.formats import phrases  # most checks show more

    return "" if status == CLEAN else f"{phrases.closing(report.totals)}\n"


def _claim_path(project: Project, path: Path) -> str:
    """Return the file of the claim or the source that a word names, which is no file or folder."""
    from claimcheck.dossier.listing import list_claims, list_sources  # only where some are named
    from claimcheck.text.suggest import did_you_mean

    name = path.as_posix()
    paths = {
        **list_sources(project.tree, project.config),
        **list_claims(project.tree, project.config),
    }
    if name not in paths:
        hint = (
            did_you_mean(name, paths) or "name a file, a folder, or the id of a claim or a source"
        )
        console.refuse(f"{path}: there is no such file, folder, claim or source", hint)
    return paths[name]


def _status(report: Report, *, strict: bool) -> int:
    if report.failures:
        return UNABLE
    return FINDINGS if report.failed or (strict and report.totals.warnings) else CLEAN


def _notes(report: Report, hidden: int) -> str:
    notes = f"not shown: {count(hidden, 'finding')} elsewhere in the dossier\n"
    failures = (
        f"error: rule {failure.rule} itself failed ({type(failure.error).__name__}: "
        f"{printable(str(failure.error))}); please report it\n"
        for failure in report.failures
    )
    return (notes if hidden else "") + "".join(failures)


def _report_on(report: Report, paths: tuple[Path, ...], project: Project) -> Report:
    from claimcheck.gate.selection import report_on  # only where files are named

    return report_on(report, [_path_in(project, path) for path in paths])


def _path_in(project: Project, path: Path) -> str:
    """Return the path of a file or folder of a project, relative to its root."""
    full = path if path.is_absolute() else Path.cwd() / path
    if not full.exists():
        return _claim_path(project, path)
    real, name = full.resolve(), ""
    if real.is_relative_to(project.root):
        name = real.relative_to(project.root).as_posix()
    folders = (project.config.claims, project.config.sources, project.config.reviews)
    if name != "." and not any(f"{name}/".startswith(f"{folder}/") for folder in folders):
        console.refuse(
            f"{path}: is no file or folder of this dossier ({', '.join(folders)})",
            f"name one of those; for an article: claimcheck article {path}",
        )
    return name
