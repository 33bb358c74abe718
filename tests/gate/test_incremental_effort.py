"""What may be spent on quotations and values is the same, however often and by whom it is spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor import CELLS, COMPARISONS, STEPS, TRIES
from claimcheck.dossier.project import find_project
from claimcheck.gate.check import check_project
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities
from claimcheck.model import Config
from support.checking import checked, in_two_processes, texts
from support.edits import BEGINNING, QUOTES, claim, edit
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[dict[str, str | bytes]], Path]


@pytest.mark.parametrize("steps", [10, 20_000, 2_000_000, 10_000_000])
def test_a_bound_on_effort_is_met_as_in_one_check_of_everything(write: Write, steps: int) -> None:
    """Whatever was found before."""
    lost = [
        claim(("radio", "supports", f"The ferry sank on Sunday, with all that was {number}", ""))
        for number in range(9)
    ]
    many = {f"claims/n{number}.yaml": text for number, text in enumerate(lost)}
    root = write({**BEGINNING, **many})
    store: dict[str, bytes] = {}
    request = Request(TODAY, severities(Config()), effort=(steps, 100, COMPARISONS, CELLS))
    for number in range(4):
        edit(root, f"claims/n{number}.yaml", lost[number] + "# edited\n")
        project = find_project(root)
        incremental = texts(checked(project, request, store))
        assert incremental == texts(checked(project, request, {}))
        if steps in {10, 10_000_000}:
            assert any("was not looked for" in text for text in incremental) == (steps == 10)


@pytest.mark.parametrize("cells", [10, 15_000, 1_000_000])
def test_a_bound_on_cells_is_met_as_in_one_check_of_everything(write: Write, cells: int) -> None:
    """Whatever was looked up before."""
    rows = "".join(f"Town {number}\t{number}\n" for number in range(20))
    sums = {
        f"claims/n{number}.yaml": f"claim: It is {number}.\nkind: event\nevidence:\n"
        "  - source: table\n    stance: supports\n"
        f"    value: {{sum: [column=hurt], is: {190 + number}}}\n"
        for number in range(9)
    }
    table = {
        "sources/table.yaml": "title: T\nfile: table.txt\n",
        "sources/table.txt": "Town\thurt\n" + rows,
    }
    root = write({**BEGINNING, **table, **sums})
    store: dict[str, bytes] = {}
    request = Request(TODAY, severities(Config()), effort=(STEPS, TRIES, COMPARISONS, cells))
    for number in range(4):
        edit(root, f"claims/n{number}.yaml", sums[f"claims/n{number}.yaml"] + "# edited\n")
        project = find_project(root)
        incremental = texts(checked(project, request, store))
        assert incremental == texts(checked(project, request, {}))
        result = [text for text in incremental if "took all the work" in " ".join(text.split())]
        differing = [text for text in incremental if "value-differs" in text]
        assert (bool(result), bool(differing)) == {
            10: (True, False),
            15_000: (True, True),
            1_000_000: (False, True),
        }[cells]


def test_two_processes_spend_what_one_spends(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left is what the next check may spend, and the other process has its part in it."""
    table = {
        "sources/table.yaml": "title: T\nfile: table.txt\n",
        "sources/table.txt": "Town\thurt\n" + "".join(f"T{n}\t{n}\n" for n in range(9)),
    }
    value = "    value: {sum: [column=hurt], is: 36}\n"
    costly = (
        claim(("radio", "supports", QUOTES[6], ""), ("radio", "supports", QUOTES[2], ""))
        + "  - source: table\n    stance: supports\n"
        + value
    )
    request = Request(TODAY, severities(Config()))
    write({**BEGINNING, **table})
    in_two_processes(monkeypatch, 80)
    left = []
    for count in (40, 80):
        root = write({f"claims/n{number}.yaml": costly for number in range(count)})
        project = find_project(root)
        _report, state = check_project(project.tree, project.config, request)
        assert state is not None
        assert state.effort is not None
        left.append(state.effort)

    for all_of_it, after_half, after_all in zip(request.effort, *left, strict=True):
        half, whole = all_of_it - after_half, all_of_it - after_all
        assert (half > 0) == (whole > 0)
        assert whole == pytest.approx(2 * half, rel=0.2)
