"""What of a page's words a person sees: the page is drawn, and their places are looked at.

A word in whose place one colour stands is not seen: it is covered, white on white, cut off by the
page's edge, in a layer that is switched off, or drawn without ink. No rule about colours, boxes and
layers is needed, nor could one be complete.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.pdf.glyph import Box, Glyph
    from claimcheck.documents.pdf.lines import PageWord
    from claimcheck.documents.pdf.pdfium import Handle, Library

_SPREAD: Final = 14  # of 256 greys: what differs by less is one colour
_FARTHEST: Final = 100_000  # a page's width in steps, when its corners are asked for
_MOST_PIXELS: Final = 12_000_000
_LEAST_SCALE: Final = 0.5  # pixels a point: below this small letters melt
_CLOSE: Final = 3.0  # pixels a point, of a second look
_MOST_PIXELS_CLOSE: Final = 40_000_000
_SMALL: Final = 12.0  # points: smaller letters in light grey leave no trace at a pixel a point
_INSET: Final = 0.15  # of a word's height, above and below: what covers it may be a little lower
_NARROW: Final = 4  # pixels: a stroke alone is one colour, so what stands beside it counts
_LEAST_COVERED: Final = 5.0  # points: two letters smaller than that melt into one colour
_FRAME: Final = 2.0  # points: the lines around a field may be so far outside of it
_SAMPLES: Final = 4096
_LATIN: Final = 0x250  # PDFium draws letters up to here, whatever fonts there are


class Sight(Enum):
    """Whether a word is seen."""

    SEEN = "seen"
    COVERED = "covered"  # something of another colour than the page stands there
    ABSENT = "absent"  # the page's own colour stands there


Place = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page.

    Attributes:
        pixels: row by row, a byte for each grey or four for blue, green, red and nothing.
        width: in pixels.
        height: in pixels.
        stride: bytes of a row.
        channels: bytes of a pixel that count: 1 or 3.
        place: the way from points to shares of the page.
        paper: the values of the page's own colour.
    """

    pixels: bytes
    width: int
    height: int
    stride: int
    channels: int
    place: Place
    paper: tuple[int, ...]

    @property
    def step(self) -> int:
        """Bytes from a pixel to the next."""
        return 1 if self.channels == 1 else 4


def placed(pdfium: Library, page: Handle) -> Place:
    """Return the way from a page's points to shares of it as it is shown, from its upper left.

    Args:
        pdfium: `pypdfium2.raw`.
        page: a page's handle.
    """
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for across, up in ((0, 0), (1000, 0), (0, 1000)):
        pdfium.FPDF_PageToDevice(page, 0, 0, _FARTHEST, _FARTHEST, 0, across, up, x, y)
        corners.append((x.value / _FARTHEST, y.value / _FARTHEST))
    (x0, y0), (x1, y1), (x2, y2) = corners

    def place(across: float, up: float) -> tuple[float, float]:
        right, high = across / 1000, up / 1000
        return (
            x0 + (x1 - x0) * right + (x2 - x0) * high,
            y0 + (y1 - y0) * right + (y2 - y0) * high,
        )

    return place


def drawn(  # noqa: PLR0913 - each look at a page asks for another one
    pdfium: Library,
    page: Handle,
    *,
    colour: bool = False,
    notes: bool = False,
    close: bool = False,
    ground: int = 255,
) -> Picture | None:
    """Draw a page at a pixel a point; nothing where it is too large for that.

    Args:
        pdfium: `pypdfium2.raw`.
        page: a page's handle.
        colour: keep its colours, which takes four times the memory.
        notes: draw its annotations, too.
        close: draw it larger, for a second look at small letters.
        ground: the grey of the sheet that it is drawn on, from 0 (black) to 255.
    """
    across, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale, most = (_CLOSE, _MOST_PIXELS_CLOSE) if close else (1.0, _MOST_PIXELS)
    scale = min(scale, (most / max(1.0, across * high)) ** 0.5)
    width, height = int(across * scale), int(high * scale)
    if scale < _LEAST_SCALE or width < _NARROW or height < _NARROW:
        return None
    kind, flag = (
        (pdfium.FPDFBitmap_BGRx, 0) if colour else (pdfium.FPDFBitmap_Gray, pdfium.FPDF_GRAYSCALE)
    )
    flag |= pdfium.FPDF_ANNOT if notes else 0
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, kind, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFF000000 | 0x10101 * ground)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flag)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    channels, step = (3, 4) if colour else (1, 1)
    sampled = range(0, len(pixels) - step, step * max(1, len(pixels) // step // _SAMPLES))
    paper = Counter(pixels[at : at + channels] for at in sampled).most_common(1)[0][0]
    return Picture(pixels, width, height, stride, channels, placed(pdfium, page), tuple(paper))


class Views:
    """What a page shows, drawn as far as words ask for it."""

    def __init__(self, pdfium: Library, page: Handle, coloured: Picture | None) -> None:
        """Draw a page once.

        Args:
            pdfium: `pypdfium2.raw`.
            page: a page's handle.
            coloured: the page as it was drawn, where it is to be drawn no more.
        """
        self._pdfium, self._page, self._coloured = pdfium, page, coloured
        self.grey = None if coloured else drawn(pdfium, page)
        self._close: Picture | None = None

    def sight_of(self, word: PageWord) -> Sight:
        """Say whether a word is seen: in grey, in colour or, if it is small, from nearby."""
        if self.grey is None:
            return _sight_of(word, self._coloured) if self._coloured else Sight.SEEN
        sight = _sight_of(word, self.grey)
        if sight is not Sight.SEEN:
            if self._coloured is None:
                self._coloured = drawn(self._pdfium, self._page, colour=True)
            sight = _sight_of(word, self._coloured) if self._coloured else sight
        if sight is not Sight.SEEN and is_small(word):
            if self._close is None:
                self._close = drawn(self._pdfium, self._page, close=True)
            sight = _sight_of(word, self._close) if self._close else sight
        return sight


def is_small(word: PageWord) -> bool:
    """Whether a word in a light colour may leave no trace on a page that is drawn small."""
    return word.glyphs[0].style.size < _SMALL


def box_of(word: PageWord) -> Box:
    """Return what is drawn of a word: left, bottom, right and top on the page."""
    return _box_around(word.glyphs)


def _box_around(glyphs: Sequence[Glyph]) -> Box:
    boxes = [glyph.ink for glyph in glyphs]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def is_on_page(word: PageWord, place: Place) -> bool:
    """Whether the middle of a word lies on the page as it is shown."""
    left, bottom, right, top = box_of(word)
    across, down = place((left + right) / 2, (bottom + top) / 2)
    return 0 <= across <= 1 and 0 <= down <= 1


def has_ink(box: Box, picture: Picture) -> bool:
    """Whether anything is drawn in a box or along its edge."""
    left, bottom, right, top = box
    around = (left - _FRAME, bottom - _FRAME, right + _FRAME, top + _FRAME)
    return _sight_in(around, picture) is Sight.SEEN


def grey_within(box: Box, picture: Picture) -> int | None:
    """Return the grey in the middle of a box of a grey picture; None where it has several."""
    across, down = picture.place((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    column, row = int(across * picture.width), int(down * picture.height)
    if not (0 < column < picture.width - 1 and 0 < row < picture.height - 1):
        return None
    values = [
        value
        for start in (at * picture.stride + column for at in (row - 1, row, row + 1))
        for value in picture.pixels[start - 1 : start + 2]
    ]
    return values[0] if max(values) - min(values) < _SPREAD else None


def _sight_of(word: PageWord, picture: Picture) -> Sight:
    """Return whether a word is seen in its page's picture.

    What covers a word may leave a comma beside it, or half of its letters, so that its letters are
    looked at without the signs around them, and then two by two: between two letters is paper.
    """
    letters = [at for at, glyph in enumerate(word.glyphs) if glyph.sign.isalnum()]
    core = word.glyphs[letters[0] : letters[-1] + 1] if letters else []
    # A stroke is of one colour, and letters that PDFium has not are not drawn.
    if not core or any(
        not glyph.style.embedded and ord(glyph.sign) > _LATIN and glyph.sign.isalnum()
        for glyph in core
    ):
        return Sight.SEEN
    sight = _sight_in(_box_around(core), picture)
    if sight is not Sight.SEEN:
        return sight
    differs = _row_through(core, picture)
    for first, second in pairwise(core):
        if differs(min(first.ink[0], second.ink[0]), max(first.ink[2], second.ink[2])):
            continue
        (left, bottom, right, top), other = first.ink, second.ink
        left, bottom = min(left, other[0]), min(bottom, other[1])
        right, top = max(right, other[2]), max(top, other[3])
        is_large = top - bottom >= _LEAST_COVERED and right - left >= _LEAST_COVERED
        if is_large and _sight_in((left, bottom, right, top), picture) is Sight.COVERED:
            return Sight.COVERED
    return Sight.SEEN


def _row_through(glyphs: Sequence[Glyph], picture: Picture) -> Callable[[float, float], bool]:
    """Return what tells, of a stretch between two points, whether a row through it has two colours.

    It is fast, since it looks at one row of a grey picture; where it says no, nothing is said.
    """
    left, bottom, right, top = _box_around(glyphs)
    middle = (bottom + top) / 2
    start, end = picture.place(left, middle), picture.place(right, middle)
    if picture.channels != 1 or right <= left or abs(start[1] - end[1]) * picture.height > 1:
        return lambda _left, _right: False
    row = int(start[1] * picture.height)
    if not 0 <= row < picture.height:
        return lambda _left, _right: False
    pixels = picture.pixels[row * picture.stride : row * picture.stride + picture.width]
    pitch = (end[0] - start[0]) * picture.width / (right - left)
    origin = start[0] * picture.width - left * pitch

    def differs(first: float, last: float) -> bool:
        stretch = pixels[max(0, int(origin + first * pitch)) : int(origin + last * pitch) + 1]
        return bool(stretch) and max(stretch) - min(stretch) >= _SPREAD

    return differs


def _sight_in(box: Box, picture: Picture) -> Sight:
    """Return whether anything is seen in a box: more than one colour."""
    left, top, right, bottom = _pixels(box, picture)
    if picture.channels == 1 and _differs_in_the_middle(left, top, right, bottom, picture):
        return Sight.SEEN
    low, high = [255] * picture.channels, [0] * picture.channels
    for row in _from_the_middle(top, bottom):
        start = row * picture.stride
        for channel in range(picture.channels):
            values = picture.pixels[
                start + left * picture.step + channel : start + right * picture.step : picture.step
            ]
            low[channel] = min(low[channel], min(values))  # noqa: PLW3301 - nested is faster
            high[channel] = max(high[channel], max(values))  # noqa: PLW3301 - nested is faster
            if high[channel] - low[channel] >= _SPREAD:
                return Sight.SEEN
    middles = ((least + most) // 2 for least, most in zip(low, high, strict=True))
    differs = (abs(middle - paper) for middle, paper in zip(middles, picture.paper, strict=True))
    return Sight.COVERED if max(differs) >= _SPREAD else Sight.ABSENT


def _differs_in_the_middle(left: int, top: int, right: int, bottom: int, picture: Picture) -> bool:
    """Whether the middle row of a grey picture's part has more than one colour, as most have."""
    start = (top + bottom) // 2 * picture.stride
    values = picture.pixels[start + left : start + right]
    return max(values) - min(values) >= _SPREAD


def _pixels(box: Box, picture: Picture) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of the pixels to look at; right and bottom exclusive."""
    corner, opposite = picture.place(box[0], box[1]), picture.place(box[2], box[3])
    left, right = sorted((corner[0] * picture.width, opposite[0] * picture.width))
    top, bottom = sorted((corner[1] * picture.height, opposite[1] * picture.height))
    inset = _INSET * (bottom - top) if bottom - top > _NARROW else -2.0
    top, bottom = top + inset, bottom - inset
    if right - left < _NARROW:
        left, right = left - 2, right + 2
    first = min(max(0, int(left)), picture.width - 2)
    upper = min(max(0, int(top)), picture.height - 1)
    return (
        first,
        upper,
        min(max(first + 2, int(right + 1)), picture.width),
        min(max(upper + 1, int(bottom + 1)), picture.height),
    )


def _from_the_middle(top: int, bottom: int) -> Sequence[int]:
    middle = (top + bottom) // 2
    return sorted(range(top, bottom), key=lambda row: abs(row - middle))
