"""ClaimReview, as it is out there: JSON-LD in a list, a `@graph`, DataFeeds, old types and all.

Ratings of -1 mean none; dates may be partial; a claim may be a CreativeWork, an author a text.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.bibliography import partial_date, tidy
from claimcheck.documents.json_file import read_json
from claimcheck.documents.note import ImportedNote
from claimcheck.model.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HOLDERS: Final = ("@graph", "dataFeedElement", "item", "itemListElement", "claims", "claimReview")
_MAX_DEPTH: Final = 12
_PREFIX: Final = re.compile(r"schema:|https?://schema\.org/")
# A page that carries reviews: what is in its scripts of JSON-LD.
_SCRIPT: Final = re.compile(rb"<script[^>]{0,200}application/ld\+json[^>]{0,200}>", re.IGNORECASE)
_SCRIPT_END: Final = b"</script"


def notes(data: bytes) -> Iterator[ImportedNote]:
    """Yield each review: what was reviewed is the claim; its appearances and the review are cited.

    Raises:
        AnswerError: it is no JSON, or holds no review.
    """
    scripts = _scripts(data) if data.lstrip()[:1] == b"<" else [data]
    values, broken = [], []
    for script in scripts:
        try:
            values.append(_without_prefixes(read_json(script), 0))
        except AnswerError as error:
            broken.append(error)
    number = 0
    for review, claim_text in _reviews(values, "", 0):
        number += 1
        yield _note(review, claim_text, number)
    if not number:
        # What else a page describes in its scripts may be broken, and matters only where it may
        # have been the review.
        raise next(iter(broken), AnswerError("holds no ClaimReview"))


def _scripts(page: bytes) -> Iterator[bytes]:
    """Yield what stands in the scripts of JSON-LD of a page; one that never ends is none."""
    lower, position = page.lower(), 0
    while opening := _SCRIPT.search(page, position):
        position = lower.find(_SCRIPT_END, opening.end())
        if position < 0:
            return
        yield page[opening.end() : position]


def _without_prefixes(value: object, depth: int) -> object:
    """Return JSON-LD with the bare names of schema.org's terms, which may be written in full."""
    if depth > _MAX_DEPTH:
        return value
    if isinstance(value, list):
        return [_without_prefixes(item, depth + 1) for item in value]
    if isinstance(value, dict):
        bare = {_PREFIX.sub("", name): item for name, item in value.items()}
        kinds = bare.get("@type")
        if kinds:
            kinds = kinds if isinstance(kinds, list) else [kinds]
            bare["@type"] = [_PREFIX.sub("", str(kind)) for kind in kinds]
        return {name: _without_prefixes(item, depth + 1) for name, item in bare.items()}
    return value


def _reviews(
    value: object, claim_text: str, depth: int
) -> Iterator[tuple[Mapping[str, object], str]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _reviews(item, claim_text, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        # The Fact Check Explorer's own shape has no types.
        own = "claimReviewed" in value or ("textualRating" in value and claim_text)
        if "ClaimReview" in kinds or own:
            yield value, claim_text
            return
        text = _words(value.get("text")) if "claimReview" in value else claim_text
        for name in _HOLDERS:
            if name in value:
                yield from _reviews(value[name], text, depth + 1)


def _note(review: Mapping[str, object], claim_text: str, number: int) -> ImportedNote:
    reviewed = review.get("itemReviewed")
    items = [item for item in _listed(reviewed) if isinstance(item, dict)]
    item: Mapping[str, object] = items[0] if items else {}
    rating = _rating(review)
    by = _name(review.get("author") or review.get("publisher"))
    claim, *wordings = [*filter(None, map(_words, _listed(review.get("claimReviewed"))))] or [""]
    claim = claim or claim_text or _words(item.get("name"))
    authors = list(dict.fromkeys(name for each in items for name in _names(each.get("author"))))
    dates = [date for each in items if (date := _words(each.get("datePublished")))]
    days = [partial_date(date.partition("T")[0].split("-")) or date for date in dates]
    remark = f"{by or 'a reviewer'} rated it {rating}" if rating else ""
    return ImportedNote(
        claim=claim or "A claim without words",
        names=tuple(dict.fromkeys(name for each in (*items, review) for name in _addresses(each))),
        claimant=next(iter(authors), ""),
        claimed_on=next(iter(days), ""),
        rationale=remark,
        line=number,
        remarks=(
            *(f"in other words: {words}" for words in wordings),
            *(f"also claimed by {name}" for name in authors[1:]),
            *(f"also dated {day}" for day in dict.fromkeys(days[1:]) if day != days[0]),
        ),
    )


def _rating(review: Mapping[str, object]) -> str:
    if word := _words(review.get("textualRating")):
        return word
    rating = review.get("reviewRating")
    rating = rating[0] if isinstance(rating, list) and rating else rating
    if not isinstance(rating, dict):
        return ""
    word = _words(rating.get("alternateName") or rating.get("name"))
    value, best = _words(rating.get("ratingValue")), _words(rating.get("bestRating"))
    if word or value in {"", "-1"}:
        return word
    return f"{value} of {best}" if best not in {"", "-1"} else value


def _addresses(item: Mapping[str, object]) -> Iterator[str]:
    for key in ("firstAppearance", "appearance", "sameAs", "url"):
        values = item.get(key)
        for value in values if isinstance(values, list) else [values]:
            address = value.get("url") if isinstance(value, dict) else value
            if isinstance(address, str) and address.strip():
                yield address.strip()


def _name(value: object) -> str:
    return next(_names(value), "")


def _names(value: object) -> Iterator[str]:
    """Yield the names of somebody, of several, or of one who has several."""
    for item in _listed(value):
        names = _listed(item.get("name")) if isinstance(item, dict) else [item]
        yield from filter(None, map(_words, names))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _words(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    # Many write entities, and some of those write them twice.
    return tidy(html.unescape(html.unescape(str(value))))
