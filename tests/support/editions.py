"""One report in every kind of document that is read, made of the same lines."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from support.documents import archive, docx, relations, report

if TYPE_CHECKING:
    from collections.abc import Callable


def html(*lines: str) -> bytes:
    return f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode()


def mail(*lines: str) -> bytes:
    head = "From: a@example.org\r\nSubject: The bridge\r\nContent-Type: text/plain\r\n\r\n"
    return (head + "\r\n\r\n".join(lines) + "\r\n").encode()


def subrip(*lines: str) -> bytes:
    cues = (
        f"{number}\n00:00:{number:02},000 --> 00:00:{number:02},900\n{line}\n"
        for number, line in enumerate(lines, 1)
    )
    return "\n".join(cues).encode()


def webvtt(*lines: str) -> bytes:
    cues = (
        f"00:00:{number:02}.000 --> 00:00:{number:02}.900\n{line}\n"
        for number, line in enumerate(lines, 1)
    )
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def word(*lines: str) -> bytes:
    return docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines))


def mhtml(*lines: str) -> bytes:
    head = "From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    kind = "Content-Type: text/html; charset=utf-8\r\n\r\n"
    return (head + kind).encode() + html(*lines)


def warc(*lines: str) -> bytes:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html(*lines)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
        "WARC-Date: 2024-01-02T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"


def wacz(*lines: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("archive/data.warc.gz", gzip.compress(warc(*lines), mtime=0))
        file.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
    return held.getvalue()


def opendocument(*lines: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text")
    )
    content = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return archive(
        {
            "content.xml": f"<office:document-content {spaces}><office:body><office:text>{content}"
            "</office:text></office:body></office:document-content>"
        }
    )


def epub(*lines: str) -> bytes:
    container = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
    item = '<item id="c" href="1.xhtml" media-type="application/xhtml+xml"/>'
    chapter = "".join(f"<p>{line}</p>" for line in lines)
    return archive(
        {
            "META-INF/container.xml": container,
            "book.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            "<dc:title>The bridge</dc:title></metadata>"
            f'<manifest>{item}</manifest><spine><itemref idref="c"/></spine></package>',
            "1.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>',
        }
    )


def rtf(*lines: str) -> bytes:
    return (r"{\rtf1\ansi " + "".join(rf"{line}\par " for line in lines) + "}").encode()


def slides(*lines: str) -> bytes:
    spaces = (
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    content = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    shape = (
        "<p:sp><p:nvSpPr><p:cNvPr id='1'/><p:nvPr/></p:nvSpPr>"
        f"<p:txBody>{content}</p:txBody></p:sp>"
    )
    return archive(
        {
            "_rels/.rels": relations({"r": ("officeDocument", "ppt/presentation.xml")}),
            "ppt/presentation.xml": f"<p:presentation {spaces}><p:sldIdLst>"
            '<p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": relations({"r1": ("slide", "slides/slide1.xml")}),
            "ppt/slides/slide1.xml": f"<p:sld {spaces}><p:cSld><p:spTree>{shape}"
            "</p:spTree></p:cSld></p:sld>",
        }
    )


def workbook(*lines: str) -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{line}</t></is></c></row>'
        for number, line in enumerate(lines, 1)
    )
    return archive(
        {
            "_rels/.rels": relations({"r": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns:r="{space}"><sheets>'
            '<sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations({"r1": ("worksheet", "s1.xml")}),
            "xl/s1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
        }
    )


def table(*lines: str) -> bytes:
    return "".join(f'Note,"{line}"\n' for line in lines).encode()


def parquet(*lines: str) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"line": list(lines)}), out)
    return out.getvalue()


def data(*lines: str) -> bytes:
    return json.dumps([{"line": line} for line in lines]).encode()


def plain(*lines: str) -> bytes:
    return ("\n\n".join(lines) + "\n").encode()


# By the ending of the file; of every reader of documents at least one.
KINDS: dict[str, Callable[..., bytes]] = {
    "html": html,
    "eml": mail,
    "srt": subrip,
    "vtt": webvtt,
    "docx": word,
    "pdf": lambda *lines: report([lines]),
    "mhtml": mhtml,
    "warc": warc,
    "wacz": wacz,
    "odt": opendocument,
    "epub": epub,
    "rtf": rtf,
    "pptx": slides,
    "xlsx": workbook,
    "csv": table,
    "json": data,
    "parquet": parquet,
}
# What is looked into as it is.
PLAIN: dict[str, Callable[..., bytes]] = {"txt": plain, "md": plain}
