"""`claimcheck show`: one claim, with every passage in its surroundings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import app as cli
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, TodayOption, app
from claimcheck.dossier.listing import list_claims, list_sources
from claimcheck.dossier.project import find_project
from claimcheck.errors import ProjectError
from claimcheck.formats import claim as claim_formats
from claimcheck.gate.check import check
from claimcheck.system import plugins
from claimcheck.text.suggest import suggestions

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.model import Config
    from claimcheck.system.tree import Tree


def claim_ids(context: typer.Context, incomplete: str) -> list[str]:
    """Complete a claim's id from the files' names, without reading the files."""
    return _ids(context, incomplete, list_claims)


def source_ids(context: typer.Context, incomplete: str) -> list[str]:
    """Complete a source's id from the records' names, without reading them."""
    return _ids(context, incomplete, list_sources)


def _ids(
    context: typer.Context,
    incomplete: str,
    listing: Callable[[Tree, Config], Mapping[str, str]],
) -> list[str]:
    try:
        project = find_project(context.params.get("project") or Path())
        ids = listing(project.tree, project.config)
    except ProjectError:
        return []
    return [one for one in ids if one.startswith(incomplete)]


@app.command("show", short_help="One claim, with its status, why, and every passage.")
def show_command(
    context: typer.Context,
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="The claim's id, a beginning that no other shares, or its file.",
            autocompletion=claim_ids,
        ),
    ],
    output: Annotated[str, cli.format_option(plugins.names(claim_formats))] = "terminal",
    project: ProjectOption = None,
    today: TodayOption = None,
) -> None:
    """Show one claim: what is claimed, by whom, its status and why, and every passage.

    \b
    Examples:
      claimcheck show email-sent-in-error
      claimcheck show email-s
      claimcheck show email-sent-in-error --format json
    """  # noqa: D301 - \b keeps the lines of a block as they are
    cli.repeatable(context)
    report = check(session.assessment_of(session.project_of(context.obj, project), today))
    chosen = choose(claim, report.assessment.claims)
    view = plugins.module(claim_formats, output).render
    console.say(view(chosen, report, console.screen()))


def choose(wanted: str, claims: Sequence[AssessedClaim]) -> AssessedClaim:
    """Return the claim of that id, or of the id that alone begins so.

    Raises:
        ProjectError: there is none, or several; the message names the nearest.
    """
    by_id = {assessed.claim.id: assessed for assessed in claims}
    return by_id[choose_id(wanted, by_id)]


def choose_id(wanted: str, known: Collection[str]) -> str:
    """Return the id that is wanted, or that alone begins so; as `choose`."""
    # What a shell completes, or a finding's line begins with, names the claim as well as its id.
    wanted = wanted.rpartition("/")[2].removesuffix(".yaml")
    if wanted in known:
        return wanted
    beginning = [claim_id for claim_id in known if wanted and claim_id.startswith(wanted)]
    if len(beginning) == 1:
        return beginning[0]
    if beginning:
        console.refuse(f"several claims begin with '{wanted}': {', '.join(beginning)}")
    near = suggestions(wanted, known)[:2]
    hint = f"did you mean {' or '.join(near)}?" if near else "`claimcheck list` shows every claim"
    return console.refuse(f"there is no claim '{wanted}'", hint)
