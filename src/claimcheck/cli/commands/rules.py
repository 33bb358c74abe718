"""`claimcheck rules`: what the gate looks for, and how to mend what it finds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck import rules
from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.options import ProjectOption, format_option
from claimcheck.cli.result import CommandResult
from claimcheck.formats import rules as rules_formats
from claimcheck.gate import rulebook
from claimcheck.gate.runner import severities
from claimcheck.model import Config
from claimcheck.model.errors import ProjectError
from claimcheck.system import plugins
from claimcheck.text.suggest import did_you_mean


def _complete_rule(incomplete: str) -> list[str]:
    return [name for name in plugins.names(rules) if name.startswith(incomplete)]


@command("rules", "What the gate looks for, and how to mend it.")
def rules_command(
    context: typer.Context,
    rule: Annotated[
        str,
        typer.Argument(
            metavar="[RULE]",
            help="Explain this rule.",
            show_default=False,
            autocompletion=_complete_rule,
        ),
    ] = "",
    format_name: Annotated[str, format_option(plugins.names(rules_formats))] = "terminal",
    directory: ProjectOption = None,
) -> CommandResult:
    """List the rules with their severity in this project, or explain one of them.

    Outside a project the severities are those that a new project starts with.

    \b
    Examples:
      claimcheck rules
      claimcheck rules quote-altered
    """
    levels = severities(_settings(context, directory))
    names = plugins.names(rules)
    if rule and rule not in names:
        hint = did_you_mean(rule, names) or "see `claimcheck rules`"
        console.refuse(f"there is no rule '{rule}'", hint)
    pages = [rulebook.page_with_coverage(name) for name in ([rule] if rule else names)]
    return CommandResult(console.render(rules_formats, format_name, pages, levels))


def _settings(context: typer.Context, directory: Path | None) -> Config:
    """Return a project's settings, or those of a new one where there is none, and none is named."""
    try:
        return session.project_of(context.obj, directory).config
    except ProjectError:
        if directory is not None or context.obj.project is not None:
            raise
        return Config()
