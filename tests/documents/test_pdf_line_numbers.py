"""Numbers of lines in the margins of a PDF's columns."""

from __future__ import annotations

import pytest

from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from claimcheck.text.pinned_text import gathered
from support.documents import sheets, shown

PROSE = (
    "The board heard that the old mill",
    "had been sold in May, and nobody",
    "there knew of it.",
)


def column(
    left: int, first: int, numbers: tuple[int, ...], lines: tuple[str, ...] = PROSE
) -> bytes:
    """Fifteen lines, with a number at each fifth."""
    return b"".join(
        shown(left, 700 - 14 * at, lines[at % len(lines)])
        + (shown(left - 24, 700 - 14 * at, str(numbers[at // 5])) if at % 5 == first else b"")
        for at in range(15)
    )


def read(*columns: bytes) -> tuple[str, str]:
    text = gathered(pdf.read(sheets(b"".join(columns)), ExtractOptions()).text)
    flow, _mark, asides = text.partition("\x1d\n")
    return flow.replace("\n", " "), asides


def test_two_columns_are_numbered_by_fives_each_in_its_own_margin() -> None:
    flow, asides = read(column(70, 4, (5, 10, 15)), column(350, 2, (20, 25, 30)))

    assert asides == "[line 1] 5 10 15 20 25 30\n"
    assert flow.count("in May, and nobody there knew of it.") == len(asides.split()) + 2


def test_numbers_behind_those_of_another_column_go_on() -> None:
    lower = b"".join(shown(46, 470 - 14 * at, str(85 + 5 * at)) for at in range(2))

    _flow, asides = read(column(70, 4, (5, 10, 15)), column(350, 2, (20, 25, 30)), lower)

    assert "85" in asides.split()


@pytest.mark.parametrize(
    ("numbers", "lines"),
    [((5, 10, 12), PROSE), ((20, 15, 10), PROSE), ((5, 10, 15), ("Smith", "Jones", "Brown"))],
    ids=["no count", "counting up", "a list"],
)
def test_other_numbers_beside_a_column_are_its_own(
    numbers: tuple[int, ...], lines: tuple[str, ...]
) -> None:
    _flow, asides = read(column(70, 4, numbers, lines))

    assert asides == ""


def test_numbers_in_the_midst_of_a_page_are_none_of_lines() -> None:
    _flow, asides = read(column(70, 4, ("", "", "")), column(350, 2, (20, 25, 30)))  # type: ignore[arg-type]

    assert asides == ""
