"""Gemini's Interactions: `steps`, or `outputs` as they were called, with annotated texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer_annotations import OffsetUnit, annotation_spans
from claimcheck.documents.answer_text import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("Gemini",)


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
                notes = part.items("annotations")
                # The offsets are said to count bytes.
                spans = annotation_spans(raw, notes, OffsetUnit.UTF_8, OffsetUnit.CODE_POINTS)
                yield from statements_of(raw, list(spans))
