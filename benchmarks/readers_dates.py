"""Measures on which day a web page is said to have been published, against days that people wrote.

A folder holds lists (`*.json`: `{address: {"file": …, "date": "YYYY-MM-DD"}}`) and, at any depth,
the pages that they name. A day that is off by one is right: many pages give theirs in UTC.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import html
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WHOLE = len("2020-07-10")


def table(folder: Path, worst: int) -> Iterator[str]:
    """Yield a line each list: how many days are written, and how many of those are wrong."""
    pages = {path.name: path for path in folder.rglob("*") if path.suffix in {".html", ".gz"}}
    for listed in sorted(folder.rglob("*.json")):
        entries = _entries(json.loads(listed.read_text("utf-8")), pages)
        if not entries:
            continue
        counts: Counter[str] = Counter()
        wrong = []
        for path, day in entries:
            written = _written(path)
            verdict = _verdict(written, day)
            counts[verdict] += 1
            if verdict == "wrong":
                wrong.append(f"    {written} for {day}: {path}")
        days = counts["right"] + counts["wrong"]
        yield f"dates: {listed.name}, {len(entries):,} pages"
        yield f"days written and right: {100 * counts['right'] / len(entries):.1f} %"
        yield f"wrong by more than a day: {100 * counts['wrong'] / max(1, days):.2f} % of {days:,}"
        yield from wrong[:worst]


def _entries(listed: Any, pages: dict[str, Path]) -> list[tuple[Path, str]]:  # noqa: ANN401 - any JSON
    entries = []
    for value in listed.values() if isinstance(listed, dict) else ():
        name, day = (value.get("file"), value.get("date")) if isinstance(value, dict) else ("", "")
        if name in pages and isinstance(day, str) and len(day) == _WHOLE:
            entries.append((pages[name], day))
    return entries


def _written(path: Path) -> str:
    data = path.read_bytes()
    try:
        page = gzip.decompress(data) if path.suffix == ".gz" else data
        return html.read(page, ExtractOptions()).metadata.issued
    except UnreadableError:
        return ""


def _verdict(written: str, day: str) -> str:
    if not written:
        return "none"
    if len(written) < _WHOLE:
        return "right" if day.startswith(written) else "wrong"
    apart = dt.date.fromisoformat(written) - dt.date.fromisoformat(day)
    return "right" if abs(apart.days) <= 1 else "wrong"
