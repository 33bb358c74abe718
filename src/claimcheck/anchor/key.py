"""The compact key of a text: its letters and digits alone, for finding where a passage may stand.

Every character is mapped by itself (compatibility decomposition, case folded, marks and everything
but letters and digits dropped), so the key of a text is the key of its blocks, joined, and offsets
need no stored map: look up the block, then halve it. Passages that are equal after the fold have
equal keys; the converse does not hold, so a hit is only a place to look.
"""

from __future__ import annotations

import codecs
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, compress, islice
from typing import Final

BLOCK: Final = 1024

_LOWER: Final = bytes(range(128)).lower() + bytes(range(128, 256))
_DROPPED: Final = bytes(c for c in range(128) if not chr(c).isalnum())
# A character that unfolds into more letters than this (U+FDFA: eighteen) stands for itself, so that
# no text makes a key many times its own length.
_MAX_LETTERS_PER_CHARACTER: Final = 4
# The letter apostrophe and the Arabic tatweel count as letters, but the fold reads them otherwise.
_IGNORED_LETTERS: Final = "\u02bc\u0640"
# Runs of up to so many characters beyond ASCII come back often enough to be cached.
_MAX_CHARACTERS_OF_A_CACHED_RUN: Final = 4
# A text with more bytes than this per letter is translated character by character.
_MAX_BYTES_PER_LETTER: Final = 1.12
# Stretches of text that are folded to find where a span ends, before a look-up takes over.
_MAX_STRETCHES: Final = 32
# In a range of so few characters, counting letters is quicker than halving it once more.
_MAX_COUNTED: Final = 160
_MOST_RECENT: Final = 16


@lru_cache(maxsize=1 << 14)
def _letters(char: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    letters = "".join(char for char in plain if char.isalnum() and char not in _IGNORED_LETTERS)
    if len(letters) > _MAX_LETTERS_PER_CHARACTER:
        return char if char.isalnum() and char not in _IGNORED_LETTERS else ""
    return letters


class _LetterTable(dict[int, str]):
    """A table for `str.translate` that works out each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        if len(self) > 1 << 16:
            self.clear()
        self[code] = letters = _letters(chr(code))
        return letters


_TABLE: Final = _LetterTable()


@lru_cache(maxsize=1 << 14)
def _letters_of_run(run: str) -> bytes:
    return run.translate(_TABLE).encode()  # surrogates are no letters


def _beyond_ascii(error: UnicodeError) -> tuple[bytes, int]:
    """Codec error handler: the letters of a run of characters that are not ASCII."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    run = error.object[error.start : error.end]
    if len(run) <= _MAX_CHARACTERS_OF_A_CACHED_RUN:
        return _letters_of_run(run), error.end
    return run.translate(_TABLE).encode(), error.end


codecs.register_error("claimcheck-key", _beyond_ascii)


def key_of(text: str) -> str:
    """Return the letters and digits of a text, case and marks folded.

    The codec machinery skips ASCII at the speed of C and calls back once per other run; where there
    are many of these, a look at every character is quicker.
    """
    data = text.encode("utf-8", "surrogatepass").translate(_LOWER, _DROPPED)
    if data.isascii():
        return data.decode()
    letters = data.decode("utf-8", "surrogatepass")
    if len(data) > _MAX_BYTES_PER_LETTER * len(letters):
        return letters.translate(_TABLE)
    return letters.encode("ascii", "claimcheck-key").decode()


@dataclass(frozen=True, slots=True)
class KeyIndex:
    """The key of a whole text, with the way back to the text's offsets.

    Attributes:
        raw: the text.
        key: its letters and digits.
        begins: for each block of `BLOCK` code points of `raw`, where its letters begin in `key`.
    """

    raw: str
    key: str
    begins: list[int]
    # A place is asked for as it is written, and again after the fold.
    recent: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def raw_offset(self, key_offset: int) -> int:
        """The offset in `raw` of the character that the key's character at an offset comes from."""
        offset = self.recent.get(key_offset)
        if offset is None:
            if len(self.recent) >= _MOST_RECENT:
                self.recent.clear()
            offset = self.recent[key_offset] = self._counted_offset(key_offset)
        return offset

    def _counted_offset(self, key_offset: int) -> int:
        block = bisect_right(self.begins, key_offset) - 1
        target, low = key_offset - self.begins[block], block * BLOCK
        high = min(len(self.raw), low + BLOCK)
        letters_below = 0
        while high - low > _MAX_COUNTED:
            middle = (low + high) // 2
            below = letters_below + len(key_of(self.raw[low:middle]))
            if target < below:
                high = middle
            else:
                low, letters_below = middle, below
        if self.raw[low:high].isascii():
            letters = compress(range(low, high), map(str.isalnum, self.raw[low:high]))
            return next(islice(letters, target - letters_below, None))
        lengths = (len(_TABLE[ord(char)]) for char in self.raw[low:high])
        return low + bisect_right(list(accumulate(lengths)), target - letters_below)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of `raw` from the character of key `start` to that of key `end - 1`."""
        first = last = self.raw_offset(start)
        # Letters of the first character (of a ligature, say) that come before `start` count too.
        missing = end - start + self._letters_before(first, start)
        for _ in range(_MAX_STRETCHES):
            if missing <= 0:
                break
            stretch = self.raw[last : last + missing]
            missing -= len(key_of(stretch))
            last += len(stretch)
        if missing > 0:  # a megabyte of marks inside the passage
            return first, self.raw_offset(end - 1) + 1
        while missing + (letters := len(_TABLE[ord(self.raw[last - 1])])) <= 0:
            missing += letters
            last -= 1
        return first, last

    def _letters_before(self, offset: int, key_offset: int) -> int:
        """How many letters of the character at an offset come before an offset of the key."""
        letters = _TABLE[ord(self.raw[offset])]
        if len(letters) == 1:
            return 0
        block = offset // BLOCK
        return key_offset - self.begins[block] - len(key_of(self.raw[block * BLOCK : offset]))


def index_key(text: str) -> KeyIndex:
    """Build the key of a text and its block table, in one pass."""
    keys = [key_of(text[start : start + BLOCK]) for start in range(0, len(text), BLOCK)]
    return KeyIndex(text, "".join(keys), [0, *accumulate(map(len, keys))][: len(keys)] or [0])
