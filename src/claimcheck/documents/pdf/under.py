"""Words under something that is not of one colour: hatched bars, patterns, shaded boxes.

The page is drawn a second time without its letters. Where that changes nothing, no letter is seen.
Only words in whose place most is of one colour, and not of the page's, can lie under something, so
most pages are not drawn again. Small letters in a light colour leave no trace in a small picture,
and are looked at in a larger one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.sight import box_of, drawn, is_small

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Box
    from claimcheck.documents.pdf.lines import PageWord
    from claimcheck.documents.pdf.pdfium import Handle, Library
    from claimcheck.documents.pdf.sight import Picture

_SPREAD: Final = 14  # of 256 greys: what differs by less is one colour
_BESIDE: Final = 2.0  # points at its ends that count, too: a stroke alone is of one colour
_GROUND: Final = 0.4  # of a word's place: so much of it has the colour of what lies there
_MIDDLE_GREY: Final = 128  # neither black nor white letters melt into it
_MOST_OBJECTS: Final = 100_000
_DEEPEST: Final = 8
_FEWEST_LETTERS: Final = 2  # that are not seen, of a word that lies under something
_MOST_UNDER: Final = 0.5  # of a page's words: where more are, a scan of the page lies over them


def words_under(
    pdfium: Library, page: Handle, words: Sequence[PageWord], picture: Picture
) -> list[PageWord]:
    """Return the words of a page of which its drawing shows nothing; its letters are gone after.

    Args:
        pdfium: `pypdfium2.raw`.
        page: the page's handle.
        words: those that are drawn with ink, and in no picture.
        picture: the page as it is drawn, in grey.
    """
    on_ground = [word for word in words if _is_on_ground(word, picture)]
    if not on_ground:
        return []
    things = _things_of(pdfium, page)
    if things is None:
        return []
    letters = things.letters
    _show(pdfium, letters, shown=False)
    bare = drawn(pdfium, page)
    if bare is None:
        return []
    under = [word for word in on_ground if _adds_nothing(word, picture, bare)]
    if any(map(is_small, under)):
        _show(pdfium, letters, shown=True)
        close = drawn(pdfium, page, close=True)
        _show(pdfium, letters, shown=False)
        bare = drawn(pdfium, page, close=True)
        if close and bare:
            under = [
                word for word in under if not is_small(word) or _adds_nothing(word, close, bare)
            ]
    if things.has_pictures and len(under) > _MOST_UNDER * len(words):
        return []
    return _with_ink(pdfium, page, under, things) if under else []


def _is_on_ground(word: PageWord, picture: Picture) -> bool:
    """Whether one colour that is not the page's has most of a word's place."""
    if not any(glyph.sign.isalnum() for glyph in word.glyphs):
        return False
    left, bottom, right, top = box_of(word)
    around = (left - _BESIDE, bottom, right + _BESIDE, top)
    shares = Counter(value // _SPREAD for value in _values(around, picture))
    if not shares:
        return False
    commonest, count = shares.most_common(1)[0]
    paper = picture.paper[0] // _SPREAD
    return commonest != paper and count >= _GROUND * shares.total()


def _adds_nothing(word: PageWord, picture: Picture, bare: Picture) -> bool:
    letters = [glyph for glyph in word.glyphs if glyph.sign.isalnum()]
    unseen = sum(
        all(
            abs(with_it - without) < _SPREAD
            for with_it, without in zip(
                _values(letter.ink, picture), _values(letter.ink, bare), strict=True
            )
        )
        for letter in letters
    )
    return unseen >= min(_FEWEST_LETTERS, len(letters)) > 0


def _values(box: Box, picture: Picture) -> Iterator[int]:
    """Yield the greys of a box, row by row."""
    corner, opposite = picture.place(box[0], box[1]), picture.place(box[2], box[3])
    left, right = sorted(int(point[0] * picture.width) for point in (corner, opposite))
    top, bottom = sorted(int(point[1] * picture.height) for point in (corner, opposite))
    first, last = max(0, left), min(picture.width - 1, right)
    for row in range(max(0, top), min(picture.height - 1, bottom) + 1):
        start = row * picture.stride
        yield from picture.pixels[start + first : start + last + 1]


def _with_ink(
    pdfium: Library, page: Handle, words: Sequence[PageWord], things: _Things
) -> list[PageWord]:
    """Return the words that would be seen if nothing else were on their page.

    Others name letters that are drawn as lines and areas: without them nothing changes.

    Args:
        pdfium: `pypdfium2.raw`.
        page: the page's handle; nothing but its letters is drawn from now on.
        words: words of it.
        things: what it draws.
    """
    _show(pdfium, things.letters, shown=True)
    _show(pdfium, things.others, shown=False)
    alone = drawn(pdfium, page, close=True, ground=_MIDDLE_GREY)
    if alone is None:
        return list(words)
    return [
        word
        for word in words
        if word.glyphs[0].style.invisible or _differs(_values(box_of(word), alone))
    ]


def _differs(values: Iterable[int]) -> bool:
    greys = list(values)
    return bool(greys) and max(greys) - min(greys) >= _SPREAD


def _show(pdfium: Library, things: Iterable[Handle], *, shown: bool) -> None:
    """Draw things of a page from now on, or none of them."""
    for thing in things:
        pdfium.FPDFPageObj_SetIsActive(thing, shown)


@dataclass(slots=True)
class _Things:
    """What a page draws.

    Attributes:
        letters: its texts.
        others: all else, but for forms, which hold both.
        has_pictures: forms of the page hold pictures.
    """

    letters: list[Handle] = field(default_factory=list)
    others: list[Handle] = field(default_factory=list)
    has_pictures: bool = False


def _things_of(pdfium: Library, page: Handle) -> _Things | None:
    """Return what a page draws; None where that is too much to be looked through.

    A text that is not hidden would seem to be covered.
    """
    things = _Things()
    left = _MOST_OBJECTS
    holders = [
        (pdfium.FPDFPage_GetObject, page, pdfium.FPDFPage_CountObjects(page), 0),
    ]
    while holders:
        part, holder, count, depth = holders.pop()
        left -= count
        if left < 0:
            return None
        for at in range(count):
            thing = part(holder, at)
            kind = pdfium.FPDFPageObj_GetType(thing)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                things.letters.append(thing)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = pdfium.FPDFFormObj_CountObjects(thing)
                holders.append((pdfium.FPDFFormObj_GetObject, thing, inner, depth + 1))
            else:
                things.others.append(thing)
                if kind == pdfium.FPDF_PAGEOBJ_IMAGE and depth:
                    things.has_pictures = True
    return things
