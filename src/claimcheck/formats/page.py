"""Lines of text for a screen, wrapped, indented and underlined."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from rich.table import Table

    from claimcheck.formats.screen import Screen

# What is marked in a line; where colours show, each line has a colour of its own for it.
MARK = "bold"
# Nobody reads more of one text in a terminal; the rest is counted.
MAX_TEXT_CHARACTERS = 20_000


class TerminalPage:
    """What a terminal shows, line by line; rich is given only escaped text, never markup."""

    def __init__(self, screen: Screen) -> None:
        self._out = io.StringIO()
        self.color = screen.color
        self.width = screen.width
        self._console = Console(
            file=self._out,
            width=screen.width,
            force_terminal=screen.color,
            color_system="standard" if screen.color else None,
            no_color=not screen.color,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    def table(self, table: Table) -> None:
        """Write a table."""
        self._console.print(table)

    def gap(self) -> None:
        """Write an empty line."""
        self._out.write("\n")

    def write(
        self,
        text: Text,
        indent: int = 0,
        first: str = "",
        *,
        carets: bool = False,
        first_style: str = "",
    ) -> None:
        """Write a text wrapped within the width.

        Args:
            text: what to write.
            indent: the columns that every line is moved in, at most half of the width.
            first: what stands in those columns on the first line.
            carets: whether what is styled as `MARK` is underlined with carets.
            first_style: how the words in `first` look where colours show.
        """
        indent = min(indent, self.width // 2)
        if (more := len(text) - MAX_TEXT_CHARACTERS) > 0:
            text = text[:MAX_TEXT_CHARACTERS] + Text(f" … ({more:,} more characters)", "dim")
        room = max(1, self.width - indent)
        if not (self.color or carets) and "\n" not in text.plain and text.cell_len <= room:
            # Most lines fit, and rich takes a while to find that out.
            lead = first[:indent]
            self._out.write(f"{lead}{' ' * (indent - cell_len(lead))}{text.plain}\n")
            return
        for number, line in enumerate(text.wrap(self._console, room)):
            line.rstrip()
            lead = first[:indent] if number == 0 else ""
            blanks = " " * (indent - cell_len(lead))
            self._print(Text.assemble((lead, first_style), blanks, line))
            if carets and (below := _carets(line)):
                self._print(Text(" " * indent + below, "bold red"))

    def text(self) -> str:
        """Return what was written, without blanks at the lines' ends."""
        return "\n".join(line.rstrip(" ") for line in self._out.getvalue().split("\n"))

    def _print(self, line: Text) -> None:
        if not self.color:
            # Without colours a line is its text, and rich takes a while to come to that.
            self._out.write(f"{line.plain}\n")
            return
        self._console.print(line, soft_wrap=True)


def _carets(line: Text) -> str:
    carets = ""
    for offset, sign in enumerate(line.plain):
        marked = any(span.start <= offset < span.end and span.style == MARK for span in line.spans)
        carets += ("^" if marked else " ") * cell_len(sign)
    return carets.rstrip()
