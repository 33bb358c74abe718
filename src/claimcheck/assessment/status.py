"""The status table: what the votes amount to. Pure and total.

The four words supported, refuted, conflicting and not-enough-evidence are AVeriTeC's (Schlichtkrull
et al. 2023). With no claimant and distinct publishers the table reduces to "evidence on both sides
means conflicting". Nothing is ever decided by a majority.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.model import Kind, Stance, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_NOBODY: frozenset[Standing] = frozenset()
UNSOURCED_ROW = 0
# A desk asks for two or three.
_MOST_PARTIES_MATCHED = 100
_COUNTED_ROWS = {Status.SUPPORTED, Status.REFUTED}
# Where it is a day later than here, documents may bear tomorrow's date.
A_DAY = timedelta(days=1)


class Corroboration(StrEnum):
    """How many independent parties, in as many documents, stand behind a status."""

    NONE = "none"
    SINGLE_ORIGIN = "single-origin"
    CORROBORATED = "corroborated"


class Flag(StrEnum):
    """What a reader should know beside the status; a flag never changes it."""

    DENIED_BY_INTERESTED = "denied-by-interested"
    MAINTAINED_BY_INTERESTED = "maintained-by-interested"
    WORD_AGAINST_WORD = "word-against-word"
    OWN_ACT = "own-act"
    ADMISSION = "admission"
    UNKNOWN_ORIGIN = "unknown-origin"
    CIRCULAR = "circular"
    STALE = "stale"
    RETROSPECTIVE = "retrospective"
    VERDICT_DIFFERS = "verdict-differs"
    RETRACTED_SOURCE = "retracted-source"


class Standing(StrEnum):
    """What a vote's party is to the claim.

    An interested party's word counts for what it is: its own `act`, an `admission` against its
    interest, or a mere word. `unknown` is a document that repeats nobody knows whom, where somebody
    has an interest in the claim.
    """

    INDEPENDENT = "independent"
    ACT = "act"
    ADMISSION = "admission"
    INTERESTED = "interested"
    UNKNOWN = "unknown"


class Vote(NamedTuple):
    """One evidence item that counts: its side, whose word it is, who printed it, where and when.

    `stance` is supports or contradicts. `root` is the document that first had it. `earliest` and
    `latest` are the days that the source may date from; None when that is unknown.
    """

    stance: Stance
    key: str
    standing: Standing
    outlet: str
    root: str
    earliest: date | None = None
    latest: date | None = None


class Counts(NamedTuple):
    """The figures that make circular reporting visible.

    `origins` counts parties that speak in as many documents: one document is one witness.
    """

    items: int
    outlets: int
    origins: int


class Derivation(NamedTuple):
    """A status and how it came about.

    `row` is the row of the table. `supporting` and `contradicting` are the independent keys,
    `interested_for` and `interested_against` the interested ones; of these, `acts_for` and so on
    have done what is claimed or admitted it. `unknown_for` and `unknown_against` do not count,
    since nobody knows where they come from. `parties` is how many stand behind the status, each in
    a document of its own; of a conflict, behind the weaker side.
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
    acts_for: tuple[str, ...] = ()
    acts_against: tuple[str, ...] = ()
    admissions_for: tuple[str, ...] = ()
    admissions_against: tuple[str, ...] = ()
    unknown_for: tuple[str, ...] = ()
    unknown_against: tuple[str, ...] = ()
    parties: int = 0


class Terms(NamedTuple):
    """What else bears on a derivation: the claim's own dates, the project's settings, the day."""

    today: date
    min_origins: int = 2
    stale_after: int = 365
    kind: Kind = Kind.EVENT
    as_of: date | None = None
    review_by: date | None = None
    verdict: Status | None = None
    retracted_source: bool = False


class Row(NamedTuple):
    """A row of the table: it fits where every side that it names has a party of such standing.

    Attributes:
        number: its number.
        supporting: the standings of which one must speak for the claim; none where none need.
        contradicting: the same against it.
        status: what the row says.
        flag: what a reader should know beside it.
    """

    number: int
    supporting: frozenset[Standing]
    contradicting: frozenset[Standing]
    status: Status
    flag: Flag | None = None


_INDEPENDENT = frozenset({Standing.INDEPENDENT})
_ACT = frozenset({Standing.ACT})
_ADMISSION = frozenset({Standing.ADMISSION})
_INTERESTED = frozenset({Standing.INTERESTED})
_UNKNOWN = frozenset({Standing.UNKNOWN})
_COUNTING = _INDEPENDENT | _ACT | _ADMISSION
_FLAGS = tuple(Flag)
# The first row that fits decides. docs/guide/statuses.md prints the same table.
TABLE = (
    Row(1, _COUNTING, _COUNTING, Status.CONFLICTING),
    Row(2, _INDEPENDENT, _NOBODY, Status.SUPPORTED),
    Row(3, _NOBODY, _INDEPENDENT, Status.REFUTED),
    Row(4, _ACT, _NOBODY, Status.SUPPORTED, Flag.OWN_ACT),
    Row(5, _NOBODY, _ACT, Status.REFUTED, Flag.OWN_ACT),
    Row(6, _ADMISSION, _NOBODY, Status.SUPPORTED, Flag.ADMISSION),
    Row(7, _NOBODY, _ADMISSION, Status.REFUTED, Flag.ADMISSION),
    Row(8, _INTERESTED, _INTERESTED, Status.CONFLICTING, Flag.WORD_AGAINST_WORD),
    Row(9, _INTERESTED, _NOBODY, Status.SELF_ATTESTED),
    Row(10, _NOBODY, _INTERESTED, Status.NOT_ENOUGH_EVIDENCE, Flag.DENIED_BY_INTERESTED),
    Row(11, _UNKNOWN, _NOBODY, Status.NOT_ENOUGH_EVIDENCE, Flag.UNKNOWN_ORIGIN),
    Row(12, _NOBODY, _UNKNOWN, Status.NOT_ENOUGH_EVIDENCE, Flag.UNKNOWN_ORIGIN),
    Row(13, _NOBODY, _NOBODY, Status.NOT_ENOUGH_EVIDENCE),
)


@cache
def decide(supporting: frozenset[Standing], contradicting: frozenset[Standing]) -> Row:
    """Return the first row of the table that fits.

    Args:
        supporting: the standings of those who speak for the claim.
        contradicting: the standings of those who speak against it.
    """
    return next(
        row
        for row in TABLE
        if (not row.supporting or not row.supporting.isdisjoint(supporting))
        and (not row.contradicting or not row.contradicting.isdisjoint(contradicting))
    )


def derive(votes: Sequence[Vote], terms: Terms, *, sourced: bool) -> Derivation:
    """Derive a claim's status from its votes.

    Args:
        votes: the evidence items that count, in any order.
        terms: the claim's dates, the project's settings and the day on which to judge.
        sourced: whether the claim cites any evidence at all, counting or not.
    """
    supporting = [vote for vote in votes if vote.stance is Stance.SUPPORTS]
    contradicting = [vote for vote in votes if vote.stance is Stance.CONTRADICTS]
    standings = {vote.standing for vote in supporting}, {vote.standing for vote in contradicting}
    row = decide(frozenset(standings[0]), frozenset(standings[1]))
    number, status = (row.number, row.status) if sourced else (UNSOURCED_ROW, Status.UNSOURCED)
    behind = (
        [vote for vote in supporting if vote.standing in row.supporting],
        [vote for vote in contradicting if vote.standing in row.contradicting],
    )
    parties = _parties_behind(row, behind)
    stale, retrospective = _timeliness([*behind[0], *behind[1]], terms)
    flags = {
        Flag.DENIED_BY_INTERESTED: Standing.INTERESTED in standings[1]
        and status is Status.SUPPORTED,
        Flag.MAINTAINED_BY_INTERESTED: Standing.INTERESTED in standings[0]
        and status is Status.REFUTED,
        Flag.UNKNOWN_ORIGIN: Standing.UNKNOWN in standings[0] or Standing.UNKNOWN in standings[1],
        Flag.CIRCULAR: _is_circular(supporting) or _is_circular(contradicting),
        Flag.STALE: stale,
        Flag.RETROSPECTIVE: retrospective,
        Flag.VERDICT_DIFFERS: terms.verdict is not None and terms.verdict != status,
        Flag.RETRACTED_SOURCE: terms.retracted_source,
    }
    if row.flag is not None:
        flags[row.flag] = True
    raised = [flag for flag, is_raised in flags.items() if is_raised]
    return Derivation(
        status=status,
        row=number,
        corroboration=_corroboration(parties, terms.min_origins),
        flags=tuple(sorted(raised, key=_FLAGS.index)),
        counts=Counts(len(votes), len({vote.outlet for vote in votes}), origins(votes)),
        parties=parties,
        **_keys_by_list(votes),
    )


# The lists of a derivation in which a vote's key stands, by its side and its standing.
_LISTS = {
    (Stance.SUPPORTS, Standing.INDEPENDENT): ("supporting",),
    (Stance.CONTRADICTS, Standing.INDEPENDENT): ("contradicting",),
    (Stance.SUPPORTS, Standing.INTERESTED): ("interested_for",),
    (Stance.CONTRADICTS, Standing.INTERESTED): ("interested_against",),
    (Stance.SUPPORTS, Standing.ACT): ("interested_for", "acts_for"),
    (Stance.CONTRADICTS, Standing.ACT): ("interested_against", "acts_against"),
    (Stance.SUPPORTS, Standing.ADMISSION): ("interested_for", "admissions_for"),
    (Stance.CONTRADICTS, Standing.ADMISSION): ("interested_against", "admissions_against"),
    (Stance.SUPPORTS, Standing.UNKNOWN): ("unknown_for",),
    (Stance.CONTRADICTS, Standing.UNKNOWN): ("unknown_against",),
}


def _keys_by_list(votes: Sequence[Vote]) -> dict[str, tuple[str, ...]]:
    """Return the keys of those who vote by the list of a derivation, without empty ones."""
    keys: dict[str, set[str]] = {}
    for vote in votes:
        for name in _LISTS[vote.stance, vote.standing]:
            keys.setdefault(name, set()).add(vote.key)
    return {name: tuple(sorted(group)) for name, group in keys.items()}


def _is_circular(side: Sequence[Vote]) -> bool:
    """Whether fewer parties than votes stand on a side, as where a word is printed again."""
    return origins(side) < len(side)


def origins(votes: Collection[Vote]) -> int:
    """Count the parties that can be matched with as many documents, one to one.

    Ten reprints of one party's word are one origin, and so are ten voices in one document. Of very
    many parties some may be missed, and none is counted too much.
    """
    if len(votes) < 2:  # one vote has a document of its own
        return len(votes)
    documents: dict[str, set[str]] = {}
    for vote in votes:
        documents.setdefault(vote.key, set()).add(vote.root)
    if len(documents) > _MOST_PARTIES_MATCHED:
        taken: set[str] = set()
        for printed in documents.values():
            taken.update(sorted(printed - taken)[:1])
        return len(taken)
    party_of: dict[str, str] = {}
    return sum(_finds_document(party, documents, party_of, set()) for party in documents)


def _finds_document(
    party: str, documents: Mapping[str, set[str]], party_of: dict[str, str], tried: set[str]
) -> bool:
    """Give a party a document of its own, if others can take other ones (an augmenting path)."""
    for document in sorted(documents[party] - tried):
        tried.add(document)
        owner = party_of.get(document)
        if owner is None or _finds_document(owner, documents, party_of, tried):
            party_of[document] = party
            return True
    return False


def _parties_behind(row: Row, behind: tuple[list[Vote], list[Vote]]) -> int:
    """Count the parties behind a status that others than the interested bear; 0 for any other."""
    if row.status in _COUNTED_ROWS:
        parties = origins([*behind[0], *behind[1]])
        # However many interested parties act or admit, none of them is independent of the claim.
        return min(parties, 1) if row.flag is not None else parties
    if row.supporting == row.contradicting == _COUNTING:
        return min(origins(behind[0]), origins(behind[1]))
    return 0


def _corroboration(parties: int, min_origins: int) -> Corroboration:
    if parties == 0:
        return Corroboration.NONE
    return Corroboration.CORROBORATED if parties >= min_origins else Corroboration.SINGLE_ORIGIN


def day_after(day: date) -> date:
    """Return the next day; the last one that there is for itself."""
    return day if day == date.max else day + A_DAY


def _timeliness(behind: Sequence[Vote], terms: Terms) -> tuple[bool, bool]:
    """Say whether the evidence behind a status is too old for it, and whether it is too late."""
    overdue = terms.review_by is not None and terms.today > terms.review_by
    if terms.kind is not Kind.STATE or not behind:
        return overdue, False
    # Evidence of unknown date cannot show that a state lasts, so it does not make it fresh; nor
    # does a date that has not come yet, which is a slip of the pen.
    day, reach = terms.as_of or terms.today, terms.stale_after
    dated = [
        (vote.earliest, vote.latest)
        for vote in behind
        if vote.earliest
        and vote.latest
        and (terms.as_of is not None or vote.earliest <= day_after(terms.today))
    ]
    if any(
        (earliest - day).days <= reach and (day - latest).days <= reach
        for earliest, latest in dated
    ):
        return overdue, False
    late = any(earliest > day for earliest, _latest in dated)
    return overdue or not late, late
