"""Letters of a PDF's words in the order of reading: from right to left, large initials, titles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.pdf.cells import cell_of
from claimcheck.documents.pdf.glyph import LINE_END, Glyph, Style
from claimcheck.documents.pdf.lines import lines_of, rows_of
from claimcheck.documents.pdf.readings import with_readings
from claimcheck.documents.pdf.right_to_left import right_to_left
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from support.documents import filled, picture, sheets, shown

# Of Helvetica at 12 points.
WIDTHS = dict(zip("the anulrpof2019=", [3.34, 6.67, 6.67, 3.34, 6.67, 6.67, 6.67, 2.66, 4.0, 6.67,
                  6.67, 3.34, 6.67, 6.67, 6.67, 6.67, 7.01], strict=True))  # fmt: skip
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
    assert ordered("בא .21 הד", [50, 45, 43, 30, 33, 38, 28, 20, 15]) == "בא 21. הד"


def test_words_that_stand_in_a_line_of_the_other_direction_keep_their_order() -> None:
    assert ordered("a בא דג b", [0, 5, 15, 10, 17, 30, 25, 32, 40]) == "a דג בא b"
    assert ordered("הד b a ו", [40, 35, 33, 30, 28, 20, 18, 10]) == "הד a b ו"
    assert ordered("הד בא", [40, 35, 33, 30, 25]) == "הד בא"


def test_brackets_around_a_word_of_the_other_direction_open_and_close() -> None:
    assert ordered("(דג( no", [10, 20, 15, 25, 30, 35, 40]) == "(דג) no"


def test_a_line_of_both_directions_that_comes_in_parts_is_one() -> None:
    assert ordered("ab\nדג\ncd", [0, 5, 9, 20, 15, 24, 30, 35]).split() == ["ab", "דג", "cd"]


def test_letters_that_a_mark_is_the_name_of_are_not_parted_from_their_word() -> None:
    glyphs = placed("bbb סנמ aaa", [-10, -5, 0, 5, 21, 15, 10, 26, 31, 36, 41])
    glyphs[5] = glyphs[5]._replace(left=15, right=16, ink=(15, 0, 16, 8))

    text = "".join(glyph.sign for glyph in right_to_left(glyphs))

    assert text.split() == ["bbb", "סנמ", "aaa"]


@given(st.text("abc ,.12\n", max_size=20))
def test_text_from_left_to_right_is_left_as_it_is(text: str) -> None:
    assert ordered(text, [5.0 * at for at in range(len(text))]) == text


@given(st.lists(st.tuples(st.sampled_from("אבגד ,.12ab\u05b7\n"), st.floats(0, 500)), max_size=20))
def test_no_letter_is_lost_or_made(letters: list[tuple[str, float]]) -> None:
    text, lefts = "".join(sign for sign, _left in letters), [left for _sign, left in letters]

    assert sorted("".join(ordered(text, lefts).split())) == sorted("".join(text.split()))


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

    assert read(page) == "in 2019.^2\u2060 A volume\n"


def test_words_with_a_line_through_their_middle_are_struck_out() -> None:
    page = shown(60, 700, "The fee is 12 dollars.") + filled(114, 703, 16, 1)
    extract = pdf.read(sheets(page), ExtractOptions())

    assert extract.text == "The fee is dollars.\n\x1d\n[struck] 12\n"


@pytest.mark.parametrize(
    "line", [filled(60, 698, 110, 1), filled(40, 703, 500, 1), filled(114, 709, 16, 1)]
)
def test_lines_below_above_or_far_beyond_words_strike_none(line: bytes) -> None:
    assert read(shown(60, 700, "The fee is 12 dollars.") + line) == "The fee is 12 dollars.\n"


# Lines that are read from right to left, set by Unicode's rules; brackets are named in every way.

WIDE = 4  # points: two words are one sign apart, two cells are two


# The end of a line, which nothing draws.
END = Glyph(LINE_END, 0, 0, 0, 0, 0, (0, 0, 0, 0), True, False, STYLE)  # noqa: FBT003


def drawn(visual: str, base: float = 700) -> list[Glyph]:
    """Signs as a line shows them from left to right; blanks are gaps."""
    places = [(60 + WIDE * at, base, 60 + WIDE * (at + 1), base + 8) for at in range(len(visual))]
    return [
        Glyph(sign, ink[0], ink[2], base, base + 8, base, ink, False, False, STYLE)  # noqa: FBT003
        for sign, ink in zip(visual, places, strict=True)
        if sign != " "
    ]


def read_back(*visual: str) -> list[str]:
    glyphs: list[Glyph] = []
    for number, line in enumerate(visual):
        glyphs += [*drawn(line, 700 - 14 * number), END]
    signs = "".join(glyph.sign for glyph in right_to_left(glyphs))
    return signs.removesuffix(LINE_END).split(LINE_END)


@pytest.mark.parametrize(
    ("visual", "logical"),
    [
        ("דג )2023( בא", "אב (2023) גד"),
        ("דג (2023) בא", "אב (2023) גד"),
        ("[בא]", "[אב]"),
        ("3 ]בא[ ג", "ג [אב] 3"),
        ("ג 9:30 $12 3.5% 7-9 בא", "אב 7-9 3.5% $12 9:30 ג"),
        ("ג ,2021 בא", "אב 2021, ג"),
        (".2021 בא", "אב 2021."),
        ("חזוהדג Python 3 בא", "אב Python 3 גדהוזח"),
        ("חזוהדג (R, C) בא", "אב (R, C) גדהוזח"),
        ("חזוהדג Python-ב", "ב-Python גדהוזח"),
        ("ג 12 345 בא", "אב 345 12 ג"),
        ("ج ٪٣ ١٢٬٣٤٥ با", "اب ١٢٬٣٤٥ ٣٪ ج"),
        ("ج %5 با", "اب 5% ج"),
        ("دجبwww اهو", "وها www بجد"),
        ("بج (أ", "أ) جب"),
    ],
)
def test_a_line_from_right_to_left_is_read_by_where_its_signs_stand(
    visual: str, logical: str
) -> None:
    assert read_back(visual) == [logical]


def test_a_bracket_that_a_line_opens_is_closed_in_the_next() -> None:
    assert read_back("ג( בא", "ה )ד") == ["אב (ג", "ד) ה"]
    assert read_back("ג) בא", "ה (ד") == ["אב (ג", "ד) ה"]


def test_a_row_of_numbers_on_such_a_page_is_read_from_the_right_with_signs_before_them() -> None:
    assert read_back("דגבא", "5%+  1,234  2019") == ["אבגד", "2019 1,234 +5%"]
    assert read_back("دجبا", "٪٣−  ٢٬٣٤٥") == ["ابجد", "٢٬٣٤٥ −٣٪"]
    assert read_back("דגבא", "12 345  7") == ["אבגד", "7 12 345"]
    assert read_back("דגבא", "+972 555") == ["אבגד", "+972 555"]


def test_a_line_of_other_letters_on_such_a_page_is_read_from_the_left() -> None:
    blank = END._replace(sign=" ")
    line: list[Glyph] = []
    for visual in ("             it", "        e.g.", "to see,"):
        line += [*reversed([glyph._replace(base=-20) for glyph in drawn(visual)]), blank]

    glyphs = right_to_left([*drawn("דגבא"), END, *line])

    assert "".join(each.sign for each in glyphs).split("\n")[1] == "to see, e.g. it"


def test_a_line_that_stands_on_in_parts_is_one() -> None:
    line = drawn("ד )ג( בא")
    parted = [*line[:2], END, *line[2:5], END, *line[5:], END]

    assert "".join(each.sign for each in right_to_left(parted)).strip() == "אב (ג) ד"


def test_a_letter_that_is_written_again_for_its_mark_stands_once() -> None:
    letters = drawn("يضا")
    copy = letters[1]._replace(left=65, right=66, ink=(65, 708, 66, 710))
    mark = copy._replace(sign="\u064b")

    for more in ([copy, mark], [mark], [copy._replace(left=66, ink=(66, 708, 67, 710)), mark]):
        signs = "".join(each.sign for each in right_to_left([*letters, *more]))
        assert signs == "اض\u064bي"


def test_letters_that_share_a_drawing_with_their_marks_keep_them() -> None:
    letter, part = drawn("  ض")[0], drawn(" \u064b")[0]
    shadda = drawn("\u0651")[0]

    assert "".join(each.sign for each in right_to_left([letter, shadda, part])) == "ض\u064b\u0651"


# Raised and lowered forms that a font has of its digits, and cells of numbers.


def text_of(*glyphs: list[Glyph]) -> str:
    rows = rows_of(lines_of([glyph for part in glyphs for glyph in part]))
    return "\n".join("\t".join(cell_of(piece).text for piece in row) for row in rows)


def formed(text: str, left: float, rise: float = 0, height: float = 8) -> list[Glyph]:
    """Letters of one size and baseline whose own drawing is raised or lowered."""
    return [
        Glyph(
            sign, at, at + 5, 700 + rise, 700 + rise + height, 700, (at, 700, at + 5, 708),
            False, False, STYLE,  # noqa: FBT003
        )
        for number, sign in enumerate(text)
        for at in [left + 5 * number]
    ]  # fmt: skip


def test_digits_whose_own_form_is_raised_are_marked() -> None:
    assert text_of(formed("about10", 60), formed("6", 95, 4, 4)) == "about10^6"
    assert text_of(formed("by10", 60), formed("-", 80, 6, 1), formed("12", 85, 4, 4)) == "by10^-12"
    assert text_of(formed("log", 60), formed("2", 75, -2, 4), formed("8", 80)) == "log2 8"


@pytest.mark.parametrize(("rise", "height"), [(-3, 8), (0, 5), (0, 8), (3, 8)])
def test_old_style_digits_stand_on_their_line(rise: float, height: float) -> None:
    assert text_of(formed("about10", 60), formed("6", 95, rise, height)) == "about106"


def test_numbers_that_stand_farther_apart_than_a_blank_are_cells() -> None:
    assert text_of(formed("1", 60), formed("234", 68), formed("7", 91)) == "1 234\t7"
    assert text_of(formed("1", 60), formed("234", 68), formed("567", 87)) == "1 234 567"


def test_blanks_of_a_justified_line_are_blanks_however_wide() -> None:
    def line(*lefts: float) -> str:
        words = ("the", "storms", "came")
        return text_of(*(formed(word, left) for word, left in zip(words, lefts, strict=True)))

    assert line(60, 95, 145) == "the storms came"
    assert line(60, 95, 150) == "the\tstorms\tcame"
    assert text_of(formed("2019", 60), formed("2020", 100), formed("2021", 140)) == (
        "2019\t2020\t2021"
    )


def test_a_note_s_number_that_stands_raised_behind_a_blank_is_its_mark() -> None:
    def read_line(first: str, mark: bytes) -> str:
        orders = (
            b"BT /F1 12 Tf 60 700 Td (%s ) Tj /F1 8 Tf 5 Ts (%s) Tj /F1 12 Tf 0 Ts ( The) Tj ET"
        )
        return read(orders % (first.encode(), mark)).rstrip()

    assert read_line("It rose in the end.", b"12") == "It rose in the end. ^12\u2060 The"
    assert read_line("It is $12", b"99") == "It is $12 99 The"
    assert read_line("It is so", b"new") == "It is so new The"


def test_a_spaced_out_title_with_kerned_letters_is_words() -> None:
    title = b"BT /F1 12 Tf 3 Tc 60 700 Td [(SP)240(ACED TITLE)] TJ ET"

    assert read(title).rstrip() == "SPACED TITLE"


def test_words_whose_letters_are_set_apart_are_read_as_words() -> None:
    def set_apart(text: str, points: float) -> str:
        return read(b"BT /F1 12 Tf 60 700 Td %s ET" % letters(text, points)).rstrip()

    def letters(text: str, points: float) -> bytes:
        return b" ".join(b"%g 0 Td (%s) Tj" % (step, sign) for step, sign in steps(text, points))

    def steps(text: str, points: float) -> list[tuple[float, bytes]]:
        before = [0.0, *(WIDTHS[sign] + points for sign in text)]
        letters, step = [], 0.0
        for sign, width in zip(text, before, strict=False):
            step += width
            if sign != " ":
                letters.append((step, sign.encode()))
                step = 0.0
        return letters

    assert set_apart("the annual report", 4.8) == "the annual report"
    assert set_apart("report of 2019", 3.6) == "report of 2019"
    assert set_apart("2019", 3.6) != "2019"
    assert set_apart("r = n p u o", 3.6) == "r = n p u o"


def test_a_gap_as_wide_as_a_blank_parts_words_where_the_file_has_none() -> None:
    def text_of_line(gap: float) -> str:
        lefts = [5.0 * at + (gap if at > 4 else 0) for at in range(10)]
        (line,) = lines_of(placed("overthehil", lefts))
        return " ".join(map(str, line.words))

    assert text_of_line(3) == "overt hehil"
    assert text_of_line(1) == "overthehil"


def test_letters_of_a_second_drawing_fill_the_gaps_of_the_first() -> None:
    orders = (
        b"BT /F1 10 Tf 1 0 0 1 60 700 Tm [(1)-278(9 is )-556(t)] TJ ET "
        b"BT /F1 10 Tf 1 0 0 1 65.56 700 Tm (.) Tj ET "
        b"BT /F1 10 Tf 1 0 0 1 86.68 700 Tm (a) Tj ET"
    )

    assert read(orders) == "1.9 is at\n"


def test_a_line_that_is_drawn_twice_is_read_once() -> None:
    line, rest = b"BT /F1 10 Tf 60 700 Td (%s) Tj ET ", shown(60, 680, "in 2012")

    assert read(line % b"The yield was 1.9" + line % b"The yield was 1.9 bu" + rest) == (
        "The yield was 1.9 bu\nin 2012\n"
    )


def test_letters_that_a_negative_size_turns_round_are_read_upright() -> None:
    orders = b"BT /F1 -12 Tf -1 0 0 -1 %d %d Tm (%s) Tj ET "
    page = orders % (60, 700, b"The harbour was") + orders % (60, 686, b"closed in 2019")

    assert read(page) == "The harbour was\nclosed in 2019\n"


def test_several_blanks_between_the_words_of_a_spaced_out_title_part_them() -> None:
    title = "P O R T   L I N D E N"
    (line,) = lines_of(placed(title, [5.0 * at for at in range(len(title))]))

    assert list(map(str, line.words)) == ["PORT", "LINDEN"]


def test_a_block_beside_a_line_does_not_stand_in_the_midst_of_it() -> None:
    def at(text: str, left: float, base: float) -> list[Glyph]:
        return [each._replace(base=base, bottom=base, top=base + 8) for each in formed(text, left)]

    beside = at("boxes", 200, 706), at("Caution", 60, 700), at("on7a", 200, 696)
    assert text_of(*beside) == "boxes\non7a\nCaution"
    cells = at("boxes", 200, 706), at("Caution", 60, 706), at("on7a", 200, 696)
    assert text_of(*cells).split("\n")[-1] == "on7a"


@pytest.mark.parametrize(
    ("text", "lefts", "words"),
    [
        ("(a,b)", [0, 5, 10, 17, 22], ["(a,", "b)"]),
        ("(a,b)", [0, 5, 10, 16, 21], ["(a,b)"]),
        ("a;b", [0, 5, 12], ["a;", "b"]),
        ("1,000", [0, 5, 12, 17, 22], ["1,000"]),
    ],
)
def test_a_gap_behind_a_comma_of_a_formula_parts_its_letters(
    text: str, lefts: list[float], words: list[str]
) -> None:
    (line,) = lines_of(placed(text, lefts))

    assert list(map(str, line.words)) == words


@pytest.mark.parametrize(("start", "text"), [(145.4, "rather rare"), (144.2, "ratherrare")])
def test_a_word_that_ocr_draws_by_itself_is_one_where_a_gap_is_before_it(
    start: float, text: str
) -> None:
    words = b"(they are rather) Tj 1 0 0 1 %g 700 Tm (rare,) Tj" % start
    scan = b"q 612 0 0 792 0 0 cm /Im Do Q BT 3 Tr /F1 10 Tf 1 0 0 1 54 700 Tm %s ET" % words
    courier = b"/Type /Font /Subtype /Type1 /BaseFont /Courier"
    data = sheets(scan, font=courier, extra=[picture()])

    assert pdf.read(data, ExtractOptions()).text == f"they are {text},\n"


def set_at(text: str, left: float, base: float, size: float) -> list[Glyph]:
    """Letters that are as wide as high, one after the other."""
    style = Style(size, 0, invisible=False, embedded=True, font="")
    edges = [left + at * size for at in range(len(text))]
    return [
        Glyph(
            sign, at, at + size, base, base + size, base, (at, base, at + size, base + size),
            made_up=False, guessed=False, style=style,
        )
        for sign, at in zip(text, edges, strict=True)
    ]  # fmt: skip


def with_small_line(*small: list[Glyph]) -> list[str]:
    line_end = set_at(LINE_END, 0, 0, 10)[0]._replace(made_up=True)
    blank = set_at(" ", 0, 0, 5)[0]._replace(made_up=True)
    readings = [glyph for part in small for glyph in (*part, blank)]
    glyphs = [*set_at("今日は東京へ行く", 0, 100, 10), line_end, *readings, line_end]
    return [" ".join(map(str, line.words)) for line in with_readings(list(lines_of(glyphs)))]


def test_readings_above_characters_follow_them_in_brackets() -> None:
    today, capital = set_at("きょう", 2, 110, 5), set_at("とうきょう", 28, 110, 5)

    assert with_small_line(today, capital) == ["今日(きょう)は東京(とうきょう)へ行く"]


@pytest.mark.parametrize(
    "small",
    [
        set_at("とうきょう", 28, 110, 9),  # as large as the rest
        set_at("とうきょう", 28, 120, 5),  # a line of its own
        set_at("とうきょう", 28, 95, 5),  # below
        set_at("とうきょう", 200, 110, 5),  # beside
        set_at("Tokyo", 28, 110, 5),
    ],
)
def test_a_small_line_elsewhere_is_no_reading(small: list[Glyph]) -> None:
    text = "".join(glyph.sign for glyph in small)

    assert with_small_line(small) == ["今日は東京へ行く", text]


def test_digits_of_a_line_whose_letters_are_set_a_little_apart_are_one_number() -> None:
    orders = b"BT /F1 10 Tf .5 Tc 60 700 Td (Filed in 2) Tj 46 0 Td (006 by them) Tj ET"

    assert read(orders) == "Filed in 2006 by them\n"


def test_words_of_a_page_that_stands_on_its_head_keep_their_order() -> None:
    orders = b"BT /F1 10 Tf -1 0 0 -1 %d 700 Tm (%s) Tj ET "
    page = b"".join(orders % place for place in ((300, b"The font"), (256, b"is"), (246, b", 10")))

    assert read(page) == "The font is, 10\n"


def test_digits_that_a_file_draws_one_by_one_are_one_number() -> None:
    def words(gap: float) -> list[str]:
        drawn = placed("6227", [at * (5 + gap) for at in range(4)])
        apart = [glyph._replace(style=replace(glyph.style)) for glyph in drawn]
        (line,) = lines_of(apart)
        return list(map(str, line.words))

    assert words(2) == ["6227"]
    assert words(4) == [*"6227"]


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        (150, "The rate of growth of tone holes was small\n"),
        (60, "Therateofgrowthoftoneholeswassmall\n"),
    ],
)
def test_words_of_a_squeezed_line_stand_apart_where_its_letters_overlap(
    gap: int, text: str
) -> None:
    line = b"The rate of growth of tone holes was small"
    words = b" ".join(b"(%s) %d" % (word, -gap) for word in line.split())

    assert read(b"BT /F1 12 Tf -1 Tc 60 700 Td [%s] TJ ET" % words) == text


def test_a_squeezed_line_with_blanks_of_its_own_has_no_others() -> None:
    orders = b"BT /F1 12 Tf -1 Tc 60 700 Td [(A squeezed line of w) -150 (oodwinds)] TJ ET"

    assert read(orders) == "A squeezed line of woodwinds\n"


@pytest.mark.parametrize(
    ("back", "fall", "text"),
    [(10, 8, "0.75 1.5\n"), (0, 4, "0.75 1.5\n"), (10, 0.5, "0.751.5\n"), (0, 2, "0.751.5\n")],
)
def test_a_number_that_stands_above_another_is_not_joined_to_it(
    back: float, fall: float, text: str
) -> None:
    glyphs = [*set_at("0.75", 0, fall, 5), *set_at("1.5", 20 - back, 0, 5)]

    assert " ".join(str(word) for line in lines_of(glyphs) for word in line.words) + "\n" == text


@pytest.mark.parametrize(
    ("left", "text"), [(73.4, "1040\n\nThis booklet\n"), (76, "10\n\nThis booklet\n\n40\n")]
)
def test_a_number_that_is_drawn_in_two_parts_is_whole(left: float, text: str) -> None:
    orders = shown(60, 700, "10") + shown(60, 660, "This booklet") + shown(left, 700, "40")

    assert read(orders) == text


@pytest.mark.parametrize(
    ("left", "text"), [(141, "the paths of D1 and more\n"), (139.75, "the paths of D1and more\n")]
)
def test_a_word_stands_apart_from_a_lowered_digit_before_it(left: float, text: str) -> None:
    orders = (
        b"BT /F1 12 Tf 60 700 Td (the paths of D) Tj /F1 8 Tf -2 Ts (1) Tj"
        b" 0 Ts /F1 12 Tf %g 0 Td (and more) Tj ET" % (left - 60)
    )

    assert read(orders) == text


def test_a_letter_as_wide_as_its_drawing_parts_no_number_of_a_line_that_is_set_apart() -> None:
    text = "report of 2006"
    gaps = [1.2 if text[at - 1 : at + 1] == "20" else 0.4 for at in range(len(text))]
    lefts = [5.0 * at + sum(gaps[1 : at + 1]) for at in range(len(text))]
    styles = [STYLE] * 11 + [
        replace(STYLE)
    ] * 3  # the digits behind 2 are drawn by an order of their own

    def glyphs(as_wide: str) -> list[Glyph]:
        return [
            Glyph(
                sign, left, left + 5, 0, 8, 0, (left, 0, left + (5 if sign in as_wide else 4), 8),
                made_up=False, guessed=False, style=style,
            )
            for sign, left, style in zip(text, lefts, styles, strict=True)
        ]  # fmt: skip

    assert [str(word) for line in lines_of(glyphs("f")) for word in line.words] == text.split()
