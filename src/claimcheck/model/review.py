"""Reviews of claims, what each of them signed, and the keys that sign them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.model.place import Place


@dataclass(frozen=True, slots=True)
class PassageSnapshot:
    """An evidence item as a reviewer saw it, each part as text; "" for a part that it lacks.

    Attributes:
        passage: what the source printed in the quote's place, with what the quote leaves out.
        before: what the source printed directly before the passage.
        after: what it printed directly behind it.
        voice: whose word it was, up to the topmost party.
        standing: what that party was to the claim: `independent`, `interested` and so on.
        outlet: who printed it.
        chain: the sources that it repeated.
        document: the source's title, its date, and its publisher's notice.
    """

    source: str
    stance: str
    quote: str
    passage: str
    prefix: str = ""
    suffix: str = ""
    before: str = ""
    after: str = ""
    speaker: str = ""
    by: str = ""
    voice: str = ""
    standing: str = ""
    outlet: str = ""
    chain: str = ""
    document: str = ""
    page: str = ""
    rationale: str = ""
    translation: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class ClaimSnapshot:
    """A claim as a reviewer signed it, each part as text: all that readers or the status depend on.

    `passages` stand in the order of the file.
    """

    claim: str
    passages: tuple[PassageSnapshot, ...]
    status: str = ""
    claimants: str = ""
    claimed_on: str = ""
    interested: str = ""
    kind: str = ""
    as_of: str = ""
    review_by: str = ""
    rests_on: str = ""
    verdict: str = ""


class SignatureState(StrEnum):
    """Whether a key's signature is valid, and its key one that may sign."""

    VALID = "valid"
    NOT_ALLOWED = "not-allowed"
    FORGED = "forged"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class KeySignature:
    """The signature of a key under a review, and whether it is valid.

    Attributes:
        text: the signature, ASCII-armoured, as `ssh-keygen` or `gpg` wrote it.
        place: where the review file has it.
        state: whether it is valid, and its key one that may sign.
        key: the key's fingerprint; "" where the signature does not tell it.
        problem: why it is not valid, in a clause; "" where it is.
    """

    text: str
    place: Place
    state: SignatureState = SignatureState.UNCHECKED
    key: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """One person's signature under a claim, with what they signed.

    Attributes:
        by: who signed.
        on: the day on which they did.
        fingerprint: the hash of what was signed, as it was written.
        snapshot: the claim as it was signed.
        place: where it stands in the claim's review file.
        signature: the signature of their key, where there is one.
    """

    by: str
    on: date
    fingerprint: str
    snapshot: ClaimSnapshot
    place: Place
    signature: KeySignature | None = None


@dataclass(frozen=True, slots=True)
class Signers:
    """The file of signers: whose keys sign reviews for whom.

    Attributes:
        path: the file, relative to the project root; "" where the configuration names none.
        lines: its lines, names and a key each, without blank lines and comments.
        keys: its OpenPGP keys, ASCII-armoured.
        read_error: why it could not be read, in a clause; "" where it could.
    """

    path: str = ""
    lines: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    read_error: str = ""
