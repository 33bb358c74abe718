"""OpenAI's, xAI's and Perplexity's responses: `output` with texts, and what they cite.

`url_citation` and `file_citation` say which source stands behind which place of the answer, but
seldom which passage of it: most give a source without a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation
from claimcheck.documents.answer_annotations import annotation_spans, numbered_spans
from claimcheck.documents.answer_passages import UNNAMED
from claimcheck.documents.answer_text import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("OpenAI",)


def recognizes(value: JsonValue) -> bool:
    """Whether it has `output`, or is a list of messages with `output_text`, or a page of such."""
    if isinstance(value.data, dict):
        listed = value.get("data")
        is_page = value.data.get("object") == "list"
        return isinstance(value.data.get("output"), list) or (
            is_page and listed is not None and recognizes(listed)
        )
    return isinstance(value.data, list) and any(
        item.is_kind("message") and any(part.is_kind("output_text") for part in _parts(item))
        for item in value.items()
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with what is cited for it."""
    items = _items(value)
    sources = [
        _source(result)
        for item in items
        if item.is_kind("search_results")
        for result in item.items("results")
    ]
    for item in items:
        for part in _parts(item) if item.is_kind("message") else ():
            if part.is_kind("output_text"):
                raw = part.raw_text("text")
                spans = list(annotation_spans(raw, part.items("annotations")))
                yield from statements_of(raw, spans or numbered_spans(raw, sources))


def _items(value: JsonValue) -> list[JsonValue]:
    """Return the items of a response, of a list of them, or of a page of that list."""
    if isinstance(value.data, list):
        return value.items()
    return value.items("output") or value.items("data")


def _source(result: JsonValue) -> AnswerCitation:
    """Return a page that was looked at, for which a number stands in the text (Perplexity)."""
    names = tuple(name for key in ("title", "url") if (name := result.text(key)))
    return AnswerCitation("", names or (UNNAMED,))


def _parts(message: JsonValue) -> list[JsonValue]:
    content = message.get("content")
    return content.items() if content and isinstance(content.data, list) else []
