"""Letters that a PDF's fonts name falsely: what they draw tells what they are."""

from __future__ import annotations

import pytest

from claimcheck.documents.pdf.misnamed import drawn_sign
from claimcheck.documents.pdf.symbols import is_dingbats, symbol
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from support.documents import sheets, stream

ORDERS = b"BT /F1 12 Tf 60 700 Td (pq2) Tj ET"
CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff>"
    " endcodespacerange 3 beginbfchar <70> <0070> <71> <%04x> <32> <0032> endbfchar endcmap end end"
)


def text_of(letter: str, drawing: str) -> str:
    """What is read of `p`, a letter and `2` in a font whose drawings all have these edges."""
    font = (
        b"/Type /Font /Subtype /Type3 /FontBBox [%s] /FontMatrix [.001 0 0 .001 0 0]"
        b" /FirstChar 112 /LastChar 113 /Widths [500 500] /CharProcs << /p 5 0 R /q 5 0 R >>"
        b" /Encoding << /Type /Encoding /Differences [50 /p 112 /p /q] >> /ToUnicode 6 0 R"
        % drawing.encode()
    )
    strokes = stream(f"500 0 {drawing} d1 0 -300 250 1200 re f".encode())
    names = stream((CMAP % ord(letter)).encode())
    return pdf.read(sheets(ORDERS, font=font, extra=[strokes, names]), ExtractOptions()).text


@pytest.mark.parametrize(
    ("letter", "drawing", "text"),
    [
        ("¼", "50 150 450 400", "p=2"),
        ("¼", "50 0 450 700", "p¼2"),
        ("þ", "50 0 450 450", "p+2"),
        ("þ", "50 -200 450 700", "pþ2"),
        ("ð", "50 -250 300 700", "p(2"),
        ("ð", "50 0 450 700", "pð2"),
        ("Þ", "50 -250 300 700", "p)2"),
        ("Þ", "50 0 450 700", "pÞ2"),
    ],
)
def test_a_sign_under_a_letter_s_name_is_told_by_its_drawing(
    letter: str, drawing: str, text: str
) -> None:
    assert text_of(letter, drawing) == f"{text}\n"


@pytest.mark.parametrize(
    ("letter", "width", "bottom", "top", "sign"),
    [
        ("e", 0.5, 0.2, 0.25, "–"),
        ("K", 0.9, 0.2, 0.25, "–"),
        ("e", 0.5, 0, 0.45, "e"),
        ("l", 0.5, 0, 0.05, "l"),
        ("l", 0.1, 0.2, 0.25, "l"),
        ("—", 0.5, 0.2, 0.25, "—"),
        ("2", 0.6, 0.3, 0.35, "−"),
        ("5", 0.59, 0.21, 0.43, "="),
        ("5", 0.45, 0.0, 0.66, "5"),
        ("0", 0.11, 0.0, 0.11, "0"),
        ("e", 0, 0, 0, "e"),
    ],
)
def test_no_letter_is_as_flat_as_a_dash(
    letter: str, width: float, bottom: float, top: float, sign: str
) -> None:
    assert drawn_sign(letter, width, bottom, top) == sign


def test_a_press_has_a_name_of_its_own_for_a_font_of_signs() -> None:
    assert symbol("3", "AdvP414BFB") == "×"


@pytest.mark.parametrize(
    ("sign", "meaning"), [("1", "+"), ("5", "="), ("6", "±"), ("8", "°"), ("m", "μ"), ("z", "z")]
)
def test_a_font_of_signs_has_them_on_the_keys_of_digits(sign: str, meaning: str) -> None:
    font = "ABCDEF+MathematicalPi-One"

    assert is_dingbats(font)
    assert symbol(sign, font) == meaning
