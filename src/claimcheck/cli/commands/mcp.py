"""`claimcheck mcp`: the project's tools for agents, by the Model Context Protocol."""

from __future__ import annotations

import importlib.util
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.options import ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.model.errors import MissingLibraryError
from claimcheck.system.installation import install_command

_DEFAULT_PORT = 8765


@command("mcp", "Serve the project's tools to agents (Model Context Protocol).")
def mcp_command(
    context: typer.Context,
    http: Annotated[
        bool, typer.Option("--http", help="Serve over HTTP on this machine alone, at /mcp.")
    ] = False,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="PORT",
            min=1,
            max=65535,
            show_default=False,
            help=f"With --http: where; by default {_DEFAULT_PORT}.",
        ),
    ] = None,
    allow_fetch: Annotated[
        bool,
        typer.Option("--allow-fetch", help="Let agents pin pages of the web with `add_source`."),
    ] = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Serve a project to agents: verify quotations, find passages, read claims and sources, draft.

    It speaks over standard input and output until its client goes; --http serves on 127.0.0.1
    instead. Nothing outside of the project's folder is read, and the network is not used, but for
    `add_source` where --allow-fetch is given. What agents draft has stance `unset`: a person
    judges.

    \b
    Examples:
      claimcheck mcp -C dossier
      claimcheck mcp --http --port 8765
    """
    if port is not None and not http:
        console.refuse("--port needs --http", "without it, agents are served over standard input")
    project = session.project_of(context.obj, directory)
    if importlib.util.find_spec("mcp") is None:
        raise MissingLibraryError(
            "mcp, which speaks the Model Context Protocol, is not installed",
            f"install it with: {install_command('mcp')}",
        )
    from claimcheck.cli.servers.mcp.server import serve
    from claimcheck.cli.servers.mcp.warm_project import WarmProject

    warm = WarmProject(project.root, cached=context.obj.cached)
    warm.warm()
    serve(warm, fetches=allow_fetch, port=(port or _DEFAULT_PORT) if http else None)
    return CommandResult()
