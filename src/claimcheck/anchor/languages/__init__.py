"""What turns a sentence, by language: one file a language, loaded when a text needs it.

The words were written for this project from general knowledge of each language's grammar
(negation, verbs of denial, modal verbs, conjunctions, measure words), and no list was copied. Where
inflection is rich, stems stand for their forms. A language that has no file here is not known: what
is left out of its sentences is shown to people instead.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.languages.vocabulary import NAMING, NO_WORDS, TURNING
from claimcheck.anchor.languages.word_table import normal

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary

# The languages of each script, the most frequent first.
_LANGUAGES: Final = {
    "latin": (
        "en", "es", "de", "fr", "pt", "it", "nl", "pl", "id", "tr", "vi", "cs", "sv", "no", "da",
        "fi", "hu", "ro",
    ),
    "cyrillic": ("ru", "uk", "bg"),
    "arabic": ("ar", "fa", "ur"),
    "greek": ("el",), "hebrew": ("he",), "devanagari": ("hi",), "tamil": ("ta",),
    "thai": ("th",), "lao": ("lo",), "tibetan": ("bo",), "myanmar": ("my",),
    "georgian": ("ka",), "ethiopic": ("am",), "khmer": ("km",), "hangul": ("ko",),
    "kana": ("ja",), "han": ("zh",),
}  # fmt: skip
# Where the letters of each script begin; an empty name is a script without a vocabulary.
_SCRIPTS: Final = (
    (0x00, "latin"), (0x370, "greek"), (0x400, "cyrillic"), (0x530, ""), (0x590, "hebrew"),
    (0x600, "arabic"), (0x700, ""), (0x750, "arabic"), (0x780, ""), (0x8A0, "arabic"),
    (0x900, "devanagari"), (0x980, ""), (0xB80, "tamil"), (0xC00, ""), (0xE00, "thai"),
    (0xE80, "lao"), (0xF00, "tibetan"), (0x1000, "myanmar"), (0x10A0, "georgian"),
    (0x1100, "hangul"), (0x1200, "ethiopic"), (0x13A0, ""), (0x1780, "khmer"), (0x1800, ""),
    (0x1C90, "georgian"), (0x1CC0, ""), (0x1E00, "latin"), (0x1F00, "greek"), (0x2000, "latin"),
    (0x2D00, "georgian"), (0x2D30, ""), (0x3040, "kana"), (0x3100, ""), (0x3130, "hangul"),
    (0x3190, ""), (0x31F0, "kana"), (0x3200, ""), (0x3400, "han"), (0xA000, ""),
    (0xAC00, "hangul"), (0xD800, ""), (0xF900, "han"), (0xFB00, "latin"), (0xFB1D, "hebrew"),
    (0xFB50, "arabic"), (0xFE00, ""), (0xFE70, "arabic"), (0xFF00, "latin"), (0xFF66, "kana"),
    (0xFFA0, "hangul"), (0x10000, ""), (0x20000, "han"), (0x40000, ""),
)  # fmt: skip
_BEGINS: Final = tuple(begin for begin, _ in _SCRIPTS)
# Letters that of the languages here only one has, or hardly another.
_LETTERS_OF: Final = {
    "latin": (
        ("ąęłśźż", "pl"), ("ěřů", "cs"), ("őű", "hu"), ("ăţțș", "ro"), ("ğı", "tr"),
        ("ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", "vi"), ("ß", "de"), ("ñ¿¡", "es"),
        ("ãõ", "pt"), ("œûï", "fr"),
    ),
    "cyrillic": (("ыэё", "ru"), ("іїєґ", "uk")),
    "arabic": (("پچژگ", "fa"), ("ٹڈڑےں", "ur"), ("ةإ", "ar")),
}  # fmt: skip
# What each has beside the plain ones, in its own words or in those that it took over.
_ALPHABETS: Final = {
    "en": "éèêëïçñöü", "es": "áéíóúüñ", "de": "äöüßéàêè", "fr": "àâæçéèêëîïôœùûüÿ",
    "pt": "ãõáâàéêíóôúçü", "it": "àèéìíîòóùú", "nl": "éèëêïíóöüáàçû", "pl": "ąćęłńóśźżé", "id": "é",
    "tr": "çğıöşüâîûi̇", "cs": "áčďéěíňóřšťúůýžö", "sv": "åäöéàü", "no": "åæøéèêòóôâäö",
    "da": "åæøéäöü", "fi": "äöåšžé", "hu": "áéíóöőúüűä", "ro": "ăâîșşțţé",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}  # fmt: skip
# In characters.
_SHORT: Final = 120
_AROUND: Final = 300
_LETTERS: Final = 120
# Where so many characters in a hundred are ASCII, the script is Latin.
_MOSTLY: Final = 60
# A language is plain where so many words in a hundred are its small ones, and known where so few.
_PLAIN: Final = 34
_KNOWN: Final = 6
_FEWEST: Final = 4
_FEWEST_NEAR: Final = 2
_NEAR: Final = 80
# A sentence is plainly in a language with so many of its small words, and so many times another's.
_FEWEST_PLAIN: Final = 3
# A text of so few words may be a lone sentence, which holds few small ones.
_FEW_WORDS: Final = 16
# At least one in so many of its words must be known.
_SHARE: Final = 5
# Of one word; languages that share it share them, too.
_VOTES: Final = 60
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’ʼ"), " ")
# Behind it a word begins in French and Italian, and ends in English: `l'hiver`, `Poe's`.
_CLITIC: Final = re.compile(r"(?<=[^\W\d_])['’ʼ](?=[^\W\d_]{3})")


def languages() -> tuple[str, ...]:
    """The codes of the languages that have a vocabulary, in order."""
    return tuple(sorted(code for codes in _LANGUAGES.values() for code in codes))


@cache
def load(code: str) -> Vocabulary:
    """The vocabulary of a language."""
    vocabulary: Vocabulary = import_module(f"{__name__}.{code}").VOCABULARY
    return vocabulary


@cache
def _small(code: str) -> frozenset[str]:
    words = load(code)
    return frozenset(f"{words.small} {words.determiner} {words.negation} {words.contrast}".split())


@cache
def _speakers(script: str) -> dict[str, tuple[str, ...]]:
    """The languages of a script that have each small word."""
    having: dict[str, list[str]] = {}
    for code in _LANGUAGES[script]:
        for word in _small(code):
            having.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in having.items()}


@cache
def _vocabularies_of(script: str) -> dict[str, tuple[str, ...]]:
    """The languages of a script that have each word in any part of their vocabulary."""
    codes = _LANGUAGES[script]
    kinds = ("small", *TURNING, *NAMING)
    texts = [" ".join(getattr(load(code), kind) for kind in kinds) for code in codes]
    # In one go: there are thousands of words.
    whole = normal("\0".join(texts).replace("_", " "))
    having: dict[str, set[str]] = {}
    for code, words in zip(codes, whole.split("\0"), strict=True):
        for word in words.split():
            # Words of a text come without the apostrophe at their end: `l'`.
            having.setdefault(word.strip("'"), set()).add(code)
    return {word: tuple(codes) for word, codes in having.items()}


def coverage() -> str:
    """Say what languages there are vocabularies for, and how many words turn a sentence in each."""
    counted = sorted((load(code).name, load(code).size) for code in languages())
    listed = ", ".join(f"{name} {size}" for name, size in counted)
    return (
        f"{len(counted)} languages, each with so many words and beginnings of words that turn a "
        f"sentence: {listed}. In other languages no cut is seen, and what an omission leaves out "
        "is always shown. Words that turn a sentence by their tone, a figure of speech, or what "
        "another sentence says are seen in none."
    )


def vocabulary_at(text: str, start: int, end: int) -> Vocabulary | None:
    """The vocabulary of the language that a text has around a passage, if there is one.

    A script of one language tells it; in others the small words do that a text is full of.

    Args:
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
    """
    window = text[max(0, start - _AROUND) : min(end, start + _AROUND) + _AROUND]
    before = text[max(0, start - _NEAR) : start].rpartition("\n\n")[2]
    behind = text[end : end + _NEAR].partition("\n\n")[0]
    near = before + text[start:end] + behind
    code = _language_of(window, near[: 4 * _NEAR])
    return load(code) if code else None


def is_plainly(own: Vocabulary, other: Vocabulary, text: str) -> bool:
    """Whether a text is in one language and not in another: it has small words of the one alone.

    Args:
        own: the vocabulary of the language that it seems to be in.
        other: that of the other language.
        text: the text.
    """
    words = unicodedata.normalize("NFC", text).lower().translate(_APOSTROPHES).split()
    mine, theirs = (sum(map(small_words(each.name).__contains__, words)) for each in (own, other))
    return mine >= _FEWEST_PLAIN and mine >= _FEWEST_PLAIN * theirs


@cache
def small_words(name: str) -> frozenset[str]:
    """Return the small words that texts of a language are full of.

    Args:
        name: its English name.
    """
    return next(_small(code) for code in languages() if load(code).name == name)


@lru_cache(maxsize=1024)
def _language_of(window: str, near: str) -> str:
    """The code of the language that a text has around a passage; "" where none is known.

    Args:
        window: the passage and the text around it.
        near: its own paragraph, as far as that counts.
    """
    script = _script(window)
    codes = _LANGUAGES.get(script, ())
    if len(codes) <= 1:
        return codes[0] if codes else ""
    plain = window if window.isascii() else unicodedata.normalize("NFC", window)
    words = _CLITIC.sub("' ", plain).lower().split()
    if own := _by_own_letters(near, script):
        return own
    few = len(words) <= _FEW_WORDS
    if few and (own := _by_letters(window, script) or _by_every_word(window, script)):
        return own
    if own := _own_language(near, script) or _by_letters(window, script):
        return own
    foreign = _foreign(_plain_words(window)) if few and script == "latin" else frozenset[str]()
    best, most = codes[0], sum(map(_small(codes[0]).__contains__, words))
    if best in foreign or most < _FEWEST or 100 * most < _PLAIN * len(words):
        speakers = _speakers(script)
        votes = Counter(
            code for word in words for code in speakers.get(word, ()) if code not in foreign
        )
        best, most = max(votes.items(), key=lambda vote: vote[1], default=(best, 0))
    return best if most and 100 * most >= _KNOWN * len(words) else ""


def _by_every_word(window: str, script: str) -> str:
    """The language of a sentence too short to have small words enough, by all of its words."""
    having, speakers = _vocabularies_of(script), _speakers(script)
    plain = _plain_words(window)
    foreign = _foreign(plain)
    votes, small = Counter[str](), Counter[str]()
    for word in plain:
        # What few languages have tells more.
        codes = [code for code in having.get(word, ()) if code not in foreign]
        for code in codes:
            votes[code] += _VOTES // len(codes)
        small.update(code for code in speakers.get(word, ()) if code not in foreign)
    ranked = sorted(((votes[code], small[code], code) for code in votes), reverse=True)
    if not ranked or _SHARE * sum(ranked[0][2] in having.get(word, ()) for word in plain) < len(
        plain
    ):
        return ""
    return ranked[0][2] if len(ranked) == 1 or ranked[0][:2] > ranked[1][:2] else ""


def _plain_words(window: str) -> list[str]:
    """The words of a sentence but for names: `Ada` is none of Indonesian."""
    window = _CLITIC.sub("' ", window)
    words = NO_WORDS.words(window)
    return [word.text for word in words if not (word.start and window[word.start].isupper())]


def _foreign(plain: list[str]) -> frozenset[str]:
    """The languages of Latin script that lack a letter of a sentence's words."""
    letters = {*unicodedata.normalize("NFC", "".join(plain))}
    beyond = [char for char in letters if char.isalpha() and not char.isascii()]
    lacking = {code for code, own in _ALPHABETS.items() if not all(char in own for char in beyond)}
    # Where it is the only English word, it is one of another language: `i maj`.
    lone = {word for word in plain if word in _small("en")} == {"i"}
    return frozenset(lacking | {"en"} if lone else lacking)


def _by_own_letters(near: str, script: str) -> str:
    """The language whose letters a passage's own paragraph has, and no other's of its script.

    Latin letters tell less: names keep theirs in every language.
    """
    if script == "latin":
        return ""
    lower = near.lower()
    having = [
        code
        for letters, code in _LETTERS_OF[script]
        if sum(map(lower.count, letters)) >= _FEWEST_NEAR
    ]
    return having[0] if len(having) == 1 else ""


def _by_letters(window: str, script: str) -> str:
    """The language that alone has the letters of a text too short to be known by its words."""
    if len(window) > _SHORT or window.isascii():
        return ""
    letters = {*unicodedata.normalize("NFC", window.lower())}
    codes = {code for own, code in _LETTERS_OF[script] if not letters.isdisjoint(own)}
    return codes.pop() if len(codes) == 1 else ""


def _own_language(near: str, script: str) -> str:
    """The language of a passage's own paragraph where it is plainly not the first of its script."""
    words = {*unicodedata.normalize("NFC", near).lower().split()}
    first = len(words & _small(_LANGUAGES[script][0]))
    if first > 1:
        return ""
    speakers = _speakers(script)
    votes = Counter(code for word in words for code in speakers.get(word, ())).most_common()
    if not votes or votes[0][1] < max(_FEWEST_NEAR, 3 * first):
        return ""
    return votes[0][0] if len(votes) == 1 or votes[1][1] < votes[0][1] else ""


def _script(text: str) -> str:
    """The script that most letters of a text are of; kana tells Japanese from Chinese."""
    plain = len(text.encode("ascii", "ignore"))
    if _MOSTLY * len(text) <= 100 * plain:
        return "latin"
    letters = list(islice(filter(str.isalpha, text), _LETTERS))
    scripts = Counter(_SCRIPTS[bisect_right(_BEGINS, ord(char)) - 1][1] for char in letters)
    if not scripts:
        return "latin"
    if scripts["kana"] and 2 * (scripts["kana"] + scripts["han"]) > len(letters):
        return "kana"
    return scripts.most_common()[0][0]
