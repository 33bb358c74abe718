"""Letters of fonts that a PDF draws by itself (Type 3), which it names without a map to Unicode."""

from __future__ import annotations

import pytest

from claimcheck.documents.pdf.type3_fonts import letter_of, with_names_mapped
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from support.documents import sheets, shown, stream

NAMES = (b"s", b"e", b"a", b"comma", b"two", b"zero", b"uacute")
ORDERS = b"BT /F1 12 Tf 60 700 Td (\\000\\001\\002\\003) Tj 40 0 Td (\\004\\005\\006) Tj ET"


def drawn(names: tuple[bytes, ...], orders: bytes = ORDERS, keys: bytes = b"") -> bytes:
    """A PDF whose font draws each letter as a box, and calls them so."""
    font = (
        b"/Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0]"
        b" /FirstChar 0 /LastChar 6 /Widths [600 600 600 600 600 600 600]"
        b" /CharProcs << %s >> /Encoding << /Type /Encoding /Differences [0 %s] >> %s"
    )
    procs = b" ".join(b"/%s 5 0 R" % name for name in names)
    listed = b" ".join(b"/%s" % name for name in names)
    box = stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    return sheets(orders, font=font % (procs, listed, keys), extra=[box])


def test_letters_that_a_font_names_are_read_by_their_names() -> None:
    assert pdf.read(drawn(NAMES), ExtractOptions()).text == "sea, 20ú\n"


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("a", "a"),
        ("seven", "7"),
        ("endash", "–"),
        ("Adieresis", "Ä"),
        ("uni20AC", "€"),
        ("a12", ""),
        ("3", ""),
        ("zacute", "ź"),
    ],
)
def test_a_name_tells_its_letter_or_none(name: str, letter: str) -> None:
    assert letter_of(name) == letter


@pytest.mark.parametrize(
    "data",
    [
        sheets(shown(60, 700, "plain")),
        drawn((b"a0", b"a1", b"a2", b"a3", b"a4", b"a5", b"a6")),
        drawn(NAMES, keys=b"/ToUnicode 9 0 R"),
        drawn(NAMES).replace(b"/Root", b"/Encrypt 4 0 R /Root"),
        drawn(NAMES).replace(b"startxref", b"startxxxx"),
    ],
    ids=["no such font", "names that say nothing", "a map", "locked", "damaged"],
)
def test_a_file_that_needs_no_map_stays_as_it_is(data: bytes) -> None:
    assert with_names_mapped(data) is data
