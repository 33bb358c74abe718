"""Words that are read from right to left, put in the order of reading.

PDFium orders the words of a line, but hands out the letters of some as they are drawn, from left to
right, and a number's full stop or comma before it. Where letters stand tells.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.logical_order import (
    cells_from_right,
    from_left,
    gaps_between,
    in_logical_order,
    is_level,
    is_mark,
    with_words_turned,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Glyph

_NEXT_LINE: Final = 2.0  # in sizes of its letters: a line so near goes on with the last one
_BESIDE: Final = 1.0  # in sizes of its letters: parts of a line stand so near each other
_APART: Final = (
    0.1  # in sizes of them: letters of two directions with less between them are misplaced
)
_LONGEST_LINE: Final = 600  # signs: no line that people read has more
_BLANKS: Final = frozenset(" \t\r\n\u00a0")
_STRONG: Final = frozenset({"L", "R", "AL"})
_LETTERS: Final = frozenset({"R", "AL"})  # in Unicode's bidirectional classes
_ENDS: Final = frozenset(",:;!?،؛؟")
_FULL_STOP: Final = "."


def right_to_left(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs with the letters of each word, and the signs after numbers, in order.

    Args:
        glyphs: those of a page, words in the order of reading.
    """
    if not any(_is_letter(glyph) for glyph in glyphs):
        return list(glyphs)
    page_goes_left = is_right_to_left(glyphs)
    ordered: list[Glyph] = []
    pending: list[str] = []  # brackets that are open
    base = 0.0
    for line in _lines(glyphs, page_goes_left=page_goes_left):
        if line[0].sign == "\n":
            ordered += line
        elif len(line) > _LONGEST_LINE or not is_level(line):
            ordered += _in_words(line)
        elif _goes_left(line):
            if not 0 < base - line[0].base < _NEXT_LINE * line[0].style.size:
                pending.clear()
            ordered += in_logical_order(line, pending)
            base = line[0].base
        elif page_goes_left and _is_of_numbers(line):
            ordered += cells_from_right(line)
        elif _is_handed_out_from_right(line):
            ordered += from_left(line)
        elif not page_goes_left and _is_set_apart(line):
            ordered += with_words_turned(line)
        else:
            ordered += _in_words(line)
    return ordered


def _lines(glyphs: Sequence[Glyph], *, page_goes_left: bool) -> Iterator[list[Glyph]]:
    """Yield the lines of a page, and what ends each.

    PDFium parts one that is read from right to left, or has such words, where a mark stands a
    little higher or lower.

    Args:
        glyphs: those of a page.
        page_goes_left: most of its letters are read from right to left.
    """
    parts: list[list[Glyph]] = []
    for _ends, group in groupby(glyphs, key=lambda glyph: glyph.sign == "\n" and glyph.made_up):
        line = list(group)
        ends = line[0].sign == "\n"
        goes_on = is_right_to_left(line) or (not page_goes_left and _is_of_both(parts, line))
        if parts and (ends or (goes_on and is_level([*parts[0], *line]))):
            parts.append(line)
        else:
            yield from _as_one(parts, page_goes_left=page_goes_left)
            parts = [line]
    yield from _as_one(parts, page_goes_left=page_goes_left)


def _is_set_apart(line: Sequence[Glyph]) -> bool:
    """Whether a line goes to the right, and the letters that go to the left stand between others.

    Where the places of a font are false, they stand among or over letters that they do not follow.
    """
    if is_right_to_left(line) or not any(map(_is_letter, line)):
        return False
    solid = sorted((glyph for glyph in line if not glyph.sign.isspace()), key=_middle)
    kinds = [-1 if _is_letter(glyph) else int(glyph.sign.isalpha()) for glyph in solid]
    touches = any(
        before * after < 0 and following.left - glyph.right < _APART * glyph.style.size
        for (before, after), (glyph, following) in zip(
            pairwise(kinds), pairwise(solid), strict=True
        )
    )
    to_right = [_middle(glyph) for glyph in line if glyph.sign.isalpha() and not _is_letter(glyph)]
    return not touches and to_right == sorted(to_right)


def _is_of_both(parts: Sequence[Sequence[Glyph]], line: Sequence[Glyph]) -> bool:
    """Whether a line, or one of those before it on its level, has words that go to the left."""
    return any(map(_is_letter, line)) or any(_is_letter(glyph) for part in parts for glyph in part)


def _as_one(parts: list[list[Glyph]], *, page_goes_left: bool) -> Iterable[list[Glyph]]:
    """Return lines on one level, and what ends them, as one where together they leave no gap.

    Args:
        parts: the lines.
        page_goes_left: most letters of their page are read from right to left.
    """
    lines = [line for line in parts if line[0].sign != "\n"]
    begins = is_right_to_left(lines[0]) if lines else False
    if len(lines) < 2 or (page_goes_left and not begins):  # parts of a line
        return parts
    places = sorted(
        (glyph.left, glyph.right) for line in lines for glyph in line if not glyph.sign.isspace()
    )
    gaps = gaps_between(places)
    if max(left - right for right, left in gaps) > _BESIDE * lines[0][0].style.size:
        return parts
    return [[glyph for line in lines for glyph in line], parts[-1]]


def _goes_left(line: Sequence[Glyph]) -> bool:
    """Whether a line is read from right to left: most of its letters are, and one at an end is."""
    letters = [glyph for glyph in line if unicodedata.bidirectional(glyph.sign) in _STRONG]
    ends = min(letters, key=_middle, default=None), max(letters, key=_middle, default=None)
    return is_right_to_left(line) and any(end is not None and _is_letter(end) for end in ends)


def _is_handed_out_from_right(line: Sequence[Glyph]) -> bool:
    """Whether a line without a letter of these scripts comes word by word from its right end."""
    words = [list(group) for _key, group in groupby(line, key=lambda glyph: glyph.sign in _BLANKS)]
    words = [word for word in words if any(glyph.sign.isalpha() for glyph in word)]
    if any(_is_letter(glyph) for word in words for glyph in word):
        return False
    steps = [following[0].left - word[0].left for word, following in pairwise(words)]
    return len(steps) > 1 and sum(step < 0 for step in steps) > sum(step > 0 for step in steps)


def _is_of_numbers(line: Sequence[Glyph]) -> bool:
    signs = [glyph.sign for glyph in line]
    return any(map(str.isdigit, signs)) and not any(map(str.isalpha, signs))


def _in_words(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the signs of a line word by word in order, where they do not stand on one level."""
    words = [
        list(group) for _key, group in groupby(glyphs, key=lambda glyph: glyph.sign in _BLANKS)
    ]
    is_in_line = False  # the last letters before are read from right to left
    for at, word in enumerate(words):
        if word[0].sign in _BLANKS:
            is_in_line = is_in_line and not any(glyph.sign == "\n" for glyph in word)
        elif any(map(_is_letter, word)):
            is_in_line = True
            word = _in_order(word)  # noqa: PLW2901 - the same word
        elif is_in_line:
            following = words[at + 1] if at + 1 < len(words) else []
            ends_line = not following or any(glyph.sign == "\n" for glyph in following)
            word = _number_first(word, ends_line=ends_line)  # noqa: PLW2901 - the same word
        words[at] = word
    return [glyph for word in _words_in_order(words) for glyph in word]


def _words_in_order(words: list[list[Glyph]]) -> list[list[Glyph]]:
    """Turn runs of words of one direction round that stand in a line of the other one."""
    ordered: list[list[Glyph]] = []
    run: list[int] = []  # the places of its words
    for word in [*words, []]:
        kind = _kind(word)
        is_blank = bool(word) and word[0].sign in _BLANKS and all(g.sign != "\n" for g in word)
        if run and not is_blank and (kind == 0 or kind != _kind(ordered[run[-1]])):
            _turn_words(ordered, run)
            run = []
        if kind:
            run.append(len(ordered))
        ordered.append(word)
    return ordered


def _turn_words(words: list[list[Glyph]], run: list[int]) -> None:
    way = _kind(words[run[0]])
    middles = [(words[at][0].left + words[at][-1].left) / 2 for at in run]
    if len(run) > 1 and all((after - before) * way < 0 for before, after in pairwise(middles)):
        for at, word in zip(run, [words[at] for at in reversed(run)], strict=True):
            words[at] = word


def _kind(word: Sequence[Glyph]) -> int:
    """Return 1 for a word that goes to the right, -1 for one to the left, 0 for one of neither."""
    kinds = {unicodedata.bidirectional(glyph.sign) for glyph in word}
    if kinds & _LETTERS:
        return 0 if "L" in kinds else -1
    return 1 if "L" in kinds else 0


def is_right_to_left(glyphs: Sequence[Glyph]) -> bool:
    """Whether most letters of a line are read from right to left."""
    kinds = [unicodedata.bidirectional(glyph.sign) for glyph in glyphs]
    return sum(kind in _LETTERS for kind in kinds) > kinds.count("L")


def _in_order(word: list[Glyph]) -> list[Glyph]:
    """Turn the runs of letters round that go on to the right."""
    ordered: list[Glyph] = []
    for is_run, group in groupby(word, key=lambda glyph: _is_letter(glyph) or is_mark(glyph)):
        run = list(group)
        ordered += _turned(run) if is_run and _goes_right(run) else run
    return ordered


def _goes_right(run: list[Glyph]) -> bool:
    steps = [after.left - before.left for before, after in pairwise(run) if not is_mark(after)]
    return sum(step > 0 for step in steps) > sum(step < 0 for step in steps)


def _turned(run: list[Glyph]) -> list[Glyph]:
    """Turn letters round, each with the marks that stand on it behind it."""
    letters = [glyph for glyph in reversed(run) if not is_mark(glyph)]
    marks: dict[int, list[Glyph]] = {}
    for mark in filter(is_mark, run):
        near = min(range(len(letters)), key=lambda at: abs(_middle(letters[at]) - _middle(mark)))
        marks.setdefault(near, []).append(mark)
    return [glyph for at, letter in enumerate(letters) for glyph in (letter, *marks.get(at, ()))]


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _number_first(word: list[Glyph], *, ends_line: bool) -> list[Glyph]:
    """Put the signs that stand left of a number behind it."""
    signs = 0
    while signs < len(word) and (
        word[signs].sign in _ENDS or (ends_line and word[signs].sign == _FULL_STOP)
    ):
        signs += 1
    number = word[signs:]
    if not signs or not number or not number[0].sign.isdigit() or word[0].left > number[0].left:
        return word
    place = number[-1].right
    moved = [glyph._replace(left=place, right=place) for glyph in reversed(word[:signs])]
    return [*number, *moved]


def _is_letter(glyph: Glyph) -> bool:
    return unicodedata.bidirectional(glyph.sign) in _LETTERS
