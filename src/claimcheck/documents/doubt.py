"""Which lines of a document two readers read differently.

A second reader that shares no code with the first seldom makes the same mistake. Numbers have to be
there as often in both, page by page; words may be parted or joined otherwise, since blanks are what
readers guess.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claimcheck.text import pinned_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.documents.reader import Extract
    from claimcheck.model import Span

_TOKEN: Final = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_MARKS: Final = re.compile(r"[\^_\[\]()]")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff]")
_LAM_ALEF: Final = re.compile("([\u0622\u0623\u0625\u0627])(\u0644)")
_ACCENTS: Final = frozenset({"Mn", "Sk", "Lm"})


def with_doubt(extract: Extract, other: str) -> Extract:
    """Return what was read of a document, with the lines in doubt that another reader denies.

    Args:
        extract: what the first reader made of it.
        other: the document's text as the second reader has it, its pages parted by form feeds.
    """
    doubtful = list(extract.doubtful)
    text = pinned_text.gathered(extract.text)
    flow = text[: pinned_text.flow_end(text)]
    pages, others = flow.split(pinned_text.PAGE_BREAK), other.split(pinned_text.PAGE_BREAK)
    if len(pages) == len(others):
        start = 0
        for page, second in zip(pages, others, strict=True):
            spans = differing_lines(page, second)
            doubtful += [(start + first, start + last) for first, last in spans]
            start += len(page) + len(pinned_text.PAGE_BREAK)
    return replace(extract, doubtful=tuple(_apart(doubtful)))


def differing_lines(text: str, other: str) -> Iterator[Span]:
    """Return the lines of a page that a second reader does not confirm.

    Args:
        text: the page as it is pinned, raised text marked.
        other: the same page as another reader reads it.

    Yields:
        Where each such line begins and ends, in code points of `text`.
    """
    numbers, sought = Counter(_numbers(other)), Counter(_numbers(text))
    glued = Counter(_numbers(_MARKS.sub("", text)))
    letters = pinned_text.letters_of(other)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        lacking = [number for number in _numbers(line) if sought[number] > numbers[number]]
        if lacking:  # 10^6 is 106 to a reader that knows no raised text
            lacking = [
                number
                for number in _numbers(_MARKS.sub("", line))
                if glued[number] > numbers[number]
            ]
        if lacking or not all(_has(letters, word) for word in _WORD.findall(line)):
            yield start, end
        start = end + 1


def _has(letters: str, word: str) -> bool:
    """Whether a page's letters have a word; an accent may stand by itself there, or be lost."""
    if pinned_text.letters_of(word) in letters:
        return True
    bare = _bare(word)
    if bare != word and pinned_text.letters_of(bare) in _bare_letters(letters):
        return True
    return bool(_RIGHT_TO_LEFT.search(bare)) and _has_drawn(_bare_letters(letters), bare)


def _has_drawn(letters: str, word: str) -> bool:
    """Whether a page has a word of letters that go to the left as it is drawn, from left to right.

    A lam and the alef after it are drawn as one, and so stand in their order.
    """
    drawn = pinned_text.letters_of(word[::-1])
    return drawn in letters or _LAM_ALEF.sub(r"\2\1", drawn) in letters


@lru_cache(maxsize=1)
def _bare_letters(letters: str) -> str:
    return pinned_text.letters_of(_bare(letters))


def _bare(text: str) -> str:
    """Return a text without accents, those that stand by themselves among them."""
    parted = unicodedata.normalize("NFD", text).replace("ı", "i").replace("ȷ", "j")
    return "".join(sign for sign in parted if unicodedata.category(sign) not in _ACCENTS)


def _numbers(text: str) -> list[str]:
    """Return the words of a text that have a digit, with the letters that touch it."""
    words = _TOKEN.findall(unicodedata.normalize("NFKC", text))
    return [word for word in words if any(map(str.isdigit, word))]


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Return spans in order, those that touch or overlap as one."""
    joined: Span | None = None
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined is not None and start <= joined[1]:
            joined = (joined[0], max(joined[1], end))
            continue
        if joined is not None:
            yield joined
        joined = (start, end)
    if joined is not None:
        yield joined
