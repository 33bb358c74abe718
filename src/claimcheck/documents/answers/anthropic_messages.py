"""Anthropic's messages: text blocks, each with the passages that it cites.

A message, several, a conversation with `messages`, or a bare list of blocks. The text of a block
is what is stated; its `citations` quote documents (`char_location`, `page_location`,
`content_block_location`), search results (`search_result_location`) and web pages
(`web_search_result_location`). What people said in a conversation is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue

_NAME_KEYS = ("document_title", "title", "url", "source", "file_id")


def recognizes(value: JsonValue) -> bool:
    """Whether it has content in blocks, or is a list of messages or of blocks."""
    if isinstance(value.data, dict):
        return isinstance(value.data.get("content"), list) or isinstance(
            value.data.get("messages"), list
        )
    return isinstance(value.data, list) and any(
        isinstance(item, dict) and ("content" in item or isinstance(item.get("text"), str))
        for item in value.data
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each block that cites something."""
    assertion = ""
    for block in _blocks(value):
        text = block.text("text")
        # A block of punctuation alone belongs to the block before it.
        assertion = text if any(character.isalnum() for character in text) else assertion
        citations = tuple(map(_citation, block.items("citations")))
        if citations and not assertion:
            block.refuse("cites something, but says nothing")
        if citations:
            yield Statement(assertion, citations)


def _blocks(value: JsonValue) -> Iterator[JsonValue]:
    if isinstance(value.data, list):
        for item in value.items():
            yield from _blocks(item)
    elif messages := value.items("messages"):
        for message in messages:
            yield from _blocks(message)
    elif content := value.get("content"):
        if isinstance(content.data, list) and value.text("role") in {"", "assistant"}:
            yield from (item for item in content.items() if item.is_kind("text"))
    elif value.is_kind("text"):
        yield value
    elif not isinstance(value.data, dict):
        value.refuse("must be an object")


def _citation(citation: JsonValue) -> AnswerCitation:
    names = [name for key in _NAME_KEYS if (name := citation.text(key))]
    index = citation.number("document_index")
    if index is not None:
        names.append(f"document {index}")
    if not names:
        citation.refuse("does not say what it cites")
    return AnswerCitation(citation.text("cited_text"), tuple(names), _pages(citation))


def _pages(citation: JsonValue) -> str:
    first, end = citation.number("start_page_number"), citation.number("end_page_number")
    if not first:
        return ""
    # The end is the page after the last.
    last = max(first, (end or first + 1) - 1)
    return str(first) if last == first else f"{first}-{last}"
