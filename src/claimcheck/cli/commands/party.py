"""`claimcheck party`: who is who."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import app, command
from claimcheck.cli.editing import written
from claimcheck.cli.options import DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult, at_width, joined
from claimcheck.editing.operations.edit_parties import added_party, changed_party, without_party
from claimcheck.editing.values import Value
from claimcheck.text.printable import printable

party_app = typer.Typer(
    help="Who is who: add, change, remove and list parties.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(party_app, name="party")

PartyArgument = Annotated[str, typer.Argument(metavar="PARTY", help="The party's id.")]
AliasOption = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Another name that means the same party (repeatable)."),
]
ParentOption = Annotated[
    str | None, typer.Option(metavar="PARTY", help="The party that it belongs to.")
]


@command("add", "Add a party.", party_app)
def add_command(
    context: typer.Context,
    party: PartyArgument,
    name: Annotated[str, typer.Option(metavar="NAME", help="The name that readers know.")],
    alias: AliasOption = None,
    parent: ParentOption = None,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Add a party to the parties file.

    \b
    Example:
      claimcheck party add acme --name "Acme Ltd" --alias "Acme Widgets" --parent acme-group
    """
    project = session.project_of(context.obj, directory)
    console.text_only(name=name, alias=alias, parent=parent)
    values: dict[str, Value] = {"name": name, "aliases": tuple(alias or ()), "parent": parent}
    edit = added_party(project, session.dossier_of(project), party, values)
    return written(project, [edit], dry_run=dry_run)


@command("set", "Change a party.", party_app)
def set_command(
    context: typer.Context,
    party: PartyArgument,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="The name that readers know.")
    ] = None,
    alias: AliasOption = None,
    parent: ParentOption = None,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Change what the parties file says of a party. An empty --parent takes the parent away.

    --alias replaces the aliases that there are.

    \b
    Examples:
      claimcheck party set acme --parent acme-group
      claimcheck party set acme --alias "Acme Widgets" --alias "The Widget Company"
    """
    project = session.project_of(context.obj, directory)
    console.text_only(name=name, alias=alias, parent=parent)
    values: dict[str, Value] = {}
    if name is not None:
        values["name"] = name
    if alias is not None:
        values["aliases"] = tuple(filter(None, alias)) or None
    if parent is not None:
        values["parent"] = parent or None
    if not values:
        console.refuse("say what to change: --name, --alias or --parent")
    edit = changed_party(project, session.dossier_of(project), party, values)
    return written(project, [edit], dry_run=dry_run)


@command("rm", "Remove a party.", party_app)
def rm_command(
    context: typer.Context,
    party: PartyArgument,
    force: Annotated[bool, typer.Option("--force", help="Remove it though it is named.")] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Remove a party; refused while a claim, a source or another party names it.

    \b
    Example:
      claimcheck party rm acme
    """
    project = session.project_of(context.obj, directory)
    edit = without_party(project, session.dossier_of(project), party, force=force)
    return written(project, [edit], dry_run=dry_run)


@command("list", "Every party, its names and whom it belongs to.", party_app)
def list_command(context: typer.Context, directory: ProjectOption = None) -> CommandResult:
    """List the parties: id, name, aliases, parent.

    \b
    Example:
      claimcheck party list
    """
    project = session.project_of(context.obj, directory)
    parties = session.dossier_of(project).parties
    if not parties:
        return CommandResult("no parties yet; `claimcheck party add ID --name NAME` adds one\n")
    lines = []
    for party in parties.values():
        aliases = f" (also {', '.join(party.aliases)})" if party.aliases else ""
        parent = f", of {party.parent}" if party.parent else ""
        lines.append(printable(f"{party.id}: {party.name}{aliases}{parent}"))
    return CommandResult(at_width(joined(lines)))
