"""For people at a terminal: what became of a claim, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats.terminal_parts import STATUS_STYLES, LogEntry, log_text
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.history import ClaimEvent, ClaimState, History
    from claimcheck.formats.screen import Screen


def render(claim: str, history: History, screen: Screen) -> str:
    """Return what became of a claim over the commits, newest first.

    Args:
        claim: the claim's id.
        history: what became of all claims.
        screen: what the lines are wrapped to.
    """
    entries = (
        LogEntry(event.commit, _change(event), _details(event.before, event.after))
        for event in reversed(history.of_claim(claim))
    )
    return log_text(claim, entries, history, screen)


def _change(event: ClaimEvent) -> Text:
    before, after = event.before, event.after
    if before is None and after is not None:
        lead = "known from here on, as " if event.may_be_older else "added as "
        return Text.assemble(lead, (str(after.status), STATUS_STYLES[after.status]))
    if after is None or before is None:
        return Text("removed", "bold")
    if before.status is after.status:
        return Text.assemble("still ", (str(after.status), STATUS_STYLES[after.status]))
    return Text.assemble(
        (str(before.status), STATUS_STYLES[before.status]),
        " → ",
        (str(after.status), STATUS_STYLES[after.status]),
    )


def _details(before: ClaimState | None, after: ClaimState | None) -> Iterator[str]:
    if after is None:
        return
    if before is None:
        yield one_line(after.text)
    elif before.text != after.text:
        yield f"was: {one_line(before.text)}"
        yield f"now: {one_line(after.text)}"
    if before and (changes := ", ".join(_marginal_changes(before, after))):
        yield changes
    if after.reason and (before is None or before.status is not after.status):
        yield one_line(after.reason)


def _marginal_changes(before: ClaimState, after: ClaimState) -> Iterator[str]:
    """Yield what changed about a claim beside its words and its status."""
    yield from (f"raised {flag}" for flag in after.flags_beyond(before))
    yield from (f"no longer {flag}" for flag in before.flags_beyond(after))
    if before.corroboration is not after.corroboration:
        yield f"corroboration {before.corroboration} → {after.corroboration}"
