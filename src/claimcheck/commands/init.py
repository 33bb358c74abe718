"""`claimcheck init`: start a dossier in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck import cli, writing
from claimcheck.cli import app
from claimcheck.project import OWN_FILE

CONFIG = """\
# Settings of claimcheck; every key may be left out.
claims = "claims"        # one YAML file a claim
sources = "sources"      # one YAML record a source, beside the document that it pins
min_origins = 2          # independent parties that make a claim "corroborated"
stale_after = 365        # days after which evidence for a state of affairs is old

[rules]                  # rule = "error" | "warning" | "note" | "off"
"""
ATTRIBUTES = "sources/** -text -ident -filter -working-tree-encoding\n"
PARTIES = """\
# Who is who: an id, the name that readers know, and the party that it belongs to.
# acme: {name: Acme Ltd, parent: acme-group}
"""


@app.command("init", short_help="Start a dossier in a folder.")
def init_command(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where to start.", show_default=False)
    ] = Path(),
) -> None:
    """Start a dossier: folders for claims and sources, and a commented configuration.

    Nothing that exists is changed; what is there already is left as it is.

    \b
    Examples:
      claimcheck init
      claimcheck init my-dossier
    """  # noqa: D301 - \b keeps the lines of a block as they are
    for name in ("claims", "sources"):
        if (folder / name).is_symlink():
            cli.refuse(f"{folder / name}: is a symbolic link; a dossier keeps plain folders")
        try:
            (folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            cli.refuse(f"{folder / name}: cannot be made: {(error.strerror or '').lower()}")
    files = {
        OWN_FILE: CONFIG,
        # git keeps no empty folder, and a clone without claims/ would be no project.
        "claims/.gitkeep": "",
        "sources/parties.yaml": PARTIES,
        ".gitattributes": ATTRIBUTES,
    }
    for name, text in files.items():
        try:
            writing.create(folder / name, text.encode())
            cli.say(f"created {folder / name}\n")
        except writing.ExistsError:
            cli.say(f"kept    {folder / name}, which was there already\n")
            if name == ".gitattributes" and ATTRIBUTES not in (folder / name).read_text(
                "utf-8", "replace"
            ):
                cli.say(f"        add this line to it, so that git keeps every byte: {ATTRIBUTES}")
    cli.say(
        "\nnext: claimcheck source add FILE      pin a document (plain text or Markdown)\n"
        "      then write claims/your-claim.yaml and run claimcheck check\n"
    )
