"""Commits that added, changed or removed claims, in words for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.fact_checks import STATUSES

if TYPE_CHECKING:
    from claimcheck.assessment.history import ClaimEvent, ClaimState

_SHORT_COMMIT = 10


def event_view(event: ClaimEvent) -> dict[str, object]:
    """Return what a page shows of a commit that added, changed or removed a claim."""
    before, after = event.before, event.after
    latest = after or before
    return {
        "claim": event.claim,
        "day": event.commit.day,
        "time": event.commit.time,
        "commit": event.commit.id[:_SHORT_COMMIT],
        "commit_id": event.commit.id,
        "subject": event.commit.subject,
        "text": latest.text if latest else "",
        "old_text": before.text if before and after and before.text != after.text else "",
        "old_status": STATUSES[before.status] if before else "",
        "new_status": STATUSES[after.status] if after else "",
        "old_class": str(before.status) if before else "",
        "new_class": str(after.status) if after else "",
        "status_changed": bool(before and after and before.status != after.status),
        "reason": after.reason if after and (not before or before.status != after.status) else "",
        "added": before is None,
        "may_be_older": event.may_be_older,
        "removed": after is None,
        "raised": _flags_beyond(after, before),
        "lowered": _flags_beyond(before, after),
    }


def _flags_beyond(state: ClaimState | None, other: ClaimState | None) -> list[str]:
    """Return the flags that one state of a claim has and another lacks; none without both."""
    return list(map(str, state.flags_beyond(other))) if state and other else []
