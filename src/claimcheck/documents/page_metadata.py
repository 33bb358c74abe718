"""What a web page declares about itself: JSON-LD, the tags that journals and networks read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.page_date import issued
from claimcheck.documents.page_items import TYPES, kind_of, own_article, plain
from claimcheck.documents.page_origin import is_address, of_address
from claimcheck.documents.placeholders import is_name, is_title
from claimcheck.documents.reader import DocumentMetadata

if TYPE_CHECKING:
    from claimcheck.documents.page_element import PageElement
    from claimcheck.documents.page_origin import Origin

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_AUTHOR_TAGS: Final = (
    "author",
    "dc.creator",
    "article:author",
    "parsely-author",
    "sailthru.author",
)


def page_metadata(tree: PageElement, heading: str, origin: Origin) -> DocumentMetadata:
    """Return what a parsed page declares about itself; its date is when it was published.

    Args:
        tree: the page.
        heading: the page's only main heading; "" where it has none or several.
        origin: where it was saved from, as far as that is known.
    """
    tags = _tags(tree)
    declared = of_address(_url(tree, tags))
    url = origin.url or declared.url
    article = own_article(
        tree, [declared.url, origin.url], [heading, *tags.get("og:title", ()), _title(tree)]
    )
    journal = tags.get("citation_journal_title", [""])[0]
    kind = TYPES.get(kind_of(article), "article-journal" if journal else "webpage")
    return DocumentMetadata(
        title=_first_title(
            *tags.get("citation_title", ()), _same(article.get("name"), heading),
            article.get("headline"), *tags.get("og:title", ()),
            article.get("name"), heading, _title(tree),
        ),
        type=kind,
        author=_authors(tags, article),
        container_title=_first(
            journal, *tags.get("og:site_name", ()), _name(article.get("isPartOf"))
        ),
        publisher=_first(
            *tags.get("citation_publisher", ()), _name(article.get("publisher")),
            *tags.get("dc.publisher", ()), *tags.get("dcterms.publisher", ()),
        ),
        language=_language(
            tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
            article.get("inLanguage"), *tags.get("og:locale", ()), *tags.get("dc.language", ()),
        ),
        issued=issued(tree, tags, article, url),
        accessed=origin.accessed,
        url=url,
        archive_url=origin.archive_url or declared.archive_url,
    )  # fmt: skip


def _tags(tree: PageElement) -> dict[str, list[str]]:
    """Return the contents of the page's `meta` tags by their lower-case names."""
    tags: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = plain(tag.get("content"))
        if name and content:
            tags.setdefault(name.strip().lower(), []).append(content)
    return tags


def _authors(tags: dict[str, list[str]], article: dict[str, object]) -> tuple[str, ...]:
    author = article.get("author")
    named = [_name(entry) for entry in (author if isinstance(author, list) else [author])]
    tagged = [name for key in _AUTHOR_TAGS for name in tags.get(key, [])]
    for names in (tags.get("citation_author", []), named, tagged):
        # Some put the address of a profile where a name should be.
        people = [name for name in map(plain, names) if is_name(name)]
        if people:
            return tuple(dict.fromkeys(people))
    return ()


def _name(value: object) -> str:
    if isinstance(value, list):
        return next((name for name in map(_name, value) if name), "")
    if isinstance(value, dict):
        return plain(value.get("name"))
    return plain(value)


def _url(tree: PageElement, tags: dict[str, list[str]]) -> str:
    links = [
        element.get("href")
        for element in tree.iter("link")
        if "canonical" in _words(element.get("rel"))
    ]
    addresses = map(plain, (*links, *tags.get("og:url", ())))
    return next((address for address in addresses if is_address(address)), "")


def _language(*values: object) -> str:
    for value in values:
        hit = _LANGUAGE.fullmatch(plain(value))
        if hit:
            return hit[0].replace("_", "-")
    return ""


def _title(tree: PageElement) -> str:
    titles = (
        element
        for element in tree.iter("title")
        if (parent := element.getparent()) is None or parent.tag != "svg"
    )
    title = next(titles, None)
    return plain(title.text_content()) if title is not None else ""


def _same(name: object, heading: str) -> str:
    """Return a name that the page's heading bears out: some give a description as headline."""
    return heading if heading and plain(name) == heading else ""


def _first(*values: object) -> str:
    return next((text for text in map(plain, values) if text), "")


def _first_title(*values: object) -> str:
    titles = [text for text in map(plain, values) if text]
    return next((text for text in titles if is_title(text)), "")


def _words(value: object) -> list[str]:
    return value.lower().split() if isinstance(value, str) else []
