"""Passages that print one thing and can be read as another.

A word broken at a line's end may be one word or two joined by a hyphen (`re-` and `sign`), and
controls that reorder letters make a passage look unlike the text that is compared.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import Final

# Overrides reorder whatever they hold; embeddings and isolates only what they part.
_OVERRIDES: Final = "\u202d\u202e"
_EMBEDDINGS: Final = "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_OVERRIDDEN: Final = re.compile(f"[{_OVERRIDES}][^\u202c]*[^\\W_]")
_PARTED: Final = re.compile(
    f"(?<=[^\\W\\d_])[{_EMBEDDINGS}]+(?=[^\\W\\d_])|(?<=\\d)[{_EMBEDDINGS}]+(?=\\d)"
)
# Looked for first: other text has no such controls at all.
_CONTROLS: Final = re.compile(f"[{_OVERRIDES}{_EMBEDDINGS}]")
_BREAK: Final = cache(partial(re.compile, r"[-\u2010\xad][ \t]*\r?\n\s{0,8}(?=[^\W\d_])"))
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+\Z")
_WORD_BEHIND: Final = re.compile(r"[^\W\d_]+")
_LONGEST_WORD: Final = 60
# English words that a hyphen makes another word of, as dictionaries head them.
_TWO_WORDS: Final = """
    recollect recollection recount recover recovery recreate recreation redress reform release
    remark repress represent reserve resent resign resolve resort resound restrain retreat
    coop copay unionise unionize prefix predate procure proposition antinuclear
""".split()  # noqa: SIM905 - words, and no marks between them
_LONGEST_RAW: Final = 20_000
# A text that writes a word both ways is looked at only around the passage.
_NEAR_CHARACTERS: Final = 20_000
REORDERED: Final = "controls in it reorder letters or figures, so that it reads as it does not look"


def is_reordered(text: str) -> bool:
    """Whether controls in a text reorder letters or figures within a word or number."""
    if text.isascii() or not _CONTROLS.search(text):
        return False
    return bool(_OVERRIDDEN.search(text) or _PARTED.search(text))


def doubtful_break(words: str, raw: str, start: int, end: int) -> str:
    """Say which word broken at a line's end can be read in two ways; empty if none can.

    Args:
        words: the quote.
        raw: the text.
        start: where the passage begins, in code points.
        end: where it ends.
    """
    stop = min(end, start + _LONGEST_RAW)
    around = raw[max(0, start - _NEAR_CHARACTERS) : end + _NEAR_CHARACTERS]
    for match in _BREAK().finditer(raw, start, stop):
        low = max(start, match.start() - _LONGEST_WORD)
        first = _WORD_BEFORE.search(raw[low : match.start()])
        second = _WORD_BEHIND.match(raw, match.end())
        if not (first and second):
            continue
        joined, hyphened = first[0] + second[0], f"{first[0]}-{second[0]}"
        is_two_words = joined.casefold() in _forms_of_two_words()
        if is_two_words or (_has_word(around, hyphened) and _has_word(around, joined)):
            written = hyphened if _has_word(words, hyphened) else joined
            other = joined if written == hyphened else hyphened
            return f"it reads “{written}” where a line ends, which may be “{other}”"
    return ""


@cache
def _forms_of_two_words() -> frozenset[str]:
    """The words with the endings of English verbs and nouns: `resigns`, `releasing`."""
    forms: set[str] = set()
    for word in _TWO_WORDS:
        stem = word.removesuffix("e")
        plural = f"{word[:-1]}ies" if word.endswith("ry") else word
        plural += "es" if word.endswith(("s", "x")) else "s" if plural == word else ""
        forms |= {word, plural, f"{stem}ed", f"{stem}ing"}
    return frozenset(forms)


def _has_word(text: str, word: str) -> bool:
    """Whether a word stands in a text, and not as a part of another."""
    return bool(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text))
