"""Chat completions, OpenAI's and of those who write alike: `choices` with a message.

A message's `annotations` name sources (OpenRouter's also give `content` of the page). Azure's
messages have a `context` with `citations`, which marks such as `[doc1]` refer to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation
from claimcheck.documents.answer_annotations import annotation_spans, numbered_spans
from claimcheck.documents.answer_passages import UNNAMED
from claimcheck.documents.answer_text import AnswerText, statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("OpenAI", "OpenRouter")


def recognizes(value: JsonValue) -> bool:
    """Whether it has `choices`; services that write more into it have files of their own."""
    return isinstance(value.data, dict) and (
        isinstance(value.data.get("choices"), list) or bool(_outputs(value))
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with what is cited for it."""
    messages: list[JsonValue | None] = [*_outputs(value)]
    messages += [choice.get("message") for choice in value.items("choices")]
    for message in messages:
        if message is None or not isinstance(message.data, dict):
            continue
        content = _content(message)
        raw = content.raw
        spans = [*content.spans, *annotation_spans(raw, message.items("annotations"))]
        context = message.get("context")
        if context is not None and isinstance(context.data, dict):
            spans += numbered_spans(raw, list(map(_azure_citation, context.items("citations"))))
        if spans and not any(map(str.isalnum, raw)):
            message.refuse("cites something, but says nothing")
        yield from statements_of(raw, spans)


def _outputs(value: JsonValue) -> list[JsonValue]:
    """Return what a model wrote in a conversation of Mistral's, which has `outputs`."""
    outputs = value.get("outputs")
    items = outputs.items() if outputs and isinstance(outputs.data, list) else []
    return [item for item in items if item.is_kind("message.output")]


def _content(message: JsonValue) -> AnswerText:
    """Return a message's text; of one in parts, references follow the parts that they are for."""
    content = message.get("content")
    if content is None or isinstance(content.data, str):
        return AnswerText(message.raw_text("content"))
    answer = AnswerText()
    for part in content.items():
        if part.is_kind("text", "output_text"):
            answer.add(part.raw_text("text"))
        elif part.is_kind("reference", "tool_reference"):
            names = tuple(name for key in ("title", "url") if (name := part.text(key)))
            numbers = [(f"reference {number.data}",) for number in part.items("reference_ids")]
            cited = [names] if names else numbers
            answer.add("", [AnswerCitation("", each) for each in cited])
    return answer


def _azure_citation(citation: JsonValue) -> AnswerCitation:
    names = tuple(name for key in ("title", "url", "filepath") if (name := citation.text(key)))
    return AnswerCitation(citation.passage("content"), names or (UNNAMED,))
