"""What a changed document did to the passages that were quoted from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.anchor import Fit, Text, passes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence, Assessment
    from claimcheck.model import Dossier


@dataclass(frozen=True, slots=True)
class Cited:
    """A quotation from one source, with the claim that cites it."""

    claim: AssessedClaim
    item: AssessedEvidence


@dataclass(frozen=True, slots=True)
class Consequences:
    """The quotations from one source, sorted by what became of them in its present text.

    `unharmed` still stand there, `moved` too, but on another line than in the document that was
    pinned (told only where that is known); `altered` stand there in other words or elsewhere in the
    dossier, `gone` do not stand there, `unchecked` could not be looked for.
    """

    unharmed: tuple[Cited, ...]
    moved: tuple[Cited, ...]
    altered: tuple[Cited, ...]
    gone: tuple[Cited, ...]
    unchecked: tuple[Cited, ...]

    @property
    def safe(self) -> bool:
        """Whether every quotation still stands, so that pinning the present bytes harms nothing."""
        return not (self.altered or self.gone or self.unchecked)

    @property
    def total(self) -> int:
        """How many quotations there are."""
        parts = (self.unharmed, self.moved, self.altered, self.gone, self.unchecked)
        return sum(map(len, parts))


def consequences(
    source_id: str, assessment: Assessment, before: Dossier | None = None
) -> Consequences:
    """Sort the quotations from one source by what became of them.

    Args:
        source_id: the source whose document changed.
        assessment: how the quotations stand in its present text.
        before: the dossier at some earlier time, which may hold the document as it was pinned.
    """
    cited = [
        Cited(assessed, item)
        for assessed in assessment.claims
        for item in assessed.evidence
        if item.evidence.source == source_id
    ]
    standing = _with(cited, {fit for fit in Fit if fit.passes})
    old = _pinned_text(source_id, assessment.dossier, before)
    moved = tuple(one for one in standing if old is not None and _line(one) != _line_in(one, old))
    return Consequences(
        unharmed=tuple(one for one in standing if one not in moved),
        moved=moved,
        altered=_with(cited, {Fit.ALTERED, Fit.SPLICED, Fit.MISATTRIBUTED}),
        gone=_with(cited, {Fit.NOT_FOUND}),
        unchecked=_with(cited, {Fit.UNCHECKED}),
    )


def _pinned_text(source_id: str, now: Dossier, before: Dossier | None) -> Text | None:
    """Return the text that was pinned, if the earlier dossier holds that very document."""
    present, old = now.sources.get(source_id), before.sources.get(source_id) if before else None
    if present is None or old is None or old.text is None:
        return None
    wanted = [pin.expected for pin in present.pins]
    return Text(old.text) if [pin.actual for pin in old.pins] == wanted else None


def _line(one: Cited) -> int:
    source, start = one.item.source, one.item.anchor.start or 0
    return (source.text or "").count("\n", 0, start) if source else 0


def _line_in(one: Cited, old: Text) -> int:
    found = passes(one.item.evidence.quote, old)
    return old.raw.count("\n", 0, found.start or 0) if found else -1


def _with(cited: Iterable[Cited], fits: set[Fit]) -> tuple[Cited, ...]:
    return tuple(one for one in cited if one.item.anchor.fit in fits)
