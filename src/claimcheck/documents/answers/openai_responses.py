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

_CITATIONS = ("url_citation", "file_citation", "container_file_citation")
# What a model writes into its text where it cites: `([title](address))`, `【4:0†report.pdf】`.
_MARKUP = re.compile(
    r" ?\(?\[[^\[\]]{0,300}\]\([^()\s]{0,2000}\)\)?|【[^【】]{0,300}】|\[\d{1,4}\]"
)
_AROUND = 3_000


def recognizes(value: JsonValue) -> bool:
    """Whether it has `output` or `choices`, or is a list of messages with `output_text`."""
    if isinstance(value.data, dict):
        return any(isinstance(value.data.get(key), list) for key in ("output", "choices"))
    return isinstance(value.data, list) and any(
        one.is_kind("message") and any(part.is_kind("output_text") for part in _parts(one))
        for one in value.items()
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence that cites something."""
    for said, marks in _texts(value):
        yield from _cited(said, marks)


def _texts(value: JsonValue) -> Iterator[tuple[JsonValue, list[JsonValue]]]:
    """Yield each text of the answer, as the object that holds it, and its annotations."""
    if isinstance(value.data, dict) and value.get("choices"):
        for choice in value.items("choices"):
            if message := choice.get("message"):
                yield message, message.items("annotations")
        return
    for one in value.items("output") if isinstance(value.data, dict) else value.items():
        for part in _parts(one) if one.is_kind("message") else ():
            if part.is_kind("output_text"):
                yield part, part.items("annotations")


def _parts(message: JsonValue) -> list[JsonValue]:
    content = message.get("content")
    return content.items() if content and isinstance(content.data, list) else []


def _cited(said: JsonValue, marks: list[JsonValue]) -> Iterator[Statement]:
    raw = said.raw_text("text") or said.raw_text("content")
    for annotation in marks:
        if not annotation.is_kind(*_CITATIONS):
            continue
        # A chat completion has the particulars one level below.
        inner = annotation.get("url_citation") or annotation.get("file_citation") or annotation
        names = tuple(
            name for key in ("title", "url", "filename", "file_id") if (name := inner.text(key))
        )
        if not names:
            annotation.refuse("does not say what it cites")
        yield Statement(_sentence(raw, inner), (AnswerCitation("", names),))


def _sentence(raw: str, where: JsonValue) -> str:
    """Return the sentence that a citation is set behind, or that it is about."""
    start, index = where.number("start_index"), where.number("index")
    at = index if start is None else start
    if at is None or at > len(raw):
        where.refuse("does not say where in the text it belongs")
    before = _MARKUP.sub("", raw[max(0, at - _AROUND) : at])
    after = _MARKUP.sub("", raw[at : at + _AROUND])
    # It may be the words themselves that are annotated, not a mark that was set behind them.
    behind = start is None or _MARKUP.match(raw, at) or not raw[at : at + 1].isalnum()
    if behind:
        before = before.rstrip()
    whole, at = before + after, max(0, len(before) - 1) if behind else len(before)
    found = whole[sentence_start(whole, at) : sentence_end(whole, at)]
    text = " ".join(found.split())
    if not any(sign.isalnum() for sign in text):
        where.refuse("belongs to no sentence")
    return text
