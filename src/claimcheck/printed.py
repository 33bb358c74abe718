"""A quotation in the source's own spelling, for those who typed it with another keyboard."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from claimcheck.anchor import Fit, locate
from claimcheck.model import Quote

if TYPE_CHECKING:
    from claimcheck.anchor import Text


def as_printed(quote: Quote, text: Text) -> Quote:
    """Return a quote whose words are spelled as its source prints them.

    Only what the fold makes equal can differ: quotation marks, dashes, blanks, ligatures. White
    space becomes single blanks, and invisible characters are left out. The quote is returned as it
    is where it does not stand in the text as a whole, or where the printed form would not be found
    at the same place.
    """
    anchor = locate(quote, text)
    if anchor.fit is not Fit.NORMALIZED or anchor.start is None or anchor.end is None:
        return quote
    passage = " ".join(text.raw[anchor.start : anchor.end].split())
    shown = "".join(sign for sign in passage if unicodedata.category(sign) != "Cf")
    printed = Quote(shown, quote.prefix, quote.suffix)
    again = locate(printed, text)
    same = again.fit.passes and (again.start, again.end) == (anchor.start, anchor.end)
    return printed if same else quote
