"""The words of a text, and tables in which they are looked up by kind.

A table's words are written as plain strings, parted by blanks. `far_from` is a phrase of two words,
`deni*` stands for every word that begins so, `*n't` for every word that ends so, `*mıyor*` for
every word that has it inside. In a language that sets no blanks between words, the strings are
looked for anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_APOSTROPHES: Final = str.maketrans("’ʼ＇´`", "'''''")
# A word is what stands between blanks and punctuation; `\w` leaves out the vowel signs of Indic
# scripts.
_WORD: Final = cache(
    partial(
        re.compile,
        r"[^\s.,;:!?…\"“”„‟«»‹›「」『』()\[\]{}<>|/\\—–―*_~=+#&@^·•‘‚"
        r"।॥،؛؟۔。，、！？：；（）［］〈〉《》【】་།༎၊။៖។៕።፣፤፥፦፧]+",
    )
)
# Arabic vowel signs and tatweel, Hebrew points, the dot of a Turkish capital, what does not print;
# Persian forms of three Arabic letters.
_UNSEEN: Final[dict[int, str | None]] = {
    **dict.fromkeys((*range(0x64B, 0x653), 0x640, *range(0x591, 0x5C8), 0x307), None),
    **dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF), None),
    ord("ي"): "ی",
    ord("ى"): "ی",
    ord("ك"): "ک",
}
_HYPHENS: Final = "'-‐‑−"
# `No. 5` negates nothing, and `in May` is no `may`.
_MISLEADING: Final = {
    "no": re.compile(r"[Nn]o\.? ?\d"),
    "may": re.compile(r"(?<=[^\W\d_] )May\b|May \d"),
}
_CLITIC: Final = re.compile(r"[^']+'|[^']+")
# So many looked-up words are remembered.
_MOST_FORMS: Final = 20_000
_NONE: Final[frozenset[str]] = frozenset()
# In characters.
LONGEST_CONJUNCTION: Final = 24
# The kinds of words that say that a statement does not hold.
DENIAL_KINDS: Final = frozenset({"negation", "reversal"})
# The kinds of words that stand for a noun or before one.
POINTING: Final = frozenset({"pronoun", "determiner"})


class Word(NamedTuple):
    """A word of a text in lower case, and where it stands there."""

    text: str
    start: int
    end: int


class Cue(NamedTuple):
    """Words of a vocabulary in a text: of which kinds, and where."""

    kinds: frozenset[str]
    start: int
    end: int


@dataclass(slots=True)
class WordTable:
    """Some kinds of words of a vocabulary, by the words."""

    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = field(default_factory=dict)
    # Those whose first word is one that ends so: `*sa da`.
    open_phrases: list[tuple[str, tuple[str, ...], frozenset[str]]] = field(default_factory=list)
    beginnings: dict[str, frozenset[str]] = field(default_factory=dict)
    endings: dict[str, frozenset[str]] = field(default_factory=dict)
    middles: dict[str, frozenset[str]] = field(default_factory=dict)
    forms: dict[str, frozenset[str]] = field(default_factory=dict)
    prefixes: str = ""
    lengths: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    anywhere: re.Pattern[str] = re.compile(r"(?!)")

    @classmethod
    def of(cls, words: Mapping[str, str], *, prefixes: str = "", spaced: bool = True) -> WordTable:
        """Sort out words.

        Args:
            words: by kind, as a vocabulary writes them.
            prefixes: letters that may be written onto a word.
            spaced: whether blanks part the words of the language.
        """
        gathered: dict[str, tuple[str, ...]] = {}
        for kind, entries in words.items():
            # In one go: there are hundreds of words.
            for entry in normal(entries).split():
                gathered[entry] = (*gathered.get(entry, ()), kind)
        lookup = cls(prefixes=prefixes)
        # `不过` negates nothing, though `不` does, and sets against.
        kinds_of = {
            held: frozenset(held) - {"innocent"} or frozenset(held) for held in {*gathered.values()}
        }
        for entry, held in gathered.items():
            if "*" in entry or ("_" in entry and spaced):
                lookup._take(entry, kinds_of[held], spaced=spaced)
            else:
                lookup.kinds[entry.replace("_", " ")] = kinds_of[held]
        for phrases in lookup.phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        lookup.lengths = _lengths(lookup.beginnings), _lengths(lookup.endings)
        if not spaced:
            every = sorted(lookup.kinds, key=len, reverse=True)
            lookup.anywhere = re.compile("|".join(map(re.escape, every)) or r"(?!)")
        return lookup

    def _take(self, entry: str, kinds: frozenset[str], *, spaced: bool) -> None:
        """Take a phrase of words, or what stands for all words that begin or end so."""
        if "_" in entry and spaced:
            first, *rest = entry.split("_")
            if "*" in first:
                self.open_phrases.append((first, tuple(rest), kinds))
            else:
                self.phrases.setdefault(first, []).append((tuple(rest), kinds))
        elif entry.startswith("*") and entry.endswith("*"):
            self.middles[entry[1:-1]] = kinds
        elif entry.endswith("*"):
            self.beginnings[entry[:-1]] = kinds
        else:
            self.endings[entry[1:]] = kinds

    def among(self, words: Sequence[Word]) -> list[Cue]:
        """The words and phrases of the vocabulary among words in order."""
        cues = []
        at = 0
        while at < len(words):
            word, start, end = words[at]
            taken, kinds = 1, None
            for rest, held in self._phrases_from(word):
                followers = [follower.text for follower in words[at + 1 : at + 1 + len(rest)]]
                if len(followers) == len(rest) and all(map(_has_form, followers, rest)):
                    kinds, taken = held, 1 + len(rest)
                    end = words[at + len(rest)].end
                    break
            if kinds is None:
                kinds = self.of_word(word)
            if kinds and "innocent" not in kinds:
                cues.append(Cue(kinds, start, end))
            at += taken
        return cues

    def _phrases_from(self, word: str) -> list[tuple[tuple[str, ...], frozenset[str]]]:
        """The phrases that a word may begin: what follows in each, and its kinds."""
        begun = self.phrases.get(word, [])
        if not self.open_phrases:
            return begun
        return begun + [
            (rest, held) for first, rest, held in self.open_phrases if _has_form(word, first)
        ]

    def of_word(self, word: str) -> frozenset[str]:
        """The kinds of one word."""
        entry = self.forms.get(word)
        if entry is None:
            if len(self.forms) > _MOST_FORMS:
                self.forms.clear()
            entry = self.forms[word] = self._look_up(word)
        return entry

    def _look_up(self, word: str) -> frozenset[str]:
        kinds = self.kinds.get(word)
        if kinds is None and len(word) > 2 and word[0] in self.prefixes:  # a letter
            kinds = self.kinds.get(word[1:])
        return kinds if kinds is not None else self._of_form(word)

    def _of_form(self, word: str) -> frozenset[str]:
        beginnings, endings = self.lengths
        for length in beginnings:
            if length < len(word) and (held := self.beginnings.get(word[:length])):
                return held
        for length in endings:
            if length < len(word) and (held := self.endings.get(word[-length:])):
                return held
        return next((held for middle, held in self.middles.items() if middle in word[1:]), _NONE)


def _has_form(word: str, form: str) -> bool:
    """Whether a word is one, or begins, ends or goes on as an entry with `*` says."""
    bare = form.replace("*", "")
    if form.startswith("*"):
        return bare in word if form.endswith("*") else word.endswith(bare)
    return word.startswith(bare) if form.endswith("*") else word == form


def normal(word: str) -> str:
    """A word as it is looked up: in lower case, without marks that only help reading."""
    word = word.casefold().translate(_APOSTROPHES)
    return word if word.isascii() else unicodedata.normalize("NFC", word.translate(_UNSEEN))


# One gap or lead is asked several things about its words.
@lru_cache(maxsize=64)
def words_in(text: str, start: int, end: int, *, clitics: bool = False) -> tuple[Word, ...]:
    """Return the words of a stretch of a text, in lower case.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
        clitics: whether an apostrophe parts two words.
    """
    pieces = []
    stretch = text[start:end]
    plain = stretch.isascii() and "`" not in stretch
    if plain:
        stretch = stretch.lower()  # once, and not word by word
    for match in _WORD().finditer(stretch):
        word = match[0] if plain else normal(match[0])
        at = start + match.start()
        if word in _MISLEADING and _misleads(word, text, at):
            continue
        if clitics and "'" in word:
            parts = _CLITIC.finditer(word)
            pieces += [Word(part[0], at + part.start(), at + part.end()) for part in parts]
        elif bare := word.strip(_HYPHENS):
            pieces.append(Word(bare, at, start + match.end()))
    return tuple(pieces)


def _misleads(word: str, text: str, at: int) -> bool:
    """Whether a word is an abbreviation or a name that only looks like a word that turns."""
    return bool(_MISLEADING[word].match(text, at))


def _lengths(table: dict[str, frozenset[str]]) -> tuple[int, ...]:
    return tuple(sorted({len(entry) for entry in table}, reverse=True))
