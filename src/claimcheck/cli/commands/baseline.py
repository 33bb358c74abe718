"""`claimcheck baseline`: adopt the gate in a dossier that is not clean yet."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import session
from claimcheck.cli.app import command
from claimcheck.cli.editing import difference
from claimcheck.cli.options import DryRunOption, ProjectOption, TodayOption
from claimcheck.cli.result import CommandResult, at_width
from claimcheck.dossier import baseline_file
from claimcheck.editing.operations.accept_findings import accept_findings
from claimcheck.gate.runner import severities
from claimcheck.text.plural import count


@command("baseline", "Accept today's findings, so that only new ones fail.")
def baseline_command(
    context: typer.Context,
    shrink: Annotated[
        bool,
        typer.Option("--shrink", help="Only take out what does not occur any more; add nothing."),
    ] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Accept the findings of today: claimcheck-baseline.json holds them, and is to be committed.

    `claimcheck check` counts these findings as "accepted earlier", and they do not fail. Entries
    that no longer occur are reported (baseline-unused), so that the list can only become shorter.

    \b
    Examples:
      claimcheck baseline
      claimcheck baseline --shrink
    """
    project = session.project_of(context.obj, directory)
    config = project.config
    levels = severities(config)
    request = session.request_of(levels, today, keep_claims=False)
    update = accept_findings(project, request, shrink=shrink, dry_run=dry_run)
    shown = difference([update.edit]) if dry_run else ""
    accepted = count(update.accepted, "finding")
    changes = f"({update.added} new, {update.removed} taken out)"
    return CommandResult(shown + at_width(f"{baseline_file.FILE}: {accepted} accepted {changes}\n"))
