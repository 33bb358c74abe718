"""Quotes cut out of a sentence that denies, doubts or conditions them.

Looks at the whole sentence around a passage for words of its language's vocabulary
(`claimcheck.anchor.languages`), and at how far from the passage they stand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.counting import BEGINS_IN_DIGITS
from claimcheck.anchor.cuts_behind import turn_behind
from claimcheck.anchor.denials import denial_behind
from claimcheck.anchor.factives import REACH_OF_A_FACTIVE, takes_for_true
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.languages.word_table import DENIAL_KINDS, LONGEST_CONJUNCTION
from claimcheck.anchor.limited_shares import counts_a_share
from claimcheck.anchor.number_parts import PARTS, WORD_BEHIND
from claimcheck.anchor.punctuation import (
    CLOSING_MARKS,
    COLON_AT_END,
    COMMAS,
    OPENING_MARKS,
    QUESTION_AT_END,
    STOPS,
)
from claimcheck.anchor.remarks import CLAUSE
from claimcheck.anchor.result import Cut, Turn, abridge
from claimcheck.anchor.sentences import sentence_end, sentence_start

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue
    from claimcheck.anchor.result import Anchor

# How near to a passage, in words and counting itself, a word turns it where no mark of punctuation
# stands between; a clause (`that`) or a verb of saying carries it farther.
_REACH: Final = (
    ("negation", 3, Turn.NEGATION),
    ("reversal", 3, Turn.REVERSAL),
    ("thought", 3, Turn.DOUBT),
    ("doubt", 2, Turn.DOUBT),
    ("modifier", 1, Turn.MODIFIER),
    ("almost", 1, Turn.DOUBT),
    ("opposing", 1, Turn.REVERSAL),
)
_REACH_OF_A_CLAUSE: Final = (
    ("negation", 9, frozenset({"thought", "report", "claim", "that"}), Turn.NEGATION),
    ("reversal", 6, frozenset({"that"}), Turn.REVERSAL),
    ("claim", 2, frozenset({"that"}), Turn.DOUBT),
)
_AUXILIARY: Final = re.compile(r"(?<!\S)[^\W\d_]+ \Z")
_FIRST_WORD: Final = re.compile(r"\w{1,24}")
# `zu bauen`, `abzubauen`, `gebaut zu haben`
_INFINITIVE: Final = re.compile(r"(?<![^\W_])zu \w+n\Z|\w{2}zu\w+n\Z")
_REACH_OF_NONE: Final = 6
_WORDS_OF_A_LABEL: Final = 4
_WORDS_OF_AN_OCCASION: Final = 4
_WORDS_OF_A_SHARE_BEFORE: Final = 6
_NUMBERS: Final = frozenset({"number", "quantifier"})
_LIMITS: Final = frozenset({"limit", "rough"})
_CONJUNCTIONS: Final = frozenset({"condition", "concession", "contrast"})


class _Lead(NamedTuple):
    """The part of a sentence that stands before a passage.

    Attributes:
        vocabulary: the words of the text's language.
        text: the text.
        low: where the sentence begins, in code points.
        start: where the passage begins.
        cues: the words between them that may turn the passage, in order.
    """

    vocabulary: Vocabulary
    text: str
    low: int
    start: int
    cues: list[Cue]


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
    lead = _lead_of(vocabulary, text, low, start)
    cut = _cut_by_cues(lead) if lead.cues else _clause_before(lead)
    if cut is None and (parts := PARTS.get(vocabulary.name)):
        first, behind = _FIRST_WORD.match(text, start), WORD_BEHIND.match(text, end)
        if (first and first[0].lower() in parts) or (behind and behind[1].lower() in parts):
            from claimcheck.anchor.number_cuts import number_cut  # its readers take long to import

            cut = number_cut(vocabulary, text, start, end)
    return cut or turn_behind(vocabulary, text, (low, start), end)


def with_cut(anchor: Anchor, text: str) -> Anchor:
    """Return an anchor that says what its quote was cut from, if the quote passes.

    Args:
        anchor: where the quote stands.
        text: the source's text.
    """
    cut = cut_off(text, anchor) if anchor.fit.passes else None
    return replace(anchor, cut=cut) if cut else anchor


def _lead_of(vocabulary: Vocabulary, text: str, low: int, start: int) -> _Lead:
    """Return what stands before a passage, with the words there that may turn it.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        low: where the sentence begins, in code points.
        start: where the passage begins.
    """
    # A phrase may run into the passage: `s’` before `il`.
    first = _FIRST_WORD.match(text, start)
    cues_before = vocabulary.cues(text, low, first.end() if first else start)
    cues = [
        cue
        for cue in cues_before
        if cue.start < start and not _is_quoted(vocabulary, text, cue, start)
    ]
    return _Lead(vocabulary, text, low, start, cues)


def _cut_by_cues(lead: _Lead) -> Cut | None:
    """Return what turns a passage before which a word stands that may."""
    return _nearest_turn(lead) or _clause_before(lead) or _share_before(lead) or _label_before(lead)


def _nearest_turn(lead: _Lead) -> Cut | None:
    """Return the nearest words before a passage that turn it."""
    vocabulary, text = lead.vocabulary, lead.text
    between: set[str] = set()
    following: Cue | None = None
    for cue in reversed(lead.cues):
        if turn := _turn_of(lead, cue, following, between):
            is_single = turn is Turn.NEGATION and " " not in text[cue.start : cue.end]
            at = _with_auxiliary(text, lead.low, cue.start) if is_single else cue.start
            return Cut(abridge(text[at : lead.start]), turn)
        between |= cue.kinds
        if _last_word(vocabulary, text, cue) in vocabulary.that.split():
            between.add("that")  # `show that` is one phrase
        following = cue
    return None


def _turn_of(lead: _Lead, cue: Cue, following: Cue | None, between: set[str]) -> Turn | None:
    """Return how words before a passage turn it, if they do.

    Args:
        lead: what stands before the passage.
        cue: the words.
        following: the next of its cues behind them, if there is one.
        between: the kinds of all that follow.
    """
    is_apart = _is_apart(lead, cue, following, between)
    if not is_apart:
        turn = _turn_near(lead, cue, between)
        if turn and not _turns_nothing(lead, cue):
            return turn
    if "condition" not in cue.kinds:
        return None
    is_of_another = is_apart and "that" in between
    if is_of_another and not _opens_a_clause(lead.text, lead.low, cue.start):
        return None
    return Turn.CONDITION


def _is_apart(lead: _Lead, cue: Cue, following: Cue | None, between: set[str]) -> bool:
    """Whether a passage belongs to another clause than words before it.

    Args:
        lead: what stands before the passage.
        cue: the words.
        following: the next of its cues behind them, if there is one.
        between: the kinds of all that follow.
    """
    if "reversal" in cue.kinds and _begins_with_conjunction(lead):
        return True
    end = _behind_adverb(lead, cue, following) if following else cue.end
    if "contrast" in between and end == cue.end:
        return True
    return _is_parted(lead, end)


def _denies_subject(lead: _Lead, cue: Cue) -> bool:
    """Whether a sentence begins with a negated subject of its passage: `None of them …`."""
    vocabulary, text = lead.vocabulary, lead.text
    if "negation" not in cue.kinds or text[lead.low : cue.start].strip(OPENING_MARKS):
        return False
    words = vocabulary.words(text, cue.end, lead.start)
    return len(words) < _REACH_OF_NONE and not any(
        word.text in vocabulary.joining for word in words
    )


def _is_quoted(vocabulary: Vocabulary, text: str, cue: Cue, start: int) -> bool:
    """Whether what negates in a phrase stands in the passage: `is` before `not a single one`."""
    words = vocabulary.words(text, start, cue.end)
    return any(DENIAL_KINDS & vocabulary.turning.of_word(word.text) for word in words)


def _begins_with_number(lead: _Lead) -> bool:
    """Whether a passage begins with a number: `5 people`, `$5`, `five people`, `all people`."""
    if BEGINS_IN_DIGITS.match(lead.text, lead.start):
        return True
    end = lead.start + LONGEST_CONJUNCTION
    numbers = lead.vocabulary.names(lead.text, lead.start, end)
    return any(cue.start == lead.start and _NUMBERS & cue.kinds for cue in numbers)


def _begins_with_conjunction(lead: _Lead) -> bool:
    """Whether a passage is a clause of its own: `unless it rains`."""
    cues = lead.vocabulary.cues(lead.text, lead.start, lead.start + LONGEST_CONJUNCTION)
    return any(cue.start == lead.start and _CONJUNCTIONS & cue.kinds for cue in cues)


def _turns_nothing(lead: _Lead, cue: Cue) -> bool:
    """Whether words that turn a passage do not here: `said in a claim`, `did not notice that`."""
    if "negation" in cue.kinds:
        vocabulary, text = lead.vocabulary, lead.text
        takes = takes_for_true(vocabulary, text, cue.end, lead.start)
        return takes and not _is_own(vocabulary, text, cue)
    return "claim" in cue.kinds and _is_occasion(lead, cue)


def _is_own(vocabulary: Vocabulary, text: str, cue: Cue) -> bool:
    """Whether somebody denies to know it: `I do not know that`, which is to doubt it."""
    words_before = vocabulary.words(text, max(0, cue.start - LONGEST_CONJUNCTION), cue.end)
    first_person = vocabulary.first_person.split()
    return any(word.text in first_person for word in words_before[-REACH_OF_A_FACTIVE:])


def _is_occasion(lead: _Lead, noun: Cue) -> bool:
    """Whether a noun for what somebody says follows a verb of saying: `said in a statement`."""
    at = lead.cues.index(noun)
    verb = lead.cues[at - 1] if at else None
    if verb is None or "report" not in verb.kinds:
        return False
    return lead.vocabulary.distance(lead.text, verb.end, noun.start) <= _WORDS_OF_AN_OCCASION


def _opens_a_clause(text: str, low: int, at: int) -> bool:
    """Whether only punctuation, or nothing, stands right before words of a sentence."""
    return not text[low:at].rstrip()[-1:].isalnum()


def _behind_adverb(lead: _Lead, cue: Cue, following: Cue) -> int:
    """Where a negation ends, with the adverb right behind it that may join clauses: `not yet`.

    Args:
        lead: what stands before the passage.
        cue: the negation, or other words that turn what follows.
        following: the next of its cues behind them.
    """
    vocabulary, text = lead.vocabulary, lead.text
    between = text[cue.end : following.start].strip()
    comma = text[following.end : following.end + 1] == ","
    adverb = "negation" in cue.kinds and "contrast" in following.kinds
    if not adverb or between != ("," if comma else ""):
        return cue.end
    word = _last_word(vocabulary, text, following)
    # A `but` that follows joins another clause on.
    if word in {"", *vocabulary.contrast.split()[:1], *vocabulary.joint.split()}:
        return cue.end
    return following.end + comma


def _last_word(vocabulary: Vocabulary, text: str, cue: Cue) -> str:
    words = vocabulary.words(text, cue.start, cue.end) if vocabulary.spaced else []
    return words[-1].text if words else ""


def _is_infinitive(vocabulary: Vocabulary, text: str, start: int) -> bool:
    """Whether a passage begins a clause that ends in an infinitive: `, die Brücke zu bauen`."""
    if not vocabulary.late_negation:
        return False
    end = sentence_end(text, start)
    stop = CLAUSE.search(text, start, end)
    clause = text[start : stop.start() if stop else end]
    return bool(_INFINITIVE.search(clause.rstrip(STOPS + OPENING_MARKS + CLOSING_MARKS)))


def _is_parted(lead: _Lead, end: int) -> bool:
    """Whether punctuation parts words from a passage, but for the comma before a `that`.

    Args:
        lead: what stands before the passage.
        end: where the words end, in code points.
    """
    text, start = lead.text, lead.start
    marks = list(CLAUSE.finditer(text, end, start))
    if len(marks) != 1 or marks[0][0] != ",":
        return bool(marks)
    at = marks[0].end()
    behind = at + len(text[at:start]) - len(text[at:start].lstrip())
    if behind == start and _is_infinitive(lead.vocabulary, text, start):
        return False
    return not any("that" in cue.kinds and cue.start == behind for cue in lead.cues)


def _with_auxiliary(text: str, low: int, at: int) -> int:
    """Where the word before a negation begins, so that `not` is shown as `did not`."""
    auxiliary = _AUXILIARY.search(text, low, at)
    return auxiliary.start() if auxiliary else at


def _turn_near(lead: _Lead, cue: Cue, between: set[str]) -> Turn | None:
    """Return how words turn a passage that no mark of punctuation parts from them.

    Args:
        lead: what stands before the passage.
        cue: the words.
        between: the kinds of its cues that follow them.
    """
    words = lead.vocabulary.distance(lead.text, cue.end, lead.start) + 1
    if words == 1 and _LIMITS & cue.kinds and _begins_with_number(lead):
        return Turn.QUANTITY
    turn = _turn_within_reach(cue, words, between)
    if turn is None and _denies_subject(lead, cue):
        return Turn.NEGATION
    return turn


def _turn_within_reach(cue: Cue, words: int, between: set[str]) -> Turn | None:
    """Return how words turn a passage that begins so many words behind them."""
    # In `could see that`, the first verb turns the second.
    governed = "doubt" if "report" in between else ""
    for kind, reach, turn in _REACH:
        if kind in cue.kinds and words <= reach and kind != governed:
            return turn
    for kind, reach, carriers, turn in _REACH_OF_A_CLAUSE:
        if kind in cue.kinds and words <= reach and carriers & between:
            return turn
    return None


def _share_before(lead: _Lead) -> Cut | None:
    """Return the words before a passage that count its few cases: `In only one of nine runs …`."""
    vocabulary, text, start = lead.vocabulary, lead.text, lead.start
    limit = next((cue for cue in reversed(lead.cues) if "limit" in cue.kinds), None)
    if limit is None or not counts_a_share(vocabulary, text, limit, start):
        return None
    apart = CLAUSE.search(text[limit.end : start].rstrip(" ,"))
    is_near = vocabulary.distance(text, limit.end, start) <= _WORDS_OF_A_SHARE_BEFORE
    if apart or not is_near:
        return None
    return Cut(abridge(text[limit.start : start]), Turn.QUANTITY)


def _clause_before(lead: _Lead) -> Cut | None:
    """Return how the clause before a passage and its comma turns it: `Were it so, …`."""
    vocabulary, text, low, start, cues = lead
    comma = max(text.rfind(mark, low, start) for mark in COMMAS)
    if comma < low:
        return None
    # An article may stand between them.
    at_once = vocabulary.distance(text, comma, start) <= 1
    if vocabulary.is_inverted(text, low, comma, at_once=at_once) and not QUESTION_AT_END().search(
        text, start, sentence_end(text, start)
    ):
        return Cut(abridge(text[low:start]), Turn.CONDITION)
    doubts = [cue for cue in cues if "doubt" in cue.kinds and cue.end <= comma]
    length = vocabulary.distance(text, low, comma)
    if at_once and length and length == sum(vocabulary.distance(text, *cue[1:]) for cue in doubts):
        return Cut(abridge(text[low:start]), Turn.DOUBT)  # `Allegedly, …`
    return _concession_before(lead, comma) if at_once else None


def _concession_before(lead: _Lead, comma: int) -> Cut | None:
    """Return a clause that concedes something, right before a passage: `Although it rained, …`.

    Args:
        lead: what stands before the passage.
        comma: where the last comma before the passage is, in code points.
    """
    vocabulary, text = lead.vocabulary, lead.text
    concessions = (cue for cue in reversed(lead.cues) if "concession" in cue.kinds)
    concession = next(concessions, None)
    # In `, although it rained`, the passage is what is conceded.
    if concession is None or concession.end > comma:
        return None
    before = text[lead.low : concession.start].rstrip(OPENING_MARKS)
    opens = not before or before[-1] in ";:,—–"
    closes = vocabulary.verb_last and not vocabulary.distance(text, concession.end, comma)
    if not opens and not closes:
        return None
    return Cut(abridge(text[concession.start : lead.start]), Turn.CONCESSION)


def _label_before(lead: _Lead) -> Cut | None:
    """Return a label at the head of a sentence that calls what follows false: `FALSE: …`."""
    vocabulary, text, low, start, cues = lead
    if not {"reversal", "negation"} & cues[0].kinds:
        return None
    if not COLON_AT_END.search(text, low, start):
        return None
    if vocabulary.distance(text, low, start) > _WORDS_OF_A_LABEL:
        return None
    return Cut(abridge(text[low:start]), Turn.REVERSAL)
