"""The terms that a text is found by: its words without their endings, stop words left out.

    terms("The bridges were closed, TNFα fell by 4,5 %", "english")
    ["bridg", "close", "tnfα", "tnf", "alpha", "fell", "4.5"]

A name such as `IL-6` or `e-mail` is found as `IL6` or `email`, too, and by its parts; so is a tag
or a handle such as `#BridgeRepairs`, whose parts capitals tell. Scripts that set no blanks between
words are searched by pairs of neighbouring characters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.search.languages import DECIMAL_COMMA, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_UNSPACED: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u1000-\u109f\u1780-\u17d3\u3005-\u3007\u3040-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0963\u0971-\u0dff"
)
_WORD_PIECE: Final = rf"(?:[^\W_{_UNSPACED}]|[{_MARKS}])+(?:[.,]\d+)*"
_ASCII_WORD_PIECE: Final = "[a-z0-9]+(?:[.,][0-9]+)*"
_ASCII_WORD: Final = re.compile(rf"{_ASCII_WORD_PIECE}(?:[-/]{_ASCII_WORD_PIECE})*")
_ASCII_WORD_OR_END: Final = re.compile(rf"{_ASCII_WORD.pattern}|\n")
_ASCII_PIECE: Final = re.compile(_ASCII_WORD_PIECE)
_PARTS: Final = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*|[α-ω]|[^\W\d_a-zα-ω]+")
_DIGIT: Final = re.compile(r"\d")
_GREEK_SIGN: Final = re.compile(r"[α-ω]")
_LATIN: Final = re.compile(r"[a-z]")
_LETTER: Final = re.compile(r"[^\W\d]")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
# Posts write words together behind such a sign.
_TAG: Final = re.compile(r"(?<!\w)[#@][^\W_]+")
# Where something stands on the web says nothing of what is looked for.
_ADDRESS: Final = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)[!-~]+", re.IGNORECASE)
_DOTTED_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_MAX_NAME_CHARACTERS: Final = 8
# A longer run of letters is no word, but a code or an attack; its beginning is enough to find it,
# and stemmers take too long over the whole.
_MAX_TERM_CHARACTERS: Final = 64
_MAX_CACHED_WORDS: Final = 500_000
_GREEK: Final = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        (
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
            "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi",
            "chi", "psi", "omega",
        ),
        strict=True,
    )
)  # fmt: skip


def terms(text: str, language: str) -> list[str]:
    """Return the terms of a text, in order.

    Args:
        text: any text.
        language: a stemmer's name, such as `german`; "" leaves the words as they are.
    """
    by_word = terms_by_word(language)
    return [term for word in words(text) for term in by_word[word]]


def words(text: str, *, borders: bool = False) -> list[str]:
    """Return the words of a text in small letters, compounds whole (`il-6`), runs unsplit.

    A tag's parts follow it.

    Args:
        text: any text.
        borders: whether line ends are told among the words.
    """
    if "#" in text or "@" in text:
        text = _TAG.sub(_tag_and_parts, text)
    if text.isascii():
        return (_ASCII_WORD_OR_END if borders else _ASCII_WORD).findall(text.lower())
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _patterns().word_or_end.findall(plain) if borders else _patterns().word.findall(plain)


def without_addresses(text: str) -> str:
    """Return a text without the addresses of pages and pictures in it, where it has other words."""
    rest = _ADDRESS.sub(" ", text)
    return rest if any(map(str.isalnum, rest)) else text


def _tag_and_parts(tag: re.Match[str]) -> str:
    parts = [tag[0][start:end] for start, end in _parts_of_tag(tag[0])]
    return " ".join([tag[0], *parts])


def _parts_of_tag(tag: str) -> list[tuple[int, int]]:
    """Return where the parts of a tag stand, `CBC` and `News` of `#CBCNews`; none of one part."""
    capitals = [char.isupper() for char in tag]
    borders = [
        number
        for number in range(2, len(tag))
        if capitals[number] and (not capitals[number - 1] or tag[number + 1 : number + 2].islower())
    ]
    return list(pairwise([1, *borders, len(tag)])) if borders else []


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of a text stands, its parts apart; a tag's parts follow it."""
    written = text
    if plain := text.isascii():
        text = text.lower()
    pieces = _ASCII_PIECE if plain else _patterns().piece
    for word in (_ASCII_WORD if plain else _patterns().word).finditer(text):
        if not plain and _patterns().run.match(word[0]):
            for start in range(word.start(), max(word.end() - 1, word.start() + 1)):
                yield start, min(start + 2, word.end())
        elif word.start() and (tag := _TAG.match(written, word.start() - 1)):
            yield tag.start() + 1, tag.end()
            for start, end in _parts_of_tag(tag[0]):
                yield tag.start() + start, tag.start() + end
        elif len(word[0]) <= _MAX_NAME_CHARACTERS:
            yield word.span()
        else:
            for piece in pieces.finditer(text, word.start(), word.end()):
                yield piece.span()


def spans_of_terms(text: str, wanted_terms: frozenset[str], language: str) -> list[tuple[int, int]]:
    """Return where the words stand in a text that have some of the wanted terms.

    Args:
        text: any text.
        wanted_terms: the terms.
        language: the stemmer that they went through.

    Returns:
        Spans in order, in code points; those that touch are one.
    """
    matches: list[tuple[int, int]] = []
    for start, end in spans(text):
        if not wanted_terms.isdisjoint(terms(text[start:end], language)):
            if matches and start <= matches[-1][1]:
                matches[-1] = (matches[-1][0], max(matches[-1][1], end))
            else:
                matches.append((start, end))
    return matches


class _Patterns(NamedTuple):
    word: re.Pattern[str]
    word_or_end: re.Pattern[str]
    piece: re.Pattern[str]
    run: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    """Return the patterns for all scripts; 20 ms, paid only where there is more than ASCII."""
    word = rf"{_WORD_PIECE}(?:[-/‐‑–]{_WORD_PIECE})*|[{_UNSPACED}]+"
    patterns = (word, rf"{word}|\n", _WORD_PIECE, f"[{_UNSPACED}]")
    return _Patterns(*map(re.compile, patterns))


class _WordRules(NamedTuple):
    """What becomes of the words of a language.

    Attributes:
        stop_words: what is left out.
        stem: takes a word's ending off.
        decimal_comma: whether dots group thousands.
    """

    stop_words: frozenset[str]
    stem: Callable[[str], str]
    decimal_comma: bool


class TermsByWord(dict[str, tuple[str, ...]]):
    """The terms of each word of a language: a cache that computes what it does not have."""

    def __init__(self, language: str) -> None:
        super().__init__()
        stem = _stemmer(language)
        self._rules = _WordRules(
            STOP_WORDS.get(language, frozenset()),
            lambda word: stem(word[:_MAX_TERM_CHARACTERS]),
            language in DECIMAL_COMMA,
        )

    def __missing__(self, word: str) -> tuple[str, ...]:
        """Compute a word's terms, and cache them."""
        if len(self) > _MAX_CACHED_WORDS:
            self.clear()
        computed = _terms(word, self._rules)
        self[word] = word_terms = tuple(term[:_MAX_TERM_CHARACTERS] for term in computed)
        return word_terms


@lru_cache(maxsize=64)
def terms_by_word(language: str) -> TermsByWord:
    """Return the terms of a language's words; the same object for every caller."""
    return TermsByWord(language)


def _terms(word: str, rules: _WordRules) -> Iterator[str]:
    if word.isascii() and word.isalpha():
        if word not in rules.stop_words:
            yield rules.stem(word)
    elif not word.isascii() and _patterns().run.match(word):
        yield from (word[start : start + 2] for start in range(max(1, len(word) - 1)))
    else:
        yield from _terms_of_compound(word, rules)


def _terms_of_compound(word: str, rules: _WordRules) -> Iterator[str]:
    """Return the terms of the pieces of a word, and of a name such as `IL-6` the whole, too."""
    pieces = (_ASCII_PIECE if word.isascii() else _patterns().piece).findall(word)
    for piece in pieces:
        if piece not in rules.stop_words:
            yield from _terms_of_piece(piece, rules)
    if len(pieces) > 1 and len(word) <= _MAX_NAME_CHARACTERS:
        name = bool(_DIGIT.search(word) and _LETTER.search(word))
        if name or len(pieces[0]) == 1 < len(pieces[1]):
            yield "".join(pieces) if name else rules.stem("".join(pieces))


def _terms_of_piece(piece: str, rules: _WordRules) -> Iterator[str]:
    """Return a piece's term, and of a name such as `cd4` or `tnfα` its parts, too."""
    if piece[0].isdigit():
        yield _number(piece, rules)
        return
    plain = _without_accents(piece)
    mixed = _DIGIT.search(piece) or (_GREEK_SIGN.search(plain) and _LATIN.search(plain))
    if not mixed:
        yield _GREEK.get(piece) or _without_accents(rules.stem(piece))
        return
    yield piece
    for part in _PARTS.findall(piece):
        if part[0].isdigit():
            yield _number(part, rules)
        elif part in _GREEK:
            yield _GREEK[part]
        elif len(part) > 1:
            yield rules.stem(part)


def _number(word: str, rules: _WordRules) -> str:
    """Write a number as English does: `4,5` is `4.5`, `4,000` is `4000`, a German `4.000` too."""
    if _THOUSANDS.fullmatch(word):
        return word.replace(",", "")
    if rules.decimal_comma and _DOTTED_THOUSANDS.fullmatch(word):
        word = word.replace(".", "")
    return word.replace(",", ".")


def _without_accents(word: str) -> str:
    """Leave accents out, so that who cannot type them finds the word."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _stemmer(language: str) -> Callable[[str], str]:
    if not language:
        return str
    import snowballstemmer  # only where something is searched for

    stem: Callable[[str], str] = snowballstemmer.stemmer(language).stemWord
    return stem
