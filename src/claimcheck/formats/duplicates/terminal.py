"""For people at a terminal: the pairs of claims, one claim above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats.page import TerminalPage
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.formats.screen import Screen
    from claimcheck.model import Claim
    from claimcheck.search.duplicates import DuplicatePair


def render(pairs: Sequence[DuplicatePair], claims: Mapping[str, Claim], screen: Screen) -> str:
    """Return the pairs of claims one above the other, then how many there are.

    Args:
        pairs: the pairs, by id.
        claims: every claim that was compared, by id.
        screen: what the lines are wrapped to.
    """
    page = TerminalPage(screen)
    for pair in pairs:
        page.write(Text(f"{pair.likeness:.0f} % alike", "bold"), 0)
        for name in (pair.first, pair.second):
            head = Text(f"{name}  ", "bold cyan")
            page.write(head.append_text(page.place(claims[name].place, "bold cyan")), 2)
            page.write(Text(one_line(claims[name].text)), 4)
        page.gap()
    number = count(len(pairs), "pair")
    page.write(Text(f"{count(len(claims), 'claim')}: {number} that may say the same"), 0)
    return page.text()
