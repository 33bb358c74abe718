"""Gemini's grounding: which segments of an answer rest on which chunks of which sources."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation, JsonValue
from claimcheck.documents.answer_passages import UNNAMED
from claimcheck.documents.answer_text import CitedSpan, nearest_place

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = ("web", "retrieved_context", "maps", "image")


def grounding_spans(raw: str, metadata: JsonValue) -> list[CitedSpan]:
    """Return the segments of an answer that are grounded, with a citation for each chunk.

    Args:
        raw: the answer's text.
        metadata: `groundingMetadata`; its keys may be spelt with capitals or with underscores.
    """
    chunks = [_chunk(chunk) for chunk in _items(metadata, "grounding_chunks")]
    text = _Text(raw)
    spans: list[CitedSpan] = []
    for support in _items(metadata, "grounding_supports"):
        segment = _member(support, "segment")
        start, end = _place(text, segment) if segment else (None, None)
        numbers = [number.data for number in _items(support, "grounding_chunk_indices")]
        cited_chunks = [
            chunks[at] for at in numbers if isinstance(at, int) and 0 <= at < len(chunks)
        ]
        # A chunk that the answer does not hold is cited all the same.
        missing = [AnswerCitation("", (UNNAMED,))] if numbers and not cited_chunks else []
        spans += [CitedSpan(start, end, chunk) for chunk in cited_chunks or missing]
    return spans or [CitedSpan(None, None, chunk) for chunk in chunks]


def _camel(key: str) -> str:
    first, *others = key.split("_")
    return first + "".join(other.capitalize() for other in others)


def _member(value: JsonValue, key: str) -> JsonValue | None:
    return value.get(_camel(key)) or value.get(key)


def _items(value: JsonValue, key: str) -> list[JsonValue]:
    member = _member(value, key)
    return member.items() if member else []


def _chunk(chunk: JsonValue) -> AnswerCitation:
    inner = next((part for kind in _KINDS if (part := _member(chunk, kind))), chunk)
    names = tuple(
        name for key in ("title", "uri", "document_name") for name in _texts(inner, key) if name
    )
    rag = _member(inner, "rag_chunk")
    span = _member(rag, "page_span") if rag else None
    quote = inner.passage("text") if inner.get("text") else rag.passage("text") if rag else ""
    return AnswerCitation(quote, names or (UNNAMED,), _page(span) if span else "")


def _texts(value: JsonValue, key: str) -> Iterator[str]:
    member = _member(value, key)
    if member is not None and isinstance(member.data, str):
        yield " ".join(member.data.split())


def _page(span: JsonValue) -> str:
    pages = [_member(span, key) for key in ("first_page", "last_page")]
    numbers = [
        str(page.data) for page in pages if page and isinstance(page.data, int) and page.data > 0
    ]
    return "-".join(dict.fromkeys(numbers))


class _Text:
    """A text, and where in it a number of bytes of UTF-8 ends."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        sizes = (len(character.encode("utf-8", "surrogatepass")) for character in raw)
        self._ends = [0, *accumulate(sizes)]

    def offset(self, size: int) -> int:
        return min(bisect_left(self._ends, size), len(self.raw))


def _place(text: _Text, segment: JsonValue) -> tuple[int | None, int | None]:
    """Return where a segment stands: its offsets count bytes of UTF-8, in most answers."""
    start, end = (
        part.data if (part := _member(segment, key)) and isinstance(part.data, int) else 0
        for key in ("start_index", "end_index")
    )
    words = segment.raw_text("text").strip()
    by_bytes = text.offset(start), text.offset(end)
    for low, high in (by_bytes, (start, end)):
        if words and text.raw[low:high].strip() == words:
            return low, high
    at = nearest_place(text.raw, words, by_bytes[0])
    if at >= 0:
        return at, at + len(words)
    return by_bytes if end > start else (None, None)
