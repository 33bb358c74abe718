"""`claimcheck source stamp`: have a server sign that a document is there, and when."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.networks import AllowNetworkOption, allowed_networks
from claimcheck.cli.options import ProjectOption, SourceArgument, TimeLimitOption
from claimcheck.cli.progress import show_spinner
from claimcheck.cli.result import CommandResult, at_width, joined
from claimcheck.dossier.load import load_tree
from claimcheck.editing.conflicts import no_source
from claimcheck.editing.operations.stamp_source import (
    StampRequest,
    plan_stamp,
    stamp_source,
)
from claimcheck.system.file_errors import cannot_read
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT
from claimcheck.text.printable import one_line


def stamp_command(
    context: typer.Context,
    source: SourceArgument,
    server: Annotated[
        str, typer.Option(metavar="URL", help="The time-stamp server (RFC 3161) to ask.")
    ],
    root: Annotated[
        Path,
        typer.Option(
            metavar="FILE", help="The certificate, in PEM, of the authority that vouches for it."
        ),
    ],
    time_limit: TimeLimitOption = SECONDS_PER_DOCUMENT,
    allow_network: AllowNetworkOption = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help="Say what would be sent and written; ask nobody, write nothing."
        ),
    ] = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Ask a time-stamp server to sign that the pinned document is there now.

    Only the document's hash is sent. The token is kept beside the record (`stamp`) with the
    certificate that it is verified by (`stamp_root`), so that `check` and `source verify` verify
    both without any network. Whether the authority is to be trusted, the configuration says
    (`stamp_roots`). What is kept is what `openssl ts -verify` reads, too.

    \b
    Example:
      claimcheck source stamp report --server https://tsa.example/ --root tsa-root.pem
    """
    console.text_only(server=server)
    try:
        certificate = root.read_bytes()
    except OSError as error:
        raise cannot_read(f"--root: {root}", error) from None
    project = session.project_of(context.obj, directory)
    dossier = load_tree(project.tree, project.config)
    sources = dossier.sources
    if source not in sources:
        raise no_source(source, sources, dossier.unread_records)
    request = StampRequest(server, certificate, allowed_networks(allow_network), time_limit)
    if dry_run:
        plan = plan_stamp(sources[source])
        return CommandResult(
            at_width(
                f"would send the SHA-256 of {plan.document}, {plan.sha256}, to {one_line(server)}\n"
                f"would write {plan.token}, the certificate beside it, and both into "
                f"{plan.record}\n"
            )
        )
    new = stamp_source(project, sources[source], request, show_spinner)
    lines = [
        f"stamped {source}: {new.facts.time}, by {one_line(new.facts.authority)}",
        f"token   {new.path}",
        f"root    {new.root_path}",
    ]
    trusted = {stamp_root.lower() for stamp_root in project.config.stamp_roots}
    if new.facts.root not in trusted:
        lines += (
            f"if you trust that authority, say so in {project.config.file}:",
            f'  stamp_roots = ["{new.facts.root}"]',
        )
    return CommandResult(at_width(joined(lines)))
