"""Small letters of a PDF in colours close to what lies behind them."""

from __future__ import annotations

import pytest

from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from support.documents import filled, sheets, shown, stream

WORDS = "illicit lilt of it"
BLACK = b" 0 g " + shown(60, 600, "Plain words")
BOX = filled(50, 690, 200, 30, 0.4)


def read(orders: bytes) -> str:
    return pdf.read(sheets(orders + BLACK), ExtractOptions()).text


@pytest.mark.parametrize("size", [5, 8, 10])
def test_small_letters_in_light_grey_are_seen(size: float) -> None:
    assert read(b"0.92 g " + shown(60, 700, WORDS, size)) == f"{WORDS}\n\nPlain words\n"


@pytest.mark.parametrize("size", [5, 7, 10])
def test_small_letters_on_a_box_of_nearly_their_grey_are_not_under_it(size: float) -> None:
    assert read(BOX + b"0.48 g " + shown(60, 700, WORDS, size)) == f"{WORDS}\n\nPlain words\n"


@pytest.mark.parametrize("size", [5, 7, 10])
@pytest.mark.parametrize("grey", [b"1 g ", b"0.99 g "])
def test_small_letters_in_the_page_s_colour_are_not(size: float, grey: bytes) -> None:
    assert read(grey + shown(60, 700, WORDS, size)) == "Plain words\n"


@pytest.mark.parametrize("size", [5, 7, 10])
def test_small_letters_under_a_box_are_not(size: float) -> None:
    under = b"0 g " + shown(60, 700, WORDS, size) + filled(50, 690, 200, 30, 0.4)

    assert WORDS not in read(under)


def test_words_that_name_letters_drawn_as_lines_on_a_ground_are_seen() -> None:
    font = (
        b"/Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0]"
        b" /FirstChar 0 /LastChar 2 /Widths [600 600 600] /CharProcs << /s 5 0 R /e 5 0 R"
        b" /a 5 0 R >> /Encoding << /Type /Encoding /Differences [0 /s /e /a] >>"
    )
    lines = b"".join(b"%d 701 m %d 708 l S " % (at, at + 3) for at in range(61, 82, 3))
    orders = (
        filled(50, 690, 200, 30, 0.8) + lines + b"BT /F1 12 Tf 60 700 Td (\\000\\001\\002) Tj ET"
    )
    nothing = stream(b"600 0 0 0 500 700 d1")

    extract = pdf.read(sheets(orders, font=font, extra=[nothing]), ExtractOptions())

    assert extract.text == "sea\n"
