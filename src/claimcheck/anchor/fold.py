"""The typographic fold: what print may vary without a word changing, and the way back.

Folded: canonical composition (NFC, never NFKC, which makes `10²` equal `102`), Latin ligatures,
Arabic presentation forms, full-width, half-width and vertical forms, white space, quotation marks
(single and double, since those inside a quotation change places), hyphens and dashes, invisible
characters, three dots and the ellipsis, words broken at a line's end, the emphasis marks of plain
text, raised and lowered digits: `10⁶` is `10^6`, as texts taken out of documents have it, and never
`106`. Never folded: case, accents, digits, signs, `< > = ±`, letters of another script that look
alike.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.characters import (
    BREAK,
    LOWERED_SIGNS,
    RAISED_SIGNS,
    SHIFTED_SIGNS,
    beyond_ascii,
    is_invisible,
)
from claimcheck.anchor.single_marks import has_single_marks, with_double_marks
from claimcheck.anchor.spacing import is_typeset
from claimcheck.text.pinned_text import lowered, superscript

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    _Passes = tuple[tuple[str, Callable[[str], Iterable[tuple[int, int, str]]]], ...]

# Longer runs of combining marks than any script writes are left as they are: `normalize` takes
# quadratic time on them.
MARKS_IN_A_CLUSTER: Final = 30

# What joins the parts of a word.
_HYPHENS: Final = frozenset("-\u2010\u2011")
_BLANKS: Final = "\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f"
# The fold's table: what is printed in several ways, the way that stands for all, and the others.
FOLD_TABLE: Final = (
    ("apostrophes", "'", "‘’‚‛`´＇\u02bc\u2032\u05f3"),
    ("quotation marks", '"', "“”„‟«»‹›〝〞〟＂「」『』\u2033\u05f4"),
    ("hyphens and dashes", "-", "‐‑‒–—―−⸺⸻﹘﹣－\u05be"),
    ("ends of lines", "\n", "\x85\u2028\u2029"),
    ("full stops", ".", "。"),
    ("wave dashes", "~", "〜"),
    ("micro signs", "μ", "µ"),
)
_VARIANTS: Final = {
    other: sign for _, sign, others in FOLD_TABLE for other in others if other != "`"
}
_LIGATURES: Final = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
# Thai and Lao sara am, which keyboards also type as its two halves.
_SARA_AM: Final = {"\u0e33": "\u0e4d\u0e32", "\u0eb3": "\u0ecd\u0eb2"}
_GLYPH_FORMS: Final = frozenset(
    {"<initial>", "<medial>", "<final>", "<isolated>", "<wide>", "<narrow>", "<vertical>"}
)
# Wide forms of signs that mark emphasis in plain text are signs.
_NO_GLYPH_FORMS: Final = frozenset("＊＿")
# Wide letters and figures, where no plain one stands beside them: in `ｔhe` the first is a trick.
# Letters with accents have no wide form: `Ｓáｎｃｈｅｚ`.
_MARKED: Final = r"[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]"
_ACCENTED: Final = rf"(?:[A-Za-z](?=[\u0300-\u036f])|{_MARKED})"
_WIDE_SIGNS: Final = "０-９Ａ-Ｚａ-ｚ"
_WIDE_WORD: Final = cache(
    partial(
        re.compile,
        f"(?<![0-9A-Za-z{_WIDE_SIGNS}])(?<!{_MARKED}){_ACCENTED}*[{_WIDE_SIGNS}]"
        f"(?:{_ACCENTED}|[{_WIDE_SIGNS}])*(?![0-9A-Za-z])",
    )
)
_WIDE: Final = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F) if chr(code).isalnum()}
_FROM_WIDE: Final = str.maketrans(_WIDE)
_LETTERS_OF_A_GLYPH: Final = 3
_ON_THE_LINE: Final = str.maketrans(RAISED_SIGNS + LOWERED_SIGNS, "0123456789+-()ni0123456789+-()")
_SHIFTED: Final = re.compile(f"[{RAISED_SIGNS}]+|[{LOWERED_SIGNS}]+")
_LETTER: Final = r"[^\W\d_]"
_SOFT_HYPHEN: Final = re.compile("\xad(?![ \t]*[\r\n])")
# Each begins with a literal, which the regex engine finds at the speed of a byte search.
_LINE_ENDS: Final = {
    "-": re.compile(rf"-[ \t]*\r?\n[ \t]*(?:\r?\n[ \t]*)?(?={_LETTER})"),
    "\xad": re.compile(rf"\xad[ \t]*\r?\n[ \t]*(?:\r?\n[ \t]*)?(?={_LETTER})"),
    "¬": re.compile(rf"¬\s{{1,4}}(?={_LETTER})"),
}
# Longer runs are blanks to fill in, and what a censor set for letters; three stars are, too, where
# none open what they would close.
_UNDERLINED: Final = re.compile(r"(?<![^\W_])(?<!_)_{1,2}(?!_)|(?<!_)_{1,2}(?![^\W_]|_)")
_STARRED: Final = re.compile(
    r"(?<!\w)(?<!\*)\*{1,3}(?=[^\W\d_]|[\"'])|(?<=[^\W\d_])\*{1,3}(?![\w*])"
)
_THREE_STARS: Final = re.compile(r"(?<!\*)\*\*\*(?!\*)")
# What ASCII text may hold that the fold changes, but for single ends of lines.
_FOLDABLE: Final = re.compile(r"[\x00-\x1f_*`-]|  |\. ?\.")
_BLANK_RUN: Final = re.compile(" +")
_DASH: Final = re.compile("--*")
_DOTS: Final = re.compile(r"\.(?: ?\.){2}")
_RUN_OF_MARKS: Final = MARKS_IN_A_CLUSTER + 1
_JOINS: Final = BREAK + "-"
# Characters that were met and that the fold leaves as they are, whatever stands beside them.
_UNCHANGING: Final[set[str]] = set()
_MOST_UNCHANGING: Final = 1 << 14
_LOOKED_AT_IN_PLACE: Final = frozenset({"\xad", *_WIDE})
_CENSORED: Final = 3


class _Step(NamedTuple):
    """The edits of one pass: where each begins and ends, before it and after it, in order."""

    began: list[int]
    ended: list[int]
    begins: list[int]
    ends: list[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The smallest span before this pass that covers `[start, end)` after it."""
        first = bisect_right(self.begins, start) - 1
        if first < 0:
            before = start
        elif start < self.ends[first]:
            before = self.began[first]
        else:
            before = self.ended[first] + start - self.ends[first]
        if end <= start:
            return before, before
        last = bisect_right(self.begins, end - 1) - 1
        if last < 0:
            return before, end
        return before, self.ended[last] + max(0, end - self.ends[last])


@dataclass(frozen=True, slots=True)
class Folded:
    """A text after the fold, with the way back.

    `raw` is the text as it stands, `text` what the fold makes of it. `marked` is `text`
    with `BREAK` wherever a word broken at a line's end was joined.
    """

    raw: str
    text: str
    marked: str
    _steps: tuple[_Step, ...]

    def raw_span_of_marked(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of `marked` to the smallest span of `raw` that covers it.

        Args:
            start: offset into `marked`, in code points.
            end: offset into `marked`, in code points, exclusive.

        Returns:
            Start and end in `raw`, in code points, end exclusive.
        """
        for step in reversed(self._steps):
            start, end = step.back(start, end)
        return start, end

    def is_typeset(self, at: int) -> bool:
        """Whether the blank at an offset of `marked` is the printer's own: see `is_typeset`."""
        start, end = self.raw_span_of_marked(at, at + 1)
        if not self.raw[end - 1].isspace():
            return False  # nobody set it: the fold parts lowered digits from others by it
        while end < len(self.raw) and self.raw[end].isspace():
            end += 1
        return is_typeset(self.raw, start, end)

    def hyphens_alike(self, at: int, other: Folded, at_there: int) -> bool:
        """Whether two dashes may be the same: not one inside a word and one apart from words.

        Args:
            at: the offset of a dash in this text.
            other: the other text.
            at_there: the offset of a dash in the other.
        """
        kinds = {self._hyphen(at), other._hyphen(at_there)}
        return kinds != {"inside", "apart"}

    def _hyphen(self, at: int) -> str:
        start, end = self.raw_span_of_marked(at, at + 1)
        dash = self.raw[start:end]
        if dash[0].isspace() and dash[-1].isspace():
            return "apart"
        around = self.raw[max(0, start - 1) : start] + self.raw[end : end + 1]
        return "inside" if dash in _HYPHENS and around.isalpha() and len(around) > 1 else ""


def fold(text: str) -> Folded:
    """Fold the typography of a text, keeping a map back to its code points.

    Linear in the text, whatever it holds. Each pass looks for one rare thing with a search that
    runs in C and notes its edits; characters that change one for one need no note.

    Args:
        text: any string; lone surrogates are kept as they are.

    Returns:
        The folded text with its map. Folding it again changes nothing.
    """
    if text.isascii():
        work = text.replace("\n", " ")
        if not _FOLDABLE.search(work) and not ("'" in work and has_single_marks(work)):
            return Folded(text, work, work, ())  # as nearly always
    steps: list[_Step] = []
    work = with_double_marks(text)
    work = work if work.isascii() else _fold_characters(work, steps)
    for signs, edits in _WITH_LINES:
        if any(map(work.__contains__, signs)):
            work = _edited(work, edits(work), steps)
    for blank in _BLANKS:
        if blank in work:
            work = work.replace(blank, " ")
    for signs, edits in _WITHOUT_LINES:
        if any(map(work.__contains__, signs)):
            work = _edited(work, edits(work), steps)
    return Folded(text, work.replace(BREAK, ""), work, tuple(steps))


def _edited(text: str, edits: Iterable[tuple[int, int, str]], steps: list[_Step]) -> str:
    """Apply edits that are in order and do not overlap, and note them as a step."""
    pieces: list[str] = []
    began: list[int] = []
    ended: list[int] = []
    begins: list[int] = []
    ends: list[int] = []
    done = shift = 0
    for start, end, new in edits:
        pieces.append(text[done:start])
        pieces.append(new)
        began.append(start)
        ended.append(end)
        begins.append(start + shift)
        shift += len(new) - (end - start)
        ends.append(end + shift)
        done = end
    if not began:
        return text
    pieces.append(text[done:])
    steps.append(_Step(began, ended, begins, ends))
    return "".join(pieces)


def _line_ends(text: str, hyphen: str) -> Iterator[tuple[int, int, str]]:
    """Words broken at a line's end.

    Before a capital letter a printed hyphen is the word's own (`Anglo-Saxon`). The other two signs
    say by themselves that the word goes on.
    """
    for match in _LINE_ENDS[hyphen].finditer(text):
        start, end = match.span()
        if not text[start - 1 : start].isalpha() and not _attaches(text[start - 1 : start] or " "):
            continue
        capital = text[end].isupper()
        if hyphen == "-":
            if not capital:
                yield start, end, BREAK
        elif hyphen == "¬" and capital and not text[start - 1].isupper():
            yield start, end, "-"
        else:
            yield start, end, "" if hyphen == "¬" or capital else BREAK


def _blank_runs(text: str) -> Iterator[tuple[int, int, str]]:
    at = text.find("  ")
    while at >= 0:
        run = _BLANK_RUN.match(text, at)
        end = run.end() if run else at + 2
        yield at + 1, end, ""
        at = text.find("  ", end)


def _dashes(text: str) -> Iterator[tuple[int, int, str]]:
    """Blanks around a dash go, except before a sign (`of -3`) and between two dashes."""
    done = 0
    for dash in _DASH.finditer(text):
        start, end = dash.span()
        before = start > done and text[start - 1] == " "
        after = text[end : end + 1] == " "
        done = end + after
        follows = text[done : done + 1]
        sign = before and not after and end - start == 1 and follows.isdigit()
        new = (" " if sign else "") + "-" + (" " if after and follows == "-" else "")
        if new != text[start - before : done]:
            yield start - before, done, new


def _fold_characters(text: str, steps: list[_Step]) -> str:
    """Fold what is one character, or one cluster of a letter and its marks."""
    alphabet = beyond_ascii(text) - _UNCHANGING
    if not alphabet:
        return text
    if not _WIDE.keys().isdisjoint(alphabet):
        text = _WIDE_WORD().sub(lambda match: match[0].translate(_FROM_WIDE), text)
    text = _edited(text, _shifts(text), steps) if alphabet & SHIFTED_SIGNS else text
    alphabet -= SHIFTED_SIGNS
    changing: list[str] = []
    attaching: list[str] = []
    for char in sorted(alphabet):
        new = _folded_character(char)
        if new != char:
            if len(new) == 1:
                text = text.replace(char, new)
            else:
                changing.append(char)
            attaching.extend(filter(_attaches, new))
        elif _attaches(char):
            attaching.append(char)
        elif char not in _LOOKED_AT_IN_PLACE and len(_UNCHANGING) < _MOST_UNCHANGING:
            _UNCHANGING.add(char)
    if "\xad" in alphabet:
        text = _edited(text, _matches(_SOFT_HYPHEN, "", text), steps)
    if changing:
        singles = re.compile("[" + re.escape("".join(changing)) + "]")
        edits = ((m.start(), m.end(), _folded_character(m[0])) for m in singles.finditer(text))
        text = _edited(text, edits, steps)
    return _composed(text, attaching, steps) if attaching else text


def _composed(text: str, attaching: list[str], steps: list[_Step]) -> str:
    """Compose letters with the marks behind them, but for runs that no script writes.

    Args:
        text: the text.
        attaching: the characters in it that can combine with the one before.
        steps: where the edits are noted.
    """
    marks = "[" + re.escape("".join(attaching)) + "]"
    # `is_normalized` takes quadratic time on long runs of marks as well.
    bomb = re.search(f"{marks}{{{_RUN_OF_MARKS}}}", text)
    if bomb or not unicodedata.is_normalized("NFC", text):
        text = _edited(text, _clusters(text, re.compile(f"{marks}+")), steps)
    return text


def _shifts(text: str) -> Iterator[tuple[int, int, str]]:
    """Raised and lowered digits, as a text that is taken out of a document marks them."""
    for hit in _SHIFTED.finditer(text):
        start, end = hit.span()
        signs, after = hit[0].translate(_ON_THE_LINE), text[end : end + 1]
        if hit[0][0] in RAISED_SIGNS:
            is_in_brackets = signs[0] == "(" and signs[-1] == ")"
            yield start, end, f"^{signs}" if is_in_brackets else superscript(signs, after)
        else:
            yield start, end, lowered(signs, text[start - 1 : start], after)


def _matches(pattern: re.Pattern[str], new: str, text: str) -> Iterator[tuple[int, int, str]]:
    return ((match.start(), match.end(), new) for match in pattern.finditer(text))


def _stars(text: str) -> Iterator[tuple[int, int, str]]:
    """Marks of emphasis; three stars alone stand for letters that a censor took out."""
    triples = len(_THREE_STARS.findall(text))
    for match in _STARRED.finditer(text):
        if len(match[0]) < _CENSORED or triples > 1:
            yield match.start(), match.end(), ""


def _clusters(text: str, marks: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    done = 0
    for match in marks.finditer(text):
        start = max(match.start() - 1, done)
        done = match.end()
        if done - start <= _RUN_OF_MARKS:
            cluster = text[start:done]
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                yield start, done, composed


@lru_cache(maxsize=1 << 14)
def _attaches(char: str) -> bool:
    """Whether a character can combine with the one before it."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


@lru_cache(maxsize=1 << 14)
def _folded_character(char: str) -> str:
    """What one character becomes, whatever stands around it; the soft hyphen is looked at later."""
    if new := _VARIANTS.get(char) or _LIGATURES.get(char) or _SARA_AM.get(char):
        return new
    if char.isspace():
        return " "
    if char != "\xad" and is_invisible(char):
        return ""
    form, _, letters = unicodedata.decomposition(char).partition(" ")
    codes = letters.split()
    if char in _WIDE:
        return char  # not in a word of its own
    if form in _GLYPH_FORMS and len(codes) <= _LETTERS_OF_A_GLYPH and char not in _NO_GLYPH_FORMS:
        letters = "".join(chr(int(code, 16)) for code in codes).strip()
        char = "".join(letter for letter in letters if not is_invisible(letter)) or char
    return _VARIANTS.get(char) or unicodedata.normalize("NFC", char)


# What each pass looks for: it runs only where one of its signs occurs.
_WITH_LINES: Final[_Passes] = (
    ("\x00" + BREAK, partial(_matches, re.compile("[\x00\x01]+"), "")),
    ("-", partial(_line_ends, hyphen="-")),
    ("\xad", partial(_line_ends, hyphen="\xad")),
    ("\xad", partial(_matches, re.compile("\xad"), "")),  # at the end of a line that breaks no word
    ("¬", partial(_line_ends, hyphen="¬")),
)
_WITHOUT_LINES: Final[_Passes] = (
    ("_", partial(_matches, _UNDERLINED, "")),
    ("*", _stars),
    (" ", _blank_runs),
    ("-", _dashes),
    (".", partial(_matches, _DOTS, "…")),
)


def matched(needle: Folded, haystack: Folded, start: int) -> int | None:
    """Return where a text that begins in another ends there, None if other words stand there.

    White space must be alike too, but for blanks that are the printer's own (`is_typeset`), a
    hyphen inside a word is no dash between two (`man-eating`, `man - eating`), and a word broken at
    a line's end is read as the other text reads it. White space at the ends of `needle` does not
    count.

    Args:
        needle: the text that is looked for, folded.
        haystack: the text that is looked into, folded.
        start: where it begins there, as an offset into `haystack.marked`.
    """
    own, text = needle.marked.rstrip(), haystack.marked
    at = len(own) - len(own.lstrip())
    if "-" not in own and text.startswith(own[at:], start):
        return start + len(own) - at
    while at < len(own) and start < len(text):
        letter, text_letter = own[at], text[start]
        if letter == text_letter:
            if letter == "-" and not needle.hyphens_alike(at, haystack, start):
                return None
            at, start = at + 1, start + 1
        elif BREAK in {letter, text_letter}:
            at, start = at + (letter in _JOINS), start + (text_letter in _JOINS)
        elif " " in {letter, text_letter}:
            if not (needle.is_typeset(at) if letter == " " else haystack.is_typeset(start)):
                return None
            at, start = at + (letter == " "), start + (text_letter == " ")
        else:
            return None
    return start if at == len(own) else None
