"""What `claimcheck mend` shows: corrections with what differs, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.editing.mending import Correction, MendingOutcome
    from claimcheck.model import Run

# Characters of a quotation that are shown where nothing differs.
_MAX_SAME = 60


def correction_text(correction: Correction) -> str:
    """Return a correction: where it belongs, what kind it is, and both spellings."""
    kind = correction.kind if correction.safe else f"{correction.kind}, to be judged"
    lines = [f"{one_line(str(correction.item.quote_place))}: {kind}\n"]
    for label, runs in (("quote", correction.written), ("source", correction.printed)):
        lines.append(f"  {label:>6}: {one_line(''.join(_pieces(runs)))}\n")
    return "".join(lines)


def mending_text(outcome: MendingOutcome) -> str:
    """Return what was done, what was not, and what nobody but a person can do."""
    return "".join(f"{line}\n" for line in _conclusion(outcome))


def _conclusion(outcome: MendingOutcome) -> Iterator[str]:
    for claim_id, names in outcome.outdated_signatures.items():
        signers = " and ".join(map(one_line, names))
        yield f"note: {signers} signed {claim_id} as it was; have it signed again"
    total, left = outcome.offered, outcome.offered - outcome.written
    if total:
        rest = f", {left} left"
        if left:
            safe = outcome.safe_left
            rest += f", {safe} of them safe" if safe else ", to be judged at a terminal"
        yield f"{count(total, 'correction')}: {outcome.written} written{rest}"
    else:
        yield "nothing to mend"
    if failing := outcome.unmendable:
        counted = count(failing, "more quote" if total else "quote")
        where = "is not in its source" if failing == 1 else "are not in their sources"
        yield f"{counted} {where}, and cannot be mended here; see `claimcheck check`"
    if outcome.unchecked:
        yield f"{count(outcome.unchecked, 'quote')} could not be checked; see `claimcheck check`"


def _pieces(runs: Iterable[Run]) -> Iterator[str]:
    for run in runs:
        if run.marked:
            yield f"[[{run.text}]]"
        elif len(run.text) > _MAX_SAME:
            half = _MAX_SAME // 2
            yield f"{run.text[:half]} … {run.text[-half:]}"
        else:
            yield run.text
