"""`claimcheck schema`: what files and output look like, for editors and programs."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.editing import rehearsed
from claimcheck.cli.options import DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult, Result, joined
from claimcheck.dossier import modeline
from claimcheck.dossier.project import Project
from claimcheck.editing.operations.write_schemas import write_schemas
from claimcheck.formats import file_schema
from claimcheck.model import Config
from claimcheck.text.suggest import did_you_mean

# What `--format json` writes, and the name of its schema in the package.
VIEWS = {
    "findings": "findings",
    "claims": "claims",
    "shown-claim": "claim",
    "evidence": "evidence",
    "log": "log",
    "source-log": "source-log",
    "status": "status",
    "sources": "sources",
    "shown-source": "source",
    "verification": "verification",
    "watched": "watched",
    "quotation": "quotation",
    "passages": "passages",
    "duplicates": "duplicates",
    "bulk-quotations": "bulk-quotations",
    "bulk-passages": "bulk-passages",
    "bulk-findings": "bulk-findings",
    "article": "article",
}
NAMES = (*file_schema.KINDS, *VIEWS)


def _complete_name(incomplete: str = "") -> list[str]:
    return [name for name in NAMES if name.startswith(incomplete)]


@command("schema", "The JSON Schema of the project's files and of the output.")
def schema_command(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]",
            help=f"A file's: {', '.join(file_schema.KINDS)}.  Of what --format json writes: "
            "findings (`check`), claims (`list`), shown-claim (`show`), log, status, sources, "
            "shown-source, verification and watched (`source list`, `show`, `verify` and `watch`), "
            "quotation (`quote`, a line each), passages and duplicates (`find`), article.  Of a "
            "table: bulk-quotations, bulk-passages and bulk-findings (`bulk`).",
            show_default=False,
            autocompletion=_complete_name,
        ),
    ] = "",
    write: Annotated[
        bool,
        typer.Option("--write", help=f"Write those of the files into {modeline.FOLDER}/."),
    ] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> Result:
    """Print a JSON Schema: of a file that you write, or of what `--format json` writes.

    Editors complete and check files by the former (draft-07); programs read the output by the
    latter (2020-12). No project is needed, but for --write, which keeps the schemas in the project
    at this version's state and says which comment a file begins with to use them.

    \b
    Examples:
      claimcheck schema claim
      claimcheck schema findings > findings.schema.json
      claimcheck schema --write
    """
    if write and name:
        console.refuse("--write writes all schemas of files; leave the name out")
    if write:
        steps = _written(session.project_of(context.obj, directory))
        return rehearsed(steps) if dry_run else steps
    if name in VIEWS:
        file = files("claimcheck") / "formats" / "schemas" / f"{VIEWS[name]}.json"
        return CommandResult(file.read_text("utf-8"))
    for kind in file_schema.KINDS:
        if kind == name:
            return CommandResult(file_schema.schema_text(kind))
    hint = (name and did_you_mean(name, NAMES)) or f"there are {', '.join(NAMES)}"
    return console.refuse(f"there is no schema '{name}'" if name else "which schema?", hint)


def _written(project: Project) -> Iterator[CommandResult]:
    written = write_schemas(project.root, file_schema.schema_files(), renew=True)
    lines = [f"{schema.result:<7} {schema.path}" for schema in written]
    yield CommandResult(joined(lines) + _how_to_use(project.config))


def _how_to_use(config: Config) -> str:
    rows: tuple[tuple[str, modeline.FileKind, str], ...] = (
        ("a claim", "claim", f"{config.claims}/x.yaml"),
        ("a source's record", "source", f"{config.sources}/x.yaml"),
        ("claimcheck.toml", "config", "claimcheck.toml"),
    )
    lines = [f"  {what}:\n    {modeline.comment(kind, path)}" for what, kind, path in rows]
    return "\neditors use them where a file begins with this line:\n" + "".join(lines)
