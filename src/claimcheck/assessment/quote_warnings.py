"""Warnings about what a quotation cuts off, leaves out and inserts, and notes of its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Turn
from claimcheck.anchor.punctuation import STOPS
from claimcheck.assessment.passages import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor import Anchor, Omission, Replacement

LONGEST_WORDS_SHOWN: Final = 80
_QUESTIONS: Final = {
    Turn.SPEAKER: "which runs on into another paragraph, where somebody else may speak",
    Turn.SUBJECT: "and goes on in another sentence, which may speak of something else",
    Turn.UNKNOWN: "in a language whose words are not known here",
}
# The same within a sentence.
_OF_ANOTHER: Final = "and what follows may belong to the words that are left out"


def cut_warning(anchor: Anchor) -> str:
    """Return a warning of words beside a quote that turn its meaning; "" where there are none."""
    if anchor.cut is None:
        return ""
    return f"the quote is cut off at '{anchor.cut.words}', which may turn its meaning"


def omission_warnings(anchor: Anchor, text: str) -> Iterator[str]:
    """Yield a warning for each omission that may turn the meaning of the quote.

    Args:
        anchor: where the quote stands.
        text: the source's text.
    """
    for omission in anchor.omissions:
        if omission.turn is not None:
            words = omitted_words(omission, text)
            question = _QUESTIONS.get(omission.turn, "which may turn its meaning")
            if omission.turn is Turn.SUBJECT and not any(mark in words for mark in STOPS):
                question = _OF_ANOTHER
            yield f"the quote leaves out '{words}', {question}"


def bracket_warnings(anchor: Anchor) -> Iterator[str]:
    """Yield a warning for each bracket that the source may not answer for."""
    for bracket in anchor.brackets:
        if bracket.doubt:
            yield f"the bracket '[{bracket.words}]' is the writer's: {bracket.doubt}"


def mark_notes(anchor: Anchor, text: str) -> Iterator[str]:
    """Yield what the writer of a passing quote left out and inserted, harmless or not.

    Args:
        anchor: where the quote stands.
        text: the source's text.
    """
    if not anchor.fit.passes:
        return
    if omitted := ", ".join(f"“{omitted_words(each, text)}”" for each in anchor.omissions):
        yield f"left out by the writer: {omitted}"
    if inserted := ", ".join(_in_place(each, text) for each in anchor.brackets):
        yield f"inserted by the writer: {inserted}"


def _in_place(bracket: Replacement, text: str) -> str:
    """A bracket, and what the source prints in its place: `[Biden] ← “Trump”`."""
    printed = replaced_words(bracket, text)
    return f"[{bracket.words}]" + (f" ← “{printed}”" if printed else "")


def omitted_words(omission: Omission, text: str) -> str:
    """Return what an omission leaves out, in single blanks, its middle cut out if it is long."""
    return shorten(text[omission.start : omission.end].strip(), LONGEST_WORDS_SHOWN)


def replaced_words(bracket: Replacement, text: str) -> str:
    """Return what the source prints in place of a bracket; empty if it has nothing there."""
    return shorten(text[bracket.start : bracket.end].strip(), LONGEST_WORDS_SHOWN)
