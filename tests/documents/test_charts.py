"""What is written in charts and diagrams of office files is text; what they only draw is told."""

from __future__ import annotations

import pytest

from claimcheck.documents.chart_text import ChartText, chart_in, chart_text
from claimcheck.documents.package import Package, parse
from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.readers import docx, opendocument, pptx, xlsx
from support.documents import ODF_SPACES, archive, odf_row, relations

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
UNPRINTED = (
    "numbers that its charts draw and do not print, and the scales beside them, are not read (1)"
)


def cache(kind: str, *values: str, code: str = "") -> str:
    """What a chart keeps of cells."""
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values)
    )
    form = f"<c:formatCode>{code}</c:formatCode>" if code else ""
    return f"<c:{kind}Ref><c:{kind}Cache>{form}{points}</c:{kind}Cache></c:{kind}Ref>"


def series(name: str, categories: tuple[str, ...], values: tuple[str, ...], more: str = "") -> str:
    return (
        f"<c:ser><c:tx>{cache('str', name)}</c:tx>{more}<c:cat>{cache('str', *categories)}</c:cat>"
        f"<c:val>{cache('num', *values, code='0.0')}</c:val></c:ser>"
    )


def title(words: str) -> str:
    return (
        f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{words}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    )


def chart(groups: str, axes: str = "<c:catAx/>", legend: str = "", words: str = "") -> str:
    return (
        f"<c:chartSpace {SPACES}><c:chart>{title(words) if words else ''}<c:plotArea>{groups}{axes}"
        f"</c:plotArea>{legend}</c:chart></c:chartSpace>"
    )


def of(*arguments: str, **more: str) -> ChartText:
    return chart_text(parse(chart(*arguments, **more).encode()))


VALUES = '<c:dLbls><c:showVal val="1"/></c:dLbls>'
BOATS = series("Boats", ("2019", "2020"), ("16.4", "9.96"), VALUES)
SILENT_BOATS = series("Boats", ("2019", "2020"), ("16.4", "9.96"))


def test_titles_axes_names_and_labels_are_written_in_it() -> None:
    axes = f"<c:catAx/><c:valAx>{title('thousands')}</c:valAx>"
    text = of(f"<c:barChart>{BOATS}</c:barChart>", axes, "<c:legend/>", words="Boats a day")

    assert text == ChartText(
        ["Boats a day", "thousands", "Boats", "2019\t16.4", "2020\t10.0"], has_silent_numbers=True
    )


def test_a_number_without_a_label_is_drawn_alone() -> None:
    text = of(f"<c:lineChart>{SILENT_BOATS}</c:lineChart>")

    assert text == ChartText(["2019", "2020"], has_silent_numbers=True)


def test_labels_of_a_pie_are_shares() -> None:
    labels = '<c:dLbls><c:showPercent val="1"/></c:dLbls>'
    votes = series("Votes", ("Yes", "No"), ("9", "4"), labels)

    assert of(f"<c:pieChart>{votes}</c:pieChart>", "", "<c:legend/>").lines == [
        "Yes\t69%",
        "No\t31%",
    ]


def test_a_label_that_somebody_wrote_goes_before_its_number() -> None:
    label = (
        '<c:dLbls><c:dLbl><c:idx val="1"/><c:tx><c:rich><a:p><a:r><a:t>a strike</a:t></a:r></a:p>'
        '</c:rich></c:tx></c:dLbl><c:dLbl><c:idx val="0"/><c:delete val="1"/></c:dLbl>'
        '<c:showVal val="1"/></c:dLbls>'
    )
    boats = series("Boats", ("2019", "2020"), ("16.4", "2"), label)

    assert of(f"<c:barChart>{boats}</c:barChart>").lines == ["2019", "2020\ta strike"]


def field_label(*kinds: str) -> str:
    """A label of the second number, with fields as a program of today writes them."""
    fields = "".join(f'<a:fld type="{kind}"><a:t>[{kind}]</a:t></a:fld>' for kind in kinds)
    return (
        f'<c:dLbls><c:dLbl><c:idx val="1"/><c:tx><c:rich><a:p>{fields}</a:p></c:rich></c:tx>'
        "</c:dLbl></c:dLbls>"
    )


CELLS = (
    "<c:extLst><c:ext><c:datalabelsRange><c:dlblRangeCache>"
    '<c:pt idx="0"><c:v>calm</c:v></c:pt><c:pt idx="1"><c:v>a strike</c:v></c:pt>'
    "</c:dlblRangeCache></c:datalabelsRange></c:ext></c:extLst>"
)


@pytest.mark.parametrize(
    ("kinds", "label"),
    [
        (["CELLRANGE"], "a strike"),
        (["VALUE"], "4.0"),
        (["SERIESNAME", "CATEGORYNAME"], "Boats2020"),
        (["PERCENTAGE"], "20%"),
        (["DATETIME"], "[DATETIME]"),
    ],
)
def test_fields_of_a_label_are_what_they_mean(kinds: list[str], label: str) -> None:
    boats = series("Boats", ("2019", "2020"), ("16", "4"), CELLS + field_label(*kinds))

    assert of(f"<c:barChart>{boats}</c:barChart>").lines == ["2019", f"2020\t{label}"]


def test_labels_from_other_cells_stand_beside_their_numbers() -> None:
    labels = (
        '<c:dLbls><c:showVal val="1"/><c:extLst><c:ext><c:showDataLabelsRange val="1"/></c:ext>'
        "</c:extLst></c:dLbls>"
    )
    boats = series("Boats", ("2019", "2020"), ("16", "4"), CELLS + labels)

    assert of(f"<c:barChart>{boats}</c:barChart>").lines == [
        "2019\tcalm; 16.0",
        "2020\ta strike; 4.0",
    ]


def test_what_is_not_shown_of_a_chart_is_no_text() -> None:
    axes = f'<c:catAx><c:delete val="1"/>{title("years")}</c:catAx>'

    assert of(f"<c:barChart>{SILENT_BOATS}</c:barChart>", axes).lines == []


@pytest.mark.parametrize("of_axis", ['<c:delete val="1"/>', '<c:tickLblPos val="none"/>'])
def test_a_scale_beside_numbers_that_are_printed_is_told(of_axis: str) -> None:
    boats = f"<c:barChart>{BOATS}</c:barChart>"

    assert of(boats, "<c:catAx/><c:valAx/>").has_silent_numbers
    assert not of(boats, f"<c:catAx/><c:valAx>{of_axis}</c:valAx>").has_silent_numbers


@pytest.mark.parametrize("unit", ['<c:builtInUnit val="millions"/>', '<c:custUnit val="1000000"/>'])
def test_labels_count_in_the_unit_of_their_axis(unit: str) -> None:
    ids = '<c:axId val="1"/><c:axId val="2"/>'
    boats = series("Boats", ("2019", "2020"), ("16400000", "n/a"), VALUES)
    axis = f'<c:valAx><c:axId val="2"/><c:dispUnits>{unit}</c:dispUnits></c:valAx>'

    assert of(f"<c:barChart>{boats}{ids}</c:barChart>", f"<c:catAx/>{axis}").lines == [
        "2019\t16.4",
        "2020\tn/a",
    ]


def test_numbers_in_a_table_below_a_chart_are_printed() -> None:
    text = of(f"<c:barChart>{SILENT_BOATS}</c:barChart><c:dTable/>", "")

    assert text == ChartText(["Boats", "2019\t16.4", "2020\t10.0"])


def test_years_stand_over_their_quarters() -> None:
    def level(*names: str) -> str:
        points = (
            f'<c:pt idx="{at}"><c:v>{name}</c:v></c:pt>' for at, name in enumerate(names) if name
        )
        return f"<c:lvl>{''.join(points)}</c:lvl>"

    levels = level("Q4", "Q1", "Q2") + level("2019", "2020")
    names = (
        f"<c:multiLvlStrRef><c:multiLvlStrCache>{levels}</c:multiLvlStrCache></c:multiLvlStrRef>"
    )
    boats = series("Boats", (), ("1", "2", "3"), VALUES)
    start = boats.index("<c:cat>")
    made = f"{boats[:start]}<c:cat>{names}</c:cat>{boats[boats.index('<c:val>') :]}"

    assert of(f"<c:barChart>{made}</c:barChart>").lines == [
        "2019", "Q4\t1.0", "2020", "Q1\t2.0", "Q2\t3.0",
    ]  # fmt: skip


FRAME = '<a:graphic><a:graphicData><c:chart r:id="r1"/></a:graphicData></a:graphic>'


def slide(content: str, parts: dict[str, tuple[str, str, str]]) -> Extract:
    """A slide; `parts` are what it refers to: kind, name and content, by their ids."""
    main = f'<p:presentation {SPACES}><p:sldIdLst><p:sldId r:id="s"/></p:sldIdLst></p:presentation>'
    return pptx.read(
        archive(
            {
                "_rels/.rels": relations({"r": ("officeDocument", "ppt/presentation.xml")}),
                "ppt/presentation.xml": main,
                "ppt/_rels/presentation.xml.rels": relations({"s": ("slide", "slide.xml")}),
                "ppt/slide.xml": f"<p:sld {SPACES}><p:cSld><p:spTree>{content}</p:spTree>"
                "</p:cSld></p:sld>",
                "ppt/_rels/slide.xml.rels": relations(
                    {name: (kind, part) for name, (kind, part, _content) in parts.items()}
                ),
                **{f"ppt/{part}": content for _kind, part, content in parts.values()},
            }
        ),
        ExtractOptions(),
    )


def test_a_chart_on_a_slide_stands_in_its_place() -> None:
    made = chart(f"<c:barChart>{SILENT_BOATS}</c:barChart>", words="Boats a day")
    extract = slide(
        f"<p:graphicFrame>{FRAME}</p:graphicFrame>", {"r1": ("chart", "chart.xml", made)}
    )

    assert extract.text == "Boats a day\n2019\n2020\n"
    assert extract.gaps == (UNPRINTED,)


def test_words_that_are_drawn_over_a_chart_stand_behind_it() -> None:
    drawing = f"<x {SPACES}><sp><txBody><a:p><a:r><a:t>A strike</a:t></a:r></a:p></txBody></sp></x>"
    data = archive(
        {
            "c.xml": chart(f"<c:barChart>{BOATS}</c:barChart>"),
            "_rels/c.xml.rels": relations({"u": ("chartUserShapes", "u.xml")}),
            "u.xml": drawing,
        }
    )

    text = chart_in(Package(data, "PowerPoint file"), "c.xml")

    assert text == ChartText(["2019\t16.4", "2020\t10.0", "A strike"])


def test_a_chart_of_a_newer_kind_is_told() -> None:
    made = '<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"/>'
    words = "<p:sp><p:txBody><a:p><a:r><a:t>Boats</a:t></a:r></a:p></p:txBody></p:sp>"
    frame = f"<p:graphicFrame>{FRAME}</p:graphicFrame>"

    extract = slide(words + frame, {"r1": ("chartEx", "chart.xml", made)})

    assert (extract.text, extract.gaps) == ("Boats\n", ("its charts are not read (1)",))


def test_each_diagram_on_a_slide_has_its_own_words() -> None:
    def drawing(words: str) -> str:
        return f"<x {SPACES}><txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></txBody></x>"

    def frame(name: str) -> str:
        data = f'<a:graphicData><dgm:relIds r:dm="{name}"/></a:graphicData>'
        return f"<p:graphicFrame><a:graphic>{data}</a:graphic></p:graphicFrame>"

    extract = slide(
        frame("d1") + frame("d2"),
        {
            "d1": ("diagramData", "d1.xml", '<x><dataModelExt relId="w1"/></x>'),
            "d2": ("diagramData", "d2.xml", '<x><dataModelExt relId="w2"/></x>'),
            "w1": ("diagramDrawing", "w1.xml", drawing("First step")),
            "w2": ("diagramDrawing", "w2.xml", drawing("Second step")),
        },
    )

    assert extract.text == "First step\n\nSecond step\n"


def test_a_diagram_that_was_not_drawn_has_the_words_that_will_be() -> None:
    def point(name: str, words: str, more: str = "") -> str:
        text = f"<dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t>"
        return f'<dgm:pt modelId="{name}"{more}>{text}</dgm:pt>'

    points = (
        '<dgm:pt modelId="d" type="doc"/>' + point("b", "Second step") + point("a", "First step")
        + point("c", "Its part") + point("t", "an arrow", ' type="sibTrans"')
        + '<dgm:pt modelId="e"><dgm:prSet phldr="1"/><dgm:t><a:p><a:r><a:t>[Text]</a:t></a:r>'
        "</a:p></dgm:t></dgm:pt>"
    )  # fmt: skip
    links = "".join(
        f'<dgm:cxn srcId="{of}" destId="{to}" srcOrd="{order}"/>'
        for of, to, order in (("d", "b", 1), ("d", "a", 0), ("a", "c", 0), ("d", "e", 2))
    )
    extract = slide(
        '<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds r:dm="d1"/></a:graphicData>'
        "</a:graphic></p:graphicFrame>",
        {
            "d1": ("diagramData", "d1.xml", f"<x {SPACES}>{points}{links}</x>"),
            "w1": ("diagramDrawing", "w1.xml", f"<x {SPACES}/>"),
        },
    )

    assert extract.text == "First step\n\nIts part\n\nSecond step\n"
    assert extract.gaps == ()


def test_a_chart_in_a_letter_stands_after_its_paragraph() -> None:
    made = chart(f"<c:barChart>{BOATS}</c:barChart>", words="Boats a day")
    drawing = f"<w:drawing>{FRAME}</w:drawing>"
    body = f"<w:p><w:r><w:t>See </w:t>{drawing}<w:t>below.</w:t></w:r></w:p>"
    extract = docx.read(
        archive(
            {
                "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
                "word/_rels/document.xml.rels": relations({"r1": ("chart", "charts/c.xml")}),
                "word/charts/c.xml": made,
            }
        ),
        ExtractOptions(),
    )

    assert extract.text == "See below.\n\nBoats a day\n2019\t16.4\n2020\t10.0\n"
    assert extract.gaps == ()


def test_charts_on_a_sheet_stand_aside_and_a_sheet_of_their_own_is_a_page() -> None:
    made = chart(f"<c:barChart>{SILENT_BOATS}</c:barChart>", words="Boats a day")
    extract = xlsx.read(
        archive(
            {
                "xl/workbook.xml": f'<workbook {SPACES}><sheets><sheet name="A" r:id="s"/>'
                '<sheet name="B" r:id="t"/></sheets></workbook>',
                "xl/_rels/workbook.xml.rels": relations(
                    {"s": ("worksheet", "s.xml"), "t": ("chartsheet", "t.xml")}
                ),
                "xl/s.xml": '<worksheet><sheetData><row r="1"><c r="A1"><v>12</v></c></row>'
                "</sheetData></worksheet>",
                "xl/t.xml": "<chartsheet/>",
                "xl/_rels/s.xml.rels": relations({"d": ("drawing", "d.xml")}),
                "xl/_rels/t.xml.rels": relations({"d": ("drawing", "d.xml")}),
                "xl/d.xml": "<wsDr/>",
                "xl/_rels/d.xml.rels": relations({"c": ("chart", "c.xml")}),
                "xl/c.xml": made,
            }
        ),
        ExtractOptions(),
    )

    assert "\fBoats a day\n2019\n2020\n" in extract.text
    assert "[box 1] Boats a day\n" in extract.text
    assert extract.gaps == (UNPRINTED.replace("(1)", "(2)"),)


OBJECT = "<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame>"
LETTER = f"<office:text><text:p>See:{OBJECT}</text:p></office:text>"


def labelled(name: str, key: str, value: str) -> str:
    return (
        f'<style:style style:name="{name}"><style:chart-properties chart:{key}="{value}"/>'
        "</style:style>"
    )


STYLES = (
    labelled("shown", "data-label-number", "value")
    + labelled("silent", "data-label-number", "none")
    + labelled("scale", "display-label", "true")
)


def open_file(area: str, rows: str, body: str = LETTER) -> Extract:
    """An OpenDocument file with a chart of this area and table."""
    made = (
        "<chart:chart><chart:title><text:p>Boats a day</text:p></chart:title><chart:legend/>"
        f"<chart:plot-area>{area}</chart:plot-area><table:table>{rows}</table:table></chart:chart>"
    )
    return opendocument.read(
        archive(
            {
                "content.xml": f"<office:document-content {ODF_SPACES}><office:body>{body}"
                "</office:body></office:document-content>",
                "Object 1/content.xml": f"<office:document-content {ODF_SPACES}>"
                f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body>"
                f"<office:chart>{made}</office:chart></office:body></office:document-content>",
            }
        ),
        ExtractOptions(),
    )


def open_series(style: str, column: str = "", points: str = "") -> str:
    address = f' chart:values-cell-range-address="local-table.${column}$2:.${column}$9"'
    return (
        f'<chart:series chart:style-name="{style}"{address if column else ""}>{points}'
        "</chart:series>"
    )


ONE = odf_row("", "Boats") + odf_row("2019", "16.4")


def test_a_chart_in_opendocument_is_read_as_its_table_and_labels_say() -> None:
    assert open_file(open_series("shown"), ONE).text == "See:\n\nBoats a day\nBoats\n2019\t16.4\n"
    assert open_file(open_series("shown"), ONE).gaps == ()
    silent = open_file(open_series("silent"), ONE)
    assert (silent.text, silent.gaps) == ("See:\n\nBoats a day\nBoats\n2019\n", (UNPRINTED,))


def test_numbers_without_a_label_are_left_out_beside_those_that_have_one() -> None:
    rows = (
        odf_row("", "Boats", "Ships")
        + odf_row("2019", "16.4", "7.5")
        + odf_row("2020", "9.9", "8.5")
    )
    points = (
        '<chart:data-point chart:style-name="silent"/><chart:data-point chart:style-name="shown"/>'
    )

    ships = open_file(open_series("shown", "C") + open_series("silent", "B"), rows)
    boats = open_file(open_series("silent", "B", points) + open_series("silent", "C"), rows)

    assert ships.text.endswith("Boats\tShips\n2019\t\t7.5\n2020\t\t8.5\n")
    assert boats.text.endswith("Boats\tShips\n2019\n2020\t9.9\n")
    assert ships.gaps == boats.gaps == (UNPRINTED,)


def test_a_scale_of_a_chart_in_opendocument_is_told() -> None:
    axis = '<chart:axis chart:dimension="y" chart:style-name="scale"/>'

    assert open_file(axis + open_series("shown"), ONE).gaps == (UNPRINTED,)


def test_boxes_and_charts_that_lie_on_a_sheet_stand_aside() -> None:
    box = "<draw:frame><draw:text-box><text:p>A note</text:p></draw:text-box></draw:frame>"
    sheet = (
        f"<office:spreadsheet><table:table><table:shapes>{box}{OBJECT}</table:shapes>"
        f"{odf_row('12')}</table:table></office:spreadsheet>"
    )

    text = open_file(open_series("shown"), ONE, sheet).text

    assert text.startswith("12\n")
    for line in ("A note", "Boats a day", "2019 16.4"):
        assert f"\n[box 1] {line}\n" in text


def test_odd_numbers_of_a_chart_do_no_harm() -> None:
    labels = '<c:dLbls><c:showPercent val="1"/></c:dLbls>'
    odd = series("Votes", ("a", "b", "c"), ("1e999999999", "NaN", "9"), labels)
    point = f'<c:pt idx="{"9" * 5000}"><c:v>1</c:v></c:pt>'
    far = f"<c:ser><c:val><c:numLit>{point}</c:numLit></c:val></c:ser>"

    assert "c\t100%" in of(f"<c:pieChart>{odd}{far}</c:pieChart>", "", "<c:legend/>").lines
