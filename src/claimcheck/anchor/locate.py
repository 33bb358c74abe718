"""Anchors a quote in a text: the one way in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.borders import extend_to_words
from claimcheck.anchor.describe import describe_passage
from claimcheck.anchor.difference import changes, difference, has_negation
from claimcheck.anchor.elision import Chain, Parted, chain, parted
from claimcheck.anchor.fold import fold, matched, tighten
from claimcheck.anchor.nearest import Effort, nearest
from claimcheck.anchor.places import (
    NO_MATCHES,
    Matches,
    find_folded,
    find_verbatim,
    first_place,
    fold_quote,
)
from claimcheck.anchor.result import Anchor, Change, Fit, Segment
from claimcheck.anchor.sentences import breaks, sentence_end, sentence_start
from claimcheck.anchor.splice import splice_spans
from claimcheck.anchor.text import Text, cached_text
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor.places import FoldedQuote

_LONGEST_GAP_SHOWN: Final = 600
_SURELY_NEAR: Final = 0.12
_TELLING: Final = 32
_LARGE: Final = 100_000
_GAP: Final = " […] "
NOT_SOUGHT: Final = "the nearest passage was not looked for, since so many quotes need one"


def locate(quote: Quote | str, text: str | Text) -> Anchor:
    """Say where a quote stands in a text, and how well.

    The quote passes only when its words are equal to a passage after the fold (`claimcheck.anchor.
    fold`), whole words and numbers at both ends. Likeness never passes anything; it only proposes
    the passage to look at. The work is what the fit needs: for a quote that stands there as it is
    written, two searches of the text and a look at the borders.

    Args:
        quote: the words, or a selector whose prefix and suffix single out one of several places.
        text: the source's text; a `Text` keeps its indexes from quote to quote.

    Returns:
        The anchor; offsets are Unicode code points of the raw text.
    """
    attempt = look_up(quote, text)
    return attempt.anchor or propose_anchor(attempt)


def passes(quote: Quote | str, text: str | Text) -> Anchor | None:
    """Return a quote's anchor if it passes in a text, without looking for a near passage.

    Args:
        quote: as for `locate`.
        text: as for `locate`.

    Returns:
        The anchor that `locate` would return, or None where that would not pass.
    """
    return look_up(quote, text).anchor


@dataclass(frozen=True, slots=True)
class Lookup:
    """What came of looking for a quote: its anchor if it passes, else what is known of it."""

    quote: Quote
    raw: str
    anchor: Anchor | None = None
    text: Text | None = None
    asked: FoldedQuote | None = None
    exact: Matches = NO_MATCHES
    equal: Matches = NO_MATCHES
    in_parts: Parted | None = None
    linked: Chain | None = None


def look_up(
    quote: Quote | str,
    text: str | Text,
    exact: Matches | None = None,
    equal: Matches | None = None,
) -> Lookup:
    """Look for a quote, verbatim and after the fold; known places are not looked for again."""
    quote = Quote(quote) if isinstance(quote, str) else quote
    words = quote.exact.strip()
    raw = text.raw if isinstance(text, Text) else text
    if not any(map(str.isalnum, words)):
        return Lookup(quote, raw)
    exact = exact or find_verbatim(words, raw)
    if exact.places and (anchor := anchor_at(Fit.VERBATIM, exact, quote, raw)):
        return Lookup(quote, raw, anchor)
    text = text if isinstance(text, Text) else cached_text(raw)
    asked = fold_quote(words)
    equal = equal or find_folded(asked, text)
    if equal.places:
        anchor = anchor_at(Fit.NORMALIZED, equal, quote, raw)
        return Lookup(quote, raw, anchor, text, asked, exact, equal)
    in_parts = parted(words)
    linked = chain(in_parts, text) if in_parts else None
    anchor = _elided(quote, in_parts, linked, text) if in_parts and linked else None
    return Lookup(quote, raw, anchor, text, asked, exact, equal, in_parts, linked)


def _elided(quote: Quote, in_parts: Parted, linked: Chain, text: Text) -> Anchor | None:
    chains = [spans for spans in (linked.spans, *linked.others) if spans]
    if quote.prefix or quote.suffix:
        chains = [
            spans for spans in chains if _in_context((spans[0][0], spans[-1][1]), quote, text.raw)
        ]
    if not chains:
        return None
    spans = chains[0]
    return Anchor(
        Fit.ELIDED if len(chains) == 1 else Fit.AMBIGUOUS,
        spans[0][0],
        spans[-1][1],
        parts=spans,
        count=len(chains),
        similarity=1.0,
        inserted=in_parts.inserted,
    )


def anchor_at(fit: Fit, standing: Matches, quote: Quote, raw: str) -> Anchor | None:
    """The anchor of a quote at the places that its prefix and suffix leave; None if at none."""
    places: Sequence[tuple[int, int]] = standing.places
    if quote.prefix or quote.suffix:
        places = [place for place in places if _in_context(place, quote, raw)]
    if not places:
        return None
    start, end = places[0]
    fit = fit if len(places) == 1 else Fit.AMBIGUOUS
    return Anchor(fit, start, end, count=len(places), similarity=1.0)


def _in_context(place: tuple[int, int], quote: Quote, raw: str) -> bool:
    """Whether prefix and suffix stand right beside a place, after the fold."""
    start, end = place
    before = raw[max(0, start - 2 * len(quote.prefix) - 80) : start]
    after = raw[end : end + 2 * len(quote.suffix) + 80]
    return _ends_with(before.rstrip(), quote.prefix) and _begins_with(after.lstrip(), quote.suffix)


def _ends_with(text: str, words: str) -> bool:
    asked, there = fold(words.strip()), fold(text)
    return tighten(there.text).endswith(tighten(asked.text)) and any(
        matched(asked, there, start) == len(there.marked) for start in range(len(there.marked) + 1)
    )


def _begins_with(text: str, words: str) -> bool:
    asked, there = fold(words.strip()), fold(text)
    alike = tighten(there.text).startswith(tighten(asked.text))
    return alike and matched(asked, there, 0) is not None


def propose_anchor(attempt: Lookup, effort: Effort | None = None) -> Anchor:
    """The anchor of a quote that does not pass: the passage to look at, if there is one.

    When `effort` is spent, no near passage is looked for, and the reason says so.
    """
    raw, text, asked = attempt.raw, attempt.text, attempt.asked
    if text is None or asked is None:
        return Anchor(Fit.NOT_FOUND, reason="the quote has no letters or digits")
    if places := attempt.exact.places or attempt.equal.places:
        return _out_of_context(attempt.quote, places, raw)
    if cut := attempt.exact.cut_place or attempt.equal.cut_place:
        return describe_passage(asked.raw, raw, extend_to_words(raw, *cut), 1.0, cut=True)
    if effort and effort.left <= 0:
        return Anchor(Fit.NOT_FOUND, reason=NOT_SOUGHT)
    unsure = ""
    if len(asked.key) < _TELLING and len(raw) > _LARGE:
        unsure = "a quote so short cannot be told altered from missing in a text so long"
    anchor = _near(attempt, asked, text, effort or Effort()) or Anchor(Fit.NOT_FOUND)
    return anchor if anchor.reason else replace(anchor, reason=unsure)


def _near(attempt: Lookup, asked: FoldedQuote, text: Text, effort: Effort) -> Anchor | None:
    """The anchor of a quote that stands nowhere as it is: spliced, altered, or nothing near."""
    in_parts, linked = attempt.in_parts, attempt.linked
    if in_parts and not in_parts.marks_omissions and _prints(text.raw, in_parts.inserted):
        in_parts = linked = None
    if linked and linked.hiding:
        return _hiding(asked.raw, text.raw, linked.hiding, linked.trouble)
    bare = asked if in_parts is None else fold_quote(in_parts.bare)
    near = nearest(bare.key, text.index.key, effort)
    trouble = linked.trouble if linked else ""
    if near is None or near.distance > _SURELY_NEAR * len(bare.key):
        if in_parts is not None and (
            anchor := _unjoined(asked.raw, in_parts, trouble, text, effort)
        ):
            return anchor
        if spans := splice_spans(asked.raw, text):
            return _spliced(spans, text.raw)
    if near is None:
        return None
    span = text.index.raw_span(near.start, near.end)
    likeness = 1 - near.distance / len(bare.key)
    anchor = describe_passage(asked.raw, text.raw, span, likeness)
    return replace(anchor, reason=trouble or anchor.reason)


def _prints(raw: str, inserted: tuple[str, ...]) -> bool:
    """Whether all brackets of a quote are the source's own: `[95 % CI]`."""
    return bool(inserted) and all(f"[{words}]" in raw for words in inserted)


def _hiding(words: str, raw: str, spans: tuple[tuple[int, int], ...], reason: str) -> Anchor:
    """All parts stand there, but the marks between them hide words: the whole passage is shown."""
    start, end = spans[0][0], spans[-1][1]
    start, end = extend_to_words(raw, start, end)
    segments = difference(words, raw[start:end])
    kinds = set(changes(segments))
    gaps = (raw[last:first] for (_, last), (first, _) in pairwise(spans))
    if any(map(has_negation, gaps)):
        kinds.add(Change.NEGATION)
    return Anchor(
        Fit.ALTERED,
        start,
        end,
        parts=spans,
        difference=segments,
        changes=tuple(kind for kind in Change if kind in kinds),
        similarity=0.9,
        reason=reason,
    )


def _out_of_context(quote: Quote, places: tuple[tuple[int, int], ...], raw: str) -> Anchor:
    """The words stand there, but not beside the prefix and suffix that the writer gave.

    Prefix and suffix are quoted too: where they are needed to say which place is meant, or to make
    a short quote long enough, a quote without them is another quote.
    """
    start, end = places[0]
    low, high = max(0, start - len(quote.prefix) - 1), min(len(raw), end + len(quote.suffix) + 1)
    low, high = extend_to_words(raw, low, high)
    before = raw[low:start] if quote.prefix else ""
    after = raw[end:high] if quote.suffix else ""
    written = " ".join(filter(None, (quote.prefix, quote.exact, quote.suffix)))
    segments = difference(written, before + raw[start:end] + after)
    context = " and ".join(
        name
        for name, given in (("prefix", quote.prefix), ("suffix", quote.suffix))
        if given.strip()
    )
    return Anchor(
        Fit.ALTERED,
        start,
        end,
        count=len(places),
        difference=segments,
        changes=changes(segments),
        similarity=1.0,
        reason=f"the words stand there, but not beside the {context} given",
    )


def _unjoined(words: str, quote: Parted, trouble: str, text: Text, effort: Effort) -> Anchor | None:
    """Say why the parts of a quote that has marks do not make a quotation, where they are there."""
    spans = []
    for part in quote.parts:
        asked = fold_quote(part)
        if place := first_place(asked, text):
            spans.append(place)
        elif near := nearest(asked.key, text.index.key, effort):
            spans.append(extend_to_words(text.raw, *text.index.raw_span(near.start, near.end)))
        else:
            return None
    if len(spans) == 1 or (not quote.marks_omissions and not trouble):
        return None
    if not trouble and spans != sorted(spans):
        trouble = "the parts stand in another order"
    first, last = min(spans), max(spans)
    near_by = last[1] - first[0] <= 2 * len(words) + 2 * _LONGEST_GAP_SHOWN
    if trouble and near_by and spans == sorted(spans):
        return replace(describe_passage(words, text.raw, (first[0], last[1]), 0.9), reason=trouble)
    if not trouble:
        trouble = "the parts do not all stand there, in order and near each other"
    start, end = _sentence_of(text.raw, first)
    segments = difference(words, text.raw[start:end])
    return Anchor(
        Fit.ALTERED,
        start,
        end,
        parts=tuple(spans),
        difference=segments,
        changes=changes(segments),
        similarity=0.5,
        reason=trouble,
    )


def _sentence_of(raw: str, span: tuple[int, int]) -> tuple[int, int]:
    """The sentence that a part stands in, for a proposal that a person can read."""
    start, end = span
    inner = breaks(raw, start, end)
    if inner and (end - inner[-1]) * 4 < end - start:
        end = start + len(raw[start : inner[-1]].rstrip())
    closed = breaks(raw, max(start, end - 4), end + 4)
    return sentence_start(raw, start), end if closed else sentence_end(raw, end)


def _spliced(spans: tuple[tuple[int, int], ...], raw: str) -> Anchor:
    """Describe a quote that was silently put together from parts of the text.

    Parts in one sentence are shown as one passage; of parts that stand farther apart, the sentence
    of the first is, and `parts` and `difference` tell the rest.
    """
    start, end = spans[0][0], spans[-1][1]
    if breaks(raw, start, end - 2):
        start, end = _sentence_of(raw, spans[0])
    # The blank that parts two words is the quote's as well: it goes with the words, not the gap.
    firsts = [first for first, _last in spans]
    lasts = [last for _first, last in spans]
    for at in range(1, len(spans)):
        gap = raw[lasts[at - 1] : firsts[at]]
        if gap[:1].isspace():
            lasts[at - 1] += len(gap) - len(gap.lstrip())
        else:
            firsts[at] -= len(gap) - len(gap.rstrip())
    segments: list[Segment] = []
    for at, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        if at:
            gap = raw[lasts[at - 1] : first]
            if len(gap) > _LONGEST_GAP_SHOWN:
                half = _LONGEST_GAP_SHOWN // 2
                gap = gap[:half] + _GAP + gap[-half:]
            segments.append(Segment("", gap, same=False))
        segments.append(Segment(raw[first:last], raw[first:last], same=True))
    return Anchor(
        Fit.SPLICED,
        start,
        end,
        parts=spans,
        difference=tuple(segments),
        changes=changes(segments),
        similarity=0.9,
    )


__all__ = ["NOT_SOUGHT", "locate", "passes"]
