"""The result of looking up a quote's own words in a text, before any search for a near passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.anchor.places import NO_MATCHES, Matches

if TYPE_CHECKING:
    from claimcheck.anchor.elision import Chain, Parted
    from claimcheck.anchor.places import FoldedQuote
    from claimcheck.anchor.result import Anchor
    from claimcheck.anchor.text import Text
    from claimcheck.model import Quote


class Lookup(NamedTuple):
    """The result of looking up one quote: its anchor if it passes, else every place of its words.

    Attributes:
        quote: the quote as it was asked for.
        raw: the text.
        anchor: where it stands, if it passes.
        text: the prepared text; None where the words need none, or the quote has no letters.
        folded_quote: the quote after the fold; None as for `text`, and where it was not needed.
        unreadable: why what stands there cannot be compared by what is seen; empty if it can.
        verbatim: where its words stand as they are written.
        folded: where they stand after the fold.
        parted: the quote split at its marks of omission and brackets, if it has any.
        part_chain: where its parts stand in order.
    """

    quote: Quote
    raw: str
    anchor: Anchor | None = None
    text: Text | None = None
    folded_quote: FoldedQuote | None = None
    verbatim: Matches = NO_MATCHES
    folded: Matches = NO_MATCHES
    unreadable: str = ""
    parted: Parted | None = None
    part_chain: Chain | None = None
