"""Blanks beside punctuation: which are the printer's own, and what a text is without them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache, partial
from typing import Final

from claimcheck.anchor.characters import (
    BROKEN_ANYWHERE,
    UNSPACED,
    beyond_ascii,
    hangul_letters,
    letters_broken_anywhere,
    letters_without_blanks,
    visible_after,
    visible_before,
)

_PUNCTUATION: Final = ",.;:!?\"'()[]{}/%<>="
_DIGIT: Final = re.compile(r"\d")
_DIGITS_APART: Final = re.compile(r"\d(?: [^\w\s] ?| ?[^\w\s] )(?=-?\d)| (?=[-.,]\d)")
# Letters before this one are of scripts that set blanks.
_FIRST_UNSPACED: Final = "\u0e00"
_DANDAS: Final = "।॥"
_FRENCH_MARKS: Final = "?!;:"
# A reference: `[ 2 , 6 ]`.
_REFERENCE: Final = re.compile(r"\[[\d\s,;–—-]*\Z")
_WHOLE_REFERENCE: Final = re.compile(r"\[[\d \x00,;-]*\]")
_REST_OF_A_REFERENCE: Final = re.compile(r"[\d\s,;–—-]*\]")
_TYPED: Final = cache(partial(re.compile, r"[^\S\xa0\u2000-\u200a\u202f\u205f\u3000]"))
# German opens with » and closes with «.
_CLOSES_ANGLES: Final = re.compile(r"[\w.,;:!?…]")
_THREE_DOTS: Final = re.compile(r"\.(?: ?\.){2}\Z")
_DOTS: Final = re.compile(r"\.(?: ?\.){2}")
_LONGEST_REFERENCE: Final = 60


def tighten(text: str) -> str:
    """Drop the blanks beside punctuation from a folded text, where no word or number changes.

    `word , word` reads as `word, word`, `« mot »` as `«mot»`. Between two digits a blank stays
    (`3, 5` is not `3,5`), and so does the one before a sign or point (`of -3`, `of .5`). Blanks
    between letters of scripts that set none go too, since there they are only the ends of lines.
    Nothing but blanks is dropped, so the n-th other character of the result is that of the text.

    Texts that are equal so far may still be spaced differently; `is_typeset` tells which of these
    blanks are the printer's own, to be set or left out.
    """
    if " " not in text:
        return text
    work = _DIGITS_APART.sub(_hold, text) if _DIGIT.search(text) else text
    if "[" in work:
        work = _WHOLE_REFERENCE.sub(_drop_blanks, work)
    for mark in _PUNCTUATION:
        if mark in work:
            work = work.replace(" " + mark, mark).replace(mark + " ", mark)
    if not work.isascii():
        others = beyond_ascii(work)
        if max(others) >= _FIRST_UNSPACED:
            work = _unspaced_apart().sub("", work)
        for mark in others:
            if not mark.isalnum() and unicodedata.category(mark)[0] == "P":
                work = work.replace(" " + mark, mark).replace(mark + " ", mark)
    return work.replace("\x00", " ")


def _drop_blanks(match: re.Match[str]) -> str:
    return match[0].replace(" ", "").replace("\x00", "")


def is_typeset(text: str, start: int, end: int) -> bool:
    """Whether a blank beside punctuation is the printer's own, so that a quote need not have it.

    That is a blank that nobody types (no-break, thin), the one inside angle quotation marks, the
    one beside an ellipsis, and whatever stands in scripts that set no blanks. An ordinary blank
    that only one of two texts has is a difference: OCR sets such blanks, but so do careless hands.

    Args:
        text: a text as it stands.
        start: where the white space begins.
        end: where it ends, exclusive.
    """
    if not _TYPED().search(text, start, end):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "«":
        return not _CLOSES_ANGLES.match(text, start - 2)
    if after == "»":
        behind = text[end + 1 : end + 2]
        return not behind.isalnum() or bool(hangul_letters().match(behind))
    return (
        "…" in {before, after}
        or bool(after and after in _DANDAS)
        or bool(_DOTS.match(text, end))
        or bool(_THREE_DOTS.search(text, max(0, start - 5), start))
        or any(map(letters_without_blanks().match, (before, after)))
        or _is_in_a_reference(text, start, end)
        or _is_broken_anywhere(text, start, end)
        or (bool(after) and after in _FRENCH_MARKS and _is_french(text, start, end))
    )


def _is_in_a_reference(text: str, start: int, end: int) -> bool:
    """Whether a blank stands inside the brackets of a reference."""
    low = max(0, start - _LONGEST_REFERENCE)
    return bool(
        _REST_OF_A_REFERENCE.match(text, end, end + _LONGEST_REFERENCE)
        and _REFERENCE.search(text, low, start)
    )


def _is_broken_anywhere(text: str, start: int, end: int) -> bool:
    """Whether a line ends inside what a script writes without blanks."""
    return bool(
        ("\n" in text[start:end] or "\r" in text[start:end])
        and letters_broken_anywhere().match(text, max(0, visible_before(text, start)))
        and letters_broken_anywhere().match(text, visible_after(text, end))
    )


def _is_french(text: str, start: int, end: int) -> bool:
    """Whether a text is in the language that sets blanks before high marks."""
    from claimcheck.anchor.languages import vocabulary_at  # seldom needed

    vocabulary = vocabulary_at(text, start, end)
    return vocabulary is not None and vocabulary.name == "French"


def _hold(match: re.Match[str]) -> str:
    return match[0].replace(" ", "\x00")


def loosened(tight: str, loose: str, start: int, end: int) -> tuple[int, int]:
    """Map a span of `tighten(loose)` to the span of `loose` with the same characters.

    Args:
        tight: a text without the blanks that `tighten` drops.
        loose: the same text with them.
        start: the first character of the span in the tight text.
        end: the offset behind its last one.
    """
    before = start - tight.count(" ", 0, start)
    inside = (end - start) - tight.count(" ", start, end)
    first = _nth_solid(loose, before, 0)
    return first, _nth_solid(loose, inside - 1, first) + 1


def _nth_solid(text: str, number: int, start: int) -> int:
    """The offset of the character with `number` characters other than blanks before it."""
    low = start
    while True:
        high = low + number + 1
        missing = text.count(" ", low, high)
        if high > len(text) or not missing:
            return min(high - 1, len(text))
        low, number = high, missing - 1


@lru_cache(maxsize=1)
def _unspaced_apart() -> re.Pattern[str]:
    """Blanks between letters of scripts that set none."""
    return re.compile(
        f"(?<=[{UNSPACED}]) (?=[{UNSPACED}0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[{UNSPACED}])"
        f"|(?<=[{BROKEN_ANYWHERE}]) (?=[{BROKEN_ANYWHERE}])"
    )
