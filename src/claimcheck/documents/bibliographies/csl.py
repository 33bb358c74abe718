"""CSL-JSON, as Zotero, Better BibTeX, Mendeley and pandoc write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.bibliography import (
    MONTHS_OF_A_YEAR,
    BibliographyEntry,
    entry,
    partial_date,
)
from claimcheck.documents.json_file import read_json
from claimcheck.model.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXTS = {
    "title": "title",
    "type": "type",
    "container-title": "container_title",
    "publisher": "publisher",
    "language": "language",
    "URL": "url",
    "archive_location": "archive_url",
}
_OWN = frozenset({"id", "citation-key", "author", "issued", "accessed", *_TEXTS})


def entries(data: bytes) -> Iterator[BibliographyEntry]:
    """Yield the entries of a list, or of Better CSL JSON's `items`.

    Raises:
        AnswerError: it is no such file; the message says where.
    """
    value = read_json(data)
    items = value.get("items", [value]) if isinstance(value, dict) else value
    if not isinstance(items, list):
        raise AnswerError("is no CSL-JSON: it is no list of items")
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict) or not {"title", "id", "type"} & item.keys():
            raise AnswerError(f"is no CSL-JSON: item {number} has neither title, type nor id")
        yield _entry(item, number)


def _entry(item: dict[str, object], number: int) -> BibliographyEntry:
    texts = {key: str(item[name]) for name, key in _TEXTS.items() if _is_text(item.get(name))}
    key = next(
        (str(item[name]) for name in ("citation-key", "id") if _is_text(item.get(name))),
        f"item-{number}",
    )
    days = {name: _day(item.get(name)) for name in ("issued", "accessed")}
    names = item.get("author")
    authors = [_name(name) for name in names] if isinstance(names, list) else []
    left_out = [name for name in item if name not in _OWN]
    left_out += ["author"] if names and not isinstance(names, list) else []
    # `13th cent.`, years before the common era: no record has a place for them.
    left_out += [name for name, day in days.items() if item.get(name) and not day]
    left_out += [
        f"{name} (in part)" for name, day in days.items() if day and _says_more(item[name])
    ]
    return entry(key, {**texts, **days, "author": authors}, left_out)


def _is_text(value: object) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool)


def _day(value: object) -> str:
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return partial_date(parts[0])
    raw = value.get("raw") or value.get("literal")
    return partial_date(str(raw).split("-")) if raw else ""


def _says_more(value: object) -> bool:
    """Whether a date has an end, or a season."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], list):
        return False
    month = str(parts[0][1]) if len(parts[0]) > 1 else ""
    return len(parts) > 1 or (month.isdigit() and int(month) > MONTHS_OF_A_YEAR)


def _name(value: object) -> str:
    if not isinstance(value, dict):
        return str(value)
    if value.get("literal"):
        return str(value["literal"])
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(str(value[part]) for part in parts if value.get(part))
