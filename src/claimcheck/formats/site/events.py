"""What became of claims over the commits, in words for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.fact_checks import STATUSES

if TYPE_CHECKING:
    from claimcheck.assessment.history import ClaimEvent

_SHORT_COMMIT = 10


def event_view(event: ClaimEvent) -> dict[str, object]:
    """Return what is shown of something that became of a claim at a commit."""
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
        "raised": [str(flag) for flag in after.flags if flag not in before.flags]
        if before and after
        else [],
        "lowered": [str(flag) for flag in before.flags if flag not in after.flags]
        if before and after
        else [],
    }
