"""Lines of text for a screen, wrapped, indented and underlined."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from rich.table import Table

    from claimcheck.formats.screen import Screen
    from claimcheck.model import Place

# What is marked in a line; where colours show, each line has a colour of its own for it.
MARK = "bold"
# Nobody reads more of one text in a terminal; the rest is counted.
MAX_TEXT_CHARACTERS = 20_000
# All that an address may hold; what it may not, control characters and blanks, is written as %1B.
_SAFE_IN_ADDRESSES = "/:?#[]@!$&'()*+,;=%~"
_LINK_NUMBER = re.compile(r"\x1b\]8;id=\d+-?\d*;")


class TerminalPage:
    """What a terminal shows, line by line; rich is given only escaped text, never markup."""

    def __init__(self, screen: Screen) -> None:
        self._out = io.StringIO()
        self.color = screen.color
        self.width = screen.width
        self._root = screen.root
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
            carets: whether what is styled as `MARK` is underlined with carets, for screens without
                colours.
            first_style: how the words in `first` look where colours show.
        """
        indent = min(indent, self.width // 2)
        if (more := len(text) - MAX_TEXT_CHARACTERS) > 0:
            text = text[:MAX_TEXT_CHARACTERS] + Text(f" … ({more:,} more characters)", "dim")
        room = max(1, self.width - indent)
        if not self.color and "\n" not in text.plain and text.cell_len <= room:
            # Most lines fit, and rich takes a while to find that out.
            lead = first[:indent]
            self._out.write(f"{lead}{' ' * (indent - cell_len(lead))}{text.plain}\n")
            self._underline(text, indent, carets=carets)
            return
        for number, line in enumerate(text.wrap(self._console, room)):
            line.rstrip()
            lead = first[:indent] if number == 0 else ""
            blanks = " " * (indent - cell_len(lead))
            if self.color:
                styled = Text.assemble((lead, first_style), blanks, line)
                self._console.print(styled, soft_wrap=True)
            else:
                # A line is its text then, and rich takes a while to come to that.
                self._out.write(f"{lead}{blanks}{line.plain}\n")
            self._underline(line, indent, carets=carets)

    def place(self, place: Place, style: str = "", behind: str = "") -> Text:
        """Return a place as it is written, a link to it where the screen has links.

        Args:
            place: a place in a file of the project.
            style: how it looks where colours show.
            behind: what follows it, in the same style.
        """
        shown = one_line(str(place))
        text = Text.assemble((f"{shown}{behind}", style))
        if self._root and self.color and place.path:
            from urllib.parse import quote  # paid only where there are links

            line = f"#{place.line}" if place.line else ""
            text.stylize(f"link {self._root}/{quote(place.path)}{line}", 0, len(shown))
        return text

    def address(self, address: str) -> Text:
        """Return an address as it is written, a link to it where it is a web page's."""
        text = Text(one_line(address))
        if self._root and self.color and address.startswith(("https://", "http://")):
            from urllib.parse import quote  # paid only where there are links

            text.stylize(f"link {quote(address, safe=_SAFE_IN_ADDRESSES)}")
        return text

    def text(self) -> str:
        """Return what was written, without blanks at the lines' ends."""
        # rich gives every link a number of its own, and the same text is to be the same bytes.
        written = _LINK_NUMBER.sub("\x1b]8;;", self._out.getvalue())
        return "\n".join(line.rstrip(" ") for line in written.split("\n"))

    def _underline(self, line: Text, indent: int, *, carets: bool) -> None:
        if carets and (below := _carets(line)):
            self._out.write(f"{' ' * indent}{below}\n")


def _carets(line: Text) -> str:
    """Return carets below what is marked in a line, and blanks before them."""
    plain, carets, end = line.plain, "", 0
    for span in sorted(span for span in line.spans if span.style == MARK):
        start, last = max(end, span.start), max(end, span.end)
        carets += " " * cell_len(plain[end:start]) + "^" * cell_len(plain[start:last])
        end = last
    return carets
