"""`claimcheck rules`: what the gate looks for, and how to mend what it finds."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck import rules
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, app
from claimcheck.errors import ProjectError
from claimcheck.gate import rulebook
from claimcheck.gate.check import OFF, severities
from claimcheck.system import plugins
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.gate.rulebook import Page
    from claimcheck.model import Severity


class Format(StrEnum):
    """The formats that the rules can be had in."""

    TERMINAL = "terminal"
    JSON = "json"


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
    output: Annotated[
        Format,
        typer.Option("--format", metavar="FORMAT", help=f"How to say it: {', '.join(Format)}."),
    ] = Format.TERMINAL,
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
    if output is Format.JSON:
        console.say(_as_json(chosen, levels))
    elif rule:
        console.say(_explained(chosen[0], levels))
    else:
        console.say(_listed(chosen, levels))


def _level(page: Page, levels: Mapping[str, Severity]) -> str:
    return str(levels.get(page.name, OFF))


def _listed(pages: list[Page], levels: Mapping[str, Severity]) -> str:
    width = console.screen().width
    widest = max(len(page.name) for page in pages)
    lines = []
    for page in pages:
        head = f"{page.name.ljust(widest)}  {_level(page, levels).ljust(7)}  "
        room = max(24, width - len(head))
        first, *rest = textwrap.wrap(page.summary, room) or [""]
        lines += [head + first, *(" " * len(head) + line for line in rest)]
    on = sum(page.name in levels for page in pages)
    lines.append(f"\n{len(pages)} rules, {on} of them on; `claimcheck rules RULE` explains one")
    return "\n".join(lines) + "\n"


def _explained(page: Page, levels: Mapping[str, Severity]) -> str:
    width = min(console.screen().width, 100)
    parts = [f"{page.name} ({_level(page, levels)})", textwrap.fill(page.summary, width), ""]
    for heading, text in (("Why", page.why), ("Mend", page.mend), ("Example", page.example)):
        lead = f"{heading}: ".ljust(len("Example: "))
        parts.append(
            textwrap.fill(text, width, initial_indent=lead, subsequent_indent=" " * len(lead))
        )
    return "\n".join(parts) + "\n"


def _as_json(pages: list[Page], levels: Mapping[str, Severity]) -> str:
    value = {
        "schema": "claimcheck/rules",
        "schema_version": 1,
        "rules": [{**asdict(page), "level": _level(page, levels)} for page in pages],
    }
    return json.dumps(value, indent=2) + "\n"
