"""Words that belong to a number in digits: `5` is no quotation of `5 billion`, nor of `minus 5`."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.borders import is_unspaced
from claimcheck.anchor.languages import languages, load, vocabulary_at
from claimcheck.anchor.languages.word_table import normal
from claimcheck.anchor.punctuation import CURRENCY_SIGNS

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary

# Farther than the longest of these words from a number, in characters.
_FAR: Final = 40
# A text of so few characters may have no word that tells its language.
_SHORT: Final = 200
# `(€5`, `USD 5`
BEGINS_IN_DIGITS: Final = re.compile(
    rf"[^\w\s]{{0,2}}(?:[^\W\d_]{{0,3}}|(?:[A-Z]{{3}}|[A-Z]{{0,2}}[{CURRENCY_SIGNS}])\s)\d"
)
_WORD_BEFORE: Final = cache(partial(re.compile, r"([^\W\d_][\w'’-]*)[ \t\r\n\xa0\u202f]+\Z"))
_WORD_BEHIND: Final = cache(partial(re.compile, r"[ \t\r\n\xa0\u202f]+([^\W\d_][\w'’-]*|[%‰])"))
# A number and what it counts in, in a script without blanks: `5人`.
_MEASURED: Final = re.compile(r"\d[^\W\d_]{1,4}\Z")


def number_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Extend a passage by the words that belong to the number in digits at either end of it.

    What makes a bound of a number, or its negative, goes before it, and what multiplies it follows
    (in Chinese and Japanese bounds do, too). The words are those of the text's language there.

    Args:
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.

    Returns:
        The new start and end: the same where nothing belongs to a number at the ends.
    """
    return _from(text, start), _until(text, end)


def cuts_number(text: str, start: int, end: int) -> bool:
    """Whether a passage leaves out words that belong to a number at either end of it.

    Args:
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
    """
    return number_around(text, start, end) != (start, end)


def _from(text: str, start: int) -> int:
    if not start or not BEGINS_IN_DIGITS.match(text, start):
        return start
    window_start = max(0, start - _FAR)
    word = _WORD_BEFORE().search(text[window_start:start])
    may_be = normal(word[1]) in _last_words() if word else is_unspaced(text[start - 1])
    vocabulary = _vocabulary(text, start) if may_be else None
    if vocabulary is None:
        return start
    for cue in vocabulary.counts(text, window_start, start)[-1:]:
        if "bound" in cue.kinds and not text[cue.end : start].strip():
            return cue.start
    return start


def _until(text: str, end: int) -> int:
    if end >= len(text) or not end:
        return end
    if is_unspaced(text[end]):
        in_digits = text[end - 1].isdigit()
        measured = not in_digits and _MEASURED.search(text[max(0, end - _FAR) : end])
        may_be = in_digits or bool(measured)
    else:
        word = _WORD_BEHIND().match(text, end) if text[end - 1].isdigit() else None
        may_be, in_digits = word is not None and normal(word[1]) in _first_words(), True
    vocabulary = _vocabulary(text, end) if may_be else None
    return end if vocabulary is None else _behind(vocabulary, text, end, in_digits=in_digits)


def _vocabulary(text: str, at: int) -> Vocabulary | None:
    """The words of a text's language; English ones where so little is there that nothing tells."""
    vocabulary = vocabulary_at(text, at, at)
    return (
        load("en") if vocabulary is None and text.isascii() and len(text) < _SHORT else vocabulary
    )


def _behind(vocabulary: Vocabulary, text: str, end: int, *, in_digits: bool) -> int:
    """Where the words that belong to a number before an offset end."""
    for cue in vocabulary.counts(text, end, min(len(text), end + _FAR)):
        multiplies = in_digits and "multiple" in cue.kinds
        bounds = not vocabulary.spaced and "bound" in cue.kinds
        if (multiplies or bounds) and not text[end : cue.start].strip():
            return cue.end
    return end


@cache
def _last_words() -> frozenset[str]:
    """The last words of what makes a bound of a number, of all languages."""
    return frozenset(
        normal(entry).rpartition("_")[2]
        for code in languages()
        for entry in load(code).bound.split()
    )


@cache
def _first_words() -> frozenset[str]:
    """The first words of what multiplies a number, of all languages."""
    return frozenset(
        normal(entry).partition("_")[0]
        for code in languages()
        for entry in load(code).multiple.split()
    )
