"""Letters that a file draws twice, for weight or as a shadow: a person sees one of them.

Where the second drawing of a line has letters that the first one lacks, PDFium leaves out what it
has had and hands out the rest behind the line. Such letters are put back into their gaps.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.documents.pdf.glyph import Glyph

# All in sizes of the letters concerned.
_NEAR: Final = 0.06  # two drawings of a letter, and two letters of a word that touch
_OVERLAP: Final = 0.15  # of two letters that are kerned
_GAP_OF_WORDS: Final = 0.15
_LEVEL: Final = 0.05  # between two baselines
_SHARED: Final = 0.5  # of the letters of the shorter one: two texts over each other share few
_LONGEST: Final = 400  # letters of a drawing: a line has fewer
_RIGHT_TO_LEFT: Final = ("\u0590", "\u08ff")
_FARTHEST_SHADOW: Final = 0.2  # from its letters
_STEADY: Final = 0.02  # what the offset of a shadow differs by from letter to letter
_FEWEST_SHADED: Final = 3  # letters
_MOST_ALIKE: Final = 20  # lines of the same letters that one is held against


def drawn_once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs of a page as if nothing of it were drawn twice.

    Args:
        glyphs: those of a page, in PDFium's order.
    """
    drawings: list[list[Glyph]] = []
    for _style, group in groupby(
        _without_copies(_without_shadows(glyphs)), key=lambda glyph: id(glyph.style)
    ):
        drawing = list(group)
        if drawings and _interleave(drawings[-1], drawing):
            drawings[-1] = _merged(drawings[-1], drawing)
        else:
            drawings.append(drawing)
    return [glyph for drawing in drawings for glyph in drawing]


def _without_shadows(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Leave out lines that stand a little beside a line of the same letters, drawn before."""
    lines: dict[str, list[list[Glyph]]] = {}
    single: list[Glyph] = []
    for _ends, group in groupby(glyphs, key=lambda glyph: glyph.made_up and glyph.sign == "\n"):
        line = list(group)
        letters = [glyph for glyph in line if not (glyph.made_up or glyph.sign.isspace())]
        if len(letters) < _FEWEST_SHADED:
            single += line
            continue
        same = lines.setdefault("".join(glyph.sign for glyph in letters), [])
        if not any(_is_shadow(letters, other) for other in same[-_MOST_ALIKE:]):
            single += line
            same.append(letters)
    return single


def _is_shadow(letters: Sequence[Glyph], others: Sequence[Glyph]) -> bool:
    """Whether the same letters stand a little beside others, all in one direction."""
    size = letters[0].style.size
    offsets = [
        (glyph.left - other.left, glyph.base - other.base)
        for glyph, other in zip(letters, others, strict=True)
    ]
    (across, up), steady = offsets[0], _STEADY * size
    return max(abs(across), abs(up)) < _FARTHEST_SHADOW * size and all(
        abs(right - across) < steady and abs(high - up) < steady for right, high in offsets
    )


def _without_copies(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Leave out letters that stand where the same letter of a longer drawing stands."""
    places: dict[tuple[str, int, int], Glyph] = {}
    pairs: list[tuple[Glyph, Glyph]] = []
    lines: dict[int, int] = {}
    line = 0
    for glyph in glyphs:
        if glyph.made_up or glyph.sign.isspace():
            line += glyph.made_up and glyph.sign == "\n"
            continue
        lines[id(glyph)] = line
        base = round(glyph.base)
        nearest = (glyph.sign, round(glyph.left), base)
        lower = (glyph.sign, math.floor(glyph.left), base)
        other = places.get(nearest) or places.get(lower)
        if other and _is_copy(glyph, other):
            pairs.append((other, glyph))
        places[nearest] = places[lower] = glyph
    copies = _copies(glyphs, pairs, lines) if pairs else set()
    yield from (glyph for glyph in glyphs if id(glyph) not in copies)


def _copies(
    glyphs: Sequence[Glyph], pairs: Sequence[tuple[Glyph, Glyph]], lines: Mapping[int, int]
) -> set[int]:
    """Return the identities of letters that are second drawings.

    Args:
        glyphs: those of a page.
        pairs: the same letters in one place.
        lines: the line of each letter, by its identity.
    """
    in_drawing = Counter(id(glyph.style) for glyph in glyphs if id(glyph) in lines)
    in_line = Counter(lines.values())
    drawings = [(id(first.style), id(second.style)) for first, second in pairs]
    pairs_of_lines = [(lines[id(first)], lines[id(second)]) for first, second in pairs]
    shared, shared_lines = Counter(drawings), Counter(pairs_of_lines)
    copies = set()
    for pair, of_drawings, of_lines in zip(pairs, drawings, pairs_of_lines, strict=True):
        if of_lines[0] == of_lines[1]:
            lengths, common = [in_drawing[drawing] for drawing in of_drawings], shared[of_drawings]
        else:
            lengths, common = [in_line[line] for line in of_lines], shared_lines[of_lines]
        if common >= _SHARED * min(lengths):
            copies.add(id(pair[lengths[0] >= lengths[1]]))
    return copies


def _is_copy(glyph: Glyph, other: Glyph) -> bool:
    size = glyph.style.size
    near = _NEAR * size
    return (
        glyph.style is not other.style
        and glyph.style.turn == other.style.turn
        and abs(size - other.style.size) < near
        and abs(glyph.left - other.left) < near
        and abs(glyph.base - other.base) < near
    )


def _interleave(first: Sequence[Glyph], second: Sequence[Glyph]) -> bool:
    """Whether letters of a drawing fill gaps between those of the one before, on its line."""
    own, others = _letters(first), _letters(second)
    if not (own and others and own[0].left < others[0].left < own[-1].left):
        return False
    size, base, turn = own[0].style.size, own[0].base, own[0].style.turn
    is_one_line = others[0].style.turn == turn and all(
        abs(glyph.base - base) < _LEVEL * size and abs(glyph.style.size - size) < _NEAR * size
        for glyph in (*own, *others)
    )
    low, high = _RIGHT_TO_LEFT
    if not is_one_line or any(low <= glyph.sign <= high for glyph in (*own, *others)):
        return False
    late = {id(glyph) for glyph in others}
    ordered = sorted((*own, *others), key=lambda glyph: glyph.left)
    gaps = [after.left - before.right for before, after in pairwise(ordered)]
    touches = any(
        gap < _NEAR * size and (id(before) in late) is not (id(after) in late)
        for gap, (before, after) in zip(gaps, pairwise(ordered), strict=True)
    )
    # Where the gaps at both sides of a letter are less than nothing, the others leave it no room.
    has_room = all(
        sum(beside) > -_OVERLAP * size
        for letter, beside in zip(ordered[1:], pairwise(gaps), strict=False)
        if id(letter) in late
    )
    return touches and has_room and min(gaps) > -_OVERLAP * size


def _letters(drawing: Sequence[Glyph]) -> list[Glyph]:
    if len(drawing) > _LONGEST:
        return []
    return [glyph for glyph in drawing if not (glyph.made_up or glyph.sign.isspace())]


def _merged(first: Sequence[Glyph], second: Sequence[Glyph]) -> list[Glyph]:
    """Return two drawings of one line as one, with blanks where its words are apart."""
    merged: list[Glyph] = []
    for glyph in sorted((*_letters(first), *_letters(second)), key=lambda glyph: glyph.left):
        if merged and glyph.left - merged[-1].right > _GAP_OF_WORDS * glyph.style.size:
            merged.append(merged[-1]._replace(sign=" ", left=merged[-1].right, made_up=True))
        merged.append(glyph)
    ends = [glyph for glyph in reversed(second) if glyph.made_up]
    return merged + ends[:1]
