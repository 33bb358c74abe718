"""Tables that a person wrote say what the code does: statuses, flags, fits."""

from __future__ import annotations

import itertools
import re

import pytest

from claimcheck.anchor import Fit
from claimcheck.assessment.status import Flag, decide
from claimcheck.model import Status
from support.project import ROOT

GUIDE = ROOT / "docs" / "guide"
STATUSES = (GUIDE / "statuses.md").read_text("utf-8")


def rows(page: str, header: str) -> list[list[str]]:
    """Return the cells of the table that has a header."""
    _, found, rest = page.partition(f"| {header} |")
    assert found, header
    lines = rest.splitlines()[2:]
    table = itertools.takewhile(lambda line: line.startswith("|"), lines)
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


@pytest.mark.parametrize("sides", list(itertools.product([False, True], repeat=4)))
def test_the_first_row_that_fits_decides(sides: tuple[bool, ...]) -> None:
    row, status, _flag = decide(
        supporting=int(sides[0]),
        contradicting=int(sides[1]),
        interested_for=sides[2],
        interested_against=sides[3],
    )
    table = rows(STATUSES, "independent, for | independent, against | interested, for | "
                           "interested, against | status")  # fmt: skip
    assert [cells[0] for cells in table] == [str(number) for number in range(len(table))]

    fitting = next(
        cells for cells in table[1:] if all(sides[at] for at in range(4) if cells[at + 1] == "yes")
    )

    assert (fitting[0], fitting[5].split("`")[1]) == (str(row), status)


def test_the_table_of_statuses_begins_with_claims_that_cite_nothing() -> None:
    assert f"| 0 | no evidence at all | | | | `{Status.UNSOURCED}` |" in STATUSES


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
