"""For people at a terminal: how each quotation stands, and its passage or the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit
from claimcheck.assessment.passages import change_kinds, mark_differences, shorten
from claimcheck.assessment.quote_warnings import mark_notes
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.anchor import Anchor
    from claimcheck.assessment.quotations import LocatedQuotation
    from claimcheck.formats.screen import Screen


def render(quotations: Sequence[LocatedQuotation], screen: Screen) -> str:  # noqa: ARG001 - lines are never broken
    """Return a paragraph for each quotation."""
    return "\n".join("".join(f"{line}\n" for line in _lines(each)) for each in quotations)


def _lines(quotation: LocatedQuotation) -> Iterator[str]:
    anchor = quotation.anchor
    yield f"{anchor.fit}{change_kinds(anchor.changes)}: {one_line(shorten(quotation.quote))}"
    if quotation.place:
        locator = f"  {quotation.locator}" if quotation.locator else ""
        yield f"  {one_line(quotation.place)}{locator}"
    if not quotation.stands and anchor.difference:
        yield from _difference(anchor)
    elif quotation.passage:
        yield f"  source: {one_line(quotation.passage)}"
    if anchor.fit is Fit.AMBIGUOUS:
        yield f"  it appears there {anchor.count} times"
    if anchor.reason:
        yield f"  {anchor.reason}"
    notes = mark_notes(anchor, quotation.file.text.raw)
    yield from (f"  {one_line(note)}" for note in (*notes, *quotation.warnings))
    if not quotation.stands:
        for gap in quotation.gaps:
            yield f"  {one_line(gap)}"
    for other in quotation.also:
        locator = f"  {other.locator}" if other.locator else ""
        yield f"  also in {one_line(other.place)}{locator}"


def _difference(anchor: Anchor) -> Iterator[str]:
    written = mark_differences([(segment.written, segment.same) for segment in anchor.difference])
    printed = mark_differences([(segment.printed, segment.same) for segment in anchor.difference])
    for label, runs in (("quote", written), ("source", printed)):
        line = "".join(f">>{run.text}<<" if run.marked else run.text for run in runs)
        yield f"  {label:>6}: {one_line(line)}"
