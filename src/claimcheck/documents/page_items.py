"""The article that a web page declares itself to be, among the items of its JSON-LD."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from claimcheck.text.pinned_text import letters_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.page_element import PageElement

TYPES: Final = {
    "NewsArticle": "article-newspaper",
    "ReportageNewsArticle": "article-newspaper",
    "AnalysisNewsArticle": "article-newspaper",
    "OpinionNewsArticle": "article-newspaper",
    "BackgroundNewsArticle": "article-newspaper",
    "LiveBlogPosting": "article-newspaper",
    "ScholarlyArticle": "article-journal",
    "MedicalScholarlyArticle": "article-journal",
    "BlogPosting": "post-weblog",
    "SocialMediaPosting": "post",
    "Report": "report",
}
_ARTICLES: Final = frozenset({*TYPES, "Article", "TechArticle", "WebPage"})
_MOST_NODES: Final = 2000
_LONGEST: Final = 400
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def own_article(tree: PageElement, addresses: list[str], titles: list[str]) -> dict[str, object]:
    """Return the item in a page's JSON-LD that is the page itself; an empty one where none is.

    An item fits whose address is the page's, or whose headline is its heading or title. Where no
    item can be compared, the only one is taken; one that names another page never is.

    Args:
        tree: the page.
        addresses: what the page declares to be its address.
        titles: its heading and titles.
    """
    items = [item for item in _items(tree) if kind_of(item)]
    places = {_place(address) for address in addresses if address}
    names = {squeezed(title) for title in titles if squeezed(title)}
    judged = [(_fit(item, places, names), -order, item) for order, item in enumerate(items)]
    fitting = [candidate for candidate in judged if candidate[0] > 0]
    if fitting:
        return max(
            fitting,
            key=lambda candidate: (
                candidate[2] and _rank(candidate[2]),
                candidate[0],
                candidate[1],
            ),
        )[2]
    unknown = [item for fit, _order, item in judged if fit == 0]
    return min(unknown, key=lambda item: kind_of(item) == "WebPage", default={})


def kind_of(item: dict[str, object]) -> str:
    """Return which kind of article an item is; "" where it is none."""
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return next((kind for kind in kinds if isinstance(kind, str) and kind in _ARTICLES), "")


def plain(value: object) -> str:
    """Return a text without the HTML that content systems leave in it, on one line."""
    if not isinstance(value, str):
        return ""
    text = html.unescape(html.unescape(value)) if "&" in value else value
    return " ".join(_CONTROL.sub(" ", _TAG.sub("", text)).split())[:_LONGEST]


def squeezed(text: str) -> str:
    """Return the letters and digits of a text alone, in small letters."""
    return letters_of(plain(text))


def _rank(item: dict[str, object]) -> bool:
    return kind_of(item) != "WebPage"


def _fit(item: dict[str, object], places: set[str], names: set[str]) -> int:
    """Return more than 0 where an item is the page, less where it is another, 0 where unknown."""
    addresses = {_place(address) for address in _addresses(item)} - {""}
    headline = squeezed(str(item.get("headline") or item.get("name") or ""))
    same_place = bool(addresses & places)
    same_name = bool(headline) and any(_same_name(headline, name) for name in names)
    if same_place or same_name:
        return 2 * same_place + 3 * same_name
    differs = (bool(addresses) and bool(places)) or (bool(headline) and bool(names))
    return -1 if differs else 0


def _same_name(headline: str, name: str) -> bool:
    """Whether two titles are one: a page's title may go on with the site's name."""
    short, long = sorted((headline, name), key=len)
    return short == long or (len(short) > 15 and long.startswith(short))  # letters of a few words


def _addresses(item: dict[str, object]) -> Iterator[str]:
    whole = item.get("mainEntityOfPage")
    for value in (item.get("url"), item.get("@id"), whole):
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")  # noqa: PLW2901 - the address in it
        if isinstance(value, str):
            yield value


def _place(address: str) -> str:
    """Return what two spellings of one address share: host and path."""
    try:
        parts = urlsplit(plain(address))
    except ValueError:
        return ""
    path = unquote(parts.path).rstrip("/").casefold()
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    return f"{host}{path}?{parts.query}" if host and (path or parts.query) else ""


def _items(tree: PageElement) -> Iterator[dict[str, object]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _nodes(value)


def _nodes(value: object) -> Iterator[dict[str, object]]:
    """Yield the things on a page's top level, and those in its `@graph`."""
    waiting, visits = [value], 0
    while waiting and visits < _MOST_NODES:
        node = waiting.pop(0)
        visits += 1
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting += [node.get("@graph"), node.get("mainEntity")]
