"""`claimcheck init`: start a dossier in a folder."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.app import command
from claimcheck.cli.editing import rehearsed
from claimcheck.cli.help_text import beside
from claimcheck.cli.options import DryRunOption
from claimcheck.cli.result import CommandResult, at_width, joined
from claimcheck.cli.tour import INTRODUCTION, tour_step
from claimcheck.dossier.config import OWN_FILE
from claimcheck.dossier.modeline import FOLDER
from claimcheck.editing import gitattributes
from claimcheck.editing.operations.begin_dossier import (
    DossierPlan,
    add_file,
    dossier_files,
    make_folders,
    plan_dossier,
)
from claimcheck.editing.operations.write_schemas import FileResult, write_schemas
from claimcheck.formats import file_schema
from claimcheck.system import terminal
from claimcheck.system.folder import Folder
from claimcheck.text.printable import printable

_FOR_EDITORS = {FileResult.CREATED: " (for editors)", FileResult.KEPT: ""}
_NEXT = (
    ("claimcheck source add FILE", "pin a document"),
    ("claimcheck new TEXT", "begin a claim"),
    ("claimcheck find --claim ID", "where do the documents speak of it?"),
    ("claimcheck link -h", "how to quote them for it, or against it"),
    ("claimcheck check", "prove its quotes"),
)


@command("init", "Start a dossier in a folder.")
def init_command(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where to start.", show_default=False)
    ] = Path(),
    bare: Annotated[bool, typer.Option("--bare", help="Leave the invented example out.")] = False,
    tour: Annotated[
        bool, typer.Option("--tour", help="A small dossier to look around in, in five commands.")
    ] = False,
    dry_run: DryRunOption = False,
) -> Iterator[CommandResult]:
    """Start a dossier: a configuration, folders, schemas for editors, and an invented example.

    Nothing that exists is changed. What is missing is added, so it may be run again. A folder that
    has claims, sources or a configuration already is given no example.

    \b
    Examples:
      claimcheck init
      claimcheck init my-dossier --bare
      claimcheck init --tour tour
    """
    if bare and tour:
        console.refuse(
            "--bare and --tour exclude each other",
            "one leaves the example out, and the other begins a larger one",
        )
    plan = plan_dossier(folder, bare=bare, tour=tour)
    yield from rehearsed(_begun(plan)) if dry_run else _begun(plan)


def _begun(plan: DossierPlan) -> Iterator[CommandResult]:
    """Write what is missing, and tell what was there."""
    folder = plan.folder
    make_folders(plan)
    schemas = write_schemas(folder, file_schema.schema_files(), renew=False)
    are_new = any(schema.result is FileResult.CREATED for schema in schemas)
    result = FileResult.CREATED if are_new else FileResult.KEPT
    yield _line(result, folder / FOLDER, _FOR_EDITORS[result])
    if plan.config_file:
        yield _line(FileResult.KEPT, folder / plan.config_file, ", which has the configuration")
    for path, text in dossier_files(plan):
        if add_file(plan, path, text):
            yield _line(FileResult.CREATED, folder / path)
        else:
            yield _line(FileResult.KEPT, folder / path, ", which was there already")
            yield _missing_line(plan, path)
    yield CommandResult(at_width(_tour_advice(folder)) if plan.tour else _advice(plan))


def _line(result: FileResult, path: Path, remark: str = "") -> CommandResult:
    return CommandResult(at_width(f"{result:<7} {printable(path.as_posix())}{remark}\n"))


def _missing_line(plan: DossierPlan, path: str) -> CommandResult:
    """Tell which line a file lacks that was kept, if it is the one that tells git what to keep."""
    if path != gitattributes.FILE or gitattributes.has_line(Folder(plan.folder), plan.config):
        return CommandResult()
    return CommandResult(
        "        add this line to it, so that git keeps every byte:\n"
        f"        {gitattributes.line(plan.config)}\n"
    )


def _tour_advice(folder: Path) -> str:
    there = (
        ""
        if folder == Path()
        else f"first, go there\n  cd {shlex.quote(printable(folder.as_posix()))}\n"
    )
    return f"\n{INTRODUCTION}\n\n{there}{tour_step(1)}"


def _advice(plan: DossierPlan) -> str:
    folder, config = plan.folder, plan.config
    where = f", in {printable(folder.as_posix())}" if folder != Path() else ""
    text = ""
    if plan.shared_file:
        text += (
            f"\n{plan.shared_file} can hold the settings instead: move them there, under\n"
            f"[tool.claimcheck], and delete {OWN_FILE}\n"
        )
    if plan.example:
        aside = f"{where}," if where else ""
        text += (
            f"\nthe example is invented; delete it{aside} with\n"
            f"  rm {config.claims}/example.yaml {config.sources}/example-report.*\n"
        )
    return f"{text}\nnext{where}:\n{joined(beside(_NEXT, terminal.width()))}"
