"""JSON for programs: what became of a claim, oldest first, each time with what it was and is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped, event_object, history_fields

if TYPE_CHECKING:
    from claimcheck.assessment.history import ClaimState, History
    from claimcheck.formats.screen import Screen


def render(claim: str, history: History, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return what became of a claim over the commits, oldest first.

    Args:
        claim: the claim's id.
        history: what became of all claims.
        screen: is not looked at.
    """
    events = [
        event_object(event.commit, _state_object(event.before), _state_object(event.after))
        for event in history.of_claim(claim)
    ]
    return dump(enveloped("log", {"claim": claim, **history_fields(events, history)}))


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
