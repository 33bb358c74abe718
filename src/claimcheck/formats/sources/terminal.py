"""For people at a terminal: each source with the state of its files and who cites it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.assessment.pins import PinState
from claimcheck.formats import phrases
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.phrases import uncompared_texts
from claimcheck.formats.terminal_parts import STATE_STYLES
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.sources import CatalogueEntry
    from claimcheck.formats.screen import Screen

# What a source's id leaves to its state and kind on one line.
_STATE_COLUMNS = 20


def render(entries: Sequence[CatalogueEntry], assessment: Assessment, screen: Screen) -> str:
    """Return three lines a source: id and state; title; who published it and who cites it.

    Args:
        entries: the sources, in this order.
        assessment: the whole project, for its parties' names and what could not be read.
        screen: what the lines are wrapped to.
    """
    page = TerminalPage(screen)
    widest = max((len(entry.source.id) for entry in entries), default=0)
    for entry in entries:
        source = entry.source
        id_columns = min(widest, page.width - _STATE_COLUMNS)
        head = Text(source.id.ljust(id_columns) + "  ", "bold")
        head.append(entry.state, STATE_STYLES[entry.state])
        head.append(f"  {one_line(entry.kind)}")
        page.write(head, 0)
        page.write(Text(one_line(source.title)), 4)
        published = phrases.publication(source, assessment.dossier.parties)
        cited = count(entry.claims, "claim") if entry.cited else "no claim"
        uncompared = " · text not compared" if source.has_extract else ""
        page.write(Text(f"{published} · cited by {cited}{uncompared}"), 4)
    if entries:
        page.gap()
        texts = sum(entry.source.has_extract for entry in entries)
        uncompared = f"; {uncompared_texts(texts)}" if texts else ""
        page.write(Text(f"{count(len(entries), 'source')}: {_states(entries)}{uncompared}"), 0)
    elif not assessment.dossier.unread_records:
        page.write(Text("no sources yet: pin the first with `claimcheck source add FILE`"), 0)
    for path in assessment.dossier.unread_records:
        page.write(Text(phrases.unread_file(path), "bold red"), 0)
    return page.text()


def _states(entries: Iterable[CatalogueEntry]) -> str:
    numbers = Counter(entry.state for entry in entries)
    return ", ".join(f"{numbers[state]} {state}" for state in PinState if numbers[state])
