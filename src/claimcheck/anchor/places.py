"""Where a quote really stands: as one contiguous run, verbatim or equal after the fold."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.borders import cuts_left, cuts_right
from claimcheck.anchor.fold import BREAK, fold, loosened, matched, tighten
from claimcheck.anchor.key import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.anchor.fold import Folded
    from claimcheck.anchor.text import Text

# Bounds on the work that periodic texts could ask for; real quotes stay far below them.
_MOST_CUT: Final = 64
_MOST_COUNTED: Final = 1000
_MOST_UNEQUAL: Final = 400
_MOST_COMPARED: Final = 2_000_000
_MARGIN: Final = 40
_PLAIN_MARKS: Final = " .,;:!?\"'()“”‘’"
# A passage that is longer than its quote by more than this has more than blanks between its words.
_MOST_BLANKS: Final = 64


@dataclass(frozen=True, slots=True)
class FoldedQuote:
    """A quote's words, folded once for all comparisons."""

    raw: str
    key: str
    folded: Folded = field(repr=False)
    marked: str = field(repr=False)

    @property
    def tight(self) -> str:
        """The words after the fold, blanks beside punctuation dropped."""
        return self.marked.replace(BREAK, "")


def fold_quote(words: str) -> FoldedQuote:
    """Fold a quote's words."""
    folded = fold(words)
    return FoldedQuote(words, key_of(words), folded, tighten(folded.marked.strip()))


@dataclass(frozen=True, slots=True)
class Matches:
    """Where a quote stands: its sound places, and a place that only cuts a word or number."""

    places: tuple[tuple[int, int], ...] = ()
    cut_place: tuple[int, int] | None = None


NO_MATCHES: Final = Matches()


def find_verbatim(words: str, text: str) -> Matches:
    """Find a quote as it is written: one search for the first place, one for the next."""
    return keep_whole_words(words, text, _every(words, text))


def _every(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def keep_whole_words(words: str, text: str, hits: Iterable[int]) -> Matches:
    """Keep the places where a quote's words cut no other word or number."""
    found: list[tuple[int, int]] = []
    cut = None
    tries = _MOST_CUT
    done = 0
    for at in hits:
        end = at + len(words)
        if at < done:
            continue
        if not cuts_left(text, at) and not cuts_right(text, end):
            found.append((at, end))
            done = end
        else:
            cut = cut or (at, end)
            tries -= 1
        if not tries or len(found) == _MOST_COUNTED:
            break
    return Matches(tuple(found), cut)


def find_folded(quote: FoldedQuote, text: Text) -> Matches:
    """Find a quote by its key and keep the places that are equal after the fold."""
    return keep_equal(quote, text, key_offsets(quote.key, text))


def first_place(quote: FoldedQuote, text: Text, after: int = 0) -> tuple[int, int] | None:
    """The first place of a quote that begins at an offset of the text or behind it."""
    places = _equal_places(quote, text, key_offsets(quote.key, text))
    return next((span for span, cut in places if not cut and span[0] >= after), None)


def key_offsets(key: str, text: Text) -> Iterator[int]:
    """Where a key stands in a text's key, overlapping places included."""
    at = text.index.key.find(key) if key else -1
    while at >= 0:
        yield at
        at = text.index.key.find(key, at + 1)


def keep_equal(quote: FoldedQuote, text: Text, hits: Iterable[int]) -> Matches:
    """Keep the places of a quote's key where its text is equal after the fold."""
    found: list[tuple[int, int]] = []
    cut = None
    for span, cuts in _equal_places(quote, text, hits):
        if cuts:
            cut = cut or span
        else:
            found.append(span)
    return Matches(tuple(found), cut)


def _equal_places(
    quote: FoldedQuote, text: Text, hits: Iterable[int]
) -> Iterator[tuple[tuple[int, int], bool]]:
    """Yield the places equal after the fold, and whether each cuts a word or number."""
    budget, unequal, equal = _MOST_COMPARED, _MOST_UNEQUAL, _MOST_COUNTED
    done = -1
    for hit in hits:
        if hit < done:
            continue
        budget -= len(quote.raw) + _MARGIN * 8
        if budget < 0 or not unequal or not equal:
            break
        start, end = text.index.raw_span(hit, hit + len(quote.key))
        span = _equal_words(quote, text.raw, start, end) or equal_span(quote, text.raw, start, end)
        if span is None:
            unequal -= 1
            continue
        cuts = cuts_left(text.raw, span[0]) or cuts_right(text.raw, span[1])
        if not cuts:
            equal -= 1
            done = hit + len(quote.key)
        yield span, cuts


def _equal_words(quote: FoldedQuote, raw: str, start: int, end: int) -> tuple[int, int] | None:
    """What `equal_span` says where only the ends of lines differ, in a tenth of the time."""
    letters = quote.raw.strip(_PLAIN_MARKS)
    before = quote.raw.find(letters)
    start, end = start - before, end + len(quote.raw) - before - len(letters)
    if start < 1 or not raw[start - 1].isspace() or not raw[end : end + 1].isspace():
        return None
    if raw[start:end].split() != quote.raw.split():
        return None
    # Full stops that stand apart are an ellipsis.
    dots = quote.raw[0] == "." or (quote.raw[-1] == "." and raw[end : end + 2].strip() == ".")
    return None if dots else (start, end)


def equal_span(quote: FoldedQuote, raw: str, start: int, end: int) -> tuple[int, int] | None:
    """The span around `[start, end)` that equals a quote after the fold, if there is one.

    `[start, end)` runs from the first to the last letter or digit; the marks around it are the
    quote's if they are the same.
    """
    if end - start > _MOST_BLANKS * len(quote.raw) + _MOST_COMPARED // 100:
        return None
    margin = max(_MARGIN, 2 * len(quote.raw) - 2 * (end - start))
    low, high = start, end
    while low > 0 and start - low < margin and not raw[low - 1].isalnum():
        low -= 1
    while high < len(raw) and high - end < margin and not raw[high].isalnum():
        high += 1
    folded = fold(raw[low:high])
    mine, theirs = quote.marked, tighten(folded.marked)
    if BREAK in mine or BREAK in theirs:
        mine, theirs = resolve_breaks(mine, theirs).replace(BREAK, ""), resolve_breaks(theirs, mine)
        solid = [at for at, char in enumerate(theirs) if char != BREAK]
        at = "".join(theirs[at] for at in solid).find(mine)
        if at < 0:
            return None
        inner = solid[at], solid[at + len(mine) - 1] + 1
    else:
        at = theirs.find(mine)
        if at < 0:
            return None
        inner = at, at + len(mine)
    passage = loosened(theirs, folded.marked, *inner)
    if matched(quote.folded, folded, passage[0]) != passage[1]:
        return None
    first, last = folded.raw_span_of_marked(*passage)
    while raw[low + first].isspace() and low + first < start:
        first += 1
    while raw[low + last - 1].isspace() and low + last > end:
        last -= 1
    return low + first, low + last


def resolve_breaks(text: str, other: str) -> str:
    """Read each broken word as the other text reads it: a hyphen where that has one, else a break.

    Both texts have the same letters and digits, so the place is found by counting them.
    """
    after = [at + 1 for at, char in enumerate(other) if char.isalnum()]
    pieces = text.split(BREAK)
    read = [pieces[0]]
    seen = 0
    for piece, following in pairwise(pieces):
        seen += sum(map(str.isalnum, piece))
        hyphen = 0 < seen <= len(after) and other.startswith("-", after[seen - 1])
        read += ["-" if hyphen else BREAK, following]
    return "".join(read)
