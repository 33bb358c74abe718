"""`claimcheck log`: what became of a claim, or of a source, over the commits."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import complete_claim
from claimcheck.cli.history import project_history
from claimcheck.cli.options import ProjectOption, TodayOption, format_option
from claimcheck.cli.progress import show_line
from claimcheck.cli.result import CommandResult
from claimcheck.dossier.listing import list_claims, list_sources
from claimcheck.editing.conflicts import no_claim
from claimcheck.formats import log as log_formats
from claimcheck.formats import source_log as source_log_formats
from claimcheck.system import plugins


@command("log", "What became of a claim or a source over the repository's commits.")
def log_command(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM|SOURCE",
            help="The id of a claim or a source; of one that was removed, too.",
            autocompletion=complete_claim,
        ),
    ],
    format_name: Annotated[str, format_option(plugins.names(log_formats))] = "terminal",
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Show what became of a claim: at which commits its words, its status or its flags changed.

    Of a source: its title, its document, how that compares with its record, and who cites it. Where
    a claim and a source have one id, it is the claim's.

    The project is assessed as it was at each commit of the branch that touched its files, all as of
    one day, so that what differs was changed by somebody.

    \b
    Examples:
      claimcheck log bridge-reopened
      claimcheck log bridge-reopened --format json
      claimcheck log gazette
    """
    project = session.project_of(context.obj, directory)
    with show_line("reading the commits"):
        history = project_history(context.obj, project, today or session.present_day())
    if history.of_claim(name):
        return CommandResult(console.render(log_formats, format_name, name, history))
    if history.of_source(name):
        return CommandResult(console.render(source_log_formats, format_name, name, history))
    tree, config = project.tree, project.config
    if name in {*list_claims(tree, config), *list_sources(tree, config)}:
        console.refuse(f"'{name}' is in no commit yet", "commit it; then its changes are told")
    raise no_claim(name, history.claim_ids | history.source_ids)
