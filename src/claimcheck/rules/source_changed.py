"""A pinned file is not the one whose hash the record holds.

Why:
    A quotation is checked against the very bytes that somebody read and judged. When they change,
    every judgement about them is open again.
    A passage may also stand where it stood, in a note that takes it back: so the sentences around
    it are compared, where the pinned text is at hand (with `--base`, and by `claimcheck pin`). The
    new text of a PDF, a web page and the like is read by `claimcheck pin` alone.
Mend:
    Restore the file. If the change is meant, `claimcheck pin SOURCE` reads the document, shows
    how its text changed and what became of each quoted passage, and pins it.
    When only the line ends differ, a clone has converted them: keep the bytes with
    `seeds/** -text` in `.gitattributes` (with your own folder's name).

Example:
    One digit of `seeds/page.txt` was corrected after it had been pinned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.changed_source import change_impact, pinned_source
from claimcheck.assessment.passages import difference_excerpts
from claimcheck.model import Finding, Severity
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.changed_source import ChangeImpact
    from claimcheck.model import Excerpt, Pin, Source

SEVERITY = Severity.ERROR


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report pinned files whose SHA-256 is not the recorded one."""
    folder = assessment.dossier.config.sources
    for source in assessment.dossier.sources.values():
        for pin in source.pins:
            # What is no document at all is for source-missing to say.
            if not pin.changed or pin.instead:
                continue
            excerpts: tuple[Excerpt, ...] = ()
            if pin.differs_in_line_ends:
                message = f"{pin.path} differs from the pinned file, but only in its line ends"
                remedy = (
                    "`claimcheck mend` restores them; "
                    f"`{folder}/** -text` in .gitattributes keeps them"
                )
            else:
                base = assessment.dossier.base
                pinned = pinned_source(source, [base] if base else [])
                impact = change_impact(source.id, assessment, pinned)
                message = f"{pin.path} is not the file that was pinned{_harm(impact, source, pin)}"
                remedy = _remedy(impact, source)
                for citation in (*impact.altered, *impact.gone)[:1]:
                    excerpts = difference_excerpts(citation.item, assessment)
            yield Finding(message, pin.place, remedy, excerpts, source=source.id)


def _harm(impact: ChangeImpact, source: Source, pin: Pin) -> str:
    """Return how the sentence about a changed file goes on."""
    if impact.text_unread:
        what = (
            "its new text was not read"
            if pin is source.pins[0]
            else f"it was not compared with {source.pins[0].path}"
        )
        return f", and {what}; {_quoted(impact)}"
    if not impact.total:
        return "; nothing is quoted from it"
    if impact.safe:
        moved = f", {len(impact.moved)} of them on another line" if impact.moved else ""
        return (
            f"; all passages quoted from it still appear in it ({impact.total}{moved}), and so do "
            "the sentences around them"
        )
    if len(impact.unknown_around) == impact.total:
        return (
            f"; all passages quoted from it still appear in it ({impact.total}), and what was "
            f"around them is not known{_corrections(impact)}"
        )
    outcomes = (
        (impact.altered, "altered"),
        (impact.gone, "gone"),
        (impact.unchecked, "unchecked"),
        (impact.reworded_around, "in other surroundings"),
        (impact.unknown_around, "whose surroundings are not known"),
        (impact.moved, "moved"),
        (impact.unharmed, "unharmed"),
    )
    counts = ", ".join(f"{len(cited)} {word}" for cited, word in outcomes if cited)
    return f"; of the passages quoted from it: {counts}{_corrections(impact)}"


def _quoted(impact: ChangeImpact) -> str:
    verb = "is" if impact.total == 1 else "are"
    return f"{count(impact.total, 'passage')} {verb} quoted from it"


def _corrections(impact: ChangeImpact) -> str:
    return "; it speaks of a correction" if impact.corrections else ""


def _remedy(impact: ChangeImpact, source: Source) -> str:
    if impact.text_unread:
        return (
            f"restore the file, or let `claimcheck pin {source.id}` read the document and show "
            "what became of each passage"
        )
    if impact.safe:
        return f"re-pinning is safe: `claimcheck pin {source.id}`"
    return (
        "restore the file (or its hash in the record, if that was edited), "
        f"or see `claimcheck pin {source.id}`"
    )
