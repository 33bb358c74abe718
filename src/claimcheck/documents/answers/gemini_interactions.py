"""Gemini's Interactions: `steps`, or `outputs` as they were called, with annotated texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer_annotations import annotation_spans
from claimcheck.documents.answer_text import CitedSpan, statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement


def recognizes(value: JsonValue) -> bool:
    """Whether it has steps with a model's output, or outputs with a kind."""
    if not isinstance(value.data, dict) or "choices" in value.data:
        return False
    return any(
        step.is_kind("model_output") or (step.is_kind("text") and key == "outputs")
        for key in ("steps", "outputs")
        if isinstance(value.data.get(key), list)
        for step in value.items(key)
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with what is cited for it."""
    for step in [*value.items("steps"), *value.items("outputs")]:
        parts = step.items("content") if step.is_kind("model_output") else [step]
        for part in parts:
            if part.is_kind("text"):
                raw = part.raw_text("text")
                spans = annotation_spans(raw, part.items("annotations"))
                yield from statements_of(raw, [_in_code_points(raw, span) for span in spans])


def _in_code_points(raw: str, span: CitedSpan) -> CitedSpan:
    """Return a span whose offsets count bytes of UTF-8 as one that counts code points."""
    if span.start is None or span.end is None or raw.isascii():
        return span
    data = raw.encode("utf-8", "surrogatepass")
    start, end = (len(data[:at].decode("utf-8", "replace")) for at in (span.start, span.end))
    return CitedSpan(start, end, span.citation)
