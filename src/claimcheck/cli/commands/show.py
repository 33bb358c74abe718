"""`claimcheck show`: one claim, with every passage in its surroundings."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim, complete_claim
from claimcheck.cli.options import ProjectOption, TodayOption, format_option
from claimcheck.cli.result import CommandResult
from claimcheck.formats import claim as claim_formats
from claimcheck.gate.check import check
from claimcheck.system import plugins


@command("show", "Claims, each with its status, why, and every passage.")
def show_command(
    context: typer.Context,
    claims: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIM...",
            help="A claim's id, a beginning that no other shares, or its file.",
            autocompletion=complete_claim,
        ),
    ],
    format_name: Annotated[str, format_option(plugins.names(claim_formats))] = "terminal",
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Show a claim: what is claimed, by whom, its status and why, and every passage.

    Several are shown one after another; as JSON, they are a list.

    \b
    Examples:
      claimcheck show bridge-reopened
      claimcheck show bridge-r
      claimcheck show bridge-reopened --format json
      claimcheck show bridge-open toll-raised --format markdown
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, today)
    with session.progress(len(assessment.claims), "running the rules over {} claims"):
        report = check(assessment)
    chosen = [choose_claim(name, report.assessment) for name in claims]
    texts = [console.render(claim_formats, format_name, claim, report) for claim in chosen]
    return CommandResult(_joined(texts, format_name), repeatable=session.is_lasting(project))


def _joined(texts: list[str], format_name: str) -> str:
    if format_name == "json" and len(texts) > 1:
        objects = ",\n".join(text.rstrip() for text in texts)
        return f"[\n{objects}\n]\n"
    return "\n".join(texts)
