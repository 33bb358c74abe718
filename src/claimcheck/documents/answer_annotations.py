"""Annotations of an answer's text: which part of it cites which source, as services write it."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum, auto
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from claimcheck.documents.answer import AnswerCitation, JsonValue
from claimcheck.documents.answer_passages import UNNAMED
from claimcheck.documents.answer_text import (
    LONGEST_SEARCHED,
    CitedSpan,
    link_marks,
    numbered_marks,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NAME_KEYS: Final = (
    "title",
    "url",
    "uri",
    "filename",
    "file_name",
    "source",
    "file_id",
    "document_id",
)
# A mark that stands in the text may name the file: 【4:0†gazette.txt】.
_NAME_IN_MARK: Final = re.compile(r"\u3010[^\u2020\u3011]*\u2020(?!source\u3011)([^\u3011]+)\u3011")
_QUOTE_KEYS: Final = ("quote", "cited_text", "citedText", "content")
# An annotation of these kinds names no source.
_OTHER_KINDS: Final = frozenset({"file_path", "place_citation", "non_standard_annotation"})


_SENTENCE_ENDS: Final = frozenset(".!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964")


class OffsetUnit(StrEnum):
    """The units that the offsets of an answer count."""

    CODE_POINTS = auto()
    UTF_16 = auto()
    UTF_8 = auto()


def annotation_spans(
    raw: str, annotations: Sequence[JsonValue], *units: OffsetUnit
) -> Iterator[CitedSpan]:
    """Yield the parts of a text that its annotations are about.

    Services count offsets in code points, in UTF-16 as browsers do, or in bytes, and few say in
    which: the unit is taken in which the parts begin and end at sentences, or at words at least.

    Args:
        raw: the text.
        annotations: objects such as `url_citation` and `file_citation`, with offsets or without.
        units: what the offsets count, the likeliest first; by default code points.
    """
    if not annotations:
        return
    marks = _Marks(raw if len(raw) < LONGEST_SEARCHED else "")
    offsets = _offsets(raw, annotations, units or tuple(OffsetUnit))
    for annotation in annotations:
        if not isinstance(annotation.data, dict) or annotation.is_kind(*_OTHER_KINDS):
            continue
        inner = _inner(annotation)
        citation = _citation(annotation, inner)
        for start, end in _places(raw, annotation, marks, offsets):
            yield CitedSpan(start, end, citation)


def _inner(annotation: JsonValue) -> JsonValue:
    """Return the object in an annotation that holds its fields; itself where there is none."""
    return (
        annotation.get("url_citation")
        or annotation.get("file_citation")
        or annotation.get("container_file_citation")
        or annotation
    )


def _citation(annotation: JsonValue, inner: JsonValue) -> AnswerCitation:
    names = [name for key in _NAME_KEYS if (name := _text(inner, key))]
    if (mark := _NAME_IN_MARK.search(_text(annotation, "text"))) and len(
        names
    ) < 2:  # its id at most
        names.insert(0, mark[1])
    # Some services call a source by the number of its mark.
    telling = [name for name in names if not name.isdigit()]
    if not names:
        if not annotation.text("type"):
            annotation.refuse("does not say what it cites")
        names.append(UNNAMED)
    quote = next((words for key in _QUOTE_KEYS if (words := _passage(inner, key))), "")
    return AnswerCitation(quote, tuple(telling or names))


def _text(value: JsonValue, key: str) -> str:
    member = value.get(key)
    return value.text(key) if member and isinstance(member.data, str) else ""


def _passage(value: JsonValue, key: str) -> str:
    member = value.get(key)
    return value.passage(key) if member and isinstance(member.data, str) else ""


def _places(
    raw: str, annotation: JsonValue, marks: _Marks, offsets: Sequence[int]
) -> Iterator[tuple[int | None, int | None]]:
    start, end = _written_place(annotation)
    most = len(offsets) - 1
    nowhere = start is None or start > most or (start == 0 and not end)
    if not nowhere and start is not None:
        low, high = offsets[start], offsets[min(most, max(start, end or start))]
        words = any(map(str.isalnum, raw[low:high]))
        yield (low, high) if words or high > low else (low, _end_of_word(raw, low))
        return
    own = list(_marks_of(annotation, _inner(annotation), marks))
    yield from own
    if not own:
        yield None, None


def _written_place(annotation: JsonValue) -> tuple[int | None, int | None]:
    """Return where an annotation says that it is about, in its service's unit."""
    inner = _inner(annotation)
    start, end = (
        next(
            (
                number
                for holder in (inner, annotation)
                if (number := _number(holder, key)) is not None
            ),
            None,
        )
        for key in ("start_index", "end_index")
    )
    if start is None:
        start = _number(inner, "index")
        # The number of a letter: it stands where a mark does.
        end = start
    return start, end


def _offsets(
    raw: str, annotations: Sequence[JsonValue], units: Sequence[OffsetUnit]
) -> Sequence[int]:
    """Return the code point that each offset of a service stands for."""
    if raw.isascii():
        return range(len(raw) + 1)
    pairs = [
        (start, end)
        for annotation in annotations
        if isinstance(annotation.data, dict)
        for start, end in (_written_place(annotation),)
        if start is not None and end is not None and start < end
    ]
    if not pairs:
        return _code_points(raw, units[0])
    likeliest: Sequence[int] = ()
    best = -1
    for unit in units:
        offsets = _code_points(raw, unit)
        fitting = sum(_borders(raw, offsets, start, end) for start, end in pairs)
        if fitting > best:
            likeliest, best = offsets, fitting
    return likeliest


def _code_points(raw: str, unit: OffsetUnit) -> Sequence[int]:
    """Return for each offset in a unit the code point that it falls into."""
    if unit is OffsetUnit.CODE_POINTS:
        return range(len(raw) + 1)
    sizes = (
        (1 + (sign > "\uffff") for sign in raw)
        if unit is OffsetUnit.UTF_16
        else (len(sign.encode("utf-8", "surrogatepass")) for sign in raw)
    )
    offsets = [at for at, size in enumerate(sizes) for _ in range(size)]
    return [*offsets, len(raw)]


def _borders(raw: str, offsets: Sequence[int], start: int, end: int) -> int:
    """Return how well both ends of a part stand at borders of the text, from 0 to 5.

    A part that is cited is mostly a sentence: a full stop at its end tells more than a border of a
    word, of which a wrong unit meets many by chance.
    """
    if end >= len(offsets):
        return 0
    low, high = offsets[start], offsets[end]
    first, last = raw[low : low + 1], raw[high - 1 : high]
    return (
        _border(raw[max(0, low - 1) : low], first)
        + _border(raw[high : high + 1], last)
        + (last in _SENTENCE_ENDS)
    )


def _border(outside: str, inside: str) -> int:
    """Return how surely something begins between two signs: 2 beside space, 1 where a word does."""
    if inside.isspace():
        return 0
    if not outside or outside.isspace():
        return 2
    return int(_kind_of_sign(outside) != _kind_of_sign(inside))


def _kind_of_sign(sign: str) -> str:
    return "" if sign.isalnum() else unicodedata.category(sign)


def _end_of_word(raw: str, start: int) -> int:
    """Return where a place ends: behind it, unless it stands at a word, which is then meant."""
    return start + 1 if raw[start : start + 1].isalnum() else start


def _number(value: JsonValue, key: str) -> int | None:
    member = value.get(key)
    is_number = member and isinstance(member.data, int) and not isinstance(member.data, bool)
    return value.number(key) if member and is_number and member.data != -1 else None


class _Marks:
    """The marks that a text has of itself: linked addresses, and numbers."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def links(self) -> dict[str, list[tuple[int, int]]]:
        """Where each address is linked."""
        links: dict[str, list[tuple[int, int]]] = {}
        for start, end, _words, address in link_marks(self.raw):
            links.setdefault(page_address(address), []).append((start, end))
        return links

    @cached_property
    def numbers(self) -> dict[int, list[tuple[int, int]]]:
        """Where each number stands in brackets."""
        numbers: dict[int, list[tuple[int, int]]] = {}
        for start, end, number in numbered_marks(self.raw):
            numbers.setdefault(number, []).append((start, end))
        return numbers


def _marks_of(annotation: JsonValue, inner: JsonValue, marks: _Marks) -> Iterable[tuple[int, int]]:
    """Return where the text itself has a mark of an annotation that does not say its place."""
    mark = _text(annotation, "text")
    at = marks.raw.find(mark) if mark else -1
    if at >= 0:
        return [(at, at + len(mark))]
    url = page_address(_text(inner, "url") or _text(inner, "uri"))
    if url and url in marks.links:
        return marks.links[url]
    title = _text(inner, "title")
    is_number = title.isdecimal() and len(title) < _MOST_DIGITS
    return marks.numbers.get(int(title), []) if is_number else []


_MOST_DIGITS: Final = 6


def page_address(address: str) -> str:
    """Return an address without what tells no pages apart; nothing for what is none."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if not parts.netloc:
        return ""
    query = "&".join(p for p in parts.query.split("&") if p and not p.startswith("utm_"))
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{query}"


def numbered_spans(raw: str, sources: Sequence[AnswerCitation]) -> list[CitedSpan]:
    """Return the parts of a text that stand before marks such as `[1]`, or linked addresses.

    Args:
        raw: the text.
        sources: what the numbers stand for, from 1.

    Returns:
        A span for each mark; where there is none, one without a place for each source.
    """
    spans = []
    for start, end, number in numbered_marks(raw):
        if 0 < number <= len(sources):
            spans.append(CitedSpan(start, end, sources[number - 1]))
    by_address = {page_address(name): source for source in sources for name in source.names}
    for start, end, words, address in link_marks(raw):
        citation = by_address.get(page_address(address))
        label = words.strip("[]")
        if citation is None and label.isdigit():
            citation = AnswerCitation("", (address,))
        if citation is not None:
            spans.append(CitedSpan(start, end, citation))
    return spans or [CitedSpan(None, None, source) for source in sources]
