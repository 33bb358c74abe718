"""Quotations in running text: where each begins and ends, in the marks of any language.

A mark that only ever opens or closes is taken at its word. One that does both (`"`, `'`, `”`, `»`)
is read by what stands beside it, and by what is open. Apostrophes, inches and the marks of elided
words are no quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.dialogue import utterances, without_blanks
from claimcheck.anchor.mark_direction import openers_in
from claimcheck.anchor.punctuation import ELIDED_WORD, has_no_blanks

if TYPE_CHECKING:
    from collections.abc import Iterator

# What closes a mark. The first is what print uses; the others are other languages, or typed.
_CLOSING: Final = {
    mark: tuple(closing.split())
    for mark, closing in {
        "“": "”",
        "„": "“ ” ‟",
        "‟": "”",
        "”": "”",
        "«": "»",
        "»": "« »",
        "‹": "›",
        "›": "‹ ›",
        "‘": "’",
        "‚": "‘ ’",
        "「": "」",
        "『": "』",
        "﹁": "﹂",
        "﹃": "﹄",
        "｢": "｣",
        "《": "》",
        "〈": "〉",
        "〝": "〞 〟",
        '"': "\" ''",
        "＂": "＂",
        "❝": "❞",
        "🙶": "🙷",
        # Readers take these for typed marks: a double prime, a modifier letter, Hebrew's own.
        **{mark: mark for mark in "″ʺˮ״"},
        "'": "'",
        "``": "''",
        "''": "''",
        "‛": "’",
        ",,": "'' “ ” \"",
    }.items()
}
_TITLES: Final = frozenset("《〈")
_CLOSES_SPEECH: Final = frozenset('”“»«"＂」』❞🙷″ʺˮ״')
_DOUBLE_TYPED: Final = frozenset('"＂″ʺˮ״')
_ONLY_OPENS: Final = frozenset("「『﹁﹃｢《〈〝")
# They open where blanks stand on both sides, too.
_OPENS_APART: Final = frozenset("“„«‹")
_OPENS_OUTWARD: Final = frozenset("«‹")
# They open where a word goes on behind them, and close elsewhere.
_RIGHT: Final = frozenset("”»›")
_BEGINNINGS: Final = frozenset("¿¡(['‘›‹…")
# Typed marks close these where their own do not follow.
_CLOSED_BY_HAND: Final = frozenset({*"“„”«", "``"})
_SINGLE: Final = frozenset("'‘’‚‛")
_MARK: Final = re.compile(
    r"``|''|,,(?=\w)|[“”„‟«»‹›‘’‚‛「」『』﹁﹂﹃﹄｢｣《》〈〉〝〞〟\"＂'❝❞🙶🙷″ʺˮ״]"
)
_PARAGRAPH: Final = re.compile(r"\n[ \t\r\f]*\n\s*")
_OPENING_BRACKETS: Final = frozenset("([{")
_OPENING_PUNCTUATION: Final = frozenset("([{¿¡—–―-/=:>|*_~+#&@，、：；。！？（")
_STOPS: Final = frozenset(".,!?…;:。，！？")
_SENTENCE_ENDS: Final = frozenset(".!?…")
_TURN_ENDS: Final = _SENTENCE_ENDS | {"–", "—"}
# How far a single mark, which may be an apostrophe, is looked ahead for what closes it.
_LONGEST_SINGLE: Final = 1500
_LONGEST_POSSESSIVE: Final = 400
_DEEPEST: Final = 12
# `The duchess replied: At all times I have …”`, the opening mark forgotten.
_COLON: Final = re.compile(r":\s+(?=[^\W\d_a-zß-öø-ÿ])")
_LONGEST_ANNOUNCED: Final = 600
# `“Do you see?” Indeed I do!” she said.`, the mark between two turns forgotten.
_LONGEST_TURN: Final = 200
# Over how many paragraphs a quotation runs that opens in the first and closes in the last.
_MOST_PARAGRAPHS: Final = 3


class QuotationForm(StrEnum):
    """How a text sets a quotation apart."""

    MARKS = "marks"
    DASH = "dash"
    BLOCK = "block"
    TITLE = "title"


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A quotation in a running text; offsets are code points, ends exclusive.

    Attributes:
        start: where its opening mark stands.
        end: where it ends, its closing mark included.
        inner_start: where its words begin.
        inner_end: where they end.
        form: how it is set apart.
        depth: in how many other quotations it stands.
        continued: whether it has no closing mark, since the next paragraph goes on with it.
        unclosed: whether it has none though it should, and is taken to end with its paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    form: QuotationForm = QuotationForm.MARKS
    depth: int = 0
    continued: bool = False
    unclosed: bool = False


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The quotations of a text in order, and the marks that open and are never closed."""

    quotations: tuple[Quotation, ...]
    unclosed: tuple[int, ...] = ()


def quotations_in(text: str) -> MarkedText:
    """Find every quotation of a text, nested ones included.

    Empty lines part paragraphs: a quotation must close within its own, unless the next paragraph
    opens with the same mark, as print does where somebody speaks on. Each paragraph of such a
    speech is a quotation of its own, also where only the first opens and the last closes. A text
    may begin or end within a quotation, and a mark that opens again ends what it opened before.
    """
    quotations: list[Quotation] = []
    unclosed: list[int] = []
    openers = openers_in(text)
    paragraphs = list(_paragraphs(text))
    ends_at = len(text.rstrip())
    within = 1
    beginnings = [*(low for low, _high in paragraphs[1:]), len(text)]
    for place, ((low, high), following) in enumerate(zip(paragraphs, beginnings, strict=True)):
        reading = _Paragraph(text, low, high, openers)
        reading.read(begins_within=within == 1)
        if within > 1:
            reading.take_whole()
        quotations += reading.quotations
        within = max(0, within - 1)
        for number, (mark, at) in enumerate(reading.open):
            goes_on = text.startswith(mark, following)
            if not goes_on and number == len(reading.open) - 1:
                ends = paragraphs[place + 1 : place + 1 + _MOST_PARAGRAPHS]
                within = _paragraphs_within(text, mark, ends, openers)
            if (goes_on or within) and mark not in _TITLES:
                inner_end = without_blanks(text, at, high)
                quotations.append(
                    Quotation(at, inner_end, at + len(mark), inner_end, continued=True)
                )
                continue
            unclosed.append(at)
            stop = reading.opened_again(number, high if high >= ends_at else at)
            inner_end = without_blanks(text, at, stop)
            if inner_end > at + len(mark) and mark not in _TITLES:
                inner = at + len(mark)
                quotations.append(Quotation(at, inner_end, inner, inner_end, unclosed=True))
        marked = [quotation.start for quotation in reading.quotations]
        quotations += [
            Quotation(at, inner_end, inner_start, inner_end, QuotationForm.DASH)
            for at, inner_start, inner_end in utterances(text, low, high, marked)
        ]
    return MarkedText(_nested(quotations), tuple(sorted(unclosed)))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    low = 0
    for stop in _PARAGRAPH.finditer(text):
        yield low, stop.start()
        low = stop.end()
    yield low, len(text)


def _paragraphs_within(
    text: str, mark: str, paragraphs: list[tuple[int, int]], openers: str
) -> int:
    """How many paragraphs go on with what is open, without a mark before the one that closes it."""
    for number, (low, high) in enumerate(paragraphs):
        reading = _Paragraph(text, low, high, openers)
        first = reading.first_double_mark()
        if first is not None:
            return number + 1 if first[1] in _CLOSING[mark] and reading.only_closes(*first) else 0
    return 0


class _Paragraph:
    """The marks of one paragraph, read from its beginning to its end.

    Attributes:
        quotations: the quotations that close.
        open: the marks that are open, outermost first, and where they stand.
    """

    def __init__(self, text: str, start: int, end: int, openers: str) -> None:
        self._text = text
        self._openers = openers
        pairs = (("«", "»"), ("‹", "›"))
        self._never = {
            closing
            for pair in pairs
            for opening, closing in (pair, pair[::-1])
            if opening in openers
        } | ({"“"} if "„" in openers else set())
        self._start, self._end = start, end
        self.quotations: list[Quotation] = []
        self.open: list[tuple[str, int]] = []
        self._places: dict[str, list[int]] = {}
        self._single_end: dict[int, int] = {}

    def first_double_mark(self) -> tuple[int, str] | None:
        """Where the first mark stands that is no apostrophe, and which; None for none."""
        marks = _MARK.finditer(self._text, self._start, self._end)
        return next(((mark.start(), mark[0]) for mark in marks if mark[0] not in _SINGLE), None)

    def take_whole(self) -> None:
        """Take the whole paragraph for a part of a quotation that goes on behind it."""
        inner_end = without_blanks(self._text, self._start, self._end)
        self.quotations.append(
            Quotation(self._start, inner_end, self._start, inner_end, continued=True)
        )

    def read(self, *, begins_within: bool) -> None:
        """Read the marks in order.

        Args:
            begins_within: whether the paragraph may begin within a quotation that its first mark
                closes.
        """
        marks = [
            (match.start(), match[0])
            for match in _MARK.finditer(self._text, self._start, self._end)
        ]
        for at, mark in marks:
            self._places.setdefault(mark, []).append(at)
        first = self.first_double_mark() if begins_within else None
        if first is not None and self.only_closes(*first):
            at, mark = first
            marks.remove(first)
            announced = self._announced(at)
            self._close_from(self._start if announced is None else announced, at, mark)
        for at, mark in marks:
            self._take(at, mark)
        # A single mark that nothing closes is an apostrophe.
        self.open = [(mark, at) for mark, at in self.open if mark not in _SINGLE]

    def opened_again(self, number: int, otherwise: int) -> int:
        """Where the mark of what is still open opens once more, or another place."""
        mark, at = self.open[number]
        still = [later for other, later in self.open if other == mark]
        closed = [
            quotation.start
            for quotation in self.quotations
            if self._text.startswith(mark, quotation.start)
        ]
        return min((later for later in still + closed if later > at), default=otherwise)

    def only_closes(self, at: int, mark: str) -> bool:
        """Whether a mark closes what nothing opens: words go before it, and a blank follows."""
        before, after = self._before(at), self._after(at, mark)
        if mark not in _CLOSES_SPEECH or self._opens(at, mark):
            return False
        if mark in _DOUBLE_TYPED and (before.isdigit() or self._is_blank(before)):
            return False
        if mark in "“«" and not (
            mark in self._never or self._cannot_open(at) or self._is_last_and_spaced(at, mark)
        ):
            return False
        return not after or not after.isalnum() or has_no_blanks(after)

    def _is_last_and_spaced(self, at: int, mark: str) -> bool:
        """Whether a mark stands between blanks behind a stop, and nothing behind would close it."""
        if not (self._before(at).isspace() and self._after(at, mark).isspace()):
            return False
        stop = self._text[at - 2 : at - 1]
        return stop in _SENTENCE_ENDS and self._next_closing(mark, at) >= self._end

    def _close_from(self, start: int, at: int, mark: str) -> None:
        """Take a quotation that begins without a mark."""
        while self._text[start].isspace():
            start += 1
        inner_end = without_blanks(self._text, start, at)
        if inner_end > start:
            self.quotations.append(Quotation(start, at + len(mark), start, inner_end))

    def _announced(self, at: int) -> int | None:
        """Where words begin behind the last colon before a place, outside other quotations."""
        low = max(
            [
                self._start,
                at - _LONGEST_ANNOUNCED,
                *(quotation.end for quotation in self.quotations[-1:]),
            ]
        )
        colons = [colon.end() for colon in _COLON.finditer(self._text, low, at)]
        return colons[-1] if colons else self._resumed(at)

    def _resumed(self, at: int) -> int | None:
        """Where a sentence begins right behind the quotation before, the opening mark forgotten."""
        if not self.quotations:
            return None
        last = self.quotations[-1]
        start = last.end
        while self._text[start].isspace():
            start += 1
        is_turn = self._text[start : start + 1].isupper() and at - start <= _LONGEST_TURN
        return start if is_turn and self._text[last.inner_end - 1] in _TURN_ENDS else None

    def _take(self, at: int, mark: str) -> None:
        if mark in _SINGLE or mark == "''":
            self._take_single(at, mark)
            return
        level = self._level_that_closes(at, mark)
        opens = self._opens(at, mark)
        if opens and self._before(at) == "\n" and self._goes_on(at, mark):
            level = None
        if level is None:
            if opens:
                self._begin(at, mark)
            elif not self.open and self.only_closes(at, mark):
                announced = self._announced(at)
                if announced is not None:
                    self._close_from(announced, at, mark)
            return
        if opens and not self._closes_here(at, mark, level):
            if mark in _DOUBLE_TYPED and self.open[level][0] == mark:
                # The one before was never closed.
                del self.open[level:]
            self._begin(at, mark)
            return
        self._close(level, at, mark)

    def _begin(self, at: int, mark: str) -> None:
        # Nobody nests so deep; each level would be looked for by itself.
        if len(self.open) < _DEEPEST:
            self.open.append((mark, at))

    def _goes_on(self, at: int, mark: str) -> bool:
        """Take a mark that opens a line again for what it is: the same speech, in a new paragraph.

        The paragraph before is a quotation of its own, without a closing mark.
        """
        if not self.open or self.open[-1][0] != mark or mark in _TITLES:
            return False
        _, begun = self.open.pop()
        inner_end = without_blanks(self._text, begun, at)
        if inner_end > begun + len(mark):
            self.quotations.append(
                Quotation(begun, inner_end, begun + len(mark), inner_end, continued=True)
            )
        return True

    def _close(self, level: int, at: int, mark: str) -> None:
        opening, begun = self.open[level]
        # Marks inside that were not closed are strays: an apostrophe, a slip of the pen.
        del self.open[level:]
        inner_start, inner_end = begun + len(opening), at
        text = self._text
        if text[inner_start:inner_end].strip():
            while text[inner_start].isspace():
                inner_start += 1
            inner_end = without_blanks(text, inner_start, inner_end)
            form = QuotationForm.TITLE if opening in _TITLES else QuotationForm.MARKS
            self.quotations.append(Quotation(begun, at + len(mark), inner_start, inner_end, form))

    def _level_that_closes(self, at: int, mark: str) -> int | None:
        """The innermost open mark that this one can close."""
        for level in range(len(self.open) - 1, -1, -1):
            opening = self.open[level][0]
            if mark in _CLOSING[opening]:
                return level
            if mark == '"' and opening in _CLOSED_BY_HAND and self._is_closed_by_hand(at, opening):
                return level
            if mark in {"”", "“"} and opening == '"' and self._is_closed_by_hand(at, opening):
                return level
            if mark == "“" and opening == "“" and self._cannot_open(at):
                return level
        return None

    def _is_closed_by_hand(self, at: int, opening: str) -> bool:
        """Whether no mark of its own is left that would close, before another opens."""
        if not self._may_close(at):
            return False
        if self._before(at) in _STOPS and self._is_blank(self._after(at, '"')):
            return True
        closing, again = self._next_closing(opening, at), self._next(opening, at)
        return (
            closing >= self._end
            or again < closing
            or (again == closing and self._opens(again, opening))
        )

    def _next_closing(self, opening: str, at: int) -> int:
        """Where the next mark stands that closes another; the paragraph's end where none does."""
        return min(self._next(mark, at) for mark in _CLOSING[opening])

    def _next(self, mark: str, at: int) -> int:
        places = self._places.get(mark, [])
        number = bisect_right(places, at)
        return places[number] if number < len(places) else self._end

    def _closes_here(self, at: int, mark: str, level: int) -> bool:
        """Whether a mark that may open, too, closes what is open."""
        opening = self.open[level][0]
        before, after = self._before(at), self._after(at, mark)
        if mark == opening and mark in _RIGHT:
            return self._may_close(at) and not before.isspace()
        if mark == "“" and opening == "„":
            return not (self._is_blank(before) and self._is_begun_by(after))
        if opening == "»":
            return not self._is_blank(before) or self._is_blank(after)
        if mark in _DOUBLE_TYPED:
            return not (before.isspace() or before in _OPENING_BRACKETS) or after in _STOPS
        return True

    def _opens(self, at: int, mark: str) -> bool:  # noqa: PLR0911 - one way out a kind of mark
        if mark not in _CLOSING or mark in self._never:
            return False
        if mark in _ONLY_OPENS:
            return True
        before, after = self._before(at), self._after(at, mark)
        if mark in _OPENS_APART and self._is_last_and_spaced(at, mark):
            return False
        if mark in _OPENS_OUTWARD:
            return (
                bool(after)
                and (mark in self._openers or bool(self._text[at + 1 : at + 3].strip()))
                and not (before.isalnum() and not has_no_blanks(before) and after.isspace())
            )
        is_apart = mark in _OPENS_APART or (mark in _RIGHT and mark in self._openers)
        if is_apart and self._is_blank(before) and after.isspace():
            return self._text[at + 2 : at + 3].isalnum()
        if self._is_blank(after):
            return False
        if mark in _DOUBLE_TYPED:
            if before.isalnum() and not has_no_blanks(before):
                return False
            return self._may_open_behind(before) or has_no_blanks(after) or before in _STOPS
        if mark in _RIGHT:
            return self._may_open_behind(before) and self._is_begun_by(after)
        return True

    def _take_single(self, at: int, mark: str) -> None:
        before, after = self._before(at), self._after(at, mark)
        for level in range(len(self.open) - 1, -1, -1):
            opening, begun = self.open[level]
            if self._single_end.get(begun) == at:
                self._close(level, at, mark)
                return
            if mark == "''" and mark in _CLOSING[opening]:
                self._close(level, at, mark)
                return
            if opening not in _SINGLE:
                break
        if mark == "''":
            if self._may_open_behind(before) and not self._is_blank(after):
                self._begin(at, mark)
            return
        if mark == "’" or self._is_blank(after) or not self._may_open_behind(before):
            return
        if ELIDED_WORD().match(self._text, at):
            return
        closing = self._single_closing(at, mark)
        if closing is not None:
            self._single_end[at] = closing
            self._begin(at, mark)

    def _single_closing(self, at: int, mark: str) -> int | None:
        """Where a single mark is closed: not by the apostrophe of a plural that owns something."""
        again = self._next_opening(mark, at)
        limit = min(again, at + _LONGEST_SINGLE, self._end_of_outer(at))
        possessive = None
        for closer in _CLOSING[mark]:
            places = self._places.get(closer, [])
            for number in range(bisect_right(places, at), len(places)):
                place = places[number]
                if place >= limit:
                    break
                if not self._closes_single(place, closer):
                    continue
                if self._is_possessive(place):
                    possessive = possessive if possessive is not None else place
                    continue
                return place
        if possessive is not None and possessive - at < _LONGEST_POSSESSIVE:
            return possessive
        return None

    def _end_of_outer(self, at: int) -> int:
        """Where the double quotation around a single mark may end."""
        outer = next((mark for mark, _ in reversed(self.open) if mark not in _SINGLE), None)
        if outer is None:
            return self._end
        return self._next_closing(outer, at)

    def _next_opening(self, mark: str, at: int) -> int:
        if mark == "'":
            return self._end
        return self._next(mark, at)

    def _closes_single(self, at: int, mark: str) -> bool:
        before, after = self._before(at), self._after(at, mark)
        return bool(before) and not before.isspace() and not self._is_letter(after)

    def _is_possessive(self, at: int) -> bool:
        """Whether `’` may belong to the word before it: `the workers’ rights`, `fishin’ boats`."""
        before = self._before(at)
        text = self._text
        follows = text[at + 1 : at + 2].isspace() and text[at + 2 : at + 3].islower()
        return before in "snz" and follows

    def _cannot_open(self, at: int) -> bool:
        before, after = self._before(at), self._after(at, "“")
        return not before.isspace() and (self._is_blank(after) or after in _STOPS)

    def _may_close(self, at: int) -> bool:
        after = self._after(at, '"')
        return not after or not after.isalnum() or has_no_blanks(after)

    @staticmethod
    def _may_open_behind(before: str) -> bool:
        return (
            not before
            or before.isspace()
            or before in _OPENING_PUNCTUATION
            or before in _CLOSING
            or has_no_blanks(before)
        )

    @staticmethod
    def _is_begun_by(char: str) -> bool:
        """Whether words may begin with a sign, behind a mark that closes as well as it opens."""
        return char.isalnum() or char in _BEGINNINGS

    @staticmethod
    def _is_blank(char: str) -> bool:
        return not char or char.isspace()

    @staticmethod
    def _is_letter(char: str) -> bool:
        return char.isalnum() and not has_no_blanks(char)

    def _before(self, at: int) -> str:
        return self._text[at - 1] if at > self._start else ""

    def _after(self, at: int, mark: str) -> str:
        at += len(mark)
        return self._text[at] if at < self._end else ""


def _nested(quotations: list[Quotation]) -> tuple[Quotation, ...]:
    """Put quotations in order, and say of each in how many others it stands."""
    ordered = sorted(quotations, key=lambda quotation: (quotation.start, -quotation.end))
    around: list[int] = []
    nested = []
    for quotation in ordered:
        while around and around[-1] <= quotation.start:
            around.pop()
        nested.append(replace(quotation, depth=len(around)))
        around.append(quotation.end)
    return tuple(nested)
