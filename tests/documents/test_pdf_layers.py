"""What PDFium hands out of a page, where it errs."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace

import pytest

from claimcheck.documents.pdf.glyph import Glyph, Style
from claimcheck.documents.pdf.glyphs import glyphs_of
from claimcheck.documents.pdf.page import Layers
from claimcheck.documents.pdf.symbols import is_dingbats, symbol
from claimcheck.text.pinned_text import UNREADABLE

STYLE = Style(12.0, 0.0, invisible=False, embedded=True, font="")


def line(signs: str, left: float = 60, base: float = 700) -> list[Glyph]:
    boxes = ((sign, left + 8 * at) for at, sign in enumerate(signs))
    return [
        Glyph(sign, x, x + 8, base, base + 9, base, (x, base, x + 7, base + 9), False, False, STYLE)  # noqa: FBT003
        for sign, x in boxes
    ]


def signs(glyphs: list[Glyph]) -> str:
    return "".join(glyph.sign for glyph in glyphs)


def test_what_annotations_add_stands_behind_the_page_s_own_letters() -> None:
    layers = Layers(line("Total"), [], [])

    layers.part([*line("Total"), *line("42", left=200)], None)

    assert (signs(layers.own), signs(layers.looks)) == ("Total", "42")


def test_letters_that_flattening_spoils_are_those_that_were_there_before() -> None:
    layers = Layers(line("Total"), [], [])

    layers.part([*line("7RWDO"), *line("42", left=200)], None)

    assert (signs(layers.own), signs(layers.looks)) == ("Total", "42")


def test_a_number_that_is_no_letter_is_a_letter_that_cannot_be_told() -> None:
    nothing = ctypes.c_int
    pdfium = SimpleNamespace(
        FS_RECTF=type("Box", (ctypes.Structure,), {"_fields_": [
            (side, ctypes.c_float) for side in ("left", "top", "right", "bottom")
        ]}),
        FPDFText_CountChars=lambda _page: 1,
        FPDFText_GetUnicode=lambda _page, _at: 0xF0808080,
        FPDFText_GetCharBox=lambda *_: 1,
        FPDFText_GetCharOrigin=lambda *_: 1,
        FPDFText_GetLooseCharBox=lambda *_: 1,
        FPDFText_GetTextObject=lambda *_: ctypes.POINTER(nothing)(),
        FPDFText_IsGenerated=lambda *_: 0,
        FPDFText_HasUnicodeMapError=lambda *_: 0,
    )  # fmt: skip

    (glyph,) = glyphs_of(pdfium, None, {})

    assert (glyph.sign, glyph.guessed) == (UNREADABLE, True)


@pytest.mark.parametrize(
    ("sign", "font", "meaning"),
    [
        ("\uf0b1", "BIOPPG+Symbol", "±"),
        ("\uf0b7", "SymbolMT", "•"),
        ("\uf0fe", "ABCDEF+Wingdings-Regular", "☑"),
        ("þ", "Wingdings", "☑"),
        ("x", "Wingdings,Bold", "☒"),
        ("x", "Symbol", "x"),
        ("\uf0b1", "MTExtra", "\uf0b1"),
        ("x", "Wingdings2", "x"),
        ("\uf0ff", "Wingdings", "\uf0ff"),
    ],
)
def test_signs_of_symbol_fonts_are_read_as_what_they_draw(
    sign: str, font: str, meaning: str
) -> None:
    assert symbol(sign, font) == meaning


def test_only_a_font_of_pictures_has_no_letters() -> None:
    assert is_dingbats("ABCDEF+Wingdings")
    assert not is_dingbats("SymbolMT")
    assert not is_dingbats("Wingdings3")
