"""The whole server: what it looks at, what it answers and what it writes."""

from __future__ import annotations

from claimcheck.cli.servers.lsp import looking, writing
from claimcheck.cli.servers.lsp.server import ClaimcheckServer, add_diagnostics


def build(*, cached: bool = True) -> ClaimcheckServer:
    """Return the server, with all that it answers.

    Args:
        cached: whether an index of the sources may be taken from the cache, and put there.
    """
    server = ClaimcheckServer(cached=cached)
    add_diagnostics(server)
    looking.add(server)
    writing.add(server)
    return server
