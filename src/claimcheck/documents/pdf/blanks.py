"""Where words of a line part: blanks that PDFium sets within one, and gaps that it passes over."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby, pairwise
from math import inf
from statistics import median_low
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.drawn_from_right import in_place
from claimcheck.documents.pdf.glyph import LINE_END
from claimcheck.documents.pdf.spaced_out import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimcheck.documents.pdf.glyph import Glyph

# All in heights of the letters concerned.
LEVEL: Final = 0.12  # baselines that differ by less are one
_GAP_OF_LIST: Final = 0.14  # wider, and a blank is missing behind a comma of a formula
_GAP_OF_OCR: Final = 0.1  # wider, and one is missing between two words of OCR whose letters touch
_PARTING: Final = ",;"
_GAP_OF_LETTERS: Final = 0.2  # wider than usual by so much, and a blank is missing between letters
_GAP_BESIDE_DIGITS: Final = 0.13  # the same between a letter and a digit, or of two fonts
_GAP_BEHIND_STOP: Final = 0.09  # the same between a full stop and a capital
_LIGATED: Final = ("f", "i", "l")  # letters that make a ligature with an f before them
_UPRIGHT: Final = 0.08  # an upright f stands over the next letter by less
_KERN: Final = 0.12  # nearer than this, and they are of one word
_GAP_OF_SQUEEZED: Final = 0.06  # the same where the letters of words overlap
_ALMOST: Final = 0.85  # of a line's narrowest blank, of the larger of two sizes
_ENDS_WORD: Final = ".,;:)”’»"
_HEBREW: Final = "\u0590"  # from here on letters run from right to left, or know no blanks
_GAP_OF_WORDS: Final = 1.0  # wider, and a blank is missing, whatever PDFium says
_STEP_BACK: Final = 1.5  # farther to the left than this, and another word begins
_GAP_OF_DIGITS: Final = 0.22  # wider, and two digits are not of one number; of the digits' height
_GAP_OF_NUMBERS: Final = 0.12  # wider, and two numbers are drawn in two orders
_GAP_OF_OCR_DIGITS: Final = 0.35  # the same of digits that OCR read: its places are guesses
_GAP_OF_BARE_DIGITS: Final = 0.35  # the same of digits of which only the drawings have a width
_OVER: Final = 0.4  # digits on two levels that overlap by more are of two numbers
_OFF_THE_LINE: Final = 0.15
_ON_ANOTHER_LINE: Final = 0.5  # digits beside each other in one size, on levels so far apart
_EXACT: Final = 0.01  # points
_SPACED_OUT: Final = 0.04  # letters set so far apart are spaced out, and a gap so much wider is one
_LEAST_OVERLAP: Final = 0.02  # of their size: letters that overlap by less touch
_LEAST_SQUEEZED: Final = 0.04  # of their size: kerned letters overlap by less
_MOST_SQUEEZED: Final = 0.15  # letters that overlap by more are in no order of reading
_FEWEST_SQUEEZED: Final = 12  # gaps of a line
_MOST_APART: Final = 0.25  # of them
_SET_APART: Final = 0.02  # of their size: letters nearer than this touch
_SHORTEST_TITLE: Final = 6  # letters
_SPACED_LETTERS: Final = 0.7  # of its letters: two that are kerned come as one word
_WIDEST_PITCH: Final = 0.5  # of its letters' size
_WORD_IN_TITLE: Final = 1.6  # times the pitch, and a blank parts words
_NARROW: Final = 0.5  # of the narrowest blank of a line that OCR read: PDFium's is none there
_FEWEST_GAPS: Final = 4  # between letters, to tell from how far apart they are
_BLANKS: Final = " \t\r\n\x00"


def with_true_blanks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Leave out blanks that PDFium puts into words that are spaced out, and add those it misses.

    What OCR reads is set so, and the last letter of a word is often drawn by itself. A line without
    a blank of its own has but PDFium's.
    """
    visible: list[Glyph] = []
    overhangs = cache(lambda: _overhangs(glyphs))
    for ends_line, group in groupby(
        glyphs, key=lambda glyph: glyph.made_up and glyph.sign == LINE_END
    ):
        line = list(group)
        if ends_line:
            visible += line
            continue
        line = list(in_place(line))
        if is_upside_down(line[0].style.turn) and _is_level(line):
            # PDFium hands out its words from their end.
            line = sorted(
                (glyph for glyph in line if not glyph.made_up), key=lambda glyph: glyph.left
            )
        if pitch := _pitch_of_capitals(line):
            visible += _without_narrow_blanks(line, _WORD_IN_TITLE * pitch)
            continue
        usual = _pitch(line) or 0.0
        if _has_own_blank(line):
            narrow = _NARROW * _narrowest(line)
            line = [
                glyph
                for at, glyph in enumerate(line)
                if not (glyph.made_up and is_blank(glyph) and _is_in_word(line, at, usual, narrow))
            ]
        else:
            line = _without_kerns(line, overhangs)
        visible += _widened(list(_with_missing_blanks(list(joined(line)), overhangs)), usual)
    return visible


def _without_kerns(
    line: Sequence[Glyph], overhangs: Callable[[], Mapping[tuple[str, str], float]]
) -> list[Glyph]:
    """Return a line of PDFium's blanks without those where TeX keeps letters from a ligature.

    It sets `ef/ficient` so, a hair between the two.

    Args:
        line: the glyphs of a line.
        overhangs: tells how far letters usually stand over the next one of their word, in points.
    """
    kerned: set[int] = set()
    for at, glyph in enumerate(line[1:-1], 1):
        last, after = line[at - 1], line[at + 1]
        if not (glyph.made_up and last.sign == "f" and after.sign in _LIGATED and is_blank(glyph)):
            continue
        gap, own = after.left - last.right, overhangs().get((last.sign, last.style.font), inf)
        # A slanted f stands over the blank behind it, and nobody can say by how much.
        is_upright = gap > 0 and own < _UPRIGHT * last.style.size
        is_near = gap + own < _KERN * last.style.size and last.style.font == after.style.font
        if is_upright and is_near and _are_of_one_line(last, after):
            kerned.add(at)
    return [glyph for at, glyph in enumerate(line) if at not in kerned]


def _overhangs(glyphs: Sequence[Glyph]) -> dict[tuple[str, str], float]:
    """Return how far letters stand over the next one of their word, by sign and font.

    An `f` does by much, so that a gap behind it looks narrower than it is. It is more
    than the median: behind a part of them a blank may be missing.
    """
    gaps: dict[tuple[str, str], list[float]] = {}
    for glyph, after in pairwise(glyphs):
        is_gap = glyph.sign.isalpha() and after.sign.isalpha() and glyph.right < after.right
        if (
            is_gap
            and glyph.ink != after.ink
            and abs(glyph.base - after.base) < LEVEL * glyph.style.size
            and after.left < after.ink[0]  # the next one does not stand over this one
        ):
            gaps.setdefault((glyph.sign, glyph.style.font), []).append(glyph.right - after.left)
    return {
        letter: sorted(some)[5 * len(some) // 8]
        for letter, some in gaps.items()
        if len(some) >= _FEWEST_GAPS
    }


def _is_level(line: Sequence[Glyph]) -> bool:
    bases = [glyph.base for glyph in line if not glyph.made_up]
    return bool(bases) and max(bases) - min(bases) < line[0].style.size / 2


def _widened(line: Sequence[Glyph], usual: float) -> Sequence[Glyph]:
    """Return the glyphs of a line whose letters are set a little apart, the gaps parts of them.

    Args:
        line: the glyphs.
        usual: how far apart they are, in points.
    """
    if not line or line[0].style.invisible or usual < _SET_APART * line[0].style.size:
        return line
    letters = [glyph for glyph in line if not is_blank(glyph)]
    if 2 * sum(map(_has_no_width, letters)) > len(letters):
        return line
    following = [*line[1:], line[-1]]
    return [
        glyph._replace(right=glyph.right + min(usual, max(0.0, after.left - glyph.right)))
        for glyph, after in zip(line, following, strict=True)
    ]


def _with_missing_blanks(
    line: Sequence[Glyph], overhangs: Callable[[], Mapping[tuple[str, str], float]]
) -> Iterator[Glyph]:
    """Yield the glyphs of a line with blanks where two words of it stand apart without one.

    Files that put every word in its place have none of their own, and PDFium overlooks some.

    Args:
        line: the glyphs of a line.
        overhangs: tells how far letters usually stand over the next one of their word, in points.
    """
    usual = _pitch(line)
    if usual is None:
        yield from line
        return
    is_squeezed = usual < 0 and _is_squeezed(line, usual)
    overlap = _overlap(line) if usual < 0 else 0.0
    touching = overlap
    if 0 < -usual < _LEAST_OVERLAP * line[0].style.size:
        touching = -usual
    usual = max(0.0, usual)
    narrow = _ALMOST * _narrowest(line, made_up=True)
    following = iter(line[1:])
    for glyph in line:
        yield glyph
        after = next(following, None)
        if after and _may_part_words(glyph, after):
            size = max(glyph.style.size, after.style.size)
            widest = _widest_in_word(glyph, after)
            if is_squeezed:
                widest = _GAP_OF_SQUEEZED * size
            elif narrow and widest > _GAP_BESIDE_DIGITS * size:
                widest = min(widest, max(narrow - usual, _GAP_BESIDE_DIGITS * size - touching))
            gap = after.left - glyph.right - usual
            if overlap:
                gap += max(0.0, overhangs().get((glyph.sign, glyph.style.font), 0.0) - overlap)
            if gap > widest:
                yield glyph._replace(sign=" ", left=glyph.right, made_up=True)


def _widest_in_word(glyph: Glyph, after: Glyph) -> float:
    """Return how much farther apart than usual two neighbours of one word may be, in points."""
    size = max(glyph.style.size, after.style.size)
    if glyph.sign == "." and after.sign.isupper():
        return _GAP_BEHIND_STOP * size
    is_mixed = glyph.sign.isdigit() or after.sign.isdigit() or glyph.style.font != after.style.font
    return (_GAP_BESIDE_DIGITS if is_mixed else _GAP_OF_LETTERS) * size


def _overlap(line: Sequence[Glyph]) -> float:
    """Return how far the letters of a line stand over each other; 0 where they do not.

    Signs of scripts that are drawn over each other do not count.
    """
    gaps = [
        following.left - letter.right
        for letter, following in pairwise(line)
        if letter.style.font == following.style.font
        and letter.sign.isalpha()
        and following.sign.isalpha()
        and max(letter.sign, following.sign) < _HEBREW
    ]
    if len(gaps) < _FEWEST_SQUEEZED:
        return 0.0
    overlap = -median_low(gaps)
    size = line[0].style.size
    return overlap if _LEAST_OVERLAP * size < overlap < _MOST_SQUEEZED * size else 0.0


def _is_squeezed(line: Sequence[Glyph], usual: float) -> bool:
    """Whether the letters of a line overlap a little, hardly any stand apart, and none is a blank.

    Args:
        line: the glyphs of a line.
        usual: how far apart its letters are; less than nothing.
    """
    if _has_own_blank(line):
        return False
    size = max(glyph.style.size for glyph in line)
    gaps = [
        following.left - letter.right
        for letter, following in pairwise(line)
        if not (is_blank(letter) or is_blank(following))
    ]
    apart = sum(gap > _SPACED_OUT * size for gap in gaps)
    is_long = len(gaps) >= _FEWEST_SQUEEZED
    overlap = -usual / size
    is_squeezed = _LEAST_SQUEEZED < overlap < _MOST_SQUEEZED
    return is_long and is_squeezed and apart <= _MOST_APART * len(gaps)


def _has_own_blank(line: Sequence[Glyph]) -> bool:
    """Whether the file itself draws a blank in a line."""
    return any(is_blank(glyph) and not glyph.made_up for glyph in line)


def _may_part_words(glyph: Glyph, after: Glyph) -> bool:
    """Whether a gap between two neighbours on one level can be one between words."""
    if not (glyph.sign.isalnum() or glyph.sign in _ENDS_WORD) or not after.sign.isalnum():
        return False
    if after.sign.isdigit() and not glyph.sign.isalpha():
        # A volume and its pages, `50, 1–22`; no number changes its font at a comma.
        is_list = glyph.sign in _PARTING and glyph.style.font != after.style.font
        return is_list and _are_of_one_line(glyph, after)
    if (glyph.sign.isalpha() and glyph.sign >= _HEBREW) or after.sign >= _HEBREW:
        return False
    return _are_of_one_line(glyph, after)


def _are_of_one_line(glyph: Glyph, after: Glyph) -> bool:
    """Whether two neighbours that are seen stand on one level, in one size."""
    if glyph.style.invisible or glyph.ordered:
        return False
    sizes = glyph.style.size, after.style.size
    return abs(glyph.base - after.base) < LEVEL * max(sizes) and min(sizes) > _ALMOST * max(sizes)


def _without_narrow_blanks(line: Sequence[Glyph], width: float) -> Iterator[Glyph]:
    """Yield the glyphs of a line without the blanks that are no wider than so many points."""
    for blank, group in groupby(enumerate(line), key=lambda placed: is_blank(placed[1])):
        run = list(group)
        first, last = run[0][0], run[-1][0]
        inside = blank and first > 0 and last < len(line) - 1
        if not (inside and line[last + 1].left - line[first - 1].right < width):
            yield from (glyph for _at, glyph in run)


def _pitch(line: Sequence[Glyph]) -> float | None:
    """Return how far apart the letters of a line's words are; None where they are too few."""
    gaps = [
        following.left - letter.right
        for letter, following in pairwise(line)
        if not (is_blank(letter) or is_blank(following))
    ]
    return median_low(gaps) if len(gaps) >= _FEWEST_GAPS else None


def _pitch_of_capitals(line: Sequence[Glyph]) -> float:
    """Return how far apart the capitals of a title are that is spaced out; 0 for any other line.

    Heads of columns are farther apart, and letters that count stand in the alphabet's order.
    """
    letters = [glyph for glyph in line if not is_blank(glyph)]
    signs = [glyph.sign for glyph in letters]
    if len(letters) < _SHORTEST_TITLE or not all(map(str.isupper, signs)) or signs == sorted(signs):
        return 0.0
    words = sum(1 for blank, _group in groupby(line, key=is_blank) if not blank)
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    pitch = median_low(gaps)
    size = max(glyph.style.size for glyph in letters)
    is_spaced = words >= _SPACED_LETTERS * len(letters)
    return pitch if is_spaced and 0 < pitch <= _WIDEST_PITCH * size else 0.0


def _is_in_word(line: Sequence[Glyph], at: int, usual: float, narrow: float) -> bool:
    """Whether the gap at a blank is no wider than those between the letters of words.

    Args:
        line: the glyphs of a line.
        at: the blank's place.
        usual: how far apart its letters are.
        narrow: what is narrower in a line that OCR read is no gap between words.
    """
    if not 0 < at < len(line) - 1:
        return False
    last, following = line[at - 1], line[at + 1]
    if is_blank(last) or is_blank(following):
        return False
    earlier = line[at - 2] if at > 1 else last
    pitch = usual if earlier is last or is_blank(earlier) else last.left - earlier.right
    size = min(last.right - last.left, following.right - following.left)
    gap = following.left - last.right
    if last.style.invisible and gap < narrow:
        return True
    return pitch > _SPACED_OUT * size and abs(gap - pitch) <= _SPACED_OUT * size


def _narrowest(line: Sequence[Glyph], *, made_up: bool = False) -> float:
    """Return how wide the narrowest gap is at a blank of a line; 0 where there is none.

    Args:
        line: the glyphs of a line.
        made_up: count PDFium's blanks, too.
    """
    gaps = [
        line[at + 1].left - line[at - 1].right
        for at, glyph in enumerate(line[1:-1], 1)
        if is_blank(glyph) and (made_up or not glyph.made_up)
        and not (is_blank(line[at - 1]) or is_blank(line[at + 1]))
    ]  # fmt: skip
    return min(gaps, default=0.0)


def is_upside_down(turn: float) -> bool:
    """Whether text that is turned by so many degrees stands on its head."""
    return abs(turn - 180) < 1


def is_blank(glyph: Glyph) -> bool:
    """Whether a glyph is white space; a sign that PDFium guessed is some letter."""
    return not glyph.guessed and (
        glyph.sign in _BLANKS or unicodedata.category(glyph.sign) in {"Zs", "Zl", "Zp"}
    )


def are_apart(word: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a glyph that PDFium sets beside a word is of another one.

    Args:
        word: the glyphs before it, since the last blank.
        glyph: the glyph.
    """
    last = word[-1]
    if last.ordered and glyph.ordered:
        return False
    em = max(glyph.style.size, last.style.size, 1.0)
    gap = glyph.left - last.right
    if gap > _GAP_OF_WORDS * em or glyph.left < last.left - _STEP_BACK * em:
        return True
    if last.sign.isdigit() and glyph.sign.isdigit():
        if _are_on_two_lines(last, glyph, em):
            return True
        widest = _widest_in_number(last, glyph)
    elif last.sign in _PARTING and glyph.sign.isalpha():
        widest = _GAP_OF_LIST * em
    elif _is_next_of_ocr(word, glyph):
        widest = _GAP_OF_OCR * em
    else:
        return False
    height = max(glyph.top - glyph.bottom, last.top - last.bottom, 1.0)
    return gap > widest and abs(glyph.base - last.base) < LEVEL * height


def _are_on_two_lines(last: Glyph, glyph: Glyph, em: float) -> bool:
    """Whether two digits in one size stand on two lines, though they be near each other.

    Args:
        last: the first of them.
        glyph: the second.
        em: the larger of their sizes.
    """
    if min(glyph.style.size, last.style.size) <= _ALMOST * em:
        return False
    drop = abs(glyph.base - last.base)
    overlaps = last.right - glyph.left > _OVER * em
    return drop > _ON_ANOTHER_LINE * em or (overlaps and drop > _OFF_THE_LINE * em)


def _widest_in_number(last: Glyph, glyph: Glyph) -> float:
    """Return how wide a gap two digits of one number may have between them, in points."""
    height = max(glyph.top - glyph.bottom, last.top - last.bottom, 1.0)
    if glyph.style.invisible:
        return _GAP_OF_OCR_DIGITS * height
    if _has_no_width(last) and _has_no_width(glyph):
        return _GAP_OF_BARE_DIGITS * height
    # A style belongs to one order, and cells of a table are drawn by one each.
    return (_GAP_OF_DIGITS if last.style is glyph.style else _GAP_OF_NUMBERS) * height


def _has_no_width(glyph: Glyph) -> bool:
    """Whether PDFium has no width of a letter but that of its drawing: the file draws its font."""
    left, _bottom, right, _top = glyph.ink
    return not glyph.style.turn and max(abs(glyph.left - left), abs(glyph.right - right)) < _EXACT


def _is_next_of_ocr(word: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether OCR drew a glyph by another order than a word whose letters touch each other."""
    last = word[-1]
    if not last.style.invisible or last.style is glyph.style or len(word) == 1:
        return False
    touches = last.left - word[-2].right < _SPACED_OUT * last.style.size
    return glyph.style.invisible and last.sign.isalnum() and touches
