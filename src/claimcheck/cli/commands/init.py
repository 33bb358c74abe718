"""`claimcheck init`: start a dossier in a folder."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.app import app
from claimcheck.cli.commands.schema import write_schemas
from claimcheck.dossier import modeline
from claimcheck.dossier.config import OWN_FILE, SHARED_FILE, read_config
from claimcheck.dossier.listing import PARTIES_FILE
from claimcheck.model import Config
from claimcheck.system import atomic
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError
from claimcheck.text.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG = """\
# Settings of claimcheck; every key may be left out.
claims = "claims"        # one YAML file a claim
sources = "sources"      # one YAML record a source, beside the document that it pins
min_origins = 2          # independent parties that make a claim "corroborated"
stale_after = 365        # days after which evidence for a state of affairs is old

[rules]                  # rule = "error" | "warning" | "note" | "off"
"""
PARTIES = """\
# Who is who: an id, the name that readers know, and the party that it belongs to.
# acme: {name: Acme Ltd, parent: acme-group}
"""
EXAMPLE_TEXT = """\
An invented example: there is no Exampleton, and none of this happened.

Lighthouse shines again

EXAMPLETON. It had been dark for eleven years. Yesterday
the lamp of the old lighthouse was lit again, on the evening of 1 March 2021,
and about two hundred people watched from the harbour.
"""
EXAMPLE_RECORD = """\
# An invented example.
title: Lighthouse shines again
type: article-newspaper
publisher: The Exampleton Gazette
issued: 2021-03-02
file: example-report.txt
sha256: {sha256}
"""
EXAMPLE_CLAIM = """\
# An invented example: change it, or delete it with
#   rm {claims}/example.yaml {sources}/example-report.*
claim: The lighthouse of Exampleton was lit again on 1 March 2021.
kind: event
tags: [example]
evidence:
  - source: example-report        # the record {sources}/example-report.yaml
    stance: supports              # or contradicts, or context
    quote: the lamp of the old lighthouse was lit again, on the evening of 1 March 2021
"""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a folder holds already: the configuration, and the file that it stands in, if any."""

    config: Config
    file: str = ""


@app.command("init", short_help="Start a dossier in a folder.")
def init_command(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where to start.", show_default=False)
    ] = Path(),
    bare: Annotated[bool, typer.Option("--bare", help="Leave the invented example out.")] = False,
) -> None:
    """Start a dossier: a configuration, folders, schemas for editors, and an invented example.

    Nothing that exists is changed. What is missing is added, so it may be run again. A folder that
    has claims, sources or a configuration already is given no example.

    \b
    Examples:
      claimcheck init
      claimcheck init my-dossier --bare
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = _found(folder)
    config = found.config
    new = not found.file and not any(
        (folder / name).exists() for name in (config.claims, config.sources)
    )
    _make_folders(folder, config)
    example = new and not bare
    outcomes = {what for _path, what in write_schemas(folder, renew=False)}
    outcome = "created" if "created" in outcomes else "kept"
    _say(outcome, folder / modeline.FOLDER, " (for editors)" if outcome == "created" else "")
    if found.file:
        _say("kept", folder / found.file, ", which has the configuration")
    for name, text in _files(folder, found, example=example):
        _create(folder, name, text)
    if not found.file and (folder / SHARED_FILE).is_file():
        console.say(
            f"\n{SHARED_FILE} can hold the settings instead: move them there, under\n"
            f"[tool.claimcheck], and delete {OWN_FILE}\n"
        )
    where = f", in {printable(folder.as_posix())}," if folder != Path() else ""
    if example:
        console.say(
            f"\nthe example is invented; delete it{where} with\n"
            f"  rm {config.claims}/example.yaml {config.sources}/example-report.*\n"
        )
    console.say(
        f"\nnext{where.removesuffix(',')}:\n"
        "  claimcheck source add FILE   pin a document\n"
        "  claimcheck new TEXT          begin a claim\n"
        "  claimcheck find --claim ID   where do the documents speak of it?\n"
        "  claimcheck link -h           how to quote them for it, or against it\n"
        "  claimcheck check             prove its quotes\n"
    )


def _found(folder: Path) -> _Found:
    if not folder.is_dir():
        return _Found(Config())
    for name in (OWN_FILE, SHARED_FILE):
        if (folder / name).is_symlink() or (folder / name).exists():
            config = read_config(Folder(folder), name)
            if config is not None:
                return _Found(config, name)
    return _Found(Config())


def _make_folders(folder: Path, config: Config) -> None:
    for name in (modeline.FOLDER, config.claims, config.sources):
        path = folder / name
        if path.is_symlink() or atomic.behind_link(path, folder):
            console.refuse(f"{path.as_posix()}: is a symbolic link; a dossier keeps plain folders")
        if path.exists() and not path.is_dir():
            console.refuse(
                f"{path.as_posix()}: is a file, and a folder is needed", "move it elsewhere first"
            )
    for name in (modeline.FOLDER, config.claims, config.sources):
        path = folder / name
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            console.refuse(f"{path.as_posix()}: cannot be made: {(error.strerror or '').lower()}")


def _files(folder: Path, found: _Found, *, example: bool) -> Iterator[tuple[str, str]]:
    """Yield what the project needs, in an order in which each file finds what it speaks of."""
    claims, sources = found.config.claims, found.config.sources
    parties = f"{sources}/{PARTIES_FILE}"
    yield parties, modeline.modeline(folder, "parties", parties) + PARTIES
    if example:
        record, claim = f"{sources}/example-report.yaml", f"{claims}/example.yaml"
        sha256 = hashlib.sha256(EXAMPLE_TEXT.encode()).hexdigest()
        yield f"{sources}/example-report.txt", EXAMPLE_TEXT
        yield (
            record,
            modeline.modeline(folder, "source", record) + EXAMPLE_RECORD.format(sha256=sha256),
        )
        yield (
            claim,
            modeline.modeline(folder, "claim", claim)
            + EXAMPLE_CLAIM.format(claims=claims, sources=sources),
        )
    if example or not any((folder / claims).iterdir()):
        # git keeps no empty folder, and a clone without claims/ would be no project.
        yield f"{claims}/.gitkeep", ""
    yield ".gitattributes", _attributes(found.config)
    if not found.file:
        yield OWN_FILE, modeline.modeline(folder, "config", OWN_FILE) + CONFIG


def _create(folder: Path, name: str, text: str) -> None:
    path = folder / name
    try:
        atomic.create(path, text.encode())
        _say("created", path)
    except atomic.ExistsError:
        _say("kept", path, ", which was there already")
        if name == ".gitattributes":
            _say_what_lacks(folder, name, text)
    except OSError as error:
        console.refuse(f"{path.as_posix()}: cannot be written: {(error.strerror or '').lower()}")


def _say_what_lacks(folder: Path, name: str, line: str) -> None:
    try:
        there = Folder(folder).read(name).data.decode("utf-8", "replace")
    except RefusedError:
        there = ""
    if line.strip() not in map(str.strip, there.splitlines()):
        console.say(f"        add this line to it, so that git keeps every byte:\n        {line}")


def _attributes(config: Config) -> str:
    return f"{config.sources}/** -text -ident -filter -working-tree-encoding\n"


def _say(outcome: str, path: Path, more: str = "") -> None:
    console.say(f"{outcome:<7} {printable(path.as_posix())}{more}\n")
