"""Ligatures whose codes a PDF hands out for letters."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from claimcheck.documents.pdf.glyph import Glyph, Style
from claimcheck.documents.pdf.ligature_names import letters_by_font
from claimcheck.documents.pdf.ligatures import with_ligatures
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from support.documents import sheets, stream

FONT = b"/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding %s"
NAMES = b"<< /Type /Encoding /Differences [2 /f_i 4 /f_f_i /t_t 97 /c_t] >>"
LETTERS = {"Helvetica": {2: "fi", 4: "ffi", 5: "tt"}}
TEX = Style(12.0, 0.0, invisible=False, embedded=True, font="")
NAMED = replace(TEX, font="CMR10")


def packed(objects: bytes, first: int) -> bytes:
    """A stream of packed objects, the first of which begins there."""
    keys = b"/Type /ObjStm /N 2 /First %d /Filter /FlateDecode" % first
    return stream(zlib.compress(objects), keys)


def word(signs: str, style: Style = TEX, pitch: float = 6, tall: float = 8) -> list[Glyph]:
    """A word whose letters are low, but for the control characters in it."""
    glyphs = []
    for at, sign in enumerate(signs):
        left, top = 60 + pitch * at, 700 + (tall if sign < " " else 5)
        box = (left, 700.0, left + 6, top)
        glyphs.append(Glyph(sign, left, left + 6, 700, top, 700, box, False, True, style))  # noqa: FBT003
    return glyphs


def read_of(glyphs: list[Glyph]) -> str:
    return "".join(glyph.sign for glyph in with_ligatures(glyphs, LETTERS))


@pytest.mark.parametrize("names", [NAMES, b"5 0 R"], ids=["in the font", "beside it"])
def test_a_ligature_is_read_as_the_letters_that_its_font_names(names: bytes) -> None:
    orders = b"BT /F1 12 Tf 60 700 Td (con\\002dential o\\004ce) Tj ET"

    text = pdf.read(sheets(orders, font=FONT % names, extra=[NAMES]), ExtractOptions()).text

    assert text == "confidential office\n"


def test_names_in_packed_objects_are_told() -> None:
    font = b"<< %s >> " % (FONT % b"8 0 R")
    head = b"7 0 8 %d " % len(font)
    data = sheets(b"", extra=[packed(head + font + NAMES, len(head))])

    assert letters_by_font(data) == LETTERS


def test_codes_that_fonts_of_one_name_give_other_letters_are_left_out() -> None:
    other = FONT.replace(b"Helvetica", b"ABCDEF+Helvetica") % NAMES.replace(b"/f_i", b"/f_l")
    data = sheets(b"", font=FONT % NAMES, extra=[b"<< %s >>" % other])

    assert letters_by_font(data) == {"Helvetica": {4: "ffi", 5: "tt"}}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        sheets(b"", font=FONT % b"/WinAnsiEncoding"),
        sheets(b"", font=FONT % b"<< /Differences [2 /fi /a] >>"),
        sheets(b"", font=FONT % b"9999 0 R", extra=[NAMES]),
        sheets(b"", font=FONT % NAMES, trailer=b"/Encrypt 4 0 R "),
        sheets(b"", extra=[packed(b"7 x 8 0 " + NAMES, 8)]),
        sheets(b"", extra=[packed(b"7 0 8 99999 << >>", 14)]),
        sheets(b"", extra=[stream(b"not packed", b"/ObjStm /N 2 /First 4 /Filter /FlateDecode")]),
        sheets(b"", extra=[b"<< /Type /ObjStm >>"]),
        b"stream /ObjStm stream\nendstream",
    ],
)
def test_a_file_without_such_names_has_none(data: bytes) -> None:
    assert letters_by_font(data) == {}


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        (word("con\x0cned"), "confined"),
        (word("o\x0ece"), "office"),
        (word("so\x0b."), "so\x0b."),
        (word("con\x0cned", NAMED), "con\x0cned"),
        (word("con\x0cned", pitch=9), "con\x0cned"),
        (word("con\x0cned", tall=5), "con\x0cned"),
        (word("a\x0c") + word("bcd", replace(TEX, size=8.0)), "a\x0cbcd"),
        (word("con\x02ned", replace(TEX, font="Helvetica")), "confined"),
        (word("con\x02ned", replace(TEX, font="ABCDEF+Helvetica")), "confined"),
    ],
)
def test_a_code_of_tex_is_a_ligature_within_a_word_alone(glyphs: list[Glyph], text: str) -> None:
    assert read_of(glyphs) == text


def test_a_hyphen_at_the_end_of_a_line_is_none() -> None:
    orders = b"BT /F1 12 Tf 60 700 Td (o\004ce with pro-) Tj 0 -14 Td (tion of con\002dence) Tj ET"

    text = pdf.read(sheets(orders, font=FONT % NAMES), ExtractOptions()).text

    assert text == "office with pro-\ntion of confidence\n"


def test_letters_of_a_ligature_have_its_place_and_are_no_guess() -> None:
    before = word("con\x0cned")

    letters = list(with_ligatures(before, {}))[3:5]

    assert [(letter.sign, letter.ink) for letter in letters] == [
        ("f", before[3].ink),
        ("i", before[3].ink),
    ]
    assert not any(letter.guessed for letter in letters)


@pytest.mark.parametrize(
    ("top", "style", "text"),
    [
        (700.01, NAMED, " hal "),
        (705, NAMED, "ffhalff"),
        (700.01, replace(NAMED, invisible=True), "ffhalff"),
        (700.01, replace(NAMED, embedded=False), "ffhalff"),
    ],
    ids=["without a drawing", "drawn", "of a picture", "of another font"],
)
def test_a_ligature_without_a_drawing_is_a_gap(top: float, style: Style, text: str) -> None:
    glyphs = []
    for left, signs in ((60, "ff"), (66, "h"), (72, "a"), (78, "l"), (84, "ff")):
        height = top if len(signs) > 1 else 705
        box = (left, 700.0, left + 6, height)
        glyphs += [
            Glyph(sign, left, left + 6, 700, height, 700, box, False, False, style)  # noqa: FBT003
            for sign in signs
        ]

    assert read_of(glyphs) == text
