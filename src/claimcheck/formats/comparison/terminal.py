"""For people at a terminal: what a change does to the dossier, wrapped to the screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats.change_summary import Tone, account
from claimcheck.formats.page import TerminalPage
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.assessment.comparison import Comparison
    from claimcheck.formats.change_summary import Piece
    from claimcheck.formats.screen import Screen

# What went and what came is marked in words' own place, so that nothing rests on colour alone.
_MARKS = {Tone.OLD: ("[-", "-]"), Tone.NEW: ("{+", "+}")}
_STYLES = {Tone.NAME: "bold", Tone.OLD: "red", Tone.NEW: "green", Tone.PLAIN: ""}


def render(comparison: Comparison, screen: Screen) -> str:
    """Return the account of a comparison, section by section."""
    page = TerminalPage(screen)
    told = account(comparison)
    page.write(Text(one_line(f"Compared {told.compared}."), "dim"), 0)
    page.write(Text(one_line(told.gist), "bold"), 0)
    for section in told.sections:
        page.gap()
        page.write(Text(f"{section.title} ({len(section.entries)})", "bold"), 0)
        for entry in section.entries:
            page.write(_text(entry.head), 4, "  ")
            if entry.quoted:
                page.write(Text(one_line(entry.quoted), "italic"), 4)
            for line in entry.lines:
                page.write(_text(line), 6, "    - ")
    return page.text()


def _text(pieces: Iterable[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        before, after = _MARKS.get(piece.tone, ("", ""))
        # Blanks at the edges part one piece from the next, so they are kept.
        shown = printable(re.sub(r"\s+", " ", piece.text))
        text.append(f"{before}{shown}{after}", _STYLES[piece.tone])
    return text
