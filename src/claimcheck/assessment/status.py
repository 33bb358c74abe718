"""The status table: what the votes amount to. Pure and total.

The four words supported, refuted, conflicting and not-enough-evidence are AVeriTeC's (Schlichtkrull
et al. 2023). With no claimant and distinct publishers the table reduces to "evidence on both sides
means conflicting". Nothing is ever decided by a majority.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from claimcheck.model import Kind, Stance, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Corroboration(StrEnum):
    """How many independent parties stand behind a status."""

    NONE = "none"
    SINGLE_ORIGIN = "single-origin"
    CORROBORATED = "corroborated"


class Flag(StrEnum):
    """What a reader should know beside the status; a flag never changes it."""

    DENIED_BY_INTERESTED = "denied-by-interested"
    MAINTAINED_BY_INTERESTED = "maintained-by-interested"
    WORD_AGAINST_WORD = "word-against-word"
    CIRCULAR = "circular"
    STALE = "stale"
    VERDICT_DIFFERS = "verdict-differs"
    RETRACTED_SOURCE = "retracted-source"


@dataclass(frozen=True, slots=True)
class Vote:
    """One evidence item that counts: its side, whose word it is and who printed it when.

    `stance` is supports or contradicts. `latest` is the last day that the source may date from;
    None when that is unknown.
    """

    stance: Stance
    key: str
    interested: bool
    outlet: str
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures that make circular reporting visible."""

    items: int
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class Derivation:
    """A status and how it came about.

    `row` is the row of the table. `supporting` and `contradicting` are the independent keys,
    `interested_for` and `interested_against` the interested ones.
    """

    status: Status
    row: int
    corroboration: Corroboration
    flags: tuple[Flag, ...]
    counts: Counts
    supporting: tuple[str, ...] = ()
    contradicting: tuple[str, ...] = ()
    interested_for: tuple[str, ...] = ()
    interested_against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """What else bears on a derivation: the claim's own dates, the project's settings, the day."""

    today: date
    min_origins: int = 2
    stale_after: int = 365
    kind: Kind = Kind.EVENT
    review_by: date | None = None
    verdict: Status | None = None
    retracted_source: bool = False


def decide(  # noqa: PLR0911 - one return a row of the table
    *, supporting: int, contradicting: int, interested_for: bool, interested_against: bool
) -> tuple[int, Status, Flag | None]:
    """Return the row of the table, the status and the flag that go with what each side has.

    Args:
        supporting: how many independent keys support the claim.
        contradicting: how many contradict it.
        interested_for: whether an interested party supports it.
        interested_against: whether one contradicts it.
    """
    if supporting and contradicting:
        return 1, Status.CONFLICTING, None
    if supporting:
        return 2, Status.SUPPORTED, Flag.DENIED_BY_INTERESTED if interested_against else None
    if contradicting:
        return 3, Status.REFUTED, Flag.MAINTAINED_BY_INTERESTED if interested_for else None
    if interested_for and interested_against:
        return 4, Status.CONFLICTING, Flag.WORD_AGAINST_WORD
    if interested_for:
        return 5, Status.SELF_ATTESTED, None
    if interested_against:
        return 6, Status.NOT_ENOUGH_EVIDENCE, Flag.DENIED_BY_INTERESTED
    return 7, Status.NOT_ENOUGH_EVIDENCE, None


def derive(votes: Sequence[Vote], terms: Terms, *, sourced: bool) -> Derivation:
    """Derive a claim's status from its votes.

    Args:
        votes: the evidence items that count, in any order.
        terms: the claim's dates, the project's settings and the day on which to judge.
        sourced: whether the claim cites any evidence at all, counting or not.
    """
    supporting = _keys(votes, Stance.SUPPORTS, interested=False)
    contradicting = _keys(votes, Stance.CONTRADICTS, interested=False)
    interested_for = _keys(votes, Stance.SUPPORTS, interested=True)
    interested_against = _keys(votes, Stance.CONTRADICTS, interested=True)
    row, status, flag = decide(
        supporting=len(supporting),
        contradicting=len(contradicting),
        interested_for=bool(interested_for),
        interested_against=bool(interested_against),
    )
    if not sourced:
        row, status = 0, Status.UNSOURCED
    winners = [vote for vote in votes if (vote.stance, vote.interested) in _WINNING[row]]
    flags = (
        (flag, True),
        (Flag.CIRCULAR, _circular(votes)),
        (Flag.STALE, _stale(winners, terms)),
        (Flag.VERDICT_DIFFERS, terms.verdict is not None and terms.verdict != status),
        (Flag.RETRACTED_SOURCE, terms.retracted_source),
    )
    return Derivation(
        status=status,
        row=row,
        corroboration=_corroboration(row, len(supporting), len(contradicting), terms.min_origins),
        flags=tuple(flag for flag, holds in flags if flag and holds),
        counts=Counts(
            items=len(votes),
            outlets=len({vote.outlet for vote in votes}),
            origins=len({vote.key for vote in votes}),
        ),
        supporting=supporting,
        contradicting=contradicting,
        interested_for=interested_for,
        interested_against=interested_against,
    )


_WINNING: dict[int, tuple[tuple[Stance, bool], ...]] = {
    0: (),
    1: ((Stance.SUPPORTS, False), (Stance.CONTRADICTS, False)),
    2: ((Stance.SUPPORTS, False),),
    3: ((Stance.CONTRADICTS, False),),
    4: ((Stance.SUPPORTS, True), (Stance.CONTRADICTS, True)),
    5: ((Stance.SUPPORTS, True),),
    6: ((Stance.CONTRADICTS, True),),
    7: (),
}


def _keys(votes: Iterable[Vote], stance: Stance, *, interested: bool) -> tuple[str, ...]:
    keys = {vote.key for vote in votes if vote.stance is stance and vote.interested is interested}
    return tuple(sorted(keys))


def parties_behind(derivation: Derivation) -> int:
    """Count the independent parties behind a status: of a conflict, those of the weaker side."""
    return _parties_in_row(
        derivation.row, len(derivation.supporting), len(derivation.contradicting)
    )


def _parties_in_row(row: int, supporting: int, contradicting: int) -> int:
    return {1: min(supporting, contradicting), 2: supporting, 3: contradicting}.get(row, 0)


def _corroboration(
    row: int, supporting: int, contradicting: int, min_origins: int
) -> Corroboration:
    parties = _parties_in_row(row, supporting, contradicting)
    if parties == 0:
        return Corroboration.NONE
    return Corroboration.CORROBORATED if parties >= min_origins else Corroboration.SINGLE_ORIGIN


def _circular(votes: Sequence[Vote]) -> bool:
    sides = {(vote.stance is Stance.SUPPORTS, vote.key) for vote in votes}
    return len(sides) < len(votes)


def _stale(winners: Sequence[Vote], terms: Terms) -> bool:
    if terms.review_by is not None and terms.today > terms.review_by:
        return True
    if terms.kind is not Kind.STATE or not winners:
        return False
    # Evidence of unknown date cannot show that a state still lasts, so it does not make it fresh.
    newest = max(vote.latest or date.min for vote in winners)
    return (terms.today - newest).days > terms.stale_after
