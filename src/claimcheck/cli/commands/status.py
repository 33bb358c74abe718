"""`claimcheck status`: the dossier on one screen."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.assessment.overview import overview_of
from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.options import ProjectOption, TodayOption, format_option
from claimcheck.cli.result import CommandResult
from claimcheck.formats import overview as overview_formats
from claimcheck.gate import runner
from claimcheck.system import plugins


@command("status", "The dossier on one screen: what fails, what waits, what goes stale.")
def status_command(
    context: typer.Context,
    format_name: Annotated[str, format_option(plugins.names(overview_formats))] = "terminal",
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Show the dossier on one screen, and what to do next: the first command of the day.

    \b
    Examples:
      claimcheck status
      claimcheck status --today 2027-01-01
    """
    project = session.project_of(context.obj, directory)
    config = project.config
    levels = runner.severities(config)
    report = session.report_of(context.obj, project, session.request_of(levels, today))
    overview = overview_of(report.assessment)
    text = console.render(overview_formats, format_name, overview, report)
    return CommandResult(text, repeatable=session.is_lasting(project))
