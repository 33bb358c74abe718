"""Vercel's AI SDK: results with `sources`, and messages whose `parts` are texts and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation, JsonValue
from claimcheck.documents.answer_annotations import page_address
from claimcheck.documents.answer_passages import UNNAMED, beginning
from claimcheck.documents.answer_text import AnswerText, CitedSpan, link_marks, numbered_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import Statement

SERVICES = ("AI SDK",)
_SOURCES = ("source", "source-url", "source-document")


def recognizes(value: JsonValue) -> bool:
    """Whether it has parts or content with sources between texts, or a text with sources."""
    if not isinstance(value.data, dict):
        return False
    return any(part.is_kind(*_SOURCES) for part in _parts(value)) or (
        isinstance(value.data.get("text"), str)
        and any(source.is_kind("source") or source.get("sourceType") for source in _sources(value))
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with the sources that stand behind it."""
    answer = AnswerText()
    sources: list[AnswerCitation] = []
    parts = [part for part in _parts(value) if isinstance(part.data, dict)]
    if not any(part.is_kind("text") for part in parts):
        answer.raw, parts = value.raw_text("text"), _sources(value)
    begins = 0
    for part in parts:
        if part.is_kind("text"):
            begins = len(answer.raw)
            answer.add(part.raw_text("text"))
        elif part.is_kind(*_SOURCES) or part.get("sourceType"):
            citation = _citation(part)
            sources.append(citation)
            if citation.quote and answer.raw:
                answer.spans.append(CitedSpan(begins, len(answer.raw), citation))
        elif not part.is_kind("step-start"):
            answer.part()
    quoted = {span.citation for span in answer.spans}
    answer.spans += _marked(answer.raw, [source for source in sources if source not in quoted])
    yield from answer.statements()


def _parts(value: JsonValue) -> list[JsonValue]:
    """Return the parts of a message, or those of all steps of a result, each step apart."""
    own = next((part for key in ("parts", "content") if (part := _listed(value, key))), [])
    if own:
        return own
    steps = [_listed(step, "content") for step in _listed(value, "steps")]
    return [part for step in steps for part in (*step, JsonValue({"type": "step-end"}, value.path))]


def _listed(value: JsonValue, key: str) -> list[JsonValue]:
    member = value.get(key)
    return member.items() if member and isinstance(member.data, list) else []


def _sources(value: JsonValue) -> list[JsonValue]:
    return _listed(value, "sources")


def _citation(source: JsonValue) -> AnswerCitation:
    names = [
        name for key in ("title", "url", "filename", "sourceId", "id") if (name := source.text(key))
    ]
    metadata = source.get("providerMetadata")
    quote = ""
    for provider in metadata.data.values() if metadata and isinstance(metadata.data, dict) else ():
        words = provider.get("citedText") if isinstance(provider, dict) else None
        quote = " ".join(words.split()) if isinstance(words, str) else quote
    if source.text("url"):
        quote = beginning(quote)
    return AnswerCitation(quote, tuple(names) or (UNNAMED,))


def _marked(raw: str, sources: list[AnswerCitation]) -> Iterator[CitedSpan]:
    """Yield the marks that stand for sources; where there is none, each source without a place."""
    spans = []
    for start, end, _, address in link_marks(raw):
        linked = page_address(address)
        spans += [
            CitedSpan(start, end, source)
            for source in sources
            if linked and linked in map(page_address, source.names)
        ]
    for start, end, number in numbered_marks(raw):
        if 0 < number <= len(sources):
            spans.append(CitedSpan(start, end, sources[number - 1]))
    yield from spans or [CitedSpan(None, None, source) for source in sources]
