"""What `claimcheck pin` shows: what became of each passage quoted from a changed source."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from claimcheck.assessment.passages import (
    difference_excerpts,
    mark_differences,
    place_in,
    shorten,
)
from claimcheck.assessment.value_excerpts import value_excerpts
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.sources import Citation
    from claimcheck.editing.operations.repin import PinUpdate
    from claimcheck.formats.screen import Screen

_INDENT = " " * 20
_TITLE_WIDTH = 9
# Changed lines that are shown, and characters of each.
_MOST_CHANGES, _WIDEST = 12, 400


def impact_text(update: PinUpdate, screen: Screen) -> str:
    """Return how a text changed, and a line for each passage quoted from it.

    Args:
        update: the source, and what became of its passages.
        screen: what the lines are wrapped to.
    """
    return "".join(
        textwrap.fill(line, screen.width, subsequent_indent=_INDENT) + "\n"
        for line in _lines(update)
    )


def _lines(update: PinUpdate) -> Iterator[str]:
    impact = update.impact
    yield from _changes(update)
    if impact.text_unread:
        yield "the document was not read: files of its kind are not"
    yield f"{count(impact.total, 'passage')} quoted from {update.source.id}:"
    outcomes = (
        ("altered", impact.altered),
        ("gone", impact.gone),
        ("unchecked", impact.unchecked),
        ("surroundings changed", impact.reworded_around),
        ("surroundings not known", impact.unknown_around),
        ("moved", impact.moved),
        ("unharmed", impact.unharmed),
    )
    longest = max((len(title) for title, citations in outcomes if citations), default=0)
    width = longest + 1 if longest > _TITLE_WIDTH else _TITLE_WIDTH
    for title, citations in outcomes:
        for citation in citations:
            place = _place(citation)
            yield f"  {title:{width}} {citation.claim_id}, item {citation.number}{place}"
            if title in {"altered", "gone"}:
                yield from _difference(citation, update.assessment)
    for line in impact.corrections[:_MOST_CHANGES]:
        yield f"  the new text speaks of a correction: {one_line(shorten(line, _WIDEST))}"


def _changes(update: PinUpdate) -> Iterator[str]:
    """Show the lines of the text that changed, the words that did in brackets."""
    if not update.changes:
        return
    yield f"{count(len(update.changes), 'line')} of the text changed:"
    for change in update.changes[:_MOST_CHANGES]:
        for sign, text in (
            ("-", _marked((part.written, part.same) for part in change.segments)),
            ("+", _marked((part.printed, part.same) for part in change.segments)),
        ):
            if text:
                yield f"  {change.line:>5} {sign} {one_line(shorten(text, _WIDEST))}"
    if (more := len(update.changes) - _MOST_CHANGES) > 0:
        yield f"        … and {more} more"


def _marked(parts: Iterable[tuple[str, bool]]) -> str:
    runs = mark_differences(list(parts))
    return "".join(f"[{run.text}]" if run.marked else run.text for run in runs)


def _difference(citation: Citation, assessment: Assessment) -> Iterator[str]:
    item = citation.item
    is_value = item.value is not None and not item.value.stands
    for excerpt in value_excerpts(item) if is_value else difference_excerpts(item, assessment):
        text = "".join(f"[{run.text}]" if run.marked else run.text for run in excerpt.runs)
        yield f"            {excerpt.label:>6}: {one_line(text)}"


def _place(citation: Citation) -> str:
    item = citation.item
    source, start = item.source, item.anchor.start
    if source is None or source.text is None or start is None or item.found_in:
        return ""
    return f" ({place_in(source.text, source.text_path, start)})"
