"""`claimcheck lsp`: findings, passages and ids in an editor, by the Language Server Protocol."""

from __future__ import annotations

import importlib.util
import os
import sys

import typer

from claimcheck.cli.app import command
from claimcheck.cli.result import CommandResult
from claimcheck.model.errors import MissingLibraryError
from claimcheck.system.installation import install_command


@command("lsp", "Be the language server of an editor (Language Server Protocol).")
def lsp_command(context: typer.Context) -> CommandResult:
    """Serve an editor: findings while you type, passages on hover, ids to complete.

    It speaks over standard input and output until the editor goes, about the project in the folder
    that the editor has opened. A misquotation is underlined before the file is saved. It writes
    nothing: the editor does, what you choose.

    \b
    Example:
      claimcheck lsp
    """
    if importlib.util.find_spec("pygls") is None:
        raise MissingLibraryError(
            "pygls, which speaks the Language Server Protocol, is not installed",
            f"install it with: {install_command('lsp')}",
        )
    from claimcheck.cli.servers.lsp.building import build

    server = build(cached=context.obj.cached)
    # pygls closes what it has written to; standard output stays open for the way out.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output:
        server.start_io(stdout=output)
    return CommandResult()
