"""The boxes of a PDF's form are read as a person sees them: ticked or not, beside their words."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from claimcheck.model import Quote
from claimcheck.text.pinned_text import gathered
from support.documents import sheets, shown, stream

# The looks of a box: a frame with a tick of a symbol font in it, and the frame alone.
TICKED = b"0 0 10 10 re S BT /ZaDb 9 Tf 1 2 Td (4) Tj ET"
EMPTY = b"0 0 10 10 re S"
RADIO = b"/Ff 32768"


def look(orders: bytes) -> bytes:
    dingbats = b"/ZaDb << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>"
    keys = b"/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /Font << %s >> >> "
    return stream(orders, keys % dingbats)


def box(left: float, bottom: float, state: bytes, entries: bytes = b"") -> bytes:
    """A box with both looks, of which the state names the one that is drawn."""
    return (
        b"<< /Subtype /Widget /FT /Btn /T (%g) /AS /%s /V /%s /Rect [%g %g %g %g] %s"
        b" /AP << /N << /Yes 5 0 R /Off 6 0 R >> >> >>"
        % (left + bottom, state, state, left, bottom, left + 10, bottom + 10, entries)
    )


def flow(orders: bytes, *widgets: bytes) -> str:
    fields = b" ".join(b"%d 0 R" % (7 + at) for at in range(len(widgets)))
    data = sheets(
        orders,
        page=b"/Annots [%s]" % fields,
        catalogue=b"/AcroForm << /Fields [%s] >>" % fields,
        extra=[look(TICKED), look(EMPTY), *widgets],
    )
    return gathered(pdf.read(data, ExtractOptions()).text).partition("\x1d")[0]


@pytest.mark.parametrize(
    ("entries", "state", "text"),
    [
        (b"", b"Yes", "\x1f☒ The charge was dropped.\n"),
        (b"", b"Off", "\x1f☐ The charge was dropped.\n"),
        (RADIO, b"Yes", "\x1f◉ The charge was dropped.\n"),
        (RADIO, b"Off", "\x1f○ The charge was dropped.\n"),
    ],
)
def test_a_box_before_its_words_is_read_as_it_is_ticked(
    entries: bytes, state: bytes, text: str
) -> None:
    orders = shown(75, 700, "The charge was dropped.")

    assert flow(orders, box(60, 699, state, entries)) == text


def test_boxes_stand_beside_the_words_that_they_stand_at() -> None:
    orders = shown(75, 700, "Yes") + shown(135, 700, "No") + shown(60, 670, "Agree")
    widgets = box(60, 699, b"Off"), box(120, 699, b"Yes"), box(95, 669, b"Yes")

    assert flow(orders, *widgets) == "\x1f☐ Yes\t\x1f☒ No\n\nAgree \x1f☒\n"


def test_a_box_far_from_all_words_of_its_line_is_a_cell_of_it() -> None:
    orders = shown(60, 700, "Married, filing jointly")

    assert flow(orders, box(400, 699, b"Yes")) == "Married, filing jointly\t\x1f☒\n"


def test_who_quotes_the_words_need_not_write_the_box() -> None:
    text = flow(shown(75, 700, "The charge was dropped."), box(60, 699, b"Yes"))

    assert locate(Quote("The charge was dropped."), text).fit.passes


@pytest.mark.parametrize("entries", [b"/F 2", b"/F 32"])
def test_a_box_that_is_not_shown_is_not_read(entries: bytes) -> None:
    orders = shown(75, 700, "The charge was dropped.")

    assert flow(orders, box(60, 699, b"Yes", entries)) == "The charge was dropped.\n"


def test_a_box_without_a_look_is_read_where_the_page_draws_it_and_its_state_never_is() -> None:
    bare = b"<< /Subtype /Widget /FT /Btn /T (a) /AS /Off /V /Off /Rect [60 699 70 709] >>"
    words = shown(75, 700, "The charge was dropped.")

    assert flow(words, bare) == "The charge was dropped.\n"
    assert flow(words + b"60 699 10 10 re S", bare) == "\x1f☐ The charge was dropped.\n"


def test_the_lines_of_one_stamp_stay_together_whatever_stands_at_their_height() -> None:
    words = b"BT /F1 12 Tf 0 32 Td (If this applies, see part 2:) Tj 0 -14 Td (a tax on gifts,) Tj"
    keys = b"/Subtype /Form /BBox [0 0 200 45] /Resources << /Font << /F1 3 0 R >> >> "
    stamp = b"/Annots [<< /Subtype /Stamp /Rect [300 680 500 725] /AP << /N 5 0 R >> >>]"
    data = sheets(
        shown(60, 699, "Income of 2007") + shown(60, 600, "Signed."),
        page=stamp,
        extra=[stream(words + b" 0 -14 Td (or on land.) Tj ET", keys)],
    )

    assert gathered(pdf.read(data, ExtractOptions()).text) == (
        "Income of 2007\n\nSigned.\n\nIf this applies, see part 2:\na tax on gifts,\nor on land.\n"
    )


# Boxes that a page draws itself, 9 points wide, from (60, 699) on.
FRAME = b"60 699 9 9 re S "
CIRCLE = (
    b"69 703.5 m 69 706 67 708 64.5 708 c 62 708 60 706 60 703.5 c 60 701 62 699 64.5 699 c"
    b" 67 699 69 701 69 703.5 c S "
)
TICK = b"61 703 m 63 701 l 68 707 l S "


@pytest.mark.parametrize(
    ("orders", "sign"),
    [
        (FRAME, "\x1f☐ "),
        (FRAME + FRAME, "\x1f☐ "),
        (FRAME + TICK, "\x1f☒ "),
        (FRAME + b"61 700 m 68 707 l S 61 707 m 68 700 l S ", "\x1f☒ "),
        (CIRCLE, "\x1f○ "),
        (CIRCLE + b"62 701 5 5 re f ", "\x1f◉ "),
        (b"60 699 9 9 re f ", ""),  # a chart's key
        (b"60 699 9 9 re f 300 699 9 9 re S ", "\x1f☒ "),
        (b"0.5 g 60 699 9 9 re f 0 g 300 699 9 9 re S ", ""),
        (b"62 702 4 4 re S ", ""),  # a bullet
        (b"60 699 9 18 re S ", ""),
        (b"10 699 9 9 re S " + TICK, ""),  # beside nothing
        (FRAME + shown(62, 700, "a", 8), None),
    ],
)
def test_a_box_that_a_page_draws_is_read_beside_its_words(orders: bytes, sign: str | None) -> None:
    text = gathered(
        pdf.read(sheets(orders + shown(75, 700, "The charge was dropped.")), ExtractOptions()).text
    )

    assert text == f"{'a ' if sign is None else sign}The charge was dropped.\n"
