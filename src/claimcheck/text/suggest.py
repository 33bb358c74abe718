"""Did you mean …? The nearest of the known words to one that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE = 70.0
_MISSPELT = 84.0
_LONGEST = 200


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to `limit` known words that a writer of `word` may have meant, best first."""
    from rapidfuzz import fuzz, process, utils  # 20 ms, paid only after a mistake

    hits = process.extract(
        word[:_LONGEST],
        sorted(known),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=limit,
        score_cutoff=_ALIKE,
    )
    return [choice for choice, _score, _index in hits]


def near_miss(word: str, known: Iterable[str]) -> str:
    """Return the known word of which this is likely a misspelling; nothing when there is none."""
    choices = sorted(known)
    if not choices:
        return ""
    from rapidfuzz import fuzz, process, utils  # 20 ms, paid only where names are not known

    hit = process.extractOne(
        word[:_LONGEST],
        choices,
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=_MISSPELT,
    )
    return hit[0] if hit else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean X?`, or nothing when no known word is near."""
    hits = nearest(word, known, limit=1)
    return f"did you mean {hits[0]}?" if hits else ""
