"""JSON for programs: what became of a source, oldest first, each time with what it was and is."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped, event_object, history_fields

if TYPE_CHECKING:
    from claimcheck.assessment.history import History, SourceState
    from claimcheck.formats.screen import Screen


def render(source: str, history: History, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return what became of a source over the commits, oldest first.

    Args:
        source: the source's id.
        history: what became of all sources.
        screen: is not looked at.
    """
    events = [
        event_object(event.commit, _state_object(event.before), _state_object(event.after))
        for event in history.of_source(source)
    ]
    return dump(enveloped("source-log", {"source": source, **history_fields(events, history)}))


def _state_object(state: SourceState | None) -> dict[str, object] | None:
    return asdict(state) if state else None
