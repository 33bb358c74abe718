"""Anthropic's messages: text blocks, each with the passages that it cites.

A message, several, a conversation with `messages`, or a bare list of blocks, also of the pieces in
which a block was streamed. The text of the blocks is the answer; their `citations` quote documents
(`char_location`, `page_location`, `content_block_location`), search results
(`search_result_location`) and web pages (`web_search_result_location`, whose words are cut at 150
characters). What people said in a conversation is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import JsonValue
from claimcheck.documents.answer_passages import passage_citations
from claimcheck.documents.answer_text import AnswerText, CitedSpan, statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import Statement

SERVICES = ("Anthropic",)


def recognizes(value: JsonValue) -> bool:
    """Whether it has content in blocks, or is a list of messages or of blocks."""
    if isinstance(value.data, dict):
        return (
            isinstance(value.data.get("content"), list)
            or isinstance(value.data.get("messages"), list)
            or _is_flat(value)
        )
    return isinstance(value.data, list) and any(
        isinstance(item, dict) and ("content" in item or isinstance(item.get("text"), str))
        for item in value.data
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with what its blocks cite."""
    if isinstance(value.data, dict) and _is_flat(value) and "content" not in value.data:
        spans = [CitedSpan(None, None, citation) for citation in passage_citations(value)]
        yield from statements_of(value.raw_text("text"), spans)
        return
    for blocks in _messages(value):
        answer = AnswerText()
        for block in blocks:
            if not block.is_kind("text"):
                # Between two texts something was looked up, or thought.
                answer.part()
                continue
            answer.add(block.raw_text("text"), passage_citations(block))
        if answer.spans and not any(map(str.isalnum, answer.raw)):
            blocks[0].refuse("cites something, but says nothing")
        yield from answer.statements()


def _is_flat(value: JsonValue) -> bool:
    """Whether it is a text and all that its blocks cite, as libraries hand them on."""
    citations = value.get("citations")
    return (
        isinstance(value.data, dict)
        and isinstance(value.data.get("text"), str)
        and citations is not None
        and isinstance(citations.data, list)
        and any(isinstance(each, dict) and "cited_text" in each for each in citations.data)
    )


def _messages(value: JsonValue) -> Iterator[list[JsonValue]]:
    """Yield the blocks of each message that the model wrote."""
    if isinstance(value.data, list):
        items = value.items()
        if wrong := next((item for item in items if not isinstance(item.data, dict)), None):
            wrong.refuse("must be an object")
        for item in items:
            if item.get("content") or item.get("messages"):
                yield from _messages(item)
        if bare := [item for item in items if item.is_kind("text") or item.get("text")]:
            yield bare
    elif messages := value.items("messages"):
        for message in messages:
            yield from _messages(message)
    else:
        content = value.get("content")
        is_answer = value.text("role") in {"", "assistant"}
        if content is not None and isinstance(content.data, list) and is_answer:
            yield content.items()
        elif content is not None and isinstance(content.data, str) and value.text("role"):
            # What a model wrote may be a plain text, between messages with blocks.
            block = {"type": "text", "text": content.data}
            yield [JsonValue(block, value.path)] if is_answer else []
