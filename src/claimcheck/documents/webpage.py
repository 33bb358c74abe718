"""A web page: its visible text, the main part of that, and its metadata."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag, urljoin

from claimcheck.documents.charset import decode, decode_page
from claimcheck.documents.main_part import main_part
from claimcheck.documents.page_date import drop_what_others_wrote
from claimcheck.documents.page_metadata import page_metadata
from claimcheck.documents.page_origin import of_page
from claimcheck.documents.page_text import page_text, words_of
from claimcheck.documents.reader import Extract
from claimcheck.documents.stylesheet import inline_styles_of, styles_of
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import UNREADABLE, Aside, AsideKind, pinned
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.documents.page_element import PageElement
    from claimcheck.documents.page_text import Frame, PageText
    from claimcheck.documents.reader import DocumentMetadata, ExtractOptions
    from claimcheck.documents.stylesheet import PageStyles

_DEEPEST_FRAME = 3
_DEEPEST_IMPORT = 3
_MOST_IMPORTS = 10
_IMPORT = re.compile(
    r"""@import\s+(?:url\(\s*["']?([^"')\s]{1,2000})["']?\s*\)|"([^"]{1,2000})"|'([^']{1,2000})')"""
    r"[^;{}]{0,200};"
)
_NEXT_TO_NOTHING = 10  # words
_MANY = 50  # words
_MOST_OF_IT: Final = 0.9
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_STREAMED = re.compile(r"S:[0-9a-f]{1,8}")
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f]")
# What follows them is shown like what stands before; lxml would leave it out.
_LAST_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
# Browsers pass over the slash of `<div/>`; lxml would end the element there, and all of `<html/>`.
_SLASHED: Final = re.compile(
    r"<(a|abbr|address|article|aside|b|big|blockquote|body|button|caption|center|code|dd|details|"
    r"div|dl|dt|em|fieldset|figcaption|figure|font|footer|form|h[1-6]|header|html|i|iframe|ins|"
    r"label|legend|li|main|nav|ol|option|p|pre|s|script|section|select|small|span|strong|sub|"
    r"summary|sup|table|tbody|td|textarea|tfoot|th|thead|tr|u|ul)((?:\s[^<>]*)?)/>",
    re.IGNORECASE,
)

# Begins and ends of templates, and what may name them without being one.
_TEMPLATE_TAG: Final = re.compile(
    r"<!--.*?-->|<(script|style|textarea)\b.*?</\1\s*>|<(/?)template\b([^>]*)>",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class SeenPage:
    """The visible text of a page.

    Attributes:
        page: its text, and what stands aside from it.
        tree: the page as lxml parsed it.
        source: the page as it is written, decoded.
        remarks: what its user should know of how it was decoded.
        gaps: what is not in the text.
    """

    page: PageText
    tree: PageElement
    source: str
    remarks: tuple[str, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedParts:
    """What was saved with a page.

    Attributes:
        address: the page's own address, against which those in it are read.
        frames: pages that are shown in it, with their charsets, by their addresses.
        sheets: its style sheets, with their charsets, by their addresses.
    """

    address: str = ""
    frames: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)
    sheets: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)

    def address_of(self, reference: str) -> str:
        """Return the whole address of what a page refers to; "" where it is none."""
        try:
            return urldefrag(urljoin(self.address, reference.strip())).url
        except ValueError:
            return ""

    def sheet(self, reference: str, depth: int = 0) -> str:
        """Return a style sheet that the page refers to, with those that it imports.

        Args:
            reference: what the page calls it.
            depth: how many sheets it was imported through.
        """
        source = self.address_of(reference)
        data, charset = self.sheets.get(source, (b"", ""))
        if not data or depth > _DEEPEST_IMPORT:
            return ""
        try:
            text = decode(data, charset or "utf-8").text
        except UnreadableError:
            text = data.decode("utf-8", "replace")
        outer = replace(self, address=source)
        return _IMPORT.sub(
            lambda hit: outer.sheet(hit[1] or hit[2] or hit[3], depth + 1), text, _MOST_IMPORTS
        )


def read_page(
    data: bytes,
    options: ExtractOptions,
    media_charset: str = "",
    saved: SavedParts | None = None,
) -> Extract:
    """Return the visible text of a page, with its main part marked, and its metadata.

    Args:
        data: the page's bytes.
        options: how it is to be read.
        media_charset: the charset that was declared outside of the page.
        saved: what was saved with it; None where that is nothing.

    Raises:
        UnreadableError: the bytes are in another charset, tags are nested too deeply, or nothing
            is seen of it.
    """
    seen = seen_page(data, options.charset or media_charset, saved)
    heading = _only_heading(seen.tree)
    metadata = page_metadata(seen.tree, heading, of_page(seen.source))
    remarks = (*seen.remarks, *_proposals(seen.tree, metadata))
    main = () if options.whole_page else main_part(seen.page, seen.tree, heading)
    text = pinned([seen.page.text], [Aside(AsideKind.STRUCK, text) for text in seen.page.struck])
    return Extract(text, metadata, remarks, seen.gaps, main)


def seen_page(data: bytes, charset: str = "", saved: SavedParts | None = None) -> SeenPage:
    """Return what is seen of a page.

    The charset is what a byte order mark says, else what was declared outside of the page, else
    what the page declares, else UTF-8.

    Args:
        data: the page.
        charset: the charset that was declared outside of it; "" where none was.
        saved: what was saved with it; None where that is nothing.

    Raises:
        UnreadableError: as `read_page`.
    """
    source = decode_page(data, charset)
    tree = _tree(source.text)
    page, gaps = _visible_text(tree, saved or SavedParts(), 0)
    if not page.text:
        raise UnreadableError(
            "nothing is seen of it", "a page that a script fills must be saved as PDF"
        )
    return SeenPage(page, tree, source.text, source.remarks, (*source.gaps, *gaps))


def _proposals(tree: PageElement, metadata: DocumentMetadata) -> list[str]:
    """Say on which day a page may have been published, where it does not declare one."""
    day = "" if metadata.issued else _guessed_day(tree, metadata.url)
    return [f"it may have been published on {day}; if it was, write issued: {day}"] if day else []


def _guessed_day(tree: PageElement, url: str) -> str:
    from htmldate import find_date

    page = copy.deepcopy(tree)
    drop_what_others_wrote(page)
    try:
        day = find_date(page, extensive_search=False, original_date=True, url=url or None)
    except (ValueError, TypeError, AttributeError):
        return ""  # a guess that fails costs nothing
    return day or ""


def _framed(saved: SavedParts, depth: int, element: PageElement) -> str:
    """Return what is seen in a frame: a page in its own text, or one that was saved beside."""
    if depth >= _DEEPEST_FRAME:
        return ""
    inner, charset = (element.get("srcdoc") or "").encode("utf-8", "replace"), "utf-8"
    source = ""
    if not inner:
        source = saved.address_of(element.get("src") or "")
        inner, charset = saved.frames.get(source, (b"", ""))
    try:
        text = decode_page(inner, charset).text
        return _visible_text(_tree(text), replace(saved, address=source), depth + 1)[0].text
    except UnreadableError:
        return ""  # an empty frame, most often


def _visible_text(tree: PageElement, saved: SavedParts, depth: int) -> tuple[PageText, list[str]]:
    """Return what is seen, and what is not.

    Some pages hide all of themselves until a script has run. Who reads one sees it, so where next
    to nothing is left, what hides the boxes around most of it is passed over; where that is not
    enough, their sheets are not followed. Either is said.
    """
    frame = partial(_framed, saved, depth)
    styles = styles_of(tree, saved.sheet)
    seen = page_text(tree, styles, frame)
    gaps = []
    if seen.words < _NEXT_TO_NOTHING and seen.hidden_words > _MANY:
        seen, passed_over = _before_its_script(tree, styles, frame, seen)
        if passed_over:
            gaps.append(f"its styles hide all of it until a script runs, so {passed_over}")
    elif not styles.complete:
        gaps.append("its style sheets are too large to be followed to the end")
    if seen.folded_words:
        are = "is" if seen.folded_words == 1 else "are"
        folded = count(seen.folded_words, "word")
        gaps.append(f"{folded} in closed sections (<details>) {are} left out")
    elif seen.hidden_words > max(_MANY, seen.words // 20):
        gaps.append(f"{seen.hidden_words:,} words that the page hides are left out")
    return seen, gaps


def _before_its_script(
    tree: PageElement, styles: PageStyles, frame: Frame, seen: PageText
) -> tuple[PageText, str]:
    """Return what a script would show of a page that hides all of itself, and how that was found.

    The latter is "" where there is no more to be seen.

    Args:
        tree: the page.
        styles: what its sheets declare.
        frame: what is seen in a frame, given its element.
        seen: what is seen of it as it is.
    """
    opened = page_text(tree, _opened(tree, styles), frame)
    if opened.words < _MOST_OF_IT * (seen.words + seen.hidden_words):
        _open_streamed(tree)
        whole = page_text(tree, inline_styles_of(tree), frame)
        if whole.words > opened.words:
            return whole, "they were not followed"
    if opened.words <= seen.words:
        return seen, ""
    return opened, "what hides the boxes around most of it was passed over"


def _opened(tree: PageElement, styles: PageStyles) -> PageStyles:
    """Return the styles of a page without those of the boxes around most of its words.

    Such boxes are shown, too, where an attribute hides them.
    """
    declared = dict(styles.declared)
    most = words_of(tree) / 2
    box: PageElement | None = tree
    while box is not None:
        declared.pop(box, None)
        box.attrib.pop("hidden", None)
        box = next((inner for inner in box if words_of(inner) > most), None)
    return replace(styles, declared=declared)


def _open_streamed(tree: PageElement) -> None:
    """Show the parts that React sends in hidden boxes (`S:0`), for a script to put in place."""
    for box in tree.iter("div"):
        if box.get("hidden") is not None and _STREAMED.fullmatch(box.get("id") or ""):
            del box.attrib["hidden"]


def _tree(text: str) -> PageElement:
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    html_text = _XML_DECLARATION.sub("", text)
    if html_text == text:  # in XML a slash ends the element
        html_text = _SLASHED.sub(r"<\1\2>", text)
    text = _without_templates(_LAST_ENDS.sub("", html_text))
    # A form feed is a blank of HTML; lxml keeps other controls, and then cannot move them.
    text = _CONTROLS.sub(UNREADABLE, text.replace("\f", " "))
    data = text.encode("utf-8", "replace").replace(b"\x00", b"")
    try:
        tree: PageElement = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"it is no web page: {error}") from None
    for entry in parser.error_log:
        # lxml goes on after these, and leaves out the rest without a word.
        if entry.level_name == "FATAL" or entry.type_name in {
            "ERR_NO_MEMORY",
            "ERR_INTERNAL_ERROR",
            "ERR_RESOURCE_LIMIT",
        }:
            raise UnreadableError(
                f"it could be read only in part: {entry.message.strip()} (line {entry.line})"
            )
    return tree


def _without_templates(text: str) -> str:
    """Leave out the templates of a page, which nobody sees; those that browsers show stay.

    lxml does not know them: rows of a table in one would take in all of the page that follows.
    """
    pieces, start, depth = [], 0, 0
    for tag in _TEMPLATE_TAG.finditer(text) if "<template" in text.lower() else ():
        ends = tag[2]
        if ends is None or (depth == 0 and (ends or "shadowroot" in tag[3].lower())):
            continue
        if depth == 0:
            pieces.append(text[start : tag.start()])
            start = tag.start()
        depth += -1 if ends else 1
        if depth == 0:
            start = tag.end()
    return "".join(pieces) + text[start:]


def _only_heading(tree: PageElement) -> str:
    headings = [" ".join("".join(element.itertext()).split()) for element in tree.iter("h1")]
    shown = [heading for heading in headings if heading]
    return shown[0] if len(shown) == 1 else ""
