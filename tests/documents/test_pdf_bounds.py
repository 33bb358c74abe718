"""PDFs that are made to keep a reader busy end with an answer or a reason, within the bounds."""

from __future__ import annotations

import pytest

from claimcheck.documents.extract import Bounds, extract
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers.pdf import read as read_pdf
from claimcheck.model.errors import UnreadableError
from support.documents import laughing_forms, pdf, sheets, shown, stream

LINE = shown(60, 700, "Some words of a page.")


def form_in_itself() -> bytes:
    keys = b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> "
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            (
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R"
                b" /Resources << /XObject << /X 4 0 R >> >> >>"
            ),
            stream(b"/X Do /X Do", keys),
            stream(b"/X Do"),
        ]
    )


def pages_in_a_circle() -> bytes:
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>",
        ]
    )


@pytest.mark.parametrize("data", [laughing_forms(), form_in_itself(), pages_in_a_circle()])
def test_what_refers_to_itself_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        extract(data, "pdf", ExtractOptions(), Bounds(seconds=1))


@pytest.mark.parametrize(
    "data",
    [
        sheets(LINE, page=b"/MediaBox [0 0 14400000 14400000]"),
        sheets(LINE, page=b"/MediaBox [0 0 0 0]"),
        sheets(LINE).replace(b"/Count 1", b"/Count 999999999"),
        sheets(LINE, page=b"/Annots [%s]" % (b"<< /Subtype /Text /Rect [1 1 2 2] >>" * 5000)),
        sheets(LINE + LINE * 100),
        sheets(LINE, page=b"/UserUnit 1e30"),
        sheets(LINE.replace(b"/F1 12", b"/F1 1e20") + LINE),
        sheets(LINE.replace(b"1 0 0 1 60", b"0 0 0 0 60") + LINE),
    ],
    ids=["huge", "empty box", "count", "notes", "twice", "unit", "size", "flat"],
)
def test_what_is_odd_is_read(data: bytes) -> None:
    assert "Some words of a page." in read_pdf(data, ExtractOptions()).text


JAPANESE = (
    b"/Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UCS2-H"
    b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor"
    b" << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 6 /ItalicAngle 0 /Ascent 723"
    b" /Descent -241 /CapHeight 709 /StemV 69 /FontBBox [-170 -331 1024 903] >> >>]"
)


def test_letters_in_fonts_that_are_nowhere_are_told_where_they_are_not_read() -> None:
    orders = b"".join(
        b"BT /F1 12 Tf %d 700 Td <%04X> Tj ET " % (60 + 12 * at, ord(sign))
        for at, sign in enumerate("東京都港区赤坂")
    )

    try:
        answer = read_pdf(sheets(orders, font=JAPANESE), ExtractOptions()).text
    except UnreadableError as refusal:
        answer = str(refusal).partition(" on this machine")[0]

    assert answer in {"東京都港区赤坂\n", "its fonts are neither in the file nor"}
