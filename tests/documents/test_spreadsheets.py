"""What the cells of a spreadsheet show is its text: a line a row, cells by tabs, a page a sheet."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimcheck.documents.number_format import shown
from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.readers import xlsx
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import gathered
from support.documents import archive, relations

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(
    *sheets: str, texts: str = "", styles: str = "", states: tuple[str, ...] = (), more: str = ""
) -> bytes:
    numbers = range(1, len(sheets) + 1)
    entries = "".join(
        f'<sheet name="Sheet {number}" sheetId="{number}" r:id="r{number}" {state}/>'
        for number, state in zip(numbers, states or ("",) * len(sheets), strict=True)
    )
    targets = {f"r{number}": ("worksheet", f"s{number}.xml") for number in numbers}
    targets |= {"texts": ("sharedStrings", "texts.xml"), "styles": ("styles", "styles.xml")}
    return archive(
        {
            "_rels/.rels": relations({"r": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns:r="{R}">{more}<sheets>{entries}</sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": relations(targets),
            "xl/texts.xml": f"<sst>{texts}</sst>",
            "xl/styles.xml": f"<styleSheet>{styles}</styleSheet>",
            **{
                f"xl/s{number}.xml": f"<worksheet>{sheet}</worksheet>"
                for number, sheet in zip(numbers, sheets, strict=True)
            },
        }
    )


def read(*sheets: str, texts: str = "", styles: str = "", states: tuple[str, ...] = ()) -> Extract:
    return xlsx.read(workbook(*sheets, texts=texts, styles=styles, states=states), ExtractOptions())


def rows(*lines: str) -> str:
    return (
        "<sheetData>"
        + "".join(f'<row r="{number}">{line}</row>' for number, line in enumerate(lines, 1))
        + "</sheetData>"
    )


def number(place: str, value: str, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def words(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


FORMATS = (
    '<numFmts><numFmt numFmtId="164" formatCode="#,##0"/></numFmts>'
    "<fonts><font/><font><strike/></font></fonts><cellXfs>"
    '<xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="10" fontId="0"/>'
    '<xf numFmtId="14" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>'
)


def test_a_row_is_a_line_and_an_empty_cell_keeps_its_place() -> None:
    sheet = rows(
        words("B1", "Year") + words("D1", "Sum"),
        number("B2", "2019") + number("D2", "2236457", 1),
        number("D3", "0.125", 2),
        "",
        number("B5", "44197", 3),
    )

    extract = read(sheet, styles=FORMATS)

    assert extract.text == (
        "Year\tSum\n2019\t2,236,457\n\t12.50%\n\n2021-01-01\n\x1d[head 1] Sheet 1\n"
    )
    assert extract.page_labels == ("Sheet 1",)


def test_shared_texts_booleans_errors_and_values_of_formulas_are_shown() -> None:
    sheet = rows(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c>'
        '<c r="D1" t="str"><f>A1</f><v>so</v></c><c r="E1"><f>1+1</f></c>'
    )
    texts = (
        "<si><r><t>10</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>6</t></r>"
        "<r><rPr><strike/></rPr><t>gone</t></r><rPh><t>reading</t></rPh></si>"
    )

    extract = read(sheet, texts=texts)

    assert extract.text == ("10^6\tTRUE\t#N/A\tso\n\x1d[head 1] Sheet 1\n\x1d\n[struck] gone\n")
    assert extract.gaps == ("formulas have no value in the file, and are left out (1)",)


def test_hidden_sheets_rows_and_columns_are_left_out_and_said() -> None:
    sheet = '<cols><col min="2" max="2" hidden="1"/></cols>' + rows(
        number("A1", "1") + number("B1", "99"), number("A2", "98")
    ).replace('<row r="2">', '<row r="2" hidden="1">')

    extract = read(sheet, rows(number("A1", "97")), states=("", 'state="veryHidden"'))

    assert extract.text == "1\n\x1d[head 1] Sheet 1\f\n"
    assert set(extract.gaps) == {
        "hidden rows are left out (1)",
        "hidden columns are left out (1)",
        "hidden sheets are left out (1)",
    }


def test_a_sheet_in_a_state_that_there_is_not_is_shown() -> None:
    assert read(rows(number("A1", "97")), states=('state="show"',)).text.startswith("97\n")


def test_a_file_whose_cells_are_all_hidden_is_refused_with_that() -> None:
    data = workbook(rows(number("A1", "97")), states=('state="hidden"',))

    with pytest.raises(UnreadableError, match="it holds no text") as refused:
        xlsx.read(data, ExtractOptions())

    assert refused.value.help == "hidden sheets are left out (1)"


def test_a_struck_cell_stands_aside() -> None:
    extract = read(rows(number("A1", "12", 4) + number("B1", "15")), styles=FORMATS)

    assert extract.text.startswith("15\n")
    assert "[struck] 12\n" in extract.text


SHOWN = [
    ("1234567", "#,##0", "1,234,567"), ("-1234.5", "#,##0.00;(#,##0.00)", "(1,234.50)"),
    ("-1234.5", "#,##0.00", "-1,234.50"), ("0.125", "0.0%", "12.5%"), ("0.5", "#.##", ".5"),
    ("2.675", "0.00", "2.68"), ("1234.5", '"$"#,##0.00', "$1,234.50"),
    ("1234.5", "[$€-407] #,##0.00", "€ 1,234.50"), ("5000000", '0.0,,"M"', "5.0M"),
    ("12345", "0.00E+00", "1.23E+04"), ("0", '#,##0;-#,##0;"-"', "-"), ("5", ";;;", ""),
    ("123456789", "000-00-0000", "123-45-6789"), ("0.30000000000000004", "General", "0.3"),
    ("123456789012", "General", "123456789012"), ("0.1", "General", "0.1"),
    ("44197", "yyyy-mm-dd", "2021-01-01"), ("44197.5", "d mmm yyyy h:mm AM/PM",
     "1 Jan 2021 12:00 PM"), ("1.5", "[h]:mm:ss", "36:00:00"), ("0.75", "h:mm", "18:00"),
    ("43831", "dddd, mmmm d", "Wednesday, January 1"), ("59", "yyyy-mm-dd", "1900-02-28"),
    ("-5", '[<0]"loss "0;0', "loss 5"), ("-5", '[>=0]0;"loss "0', "loss 5"),
    ("-5", '[<-3]"big "0;0', "-big 5"), ("-5", "[=1]0;[<=0](0);0", "(5)"),
    ("12", '[<10]"low";[>=10]"high"', "high"), ("-7", '0" units"', "-7 units"),
    ("words", "0", "words"), ("-1", "yyyy-mm-dd", "-1"),
    ("1234", '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "1,234.00"),
    ("1e27", "0.00", f"1{'0' * 27}.00"), ("-1e300", "#,##0", f"-1{',000' * 100}"),
    ("1e30", "#,##0.0_)", f"1{',000' * 10}.0"), ("1e30", "0.0%", f"1{'0' * 32}.0%"),
    ("2958465", "yyyy-mm-dd", "9999-12-31"), ("2958465.9999999", "yyyy-mm-dd", "2958466"),
    ("2958466", "yyyy-mm-dd", "2958466"), ("1e300", "yyyy-mm-dd", "1.00000E+300"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "code", "text"), SHOWN)
def test_a_number_is_shown_as_its_format_says(value: str, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_a_sheet_whose_words_are_all_struck_out_is_read() -> None:
    extract = read(
        rows('<c r="A1" t="s" s="4"><v>0</v></c>'), texts="<si><t>Gone</t></si>", styles=FORMATS
    )

    assert "[struck] Gone\n" in extract.text


def test_paths_of_windows_are_paths_of_a_file() -> None:
    data = workbook(rows(words("A1", "x")))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {
            name.replace("/", "\\"): package.read(name).decode() for name in package.namelist()
        }

    assert xlsx.read(archive(parts), ExtractOptions()).text.startswith("x\n")


def test_days_are_counted_from_the_year_that_the_file_says() -> None:
    assert shown("1", "yyyy-mm-dd", from_1904=True) == "1904-01-02"
    assert shown("2957003", "yyyy-mm-dd", from_1904=True) == "9999-12-31"
    assert shown("2957004", "yyyy-mm-dd", from_1904=True) == "2957004"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (workbook("<sheetData>"), "its XML is damaged"),
        (archive({"a": "b"}), "no Excel file"),
        (workbook(rows("")), "it holds no text"),
    ],
)
def test_a_hostile_file_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        xlsx.read(data, ExtractOptions())


def test_a_file_that_unpacks_to_very_much_is_refused() -> None:
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        xlsx.read(workbook(rows(words("A1", " " * (65 << 20)))), ExtractOptions())


def test_cells_of_ten_megabytes_and_at_the_far_end_are_read() -> None:
    long = "x" * (10 << 20)
    sheet = rows(words("A1", long) + words("XFD1", "end"))

    extract = read(sheet)

    assert extract.text.startswith(f"{long}\tend\n"), "columns that are empty cost nothing"


def test_white_letters_on_a_white_cell_are_not_seen() -> None:
    styles = (
        "<fonts><font/><font><color rgb='FFFFFFFF'/></font><font><color theme='0'/></font></fonts>"
        "<fills><fill><patternFill patternType='none'/></fill><fill><patternFill "
        "patternType='solid'><fgColor rgb='FF000080'/></patternFill></fill></fills><cellXfs>"
        "<xf/><xf fontId='1' fillId='0'/><xf fontId='1' fillId='1'/><xf fontId='2' fillId='0'/>"
        "</cellXfs>"
    )
    line = number("A1", "1") + number("B1", "2", 1) + number("C1", "3", 2) + number("D1", "4", 3)
    extract = read(rows(line), styles=styles)

    assert extract.text.partition("\n")[0] == "1\t3"
    assert extract.gaps == ("cells with white letters are left out (2)",)
    assert read(rows(line) + "<conditionalFormatting/>", styles=styles).gaps == ()


def test_a_cell_of_a_hidden_column_is_seen_where_it_is_merged_with_one_beside_it() -> None:
    sheet = (
        '<cols><col min="1" max="2" hidden="1"/></cols>'
        + rows(number("A1", "1"), number("A2", "2"), number("A3", "3"))
        + '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:B2"/></mergeCells>'
    )

    extract = read(sheet)

    assert extract.text.partition("\x1d")[0] == "1\n"
    assert extract.gaps == ("hidden columns are left out (1)",)


def test_a_row_or_a_column_of_no_size_is_hidden() -> None:
    sheet = (
        "<cols><col min='2' max='2' width='0' customWidth='1'/></cols><sheetData>"
        f"<row r='1'>{number('A1', '1')}{number('B1', '2')}</row>"
        f"<row r='2' ht='0' customHeight='1'>{number('A2', '3')}</row></sheetData>"
    )
    extract = read(sheet)

    assert extract.text.partition("\n")[0] == "1"
    assert extract.gaps == ("hidden rows are left out (1)", "hidden columns are left out (1)")


@pytest.mark.parametrize(
    ("setting", "asides"),
    [
        (
            "<oddHeader>&amp;L&amp;&quot;A&quot;&amp;K01+000In millions&amp;C&amp;A</oddHeader>",
            "[head 1] In millions Sheet 1",
        ),
        ("<oddFooter>&amp;CPage &amp;P of &amp;N, R&amp;&amp;D</oddFooter>",
         "[foot 1] Page … of …, R&D"),
        ("<firstHeader>Cover</firstHeader><evenFooter>Left</evenFooter>", ""),
        ("<oddFooter>&amp;C&amp;P</oddFooter>", ""),
    ],
)  # fmt: skip
def test_what_a_sheet_prints_above_and_below_its_pages_stands_aside(
    setting: str, asides: str
) -> None:
    sheet = rows(number("A1", "5")) + f"<headerFooter>{setting}</headerFooter>"

    stood = gathered(read(sheet).text).partition("\x1d\n")[2].splitlines()

    assert stood == ["[head 1] Sheet 1", *([asides] if asides else [])]


def test_a_head_of_the_first_page_is_printed_where_the_sheet_has_one() -> None:
    setting = "<headerFooter differentFirst='1'><firstHeader>Cover</firstHeader></headerFooter>"

    text = gathered(read(rows(number("A1", "5")) + setting).text)

    assert text.endswith("[head 1] Sheet 1\n[head 1] Cover\n")


def test_a_row_of_a_tenth_of_a_point_is_hidden_and_a_low_one_is_not() -> None:
    sheet = (
        f"<sheetData><row r='1' ht='0.1'>{number('A1', '1')}</row>"
        f"<row r='2' ht='5.25'>{number('A2', '3')}</row></sheetData>"
    )

    assert read(sheet).text.partition("\n")[0] == "3"
    assert read(sheet).gaps == ("hidden rows are left out (1)",)


def test_words_whose_format_shows_nothing_are_not_read() -> None:
    styles = (
        "<numFmts><numFmt numFmtId='164' formatCode=';;;'/></numFmts>"
        "<cellXfs><xf/><xf numFmtId='164'/></cellXfs>"
    )
    cells = "<c r='A1' s='{0}' t='inlineStr'><is><t>Elm</t></is></c>"

    assert read(rows(cells.format(0)), styles=styles).text.startswith("Elm")
    with pytest.raises(UnreadableError):
        read(rows(cells.format(1)), styles=styles)


def test_what_lies_under_merged_cells_is_not_seen() -> None:
    lines = rows(
        words("A1", "Town") + words("B1", "not this") + words("C1", "n"),
        words("A2", "nor this") + words("C2", "14"),
    )
    merged = "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='x'/></mergeCells>"

    extract = read(lines + merged)

    assert extract.text.splitlines()[:2] == ["Town\tn", "\t14"]
    assert extract.gaps == ("cells under merged ones are left out (2)",)
