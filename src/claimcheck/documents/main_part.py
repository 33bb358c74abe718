"""Which part of a web page is its main one, without the furniture around it.

trafilatura takes main texts out of pages. What it takes is not pinned: the lines that are seen of a
page are looked up in it, and those that stand there are the main part. It ranks and proposes; that
a quotation stands outside of it is no fault.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from claimcheck.text.pinned_text import letters_of

if TYPE_CHECKING:
    from claimcheck.documents.page_element import PageElement
    from claimcheck.documents.page_text import PageText
    from claimcheck.model import Span

_FOR_EDITORS: Final = frozenset({"mw-editsection", "noprint"})
_OF_ARTICLES: Final = ("h1", "h2", "h3", "h4", "table")
_NOTE_MARK: Final = re.compile(r"\^\[[^\]]*\]")
_ITEM_NUMBER: Final = re.compile(r"\A\x1f?(?:\d{1,4}|[a-zA-Z]|[ivxlc]{1,6}|[IVXLC]{1,6})\. ")
_LINE: Final = re.compile(r"[^\n]+")
_TELLING: Final = 20
_SENTENCE: Final = 40
_GAP: Final = 3
_TELLING_AROUND: Final = 3  # boxes around a paragraph
_SOME: Final = 3  # paragraphs
_MOST_NESTED: Final = 5000  # pairs of a table and one that it stands in


def main_part(seen: PageText, tree: PageElement, heading: str = "") -> tuple[Span, ...]:
    """Return the main part of a page as spans of what is seen of it, in code points.

    Args:
        seen: what is seen of it.
        tree: the page as lxml parsed it; it is spoilt by this.
        heading: its only main heading; "" where it has none or several.

    Returns:
        The spans in order; none where all of it is the main part, nothing tells which, or tables
        are nested too deeply to look.
    """
    for element in seen.hidden:
        if element.getparent() is not None:
            element.drop_tree()
    _drop_marks(tree)
    places = _paragraphs_by_place(tree)
    main = [line for line in _main_text(tree).split("\n") if line.strip()]
    if main and main[-1].startswith("©"):
        main.pop()
    pieces = [letters_of(line) for line in main]
    whole, short = "".join(pieces), {piece for piece in pieces if piece}
    if heading:
        short.add(letters_of(heading))
    missing = _of_the_same_places(places, whole)
    lines = [hit.span() for hit in _LINE.finditer(seen.text)]
    letters = [
        letters_of(_ITEM_NUMBER.sub("", _NOTE_MARK.sub("", seen.text[start:end])))
        for start, end in lines
    ]
    inside = [line in missing or _stands(line, whole, short) for line in letters]
    spans = _joined(lines, inside, [len(line) >= _SENTENCE for line in letters])
    return () if spans == ((0, len(seen.text)),) else spans


def _stands(line: str, whole: str, short: set[str]) -> bool:
    return line in whole if len(line) >= _TELLING else line in short


def _joined(lines: list[Span], inside: list[bool], sentences: list[bool]) -> tuple[Span, ...]:
    """Return the spans of the lines that are inside, with small gaps between them closed.

    A gap is closed where it has three lines or fewer, and a sentence among them: buttons to share
    an article stand in its midst, too.
    """
    spans: list[list[int]] = []
    last = 0
    for at, (start, end) in enumerate(lines):
        if not inside[at]:
            continue
        gap = at - last - 1
        if spans and gap <= _GAP and (gap == 0 or any(sentences[last + 1 : at])):
            spans[-1][1] = end
        else:
            spans.append([start, end])
        last = at
    return tuple((start, end) for start, end in spans)


def _main_text(tree: PageElement) -> str:
    import trafilatura

    _unwrap_layout(tree)
    if _is_nested_too_deeply(tree):
        return ""
    main_text = trafilatura.extract(
        tree,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        include_links=False,
        deduplicate=False,
    )
    return main_text or ""


def _paragraphs_by_place(tree: PageElement) -> dict[str, list[str]]:
    """Return the letters of paragraphs, by the tags and classes of what they stand in."""
    places: dict[str, list[str]] = {}
    for paragraph in tree.iter("p"):
        letters = letters_of("".join(paragraph.itertext()))
        if len(letters) >= _SENTENCE:
            around = islice(paragraph.iterancestors(), _TELLING_AROUND)
            place = "/".join(f"{outer.tag}.{outer.get('class') or ''}" for outer in around)
            places.setdefault(place, []).append(letters)
    return places


def _of_the_same_places(places: dict[str, list[str]], whole: str) -> set[str]:
    """Return paragraphs that stand in boxes of the same kind as some of the main text.

    Pages cut an article where they set an advertisement, and the rest is a box by itself: more than
    half of it is missing then. Where less is, it is what stands among the words of an article.

    Args:
        places: the letters of paragraphs, by what they stand in.
        whole: the letters of the main text.
    """
    of_article: set[str] = set()
    for paragraphs in places.values():
        inside = sum(letters in whole for letters in paragraphs)
        if _SOME <= inside < len(paragraphs) / 2:
            of_article.update(paragraphs)
    return of_article


def _is_nested_too_deeply(tree: PageElement) -> bool:
    """Whether tables stand in tables so often that trafilatura would take minutes."""
    pairs = 0
    for table in tree.iter("table"):
        pairs += sum(1 for _outer in table.iterancestors("table"))
        if pairs > _MOST_NESTED:
            return True
    return False


def _drop_marks(tree: PageElement) -> None:
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


def _unwrap_layout(tree: PageElement) -> None:
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
                element
                for element in table.iter("table", "tbody", "tr", "td")
                if _table_of(element) is table
            ]
            for part in own:
                part.tag = "div"


def _table_of(element: PageElement | None) -> PageElement | None:
    """Return the table that a part of one belongs to; a table belongs to itself."""
    while element is not None and element.tag != "table":
        element = element.getparent()
    return element
