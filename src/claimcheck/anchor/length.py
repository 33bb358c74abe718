"""Whether a quote is long enough to be evidence of anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.characters import UNSPACED

if TYPE_CHECKING:
    from claimcheck.model import Quote

MIN_LETTERS: Final = 12
MIN_WORDS: Final = 3
# A Han character carries about as much as three letters of an alphabet, and two or three of them a
# word: four of them say what twelve letters say.
LETTERS_OF_A_HAN_CHARACTER: Final = 3
# Enough words of plain letters, looked for in the first characters only.
_PLAINLY_LONG: Final = re.compile(
    rf"(?=(?:[A-Za-z] ?){{{MIN_LETTERS}}})(?:[A-Za-z]+ ){{{MIN_WORDS}}}"
)
_PLAINLY_LONG_CHARACTERS: Final = 60
_UNSPACED: Final = f"[{UNSPACED}\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]"
# The mark that Ethiopic sets between words.
_WORDSPACE: Final = "፡"


def too_short(quote: Quote) -> bool:
    """Whether a quote has fewer than 12 letters or digits, or fewer than 3 words.

    Prefix and suffix count, since they pin the quote to its place. In scripts that set no blanks
    (Chinese, Japanese, Thai …) a character counts as three letters and two characters as a word.
    """
    if _PLAINLY_LONG.search(quote.exact, 0, _PLAINLY_LONG_CHARACTERS):
        return False  # by far the most frequent case
    text = f"{quote.prefix} {quote.exact} {quote.suffix}".replace(_WORDSPACE, " ")
    if not any(char.isalnum() for char in quote.exact):
        return True
    rest, unspaced = re.subn(_UNSPACED, " ", text)
    letters = sum(map(str.isalnum, rest)) + LETTERS_OF_A_HAN_CHARACTER * unspaced
    words = sum(any(map(str.isalnum, word)) for word in rest.split()) + unspaced // 2
    return letters < MIN_LETTERS or words < MIN_WORDS
