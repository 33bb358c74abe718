"""What a language has for turning what is said, and how its words are looked up.

A vocabulary is written as plain strings of words, parted by blanks. `far_from` is a phrase of two
words, `deni*` stands for every word that begins so, `*n't` for every word that ends so, `*mıyor*`
for every word that has it inside. In a language that sets no blanks between words, the strings are
looked for anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_APOSTROPHES: Final = str.maketrans("’ʼ＇´`", "'''''")
# A word is what stands between blanks and punctuation; `\w` leaves out the vowel signs of Indic
# scripts.
_WORD: Final = re.compile(
    r"[^\s.,;:!?…\"“”„‟«»‹›「」『』()\[\]{}<>|/\\—–―*_~=+#&@^·•‘‚"
    r"।॥،؛؟۔。，、！？：；（）［］〈〉《》【】་།༎၊။៖។៕።፣፤፥፦፧]+"
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
# Signs of a character of a script without blanks make about half a word.
_CHARACTERS_OF_A_WORD: Final = 2

# What turns a sentence.
TURNING: Final = (
    "innocent", "negation", "reversal", "doubt", "thought", "condition", "concession",
    "contrast", "exception", "limit", "rough", "modifier", "report", "source", "claim", "that",
    "scale", "almost", "opposing",
)  # fmt: skip
# What says whose word something is.
SPEAKING: Final = (
    "report", "thought", "relay", "source", "claim", "that", "joint", "subjunctive",
    "subjunctive_rare", "hearsay", "first_person",
)  # fmt: skip
# What a bracket may stand for, or may not hold.
NAMING: Final = ("pronoun", "determiner", "number", "quantifier", "judgement")
# What makes another number of the one beside it.
COUNTING: Final = ("bound", "multiple")
# So many looked-up words are remembered.
_MOST_FORMS: Final = 20_000
_NONE: Final[frozenset[str]] = frozenset()


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


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language that turn a statement, each kind as a string of words.

    Attributes:
        name: what the language is called in English.
        small: frequent small words, by which the language is known among those of its script.
        negation: what negates a clause.
        innocent: words that contain one of the others and turn nothing.
        reversal: what denies, takes back, prevents or calls false.
        doubt: what makes likely, possible or alleged.
        thought: verbs of thinking and wishing.
        condition: what makes a statement depend on another.
        concession: what sets a clause against the one that it belongs to: `although`.
        contrast: what sets a statement against the one before it: `but`.
        absence: words that negate only what follows them: `without`.
        admission: what admits a statement that a `but` takes back: `zwar`, `admittedly`.
        exception: what takes something out of a statement: `except`.
        restriction: what, behind a statement, takes some of it back: `for now`, `at least`.
        limit: what says that it is only so much, or at most or at least so much.
        bound: what makes a bound, or its negative, of the number beside it: `fewer than`, `minus`.
        multiple: what multiplies the number before it: `billion`, `percent`.
        rough: what says that it is about so much, some of it, or usually so.
        modifier: what makes another thing of the noun beside it.
        report: verbs of saying.
        source: what names whose word it is, without a verb: `according to`.
        claim: nouns for what somebody says or thinks.
        that: what joins such a clause to its verb or noun.
        relay: other verbs and adjectives that somebody's words hang on: `called`, `sure`.
        joint: what joins a clause on that such a verb does not reach: `who`, `when`, `and`.
        relative: pronouns that begin a clause about the noun before them: `who`.
        owner: of these, the ones whose noun owns what follows: `whose`.
        gendered: pronouns of men, then `|`, then those of women, where they are not the same.
        until: what ends what a statement says: `until`.
        subjunctive: forms of verbs by which a language relays what others say.
        subjunctive_rare: more such forms, which may be others, too.
        hearsay: verbs that pass on what is said: `soll`.
        first_person: pronouns of whoever speaks.
        scale: what a number is counted in.
        pronoun: pronouns, and the articles and determiners.
        determiner: of these, the ones that a noun follows.
        number: numbers in words.
        quantifier: words for how many.
        judgement: adjectives that judge.
        factive: verbs whose clause stays true when they are negated: `forget that`.
        inverted: verbs that set a condition where they open a sentence that asks nothing: `were`.
        inverted_rare: more such verbs, where what depends on it follows right behind its comma.
        clitics: whether an apostrophe parts two words, as in French.
        spaced: whether blanks part the words.
        prefixes: letters that may be written onto a word, as in Arabic.
        verb_last: whether what turns a clause stands at its end, as in Japanese.
        late_negation: whether what negates a clause may end it: `Er kam gestern nicht`.
        noun_first: whether determiners follow their nouns, as in Indonesian.
        opposing: prepositions that set what they stand before against something: `against`.
        bounding: of the limits, prepositions that limit a number alone: `over`.
        loose: of the limits, adverbs that limit a number, and else little: `just`.
        about: of the conditions, those that are prepositions as well: `om` of Swedish.
        adjective_last: whether an adjective may follow its noun, as in French.
        almost: what says that something nearly happened, and so did not.
        coordinating: what joins two of a kind, words or clauses: `and`, `or`.
        purpose: what joins on what something is done for: `to`.
    """

    name: str
    small: str = ""
    negation: str = ""
    innocent: str = ""
    reversal: str = ""
    doubt: str = ""
    thought: str = ""
    condition: str = ""
    concession: str = ""
    contrast: str = ""
    absence: str = ""
    admission: str = ""
    exception: str = ""
    restriction: str = ""
    limit: str = ""
    bound: str = ""
    multiple: str = ""
    rough: str = ""
    modifier: str = ""
    report: str = ""
    source: str = ""
    claim: str = ""
    that: str = ""
    relay: str = ""
    joint: str = ""
    relative: str = ""
    owner: str = ""
    gendered: str = ""
    until: str = ""
    subjunctive: str = ""
    subjunctive_rare: str = ""
    hearsay: str = ""
    first_person: str = ""
    scale: str = ""
    pronoun: str = ""
    determiner: str = ""
    number: str = ""
    quantifier: str = ""
    judgement: str = ""
    factive: str = ""
    inverted: str = ""
    inverted_rare: str = ""
    clitics: bool = False
    spaced: bool = True
    prefixes: str = ""
    verb_last: bool = False
    late_negation: bool = False
    noun_first: bool = False
    opposing: str = ""
    bounding: str = ""
    loose: str = ""
    about: str = ""
    adjective_last: bool = False
    almost: str = ""
    coordinating: str = ""
    purpose: str = ""

    @cached_property
    def turning(self) -> WordTable:
        """What turns a sentence, for looking up."""
        return WordTable.of(self, TURNING)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The frequent small words."""
        return frozenset(self.small.split())

    @cached_property
    def relatives(self) -> frozenset[str]:
        """The pronouns that begin a clause about the noun before them."""
        return _word_set(self.relative)

    @cached_property
    def coordinators(self) -> frozenset[str]:
        """The words that join two of a kind."""
        return frozenset(normal(word) for word in self.coordinating.split())

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """The limits that name a place or a time where no number follows."""
        return frozenset(
            normal(word).replace("_", " ").replace("' ", "'") for word in self.bounding.split()
        )

    @cached_property
    def loose_limits(self) -> frozenset[str]:
        """The adverbs that limit little where no number follows."""
        return frozenset(normal(word) for word in self.loose.split())

    @cached_property
    def purposes(self) -> frozenset[str]:
        """The words that join on what something is done for."""
        return frozenset(normal(word) for word in self.purpose.split())

    @cached_property
    def joining(self) -> frozenset[str]:
        """All single words that may join a clause on."""
        kinds = (self.coordinating, self.joint, self.relative, self.contrast, self.concession)
        return frozenset(normal(word) for word in " ".join(kinds).split() if "_" not in word)

    @cached_property
    def owners(self) -> frozenset[str]:
        """Of these, the ones whose noun owns what follows."""
        return _word_set(self.owner)

    @cached_property
    def genders(self) -> tuple[frozenset[str], ...]:
        """The pronouns of men, and those of women."""
        return tuple(map(_word_set, self.gendered.split("|")))

    @cached_property
    def ending(self) -> WordTable:
        """Words like `until`, for looking up."""
        return WordTable.of(self, ("until",))

    def ends(self, text: str, start: int, end: int) -> list[Cue]:
        """Words like `until` in the stretch of a text behind a statement, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive.
        """
        return self._cues_in(self.ending, text, start, end) if self.until else []

    @cached_property
    def naming(self) -> WordTable:
        """What a bracket may stand for, or may not hold, for looking up."""
        return WordTable.of(self, NAMING)

    @cached_property
    def counting(self) -> WordTable:
        """What makes another number of the one beside it, for looking up."""
        return WordTable.of(self, COUNTING)

    @cached_property
    def facts(self) -> frozenset[str]:
        """The verbs whose clause stays true when they are negated."""
        return _word_set(self.factive)

    @cached_property
    def absences(self) -> frozenset[str]:
        """The words that negate only what follows them."""
        return _word_set(self.absence)

    @cached_property
    def restricting(self) -> WordTable:
        """What, behind a statement, takes some of it back, for looking up."""
        return WordTable.of(self, ("restriction",))

    def restrictions(self, text: str, start: int, end: int) -> list[Cue]:
        """What takes some of a statement back in the stretch of a text behind it, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive.
        """
        return self._cues_in(self.restricting, text, start, end) if self.restriction else []

    @cached_property
    def admitting(self) -> WordTable:
        """What admits a statement that a `but` takes back, for looking up."""
        return WordTable.of(self, ("admission",))

    def admits(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of a text admits what it says, so that a `but` takes it back.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive.
        """
        return bool(self.admission and self._cues_in(self.admitting, text, start, end))

    @cached_property
    def openers(self) -> frozenset[str]:
        """The verbs that set a condition at the head of a sentence or of an aside."""
        return _word_set(self.inverted)

    @cached_property
    def rare_openers(self) -> frozenset[str]:
        """More of these, for a condition that what depends on it follows at once."""
        return _word_set(self.inverted_rare)

    def is_inverted(self, text: str, start: int, end: int, *, at_once: bool = False) -> bool:
        """Whether a stretch of a text begins with a verb that sets a condition.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive.
            at_once: whether what depends on it follows right behind.
        """
        openers = self.openers | self.rare_openers if at_once else self.openers
        return bool(openers) and any(
            word.text in openers for word in self.words(text, start, end)[:1]
        )

    @cached_property
    def speaking(self) -> WordTable:
        """What says whose word something is, for looking up."""
        return WordTable.of(self, SPEAKING)

    @property
    def size(self) -> int:
        """How many words and beginnings of words turn a sentence."""
        kinds = (kind for kind in TURNING if kind != "innocent")
        return len({word for kind in kinds for word in getattr(self, kind).split()})

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """The words of a stretch of a text, in lower case.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive; with None, where the text does.
        """
        return [*_words(text, start, len(text) if end is None else end, clitics=self.clitics)]

    def cues(self, text: str, start: int = 0, end: int | None = None) -> list[Cue]:
        """What turns a sentence in a stretch of a text, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive; with None, where the text does.
        """
        return self._cues_in(self.turning, text, start, len(text) if end is None else end)

    def attributions(self, text: str, start: int = 0, end: int | None = None) -> list[Cue]:
        """What says whose word something is in a stretch of a text, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive; with None, where the text does.
        """
        return self._cues_in(self.speaking, text, start, len(text) if end is None else end)

    def names(self, text: str, start: int = 0, end: int | None = None) -> list[Cue]:
        """What a bracket may stand for, or may not hold, in a stretch of a text, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive; with None, where the text does.
        """
        return self._cues_in(self.naming, text, start, len(text) if end is None else end)

    def counts(self, text: str, start: int, end: int) -> list[Cue]:
        """What makes another number of the one beside it in a stretch of a text, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive.
        """
        return self._cues_in(self.counting, text, start, end)

    def _cues_in(self, lookup: WordTable, text: str, start: int, end: int) -> list[Cue]:
        if self.spaced:
            return lookup.among(_words(text, start, end, clitics=self.clitics))
        matches = lookup.anywhere.finditer(text, start, end)
        cues = [Cue(lookup.kinds[match[0]], match.start(), match.end()) for match in matches]
        return [cue for cue in cues if "innocent" not in cue.kinds]

    def distance(self, text: str, start: int, end: int) -> int:
        """How many words a stretch of a text has; in scripts without blanks, a guess.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive.
        """
        if self.spaced:
            return len(self.words(text, start, end))
        letters = sum(map(str.isalnum, text[start:end]))
        return (letters + 1) // _CHARACTERS_OF_A_WORD


def _word_set(words: str) -> frozenset[str]:
    """Return the words of a field, as they are looked up."""
    return frozenset(map(normal, words.split()))


NO_WORDS: Final = Vocabulary("")


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
    def of(cls, vocabulary: Vocabulary, kinds: Iterable[str]) -> WordTable:
        """Sort out the words of some kinds."""
        gathered: dict[str, tuple[str, ...]] = {}
        for kind in kinds:
            # In one go: there are hundreds of words.
            for entry in normal(getattr(vocabulary, kind)).split():
                gathered[entry] = (*gathered.get(entry, ()), kind)
        lookup = cls(prefixes=vocabulary.prefixes)
        # `不过` negates nothing, though `不` does, and sets against.
        kinds_of = {
            held: frozenset(held) - {"innocent"} or frozenset(held) for held in {*gathered.values()}
        }
        for entry, held in gathered.items():
            if "*" in entry or ("_" in entry and vocabulary.spaced):
                lookup._take(entry, kinds_of[held], spaced=vocabulary.spaced)
            else:
                lookup.kinds[entry.replace("_", " ")] = kinds_of[held]
        for phrases in lookup.phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        lookup.lengths = _lengths(lookup.beginnings), _lengths(lookup.endings)
        if not vocabulary.spaced:
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
    bare = form.strip("*")
    if form.startswith("*"):
        return bare in word if form.endswith("*") else word.endswith(bare)
    return word.startswith(bare) if form.endswith("*") else word == form


def normal(word: str) -> str:
    """A word as it is looked up: in lower case, without marks that only help reading."""
    word = word.casefold().translate(_APOSTROPHES)
    return word if word.isascii() else unicodedata.normalize("NFC", word.translate(_UNSEEN))


# One gap or lead is asked several things about its words.
@lru_cache(maxsize=64)
def _words(text: str, start: int, end: int, *, clitics: bool) -> tuple[Word, ...]:
    pieces = []
    stretch = text[start:end]
    plain = stretch.isascii() and "`" not in stretch
    if plain:
        stretch = stretch.lower()  # once, and not word by word
    for match in _WORD.finditer(stretch):
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
