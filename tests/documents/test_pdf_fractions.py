"""Fractions of a PDF: what stands above and below a short bar in a line."""

from __future__ import annotations

import pytest

from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from support.documents import filled, picture, sheets, shown

BAR = filled(106, 702.6, 12, 0.5)
LINE = shown(60, 700, "The rate") + shown(122, 700, "is small.")


def read(*orders: bytes) -> str:
    return pdf.read(sheets(b"".join(orders)), ExtractOptions()).text


@pytest.mark.parametrize(
    ("upper", "lower", "fraction"),
    [
        (shown(107.5, 704.5, "12", 8), shown(107.5, 695, "35", 8), "12/35"),
        (
            shown(106, 704.5, "n", 8) + shown(112.5, 704.5, "m", 8),
            shown(107.5, 695, "35", 8),
            "(n m)/35",
        ),
        (
            shown(106, 704.5, "c", 8) + shown(110, 707.5, "2", 5) + shown(113, 704.5, "k", 8),
            shown(107.5, 695, "35", 8),
            "c^2k/35",
        ),
    ],
    ids=["numbers", "several words", "a raised digit"],
)
def test_a_fraction_stands_in_its_line(upper: bytes, lower: bytes, fraction: str) -> None:
    assert read(LINE, upper, BAR, lower) == f"The rate {fraction} is small.\n"


def test_a_bar_may_be_drawn_as_a_picture() -> None:
    bar = b"q 12 0 0 0.5 106 702.6 cm /Im Do Q\n"
    orders = LINE + shown(107.5, 704.5, "12", 8) + bar + shown(107.5, 695, "35", 8)

    text = pdf.read(sheets(orders, extra=[picture(0)]), ExtractOptions()).text

    assert text == "The rate 12/35 is small.\n"


@pytest.mark.parametrize(
    "orders",
    [
        (shown(60, 704.5, "12", 8), filled(59, 702.6, 12, 0.5), shown(60, 695, "35", 8)),
        (
            LINE,
            shown(107.5, 704.5, "12", 8),
            BAR,
            filled(118.5, 702.6, 20, 0.5),
            shown(107.5, 695, "35", 8),
        ),
        (
            LINE,
            shown(107.5, 704.5, "12", 8),
            BAR,
            filled(118, 690, 0.5, 30),
            shown(107.5, 695, "35", 8),
        ),
        (LINE, shown(106, 704.5, "1", 8), BAR, shown(107.5, 695, "35", 8)),
    ],
    ids=["no line beside it", "a rule of a table", "a cell's corner", "a part at one end"],
)
def test_other_bars_make_no_fraction(orders: tuple[bytes, ...]) -> None:
    assert "/" not in read(*orders)
