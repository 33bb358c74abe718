"""Did you mean …? The nearest words of a vocabulary to one that is not in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Similarities from 0 to 100.
_MIN_SUGGESTION_SCORE = 70.0
_MIN_MISSPELLING_SCORE = 84.0
# Of a word, as far as it is compared.
_COMPARED_CHARACTERS = 200
# Of a vocabulary that many words are likened to, in characters of the words that are compared.
_COMPARED_VOCABULARY = 8_000
_MAX_WORDS_A_FILE = 20
_SHORTEST_PART = 3
_MAX_NEAR_MISSES = 5
# In shorter words one letter is too much of them; in longer ones it leaves them alike.
_SHORTEST_WITH_A_SLIP, _LONGEST_WITH_A_SLIP = 3, 6


def suggestions(word: str, vocabulary: Iterable[str], limit: int = 3) -> list[str]:
    """Return the words that a writer may have meant, best first.

    Args:
        word: the word that was written.
        vocabulary: the words that exist.
        limit: how many at most.
    """
    from rapidfuzz import fuzz, process, utils  # 20 ms, paid only after a mistake

    hits = process.extract(
        word[:_COMPARED_CHARACTERS],
        sorted(each for each in vocabulary if _may_be_part(word, each)),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=limit,
        score_cutoff=_MIN_SUGGESTION_SCORE,
    )
    return [choice for choice, _score, _index in hits]


def _may_be_part(word: str, other: str) -> bool:
    """Whether one of two words may be a part of the other: a letter or two are part of most."""
    is_long_enough = min(len(word), len(other)) >= _SHORTEST_PART
    return is_long_enough or abs(len(word) - len(other)) <= 1


def near_miss(
    word: str, vocabulary: Iterable[str], min_score: float = _MIN_MISSPELLING_SCORE
) -> str:
    """Return the word of a vocabulary that was likely misspelt; "" when there is none.

    Args:
        word: the word that was written.
        vocabulary: the words that exist.
        min_score: how much alike both must be as wholes, from 0 to 100.
    """
    choices = sorted(vocabulary)
    if not choices:
        return ""
    from rapidfuzz import fuzz, process, utils  # 20 ms, paid only for an unknown name

    hit = process.extractOne(
        word[:_COMPARED_CHARACTERS],
        choices,
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=min_score,
    )
    return hit[0] if hit else ""


def is_near_miss(word: str, other: str, min_score: float = _MIN_MISSPELLING_SCORE) -> bool:
    """Whether a word was likely meant to be another one; see `near_miss`.

    Args:
        word: the word that was written.
        other: a word that exists.
        min_score: how much alike both must be as wholes, from 0 to 100.
    """
    word = word[:_COMPARED_CHARACTERS]
    # Letters that one has and the other has not bound the score from above.
    if 200 * _most_in_common(word, other) < min_score * (len(word) + len(other)):
        return False
    from rapidfuzz import fuzz, utils  # 20 ms, paid only for an unknown name

    return fuzz.ratio(word, other, processor=utils.default_process, score_cutoff=min_score) > 0


def _most_in_common(word: str, other: str) -> int:
    """The most letters that two words can have in common, in whatever order."""
    ends = word[:1] + word[-1:] + other[:1] + other[-1:]
    if word.isascii() and other.isascii() and ends.isalnum():
        first, second = word.lower(), other.lower()
        letters = set(filter(str.isalnum, first))
        common = sum(min(first.count(letter), second.count(letter)) for letter in letters)
        # What is no letter is compared as a blank.
        marks = (len(text) - sum(map(str.isalnum, text)) for text in (first, second))
        return common + min(marks)
    if word.isalnum() and other.isalnum():
        return min(len(word), len(other))
    # Marks at the ends are not compared, which leaves a larger share to the rest.
    return max(len(word), len(other))


def did_you_mean(word: str, vocabulary: Iterable[str]) -> str:
    """Return `did you mean X?`, or nothing when no word of a vocabulary is near.

    A word that is alike as a whole goes before a short one that stands inside: `evidense` is
    `evidence`, not `id`.
    """
    words = list(vocabulary)
    nearest = (
        near_miss(word, words, _MIN_SUGGESTION_SCORE)
        or _one_slip_away(word, words)
        or next(iter(suggestions(word, words, limit=1)), "")
    )
    return f"did you mean {nearest}?" if nearest else ""


def _one_slip_away(word: str, words: list[str]) -> str:
    """Return the first word that is a short one with one slip, such as `cvs` for `csv`."""
    if not _SHORTEST_WITH_A_SLIP <= len(word) <= _LONGEST_WITH_A_SLIP:
        return ""
    from rapidfuzz.distance import OSA  # 20 ms, paid only for an unknown name

    slips = (
        OSA.distance(word.casefold(), each.casefold(), score_cutoff=1) for each in sorted(words)
    )
    return next((each for each, slip in zip(sorted(words), slips, strict=True) if slip == 1), "")


def near_misses(word: str, vocabulary: Iterable[str]) -> list[str]:
    """Return the few words of a vocabulary that are most alike, best first; see `near_miss`."""
    from rapidfuzz import fuzz, process, utils  # 20 ms, paid only for an unknown name

    hits = process.extract(
        word[:_COMPARED_CHARACTERS],
        sorted(vocabulary),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        limit=_MAX_NEAR_MISSES,
        score_cutoff=_MIN_MISSPELLING_SCORE,
    )
    return [choice for choice, _score, _index in hits]


class Neighbours:
    """The words of a vocabulary that are worth comparing with a word.

    Of a long vocabulary these are the words that begin most like it, and those that end most like
    it; so the work for many words does not grow with their number times the vocabulary.

    Args:
        vocabulary: the words that exist.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._by_beginning = sorted(vocabulary)
        self._by_end: list[str] = []
        if sum(map(len, self._by_beginning)) > _COMPARED_VOCABULARY:
            self._by_end = sorted(word[::-1] for word in self._by_beginning)

    def of(self, word: str) -> Iterable[str]:
        """Return the words to compare with a word: all of a short vocabulary."""
        if not self._by_end:
            return self._by_beginning
        ends = _around(word[::-1], self._by_end)
        return {*_around(word, self._by_beginning), *(other[::-1] for other in ends)}


class Suggester:
    """Likens the words of many files to one vocabulary: of each file so many, and no more.

    Args:
        vocabulary: the words that exist.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._vocabulary = vocabulary
        self._neighbours: Neighbours | None = None
        self._asked: Counter[str] = Counter()

    def did_you_mean(self, word: str, file: str) -> str:
        """Return `did you mean X?`, or nothing: no word is near, or the file had its share.

        Args:
            word: the word that was written.
            file: where it was written.
        """
        self._asked[file] += 1
        if self._asked[file] > _MAX_WORDS_A_FILE:
            return ""
        self._neighbours = self._neighbours or Neighbours(self._vocabulary)
        return did_you_mean(word, self._neighbours.of(word))


def _around(word: str, words: list[str]) -> list[str]:
    """The words next to where a word would stand among sorted ones, within bounds."""
    after = before = bisect_left(words, word)
    room = _COMPARED_VOCABULARY // 4
    while room > 0 and (before > 0 or after < len(words)):
        if before > 0:
            before -= 1
            room -= len(words[before]) + 1
        if after < len(words):
            room -= len(words[after]) + 1
            after += 1
    return words[before:after]
