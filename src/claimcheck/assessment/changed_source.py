"""What a changed document did to the passages that were quoted from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.anchor import Fit, Text, passes
from claimcheck.assessment.sources import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Dossier


@dataclass(frozen=True, slots=True)
class ChangeImpact:
    """The quotations from one source, sorted by what became of them in its present text.

    `unharmed` still stand there, `moved` too, but on another line than in the document that was
    pinned (told only where that is known); `altered` stand there in other words or elsewhere in the
    dossier, `gone` do not stand there, `unchecked` could not be looked for.
    """

    unharmed: tuple[Citation, ...]
    moved: tuple[Citation, ...]
    altered: tuple[Citation, ...]
    gone: tuple[Citation, ...]
    unchecked: tuple[Citation, ...]

    @property
    def safe(self) -> bool:
        """Whether every quotation still stands, so that pinning the present bytes harms nothing."""
        return not (self.altered or self.gone or self.unchecked)

    @property
    def total(self) -> int:
        """How many quotations there are."""
        parts = (self.unharmed, self.moved, self.altered, self.gone, self.unchecked)
        return sum(map(len, parts))


def change_impact(
    source_id: str, assessment: Assessment, previous: Dossier | None = None
) -> ChangeImpact:
    """Sort the quotations from one source by what became of them.

    Args:
        source_id: the source whose document changed.
        assessment: how the quotations stand in its present text.
        previous: the dossier at some earlier time, which may hold the document as it was pinned.
    """
    citations = [
        Citation(assessed, item)
        for assessed in assessment.claims
        for item in assessed.evidence
        if item.evidence.source == source_id
    ]
    passing = _with_fit(citations, {fit for fit in Fit if fit.passes})
    pinned = _pinned_text(source_id, assessment.dossier, previous)
    moved = tuple(
        citation
        for citation in passing
        if pinned is not None and _line(citation) != _line_in(citation, pinned)
    )
    return ChangeImpact(
        unharmed=tuple(citation for citation in passing if citation not in moved),
        moved=moved,
        altered=_with_fit(citations, {Fit.ALTERED, Fit.SPLICED, Fit.MISATTRIBUTED}),
        gone=_with_fit(citations, {Fit.NOT_FOUND}),
        unchecked=_with_fit(citations, {Fit.UNCHECKED}),
    )


def _pinned_text(source_id: str, current: Dossier, previous: Dossier | None) -> Text | None:
    """Return the text that was pinned, if the earlier dossier holds that very document."""
    new, old = current.sources.get(source_id), previous.sources.get(source_id) if previous else None
    if new is None or old is None or old.text is None:
        return None
    expected = [pin.expected for pin in new.pins]
    return Text(old.text) if [pin.actual for pin in old.pins] == expected else None


def _line(citation: Citation) -> int:
    """Return the line, from 0, on which a quotation stands in its source's present text."""
    source, start = citation.item.source, citation.item.anchor.start or 0
    return (source.text or "").count("\n", 0, start) if source else 0


def _line_in(citation: Citation, pinned: Text) -> int:
    """Return the line, from 0, on which a quotation stood in the pinned text; -1 for none."""
    anchor = passes(citation.quote, pinned)
    return pinned.raw.count("\n", 0, anchor.start or 0) if anchor else -1


def _with_fit(citations: Iterable[Citation], fits: set[Fit]) -> tuple[Citation, ...]:
    return tuple(citation for citation in citations if citation.item.anchor.fit in fits)
