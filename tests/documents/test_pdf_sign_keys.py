"""Signs that fonts of presses name by their keys: no digit, no letter and no point."""

from __future__ import annotations

import pytest

from claimcheck.documents.pdf.glyph import Glyph, Style
from claimcheck.documents.pdf.sign_keys import has_signs_on_keys, with_sign_of_key
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from support.documents import sheets

SIZE = 10.0


def glyph(
    sign: str,
    drawing: tuple[float, float, float],
    font: str = "ABCDEF+AdvP7DA6",
    *,
    embedded: bool = True,
    turn: float = 0.0,
) -> Glyph:
    """A glyph of so wide, so high and so low a drawing, in sizes of its font."""
    width, height, low = (SIZE * part for part in drawing)
    press = has_signs_on_keys(font)
    style = Style(SIZE, turn, invisible=False, embedded=embedded, font=font, press=press)
    low += 700
    ink = (60, low, 60 + width, low + height)
    if turn:
        ink = (60, 700, 60 + height, 700 + width)
    return Glyph(sign, 60, 66, low, low + height, 700, ink, False, False, style)  # noqa: FBT003


def sign_of(drawn: Glyph) -> str:
    return with_sign_of_key(drawn).sign


@pytest.mark.parametrize(
    ("key", "drawing", "sign"),
    [
        ("1", (0.59, 0.59, 0.03), "+"),
        ("3", (0.59, 0.59, 0.03), "×"),
        ("6", (0.48, 0.48, 0.01), "×"),
        ("6", (0.59, 0.59, 0.03), "±"),
        ("8", (0.28, 0.28, 0.42), "°"),
        ("9", (0.14, 0.29, 0.42), "′"),
        (",", (0.66, 0.57, 0.04), "<"),
        (".", (0.66, 0.57, 0.04), ">"),
        ("$", (0.66, 0.51, 0.07), "≥"),
        ("m", (0.48, 0.67, -0.21), "μ"),
        ("6", (0.5, 0.7, -0.01), "6"),
        ("8", (0.3, 0.42, 0.3), "8"),
        ("3", (0.45, 0.68, -0.22), "3"),
        (",", (0.16, 0.25, -0.12), ","),
        ("m", (0.75, 0.46, 0.0), "m"),
        ("e", (0.4, 0.46, 0.0), "e"),
    ],
)
def test_a_sign_on_a_key_is_told_by_its_drawing(
    key: str, drawing: tuple[float, float, float], sign: str
) -> None:
    assert sign_of(glyph(key, drawing)) == sign


def test_it_is_told_in_text_that_runs_upwards() -> None:
    assert sign_of(glyph(",", (0.66, 0.57, 0.04), turn=90)) == "<"


@pytest.mark.parametrize("font", ["Times-Roman", "AdventPro"])
def test_letters_are_looked_at_in_fonts_of_presses_alone(font: str) -> None:
    assert not has_signs_on_keys(font)
    assert sign_of(glyph("6", (0.48, 0.48, 0.01), font)) == "×"


def test_a_font_that_is_not_in_the_file_is_drawn_by_another_one() -> None:
    assert sign_of(glyph("6", (0.48, 0.48, 0.01), embedded=False)) == "6"


@pytest.mark.parametrize(
    ("font", "keys", "signs"),
    [
        ("AdvP4980C", "vwx", "<>x"),
        ("AdvP43B38B", "ab1", "αβ1"),
        ("Mathematica2", "HxL@1D", "(x)[1]"),
    ],
)
def test_some_fonts_have_signs_that_their_drawings_do_not_tell(
    font: str, keys: str, signs: str
) -> None:
    assert "".join(sign_of(glyph(key, (0.63, 0.54, -0.01), font)) for key in keys) == signs


@pytest.mark.parametrize(
    ("drawing", "sign", "is_guess"), [((0.94, 0.45, 0.0), "∞", False), ((0.5, 0.7, 0.0), "1", True)]
)
def test_a_digit_of_a_font_that_has_none_is_a_sign_or_in_doubt(
    drawing: tuple[float, float, float], sign: str, is_guess: bool
) -> None:
    named = with_sign_of_key(glyph("1", drawing, "CMSY10"))

    assert (named.sign, named.guessed) == (sign, is_guess)


def test_what_mathematical_pi_numbers_is_read_as_its_sign() -> None:
    names = b"<< /Differences [1 /H11001 /H9252 /H11349 /H12345 65 /A] >>"
    font = b"/Type /Font /Subtype /Type1 /BaseFont /Pi-Signs /Encoding " + names
    orders = b"BT /F1 12 Tf 60 700 Td (A\\001A\\002A\\003A) Tj ET"

    text = pdf.read(sheets(orders, font=font), ExtractOptions()).text

    assert text == "A+AβA≤A\n"
