"""LiteLLM's chats: what the service behind it cites, in `provider_specific_fields` and beside.

Anthropic's citations stand in lists, one for each block, with the `supported_text` where it is
given; Gemini's grounding stands beside the choices (`vertex_ai_grounding_metadata`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer_annotations import annotation_spans
from claimcheck.documents.answer_grounding import grounding_spans
from claimcheck.documents.answer_passages import passage_citation
from claimcheck.documents.answer_text import CitedSpan, statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("LiteLLM",)
_GROUNDING = "vertex_ai_grounding_metadata"


def recognizes(value: JsonValue) -> bool:
    """Whether it is a chat completion with a provider's citations."""
    if not isinstance(value.data, dict) or not isinstance(value.data.get("choices"), list):
        return False
    return bool(value.get(_GROUNDING)) or any(
        _provider_citations(message) for message in _messages(value)
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with what is cited for it."""
    for message in _messages(value):
        raw = message.raw_text("content")
        spans = []
        for citation in _provider_citations(message):
            supported = citation.raw_text("supported_text").strip()
            at = raw.find(supported) if supported else -1
            start, end = (at, at + len(supported)) if at >= 0 else (None, None)
            spans.append(CitedSpan(start, end, passage_citation(citation)))
        for grounding in _groundings(value):
            spans += grounding_spans(raw, grounding)
        if not spans:
            spans += annotation_spans(raw, message.items("annotations"))
        yield from statements_of(raw, spans)


def _messages(value: JsonValue) -> list[JsonValue]:
    messages = [choice.get("message") for choice in value.items("choices")]
    return [message for message in messages if message and isinstance(message.data, dict)]


def _provider_citations(message: JsonValue) -> list[JsonValue]:
    fields = message.get("provider_specific_fields")
    citations = fields.get("citations") if fields else None
    if citations is None or not isinstance(citations.data, list):
        return []
    nested = [item.items() if isinstance(item.data, list) else [item] for item in citations.items()]
    return [item for items in nested for item in items if isinstance(item.data, dict)]


def _groundings(value: JsonValue) -> list[JsonValue]:
    grounding = value.get(_GROUNDING)
    if grounding is None:
        return []
    return grounding.items() if isinstance(grounding.data, list) else [grounding]
