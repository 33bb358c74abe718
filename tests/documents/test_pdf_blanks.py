"""Where words of a PDF part: gaps that PDFium takes for blanks, and gaps that it passes over."""

from __future__ import annotations

import pytest

from claimcheck.documents.pdf.blanks import with_true_blanks
from claimcheck.documents.pdf.glyph import Glyph, Style

STYLE = Style(10, 0, invisible=False, embedded=True, font="")
WIDTH = 5.0


def glyph_of(sign: str, left: float, width: float) -> Glyph:
    """A letter, or a blank that PDFium made."""
    right = left + width
    return Glyph(
        sign, left, right, 0, 7, 0, (left + 0.2, 0, right, 7),
        made_up=sign == " " and not width, guessed=False, style=STYLE,
    )  # fmt: skip


def line_of(text: str, blank: float, hair: float = 0.3) -> list[Glyph]:
    """A line with the blanks that PDFium makes: where the text has one, and a narrower one at `|`.

    At `_` letters are apart, and PDFium makes none.
    """
    glyphs: list[Glyph] = []
    left = 0.0
    for sign in text:
        if sign == "_":
            left += hair
            continue
        is_blank = sign in " |"
        glyphs.append(glyph_of(" " if is_blank else sign, left, 0 if is_blank else WIDTH))
        left += (blank if sign == " " else hair) if is_blank else WIDTH
    return glyphs


def read(line: list[Glyph]) -> str:
    return "".join(glyph.sign for glyph in with_true_blanks(line))


@pytest.mark.parametrize(
    ("text", "hair", "words"),
    [
        ("fare face fad fall ef|ficient", 0.3, "fare face fad fall efficient"),
        ("fare face fad fall of|four", 2, "fare face fad fall of four"),
        ("fare face fad fall of|four", -0.5, "fare face fad fall of four"),
        ("fare face fad fall of|a", 0.3, "fare face fad fall of a"),
        ("an ef|ficient pump", 0.3, "an ef ficient pump"),
    ],
    ids=["kerned", "a blank", "slanted", "no ligature", "too few to tell"],
)
def test_a_hair_that_keeps_letters_from_a_ligature_is_no_blank(
    text: str, hair: float, words: str
) -> None:
    assert read(line_of(text, 3, hair)) == words


@pytest.mark.parametrize(("hair", "text"), [(1.1, "1.1. Who asks"), (0.6, "1.1.Who asks")])
def test_a_capital_stands_apart_from_a_full_stop(hair: float, text: str) -> None:
    assert read(line_of("1.1._Who asks", 3, hair)) == text


def test_a_title_that_is_set_apart_is_words_beside_another_cell() -> None:
    glyphs: list[Glyph] = []
    left = 0.0
    for at, sign in enumerate("STUDY PROTOCOL"):
        if sign == " ":
            left += 3
            continue
        if at % 2:  # PDFium takes some of its gaps for blanks
            glyphs.append(glyph_of(" ", left, 0))
        glyphs.append(glyph_of(sign, left, 5 + at % 4))
        left = glyphs[-1].right + 1.2
    for sign in "Unrestricted":
        glyphs.append(glyph_of(sign, left + 90, WIDTH))
        left += WIDTH

    assert read(glyphs).startswith("STUDY PROTOCOL Unrestricted")
