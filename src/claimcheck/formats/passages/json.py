"""JSON for programs: the passages, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped, place_object, run_objects

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.search.passages import PassageAnswer, RankedPassage


def render(answer: PassageAnswer, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return the passages, best first."""
    fields = {
        "text": answer.text,
        "claim": answer.claim,
        "searched": answer.searched,
        "unsearched": answer.unsearched,
        "gaps": list(answer.gaps),
        "passages": [_passage(passage) for passage in answer.passages],
    }
    return dump(enveloped("passages", fields))


def _passage(passage: RankedPassage) -> dict[str, object]:
    return {
        "number": passage.number,
        "source": passage.source,
        "title": passage.title,
        "score": round(passage.score, 3),
        "place": place_object(passage.place),
        "start": passage.start,
        "end": passage.end,
        "locator": passage.locator or None,
        "page": passage.page or None,
        "quote": passage.quote._asdict(),
        "runs": run_objects(passage.runs),
        "before": passage.before,
        "after": passage.after,
        "linked": [
            {"claim": link.claim, "item": link.number, "stance": link.stance}
            for link in passage.linked
        ],
    }
