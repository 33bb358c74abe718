"""A list of claims of our own making: `[{"claim": …, "source": …, "quote": …, "page": …}]`.

`quote` and `page` may be left out. Several entries with the same claim are one claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.answer import AnswerCitation, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.answer import JsonValue

SERVICES = ()


def recognizes(value: JsonValue) -> bool:
    """Whether it is a list whose first entry has a claim."""
    return isinstance(value.data, list) and any(
        isinstance(entry, dict) and "claim" in entry for entry in value.data[:1]
    )


def statements(value: JsonValue) -> Iterator[Statement]:
    """Yield a statement for each entry."""
    for entry in value.items():
        if not isinstance(entry.data, dict):
            entry.refuse("must be an object")
        for key in entry.data:
            if key not in {"claim", "source", "quote", "page"}:
                entry.refuse(f"has a key {key[:60]!r}; known are claim, source, quote and page")
        text = entry.text("claim", required=True)
        source = entry.text("source", required=True)
        page = entry.get("page")
        pages = str(entry.number("page") or "") if page and isinstance(page.data, int) else ""
        citation = AnswerCitation(entry.text("quote"), (source,), pages or entry.text("page"))
        yield Statement(text, (citation,))
