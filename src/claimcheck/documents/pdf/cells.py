"""Pieces of a line as text: what is raised or lowered in them is marked, and so are notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.form_boxes import pinned_sign
from claimcheck.documents.pdf.lines import GLUED, MOST_RISE, RISE, SMALL, TOUCHING
from claimcheck.text import pinned_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.documents.pdf.glyph import Glyph
    from claimcheck.documents.pdf.lines import PageWord, Piece

# All in heights of the letters concerned.
_FALL: Final = 0.08
_FLOATS: Final = 0.18  # so far above its baseline no letter or digit begins
_LOW: Final = 0.5  # the height of a digit of full size is more
_PLUS_MINUS: Final = frozenset("+-−–±")
_RAISED_AXIS: Final = 0.42  # the middle of a plus is lower on the line
_DRAWN_RAISED: Final = re.compile(r"[0-9a-z()]")
_PLAIN_RISE: Final = 0.25  # so much higher is raised, whatever its size
_LEADS_TO_NOTE: Final = re.compile(r"\d{1,3}\)|\[\d{1,3}\]|[*†‡§¶]{1,3}")
_NOTE_NUMBER: Final = re.compile(r"\d{1,3}(?:[,–-]\d{1,3})*")
_BEFORE_NOTE: Final = re.compile(r"[^\W\d_][.,;:!?)]?[\"”’»]?\Z")
_SIGNS_OF_MARKS: Final = frozenset("+-−–±*∗†‡§¶#.,;()[]=/′")
_SLASHES: Final = "/⁄∕"


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece as text, in the form of a pinned text: what is kept of it when its page is read.

    Attributes:
        text: its words.
        masked: the same, but for the letters that the file does not tell.
        fonts: those of such letters.
        doubtful: its letters are in doubt.
        lead: its first word, where that ends, and where the second begins.
        left: where it begins, in points, as all that follows.
        right: where it ends.
        base: its baseline.
        em: the size of its letters.
        turn: degrees by which it is turned.
        broken: its last word goes on in the next line.
    """

    text: str
    masked: str
    fonts: frozenset[str]
    lead: tuple[str, float, float]
    left: float
    right: float
    base: float
    em: float
    turn: float
    broken: bool
    doubtful: bool = False


def cell_of(piece: Piece) -> Cell:
    """Return a piece as text."""
    guessed = {glyph.style.font for word in piece.words for glyph in word.glyphs if glyph.guessed}
    text = text_of(piece)
    first, second = piece.words[0], piece.words[min(1, len(piece.words) - 1)]
    return Cell(
        text,
        text_of(piece, mask=True) if guessed else text,
        frozenset(guessed),
        (str(first), first.right, second.left),
        piece.left,
        piece.right,
        piece.base,
        piece.em,
        piece.turn,
        piece.broken,
    )


def text_of(piece: Piece, *, mask: bool = False) -> str:
    """Return the text of a piece: raised text is marked.

    Args:
        piece: words of a line.
        mask: leave out letters that the file does not tell.
    """
    runs = _runs(piece, mask=mask)
    text = ""
    for at, run in enumerate(runs):
        after = runs[at + 1].text if at + 1 < len(runs) and not runs[at + 1].apart else ""
        before = "" if run.apart else text
        text += " " if run.apart and text else ""
        is_note = at > 0 and run.apart and not after and _is_note(runs[at - 1].text, run.text)
        if run.level > 0 and (is_note or _LEADS_TO_NOTE.fullmatch(run.text)):
            text += pinned_text.note_mark(run.text)
        elif run.level > 0 and set(run.text) == {"′"}:
            text += run.text  # a prime stands raised by itself
        elif run.level > 0 and run.text.isalpha() and _is_logo(text, run.text, after):
            text += run.text
        elif run.level > 0:
            text += pinned_text.raised(run.text, before, after)
        elif run.level < 0:
            text += pinned_text.lowered(run.text, before, after)
        else:
            text += run.text
    return text


def _is_logo(before: str, raised: str, after: str) -> bool:
    """Whether a letter is raised in a name that is drawn so, as TeX's is."""
    return f"{before[-1:]}{raised}{after[:3]}".upper() == "LATEX"


@dataclass(slots=True)
class _LevelRun:
    """Signs on one level: above the line, on it, below it; `apart` from what stands before."""

    text: str
    level: int
    apart: bool


def _runs(piece: Piece, *, mask: bool) -> list[_LevelRun]:
    levels = _levels(piece)
    runs: list[_LevelRun] = []
    right = piece.left
    for word in piece.words:
        parts = _by_level(word, levels, mask=mask)
        reach = _reach(runs[-1], parts[0]) if runs else TOUCHING
        touches = not word.spaced and word.left - right <= reach * piece.size
        if runs and not touches and _is_level_after_all(runs[-1], parts):
            parts[0].level = 0
        for at, part in enumerate(parts):
            if runs and word.covered and runs[-1].text == pinned_text.COVERED:
                continue  # one mark for all words that stand under one thing
            _add_run(runs, part, is_apart=at == 0 and not touches, begins_word=at == 0)
        right = word.right
    return runs


def _reach(last: _LevelRun, following: _LevelRun) -> float:
    """How near words stand that touch, in sizes of their letters."""
    falls = last.level > following.level == 0
    rises = last.level < following.level == 0 and following.text[:1].isalpha()
    return GLUED if falls or rises else TOUCHING


def _is_level_after_all(last: _LevelRun, parts: Sequence[_LevelRun]) -> bool:
    """Whether a raised word that touches nothing is no mark, which touches what it belongs to."""
    if len(parts) != 1 or _is_note(last.text, parts[0].text):
        return False
    return parts[0].level > last.level == 0


def _add_run(runs: list[_LevelRun], part: _LevelRun, *, is_apart: bool, begins_word: bool) -> None:
    """Add a part of a word to the runs of a piece: to the last one, where it stands as high.

    Args:
        runs: the runs so far.
        part: the part.
        is_apart: whether it does not touch what stands before it.
        begins_word: whether its word begins with it.
    """
    if not runs:
        part.apart = False
        runs.append(part)
        return
    last = runs[-1]
    leads = len(runs) == 1 and last.level > 0 == part.level
    if leads and part.text[0] in _SLASHES:
        last.level, part.apart = 0, False  # a fraction
    elif leads:
        part.apart = True  # the mark of the note that follows it
    else:
        part.apart = is_apart or (begins_word and part.level == last.level)
    if last.level == part.level and (part.level or not part.apart):
        last.text += f" {part.text}" if part.apart else part.text
    else:
        runs.append(part)


def _is_note(before: str, mark: str) -> bool:
    """Whether a number that stands raised behind a blank is a note's: none of a price, or a sum."""
    return bool(_NOTE_NUMBER.fullmatch(mark) and _BEFORE_NOTE.search(before))


def _by_level(word: PageWord, levels: dict[int, int], *, mask: bool) -> list[_LevelRun]:
    if word.covered:
        return [_LevelRun(pinned_text.COVERED, 0, apart=True)]
    if not levels:
        return [_LevelRun(_letters(word.glyphs, mask=mask), 0, apart=True)]
    grouped = groupby(word.glyphs, key=lambda glyph: levels.get(id(glyph), 0))
    return [_LevelRun(_letters(part, mask=mask), level, apart=True) for level, part in grouped]


def _letters(glyphs: Iterable[Glyph], *, mask: bool) -> str:
    glyphs = list(glyphs)
    if sign := pinned_sign(glyphs):
        return sign
    signs = (
        pinned_text.UNREADABLE if glyph.guessed and (mask or glyph.sign < " ") else glyph.sign
        for glyph in glyphs
    )
    return pinned_text.clean("".join(signs))


def _levels(piece: Piece) -> dict[int, int]:
    """Return which glyphs stand above or below the line, by their identity."""
    glyphs = [glyph for word in piece.words for glyph in word.glyphs]
    levels = {id(glyph): level for glyph in glyphs if (level := _level(glyph, piece))}
    for sign, following in pairwise(glyphs):
        if levels.get(id(following)) == 1 and id(sign) not in levels and _floats(sign):
            levels[id(sign)] = 1
    letters = [glyph for glyph in glyphs if glyph.sign.isalnum()]
    marked = sum(id(letter) in levels for letter in letters)
    # So few letters are `x` and three digits.
    if marked * 3 > len(letters) and not (len(letters) <= 4 and marked < len(letters)):
        return levels if _belong_to_words(piece, levels) else {}
    return levels


def _belong_to_words(piece: Piece, levels: dict[int, int]) -> bool:
    """Whether what is raised belongs to words, and is no second line that PDFium took into one."""
    words = [[glyph for glyph in word.glyphs if glyph.sign.isalnum()] for word in piece.words]
    marked = [sum(id(letter) in levels for letter in letters) for letters in words]
    alone = sum(
        count for count, letters in zip(marked, words, strict=True) if count == len(letters)
    )
    return 2 * alone < sum(marked)


def _level(glyph: Glyph, piece: Piece) -> int:
    if not glyph.sign.isalnum() and glyph.sign not in _SIGNS_OF_MARKS:
        return 0
    rise = (glyph.base - piece.base) / piece.size
    if glyph.style.size >= SMALL * piece.size:
        is_raised = _PLAIN_RISE < rise < MOST_RISE and glyph.style.size < piece.size
        return 1 if is_raised else _level_by_form(glyph)
    if RISE < rise < MOST_RISE:
        return 1
    return -1 if rise < -_FALL else 0


def _floats(sign: Glyph) -> bool:
    """Whether a plus or minus stands higher than on the line, as one before a raised digit does."""
    middle = (sign.top + sign.bottom) / 2 - sign.base
    return sign.sign in _PLUS_MINUS and middle > _RAISED_AXIS * sign.style.size


def _level_by_form(glyph: Glyph) -> int:
    """Return where a letter or digit stands whose own drawing is raised or lowered.

    Fonts have such forms of their digits (`sups`, `subs`), on the line and in the size of the rest.
    No other digit floats above the line, and old-style ones that go below it are taller.
    """
    size = glyph.style.size
    if glyph.guessed or not _DRAWN_RAISED.fullmatch(glyph.sign):
        return 0
    if not 0 < glyph.top - glyph.bottom < _LOW * size:
        return 0
    rise = (glyph.bottom - glyph.base) / size
    if rise > _FLOATS:
        return 1
    return -1 if rise < -_FALL and glyph.sign.isdigit() else 0
