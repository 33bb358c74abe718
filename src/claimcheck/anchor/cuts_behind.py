"""Words that turn a passage, in the part of its sentence that follows it."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.factives import REACH_OF_A_FACTIVE, takes_for_true
from claimcheck.anchor.languages.word_table import DENIAL_KINDS, LONGEST_CONJUNCTION
from claimcheck.anchor.limited_shares import counts_a_share
from claimcheck.anchor.narrowings import is_narrowed
from claimcheck.anchor.punctuation import COLONS, PAUSES, QUESTION_AT_END, STOPS
from claimcheck.anchor.remarks import CLAUSE, attribution_behind, remark_behind
from claimcheck.anchor.result import Cut, Turn, abridge
from claimcheck.anchor.sentences import sentence_end

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue

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
_FAR_BEHIND: Final = 160
# In characters, farther than the words before a passage that presuppose it.
_FAR_BEFORE: Final = 200
_TAKES_BACK: Final = frozenset({"negation", "reversal", "limit", "condition", "doubt"})
_WORDS_OF_A_TURN: Final = 1
_REPORTS: Final = frozenset({"that", "claim"})
_DISBELIEVES: Final = frozenset({"reversal", "thought"})
# So many words, all of them small, may be the subject of what a contrast denies: `but he did not`.
_WORDS_OF_A_SUBJECT: Final = 3
# How far before the end of a passage, in characters, it may admit what it says.
_ADMITTED_BEFORE: Final = 300
# So few words behind a passage are no clause: `in name only`.
_WORDS_OF_AN_AFTERTHOUGHT: Final = 3
# A contrast that ends its sentence in so few words was as easily quoted as left out.
_WORDS_OF_A_SHORT_CLAUSE: Final = 7
# So many may stand between a passage and what negates it at the end of its clause.
_WORDS_BEFORE_A_LATE_NEGATION: Final = 4
_CLAUSE_ENDS: Final = cache(
    partial(re.compile, rf"(?:\s+\w+)?\s*(?:[{STOPS}{PAUSES}{COLONS}—–()]|\Z)")
)
# Not “…”: a sentence often goes on behind it.
_ENDS: Final = frozenset(STOPS) - {"…"}
_OF_A_NUMBER: Final = re.compile(r"\s*\d")
_BEYOND_PUNCTUATION: Final = frozenset({"condition", "concession", "exception", "negation"})


def turn_behind(vocabulary: Vocabulary, text: str, lead: tuple[int, int], end: int) -> Cut | None:
    """Return the words that turn a passage in the part of its sentence that follows it.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        lead: where the passage's sentence begins, and the passage.
        end: where the passage ends.
    """
    high = sentence_end(text, end)
    if text[end - 1 : end] in _ENDS or high <= end:
        return None
    following = _word_behind(vocabulary, text, end, high)
    if following is None and (stop := attribution_behind(vocabulary, text, end, high)):
        following = _word_behind(vocabulary, text, stop, high)
    if following:
        return Cut(abridge(text[following[0] : high]), following[1])
    # Most passages end before a mark, and nobody needs to look closer.
    if text[end].isspace() and is_narrowed(vocabulary, text, lead[1], end):
        return Cut(abridge(text[end:high]), Turn.QUANTITY)
    if remark := remark_behind(vocabulary, text, end, high):
        start, stop, turn = remark
        return Cut(abridge(text[start:stop]), turn)
    if QUESTION_AT_END().search(text, end, high) and not _presupposes(vocabulary, text, lead):
        return Cut(abridge(text[end:high]) or "?", Turn.QUESTION)
    return None


def _presupposes(vocabulary: Vocabulary, text: str, lead: tuple[int, int]) -> bool:
    """Whether a question takes for true what it asks about: `Did you know that …?`."""
    low, start = lead
    words = vocabulary.words(text, max(low, start - _FAR_BEFORE), start)[-REACH_OF_A_FACTIVE:]
    return bool(words) and takes_for_true(vocabulary, text, words[0].start, start)


def _word_behind(vocabulary: Vocabulary, text: str, end: int, high: int) -> tuple[int, Turn] | None:
    """Where a word that turns a passage stands right behind it, and what it does."""
    cues = vocabulary.cues(text, end, min(high, end + _FAR_BEHIND))
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
    if cues and (
        _is_last_limit(vocabulary, text, end, cues[-1], high)
        or _is_of_a_share(vocabulary, text, end, cues[0], high)
    ):
        return end, Turn.QUANTITY
    return _ended(vocabulary, text, end, high)


def _is_of_a_share(vocabulary: Vocabulary, text: str, end: int, cue: Cue, high: int) -> bool:
    """Whether right behind a passage stands in how few of its cases it holds.

    `in only one of nine runs`

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        end: where the passage ends, in code points.
        cue: what may limit it.
        high: where its sentence ends.
    """
    apart = CLAUSE.search(text, end, cue.start) or vocabulary.distance(text, end, cue.start) > 1
    return not apart and counts_a_share(vocabulary, text, cue, high)


def _ended(vocabulary: Vocabulary, text: str, end: int, high: int) -> tuple[int, Turn] | None:
    """Where a passage is said to hold until it does not: `until it did not`.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        end: where the passage ends, in code points.
        high: where its sentence ends.
    """
    stop = min(high, end + _FAR_BEHIND)
    until = next(iter(vocabulary.ends(text, end, stop)), None)
    if until is None or vocabulary.distance(text, end, until.start):
        return None
    cues = vocabulary.cues(text, until.end, stop)
    denies = next((cue for cue in cues if "negation" in cue.kinds), None)
    if denies is None or not _points_back(vocabulary, text, until.end, denies.start):
        return None
    following = CLAUSE.search(text, denies.end, high)
    rest = vocabulary.distance(text, denies.end, following.start() if following else high)
    return (until.start, Turn.CONDITION) if rest < _WORDS_OF_A_SUBJECT else None


def _of_the_end(vocabulary: Vocabulary, text: str, cue: Cue, end: int) -> Turn | None:
    """Return how a word right behind a passage turns its end: `40 million less`, `safe only`."""
    if "scale" in cue.kinds and _ends_in_a_number(vocabulary, text, end):
        return Turn.SCALE
    if "limit" not in cue.kinds:
        return None
    if _ends_in_a_number(vocabulary, text, end):
        return Turn.QUANTITY
    words = vocabulary.words(text, cue.start, cue.end)[:1]
    bounds = any("bound" in vocabulary.counting.of_word(word.text) for word in words)
    # `until 1492` says when, and `only 5 miles` is of the miles.
    return None if bounds or _OF_A_NUMBER.match(text, cue.end) else Turn.QUANTITY


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
    return _CLAUSE_ENDS().match(text, late.end) is not None


def _is_denied_late(vocabulary: Vocabulary, text: str, end: int, cues: list[Cue]) -> bool:
    """Whether a clause goes on to deny the passage that it quotes: `…だという説は誤りだ`."""
    if not (vocabulary.verb_last or not vocabulary.spaced):
        return False
    if not cues or not _REPORTS & cues[0].kinds:
        return False
    # `的说法`
    if vocabulary.distance(text, end, cues[0].start) > (not vocabulary.verb_last):
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
    words = vocabulary.words(text, max(0, end - LONGEST_CONJUNCTION), end)
    return bool(words) and vocabulary.is_number(words[-1].text)


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
    denies = next((cue for cue in cues[1:] if DENIAL_KINDS & cue.kinds), None)
    if denies is None:
        return False
    is_near = vocabulary.distance(text, after, denies.start) <= _WORDS_OF_A_TURN
    if is_near and denies.kinds >= _DISBELIEVES:
        return True  # `but I doubt it`
    if vocabulary.verb_last:
        return not CLAUSE.search(text, after, denies.start)
    return _points_back(vocabulary, text, after, denies.start)


def _points_back(vocabulary: Vocabulary, text: str, low: int, high: int) -> bool:
    """Whether a few small words are a subject that goes before them: `he`, `this`, `that it`."""
    between = vocabulary.words(text, low, high)
    if len(between) > _WORDS_OF_A_SUBJECT or CLAUSE.search(text, low, high):
        return False
    words = {word.text for word in between}
    pointing = {word for word in words if "pronoun" in vocabulary.naming.of_word(word)}
    return (
        bool(pointing)
        and words.isdisjoint(vocabulary.first_person.split())
        and words - pointing <= vocabulary.small_words
    )
