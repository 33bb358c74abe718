"""Quotes in parts: omissions that the writer marked, insertions in square brackets, silent splices.

A mark of omission (`[…]`, `[...]`, `…`, `...`) stands for words left out; square brackets hold
the writer's own words (`[Trump]`), a changed capital (`[T]he`) or a changed ending (`walk[ed]`).
What stands outside must be in the source, in order and near each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.borders import cuts_left, cuts_right
from claimcheck.anchor.difference import negates, weighs
from claimcheck.anchor.sentences import breaks
from claimcheck.anchor.standing import normalized, wanted
from claimcheck.anchor.text import Text

if TYPE_CHECKING:
    from claimcheck.anchor.standing import Wanted

# Two paragraphs of a newspaper: an omission that reaches farther joins what the source keeps apart.
LARGEST_GAP: Final = 1000
# A pair of words is the least that can be recognised as somebody's; single words could be picked
# from anywhere in two paragraphs to say anything.
WORDS_OF_A_PART: Final = 2
LETTERS_OF_A_PART: Final = 8
LETTERS_OF_A_HAN_PART: Final = 4
# What a bracket may stand for: a pronoun, a name, a short phrase.
WORDS_BEHIND_A_BRACKET: Final = 5
CHARACTERS_BEHIND_A_BRACKET: Final = 60
LETTERS_OF_AN_ENDING: Final = 4
_WORDS_OF_A_SHORT_GAP: Final = 3
_MOST_PLACES: Final = 200
_MOST_PARTS: Final = 64
_MARGIN: Final = 80

_JOINT: Final = re.compile(
    r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]"  # [...] or (...)
    r"|…\.?|\.\s?\.\s?\.(?:\s?\.)?"
    r"|\[([^\[\]]{1,200})\]"
)


class _Kind(Enum):
    OMISSION = "omission"
    INSERTION = "insertion"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Parted:
    """A quote in parts, with the kind of joint before each part but the first."""

    parts: tuple[str, ...]
    joints: tuple[_Kind, ...]
    inserted: tuple[str, ...] = ()
    leading: bool = False

    @property
    def bare(self) -> str:
        """The quote without marks and insertions: what the source should have."""
        return " ".join(self.parts)

    @property
    def marks_omissions(self) -> bool:
        """Whether the writer says that words were left out."""
        return _Kind.OMISSION in self.joints or self.leading


@dataclass(frozen=True, slots=True)
class Chain:
    """The places of a quote's parts, or why they make no quotation."""

    spans: tuple[tuple[int, int], ...] = ()
    trouble: str = ""


def parted(words: str) -> Parted | None:
    """Split a quote at its marks of omission and its square brackets; None when it has neither."""
    parts: list[str] = []
    joints: list[_Kind] = []
    inserted: list[str] = []
    part, done = "", 0
    pending: set[_Kind] = set()
    for found in _JOINT.finditer(words):
        part += words[done : found.start()]
        done = found.end()
        follows = words[done : done + 1]
        if found[1]:
            inserted.append(found[1].strip())
            if len(found[1]) == 1 and found[1].isalpha() and follows.isalpha():
                part += found[1].swapcase()  # [T]he: the source has the other case
                continue
        if any(map(str.isalnum, part)):
            _add(part, pending, parts, joints)
            pending.clear()
        pending.add(_kind(found, part[-1:], follows))
        part = ""
    part += words[done:]
    if any(map(str.isalnum, part)):
        _add(part, pending, parts, joints)
        pending.clear()
    if not parts or len(parts) > _MOST_PARTS or not (done or inserted):
        return None
    marked = words.lstrip("\"'“‘„« ").startswith(("[…", "[...", "…", "..."))
    leading = marked or _Kind.OMISSION in pending
    return Parted(tuple(parts), tuple(joints), tuple(inserted), leading)


def _kind(joint: re.Match[str], before: str, follows: str) -> _Kind:
    if joint[1] is None:
        return _Kind.OMISSION
    return _Kind.ENDING if before.isalpha() and not follows.isalpha() else _Kind.INSERTION


def _add(part: str, pending: set[_Kind], parts: list[str], joints: list[_Kind]) -> None:
    if parts:
        joints.append(
            _Kind.OMISSION if _Kind.OMISSION in pending or not pending else min(pending, key=str)
        )
    parts.append(part.strip())


def chain(quote: Parted, text: Text) -> Chain:
    """Find the parts of a quote in a text, in order and near each other.

    The longest part is looked for first, everywhere; the others only around it.
    """
    asked = [wanted(part) for part in quote.parts]
    if trouble := _too_little(quote, asked):
        return Chain(trouble=trouble)
    longest = max(range(len(asked)), key=lambda at: (len(asked[at].key), -at))
    trouble = ""
    loose_end = longest < len(quote.joints) and quote.joints[longest] is _Kind.ENDING
    found = normalized(asked[longest], text)
    places = found.places or ((found.cut,) if found.cut and loose_end else ())
    for place in places[:_MOST_PLACES]:
        spans = [place]
        for at in range(longest + 1, len(asked)):
            span = _after(asked[at], spans[-1][1], quote.joints[at - 1], text, quote.joints[at:])
            if span is None:
                break
            spans.append(span)
        for at in range(longest - 1, -1, -1):
            span = _before(asked[at], spans[0][0], quote.joints[at], text)
            if span is None:
                break
            spans.insert(0, span)
        if len(spans) < len(asked):
            continue
        trouble = _hidden(quote, spans, text.raw)
        if not trouble:
            return Chain(tuple(spans))
    return Chain(trouble=trouble)


def _too_little(quote: Parted, asked: list[Wanted]) -> str:
    if any(negates(words) for words in quote.inserted):
        return "the words in square brackets negate"
    outside = sum(len(part.key) for part in asked)
    if sum(map(len, quote.inserted)) > outside:
        return "more stands inside square brackets than outside"
    for number, part in enumerate(asked):
        omission = [
            joint
            for joint in quote.joints[max(0, number - 1) : number + 1]
            if joint is _Kind.OMISSION
        ]
        han = bool(part.key) and part.key[0] >= "\u3040"
        letters = LETTERS_OF_A_HAN_PART if han else LETTERS_OF_A_PART
        if omission and (
            len(part.key) < letters or (not han and len(part.raw.split()) < WORDS_OF_A_PART)
        ):
            return "a part between marks of omission is too short to be recognised"
    return ""


def _reach(kind: _Kind) -> int:
    return LARGEST_GAP if kind is _Kind.OMISSION else CHARACTERS_BEHIND_A_BRACKET


def _after(
    part: Wanted, end: int, kind: _Kind, text: Text, following: tuple[_Kind, ...]
) -> tuple[int, int] | None:
    window = text.raw[end : end + _reach(kind) + 2 * len(part.raw) + _MARGIN]
    found = normalized(part, Text(window))
    loose = bool(following) and following[0] is _Kind.ENDING
    for start, stop in found.places or ((found.cut,) if found.cut and loose else ()):
        span = end + start, end + stop
        sound = loose or not cuts_right(text.raw, span[1])
        if start <= _reach(kind) and sound and not cuts_left(text.raw, span[0]):
            return span
    return None


def _before(part: Wanted, start: int, kind: _Kind, text: Text) -> tuple[int, int] | None:
    low = max(0, start - _reach(kind) - 2 * len(part.raw) - _MARGIN)
    found = normalized(part, Text(text.raw[low:start]))
    loose = kind is _Kind.ENDING
    for first, stop in reversed(found.places or ((found.cut,) if found.cut and loose else ())):
        span = low + first, low + stop
        sound = loose or not cuts_right(text.raw, span[1])
        if start - span[1] <= _reach(kind) and sound and not cuts_left(text.raw, span[0]):
            return span
    return None


def _hidden(quote: Parted, spans: list[tuple[int, int]], raw: str) -> str:
    """What a mark may not hide: a negation alone, or words of weight behind a bracket."""
    for kind, (_, end), (start, _) in zip(quote.joints, spans, spans[1:], strict=False):
        gap = raw[end:start]
        words = gap.split()
        if kind is _Kind.OMISSION:
            if len(words) <= _WORDS_OF_A_SHORT_GAP and negates(gap):
                return f"the omission takes out “{' '.join(words)}”"
            continue
        if kind is _Kind.ENDING:
            ending = len(gap) - len(gap.lstrip("".join(filter(str.isalpha, gap))))
            if ending > LETTERS_OF_AN_ENDING:
                return "a bracket changes more than a word's ending"
            words = gap[ending:].split()
        if len(words) > WORDS_BEHIND_A_BRACKET or breaks(gap, 0, len(gap)):
            return "square brackets stand for too many words of the source"
        if weighs(gap):
            return f"square brackets stand for “{' '.join(words)}”"
    return ""


__all__ = ["Chain", "Parted", "chain", "parted"]
