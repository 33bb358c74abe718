"""Boxes with and without a tick that a page draws by strokes, as prints of web pages do.

No form says of them what they are. What tells them is how they are drawn: a frame as wide as high,
of the size of a letter, with nothing of a letter in it, beside a word (`form_boxes.set_in_lines`);
in it a tick, a cross or a dot, or the page's own colour, which parts it from a chart's key; or else
black, where another one is as large and empty.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.documents.pdf.form_boxes import FormBox
from claimcheck.documents.pdf.sight import drawn, grey_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Box, Glyph
    from claimcheck.documents.pdf.pdfium import Handle, Library

_MOST_OBJECTS: Final = 5000  # of a page whose drawing is looked at; more are a map or a plan
_MOST_BOXES: Final = 200
_SMALLEST, _LARGEST = 5.0, 20.0  # points
_SQUARE: Final = 0.1  # of its side: no farther from a square is a frame
_SAME: Final = 1.5  # points: what is drawn over a frame again has its middle so near
_LEAST_FRAME: Final = 0.8  # of the side of a frame, what is drawn over it again
_ALIKE: Final = 0.25  # of its side: the line around an empty one counts, too
_DARK: Final = 64  # of 256 greys
_LEAST_MARK: Final = 0.35  # of its side
_FEWEST_SIDES: Final = 4  # segments of a path that goes round
_MOST_SEGMENTS: Final = 100  # of a path: whether it bends, the first of them tell


class _Path(NamedTuple):
    """Something that a page draws: its edges, how many segments it has, and whether all bend."""

    box: Box
    segments: int
    bends: bool

    @property
    def side(self) -> float:
        return max(self.box[2] - self.box[0], self.box[3] - self.box[1])

    @property
    def is_frame(self) -> bool:
        """Whether it may go round a tick."""
        left, bottom, right, top = self.box
        off = abs((right - left) - (top - bottom))
        fits = _SMALLEST <= self.side <= _LARGEST
        return fits and self.segments >= _FEWEST_SIDES and off <= _SQUARE * self.side

    def is_like(self, other: _Path) -> bool:
        """Whether it is as large as another frame, and as round."""
        return self.bends == other.bends and abs(self.side - other.side) <= _ALIKE * other.side

    def is_in(self, frame: _Path) -> bool:
        """Whether its middle is near that of a frame, and it goes not far beyond it."""
        near = all(
            abs(self.box[at] + self.box[at + 2] - frame.box[at] - frame.box[at + 2]) < 2 * _SAME
            for at in (0, 1)
        )
        return near and self.side <= frame.side + _SAME


def drawn_boxes(pdfium: Library, page: Handle, glyphs: Iterable[Glyph]) -> list[FormBox]:
    """Return the boxes that a page draws.

    Args:
        pdfium: `pypdfium2.raw`.
        page: the page's handle.
        glyphs: its glyphs: a frame with one in it is no box.
    """
    paths = list(_paths(pdfium, page))
    frames = _frames(paths)
    picture = drawn(pdfium, page) if 0 < len(frames) <= _MOST_BOXES else None
    if picture is None:
        return []
    inked = [glyph.ink for glyph in glyphs if glyph.sign.strip()]
    frames = [frame for frame in frames if not _holds_letter(frame.box, inked)]
    ticked = [frame for frame in frames if any(_marks(path, frame) for path in paths)]
    greys = [(frame, grey_within(frame.box, picture)) for frame in frames if frame not in ticked]
    bare = [frame for frame, grey in greys if grey == picture.paper[0]]
    full = [frame for frame, grey in greys if grey is not None and grey <= _DARK]
    ticked += [frame for frame in full if any(frame.is_like(other) for other in bare)]
    return [
        FormBox(frame.box, frame in ticked, frame.bends, is_drawn=True)
        for frame in frames
        if frame in ticked or frame in bare
    ]


def _frames(paths: Sequence[_Path]) -> list[_Path]:
    """Return the frames, each once: most are drawn twice, as a ground and as a line."""
    frames: list[_Path] = []
    for path in sorted(paths, key=lambda path: -path.side):
        if path.is_frame and not any(path.is_in(frame) for frame in frames):
            frames.append(path)
    return frames


def _marks(path: _Path, frame: _Path) -> bool:
    """Whether a path is a tick, a cross or a dot in a frame, and not the frame drawn again."""
    if not path.is_in(frame) or path.side < _LEAST_MARK * frame.side:
        return False
    return not path.is_frame or path.side < _LEAST_FRAME * frame.side


def _holds_letter(frame: Box, inked: Iterable[Box]) -> bool:
    return any(
        frame[0] < (left + right) / 2 < frame[2] and frame[1] < (bottom + top) / 2 < frame[3]
        for left, bottom, right, top in inked
    )


def _paths(pdfium: Library, page: Handle) -> Iterator[_Path]:
    count = pdfium.FPDFPage_CountObjects(page)
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(count if count <= _MOST_OBJECTS else 0):
        thing = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(thing, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            if max(right - left, top - bottom) <= _LARGEST + _SAME:
                segments = pdfium.FPDFPath_CountSegments(thing)
                bends = all(
                    pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(thing, number))
                    == pdfium.FPDF_SEGMENT_BEZIERTO
                    for number in range(1, min(segments, _MOST_SEGMENTS))
                )
                yield _Path((left, bottom, right, top), segments, bends)
