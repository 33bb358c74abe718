"""The clause of a sentence that a figure stands in, and patterns of the words in it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.anchor.figure import Figure

# What begins another clause, beside a comma.
_JOINS: Final = {
    "en": "and but while whereas", "de": "und aber während", "fr": "et mais tandis alors",
    "es": "y e pero mientras", "it": "e ed ma mentre", "pt": "e mas enquanto",
    "nl": "en maar terwijl", "sv": "och men medan", "no": "og men mens",
    "da": "og men mens", "pl": "i a ale podczas", "ru": "и а но",
}  # fmt: skip
_GAP: Final = r"\b(?:[^,;:.]|[.,](?=\d)){1,80}?\b"


def clause_around(text: str, code: str, span: tuple[int, int], figure: Figure) -> tuple[int, int]:
    """Return where the clause of a sentence begins and ends in which a figure stands.

    Args:
        text: the text.
        code: the code of its language.
        span: where the sentence begins and ends, in code points.
        figure: the figure.
    """
    low, high = span
    for match in _borders(code).finditer(text, *span):
        if match.end() <= figure.start:
            low = match.end()
        elif match.start() >= figure.end:
            return low, match.start()
    return low, high


def alternatives(written: str) -> str:
    """Return a pattern of words: `_` stands for blanks, `…` for what may stand between two.

    Args:
        written: the words, each a pattern, parted by blanks.
    """
    words = (word.replace("_", r"\s+").replace("…", _GAP) for word in written.split())
    return "|".join(words)


@cache
def _borders(code: str) -> re.Pattern[str]:
    """The borders of clauses: a comma or a dash before a blank, or a word that joins them."""
    joins = alternatives(_JOINS[code])
    return re.compile(rf"[,;:—–()]\s|\s(?=(?:{joins})\s)", re.IGNORECASE)
