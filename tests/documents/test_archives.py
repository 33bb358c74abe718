"""Which page in an archive is read, what stands in its frames, and what is said of others."""

from __future__ import annotations

import gzip
import html
import io
import json
import sys
import zipfile

import brotli
import pytest

from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.readers import mhtml, wacz, warc
from claimcheck.model.errors import UnreadableError

ARTICLE, FRAME, OTHER = (
    "https://elm.example/plan", "https://ads.example/frame?a=1&b=2", "https://elm.example/old",
)  # fmt: skip
PAGES = {
    FRAME: "<p>Accept our cookies.</p>",
    ARTICLE: f"<h1>Plan</h1><iframe src='{html.escape(FRAME)}'></iframe><p>It met.</p>",
    OTHER: "<h1>Old plan</h1>",
}


def record(kind: str, address: str, content: bytes, media_type: str) -> bytes:
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
            f"WARC-Date: 2021-05-05T00:00:00Z\r\nContent-Type: {media_type}\r\n"
            f"Content-Length: {len(content)}\r\n\r\n"
        ).encode()
        + content
        + b"\r\n\r\n"
    )


def response(address: str, body: bytes, packing: str = "") -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{packing}\r\n".encode()
    return record("response", address, head + body, "application/http; msgtype=response")


def archive(*addresses: str) -> bytes:
    return b"".join(response(address, PAGES[address].encode()) for address in addresses)


def test_a_page_that_another_one_shows_in_a_frame_is_not_the_page() -> None:
    extract = warc.read(archive(FRAME, ARTICLE), ExtractOptions())

    assert extract.text == "Plan\n\nAccept our cookies.\n\nIt met.\n"
    assert (extract.metadata.url, extract.metadata.accessed) == (ARTICLE, "2021-05-05")
    assert extract.gaps == ()


@pytest.mark.parametrize(
    ("address", "own", "recorded"),
    [
        ("https://evil.example/x", "https://news.example/bridge", "https://evil.example/x"),
        ("https://news.example.evil.example/", "https://news.example/b", None),
        ("https://example/x", "https://news.example/b", "https://news.example/b"),
        (
            "https://m.news.example/b?x=1",
            "https://www.news.example/b",
            "https://www.news.example/b",
        ),
        ("https://news.example/b?x=1", "https://news.example/b", "https://news.example/b"),
        ("https://news.example/b?x=1", "", None),
    ],
)
def test_a_page_is_from_where_the_archive_has_it_whatever_it_says(
    address: str, own: str, recorded: str | None
) -> None:
    link = f'<link rel=canonical href="{own}">' if own else ""
    page = f"<html><head><title>Bridge</title>{link}</head><body><p>It fell.</p></body></html>"

    metadata = warc.read(response(address, page.encode()), ExtractOptions()).metadata

    assert metadata.url == (recorded or address)


def test_a_page_of_an_archive_on_the_web_is_from_its_own_address() -> None:
    address = "https://web.archive.org/web/20210504000000/https://news.example/bridge"
    page = b"<html><head><title>Bridge</title></head><body><p>It fell.</p></body></html>"

    metadata = warc.read(response(address, page), ExtractOptions()).metadata

    assert (metadata.url, metadata.archive_url) == ("https://news.example/bridge", address)


def test_nor_is_one_that_was_asked_for_to_fill_a_frame() -> None:
    of_a_frame = b"GET / HTTP/1.1\r\nSec-Fetch-Dest: iframe\r\n\r\n"
    request = record("request", FRAME, of_a_frame, "application/http; msgtype=request")

    extract = warc.read(archive(FRAME) + request + archive(OTHER), ExtractOptions())

    assert extract.text == "Old plan\n"


def test_a_page_of_pictures_is_passed_over_unless_it_is_asked_for() -> None:
    cover = response("https://elm.example/", b"<a href=plan><img src=cover.gif></a>")

    assert warc.read(cover + archive(OTHER), ExtractOptions()).text == "Old plan\n"
    for options in (ExtractOptions(part="1"), ExtractOptions()):
        data = cover + archive(OTHER) if options.part else cover
        with pytest.raises(UnreadableError, match="nothing is seen of it"):
            warc.read(data, options)


def test_a_page_that_was_cut_when_it_was_saved_is_told() -> None:
    cut = archive(OTHER).replace(b"WARC-Date", b"WARC-Truncated: length\r\nWARC-Date")

    assert warc.read(cut, ExtractOptions()).gaps == (
        "the archive holds the beginning of the page alone: it was cut when it was saved",
    )


@pytest.mark.parametrize("part", ["3", OTHER])
def test_another_page_can_be_asked_for(part: str) -> None:
    assert warc.read(archive(*PAGES), ExtractOptions(part=part)).text == "Old plan\n"


def test_other_pages_are_told() -> None:
    extract = warc.read(archive(*PAGES), ExtractOptions())

    assert extract.gaps == (f"page 2 of 3 was read ({ARTICLE}); --part reads another: 3 {OTHER}",)
    with pytest.raises(UnreadableError, match="it has no page '4'"):
        warc.read(archive(*PAGES), ExtractOptions(part="4"))


@pytest.mark.parametrize(
    "data",
    [
        response(OTHER, brotli.compress(PAGES[OTHER].encode()), "Content-Encoding: br\r\n"),
        response(OTHER, gzip.compress(PAGES[OTHER].encode()), "Content-Encoding: gzip\r\n"),
        gzip.compress(archive(OTHER)),
        record("resource", OTHER, PAGES[OTHER].encode(), "text/html"),
    ],
    ids=["brotli", "gzip", "a packed archive", "a resource"],
)
def test_a_page_is_read_however_it_is_kept(data: bytes) -> None:
    assert warc.read(data, ExtractOptions()).text == "Old plan\n"


def zstd_page() -> bytes:
    pa = pytest.importorskip("pyarrow")
    page = pa.compress(PAGES[OTHER].encode(), codec="zstd", asbytes=True)
    return response(OTHER, page, "Content-Encoding: zstd\r\n")


def test_a_page_that_is_packed_with_zstd_is_read() -> None:
    assert warc.read(zstd_page(), ExtractOptions()).text == "Old plan\n"


def test_what_unpacks_zstd_is_named_where_it_is_not_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = archive(OTHER) + zstd_page()
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    assert warc.read(data, ExtractOptions()).text == "Old plan\n"
    with pytest.raises(UnreadableError, match="packed with zstd, which pyarrow unpacks") as error:
        warc.read(data, ExtractOptions(part="2"))
    assert "pyarrow" in str(error.value.help)


def packed(main: str, lines: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("archive/data.warc.gz", gzip.compress(archive(*PAGES)))
        parts.writestr("datapackage.json", json.dumps({"mainPageUrl": main} if main else {}))
        parts.writestr("pages/pages.jsonl", lines)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (packed(OTHER), "Old plan\n"),
        (packed("", f'{{"format": "json-pages-1.0"}}\n{{"url": "{OTHER}/"}}'), "Old plan\n"),
        (packed("", "no JSON"), "Plan\n\nAccept our cookies.\n\nIt met.\n"),
    ],
    ids=["the package", "the list of pages", "nothing"],
)
def test_a_packed_archive_names_its_page(data: bytes, text: str) -> None:
    assert wacz.read(data, ExtractOptions()).text == text


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", packed(OTHER)[:200]],
    ids=["empty", "a signature", "half of one"],
)
def test_a_damaged_packed_archive_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="it is damaged, or no WACZ"):
        wacz.read(data, ExtractOptions())


def test_the_frames_of_a_saved_page_are_read_where_they_stand() -> None:
    parts = {
        f"Content-Location: {ARTICLE}": "<p>One</p><iframe src=cid:f@x></iframe><p>Two",
        "Content-ID: <f@x>": "<p>Within</p>",
    }
    data = (
        "From: <Saved>\nSnapshot-Content-Location: https://elm.example/plan\n"
        "Date: Tue, 4 May 2021 09:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n'
        + "".join(
            f"--b\nContent-Type: text/html\n{head}\n\n{body}\n" for head, body in parts.items()
        )
        + "--b--\n"
    )

    extract = mhtml.read(data.encode(), ExtractOptions())

    assert extract.text == "One\n\nWithin\n\nTwo\n"
    assert (extract.metadata.url, extract.metadata.accessed, extract.gaps) == (
        ARTICLE,
        "2021-05-04",
        (),
    )


HOME = "https://example.org/"


def saved(kind: str) -> Extract:
    """A page whose sheet, and the one that it imports, were saved beside it."""
    page = (
        "<html><head><link rel=stylesheet href=a.css></head><body>"
        "<p class=x>The mayor resigned.</p>"
        "<p class=y>Nobody was asked.</p><p class=z>The board met.</p></body></html>"
    )
    sheets = {"a.css": "@import 'b.css'; .x {display: none}", "b.css": ".y {visibility: hidden}"}
    if kind == "warc":
        records = [
            record("resource", f"{HOME}{name}", sheet.encode(), "text/css")
            for name, sheet in sheets.items()
        ]
        return warc.read(b"".join([*records, response(HOME, page.encode())]), ExtractOptions())
    parts = {HOME: ("text/html", page)} | {
        f"{HOME}{name}": ("text/css", sheet) for name, sheet in sheets.items()
    }
    head = 'Content-Type: multipart/related; boundary="b"'
    lines = [f"Snapshot-Content-Location: {HOME}", head, ""]
    for address, (media_type, content) in parts.items():
        lines += ["--b", f"Content-Type: {media_type}", f"Content-Location: {address}", "", content]
    return mhtml.read("\n".join([*lines, "--b--", ""]).encode(), ExtractOptions())


@pytest.mark.parametrize("kind", ["mhtml", "warc"])
def test_the_sheets_that_were_saved_with_a_page_hide(kind: str) -> None:
    extract = saved(kind)

    assert extract.text == "The board met.\n"
    assert not any("page 1 of" in gap for gap in extract.gaps)
