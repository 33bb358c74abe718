"""The glyphs of a PDF's page as PDFium hands them out, in its order, each with its place.

PDFium puts blanks between words and ends lines by itself; both come out as glyphs that it made up.
What works on these values knows no PDFium.
"""

from __future__ import annotations

import ctypes
import math
import re
import sys
from itertools import groupby
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.accents import with_accents
from claimcheck.documents.pdf.bitmap_sizes import with_true_sizes
from claimcheck.documents.pdf.glyph import HYPHEN, LINE_END, Box, Glyph, Style
from claimcheck.documents.pdf.ligatures import with_ligatures
from claimcheck.documents.pdf.misnamed import FLAT, LOWEST_DIGIT, SUSPECTS, drawn_sign
from claimcheck.documents.pdf.right_to_left import right_to_left
from claimcheck.documents.pdf.sign_keys import KEYS_ANYWHERE, has_signs_on_keys, with_sign_of_key
from claimcheck.documents.pdf.symbols import FIRST_PRIVATE, is_dingbats, symbol
from claimcheck.documents.pdf.tex_fonts import AXIS, grows, tex_sign, with_strokes
from claimcheck.text.pinned_text import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.documents.pdf.pdfium import Handle, Library

_INVISIBLE_MODES: Final = (3, 7)  # neither filled nor stroked
_LAM_ALEF: Final = ("\u0644", "\u0622\u0623\u0625\u0627\u0671")
_RIGHT_TO_LEFT: Final = (0x590, 0x900)
_HIGH, _LOW, _LAST = 0xD800, 0xDC00, 0xE000  # the halves of a character beyond 16 bits
_LONGEST_NAME: Final = 200
# What macOS writes for the ligatures of TeX's fonts when it saves a file again, for letters' codes.
_TEX_FONT: Final = re.compile(r"(?:[A-Z]{6}\+)?CM(?:R|BX?|(?:BX)?(?:TI|SL)|SS(?:I|BX|DC)?|U)\d+")
_TEX_LIGATURES: Final = {"\0": "ffi", "\u21b5": "ff", "\u270f": "ffl"}


def glyphs_of(
    pdfium: Library, text_page: Handle, ligatures: Mapping[str, Mapping[int, str]]
) -> list[Glyph]:
    """Return the glyphs of a page, in PDFium's order.

    Args:
        pdfium: `pypdfium2.raw`.
        text_page: what `FPDFText_LoadPage` returned.
        ligatures: what fonts call some of their codes, by their names.
    """
    fonts: dict[int, int] = {}
    glyphs = with_strokes(with_true_sizes(list(_read(pdfium, text_page, fonts)), fonts))
    glyphs = list(with_ligatures(glyphs, ligatures))
    return with_accents(right_to_left(list(_in_reading_order(glyphs))))


def _read(pdfium: Library, page: Handle, fonts: dict[int, int]) -> Iterator[Glyph]:
    """Yield the characters of a page as PDFium has them.

    Args:
        pdfium: `pypdfium2.raw`.
        page: what `FPDFText_LoadPage` returned.
        fonts: the font of each style, by the style's identity, which grows.
    """
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    loose = pdfium.FS_RECTF()
    at_loose = ctypes.byref(loose)
    box, origin = pdfium.FPDFText_GetCharBox, pdfium.FPDFText_GetCharOrigin
    loose_box, object_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetTextObject
    generated, unmapped = pdfium.FPDFText_IsGenerated, pdfium.FPDFText_HasUnicodeMapError
    styles: dict[int, Style] = {}
    style = Style(0.0, 0.0, invisible=False, embedded=True, font="")
    for at, code in _codes(pdfium, page):
        is_letter = code <= sys.maxunicode
        sign = chr(code) if is_letter else UNREADABLE
        if sign in "\r\n" and generated(page, at) == 1:
            if sign == "\n":
                yield Glyph(LINE_END, 0, 0, 0, 0, 0, (0, 0, 0, 0), True, False, style)  # noqa: FBT003
            continue
        handle = ctypes.cast(object_of(page, at), ctypes.c_void_p).value
        if handle is not None:
            cached_style = styles.get(handle)
            style = styles[handle] = cached_style or _style(pdfium, page, at, fonts)
        is_named = False
        if sign >= FIRST_PRIVATE or style.dingbats:
            named = symbol(sign, style.font)
            is_named, sign = named != sign, named
        is_unmapped = not is_letter or (unmapped(page, at) == 1 and not is_named)
        box(page, at, left, right, bottom, top)
        origin(page, at, x, y)
        loose_box(page, at, at_loose)
        ink = (left.value, bottom.value, right.value, top.value)
        width = (loose.left, loose.bottom, loose.right, loose.top)
        base = y.value
        laid = ink
        if style.turn:
            laid, width = level(ink, style.turn), level(width, style.turn)
            base = _turned(x.value, base, style.turn)[1]
        glyph = Glyph(
            sign, width[0], width[2], laid[1], laid[3], base, ink,
            made_up=generated(page, at) == 1 if sign.isspace() or sign == HYPHEN else False,
            guessed=is_unmapped, style=style,
        )  # fmt: skip
        glyph = _as_drawn(glyph, code)
        if glyph.sign in _TEX_LIGATURES:
            yield from _without_ligature(glyph)
        else:
            yield glyph


def _as_drawn(glyph: Glyph, code: int) -> Glyph:
    """Return a glyph as what its drawing shows, where its font has no name for it, or a false one.

    Args:
        glyph: the glyph.
        code: what PDFium says that it is.
    """
    style, sign, height = glyph.style, glyph.sign, glyph.top - glyph.bottom
    lowest = LOWEST_DIGIT if sign.isdigit() else FLAT
    is_flat = height < lowest * style.size and style.embedded and sign.isalnum()
    if glyph.guessed or style.grows or is_flat or sign in SUSPECTS:
        glyph = _by_measures(glyph, code, is_flat=is_flat)
    if style.press or sign in KEYS_ANYWHERE:
        return with_sign_of_key(glyph)
    return glyph


def _by_measures(glyph: Glyph, code: int, *, is_flat: bool) -> Glyph:
    """Return a glyph as what its measures tell.

    Args:
        glyph: the glyph.
        code: what PDFium says that it is.
        is_flat: it is lower than any letter.
    """
    style, sign = glyph.style, glyph.sign
    size, base, is_guessed = style.size or 1.0, glyph.base, glyph.guessed
    ink = level(glyph.ink, style.turn) if style.turn else glyph.ink
    measures = (ink[2] - ink[0]) / size, (glyph.bottom - base) / size, (glyph.top - base) / size
    if is_guessed and style.font and (named := tex_sign(code, style.font, *measures)):
        is_guessed, sign = False, named
    elif is_flat or sign in SUSPECTS:
        sign = drawn_sign(sign, *measures)
    if style.grows:
        base = (glyph.bottom + glyph.top) / 2 - AXIS * size
    return glyph._replace(sign=sign, base=base, guessed=is_guessed)


def _codes(pdfium: Library, page: Handle) -> Iterator[tuple[int, int]]:
    """Yield each character's index and code point; PDFium counts in units of UTF-16."""
    high, unicode = 0, pdfium.FPDFText_GetUnicode
    for at in range(pdfium.FPDFText_CountChars(page)):
        code = unicode(page, at)
        if _HIGH <= code < _LOW:
            high = code
            continue
        if _LOW <= code < _LAST and high:
            code = 0x10000 + ((high - _HIGH) << 10) + (code - _LOW)
        high = 0
        yield at, code


def _without_ligature(glyph: Glyph) -> Iterator[Glyph]:
    """Return the letters of what may be a ligature, each at its place.

    A code that names no letter, yet is drawn, is a letter that the file does not tell.
    """
    left, bottom, right, top = glyph.ink
    if _TEX_FONT.fullmatch(glyph.style.font):
        for letter in _TEX_LIGATURES[glyph.sign]:
            yield glyph._replace(sign=letter)
    elif glyph.sign == "\0" and left < right and bottom < top:
        yield glyph._replace(guessed=True)
    else:
        yield glyph


def _style(pdfium: Library, page: Handle, at: int, fonts: dict[int, int]) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, at, ctypes.byref(matrix))
    height = math.hypot(matrix.c, matrix.d)
    turn = math.degrees(math.atan2(matrix.b, matrix.a)) if matrix.a or matrix.b else 0.0
    size = pdfium.FPDFText_GetFontSize(page, at) * (height or 1.0)
    if size < 0:
        turn += 180  # such letters stand on their heads, and their matrix turns them back
    text_object = pdfium.FPDFText_GetTextObject(page, at)
    font = pdfium.FPDFTextObj_GetFont(text_object)
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
    font_name = name.value.decode("utf-8", "replace")
    style = Style(
        size=abs(size),
        turn=round(turn, 1) % 360,
        invisible=pdfium.FPDFTextObj_GetTextRenderMode(text_object) in _INVISIBLE_MODES,
        embedded=pdfium.FPDFFont_GetIsEmbedded(font) == 1,
        font=font_name,
        dingbats=is_dingbats(font_name),
        grows=grows(font_name),
        press=has_signs_on_keys(font_name),
    )
    fonts[id(style)] = ctypes.cast(font, ctypes.c_void_p).value or 0
    return style


def _turned(x: float, y: float, degrees: float) -> tuple[float, float]:
    """Where a point comes to lie when text that is turned by so much is laid level."""
    if degrees == 90:  # the quarters are exact
        return y, -x
    if degrees == 180:
        return -x, -y
    if degrees == 270:
        return -y, x
    angle = math.radians(degrees)
    return x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)


def level(box: Box, degrees: float) -> Box:
    """Return the box of what is turned by so many degrees, laid level."""
    corners = [_turned(x, y, degrees) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across, upwards = zip(*corners, strict=True)
    return min(across), min(upwards), max(across), max(upwards)


def _in_reading_order(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Put right the letters of one right-to-left drawing: PDFium turns them round.

    In files that name them from the left it does no harm: lam stands before alef then, as it does
    in all drawings of the two.
    """
    for _, group in groupby(glyphs, key=_drawing):
        run = list(group)
        is_right = len(run) == len(_LAM_ALEF) and all(
            glyph.sign in signs for glyph, signs in zip(run, _LAM_ALEF, strict=True)
        )
        yield from run if is_right or len(run) == 1 else reversed(run)


def _drawing(glyph: Glyph) -> object:
    """What two letters of one drawing share; nothing else shares it with its neighbour."""
    first, last = _RIGHT_TO_LEFT
    if first <= ord(glyph.sign) < last and not glyph.made_up:
        return (glyph.ink, glyph.left)
    return id(glyph)
