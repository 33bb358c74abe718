"""For people at a terminal: what became of a claim, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats.page import TerminalPage
from claimcheck.formats.terminal_parts import STATUS_STYLES, commit_line, unread_commits
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from claimcheck.assessment.history import ClaimEvent, History
    from claimcheck.formats.screen import Screen


def render(claim: str, history: History, screen: Screen) -> str:
    """Return what became of a claim over the commits, newest first.

    Args:
        claim: the claim's id.
        history: what became of all claims.
        screen: what the lines are wrapped to.
    """
    page = TerminalPage(screen)
    page.write(Text(one_line(claim), "bold"))
    for event in reversed(history.of_claim(claim)):
        _write(page, event)
    for line in unread_commits(history):
        page.write(line)
    return page.text()


def _write(page: TerminalPage, event: ClaimEvent) -> None:
    page.write(commit_line(event.commit, _change(event)), 2, "")
    page.write(Text(one_line(event.commit.subject)), 4)
    before, after = event.before, event.after
    if before and after and before.text != after.text:
        page.write(Text(f"was: {one_line(before.text)}"), 4)
    if after and (before is None or before.text != after.text):
        page.write(Text(f"now: {one_line(after.text)}" if before else one_line(after.text)), 4)
    if before and after:
        changes = [f"raised {flag}" for flag in after.flags if flag not in before.flags]
        changes += [f"no longer {flag}" for flag in before.flags if flag not in after.flags]
        if before.corroboration is not after.corroboration:
            changes.append(f"corroboration {before.corroboration} → {after.corroboration}")
        if changes:
            page.write(Text(", ".join(changes)), 4)
    if after and after.reason and (before is None or before.status is not after.status):
        page.write(Text(one_line(after.reason)), 4)


def _change(event: ClaimEvent) -> Text:
    before, after = event.before, event.after
    if before is None and after is not None:
        return Text.assemble("added as ", (str(after.status), STATUS_STYLES[after.status]))
    if after is None or before is None:
        return Text("removed", "bold")
    if before.status is after.status:
        return Text.assemble("still ", (str(after.status), STATUS_STYLES[after.status]))
    return Text.assemble(
        (str(before.status), STATUS_STYLES[before.status]),
        " → ",
        (str(after.status), STATUS_STYLES[after.status]),
    )
