"""`claimcheck import` of tables, bibliographies and notes."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.exchange import report_on_demand
from claimcheck.cli.exit_status import CLEAN, FINDINGS
from claimcheck.cli.options import CharsetOption, DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult, at_width, joined
from claimcheck.documents import bibliographies, note_shapes, spreadsheet
from claimcheck.documents.document import read_input
from claimcheck.documents.json_file import read_json
from claimcheck.documents.note import ImportedNote
from claimcheck.dossier.load import load
from claimcheck.editing.file_edit import apply
from claimcheck.editing.operations.import_answer import (
    begin_claims_folder,
    passage_counts,
    path_of,
    write_draft,
)
from claimcheck.editing.operations.import_bibliography import record_edits, write_record
from claimcheck.editing.operations.import_notes import draft_notes
from claimcheck.editing.operations.import_table import file_edits
from claimcheck.formats.bibliography_changes import record_text, sum_text
from claimcheck.formats.drafts import draft_text, import_text
from claimcheck.formats.table_changes import cell_edits, table_of, table_of_rows
from claimcheck.model.errors import AnswerError
from claimcheck.system import plugins
from claimcheck.text.plural import count
from claimcheck.text.printable import printable
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from claimcheck.documents.spreadsheet import Grid
    from claimcheck.dossier.project import Project
    from claimcheck.editing.operations.import_bibliography import RecordEdit
    from claimcheck.editing.operations.import_table import CellEdit

_SUCH_AS = {
    "--column": "such as --column claim=Statement",
    "--source": "such as --source 'Annual report=report'",
}
_NEEDED = {
    "claim": "what is claimed",
    "quote": "the source's own words",
    "source": "which document they are from: a title, an address or an id",
}
_ABOUT_HIGHLIGHTS = """\
What was written beside a passage is the claim, in a first wording. Each passage is looked for
    at once and written down as it was noted, with `stance: unset`: the gate stays closed until a
    person has judged it."""
_ABOUT_REVIEWS = """\
What was reviewed is the claim, with who made it and on which day. A review quotes no passages,
    so the draft cites none: where the claim appeared, and the review with its rating, stand in it
    as notes, and the gate stays closed until somebody has pinned a source and linked a passage."""


@dataclass(frozen=True, slots=True)
class _NoteShape:
    """A shape of notes that claims are drafted from.

    Attributes:
        name: what the command and the module are called that read it.
        what: what it is, for the help.
        about: what its drafts are, for the help.
        origin: what a draft says that it is drafted from.
    """

    name: str
    what: str
    about: str
    origin: str


_NOTE_SHAPES = (
    _NoteShape("hypothesis", "Hypothesis' annotations", _ABOUT_HIGHLIGHTS, "a highlight"),
    _NoteShape("zotero", "Zotero's highlights", _ABOUT_HIGHLIGHTS, "a highlight"),
    _NoteShape(
        "claimreview",
        "ClaimReview, in whatever shape it is out there",
        _ABOUT_REVIEWS,
        "a fact-check",
    ),
)
_MAX_BYTES = 64 << 20
# How often one thing is asked before the command gives up.
_MAX_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class _Import:
    """A file that is imported: into which project, and how."""

    project: Project
    file: str
    columns: Sequence[str] = ()
    sources: Sequence[str] = ()
    dry_run: bool = False
    yes: bool = False


FileArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="The file; - reads standard input.")
]
YesOption = Annotated[
    bool, typer.Option("--yes", help="Write without asking, after the difference is shown.")
]
SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=ID", help="Which source is meant by a name in the file (repeatable)."
    ),
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KEY=COLUMN",
        help="Which column holds what, such as claim=Behauptung (repeatable). "
        f"Keys: {', '.join(spreadsheet.COLUMN_NAMES)}.",
    ),
]


def register(import_app: typer.Typer) -> None:
    """Add the commands of this file to `claimcheck import`."""
    command("csv", "Claims and quotations from a table, or changes to one that was exported.",
            import_app)(csv_command)  # fmt: skip
    command("xlsx", "Claims and quotations from a sheet of a workbook.", import_app)(xlsx_command)
    command("jsonl", "Changes to exported rows.", import_app)(jsonl_command)
    for name, what in (("csl", "CSL-JSON, as Zotero writes it"), ("bibtex", "BibTeX")):
        command(name, f"Records of documents from {what}.", import_app)(_bibliography(name, what))
    for shape in _NOTE_SHAPES:
        command(shape.name, f"Draft claims from {shape.what}.", import_app)(_notes(shape))


def csv_command(
    context: typer.Context,
    file: FileArgument,
    column: ColumnOption = None,
    source: SourceOption = None,
    charset: CharsetOption = "",
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Draft claims from a newsroom's table, or bring back a table that `export csv` wrote.

    A row is a claim with a passage; rows of one claim become one claim, and a row without a claim
    belongs to the one above. Columns are known by their names in several languages; where one is
    not, it is asked for at a terminal, or named with --column. Each quotation is looked for at
    once, and those that do not pass are listed.

    A table that `claimcheck export csv` wrote and somebody edited changes exactly the cells that
    were edited. The difference is shown, and written once it is agreed to.

    \b
    Exit status:
      0  everything is written down; whether it holds, `claimcheck check` says
      1  the difference was not agreed to; nothing is written
      2  the file cannot be read, or something cannot be written

    \b
    Examples:
      claimcheck import csv claims.csv
      claimcheck import csv liste.csv --column claim=Behauptung --column quote=Zitat
      claimcheck export csv --table claims > claims.csv
      claimcheck import csv claims.csv
    """
    project = session.project_of(context.obj, directory)
    with _named(file):
        grid = spreadsheet.read_csv(_data(file), charset)
    yield from _table(_Import(project, file, column or (), source or (), dry_run, yes), grid)


def xlsx_command(
    context: typer.Context,
    file: FileArgument,
    sheet: Annotated[
        str,
        typer.Option(metavar="NAME", help="The sheet.  [default: the first]", show_default=False),
    ] = "",
    column: ColumnOption = None,
    source: SourceOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Draft claims from a sheet of a workbook (XLSX), as `import csv` does from a table.

    Read is what the cells show; formulas are never run.

    \b
    Exit status:
      0  everything is written down; whether it holds, `claimcheck check` says
      1  the difference was not agreed to; nothing is written
      2  the file cannot be read, or something cannot be written

    \b
    Examples:
      claimcheck import xlsx claims.xlsx
      claimcheck import xlsx claims.xlsx --sheet "July 2024" --column claim=Behauptung
    """
    project = session.project_of(context.obj, directory)
    with _named(file):
        grid = spreadsheet.read_workbook(_data(file), sheet)
    yield from _table(_Import(project, file, column or (), source or (), dry_run, yes), grid)


def jsonl_command(
    context: typer.Context,
    file: FileArgument,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Bring back what `claimcheck export jsonl` wrote and somebody edited.

    Exactly the values that were edited are changed; findings and reviews are passed over. The
    difference is shown, and written once it is agreed to.

    \b
    Exit status:
      0  the changes are written, or there are none
      1  the difference was not agreed to; nothing is written
      2  the file cannot be read, or something cannot be written

    \b
    Example:
      claimcheck import jsonl dossier.jsonl --dry-run
    """
    project = session.project_of(context.obj, directory)
    with _named(file):
        tables = _tables_of_lines(_data(file))
        report = report_on_demand(project)
        edits = [
            edit for name, records in tables.items() for edit in cell_edits(name, records, report)
        ]
    yield from _written_edits(_Import(project, file, dry_run=dry_run, yes=yes), edits)


def _tables_of_lines(data: bytes) -> dict[str, list[tuple[int, dict[str, object]]]]:
    tables: dict[str, list[tuple[int, dict[str, object]]]] = {}
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise AnswerError(f"line {row}: is not UTF-8", "save it as UTF-8") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = read_json(line.encode("utf-8", "surrogatepass"))
        except AnswerError as error:
            reason = str(error).removeprefix("line 1, ")
            raise AnswerError(
                f"line {number}, {reason}" if reason != str(error) else f"line {number}: {reason}"
            ) from None
        if not isinstance(value, dict) or not isinstance(value.get("table"), str):
            raise AnswerError(f"line {number}: is no row with the name of its table")
        if value["table"] in {"claims", "evidence", "sources"}:
            tables.setdefault(value["table"], []).append((number, value))
    return tables


def _bibliography(name: str, what: str) -> Callable[..., Iterator[CommandResult]]:
    def bibliography_command(
        context: typer.Context,
        file: FileArgument,
        dry_run: DryRunOption = False,
        directory: ProjectOption = None,
    ) -> Iterator[CommandResult]:
        project = session.project_of(context.obj, directory)
        with _named(file):
            entries = list(plugins.module(bibliographies, name).entries(_data(file)))
        edits = tuple(record_edits(entries, load(project.root, project.config), project))
        for edit in edits:
            if edit.changes:
                if not dry_run:
                    write_record(project, edit)
                yield CommandResult(at_width(record_text(edit, written=not dry_run)))
        yield CommandResult(at_width(sum_text(edits, _documents(edits, file))))

    bibliography_command.__doc__ = f"""Take over what a bibliography says of documents: {what}.

    An entry is of the source that has its key as id, or its address; only what differs is changed
    in that record. Another begins a record that waits for its document: pin it with
    `claimcheck source add FILE --id KEY`, and what the record says stays.

    \b
    Example:
      claimcheck import {name} library.{"json" if name == "csl" else "bib"} --dry-run
    """
    return bibliography_command


def _documents(edits: Iterable[RecordEdit], file: str) -> dict[str, str]:
    """Return where the documents of new records lie, as far as a bibliography names files there."""
    documents = {}
    for edit in edits:
        # A path is taken from where the bibliography is; an absolute one is what it is.
        there = (Path(file).parent / name for name in edit.files)
        if edit.is_new and (document := next(filter(_is_file, there), None)):
            documents[edit.source] = str(document)
    return documents


def _is_file(path: Path) -> bool:
    """Whether a file is there; no name that a machine refuses is one."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _notes(shape: _NoteShape) -> Callable[..., Iterator[CommandResult]]:
    def notes_command(
        context: typer.Context,
        file: FileArgument,
        source: SourceOption = None,
        dry_run: DryRunOption = False,
        directory: ProjectOption = None,
    ) -> Iterator[CommandResult]:
        project = session.project_of(context.obj, directory)
        with _named(file):
            notes = list(plugins.module(note_shapes, shape.name).notes(_data(file)))
        request = _Import(project, file, sources=source or (), dry_run=dry_run)
        yield from _drafted(request, notes, shape.origin)

    notes_command.__doc__ = f"""Draft claims from {shape.what}.

    {shape.about}

    \b
    Example:
      claimcheck import {shape.name} notes.json --dry-run
    """
    return notes_command


def _table(request: _Import, grid: Grid) -> Iterator[CommandResult]:
    if not request.columns and (name := table_of(grid.header) or _table_of_rows(request, grid)):
        remarks: list[str] = []
        with _named(request.file):
            report = report_on_demand(request.project)
            edits = list(cell_edits(name, grid.records(), report, remarks.append))
        if remarks:
            shown = joined(f"  {printable(remark)}" for remark in remarks)
            yield CommandResult(
                f"left as they stand, since a spreadsheet made dates of them:\n{shown}"
            )
        yield from _written_edits(request, edits)
        return
    chosen = dict(_column_pairs(request.columns))
    with _named(request.file):
        matched = spreadsheet.matched_columns(grid.header, chosen)
    matched |= _asked_columns(grid, matched)
    notes = list(_notes_of(grid, matched))
    used = ", ".join(f"{key} from '{name}'" for key, name in matched.items())
    left = [name for name in grid.header if name and name not in matched.values()]
    lines = [f"columns: {used}"]
    lines += [f"left out: {', '.join(left)}"] if left else []
    yield CommandResult(at_width(joined(map(printable, lines))))
    yield from _drafted(request, notes, "a spreadsheet")


def _table_of_rows(request: _Import, grid: Grid) -> str:
    return table_of_rows(grid, load(request.project.root, request.project.config))


def _asked_columns(grid: Grid, matched: Mapping[str, str]) -> dict[str, str]:
    """Ask which column holds what, of what no name of a column tells."""
    missing = [key for key in _NEEDED if key not in matched and (key == "claim" or grid.rows)]
    answers: dict[str, str] = {}
    for key in missing:
        if not sys.stdin.isatty():
            if key != "claim":
                continue
            console.refuse(
                "no column is known to hold the claims",
                f"name it: --column claim=COLUMN; there are {', '.join(filter(None, grid.header))}",
            )
        column = _asked_column(key, grid.header)
        answers |= {key: column} if column else {}
    return answers


def _asked_column(key: str, header: Sequence[str]) -> str:
    """Ask which column holds something, again where there is no such column; "" for none.

    Raises:
        RequestError: there is still none after a few times, or nobody answers.
    """
    names = ", ".join(filter(None, header))
    columns = {_folded(name): name for name in header if name}
    optional = "" if key == "claim" else "; Enter: none"
    question = f"Which column holds {_NEEDED[key]}? [{names}{optional}] "
    mistake = ""
    for _ in range(_MAX_QUESTIONS):
        line = console.ask(f"{mistake}{question}")
        answer = printable((line or "").strip())
        if _folded(answer) in columns:
            return columns[_folded(answer)]
        if not answer and (line is None or key != "claim"):
            break
        hint = did_you_mean(answer, [*columns.values()]) or f"there are {names}"
        mistake = f"there is no column '{answer}': {hint}\n"
    if answer or key == "claim":
        console.refuse(f"there is no column '{answer}'", f"there are {names}")
    return ""


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _notes_of(grid: Grid, columns: Mapping[str, str]) -> Iterator[ImportedNote]:
    claim = ""
    for line, record in grid.records():
        cells = {key: record.get(name, "").strip() for key, name in columns.items()}
        claim = cells.get("claim") or claim
        source = cells.get("source", "")
        yield ImportedNote(
            claim=claim or "A claim without words",
            quote=cells.get("quote", "").strip('“”„"«»'),
            names=(source,) if source else (),
            stance=cells.get("stance", ""),
            speaker=cells.get("speaker", ""),
            page=cells.get("page", ""),
            claimant=cells.get("claimant", ""),
            claimed_on=cells.get("claimed_on", ""),
            tags=tuple(cells.get("tags", "").replace(";", ",").split(",")),
            rationale=cells.get("rationale", ""),
            line=line,
        )


def _drafted(
    request: _Import, notes: Iterable[ImportedNote], origin: str
) -> Iterator[CommandResult]:
    project = request.project
    with _named(request.file):
        dossier = load(project.root, project.config)
        drafts = draft_notes(notes, dossier, dict(_source_pairs(request.sources)), origin)
    if not request.dry_run:
        begin_claims_folder(project)
    for draft in drafts.drafts:
        if not request.dry_run:
            write_draft(project, draft)
        line = draft_text(draft, path_of(project, draft), written=not request.dry_run)
        yield CommandResult(at_width(line))
    counts = None
    if not request.dry_run:
        counts = passage_counts(load(project.root, project.config), drafts)
    yield CommandResult(at_width(import_text(drafts, counts)))


def _written_edits(request: _Import, edits: Iterable[CellEdit]) -> Iterator[CommandResult]:
    project = request.project
    files = list(file_edits(edits, lambda path: project.tree.read(path).data))
    if not files:
        yield CommandResult("nothing in the table differs from the dossier\n")
        return
    lines = (line for edit in files for line in edit.diff().split("\n")[:-1])
    diff = joined(map(printable, lines))
    total = f"{count(len(files), 'file')} would change\n"
    asks = not request.yes and not request.dry_run and sys.stdin.isatty()
    answer = console.ask(f"{diff}{total}Write this? [y/N] ") if asks else ""
    if not request.yes and (answer or "").strip().casefold() not in {"y", "yes"}:
        shown = "" if asks else diff + total
        note = "" if request.dry_run else "nothing was written; --yes writes without asking\n"
        yield CommandResult(shown, CLEAN if request.dry_run else FINDINGS, note)
        return
    apply(project.root, files)
    yield CommandResult(f"{'' if asks else diff}{count(len(files), 'file')} changed\n")


@contextlib.contextmanager
def _named(file: str) -> Iterator[None]:
    try:
        yield
    except AnswerError as error:
        name = "standard input" if file == "-" else printable(file)
        console.refuse(f"{name}: {error}", error.help)


def _data(file: str) -> bytes:
    data = read_input(file, _MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise AnswerError(f"is larger than {_MAX_BYTES >> 20} MB")
    return data


def _column_pairs(values: Sequence[str]) -> Iterator[tuple[str, str]]:
    for value in values:
        key, column = _pair("--column", value, value.partition("="))
        if key not in spreadsheet.COLUMN_NAMES:
            keys = ", ".join(spreadsheet.COLUMN_NAMES)
            console.refuse(f"--column {printable(value)}: there is no key '{key}'", keys)
        yield key, column


def _source_pairs(values: Sequence[str]) -> Iterator[tuple[str, str]]:
    for value in values:
        yield _pair("--source", value, value.rpartition("="))


def _pair(option: str, value: str, parts: tuple[str, str, str]) -> tuple[str, str]:
    """Return the two sides of an option's value.

    Args:
        option: the option.
        value: its value, as it was given.
        parts: the value, parted at its sign of equality.

    Raises:
        RequestError: one of them is lacking.
    """
    name, equals, other = parts
    if not equals or not name.strip() or not other:
        console.refuse(
            f"{option} '{printable(value)}' is not of the form {option} A=B", _SUCH_AS[option]
        )
    return name, other
