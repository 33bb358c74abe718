"""Perplexity's and xAI's chats: `[1]` in the text, and lists of `citations` or `search_results`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation
from claimcheck.documents.answer_annotations import annotation_spans, numbered_spans
from claimcheck.documents.answer_passages import UNNAMED
from claimcheck.documents.answer_text import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("Perplexity", "xAI")


def recognizes(value: JsonValue) -> bool:
    """Whether it is a chat completion with a list of sources beside its choices."""
    return (
        isinstance(value.data, dict)
        and isinstance(value.data.get("choices"), list)
        and any(isinstance(value.data.get(key), list) for key in ("citations", "search_results"))
        and "vertex_ai_grounding_metadata" not in value.data
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with the sources that its marks stand for."""
    results, citations = value.items("search_results"), value.items("citations")
    sources = list(map(_source, citations if len(citations) > len(results) else results))
    for choice in value.items("choices"):
        message = choice.get("message")
        if message is None or not isinstance(message.data, dict):
            continue
        raw = message.raw_text("content")
        spans = list(annotation_spans(raw, message.items("annotations")))
        if all(span.start is None for span in spans):
            spans += numbered_spans(raw, sources)
        yield from statements_of(raw, spans)


def _source(source: JsonValue) -> AnswerCitation:
    if isinstance(source.data, str):
        return AnswerCitation("", (source.data.strip() or UNNAMED,))
    names = tuple(name for key in ("title", "url") if (name := source.text(key)))
    return AnswerCitation("", names or (UNNAMED,))
