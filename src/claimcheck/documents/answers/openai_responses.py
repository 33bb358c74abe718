"""OpenAI's responses and chat completions: a text, and annotations that name sources.

`url_citation` and `file_citation` say which source stands behind which place of the answer, but not
which passage of it: they give a source without a quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.anchor.sentences import sentence_end, sentence_start
from claimcheck.documents.answer import AnswerCitation, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue

_CITATION_KINDS = ("url_citation", "file_citation", "container_file_citation")
# What a model writes into its text where it cites: `([title](address))`, `【4:0†report.pdf】`.
_CITATION_MARK = re.compile(
    r" ?\(?\[[^\[\]]{0,300}\]\([^()\s]{0,2000}\)\)?|【[^【】]{0,300}】|\[\d{1,4}\]"
)
_SENTENCE_WINDOW = 3_000  # characters on each side of a citation


def recognizes(value: JsonValue) -> bool:
    """Whether it has `output` or `choices`, or is a list of messages with `output_text`."""
    if isinstance(value.data, dict):
        return any(isinstance(value.data.get(key), list) for key in ("output", "choices"))
    return isinstance(value.data, list) and any(
        item.is_kind("message") and any(part.is_kind("output_text") for part in _parts(item))
        for item in value.items()
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence that cites something."""
    for text, notes in _texts(value):
        yield from _text_statements(text, notes)


def _texts(value: JsonValue) -> Iterator[tuple[JsonValue, list[JsonValue]]]:
    """Yield each text of the answer, as the object that holds it, and its annotations."""
    if isinstance(value.data, dict) and value.get("choices"):
        for choice in value.items("choices"):
            if message := choice.get("message"):
                yield message, message.items("annotations")
        return
    for item in value.items("output") if isinstance(value.data, dict) else value.items():
        for part in _parts(item) if item.is_kind("message") else ():
            if part.is_kind("output_text"):
                yield part, part.items("annotations")


def _parts(message: JsonValue) -> list[JsonValue]:
    content = message.get("content")
    return content.items() if content and isinstance(content.data, list) else []


def _text_statements(text: JsonValue, notes: list[JsonValue]) -> Iterator[Statement]:
    raw = text.raw_text("text") or text.raw_text("content")
    for annotation in notes:
        if not annotation.is_kind(*_CITATION_KINDS):
            continue
        # A chat completion has the particulars one level below.
        inner = annotation.get("url_citation") or annotation.get("file_citation") or annotation
        names = tuple(
            name for key in ("title", "url", "filename", "file_id") if (name := inner.text(key))
        )
        if not names:
            annotation.refuse("does not say what it cites")
        yield Statement(_sentence(raw, inner), (AnswerCitation("", names),))


def _sentence(raw: str, annotation: JsonValue) -> str:
    """Return the sentence that a citation is set behind, or that it is about."""
    start, index = annotation.number("start_index"), annotation.number("index")
    offset = index if start is None else start
    if offset is None or offset > len(raw):
        annotation.refuse("does not say where in the text it belongs")
    before = _CITATION_MARK.sub("", raw[max(0, offset - _SENTENCE_WINDOW) : offset])
    after = _CITATION_MARK.sub("", raw[offset : offset + _SENTENCE_WINDOW])
    # It may be the words themselves that are annotated, not a mark that was set behind them.
    is_mark = start is None or _CITATION_MARK.match(raw, offset)
    is_behind = is_mark or not raw[offset : offset + 1].isalnum()
    if is_behind:
        before = before.rstrip()
    text = before + after
    anchor = max(0, len(before) - 1) if is_behind else len(before)
    sentence = text[sentence_start(text, anchor) : sentence_end(text, anchor)]
    folded = " ".join(sentence.split())
    if not any(character.isalnum() for character in folded):
        annotation.refuse("belongs to no sentence")
    return folded
