"""What is seen of a book's chapters is its text, in the order of the book."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.documents.readers import epub
from claimcheck.model.errors import UnreadableError
from support.documents import archive

CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
ABOUT = (
    '<dc:title>The Landing</dc:title><dc:creator id="a">Mira Kole</dc:creator>'
    '<dc:creator opf:role="edt">Jon Doe</dc:creator><dc:publisher>Quay Press</dc:publisher>'
    "<dc:language>en</dc:language><dc:date>2011-03-04T00:00:00Z</dc:date>"
)


def book(*chapters: str, parts: dict[str, str | bytes] | None = None, about: str = ABOUT) -> bytes:
    numbers = range(1, len(chapters) + 1)
    items = "".join(
        f'<item id="c{number}" href="text/{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in numbers
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in numbers)
    pages = {
        f"OPS/text/{number}.xhtml": '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
        f'<link rel="stylesheet" href="../book.css"/></head><body>{chapter}</body></html>'
        for number, chapter in zip(numbers, chapters, strict=True)
    }
    return archive(
        {
            "META-INF/container.xml": CONTAINER,
            "OPS/book.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="o">'
            f"<metadata>{about}</metadata><manifest>{items}</manifest><spine>{spine}</spine>"
            "</package>",
            **pages,
            **(parts or {}),
        }
    )


def read(*chapters: str, parts: dict[str, str | bytes] | None = None) -> Extract:
    return epub.read(book(*chapters, parts=parts), ExtractOptions())


def test_chapters_come_in_the_order_of_the_book_which_says_what_it_is() -> None:
    extract = read("<p>The <i>first</i> one – café.</p>", "<div/><p>The second one.</p>")

    assert extract.text == "The first one – café.\n\nThe second one.\n"
    assert extract.metadata == DocumentMetadata(
        title="The Landing", type="book", author=("Mira Kole",), publisher="Quay Press",
        language="en",
    )  # fmt: skip
    assert extract.remarks == (
        "the book's own date is 2011-03-04; if it appeared then, write issued: 2011-03-04",
    )


def test_what_the_books_own_sheets_hide_is_left_out() -> None:
    css: dict[str, str | bytes] = {"OPS/book.css": ".x { display: none }"}

    extract = read('<p>It did<span class="x"> not</span> pass, 10<sup>6</sup>.</p>', parts=css)

    assert extract.text == "It did pass, 10^6.\n"


def beside(first: str, second: str) -> Extract:
    """A book of two parts, the first of which stands beside the order of reading."""
    data = book(first, second)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    main = content["OPS/book.opf"].replace(b'idref="c1"', b'idref="c1" linear="no"')
    return epub.read(archive({**content, "OPS/book.opf": main}), ExtractOptions())


def test_a_part_beside_the_order_of_reading_comes_last_where_a_link_leads_to_it() -> None:
    linked = beside(
        "<p>A note.</p>", "<p>The text<a epub:type='noteref' href='1.xhtml#n'>*</a></p>"
    )
    alone = beside("<p>Never seen.</p>", "<p>The text.</p>")

    assert linked.text.endswith("\n\nA note.\n")
    assert alone.text == "The text.\n"
    assert alone.gaps == ("its part OPS/text/1.xhtml is left out: no page of the book leads to it",)


def test_a_chapter_that_is_missing_is_said() -> None:
    data = book("<p>Here.</p>", "<p>Gone.</p>", parts={"OPS/text/2.xhtml": ""})

    assert epub.read(data, ExtractOptions()).gaps == ("its chapter OPS/text/2.xhtml is missing",)


def listed(items: str, parts: dict[str, str | bytes]) -> Extract:
    """A book whose list of contents has these items, all of them in the order of reading."""
    names = re.findall('id="(.)"', items)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names if name != "z")
    main = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
    return epub.read(
        archive({"META-INF/container.xml": CONTAINER, "OPS/book.opf": main, **parts}),
        ExtractOptions(),
    )


PAGE = '<item id="a" href="a.html" media-type="text/html"/>'


def test_a_chapter_of_a_kind_that_is_not_read_is_said() -> None:
    text = '<item id="b" href="b.txt" media-type="text/plain"/>'

    extract = listed(PAGE + text, {"OPS/a.html": "<p>One.</p>", "OPS/b.txt": "Two."})

    assert extract.text == "One.\n"
    assert extract.gaps == ("its chapter OPS/b.txt is of a kind that is not read",)


def test_the_page_that_stands_for_such_a_chapter_is_read() -> None:
    chapter = '<item id="b" href="b.pdf" media-type="application/pdf" fallback="z"/>'
    page = '<item id="z" href="z.html" media-type="text/html"/>'

    extract = listed(PAGE + chapter + page, {"OPS/a.html": "<p>One.</p>", "OPS/z.html": "Two."})

    assert (extract.text, extract.gaps) == ("One.\n\nTwo.\n", ())


def test_a_chapter_that_is_a_drawing_is_read() -> None:
    drawing = '<item id="b" href="b.svg" media-type="image/svg+xml"/>'
    words = '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><text>A verse.</text></svg>'

    extract = listed(PAGE + drawing, {"OPS/a.html": "<p>One.</p>", "OPS/b.svg": words})

    assert extract.text == "One.\n\nA verse.\n"


def test_text_that_is_marked_as_free_of_tags_is_text() -> None:
    css = "<style><![CDATA[.x { display: none }]]></style>"
    section = "<p>It is <![CDATA[5 < 6 & <b>]]> so.<span class='x'> Not.</span></p>"

    assert read(css + section).text == "It is 5 < 6 & <b> so.\n"
    assert read("<p>One.</p><![CDATA[").text == "One.\n"


def locked(algorithm: str) -> dict[str, str | bytes]:
    return {
        "META-INF/encryption.xml": "<encryption><EncryptedData><EncryptionMethod"
        f' Algorithm="{algorithm}"/><CipherData><CipherReference URI="OPS/text/1.xhtml"/>'
        "</CipherData></EncryptedData></encryption>"
    }


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (book("<p>x</p>", parts=locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc")), "locked"),
        (book("<p></p>"), "no text"),
        (archive({"a": "b"}), "no EPUB"),
        (archive({"META-INF/container.xml": CONTAINER}), "no EPUB"),
        (
            archive({"META-INF/container.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            "declares a document type",
        ),
        (book("<div>" * 100_000 + "x"), "only in part"),
    ],
)
def test_a_hostile_book_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        epub.read(data, ExtractOptions())


def test_a_book_that_unpacks_to_very_much_is_refused() -> None:
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        epub.read(book("<p>x" + " " * (65 << 20) + "</p>"), ExtractOptions())


@pytest.mark.parametrize("declaration", ['<?xml version="1.0" encoding="windows-1252"?>', ""])
def test_a_chapter_in_an_old_charset_is_read(declaration: str) -> None:
    chapter = f"{declaration}<html><body><p>“Déjà vu” – café.</p></body></html>"

    extract = read("<p>First.</p>", "", parts={"OPS/text/2.xhtml": chapter.encode("cp1252")})

    assert extract.text == "First.\n\n“Déjà vu” – café.\n"
    is_told = any("read as windows-1252" in remark for remark in extract.remarks)
    assert is_told is not bool(declaration)


def test_a_book_with_fonts_that_are_disguised_is_read() -> None:
    data = book("<p>x</p>", parts=locked("http://www.idpf.org/2008/embedding"))

    assert epub.read(data, ExtractOptions()).text == "x\n"
