"""What is seen on slides (PPTX) is their text, a page a slide."""

from __future__ import annotations

import pytest

from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.readers import pptx
from claimcheck.model.errors import UnreadableError
from support.documents import archive, relations

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)


def run(text: str, properties: str = "") -> str:
    return f"<a:r><a:rPr {properties}/><a:t>{text}</a:t></a:r>"


def paragraph(content: str, properties: str = "") -> str:
    return f"<a:p>{properties}{content}</a:p>"


def shape(*paragraphs: str, place: str = "", hidden: bool = False, at: str = "") -> str:
    ph = f'<p:ph type="{place}"/>' if place else ""
    hides = ' hidden="1"' if hidden else ""
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr id='1'{hides}/><p:nvPr>{ph}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{at}</p:spPr><p:txBody>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def at(x: int, y: int) -> str:
    """A place on slides of 9,000 by 6,000, of what is 1,000 by 500."""
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="1000" cy="500"/></a:xfrm>'


def frame(content: str) -> str:
    data = f"<a:graphicData>{content}</a:graphicData>"
    return f"<p:graphicFrame><a:graphic>{data}</a:graphic></p:graphicFrame>"


def slides(*shapes: str, parts: dict[str, str] | None = None, shown: str = "") -> bytes:
    """A file with a slide for each; `parts` are related to the first one, by their kinds."""
    numbers = range(1, len(shapes) + 1)
    ids = "".join(f'<p:sldId id="{256 + number}" r:id="r{number}"/>' for number in numbers)
    held: dict[str, str | bytes] = {
        "_rels/.rels": relations({"r": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst>{ids}</p:sldIdLst>"
        '<p:sldSz cx="9000" cy="6000"/>'
        "</p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            {f"r{number}": ("slide", f"slides/slide{number}.xml") for number in numbers}
        ),
        "ppt/slides/_rels/slide1.xml.rels": relations(
            {kind: (kind, f"../{kind}.xml") for kind in parts or {}}
        ),
    }
    for number, content in zip(numbers, shapes, strict=True):
        held[f"ppt/slides/slide{number}.xml"] = (
            f"<p:sld {SPACES} {shown if number == 1 else ''}><p:cSld><p:spTree>{content}"
            "</p:spTree></p:cSld></p:sld>"
        )
    for kind, content in (parts or {}).items():
        held[f"ppt/{kind}.xml"] = f"<p:x {SPACES}>{content}</p:x>"
    return archive(held)


def read(*shapes: str, parts: dict[str, str] | None = None, shown: str = "") -> Extract:
    return pptx.read(slides(*shapes, parts=parts, shown=shown), ExtractOptions())


NUMBERED = '<a:pPr><a:buAutoNum type="arabicPeriod" startAt="2"/></a:pPr>'
TABLE = (
    "<a:tbl><a:tr><a:tc><a:txBody>" + paragraph(run("2019")) + "</a:txBody></a:tc><a:tc><a:txBody>"
    + paragraph(run("2,236,457")) + "</a:txBody></a:tc></a:tr></a:tbl>"
)  # fmt: skip
SEEN = {
    "title first": (
        shape(paragraph(run("Body."))) + shape(paragraph(run("Head")), place="title"),
        "Head\n\nBody.",
    ),
    "raised": (
        shape(paragraph(run("10") + run("6", 'baseline="30000"') + run(" boats"))),
        "10^6 boats",
    ),
    "breaks": (shape(paragraph(run("One") + "<a:br/>" + run("two"))), "One\ntwo"),
    "hidden shapes": (
        shape(paragraph(run("Seen"))) + shape(paragraph(run("Not")), hidden=True),
        "Seen",
    ),
    "groups": (f"<p:grpSp>{shape(paragraph(run('Inner')))}</p:grpSp>", "Inner"),
    "tables": (frame(TABLE), "2019\t2,236,457"),
    "numbers": (
        shape(
            *(
                paragraph(run(text), NUMBERED)
                for text in ("Two", "Three")
            )
        ),
        "\x1f2. Two\n\n\x1f3. Three",
    ),
    "alternatives": (
        "<mc:AlternateContent xmlns:mc='m'><mc:Choice>" + shape(paragraph(run("New")))
        + "</mc:Choice><mc:Fallback>" + shape(paragraph(run("Old")))
        + "</mc:Fallback></mc:AlternateContent>",
        "New",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SEEN)
def test_what_is_seen_of_a_slide_is_read(case: str) -> None:
    content, text = SEEN[case]

    assert read(content).text == f"{text}\n"


def test_slides_are_pages_in_the_order_of_the_talk_and_a_hidden_one_keeps_its_number() -> None:
    extract = read(shape(paragraph(run("One"))), shape(paragraph(run("Two"))), shown='show="0"')

    assert extract.text == "\n\fTwo\n"
    assert extract.gaps == ("hidden slides are left out (1)",)


@pytest.mark.parametrize(("x", "y"), [(9000, 0), (-1000, 0), (0, 6000), (0, -500)])
def test_what_lies_beside_a_slide_is_left_out_and_said(x: int, y: int) -> None:
    edge = shape(paragraph(run("Seen")), at=at(x - 1 if x > 0 else x + 1, y // 2))
    group = f"<p:grpSp><p:grpSpPr>{at(x, y)}</p:grpSpPr>{shape(paragraph(run('Too')))}</p:grpSp>"
    beside = shape(paragraph(run("Not for the board")), at=at(x, y))

    extract = read(edge + beside + group)

    assert extract.text == "Seen\n"
    assert extract.gaps == ("what lies beside its slides is left out (2 shapes)",)


def test_a_shape_in_a_group_is_at_a_place_of_the_groups_measure() -> None:
    inner = shape(paragraph(run("Seen")), at=at(99_000, 0))

    assert read(f"<p:grpSp><p:grpSpPr>{at(0, 0)}</p:grpSpPr>{inner}</p:grpSp>").text == "Seen\n"


def test_feet_struck_words_and_notes_stand_aside() -> None:
    foot = shape(paragraph(run("Board of the harbour")), place="ftr")
    struck = shape(paragraph(run("12", 'strike="sngStrike"') + run("15 dollars")))
    notes = "<p:cSld><p:spTree>" + shape(paragraph(run("Say it slowly")), place="body")

    extract = read(struck + foot, parts={"notesSlide": notes + "</p:spTree></p:cSld>"})

    assert extract.text == (
        "15 dollars\n\x1d[foot 1] Board of the harbour\n\x1d\n[struck 1] 12\n"
        "[note slide 1] Say it slowly\n"
    )


def test_what_is_drawn_on_every_slide_stands_aside_once() -> None:
    layout = "<p:cSld><p:spTree>" + shape(paragraph(run("Confidential")))
    layout += shape(paragraph(run("Click to add")), place="body") + "</p:spTree></p:cSld>"

    extract = read(shape(paragraph(run("Seen"))), parts={"slideLayout": layout})

    assert extract.text == "Seen\n\x1d\n[box] Confidential\n"


def test_what_is_not_read_is_said() -> None:
    shapes = shape(paragraph(run("Seen"))) + frame("<c:chart/>") + frame("<dgm:relIds/>")

    assert read(shapes).gaps == ("its charts are not read (1)", "its diagrams are not read (1)")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (archive({"ppt/presentation.xml": "<x>"}), "its XML is damaged"),
        (archive({"a": "b"}), "no PowerPoint file"),
        (slides(shape()), "it holds no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "an older kind"),
    ],
)
def test_a_hostile_file_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        pptx.read(data, ExtractOptions())


def test_a_file_that_unpacks_to_very_much_is_refused() -> None:
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        pptx.read(slides(shape(paragraph(run("x" + " " * (65 << 20))))), ExtractOptions())


def test_groups_in_groups_hide_nothing_and_break_nothing() -> None:
    deep = "<p:grpSp>" * 150 + shape(paragraph(run("Inner"))) + "</p:grpSp>" * 150

    assert read(deep).text == "Inner\n"


# Words that nobody sees on a slide: in the colour of its ground, or under a box.

MASTER = (
    '<p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg></p:cSld>'
    '<p:clrMap bg1="lt1" tx1="dk1"/>'
)
THEME = (
    "<a:themeElements><a:clrScheme><a:lt1><a:sysClr lastClr='FFFFFF'/></a:lt1><a:dk1>"
    "<a:srgbClr val='000000'/></a:dk1></a:clrScheme></a:themeElements>"
)
PICTURE = "<p:pic><p:spPr>{}</p:spPr></p:pic>"


def on_white(content: str, *, layout: str = "", after: str = "") -> Extract:
    """Read a slide whose master has a white ground."""
    held = {
        "_rels/.rels": relations({"r": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst><p:sldId r:id='s'/>"
        "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations({"s": ("slide", "slide.xml")}),
        "ppt/slide.xml": f"<p:sld {SPACES}><p:cSld><p:spTree>{content}</p:spTree></p:cSld>{after}"
        "</p:sld>",
        "ppt/_rels/slide.xml.rels": relations({"l": ("slideLayout", "layout.xml")}),
        "ppt/layout.xml": f"<p:x {SPACES}><p:cSld><p:spTree>{layout}</p:spTree></p:cSld></p:x>",
        "ppt/_rels/layout.xml.rels": relations({"m": ("slideMaster", "master.xml")}),
        "ppt/master.xml": f"<p:x {SPACES}>{MASTER}</p:x>",
        "ppt/_rels/master.xml.rels": relations({"t": ("theme", "theme.xml")}),
        "ppt/theme.xml": f"<a:theme {SPACES}>{THEME}</a:theme>",
    }
    return pptx.read(archive(held), ExtractOptions())


def fill(colour: str) -> str:
    kind = "srgbClr" if colour[0].isupper() or colour[0].isdigit() else "schemeClr"
    return f'<a:solidFill><a:{kind} val="{colour}"/></a:solidFill>'


def words(text: str, colour: str = "", more: str = "") -> str:
    painted = f"{fill(colour) if colour else ''}{more}"
    return paragraph(f"<a:r><a:rPr>{painted}</a:rPr><a:t>{text}</a:t></a:r>")


ALSO = shape(words("Seen"))
RECTANGLE, OVAL = "<a:prstGeom prst='rect'/>", "<a:prstGeom prst='ellipse'/>"
BLACK_BOX = shape(at=at(5, 5) + RECTANGLE + fill("000000"))
MARKED = "<a:highlight><a:srgbClr val='000000'/></a:highlight>"
GROUNDS = {
    "white on white": (shape(words("no", "FFFFFF")), False),
    "the ground's colour by its name": (shape(words("no", "bg1")), False),
    "black on white": (shape(words("yes", "tx1")), True),
    "marked in black": (shape(words("yes", "FFFFFF", MARKED)), True),
    "in a dark box": (shape(words("yes", "FFFFFF"), at=fill("000080")), True),
    "in a box of its colour": (shape(words("no", "000080"), at=fill("000080")), False),
    "over a picture": (PICTURE.format(at(0, 0)) + shape(words("yes", "bg1"), at=at(9, 9)), True),
    "beside a picture": (
        PICTURE.format(at(0, 0)) + shape(words("no", "bg1"), at=at(0, 900)), False,
    ),
    "a picture somewhere": (PICTURE.format("") + shape(words("yes", "bg1"), at=at(0, 900)), True),
    "under a box": (
        shape(words("no"), at=at(5, 5)) + BLACK_BOX,
        False,
    ),
    "over a box": (
        BLACK_BOX + shape(words("yes"), at=at(5, 5)),
        True,
    ),
    "half under a box": (
        shape(words("yes"), at=at(9, 5)) + BLACK_BOX,
        True,
    ),
    "under a round shape": (
        shape(words("yes"), at=at(5, 5)) + shape(at=at(5, 5) + OVAL + fill("000000")),
        True,
    ),
    "under an empty frame": (
        shape(words("yes"), at=at(5, 5)) + shape(at=at(5, 5) + RECTANGLE + "<a:noFill/>"),
        True,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "is_seen"), GROUNDS.values(), ids=GROUNDS)
def test_words_that_a_slide_does_not_show_are_left_out(content: str, is_seen: bool) -> None:
    extract = on_white(ALSO + content)

    assert ("yes" in extract.text) is is_seen
    assert "no" not in extract.text.split()
    assert bool(extract.gaps) is not is_seen


def test_a_slide_that_moves_may_show_what_lies_under_a_box() -> None:
    content = shape(words("moved"), at=at(5, 5)) + BLACK_BOX

    assert "moved" in on_white(content, after="<p:timing/>").text


def test_a_picture_of_the_layout_may_lie_behind_white_letters() -> None:
    assert "yes" in on_white(shape(words("yes", "FFFFFF")), layout=PICTURE.format("")).text


def test_a_file_whose_slides_are_all_hidden_is_refused_with_that() -> None:
    with pytest.raises(UnreadableError, match="it holds no text") as refused:
        read(shape(paragraph(run("Not so"))), shown='show="0"')

    assert refused.value.help == "hidden slides are left out (1)"
