"""JSON for programs: what became of a source, oldest first, each time with what it was and is."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import commit_object, dump, enveloped

if TYPE_CHECKING:
    from claimcheck.assessment.history import History, SourceEvent
    from claimcheck.formats.screen import Screen


def render(source: str, history: History, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return what became of a source over the commits, oldest first.

    Args:
        source: the source's id.
        history: what became of all sources.
        screen: is not looked at.
    """
    fields = {
        "source": source,
        "events": [_event_object(event) for event in history.of_source(source)],
        "unread_commits": history.unread,
        "earlier_commits": history.earlier,
    }
    return dump(enveloped("source-log", fields))


def _event_object(event: SourceEvent) -> dict[str, object]:
    return {
        **commit_object(event.commit),
        "before": asdict(event.before) if event.before else None,
        "after": asdict(event.after) if event.after else None,
    }
