"""What a changed document did to the passages that were quoted from it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor import Fit, Text, passes
from claimcheck.anchor.lexicon import CORRECTION_NOTICE
from claimcheck.anchor.sentences import REACH, breaks
from claimcheck.assessment.sources import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.anchor import Anchor
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedEvidence
    from claimcheck.assessment.value_readings import ValueReading
    from claimcheck.model import Dossier, Quote, Source

# Of a line that speaks of a correction, in characters; what is longer is a paragraph of its own.
_LONGEST_NOTICE: Final = 1000


class ChangeImpact(NamedTuple):
    """The quotations from one source, sorted by how they stand in its present text.

    Attributes:
        unharmed: they stand there still, and so do the sentences around them.
        moved: as `unharmed`, but on another line than in the text that was pinned.
        reworded_around: they stand there, but their sentence or one beside it is another, or they
            stand there more often or less often than before.
        unknown_around: they stand there, but the text that was pinned is not at hand, or they did
            not stand in it, so what stood around them is not known.
        altered: they stand there in other words, or elsewhere in the dossier.
        gone: they do not stand there.
        unchecked: they could not be looked for, or the new text was not read.
        corrections: the lines of the present text that speak of a correction and are new in it.
        text_unread: whether nobody has taken the text out of the document as it is now.
    """

    unharmed: tuple[Citation, ...]
    moved: tuple[Citation, ...]
    reworded_around: tuple[Citation, ...]
    unknown_around: tuple[Citation, ...]
    altered: tuple[Citation, ...]
    gone: tuple[Citation, ...]
    unchecked: tuple[Citation, ...]
    corrections: tuple[str, ...] = ()
    text_unread: bool = False

    @property
    def safe(self) -> bool:
        """Whether pinning the present bytes harms no quotation, as far as a program can tell."""
        return not (
            self.reworded_around
            or self.unknown_around
            or self.altered
            or self.gone
            or self.unchecked
            or self.corrections
            or self.text_unread
        )

    @property
    def total(self) -> int:
        """How many quotations there are."""
        return sum(
            map(
                len,
                (
                    self.unharmed,
                    self.moved,
                    self.reworded_around,
                    self.unknown_around,
                    self.altered,
                    self.gone,
                    self.unchecked,
                ),
            )
        )


def change_impact(
    source_id: str, assessment: Assessment, pinned: Source | None = None
) -> ChangeImpact:
    """Sort the quotations from one source by how they stand in its present text.

    Args:
        source_id: the source whose document changed.
        assessment: how the quotations stand in its present text.
        pinned: the source as it was pinned; None where its text is not at hand.
    """
    source = assessment.dossier.sources[source_id]
    citations = tuple(
        Citation(assessed, item)
        for assessed in assessment.claims
        for item in assessed.evidence
        if item.evidence.source == source_id
    )
    if source.has_extract and (source.changed or source.text_outdated):
        return ChangeImpact((), (), (), (), (), (), citations, text_unread=True)
    sorted_by_place: dict[str, list[Citation]] = {}
    pinned_text = pinned.text if pinned is not None else None
    earlier = Text(pinned_text) if pinned_text is not None else None
    for citation in _with_fit(citations, {fit for fit in Fit if fit.passes}):
        outcome = (
            outcome_of(citation.quote, citation.item.anchor, source.text or "", earlier)
            if citation.item.evidence.quoted
            else _outcome_of_value(citation, source, pinned)
        )
        sorted_by_place.setdefault(outcome, []).append(citation)
    return ChangeImpact(
        unharmed=tuple(sorted_by_place.get("unharmed", ())),
        moved=tuple(sorted_by_place.get("moved", ())),
        reworded_around=tuple(sorted_by_place.get("reworded_around", ())),
        unknown_around=tuple(sorted_by_place.get("unknown_around", ())),
        altered=_with_fit(citations, {Fit.ALTERED, Fit.SPLICED, Fit.MISATTRIBUTED}),
        gone=_with_fit(citations, {Fit.NOT_FOUND}),
        unchecked=_with_fit(citations, {Fit.UNCHECKED}),
        corrections=new_corrections(pinned_text, source.text or "") if citations else (),
    )


def pinned_source(source: Source, dossiers: Iterable[Dossier]) -> Source | None:
    """Return a source with the text that its record pins, where one of some dossiers holds it.

    Args:
        source: the source as its record is now.
        dossiers: the project now, or at some earlier time.
    """
    expected = source.pins[-1].expected if source.pins else None
    for dossier in dossiers:
        other = dossier.sources.get(source.id)
        if other is None or other.text is None or other.has_extract != source.has_extract:
            continue
        # Where nothing is pinned yet, the present text is what its reader knows.
        if expected in {None, other.pins[-1].actual}:
            return other
    return None


def _outcome_of_value(citation: Citation, source: Source, pinned: Source | None) -> str:
    """Return the field for a value that stands in the present text: what is around are its rows."""
    from claimcheck.assessment.values import read_values  # few sources are tables

    value, now = citation.item.evidence.value, citation.item.value
    if value is None or now is None or pinned is None or pinned.text is None:
        return "unknown_around"
    (then,) = read_values([value], pinned)
    if not then.stands:
        return "unknown_around"
    rows, earlier_rows = _rows(source.text or "", now), _rows(pinned.text, then)
    if list(rows.values()) != list(earlier_rows.values()):
        return "reworded_around"
    return "unharmed" if list(rows) == list(earlier_rows) else "moved"


def _rows(text: str, reading: ValueReading) -> dict[int, str]:
    """Return the rows of the cells of a value, by the numbers of their lines."""
    lines = text.split("\n")
    numbers = (text.count("\n", 0, cell.start) for cell in reading.cells)
    return {number: " ".join(lines[number].split()) for number in numbers}


def outcome_of(quote: Quote, anchor: Anchor, text: str, pinned: Text | None) -> str:
    """Return the field of a `ChangeImpact` for a quotation that stands in a text.

    Args:
        quote: the quotation.
        anchor: where it stands in the text.
        text: the text.
        pinned: the text as it was earlier; None where it is not at hand.
    """
    earlier = passes(quote, pinned) if pinned is not None else None
    if pinned is None or earlier is None:
        return "unknown_around"
    now = anchor.start or 0, anchor.end or 0
    then = earlier.start or 0, earlier.end or 0
    if anchor.count != earlier.count or _around(text, *now) != _around(pinned.raw, *then):
        return "reworded_around"
    moved = text.count("\n", 0, now[0]) != pinned.raw.count("\n", 0, then[0])
    return "moved" if moved else "unharmed"


def _around(text: str, start: int, end: int) -> str:
    """Return the sentences of a span and one on either side, white space folded.

    Args:
        text: the text.
        start: where the span begins, in code points.
        end: where it ends.
    """
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    begins = breaks(text, low, start)
    # The last break begins the span's own sentence, the one before it the neighbour.
    first = begins[-2] if len(begins) > 1 else low
    ends = [stop for stop in breaks(text, max(0, end - 1), high) if stop >= end]
    last = ends[1] if len(ends) > 1 else high
    return " ".join(text[first:last].split())


@lru_cache(maxsize=8)  # many records may name one text
def new_corrections(pinned: str | None, text: str) -> tuple[str, ...]:
    """Return the lines of a text that speak of a correction and did not stand in the pinned one.

    Args:
        pinned: the earlier text; None where it is not at hand.
        text: the present one.
    """
    pinned_lines = set(_lines(pinned)) if pinned is not None else set()
    return tuple(
        line[:_LONGEST_NOTICE]
        for line in dict.fromkeys(_lines(text))
        if line not in pinned_lines and re.search(CORRECTION_NOTICE, line, re.IGNORECASE)
    )


def _lines(text: str) -> Iterable[str]:
    return (" ".join(line.split()) for line in text.split("\n"))


def _with_fit(citations: Iterable[Citation], fits: set[Fit]) -> tuple[Citation, ...]:
    return tuple(citation for citation in citations if _fit(citation.item) in fits)


def _fit(item: AssessedEvidence) -> Fit:
    """How an item stands: as its quotation does, or as its value where that alone does not."""
    is_value = item.anchor.fit.passes and item.value is not None and not item.value.stands
    return item.value.anchor.fit if is_value and item.value is not None else item.anchor.fit
