"""Where a quote really stands: as one contiguous run, verbatim or equal after the fold."""

from __future__ import annotations

from functools import cached_property
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.borders import cuts_left, cuts_right
from claimcheck.anchor.characters import BREAK
from claimcheck.anchor.counting import cuts_number
from claimcheck.anchor.effort import Effort
from claimcheck.anchor.fold import fold, matched
from claimcheck.anchor.key import key_of
from claimcheck.anchor.layout import verse_lines, without_line_marks
from claimcheck.anchor.signs import same_signs
from claimcheck.anchor.spacing import loosened, tighten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.anchor.fold import Folded
    from claimcheck.anchor.text import Text

# Bounds on the work that periodic texts could ask for; real quotes stay far below them. Of places
# that cut a word, that are counted, and that turn out to be unequal.
_MAX_CUT_PLACES: Final = 64
_MAX_PLACES: Final = 1000
_MAX_UNEQUAL_PLACES: Final = 400
# A look at two borders costs about as much as comparing so many characters; at so many places a
# quote is looked at in any case.
_CHARACTERS_OF_A_BORDER: Final = 4
# Whether words belong to a number is asked of the language around it.
_CHARACTERS_OF_A_NUMBER: Final = 200
_FREE_CUT_PLACES: Final = _MAX_CUT_PLACES - 8
# A key that stands in so few places is looked at in each, and the text is not searched again.
_FEW_PLACES: Final = 4
# Punctuation beside a passage that may belong to its quote, and what a comparison costs at least.
_MARGIN_CHARACTERS: Final = 40
_COMPARISON_CHARACTERS: Final = 320
# Marks that a letter or digit beside them may be folded without.
_APART: Final = frozenset('.,;:!?"“”„()')
_PLAIN_MARKS: Final = " .,;:!?\"'()“”‘’"
# A passage so many times as long as its quote, and this much longer, has more than blanks between
# its words.
_MAX_STRETCH: Final = 64
_MAX_STRETCH_CHARACTERS: Final = 20_000


class FoldedQuote:
    """A quote's words, folded once for all comparisons: not before one has to be folded for.

    Args:
        raw: the words as they are written.
        key: their letters and digits alone, where they are known.
    """

    def __init__(self, raw: str, key: str | None = None) -> None:
        self.raw = raw
        self.key = key_of(raw) if key is None else key

    @cached_property
    def folded(self) -> Folded:
        """The words after the fold, with the way back."""
        return fold(self.raw)

    @cached_property
    def marked(self) -> str:
        """The same as a string, with `BREAK` where a word was broken at a line's end.

        The blanks beside punctuation are left out.
        """
        return tighten(self.folded.marked.strip())


class Matches(NamedTuple):
    """Where a quote stands in a text.

    Attributes:
        places: the spans where it begins and ends between words, in order.
        cut_place: the first span where it begins or ends inside a word or number, if there is one.
    """

    places: tuple[tuple[int, int], ...] = ()
    cut_place: tuple[int, int] | None = None


NO_MATCHES: Final = Matches()


def find_verbatim(words: str, text: str, effort: Effort | None = None) -> Matches:
    """Find a quote as it is written: one search for the first place, one for the next.

    Args:
        words: the quote.
        text: where it may stand.
        effort: what may be spent on places beyond the first ones.
    """
    return keep_whole_words(words, text, Occurrences(words, text), effort)


class Occurrences:
    """Where a string stands in a text, overlapping places included, looked for one by one.

    Args:
        needle: the string.
        text: where it may stand.
    """

    def __init__(self, needle: str, text: str) -> None:
        self._needle, self._text = needle, text
        self._after = 0

    def __iter__(self) -> Iterator[int]:
        """Go on behind the last offset."""
        return self

    def __next__(self) -> int:
        """Return the next offset.

        Raises:
            StopIteration: there is none.
        """
        offset = self._text.find(self._needle, self._after)
        if offset < 0:
            raise StopIteration
        self._after = offset + 1
        return offset

    def skip_to(self, offset: int) -> None:
        """Look for no place before an offset: what repeats itself stands at every letter."""
        self._after = max(self._after, offset)


def keep_whole_words(
    words: str, text: str, offsets: Iterable[int], effort: Effort | None = None
) -> Matches:
    """Keep the places where a quote's words cut no other word or number.

    Args:
        words: the quote.
        text: where it stands.
        offsets: at which offsets, in order.
        effort: what may be spent on places beyond the first ones.
    """
    places: list[tuple[int, int]] = []
    cut_place = None
    budget = _MAX_CUT_PLACES
    in_digits = any(map(str.isdigit, words[:4] + words[-4:]))
    cost = _CHARACTERS_OF_A_NUMBER if in_digits else _CHARACTERS_OF_A_BORDER
    effort = effort or Effort()
    done = 0
    for start in offsets:
        end = start + len(words)
        if start < done:
            continue
        if (len(places) > 1 or budget < _FREE_CUT_PLACES) and not effort.may_compare(cost):
            break
        if not _is_cut(text, start, end):
            places.append((start, end))
            done = end
            if isinstance(offsets, Occurrences):
                offsets.skip_to(done)
        else:
            cut_place = cut_place or (start, end)
            budget -= 1
        if not budget or len(places) == _MAX_PLACES:
            break
    return Matches(tuple(places), cut_place)


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a passage begins or ends inside a word or a number."""
    return cuts_left(text, start) or cuts_right(text, end) or cuts_number(text, start, end)


def find_folded(quote: FoldedQuote, text: Text, effort: Effort | None = None) -> Matches:
    """Find a quote by its key and keep the places that are equal after the fold.

    Args:
        quote: the quote.
        text: where it may stand.
        effort: what may be spent on places beyond the first ones.
    """
    return keep_equal(quote, text, key_offsets(quote.key, text), effort)


def first_place(quote: FoldedQuote, text: Text, after: int = 0) -> tuple[int, int] | None:
    """The first place where a quote is equal after the fold and cuts no word.

    Args:
        quote: the quote, or a part of one.
        text: where to look.
        after: the offset in code points before which it may not begin.
    """
    places = _equal_places(quote, text, key_offsets(quote.key, text))
    return next((span for span, cuts in places if not cuts and span[0] >= after), None)


def key_offsets(key: str, text: Text) -> Iterator[int]:
    """Where a key stands in a text's key, overlapping places included."""
    return Occurrences(key, text.index.key) if key else iter(())


def few_offsets(key: str, text: Text) -> list[int] | None:
    """All places of a key in a text's key, where they are few; None where they are many."""
    offsets = list(islice(key_offsets(key, text), _FEW_PLACES + 1))
    return offsets if key and len(offsets) <= _FEW_PLACES else None


def keep_verbatim(
    words: str, text: Text, offsets: Iterable[int], effort: Effort | None = None
) -> Matches:
    """Keep the places of a quote's key where the text has its words as they are written.

    Args:
        words: the quote.
        text: where its key stands.
        offsets: all offsets of the text's key at which it stands, in order.
        effort: what may be spent on places beyond the first ones.
    """
    lead = next(number for number, char in enumerate(words) if key_of(char))
    starts = dict.fromkeys(text.index.raw_offset(offset) - lead for offset in offsets)
    verbatim = [start for start in starts if start >= 0 and text.raw.startswith(words, start)]
    return keep_whole_words(words, text.raw, verbatim, effort)


def keep_equal(
    quote: FoldedQuote, text: Text, offsets: Iterable[int], effort: Effort | None = None
) -> Matches:
    """Keep the places of a quote's key where its text is equal after the fold.

    Args:
        quote: the quote.
        text: where its key stands.
        offsets: at which offsets of the text's key, in order.
        effort: what may be spent on places beyond the first ones.
    """
    places: list[tuple[int, int]] = []
    cut_place = None
    for span, cuts in _equal_places(quote, text, offsets, effort):
        if cuts:
            cut_place = cut_place or span
        else:
            places.append(span)
    return Matches(tuple(places), cut_place)


def _equal_places(
    quote: FoldedQuote, text: Text, offsets: Iterable[int], effort: Effort | None = None
) -> Iterator[tuple[tuple[int, int], bool]]:
    """Yield the places equal after the fold, and whether each cuts a word or number."""
    unequal, equal = _MAX_UNEQUAL_PLACES, _MAX_PLACES
    effort = effort or Effort()
    done, is_first = 0, True
    for offset in offsets:
        if offset < done:
            continue
        cost = len(quote.raw) + _COMPARISON_CHARACTERS
        if not unequal or not equal or not (is_first or effort.may_compare(cost)):
            return
        is_first = False
        start, end = text.index.raw_span(offset, offset + len(quote.key))
        span = _equal_words(quote, text.raw, start, end) or equal_span(quote, text.raw, start, end)
        if span is None or not _same_signs(quote.raw, text.raw[slice(*span)]):
            unequal -= 1
            continue
        cuts = _is_cut(text.raw, *span)
        if not cuts:
            equal -= 1
            done = offset + len(quote.key)
            if isinstance(offsets, Occurrences):
                offsets.skip_to(done)
        yield span, cuts


def _same_signs(words: str, passage: str) -> bool:
    return words == passage or same_signs(words, passage)


def _equal_words(quote: FoldedQuote, raw: str, start: int, end: int) -> tuple[int, int] | None:
    """The same as `equal_span` where only blanks and line ends differ, in a tenth of the time.

    None says nothing: `equal_span` may still find one.
    """
    words = quote.raw
    bare = words.strip(_PLAIN_MARKS)
    marks = len(words) - len(words.lstrip(_PLAIN_MARKS))
    start, end = start - marks, end + len(words) - marks - len(bare)
    if start < 0 or not (
        _stands_apart(raw[start - 1 : start], words[0])
        and _stands_apart(raw[end : end + 1], words[-1])
    ):
        return None
    if raw[start:end] != words and raw[start:end].split() != words.split():
        return None
    # Full stops that stand apart are an ellipsis.
    dots = words[0] == "." or (words[-1] == "." and raw[end : end + 2].strip() == ".")
    return None if dots else (start, end)


def _stands_apart(beside: str, edge: str) -> bool:
    """Whether what stands beside a passage changes nothing in how its edge is folded.

    Args:
        beside: the character before or behind it; "" where the text ends.
        edge: the first or last character of the quote.
    """
    return beside.isspace() or (edge.isalnum() and (not beside or beside in _APART))


def equal_span(quote: FoldedQuote, raw: str, start: int, end: int) -> tuple[int, int] | None:
    """The span around `[start, end)` that equals a quote after the fold, if there is one.

    The marks around it are the quote's if they are the same.

    Args:
        quote: the quote.
        raw: the text as it stands.
        start: the offset of the passage's first letter or digit.
        end: the offset behind its last letter or digit.
    """
    if end - start > _MAX_STRETCH * len(quote.raw) + _MAX_STRETCH_CHARACTERS:
        return None
    margin = max(_MARGIN_CHARACTERS, 2 * len(quote.raw) - 2 * (end - start))
    low, high = start, end
    while low > 0 and start - low < margin and not raw[low - 1].isalnum():
        low -= 1
    while high < len(raw) and high - end < margin and not raw[high].isalnum():
        high += 1
    span = _span_in(quote, raw[low:high]) or _span_by_layout(quote, raw, low, high)
    if span is None:
        return None
    first, last = span
    while raw[low + first].isspace():
        first += 1
    while raw[low + last - 1].isspace():
        last -= 1
    return low + first, low + last


def _span_in(quote: FoldedQuote, window: str) -> tuple[int, int] | None:
    """The span of a stretch of text that equals a quote after the fold."""
    folded = fold(window)
    tight = tighten(folded.marked)
    inner = _find_tight(quote.marked, tight)
    if inner is None:
        return None
    passage = loosened(tight, folded.marked, *inner)
    if matched(quote.folded, folded, passage[0]) != passage[1]:
        return None
    return folded.raw_span_of_marked(*passage)


def _span_by_layout(quote: FoldedQuote, raw: str, low: int, high: int) -> tuple[int, int] | None:
    """The same, but for what a page sets at the ends and beginnings of its lines."""
    window = raw[low:high]
    if "\n" not in window:
        return None
    bare = without_line_marks(raw, low, high)
    if bare != window and (span := _span_in(quote, bare)):
        return span
    lines = verse_lines(quote.raw)
    span = _span_in(FoldedQuote("\n".join(lines)), bare) if len(lines) > 1 else None
    if span is None:
        return None
    printed = [line for line in bare[slice(*span)].split("\n") if key_of(line)]
    return span if list(map(key_of, printed)) == list(map(key_of, lines)) else None


def _find_tight(needle: str, text: str) -> tuple[int, int] | None:
    """The span of a text that equals another, where words broken at a line's end read alike."""
    if BREAK not in needle and BREAK not in text:
        start = text.find(needle)
        return None if start < 0 else (start, start + len(needle))
    needle, text = resolve_breaks(needle, text).replace(BREAK, ""), resolve_breaks(text, needle)
    solid = [offset for offset, char in enumerate(text) if char != BREAK]
    start = "".join(text[offset] for offset in solid).find(needle)
    return None if start < 0 else (solid[start], solid[start + len(needle) - 1] + 1)


def resolve_breaks(text: str, other: str) -> str:
    """Read each broken word as the other text reads it: a hyphen where that has one, else a break.

    Both texts have the same letters and digits, so the place is found by counting them.
    """
    behind_letter = [offset + 1 for offset, char in enumerate(other) if char.isalnum()]
    pieces = text.split(BREAK)
    resolved = [pieces[0]]
    letters = 0
    for piece, next_piece in pairwise(pieces):
        letters += sum(map(str.isalnum, piece))
        hyphen = 0 < letters <= len(behind_letter) and other.startswith(
            "-", behind_letter[letters - 1]
        )
        resolved += ["-" if hyphen else BREAK, next_piece]
    return "".join(resolved)
