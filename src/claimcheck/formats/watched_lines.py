"""What is told of pages that were fetched again, in lines: a line for each quoted passage."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from claimcheck.assessment.passages import context_around, mark_differences, place_in, shorten
from claimcheck.editing.operations.watch_source import Fate
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.editing.operations.watch_source import WatchedPassage, WatchedSource

_LONGEST: Final = 200
_AROUND: Final = 60


def lines_of_source(watched: WatchedSource) -> str:
    """Return a line for each passage of a source, and one for what else was seen of its page."""
    return "".join(f"{one_line(line)}\n" for line in _lines(watched))


def lines_of_totals(sources: Sequence[WatchedSource], unaddressed: int) -> str:
    """Return a line that counts what became of all passages, and one for what was not looked at.

    Args:
        sources: what became of their pages.
        unaddressed: how many quoted sources have no address.
    """
    passages = [passage for watched in sources for passage in watched.passages]
    numbers = Counter(passage.fate for passage in passages)
    phrase = ", ".join(f"{numbers[fate]} {fate}" for fate in Fate if numbers[fate])
    corrected = sum(bool(watched.corrections) for watched in sources)
    corrections = f"; {count(corrected, 'page')} newly corrected" if corrected else ""
    head = f"{count(len(passages), 'passage')} of {count(len(sources), 'source')}"
    skipped = f"{count(unaddressed, 'quoted source')} without an address\n" if unaddressed else ""
    return f"{head}: {phrase or 'nothing to look at'}{corrections}\n{skipped}"


def _lines(watched: WatchedSource) -> Iterator[str]:
    name = watched.source.id
    if not watched.passages:
        unread = f", and its page could not be read ({watched.unread})" if watched.unread else ""
        yield f"{name}: nothing is quoted from it{unread}"
    if watched.leads_to:
        yield f"{name}: {watched.source.url} leads to {watched.leads_to} now"
    for passage in watched.passages:
        citation = passage.citation
        reason = f" ({passage.reason})" if passage.reason else ""
        yield (
            f"{name}: {passage.fate}: {citation.claim_id}, item {citation.number}: "
            f"{_passage_line(passage, watched)}{reason}"
        )
    for line in watched.corrections:
        yield f"{name}: newly corrected: “{shorten(line, _LONGEST)}”"


def _passage_line(passage: WatchedPassage, watched: WatchedSource) -> str:
    """Return a passage, and what stands there now where that is another."""
    item, quote = passage.citation.item, passage.citation.quote.exact
    if passage.fate is Fate.CHANGED and item.anchor.difference:
        segments = item.anchor.difference
        written = _marked((part.written, part.same) for part in segments)
        printed = _marked((part.printed, part.same) for part in segments)
        return f"“{shorten(written, _LONGEST)}” reads “{shorten(printed, _LONGEST)}” now"
    phrase = f"“{shorten(quote, _LONGEST)}”"
    text, start, end = watched.source.text, item.anchor.start, item.anchor.end
    if text is None or start is None or end is None:
        return phrase
    if passage.fate is Fate.REWORDED_AROUND:
        before, after = context_around(text, start, end, _AROUND)
        return f"{phrase} reads “{before}[{shorten(text[start:end], _LONGEST)}]{after}” now"
    if passage.fate is Fate.MOVED:
        return f"{phrase} appears in line {place_in(text, '', start).line} of its text now"
    return phrase


def _marked(parts: Iterable[tuple[str, bool]]) -> str:
    runs = mark_differences(list(parts))
    return "".join(f"[{run.text}]" if run.marked else run.text for run in runs)
