"""JSON for programs: what became of each quoted passage, and what stands in its place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.assessment.passages import place_in
from claimcheck.editing.operations.watch_source import Fate
from claimcheck.formats.json_parts import dump, enveloped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.editing.operations.watch_source import WatchedPassage, WatchedSource
    from claimcheck.formats.screen import Screen


def render(sources: Sequence[WatchedSource], unaddressed: int, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return what became of the passages of some sources.

    Args:
        sources: what became of their pages.
        unaddressed: how many quoted sources have no address.
        screen: is not looked at.
    """
    numbers = Counter(passage.fate for watched in sources for passage in watched.passages)
    fields = {
        "sources": [_source_object(watched) for watched in sources],
        "totals": {_word(fate): numbers[fate] for fate in Fate},
        "corrected": sum(bool(watched.corrections) for watched in sources),
        "unaddressed": unaddressed,
    }
    return dump(enveloped("watched", fields))


def _word(fate: Fate) -> str:
    return fate.replace(" ", "-")


def _source_object(watched: WatchedSource) -> dict[str, object]:
    return {
        "id": watched.source.id,
        "url": watched.source.url,
        "leads_to": watched.leads_to or None,
        "fine": watched.is_fine,
        "corrections": list(watched.corrections),
        "passages": [_passage_object(passage, watched) for passage in watched.passages],
    }


def _passage_object(passage: WatchedPassage, watched: WatchedSource) -> dict[str, object]:
    citation, anchor = passage.citation, passage.citation.item.anchor
    text, start, end = watched.source.text, anchor.start, anchor.end
    # Where the page was not read, the source's text is the pinned one.
    is_there = text is not None and start is not None and end is not None
    now = text[start:end] if text is not None and is_there and _is_of_page(passage) else None
    line = place_in(text or "", "", start or 0).line if now is not None else None
    return {
        "claim": citation.claim_id,
        "item": citation.number,
        "fate": _word(passage.fate),
        "reason": passage.reason or None,
        "quote": citation.quote.exact,
        "now": now,
        "line": line,
        "difference": [
            {"written": part.written, "printed": part.printed, "same": part.same}
            for part in (anchor.difference if passage.fate is Fate.CHANGED else ())
        ],
    }


def _is_of_page(passage: WatchedPassage) -> bool:
    """Whether what is told of a passage stands in the page as it is now."""
    return passage.fate in {Fate.UNCHANGED, Fate.MOVED, Fate.REWORDED_AROUND, Fate.CHANGED}
