"""The passage to look at, where a quote stands nowhere: altered, spliced, or out of its place."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.borders import extend_to_words
from claimcheck.anchor.counting import number_around
from claimcheck.anchor.describe import describe_passage
from claimcheck.anchor.difference import changes, difference, has_negation
from claimcheck.anchor.effort import NOT_SOUGHT, Effort
from claimcheck.anchor.nearest import nearest
from claimcheck.anchor.places import FoldedQuote, first_place
from claimcheck.anchor.result import Anchor, Change, Fit, Segment
from claimcheck.anchor.sentences import breaks, sentence_end, sentence_start
from claimcheck.anchor.splice import splice_spans

if TYPE_CHECKING:
    from claimcheck.anchor.elision import Parted
    from claimcheck.anchor.quote_lookup import Lookup
    from claimcheck.anchor.text import Text
    from claimcheck.model import Quote

    Span = tuple[int, int]

_MAX_GAP_SHOWN_CHARACTERS: Final = 600
_GAP: Final = " […] "
# Edit distance per letter of the quote. A passage that is farther away than this may be explained
# better: by parts in another order, or by a silent splice.
_MAX_ERROR_RATE_OF_A_SLIP: Final = 0.12
# A quote with fewer letters has chance likenesses in texts longer than this.
_MIN_DISTINCTIVE_LETTERS: Final = 32
_MAX_CHARACTERS_FOR_SHORT_QUOTES: Final = 100_000
# Orders proposals, and decides nothing.
_SIMILARITY_OF_PARTS_IN_PLACE: Final = 0.9
_SIMILARITY_OF_SCATTERED_PARTS: Final = 0.5


def propose_anchor(lookup: Lookup, effort: Effort | None = None) -> Anchor:
    """The anchor of a quote that does not pass: the passage to look at, if there is one.

    When `effort` is spent, no near passage is looked for, and the reason says so.
    """
    raw, text = lookup.raw, lookup.text
    if text is None:
        return Anchor(Fit.NOT_FOUND, reason="the quote has no letters or digits")
    quote = lookup.folded_quote or FoldedQuote(lookup.quote.exact.strip())
    if lookup.unreadable:
        return _unreadable_anchor(lookup, quote)
    if places := lookup.verbatim.places or lookup.folded.places:
        return _out_of_context_anchor(lookup.quote, places, raw)
    if cut_place := lookup.verbatim.cut_place or lookup.folded.cut_place:
        span = number_around(raw, *extend_to_words(raw, *cut_place))
        return describe_passage(quote.raw, raw, span, 1.0, cut=True)
    if effort and effort.steps <= 0:
        return Anchor(Fit.NOT_FOUND, reason=NOT_SOUGHT)
    unsure = ""
    if len(quote.key) < _MIN_DISTINCTIVE_LETTERS and len(raw) > _MAX_CHARACTERS_FOR_SHORT_QUOTES:
        unsure = "a quote so short cannot be told altered from missing in a text so long"
    anchor = _near_anchor(lookup, quote, text, effort or Effort())
    anchor = Anchor(Fit.NOT_FOUND) if anchor is None else anchor
    return anchor if anchor.reason else replace(anchor, reason=unsure)


def _unreadable_anchor(lookup: Lookup, quote: FoldedQuote) -> Anchor:
    start, end = lookup.folded.places[0]
    return Anchor(
        Fit.ALTERED,
        start,
        end,
        difference=(Segment(quote.raw, lookup.raw[start:end], same=False),),
        similarity=1.0,
        reason=lookup.unreadable,
    )


def _near_anchor(lookup: Lookup, quote: FoldedQuote, text: Text, effort: Effort) -> Anchor | None:
    """The anchor of a quote that stands nowhere as it is: spliced, altered, or nothing near."""
    parted_quote, part_chain = lookup.parted, lookup.part_chain
    if (
        parted_quote
        and not parted_quote.marks_omissions
        and _prints_brackets(text.raw, parted_quote.inserted)
    ):
        parted_quote = part_chain = None
    if part_chain and part_chain.hiding:
        return _hiding_anchor(quote.raw, text.raw, part_chain.hiding, part_chain.trouble)
    bare = quote if parted_quote is None else FoldedQuote(parted_quote.bare)
    closest = nearest(bare.key, text.index.key, effort)
    trouble = part_chain.trouble if part_chain else ""
    if closest is None or closest.distance > _MAX_ERROR_RATE_OF_A_SLIP * len(bare.key):
        if parted_quote is not None:
            anchor = _scattered_anchor(quote.raw, parted_quote, trouble, text, effort)
            if anchor is not None:
                return anchor
        if spans := splice_spans(quote.raw, text):
            return _spliced_anchor(spans, text.raw)
    if closest is None:
        return None
    span = text.index.raw_span(closest.start, closest.end)
    similarity = 1 - closest.distance / len(bare.key)
    anchor = describe_passage(quote.raw, text.raw, span, similarity)
    return replace(anchor, reason=trouble or anchor.reason)


def _prints_brackets(raw: str, inserted: tuple[str, ...]) -> bool:
    """Whether all brackets of a quote are the source's own: `[95 % CI]`."""
    return bool(inserted) and all(f"[{words}]" in raw for words in inserted)


def _hiding_anchor(words: str, raw: str, spans: tuple[Span, ...], reason: str) -> Anchor:
    """All parts stand there, but the marks between them hide words: the whole passage is shown."""
    start, end = extend_to_words(raw, spans[0][0], spans[-1][1])
    segments = difference(words, raw[start:end])
    kinds = set(changes(segments))
    gaps = (raw[gap_start:gap_end] for (_, gap_start), (gap_end, _) in pairwise(spans))
    if any(map(has_negation, gaps)):
        kinds.add(Change.NEGATION)
    return Anchor(
        Fit.ALTERED,
        start,
        end,
        parts=spans,
        difference=segments,
        changes=tuple(kind for kind in Change if kind in kinds),
        similarity=_SIMILARITY_OF_PARTS_IN_PLACE,
        reason=reason,
    )


def _out_of_context_anchor(quote: Quote, places: tuple[Span, ...], raw: str) -> Anchor:
    """The words stand there, but not beside the prefix and suffix that the writer gave.

    Prefix and suffix are quoted too: where they are needed to say which place is meant, or to make
    a short quote long enough, a quote without them is another quote.
    """
    start, end = places[0]
    low, high = max(0, start - len(quote.prefix) - 1), min(len(raw), end + len(quote.suffix) + 1)
    low, high = extend_to_words(raw, low, high)
    left_context = raw[low:start] if quote.prefix else ""
    right_context = raw[end:high] if quote.suffix else ""
    written = " ".join(filter(None, (quote.prefix, quote.exact, quote.suffix)))
    segments = difference(written, left_context + raw[start:end] + right_context)
    context = " and ".join(
        name
        for name, words in (("prefix", quote.prefix), ("suffix", quote.suffix))
        if words.strip()
    )
    return Anchor(
        Fit.ALTERED,
        start,
        end,
        count=len(places),
        difference=segments,
        changes=changes(segments),
        similarity=1.0,
        reason=f"the words appear there, but not beside the {context} given",
    )


def _scattered_anchor(
    words: str, parted_quote: Parted, trouble: str, text: Text, effort: Effort
) -> Anchor | None:
    """Say why the parts of a quote that has marks do not make a quotation, where they are there."""
    spans = []
    for part in parted_quote.parts:
        folded_part = FoldedQuote(part)
        if place := first_place(folded_part, text):
            spans.append(place)
        elif closest := nearest(folded_part.key, text.index.key, effort):
            spans.append(
                extend_to_words(text.raw, *text.index.raw_span(closest.start, closest.end))
            )
        else:
            return None
    if len(spans) == 1 or (not parted_quote.marks_omissions and not trouble):
        return None
    if not trouble and spans != sorted(spans):
        trouble = "the parts are in another order"
    first, last = min(spans), max(spans)
    close = last[1] - first[0] <= 2 * len(words) + 2 * _MAX_GAP_SHOWN_CHARACTERS
    if trouble and close and spans == sorted(spans):
        passage = first[0], last[1]
        anchor = describe_passage(words, text.raw, passage, _SIMILARITY_OF_PARTS_IN_PLACE)
        return replace(anchor, reason=trouble)
    if not trouble:
        trouble = "the parts do not all appear there, in order and near each other"
    start, end = _sentence_of(text.raw, first)
    segments = difference(words, text.raw[start:end])
    return Anchor(
        Fit.ALTERED,
        start,
        end,
        parts=tuple(spans),
        difference=segments,
        changes=changes(segments),
        similarity=_SIMILARITY_OF_SCATTERED_PARTS,
        reason=trouble,
    )


def _sentence_of(raw: str, span: Span) -> Span:
    """The sentence that a part stands in, for a proposal that a person can read."""
    start, end = span
    inner = breaks(raw, start, end)
    if inner and (end - inner[-1]) * 4 < end - start:
        end = start + len(raw[start : inner[-1]].rstrip())
    closes = breaks(raw, max(start, end - 4), end + 4)
    return sentence_start(raw, start), end if closes else sentence_end(raw, end)


def _spliced_anchor(spans: tuple[Span, ...], raw: str) -> Anchor:
    """Describe a quote that was silently put together from parts of the text.

    Parts in one sentence are shown as one passage; of parts that stand farther apart, the sentence
    of the first is, and `parts` and `difference` tell the rest.
    """
    start, end = spans[0][0], spans[-1][1]
    if breaks(raw, start, end - 2):
        start, end = _sentence_of(raw, spans[0])
    segments: list[Segment] = []
    previous_end = None
    for part_start, part_end in _with_blanks(spans, raw):
        if previous_end is not None:
            gap = raw[previous_end:part_start]
            if len(gap) > _MAX_GAP_SHOWN_CHARACTERS:
                half = _MAX_GAP_SHOWN_CHARACTERS // 2
                gap = gap[:half] + _GAP + gap[-half:]
            segments.append(Segment("", gap, same=False))
        part = raw[part_start:part_end]
        segments.append(Segment(part, part, same=True))
        previous_end = part_end
    return Anchor(
        Fit.SPLICED,
        start,
        end,
        parts=spans,
        difference=tuple(segments),
        changes=changes(segments),
        similarity=_SIMILARITY_OF_PARTS_IN_PLACE,
    )


def _with_blanks(spans: tuple[Span, ...], raw: str) -> list[Span]:
    """Extend each part by a blank beside it that the quote has too, so that no gap begins with one.

    The blank that parts two words is the quote's as well: it goes with the words, not the gap.
    """
    extended = [spans[0]]
    for start, end in spans[1:]:
        last_start, last_end = extended[-1]
        gap = raw[last_end:start]
        if gap[:1].isspace():
            extended[-1] = last_start, last_end + len(gap) - len(gap.lstrip())
            extended.append((start, end))
        else:
            extended.append((start - len(gap) + len(gap.rstrip()), end))
    return extended
