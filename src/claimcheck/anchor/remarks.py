"""A few words set off behind a passage that take it back: `, or so he says`, `; this is false`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.result import Turn

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary

# What parts clauses.
CLAUSE: Final = re.compile(r"[,;:—–()\n、，；：،؛]|(?<=\s)-(?=\s)|--")
_SETS_OFF: Final = re.compile(r"\s*(?:[,;:，；：،؛(（\[]|(?:[—–-]|--)(?=\s))\s*")
_CLOSES_SPEECH: Final = re.compile(r"[\"”’»]")
_SAYINGS: Final = frozenset({"report", "thought", "claim"})
# In words: what doubts alone, what points back and calls it false, and the longest remark.
_DOUBTING: Final = 3
_POINTING_BACK: Final = 4
_LONGEST: Final = 6
# What calls a passage false without more ado: in words, in brackets and else.
_LONGEST_IN_BRACKETS: Final = 4
_LONGEST_RETORT: Final = 2
_BRACKETS: Final = frozenset("(（[")
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
    mark = _SETS_OFF.match(text, end, high)
    if mark is None or _CLOSES_SPEECH.search(text, max(0, end - 1), mark.end() + 1):
        return None
    start = mark.end()
    following = CLAUSE.search(text, start, high)
    stop = following.start() if following else high
    turn = _turn(vocabulary, text, start, stop) or _retort(vocabulary, text, (start, stop), mark[0])
    return (start, stop, turn) if turn else None


def _retort(vocabulary: Vocabulary, text: str, span: tuple[int, int], mark: str) -> Turn | None:
    """What a remark in brackets, or of a word or two, does that calls false: `(it is not)`.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        span: where the remark begins and ends.
        mark: what sets it off.
    """
    length = vocabulary.distance(text, *span)
    longest = _LONGEST_IN_BRACKETS if mark.strip()[:1] in _BRACKETS else _LONGEST_RETORT
    if length > longest:
        return None
    kinds = frozenset[str]().union(*(cue.kinds for cue in vocabulary.cues(text, *span)))
    if "reversal" in kinds:
        return Turn.REVERSAL
    return Turn.NEGATION if "negation" in kinds else None


def _turn(vocabulary: Vocabulary, text: str, start: int, stop: int) -> Turn | None:
    """What a remark does to the passage before it."""
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
    says = bool(kinds & _SAYINGS)
    if "reversal" in kinds:
        points = "pronoun" in vocabulary.naming.of_word(words[0].text)
        return Turn.REVERSAL if says or (points and length <= _POINTING_BACK) else None
    # `or so he says`, `at least he says so`
    hedged = any(_HEDGES & cue.kinds for cue in (cues[0], cues[-1]))
    return Turn.DOUBT if says and hedged else None
