"""When a web page says that it was published."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.placeholders import is_day

if TYPE_CHECKING:
    from claimcheck.documents.page_element import PageElement

# Dates of publication only: when a page was changed, or copied, is another matter.
_TAGS: Final = (
    "article:published_time", "citation_publication_date", "citation_date", "citation_online_date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "datepublished", "og:article:published_time", "og:published_time",
    "article:published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publication_date", "pub_date", "article.published",
    "cxenseparse:recs:publishtime",
    "shareaholic:article_published_time", "rnews:datepublished", "bt:pubdate", "displaydate",
)  # fmt: skip
_DAY: Final = re.compile(
    r"\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)|\s*(\d{4})(\d\d)(\d\d)(?!\d)"
)
_WORDS: Final = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(?:(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?|"
    r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})"
)
_PATH: Final = re.compile(
    r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/_-])|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-])"
)
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_OF_OTHERS: Final = re.compile(
    r"comment|respon|repl(?:y|ies)|disqus|related|teaser|recommend|sidebar|widget|footer|promo",
    re.IGNORECASE,
)
_PUBLISHED: Final = frozenset(
    {
        "published", "dt-published", "entry-date", "post-date", "publish-date", "published-date",
        "publication-date", "date-published", "article-date", "article__date", "pubdate",
    }
)  # fmt: skip
_CHANGE: Final = re.compile(r"updat|modif|edited|changed")
_ORDER_OPEN: Final = re.compile(r"\b(?:0?\d|1[0-2])/(?:0?\d|1[0-2])/\d{2,4}")
_LONGEST: Final = 200  # letters of a line that names a day
_COMMENTS: Final = ("/Comment", "/UserComments", "/Review")
_ZULU: Final = re.compile(r"T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\+00:?00)\s*$")


def issued(
    tree: PageElement, tags: dict[str, list[str]], article: dict[str, object], url: str
) -> str:
    """Return the date that a page gives for itself, as YYYY-MM-DD or shorter.

    Args:
        tree: the page.
        tags: its `meta` tags' contents by their names.
        article: its own item in JSON-LD.
        url: its address; many hold the day.

    Returns:
        The date, as exact as any of those that agree; "" where the page gives none, or two that
        are more than a day apart.
    """
    tagged = [date for name in _TAGS for date in tags.get(name, [])]
    # A journal dates its issue by the month, and the article in it by the day.
    finer = [date for date in tagged[1:] if _date(date).startswith(_date(tagged[0]) + "-")]
    declared = [article.get("datePublished"), *tagged[:1], *finer, *_marked(tree)]
    in_path, printed = _in_path(url), _only_time(tree)
    dates = [
        _as_printed(text, date, in_path)
        for text in declared
        if isinstance(text, str) and (date := _date(text))
    ]
    dates += [date for date in (in_path, printed) if date]
    if any(_far_apart(dates[0], other) for other in dates[1:]):
        return ""
    exact = [date for date in dates if date.startswith(dates[0])]
    return max(exact, key=len, default="")


def _far_apart(date: str, other: str) -> bool:
    if len(date) != len(other):
        return not date.startswith(other) and not other.startswith(date)
    if len(date) < len("2020-07-10"):
        return date != other
    days = dt.date.fromisoformat(date) - dt.date.fromisoformat(other)
    return abs(days.days) > 1


def _date(text: str) -> str:
    if hit := _DAY.match(text):
        parts = [part for part in hit.groups() if part is not None]
        return _checked(*map(int, parts))
    if hit := _WORDS.match(text.strip()):
        day, month, month_first, day_after, year = hit.groups()
        name = (month or month_first)[:3].lower()
        if name in _MONTHS:
            return _checked(int(year), _MONTHS.index(name) + 1, int(day or day_after))
    return ""


def _checked(year: int, month: int = 0, day: int = 0) -> str:
    if not is_day(year, month, day):
        return ""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def _as_printed(text: str, date: str, in_path: str) -> str:
    """Return the day that a page prints: in UTC it may be the next one already."""
    if in_path and in_path != date and _ZULU.search(text):
        day, day_in_path = dt.date.fromisoformat(date), dt.date.fromisoformat(in_path)
        if abs((day - day_in_path).days) == 1:
            return in_path
    return date


def _in_path(url: str) -> str:
    hit = _PATH.search(url)
    return _checked(*(int(part) for part in hit.groups() if part is not None)) if hit else ""


def _marked(tree: PageElement) -> list[str]:
    """Return the date that is marked as the page's own: not one of several, as comments have."""
    dates = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        marked = "datepublished" in (element.get("itemprop") or "").lower()
        if (marked or element.get("pubdate") is not None) and not _is_of_others(element):
            dates.append(element.get("datetime") or element.get("content") or element.text or "")
    days = {date for date in map(_date, dates) if date}
    return dates if len(days) == 1 else []


def _only_time(tree: PageElement) -> str:
    """Return the day of the page's `time` elements, where all of them have the same."""
    days = {
        _date(element.get("datetime") or element.get("title") or "")
        or _day_in_words(element.text_content())
        for element in tree.iter()
        if _is_time(element) and not _is_of_change(element) and not _is_of_others(element)
    } - {""}
    day = days.pop() if len(days) == 1 else ""
    return day if len(day) == len("2020-07-10") else ""


def _is_time(element: PageElement) -> bool:
    """Whether an element is a time, by its tag or by the classes of microformats and blogs."""
    return element.tag == "time" or (
        isinstance(element.tag, str)
        and not _PUBLISHED.isdisjoint((element.get("class") or "").lower().split())
    )


def _day_in_words(text: str) -> str:
    """Return the only day that a short text names; "" where the order of its figures is open."""
    from claimcheck.anchor.figure import FigureKind
    from claimcheck.anchor.figures import figures_in

    if len(text) > _LONGEST or _ORDER_OPEN.search(text):
        return ""
    days = {
        _checked(*(part or 0 for part in figure.parts))
        for figure in figures_in(text)
        if figure.kind is FigureKind.DATE and all(figure.parts)
    }
    return days.pop() if len(days) == 1 else ""


def _is_of_change(element: PageElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    return bool(_CHANGE.search(names)) and "publi" not in names


def drop_what_others_wrote(tree: PageElement) -> None:
    """Take comments, teasers and the like out of a page: their dates are not the page's."""
    for element in [*tree.iter()]:
        if not isinstance(element.tag, str) or element.tag in {"html", "head", "body"}:
            continue
        if _begins_other(element) and element.getparent() is not None:
            element.drop_tree()


def _is_of_others(element: PageElement | None) -> bool:
    while element is not None and element.tag not in {"html", "body"}:
        if _begins_other(element):
            return True
        element = element.getparent()
    return False


def _begins_other(element: PageElement) -> bool:
    if element.tag in {"aside", "blockquote", "footer", "nav"}:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    kind = element.get("itemtype") or ""
    return kind.endswith(_COMMENTS) or bool(_OF_OTHERS.search(names))
