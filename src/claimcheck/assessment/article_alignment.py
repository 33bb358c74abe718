"""A sentence of an article beside a sentence of its source that it nearly copies, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_TOKEN: Final = re.compile(r"\d+(?:[.,:/'’\u00a0\u202f]\d+)*|[^\W\d_]+|[%‰€$£¥]")
# What two sentences must share to be one and the same, but for what was exchanged.
_FEWEST_SHARED: Final = 5
_LEAST_SHARED: Final = 0.6
# How many words may stand in the place of others.
_MOST_EXCHANGED: Final = 4
# Longer ones are no sentences, and comparing them costs the product of their lengths.
_MOST_TOKENS: Final = 150
# How far around a passage one looks, in characters.
_FAR: Final = 600
_PARTICLES: Final = frozenset(
    ("von", "van", "der", "de", "di", "da", "du", "la", "le", "del", "dos", "bin", "al", "el")
)
_FAR_OF_A_NAME: Final = 60
_LETTERS_OF_A_NAME: Final = 3
_OPENING: Final = " \t\"'“„«‘("
_NAME_BEFORE: Final = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][\w.’'-]* )+\Z")
_NAME_BEHIND: Final = re.compile(r"(?: [^\W\d_a-zß-öø-ÿ][\w’'-]*)+")


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words of an article that stand in the place of others, between words that are the same.

    Attributes:
        start: where they begin in the article, in code points.
        end: where they end.
        printed_start: where those begin in the source whose place they take.
        printed_end: where those end.
    """

    start: int
    end: int
    printed_start: int
    printed_end: int


@dataclass(frozen=True, slots=True)
class SentenceAlignment:
    """What is exchanged between two sentences.

    Attributes:
        exchanges: the words that stand in the place of others.
        shared: how many words they share.
        others: how many words of the article's sentence do not stand in the other.
    """

    exchanges: tuple[Exchange, ...]
    shared: int
    others: int

    @property
    def whole(self) -> bool:
        """Whether all words of the article's sentence stand in the other."""
        return not self.others


def align(
    draft: str, span: tuple[int, int], printed: str, printed_span: tuple[int, int]
) -> SentenceAlignment | None:
    """Compare two sentences word by word.

    Args:
        draft: the article's text.
        span: where its sentence begins and ends, in code points.
        printed: the source's text.
        printed_span: where that sentence begins and ends.

    Returns:
        What is exchanged; None where the one is no copy of the other.
    """
    ours, theirs = _tokens(draft, *span), _tokens(printed, *printed_span)
    if min(len(ours), len(theirs)) < _FEWEST_SHARED or max(len(ours), len(theirs)) > _MOST_TOKENS:
        return None
    matcher = SequenceMatcher(
        None,
        [word[0].casefold() for word in ours],
        [word[0].casefold() for word in theirs],
        autojunk=False,
    )
    shared = sum(block.size for block in matcher.get_matching_blocks())
    if shared < _FEWEST_SHARED or shared < _LEAST_SHARED * len(ours):
        return None
    exchanges = tuple(
        Exchange(
            ours[first].start(), ours[last - 1].end(),
            theirs[printed_first].start(), theirs[printed_last - 1].end(),
        )
        for tag, first, last, printed_first, printed_last in matcher.get_opcodes()
        if tag == "replace" and max(last - first, printed_last - printed_first) <= _MOST_EXCHANGED
    )  # fmt: skip
    return SentenceAlignment(exchanges, shared, len(ours) - shared)


def name_at(text: str, start: int, end: int) -> str:
    """Return the name that some words are, or are part of; "" where they are none.

    Args:
        text: the text.
        start: where the words begin, in code points.
        end: where they end.
    """
    words = [word for word in text[start:end].replace("\n", " ").split(" ") if word]
    if not words or not all(_is_of_a_name(word) for word in words):
        return ""
    preceding = _NAME_BEFORE.search(text, max(0, start - _FAR_OF_A_NAME), start)
    following = _NAME_BEHIND.match(text, end)
    low = preceding.start() if preceding else start
    if not text[:low].rstrip(_OPENING)[-1:].isalnum():
        low = start  # the capital may be that of the sentence
    name = text[low : following.end() if following else end].strip(" ,")
    return name if any(len(word) >= _LETTERS_OF_A_NAME for word in words) else ""


def _is_of_a_name(word: str) -> bool:
    return word[0].isupper() or word.casefold() in _PARTICLES


def _tokens(text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(text, start, end))


def shared_surroundings(
    draft: str, span: tuple[int, int], printed: str, printed_span: tuple[int, int]
) -> tuple[int, int]:
    """Return how far a passage may be widened, until the article prints other words around its own.

    Only letters and digits count, not marks and blanks; a word counts as a whole.

    Args:
        draft: the article's text.
        span: where it quotes the passage, in code points.
        printed: the source's text.
        printed_span: where the passage stands.

    Returns:
        Where the wider passage begins and ends in the source.
    """
    left = _shared(draft[max(0, span[0] - _FAR) : span[0]][::-1],
                   printed[max(0, printed_span[0] - _FAR) : printed_span[0]][::-1])  # fmt: skip
    right = _shared(draft[span[1] : span[1] + _FAR],
                    printed[printed_span[1] : printed_span[1] + _FAR])  # fmt: skip
    return printed_span[0] - left, printed_span[1] + right


def _shared(ours: str, theirs: str) -> int:
    """How many characters of a text say what another begins with."""
    mine = [char.casefold() for char in ours if char.isalnum()]
    at = whole = agreed = 0
    for at, char in enumerate(theirs):
        if not char.isalnum():
            whole = at
            continue
        if agreed >= len(mine) or mine[agreed] != char.casefold():
            return whole
        agreed += 1
    return at + 1 if theirs else whole
