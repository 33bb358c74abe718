"""Ids that are proposed for claims, made of the words that tell most."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from claimcheck.dossier.fields import is_id

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


_LONGEST_ID = 60


def proposed_id(name: str) -> str:
    """Make an id of a name or a title: small letters, digits and hyphens, cut at a word."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(words) > _LONGEST_ID:
        words = words[: _LONGEST_ID + 1].rpartition("-")[0] or words[:_LONGEST_ID]
    return words.strip("-")
