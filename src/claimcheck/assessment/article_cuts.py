"""Words that turn a quotation, left out of its marks and said by the article in its own words.

`no one could be asked “to lie in the rain”` is fair to “we cannot ask patients to lie in the rain”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.result import Turn
from claimcheck.anchor.sentences import sentence_end, sentence_start
from claimcheck.assessment.article_source_figures import words_of

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.quotation_marks import Quotation
    from claimcheck.anchor.result import Anchor, Cut

# Which words of an article say what a cut leaves out.
_SAYING: Final = {
    Turn.NEGATION: frozenset(("negation", "absence", "reversal")),
    Turn.REVERSAL: frozenset(("negation", "reversal")),
    Turn.CONDITION: frozenset(("condition",)),
    Turn.DOUBT: frozenset(("doubt", "thought", "claim", "report")),
    Turn.CONCESSION: frozenset(("concession", "contrast", "exception", "negation")),
}
# So many words of a cut in a row are its own words.
_WORDS_IN_A_ROW: Final = 3
# So many longer words of what is left out make the same statement of an article's.
_FEWEST_SHARED: Final = 2
_WORDS_OF_A_FRAGMENT: Final = 3
_LETTERS_OF_A_LONGER_WORD: Final = 4
_WORD: Final = re.compile(r"[^\W_]+")
_CLAUSE_END: Final = re.compile(r"[;:!?\n]")


class _Surroundings(NamedTuple):
    """The sentence around a quotation, beside the source's sentence that it was cut from.

    Attributes:
        vocabulary: the words of the source's language.
        words: the quotation's.
        before: what the article's sentence has before it.
        behind: what it has behind it.
        left_out: what the source's sentence has before the passage.
        rest: what that has behind it.
    """

    vocabulary: Vocabulary
    words: str
    before: str
    behind: str
    left_out: str
    rest: str


def is_said_around(
    draft: str, quotation: Quotation, span: tuple[int, int], anchor: Anchor, text: str
) -> bool:
    """Whether the sentence around a quotation says what the quotation was cut from.

    Args:
        draft: the article's text.
        quotation: where the quotation stands there.
        span: where its sentence begins and ends, in code points.
        anchor: where the passage stands in the source, with its cut.
        text: the source's text.
    """
    cut = anchor.cut
    if cut is None or anchor.start is None or anchor.end is None:
        return False
    vocabulary = vocabulary_at(text, anchor.start, anchor.end)
    if vocabulary is None:
        return False
    frame = _Surroundings(
        vocabulary,
        draft[quotation.inner_start : quotation.inner_end],
        draft[span[0] : quotation.start],
        draft[quotation.end : span[1]],
        text[sentence_start(text, anchor.start) : anchor.start],
        text[anchor.end : sentence_end(text, anchor.end)],
    )
    return (
        _has_row_of(f"{frame.before} {frame.behind}", cut)
        or _has_own_condition(frame, cut)
        or _is_fragment_in_turn(frame, cut)
        or (cut.turn is Turn.CONDITION and _has_condition_of(vocabulary, frame.before, cut))
        or _turns_the_same_statement(frame, cut)
    )


def _has_own_condition(frame: _Surroundings, cut: Cut) -> bool:
    """Whether a condition is left out of a quotation that has one of its own."""
    return cut.turn is Turn.CONDITION and _says(frame.vocabulary, frame.words, Turn.CONDITION)


def _is_fragment_in_turn(frame: _Surroundings, cut: Cut) -> bool:
    """Whether a quotation begins inside its sentence, and the article turns it, or it says nothing.

    A word by itself states nothing, nor do three that something is thought or asked of.
    """
    if not any(map(str.isalnum, frame.left_out)):
        return False
    few = _WORDS_OF_A_FRAGMENT if cut.turn is Turn.DOUBT else 1
    if len(frame.words.split()) <= few:
        return True
    stops = [match.end() for match in _CLAUSE_END.finditer(frame.before)]
    clause = frame.before[stops[-1] if stops else 0 :]
    return _says(frame.vocabulary, clause, cut.turn)


def _turns_the_same_statement(frame: _Surroundings, cut: Cut) -> bool:
    """Whether the article turns, on either side, a statement that the source's sentence makes."""
    pairs = (
        (frame.behind, frame.rest),
        (frame.before, frame.left_out),
        (frame.before, frame.rest),
    )
    return any(
        len(words_of(own) & words_of(printed)) >= _FEWEST_SHARED
        and _says(frame.vocabulary, own, cut.turn)
        for own, printed in pairs
    )


def _says(vocabulary: Vocabulary, words: str, turn: Turn) -> bool:
    kinds = _SAYING.get(turn, frozenset())
    return any(cue.kinds & kinds for cue in vocabulary.cues(words))


def _has_condition_of(vocabulary: Vocabulary, frame: str, cut: Cut) -> bool:
    """Whether words have those of a condition, but for the one that makes it one.

    `Wait ten years, and “nothing will be left”`

    Args:
        vocabulary: the words of the source's language.
        frame: the words before the quotation.
        cut: the condition.
    """
    own = set(_WORD.findall(frame.casefold()))
    plain = list(cut.words)
    for cue in vocabulary.cues(cut.words):
        if cue.kinds & _SAYING[Turn.CONDITION]:
            plain[cue.start : cue.end] = " " * (cue.end - cue.start)
    words = set(_WORD.findall("".join(plain).casefold()))
    longer = {word for word in words if len(word) >= _LETTERS_OF_A_LONGER_WORD}
    return bool(longer) and longer <= own and len(words & own) >= _WORDS_IN_A_ROW


def _has_row_of(frame: str, cut: Cut) -> bool:
    """Whether a frame has words of a cut in a row, in its own quotations or beside them."""
    words = _WORD.findall(cut.words.casefold())
    own = " ".join(_WORD.findall(frame.casefold()))
    if len(words) < _WORDS_IN_A_ROW:
        return bool(words) and words[-1] in own.split()
    return any(
        " ".join(words[at : at + _WORDS_IN_A_ROW]) in own
        for at in range(len(words) - _WORDS_IN_A_ROW + 1)
    )
