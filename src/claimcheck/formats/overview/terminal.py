"""For people at a terminal: a bar for each status, then what fails, waits and goes stale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from claimcheck.formats import phrases
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.terminal_parts import STATUS_GLYPHS, STATUS_STYLES
from claimcheck.model import Status
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.overview import Overview
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report

_WIDEST_BAR: Final = 40
_MOST_NAMES: Final = 4


def render(overview: Overview, report: Report, screen: Screen) -> str:
    """Return the dossier on one screen.

    Args:
        overview: what is to be known of it.
        report: what the rules found.
        screen: what there is to write on.
    """
    page = TerminalPage(screen)
    counts = [count(overview.claims, "claim"), count(overview.sources, "source")]
    if report.totals.articles:
        counts.append(count(report.totals.articles, "article"))
    page.write(Text(", ".join(counts), "bold"))
    if overview.claims:
        page.gap()
        _write_bars(page, overview)
    page.gap()
    for line in _lines(overview, report):
        page.write(line, 2, first="")
    page.gap()
    page.write(Text(_next(overview, report)))
    return page.text()


def _write_bars(page: TerminalPage, overview: Overview) -> None:
    widest = max(map(len, Status))
    room = max(1, min(_WIDEST_BAR, page.width - widest - 14))
    for status in Status:
        number = overview.statuses.get(status, 0)
        if number:
            length = max(1, round(number / overview.claims * room))
            line = Text(f"{STATUS_GLYPHS[status]} {status:<{widest}}  ")
            line.append("█" * length, STATUS_STYLES[status])
            line.append(f" {number}")
            page.write(line, 2)


def _lines(overview: Overview, report: Report) -> Iterator[Text]:
    totals = report.totals
    style = "red" if totals.errors else "green"
    yield Text(f"the gate: {phrases.closing(totals)}", style)
    waiting = (
        ("a quotation is not in its source", overview.failing, "red"),
        ("a passage is not judged", overview.unjudged, "yellow"),
        ("signed, and changed since", overview.outdated, "yellow"),
        ("signed by nobody as it stands", overview.unsigned, ""),
        ("evidence could not be looked for", overview.unchecked, "yellow"),
        ("stale", overview.stale, "yellow"),
        ("stale within a month", overview.soon_stale, ""),
    )
    for label, names, colour in waiting:
        if names:
            shown = ", ".join(map(one_line, names[:_MOST_NAMES]))
            more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
            yield Text(f"{label}: {len(names)} ({shown}{more})", colour)


def _next(overview: Overview, report: Report) -> str:
    if report.totals.errors or report.totals.unread:
        return "next: `claimcheck check` says what is wrong, and how to mend it"
    if not overview.claims:
        return "next: begin a claim with `claimcheck new TEXT`"
    if overview.unjudged:
        return (
            f"next: `claimcheck show {overview.unjudged[0]}`, then say what its passages do to it"
        )
    if overview.outdated:
        return f"next: `claimcheck review {overview.outdated[0]} --by NAME` shows what changed"
    if overview.unsigned:
        return (
            f"next: `claimcheck show {overview.unsigned[0]}`, then `claimcheck review` to sign it"
        )
    return "nothing waits for a person today"
