"""What a person sees of a PDF is its text, and what is not read is said."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.documents.readers import pdf
from claimcheck.model import Quote
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import gathered
from support.documents import filled, picture, report, sheets, shown, stream

ON_A_PICTURE = b"q 612 0 0 792 0 0 cm /Im Do Q "
LOCKED = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (01234567890123456789012345678901)"
    b" /U (01234567890123456789012345678901) >> /ID [(0123456789abcdef) (0123456789abcdef)] "
)
LEFT = (
    "The mayor told the board that",
    "she had paid the builder from",
    "her own purse, and that nobody",
    "else had known of it.",
)
RIGHT = (
    "the charges of fraud against him",
    "were dropped in March, when",
    "the court found that he had",
    "acted as it was agreed.",
)
CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff>"
    b" endcodespacerange %d beginbfchar %s endbfchar endcmap end end"
)


def read(data: bytes) -> Extract:
    return pdf.read(data, ExtractOptions())


def flow(data: bytes) -> str:
    return gathered(read(data).text).partition("\x1d")[0]


def stands(quote: str, data: bytes) -> bool:
    return locate(Quote(quote), flow(data).replace("\f", " ")).fit.passes


def asides(data: bytes) -> list[str]:
    return gathered(read(data).text).partition("\x1d\n")[2].splitlines()


def side_by_side(left: tuple[str, ...], right: tuple[str, ...]) -> bytes:
    """Two columns, set a line of each in turn."""
    return b"".join(
        shown(60, 700 - 14 * number, first) + shown(330, 700 - 14 * number, second)
        for number, (first, second) in enumerate(zip(left, right, strict=True))
    )


# The flow of a page.


def test_pages_are_parted_by_form_feeds() -> None:
    assert flow(report([["Closed in April."], [], ["Open in May."]])) == (
        "Closed in April.\n\f\n\fOpen in May.\n"
    )


def test_columns_that_are_set_in_turn_are_read_one_after_the_other() -> None:
    data = sheets(side_by_side(LEFT, RIGHT))

    assert flow(data) == "\n".join(LEFT + RIGHT) + "\n"
    assert not stands("The mayor told the board that the charges of fraud against him", data)


def test_a_table_is_read_row_by_row() -> None:
    rows = (("Net income of the town", "2,300"), ("Taxes on all the land", "1,100"),
            ("Fees for the old ferry", "900"), ("Gifts of the harbour board", "300"))  # fmt: skip
    left, right = zip(*rows, strict=True)

    text = flow(sheets(side_by_side(left, right)))

    assert text == "".join(f"{label}\t{sum_of_it}\n" for label, sum_of_it in rows)


def test_lines_between_the_rows_of_a_table_end_its_columns() -> None:
    left = (
        "Number of member states in",
        "the analysis of this report",
        "Number of states where",
        "one or more of the banks",
        "applied the amendment of",
        "the year before this one",
    )
    right = (
        "eight of all the large",
        "companies analysed here",
        "three of all the large",
        "companies of the town",
        "and its neighbours in",
        "the same region, too",
    )
    rules = b"".join(b"50 %d 500 1 re f " % height for height in (710, 683, 626))

    text = flow(sheets(side_by_side(left, right) + rules))

    assert "the analysis of this report\tcompanies analysed here\n" in text
    assert flow(sheets(side_by_side(left, right))).startswith("\n".join(left))


def test_the_cells_of_a_row_are_apart_however_near_they_stand() -> None:
    data = sheets(shown(60, 700, "Guam") + shown(200, 700, "5") + shown(208.5, 700, "2,236,457"))

    assert stands("2,236,457", data)
    assert not stands("52,236,457", data)


def test_a_word_set_in_two_pieces_that_touch_is_one() -> None:
    assert stands("rivers", sheets(b"BT /F1 12 Tf 60 700 Td (the riv) Tj (ers of Elm) Tj ET"))


def test_a_word_broken_at_the_end_of_a_line_stays_one() -> None:
    data = sheets(shown(60, 700, "The board shall con-") + shown(60, 686, "tinue to meet twice."))

    assert stands("The board shall continue to meet twice.", data)


@pytest.mark.parametrize(
    ("orders", "text"),
    [
        (b"(about 10) Tj /F1 7 Tf 5 Ts (6) Tj 0 Ts /F1 12 Tf ( people) Tj", "about 10^6 people"),
        (b"(at $12) Tj /F1 7 Tf 5 Ts (50) Tj", "at $12^50"),
        (b"(in the 21) Tj /F1 7 Tf 5 Ts (st) Tj /F1 12 Tf 0 Ts ( year) Tj", "in the 21st year"),
        (b"(log) Tj /F1 7 Tf -3 Ts (2) Tj /F1 12 Tf 0 Ts ( 8 is 3) Tj", "log2 8 is 3"),
        (
            b"(the market) Tj /F1 7 Tf 5 Ts (3\\)) Tj /F1 12 Tf 0 Ts ( fell) Tj",
            "the market^3)\u2060 fell",
        ),
    ],
)
def test_raised_text_is_marked(orders: bytes, text: str) -> None:
    assert flow(sheets(b"BT /F1 12 Tf 60 700 Td %s ET" % orders)) == f"{text}\n"


@pytest.mark.parametrize("ligature", [b"06440627", b"06270644"])
def test_the_letters_that_one_sign_draws_stand_in_their_order(ligature: bytes) -> None:
    cmap = CMAP % (3, b"<41> <%s> <42> <0633> <43> <0645>" % ligature)
    font = b"/Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R"

    assert flow(sheets(shown(60, 700, "CAB"), font=font, extra=[stream(cmap)])) == "سلام\n"


@pytest.mark.parametrize(
    ("letters", "accent", "x", "y", "text"),
    [
        ("Poincare", "\xb4", 100.5, 700, "Poincaré"),
        ("naive", "\xa8", 72.7, 700, "naïve"),
        ("Oguz", "^", 70.2, 700, "Oĝuz"),
        ("facade", "\xb8", 70.4, 700, "façade"),
        ("Poincare", "\xb4", 100.5, 730, "Poincare\n\n´"),
        ("Poincare", "\xb4", 120, 700, "Poincare\t´"),
        ("Pm is", "^", 70.2, 700, "Pm is ^"),
    ],
)
def test_an_accent_that_is_drawn_by_itself_is_its_letters(
    letters: str, accent: str, x: float, y: float, text: str
) -> None:
    font = b"/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"

    assert flow(sheets(shown(60, 700, letters) + shown(x, y, accent), font=font)) == f"{text}\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (b"ABCDEF+CMR10", "difficult, different, baffling"),
        (b"ABCDEF+CMMI10", "di\ufffdcult, di\u21b5erent, ba\u270fing"),
        (b"Helvetica", "di\ufffdcult, di\u21b5erent, ba\u270fing"),
    ],
)
def test_ligatures_of_tex_that_macos_saved_under_other_codes_are_letters(
    name: bytes, text: str
) -> None:
    cmap = CMAP % (3, b"<41> <0000> <42> <21b5> <43> <270f>")
    font = b"/Type /Font /Subtype /Type1 /BaseFont /%s /ToUnicode 5 0 R" % name
    orders = shown(60, 700, "diAcult, diBerent, baCing")

    assert flow(sheets(orders, font=font, extra=[stream(cmap)])) == f"{text}\n"


def test_paragraphs_and_headings_are_set_apart() -> None:
    orders = shown(60, 740, "Of bridges", 20) + b"".join(
        shown(60, y, words)
        for y, words in ((700, "It was closed."), (686, "They knew."), (650, "Then"))
    )

    assert flow(sheets(orders)) == "Of bridges\n\nIt was closed.\nThey knew.\n\nThen\n"


def test_a_turned_page_is_read_like_any_other() -> None:
    upwards = b"BT /F1 12 Tf 0 1 -1 0 300 100 Tm (A turned page has words.) Tj ET"

    assert flow(sheets(upwards, page=b"/Rotate 90")) == "A turned page has words.\n"


# What is seen.


def test_what_is_covered_is_not_read_and_its_place_is_marked() -> None:
    extract = read(
        sheets(shown(60, 700, "To the account of Jon Doe at the bank.") + filled(155, 695, 50, 16))
    )

    assert extract.text == "To the account of █ at the bank.\n"
    assert extract.gaps == ("2 covered words are left out, on 1 of 1 page: 1",)


@pytest.mark.parametrize(
    ("result", "left", "width", "text"),
    [
        # Helvetica at 12 points: letters are 3 to 9 points wide.
        ('She said "No". Then she went.', 110, 24, "She said █ Then she went.\n"),
        ("To the account of Jonathan Doe.", 155, 30, "To the account of █ Doe.\n"),
    ],
    ids=["a stop beside it", "half of the word"],
)
def test_a_box_that_leaves_a_stop_or_half_a_word_covers_the_word(
    result: str, left: float, width: float, text: str
) -> None:
    assert flow(sheets(shown(60, 700, result) + filled(left, 695, width, 16))) == text


@pytest.mark.parametrize(
    "orders",
    [
        b"1 g " + shown(60, 600, "Unseen words") + b"0 g ",
        shown(60, 820, "Unseen words"),
        b"BT 3 Tr /F1 12 Tf 60 600 Td (Unseen words) Tj 0 Tr ET ",
        shown(60, 600, "Unseen words") + filled(50, 590, 200, 30, grey=1),
    ],
    ids=["white", "off the page", "without ink", "under white"],
)
def test_what_nobody_sees_is_not_read(orders: bytes) -> None:
    extract = read(sheets(orders + shown(60, 700, "Seen words")))

    assert extract.text == "Seen words\n"
    assert extract.remarks == ("2 words are left out, which the pages do not show",)


HATCHES = b"1 G " + b"".join(
    b"%d 694 m %d 714 l S " % (left, left + 20) for left in range(40, 300, 12)
)


def test_words_under_a_hatched_bar_are_covered() -> None:
    words = shown(60, 700, "It paid 412,000 dollars to him.")

    text = flow(sheets(words + shown(60, 670, "Signed.") + filled(100, 694, 120, 20) + HATCHES))

    assert text == "It paid █\n\nSigned.\n"


def test_words_on_a_hatched_bar_are_seen() -> None:
    words = b"1 g " + shown(105, 700, "REDACTED") + b"0 g "

    assert flow(sheets(filled(100, 694, 120, 20) + HATCHES + words)) == "REDACTED\n"


def test_words_on_a_coloured_ground_are_seen() -> None:
    orders = filled(50, 690, 300, 30) + b"1 g " + shown(60, 700, "White on black") + b"0 g "

    assert flow(
        sheets(b"0 0 1 rg 50 600 300 30 re f 1 0 0 rg " + shown(60, 610, "Red on blue") + orders)
    ) == ("Red on blue\n\nWhite on black\n")


def test_what_is_typed_or_stamped_on_a_page_is_text_and_a_hidden_field_is_not() -> None:
    annotations = (
        b"/Annots [<< /Subtype /Widget /FT /Tx /V (412,000 dollars) /Rect [220 695 400 712] >>"
        b" << /Subtype /FreeText /Rect [60 600 300 620] /Contents (Stamped: paid) >>"
        b" << /Subtype /Widget /FT /Tx /F 2 /V (hidden) /Rect [60 500 300 520] >>"
        b" << /Subtype /Text /Rect [10 10 30 30] /Contents (Ask the clerk.) >>]"
    )
    data = sheets(
        shown(60, 700, "Income of the member:") + shown(60, 650, "Signed."), page=annotations
    )

    assert flow(data) == "Income of the member:\t412,000 dollars\n\nSigned.\n\nStamped: paid\n"
    assert asides(data) == ["[note] Ask the clerk."]


def test_the_look_of_a_stamp_is_text() -> None:
    keys = b"/Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >> "
    look = stream(b"BT /F1 12 Tf 0 5 Td (RECEIVED 4 May) Tj ET", keys)
    stamp = b"/Annots [<< /Subtype /Stamp /Rect [60 600 260 620] /AP << /N 5 0 R >> >>]"

    assert flow(sheets(shown(60, 700, "A letter."), page=stamp, extra=[look])) == (
        "A letter.\n\nRECEIVED 4 May\n"
    )


# What stands beside the flow.


def minutes(pages: int, foot: str = "- {} -", first: int = 1, feet: tuple[str, ...] = ()) -> bytes:
    """A sentence over each page's end, between a head and a number."""
    feet = feet or tuple(foot.format(page + first) for page in range(pages))
    return sheets(
        *(
            shown(60, 760, "HARBOUR BOARD - MINUTES")
            + shown(60, 700, f"thing {page} was agreed. The {page * 7} members of the board of")
            + shown(60, 686, f"{'ABCDEFGH'[page]} moved that the")
            + shown(300, 30, feet[page])
            for page in range(pages)
        )
    )


@pytest.mark.parametrize("pages", [2, 3, 7])
def test_a_sentence_over_the_end_of_a_page_stands(pages: int) -> None:
    data = minutes(pages)

    assert stands(
        "B moved that the thing 2 was agreed."
        if pages > 2
        else "A moved that the thing 1 was agreed.",
        data,
    )
    assert asides(data)[:3] == [
        "[head 1] HARBOUR BOARD - MINUTES",
        "[foot 1] - 1 -",
        "[head 2] HARBOUR BOARD - MINUTES",
    ]


def test_a_page_is_pinned_as_it_is_printed_with_its_head_and_foot() -> None:
    pages = read(minutes(2)).text.split("\f")

    assert [" ".join(page.split())[-25:] for page in pages] == [
        "of A moved that the - 1 -",
        "of B moved that the - 2 -",
    ]
    assert all(page.split()[:5] == ["HARBOUR", "BOARD", "-", "MINUTES", "thing"] for page in pages)


@pytest.mark.parametrize("foot", ["page {} of 4", "{}"])
def test_a_foot_may_begin_with_a_small_letter(foot: str) -> None:
    data = minutes(4, feet=tuple(foot.format(numeral) for numeral in ("i", "ii", "iii", "iv")))

    assert stands("B moved that the thing 2 was agreed.", data)


def test_a_page_that_is_like_another_has_no_head() -> None:
    letter = b"".join(
        shown(60, 760 - 14 * line, f"The same line {'abcdefg'[line]}") for line in range(7)
    )

    assert asides(sheets(letter, letter)) == []


def numbered(lines: tuple[str, ...]) -> bytes:
    """Lines with their numbers in the margin."""
    return sheets(
        b"".join(
            shown(60, 700 - 24 * at, str(at + 1)) + shown(90, 700 - 24 * at, line)
            for at, line in enumerate(lines)
        )
    )


def test_the_numbers_of_lines_stand_aside() -> None:
    data = numbered(
        (
            "Q. Did you sign the letter?",
            "A. I did not sign the letter until",
            "the board had met in May.",
        )
    )

    assert stands("I did not sign the letter until the board had met in May.", data)
    assert asides(data) == ["[line 1] 1 2 3"]
    assert read(data).text.replace("\x1f", "").startswith("1 ")


def test_the_numbers_of_a_list_are_its_own() -> None:
    data = numbered(
        ("Smith of the old mill", "Jones of the ferry house", "Brown of the new landing")
    )

    assert asides(data) == []
    assert flow(data).startswith("1\tSmith of the old mill\n")


# What pages call themselves.


def test_pages_have_the_labels_that_the_file_gives_them() -> None:
    labels = b"/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 5 >>] >>"

    extract = read(
        sheets(*(shown(60, 700, f"Page with {words}") for words in "abcd"), catalogue=labels)
    )

    assert extract.page_labels == ("i", "ii", "5", "6")


@pytest.mark.parametrize(
    ("first", "labels"), [(1, ()), (121, ("121", "122", "123", "124")), (-1, ("-", "-", "1", "2"))]
)
def test_pages_have_the_numbers_that_they_bear(first: int, labels: tuple[str, ...]) -> None:
    data = minutes(4, "{}", first) if first > 0 else minutes(6, "{}", first)

    assert read(data).page_labels[: max(4, len(labels))] == labels


# What is not read, or cannot be trusted.


def unnamed(codes: bytes, letters: bytes) -> bytes:
    """A text in a font that does not say which letters its glyphs are, and one in another font."""
    font = (
        b"/Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Linden /Encoding /Identity-H"
        b" /DescendantFonts [5 0 R]"
    )
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Linden /FontDescriptor 6 0 R"
        b" /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    descriptor = (
        b"<< /Type /FontDescriptor /FontName /ABCDEF+Linden /Flags 4 /FontBBox [0 -200 1000 800]"
        b" /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    other = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    orders = b"BT /F1 12 Tf 60 700 Td <%s> Tj ET BT /F2 12 Tf 60 600 Td (%s) Tj ET" % (
        codes,
        letters,
    )
    return sheets(
        orders,
        font=font,
        page=b"/Resources << /Font << /F1 3 0 R /F2 7 0 R >> >>",
        extra=[descendant, descriptor, other],
    )


def cipher(words: str) -> bytes:
    """The numbers of glyphs, as a font without names has them: some way off the letters' own."""
    return b"".join(b"%04x" % (ord(sign) - 29) for sign in words)


def test_a_text_without_letters_is_refused() -> None:
    with pytest.raises(UnreadableError, match="does not say which letters its fonts draw"):
        read(unnamed(cipher("what does the landing cost the town in a year"), b""))


def test_capitals_that_read_like_words_are_kept_and_in_doubt() -> None:
    title = "".join(f"{ord(sign):04x}" for sign in "KEY INVESTOR INFORMATION").encode()

    extract = read(unnamed(title, b"Two million a year."))

    assert extract.text == "KEY INVESTOR INFORMATION\n\nTwo million a year.\n"
    assert extract.doubtful == ((0, 24),)


def test_letters_that_cannot_be_told_are_marked_and_said() -> None:
    extract = read(unnamed(cipher("the landing costs the town"), b"Two million a year."))

    assert extract.text == "\ufffd" * 26 + "\n\nTwo million a year.\n"
    assert extract.doubtful == ((0, 26),)
    assert extract.gaps[0].startswith("26 letters on 1 of 1 page cannot be told: 1")


def test_a_control_character_of_a_font_is_no_end_of_a_page() -> None:
    font = b"/Type /Font /Subtype /TrueType /BaseFont /ABCDEF+CMR10 /FirstChar 0 /LastChar 127"

    extract = read(sheets(b"BT /F1 12 Tf 60 700 Td (The of\\014ce stays open.) Tj ET", font=font))

    assert extract.text == "The of\ufffdce stays open.\n"
    assert extract.gaps == (
        "1 letter on 1 of 1 page cannot be told: 1 (the file does not say which they are)",
    )


def test_a_raised_mark_that_is_drawn_by_itself_stands_in_its_line() -> None:
    orders = (
        shown(60, 700, "The new act (DMCA)  was signed into law by")
        + shown(60, 686, "the president in May.")
        + shown(172, 704, "1", 7)
    )

    assert flow(sheets(orders)) == (
        "The new act (DMCA)^1\u2060 was signed into law by\nthe president in May.\n"
    )


def test_what_is_typed_into_fields_of_several_lines_stands_on_as_many() -> None:
    fields = b"".join(
        b"<< /Subtype /Stamp /Rect [160 %d 260 %d] /AP << /N 5 0 R >> >>" % (low, low + 20)
        for low in (690, 660)
    )
    form = stream(
        shown(0, 6, "1.00"),
        b"/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 3 0 R >> >> ",
    )
    orders = shown(60, 696, "Value 1") + shown(60, 666, "Value 2")

    text = flow(sheets(orders, page=b"/Annots [%s]" % fields, extra=[form]))

    assert text == "Value 1\t1.00\n\nValue 2\t1.00\n"


def test_a_scan_with_a_stamp_at_its_edge_is_named() -> None:
    stamp = shown(
        60, 780, "Case 4:08-cv-02214 Document 26 Filed 01/29/2009 Page 1 of 2 by the clerk"
    )

    assert read(sheets(ON_A_PICTURE + stamp, extra=[picture()])).gaps == (
        "the pictures that fill 1 of 1 page may hold text that is not read: 1",
    )


def test_what_ocr_read_in_a_picture_is_text_and_is_named() -> None:
    words = b"BT 3 Tr /F1 12 Tf 60 700 Td (The piles were found to be rotten.) Tj ET"

    extract = read(sheets(ON_A_PICTURE + words, extra=[picture()]))

    assert extract.text == "The piles were found to be rotten.\n"
    assert extract.gaps == ("the text of 1 of 1 page was read from pictures by OCR, which errs: 1",)


def test_a_spaced_out_word_whose_last_letter_is_drawn_by_itself_is_one() -> None:
    courier = b"/Type /Font /Subtype /Type1 /BaseFont /Courier"
    words = b"BT 3 Tr /F1 12 Tf 1.9 Tc %s ET" % b" ".join(
        b"1 0 0 1 %g 700 Tm (%s) Tj" % (60 + 9.1 * column, part)
        for column, part in (
            (0, b"Singapor"),
            (8, b"e"),
            (9, b" 13858"),
            (15, b"8"),
            (16, b" lies"),
        )
    )

    extract = read(sheets(ON_A_PICTURE + words, font=courier, extra=[picture()]))

    assert extract.text == "Singapore 138588 lies\n"


def test_a_blank_that_pdfium_sets_into_a_word_of_ocr_is_none() -> None:
    courier = b"/Type /Font /Subtype /Type1 /BaseFont /Courier"
    words = b"BT 3 Tr /F1 12 Tf %s ET" % b" ".join(
        b"1 0 0 1 %g 700 Tm (%s) Tj" % place
        for place in ((60, b"all "), (93, b"o"), (102.7, b"f"), (110, b" it"))
    )

    extract = read(sheets(ON_A_PICTURE + words, font=courier, extra=[picture()]))

    assert extract.text == "all of it\n"


def test_pages_without_text_are_said() -> None:
    gaps = read(
        sheets(
            shown(60, 700, "Part one."),
            b"",
            ON_A_PICTURE + shown(60, 770, "Filed"),
            extra=[picture()],
        )
    ).gaps

    assert gaps == (
        "no text was found on 1 of 3 pages: 2 (they may be scanned)",
        "the pictures that fill 1 of 3 pages may hold text that is not read: 3",
    )


def test_attached_files_are_said() -> None:
    names = (
        b"/Names << /EmbeddedFiles << /Names"
        b" [(a.txt) << /Type /Filespec /F (a.txt) /EF << /F 5 0 R >> >>] >> >>"
    )
    data = sheets(
        shown(60, 700, "A letter."), catalogue=names, extra=[stream(b"x", b"/Type /EmbeddedFile ")]
    )

    assert read(data).gaps == ("1 attached file is not read",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (report([[], []]), "none of its pages holds text; they may be scanned"),
        (
            sheets(shown(60, 700, "= + =")),
            "no letter and no number is seen on its pages but what is drawn as a picture",
        ),
        (b"%PDF-1.4\nnothing", "it is damaged, or no PDF"),
        (sheets(shown(60, 700, "Secret."), trailer=LOCKED), "it is locked with a password"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(data)


@pytest.mark.parametrize(
    "date", [b"(D:00000101000000Z)", b"(4 May 2021)", b"(D:20211399)", b"()", b"(D:99999999999999)"]
)
def test_an_odd_day_of_making_is_no_day(date: bytes) -> None:
    extract = read(sheets(shown(60, 700, "A law."), info=b"/CreationDate " + date))

    assert (extract.text, extract.remarks) == ("A law.\n", ())


def test_a_file_with_something_before_it_is_read() -> None:
    assert flow(b"HTTP/1.1 200 OK\r\n\r\n" + sheets(shown(60, 700, "A law."))) == "A law.\n"


# What the document says of itself.


def test_title_and_author_are_the_documents_where_its_pages_print_them() -> None:
    info = b"/Title (Report on the ferry) /Author (Mira Kole) /CreationDate (D:20210506120000Z)"
    printed = shown(60, 700, "Report on the Ferry") + shown(60, 680, "By Mira Kole")

    extract = read(sheets(printed, info=info, catalogue=b"/Lang (en-GB)"))

    assert extract.metadata == DocumentMetadata(
        title="Report on the ferry", author=("Mira Kole",), language="en-GB"
    )
    assert extract.remarks == (
        "the file was made on 2021-05-06; if it appeared then, write issued: 2021-05-06",
    )


def test_a_programs_title_and_a_login_are_not_the_documents() -> None:
    info = b"/Title (Microsoft Word - letter.doc) /Author (jsmith7)"

    extract = read(sheets(shown(60, 700, "Report on the ferry"), info=info))

    assert extract.metadata == DocumentMetadata()
    assert [remark.partition(" is in the file's ")[0] for remark in extract.remarks] == [
        "the title 'Microsoft Word - letter.doc'",
        "the author 'jsmith7'",
    ]


def test_an_upright_line_parts_cells_however_near_they_stand() -> None:
    words = shown(60, 700, "5") + shown(69.5, 700, "345 a") + shown(103, 700, "b")
    row = sheets(words + filled(67.5, 690, 1, 30) + filled(100.5, 690, 1, 30))

    assert flow(row) == "5\t345 a\tb\n"
    assert flow(sheets(words + filled(67.5, 640, 1, 30))) == flow(sheets(words))


def test_raised_digits_of_a_line_that_is_mostly_raised_are_marked() -> None:
    parts = [("E=mc", "2"), (", x", "2"), (" + y", "2"), (", 1", "st"), (", m", "3"), ("/s", "")]
    orders = b" ".join(
        b"/F1 12 Tf 0 Ts (%s) Tj /F1 10 Tf 4 Ts (%s) Tj" % (level.encode(), raised.encode())
        for level, raised in parts
    )

    assert flow(sheets(b"BT /F1 12 Tf 60 700 Td %s ET" % orders)) == (
        "E=mc^2, x^2 + y^2, 1st, m^3/s\n"
    )
    assert (
        flow(
            sheets(
                b"BT /F1 12 Tf 60 700 Td (of ) Tj /F1 8 Tf 4 Ts (14) Tj /F1 12 Tf 0 Ts (C) Tj ET"
            )
        )
        == "of ^14C\n"
    )
