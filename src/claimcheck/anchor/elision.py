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
from claimcheck.anchor.brackets import Bracket, own_words, replaced
from claimcheck.anchor.difference import first_hedge, first_reversal
from claimcheck.anchor.key import key_of
from claimcheck.anchor.lexicon import POLITE, PRONOUNS
from claimcheck.anchor.places import find_folded, fold_quote
from claimcheck.anchor.sentences import breaks, sentence_end, sentence_start
from claimcheck.anchor.speech import quotations
from claimcheck.anchor.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor.places import FoldedQuote

# Two paragraphs of a newspaper: an omission that reaches farther joins what the source keeps apart.
LARGEST_GAP: Final = 1000
# A pair of words is the least that can be recognised as somebody's; single words could be picked
# from anywhere in two paragraphs to say anything.
WORDS_OF_A_PART: Final = 2
LETTERS_OF_A_PART: Final = 8
LETTERS_OF_A_HAN_PART: Final = 4
# What a bracket may stand for is short.
CHARACTERS_BEHIND_A_BRACKET: Final = 60
# In so short a gap a hedge is all that is left out.
_WORDS_OF_A_SHORT_GAP: Final = 3
# How many words beside a quote a bracket at its end might stand for.
_WORDS_BESIDE: Final = 3
_REACH_OF_SPEECH: Final = 6000
_QUOTES: Final = frozenset("“”„«»‹›「」『』\"'‘’")
# A gap that begins so puts a condition on what goes before it.
_CONDITION: Final = re.compile(
    r"[\s,;:—–-]*\b((?:only |even )?if|provided|on condition|as long as|until|wenn|falls|sofern"
    r"|à condition|si(?! (?:bien|que)))\b",
    re.IGNORECASE,
)
_MOST_PLACES: Final = 200
_MOST_PARTS: Final = 12
_MARGIN: Final = 80

_JOINT: Final = re.compile(
    r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]"  # [...] or (...)
    r"|…\.?|\.\s?\.\s?\.(?:\s?\.)?"
    r"|\[([^\[\]]{1,200})\]"
)


# Where a sentence, a speech or what follows an omission begins: capitals mean nothing there.
_OPENS: Final = re.compile(
    r"(?:\A|[.!?…。:;\]—–(“„«‹「『\"‘‚]|\n[ \t\r]*\n)[\s\"'“‘„‚«‹「『(\[*_—–-]*\Z"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_GENITIVE: Final = re.compile(r"['’ʼ]s(?!\w)")


class _Kind(Enum):
    OMISSION = "omission"
    INSERTION = "insertion"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Recased:
    """A letter that the writer set in the other case: in which part, how many letters before it.

    `opens` says whether it stands where the quote begins a sentence.
    """

    letter: str
    part: int
    before: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Parted:
    """A quote in parts, with the kind of joint before each part but the first.

    `brackets` holds the brackets before each part, and those behind the last; `recased` the letters
    of the parts that stand in brackets for the other case.
    """

    parts: tuple[str, ...]
    joints: tuple[_Kind, ...]
    inserted: tuple[str, ...] = ()
    leading: bool = False
    brackets: tuple[tuple[Bracket, ...], ...] = ()
    recased: tuple[Recased, ...] = ()

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
    """The places of a quote's parts, or why they make no quotation.

    `others` are further places where the parts make the same quotation. `hiding` are the places of
    parts that are all there, where the marks between them hide words.
    """

    spans: tuple[tuple[int, int], ...] = ()
    others: tuple[tuple[tuple[int, int], ...], ...] = ()
    trouble: str = ""
    hiding: tuple[tuple[int, int], ...] = ()


def parted(words: str) -> Parted | None:
    """Split a quote at its marks of omission and its square brackets; None when it has neither."""
    parts = _PartsInOrder(words)
    for joint in _JOINT.finditer(words):
        parts.take_until(joint)
    parts.end()
    split = parts.joined or parts.inserted
    if not parts.parts or len(parts.parts) > _MOST_PARTS or not split:
        return None
    marked = words.lstrip("\"'“‘„« ").startswith(("[…", "[...", "…", "..."))
    return Parted(
        tuple(parts.parts),
        tuple(parts.joints),
        tuple(parts.inserted),
        marked or _Kind.OMISSION in parts.pending,
        tuple(parts.brackets),
        tuple(parts.recased),
    )


class _PartsInOrder:
    """Collects the parts of a quote and what stands between them; see `Parted`.

    `pending` holds the kinds of the joints behind the last part, `waiting` their brackets, and
    `joined` is where the last joint ends.
    """

    def __init__(self, words: str) -> None:
        self._words = words
        self._part = ""
        self.parts: list[str] = []
        self.joints: list[_Kind] = []
        self.inserted: list[str] = []
        self.brackets: list[tuple[Bracket, ...]] = []
        self.recased: list[Recased] = []
        self.pending: set[_Kind] = set()
        self.joined = 0
        self._waiting: list[Bracket] = []

    def take_until(self, joint: re.Match[str]) -> None:
        """Take the words before a joint, and the joint itself."""
        words, start = self._words, joint.start()
        self._part += words[self.joined : start]
        self.joined = joint.end()
        insertion, preceding = joint[1], words[start - 1 : start]
        if insertion:
            self.inserted.append(insertion.strip())
            if self._changes_case(insertion, preceding):
                opens = _opens(words, start)
                letters = len(key_of(self._part))
                self.recased.append(Recased(insertion, len(self.parts), letters, opens))
                self._part += insertion.swapcase()  # [T]he: the source has the other case
                return
        self._end_part()
        if insertion:
            self._wait(insertion, preceding)
        self.pending.add(_kind(joint, self._waiting))
        self._part = ""

    def end(self) -> None:
        """Take the words behind the last joint."""
        self._part += self._words[self.joined :]
        self._end_part()
        self.brackets.append(tuple(self._waiting))

    def _changes_case(self, insertion: str, preceding: str) -> bool:
        other = insertion.swapcase()
        return (
            len(insertion) == len(other) == 1
            and other != insertion
            and self._words[self.joined : self.joined + 1].isalpha()
            and not preceding.isalnum()
        )

    def _wait(self, insertion: str, preceding: str) -> None:
        following = self._words[self.joined : self.joined + 1]
        genitive = None if preceding.isalnum() else _GENITIVE.match(self._words, self.joined)
        self.joined = genitive.end() if genitive else self.joined  # [Trump]’s: `his`
        self._waiting.append(Bracket(insertion.strip(), preceding.strip(), following.strip()))

    def _end_part(self) -> None:
        if not any(map(str.isalnum, self._part)):
            return
        if self.parts:
            omits = _Kind.OMISSION in self.pending or not self.pending
            self.joints.append(_Kind.OMISSION if omits else min(self.pending, key=str))
        self.parts.append(self._part.strip())
        self.brackets.append(tuple(self._waiting))
        self.pending.clear()
        self._waiting.clear()


def _kind(joint: re.Match[str], brackets: list[Bracket]) -> _Kind:
    if joint[1] is None:
        return _Kind.OMISSION
    glued = brackets[-1].ends_a_word and not brackets[-1].begins_a_word
    return _Kind.ENDING if glued else _Kind.INSERTION


def chain(quote: Parted, text: Text) -> Chain:
    """Find the parts of a quote in a text, in order and near each other.

    The longest part is looked for first, everywhere; the others only around it.
    """
    asked = [fold_quote(part) for part in quote.parts]
    if trouble := _too_little(quote, asked):
        return Chain(trouble=trouble)
    longest = max(range(len(asked)), key=lambda at: (len(asked[at].key), -at))
    trouble = ""
    hiding: tuple[tuple[int, int], ...] = ()
    chains: list[tuple[tuple[int, int], ...]] = []
    loose_end = longest < len(quote.joints) and quote.joints[longest] is _Kind.ENDING
    found = find_folded(asked[longest], text)
    places = found.places or ((found.cut_place,) if found.cut_place and loose_end else ())
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
        hidden = _hidden(quote, spans, text.raw)
        trouble = hidden or trouble
        if not hidden:
            chains.append(tuple(spans))
        hiding = hiding or tuple(spans)
    if chains:
        return Chain(chains[0], tuple(chains[1:]))
    return Chain(trouble=trouble, hiding=hiding)


def _too_little(quote: Parted, asked: list[FoldedQuote]) -> str:
    for bracket in (bracket for group in quote.brackets for bracket in group):
        if trouble := own_words(bracket):
            return trouble
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
    part: FoldedQuote, end: int, kind: _Kind, text: Text, following: tuple[_Kind, ...]
) -> tuple[int, int] | None:
    window = text.raw[end : end + _reach(kind) + 2 * len(part.raw) + _MARGIN]
    found = find_folded(part, Text(window))
    loose = bool(following) and following[0] is _Kind.ENDING
    for start, stop in found.places or ((found.cut_place,) if found.cut_place and loose else ()):
        span = end + start, end + stop
        sound = loose or not cuts_right(text.raw, span[1])
        if start <= _reach(kind) and sound and not cuts_left(text.raw, span[0]):
            return span
    return None


def _before(part: FoldedQuote, start: int, kind: _Kind, text: Text) -> tuple[int, int] | None:
    low = max(0, start - _reach(kind) - 2 * len(part.raw) - _MARGIN)
    found = find_folded(part, Text(text.raw[low:start]))
    loose = kind is _Kind.ENDING
    for first, stop in reversed(
        found.places or ((found.cut_place,) if found.cut_place and loose else ())
    ):
        span = low + first, low + stop
        sound = loose or not cuts_right(text.raw, span[1])
        if start - span[1] <= _reach(kind) and sound and not cuts_left(text.raw, span[0]):
            return span
    return None


def _hidden(quote: Parted, spans: list[tuple[int, int]], raw: str) -> str:
    """What a mark may not hide: a negation or reversal, another speaker, words behind a bracket."""
    for at, kind in enumerate(quote.joints):
        (first, end), (start, stop) = spans[at : at + 2]
        gap = raw[end:start]
        if kind is _Kind.OMISSION:
            if trouble := _taken_out(raw, (first, end), (start, stop)):
                return trouble
            gap = ""
        elif breaks(gap, 0, len(gap)):
            return "square brackets stand for the end of a sentence"
        if trouble := replaced(quote.brackets[at + 1], raw[max(0, first) : end], gap):
            return trouble
    return _meaning_capital(quote, spans, raw) or _hidden_beside(
        quote, spans[0][0], spans[-1][1], raw
    )


def _meaning_capital(quote: Parted, spans: list[tuple[int, int]], raw: str) -> str:
    """Say which letter in brackets makes a name of a word, or a word of a name; empty if none.

    A small letter may stand for the capital that begins a sentence of the source, a capital for the
    small letter where the quote begins one: capitals mean nothing there, unless the source knows
    the word with a capital alone. Articles and pronouns are nobody's names.
    """
    for one in quote.recased:
        at = _nth_letter(raw, spans[one.part], one.before)
        found = _WORD.match(raw, at)
        word = found[0] if found else raw[at]
        if word.lower() in PRONOUNS - POLITE:
            continue
        if one.letter.islower():
            fits = _opens(raw, at) and not _only_capital(raw, word, word[0].lower() + word[1:])
        else:
            fits = one.opens
        if not fits:
            return f"the bracket makes “{one.letter + word[1:]}” of “{word}”"
    return ""


def _opens(text: str, at: int) -> bool:
    """Whether a text begins a sentence at an offset, or one inside it."""
    return bool(_OPENS.search(text[max(0, at - _MARGIN) : at]))


def _nth_letter(raw: str, span: tuple[int, int], number: int) -> int:
    """The offset of the letter or digit with so many of them before it in a span."""
    at = span[0]
    while at < span[1] - 1 and (number > 0 or not key_of(raw[at])):
        number -= len(key_of(raw[at]))
        at += 1
    return at


def _only_capital(raw: str, capital: str, small: str) -> bool:
    """Whether a text has a word with its capital inside a sentence, and never without it."""
    inside = any(
        raw[at - 1 : at] == " " and (raw[at - 2 : at - 1].isalpha() or raw[at - 2 : at - 1] == ",")
        for at in _as_word(raw, capital)
    )
    return inside and next(_as_word(raw, small), None) is None


def _as_word(raw: str, word: str) -> Iterator[int]:
    """Where a word stands in a text by itself, as far as it is worth looking."""
    end = 0
    for _ in range(_MOST_PLACES):
        at = raw.find(word, end)
        if at < 0:
            break
        end = at + len(word)
        if not raw[at - 1 : at].isalnum() and not raw[end : end + 1].isalnum():
            yield at


def _taken_out(raw: str, before: tuple[int, int], after: tuple[int, int]) -> str:
    """Say what an omission hides in the sentences of the parts beside it; empty if nothing."""
    end, start = before[1], after[0]
    gap = raw[end:start]
    inner = [at for at in breaks(raw, max(0, end - 2), start) if at > end]
    for near in (raw[end : inner[0]], raw[inner[-1] : start]) if inner else (gap,):
        if word := first_reversal(near):
            shown = " ".join(near.split()) if len(near) <= _MARGIN else word
            return f"the omission takes out “{shown}”"
    if len(gap.split()) <= _WORDS_OF_A_SHORT_GAP and first_hedge(gap):
        return f"the omission takes out “{' '.join(gap.split())}”"
    if found := _CONDITION.match(gap):
        return f"the omission takes out a condition (“{found[1]}”)"
    return _other_speech(raw, before, after)


def _other_speech(raw: str, before: tuple[int, int], after: tuple[int, int]) -> str:
    """Whether an omission runs out of one utterance into another, or beyond its paragraph."""
    end, start = before[1], after[0]
    if _QUOTES.isdisjoint(raw[before[0] : start]):
        return ""
    low = max(0, before[0] - _REACH_OF_SPEECH)
    spoken = [
        (first + low, last + low) for first, last in quotations(raw[low : start + _REACH_OF_SPEECH])
    ]
    letter = next((at for at in range(end - 1, before[0], -1) if raw[at].isalnum()), before[0])
    mine = next((span for span in spoken if span[0] <= letter < span[1]), None)
    if mine is None or start < mine[1]:
        return ""
    between = raw[mine[1] : start]
    if "\n\n" in between.replace("\r", "") or breaks(raw, mine[1], start):
        return "the omission joins one utterance to what follows it"
    return ""


def _hidden_beside(quote: Parted, start: int, end: int, raw: str) -> str:
    """What a bracket at a quote's beginning or end may stand for: `[Many]` for `Few`."""
    for brackets, beside in (
        (
            quote.brackets[0],
            raw[max(sentence_start(raw, start), start - _MARGIN) : start].split()[-_WORDS_BESIDE:],
        ),
        (
            quote.brackets[-1],
            raw[end : min(sentence_end(raw, end), end + _MARGIN)].split()[:_WORDS_BESIDE],
        ),
    ):
        words = [bracket for bracket in brackets if bracket.words.lower().strip("!? ") != "sic"]
        if words and (word := first_reversal(" ".join(beside))):
            return f"the bracket stands beside “{word}”, which the quote leaves out"
    return ""


__all__ = ["Chain", "Parted", "chain", "parted"]
