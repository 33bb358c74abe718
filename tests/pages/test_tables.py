"""Tables that a person wrote say what the code does: statuses, flags, fits."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

import pytest

from claimcheck.anchor import Fit
from claimcheck.assessment.status import TABLE, Flag, Standing, Terms, Vote, derive
from claimcheck.model import Stance, Status
from support.project import ROOT, TODAY

GUIDE = ROOT / "docs" / "guide"
STATUSES = (GUIDE / "statuses.md").read_text("utf-8")


def rows(page: str, header: str) -> list[list[str]]:
    """Return the cells of the table that has a header."""
    _, head, rest = page.partition(f"| {header} |")
    assert head, header
    lines = rest.splitlines()[2:]
    table = itertools.takewhile(lambda line: line.startswith("|"), lines)
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


class PublishedRow(NamedTuple):
    """A row of the guide's table of statuses: what it needs on each side, and what it says."""

    number: str
    supporting: frozenset[str]
    contradicting: frozenset[str]
    status: str
    flag: str


def published() -> list[PublishedRow]:
    table = []
    for number, supporting, contradicting, outcome in rows(
        STATUSES, "for | against | status and flag"
    )[1:]:
        status, _, flag = outcome.replace("`", "").partition(", ")
        table.append(PublishedRow(number, side(supporting), side(contradicting), status, flag))
    return table


def side(cell: str) -> frozenset[str]:
    return frozenset(filter(None, cell.replace("`", "").split(" or ")))


STANDINGS = [
    frozenset(standings)
    for size in range(len(Standing) + 1)
    for standings in itertools.combinations(Standing, size)
]


def test_the_table_of_statuses_is_the_one_that_decides() -> None:
    assert published() == [
        PublishedRow(str(row.number), row.supporting, row.contradicting, row.status, row.flag or "")
        for row in TABLE
    ]


@pytest.mark.parametrize("supporting", STANDINGS, ids=lambda standings: " ".join(sorted(standings)))
def test_the_first_row_that_fits_decides(supporting: frozenset[Standing]) -> None:
    for contradicting in STANDINGS:
        fitting = next(
            row
            for row in published()
            if (not row.supporting or row.supporting & supporting)
            and (not row.contradicting or row.contradicting & contradicting)
        )
        votes = [
            Vote(stance, f"{stance} {standing}", standing, "outlet", f"{stance} {standing}")
            for stance, side in (
                (Stance.SUPPORTS, supporting), (Stance.CONTRADICTS, contradicting)
            )
            for standing in side
        ]  # fmt: skip

        derivation = derive(votes, Terms(TODAY), sourced=True)

        assert (str(derivation.row), derivation.status) == (fitting.number, fitting.status)
        assert not fitting.flag or fitting.flag in derivation.flags


def test_the_table_of_statuses_begins_with_claims_that_cite_nothing() -> None:
    assert f"| 0 | no evidence at all | | `{Status.UNSOURCED}` |" in STATUSES


def test_every_standing_is_explained() -> None:
    assert [cells[0].strip("`") for cells in rows(STATUSES, "standing | who")] == [
        "independent", "interested", "act", "admission", "unknown",
    ]  # fmt: skip
    assert len(Standing) == 5


def test_every_flag_is_explained() -> None:
    assert [cells[0].strip("`") for cells in rows(STATUSES, "flag | meaning")] == sorted(
        Flag, key=list(Flag).index
    )


def test_every_fit_is_explained_and_said_to_pass_or_not() -> None:
    table = rows((GUIDE / "quotations.md").read_text("utf-8"), "fit | meaning | passes")

    assert [cells[0].strip("`") for cells in table] == list(Fit)
    for fit, (_name, _meaning, passes) in zip(Fit, table, strict=True):
        assert re.match("yes|no", passes)
        assert passes.startswith("yes") == fit.passes
