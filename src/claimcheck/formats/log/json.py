"""JSON for programs: what became of a claim, oldest first, each time with what it was and is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import commit_object, dump, enveloped

if TYPE_CHECKING:
    from claimcheck.assessment.history import ClaimEvent, ClaimState, History
    from claimcheck.formats.screen import Screen


def render(claim: str, history: History, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return what became of a claim over the commits, oldest first.

    Args:
        claim: the claim's id.
        history: what became of all claims.
        screen: is not looked at.
    """
    fields = {
        "claim": claim,
        "events": [_event_object(event) for event in history.of_claim(claim)],
        "unread_commits": history.unread,
        "earlier_commits": history.earlier,
    }
    return dump(enveloped("log", fields))


def _event_object(event: ClaimEvent) -> dict[str, object]:
    return {
        **commit_object(event.commit),
        "before": _state_object(event.before),
        "after": _state_object(event.after),
    }


def _state_object(state: ClaimState | None) -> dict[str, object] | None:
    if state is None:
        return None
    return {
        "claim": state.text,
        "status": state.status,
        "reason": state.reason,
        "corroboration": state.corroboration,
        "flags": list(state.flags),
    }
