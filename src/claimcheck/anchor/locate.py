"""Anchors a quote in a text: the one way in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.beside import Context
from claimcheck.anchor.effort import Effort
from claimcheck.anchor.key import key_of
from claimcheck.anchor.places import (
    NO_MATCHES,
    FoldedQuote,
    Matches,
    few_offsets,
    find_folded,
    find_verbatim,
    keep_equal,
    keep_verbatim,
)
from claimcheck.anchor.quote_lookup import Lookup
from claimcheck.anchor.readings import REORDERED, doubtful_break, is_reordered
from claimcheck.anchor.result import Anchor, Fit
from claimcheck.anchor.text import Text, cached_text
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor.elision import Chain, Parted

    Span = tuple[int, int]

_DOTS_OF_AN_OMISSION: Final = 3


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
    lookup = look_up(quote, text)
    return anchor_nearby(lookup) if lookup.anchor is None else lookup.anchor


def passes(quote: Quote | str, text: str | Text, effort: Effort | None = None) -> Anchor | None:
    """Return a quote's anchor if it passes in a text, without looking for a near passage.

    Args:
        quote: as for `locate`.
        text: as for `locate`.
        effort: what may be spent on places beyond the first ones.

    Returns:
        The anchor that `locate` would return, or None where that would not pass.
    """
    return look_up(quote, text, effort=effort).anchor


def look_up(
    quote: Quote | str,
    text: str | Text,
    verbatim: Matches | None = None,
    folded: Matches | None = None,
    effort: Effort | None = None,
) -> Lookup:
    """Look for a quote, verbatim and after the fold.

    Args:
        quote: the words, or a selector.
        text: the source's text.
        verbatim: where the words stand as written, if a sweep has told; else they are searched for.
        folded: where they stand after the fold, if a sweep has told.
        effort: what may be spent on places beyond the first ones.
    """
    effort = effort or Effort()
    quote = Quote(quote) if isinstance(quote, str) else quote
    words = quote.exact.strip()
    raw = text.raw if isinstance(text, Text) else text
    if not any(map(str.isalnum, words)):
        return Lookup(quote, raw)
    indexed = _indexed(words, text) if verbatim is None else None
    if indexed is not None:
        verbatim = keep_verbatim(words, indexed.text, indexed.offsets, effort)
    verbatim = verbatim or find_verbatim(words, raw, effort)
    if verbatim.places:
        anchor = _anchor_at(Fit.VERBATIM, verbatim, quote, raw, effort)
        if anchor is not None:
            return Lookup(quote, raw, anchor)
    text = text if isinstance(text, Text) else cached_text(raw)
    # Most quotes with marks of omission have letters that stand nowhere in one piece.
    nowhere = indexed is not None and not indexed.offsets and folded is None
    folded_quote = None if nowhere else FoldedQuote(words, indexed.key if indexed else None)
    if indexed is not None and folded_quote is not None and folded is None:
        folded = keep_equal(folded_quote, text, indexed.offsets, effort)
    if folded_quote is not None:
        folded = folded or find_folded(folded_quote, text, effort)
    folded = folded or NO_MATCHES
    anchor = _anchor_at(Fit.NORMALIZED, folded, quote, raw, effort)
    unreadable = ""
    if anchor is not None:
        if is_reordered(words) or is_reordered(raw[anchor.start : anchor.end]):
            anchor, unreadable = None, REORDERED
        else:
            anchor = _doubted(anchor, words, raw)
    lookup = Lookup(
        quote,
        raw,
        anchor=anchor,
        text=text,
        folded_quote=folded_quote,
        verbatim=verbatim,
        folded=folded,
        unreadable=unreadable,
    )
    if folded.places:
        return lookup
    return _without_list_numbers(_in_parts(lookup, text, effort), text, effort)


def _without_list_numbers(lookup: Lookup, text: Text, effort: Effort) -> Lookup:
    """Look for a quote that does not pass without the numbers that lists count their items with."""
    if lookup.anchor is not None or text.unnumbered is None:
        return lookup
    anchor = look_up(lookup.quote, text.unnumbered, effort=effort).anchor
    if anchor is not None and anchor.fit is Fit.VERBATIM:
        anchor = replace(anchor, fit=Fit.NORMALIZED)
    return lookup._replace(anchor=anchor)


class _Indexed(NamedTuple):
    """A text whose key is built, and all places of a quote's key in it, where they are few."""

    text: Text
    key: str
    offsets: list[int]


def _indexed(words: str, text: str | Text) -> _Indexed | None:
    if not isinstance(text, Text) or not text.is_indexed:
        return None
    key = key_of(words)
    offsets = few_offsets(key, text)
    return None if offsets is None else _Indexed(text, key, offsets)


def _in_parts(lookup: Lookup, text: Text, effort: Effort) -> Lookup:
    """Look for a quote by its parts, if it has marks of omission or brackets."""
    words, quote = lookup.quote.exact.strip(), lookup.quote
    parted_quote = split_at_marks(words)
    if parted_quote is None:
        return lookup
    from claimcheck.anchor.elision import chain  # most quotes have no marks

    # A quote may repeat brackets that its source prints, beside those of its writer.
    own = split_at_marks(words, text.raw) if parted_quote.inserted else parted_quote
    for split in dict.fromkeys((own, parted_quote)):
        if split is not None:
            part_chain = chain(split, text, effort)
            anchor = _elided_anchor(split, part_chain, Context(quote, effort), text.raw)
            lookup = lookup._replace(anchor=anchor, parted=split, part_chain=part_chain)
        if lookup.anchor is not None:
            lookup = lookup._replace(anchor=_doubted(lookup.anchor, words, text.raw))
        if lookup.anchor is not None or (lookup.part_chain and lookup.part_chain.hiding):
            break
    return lookup


def _doubted(anchor: Anchor, words: str, raw: str) -> Anchor:
    """An anchor that says which word of its passage, or of a part, can be read in two ways."""
    whole = (anchor.start or 0, anchor.end or 0)
    for start, end in anchor.parts or (whole,):
        if "\n" in raw[start:end] and (doubt := doubtful_break(words, raw, start, end)):
            return replace(anchor, doubt=doubt)
    return anchor


def split_at_marks(words: str, printed: str = "") -> Parted | None:
    """Return a quote split at its marks of omission and brackets; None where it has none.

    Args:
        words: the quote.
        printed: a text whose own brackets are no marks.
    """
    if "…" not in words and "[" not in words and words.count(".") < _DOTS_OF_AN_OMISSION:
        return None
    from claimcheck.anchor.elision import parted  # most quotes have no marks

    return parted(words, printed)


def anchor_nearby(lookup: Lookup, effort: Effort | None = None) -> Anchor:
    """Return the anchor of a quote that does not pass; see `claimcheck.anchor.nearby`."""
    from claimcheck.anchor.nearby import propose_anchor  # where every quote passes, none is needed

    return propose_anchor(lookup, effort)


def _elided_anchor(
    parted_quote: Parted, part_chain: Chain, context: Context, raw: str
) -> Anchor | None:
    places = [
        place
        for place in part_chain.places
        if context.is_beside((place.spans[0][0], place.spans[-1][1]), raw)
    ]
    if not places:
        return None
    first = places[0]
    return Anchor(
        Fit.ELIDED if len(places) == 1 else Fit.AMBIGUOUS,
        first.spans[0][0],
        first.spans[-1][1],
        parts=first.spans,
        count=len(places),
        similarity=1.0,
        inserted=parted_quote.inserted,
        omissions=first.omissions,
        brackets=first.brackets,
    )


def _anchor_at(fit: Fit, matches: Matches, quote: Quote, raw: str, effort: Effort) -> Anchor | None:
    """The anchor of a quote at the places that its prefix and suffix leave.

    Args:
        fit: how it stands at each of the places; at more than one it is ambiguous.
        matches: where its words stand.
        quote: the selector.
        raw: the text.
        effort: what may be spent on places beyond the first ones.

    Returns:
        The anchor; None where no place is left.
    """
    places: Sequence[Span] = matches.places
    if quote.prefix or quote.suffix:
        context = Context(quote, effort)
        places = [place for place in places if context.is_beside(place, raw)]
    if not places:
        return None
    start, end = places[0]
    fit = fit if len(places) == 1 else Fit.AMBIGUOUS
    return Anchor(fit, start, end, count=len(places), similarity=1.0)


__all__ = ["locate", "passes"]
