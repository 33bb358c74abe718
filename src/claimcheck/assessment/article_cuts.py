"""Words that turn a quotation, left out of its marks and said by the article in its own words.

`no one could be asked “to lie in the rain”` is fair to “we cannot ask patients to lie in the rain”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

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
    before, behind = draft[span[0] : quotation.start], draft[quotation.end : span[1]]
    vocabulary = vocabulary_at(text, anchor.start, anchor.end)
    if vocabulary is None:
        return False
    if _has_row_of(f"{before} {behind}", cut):
        return True
    words = draft[quotation.inner_start : quotation.inner_end]
    own_condition = cut.turn is Turn.CONDITION and _says(vocabulary, words, Turn.CONDITION)
    left_out = text[sentence_start(text, anchor.start) : anchor.start]
    is_fragment = any(map(str.isalnum, left_out))
    # A word by itself states nothing, nor do three that something is thought or asked of.
    few = _WORDS_OF_A_FRAGMENT if cut.turn is Turn.DOUBT else 1
    states_nothing = len(words.split()) <= few
    stops = [match.end() for match in _CLAUSE_END.finditer(before)]
    clause = before[stops[-1] if stops else 0 :]
    if own_condition or (is_fragment and (states_nothing or _says(vocabulary, clause, cut.turn))):
        return True
    if cut.turn is Turn.CONDITION and _has_condition_of(vocabulary, before, cut):
        return True  # `Wait ten years, and “nothing will be left”`
    rest = text[anchor.end : sentence_end(text, anchor.end)]
    return any(
        len(words_of(frame) & words_of(printed)) >= _FEWEST_SHARED
        and _says(vocabulary, frame, cut.turn)
        for frame, printed in ((behind, rest), (before, left_out), (before, rest))
    )


def _says(vocabulary: Vocabulary, words: str, turn: Turn) -> bool:
    kinds = _SAYING.get(turn, frozenset())
    return any(cue.kinds & kinds for cue in vocabulary.cues(words))


def _has_condition_of(vocabulary: Vocabulary, frame: str, cut: Cut) -> bool:
    """Whether a frame has the words of a condition, but for the one that makes it one."""
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
