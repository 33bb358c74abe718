"""`claimcheck rules`: what the gate looks for, and how to mend what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck import rules
from claimcheck.cli import app as cli
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, app
from claimcheck.errors import ProjectError
from claimcheck.formats import rules as rules_formats
from claimcheck.gate import rulebook
from claimcheck.gate.runner import severities
from claimcheck.system import plugins
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping


def _names(incomplete: str) -> list[str]:
    return [name for name in plugins.names(rules) if name.startswith(incomplete)]


@app.command("rules", short_help="What the gate looks for, and how to mend it.")
def rules_command(
    context: typer.Context,
    rule: Annotated[
        str,
        typer.Argument(
            metavar="[RULE]", help="Explain this rule.", show_default=False, autocompletion=_names
        ),
    ] = "",
    output: Annotated[str, cli.format_option(plugins.names(rules_formats))] = "terminal",
    project: ProjectOption = None,
) -> None:
    """List the rules with their severity in this project, or explain one of them.

    Outside a project the severities are those that a new project starts with.

    \b
    Examples:
      claimcheck rules
      claimcheck rules quote-altered
    """  # noqa: D301 - \b keeps the lines of a block as they are
    try:
        configured: Mapping[str, str] = session.project_of(context.obj, project).config.rules
    except ProjectError:
        if project is not None or context.obj.project is not None:
            raise
        configured = {}
    levels = severities(configured)
    known = plugins.names(rules)
    if rule and rule not in known:
        console.refuse(
            f"there is no rule '{rule}'", did_you_mean(rule, known) or "see `claimcheck rules`"
        )
    chosen = [rulebook.page(rule)] if rule else list(rulebook.pages())
    render = plugins.module(rules_formats, output).render
    console.say(render(chosen, levels, console.screen()))
