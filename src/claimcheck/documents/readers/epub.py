"""Books (EPUB): all that is seen of their chapters, in the order of the book."""

from __future__ import annotations

import html
import posixpath
import re
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urldefrag

from claimcheck.documents.package import Package, attribute, child, local
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.documents.webpage import seen_page
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import Aside, AsideKind, pinned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claimcheck.documents.webpage import SeenPage

SUFFIXES = (".epub",)
MEDIA_TYPES = ("application/epub+zip",)
DISTRIBUTION = "trafilatura"
EXTRA = "html"
_KIND: Final = "EPUB"
_PAGES: Final = frozenset(
    {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document",
     "image/svg+xml"}
)  # fmt: skip
_MOST_FALLBACKS: Final = 10
_LONGEST_NAME: Final = 100
_CDATA: Final = b"<![CDATA["
_SHEET_OR_SCRIPT: Final = re.compile(rb"<(?:style|script)\b[^<]*\Z", re.IGNORECASE)
_FONTS: Final = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
# Tags that are closed in themselves, which only XHTML has.
_CLOSED: Final = re.compile(rb"<([A-Za-z][A-Za-z0-9:]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)/>")
_VOID: Final = frozenset(
    {b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta",
     b"param", b"source", b"track", b"wbr"}
)  # fmt: skip
_SHEET: Final = re.compile(rb"<link\b[^>]{0,2000}?>", re.IGNORECASE)
_LINK: Final = re.compile(
    rb"""<(?:a|content)\b[^>]{0,2000}?\b(?:href|src)\s*=\s*["']([^"']{1,1000})["']""", re.IGNORECASE
)
_CONTENTS: Final = "application/x-dtbncx+xml"
_HREF: Final = re.compile(rb"""\bhref\s*=\s*["']([^"']{1,1000})["']""", re.IGNORECASE)


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return a book's chapters one after the other, and its metadata.

    Raises:
        UnreadableError: it is locked, damaged, unpacks to too much, or holds no text.
    """
    package = Package(data, _KIND)
    main, book = _list_of_contents(package)
    locked = frozenset(_locked(package))
    chapters: list[str] = []
    asides: list[Aside] = []
    of_charsets: dict[str, None] = {}
    flow, beside, unread = _spine(book, main)
    gaps = dict.fromkeys(unread)
    targets = _targets_of_contents(package, book, main)
    for name in (*flow, *beside):
        if name in beside and name not in targets:
            gaps[
                f"its part {name[:_LONGEST_NAME]} is left out: no page of the book leads to it"
            ] = None
            continue
        if name in locked:
            raise UnreadableError(
                "it is locked by its seller (DRM)", "add a copy that is not, or cite the print"
            )
        page = package.data(name)
        if not page.strip():
            gaps[f"its chapter {name[:_LONGEST_NAME]} is missing"] = None
            continue
        targets |= _targets(page, posixpath.dirname(name))
        seen = _seen_chapter(package, name, page, options.charset)
        if seen is None:
            continue
        chapters.append(seen.page.text)
        asides += [Aside(AsideKind.STRUCK, text) for text in seen.page.struck]
        gaps.update(dict.fromkeys(seen.gaps))
        of_charsets.update(dict.fromkeys(seen.remarks))
    if not chapters:
        raise UnreadableError("it holds no text", "a book of scanned pages needs OCR first")
    metadata, remarks = _about(child(book, "metadata"))
    text = pinned(["\n\n".join(chapters)], asides)
    return Extract(text, metadata, (*remarks, *of_charsets), tuple(gaps))


def _seen_chapter(package: Package, name: str, page: bytes, charset: str) -> SeenPage | None:
    """Return what is seen of a chapter; None for nothing, as of a cover, most often.

    Args:
        package: the book.
        name: the chapter's part.
        page: its bytes.
        charset: how its characters are encoded; "" for as it says.
    """
    try:
        return seen_page(_as_html(package, name, page), charset)
    except UnreadableError as error:
        if "nothing is seen" not in str(error):
            raise
        return None


def _list_of_contents(package: Package) -> tuple[str, Element]:
    """Return the list of what a book holds, with its name.

    Raises:
        UnreadableError: there is none.
    """
    container = package.tree("META-INF/container.xml")
    if container is None:
        raise UnreadableError(f"it is no {_KIND} (META-INF/container.xml is missing)")
    roots = [attribute(node, "full-path") for node in container.iter() if local(node) == "rootfile"]
    main = next((name for name in roots if name in package.names), "")
    book = package.tree(main)
    if book is None:
        raise UnreadableError(f"it is no {_KIND} (its list of contents is missing)")
    return main, book


def _spine(book: Element, main: str) -> tuple[list[str], list[str], list[str]]:
    """Return the parts that are read in order, those beside that order, and what cannot be read."""
    items = _items(book)
    folder, spine = posixpath.dirname(main), child(book, "spine")
    flow: list[str] = []
    beside: list[str] = []
    gaps: list[str] = []
    for entry in spine if spine is not None else ():
        named = attribute(entry, "idref")
        item = items.get(named)
        page = _page(item, items)
        if page is not None:
            part = _part(folder, attribute(page, "href"))
            (beside if attribute(entry, "linear") == "no" else flow).append(part)
        elif item is None:
            gaps.append(f"its chapter {named[:_LONGEST_NAME]} is missing")
        elif not attribute(item, "media-type").startswith("image/"):
            name = _part(folder, attribute(item, "href"))[:_LONGEST_NAME]
            gaps.append(f"its chapter {name} is of a kind that is not read")
    return flow, [part for part in beside if part not in flow], gaps


def _page(item: Element | None, items: dict[str, Element]) -> Element | None:
    """Return an item that is a page, or the page that a book gives to who cannot show the item."""
    for _step in range(_MOST_FALLBACKS):
        if item is None or attribute(item, "media-type") in _PAGES:
            return item
        item = items.get(attribute(item, "fallback"))
    return None


def _items(book: Element) -> dict[str, Element]:
    manifest = child(book, "manifest")
    return {attribute(node, "id"): node for node in (manifest if manifest is not None else ())}


def _targets_of_contents(package: Package, book: Element, main: str) -> set[str]:
    """Return the parts that a book's table of contents leads to."""
    targets: set[str] = set()
    for item in _items(book).values():
        is_table = "nav" in attribute(item, "properties").split()
        if is_table or attribute(item, "media-type") == _CONTENTS:
            name = _part(posixpath.dirname(main), attribute(item, "href"))
            targets |= _targets(package.data(name), posixpath.dirname(name))
    return targets


def _targets(page: bytes, folder: str) -> set[str]:
    """Return the parts that the links of a page lead to."""
    links = (hit[1].decode("utf-8", "replace") for hit in _LINK.finditer(page))
    return {_part(folder, html.unescape(link)) for link in links}


def _part(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(urldefrag(href).url))).lstrip("/")


def _locked(package: Package) -> Iterator[str]:
    """Go through the parts that are locked; fonts often are, and nobody reads those."""
    tree = package.tree("META-INF/encryption.xml")
    for node in tree if tree is not None else ():
        method = child(node, "EncryptionMethod")
        if method is not None and attribute(method, "Algorithm") in _FONTS:
            continue
        for inner in node.iter():
            if local(inner) == "CipherReference":
                yield unquote(attribute(inner, "URI"))


def _as_html(package: Package, name: str, page: bytes) -> bytes:
    """Return a chapter as a page of the web: tags closed, the book's style sheets in it."""
    page = _CLOSED.sub(_opened, _without_cdata(page))
    return _SHEET.sub(partial(_sheet, package, posixpath.dirname(name)), page)


def _without_cdata(page: bytes) -> bytes:
    """Return a chapter with what stands in `<![CDATA[…]]>` as plain text, which HTML has not."""
    first, *sections = page.split(_CDATA)
    pieces = [first]
    for section in sections:
        words, end, rest = section.partition(b"]]>")
        if not end:
            pieces += [_CDATA, section]
        elif _SHEET_OR_SCRIPT.search(pieces[-1]):
            pieces.append(words + rest)
        else:
            pieces += [words.replace(b"&", b"&amp;").replace(b"<", b"&lt;"), rest]
    return b"".join(pieces)


def _opened(hit: re.Match[bytes]) -> bytes:
    return hit[0] if hit[1].lower() in _VOID else b"<%b%b></%b>" % (hit[1], hit[2], hit[1])


def _sheet(package: Package, folder: str, hit: re.Match[bytes]) -> bytes:
    href = _HREF.search(hit[0])
    if href is None or b"stylesheet" not in hit[0].lower():
        return hit[0]
    sheet = package.data(_part(folder, href[1].decode("utf-8", "replace")))
    return b"<style>%b</style>" % sheet.replace(b"</", b"<\\/") if sheet else hit[0]


def _about(metadata: Element | None) -> tuple[DocumentMetadata, tuple[str, ...]]:
    entries = list(metadata) if metadata is not None else []
    roles = {
        attribute(node, "refines").removeprefix("#"): (node.text or "").strip()
        for node in entries
        if attribute(node, "property") == "role"
    }
    about: dict[str, list[str]] = {}
    for node in entries:
        if words := " ".join((node.text or "").split()):
            role = attribute(node, "role") or roles.get(attribute(node, "id"), "")
            is_by_another = local(node) == "creator" and role not in {"", "aut"}
            about.setdefault("other" if is_by_another else local(node), []).append(words)
    day = next(iter(about.get("date", [])), "")[:10]
    remarks = (f"the book's own date is {day}; if it appeared then, write issued: {day}",)
    return (
        DocumentMetadata(
            title=next(iter(about.get("title", [])), ""),
            type="book",
            author=tuple(dict.fromkeys(about.get("creator", []))),
            publisher=next(iter(about.get("publisher", [])), ""),
            language=next(iter(about.get("language", [])), ""),
        ),
        remarks if day else (),
    )
