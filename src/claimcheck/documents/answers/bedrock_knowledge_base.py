"""Bedrock's knowledge bases: a text, and citations of its parts with the references retrieved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation
from claimcheck.documents.answer_passages import UNNAMED
from claimcheck.documents.answer_text import AnswerText, CitedSpan, nearest_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("Bedrock",)
_TITLE_KEYS = ("title", "source_title", "file_name", "x-amz-bedrock-kb-source-uri", "source")
_PAGE_KEY = "x-amz-bedrock-kb-document-page-number"


def recognizes(value: JsonValue) -> bool:
    """Whether it has citations with the references that were retrieved."""
    return any(
        isinstance(citation.data, dict) and "retrievedReferences" in citation.data
        for citation in _citations(value)
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with the references of its part."""
    output = value.get("output")
    raw = output.raw_text("text") if output and isinstance(output.data, dict) else ""
    answer = AnswerText(raw)
    behind = 0  # the parts come in the order of the text
    for citation in _citations(value):
        part = citation.get("generatedResponsePart")
        text = part.get("textResponsePart") if part else None
        span = text.get("span") if text else None
        words = text.raw_text("text").strip() if text else ""
        start, end = (span.number("start"), span.number("end")) if span else (None, None)
        at = -1
        if start is None and words:
            at = answer.raw.find(words, behind)
        if at < 0:
            at = nearest_place(answer.raw, words, behind if start is None else start)
        if at >= 0:
            start, end = at, at + len(words)
            behind = end
        elif words and not raw:
            # An agent's chunk says nothing but what it cites for.
            answer.part()
            start, end = len(answer.raw), len(answer.raw) + len(words)
            answer.raw += words
        elif end is not None:
            end += 1
        for reference in citation.items("retrievedReferences"):
            answer.spans.append(CitedSpan(start, end, _reference(reference)))
    yield from answer.statements()


def _citations(value: JsonValue) -> list[JsonValue]:
    holder = value.get("attribution") or value
    citations = holder.get("citations")
    return citations.items() if citations and isinstance(citations.data, list) else []


def _reference(reference: JsonValue) -> AnswerCitation:
    content, location = reference.get("content"), reference.get("location")
    metadata = reference.get("metadata")
    fields = metadata.data if metadata and isinstance(metadata.data, dict) else {}
    names = [
        " ".join(fields[key].split()) for key in _TITLE_KEYS if isinstance(fields.get(key), str)
    ]
    places = location.data.values() if location and isinstance(location.data, dict) else ()
    for place in places:
        if isinstance(place, dict):
            names += [place[key] for key in ("url", "uri", "id") if isinstance(place.get(key), str)]
    page = fields.get(_PAGE_KEY)
    number = str(int(page)) if isinstance(page, (int, float)) and page >= 1 else ""
    # An object's address in a store ends with the file's name.
    names += [name.rpartition("/")[2] for name in names if name.startswith("s3://")]
    quote = content.passage("text") if content and content.get("text") else ""
    return AnswerCitation(quote, tuple(dict.fromkeys(filter(None, names))) or (UNNAMED,), number)
