"""What Word shows and prints of a document is its text."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.readers import docx
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
BLACK = '<w:color w:val="000000"/><w:highlight w:val="black"/>'
WHITE = '<w:color w:val="FFFFFF"/>'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(content)}</w:tc>"


def row(first: str, *others: str) -> str:
    return f"<w:tr>{cell(first)}{''.join(others)}</w:tr>"


def document(
    body: str, parts: Mapping[str, str] | None = None, main: str = "word/document.xml"
) -> bytes:
    """A Word document; `parts` are others, by their kinds."""
    file = io.BytesIO()
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{KINDS}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    folder, _, name = main.rpartition("/")
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            f'<R><Relationship Id="r" Type="{KINDS}/officeDocument" Target="{main}"/></R>',
        )
        archive.writestr(main, f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        archive.writestr(f"{folder}/_rels/{name}.rels", f"<R>{relations}</R>")
        for kind, content in parts.items():
            archive.writestr(f"{folder}/{kind}.xml", f"<w:x {SPACES}>{content}</w:x>")
    return file.getvalue()


def read(body: str, parts: Mapping[str, str] | None = None) -> Extract:
    return docx.read(document(body, parts), ExtractOptions())


BOX = "<w:txbxContent>" + paragraph(run("Cost so far: 4 million")) + "</w:txbxContent>"
HIDING = '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1"/></w:lvl><w:lvl w:ilvl="1">'
    '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1.%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
)
LISTED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="7"/></w:numPr>'

SEEN = {
    "a symbol": (
        paragraph(run("was ") + '<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>' + run("12")),
        "was −12",
    ),
    "a symbol of another font": (
        paragraph(run("a ") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "a ✓",
    ),
    "a symbol as a letter of its font": (
        paragraph(run("\uf0a3 5", '<w:rFonts w:ascii="Symbol"/>')), "≤ 5",
    ),
    "a formula": (
        paragraph(
            run("so ") + "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2"
            "</m:t></m:r></m:sup></m:sSup><m:r><m:t>=</m:t></m:r><m:f><m:num><m:r><m:t>a+b</m:t>"
            "</m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
        ),
        "so x^2=(a+b)/2",
    ),
    "an emoji": (
        paragraph(
            '<w:r><mc:AlternateContent><mc:Choice><w16se:symEx w16se:char="1F60A"/>'
            "</mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "😊",
    ),
    "a drop cap": (
        paragraph(run("T"), '<w:framePr w:dropCap="drop"/>') + paragraph(run("he board met.")),
        "The board met.",
    ),
    "a text box after its paragraph": (
        paragraph(run("It is closed") + f"<w:r><w:pict>{BOX}</w:pict></w:r>" + run(" for good.")),
        "It is closed for good.\n\nCost so far: 4 million",
    ),
    "a text box that is drawn in two ways": (
        paragraph(
            f"<w:r><mc:AlternateContent><mc:Choice><wps:x>{BOX}</wps:x></mc:Choice>"
            f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "Cost so far: 4 million",
    ),
    "raised and lowered text": (
        paragraph(
            run("10") + run("6", '<w:vertAlign w:val="superscript"/>') + run(" m CO")
            + run("2", '<w:vertAlign w:val="subscript"/>')
        ),
        "10^6 m CO2",
    ),
    "ruby": (
        paragraph(
            "<w:r><w:ruby><w:rt>" + run("とう") + "</w:rt><w:rubyBase>" + run("東")
            + "</w:rubyBase></w:ruby></w:r>"
        ),
        "東(とう)",
    ),
    "a table": (
        "<w:tbl>" + row(run("Year"), cell(run("Boats"), '<w:gridSpan w:val="2"/>'))
        + "<w:sdt><w:sdtContent>" + row(run("2019"), cell(""), cell(run("16.4")))
        + "</w:sdtContent></w:sdt></w:tbl>",
        "Year\tBoats\n2019\t\t16.4",
    ),
    "a deleted end of a paragraph": (
        paragraph(run("It met"), "<w:rPr><w:del/></w:rPr>") + paragraph(run(" on Tuesday.")),
        "It met on Tuesday.",
    ),
    "a check box": (
        paragraph(
            "<w:r><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>"
            "</w:r>" + run(" Yes")
        ),
        "☒ Yes",
    ),
    "a hyphen that does not break": (
        paragraph(run("co") + "<w:r><w:noBreakHyphen/></w:r>" + run("operate")), "co-operate",
    ),
    "a digit that is moved above its line": (
        paragraph(run("10") + run("6", '<w:position w:val="6"/>') + run(" boats")), "10^6 boats"
    ),
    "a line that is moved": (
        paragraph(run("Sums of 2019", '<w:position w:val="6"/>')), "Sums of 2019"
    ),
    "white letters on a ground": (
        paragraph(run("not ", f'{WHITE}<w:shd w:val="clear" w:fill="1F3864"/>') + run("white")),
        "not white",
    ),
    "white letters that a marker lies behind": (
        paragraph(run("not ", f'{WHITE}<w:highlight w:val="black"/>') + run("white")), "not white"
    ),
    "black letters under a black marker": (
        paragraph(run("It did ") + run("not", BLACK) + run(" gro", BLACK) + run(" grow.")),
        "It did █ grow.",
    ),
    "letters in the colour of their shading": (
        paragraph(run("a ") + run("b", '<w:color w:val="1f3864"/><w:shd w:fill="1F3864"/>')), "a █"
    ),
    "letters of no colour of their own under a black marker": (
        paragraph(run("a", '<w:color w:val="auto"/><w:highlight w:val="black"/>')), "a"
    ),
    "white letters in a paragraph with a ground": (
        paragraph(run("Sums", WHITE), '<w:shd w:val="clear" w:fill="1F3864"/>'), "Sums"
    ),
    "white letters in a table": (f"<w:tbl>{row(run('Sums', WHITE))}</w:tbl>", "Sums"),
    "white letters where a drawing may lie behind them": (
        paragraph("<w:r><w:pict/></w:r>") + paragraph(run("Sums", WHITE)), "Sums"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "text"), SEEN.values(), ids=SEEN)
def test_what_is_seen(body: str, text: str) -> None:
    assert read(body).text == f"{text}\n"


def test_numbers_of_paragraphs_stand_before_them() -> None:
    body = "".join(
        paragraph(run(words), LISTED.format(level))
        for words, level in (("Boats", 0), ("ferries", 1), ("barges", 1), ("Bridges", 0))
    )

    assert read(body, {"numbering": NUMBERS}).text == (
        "§ 3 Boats\n\n\x1f(3.a) ferries\n\n\x1f(3.b) barges\n\n§ 4 Bridges\n"
    )


def test_a_style_without_an_id_is_that_of_no_paragraph() -> None:
    styles = '<w:style><w:name w:val="Empty cell"/><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'

    assert read(paragraph(run("The mayor approved.")), {"styles": styles}).text == (
        "The mayor approved.\n"
    )


def level(number: int, text: str, form: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


COUNTED = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "%1.")
    + level(1, "%1.%2", "lowerRoman")
    + level(2, "%1.%2.%3", "decimal", "<w:isLgl/>")
    + level(3, "§%4", "ordinal", '<w:lvlRestart w:val="0"/>')
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


@pytest.mark.parametrize(
    ("paragraphs", "labels"),
    [
        ("1.0 1.0 2.0 1.0 1.0", "1. 2. 1. 2. 3."),  # lists of one kind count together
        ("1.0 1.1 1.1 1.2 1.0 1.1", "1. 1.i 1.ii 1.2.1 2. 2.i"),
        ("1.0 1.2 1.1", "1. 1.1.1 1.ii"),  # what was passed over is counted
        ("1.0 1.3 1.3 1.0 1.3", "1. §1st §2nd 2. §3rd"),
    ],
)
def test_lists_count_as_word_does(paragraphs: str, labels: str) -> None:
    listed = '<w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="{0}"/></w:numPr>'
    body = "".join(paragraph(run("so"), listed.format(*at.split("."))) for at in paragraphs.split())

    lines = read(body, {"numbering": COUNTED}).text.replace("\x1f", "").splitlines()

    assert [line.removesuffix(" so") for line in lines if line] == labels.split()


@pytest.mark.parametrize(
    "hiding",
    [
        "<w:vanish/>",
        '<w:rStyle w:val="Secret"/>',
        WHITE,
        f'{WHITE}<w:shd w:fill="auto"/>',
        '<w:color w:val="FEFDFE"/>',
        '<w:color w:val="auto" w:themeColor="background1"/>',
        '<w:sz w:val="2"/>',
        '<w:w w:val="1"/>',
        '<w:sz w:val="2"/><w:w w:val="100"/>',
        '<w:w w:val="1"/><w:sz w:val="24"/>',
    ],
)
def test_hidden_text_stays_out_and_is_told(hiding: str) -> None:
    body = paragraph(run("The mayor did ") + run("not ", hiding) + run("approve."))

    extract = read(body, {"styles": HIDING})

    assert extract.text == "The mayor did approve.\n"
    assert extract.gaps == ("hidden text is left out (1 word)",)


@pytest.mark.parametrize(
    "showing",
    [
        '<w:color w:val="E0E0E0"/>',
        '<w:color w:val="auto" w:themeColor="background1" w:themeShade="80"/>',
        '<w:color w:val="auto" w:themeColor="text1"/>',
        '<w:sz w:val="8"/>',
        '<w:w w:val="66"/>',
    ],
)
def test_pale_small_and_narrow_text_is_read(showing: str) -> None:
    body = paragraph(run("The mayor did ") + run("not ", showing) + run("approve."))

    assert read(body).text == "The mayor did not approve.\n"


def anchored(relative: str, emu: int) -> str:
    """A box that a drawing sets somewhere across the page."""
    return (
        f"<w:r><w:drawing><w:anchor><w:positionH relativeFrom='{relative}'><w:posOffset>{emu}"
        "</w:posOffset></w:positionH><w:extent cx='914400' cy='914400'/><w:txbxContent>"
        f"{paragraph(run('It was not.'))}</w:txbxContent></w:anchor></w:drawing></w:r>"
    )


FAR_LEFT = '<w:framePr w:w="2000" w:hAnchor="page" w:x="-9000" w:y="100"/>'
VML = (
    "<w:pict><w:shape style='position:absolute;margin-left:%s;width:90pt'><w:txbxContent>"
    + paragraph(run("It was not."))
    + "</w:txbxContent></w:shape></w:pict>"
)


def grouped(left: str) -> str:
    """A group of shapes somewhere across the page; in it, the units are its own."""
    style = f"position:absolute;margin-left:{left};width:90pt"
    inner = VML.removeprefix("<w:pict>").removesuffix("</w:pict>") % "1440"
    return f"<w:pict><w:group style='{style}'>{inner}</w:group></w:pict>"


@pytest.mark.parametrize(
    ("place", "is_seen"),
    [
        (paragraph(run("It was not."), FAR_LEFT), False),
        (paragraph(run("It was not."), '<w:framePr w:hAnchor="text" w:x="13000"/>'), False),
        (paragraph(run("It was not."), '<w:framePr w:w="2000" w:x="-900"/>'), True),
        (paragraph(run("It was not."), '<w:framePr w:xAlign="right" w:y="1"/>'), True),
        (paragraph(run("It was not."), '<w:spacing w:line="1" w:lineRule="exact"/>'), False),
        (paragraph(run("It was not."), '<w:pStyle w:val="Flat"/>'), False),
        (paragraph(run("It was not."), '<w:pStyle w:val="Flat"/><w:spacing w:line="240"/>'), True),
        (paragraph(run("It was not."), '<w:spacing w:line="1" w:lineRule="atLeast"/>'), True),
        (paragraph(anchored("page", -1_000_000)), False),
        (paragraph(anchored("column", 8_000_000)), False),
        (paragraph(anchored("column", -500_000)), True),
        (paragraph(f"<w:r>{VML % '-2000pt'}</w:r>"), False),
        (paragraph(f"<w:r>{VML % '20pt'}</w:r>"), True),
        (paragraph(f"<w:r>{grouped('20pt')}</w:r>"), True),
        (paragraph(f"<w:r>{grouped('-2000pt')}</w:r>"), False),
    ],
)
def test_text_beside_the_page_or_without_height_is_not_read(place: str, *, is_seen: bool) -> None:
    flat = (
        '<w:style w:styleId="Flat" w:type="paragraph"><w:pPr><w:spacing w:line="2"'
        ' w:lineRule="exact"/></w:pPr></w:style>'
    )

    extract = read(paragraph(run("The bridge was open.")) + place, {"styles": flat})

    assert ("It was not." in extract.text) == is_seen
    assert extract.gaps == (() if is_seen else ("hidden text is left out (3 words)",))


def test_struck_text_stands_aside() -> None:
    body = paragraph(run("It is ") + run("12 ", "<w:strike/>") + run("15 dollars."))

    assert read(body).text == "It is 15 dollars.\n\x1d\n[struck] 12\n"


def test_notes_heads_and_feet_stand_aside() -> None:
    body = paragraph(run("It met") + '<w:r><w:footnoteReference w:id="5"/></w:r>' + run(" in May."))
    parts = {
        "footnotes": f'<w:footnote w:id="5">{paragraph(run("On a Tuesday."))}</w:footnote>',
        "header": paragraph(run("Minutes")),
        "footer": paragraph(run("Page 1")),
    }

    assert read(body, parts).text == (
        "It met^1\u2060 in May.\n\x1d\n[note 1] On a Tuesday.\n[head] Minutes\n[foot] Page 1\n"
    )


def test_changes_that_nobody_accepted_are_told() -> None:
    body = paragraph(
        run("It ") + f"<w:ins>{run('re')}</w:ins>"
        + "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>" + run("opened.")
    )  # fmt: skip

    extract = read(body)

    assert extract.text == "It reopened.\n"
    assert extract.gaps == ("2 changes in it are not accepted yet; it is read with them",)


def test_a_symbol_that_cannot_be_read_is_marked_and_told() -> None:
    extract = read(paragraph(run("x ") + '<w:r><w:sym w:font="Odd" w:char="F000"/></w:r>'))

    assert extract.text == "x \ufffd\n"
    assert extract.gaps == ("1 symbol could not be read: \ufffd stands there",)


def test_the_main_part_is_found_by_its_relation() -> None:
    data = document(paragraph(run("Said.")), main="word/document2.xml")

    assert docx.read(data, ExtractOptions()).text == "Said.\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "it is locked with a password",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "an older kind"),
    ],
)
def test_locked_and_old_files_are_told_as_such(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        docx.read(data, ExtractOptions())


def test_comments_are_told() -> None:
    extract = read(paragraph(run("Plan") + '<w:r><w:commentReference w:id="0"/></w:r>'))

    assert (extract.text, extract.gaps) == ("Plan\n", ("its comments are not read (1)",))
