"""Hypothesis' annotations: the API's search (`rows`), its export (`annotations`), or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.documents.json_file import read_json
from claimcheck.documents.note import ImportedNote
from claimcheck.model.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LISTS: Final = ("rows", "annotations")


class _Passage(NamedTuple):
    """A passage as it was highlighted; what is not known is empty."""

    exact: str = ""
    page: str = ""
    prefix: str = ""
    suffix: str = ""


def notes(data: bytes) -> Iterator[ImportedNote]:
    """Yield each annotation: what was written beside a highlight is the claim.

    Raises:
        AnswerError: it is no such file.
    """
    value = read_json(data)
    if isinstance(value, dict):
        value = next((value[name] for name in _LISTS if name in value), None)
    if not isinstance(value, list):
        raise AnswerError("holds no annotations: it has neither `rows` nor `annotations`")
    ids = {str(item.get("id")) for item in value if isinstance(item, dict)}
    replies: dict[str, list[str]] = {}
    annotations = []
    for number, item in enumerate(value, 1):
        if not isinstance(item, dict):
            raise AnswerError(f"annotation {number} is no object")
        references = item.get("references")
        answered = str(references[0]) if isinstance(references, list) and references else ""
        if answered in ids and answered != str(item.get("id")):
            replies.setdefault(answered, []).append(f"a reply: {_comment(item)}")
        else:
            annotations.append((number, item))
    for number, item in annotations:
        yield from _notes(item, number, tuple(replies.get(str(item.get("id")), ())))


def _comment(item: Mapping[str, object]) -> str:
    return " ".join(str(item.get("text") or "").split())


def _notes(
    item: Mapping[str, object], number: int, remarks: tuple[str, ...]
) -> Iterator[ImportedNote]:
    """Yield the note on each passage of an annotation; once, where it has none.

    Args:
        item: the annotation.
        number: its number, from 1.
        remarks: what was noted to it.
    """
    title = _title(item.get("document"))
    comment = _comment(item)
    tags = item.get("tags")
    names = (str(item.get("uri") or item.get("url") or ""), title)
    for passage in [*_passages(item.get("target"))] or [_Passage()]:
        yield ImportedNote(
            claim=comment or f"Highlight in {title or names[0] or 'a document'}",
            quote=passage.exact,
            names=tuple(filter(None, names)),
            page=passage.page,
            tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
            line=number,
            remarks=remarks,
            prefix=passage.prefix,
            suffix=passage.suffix,
        )


def _title(document: object) -> str:
    title = document.get("title") if isinstance(document, dict) else None
    if isinstance(title, list):
        title = title[0] if title else None
    return " ".join(str(title).split()) if title else ""


def _passages(targets: object) -> Iterator[_Passage]:
    """Yield each passage of a target."""
    for target in _objects(targets):
        selectors = list(_objects(target.get("selector")))
        pages = [
            str(selector.get("label") or "")
            for selector in selectors
            if selector.get("type") == "PageSelector"
        ]
        for selector in selectors:
            if selector.get("type") == "TextQuoteSelector" and selector.get("exact"):
                yield _Passage(
                    " ".join(str(selector["exact"]).split()),
                    next(iter(pages), ""),
                    " ".join(str(selector.get("prefix") or "").split()),
                    " ".join(str(selector.get("suffix") or "").split()),
                )


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a list; an object is a list of itself."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
