"""Single marks, which are apostrophes, primes or quotation marks."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, partial
from typing import Final

from claimcheck.anchor.characters import (
    SHIFTED_SIGNS,
    letters_without_apostrophes,
    visible_after,
    visible_before,
)

# Marks that stand for an apostrophe between letters and for a quotation mark elsewhere.
# Those between letters that set no others are passed over in C.
_LETTERS_AROUND: Final = "[0-9A-Za-z\u00c0-\u024f\u0400-\u04ff]"
_GRAVES: Final = "`\u1fef\uff40"
_SINGLE_MARKS: Final = cache(
    partial(
        re.compile,
        # One set of characters at its beginning, which C looks for quickly.
        f"[{_GRAVES}'‘’‚‛‹›´\u1ffd＇ʼ\u2032\u05f3]"
        f"(?:(?<=[{_GRAVES}])|(?<!{_LETTERS_AROUND}.)|(?!{_LETTERS_AROUND}))",
        re.DOTALL,
    )
)
_LETTER_APOSTROPHE: Final = "\u02bc"
_PRIMES: Final = "\u2032\u05f3"
_PARTS_OF_TWO_LETTERS: Final = 4


def has_single_marks(text: str) -> bool:
    """Whether a text has marks that are looked at one by one."""
    return bool(_SINGLE_MARKS().search(text))


def with_double_marks(text: str) -> str:
    """Set every single mark that is no apostrophe double, and apostrophes of all kinds alike.

    Inside a quotation double marks become single ones, and single ones double. A mark between
    letters is an apostrophe; behind a figure, or a letter that stands alone, it is a prime, unless
    it may close what a mark before it opened, which a sign made for primes does not.
    """
    opened = False
    pieces: list[str] = []
    done = 0
    for match in _SINGLE_MARKS().finditer(text):
        at = match.start()
        left, right = visible_before(text, at), visible_after(text, at + 1)
        before, after = _is_of_a_word(text[left : left + 1]), _is_of_a_word(text[right : right + 1])
        foreign = letters_without_apostrophes()
        signs = foreign.match(text, max(0, left)) or foreign.match(text, right)
        closes = opened and match[0] not in _PRIMES
        primed = before and not after and not closes and _may_be_primed(text, left)
        if (before and after and not signs) or primed:
            sign = "'"
        else:
            sign = '"'
            opened = after and not before
        pieces += [text[done:at], sign]
        done = at + 1
    return "".join(pieces) + text[done:]


def _may_be_primed(text: str, left: int) -> bool:
    """Whether a mark behind a figure or letter may be a prime: `5'`, `f'`."""
    # A letter may be written with its accents behind it, a Korean one in up to three parts.
    while left > 0 and unicodedata.combining(text[left]):
        left -= 1
    letters, at = "", left
    while at >= 0 and len(letters) < _PARTS_OF_TWO_LETTERS:
        letters = text[at] + letters
        at = visible_before(text, at)
    composed = unicodedata.normalize("NFC", letters)
    second = composed[-2:-1]
    return composed[-1:].isdigit() or not (second in SHIFTED_SIGNS or _is_of_a_word(second))


def _is_of_a_word(char: str) -> bool:
    is_letter = char.isalnum() and char != _LETTER_APOSTROPHE and char not in SHIFTED_SIGNS
    return is_letter or (bool(char) and unicodedata.category(char)[0] == "M")
