"""A pinned file is not the one whose hash the record holds.

Why:
    A quotation is checked against the very bytes that somebody read and judged. When they change,
    every judgement about them is open again.
Mend:
    Restore the file. If the change is meant, `claimcheck pin SOURCE` shows what became of each
    quoted passage and pins the present bytes.
    When only the line ends differ, a clone has converted them: keep the bytes with
    `seeds/** -text` in `.gitattributes` (with your own folder's name).

Example:
    One digit of `seeds/page.txt` was corrected after it had been pinned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.changed_source import change_impact
from claimcheck.assessment.passages import difference_excerpts
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.changed_source import ChangeImpact
    from claimcheck.model import Excerpt

SEVERITY = Severity.ERROR


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report pinned files whose SHA-256 is not the recorded one."""
    folder = assessment.dossier.config.sources
    for source in assessment.dossier.sources.values():
        for pin in source.pins:
            if not pin.changed:
                continue
            excerpts: tuple[Excerpt, ...] = ()
            if pin.differs_in_line_ends:
                message = f"{pin.path} differs from the pinned file, but only in its line ends"
                remedy = f"write `{folder}/** -text` into .gitattributes, then check it out again"
            else:
                impact = change_impact(source.id, assessment, assessment.dossier.base)
                message = f"{pin.path} is not the file that was pinned; {_harm(impact)}"
                remedy = f"restore the file, or see `claimcheck pin {source.id}`"
                if impact.safe:
                    remedy = f"re-pinning is safe: `claimcheck pin {source.id}`"
                for citation in (*impact.altered, *impact.gone)[:1]:
                    excerpts = difference_excerpts(citation.item, assessment)
            yield Finding(message, pin.place, remedy, excerpts, source=source.id)


def _harm(impact: ChangeImpact) -> str:
    if not impact.total:
        return "nothing is quoted from it"
    if impact.safe:
        moved = f", {len(impact.moved)} of them on another line" if impact.moved else ""
        return f"all passages quoted from it still stand in it ({impact.total}{moved})"
    outcomes = (
        (impact.altered, "altered"),
        (impact.gone, "gone"),
        (impact.unchecked, "unchecked"),
        (impact.moved, "moved"),
        (impact.unharmed, "unharmed"),
    )
    counts = ", ".join(f"{len(cited)} {word}" for cited, word in outcomes if cited)
    return f"of the passages quoted from it: {counts}"
