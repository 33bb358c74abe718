"""What a web page says of itself: JSON-LD, the tags that journals and networks read, its title."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claimcheck.documents.reader import DocumentMetadata

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY = re.compile(r"\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
# Dates of publication only: when a page was changed, or copied, is another matter.
_DATE_TAGS = (
    "article:published_time", "citation_publication_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dc.date", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
)  # fmt: skip
_TYPES = {
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
_ARTICLES = frozenset({*_TYPES, "Article", "TechArticle", "WebPage"})
_MOST_NODES = 2000
_LONGEST = 400


def about_page(tree: Any, heading: str = "") -> DocumentMetadata:  # noqa: ANN401 - lxml has no types
    """Return what a parsed page says of itself; its date is when it was published, or nothing.

    `heading` is the page's only main heading, if it has just one.
    """
    tags = _tags(tree)
    article = _article(tree)
    journal = tags.get("citation_journal_title", [""])[0]
    kind = _TYPES.get(_type(article), "article-journal" if journal else "webpage")
    return DocumentMetadata(
        title=_first(
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
        issued=_issued(tree, tags, article),
        url=_url(tree, tags),
    )  # fmt: skip


def _tags(tree: Any) -> dict[str, list[str]]:  # noqa: ANN401 - as above
    """Return the contents of the page's `meta` tags by their lower-case names."""
    found: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = _text(tag.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _article(tree: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    """Return the page's own article in JSON-LD; an empty one where there is none."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        articles = [one for one in _nodes(value) if _type(one) in _ARTICLES]
        articles.sort(key=lambda one: _type(one) == "WebPage")
        if articles:
            return articles[0]
    return {}


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    """Yield the things on a page's top level, and those in its `@graph`."""
    waiting, met = [value], 0
    while waiting and met < _MOST_NODES:
        one = waiting.pop(0)
        met += 1
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            yield one
            waiting.append(one.get("@graph"))


def _type(node: dict[str, Any]) -> str:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return next((kind for kind in kinds if isinstance(kind, str) and kind in _ARTICLES), "")


def _authors(tags: dict[str, list[str]], article: dict[str, Any]) -> tuple[str, ...]:
    cited = tags.get("citation_author", [])
    said = article.get("author")
    named = [_name(one) for one in (said if isinstance(said, list) else [said])]
    plain = [
        name for key in ("author", "dc.creator", "article:author") for name in tags.get(key, [])
    ]
    for names in (cited, named, plain):
        # Some put the address of a profile where a name should be.
        people = [_text(name) for name in names if name and "://" not in name]
        if people := [name for name in people if name]:
            return tuple(dict.fromkeys(people))
    return ()


def _name(value: object) -> str:
    if isinstance(value, list):
        return next((name for name in map(_name, value) if name), "")
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _text(value)


def _issued(tree: Any, tags: dict[str, list[str]], article: dict[str, Any]) -> str:  # noqa: ANN401 - as above
    said = [article.get("datePublished")]
    said += [date for name in _DATE_TAGS for date in tags.get(name, [])]
    said += [
        one.get("datetime")
        for one in tree.iter("time")
        if "datepublished" in (one.get("itemprop") or "").lower() or one.get("pubdate") is not None
    ]
    for text in said:
        if isinstance(text, str) and (hit := _DAY.match(text)):
            return "-".join(
                part if len(part) > 1 else f"0{part}" for part in hit.groups() if part is not None
            )
    return ""


def _url(tree: Any, tags: dict[str, list[str]]) -> str:  # noqa: ANN401 - as above
    links = [one.get("href") for one in tree.iter("link") if "canonical" in _words(one.get("rel"))]
    for text in (*links, *tags.get("og:url", ())):
        address = _text(text)
        if address.lower().startswith(("https://", "http://")):
            try:
                parts = urlsplit(address)
            except ValueError:
                continue
            if parts.hostname and "@" not in parts.netloc and " " not in address:
                return address
    return ""


def _language(*said: object) -> str:
    for text in said:
        hit = _LANGUAGE.fullmatch(_text(text)) if isinstance(text, str) else None
        if hit:
            return hit[0].replace("_", "-")
    return ""


def _title(tree: Any) -> str:  # noqa: ANN401 - as above
    found = next(tree.iter("title"), None)
    return _text(found.text_content()) if found is not None else ""


def _same(name: object, heading: str) -> str:
    """Return a name that the page's heading bears out: some give a description as headline."""
    return heading if heading and _text(name) == heading else ""


def _first(*said: object) -> str:
    return next((text for text in map(_text, said) if text), "")


def _words(value: object) -> list[str]:
    return value.lower().split() if isinstance(value, str) else []


def _text(value: object) -> str:
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""
