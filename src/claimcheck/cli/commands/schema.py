"""`claimcheck schema`: what files and output look like, for editors and programs."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, app
from claimcheck.dossier import modeline
from claimcheck.formats import file_schema
from claimcheck.model import Config
from claimcheck.system import atomic
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError
from claimcheck.text.suggest import did_you_mean

# What `--format json` writes, and the name of its schema in the package.
VIEWS = {
    "findings": "findings",
    "claims": "claims",
    "shown-claim": "claim",
    "sources": "sources",
    "shown-source": "source",
    "verification": "verification",
    "quotation": "quotation",
    "passages": "passages",
    "duplicates": "duplicates",
}
KNOWN = (*file_schema.KINDS, *VIEWS)


def _names(incomplete: str = "") -> list[str]:
    return [name for name in KNOWN if name.startswith(incomplete)]


@app.command("schema", short_help="The JSON Schema of the project's files and of the output.")
def schema_command(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]",
            help=f"A file's: {', '.join(file_schema.KINDS)}.  Of what --format json writes: "
            "findings (`check`), claims (`list`), shown-claim (`show`), sources, shown-source and "
            "verification (`source list`, `show` and `verify`), quotation (`quote`, a line each), "
            "passages and duplicates (`find`).",
            show_default=False,
            autocompletion=_names,
        ),
    ] = "",
    write: Annotated[
        bool,
        typer.Option("--write", help=f"Write those of the files into {modeline.FOLDER}/."),
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Print a JSON Schema: of a file that you write, or of what `--format json` writes.

    Editors complete and check files by the former (draft-07); programs read the output by the
    latter (2020-12). No project is needed, but for --write, which keeps the schemas in the project
    at this version's state and says which comment a file begins with to use them.

    \b
    Examples:
      claimcheck schema claim
      claimcheck schema findings > findings.schema.json
      claimcheck schema --write
    """  # noqa: D301 - \b keeps the lines of a block as they are
    if write and name:
        console.refuse("--write writes all schemas of files; leave the name out")
    if write:
        found = session.project_of(context.obj, project)
        for path, what in write_schemas(found.root, renew=True):
            console.say(f"{what:<7} {path}\n")
        console.say(_how_to_use(found.config))
    elif name in VIEWS:
        console.say(
            (files("claimcheck") / "formats" / "schemas" / f"{VIEWS[name]}.json").read_text("utf-8")
        )
    elif name in KNOWN:
        console.say(
            file_schema.schema_text(next(kind for kind in file_schema.KINDS if kind == name))
        )
    else:
        hint = (name and did_you_mean(name, KNOWN)) or f"there are {', '.join(KNOWN)}"
        console.refuse(f"there is no schema '{name}'" if name else "which schema?", hint)


def write_schemas(root: Path, *, renew: bool) -> list[tuple[str, str]]:
    """Write the schemas of a project's files.

    Args:
        root: the project's root.
        renew: whether those of another version are replaced, or left as they are.

    Returns:
        The path of each, relative to the root, and what became of it: created, renewed or kept.

    Raises:
        ProjectError: one cannot be written.
    """
    return [(modeline.schema_path(kind), _write(root, kind, renew)) for kind in file_schema.KINDS]


def _write(root: Path, kind: modeline.FileKind, renew: bool) -> str:  # noqa: FBT001 - as `write_schemas`
    name = modeline.schema_path(kind)
    path, data = root / name, file_schema.schema_text(kind).encode()
    if atomic.behind_link(path, root):
        console.refuse(f"{name}: lies behind a symbolic link, so nothing was written")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.create(path, data)
    except atomic.ExistsError:
        return _renew(root, name, data) if renew else "kept"
    except OSError as error:
        console.refuse(f"{path.as_posix()}: cannot be written: {(error.strerror or '').lower()}")
    return "created"


def _renew(root: Path, name: str, data: bytes) -> str:
    try:
        there = Folder(root).read(name).data
    except RefusedError as error:
        console.refuse(f"{name}: cannot be read: {error}")
    if there.replace(b"\r\n", b"\n") == data:
        return "kept"
    if b"claimcheck schema" not in there:
        console.refuse(
            f"{name}: was not written by claimcheck", "move it elsewhere, then try again"
        )
    try:
        atomic.replace(root / name, data, expect=there)
    except (atomic.ChangedError, OSError):
        console.refuse(f"{name}: somebody else wrote it meanwhile, or it may not be written")
    return "renewed"


def _how_to_use(config: Config) -> str:
    rows: tuple[tuple[str, modeline.FileKind, str], ...] = (
        ("a claim", "claim", f"{config.claims}/x.yaml"),
        ("a source's record", "source", f"{config.sources}/x.yaml"),
        ("claimcheck.toml", "config", "claimcheck.toml"),
    )
    lines = [f"  {what}:\n    {modeline.comment(kind, path)}" for what, kind, path in rows]
    return "\neditors use them where a file begins with this line:\n" + "".join(lines)
