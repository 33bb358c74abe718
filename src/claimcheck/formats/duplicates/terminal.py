"""For people at a terminal: the passages one by one, or claims that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats import phrases
from claimcheck.formats.page import Page
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.formats.screen import Screen
    from claimcheck.model import Claim, Run
    from claimcheck.search.duplicates import Alike
    from claimcheck.search.passages import Found, Passage

_INDENT = 4
_LONGEST_TITLE = 60


def passages(found: Found, screen: Screen) -> str:
    """Return each passage in its surroundings, the words that were asked for marked."""
    page = Page(screen)
    for one in found.passages:
        _passage(page, one)
    page.write(Text(_closing(found)), 0)
    if found.passages:
        # Another text, or other sources, would give other numbers.
        of = "" if found.claim else "--claim ID "
        page.write(Text(f"cite one: the same command with {of}--link supports N", "dim"), 0)
    return page.text()


def duplicates(pairs: Sequence[Alike], claims: Mapping[str, Claim], screen: Screen) -> str:
    """Return the pairs of claims one above the other."""
    page = Page(screen)
    for pair in pairs:
        page.write(Text(f"{pair.likeness:.0f} % alike", "bold"), 0)
        for name in (pair.first, pair.second):
            page.write(Text(f"{name}  {one_line(str(claims[name].place))}", "bold cyan"), 2)
            page.write(Text(one_line(claims[name].text)), _INDENT)
        page.gap()
    counted = phrases.count(len(pairs), "pair")
    page.write(Text(f"{phrases.count(len(claims), 'claim')}: {counted} that may say the same"), 0)
    return page.text()


def _passage(page: Page, one: Passage) -> None:
    head = Text(f"{one.source}", "bold")
    head.append(f"  {one_line(str(one.place))}", "cyan")
    head.append(f"  {one.locator}" if one.locator else "", "cyan")
    page.write(head, _INDENT, f"{one.number}")
    if (title := one_line(one.title)) != one.source:
        longest = min(_LONGEST_TITLE, max(page.width - _INDENT - 2, 1))
        if len(title) > longest:
            title = f"{title[:longest].rpartition(' ')[0]} …"
        page.write(Text(title, "dim"), _INDENT)
    said = Text()
    said.append(f"{one_line(one.before)} " if one.before else "", "dim")
    said.append_text(_words(one.runs, page.color))
    said.append(f" {one_line(one.after)}" if one.after else "", "dim")
    page.write(said, _INDENT)
    for by in one.linked:
        page.write(Text(f"linked: {by.claim} item {by.number} {by.stance}", "green"), _INDENT)
    page.gap()


def _words(runs: Iterable[Run], color: bool) -> Text:  # noqa: FBT001 - a screen's property
    """Return a passage in which what was asked for stands out, by colour or between signs."""
    said = Text()
    blank = False
    for run in runs:
        flat = printable(" ".join(run.text.split()))
        lead = blank or run.text[:1].isspace()
        if not flat:
            blank = lead
            continue
        if lead and said.plain:
            said.append(" ")
        if run.marked:
            said.append(flat if color else f"*{flat}*", "bold reverse" if color else "")
        else:
            said.append(flat)
        blank = run.text[-1].isspace()
    return said


def _closing(found: Found) -> str:
    counted = phrases.count(len(found.passages), "passage") if found.passages else "no passage"
    said = f"{counted} in {phrases.count(found.searched, 'source')}"
    if found.unsearched:
        said += f"; {phrases.count(found.unsearched, 'source')} without a text not searched"
    return said
