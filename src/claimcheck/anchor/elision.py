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
from claimcheck.anchor.bracket_words import Bracket, bracket_trouble
from claimcheck.anchor.brackets import (
    doubt_of_form,
    site_of,
    stand_before,
    stand_behind,
    stand_between,
)
from claimcheck.anchor.effort import Effort
from claimcheck.anchor.key import key_of
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.lexicon import POLITE, PRONOUNS
from claimcheck.anchor.omission import examine
from claimcheck.anchor.places import FoldedQuote, find_folded
from claimcheck.anchor.readings import REORDERED, is_reordered
from claimcheck.anchor.result import Omission, Replacement
from claimcheck.anchor.sentences import breaks, sentence_end, sentence_start
from claimcheck.anchor.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor.brackets import Judgement, Slot

# Two paragraphs of a newspaper: an omission that reaches farther joins what the source keeps apart.
LARGEST_GAP: Final = 1000
# A pair of words is the least that can be recognised as somebody's; single words could be picked
# from anywhere in two paragraphs to say anything.
WORDS_OF_A_PART: Final = 2
LETTERS_OF_A_PART: Final = 8
LETTERS_OF_A_HAN_PART: Final = 4
# What a bracket may stand for is short.
CHARACTERS_BEHIND_A_BRACKET: Final = 60
# Kana, Han and what follows them set no blanks between words.
_FIRST_UNSPACED: Final = "\u3040"
_MOST_PLACES: Final = 200
_MOST_PARTS: Final = 12
_MARGIN: Final = 80

_JOINT: Final = re.compile(
    r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]"  # [...] or (...)
    r"|…\.?|\.\s?\.\s?\.(?:\s?\.)?"
    r"|\[([^\[\]]{1,200})\]"
)


# Where a sentence, a speech or what follows an omission begins: capitals mean nothing there.
# Swedish and Finnish open a speech with the mark that closes it, German books with `»`.
_OPENS: Final = re.compile(
    r"(?:\A|[.!?…。:;\]—–(“„«‹「『\"‘‚]|\n[ \t\r]*\n|(?<=\s)[”»’])[\s\"'“‘„‚«‹”»’「『(\[*_—–-]*\Z"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_GENITIVE: Final = re.compile(r"['’ʼ]s(?!\w)")
# Turkish sets its dots in both cases: `İlk`, `[i]lk`; `Işık`, `[ı]şık`.
_CAPITAL_DOTTED: Final = "\u0130"
_SMALL_DOTTED: Final = "i\u0307"
_TURKISH_CASES: Final = {"i": "\u0130", "I": "\u0131"}
_LETTERS_COMPARED: Final = 2
_TOO_SHORT: Final = (
    "a part beside a mark of omission is too short to be recognised: quote one word more there"
)
# Where a capital makes a pronoun polite.
_POLITE_LANGUAGES: Final = frozenset({"German", "Italian", "Dutch"})


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
class Placed:
    """Where the parts of a quote stand, what its omissions leave out, what its brackets replace."""

    spans: tuple[tuple[int, int], ...]
    omissions: tuple[Omission, ...] = ()
    brackets: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """The places of a quote's parts, or why they make no quotation.

    `places` are all places where the parts make the quotation. `hiding` are the places of parts
    that are all there, where the marks between them hide words.
    """

    places: tuple[Placed, ...] = ()
    trouble: str = ""
    hiding: tuple[tuple[int, int], ...] = ()


def parted(words: str, printed: str = "") -> Parted | None:
    """Split a quote at its marks of omission and its square brackets.

    Args:
        words: the quote.
        printed: a text whose own brackets are words of the quote like others, where it has them.

    Returns:
        The quote in parts; None where it has neither marks nor brackets of the writer's.
    """
    parts = _PartsInOrder(words, printed)
    for joint in _JOINT.finditer(words):
        if not (joint[1] and joint[0] in printed):
            parts.take_until(joint)
    parts.end()
    if not parts.parts or len(parts.parts) > _MOST_PARTS or not parts.joined:
        return None
    return Parted(
        tuple(parts.parts),
        tuple(parts.joints),
        tuple(parts.inserted),
        parts.leads or _Kind.OMISSION in parts.pending,
        tuple(parts.brackets),
        tuple(parts.recased),
    )


class _PartsInOrder:
    """Collects the parts of a quote and what stands between them; see `Parted`.

    `pending` holds the kinds of the joints behind the last part, `waiting` their brackets, `joined`
    is where the last joint ends, and `leads` whether a mark of omission stands before all parts.
    """

    def __init__(self, words: str, printed: str) -> None:
        self._words = words
        self._printed = printed
        self._part = ""
        self.parts: list[str] = []
        self.joints: list[_Kind] = []
        self.inserted: list[str] = []
        self.brackets: list[tuple[Bracket, ...]] = []
        self.recased: list[Recased] = []
        self.pending: set[_Kind] = set()
        self.joined = 0
        self.leads = False
        self._waiting: list[Bracket] = []

    def take_until(self, joint: re.Match[str]) -> None:
        """Take the words before a joint, and the joint itself."""
        words, start = self._words, joint.start()
        self._part += words[self.joined : start]
        self.joined = joint.end()
        insertion, preceding = joint[1], words[start - 1 : start]
        if insertion:
            self.inserted.append(insertion.strip())
            if other := self._other_case(insertion, preceding):
                opens = _opens(words, start)
                letters = len(key_of(self._part))
                self.recased.append(Recased(insertion[0], len(self.parts), letters, opens))
                self._part += other  # [T]he: the source has the other case
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

    def _other_case(self, insertion: str, preceding: str) -> str:
        """The letter in brackets in its other case; empty where no single letter changes case."""
        letter = "i" if insertion == _SMALL_DOTTED else insertion
        other = "i" if letter == _CAPITAL_DOTTED else letter.swapcase()
        following = self._words[self.joined : self.joined + _LETTERS_COMPARED]
        if len(letter) != 1 or len(other) != 1 or other == letter or preceding.isalnum():
            return ""
        if not following[:1].isalpha():
            return ""
        turkish = _TURKISH_CASES.get(letter)
        return turkish if turkish and turkish + following in self._printed else other

    def _wait(self, insertion: str, preceding: str) -> None:
        following = self._words[self.joined : self.joined + 1]
        genitive = None if preceding.isalnum() else _GENITIVE.match(self._words, self.joined)
        self.joined = genitive.end() if genitive else self.joined  # [Trump]’s: `his`
        self._waiting.append(Bracket(insertion.strip(), preceding.strip(), following.strip()))

    def _end_part(self) -> None:
        if not any(map(str.isalnum, self._part)):
            return
        omits = _Kind.OMISSION in self.pending
        if self.parts:
            self.joints.append(_Kind.OMISSION if omits else min(self.pending, key=str))
        else:
            self.leads = omits
        self.parts.append(self._part.strip())
        self.brackets.append(tuple(self._waiting))
        self.pending.clear()
        self._waiting.clear()


def _kind(joint: re.Match[str], brackets: list[Bracket]) -> _Kind:
    if joint[1] is None:
        return _Kind.OMISSION
    glued = brackets[-1].ends_a_word and not brackets[-1].begins_a_word
    return _Kind.ENDING if glued else _Kind.INSERTION


def chain(quote: Parted, text: Text, effort: Effort | None = None) -> Chain:
    """Find the parts of a quote in a text, in order and near each other.

    The longest part is looked for first, everywhere; the others only around it.

    Args:
        quote: the quote in its parts.
        text: where they may stand.
        effort: what may be spent on places beyond the first ones.
    """
    effort = effort or Effort()
    folded_parts = [FoldedQuote(part) for part in quote.parts]
    if trouble := _too_little(quote, folded_parts):
        return Chain(trouble=trouble)
    longest = max(range(len(folded_parts)), key=lambda at: (len(folded_parts[at].key), -at))
    trouble = ""
    hiding: tuple[tuple[int, int], ...] = ()
    chains: list[Placed] = []
    loose_end = longest < len(quote.joints) and quote.joints[longest] is _Kind.ENDING
    longest_places = find_folded(folded_parts[longest], text, effort)
    places = longest_places.places or (
        (longest_places.cut_place,) if longest_places.cut_place and loose_end else ()
    )
    for number, place in enumerate(places[:_MOST_PLACES]):
        if number and not effort.may_compare(len(folded_parts) * LARGEST_GAP):
            break
        spans = [place]
        for at in range(longest + 1, len(folded_parts)):
            span = _after(folded_parts[at], spans[-1][1], quote.joints[at - 1 :], text, effort)
            if span is None:
                break
            spans.append(span)
        for at in range(longest - 1, -1, -1):
            span = _before(folded_parts[at], spans[0][0], quote.joints[at], text, effort)
            if span is None:
                break
            spans.insert(0, span)
        if len(spans) < len(folded_parts):
            continue
        try:
            chains.append(_placed(quote, folded_parts, tuple(spans), text.raw))
        except _HiddenError as hidden:
            trouble, hiding = str(hidden), hiding or tuple(spans)
    return Chain(tuple(chains)) if chains else Chain((), trouble, hiding)


def _too_little(quote: Parted, folded_parts: list[FoldedQuote]) -> str:
    for bracket in (bracket for group in quote.brackets for bracket in group):
        if trouble := bracket_trouble(bracket):
            return trouble
    outside = sum(len(part.key) for part in folded_parts)
    if sum(map(len, quote.inserted)) > outside:
        return "more stands inside square brackets than outside"
    for number, part in enumerate(folded_parts):
        omission = [
            joint
            for joint in quote.joints[max(0, number - 1) : number + 1]
            if joint is _Kind.OMISSION
        ]
        at_an_end = number in (0, len(folded_parts) - 1)
        may_be_seen = at_an_end and len(part.key) >= _fewest_letters(part) // 2
        if omission and _is_short(part) and not may_be_seen:
            return _TOO_SHORT
    return ""


def _is_short(part: FoldedQuote) -> bool:
    """Whether a part could be picked from anywhere."""
    fewest = _fewest_letters(part)
    one_word = fewest == LETTERS_OF_A_PART and len(part.raw.split()) < WORDS_OF_A_PART
    return len(part.key) < fewest or one_word


def _fewest_letters(part: FoldedQuote) -> int:
    unspaced = any(char >= _FIRST_UNSPACED for char in part.key)
    return LETTERS_OF_A_HAN_PART if unspaced else LETTERS_OF_A_PART


def _is_picked(
    quote: Parted, parts: list[FoldedQuote], spans: tuple[tuple[int, int], ...], raw: str
) -> bool:
    """Whether a short part at an end of a quote is not the end of its neighbour's sentence."""
    if quote.joints[0] is _Kind.OMISSION and _is_short(parts[0]):
        (start, end), (following, _) = spans[:2]
        if _letters(raw, sentence_start(raw, start), start) or breaks(raw, end, following):
            return True
    if quote.joints[-1] is _Kind.OMISSION and _is_short(parts[-1]):
        (_, before), (start, end) = spans[-2:]
        if _letters(raw, end, sentence_end(raw, end)) or breaks(raw, before, start):
            return True
    return False


def _letters(raw: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, raw[start:end]))


def _reach(kind: _Kind) -> int:
    return LARGEST_GAP if kind is _Kind.OMISSION else CHARACTERS_BEHIND_A_BRACKET


def _after(
    part: FoldedQuote, end: int, joints: tuple[_Kind, ...], text: Text, effort: Effort
) -> tuple[int, int] | None:
    """The first place of a part behind another, given the joint before it and those behind it."""
    kind, *following = joints
    window = text.raw[end : end + _reach(kind) + 2 * len(part.raw) + _MARGIN]
    places = find_folded(part, Text(window), effort)
    loose = bool(following) and following[0] is _Kind.ENDING
    for start, stop in places.places or ((places.cut_place,) if places.cut_place and loose else ()):
        span = end + start, end + stop
        sound = loose or not cuts_right(text.raw, span[1])
        if start <= _reach(kind) and sound and not cuts_left(text.raw, span[0]):
            return span
    return None


def _before(
    part: FoldedQuote, start: int, kind: _Kind, text: Text, effort: Effort
) -> tuple[int, int] | None:
    low = max(0, start - _reach(kind) - 2 * len(part.raw) - _MARGIN)
    places = find_folded(part, Text(text.raw[low:start]), effort)
    loose = kind is _Kind.ENDING
    for first, stop in reversed(
        places.places or ((places.cut_place,) if places.cut_place and loose else ())
    ):
        span = low + first, low + stop
        sound = loose or not cuts_right(text.raw, span[1])
        if start - span[1] <= _reach(kind) and sound and not cuts_left(text.raw, span[0]):
            return span
    return None


class _HiddenError(Exception):
    """A quote's marks hide what they may not; says what."""


def _placed(
    quote: Parted, parts: list[FoldedQuote], spans: tuple[tuple[int, int], ...], raw: str
) -> Placed:
    """Look at what the marks of a quote hide at a place of its parts.

    Args:
        quote: the quote in its parts.
        parts: the same, folded.
        spans: where they stand.
        raw: the text.

    Raises:
        _HiddenError: they may not.
    """
    if quote.joints and _is_picked(quote, parts, spans, raw):
        raise _HiddenError(_TOO_SHORT)
    if trouble := _meaning_capital(quote, spans, raw):
        raise _HiddenError(trouble)
    if is_reordered("".join(quote.parts)) or is_reordered(raw[spans[0][0] : spans[-1][1]]):
        raise _HiddenError(REORDERED)
    omissions: list[Omission] = []
    replacements = [
        Replacement(capital.letter, at, at + 1)
        for capital in quote.recased
        for at in (_nth_letter(raw, spans[capital.part][0], capital.before),)
    ]
    for at, kind in enumerate(quote.joints):
        (first, end), (start, stop) = spans[at : at + 2]
        brackets = quote.brackets[at + 1]
        if kind is not _Kind.OMISSION:
            if breaks(raw[end:start], 0, start - end):
                raise _HiddenError("square brackets stand for the end of a sentence")
            vocabulary = vocabulary_at(raw, end, start)
            site = site_of(vocabulary, raw, brackets)
            verdict = stand_between(site, (first, end), start)
            replacements += _replacements(site, brackets, verdict)
            continue
        omission = examine(raw, (first, end), (start, stop))
        if omission.reason:
            raise _HiddenError(omission.reason)
        if any(map(str.isalnum, raw[end:start])):
            omissions.append(omission)
        replacements += _beside_an_omission(raw, brackets, end, start)
    replacements += _at_the_ends(quote, spans, raw)
    return Placed(
        spans,
        tuple(omissions),
        tuple(sorted(replacements, key=lambda replacement: replacement.start)),
    )


def _beside_an_omission(
    raw: str, brackets: tuple[Bracket, ...], end: int, start: int
) -> Iterator[Replacement]:
    if any(not bracket.is_remark for bracket in brackets):
        site = site_of(vocabulary_at(raw, end, start), raw, brackets)
        behind = stand_behind(site, end, start)
        before = stand_before(site, end, start)
        yield from _replacements(site, brackets, before if behind.refused else behind)


def _at_the_ends(
    quote: Parted, spans: tuple[tuple[int, int], ...], raw: str
) -> Iterator[Replacement]:
    """The words that the brackets before the first part and behind the last replace."""
    start, end = spans[0][0], spans[-1][1]
    if quote.brackets[0]:
        site = site_of(vocabulary_at(raw, start, end), raw, quote.brackets[0])
        verdict = stand_before(site, sentence_start(raw, start), start)
        yield from _replacements(site, quote.brackets[0], verdict)
    if quote.brackets[-1]:
        site = site_of(vocabulary_at(raw, start, end), raw, quote.brackets[-1])
        verdict = stand_behind(site, end, sentence_end(raw, end))
        yield from _replacements(site, quote.brackets[-1], verdict)


def _replacements(
    site: Slot, brackets: tuple[Bracket, ...], verdict: Judgement
) -> Iterator[Replacement]:
    """The words that brackets replace, with a verdict on each bracket.

    Args:
        site: where they stand.
        brackets: the brackets.
        verdict: whether they may stand there.

    Raises:
        _HiddenError: they may not stand there.
    """
    if verdict.refused:
        raise _HiddenError(verdict.refused)
    for bracket in brackets:
        doubt = verdict.doubt or doubt_of_form(site, bracket, verdict)
        doubt = "" if bracket.is_remark else doubt
        yield Replacement(bracket.words, verdict.start, verdict.end, doubt)


def _meaning_capital(quote: Parted, spans: tuple[tuple[int, int], ...], raw: str) -> str:
    """Say which letter in brackets makes a name of a word, or a word of a name; empty if none.

    A small letter may stand for the capital that begins a sentence of the source, a capital for the
    small letter where the quote begins one: capitals mean nothing there, unless the source knows
    the word with a capital alone. Articles and pronouns are nobody's names.
    """
    for capital in quote.recased:
        at = _nth_letter(raw, spans[capital.part][0], capital.before)
        match = _WORD.match(raw, at)
        word = match[0] if match else raw[at]
        if _is_nobodys_name(raw, at, word):
            continue
        if capital.letter.islower():
            fits = _opens(raw, at) and not _only_capital(raw, word, word[0].lower() + word[1:])
        else:
            fits = capital.opens
        if not fits:
            return f"the bracket makes “{capital.letter + word[1:]}” of “{word}”"
    return ""


def _is_nobodys_name(raw: str, at: int, word: str) -> bool:
    """Whether a word is an article or a pronoun, and no polite one of its language."""
    small = word.lower()
    if small in PRONOUNS - POLITE:
        return True
    vocabulary = vocabulary_at(raw, at, at + len(word))
    if vocabulary is None or "pronoun" not in vocabulary.naming.of_word(small):
        return False
    return small not in POLITE or vocabulary.name not in _POLITE_LANGUAGES


def _opens(text: str, at: int) -> bool:
    """Whether a text begins a sentence at an offset, or one inside it."""
    return bool(_OPENS.search(text[max(0, at - _MARGIN) : at]))


def _nth_letter(raw: str, at: int, number: int) -> int:
    """The offset of the letter or digit with so many of them before it from an offset on."""
    while number > 0 or not key_of(raw[at]):
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


__all__ = ["Chain", "Parted", "chain", "parted"]
