"""Several captures of one page: evidence follows to the newest, or is told that it does not."""

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

PASSAGE = "lorries of up to 7 tonnes may cross the bridge"
AROUND = "The council met. It rained.\n"
FIRST = f"{AROUND}From Monday {PASSAGE}. The ferry runs on weekdays. It stops at noon.\n"
CLAIM = f"""\
claim: The bridge bore lorries of up to 7 tonnes.
kind: event
evidence:
  - {{source: page-1, stance: supports, quote: {PASSAGE}}}
"""


def capture(name: str, text: str, **more: str) -> dict[str, str | bytes]:
    """A capture of the page: its text, and its record."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    keys = {"title": "The bridge", "file": f"{name}.txt", "sha256": sha256, **more}
    record = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return {f"sources/{name}.txt": text, f"sources/{name}.yaml": record}


@pytest.fixture
def project(write: Write) -> Callable[..., Path]:
    """Write a project with a first capture, which is quoted, and newer ones."""

    def with_newer(*texts: str, claim: str = CLAIM, **more: str) -> Path:
        files = {"claims/limit.yaml": claim, **capture("page-1", FIRST)}
        for number, text in enumerate(texts, 2):
            last = more if number == len(texts) + 1 else {}
            files |= capture(f"page-{number}", text, supersedes=f"page-{number - 1}", **last)
        return write(files)

    return with_newer


@pytest.mark.parametrize("news", ["", "A line that is new.\n\n", "A whole page.\n" * 40])
def test_evidence_follows_where_its_words_stand_in_the_newest(
    run: Run, project: Callable[..., Path], news: str
) -> None:
    # What lies between is of no account: a page may be mended twice.
    checked = run("check", "--strict", "-C", project("Something else.\n", f"{news}\n{FIRST}"))

    assert (checked.status, checked.out.count("no findings")) == (0, 1)


@pytest.mark.parametrize(
    ("newest", "result"),
    [
        (FIRST.replace("7 tonnes", "12 tonnes"), "no longer has the words (number)"),
        ("Nothing of it.\n", "no longer has the words"),
        (FIRST.replace("From Monday", "It is not true that"), "other sentences around them"),
        (f"{FIRST}\n\nCorrection: the limit is 12 tonnes.\n", "newly speaks of a correction"),
    ],
)
def test_what_the_newest_does_not_say_any_more_is_told(
    run: Run, project: Callable[..., Path], newest: str, result: str
) -> None:
    root = project(FIRST, newest)
    checked = run("check", "-C", root)

    assert checked.status == 0
    assert checked.out.count("warning[quote-superseded]") == 1
    assert result in " ".join(checked.out.split())
    assert "'page-3', a newer capture of 'page-1'" in " ".join(checked.out.split())
    # The earlier capture shows what the page said then: the evidence counts.
    assert "supported" in run("list", "-C", root).out


def test_a_page_that_was_taken_back_since_counts_no_more(
    run: Run, project: Callable[..., Path]
) -> None:
    root = project(FIRST, notice="retracted")

    assert "is retracted" in " ".join(run("check", "-C", root).out.split())
    shown = json.loads(run("show", "limit", "--format", "json", "-C", root).out)
    assert shown["evidence"][0]["votes"] is False
    assert "retracted-source" in shown["flags"]


def test_two_captures_are_one_witness(run: Run, project: Callable[..., Path]) -> None:
    both = CLAIM + f"  - {{source: page-2, stance: supports, quote: {PASSAGE}}}\n"
    shown = run("show", "limit", "--format", "json", "-C", project(FIRST + "More.\n", claim=both))

    counts = json.loads(shown.out)["counts"]
    assert (counts["items"], counts["origins"]) == (2, 1)


def test_a_capture_that_is_the_same_is_no_copy(run: Run, project: Callable[..., Path]) -> None:
    checked = run("check", "-C", project(FIRST))

    assert "duplicate-source" not in checked.out
    assert "source-unused" not in checked.out


def test_a_newer_capture_that_is_not_here_is_told(run: Run, project: Callable[..., Path]) -> None:
    root = project(FIRST, shipped="no")
    (root / "sources" / "page-2.txt").unlink()

    checked = run("check", "-C", root)

    assert checked.status == 0
    assert "'page-1', could not be looked into" in " ".join(checked.out.split())


def test_a_newer_capture_is_pinned_as_one(
    run: Run, project: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = project()
    pages = tmp_path_factory.mktemp("pages")
    second, third = pages / "page-2.txt", pages / "page-3.txt"
    second.write_text("Nothing of it.\n")
    third.write_text("Nothing of it still.\n")
    add = ("source", "add", "-C", root)

    unknown = run(*add, second, "--supersedes", "page-11")
    added = run(*add, second, "--supersedes", "page-1")
    fork = run(*add, third, "--supersedes", "page-1")
    several = run(*add, third, second, "--supersedes", "page-2")
    chain = run(*add, third, "--supersedes", "page-2")

    statuses = [result.status for result in (unknown, added, fork, several, chain)]
    assert statuses == [2, 0, 2, 2, 0]
    assert "did you mean page-1?" in unknown.err
    assert "name the newest: --supersedes page-2" in fork.err
    checked = " ".join(run("check", "-C", root).out.split())
    assert "'page-3', a newer capture of 'page-1'" in checked
    assert "capture-unclear" not in checked
