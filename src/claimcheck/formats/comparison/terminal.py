"""For people at a terminal: what a change does to the dossier, wrapped to the screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats.change_summary import Tone, summarize
from claimcheck.formats.page import TerminalPage
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.assessment.comparison import Comparison
    from claimcheck.formats.change_summary import TonedRun
    from claimcheck.formats.screen import Screen

# What went and what came is marked in the text itself, so that nothing rests on colour alone.
_MARKS = {Tone.OLD: ("[-", "-]"), Tone.NEW: ("{+", "+}")}
_STYLES = {Tone.NAME: "bold", Tone.OLD: "red", Tone.NEW: "green", Tone.PLAIN: ""}


def render(comparison: Comparison, screen: Screen) -> str:
    """Return the summary of a comparison, section by section."""
    page = TerminalPage(screen)
    summary = summarize(comparison)
    page.write(Text(one_line(f"Compared {summary.sides}.")), 0)
    page.write(Text(one_line(summary.headline), "bold"), 0)
    for section in summary.sections:
        page.gap()
        page.write(Text(f"{section.title} ({len(section.entries)})", "bold"), 0)
        for entry in section.entries:
            page.write(_text(entry.head), 4, "  ")
            if entry.claimed:
                page.write(Text(one_line(entry.claimed), "italic"), 4)
            for line in entry.details:
                page.write(_text(line), 6, "    - ")
    return page.text()


def _text(runs: Iterable[TonedRun]) -> Text:
    text = Text()
    for run in runs:
        before, after = _MARKS.get(run.tone, ("", ""))
        # Blanks at the edges part one run from the next, so they are kept.
        shown = printable(re.sub(r"\s+", " ", run.text))
        text.append(f"{before}{shown}{after}", _STYLES[run.tone])
    return text
