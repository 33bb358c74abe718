"""Words and lines of a PDF that a file draws in another order than people read, or twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.documents.pdf.accents import with_accents
from claimcheck.documents.pdf.bitmap_sizes import with_true_sizes
from claimcheck.documents.pdf.blanks import with_true_blanks
from claimcheck.documents.pdf.glyph import Glyph, Style
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from support.documents import sheets, shown

STYLE = Style(10.0, 0.0, invisible=False, embedded=True, font="Bold")


def read(orders: bytes, page: bytes = b"") -> str:
    return pdf.read(sheets(orders, page=page), ExtractOptions()).text


def letters(text: str, left: float, style: Style = STYLE, pitch: float = 5) -> list[Glyph]:
    return [
        Glyph(
            sign, x := left + pitch * at, x + pitch, 0, 6.6, 0, (x, 0, x + pitch, 6.6),
            False, False, style,  # noqa: FBT003
        )
        for at, sign in enumerate(text)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("Anne", " ", "Frank"), "Anne Frank"),
        (("of", " ", "75,000", " ", "(words("), "of 75,000 (words)"),
    ],
    ids=["words", "brackets"],
)
def test_words_that_are_drawn_from_the_last_to_the_first_are_read_in_order(
    words: tuple[str, ...], text: str
) -> None:
    line: list[Glyph] = []
    for word in words:
        line = [*letters(word, 5 * len(line)), *line]

    assert "".join(glyph.sign for glyph in with_true_blanks(line)) == text


def test_words_far_apart_stay_as_they_are_drawn() -> None:
    line = [*letters("Total", 200), *letters("Item", 60)]

    assert with_true_blanks(line)[0].sign == "T"


def test_a_volume_in_another_font_is_apart_from_its_pages() -> None:
    line = [*letters("Behav50,", 0), *letters("12", 41.6, replace(STYLE, font="Roman"))]

    assert "".join(glyph.sign for glyph in with_true_blanks(line)) == "Behav50, 12"


def test_a_letter_that_stands_over_the_next_one_hides_no_gap_between_words() -> None:
    text = "often as the safe fields of fresh leafs were left after"
    line: list[Glyph] = []
    left = 0.0
    for word in text.split():
        for sign in word:
            right = left + (6.8 if sign == "f" else 5)
            ink = (left + 0.3, 0, right, 6.6)
            line.append(Glyph(sign, left, right, 0, 6.6, 0, ink, False, False, STYLE))  # noqa: FBT003
            left += 4.5
        left += 1.6

    assert "".join(glyph.sign for glyph in with_true_blanks(line)) == text


def test_a_mark_that_stands_elsewhere_in_its_line_is_put_on_its_letter() -> None:
    line = letters("dich cuu ho sau khi co vu ", 0)
    blank, style = line[-1]._replace(made_up=True), replace(STYLE)
    mark = Glyph("\u0323", 7, 8, -2, -1, 0, (7, -2, 8, -1), False, False, style)  # noqa: FBT003

    glyphs = with_accents([*line[:-1], blank, mark, blank])

    assert "".join(glyph.sign for glyph in glyphs).strip() == "dịch cuu ho sau khi co vu"


def test_lines_of_a_page_that_is_shown_turned_are_read_from_the_first_on() -> None:
    lines = ["The harbour was closed", "in the year 2012 after", "a ship had run aground", "there."]
    orders = b"".join(shown(60, 700 - 14 * at, line) for at, line in enumerate(lines))

    assert read(orders, b"/Rotate 90").split() == " ".join(lines).split()


def test_a_shadow_is_not_read() -> None:
    lines = ["Annual report", "of the harbour", "for 2012 and 2013", "by its board", "and staff"]
    over = [shown(60, 700 - 28 * at, line, 20) for at, line in enumerate(lines)]
    under = [shown(61.5, 698.5 - 28 * at, line, 20) for at, line in enumerate(lines)]

    assert read(b"".join([*under, *over])).split() == " ".join(lines).split()


def test_letters_that_are_small_pictures_have_the_size_that_they_show() -> None:
    tiny, smaller = replace(STYLE, size=0.24, font=""), replace(STYLE, size=0.12, font="")
    (digit, sign, plain) = with_true_sizes(
        [*letters("2", 0, tiny), *letters(";", 5, smaller), *letters("2", 10)],
        {id(tiny): 1, id(smaller): 2, id(STYLE): 3},
    )

    assert (digit.style.size, sign.style.size, plain.style.size) == (10.0, 5.0, 10.0)
