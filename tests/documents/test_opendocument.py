"""What is seen of a text, a table or slides in OpenDocument is its text."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.readers import opendocument
from claimcheck.model.errors import UnreadableError
from support.documents import ODF_SPACES, archive, odf_row

STYLES = (
    '<style:style style:name="Up" style:family="text"><style:text-properties'
    ' style:text-position="super 58%"/></style:style>'
    '<style:style style:name="Down" style:family="text"><style:text-properties'
    ' style:text-position="sub 58%"/></style:style>'
    '<style:style style:name="Struck" style:family="text"><style:text-properties'
    ' style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="Secret" style:family="text"><style:text-properties'
    ' text:display="none"/></style:style>'
    '<style:style style:name="Bar" style:family="text"><style:text-properties'
    ' fo:color="#000000" fo:background-color="#000000"/></style:style>'
    '<style:style style:name="Heir" style:family="text" style:parent-style-name="Secret"/>'
    '<style:style style:name="Unseen" style:family="paragraph"><style:text-properties'
    ' text:display="none"/></style:style>'
    '<style:style style:name="ta1" style:family="table"><style:table-properties'
    ' table:display="false"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-prefix="§ " text:start-value="3"/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"'
    ' text:display-levels="2"/></text:list-style>'
)


def document(content: str, parts: dict[str, str] | None = None, kind: str = "text") -> bytes:
    return archive(
        {
            "content.xml": f"<office:document-content {ODF_SPACES}><office:automatic-styles>"
            f"{STYLES}</office:automatic-styles><office:body><office:{kind}>{content}</office:{kind}>"
            "</office:body></office:document-content>",
            **(parts or {}),
        }
    )


def read(content: str, parts: dict[str, str] | None = None, kind: str = "text") -> Extract:
    return opendocument.read(document(content, parts, kind), ExtractOptions())


def p(content: str) -> str:
    return f"<text:p>{content}</text:p>"


def span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def deeper(content: str) -> str:
    return f"<text:list><text:list-item>{content}</text:list-item></text:list>"


def going_on(content: str) -> str:
    """A list of one item that goes on with the numbers of the list before it."""
    return (
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item>'
        f"{content}</text:list-item></text:list>"
    )


MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>c</mi><mn>2</mn></msup></math>'
SEEN = {
    "blanks": (p("The<text:s text:c='3'/>board\n  met<text:tab/>here."), "The board met\there."),
    "breaks": (p("One<text:line-break/>two"), "One\ntwo"),
    "raised": (p(f"10{span('Up', '6')} boats, CO{span('Down', '2')}"), "10^6 boats, CO2"),
    "raised before a blank": (p(f"10{span('Up', '6 ')}boats"), "10^6 boats"),
    "hidden": (p(f"It did{span('Secret', ' not')} pass."), "It did pass."),
    "hidden by an inherited style": (p(f"It did{span('Heir', ' not')} pass."), "It did pass."),
    "under a black marker": (p(f"It did{span('Bar', ' not')} pass."), "It did█ pass."),
    "hidden paragraph": (
        p("Seen.") + '<text:p text:style-name="Unseen">Hidden.</text:p>',
        "Seen.",
    ),
    "hidden section": (
        p("Seen.") + f'<text:section text:display="none">{p("Hidden.")}</text:section>',
        "Seen.",
    ),
    "a hidden field": (
        p('It<text:variable-set text:display="none"> not</text:variable-set> passed.'),
        "It passed.",
    ),
    "a script": (p("It passed<text:script>alert(1)</text:script>."), "It passed."),
    "a hidden box": (
        p('It<draw:frame draw:display="none"><draw:text-box><text:p>Not so.</text:p>'
          "</draw:text-box></draw:frame> passed."),
        "It passed.",
    ),
    "hidden by a condition": (
        p('It<text:hidden-text text:is-hidden="true" text:string-value="not"/> passed.'),
        "It passed.",
    ),
    "comments": (p("Said.<office:annotation><text:p>Why?</text:p></office:annotation>"), "Said."),
    "numbers": (
        '<text:list text:style-name="L"><text:list-item>' + p("First") + "<text:list>"
        "<text:list-item>" + p("Inner") + "</text:list-item></text:list></text:list-item>"
        "<text:list-item>" + p("Second") + "</text:list-item></text:list>",
        "§ 3 First\n\n\x1f3.a) Inner\n\n§ 4 Second",
    ),
    "numbers of lists that go on": (
        going_on(p("First")) + going_on(deeper(p("a"))) + going_on(deeper(p("b")))
        + going_on(p("Second")),
        "§ 3 First\n\n\x1f3.a) a\n\n\x1f3.b) b\n\n§ 4 Second",
    ),
    "tables": (
        (
            f"<table:table>{odf_row('Year', 'Sum')}{odf_row('2019', '2,236,457')}"
            f"{odf_row('', '5')}</table:table>"
        ),
        "Year\tSum\n2019\t2,236,457\n\t5",
    ),
    "merged cells": (
        "<table:table><table:table-row><table:table-cell>" + p("Both") + "</table:table-cell>"
        "<table:covered-table-cell/><table:table-cell>" + p("7") + "</table:table-cell>"
        "</table:table-row></table:table>",
        "Both\t\t7",
    ),
    "text boxes": (
        p(f"It is <draw:frame><draw:text-box>{p('Cost: 4')}</draw:text-box></draw:frame>shut."),
        "It is shut.\n\nCost: 4",
    ),
    "ruby": (
        p(
            "<text:ruby><text:ruby-base>東京</text:ruby-base>"
            "<text:ruby-text>とうきょう</text:ruby-text></text:ruby>"
        ),
        "東京(とうきょう)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SEEN)
def test_what_is_seen_of_a_text_is_read(case: str) -> None:
    content, text = SEEN[case]

    assert read(content).text == f"{text}\n"


def test_notes_and_struck_words_stand_aside_with_what_they_are() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('By the clerk.')}</text:note-body></text:note>"
    )

    extract = read(p(f"The fee is {span('Struck', '12 ')}15 dollars{note}."))

    assert extract.text == (
        "The fee is 15 dollars^1\u2060.\n\x1d\n[struck] 12\n[note 1] By the clerk.\n"
    )


def test_a_formula_that_is_embedded_is_read() -> None:
    extract = read(
        p('E=m<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'),
        {"Object 1/content.xml": MATH},
    )

    assert extract.text == "E=mc^2\n"


def test_heads_and_feet_come_once_and_what_a_file_says_of_itself_is_looked_at() -> None:
    styles = (
        f"<office:document-styles {ODF_SPACES}><office:master-styles><style:master-page>"
        f"<style:header>{p('Harbour board')}</style:header>"
        f"<style:footer>{p('Harbour board')}</style:footer></style:master-page>"
        "</office:master-styles></office:document-styles>"
    )
    meta = (
        f"<office:document-meta {ODF_SPACES}><office:meta><dc:title>Minutes of May</dc:title>"
        "<meta:initial-creator>admin</meta:initial-creator>"
        "<meta:creation-date>2021-05-04T10:00:00</meta:creation-date></office:meta>"
        "</office:document-meta>"
    )

    extract = read(p("Minutes of May"), {"styles.xml": styles, "meta.xml": meta})

    assert extract.text.endswith("\x1d\n[head] Harbour board\n[foot] Harbour board\n")
    assert (extract.metadata.title, extract.metadata.author) == ("Minutes of May", ())
    assert extract.remarks[-1].startswith("the file was made on 2021-05-04")


def test_changes_that_nobody_accepted_are_said() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('never ')}</text:deletion></text:changed-region></text:tracked-changes>"
    )

    extract = read(changes + p("It <text:change/>passed."))

    assert extract.text == "It passed.\n"
    assert extract.gaps == ("1 change in it is not accepted yet; it is read with that change",)


def test_sheets_are_pages_with_names_and_hidden_ones_are_said() -> None:
    sheets = (
        f'<table:table table:name="Budget">{odf_row("Total", "12")}'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
        ' table:number-columns-repeated="16000"/></table:table-row></table:table>'
        f'<table:table table:name="Draft" table:style-name="ta1">{odf_row("Secret")}</table:table>'
    )

    extract = read(sheets, kind="spreadsheet")

    assert extract.text == "Total\t12\n\f\n"
    assert extract.page_labels == ("Budget", "Draft")
    assert extract.gaps == ("hidden sheets are left out (1)",)


def test_slides_are_pages_and_their_notes_stand_aside() -> None:
    slide = (
        "<draw:page><draw:frame><draw:text-box>" + p("Sales doubled") + "</draw:text-box>"
        "</draw:frame><presentation:notes><draw:frame><draw:text-box>" + p("Say it slowly")
        + "</draw:text-box></draw:frame></presentation:notes></draw:page>"
    )  # fmt: skip

    extract = read(slide + slide.replace("doubled", "fell"), kind="presentation")

    assert extract.text.startswith("Sales doubled\n\fSales fell\n")
    assert "[note slide 2] Say it slowly\n" in extract.text


@pytest.mark.parametrize(
    ("place", "is_seen"),
    [
        ('svg:x="2cm" svg:y="3cm"', True),
        ('svg:x="-30cm" svg:y="3cm"', False),
        ('svg:x="2cm" svg:y="12in"', False),
        ('svg:x="-3cm" svg:y="3cm"', True),
        ("", True),
    ],
)
def test_what_lies_beside_a_slide_is_left_out_and_told(place: str, *, is_seen: bool) -> None:
    frame = f'<draw:frame {place} svg:width="10cm" svg:height="2cm"><draw:text-box>{p("Not so")}'
    slide = (
        f'<draw:page draw:master-page-name="M"><draw:frame>{p("It is so")}</draw:frame>'
        f"{frame}</draw:text-box></draw:frame></draw:page>"
    )
    shared = (
        f"<office:document-styles {ODF_SPACES}><office:automatic-styles>"
        '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm"'
        ' fo:page-height="21cm"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="M" style:page-layout-name="L"/>'
        "</office:master-styles></office:document-styles>"
    )

    extract = read(slide, {"styles.xml": shared}, kind="presentation")

    assert ("Not so" in extract.text) == is_seen
    assert extract.gaps == (() if is_seen else ("what lies beside its slides is left out (1)",))


def test_a_formula_that_names_its_document_type_is_read() -> None:
    formula = (
        '<!DOCTYPE math:math PUBLIC "-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN"'
        ' "math.dtd"><math:math xmlns:math="http://www.w3.org/1998/Math/MathML">'
        "<math:mi>&pi;</math:mi><math:mo>=</math:mo><math:mn>3</math:mn></math:math>"
    )
    frame = p('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>')

    extract = read(frame, {"Object 1/content.xml": formula})

    assert extract.text == "π=3\n"


def test_what_a_file_says_of_itself_may_be_damaged() -> None:
    assert read(p("Whole."), {"meta.xml": "<meta>"}).text == "Whole.\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            archive({"content.xml": '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'}),
            "declares a document type",
        ),
        (archive({"content.xml": "<x>"}), "its XML is damaged"),
        (archive({"mimetype": "x"}), "no OpenDocument file"),
        (document(p("")), "it holds no text"),
        (
            document(p("x"), {"META-INF/manifest.xml": "<m><encryption-data/></m>"}),
            "locked with a password",
        ),
        (b"PK\x03\x04nothing", "no OpenDocument file"),
    ],
)
def test_a_hostile_file_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        opendocument.read(data, ExtractOptions())


def test_sections_in_sections_are_read_however_deep() -> None:
    assert read("<text:section>" * 500 + p("x") + "</text:section>" * 500).text == "x\n"


def test_a_file_that_unpacks_to_very_much_is_refused() -> None:
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        opendocument.read(document(p("x" + " " * (65 << 20))), ExtractOptions())


def test_rows_that_are_repeated_a_million_times_are_cut_short_and_said() -> None:
    repeated = odf_row("7").replace(
        "<table:table-row", '<table:table-row table:number-rows-repeated="1048576"'
    )

    extract = read(f'<table:table table:name="S">{repeated}</table:table>', kind="spreadsheet")

    assert extract.text.count("7") == 1000
    assert extract.gaps == ("rows that say the same are cut short (1,047,576 left out)",)


WHITE_LETTERS = (
    '<style:style style:name="W" style:family="text"><style:text-properties {fo} '
    'fo:color="#FFFFFF"/></style:style><style:style style:name="C" style:family="table-cell">'
    '<style:table-cell-properties {fo} fo:background-color="#000080"/><style:text-properties {fo} '
    'fo:color="#ffffff"/></style:style><style:style style:name="D" style:family="table-cell">'
    '<style:text-properties {fo} fo:color="#ffffff"/></style:style>'
    '<style:style style:name="S" style:family="table-cell">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
).replace("{fo}", 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')


def colored(content: str, kind: str = "text") -> Extract:
    styles = f"<office:automatic-styles>{WHITE_LETTERS}</office:automatic-styles>"
    return opendocument.read(
        archive(
            {
                "content.xml": f"<office:document-content {ODF_SPACES}>{styles}<office:body>"
                f"<office:{kind}>{content}</office:{kind}></office:body></office:document-content>"
            }
        ),
        ExtractOptions(),
    )


def test_white_letters_on_white_paper_are_not_seen() -> None:
    words = p(f"The mayor {span('W', 'never ')}resigned.")
    extract = colored(words)

    assert extract.text == "The mayor resigned.\n"
    assert extract.gaps == ("hidden text is left out (1 word)",)
    assert "never" in colored(words + p("<draw:frame/>")).text


@pytest.mark.parametrize(
    ("form", "is_seen"),
    [
        ('fo:color="#fefdfe"', False),
        ('fo:color="#123456" fo:background-color="#123457"', False),
        ('fo:font-size="1pt"', False),
        ('style:text-scale="1%"', False),
        ('fo:font-size="1pt" style:text-scale="100%"', False),
        ('fo:font-size="12pt" style:text-scale="1%"', False),
        ('fo:color="#dddddd"', True),
        ('fo:font-size="4pt"', True),
        ('style:text-scale="66%"', True),
    ],
)
def test_letters_that_nobody_can_tell_are_not_read(form: str, *, is_seen: bool) -> None:
    fo = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    style = (
        f'<office:automatic-styles {fo}><style:style style:name="Z" style:family="text">'
        f"<style:text-properties {form}/></style:style></office:automatic-styles>"
    )
    content = document(p(f"It did{span('Z', ' not')} pass."))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        xml = parts.read("content.xml").decode()
    xml = re.sub("<office:automatic-styles>.*</office:automatic-styles>", style, xml)
    extract = opendocument.read(archive({"content.xml": xml}), ExtractOptions())

    assert ("not" in extract.text) == is_seen


def test_a_cell_gives_its_words_their_form() -> None:
    def cell(style: str, words: str) -> str:
        return f'<table:table-cell table:style-name="{style}">{p(words)}</table:table-cell>'

    cells = cell("C", "Year") + cell("D", "white") + cell("S", "12") + cell("", "13")
    sheet = f'<table:table table:name="A"><table:table-row>{cells}</table:table-row></table:table>'

    assert colored(sheet, "spreadsheet").text == "Year\t\t\t13\n\x1d\n[struck] 12\n"


def test_comments_are_told() -> None:
    extract = read(p(f"Plan<office:annotation>{p('why?')}</office:annotation>"))

    assert (extract.text, extract.gaps) == ("Plan\n", ("its comments are not read (1)",))


def test_form_fields_are_told() -> None:
    field = '<draw:control draw:control="c1"/>'

    assert read(p(f"Cost: {field}")).gaps == ("its form fields are not read (1)",)


def test_hidden_columns_are_told() -> None:
    cells = "".join(f"<table:table-cell>{p(at)}</table:table-cell>" for at in "abc")
    row = f"<table:table-row>{cells}"
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    sheet = f'<table:table table:name="A">{columns}{row}</table:table-row></table:table>'
    extract = read(sheet, kind="spreadsheet")

    assert (extract.text, extract.gaps) == ("a\tc\n", ("hidden columns are left out (1)",))


def test_a_cell_that_spans_columns_beside_a_hidden_one_is_seen() -> None:
    cell = '<table:table-cell table:number-columns-spanned="2">' + p("a") + "</table:table-cell>"
    columns = '<table:table-column table:visibility="collapse"/><table:table-column/>'
    row = f"<table:table-row>{cell}<table:covered-table-cell/></table:table-row>"
    sheet = f'<table:table table:name="A">{columns}{row}</table:table>'

    extract = read(sheet, kind="spreadsheet")

    assert (extract.text, extract.gaps) == ("a\n", ())


@pytest.mark.parametrize(
    ("value", "words", "read_as"),
    [
        ("2", "52,236", "2"),
        ("5", "500", "5"),
        ("12", "-12", "12"),
        ("0.125", "1250 %", "0.125"),
        ("2236457.5", "2,236,458", "2,236,458"),
        ("2236457.5", "2.236.457,50 €", "2.236.457,50 €"),
        ("0.125", "12.5%", "12.5%"),
        ("1234567", "1.2 M", "1.2 M"),
        ("1234567", "1,235", "1,235"),
        ("9.96", "10.0", "10.0"),
        ("-12", "12", "12"),
        ("1.5", "1 1/2", "1 1/2"),
        ("2", "two", "two"),
        ("1e999", "7", "1e999"),
    ],
)
def test_a_cell_whose_words_are_another_number_is_read_as_its_number(
    value: str, words: str, read_as: str
) -> None:
    cell = (
        f'<table:table-cell office:value-type="float" office:value="{value}">{p(words)}'
        "</table:table-cell>"
    )
    sheet = f'<table:table table:name="A"><table:table-row>{cell}</table:table-row></table:table>'

    extract = read(sheet, kind="spreadsheet")

    assert read(sheet).text == f"{words}\n"  # a text document shows the words
    assert extract.text == f"{read_as}\n"
    assert bool(extract.gaps) == (read_as != words)
