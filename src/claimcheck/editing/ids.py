"""Ids that are proposed for claims, made of the words that tell most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.dossier.fields import is_id
from claimcheck.editing.new_source import proposed_id

if TYPE_CHECKING:
    from collections.abc import Collection

_SMALL_WORDS = (
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "it",
    "its", "of", "on", "or", "that", "the", "to", "was", "were",
)  # fmt: skip
_WORDS = 6


def proposed_claim_id(text: str) -> str:
    """Return an id made of a claim's first words that mean something; "" where none can be."""
    words = [word for word in text.split() if word.lower() not in _SMALL_WORDS]
    return proposed_id(" ".join(words[:_WORDS]))


def free_claim_id(text: str, taken: Collection[str]) -> str:
    """Return an id for a claim that none has yet, numbered where its words are taken.

    Args:
        text: the claim.
        taken: the ids that there are, case-folded.
    """
    wanted = proposed_claim_id(text)
    wanted = wanted if is_id(wanted) else "claim"
    number, free = 1, wanted
    while free.casefold() in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
