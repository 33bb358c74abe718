"""A web page: its main text without the furniture around it, and what it says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimcheck.documents.charset import declared_charset, decode
from claimcheck.documents.page_metadata import about_page
from claimcheck.documents.reader import Extract
from claimcheck.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.reader import ExtractOptions

_UNSEEN = frozenset(
    {"script", "style", "template", "noscript", "head", "iframe", "svg", "select", "textarea"}
)
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "option",
        "p", "pre", "section", "summary", "table", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_FOR_EDITORS = frozenset({"mw-editsection", "noprint"})
_OF_ARTICLES = ("h1", "h2", "h3", "h4", "table")
_ROW = re.compile(r"\| [^\n]*\|")
_RULE = re.compile(r"\|(?:-{3,}\|)+")
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def read_page(data: bytes, options: ExtractOptions, media_charset: str = "") -> Extract:
    """Return a page's main text (all of it, if the options say so) and its metadata.

    The charset is what a byte order mark says, else what was declared outside of the page, else
    what the page declares, else UTF-8; the bytes must fit it.

    Args:
        data: the page's bytes.
        options: how it is to be read.
        media_charset: the charset that was declared outside of the page.

    Raises:
        UnreadableError: the bytes are in another charset, tags are nested too deeply, or the page
            holds no text.
    """
    text = decode(data, options.charset or media_charset or declared_charset(data)).text
    tree = _tree(_XML_DECLARATION.sub("", text))
    heading = _only_heading(tree)
    about = about_page(tree, heading)
    body = _whole(tree) if options.whole_page else _main(tree)
    if heading and heading not in " ".join(body.split()):
        body = f"{heading}\n\n{body}"
    body = _UNWANTED.sub(" ", body).strip()
    if not body:
        raise UnreadableError(
            "no main text was found in it",
            "keep everything with --whole-page; a page that a script fills must be saved as PDF",
        )
    return Extract(body + "\n", about)


def _tree(text: str) -> Any:  # noqa: ANN401 - lxml has no types
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    data = text.encode("utf-8", "replace").replace(b"\x00", b"")
    try:
        tree = html.document_fromstring(data, parser=parser)
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


def _main(tree: Any) -> str:  # noqa: ANN401 - as above
    import copy

    import trafilatura

    prepared = copy.deepcopy(tree)
    _drop_marks(prepared)
    _unwrap_layout(prepared)
    found = trafilatura.extract(
        prepared,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        include_links=False,
        deduplicate=False,
    )
    lines = [_row(line) for line in (found or "").split("\n") if line.strip()]
    if lines and lines[-1].startswith("©"):
        lines.pop()
    return "\n\n".join(line for line in lines if line)


def _row(line: str) -> str:
    """Return a table's row with tabs between its cells, so that it can be quoted as it is read.

    trafilatura sets bars there, as Markdown does, and a line of dashes below the headers.
    """
    if _RULE.fullmatch(line.strip()):
        return ""
    if not _ROW.fullmatch(line.strip()):
        return line
    return "\t".join(cell.strip() for cell in line.strip()[1:-1].split("|") if cell.strip())


def _drop_marks(tree: Any) -> None:  # noqa: ANN401 - as above
    """Take out what is set among an article's words, and is none of them.

    A raised mark that leads to a note on the same page would make `in 2020` out of `in 20201`, and
    a quotation that runs over `[2]` would not be found; MediaWiki's pages have links for editors.
    """
    for mark in [*tree.iter("sup")]:
        links = [link.get("href") or "" for link in mark.iter("a")]
        if links and all(href.startswith("#") for href in links):
            mark.drop_tree()
    for element in [*tree.iter("div", "span", "sup")]:
        kinds = (element.get("class") or "").split()
        if _FOR_EDITORS.intersection(kinds) or element.get("id") == "siteNotice":
            element.drop_tree()


def _unwrap_layout(tree: Any) -> None:  # noqa: ANN401 - as above
    """Make plain blocks of the tables that only lay a page out, as many did until the 2000s.

    Such a table has no headers, and some cell of it holds a heading, several paragraphs or another
    table. Its columns would be one row of text, with everything that stands beside the article.
    """
    for table in [*tree.iter("table")]:
        if any(True for _found in table.iter("th", "caption")):
            continue
        cells = [*table.iter("td")]
        if any(True for cell in cells for _found in cell.iter(*_OF_ARTICLES)) or any(
            sum(1 for _found in cell.iter("p")) > 1 for cell in cells
        ):
            own = [
                one for one in table.iter("table", "tbody", "tr", "td") if _table_of(one) is table
            ]
            for part in own:
                part.tag = "div"


def _table_of(element: Any) -> Any:  # noqa: ANN401 - as above
    """Return the table that a part of one belongs to; a table belongs to itself."""
    while element is not None and element.tag != "table":
        element = element.getparent()
    return element


def _whole(tree: Any) -> str:  # noqa: ANN401 - as above
    """Return everything that a page says, furniture included, a paragraph a block."""
    pieces = "".join(_pieces(tree))
    paragraphs = (" ".join(piece.split()) for piece in pieces.split("\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _pieces(tree: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    from lxml import etree

    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        opening = event == "start"
        if tag in _UNSEEN:
            hidden += 1 if opening else -1
        if tag in _BLOCKS:
            yield "\n"
        said = element.text if opening else element.tail
        # White space in the source of a page is one blank, wherever its lines are broken.
        if said and not hidden:
            yield re.sub(r"\s+", " ", said)


def _only_heading(tree: Any) -> str:  # noqa: ANN401 - as above
    headings = [" ".join("".join(one.itertext()).split()) for one in tree.iter("h1")]
    shown = [heading for heading in headings if heading]
    return shown[0] if len(shown) == 1 else ""
