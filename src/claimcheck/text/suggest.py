"""Did you mean …? The nearest words of a vocabulary to one that is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Similarities from 0 to 100.
_MIN_SUGGESTION_SCORE = 70.0
_MIN_MISSPELLING_SCORE = 84.0
# Of a word, as far as it is compared.
_COMPARED_CHARACTERS = 200


def suggestions(word: str, vocabulary: Iterable[str], limit: int = 3) -> list[str]:
    """Return the words that a writer may have meant, best first.

    Args:
        word: the word that was written.
        vocabulary: the words that exist.
        limit: how many at most.
    """
    from rapidfuzz import fuzz, process, utils  # 20 ms, paid only after a mistake

    hits = process.extract(
        word[:_COMPARED_CHARACTERS],
        sorted(vocabulary),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=limit,
        score_cutoff=_MIN_SUGGESTION_SCORE,
    )
    return [choice for choice, _score, _index in hits]


def near_miss(
    word: str, vocabulary: Iterable[str], min_score: float = _MIN_MISSPELLING_SCORE
) -> str:
    """Return the word of a vocabulary that was likely misspelt; "" when there is none.

    Args:
        word: the word that was written.
        vocabulary: the words that exist.
        min_score: how much alike both must be as wholes, from 0 to 100.
    """
    choices = sorted(vocabulary)
    if not choices:
        return ""
    from rapidfuzz import fuzz, process, utils  # 20 ms, paid only for an unknown name

    hit = process.extractOne(
        word[:_COMPARED_CHARACTERS],
        choices,
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=min_score,
    )
    return hit[0] if hit else ""


def did_you_mean(word: str, vocabulary: Iterable[str]) -> str:
    """Return `did you mean X?`, or nothing when no word of a vocabulary is near.

    A word that is alike as a whole goes before a short one that stands inside: `evidense` is
    `evidence`, not `id`.
    """
    words = list(vocabulary)
    hits = suggestions(word, words, limit=1)
    nearest = near_miss(word, words, _MIN_SUGGESTION_SCORE) or (hits[0] if hits else "")
    return f"did you mean {nearest}?" if nearest else ""
