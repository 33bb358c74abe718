"""For people at a terminal: the passages one by one, the words that were looked for marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats.page import TerminalPage
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.formats.screen import Screen
    from claimcheck.model import Run
    from claimcheck.search.passages import PassageAnswer, RankedPassage

_INDENT_COLUMNS = 4
_MAX_TITLE_CHARACTERS = 60
_MAX_GAPS = 3


def render(answer: PassageAnswer, screen: Screen) -> str:
    """Return each passage in its surroundings, the words that were looked for marked."""
    page = TerminalPage(screen)
    for passage in answer.passages:
        _write_passage(page, passage)
    page.write(Text(_totals(answer)), 0)
    for gap in answer.gaps[:_MAX_GAPS]:
        page.write(Text(one_line(gap), "yellow"), 0)
    if (more := len(answer.gaps) - _MAX_GAPS) > 0:
        page.write(Text(f"and {count(more, 'other gap')} in what was read", "yellow"), 0)
    if answer.passages:
        # Another text, or other sources, would give other numbers.
        claim = "" if answer.claim else "--claim ID "
        page.write(Text(f"cite one: the same command with {claim}--link supports N"), 0)
        surrounded = any(passage.before or passage.after for passage in answer.passages)
        if surrounded:
            page.write(
                Text("it takes the sentence between >> and <<, and not what is around it"), 0
            )
    return page.text()


def _write_passage(page: TerminalPage, passage: RankedPassage) -> None:
    head = Text(f"{passage.source}", "bold")
    head.append("  ").append_text(page.place(passage.place, "cyan"))
    head.append(f"  {passage.locator}" if passage.locator else "", "cyan")
    page.write(head, _INDENT_COLUMNS, f"{passage.number}")
    if (title := one_line(passage.title)) != passage.source:
        room = min(_MAX_TITLE_CHARACTERS, max(page.width - _INDENT_COLUMNS - 2, 1))
        if len(title) > room:
            title = f"{title[:room].rpartition(' ')[0]} …"
        page.write(Text(title), _INDENT_COLUMNS)
    text = Text()
    text.append(f"{one_line(_with_bars(passage.before))} " if passage.before else "")
    # Colours mark words alone: they do not tell the sentence from what stands around it.
    marks = (">>", "<<") if passage.before or passage.after else ("", "")
    text.append(marks[0])
    text.append_text(_quote(passage.runs, color=page.color))
    text.append(marks[1])
    text.append(f" {one_line(passage.after)}" if passage.after else "")
    page.write(text, _INDENT_COLUMNS)
    for link in passage.linked:
        linked = f"linked: {link.claim} item {link.number} {link.stance}"
        page.write(Text(linked, "green"), _INDENT_COLUMNS)
    page.gap()


def _quote(runs: Iterable[Run], *, color: bool) -> Text:
    """Return a passage in which what was looked for stands out, where colours show."""
    text = Text()
    blank = False
    for run in runs:
        words = printable(" ".join(_with_bars(run.text).split()))
        lead = blank or run.text[:1].isspace()
        if not words:
            blank = lead
            continue
        if lead and text.plain:
            text.append(" ")
        if run.marked:
            text.append(words, "bold yellow" if color else "")
        else:
            text.append(words)
        blank = run.text[-1].isspace()
    return text


def _with_bars(text: str) -> str:
    """Return a text with bars between the cells of a row."""
    return text.replace("\t", " | ")


def _totals(answer: PassageAnswer) -> str:
    passages = count(len(answer.passages), "passage") if answer.passages else "no passage"
    totals = passages
    if answer.searched:
        totals += f"; {count(answer.searched, 'source')} searched"
    if answer.unsearched:
        unsearched = count(answer.unsearched, "source")
        totals += f"; not searched: {unsearched} without a text that can be read"
    if answer.passages:
        return totals
    if not answer.searched:
        return f"{totals}: pin a document with `claimcheck source add FILE` first"
    return f"{totals}: try fewer words, or other ones"
