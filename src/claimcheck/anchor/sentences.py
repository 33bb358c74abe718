"""Where sentences begin and end, as far as punctuation tells."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import Final

from claimcheck.anchor.punctuation import FULL_STOPS, STOPS

REACH: Final = 1200
# Where a text has no stops so far, as that of a recording: what is looked at instead of a sentence.
_WITHOUT_STOPS: Final = 160
_GOES_ON_BEFORE: Final = re.compile(r".\w |\w[,;:] ", re.DOTALL)
_GOES_ON_BEHIND: Final = re.compile(r"[,;:]? \w")
# How far back to look, in characters: many passages begin a sentence, and most of the rest
# stand near its beginning.
_REACHES: Final = (16, 160, REACH)
_AHEAD: Final = 12
_END: Final = re.compile(
    rf"[{STOPS}][\"'”’»)\]_]*(?:\s+(?=[\"'`“‘„«”’»(\[_—-]*\s?[^\W\d_a-zß-öø-ÿ])|\Z)"
    rf"|[{FULL_STOPS}][”’」』)]*"
    r"|\n[ \t\r]*\n\s*"
)
_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*\n")
# `Mr. Smith`, `F. C.`, `No. 5`: the full stop ends no sentence after a single letter or a title.
_ABBREVIATION: Final = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Capt|Sen|Rep|Gov|No|Nr|vs|Jr|Sr|Bd|Fr|Hr|Mme|MM|"
    r"Lt|Sgt|Maj|Rev|Hon|Supt|Insp|Cllr|Mlle|Sra|Dra|Dott)\Z"
)
# `No. V`; but `No. One man died.`
_NO: Final = re.compile(r"\bNo\Z")
_NUMERAL: Final = re.compile(r"(?:[B-HJ-Z]|[IVXLC]{2,})\b")
# `dem 4. Mai`
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}\Z")
_GERMAN_MONTH: Final = re.compile(r"\.\s+(?:Jan|Jän|Feb|Mär|Apr|Mai\b|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_LONGEST_TITLE: Final = 4

_QUESTION_MARK: Final = re.compile(r"[?？؟;፧]")
_QUESTION: Final = cache(partial(re.compile, r"[?？؟;፧][!！\"'”’»)\]_*\s]*\Z"))


def only_asks(passage: str) -> bool:
    """Whether each sentence of a passage is a question, by its mark."""
    if not _QUESTION_MARK.search(passage):
        return False  # by far the most frequent case
    bounds = [0, *breaks(passage, 0, len(passage)), len(passage)]
    sentences = [passage[low:high] for low, high in pairwise(bounds)]
    written = [sentence for sentence in sentences if any(map(str.isalnum, sentence))]
    return bool(written) and all(map(_QUESTION().search, written))


def breaks(text: str, start: int, end: int) -> list[int]:
    """Return the offsets where a sentence begins, in order.

    Args:
        text: the text.
        start: the offset from which on sentences are looked for.
        end: the offset up to which they are.
    """
    offsets = []
    for stop in _END.finditer(text, max(0, start), min(len(text), end + _AHEAD)):
        if stop.end() > end:
            break
        if _ends_sentence(text, stop):
            offsets.append(stop.end())
    return offsets


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    at = stop.start()
    if text[at] != ".":
        return True
    # Most sentences end with a longer word, which takes less to see than that it is no title.
    if at > _LONGEST_TITLE and text[at - _LONGEST_TITLE - 1 : at].isalpha():
        return True
    if _PARAGRAPH.search(stop[0]):
        return True
    if _DAY.search(text, max(0, at - 3), at):
        return not _GERMAN_MONTH.match(text, at)
    low = max(0, at - _AHEAD)
    if _NO.search(text, low, at):
        return not _NUMERAL.match(text, stop.end())
    return not is_abbreviated(text, at)


def is_abbreviated(text: str, at: int) -> bool:
    """Whether what stands before the full stop at an offset is a title or a letter: `Dr. Roe`."""
    return _ABBREVIATION.search(text, max(0, at - _AHEAD), at) is not None


# Several rules ask for the sentence of a passage.
@lru_cache(maxsize=1 << 15)
def sentence_start(text: str, at: int) -> int:
    """Where the sentence around `at` begins; a little before `at` when that is beyond `REACH`."""
    low, ahead = max(0, at - REACH), min(len(text), at + _AHEAD)
    for reach in _REACHES:
        start, last = max(low, at - reach), None
        for stop in _END.finditer(text, start, ahead):
            if stop.end() > at:
                break
            if _ends_sentence(text, stop):
                last = stop
        # Marks right where one began to look may be the end of longer ones.
        if last is not None and (last.start() > start or start == low):
            return last.end()
        if start == low:
            break
    if not low:
        return min(at, len(text) - len(text.lstrip()))
    if _GOES_ON_BEFORE.match(text, at - 3):  # a letter, a mark or none, and a blank
        return text.find(" ", at - _WITHOUT_STOPS, at) + 1
    return at


@lru_cache(maxsize=1 << 15)
def sentence_end(text: str, at: int) -> int:
    """Where the sentence around `at` ends, its marks included; soon when that is beyond `REACH`."""
    high = min(len(text), at + REACH)
    for stop in _END.finditer(text, max(0, at - 1), min(len(text), high + _AHEAD)):
        end = stop.end()
        if end > high:
            break
        if end > at and _ends_sentence(text, stop):
            return max(at, at + len(text[at:end].rstrip()))
    if high == len(text):
        return at + len(text[at:].rstrip())
    if _GOES_ON_BEHIND.match(text, at):
        return text.rfind(" ", at, at + _WITHOUT_STOPS)
    return at
