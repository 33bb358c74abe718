"""Gemini's answers: `candidates`, with the grounding of segments in web pages and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation
from claimcheck.documents.answer_grounding import grounding_spans
from claimcheck.documents.answer_text import CitedSpan, statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("Gemini",)


def recognizes(value: JsonValue) -> bool:
    """Whether it has candidates."""
    return isinstance(value.data, dict) and isinstance(value.data.get("candidates"), list)


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with the chunks that it is grounded in."""
    for candidate in value.items("candidates"):
        content = candidate.get("content")
        parts = content.items("parts") if content and isinstance(content.data, dict) else []
        raw = "".join(
            part.raw_text("text")
            for part in parts
            if part.get("text") and not (isinstance(part.data, dict) and part.data.get("thought"))
        )
        spans = list(_recitations(candidate))
        for key in ("groundingMetadata", "grounding_metadata"):
            if metadata := candidate.get(key):
                spans += grounding_spans(raw, metadata)
        yield from statements_of(raw, spans)


def _recitations(candidate: JsonValue) -> Iterator[CitedSpan]:
    """Yield the parts that Gemini says it recited, with the addresses that it took them from."""
    for key, inner in (
        ("citationMetadata", "citationSources"), ("citationMetadata", "citations"),
        ("citation_metadata", "citations"), ("citation_metadata", "citation_sources"),
    ):  # fmt: skip
        metadata = candidate.get(key)
        for source in metadata.items(inner) if metadata else ():
            names = tuple(name for each in ("title", "uri") if (name := source.text(each)))
            starts = source.number("startIndex"), source.number("start_index")
            ends = source.number("endIndex"), source.number("end_index")
            end = next((number for number in ends if number is not None), None)
            start = next((number for number in starts if number is not None), 0 if end else None)
            if names:
                yield CitedSpan(start, end, AnswerCitation("", names))
