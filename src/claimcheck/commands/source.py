"""`claimcheck source add`: pin a document and write its record."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from pathlib import Path
from typing import Annotated

import typer

from claimcheck import cli, writing, yaml_text
from claimcheck.cli import ProjectOption, app
from claimcheck.fields import Flaws, is_id
from claimcheck.load import load
from claimcheck.opening import Folder
from claimcheck.source_record import TEXT_SUFFIXES, read_source
from claimcheck.tree import MAX_TEXT_BYTES

LONGEST_TITLE = 200
source_app = typer.Typer(
    help="Pin documents that claims can cite.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(source_app, name="source")


@source_app.callback()
def _sources() -> None:
    """Keep `add` a command of its own."""


@source_app.command("add")
def add_command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A plain text or Markdown file.")],
    source_id: Annotated[
        str, typer.Option("--id", help="The source's id.  [default: made from the file's name]")
    ] = "",
    title: Annotated[
        str, typer.Option(help="The document's title.  [default: its first line]")
    ] = "",
    publisher: Annotated[str, typer.Option(help="Who published it: a party's id or a name.")] = "",
    author: Annotated[list[str] | None, typer.Option(help="Who wrote it (repeatable).")] = None,
    issued: Annotated[str, typer.Option(help="When: 2020-07-10, 2020-07 or 2020.")] = "",
    url: Annotated[str, typer.Option(help="Where it was found.")] = "",
    project: ProjectOption = None,
) -> None:
    """Pin a document: copy it beside the other sources, and write its record with its hash.

    A file that lies in the sources folder already is recorded where it is. Nothing is overwritten.

    \b
    Examples:
      claimcheck source add report.txt --publisher "An agency" --issued 2024-01-02
      claimcheck source add interview.md --id interview-2024
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = cli.project_of(context, project)
    data = _read(file)
    folder = found.root / found.config.sources
    dossier = load(found.root, found.config)
    sha256 = hashlib.sha256(data).hexdigest()
    for other in dossier.sources.values():
        if sha256 in {pin.found for pin in other.pins}:
            cli.refuse(f"{file}: this very document is pinned already, as '{other.id}'")
    chosen = source_id or _proposed_id(file.stem)
    if not chosen:
        cli.refuse(f"no id can be made from '{file.name}'", "give one, such as --id report-2024")
    if not is_id(chosen) or chosen == "parties":
        cli.refuse(
            f"'{chosen}' cannot be a source's id", "choose one with --id: letters and hyphens"
        )
    if chosen.casefold() in {known.casefold() for known in dossier.sources}:
        cli.refuse(f"there is a source '{chosen}' already", "name another with --id")
    full = file.resolve()
    in_place = full.is_relative_to(folder.resolve())
    target = full if in_place else folder / f"{chosen}{file.suffix.lower()}"
    record = target.parent / f"{chosen}.yaml"
    named = {
        "title": title or _first_line(data.decode("utf-8-sig")) or file.name,
        "author": author or None,
        "publisher": publisher,
        "issued": issued,
        "url": url,
        "file": target.name,
        "sha256": sha256,
    }
    text = "".join(f"{key}: {_yaml(value)}\n" for key, value in named.items() if value)
    _refuse_bad_record(text, chosen, target.parent)
    _write(
        {record: text.encode()} if in_place else {target: data, record: text.encode()}, found.root
    )
    cli.say(f"pinned {_shown(target, found.root)}\nwrote  {_shown(record, found.root)}\n")
    unknown = [key for key in ("publisher", "author", "issued", "url") if not named[key]]
    if unknown:
        cli.say(f"not known, add it where you know it: {', '.join(unknown)}\n")
    cli.say(f"cite it with  source: {chosen}\n")


def _write(files: dict[Path, bytes], root: Path) -> None:
    for path in files:
        if writing.behind_link(path, root):
            cli.refuse(f"{_shown(path, root)}: lies behind a symbolic link, so nothing was written")
        if path.exists():
            cli.refuse(f"{_shown(path, root)}: there is such a file already; nothing was written")
    for path, data in files.items():
        try:
            writing.create(path, data)
        except writing.ExistsError:
            cli.refuse(f"{_shown(path, root)}: somebody else wrote it meanwhile")


def _read(file: Path) -> bytes:
    if not file.is_file():
        what = "is a folder, not a file" if file.is_dir() else "there is no such file"
        cli.refuse(f"{file}: {what}")
    if file.suffix.lower() not in TEXT_SUFFIXES:
        known = ", ".join(TEXT_SUFFIXES)
        cli.refuse(f"{file}: only plain text and Markdown can be pinned so far ({known})")
    if file.stat().st_size > MAX_TEXT_BYTES:
        cli.refuse(f"{file}: is larger than {MAX_TEXT_BYTES:,} bytes")
    data = file.read_bytes()
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        cli.refuse(f"{file}:{line}: is not UTF-8", "save it as UTF-8, then add it again")
    if not data.strip():
        cli.refuse(f"{file}: holds no text")
    return data


def _proposed_id(stem: str) -> str:
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")


def _first_line(text: str) -> str:
    for line in text.splitlines():
        plain = " ".join(line.lstrip("# ").split())
        if plain:
            return plain[:LONGEST_TITLE]
    return ""


def _yaml(value: str | list[str]) -> str:
    # JSON's strings and lists are YAML's, and need no decision about quoting.
    return json.dumps(value, ensure_ascii=False)


def _refuse_bad_record(text: str, source_id: str, folder: Path) -> None:
    flaws = Flaws(f"{source_id}.yaml", source=source_id)
    read_source(yaml_text.read(text.encode("utf-8", "replace")), source_id, Folder(folder), flaws)
    for flaw in flaws.found:
        cli.refuse(f"the record cannot be written: {flaw.message}", flaw.help)


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
