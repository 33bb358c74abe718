"""What anchoring says: where a quote stands in a text, and how well."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, NoReturn, Self

from claimcheck.anchor.punctuation import OPENING_MARKS

_MOST_WORDS_OF_A_CUT: Final = 8


class Fit(StrEnum):
    """How well a quote stands in a text; `passes` is true where it really stands there."""

    VERBATIM = "verbatim", True
    NORMALIZED = "normalized", True
    ELIDED = "elided", True
    AMBIGUOUS = "ambiguous", True
    ALTERED = "altered"
    SPLICED = "spliced"
    MISATTRIBUTED = "misattributed"
    NOT_FOUND = "not-found"
    UNCHECKED = "unchecked"

    passes: bool

    def __new__(cls, word: str, passes: bool = False) -> Self:  # noqa: FBT001, FBT002 - a column of the table
        """Make a member of its word, and of whether quotes of this fit pass."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.passes = passes
        return member


class Change(StrEnum):
    """The kind of a difference between a quote and its passage, where it has a name."""

    CAPITALS = "capitals"
    PUNCTUATION = "punctuation"
    SPACING = "spacing"
    ACCENTS = "accents"
    LOOKALIKE = "look-alike letters"
    NUMBER = "number"
    UNIT = "unit"
    NEGATION = "negation"
    NAME = "name"
    MODALITY = "modality"
    TENSE = "tense"
    CUT = "cut inside a word or number"


class Segment(NamedTuple):
    """A run of a word diff: what the quote has and what the source prints in its place.

    Equal runs have the same text on both sides (the source's spelling in `printed`); an insertion
    has an empty `printed`, an omission an empty `written`.
    """

    written: str
    printed: str
    same: bool


class Turn(StrEnum):
    """What words do to a statement that they stand beside."""

    NEGATION = "negation"
    REVERSAL = "reversal"
    DOUBT = "doubt"
    CONDITION = "condition"
    CONCESSION = "concession"
    QUESTION = "question"
    QUANTITY = "quantity"
    SCALE = "scale"
    MODIFIER = "modifier"
    SPEAKER = "speaker"
    SUBJECT = "subject"
    UNKNOWN = "unknown"


class Cut(NamedTuple):
    """Words of a passage's sentence that turn it and that the quote leaves out."""

    words: str
    turn: Turn


def abridge(words: str) -> str:
    """Return the words of a cut as a message shows them: the first ones, in single blanks."""
    every = words.strip(OPENING_MARKS).split()
    first = " ".join(every[:_MOST_WORDS_OF_A_CUT]).rstrip(',;:.!?"”’»')
    return first + (" …" if len(every) > _MOST_WORDS_OF_A_CUT else "")


class Omission(NamedTuple):
    """What the source prints where a quote marks an omission.

    `turn` says what the words that were left out do to the statement, where they seem to do
    something; `reason` says why they may not be left out, where they may not.
    """

    start: int
    end: int
    turn: Turn | None = None
    reason: str = ""


class Replacement(NamedTuple):
    """A writer's bracket, and what the source prints in its place.

    `words` stand in the bracket; `start` and `end` are the offsets of the source's words, the same
    where it has none there. `doubt` says what a person should look at, if anything.
    """

    words: str
    start: int
    end: int
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands in a text, and how well.

    `start` and `end` are offsets into the raw text in Unicode code points, end exclusive; both are
    None when no passage is proposed. `parts` holds the span of each part of an elided or spliced
    quote. `count` says how often the quote stands there. For fits that do not pass, `difference`
    is the word diff from quote to passage, `changes` names the kinds of change, and `similarity`
    (0 to 1) orders proposals and decides nothing. `inserted` lists the writer's own words in
    square brackets, `brackets` what the source prints in their places, `omissions` what the quote
    leaves out between its parts, `cut` what turns its sentence outside it, where somebody has
    looked (`claimcheck.anchor.with_cut`), `doubt` that the passage can be read in two ways.
    `reason` says why a quote is unchecked, or why it does not pass where the diff does not show it:
    a prefix that is not there, parts in another order, a look-alike letter.
    """

    fit: Fit
    start: int | None = None
    end: int | None = None
    parts: tuple[tuple[int, int], ...] = ()
    count: int = 0
    difference: tuple[Segment, ...] = ()
    changes: tuple[Change, ...] = ()
    similarity: float = 0.0
    inserted: tuple[str, ...] = ()
    omissions: tuple[Omission, ...] = ()
    brackets: tuple[Replacement, ...] = ()
    cut: Cut | None = None
    doubt: str = ""
    reason: str = ""

    @property
    def passes(self) -> bool:
        """Whether the quote really stands there."""
        return self.fit.passes

    def __bool__(self) -> NoReturn:
        """Refuse to be taken for a yes or a no: also a quote that is not there has an anchor.

        Raises:
            TypeError: always.
        """
        raise TypeError(f"an anchor is neither true nor false (this one: {self.fit}); ask .passes")
