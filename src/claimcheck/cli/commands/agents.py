"""`claimcheck agents`: what tells coding agents to verify their quotations, and makes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.agent_hook import run_hook
from claimcheck.cli.app import command
from claimcheck.cli.editing import rehearsed
from claimcheck.cli.exit_status import FINDINGS
from claimcheck.cli.options import DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.write_agent_files import AGENTS, agent_files, write_agent_files
from claimcheck.system.plain_files import MAX_TEXT_BYTES


@command("agents", "A section, a skill and a hook for coding agents.")
def agents_command(
    context: typer.Context,
    agent: Annotated[
        list[str] | None,
        typer.Option(
            "--for",
            metavar="AGENT",
            help=f"For this agent alone (repeatable): {', '.join(AGENTS)}.",
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write the files that are not there yet.")
    ] = False,
    hook: Annotated[
        bool,
        typer.Option("--hook", help="Be the hook: read what an agent tells it on standard input."),
    ] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Print what tells coding agents of this dossier; --write keeps it, never over a file.

    AGENTS.md and the skill say how to verify quotations. The hook makes sure: before an agent
    leaves its user with an answer, the quotations in it are looked up, and what does not stand
    comes back to the agent with the difference, once; the second time its user is told.

    \b
    Exit status:
      0  printed, or written
      1  with --write, some file was there already, and was left as it is

    \b
    Examples:
      claimcheck agents
      claimcheck agents --write --for claude
      claimcheck agents --hook < input.json
    """
    if hook:
        yield run_hook(console.from_standard_input(MAX_TEXT_BYTES))
        return
    agents = tuple(dict.fromkeys(agent or AGENTS))
    for name in agents:
        if name not in AGENTS:
            console.refuse(f"there is no agent '{name}'", f"known are {', '.join(AGENTS)}")
    if not write:
        for path, text in agent_files(agents):
            yield CommandResult(f"--- {path}\n{text}\n")
        return
    steps = _written(session.project_of(context.obj, directory).root, agents)
    yield from rehearsed(steps) if dry_run else steps


def _written(root: Path, agents: Sequence[str]) -> Iterator[CommandResult]:
    for path, text, is_written in write_agent_files(root, agents):
        if is_written:
            yield CommandResult(f"wrote {path}\n")
        else:
            yield CommandResult(
                status=FINDINGS,
                notes=f"{path} is there already, and was left as it is; add:\n{text}",
            )
