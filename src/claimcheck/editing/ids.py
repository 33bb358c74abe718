"""Ids that are proposed for claims, made of the words that tell most."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from claimcheck.assessment.independence import UNKNOWN_ORIGIN
from claimcheck.dossier.fields import is_id
from claimcheck.model.errors import RequestError
from claimcheck.system.folder import is_reserved

if TYPE_CHECKING:
    from collections.abc import Collection

_SMALL_WORDS = (
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "it",
    "its", "of", "on", "or", "that", "the", "to", "was", "were",
)  # fmt: skip
# What a record of such a name would be taken for.
RESERVED_SOURCES = {
    "parties": "the file of parties is called so",
    UNKNOWN_ORIGIN: f"`origin: {UNKNOWN_ORIGIN}` says that nobody knows the origin",
}
# Letters that Unicode takes apart no further, written as people do who have no such key.
_PLAIN_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
     "ı": "i", "ŧ": "t"}
)  # fmt: skip
_MAX_WORDS = 6
_MAX_LETTERS = 60


def require_id(name: str, kind: str, *, how: str = "") -> None:
    """Refuse a name that cannot be an id.

    Args:
        name: the name.
        kind: what it is to name, such as `claim`.
        how: how another one is given, such as `with --id`.

    Raises:
        RequestError: it cannot.
    """
    if kind == "source" and (why := RESERVED_SOURCES.get(name.casefold())):
        remedy = f"{why}; choose another one {how}".rstrip()
        raise RequestError(f"'{name}' cannot be a {kind}'s id", remedy)
    if is_id(name):
        return
    if not name:
        raise RequestError(f"a {kind}'s id cannot be empty", f"choose one {how}".rstrip())
    remedy = "choose letters from a to z, digits, dots, hyphens and underscores"
    if is_reserved(name):
        remedy = "Windows keeps this name for a device; choose another one"
    raise RequestError(f"'{name}' cannot be a {kind}'s id", f"{remedy} {how}".rstrip())


def proposed_claim_id(text: str) -> str:
    """Return an id made of a claim's first words that mean something; "" where none can be."""
    words = [word for word in text.split() if word.lower() not in _SMALL_WORDS]
    return proposed_id(" ".join(words[:_MAX_WORDS]))


def free_claim_id(text: str, claim_ids: Collection[str]) -> str:
    """Return an id for a claim that none has yet, numbered where its words are taken.

    Args:
        text: the claim.
        claim_ids: the ids that there are, case-folded.
    """
    proposed = proposed_claim_id(text)
    stem = proposed if is_id(proposed) else "claim"
    number, free = 1, stem
    while free.casefold() in claim_ids:
        number += 1
        free = f"{stem}-{number}"
    return free


def proposed_id(name: str) -> str:
    """Make an id of a name or a title: small letters, digits and hyphens, cut at a word."""
    letters = unicodedata.normalize("NFKD", name.lower()).translate(_PLAIN_LETTERS)
    plain = letters.encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > _MAX_LETTERS:
        slug = slug[: _MAX_LETTERS + 1].rpartition("-")[0] or slug[:_MAX_LETTERS]
    return slug.strip("-")
