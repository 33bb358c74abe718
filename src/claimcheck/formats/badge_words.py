"""What a badge says of a check: a few words and a colour, as badge services name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.text.plural import count

if TYPE_CHECKING:
    from claimcheck.gate.report import Totals


def badge_message(totals: Totals) -> str:
    """Return `42 checked`, with what was left open, or what is wrong: `2 errors`.

    What was left open is counted: warnings, evidence that is unchecked, texts that nobody has
    compared with the documents that they were taken from, and rules that were left out.
    """
    if totals.failed_rules:
        return f"{count(totals.failed_rules, 'rule')} failed"
    if totals.errors:
        return count(totals.errors, "error")
    doubts = [count(totals.warnings, "warning")] if totals.warnings else []
    doubts += [f"{totals.unchecked} unchecked"] if totals.unchecked else []
    if uncompared := totals.uncompared:
        doubts.append(f"{count(uncompared, 'text')} not compared")
    doubts += [f"{count(totals.rules_not_run, 'rule')} not run"] if totals.rules_not_run else []
    checked = f"{totals.claims} checked"
    return ", ".join([checked, *doubts])


def badge_color(totals: Totals) -> str:
    """Return the colour of a badge, by the name that badge services give it."""
    if totals.failed_rules or totals.errors:
        return "red"
    if totals.warnings or totals.unchecked or totals.unread or totals.rules_not_run:
        return "yellow"
    return "brightgreen" if totals.claims else "lightgrey"
