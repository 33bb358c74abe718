"""JSON for programs: every field always there, ASCII only."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.formats.screen import Screen
    from claimcheck.model import Claim, Place
    from claimcheck.search.duplicates import Alike
    from claimcheck.search.passages import Found, Passage

SCHEMA_VERSION = 1


def passages(found: Found, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return the passages, best first."""
    return _dump(
        {
            "schema": "claimcheck/passages",
            "schema_version": SCHEMA_VERSION,
            "text": found.text,
            "claim": found.claim,
            "searched": found.searched,
            "unsearched": found.unsearched,
            "passages": [_passage(one) for one in found.passages],
        }
    )


def duplicates(pairs: Sequence[Alike], claims: Mapping[str, Claim], screen: Screen) -> str:  # noqa: ARG001 - as above
    """Return the pairs of claims, the likest first."""
    return _dump(
        {
            "schema": "claimcheck/duplicates",
            "schema_version": SCHEMA_VERSION,
            "pairs": [
                {
                    "likeness": pair.likeness,
                    "claims": [
                        {
                            "id": name,
                            "claim": claims[name].text,
                            "place": _place(claims[name].place),
                        }
                        for name in (pair.first, pair.second)
                    ],
                }
                for pair in pairs
            ],
        }
    )


def _dump(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


def _passage(one: Passage) -> dict[str, object]:
    return {
        "number": one.number,
        "source": one.source,
        "title": one.title,
        "score": round(one.score, 3),
        "place": _place(one.place),
        "start": one.start,
        "end": one.end,
        "locator": one.locator or None,
        "page": one.page or None,
        "quote": asdict(one.quote),
        "runs": [{"text": run.text, "marked": run.marked} for run in one.runs],
        "before": one.before,
        "after": one.after,
        "linked": [
            {"claim": by.claim, "item": by.number, "stance": by.stance} for by in one.linked
        ],
    }


def _place(place: Place) -> dict[str, object]:
    return {"path": place.path, "line": place.line or None, "column": place.column or None}
