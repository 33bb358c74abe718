"""Cells that a spreadsheet would run as a formula, and how they are made texts."""

from __future__ import annotations

from typing import Final

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def without_formula(text: str) -> str:
    """Return a cell that no spreadsheet runs: what would be a formula gets an apostrophe in front.

    What begins with an apostrophe gets one, too, so that it can be taken away again (OWASP, "CSV
    Injection").
    """
    return f"'{text}" if text.startswith((*FORMULA_SIGNS, "'")) else text
