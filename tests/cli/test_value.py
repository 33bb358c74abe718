"""Values of tables at the command line: linked, set, moved, shown and signed."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

TABLE = "Town\tinjured\nElm\t14\nOak\t20\n"
MOVED = "Town\tdead\tinjured\nAsh\t0\t1\nOak\t2\t20\nElm\t1\t14\n"
CLAIM = "claim: Fourteen people were injured in Elm.\nkind: event\n"


def record(table: str) -> str:
    sha = hashlib.sha256(table.encode()).hexdigest()
    return f"title: Injured\npublisher: office\nfile: table.txt\nsha256: {sha}\n"


@pytest.fixture
def root(write: Write) -> Path:
    return write(
        {
            "claims/elm.yaml": CLAIM,
            "claims/other.yaml": "claim: Elm had injured.\nkind: event\n",
            "sources/table.txt": TABLE,
            "sources/table.yaml": record(TABLE),
            "sources/parties.yaml": "office: {name: Office}\n",
        }
    )


def linked(run: Run, root: Path, *more: str) -> CommandResult:
    cell = ("--value", "row=Elm; column=injured")
    return run("-C", str(root), "link", "elm", "table", "--stance", "supports", *cell, *more)


def test_a_value_that_stands_is_linked(root: Path, run: Run) -> None:
    result = linked(run, root, "--is", "14", "--unit", "people")

    assert result.status == 0
    assert "status supported (was unsourced)" in result.out
    assert (root / "claims/elm.yaml").read_text() == CLAIM + (
        "evidence:\n  - source: table\n    stance: supports\n    value:\n"
        '      at: row=Elm; column=injured\n      is: "14"\n      unit: people\n'
    )


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        (("--is", "15"), "the cell says 14, not 15"),
        (("--is", "14 people"), "which is no plain number"),
        ((), "there is nothing that the cells come to"),
        (("--value", "row=Oak; column=injured", "--is", "34"), "say what of them: --as sum"),
    ],
)
def test_a_value_that_does_not_stand_is_refused(
    root: Path, run: Run, more: tuple[str, ...], answer: str
) -> None:
    result = linked(run, root, *more)

    assert result.status != 0
    assert answer in " ".join((result.out + result.err).split())
    assert (root / "claims/elm.yaml").read_text() == CLAIM


def test_a_sum_is_linked_set_and_moved_with_its_claim(root: Path, run: Run) -> None:
    more = ("--value", "row=Oak; column=injured", "--as", "sum", "--is", "34")
    assert linked(run, root, *more).status == 0

    run("-C", str(root), "set", "elm", "1", "unit=people")
    run("-C", str(root), "move", "elm", "1", "other")

    text = (root / "claims/other.yaml").read_text()
    assert "sum: [row=Elm; column=injured, row=Oak; column=injured]" in text
    assert "unit: people" in text
    assert "quote" not in text
    assert run("-C", str(root), "check", "--select", "value-differs").status == 0


def test_rules_are_selected_with_commas_between_them(root: Path, run: Run) -> None:
    linked(run, root, "--is", "14")

    both = run("-C", str(root), "check", "--select", "value-differs, value-ambiguous")
    misspelt = run("-C", str(root), "check", "--select", "value-differs,value-ambigous")

    assert both.status == 0
    assert "names 'value-ambigous', which is no rule; did you mean value-ambiguous?" in misspelt.err


def test_a_signature_outlives_a_moved_row_and_not_another_value(root: Path, run: Run) -> None:
    linked(run, root, "--is", "14")
    run("-C", str(root), "review", "elm", "--by", "Ana")
    signed = ("-C", str(root), "check", "--select", "review-stale")
    assert "review-stale" not in run(*signed).out

    (root / "sources/table.txt").write_text(MOVED)
    (root / "sources/table.yaml").write_text(record(MOVED))
    assert "review-stale" not in run(*signed).out

    run("-C", str(root), "set", "elm", "1", "at=row=Oak; column=injured", "is=20")
    assert "the value of the passage from table" in " ".join(run(*signed).out.split())


def test_programs_are_told_what_the_cells_say(root: Path, run: Run) -> None:
    linked(run, root, "--is", "14")

    shown = json.loads(run("-C", str(root), "show", "elm", "--format", "json").out)

    (item,) = shown["evidence"]
    assert item["quoted"] is False
    assert (item["value"]["fit"], item["value"]["says"]) == ("stands", "14")
    assert item["value"]["found"] == [{"text": "14", "start": 17, "end": 19}]


def test_lists_of_evidence_say_of_a_value_how_it_stands(root: Path, run: Run) -> None:
    linked(run, root, "--is", "14")
    (root / "sources/table.txt").write_text(TABLE.replace("14", "15"))
    (root / "sources/table.yaml").write_text(record(TABLE.replace("14", "15")))

    fits = {
        name: run("-C", str(root), "list", "--evidence", "--format", name).out
        for name in ("terminal", "markdown", "csv")
    }

    assert all("differs" in text for text in fits.values())


def test_of_a_wide_row_the_cells_beside_a_value_are_shown(run: Run, root: Path) -> None:
    """And its first, which says what the row is about."""
    numbers = [str(number) for number in range(1_000, 1_040)]
    heads = "\t".join(["Town", *(f"c{number}" for number in numbers)])
    table = f"{heads}\n" + "\t".join(["Elm", *numbers]) + "\nOak\t2\n"
    (root / "sources/table.txt").write_text(table)
    (root / "sources/table.yaml").write_text(record(table))
    item = "{source: table, stance: supports, value: {at: row=Elm; column=c1020, is: 7}}"
    (root / "claims/elm.yaml").write_text(f"{CLAIM}evidence:\n  - {item}\n")

    answer = " ".join(run("-C", str(root), "check").out.replace("|", " ").split())

    shown = [number for number in numbers if f" {number} " in answer.partition("table:")[2]]
    assert "table: Elm … 1008 1009" in answer
    assert "1031 1032 …" in answer
    assert shown == numbers[8:33]
