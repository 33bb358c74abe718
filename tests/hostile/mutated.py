"""Read damaged documents of every kind, and hold their readers to what docs/threats.md promises.

    python tests/hostile/mutated.py [--each 200] [--seed 1] [--only KIND]

A small sound document of each kind is changed in one to six places: bits turned, parts cut out,
doubled, put elsewhere or replaced by what confuses parsers; of archives also a part inside. Prints
for each kind how many were read and refused, how many ended their reader, and the slowest. Exit
status 1 when a reader took longer than its bounds, or anything else than a refusal came out.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import sys
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parent.parent)

import pyarrow as pa
import pyarrow.parquet as pq

from claimcheck.documents import extract as extraction
from claimcheck.documents import readers
from claimcheck.documents.reader import ExtractOptions
from claimcheck.model.errors import UnreadableError
from claimcheck.system import plugins
from support.documents import archive, docx, pdf, relations, stream

BOUNDS = extraction.Bounds(seconds=10, memory=1 << 30)
_SLACK = 5.0  # seconds that starting and ending a process may take beyond its bound
_CONFUSING = (
    b"\x00", b"\xff\xfe", b"<", b"</", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"{",
    b"}", b"\\", b'"', b"9" * 60, b"-1", b"1e999", b"\xf0\x9f\x98\x80", b"(" * 200, b"<div>" * 200,
    b"[" * 200, b"{\\x " * 200, b"\n\n", b"%PDF-1.4", b"PK\x03\x04", b"obj\n", b"stream\n",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a document that is changed in a few places, of an archive perhaps a part inside."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _with_changed_part(data, chance)
    if data.startswith(b"\x1f\x8b") and chance.random() < 0.8:
        return gzip.compress(_changed(gzip.decompress(data), chance), mtime=0)
    return _changed(data, chance)


def _changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _change in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) + 1)
        size = min(len(changed) - at, int(chance.expovariate(1 / 12)) + 1)
        match chance.randrange(7):
            case 0 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at : at + size]
            case 2:
                changed[at:at] = changed[at : at + size] * chance.choice((1, 3, 1000))
            case 3:
                changed[at:at] = chance.choice(_CONFUSING)
            case 4:
                changed[at : at + size] = chance.choice(_CONFUSING)
            case 5:
                elsewhere = chance.randrange(len(changed) + 1)
                changed[at:at] = changed[elsewhere : elsewhere + size]
            case _:
                del changed[at if chance.random() < 0.2 else len(changed) :]
    return bytes(changed)


def _with_changed_part(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = chance.choice(sorted(parts))
    return archive({**parts, name: _changed(parts[name], chance)})


_PAGE = (
    b"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>T</title><style>"
    b".x{display:none}@media print{p{opacity:0}}</style></head><body><h1>A</h1><p>On <b>4 May</b> "
    b"10<sup>6</sup> people<span class=x> not</span> came.</p><table><tr><td>1<td>2</table>"
    b'<script type=\'application/ld+json\'>{"@type":"Article"}</script></body></html>'
)
_MAIL = (
    b"From: A <a@b.example>\nTo: c@d.example\nSubject: =?utf-8?q?Br=C3=BCcke?=\nDate: Tue, 4 May "
    b'2021 09:00:00 +0200\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'
    b"Content-Type: text/plain; charset=utf-8; format=flowed\n\n> Said.\nIt is \nopen.\n--b\n"
    b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+SGVsbG88L3A+\n--b--\n"
)
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def sound_documents() -> dict[str, bytes]:
    """Return a small sound document of each kind."""
    warc = _warc()
    return {
        "csv": b'Year;Sum;"Note"\n2019;"2,236,457";x\n2020;5;"a ""b"" c"\n',
        "docx": docx(
            "<w:p><w:r><w:t>The board </w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r>"
            "</w:del><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>6</w:t></w:r></w:p>"
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        "epub": _epub(),
        "html": _PAGE,
        "json": b'{"title": "x", "rows": [{"n": 1.10, "at": {"lat": 5}}, {"n": null}], "m": [[]]}',
        "mail": _MAIL,
        "mhtml": b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
        b"Content-Type: text/html; charset=utf-8\nContent-Location: https://x.example/\n\n"
        + _PAGE + b"\n--b--\n",
        "opendocument": archive({
            "content.xml": f"<office:document-content {_ODF}><office:body><office:text>"
            '<text:p>The<text:s text:c="2"/>board</text:p><text:list><text:list-item><text:p>1'
            "</text:p></text:list-item></text:list><table:table><table:table-row>"
            '<table:table-cell table:number-columns-repeated="2"><text:p>7</text:p>'
            "</table:table-cell></table:table-row></table:table></office:text></office:body>"
            "</office:document-content>",
        }),
        "parquet": _parquet(),
        "pdf": pdf([
            b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Annots [6 0 R] /Resources 8 0 R >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            stream(b"BT /F1 12 Tf 20 200 Td (The board met) Tj 0 -20 Td (on 4 May 2021.) Tj ET"
                   b" 18 178 50 14 re f 1 G 18 178 m 68 192 l S"),
            b"<< /Subtype /Widget /FT /Btn /T (a) /AS /Yes /Rect [8 198 18 208] /AP 9 0 R >>",
            stream(b"0 0 9 9 re S", b"/Subtype /Form /BBox [0 0 9 9] "),
            b"<< /Font << /F1 4 0 R >> >>",
            b"<< /N << /Yes 7 0 R /Off 7 0 R >> >>",
        ]),
        "pptx": archive({
            "_rels/.rels": relations({"r": ("officeDocument", "ppt/presentation.xml")}),
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{_P}" xmlns:r="{_R}"><p:sldIdLst>'
            '<p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": relations({"r1": ("slide", "s.xml")}),
            "ppt/s.xml": f'<p:sld xmlns:p="{_P}" xmlns:a="{_A}"><p:cSld><p:spTree><p:sp><p:txBody>'
            '<a:p><a:pPr lvl="1"><a:buAutoNum type="arabicPeriod"/></a:pPr><a:r>'
            '<a:rPr baseline="3"/><a:t>S</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>'
                '</p:sld>',
        }),
        "rtf": b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 Arial;}}{\\info{\\title T}}The \\b board"
        b"\\b0 met \\u8722?12 caf\\'e9 {\\v x}{\\super 6}\\par\\trowd\\intbl 1\\cell 2\\cell\\row"
        b"{\\footnote n}{\\field{\\*\\fldinst X}{\\fldrslt y}}}",
        "subtitles": b"WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:04.000 align:start\n<v Anna>The "
        b"bridge\n<i>reopened</i>\n\n00:05.000 --> 00:06.000\n&amp; so on\n",
        "text": b"The board met on 4 May 2021.\n",
        "wacz": archive({
            "archive/data.warc.gz": warc,
            "pages/pages.jsonl": '{"format": "json-pages-1.0"}\n{"url": "https://x.example/"}\n',
        }),
        "warc": warc,
        "xlsx": archive({
            "_rels/.rels": relations({"r": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns:r="{_R}"><sheets><sheet name="S" r:id="r1"/>'
            "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relations({
                "r1": ("worksheet", "s.xml"), "t": ("sharedStrings", "t.xml"),
                "y": ("styles", "y.xml"),
            }),
            "xl/t.xml": "<sst><si><t>Year</t></si></sst>",
            "xl/y.xml": '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.0,%"/>'
            '</numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>',
            "xl/s.xml": '<worksheet><cols><col min="3" max="4" hidden="1"/></cols><sheetData>'
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>2236457.5</v></c><c s="1">'
            "<v>44197.25</v></c></row></sheetData></worksheet>",
        }),
    }  # fmt: skip


def _epub() -> bytes:
    return archive(
        {
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="b.opf"/>'
            "</rootfiles></container>",
            "b.opf": '<package xmlns:dc="d"><metadata><dc:title>T</dc:title></metadata><manifest>'
            '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine>'
            '<itemref idref="c"/></spine></package>',
            "c.xhtml": _PAGE,
        }
    )


def _parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"Year": [2019, 2020], "Sum": ["2,236,457", None]}), out)
    return out.getvalue()


def _warc() -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _PAGE
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        b"WARC-Date: 2021-05-05T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n" % len(answer)
    )
    return gzip.compress(head + answer + b"\r\n\r\n", mtime=0)


@dataclass(slots=True)
class Tally:
    """What became of the damaged documents of a kind."""

    read: int = 0
    refused: int = 0
    ended: int = 0
    slowest: float = 0.0
    broken: list[str] = field(default_factory=list)

    def take(self, kind: str, data: bytes) -> None:
        """Read one, and count what became of it."""
        start = time.monotonic()
        try:
            made = extraction.extract(data, kind, ExtractOptions(), BOUNDS)
        except UnreadableError as refusal:
            if "broke down" in str(refusal) or "within" in str(refusal):
                self.ended += 1
            else:
                self.refused += 1
            if not str(refusal) or "\n" in str(refusal):
                self.broken.append(f"a refusal that cannot be shown: {refusal}")
            if "its reader failed" in str(refusal) or "gave no answer" in str(refusal):
                self.broken.append(str(refusal))
        else:
            self.read += 1
            made.extract.text.encode()
        self.slowest = max(self.slowest, time.monotonic() - start)
        if time.monotonic() - start > BOUNDS.seconds + _SLACK:
            self.broken.append(f"took {time.monotonic() - start:.1f} s")


def cases(kind: str, each: int, seed: int) -> list[bytes]:
    """Return damaged documents of a kind, the same ones for the same seed."""
    sound = sound_documents()[kind]
    chance = random.Random(f"{seed} {kind}")
    return [mutated(sound, chance) for _number in range(each)]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    worst = 0
    _say(f"{'kind':14}{'read':>6}{'refused':>9}{'ended':>7}{'slowest':>9}")
    for kind in plugins.names(readers):
        if arguments.only and kind != arguments.only:
            continue
        tally = Tally()
        for data in cases(kind, arguments.each, arguments.seed):
            tally.take(kind, data)
        figures = f"{tally.read:>6}{tally.refused:>9}{tally.ended:>7}{tally.slowest:>8.1f}s"
        _say("\n    ".join([f"{kind:14}{figures}", *sorted(set(tally.broken))]))
        worst |= bool(tally.broken)
    return worst


if __name__ == "__main__":
    sys.exit(main())
