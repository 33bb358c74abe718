"""Letters of a PDF's words in the order of reading: from right to left, large initials, titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.pdf.glyphs import Glyph, Style
from claimcheck.documents.pdf.right_to_left import right_to_left
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from support.documents import filled, sheets, shown

STYLE = Style(12, 0, invisible=False, embedded=True, font="")


def placed(text: str, lefts: list[float]) -> list[Glyph]:
    """Letters whose left edges are given, 5 points wide each."""
    return [
        Glyph(sign, left, left + 5, 0, 8, 0, (left, 0, left + 5, 8), False, False, STYLE)  # noqa: FBT003
        for sign, left in zip(text, lefts, strict=True)
    ]


def ordered(text: str, lefts: list[float]) -> str:
    return "".join(glyph.sign for glyph in right_to_left(placed(text, lefts)))


def read(orders: bytes, font: bytes = b"Helvetica") -> str:
    font = b"/Type /Font /Subtype /Type1 /BaseFont /" + font
    return pdf.read(sheets(orders, font=font), ExtractOptions()).text


def test_a_word_whose_letters_come_as_they_are_drawn_is_turned_round() -> None:
    assert ordered("סיפ", [0, 5, 10]) == "פיס"
    assert ordered("פיס", [10, 5, 0]) == "פיס"


def test_a_mark_stays_on_its_letter() -> None:
    assert ordered("מ\u05b7ש", [0, 0, 5]) == "שמ\u05b7"
    assert ordered("\u05b7מש", [0, 0, 5]) == "שמ\u05b7"


def test_the_comma_left_of_a_number_stands_behind_it() -> None:
    assert ordered("בא ,21 הד", [50, 45, 43, 30, 33, 38, 28, 20, 15]) == "בא 21, הד"
    assert ordered("בא .21", [50, 45, 43, 30, 33, 38]) == "בא 21."
    assert ordered("בא .21 הד", [50, 45, 43, 30, 33, 38, 28, 20, 15]) == "בא .21 הד"


def test_words_that_stand_in_a_line_of_the_other_direction_keep_their_order() -> None:
    assert ordered("a בא דג b", [0, 5, 15, 10, 17, 30, 25, 32, 40]) == "a דג בא b"
    assert ordered("הד b a ו", [40, 35, 33, 30, 28, 20, 18, 10]) == "הד a b ו"
    assert ordered("הד בא", [40, 35, 33, 30, 25]) == "הד בא"


@given(st.text("abc ,.12\n", max_size=20))
def test_text_from_left_to_right_is_left_as_it_is(text: str) -> None:
    assert ordered(text, [5.0 * at for at in range(len(text))]) == text


@given(st.lists(st.tuples(st.sampled_from("אבגד ,.12ab\u05b7\n"), st.floats(0, 500)), max_size=20))
def test_no_letter_is_lost_or_made(letters: list[tuple[str, float]]) -> None:
    text, lefts = "".join(sign for sign, _left in letters), [left for _sign, left in letters]

    assert sorted(ordered(text, lefts)) == sorted(text)


@pytest.mark.parametrize(
    ("letter", "rest", "text"),
    [("T", "he board met", "The board met"), ("A", "fter it met", "After it met")],
)
def test_a_large_first_letter_is_its_word_s(letter: str, rest: str, text: str) -> None:
    page = shown(60, 672, letter, 40) + shown(88, 690, rest) + shown(88, 674, "on Tuesday evening")

    assert read(page).startswith(f"{text}\non Tuesday evening\n")


def test_a_large_letter_that_is_a_word_of_its_own_stays_one() -> None:
    page = shown(60, 672, "A", 40) + shown(88, 690, "board met") + shown(88, 674, "as a board may")

    assert read(page).startswith("A board met\n")


def test_a_title_in_capitals_that_is_spaced_out_is_words() -> None:
    spaced = b"".join(
        shown(60 + 10 * at + (5 if at > 3 else 0), 700, sign)
        for at, sign in enumerate("PORTLINDEN")
    )

    assert read(spaced, b"Courier") == "PORT LINDEN\n"


def test_capitals_that_head_columns_or_count_stay_apart() -> None:
    heads = b"".join(shown(60 + 30 * at, 700, sign) for at, sign in enumerate("XYQRMN"))
    letters = b"".join(shown(60 + 12 * at, 700, sign) for at, sign in enumerate("ABCDEF"))

    assert "".join(read(heads).split()) == "XYQRMN" != read(heads).strip()
    assert read(letters, b"Courier").split() == [*"ABCDEF"]


def test_a_blank_behind_a_raised_mark_stays() -> None:
    page = shown(60, 700, "in 2019.") + shown(104.5, 705, "2", 7) + shown(111, 700, "A volume")

    assert read(page) == "in 2019.^[2] A volume\n"


def test_words_with_a_line_through_their_middle_are_struck_out() -> None:
    page = shown(60, 700, "The fee is 12 dollars.") + filled(114, 703, 16, 1)
    extract = pdf.read(sheets(page), ExtractOptions())

    assert extract.text == "The fee is dollars.\n\x1d\n[struck] 12\n"


@pytest.mark.parametrize(
    "line", [filled(60, 698, 110, 1), filled(40, 703, 500, 1), filled(114, 709, 16, 1)]
)
def test_lines_below_above_or_far_beyond_words_strike_none(line: bytes) -> None:
    assert read(shown(60, 700, "The fee is 12 dollars.") + line) == "The fee is 12 dollars.\n"
