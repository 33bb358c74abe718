"""Bedrock's Converse: content blocks, some of them `citationsContent` with the words of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation
from claimcheck.documents.answer_passages import UNNAMED, beginning, pages
from claimcheck.documents.answer_text import AnswerText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("Bedrock",)


def recognizes(value: JsonValue) -> bool:
    """Whether it is an output with a message, or a message with `citationsContent`."""
    content = _content(value)
    if content is None or not isinstance(content.data, list):
        return False
    return bool(value.get("output")) or any(
        isinstance(block, dict) and "citationsContent" in block for block in content.data
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with what its blocks cite."""
    answer = AnswerText()
    content = _content(value)
    for block in content.items() if content else ():
        if block.data is None:
            continue
        if not isinstance(block.data, dict):
            block.refuse("must be an object")
        cited = block.get("citationsContent")
        if cited is not None:
            is_object = isinstance(cited.data, dict)
            texts = cited.items("content") if is_object else []
            text = "".join(part.raw_text("text") for part in texts)
            citations = cited.items("citations") if is_object else cited.items()
            answer.add(text, [each for citation in citations for each in _cited(citation)])
        elif block.get("text"):
            answer.add(block.raw_text("text"))
        else:
            answer.part()
    yield from answer.statements()


def _content(value: JsonValue) -> JsonValue | None:
    output = value.get("output")
    if output is not None and not isinstance(output.data, dict):
        return None
    message = output.get("message") if output else value
    return message.get("content") if message else None


def _cited(citation: JsonValue) -> Iterator[AnswerCitation]:
    """Yield a citation for each part of the source that is quoted; one where none is."""
    location = citation.get("location")
    names = [name for name in (citation.text("title"), citation.text("source")) if name]
    page = ""
    inner = None
    if location is not None and isinstance(location.data, dict):
        inner = next((part for key in location.data if (part := location.get(key))), None)
    if inner is not None and isinstance(inner.data, dict):
        names += [name for key in ("url", "domain") if (name := inner.text(key))]
        index = inner.number("documentIndex")
        names += [f"document {index}"] if index is not None else []
        if location and location.get("documentPage"):
            page = pages(inner, "start", "end")
    if not names:
        if location is None:
            citation.refuse("does not say what it cites")
        names.append(UNNAMED)
    is_web = bool(location and location.get("web"))
    quotes = [part.passage("text") for part in citation.items("sourceContent")]
    quotes = [beginning(quote) if is_web else quote for quote in quotes if quote]
    for quote in quotes or [""]:
        yield AnswerCitation(quote, tuple(names), page)
