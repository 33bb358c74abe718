"""Every hostile project, in this process: the answer, the output, and what was touched."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.assess import assess
from claimcheck.dossier.load import load
from claimcheck.formats import claim, claims, findings
from claimcheck.formats.screen import Screen
from claimcheck.gate.check import check
from claimcheck.system import plugins
from hostile.cases import CASES
from hostile.heavy import HEAVY
from hostile.invariants import broken, broken_anyhow, broken_format
from hostile.layout import fingerprint, lay_out, lay_out_surroundings
from hostile.watching import watched
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

# The heavy ones are looked at as closely in test_limits, where there are bounds for processes.
HERE = [name for name in CASES if sys.platform != "linux" or name not in HEAVY]
MAX_SECONDS = 10  # of the processor; ours is 5 by the clock of an idle machine, see figures.py


@pytest.fixture(scope="module")
def above(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    lay_out_surroundings(folder)
    return folder


def everything_said(root: Path) -> Iterator[tuple[str, str]]:
    """Yield every view of a project in every format, with the format's name."""
    report = check(assess(load(root), TODAY))
    for view, given in (
        (findings, (report,)),
        (claims, (report.assessment.claims, report)),
        *((claim, (each, report)) for each in report.assessment.claims[:1]),
    ):
        for name in plugins.names(view):
            yield name, plugins.module(view, name).render(*given, Screen(60))


@pytest.mark.parametrize("case_name", HERE)
def test_a_hostile_project(
    run: Run, monkeypatch: pytest.MonkeyPatch, above: Path, case_name: str
) -> None:
    case, root = CASES[case_name], above / str(list(CASES).index(case_name))
    try:
        lay_out(root, case.files)
    except (OSError, AttributeError, UnicodeError) as error:
        pytest.skip(f"this machine cannot hold it: {error}")
    # A cache of its own: what a thousand projects leave in one takes long to list.
    own = {"COLUMNS": "100", "CLAIMCHECK_CACHE_DIR": str(root.with_suffix(".cache"))}
    for variable, value in {**own, **case.environment}.items():
        monkeypatch.setenv(variable, value)
    monkeypatch.chdir(root)
    before, outside = fingerprint(root), fingerprint(above / "outside")
    wrong: list[str] = []

    with watched(root) as seen:
        began = time.process_time()
        result = run("check", "--today", str(TODAY))
        took = time.process_time() - began
        wrong += broken(case, result.status, result.out, result.err)
        # What was found in the claims is known now, and must make no difference.
        first = run("check", "--today", str(TODAY), "--format", "concise")
        views = list(everything_said(root)) if case.everywhere else []
        for name, text in views:
            wrong += broken_anyhow(case, case.status, text)
            wrong += broken_format(name, text)
        anew = next((text for name, text in views if name == "concise"), first.out)
        if (first.status, first.out) != (result.status, anew):
            wrong.append(f"says something else from the cache: {first.out[:300]}")

    if wrong or seen:
        pytest.fail("\n".join(dict.fromkeys([*wrong, *seen])), pytrace=False)
    assert took < MAX_SECONDS
    assert fingerprint(root) == before
    assert fingerprint(above / "outside") == outside
