"""LlamaIndex: a `response`, and `source_nodes`, which marks such as `[1]` count from 1.

A chain of LangChain that retrieves documents writes alike: an `answer` or `result`, and `context`
or `source_documents`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation
from claimcheck.documents.answer_annotations import numbered_spans
from claimcheck.documents.answer_passages import UNNAMED
from claimcheck.documents.answer_text import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue, Statement

SERVICES = ("LlamaIndex",)
_ANSWER_KEYS = ("response", "answer", "result", "output_text")
_SOURCE_KEYS = ("source_nodes", "sources", "source_documents", "context", "documents")
_NAME_KEYS = (
    "title",
    "file_name",
    "filename",
    "source",
    "url",
    "file_path",
    "document_id",
    "doc_id",
)

# The engine that cites by numbers writes them above the words of each node.
_NUMBER = re.compile(r"\ASource \d+:\s+")


def recognizes(value: JsonValue) -> bool:
    """Whether it has an answer in words, and nodes or documents with texts."""
    return _raw(value) != "" and bool(_documents(value))


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each sentence, with the nodes that its marks stand for."""
    raw = _raw(value)
    yield from statements_of(raw, numbered_spans(raw, list(map(_citation, _documents(value)))))


def _raw(value: JsonValue) -> str:
    if not isinstance(value.data, dict):
        return ""
    key = next((key for key in _ANSWER_KEYS if isinstance(value.data.get(key), str)), None)
    if key:
        return value.raw_text(key)
    message = value.get("message")
    if message is None or not isinstance(message.data, dict):
        return ""
    blocks = message.get("blocks")
    if blocks is not None and isinstance(blocks.data, list):
        texts = [block for block in blocks.items() if isinstance(block.data, dict)]
        return "".join(block.raw_text("text") for block in texts)
    return message.raw_text("content") if isinstance(message.data.get("content"), str) else ""


def _documents(value: JsonValue) -> list[JsonValue]:
    """Return the nodes or documents, as the objects that hold their texts."""
    for key in _SOURCE_KEYS:
        listed = value.get(key)
        if listed is None or not isinstance(listed.data, list):
            continue
        inner = [item.get("node") or item.get("kwargs") or item for item in listed.items()]
        inner = [item for item in inner if isinstance(item.data, dict)]
        if inner and all(_words_key(item) for item in inner):
            return inner
    return []


def _words_key(document: JsonValue) -> str:
    fields = document.data if isinstance(document.data, dict) else {}
    return next((key for key in ("page_content", "text") if isinstance(fields.get(key), str)), "")


def _citation(document: JsonValue) -> AnswerCitation:
    metadata = document.get("metadata") or document.get("extra_info")
    names, page = [], ""
    if metadata is not None and isinstance(metadata.data, dict):
        names = [
            metadata.data[key] for key in _NAME_KEYS if isinstance(metadata.data.get(key), str)
        ]
        label = metadata.data.get("page_label")
        page = label if isinstance(label, str) and label.isdigit() else ""
    identity = document.data.get("id_") if isinstance(document.data, dict) else None
    names += [identity] if isinstance(identity, str) else []
    names = [" ".join(name.split()) for name in names if name.strip()]
    words = _NUMBER.sub("", document.passage(_words_key(document)), count=1)
    return AnswerCitation(words, tuple(dict.fromkeys(names)) or (UNNAMED,), page)
