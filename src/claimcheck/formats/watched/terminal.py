"""For people at a terminal: a line for each quoted passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.watched_lines import lines_of_source, lines_of_totals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.editing.operations.watch_source import WatchedSource
    from claimcheck.formats.screen import Screen


def render(sources: Sequence[WatchedSource], unaddressed: int, screen: Screen) -> str:  # noqa: ARG001 - a line each, for grep
    """Return a line for each passage, and one that counts what became of all.

    Args:
        sources: what became of their pages.
        unaddressed: how many quoted sources have no address.
        screen: is not looked at.
    """
    return "".join(map(lines_of_source, sources)) + lines_of_totals(sources, unaddressed)
