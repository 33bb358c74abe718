"""ClaimReview, as it is out there: JSON-LD in a list, a `@graph`, DataFeeds, old types and all.

Ratings of -1 mean none; dates may be partial; a claim may be a CreativeWork, an author a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.documents.bibliography import partial_date, tidy
from claimcheck.documents.json_file import read_json
from claimcheck.documents.note import ImportedNote
from claimcheck.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HOLDERS: Final = ("@graph", "dataFeedElement", "item", "itemListElement", "claims", "claimReview")
_MAX_DEPTH: Final = 12


def notes(data: bytes) -> Iterator[ImportedNote]:
    """Yield each review: what was reviewed is the claim; its appearances and the review are cited.

    Raises:
        AnswerError: it is no JSON, or holds no review.
    """
    value = read_json(data)
    number = 0
    for review, claim_text in _reviews(value, "", 0):
        number += 1
        yield _note(review, claim_text, number)
    if not number:
        raise AnswerError("holds no ClaimReview")


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
    reviewed = reviewed[0] if isinstance(reviewed, list) and reviewed else reviewed
    item: Mapping[str, object] = reviewed if isinstance(reviewed, dict) else {}
    rating = _rating(review)
    by = _name(review.get("author") or review.get("publisher"))
    claim = _words(review.get("claimReviewed")) or claim_text or _words(item.get("name"))
    remark = " ".join(filter(None, (f"{by} rated it" if rating else "", rating)))
    return ImportedNote(
        claim=claim or "A claim without words",
        names=tuple(dict.fromkeys((*_addresses(item), *_addresses(review)))),
        claimant=_name(item.get("author")),
        claimed_on=partial_date(_words(item.get("datePublished")).partition("T")[0].split("-")),
        rationale=remark,
        line=number,
    )


def _rating(review: Mapping[str, object]) -> str:
    if word := _words(review.get("textualRating")):
        return word
    rating = review.get("reviewRating")
    rating = rating[0] if isinstance(rating, list) and rating else rating
    if not isinstance(rating, dict):
        return ""
    word = _words(rating.get("alternateName") or rating.get("name"))
    value = _words(rating.get("ratingValue"))
    return word or (value if value not in {"", "-1"} else "")


def _addresses(item: Mapping[str, object]) -> Iterator[str]:
    for key in ("firstAppearance", "appearance", "sameAs", "url"):
        values = item.get(key)
        for value in values if isinstance(values, list) else [values]:
            address = value.get("url") if isinstance(value, dict) else value
            if isinstance(address, str) and address.strip():
                yield address.strip()


def _name(value: object) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _words(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return tidy(str(value))
