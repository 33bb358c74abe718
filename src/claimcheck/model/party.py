"""A party: a person or an organisation that claims, speaks or publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimcheck.model.place import Place


class Party(NamedTuple):
    """A person or organisation.

    Attributes:
        parent: the id of the party that it belongs to.
        aliases: other names that mean the same party.
    """

    id: str
    name: str
    place: Place
    parent: str | None = None
    aliases: tuple[str, ...] = ()
