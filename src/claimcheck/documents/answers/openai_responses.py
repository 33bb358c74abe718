"""OpenAI's and xAI's responses: `output` with texts, and annotations that name sources.

`url_citation` and `file_citation` say which source stands behind which place of the answer, but
seldom which passage of it: most give a source without a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer_annotations import annotation_spans
from claimcheck.documents.answer_text import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement


def recognizes(value: JsonValue) -> bool:
    """Whether it has `output`, or is a list of messages with `output_text`."""
    if isinstance(value.data, dict):
        return isinstance(value.data.get("output"), list)
    return isinstance(value.data, list) and any(
        item.is_kind("message") and any(part.is_kind("output_text") for part in _parts(item))
        for item in value.items()
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with what is cited for it."""
    for item in value.items("output") if isinstance(value.data, dict) else value.items():
        for part in _parts(item) if item.is_kind("message") else ():
            if part.is_kind("output_text"):
                raw = part.raw_text("text")
                yield from statements_of(
                    raw, list(annotation_spans(raw, part.items("annotations")))
                )


def _parts(message: JsonValue) -> list[JsonValue]:
    content = message.get("content")
    return content.items() if content and isinstance(content.data, list) else []
