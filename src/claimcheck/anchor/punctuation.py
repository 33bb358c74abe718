"""Punctuation marks of many scripts, by what they do in a sentence."""

from __future__ import annotations

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
