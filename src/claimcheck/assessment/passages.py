"""A passage as readers want to see it: in its surroundings, with its line, the quote marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.dossier import locators
from claimcheck.model import Excerpt, Place, Run

if TYPE_CHECKING:
    from claimcheck.anchor import Anchor, Change
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedEvidence
    from claimcheck.model import Source

# All in characters.
CONTEXT_WIDTH = 140
LONGEST_SHOWN = 600
LONGEST_GAP_SHOWN = 240
# Up to here lines are counted for each place anew; further on, where they end is looked up.
_COUNTED_CHARACTERS = 20_000
_LINE_END = re.compile("\n")
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")


class QuotedPassage(NamedTuple):
    """Where a passage stands and what to show: runs of text, the quoted ones marked."""

    place: Place
    runs: tuple[Run, ...]


def place_in(text: str, path: str, offset: int) -> Place:
    """Return the line and column, from 1, of an offset in a text.

    Args:
        text: the text.
        path: the file that it came from, relative to the project root.
        offset: the offset, in code points from 0.
    """
    if offset < _COUNTED_CHARACTERS:
        line = text.count("\n", 0, offset) + 1
    else:
        line = bisect_left(_line_ends(text), offset) + 1
    return Place(path, line, offset - text.rfind("\n", 0, offset))


@lru_cache(maxsize=2)
def _line_ends(text: str) -> list[int]:
    return [end.start() for end in _LINE_END.finditer(text)]


def passage_of(item: AssessedEvidence, assessment: Assessment) -> QuotedPassage | None:
    """Return the passage that an item's anchor points at; None when it points nowhere.

    A misattributed quote's passage is in the source where it really stands.
    """
    source, anchor = anchored_source(item, assessment), item.anchor
    if source is None or source.text is None or anchor.start is None or anchor.end is None:
        return None
    text = source.text
    before, after = context_around(text, anchor.start, anchor.end)
    spans = anchor.parts or ((anchor.start, anchor.end),)
    runs = [Run(before)]
    previous_end = spans[0][0]
    for start, end in spans:
        # What an elision leaves out is shown, so that nobody has to look it up.
        runs.append(Run(shorten(text[previous_end:start], LONGEST_GAP_SHOWN)))
        runs.append(Run(shorten(text[start:end]), marked=True))
        previous_end = end
    runs.append(Run(after))
    place = place_in(text, source.text_path, anchor.start)
    return QuotedPassage(place, tuple(run for run in runs if run.text))


def anchored_source(item: AssessedEvidence, assessment: Assessment) -> Source | None:
    """Return the source in which an item's quote stands, or is nearest to standing."""
    return assessment.dossier.sources.get(item.found_in) if item.found_in else item.source


def locator_phrase_of(item: AssessedEvidence, assessment: Assessment) -> str:
    """Say on what page, or at what time, an item's passage is; nothing where nothing is known."""
    source, anchor = anchored_source(item, assessment), item.anchor
    if source is None or anchor.start is None or anchor.end is None:
        return ""
    return locators.locator_phrase(source, anchor.start, anchor.end)


def locator_labels_of(
    item: AssessedEvidence, assessment: Assessment
) -> tuple[tuple[str, str], ...]:
    """Return the pages or times that an item's passage touches, each with its measure."""
    source, anchor = anchored_source(item, assessment), item.anchor
    if source is None or anchor.start is None or anchor.end is None:
        return ()
    labels = locators.locator_labels(source, anchor.start, anchor.end)
    return tuple((str(source.locators[0].measure), label) for label in labels)


def context_around(text: str, start: int, end: int, width: int = CONTEXT_WIDTH) -> tuple[str, str]:
    """Return what stands before and after a span in its paragraph, cut at words.

    Args:
        text: the text.
        start: where the span begins, in code points.
        end: where it ends.
        width: how many characters to return on each side, at most.
    """
    before = text[max(0, start - 4 * width) : start]
    paragraphs = _PARAGRAPH_END.split(before)
    has_beginning = len(paragraphs) > 1 or start <= 4 * width
    before = _fold_blanks(paragraphs[-1]).lstrip()
    if len(before) > width or not has_beginning:
        # Where words are not parted by blanks, as in Chinese, a text is cut between any two signs.
        _cut, blank, whole_words = before[-width:].partition(" ")
        before = "… " + (whole_words if blank else before[-width:])
    paragraphs = _PARAGRAPH_END.split(text[end : end + 4 * width])
    has_end = len(paragraphs) > 1 or end + 4 * width >= len(text)
    after = _fold_blanks(paragraphs[0]).rstrip()
    if len(after) > width or not has_end:
        whole_words, blank, _cut = after[:width].rpartition(" ")
        after = (whole_words if blank else after[:width]) + " …"
    return before, after


def shorten(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Fold white space into blanks and cut the middle out of what is too long to read."""
    folded = _fold_blanks(text)
    if len(folded) <= longest:
        return folded
    half = longest // 2
    return f"{folded[:half].rpartition(' ')[0]} … {folded[-half:].partition(' ')[2]}"


def change_kinds(changes: tuple[Change, ...]) -> str:
    """Return the kinds of a difference for the end of a message: ` (number, negation)`."""
    return f" ({', '.join(changes)})" if changes else ""


def difference_excerpts(item: AssessedEvidence, assessment: Assessment) -> tuple[Excerpt, ...]:
    """Return quote and passage one above the other, marked where they differ.

    A quote without a proposed passage is shown alone.
    """
    anchor = item.anchor
    passage = passage_of(item, assessment)
    if passage is None or not anchor.difference:
        quote = Run(shorten(item.evidence.quote.exact))
        excerpts = [Excerpt("quote", item.evidence.quote_place, (quote,))]
        if passage is not None:
            excerpts.append(Excerpt("source", passage.place, passage.runs))
        return tuple(excerpts)
    written, printed = _sides(anchor)
    return (
        Excerpt("quote", item.evidence.quote_place, written),
        Excerpt("source", passage.place, printed),
    )


def _sides(anchor: Anchor) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    written = [(segment.written, segment.same) for segment in anchor.difference]
    printed = [(segment.printed, segment.same) for segment in anchor.difference]
    return mark_differences(written), mark_differences(printed)


def mark_differences(pieces: list[tuple[str, bool]]) -> tuple[Run, ...]:
    """Mark the pieces of a text that differ, without the blanks around them."""
    runs = []
    for text, same in pieces:
        core = text.strip()
        if same or not core:
            runs.append(Run(text))
            continue
        before, after = text[: text.index(core)], text[text.index(core) + len(core) :]
        runs += [Run(before), Run(core, marked=True), Run(after)]
    return tuple(run for run in runs if run.text)


def _fold_blanks(text: str) -> str:
    """Fold white space into single blanks, those at the ends included."""
    folded = " ".join(text.split())
    if not folded:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + folded + (" " if text[-1].isspace() else "")
