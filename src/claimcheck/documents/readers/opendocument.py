"""OpenDocument texts, tables and slides: what is seen, a sheet or a slide a page; notes aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.documents import flow
from claimcheck.documents.chart_text import SILENT
from claimcheck.documents.gaps import hidden_text, unaccepted_changes
from claimcheck.documents.office_flags import is_open_set
from claimcheck.documents.open_body import OpenBody
from claimcheck.documents.open_slides import shapes_beside
from claimcheck.documents.open_styles import OpenStyles
from claimcheck.documents.package import Package, attribute, child, children, local
from claimcheck.documents.properties import declared
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import Aside, AsideKind, pinned

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES = (".odt", ".ott", ".ods", ".odp")
MEDIA_TYPES = (
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
)
DISTRIBUTION = ""
EXTRA = ""
_KIND: Final = "OpenDocument file"
_CHANGES: Final = frozenset({"insertion", "deletion"})
_HEADS: Final = {
    "header": AsideKind.HEAD, "header-left": AsideKind.HEAD, "header-first": AsideKind.HEAD,
    "footer": AsideKind.FOOT, "footer-left": AsideKind.FOOT, "footer-first": AsideKind.FOOT,
}  # fmt: skip


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - its charset is its own
    """Return the visible words of a text, a table or slides, and its metadata.

    Raises:
        UnreadableError: it is locked, damaged, declares entities, or unpacks to too much.
    """
    package = Package(data, _KIND)
    if b"encryption-data" in package.data("META-INF/manifest.xml"):
        raise UnreadableError("it is locked with a password", "add an unlocked copy")
    tree = package.tree("content.xml")
    content = child(child(tree, "body"), "text")
    sheets = child(child(tree, "body"), "spreadsheet")
    slides = child(child(tree, "body"), "presentation")
    if tree is None or (content is None and sheets is None and slides is None):
        raise UnreadableError(f"it is no {_KIND} of a kind that is read")
    shared = package.tree("styles.xml")
    styles = OpenStyles([child(shared, "styles"), child(tree, "automatic-styles")])
    body = OpenBody(package, styles, makes_cells_anew=sheets is not None)
    body.look_for_grounds(tree, shared)
    body.beside = {shape for page in _children(slides) for shape in shapes_beside(page, shared)}
    pages, labels, hidden = _pages(body, styles, content, sheets, slides)
    asides = [*body.struck_asides(), *body.notes, *_heads(package, shared)]
    if not any(map(str.strip, pages)) and not asides:
        raise UnreadableError("it holds no text")
    metadata, remarks = _about(package, "\n".join(pages))
    gaps = _gaps(body, tree, hidden, "slides" if slides is not None else "sheets")
    return Extract(pinned(pages, asides), metadata, remarks, tuple(gaps), page_labels=tuple(labels))


def _pages(
    body: OpenBody,
    styles: OpenStyles,
    content: Element | None,
    sheets: Element | None,
    slides: Element | None,
) -> tuple[list[str], list[str], int]:
    """Return the pages, what they call themselves, and how many are hidden."""
    if content is not None:
        body.walk(content)
        return [flow.finished("".join(body.pieces))], [], 0
    parts = [*children(sheets, "table"), *children(slides, "page")]
    family = "table" if sheets is not None else "drawing-page"
    pages, labels, hidden = [], [], 0
    for part in parts:
        name = " ".join(attribute(part, "name").split())
        if styles.is_hidden(family, attribute(part, "style-name")):
            hidden += 1
            pages.append("")
        else:
            body.pieces = []
            body.walk(part)
            body.pieces.append(flow.PARAGRAPH)
            pages.append(flow.finished("".join(body.pieces)))
            body.notes += _boxes(body, child(part, "shapes"), str(len(pages)))
            notes = child(part, "notes")
            words = " ".join(body.text_of(notes).split()) if notes is not None else ""
            if words:
                body.notes.append(Aside(AsideKind.NOTE, words, f"slide {len(pages)}"))
        labels.append(name or str(len(pages)))
    return pages, labels if sheets is not None else [], hidden


def _boxes(body: OpenBody, shapes: Element | None, place: str) -> list[Aside]:
    """Return what is written in boxes and charts that lie on a sheet, a line each.

    Args:
        body: what goes through the file.
        shapes: them.
        place: the sheet's number.
    """
    lines = (line.strip() for shape in _children(shapes) for line in body.lines_of(shape))
    return [Aside(AsideKind.BOX, line, place) for line in lines if line]


def _children(element: Element | None) -> list[Element]:
    return [] if element is None else list(element)


def _heads(package: Package, shared: Element | None) -> list[Aside]:
    """Return the texts of headers and footers, each once."""
    styles = OpenStyles([child(shared, "styles"), child(shared, "automatic-styles")])
    asides: dict[tuple[AsideKind, str], Aside] = {}
    for master in _children(child(shared, "master-styles")):
        for part in master:
            role = _HEADS.get(local(part))
            if role is None or not is_open_set(part, "display", otherwise=True):
                continue
            words = " ".join(OpenBody(package, styles).text_of(part).split())
            # What a program sets where a sheet has no name yet: `??? (???)`, `Page 1`.
            if words and not words.startswith("???") and words not in {"Page 1", "Page 1 / 99"}:
                asides.setdefault((role, words), Aside(role, words))
    return list(asides.values())


def _gaps(body: OpenBody, tree: Element, hidden: int, parts: str) -> list[str]:
    changes = sum(local(node) in _CHANGES for node in tree.iter())
    gaps = [unaccepted_changes(changes)] if changes else []
    if body.hidden_words:
        gaps.append(hidden_text(body.hidden_words))
    counted = (
        (f"hidden {parts} are left out ({{:,}})", hidden),
        ("hidden rows are left out ({:,})", body.hidden_rows),
        ("hidden columns are left out ({:,})", body.hidden_columns),
        ("rows that say the same are cut short ({:,} left out)", body.repeated_rows),
        (
            "cells whose words are not their number are read as programs show them ({:,})",
            body.other_values,
        ),
        ("what lies beside its slides is left out ({:,})", body.shapes_beside),
        ("its comments are not read ({:,})", body.comments),
        ("its form fields are not read ({:,})", body.controls),
        (f"{SILENT} ({{:,}})", body.silent_charts),
        ("objects in it are not read ({:,})", body.objects),
    )
    return gaps + [clause.format(number) for clause, number in counted if number]


def _about(package: Package, text: str) -> tuple[DocumentMetadata, tuple[str, ...]]:
    tree = package.properties("meta.xml")
    meta = {local(node): (node.text or "").strip() for node in _children(child(tree, "meta"))}
    writer = meta.get("initial-creator") or meta.get("creator", "")
    title, authors, remarks = declared(meta.get("title", ""), writer, text)
    day = meta.get("creation-date", "")[:10]
    made = f"the file was made on {day}; if it appeared then, write issued: {day}"
    metadata = DocumentMetadata(title=title, author=authors, language=meta.get("language", ""))
    return metadata, (*remarks, *([made] if day else []))
