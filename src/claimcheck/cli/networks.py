"""Networks that may be asked besides the public one, as the command line names them."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console
from claimcheck.documents.fetch import Address, Network, allow_networks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

AllowNetworkOption = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-network",
        metavar="NETWORK",
        help="Fetch from this network too, such as 10.0.0.0/8: your intranet (repeatable). "
        "By default only public addresses are asked.",
        show_default=False,
    ),
]


def allowed_networks(names: Sequence[str] | None) -> Callable[[Address], bool]:
    """Return which addresses may be asked: the public ones, and those of some networks.

    Args:
        names: the networks, as they were written.

    Raises:
        RequestError: one of them is no network.
    """
    return allow_networks(_network(name) for name in names or ())


def _network(text: str) -> Network:
    """Read a network that was given on the command line."""
    try:
        return ipaddress.ip_network(text)
    except ValueError:
        console.refuse(
            f"--allow-network: '{text}' is no network", "such as 10.0.0.0/8 or 192.168.1.7"
        )
