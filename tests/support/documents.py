"""Documents made by hand for the tests: each as small as its point allows."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# The name spaces of a file in OpenDocument, as attributes.
ODF_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("chart", "chart"), ("dc", "dc"), ("meta", "meta"),
        ("presentation", "presentation"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip


def odf_row(*cells: str) -> str:
    """A row of a table in OpenDocument."""
    inner = "".join(
        f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells
    )
    return f"<table:table-row>{inner}</table:table-row>"


def pdf(objects: Sequence[bytes], info: int = 0) -> bytes:
    """Put numbered objects into a PDF; the first is its catalogue."""
    out, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    named = b"/Info %d 0 R " % info if info else b""
    out += b"trailer\n<< /Size %d /Root 1 0 R %s>>\n" % (len(objects) + 1, named)
    return out + b"startxref\n%d\n%%%%EOF\n" % table


def stream(data: bytes, keys: bytes = b"") -> bytes:
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(data), keys, data)


def report(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with these lines on its pages, a title, an author and a day."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
        )
        shown = b" ".join(b"(%s) Tj 0 -14 Td" % line.encode("ascii") for line in lines)
        objects.append(stream(b"BT /F1 12 Tf 72 720 Td %s ET" % shown))
    objects.append(
        b"<< /Title (Report on the bridge) /Author (A. Engineer)"
        b" /CreationDate (D:20210506120000Z) >>"
    )
    return pdf(objects, len(objects))


def shown(x: float, y: float, text: str, size: float = 12) -> bytes:
    """The order to draw a text at a place, in Helvetica."""
    words = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (size, x, y, words.encode("latin-1"))


def filled(left: float, bottom: float, width: float, height: float, grey: float = 0) -> bytes:
    """The order to fill a rectangle, black unless it is said to be lighter, up to 1."""
    return b"%g g %g %g %g %g re f 0 g\n" % (grey, left, bottom, width, height)


def sheets(
    *pages: bytes,
    page: bytes = b"",
    catalogue: bytes = b"",
    info: bytes = b"",
    trailer: bytes = b"",
    font: bytes = b"/Type /Font /Subtype /Type1 /BaseFont /Helvetica",
    extra: Sequence[bytes] = (),
) -> bytes:
    """A PDF of these drawing orders, a page each.

    Objects are numbered: 1 the catalogue, 2 the pages, 3 the font, 4 the properties, then those in
    `extra`, from 5 on.

    Args:
        pages: the orders.
        page: more entries of each page.
        catalogue: more entries of the catalogue.
        info: the properties.
        trailer: more entries of the trailer.
        font: the font F1, Helvetica unless another is given.
        extra: more objects.
    """
    first = 5 + len(extra)
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< %s >>" % font,
        b"<< %s >>" % info,
        *extra,
    ]
    for number, orders in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> /XObject << /Im 5 0 R >> >> %s >>"
            % (first + 2 * number + 1, page)
        )
        objects.append(stream(orders))
    return pdf(objects, 4).replace(b"trailer\n<<", b"trailer\n<< " + trailer)


def picture(grey: int = 128) -> bytes:
    """An image of one pixel, an object for `sheets`, which draws it as /Im."""
    keys = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    return stream(bytes([grey]), keys + b" /BitsPerComponent 8 ")


def one_page(contents: bytes, packed: bool = True) -> bytes:  # noqa: FBT002 - a property of the file
    """A PDF of one page with these drawing orders."""
    body = stream(zlib.compress(contents, 9), b"/Filter /FlateDecode ") if packed else contents
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font <</F1 5 0 R>> >> >>",
            body,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
    )


def bomb(megabytes: int) -> bytes:
    """A PDF of one page whose orders unpack to so many megabytes of blanks."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(megabytes))
    return one_page(stream(packed + packer.flush(), b"/Filter /FlateDecode "), packed=False)


def laughing_forms(depth: int = 30) -> bytes:
    """A PDF in which each form draws the next one twice."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R"
        b" /Resources << /XObject << /X 5 0 R >> /Font << /F1 4 0 R >> >> >>" % (6 + depth),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
    for number in range(depth):
        inner = b"/Resources << /XObject << /X %d 0 R >> >> " % (6 + number)
        objects.append(stream(b"/X Do /X Do", form + inner))
    font = b"/Resources << /Font << /F1 4 0 R >> >> "
    objects.append(stream(b"BT /F1 12 Tf (ha) Tj ET", form + font))
    objects.append(stream(b"BT /F1 12 Tf (Hello) Tj ET /X Do"))
    return pdf(objects)


def docx(body: str, prologue: str = "", core: str = "") -> bytes:
    """A Word document with this XML in its body."""
    text = (
        f'<?xml version="1.0"?>{prologue}<w:document xmlns:w="{_WORD}">'
        f"<w:body>{body}</w:body></w:document>"
    )
    parts = {"word/document.xml": text}
    return archive(parts | ({"docProps/core.xml": core} if core else {}))


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive with these parts, packed, as office files and books are.

    It holds no time, so that a test that it names has one name in every process.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, content)
    return held.getvalue()


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """The relations of a part of an office file: their ids, with kind and target."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        "<R>"
        + "".join(
            f'<Relationship Id="{name}" Type="{kinds}/{kind}" Target="{target}"/>'
            for name, (kind, target) in targets.items()
        )
        + "</R>"
    )
