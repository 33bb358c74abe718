"""What a changed document did to the passages that were quoted from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.anchor import Fit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.assess import AssessedClaim, AssessedEvidence, Assessment


@dataclass(frozen=True, slots=True)
class Cited:
    """A quotation from one source, with the claim that cites it."""

    claim: AssessedClaim
    item: AssessedEvidence


@dataclass(frozen=True, slots=True)
class Consequences:
    """The quotations from one source, sorted by what became of them in its present text.

    `unharmed` still stand there, `altered` stand there in other words or elsewhere in the dossier,
    `gone` do not stand there, `unchecked` could not be looked for.
    """

    unharmed: tuple[Cited, ...]
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
        return sum(map(len, (self.unharmed, self.altered, self.gone, self.unchecked)))


def consequences(source_id: str, assessment: Assessment) -> Consequences:
    """Sort the quotations from one source by what became of them."""
    cited = [
        Cited(assessed, item)
        for assessed in assessment.claims
        for item in assessed.evidence
        if item.evidence.source == source_id
    ]
    return Consequences(
        unharmed=_with(cited, {fit for fit in Fit if fit.passes}),
        altered=_with(cited, {Fit.ALTERED, Fit.SPLICED, Fit.MISATTRIBUTED}),
        gone=_with(cited, {Fit.NOT_FOUND}),
        unchecked=_with(cited, {Fit.UNCHECKED}),
    )


def _with(cited: Iterable[Cited], fits: set[Fit]) -> tuple[Cited, ...]:
    return tuple(one for one in cited if one.item.anchor.fit in fits)
