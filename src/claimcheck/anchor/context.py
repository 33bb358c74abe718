"""Quotes cut out of a sentence that denies, doubts or conditions them.

Looks at the whole sentence around a passage for words of its language's vocabulary
(`claimcheck.anchor.languages`), and at how far from the passage they stand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.remarks import (
    CLAUSE,
    attribution_behind,
    remark_behind,
)
from claimcheck.anchor.result import Cut, Turn
from claimcheck.anchor.sentences import sentence_end, sentence_start

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Cue, Vocabulary, Word
    from claimcheck.anchor.result import Anchor

# How near to a passage, in words and counting itself, a word turns it where no mark of punctuation
# stands between; a clause (`that`) or a verb of saying carries it farther.
_REACH: Final = (
    ("negation", 3, Turn.NEGATION),
    ("reversal", 3, Turn.REVERSAL),
    ("thought", 3, Turn.DOUBT),
    ("doubt", 2, Turn.DOUBT),
    ("modifier", 1, Turn.MODIFIER),
)
_REACH_OF_A_CLAUSE: Final = (
    ("negation", 9, frozenset({"thought", "report", "claim", "that"}), Turn.NEGATION),
    ("reversal", 6, frozenset({"that"}), Turn.REVERSAL),
    ("claim", 2, frozenset({"that"}), Turn.DOUBT),
)
_REACH_BEHIND: Final = (
    ("condition", 2, Turn.CONDITION),
    ("concession", 1, Turn.CONCESSION),
    ("exception", 1, Turn.CONCESSION),
    ("contrast", 1, Turn.CONCESSION),
    ("negation", 1, Turn.NEGATION),
    ("reversal", 2, Turn.REVERSAL),
    ("doubt", 1, Turn.DOUBT),
    ("modifier", 1, Turn.MODIFIER),
)
_WORDS_BEHIND: Final = 2
# In characters, farther than any reach in words.
_FAR_BEFORE: Final = 200
_FAR_BEHIND: Final = 160
_TAKES_BACK: Final = frozenset({"negation", "reversal", "limit", "condition", "doubt"})
_WORDS_OF_A_TURN: Final = 1
_WORDS_OF_A_PREDICATION: Final = 3
_REPORTS: Final = frozenset({"that", "claim"})
_DENIES: Final = frozenset({"negation", "reversal"})
# So many words, all of them small, may be the subject of what a contrast denies: `but he did not`.
_WORDS_OF_A_SUBJECT: Final = 3
# How far before the end of a passage, in characters, it may admit what it says.
_ADMITTED_BEFORE: Final = 300
# So few words behind a passage are no clause: `in name only`.
_WORDS_OF_AN_AFTERTHOUGHT: Final = 3
# A contrast that ends its sentence in so few words was as easily quoted as left out.
_WORDS_OF_A_SHORT_CLAUSE: Final = 8
# So near before a passage stands the verb that takes it for true.
_WORDS_OF_A_FACT: Final = 3
_LEAVES_OPEN: Final = frozenset({"condition", "doubt"})
# So many may stand between a passage and what negates it at the end of its clause.
_WORDS_BEFORE_A_LATE_NEGATION: Final = 4
_CLAUSE_ENDS: Final = re.compile(r"(?:\s+\w+)?\s*(?:[.,;:!?…—–()]|\Z)")
_FIRST_WORD: Final = re.compile(r"\w{1,24}")
_STOPS: Final = frozenset(".!?。！？")
_BEYOND_PUNCTUATION: Final = frozenset({"condition", "concession", "exception", "negation"})
_QUESTION: Final = re.compile(r"[?？؟][\"'”’»)\]\s]*\Z")
_LABEL: Final = re.compile(r"[:：]\s*[\"“„«‘'(]*\s*\Z")
_WORDS_OF_A_LABEL: Final = 4
_WORDS_OF_AN_OCCASION: Final = 4
_POINTING: Final = frozenset({"pronoun", "determiner"})
_NUMBERS: Final = frozenset({"number", "quantifier"})
_LIMITS: Final = frozenset({"limit", "rough"})
_NUMBER: Final = re.compile(r"[^\w\s]{0,2}[^\W\d_]{0,3}\d")
_CONJUNCTIONS: Final = frozenset({"condition", "concession", "contrast"})
_LONGEST_CONJUNCTION: Final = 24
# The next sentence, where it has five words at most: `Wrong!`, `Verdict: False.`, `That is a lie.`
_RETORT: Final = re.compile(
    r"[\"”’»)]?\s++(?:[QAFВО][.:]\s)?"
    r"((?:[^\W\d_][\w'’]{0,13}+[:,]?\s){0,4}[^\W\d_]{2,14}+)[.!。！](?=\s|\Z)"
)
_TIDY: Final = "\"“„«‘' \n"
_SHOWN: Final = 8


def cut_off(text: str, anchor: Anchor) -> Cut | None:
    """Return the words of a sentence that turn a passage, if the quote leaves them out.

    Args:
        text: the source's text.
        anchor: where the quote stands in it.

    Returns:
        The words and what they do; None where the sentence has none, or its language is not known.
    """
    if anchor.start is None or anchor.end is None:
        return None
    start, end = anchor.start, anchor.end
    if denial := denial_behind(text, start, end):
        return denial
    low, high = sentence_start(text, start), sentence_end(text, end)
    # Most passages are whole sentences, and the language of a text takes long to tell.
    vocabulary = None if low >= start and high <= end else vocabulary_at(text, start, end)
    if vocabulary is None:
        return None
    return _before(vocabulary, text, low, start) or _behind(vocabulary, text, (low, start), end)


def denial_behind(text: str, start: int, end: int) -> Cut | None:
    """Return the short sentence behind a passage's own that calls it false, if there is one.

    Args:
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
    """
    retort = _RETORT.match(text, sentence_end(text, end))
    vocabulary = vocabulary_at(text, start, end) if retort else None
    return _calls_false(vocabulary, text, retort) if retort and vocabulary else None


def _calls_false(vocabulary: Vocabulary, text: str, retort: re.Match[str]) -> Cut | None:
    """A short sentence behind a passage's own that calls it false: `Not.`, `That is a lie.`."""
    cues, words = vocabulary.cues(text, *retort.span(1)), vocabulary.words(text, *retort.span(1))
    if not words:
        return None  # `No. 5`
    kinds = frozenset[str]().union(*(cue.kinds for cue in cues))
    alone = len(words) == 1 or _LABEL.search(text, retort.start(1), words[-1].start)
    if "reversal" in kinds and (alone or _predicates(vocabulary, words, cues[-1])):
        return Cut(_shown(retort[1]), Turn.REVERSAL)
    return Cut(_shown(retort[1]), Turn.NEGATION) if alone and "negation" in kinds else None


def _predicates(vocabulary: Vocabulary, words: list[Word], cue: Cue) -> bool:
    """Whether a sentence says its last words of what is said before it: `That is not true`.

    Args:
        vocabulary: the words of the text's language.
        words: the sentence's.
        cue: the last of them that turn a statement.
    """
    first, mine = words[0].text, vocabulary.first_person.split()
    kinds = vocabulary.naming.of_word(first)
    points = "pronoun" in kinds and first not in mine
    # `It failed` tells of a thing, `Это ложь` of what is said.
    says = len(words) >= _WORDS_OF_A_PREDICATION or "determiner" in kinds
    return points and says and "reversal" in cue.kinds and cue.end == words[-1].end


def with_cut(anchor: Anchor, text: str) -> Anchor:
    """Return an anchor that says what its quote was cut from, if the quote passes.

    Args:
        anchor: where the quote stands.
        text: the source's text.
    """
    cut = cut_off(text, anchor) if anchor.fit.passes else None
    return replace(anchor, cut=cut) if cut else anchor


def _before(vocabulary: Vocabulary, text: str, low: int, start: int) -> Cut | None:
    """What turns a passage in the part of its sentence that goes before it, the nearest first."""
    # A phrase may run into the passage: `s’` before `il`.
    first = _FIRST_WORD.match(text, start)
    near = vocabulary.cues(text, low, first.end() if first else start)
    cues = [
        cue for cue in near if cue.start < start and not _is_quoted(vocabulary, text, cue, start)
    ]
    between: set[str] = set()
    for cue in reversed(cues):
        taken = "reversal" in cue.kinds and _begins_with_conjunction(vocabulary, text, start)
        apart = taken or "contrast" in between or _is_apart(text, cue.end, start, cues)
        turn = None
        if not apart and start - cue.end < _FAR_BEFORE:
            words = vocabulary.distance(text, cue.end, start) + 1
            turn = _turn(cue, words, between)
            if words == 1 and _LIMITS & cue.kinds and _counts(vocabulary, text, start):
                turn = Turn.QUANTITY
        if turn and _turns_nothing(vocabulary, text, cues, cue, start):
            turn = None
        if turn is None and "condition" in cue.kinds:
            elsewhere = apart and "that" in between and not _opens_a_clause(text, low, cue.start)
            turn = None if elsewhere else Turn.CONDITION
        if turn is not None:
            alone = turn is Turn.NEGATION and " " not in text[cue.start : cue.end]
            at = _with_auxiliary(text, low, cue.start) if alone else cue.start
            return Cut(_shown(text[at:start]), turn)
        between |= cue.kinds
    if _is_inverted(vocabulary, text, low, start):
        return Cut(_shown(text[low:start]), Turn.CONDITION)
    if concession := _concession(vocabulary, text, low, start, cues):
        return Cut(_shown(text[concession.start : start]), Turn.CONCESSION)
    if cues and _is_label(vocabulary, text, low, start, cues[0]):
        return Cut(_shown(text[low:start]), Turn.REVERSAL)
    return None


def _is_quoted(vocabulary: Vocabulary, text: str, cue: Cue, start: int) -> bool:
    """Whether what negates in a phrase stands in the passage: `is` before `not a single one`."""
    if cue.end <= start or not _DENIES & cue.kinds:
        return False
    words = vocabulary.words(text, start, cue.end)
    return any(_DENIES & vocabulary.turning.of_word(word.text) for word in words)


def _counts(vocabulary: Vocabulary, text: str, start: int) -> bool:
    """Whether a passage begins with a number: `5 people`, `$5`, `five people`, `all people`."""
    if _NUMBER.match(text, start):
        return True
    end = min(len(text), start + _LONGEST_CONJUNCTION)
    numbers = vocabulary.names(text, start, end)[:1]
    return any(cue.start == start and _NUMBERS & cue.kinds for cue in numbers)


def _begins_with_conjunction(vocabulary: Vocabulary, text: str, start: int) -> bool:
    """Whether a passage is a clause of its own: `unless it rains`."""
    first = vocabulary.cues(text, start, min(len(text), start + _LONGEST_CONJUNCTION))[:1]
    return any(cue.start == start and _CONJUNCTIONS & cue.kinds for cue in first)


def _turns_nothing(
    vocabulary: Vocabulary, text: str, cues: list[Cue], cue: Cue, start: int
) -> bool:
    """Whether words that turn a passage do not here: `said in a claim`, `did not notice that`.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        cues: what turns a sentence before the passage, in order.
        cue: the one of them that is asked about.
        start: where the passage begins.
    """
    if "negation" in cue.kinds:
        return _is_fact(vocabulary, text, cue.end, start) and not _is_own(vocabulary, text, cue)
    return "claim" in cue.kinds and _is_said(vocabulary, text, cues, cue)


def _is_fact(vocabulary: Vocabulary, text: str, low: int, start: int) -> bool:
    """Whether a verb leaves true what follows it, negated even: `did not notice that`."""
    words = vocabulary.words(text, low, start) if vocabulary.facts else []
    at = next((at for at, word in enumerate(words) if word.text in vocabulary.facts), None)
    return at is not None and not any(_is_open(vocabulary, word.text) for word in words[at + 1 :])


def _is_open(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word leaves open what follows it: `did not know whether`, `which`."""
    if _LEAVES_OPEN & vocabulary.turning.of_word(word):
        return True
    joins = "that" in vocabulary.turning.of_word(word)
    kinds = vocabulary.naming.of_word(word)
    return not joins and "pronoun" in kinds and word in vocabulary.joint.split()


def _is_own(vocabulary: Vocabulary, text: str, cue: Cue) -> bool:
    """Whether somebody denies to know it: `I do not know that`, which is to doubt it."""
    near = vocabulary.words(text, max(0, cue.start - _LONGEST_CONJUNCTION), cue.end)
    mine = vocabulary.first_person.split()
    return any(word.text in mine for word in near[-_WORDS_OF_A_FACT:])


def _is_said(vocabulary: Vocabulary, text: str, cues: list[Cue], noun: Cue) -> bool:
    """Whether a noun for what somebody says follows a verb of saying: `said in a statement`."""
    at = cues.index(noun)
    if not at or "report" not in cues[at - 1].kinds:
        return False
    return vocabulary.distance(text, cues[at - 1].end, noun.start) <= _WORDS_OF_AN_OCCASION


def _opens_a_clause(text: str, low: int, at: int) -> bool:
    """Whether only punctuation, or nothing, stands right before words of a sentence."""
    lead = text[low:at].rstrip()
    return not lead.rstrip(_TIDY) or not lead[-1].isalnum()


def _is_apart(text: str, low: int, start: int, cues: list[Cue]) -> bool:
    """Whether punctuation parts words from a passage, but for the comma before a `that`."""
    marks = list(CLAUSE.finditer(text, low, start))
    if len(marks) != 1 or marks[0][0] != ",":
        return bool(marks)
    at = marks[0].end()
    behind = at + len(text[at:start]) - len(text[at:start].lstrip())
    return not any("that" in cue.kinds and cue.start == behind for cue in cues)


def _with_auxiliary(text: str, low: int, at: int) -> int:
    """Where the word before a negation begins, so that `not` is shown as `did not`."""
    lead = text[low:at]
    word = lead.rstrip(" ").rpartition(" ")[2]
    return at - len(word) - 1 if word.isalpha() and lead.endswith(f"{word} ") else at


def _turn(cue: Cue, words: int, between: set[str]) -> Turn | None:
    # In `could see that`, the first verb turns the second.
    governs = "doubt" in cue.kinds and words > 1 and "report" in between
    for kind, reach, turn in _REACH:
        if kind in cue.kinds and words <= reach and not (governs and kind == "doubt"):
            return turn
    for kind, reach, carriers, turn in _REACH_OF_A_CLAUSE:
        if kind in cue.kinds and words <= reach and carriers & between:
            return turn
    return None


def _is_inverted(vocabulary: Vocabulary, text: str, low: int, start: int) -> bool:
    """Whether a passage follows a condition without a conjunction: `Were it so, …`."""
    comma = max(text.rfind(mark, low, start) for mark in ",،，")
    if comma < 0 or not vocabulary.is_inverted(text, low, comma):
        return False
    return not _QUESTION.search(text, start, sentence_end(text, start))


def _concession(
    vocabulary: Vocabulary, text: str, low: int, start: int, cues: list[Cue]
) -> Cue | None:
    """The concession of a clause whose comma stands right before a passage, or its article."""
    comma = max(text.rfind(mark, low, start) for mark in ",،，")
    if comma < 0 or vocabulary.distance(text, comma, start) > 1:
        return None
    for cue in reversed(cues):
        if "concession" in cue.kinds and cue.start < comma:
            lead = text[low : cue.start].rstrip(_TIDY)
            return cue if not lead or lead[-1] in ";:,—–" else None
    return None


def _is_label(vocabulary: Vocabulary, text: str, low: int, start: int, first: Cue) -> bool:
    """Whether a sentence begins with a label that calls what follows false: `FALSE: …`."""
    return (
        bool({"reversal", "negation"} & first.kinds and _LABEL.search(text, low, start))
        and vocabulary.distance(text, low, start) <= _WORDS_OF_A_LABEL
    )


def _behind(vocabulary: Vocabulary, text: str, lead: tuple[int, int], end: int) -> Cut | None:
    """What turns a passage in the part of its sentence that follows it.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        lead: where the passage's sentence begins, and the passage.
        end: where the passage ends.
    """
    high = sentence_end(text, end)
    if text[end - 1 : end] in _STOPS or high <= end:
        return None
    following = _word_behind(vocabulary, text, end, high)
    if following is None and (stop := attribution_behind(vocabulary, text, end, high)):
        following = _word_behind(vocabulary, text, stop, high)
    if following:
        return Cut(_shown(text[following[0] : high]), following[1])
    if remark := remark_behind(vocabulary, text, end, high):
        start, stop, turn = remark
        return Cut(_shown(text[start:stop]), turn)
    if _QUESTION.search(text, end, high) and not _presupposes(vocabulary, text, lead):
        return Cut(_shown(text[end:high]) or "?", Turn.QUESTION)
    return None


def _presupposes(vocabulary: Vocabulary, text: str, lead: tuple[int, int]) -> bool:
    """Whether a question takes for true what it asks about: `Did you know that …?`."""
    low, start = lead
    words = vocabulary.words(text, max(low, start - _FAR_BEFORE), start)[-_WORDS_OF_A_FACT:]
    return bool(words) and _is_fact(vocabulary, text, words[0].start, start)


def _word_behind(vocabulary: Vocabulary, text: str, end: int, high: int) -> tuple[int, Turn] | None:
    """Where a word that turns a passage stands right behind it, and what it does."""
    near = high if high - end < _FAR_BEHIND else text.find(" ", end + _FAR_BEHIND, high)
    cues = vocabulary.cues(text, end, high if near < 0 else near)
    for number, cue in enumerate(cues):
        words = vocabulary.distance(text, end, cue.start) + 1
        if words > _WORDS_BEHIND:
            break
        apart = bool(CLAUSE.search(text, end, cue.start))
        # The end of a line parts nothing there.
        marked = apart and not text[end : cue.start].isspace()
        lacks = marked and text[cue.start : cue.end].lower() in vocabulary.absences
        if not lacks and (turn := _turn_behind(cue, words, apart=apart)):
            return cue.start, turn
        if words == 1 and _goes_against(vocabulary, text, cues[number:], (end, high)):
            return cue.start, Turn.CONCESSION
        if words == 1 and not apart and (turn := _of_the_end(vocabulary, text, cue, end)):
            return cue.start, turn
    if _is_denied_late(vocabulary, text, end, cues) or _is_negated_late(
        vocabulary, text, end, cues
    ):
        return end, Turn.NEGATION
    if cues and _is_last_limit(vocabulary, text, end, cues[-1], high):
        return end, Turn.QUANTITY
    return None


def _of_the_end(vocabulary: Vocabulary, text: str, cue: Cue, end: int) -> Turn | None:
    """What a word right behind a passage does to its end: `40 million less`, `safe only`."""
    if "scale" in cue.kinds and _ends_in_a_number(vocabulary, text, end):
        return Turn.SCALE
    if "limit" not in cue.kinds:
        return None
    if _ends_in_a_number(vocabulary, text, end):
        return Turn.QUANTITY
    words = vocabulary.words(text, cue.start, cue.end)[:1]
    bounds = any("bound" in vocabulary.counting.of_word(word.text) for word in words)
    # `until 1492` says when, and `only 5 miles` is of the miles.
    of_a_number = text[cue.end : cue.end + 2].strip()[:1].isdigit()
    return None if bounds or of_a_number else Turn.QUANTITY


def _is_negated_late(vocabulary: Vocabulary, text: str, end: int, cues: list[Cue]) -> bool:
    """Whether a passage's clause ends a few words behind it with what negates it."""
    late = next((cue for cue in cues if "negation" in cue.kinds), None)
    if late is None or not vocabulary.late_negation or CLAUSE.search(text, end, late.start):
        return False
    if vocabulary.distance(text, end, late.start) > _WORDS_BEFORE_A_LATE_NEGATION:
        return False
    for cue in vocabulary.attributions(text, end, late.start):
        # `die Mühle` begins no clause, though `die` may.
        naming = vocabulary.naming.of_word(text[cue.start : cue.end].lower())
        if "joint" in cue.kinds and "determiner" not in naming:
            return False
    return _CLAUSE_ENDS.match(text, late.end) is not None


def _is_denied_late(vocabulary: Vocabulary, text: str, end: int, cues: list[Cue]) -> bool:
    """Whether a clause goes on to deny the passage that it quotes: `…だという説は誤りだ`."""
    if not vocabulary.verb_last or not cues or not _REPORTS & cues[0].kinds:
        return False
    if vocabulary.distance(text, end, cues[0].start):
        return False
    denies = next((cue for cue in cues[1:] if "reversal" in cue.kinds), None)
    return denies is not None and not CLAUSE.search(text, cues[0].end, denies.start)


def _is_last_limit(vocabulary: Vocabulary, text: str, end: int, cue: Cue, high: int) -> bool:
    """Whether a few words behind a passage end its sentence with a limit: `in name only`."""
    if "limit" not in cue.kinds or vocabulary.words(text, cue.end, high):
        return False
    apart = CLAUSE.search(text, end, cue.start)
    return not apart and vocabulary.distance(text, end, cue.start) <= _WORDS_OF_AN_AFTERTHOUGHT


def _ends_in_a_number(vocabulary: Vocabulary, text: str, end: int) -> bool:
    """Whether a passage ends in a number, in digits or in words that are no articles."""
    if text[end - 1].isnumeric():
        return True
    words = vocabulary.words(text, max(0, end - _LONGEST_CONJUNCTION), end)
    kinds = vocabulary.naming.of_word(words[-1].text) if words else frozenset[str]()
    return "number" in kinds and not kinds & _POINTING


def _turn_behind(cue: Cue, words: int, *, apart: bool) -> Turn | None:
    return next(
        (
            turn
            for kind, reach, turn in _REACH_BEHIND
            if kind in cue.kinds and words <= reach and (not apart or kind in _BEYOND_PUNCTUATION)
        ),
        None,
    )


def _goes_against(
    vocabulary: Vocabulary, text: str, cues: list[Cue], behind: tuple[int, int]
) -> bool:
    """Whether words right behind a passage set against it what ends its sentence.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        cues: what turns a sentence behind the passage, these words first.
        behind: where the passage ends, and its sentence.
    """
    cue, (end, high) = cues[0], behind
    if "reversal" in cue.kinds:
        # `but not` in the languages that know it as a phrase
        first = vocabulary.words(text, cue.start, cue.end)[:1]
        return any("contrast" in vocabulary.turning.of_word(word.text) for word in first)
    if "contrast" not in cue.kinds:
        return False
    following = CLAUSE.search(text, cue.end, high)
    if following and vocabulary.distance(text, cue.end, following.start()) == 1:
        return True  # `however reluctantly, …`
    return (
        vocabulary.distance(text, cue.end, high) <= _WORDS_OF_A_SHORT_CLAUSE
        or _takes_back(vocabulary, text, cues)
        or vocabulary.admits(text, max(0, end - _ADMITTED_BEFORE), end)
    )


def _takes_back(vocabulary: Vocabulary, text: str, cues: list[Cue]) -> bool:
    """Whether a contrast right behind a passage takes it back: `but not`, `but he refused`."""
    after = cues[0].end
    if any(
        _TAKES_BACK & cue.kinds and vocabulary.distance(text, after, cue.start) < _WORDS_OF_A_TURN
        for cue in cues[1:]
    ):
        return True
    denies = next((cue for cue in cues[1:] if _DENIES & cue.kinds), None)
    if denies is None:
        return False
    if vocabulary.verb_last:
        return not CLAUSE.search(text, after, denies.start)
    return _points_back(vocabulary, text, after, denies.start)


def _points_back(vocabulary: Vocabulary, text: str, low: int, high: int) -> bool:
    """Whether a few small words are a subject that goes before them: `he`, `this`, `that it`."""
    words = [word.text for word in vocabulary.words(text, low, high)]
    if not 0 < len(words) <= _WORDS_OF_A_SUBJECT or CLAUSE.search(text, low, high):
        return False
    small, mine = vocabulary.small.split(), vocabulary.first_person.split()
    pointing = ["pronoun" in vocabulary.naming.of_word(word) for word in words]
    return (
        any(pointing)
        and not any(word in mine for word in words)
        and all(point or word in small for point, word in zip(pointing, words, strict=True))
    )


def _shown(words: str) -> str:
    """Words as a message shows them, in single blanks."""
    every = words.strip(_TIDY).split()
    shown = " ".join(every[:_SHOWN]).rstrip(',;:.!?"”’»')
    return shown + (" …" if len(every) > _SHOWN else "")
