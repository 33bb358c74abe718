"""What anchoring says: where a quote stands in a text, and how well."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fit(StrEnum):
    """How well a quote stands in a text."""

    VERBATIM = "verbatim"
    NORMALIZED = "normalized"
    ELIDED = "elided"
    AMBIGUOUS = "ambiguous"
    ALTERED = "altered"
    SPLICED = "spliced"
    MISATTRIBUTED = "misattributed"
    NOT_FOUND = "not-found"
    UNCHECKED = "unchecked"

    @property
    def passes(self) -> bool:
        """Whether a quote of this fit really stands in its text."""
        return self in _PASSING


# The most frequent first; the hash of an enumeration's member, for a set, takes longer.
_PASSING = (Fit.VERBATIM, Fit.NORMALIZED, Fit.ELIDED, Fit.AMBIGUOUS)


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


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a word diff: what the quote has and what the source prints in its place.

    Equal runs have the same text on both sides (the source's spelling in `printed`); an insertion
    has an empty `printed`, an omission an empty `written`.
    """

    written: str
    printed: str
    same: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands in a text, and how well.

    `start` and `end` are offsets into the raw text in Unicode code points, end exclusive; both are
    None when no passage is proposed. `parts` holds the span of each part of an elided or spliced
    quote. `count` says how often the quote stands there. For fits that do not pass, `difference`
    is the word diff from quote to passage, `changes` names the kinds of change, and `similarity`
    (0 to 1) orders proposals and decides nothing. `inserted` lists the writer's own words in
    square brackets. `reason` says why a quote is unchecked, or why it does not pass where the diff
    does not show it: a prefix that is not there, parts in another order, a look-alike letter.
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
    reason: str = ""
