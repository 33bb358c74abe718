"""Names that may well be one party, found without comparing each name with every other one."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.dossier.names import (
    JOINING_WORDS,
    bare_name,
    name_within,
    names_inside,
    squeezed_name,
)
from claimcheck.text.suggest import Neighbours, is_near_miss, near_misses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

# A shorter name stands in too many others.
_FEWEST_LETTERS = 3
# Of the names that have the same letters, or the same initials and last word.
_MAX_TWINS = 20
_MOST_LETTERS_OF_AN_ACRONYM = 8
# So few names are compared one by one, which is quicker than to sort them by what they share.
_FEW = 6


class LikeNames:
    """Names among which those are found that may be the same party as another name.

    Of a long list those are compared that share the letters, the initials and the last word, or
    most of the beginning or the end; so the work grows with the names and not with their square.

    Args:
        names: the names, in the order in which they are to be found.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._twins: dict[str, list[int]] = defaultdict(list)
        self._by_bare_name: dict[str, list[int]] = defaultdict(list)
        if len(self._names) <= _FEW:
            return
        for number, name in enumerate(self._names):
            self._by_bare_name[bare_name(name)].append(number)
            for key in _twin_keys(name):
                if len(self._twins[key]) < _MAX_TWINS:
                    self._twins[key].append(number)
        self._neighbours = Neighbours(self._by_bare_name)

    def like(self, name: str) -> Iterator[str]:
        """Yield the names that a name may well be, or that it holds, in their order."""
        if len(self._names) <= _FEW:
            yield from (other for other in self._names if may_be_one(name, other))
            return
        numbers: set[int] = set()
        for key in _twin_keys(name):
            numbers.update(self._twins.get(key, ()))
        bare = bare_name(name)
        near = near_misses(bare, self._neighbours.of(bare))
        for other in (*names_inside(name), *near):
            numbers.update(self._by_bare_name.get(other, ())[:_MAX_TWINS])
        for number in sorted(numbers):
            if may_be_one(name, self._names[number]):
                yield self._names[number]


def are_unlike(names: Collection[str]) -> bool:
    """Whether no two of a few names may be one, and none holds another one.

    False also where there are too many to be compared one by one.
    """
    if len(names) > _FEW:
        return False
    return not any(_may_be_one_either_way(*pair) for pair in combinations(sorted(names), 2))


@lru_cache(maxsize=1 << 14)
def _may_be_one_either_way(name: str, other: str) -> bool:
    return _may_be_one(name, other, inside=name_within(name, other) or name_within(other, name))


@lru_cache(maxsize=1 << 14)
def may_be_one(name: str, other: str) -> bool:
    """Whether a name may well be another one, or holds it."""
    return _may_be_one(name, other, inside=name_within(name, other))


def _may_be_one(name: str, other: str, *, inside: bool) -> bool:
    """Whether two names may be one, given whether one of them stands inside the other."""
    if _is_acronym(name, other):
        return True  # `EPA` and `Environmental Protection Agency`
    squeezed, other_squeezed = _drawn(name), _drawn(other)
    if min(len(squeezed), len(other_squeezed)) < _FEWEST_LETTERS:
        return False
    return (
        inside or squeezed == other_squeezed or _have_like_words(bare_name(name), bare_name(other))
    )


def _have_like_words(bare: str, other_bare: str) -> bool:
    """Whether two bare names differ in the order of words, in initials or in a letter or two."""
    if _telling_words(bare) == _telling_words(other_bare):
        return True  # `Roe, Jane` and `Jane Roe`
    words, other_words = bare.split(), other_bare.split()
    if len(words) == len(other_words):
        differing = [pair for pair in zip(words, other_words, strict=True) if pair[0] != pair[1]]
        if all(_is_label(word) and _is_label(twin) for word, twin in differing):
            return False  # `witness 1` and `witness 2`
        if len(words) > 1 and words[-1] == other_words[-1]:
            initials = all(a[0] == b[0] and 1 in {len(a), len(b)} for a, b in differing)
            if initials:
                return True  # `J. Roe` and `Jane Roe`
    return is_near_miss(bare, other_bare)


def _twin_keys(name: str) -> Iterator[str]:
    """What names share that are one but for marks, initials, the order of words, or an acronym."""
    bare = bare_name(name)
    words = bare.split()
    initials = "".join(word[0] for word in words)
    yield _drawn(name)
    yield f"{initials} {words[-1] if words else ''}"
    yield _telling_words(bare)
    yield from (f"{acronym} for short" for acronym in _acronyms(name))


@lru_cache(maxsize=1 << 14)
def _telling_words(bare: str) -> str:
    """The words of a bare name in the order of the alphabet, without those that only join them."""
    words = set(bare.split())
    return " ".join(sorted(words - JOINING_WORDS or words))


def _is_acronym(name: str, other: str) -> bool:
    """Whether one of two names is made of the initials of the other one's words."""
    return (" " in name.strip()) is not (" " in other.strip()) and not _acronyms(name).isdisjoint(
        _acronyms(other)
    )


@lru_cache(maxsize=1 << 14)
def _acronyms(name: str) -> frozenset[str]:
    """What a name of several words is for short, with joining words or without; or it is that."""
    words = bare_name(name).split()
    if len(words) > 1:
        parts = [part for word in words for part in word.split("-") if part]
        telling = [part for part in parts if part not in JOINING_WORDS]
        shortened = {"".join(part[0] for part in each) for each in (parts, telling)}
    else:
        letters = name.replace(".", "")
        shortened = {letters.casefold()} if sum(map(str.isupper, letters)) > 1 else set()
    return frozenset(
        letters for letters in shortened if 1 < len(letters) <= _MOST_LETTERS_OF_AN_ACRONYM
    )


@lru_cache(maxsize=1 << 14)
def _drawn(name: str) -> str:
    """The letters of a name as they are drawn: without accents, `rn` for `m`, `0` for `o`."""
    letters = unicodedata.normalize("NFD", squeezed_name(name))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.replace("rn", "m").replace("vv", "w").replace("0", "o").replace("1", "l")


def _is_label(word: str) -> bool:
    return len(word) == 1 or word.isdigit()
