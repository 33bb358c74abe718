"""Chains of ids, each of which leads to the next: origins and captures of a source, parents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

# Steps of a chain that are followed. Real chains have three or four; who writes a longer one is
# told so.
LONGEST_CHAIN = 100


class FollowedChain(NamedTuple):
    """A chain as far as it was followed.

    Attributes:
        members: the ids from the first on, each once.
        following: the id that the last one leads to and that was not followed: a member, where the
            chain is a circle, or another, where it is too long; None where the chain ends.
    """

    members: tuple[str, ...]
    following: str | None

    @property
    def leads_back(self) -> bool:
        """Whether it leads back to its first member."""
        return self.following == self.members[0]

    @property
    def is_too_long(self) -> bool:
        """Whether it goes on for more than `LONGEST_CHAIN` steps."""
        return self.following is not None and self.following not in self.members


def follow(start: str, next_of: Callable[[str], str | None]) -> FollowedChain:
    """Follow a chain until it ends, meets itself, or has taken `LONGEST_CHAIN` steps.

    Args:
        start: the first id.
        next_of: returns the id that an id leads to; None where it leads to none.
    """
    members = {start: None}
    following = next_of(start)
    while following is not None and following not in members and len(members) <= LONGEST_CHAIN:
        members[following] = None
        following = next_of(following)
    return FollowedChain(tuple(members), following)
