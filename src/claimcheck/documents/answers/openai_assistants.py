"""OpenAI's assistants: messages of a thread, with `file_citation` and the words that it quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer_annotations import annotation_spans
from claimcheck.documents.answer_text import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("OpenAI",)


def recognizes(value: JsonValue) -> bool:
    """Whether it is a message whose texts are objects with a `value`, or a list of such."""
    return any(_texts(message) for message in _messages(value))


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence of what the assistant wrote."""
    for message in _messages(value):
        if message.text("role") not in {"", "assistant"}:
            continue
        for text in _texts(message):
            raw = text.raw_text("value")
            yield from statements_of(raw, list(annotation_spans(raw, text.items("annotations"))))


def _messages(value: JsonValue) -> list[JsonValue]:
    listed = value.get("data") or value
    if isinstance(listed.data, list):
        return listed.items()
    return [value]


def _texts(message: JsonValue) -> list[JsonValue]:
    content = message.get("content")
    if content is None or not isinstance(content.data, list):
        return []
    texts = [part.get("text") for part in content.items() if part.is_kind("text")]
    return [text for text in texts if text and isinstance(text.data, dict) and "value" in text.data]
