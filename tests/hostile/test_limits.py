"""The projects that keep a machine busy, each in a process of its own with bounds on it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hostile import busy_cases, watched_run
from hostile.cases import CASES
from hostile.heavy import HEAVY, KEEP_NOTHING
from hostile.invariants import broken
from hostile.layout import claim, fingerprint, lay_out, lay_out_surroundings, project
from hostile.watching import watched
from support import repository
from support.forks import SHARED, stand_in_at
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

MAX_MEMORY = 1 << 30  # of addresses; what is really used is bounded by 500 MB in figures.py
MAX_SECONDS = 20  # of the processor; 5 by the clock of an idle machine, in figures.py
MAX_WAIT = 300  # seconds, since other tests run at the same time
MAX_SECONDS_OF_A_CHECK = 10  # of the processor, without the start of Python


def bounded() -> None:
    """Bound the process that this is run in."""
    import resource  # not on Windows

    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@pytest.fixture(scope="session")
def forked_watched(forks: None) -> list[str]:  # noqa: ARG001 - they are made
    """Give what goes before the arguments of a command that is a fork, and watched."""
    return stand_in_at(SHARED, f"{watched_run.__name__}:run")


@pytest.mark.skipif(sys.platform != "linux", reason="the bounds are Linux's")
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_project_stays_within_bounds(
    run: Callable[..., CommandResult],
    forked_watched: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
) -> None:
    """What test_projects asks of every other project holds, too, and no bound is met."""
    case, root, note = CASES[name], tmp_path / "project", tmp_path / "note.json"
    lay_out_surroundings(tmp_path)
    lay_out(root, case.files)
    for variable, value in {"COLUMNS": "100", **case.environment}.items():
        monkeypatch.setenv(variable, value)
    monkeypatch.chdir(root)
    before, outside = fingerprint(root), fingerprint(tmp_path / "outside")

    done = subprocess.run(
        [*forked_watched, note, "check", "--today", str(TODAY)],
        capture_output=True,
        timeout=MAX_WAIT,
        preexec_fn=bounded,
        check=False,
    )

    result = (done.stdout.decode(), done.stderr.decode())
    assert list(broken(case, done.returncode, *result)) == []
    touched = json.loads(note.read_text("utf-8"))
    assert touched["seen"] == []
    assert touched["seconds"] < MAX_SECONDS_OF_A_CHECK
    if name not in KEEP_NOTHING:
        # What was found in the claims is known now, and must make no difference.
        with watched(root) as seen:
            first = run("check", "--today", str(TODAY), "--format", "concise")
        assert (first.status, seen) == (case.status, [])
    assert fingerprint(root) == before
    assert fingerprint(tmp_path / "outside") == outside


@pytest.mark.skipif(sys.platform != "linux", reason="the bounds are Linux's")
def test_a_claim_whose_items_all_changed_is_compared_within_bounds(
    forked: list[str], tmp_path: Path
) -> None:
    text = "".join(f"w{number} y{number}. " for number in range(3_000))
    root = tmp_path / "project"
    quotes = [f"w{number} y{number}" for number in range(3_000)]
    lay_out(root, project({"claims/c1.yaml": busy_cases.claim_of(quotes)}, text=text))
    repository.git(root, "init", "--quiet")
    repository.commit(root)
    changed = busy_cases.claim_of([quote.partition(" ")[0] + " y" for quote in quotes])
    (root / "claims" / "c1.yaml").write_text(changed)

    done = subprocess.run(
        [*forked, "diff", "main"],
        cwd=root,
        capture_output=True,
        timeout=MAX_WAIT,
        preexec_fn=bounded,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"now reads") == 3_000


@pytest.mark.skipif(sys.platform != "linux", reason="the bounds are Linux's")
@pytest.mark.parametrize("text", ["a b " * 200_000, "the cat sat. " * 60_000, "ab" * 300_000])
def test_a_repeated_text_is_searched_within_bounds(
    forked: list[str], tmp_path: Path, text: str
) -> None:
    root = tmp_path / "project"
    lay_out(root, project({"claims/c1.yaml": claim("a b the cat sat")}, text=text))

    done = subprocess.run(
        [*forked, "find", "a b the cat sat", "--no-cache"],
        cwd=root,
        capture_output=True,
        timeout=MAX_WAIT,
        preexec_fn=bounded,
        check=False,
    )

    assert (done.returncode, done.stderr) == (1, b""), "nothing of it stands in one place alone"


@pytest.mark.skipif(sys.platform != "linux", reason="the bounds are Linux's")
def test_the_page_of_a_long_source_is_made_within_bounds(forked: list[str], tmp_path: Path) -> None:
    """Each of its lines has a number: what is put together of them grew with their square."""
    root = tmp_path / "project"
    text = "This line is one of many lines, and has a number of its own.\n" * 80_000
    lay_out(root, project({"claims/c1.yaml": claim("This line is one of many lines")}, text=text))

    done = subprocess.run(
        [*forked, "report", str(tmp_path / "site")],
        cwd=root,
        capture_output=True,
        timeout=MAX_WAIT,
        preexec_fn=bounded,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    (page,) = (tmp_path / "site" / "sources").iterdir()
    assert page.read_text("utf-8").count("data-line=") == 80_000


WIDE = ",".join(f"c{number}" for number in range(60_000))


@pytest.mark.skipif(sys.platform != "linux", reason="the bounds are Linux's")
@pytest.mark.parametrize(
    ("shape", "name", "content"),
    [
        ("claimreview", "page.html", '<script type="application/ld+json">' * 20_000),
        ("csv", "table.csv", f"{WIDE}\n{WIDE}\n"),
        ("bibtex", "many.bib", "@article{k,\n title={The bridge}\n}\n" * 20_000),
        ("bibtex", "latex.bib", "".join(f"@misc{{a{n}, title={{\\'e}}}}\n" for n in range(20_000))),
    ],
)
def test_a_file_that_is_imported_is_read_within_bounds(
    forked: list[str], tmp_path: Path, shape: str, name: str, content: str
) -> None:
    if shape == "bibtex":
        pytest.importorskip("bibtexparser")
    root = tmp_path / "project"
    lay_out(root, project({name: content}))

    done = subprocess.run(
        [*forked, "import", shape, name, "--dry-run"],
        cwd=root,
        capture_output=True,
        timeout=MAX_WAIT,
        preexec_fn=bounded,
        check=False,
    )

    assert done.returncode in {0, 2}, done.stderr
