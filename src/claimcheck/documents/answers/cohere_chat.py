"""Cohere's chats, of both versions of its interface: a text, and what is cited for parts of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation
from claimcheck.documents.answer_passages import UNNAMED
from claimcheck.documents.answer_text import AnswerText, CitedSpan, nearest_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("Cohere",)
_WORDS_KEYS = ("snippet", "text", "content", "data")
_NAME_KEYS = ("title", "url", "filename", "id")


def recognizes(value: JsonValue) -> bool:
    """Whether it is a message with citations by offset, or a text with citations of documents."""
    if not isinstance(value.data, dict):
        return False
    message = value.get("message") or value
    citations = message.data.get("citations") if isinstance(message.data, dict) else None
    return isinstance(citations, list) and any(
        isinstance(citation, dict)
        and "start" in citation
        and ("sources" in citation or "document_ids" in citation)
        for citation in citations
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with the documents that are cited for parts of it."""
    message = value.get("message") or value
    answer, starts = AnswerText(), []
    content = message.get("content")
    for part in content.items() if content and isinstance(content.data, list) else ():
        if not part.is_kind("text"):
            starts.append(len(answer.raw))
            continue
        answer.part()
        starts.append(len(answer.raw))
        answer.raw += part.raw_text("text")
    if content is None or isinstance(content.data, str):
        answer.raw = message.raw_text("content") or message.raw_text("text")
    documents = {_name(each): each for each in message.items("documents")}
    for citation in message.items("citations"):
        if citation.is_kind("PLAN", "THINKING_CONTENT"):
            # It is about what the model thought, which is no part of the answer.
            continue
        index = citation.number("content_index") or 0
        begins = starts[index] if index < len(starts) else 0
        start, end = citation.number("start"), citation.number("end")
        words = citation.raw_text("text")
        if start is not None and words and not answer.raw.startswith(words, begins + start):
            at = nearest_place(answer.raw, words, begins + start)
            start, end = (at - begins, at - begins + len(words)) if at >= 0 else (start, end)
        is_placed = start is not None and end is not None
        low, high = (begins + (start or 0), begins + (end or 0)) if is_placed else (None, None)
        answer.spans += [CitedSpan(low, high, cited) for cited in _cited(citation, documents)]
    yield from answer.statements()


def _name(document: JsonValue) -> str:
    return document.text("id") if isinstance(document.data, dict) else ""


def _cited(citation: JsonValue, documents: Mapping[str, JsonValue]) -> Iterator[AnswerCitation]:
    if not citation.items("sources") and not citation.items("document_ids"):
        # The service cites something, and does not say what.
        yield AnswerCitation("", (UNNAMED,))
    for source in citation.items("sources"):
        if not isinstance(source.data, dict):
            source.refuse("must be an object")
        document = source.get("document") or source.get("tool_output") or source
        yield _document_citation(document, source.text("id"))
    for number in citation.items("document_ids"):
        name = str(number.data)
        if name in documents:
            yield _document_citation(documents[name], name)
        else:
            yield AnswerCitation("", (name,))


def _document_citation(document: JsonValue, name: str) -> AnswerCitation:
    # Documents may be sent with whatever fields; `data` may hold them one level below.
    inner = document.get("data")
    fields = inner if inner is not None and isinstance(inner.data, dict) else document
    names = [
        text for holder in (fields, document) for key in _NAME_KEYS for text in _text(holder, key)
    ]
    words = next((words for key in _WORDS_KEYS for words in _passage(fields, key)), "")
    names += [name] if name else []
    return AnswerCitation(words, tuple(dict.fromkeys(names)) or (UNNAMED,))


def _text(value: JsonValue, key: str) -> Iterator[str]:
    member = value.get(key)
    if member is not None and isinstance(member.data, str) and value.text(key):
        yield value.text(key)


def _passage(value: JsonValue, key: str) -> Iterator[str]:
    member = value.get(key)
    if member is not None and isinstance(member.data, str) and value.passage(key):
        yield value.passage(key)
