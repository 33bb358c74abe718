"""Many dossiers, such as those of a monorepo or an archive, with one table of findings."""

from __future__ import annotations

import os
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from claimcheck.bulk.workers import Workers, processors
from claimcheck.bulk.writers import require_writable, writing
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.config import OWN_FILE, SHARED_FILE, read_config
from claimcheck.dossier.project import find_project
from claimcheck.gate.change import judge
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities
from claimcheck.model.errors import ProjectError, RequestError
from claimcheck.system.file_errors import cannot_read, cannot_write
from claimcheck.system.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claimcheck.bulk.local import Settings

    Row = tuple[object, ...]

FINDING_FIELDS: Final[tuple[tuple[str, pa.DataType, str], ...]] = (
    ("project", pa.string(), "The project's folder, relative to the folder that was named."),
    ("rule", pa.string(), "The rule; null where the project could not be checked."),
    (
        "severity",
        pa.string(),
        "`error`, `warning` or `note`; `failure` where nobody could check, and why in `message`.",
    ),
    ("path", pa.string(), "The file, relative to the project."),
    ("line", pa.int64(), "The line, from 1; null for the whole file."),
    ("column", pa.int64(), "The column, from 1; null for the whole line."),
    ("claim", pa.string(), "The claim that the finding is about, if any."),
    ("source", pa.string(), "The source that it is about, if any."),
    ("message", pa.string(), "What is wrong, in a sentence."),
    ("help", pa.string(), "What to do about it."),
)
FINDINGS: Final = pa.schema([(name, kind) for name, kind, _about in FINDING_FIELDS])
FAILURE: Final = "failure"
_PROJECTS_PER_TASK: Final = 16


@dataclass(slots=True)
class CheckSummary:
    """What came of checking many projects.

    Attributes:
        projects: how many.
        severities: how many findings have each severity; `failure` counts what was not checked.
        unchecked: evidence items that nobody could check.
        seconds: how long it took.
        deaths: workers that the system killed, and that were replaced.
    """

    projects: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    unchecked: int = 0
    seconds: float = 0.0
    deaths: int = 0


@dataclass(frozen=True, slots=True)
class _Projects:
    """Some projects below a folder, and the day to judge as of."""

    root: Path
    folders: tuple[str, ...]
    today: date


def check_projects(root: Path, out: str, today: date, settings: Settings) -> CheckSummary:
    """Check every project in a folder and below, and write their findings as one table.

    Args:
        root: the folder.
        out: the file to write, by whose ending its kind is known.
        today: the day to judge as of.
        settings: how the job is done.

    Raises:
        RequestError: there is no project, or nothing can be written.
    """
    begin = time.monotonic()
    require_writable(out)
    folders = sorted(projects_below(root))
    if not folders:
        raise RequestError(f"{root}: there is no project in it", "claimcheck init starts one")
    tasks = [
        _Projects(root, tuple(folders[start : start + _PROJECTS_PER_TASK]), today)
        for start in range(0, len(folders), _PROJECTS_PER_TASK)
    ]
    summary = CheckSummary(projects=len(folders))
    enough = len(tasks) > 1
    try:
        with Workers((settings.processes or processors()) if enough else 1) as workers:
            results = workers.map(_check, tasks, partial(settings.progress, "checking"))
            with writing(out, FINDINGS) as writer:
                for rows, unchecked in results:
                    writer.write(_batch(rows))
                    summary.severities.update(str(row[2]) for row in rows)
                    summary.unchecked += unchecked
    except OSError as error:
        raise cannot_write(out, error) from None
    summary.deaths = workers.deaths
    summary.seconds = time.monotonic() - begin
    return summary


def projects_below(root: Path) -> Iterator[str]:
    """Yield the folders in and below a folder that have a configuration, relative to it.

    Raises:
        RequestError: a folder cannot be read, and may hold a project.
    """

    def refuse(error: OSError) -> None:
        raise cannot_read(str(error.filename), error)

    for place, names, own in os.walk(root, onerror=refuse):
        names[:] = [name for name in names if not name.startswith(".")]
        folder = Path(place)
        if OWN_FILE in own or (SHARED_FILE in own and _is_configured(folder / SHARED_FILE)):
            yield folder.relative_to(root).as_posix()


def _is_configured(path: Path) -> bool:
    """Whether a `pyproject.toml` configures a project; true where nobody can tell: it will fail."""
    try:
        if b"claimcheck" not in path.read_bytes():
            return False
        return read_config(Folder(path.parent), SHARED_FILE) is not None
    except (OSError, ProjectError):
        return True


def _check(task: _Projects) -> tuple[list[Row], int]:
    """Check some projects; return their findings, and how many evidence items are unchecked."""
    rows: list[Row] = []
    unchecked = 0
    for name in task.folders:
        try:
            findings, items = _check_one(task.root / name, name, task.today)
        except ProjectError as error:
            findings, items = [_failure(name, problem, error.help) for problem in error.problems], 0
        rows += findings
        unchecked += items
    return rows, unchecked


def _check_one(root: Path, name: str, today: date) -> tuple[list[Row], int]:
    project = find_project(root)
    config = project.config
    levels = severities(config)
    request = Request(today, levels, read_article=read_draft)
    report, _state = judge(project, request, None, None)
    findings: list[Row] = [
        (
            name, finding.rule, str(finding.severity), finding.place.path,
            finding.place.line or None, finding.place.column or None,
            finding.claim, finding.source, finding.message, finding.help or None,
        )
        for finding in report.findings
    ]  # fmt: skip
    failures = (
        _failure(name, f"the rule '{failure.rule}' failed: {failure.error}", "")
        for failure in report.failures
    )
    return [*findings, *failures], report.assessment.census.unchecked


def _failure(name: str, problem: str, help_line: str) -> Row:
    nowhere = (None, None, None, None, None)
    return (name, None, FAILURE, *nowhere, problem, help_line or None)


def _batch(rows: Sequence[Row]) -> pa.RecordBatch:
    columns = list(chain.from_iterable([zip(*rows, strict=True)])) if rows else [()] * len(FINDINGS)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, FINDINGS, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=FINDINGS)
