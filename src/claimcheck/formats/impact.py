"""What `claimcheck pin` shows: what became of each passage quoted from a changed source."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from claimcheck.assessment.passages import difference_excerpts, place_in
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.sources import Citation
    from claimcheck.editing.operations.repin import PinUpdate
    from claimcheck.formats.screen import Screen

_INDENT = " " * 20


def impact_text(update: PinUpdate, assessment: Assessment, screen: Screen) -> str:
    """Return a line for each passage, with the difference where it is altered or gone.

    Args:
        update: the source, and what became of its passages.
        assessment: the whole project, to show the nearest passages.
        screen: what the lines are wrapped to.
    """
    lines = _lines(update, assessment)
    return "".join(
        textwrap.fill(line, screen.width, subsequent_indent=_INDENT) + "\n" for line in lines
    )


def _lines(update: PinUpdate, assessment: Assessment) -> Iterator[str]:
    impact = update.impact
    yield f"{count(impact.total, 'passage')} quoted from {update.source.id}:"
    for title, citations in (
        ("altered", impact.altered),
        ("gone", impact.gone),
        ("unchecked", impact.unchecked),
        ("moved", impact.moved),
        ("unharmed", impact.unharmed),
    ):
        for citation in citations:
            place = _place(citation)
            yield f"  {title:9} {citation.claim_id}, item {citation.number}{place}"
            if title in {"altered", "gone"}:
                yield from _difference(citation, assessment)


def _difference(citation: Citation, assessment: Assessment) -> Iterator[str]:
    for excerpt in difference_excerpts(citation.item, assessment):
        text = "".join(f"[{run.text}]" if run.marked else run.text for run in excerpt.runs)
        yield f"            {excerpt.label:>6}: {one_line(text)}"


def _place(citation: Citation) -> str:
    item = citation.item
    source, start = item.source, item.anchor.start
    if source is None or source.text is None or start is None or item.found_in:
        return ""
    return f" ({place_in(source.text, source.text_path, start)})"
