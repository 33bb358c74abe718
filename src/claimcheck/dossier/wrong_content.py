"""Files in the place of a document: a pointer to it, an empty file, a server's error page."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import Final, NamedTuple

from claimcheck.dossier.listing import DOCUMENT_ENDINGS, PAGE_ENDINGS

_LFS: Final = b"version https://git-lfs.github.com/spec/"
_ANNEX: Final = re.compile(rb"(?:\.\./)*(?:\.git)?/annex/objects/\S+\s*\Z")
_POINTER_BYTES: Final = 1024
_HTML: Final = re.compile(rb"<(?:!doctype\s{1,20}html|html)\b", re.IGNORECASE)
# What is never written in HTML, by the ending of the file's name.
_OTHER_FORMS: Final = tuple(sorted({*DOCUMENT_ENDINGS} - {*PAGE_ENDINGS}))
_TITLE: Final = re.compile(rb"<title[^>]{0,200}>([^<]{0,200})</title>", re.IGNORECASE)
_ERROR_TITLE: Final = cache(
    partial(
        re.compile,
        rb"(?:error\s*)?[45]\d\d(?:\s*[-:|.]?\s*(?:not found|forbidden|unauthorized|gone|"
        rb"bad request|(?:internal )?server error|bad gateway|service (?:temporarily )?unavailable|"
        rb"gateway time-?out|too many requests|error|page not found|file not found))?\.?"
        rb"|(?:page |file )?not found|access denied|forbidden|just a moment\W*"
        rb"|attention required! \| cloudflare|service unavailable|bad gateway",
        re.IGNORECASE,
    )
)
_ERROR_PAGE_BYTES: Final = 1 << 17
_HEAD_BYTES: Final = 1 << 14


class WrongContent(NamedTuple):
    """A name for the true content of a file, and how to get the document instead."""

    what: str
    help: str


def wrong_content(data: bytes, name: str) -> WrongContent | None:
    """Return what a file is in place of the document that its name promises; None for a document.

    Args:
        data: the file's bytes.
        name: its name.
    """
    if not data.strip():
        what = "a file without a word" if data else "an empty file"
        return WrongContent(what, "get the document again")
    return _pointer(data) or _page(data, name)


def wrong_text(data: bytes) -> WrongContent | None:
    """Return what a file is in place of a plain text; None for a text."""
    remedy = "get the document again, and add it with `claimcheck source add`"
    if b"\0" in data:
        return WrongContent("no plain text: it holds zero bytes", remedy)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return WrongContent(f"no text in UTF-8 (line {line})", remedy)
    return None


def _pointer(data: bytes) -> WrongContent | None:
    if len(data) > _POINTER_BYTES:
        return None
    if data.startswith(_LFS):
        return WrongContent(
            "a Git LFS pointer, not the document that it points to", "fetch it: `git lfs pull`"
        )
    if _ANNEX.match(data):
        return WrongContent(
            "a git-annex pointer, not the document that it points to", "fetch it: `git annex get`"
        )
    return None


def _page(data: bytes, name: str) -> WrongContent | None:
    """Return what a web page is where there should be none, or no error page."""
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"<") or not _HTML.search(head):
        return None
    lower = name.lower()
    if lower.endswith(_OTHER_FORMS):
        ending = next(ending for ending in _OTHER_FORMS if lower.endswith(ending))
        return WrongContent(
            f"a web page under the name of a {ending} file",
            "a server may have sent it in place of the document: get the document again",
        )
    title = _TITLE.search(head) if len(data) <= _ERROR_PAGE_BYTES else None
    if title and _ERROR_TITLE().fullmatch(title[1].strip()):
        heading = title[1].strip().decode("ascii", "replace")
        return WrongContent(
            f"a server's error page ('{heading}'), not the document", "get the document again"
        )
    return None
