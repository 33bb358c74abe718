"""A few words set off behind a passage that take it back: `, or so he says`, `; this is false`."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.punctuation import COLONS, PAUSES, STOPS
from claimcheck.anchor.result import Turn

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue

# What parts clauses.
CLAUSE: Final = re.compile(rf"[{PAUSES}{COLONS}—–()（）\n]|(?<=\s)-(?=\s)|--")
_SETS_OFF: Final = cache(
    partial(re.compile, rf"\s*(?:[{PAUSES}{COLONS}(（\[]|(?:[—–-]|--)(?=\s))\s*")
)
_CLOSES_SPEECH: Final = cache(partial(re.compile, r"[\"”’»]"))
_CLOSED: Final = re.compile(r"[,!]?[\"”’»“]\s*,?\s*")
# `that, at least, is what he tells us`, `or so the label would have you believe`
_POINTS_AT_SPEECH: Final = cache(
    partial(
        re.compile,
        r"(?:(?:that|this|such)\b[^.!?;]{0,30}\b(?:is|was) what|or so|c['’]est\b[^.!?;]{0,20}\bce"
        r" qu"
        r"|(?:eso|esto) es\b[^.!?;]{0,20}\blo que|(?:questo )?è\b[^.!?;]{0,20}\b(?:quanto|ciò che)"
        r"|(?:das|so) (?:jedenfalls|zumindest|wenigstens)\b)",
        re.IGNORECASE,
    )
)
_BELIEVES: Final = frozenset({"report", "thought"})
_SAYINGS: Final = frozenset({"report", "thought", "claim"})
# In words: what doubts alone, what points back and calls it false, and the longest remark.
_DOUBTING: Final = 3
_WORDS_OF_A_LIE: Final = 4
_POINTING_BACK: Final = 4
_LONGEST: Final = 6
# What calls a passage false without more ado: in words, in brackets and else.
_LONGEST_IN_BRACKETS: Final = 4
_LONGEST_RETORT: Final = 3
_BRACKETS: Final = frozenset("(（[")
# In characters, farther than what is looked for right behind a passage.
_FAR: Final = 80
_AFTER_A_PAUSE: Final = (*PAUSES, "—", "–", "-", "(", "（")
_ENDS_CLAUSE: Final = cache(partial(re.compile, rf"\s*(?:[{STOPS}{PAUSES}{COLONS}—–()（）]|\Z)"))
_ATTRIBUTES: Final = frozenset({"report", "thought", "source", "relay"})
_HEDGES: Final = frozenset({"rough", "limit"})


def remark_behind(
    vocabulary: Vocabulary, text: str, end: int, high: int
) -> tuple[int, int, Turn] | None:
    """Find the remark that takes back a passage right behind it.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        end: where the passage ends, in code points.
        high: where its sentence ends.

    Returns:
        Where the remark begins and ends, and what it does; None where there is none.
    """
    mark = _SETS_OFF().match(text, end, high)
    if lie := _lie(vocabulary, text, end, high):
        return lie
    if mark is not None and not _CLOSES_SPEECH().search(text, max(0, end - 1), mark.end() + 1):
        start = mark.end()
        following = CLAUSE.search(text, start, high)
        stop = following.start() if following else high
        turn = _turn(vocabulary, text, start, stop)
        turn = turn or _retort(vocabulary, text, (start, stop), mark[0])
        if turn:
            return start, stop, turn
        if pointing := _POINTS_AT_SPEECH().match(text, start, high):
            cues = vocabulary.cues(text, pointing.end(), high)
            if any(_SAYINGS & cue.kinds for cue in cues):
                return start, high, Turn.DOUBT
    if restriction := _restriction(vocabulary, text, end, high):
        return restriction.start, high, Turn.CONDITION
    return None


def _lie(vocabulary: Vocabulary, text: str, end: int, high: int) -> tuple[int, int, Turn] | None:
    """Find who says behind an utterance that it is a lie: `“…,” he lied`.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        end: where the passage ends, in code points.
        high: where its sentence ends.
    """
    closing = _CLOSED.match(text, end, high)
    if closing is None:
        return None
    start = closing.end()
    following = CLAUSE.search(text, start, high)
    stop = following.start() if following else high
    cues = vocabulary.cues(text, start, stop)
    lies = any("reversal" in cue.kinds and "report" not in cue.kinds for cue in cues)
    if lies and vocabulary.distance(text, start, stop) <= _WORDS_OF_A_LIE:
        return start, stop, Turn.REVERSAL
    return None


def _restriction(vocabulary: Vocabulary, text: str, end: int, high: int) -> Cue | None:
    """Find the words right behind a passage that restrict it: `for now`, `, at least until May`.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        end: where the passage ends, in code points.
        high: where its sentence ends.
    """
    for cue in vocabulary.restrictions(text, end, min(high, end + _FAR)):
        is_near = not vocabulary.distance(text, end, cue.start)
        paused = text[end : cue.start].lstrip().startswith(_AFTER_A_PAUSE)
        if is_near and (paused or _ENDS_CLAUSE().match(text, cue.end)):
            return None if _precedes_number(vocabulary, text, cue.end, high) else cue
    return None


def _precedes_number(vocabulary: Vocabulary, text: str, start: int, high: int) -> bool:
    """Whether a number follows in the same clause: `at least one in ten`."""
    mark = CLAUSE.search(text, start, high)
    first = next(iter(vocabulary.words(text, start, mark.start() if mark else high)), None)
    if first is None:
        return False
    number = "number" in vocabulary.naming.of_word(first.text)
    return number or any(map(str.isdigit, first.text))


def attribution_behind(vocabulary: Vocabulary, text: str, end: int, high: int) -> int | None:
    """Find where a sentence goes on behind a passage and who said it: `, we were told, but …`.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        end: where the passage ends, in code points.
        high: where its sentence ends.

    Returns:
        Where the mark behind the attribution stands; None where there is none.
    """
    mark = _SETS_OFF().match(text, end, high)
    following = CLAUSE.search(text, mark.end(), high) if mark else None
    if mark is None or following is None:
        return None
    start, stop = mark.end(), following.start()
    if vocabulary.distance(text, start, stop) > _LONGEST:
        return None
    kinds = frozenset[str]().union(
        *(cue.kinds for cue in vocabulary.attributions(text, start, stop))
    )
    return stop if kinds & _ATTRIBUTES else None


def _retort(vocabulary: Vocabulary, text: str, span: tuple[int, int], mark: str) -> Turn | None:
    """Return how a remark in brackets, or of a word or two, calls a passage false: `(it is not)`.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        span: where the remark begins and ends.
        mark: what sets it off.
    """
    length = vocabulary.distance(text, *span)
    longest = _LONGEST_IN_BRACKETS if mark.strip() in _BRACKETS else _LONGEST_RETORT
    if length > longest:
        return None
    kinds = frozenset[str]().union(*(cue.kinds for cue in vocabulary.cues(text, *span)))
    if "reversal" in kinds:
        return Turn.REVERSAL
    return Turn.NEGATION if "negation" in kinds else None


def _turn(vocabulary: Vocabulary, text: str, start: int, stop: int) -> Turn | None:
    """Return how a remark turns the passage before it."""
    words, cues = vocabulary.words(text, start, stop), vocabulary.cues(text, start, stop)
    length = vocabulary.distance(text, start, stop)
    if vocabulary.clitics:
        length = len(text[start:stop].split())  # `qu’on` is one word here
    kinds = frozenset[str]().union(*(cue.kinds for cue in cues))
    if not kinds or length > _LONGEST or "contrast" in kinds:
        return None
    if length <= _DOUBTING and kinds & {"doubt", "thought"}:
        return Turn.DOUBT
    if "doubt" in kinds and "limit" in cues[0].kinds:
        return Turn.DOUBT  # `at least on paper`
    opens = not vocabulary.distance(text, start, cues[0].start)
    believes = opens and bool(_BELIEVES & cues[0].kinds)
    if "negation" in kinds and ("claim" in kinds or believes):
        return Turn.NEGATION  # `, a claim that nobody could confirm`, `, glaubt keiner mehr`
    says = bool(kinds & _SAYINGS)
    if "reversal" in kinds:
        points = "pronoun" in vocabulary.naming.of_word(words[0].text)
        return Turn.REVERSAL if says or (points and length <= _POINTING_BACK) else None
    # `or so he says`, `at least he says so`
    hedged = any(_HEDGES & cue.kinds for cue in (cues[0], cues[-1]))
    return Turn.DOUBT if says and hedged else None
