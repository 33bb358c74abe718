"""The words that a marked omission leaves out, and whether they turn the quoted ones.

Three tiers: an omission is refused where it leaves out what turns the sentence, or runs into
another speaker; a person is asked where its form makes that likely; the others are listed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.gap_words import applying
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.languages.word_table import POINTING, Cue
from claimcheck.anchor.open_clauses import leaves_a_clause_open
from claimcheck.anchor.punctuation import COLONS, PAUSES
from claimcheck.anchor.result import Omission, Turn
from claimcheck.anchor.sentences import breaks, sentence_end, sentence_start
from claimcheck.anchor.speakers import join_of
from claimcheck.anchor.speech import block_around, quotations_within
from claimcheck.anchor.trends import begins_comparison

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Word

    Span = tuple[int, int]

_LONG: Final = 1 << 16
# What may not be left out of the sentences that a quote's parts stand in, and in gaps of at most
# how many words.
_TURNS: Final = (("negation", _LONG, Turn.NEGATION), ("reversal", _LONG, Turn.REVERSAL))
_TURNS_ASIDE: Final = _TURNS[:1]
_TURNS_A_SENTENCE: Final = (
    ("condition", _LONG, Turn.CONDITION),
    ("exception", _LONG, Turn.CONCESSION),
    ("opposing", _LONG, Turn.REVERSAL),
    ("source", _LONG, Turn.SPEAKER),
    ("limit", 3, Turn.QUANTITY),
    ("modifier", 3, Turn.MODIFIER),
    ("doubt", 4, Turn.DOUBT),
)
_OPENS_A_SENTENCE: Final = (
    ("condition", _LONG, Turn.CONDITION),
    ("source", _LONG, Turn.SPEAKER),
)
# What only a person can judge.
_MAY_TURN: Final = (
    ("concession", _LONG, Turn.CONCESSION),
    ("contrast", _LONG, Turn.CONCESSION),
)
_AT_AN_EDGE: Final = (
    ("doubt", Turn.DOUBT),
    ("modifier", Turn.MODIFIER),
    ("limit", Turn.QUANTITY),
    ("exception", Turn.CONCESSION),
)
_LIMITS: Final = frozenset({"limit", "rough"})
_WORDS_OF_A_CLAUSE: Final = 3
# `dont le patron`
_WORDS_OF_AN_OWNED: Final = 3
_WORDS_OF_AN_ATTRIBUTION: Final = 12
# So many may stand between a verb and its clause: `dreamt last night that`.
_WORDS_OF_A_TIME: Final = 3
_WORDS_OF_A_SUBJECT: Final = 7
_AGAINST: Final = frozenset({"contrast", "concession"})
# `one in a hundred`
_WORDS_OF_A_SHARE: Final = 4
_GENITIVE: Final = re.compile(r"['’ʼ]s\s")
_LETTER: Final = re.compile(r"[^\W_]")
_RELATES: Final = frozenset({"report", "thought", "relay"})
# There a particle joins a clause to the verb of saying that follows it: `…と述べた`.
_SAY_LAST: Final = frozenset({"Japanese", "Korean"})
_SAYS: Final = frozenset({"report", "thought", "source"})
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")
# Zero in digits, and no part of a longer number or of a time.
_NONE_OF_IT: Final = re.compile(r"(?<![\w.,:])[0٠۰०০๐０](?:[.,٫][0٠۰०]+)?(?![\d:]|[.,٫]\d)")
_WORDS_OF_AN_ASIDE: Final = 8
# `half a million crowns more than`
_WORDS_OF_A_DIFFERENCE: Final = 4
_COUNTING: Final = POINTING | {"quantifier"}
_COMMA: Final = frozenset(PAUSES)
_EDGES: Final = frozenset(f"{PAUSES}{COLONS}—–-()（）")
_DIALOGUE: Final = ("—", "–")
_DASHES: Final = (*_DIALOGUE, "-")
_LONGEST_SHOWN: Final = 80


def examine(text: str, before: Span, after: Span) -> Omission:
    """Say what an omission between two parts of a quote leaves out, and what that does.

    Args:
        text: the source's text.
        before: the part that ends where the omission begins, in code points.
        after: the part that begins where it ends.
    """
    end, start = before[1], after[0]
    vocabulary = vocabulary_at(text, end, start)
    join = join_of(text, before, after, vocabulary)
    if join.reason:
        return Omission(end, start, Turn.SPEAKER, join.reason)
    if join.interrupted:
        return Omission(end, start, Turn.SPEAKER if join.by_pronoun else None)
    if vocabulary is None:
        return Omission(end, start, Turn.UNKNOWN)
    gap = _Gap(vocabulary, text, end, start)
    inner = [at for at in breaks(text, max(0, end - 2), start) if at > end]
    if not inner:
        return _within_a_sentence(gap)
    refused = _refused_over_sentences(gap, inner)
    return refused or _over_sentences(gap, before, after, inner, one_speaker=join.within_one)


class _Gap(NamedTuple):
    """A stretch of a text that a quote leaves out, or that goes before one of its parts."""

    vocabulary: Vocabulary
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return " ".join(self.text[self.start : self.end].split())

    @property
    def length(self) -> int:
        """How many words it has."""
        return self.vocabulary.distance(self.text, self.start, self.end)

    @property
    def aside(self) -> bool:
        """Whether marks set it off on both sides, so that the rest stands without it."""
        bare = self.text[self.start : self.end].strip()
        return bare[:1] in _EDGES and bare[-1:] in _EDGES

    @property
    def whole(self) -> Cue:
        """The gap as words of no kind."""
        return Cue(frozenset(), self.start, self.end)

    @property
    def opens_a_condition(self) -> bool:
        """Whether its first word is a verb that sets a condition: `were it so,`."""
        return self.vocabulary.is_inverted(self.text, self.start, self.end)

    def cues(self) -> list[Cue]:
        return self.vocabulary.cues(self.text, self.start, self.end)

    def part(self, start: int, end: int) -> _Gap:
        return _Gap(self.vocabulary, self.text, start, end)

    def refused(self, turn: Turn, reason: str) -> Omission:
        return Omission(self.start, self.end, turn, reason)


def _refused_over_sentences(gap: _Gap, inner: list[int]) -> Omission | None:
    """An omission that may not end one sentence and begin in another, or leave out some."""
    first, last = gap.part(gap.start, inner[0]), gap.part(inner[-1], gap.end)
    cues = last.cues()
    for stretch, cues_there, kinds in (
        (first, first.cues(), _TURNS),
        (last, cues, _TURNS),
        (last, cues[:1], _OPENS_A_SENTENCE),
    ):
        if turn := _turning(cues_there, kinds):
            return gap.refused(turn[1], _takes_out(stretch, turn[0]))
    if "," in last.words and last.opens_a_condition:
        return gap.refused(Turn.CONDITION, _takes_out(last, last.whole))
    if _says(cues) or _governs(last, cues):
        return gap.refused(Turn.SPEAKER, _takes_out_speaker(last))
    return None


def _over_sentences(
    gap: _Gap, before: Span, after: Span, inner: list[int], *, one_speaker: bool
) -> Omission:
    """An omission that is not refused for the words that it leaves out of two sentences.

    Args:
        gap: what is left out.
        before: the part of the quote that goes before.
        after: the part that follows.
        inner: where sentences begin in it.
        one_speaker: whether both parts stand in one utterance.
    """
    if one_speaker or not _BLANK_LINE.search(gap.text, gap.start, gap.end):
        begins = bool(_LETTER.search(gap.text, inner[-1], gap.end))
        return Omission(gap.start, gap.end, Turn.SUBJECT if begins else None)
    beside = (
        gap.part(gap.start, inner[0]),
        gap.part(sentence_start(gap.text, before[0]), before[0]),
        gap.part(after[1], sentence_end(gap.text, after[1])),
    )
    if any(_says(stretch.cues()) for stretch in beside):
        reason = "the omission runs from one paragraph's speaker into another's"
        return gap.refused(Turn.SPEAKER, reason)
    return Omission(gap.start, gap.end, Turn.SPEAKER)


def _within_a_sentence(gap: _Gap) -> Omission:
    cues, length = applying(gap.vocabulary, gap.text, gap.start, gap.end), gap.length
    if turn := _refused_turn(gap, cues, length):
        return gap.refused(turn[1], _takes_out(gap, turn[0]))
    if _switches_subject(gap, cues):
        words = _takes_out(gap, gap.whole)
        reason = f"{words}, and joins one subject to what is said of another"
        return gap.refused(Turn.SUBJECT, reason)
    attributes = length <= _WORDS_OF_AN_ATTRIBUTION and any("report" in cue.kinds for cue in cues)
    if attributes and gap.aside and _interrupts(gap):
        return Omission(gap.start, gap.end, Turn.SPEAKER)
    if attributes or _governs(gap, cues):
        return gap.refused(Turn.SPEAKER, _takes_out_speaker(gap))
    return Omission(gap.start, gap.end, _may_turn(gap, cues, length))


def _interrupts(gap: _Gap) -> bool:
    """Whether who speaks is named within one utterance: `« Oui, dit le maire, je viens. »`.

    French sets it there between commas, Russian between dashes: `«Да, — сказал он, — иду»`; where
    a dash begins an utterance, no other mark ends it.
    """
    line = gap.text.rfind("\n", 0, gap.start) + 1
    if gap.text[line : gap.start].lstrip().startswith(_DIALOGUE):
        return True
    bare = gap.words.strip(",.!?… ")
    between = bare.startswith(_DASHES) and bare.endswith(_DASHES)
    return (between or gap.vocabulary.clitics) and _is_within_marks(gap)


def _is_within_marks(gap: _Gap) -> bool:
    """Whether a gap stands within the marks of one utterance."""
    spoken = quotations_within(gap.text, *block_around(gap.text, gap.start, gap.end))
    return any(low <= gap.start and gap.end <= high for low, high in spoken)


def _refused_turn(gap: _Gap, cues: list[Cue], length: int) -> tuple[Cue, Turn] | None:
    """The words that a gap may not leave out of its sentence, and how they turn it."""
    if turn := _turning(cues, _TURNS_ASIDE if gap.aside else _TURNS):
        return turn
    none = None if gap.aside else _NONE_OF_IT.search(gap.text, gap.start, gap.end)
    if none:
        return Cue(frozenset(), *none.span()), Turn.NEGATION
    if _begins_with_a_limit(gap, cues):
        return cues[0], Turn.QUANTITY
    if gap.aside and gap.opens_a_condition:
        return gap.whole, Turn.CONDITION
    return _turning(cues, _TURNS_A_SENTENCE, length)


def _switches_subject(gap: _Gap, cues: list[Cue]) -> bool:
    """Whether the words behind a gap belong to a subject in the gap.

    So it is where the gap goes on in a clause of its own (`while`, `but`) whose subject ends it, or
    whose verb does, the one that goes before the gap: `Roe was […] fined`, printed "Roe was praised
    while Poe was fined".
    """
    if gap.aside:
        return False
    vocabulary = gap.vocabulary
    speaking = vocabulary.attributions(gap.text, gap.start, gap.end)
    against = [cue for cue in cues if _AGAINST & cue.kinds]
    clauses = [*against, *(cue for cue in speaking if "joint" in cue.kinds)]
    if not clauses:
        return False
    window_start = max(0, gap.start - _LONGEST_SHOWN)
    verb = vocabulary.words(gap.text, window_start, gap.start)[-1:]
    clause = max(clauses, key=lambda cue: cue.end)
    tail = vocabulary.words(gap.text, clause.end, gap.end)
    if not gap.part(gap.start, clause.start).length:
        return False
    if verb and tail[1:] and tail[-1].text == verb[0].text:
        return len(tail) <= _WORDS_OF_A_SUBJECT and _names(gap, tail[:-1])
    named = tail[-1:] if vocabulary.name != "German" else []
    ends_in_name = any(gap.text[word.start].isupper() for word in named)
    return clause in against and ends_in_name and len(tail) <= _WORDS_OF_A_SUBJECT


def _begins_with_genitive(gap: _Gap) -> bool:
    """Whether a gap makes an owner of the word before it: `The mayor […] won`, of her brother."""
    if not _GENITIVE.match(gap.text, gap.start, gap.end):
        return False
    window_start = max(0, gap.start - _LONGEST_SHOWN)
    owner = gap.vocabulary.words(gap.text, window_start, gap.start)[-1:]
    # `it's`
    return bool(owner) and "pronoun" not in gap.vocabulary.naming.of_word(owner[0].text)


def _describes_another(gap: _Gap, length: int) -> bool:
    """Whether the words behind a gap describe a person whom the gap names.

    So it is where the gap makes an owner of the word before it (`'s son`), where a relative pronoun
    ends it (`sued the man who`) or one that owns begins it (`, whose brother`), and where it ends
    in a name that an `and` joins to a clause: `and Poe`.
    """
    if _begins_with_genitive(gap):
        return True
    vocabulary = gap.vocabulary
    words = [] if gap.aside else vocabulary.words(gap.text, gap.start, gap.end)
    if any(word.text in vocabulary.owners for word in (*words[:1], *words[-_WORDS_OF_AN_OWNED:])):
        return True
    if min(length, len(words)) < _WORDS_OF_A_CLAUSE:
        return False
    if words[-1].text in vocabulary.relatives:
        return True
    if vocabulary.name == "German":
        return False
    joins = words[-2].text in vocabulary.joint.split() and not gap.text[words[-3].start].isupper()
    return joins and gap.text[words[-1].start].isupper()


def _belongs_to_another(gap: _Gap, length: int) -> bool:
    """Whether the words behind a gap belong to a person in it, or to a clause that it begins."""
    return _describes_another(gap, length) or leaves_a_clause_open(
        gap.vocabulary, gap.text, gap.start, gap.end
    )


def _names(gap: _Gap, words: list[Word]) -> bool:
    """Whether words can be a subject: a name, a pronoun, or a noun with its article."""
    naming = gap.vocabulary.naming
    return any(
        gap.text[word.start].isupper() or POINTING & naming.of_word(word.text) for word in words
    )


def _begins_with_a_limit(gap: _Gap, cues: list[Cue]) -> bool:
    """Whether a number follows a limit at the beginning of a gap: `only one in ten of`."""
    if not cues or "limit" not in cues[0].kinds or gap.part(gap.start, cues[0].start).length:
        return False
    behind = gap.part(cues[0].end, gap.end)
    if behind.words[:1].isdigit():
        return True
    names = gap.vocabulary.names(gap.text, behind.start, behind.end)
    number = next((cue.start for cue in names if "number" in cue.kinds), gap.end)
    apart = gap.part(behind.start, number).length
    # `lediglich einem von hundert`
    article = any("determiner" in cue.kinds for cue in names[:1])
    share = article and not gap.aside and apart < _WORDS_OF_A_SHARE
    return number < gap.end and (not apart or share)


def _may_turn(gap: _Gap, cues: list[Cue], length: int) -> Turn | None:
    """How a gap may turn its sentence, for a person to judge."""
    if gap.aside and length <= _WORDS_OF_AN_ASIDE and any("reversal" in cue.kinds for cue in cues):
        return Turn.DOUBT
    thinks = next((cue for cue in cues if "thought" in cue.kinds), None)
    if gap.aside and thinks and length <= _WORDS_OF_AN_ATTRIBUTION and _has_subject(gap, thinks):
        return Turn.DOUBT  # `, as some believe,`
    if len(cues) == 1 and "rough" in cues[0].kinds and not gap.aside:
        alone = gap.part(cues[0].start, cues[0].end).length == length
        return Turn.QUANTITY if alone else None
    if (
        not gap.aside
        and length
        and (_only_counts(gap) or _only_limits(gap, cues) or _counts_only(gap, cues, length))
    ):
        return Turn.QUANTITY
    if _leaves_a_comparison(gap):
        return Turn.QUANTITY
    against = _turning(cues, _MAY_TURN) if length >= _WORDS_OF_A_CLAUSE else None
    return (
        _turn_of_an_edge(gap, cues)
        or (Turn.CONDITION if _restricts(gap, length) or _may_be_condition(cues) else None)
        or (against[1] if against else None)
        or (Turn.SUBJECT if _belongs_to_another(gap, length) else None)
    )


def _may_be_condition(cues: list[Cue]) -> bool:
    """Whether a word of a gap may set a condition, or name what it is about: `om vädret`."""
    return any("perhaps" in cue.kinds for cue in cues)


def _leaves_a_comparison(gap: _Gap) -> bool:
    """Whether a gap ends with how much more or less it is: `2.5 million […] more than planned`."""
    vocabulary = gap.vocabulary
    last = vocabulary.words(gap.text, gap.start, gap.end)[-_WORDS_OF_A_DIFFERENCE:]
    return any(_is_number(vocabulary, word.text) for word in last) and begins_comparison(
        gap.text, gap.end, vocabulary
    )


def _restricts(gap: _Gap, length: int) -> bool:
    """Whether a short gap takes some of a statement back: `, at least on paper,`."""
    vocabulary = gap.vocabulary
    return length <= _WORDS_OF_AN_ASIDE and bool(
        vocabulary.restrictions(gap.text, gap.start, gap.end)
    )


def _has_subject(gap: _Gap, verb: Cue) -> bool:
    """Whether a verb of thinking in a gap has its subject: `some believe`, not `as planned`."""
    naming, small = gap.vocabulary.naming, gap.vocabulary.small_words
    return any(
        word.text not in small or naming.of_word(word.text) & {"pronoun", "quantifier"}
        for word in gap.vocabulary.words(gap.text, gap.start, gap.end)
        if not verb.start <= word.start < verb.end
    )


def _only_counts(gap: _Gap) -> bool:
    """Whether a gap says what share of what follows is meant, no more: `a third of the`."""
    vocabulary = gap.vocabulary
    naming, small = vocabulary.naming, vocabulary.small_words
    words = [word.text for word in vocabulary.words(gap.text, gap.start, gap.end)]
    while words and naming.of_word(words[0]) & POINTING and not _is_number(vocabulary, words[0]):
        words.pop(0)
    if not words or not _is_number(vocabulary, words[0]) or _is_number(vocabulary, words[-1]):
        return False
    return all(
        _is_number(vocabulary, word) or word in small or bool(naming.of_word(word) & _COUNTING)
        for word in words
    )


def _only_limits(gap: _Gap, cues: list[Cue]) -> bool:
    """Whether a gap says how much of what follows is meant, no more: `a mere sliver of`."""
    limits = [cue for cue in cues if _LIMITS & cue.kinds]
    naming, small = gap.vocabulary.naming, gap.vocabulary.small_words
    return bool(limits) and all(
        word.text in small
        or naming.of_word(word.text) & (_COUNTING | {"number"})
        or any(cue.start <= word.start < cue.end for cue in limits)
        for word in gap.vocabulary.words(gap.text, gap.start, gap.end)
    )


def _counts_only(gap: _Gap, cues: list[Cue], length: int) -> bool:
    """Whether a short gap begins with a number that it limits: `three of ten only in`."""
    limited = any("limit" in cue.kinds for cue in cues)
    if not limited or length > _WORDS_OF_AN_ASIDE:
        return False
    first = gap.vocabulary.names(gap.text, gap.start, gap.end)[:1]
    return any(
        "number" in cue.kinds
        and not POINTING & cue.kinds
        and not gap.part(gap.start, cue.start).length
        for cue in first
    )


def _turn_of_an_edge(gap: _Gap, cues: list[Cue]) -> Turn | None:
    """How the first or last word of a gap turns the part beside it: `… and may`."""
    if gap.aside or not cues:
        return None
    for cue, apart in (
        (cues[-1], gap.part(cues[-1].end, gap.end)),
        (cues[0], gap.part(gap.start, cues[0].start)),
    ):
        turn = next((turn for kind, turn in _AT_AN_EDGE if kind in cue.kinds), None)
        if turn and not apart.length:
            return turn
    return None


def _is_number(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word is a number, or what a number counts in, and no article."""
    return word in "%‰" or word.isdigit() or vocabulary.is_number(word)


def _turning(
    cues: list[Cue], kinds: Iterable[tuple[str, int, Turn]], length: int = 0
) -> tuple[Cue, Turn] | None:
    """The first word of the first kind that turns a gap of so many words."""
    return next(
        (
            (cue, turn)
            for kind, most, turn in kinds
            if length <= most
            for cue in cues
            if kind in cue.kinds
        ),
        None,
    )


def _says(cues: list[Cue]) -> bool:
    return any(_SAYS & cue.kinds for cue in cues)


def _governs(gap: _Gap, cues: list[Cue]) -> bool:
    """Whether a gap ends in what governs the part behind it: `… they think`, `… we saw that`."""
    if not cues:
        return False
    last = cues[-1]
    rest = gap.part(last.end, gap.end)
    if "thought" in last.kinds and rest.length <= 1:
        return rest.words[-1:] not in _COMMA  # not `as planned,`
    if gap.vocabulary.name in _SAY_LAST:
        return False
    before = cues[-2] if len(cues) > 1 else last
    thinks = _SAYS & before.kinds and gap.part(before.end, last.start).length <= _WORDS_OF_A_TIME
    if "that" not in last.kinds or not (rest.length == 0 or (thinks and _is_pronoun(rest))):
        return False
    words = gap.vocabulary.words(gap.text, gap.start, last.start)
    if not any(_SAYS & cue.kinds for cue in cues) and _follows_saying(gap):
        return False  # `said [on Monday that]`
    return bool(words) and "determiner" not in gap.vocabulary.naming.of_word(words[-1].text)


def _follows_saying(gap: _Gap) -> bool:
    """Whether a verb of saying stands right before a gap, and is quoted."""
    start = max(0, gap.start - _LONGEST_SHOWN)
    cues = gap.vocabulary.attributions(gap.text, start, gap.start)
    return any(_RELATES & cue.kinds and not gap.part(cue.end, gap.start).length for cue in cues)


def _is_pronoun(gap: _Gap) -> bool:
    """Whether a gap is one word, a pronoun that no noun follows: `he`."""
    words = gap.vocabulary.words(gap.text, gap.start, gap.end)
    kinds = gap.vocabulary.naming.of_word(words[0].text) if len(words) == 1 else frozenset[str]()
    return "pronoun" in kinds and "determiner" not in kinds


def _takes_out(gap: _Gap, cue: Cue) -> str:
    words = gap.words
    shown = words if len(words) <= _LONGEST_SHOWN else gap.text[cue.start : cue.end]
    return f"the omission takes out “{shown}”"


def _takes_out_speaker(gap: _Gap) -> str:
    words = gap.words
    shown = words if len(words) <= _LONGEST_SHOWN else "… " + words[-_LONGEST_SHOWN:]
    return f"the omission takes out whose word it is (“{shown}”)"
