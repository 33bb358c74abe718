"""What lies where a document should, told by its bytes."""

from __future__ import annotations

import pytest

from claimcheck.dossier.wrong_content import wrong_content, wrong_text

LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 5\n"
ERROR = "a server's error page ('{}'), not the document"


def page(title: str, length: int = 0) -> bytes:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{' ' * length}</head>".encode()


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"", "a.pdf", "an empty file"),
        (b" \n", "a.pdf", "a file without a word"),
        (LFS, "a.pdf", "a Git LFS pointer, not the document that it points to"),
        (b"/annex/objects/SHA-s1--x.pdf\n", "a", "a git-annex pointer, not the document that it "),
        (b"../../.git/annex/objects/x/y", "a", "a git-annex pointer, not the document that it "),
        *(
            (page("Report"), f"a{ending}", f"a web page under the name of a {ending.lower()} file")
            for ending in (".pdf", ".PDF", ".docx", ".odt", ".ods", ".odp", ".rtf", ".epub",
                           ".pptx", ".xlsx", ".csv", ".tsv", ".json", ".eml", ".srt", ".vtt",
                           ".warc", ".warc.gz", ".wacz")
        ),
        (b"\xef\xbb\xbf \n<html lang=en>", "a.pdf", "a web page under the name of a .pdf file"),
        (b"<?xml version='1.0'?>\n<HTML>", "a.pdf", "a web page under the name of a .pdf file"),
        *(
            (page(title), "a.html", ERROR.format(title))
            for title in ("404 Not Found", "404", "Error 500", "503 Service Unavailable",
                          "503 service temporarily unavailable",
                          "403 - Forbidden", "502 Bad Gateway", "504 gateway time-out",
                          "429 Too Many Requests", "400 bad request", "410: Gone", "500 error.",
                          "401 Unauthorized", "404 | Page Not Found", "Not Found",
                          "Page not found", "Access Denied", "Forbidden", "Just a moment...",
                          "Attention Required! | Cloudflare", "Service Unavailable", "Bad Gateway")
        ),
        (page(" 404 \n"), "a.html", ERROR.format("404")),
    ],
)  # fmt: skip
def test_what_is_no_document_is_told(data: bytes, name: str, what: str) -> None:
    clause = wrong_content(data, name)

    assert clause is not None
    assert clause.what.startswith(what)
    assert clause.help


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"a", "a.txt"),
        (b"%PDF-1.4", "a.pdf"),
        (LFS + b" " * 1024, "a.pdf"),
        (b"x" + LFS, "a.txt"),
        (b"see /annex/objects/x", "a.txt"),
        (b"/annex/objects/x and more words", "a.txt"),
        (page("Report"), "a.html"),
        (page("The 404 buses of Elm"), "a.html"),
        (page("Report 404"), "a.html"),
        (page("304 Not Modified"), "a.html"),
        (page("404 Not Found", 1 << 17), "a.html"),
        (b"<title>404</title>", "a.html"),
        (b"words <html>", "a.pdf"),
        (b"<p>" + b" " * (1 << 14) + b"<html>", "a.pdf"),
        (b"<htmlx>", "a.pdf"),
    ],
)
def test_a_document_is_none_of_that(data: bytes, name: str) -> None:
    assert wrong_content(data, name) is None


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"a\0", "no plain text: it holds zero bytes"),
        (b"one\ntwo \xff", "no text in UTF-8 (line 2)"),
        (b"\xff", "no text in UTF-8 (line 1)"),
        ("Straße".encode(), None),
        (b"", None),
    ],
)
def test_what_is_no_text_is_told(data: bytes, what: str | None) -> None:
    clause = wrong_text(data)

    assert (clause and clause.what) == what
