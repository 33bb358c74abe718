"""Gemini's answers: `candidates`, with the grounding of segments in web pages and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import JsonValue
from claimcheck.documents.answer_annotations import OffsetUnit, annotation_spans
from claimcheck.documents.answer_grounding import grounding_spans
from claimcheck.documents.answer_text import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import Statement

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
        # The offsets are said to count bytes.
        units = OffsetUnit.UTF_8, OffsetUnit.CODE_POINTS
        spans = list(annotation_spans(raw, list(_recitations(candidate)), *units))
        for key in ("groundingMetadata", "grounding_metadata"):
            if metadata := candidate.get(key):
                spans += grounding_spans(raw, metadata)
        yield from statements_of(raw, spans)


def _recitations(candidate: JsonValue) -> Iterator[JsonValue]:
    """Yield the parts that Gemini says it recited, with where from, as other services write it."""
    for key, inner in (
        ("citationMetadata", "citationSources"), ("citationMetadata", "citations"),
        ("citation_metadata", "citations"), ("citation_metadata", "citation_sources"),
    ):  # fmt: skip
        metadata = candidate.get(key)
        for source in metadata.items(inner) if metadata else ():
            names = {each: source.text(each) for each in ("title", "uri")}
            start, end = (
                next((each for key in keys if (each := source.number(key)) is not None), None)
                for keys in (("startIndex", "start_index"), ("endIndex", "end_index"))
            )
            start = 0 if start is None and end else start
            place = {"start_index": start, "end_index": end}
            yield JsonValue({"type": "recitation", **names, **place}, source.path)
