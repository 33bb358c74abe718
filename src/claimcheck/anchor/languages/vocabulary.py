"""The words of a language that turn a statement, in strings that `word_table` reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from claimcheck.anchor.languages.word_table import POINTING, Cue, Word, WordTable, normal, words_in

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
        """The table of words that turn a sentence."""
        return self._table(TURNING)

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
        return _word_set(self.coordinating)

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """The limits that name a place or a time where no number follows."""
        return frozenset(
            normal(word).replace("_", " ").replace("' ", "'") for word in self.bounding.split()
        )

    @cached_property
    def loose_limits(self) -> frozenset[str]:
        """The adverbs that limit little where no number follows."""
        return _word_set(self.loose)

    @cached_property
    def purposes(self) -> frozenset[str]:
        """The words that join on what something is done for."""
        return _word_set(self.purpose)

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
        return self._table(("until",))

    def ends(self, text: str, start: int, end: int) -> list[Cue]:
        """Words like `until` in the stretch of a text behind a statement, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive.
        """
        return self._cues_in(self.ending, text, start, end)

    @cached_property
    def naming(self) -> WordTable:
        """The table of words that a bracket may replace, or may not hold."""
        return self._table(NAMING)

    def is_number(self, word: str) -> bool:
        """Whether a word is a number, and no article."""
        kinds = self.naming.of_word(word)
        return "number" in kinds and not kinds & POINTING

    @cached_property
    def counting(self) -> WordTable:
        """The table of words that change the number beside them."""
        return self._table(COUNTING)

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
        """The table of words that restrict the statement before them."""
        return self._table(("restriction",))

    def restrictions(self, text: str, start: int, end: int) -> list[Cue]:
        """Find the words that restrict a statement in the stretch of a text behind it, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive.
        """
        return self._cues_in(self.restricting, text, start, end)

    @cached_property
    def admitting(self) -> WordTable:
        """The table of words that concede a statement which a `but` takes back."""
        return self._table(("admission",))

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
        """The table of words that attribute a statement."""
        return self._table(SPEAKING)

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
        return [*words_in(text, start, len(text) if end is None else end, clitics=self.clitics)]

    def cues(self, text: str, start: int = 0, end: int | None = None) -> list[Cue]:
        """Find the words that turn a sentence in a stretch of a text, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive; with None, where the text does.
        """
        return self._cues_in(self.turning, text, start, len(text) if end is None else end)

    def attributions(self, text: str, start: int, end: int) -> list[Cue]:
        """Find the words that attribute a statement in a stretch of a text, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive.
        """
        return self._cues_in(self.speaking, text, start, end)

    def names(self, text: str, start: int = 0, end: int | None = None) -> list[Cue]:
        """Find the words that a bracket may replace, or may not hold, in a stretch of a text.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive; with None, where the text does.
        """
        return self._cues_in(self.naming, text, start, len(text) if end is None else end)

    def counts(self, text: str, start: int, end: int) -> list[Cue]:
        """Find the words that change the number beside them in a stretch of a text, in order.

        Args:
            text: the text.
            start: where the stretch begins, in code points.
            end: where it ends, exclusive.
        """
        return self._cues_in(self.counting, text, start, end)

    def _table(self, kinds: tuple[str, ...]) -> WordTable:
        words = {kind: getattr(self, kind) for kind in kinds}
        return WordTable.of(words, prefixes=self.prefixes, spaced=self.spaced)

    def _cues_in(self, lookup: WordTable, text: str, start: int, end: int) -> list[Cue]:
        if self.spaced:
            return lookup.among(words_in(text, start, end, clitics=self.clitics))
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
