"""LangChain's messages, of versions 0 and 1: dumped, or with `content_blocks`.

Their texts have the citations of the service behind them (`citations`), or annotations of
LangChain's own kind (`citation`); some services' stand in `additional_kwargs` and
`response_metadata`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation
from claimcheck.documents.answer_annotations import annotation_spans, numbered_spans
from claimcheck.documents.answer_grounding import grounding_spans
from claimcheck.documents.answer_passages import passage_citations
from claimcheck.documents.answer_text import AnswerText, CitedSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("LangChain",)
_KINDS = ("ai", "AIMessage", "AIMessageChunk")


def recognizes(value: JsonValue) -> bool:
    """Whether it is a message of a model, or a list or conversation with one."""
    return any(_is_message(message) for message in _listed(value))


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with what is cited for it."""
    for message in filter(_is_message, _listed(value)):
        yield from _text_of(message.get("kwargs") or message.get("data") or message).statements()


def _listed(value: JsonValue) -> list[JsonValue]:
    listed = value.get("messages") or value
    return listed.items() if isinstance(listed.data, list) else [value]


def _is_message(message: JsonValue) -> bool:
    if not isinstance(message.data, dict):
        return False
    inner = message.data.get("kwargs", message.data.get("data", message.data))
    if not isinstance(inner, dict) or not {"content", "content_blocks"} & inner.keys():
        return False
    names = message.data.get("id")
    named = isinstance(names, list) and bool(names) and names[-1] in _KINDS
    return named or message.is_kind(*_KINDS)


def _text_of(message: JsonValue) -> AnswerText:
    answer = AnswerText()
    content = message.get("content_blocks") or message.get("content")
    if content is not None and isinstance(content.data, str):
        answer.raw = message.raw_text("content")
    elif content is not None:
        for block in content.items():
            if isinstance(block.data, str):
                answer.add(block.data)
            elif block.is_kind("text"):
                _add_block(answer, block)
            else:
                answer.part()
    for holder in (message.get("additional_kwargs"), message.get("response_metadata")):
        if holder is not None and isinstance(holder.data, dict):
            answer.spans += _beside(answer.raw, holder)
    return answer


def _add_block(answer: AnswerText, block: JsonValue) -> None:
    text = block.raw_text("text")
    answer.add(text, passage_citations(block))
    offset = len(answer.raw) - len(text)
    for span in annotation_spans(text, block.items("annotations")):
        if span.start is None or span.end is None:
            # An annotation without a place is about its block.
            answer.spans.append(CitedSpan(offset, len(answer.raw), span.citation))
        else:
            low, high = offset + span.start, offset + span.end
            answer.spans.append(CitedSpan(low, high, span.citation))


def _beside(raw: str, holder: JsonValue) -> Iterator[CitedSpan]:
    if (grounding := holder.get("grounding_metadata")) and isinstance(grounding.data, dict):
        yield from grounding_spans(raw, grounding)
    if (annotations := holder.get("annotations")) and isinstance(annotations.data, list):
        yield from annotation_spans(raw, annotations.items())
    citations = holder.get("citations")
    if citations is None or not isinstance(citations.data, list):
        return
    addresses = [item.data for item in citations.items() if isinstance(item.data, str)]
    if addresses:
        yield from numbered_spans(raw, [AnswerCitation("", (address,)) for address in addresses])
    for citation in citations.items():
        if isinstance(citation.data, dict) and citation.get("document_ids"):
            start, end = citation.number("start"), citation.number("end")
            for name in citation.items("document_ids"):
                yield CitedSpan(start, end, AnswerCitation("", (str(name.data),)))
