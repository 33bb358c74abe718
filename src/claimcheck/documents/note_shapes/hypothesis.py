"""Hypothesis' annotations: the API's search (`rows`), its export (`annotations`), or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.documents.json_file import read_json
from claimcheck.documents.note import ImportedNote
from claimcheck.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LISTS: Final = ("rows", "annotations")


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
    for number, item in enumerate(value, 1):
        if not isinstance(item, dict):
            raise AnswerError(f"annotation {number} is no object")
        yield _note(item, number)


def _note(item: Mapping[str, object], number: int) -> ImportedNote:
    title = _title(item.get("document"))
    comment = " ".join(str(item.get("text") or "").split())
    quote = next(_quotes(item.get("target")), "")
    tags = item.get("tags")
    names = (str(item.get("uri") or item.get("url") or ""), title)
    return ImportedNote(
        claim=comment or f"Highlight in {title or names[0] or 'a document'}",
        quote=quote,
        names=tuple(filter(None, names)),
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
        line=number,
    )


def _title(document: object) -> str:
    title = document.get("title") if isinstance(document, dict) else None
    if isinstance(title, list):
        title = title[0] if title else None
    return " ".join(str(title).split()) if title else ""


def _quotes(targets: object) -> Iterator[str]:
    for target in targets if isinstance(targets, list) else ():
        selectors = target.get("selector") if isinstance(target, dict) else None
        for selector in selectors if isinstance(selectors, list) else ():
            if isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector":
                yield " ".join(str(selector.get("exact") or "").split())
