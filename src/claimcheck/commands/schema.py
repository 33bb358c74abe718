"""`claimcheck schema`: what the JSON that claimcheck writes looks like, for programs."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

import typer

from claimcheck import cli
from claimcheck.cli import app
from claimcheck.suggest import did_you_mean

_SUFFIX = ".json"


def _names(incomplete: str = "") -> list[str]:
    found = (entry.name for entry in (files("claimcheck") / "schemas").iterdir())
    names = sorted(name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX))
    return [name for name in names if name.startswith(incomplete)]


@app.command("schema", short_help="The JSON Schema of what claimcheck writes.")
def schema_command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="Which: findings (`check`), claims (`list`) or claim (`show`).",
            show_default=False,
            autocompletion=_names,
        ),
    ],
) -> None:
    """Print the JSON Schema (2020-12) of a view of `--format json`; no project is needed.

    A schema keeps its version as long as what it says stays true: new fields may be added.

    \b
    Examples:
      claimcheck schema findings > findings.schema.json
      claimcheck schema claim
    """  # noqa: D301 - \b keeps the lines of a block as they are
    known = _names()
    if name not in known:
        hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
        cli.refuse(f"there is no schema '{name}'", hint)
    cli.say((files("claimcheck") / "schemas" / f"{name}{_SUFFIX}").read_text("utf-8"))
