"""For people at a terminal: what became of a source, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats.terminal_parts import STATE_STYLES, LogEntry, log_text
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.history import History, SourceEvent, SourceState
    from claimcheck.formats.screen import Screen


def render(source: str, history: History, screen: Screen) -> str:
    """Return what became of a source over the commits, newest first.

    Args:
        source: the source's id.
        history: what became of all sources.
        screen: what the lines are wrapped to.
    """
    entries = (
        LogEntry(event.commit, _change(event), _details(event.before, event.after))
        for event in reversed(history.of_source(source))
    )
    return log_text(source, entries, history, screen)


def _change(event: SourceEvent) -> Text:
    before, after = event.before, event.after
    if after is None:
        return Text("removed", "bold")
    state = (str(after.state), STATE_STYLES[after.state])
    lead = "known from here on, " if event.may_be_older else "added, "
    return Text.assemble(lead if before is None else "", state)


def _details(before: SourceState | None, after: SourceState | None) -> Iterator[str]:
    if after is None:
        return
    if before is None:
        yield one_line(after.title)
        yield f"cited by {count(after.cited_by, 'claim')}"
        return
    if before.document != after.document:
        yield "the document is another"
    if before.title != after.title:
        yield f"title: {one_line(after.title)} (was: {one_line(before.title)})"
    if before.notice != after.notice:
        yield f"notice: {after.notice or 'none'}"
    if before.cited_by != after.cited_by:
        yield f"cited by {count(after.cited_by, 'claim')} (was: {before.cited_by})"
