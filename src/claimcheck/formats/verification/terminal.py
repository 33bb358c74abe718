"""For people at a terminal: a line for whatever keeps a source from being verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats import phrases
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.pins import Verification
    from claimcheck.formats.screen import Screen


def render(verifications: Sequence[Verification], unread: Sequence[str], screen: Screen) -> str:  # noqa: ARG001 - a line each, for grep
    """Return a line for whatever keeps a source from being verified, and what was counted.

    Args:
        verifications: the sources.
        unread: the paths of records that could not be read.
        screen: is not looked at.
    """
    lines = []
    for result in verifications:
        lines += [f"{result.source.id}: {one_line(text)}" for text in result.failures]
        lines += [f"{result.source.id}: note: {one_line(text)}" for text in result.remarks]
    failed = sum(bool(result.failures) for result in verifications)
    good = len(verifications) - failed
    lines += map(phrases.unread_file, unread)
    records = f"; {count(len(unread), 'record')} could not be read" if unread else ""
    lines.append(f"{count(len(verifications), 'source')}: {good} verified, {failed} not{records}")
    if failed:
        lines.append("see `claimcheck pin SOURCE` for what a change does, or restore the file")
    return "".join(f"{line}\n" for line in lines)
