"""Zotero's annotations, as Better BibTeX's JSON and Zotero's own items carry them.

A highlight is an item of type `annotation`, in a list, beneath its attachment (`attachments` →
`annotations`), or on its own with `parentItem`.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from claimcheck.documents.json_file import read_json
from claimcheck.documents.note import ImportedNote
from claimcheck.model.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HTML: Final = re.compile(r"</?[A-Za-z][^>]{0,200}>")
_PARAGRAPH: Final = re.compile(r"</(?:p|li|h\d|blockquote)>")
_HIGHLIGHT: Final = re.compile(
    r'<span class="(?:highlight|underline)" data-annotation="([^"]*)"[^>]{0,200}>(.*?)</span>',
    re.DOTALL,
)
_CITATION: Final = re.compile(
    r'\(?<span class="citation"[^>]*>(?:<span[^>]*>[^<]*</span>|[^<])*</span>\)?'
)
_PAGE_LABEL: Final = re.compile(r'"pageLabel":\s*"([^"]{1,40})"')
_HIGHLIGHTS: Final = frozenset({"highlight", "underline", ""})


def notes(data: bytes) -> Iterator[ImportedNote]:
    """Yield each highlight: the comment on it is the claim.

    Raises:
        AnswerError: it is no such file.
    """
    value = read_json(data)
    items = value.get("items") if isinstance(value, dict) else value
    if not isinstance(items, list):
        raise AnswerError("holds no items of Zotero: it is no list, and has no `items`")
    parents = {str(item.get("key")): item for item in items if isinstance(item, dict)}
    number = 0
    for item in items:
        if not isinstance(item, dict):
            raise AnswerError("holds an item that is no object")
        fields = _fields(item)
        for annotation in _annotations(fields):
            number += 1
            yield _note(annotation, _names(fields), number)
        for note in _highlights_of_note(fields, _names(_top(fields, parents))):
            number += 1
            yield replace(note, line=number)
        if fields.get("itemType") == "annotation":
            number += 1
            yield _note(fields, _names(_top(fields, parents)), number)


def _highlights_of_note(
    item: Mapping[str, object], names: tuple[str, ...]
) -> Iterator[ImportedNote]:
    """Yield the highlights that a note was made of, with the words beside each in its paragraph."""
    text = str(item.get("note") or "") if item.get("itemType", "note") == "note" else ""
    for paragraph in _PARAGRAPH.split(text):
        highlights = list(_HIGHLIGHT.finditer(paragraph))
        ends = [each.start() for each in highlights[1:]] + [len(paragraph)]
        before = paragraph[: highlights[0].start()] if highlights else ""
        for highlight, end in zip(highlights, ends, strict=False):
            label = _PAGE_LABEL.search(unquote(html.unescape(highlight[1])))
            beside = _CITATION.sub("", before + paragraph[highlight.end() : end])
            before = ""
            yield ImportedNote(
                claim=_plain(beside) or f"Highlight in {names[-1] if names else 'a document'}",
                quote=_plain(highlight[2]).strip('“”„"«»'),
                names=names or ("an item without a title",),
                page=label[1] if label else "",
            )


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_HTML.sub("", markup)).split())


def _fields(item: Mapping[str, object]) -> Mapping[str, object]:
    """The web API wraps an item's fields in `data`."""
    inner = item.get("data")
    return inner if isinstance(inner, dict) else item


def _annotations(item: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    holders = [item]
    attachments = item.get("attachments")
    holders += attachments if isinstance(attachments, list) else []
    for holder in holders:
        annotations = holder.get("annotations") if isinstance(holder, dict) else None
        for annotation in annotations if isinstance(annotations, list) else ():
            if isinstance(annotation, dict):
                yield annotation


def _top(
    item: Mapping[str, object], parents: Mapping[str, Mapping[str, object]]
) -> Mapping[str, object]:
    seen: set[str] = set()
    while (key := str(item.get("parentItem") or "")) in parents and key not in seen:
        seen.add(key)
        item = _fields(parents[key])
    return item


def _names(item: Mapping[str, object]) -> tuple[str, ...]:
    keys = ("citationKey", "citation-key", "url", "URL", "title")
    return tuple(" ".join(str(item[key]).split()) for key in keys if item.get(key))


def _note(annotation: Mapping[str, object], names: tuple[str, ...], number: int) -> ImportedNote:
    def text(*keys: str) -> str:
        raw = next((str(annotation[key]) for key in keys if annotation.get(key)), "")
        return _plain(raw)

    kind = text("annotationType", "type")
    comment = text("annotationComment", "comment")
    tags = annotation.get("tags")
    return ImportedNote(
        claim=comment or f"Highlight in {names[-1] if names else 'a document'}",
        quote=text("annotationText", "text") if kind in _HIGHLIGHTS else "",
        names=names or ("an item without a title",),
        page=text("annotationPageLabel", "pageLabel"),
        tags=tuple(
            str(tag.get("tag") if isinstance(tag, dict) else tag)
            for tag in (tags if isinstance(tags, list) else ())
        ),
        line=number,
    )
