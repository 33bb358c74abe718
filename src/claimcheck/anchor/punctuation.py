"""Punctuation marks of many scripts, by what they do in a sentence."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import Final

# Latin, Arabic, Chinese and Japanese, Ethiopic, Burmese; the Tibetan shad, which ends clauses.
COMMAS: Final = ",،，、፣၊།"
SEMICOLONS: Final = ";؛；፤"
COLONS: Final = ":：፥፦៖"
# What ends a sentence wherever it stands: no abbreviation has it.
FULL_STOPS: Final = "。！？।؟۔።፧။។៕"
# Latin, which may end an abbreviation.
STOPS: Final = ".!?…" + FULL_STOPS
PAUSES: Final = COMMAS + SEMICOLONS
CURRENCY_SIGNS: Final = "$€£¥₽₹"
QUESTION_AT_END: Final = cache(partial(re.compile, r"[?？؟፧][\"'”’»)\]\s]*\Z"))
COLON_AT_END: Final = re.compile(r"[:：]\s*[\"“„«‘'(]*\s*\Z")
# What may stand before the first word of a sentence.
OPENING_MARKS: Final = "\"“„«‘' \n"
# What may stand behind the last one and its stop.
CLOSING_MARKS: Final = "\"'”’»)]"
# `'tis`, `’90s`, `rock 'n' roll`, `'s avonds`: letters are left out, and nothing is quoted.
ELIDED_WORD: Final = cache(
    partial(
        re.compile,
        r"['‘’](?:\d0s?\b|\d{2}\b(?!['’])|(?:tis|twas|twere|twill|em|til|cause|cos|bout|round|neath|"
        r"tween|nother|cuz|ere|n|s|t|k|m|r|ne|nem|nen|ner|nes|ns|Tis|Twas|Em|Til|Cause)\b(?![-\w]))",
    )
)
# Thai and Lao, Burmese, Khmer, Han and kana, Hangul.
_SCRIPTS_WITHOUT_BLANKS: Final = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def has_no_blanks(char: str) -> bool:
    """Whether a letter is of a script that sets no blanks between words."""
    if char.isascii():
        return False
    code = ord(char)
    return any(low <= code <= high for low, high in _SCRIPTS_WITHOUT_BLANKS)
