"""Command lines that say two things at once, or nothing where a path is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]


@pytest.fixture
def root(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "dossier"
    root.mkdir()
    monkeypatch.chdir(root)
    assert run("init", "--bare").status == 0
    (root / "note.txt").write_text("The bridge reopened.\n")
    return root


def files(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(
    "command",
    [
        ("source", "add", ""),
        ("source", "add", "note.txt", ""),
        ("init", ""),
        ("quote", "The bridge", ""),
        ("check", ""),
        ("article", ""),
        ("report", ""),
        ("report", "--single-file", ""),
        ("report", "--single-file="),
        ("export", "csv", "--output", ""),
        ("import", "csv", ""),
        ("bulk", "check", ""),
        ("bulk", "verify", "--quotes", "", "--documents", "d", "--out", "v.csv"),
        ("check", "-C", ""),
        ("-C", "", "check"),
    ],
    ids=" ".join,
)
def test_an_empty_path_is_not_the_folder_here(
    run: Run, root: Path, command: tuple[str, ...]
) -> None:
    before = files(root)

    answer = run(*command)

    assert answer.status == 2
    assert "it is empty; was a variable not set?" in answer.err
    assert files(root) == before


def test_what_is_no_path_may_be_empty(run: Run, root: Path) -> None:
    answer = run("-C", ".", "report", str(root.parent / "site"), "--title", "")

    assert answer.status == 0


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (
            ("report", "."),
            (
                "error: .: the project lies in this folder\n"
                "  help: name one for the pages alone, such as site\n"
            ),
        ),
        (("report", ".."), "error: ..: the project lies in this folder\n"),
        (("report", "../dossier"), "error: ../dossier: the project lies in this folder\n"),
        (("report", "--single-file", "."), "error: .: is a folder\n  help: name a file\n"),
        (
            ("report", "gone/site"),
            "gone; help: make it first",
        ),
        (
            ("report", "site", "--single-file", "site.html"),
            "error: a folder and --single-file exclude each other\n  help: name one of them\n",
        ),
        (("report",), "error: say where to: a folder, or --single-file FILE\n"),
        (("init", "--bare", "--tour", "new"), "error: --bare and --tour exclude each other\n"),
        (
            ("check", "-q", "--format", "json"),
            (
                "error: --quiet and --format json exclude each other\n"
                "  help: to have both, write a file: --output json=FILE\n"
            ),
        ),
        (
            ("init", "note.txt"),
            (
                "error: note.txt: is a file\n"
                "  help: name a folder; where it is not there, it is made\n"
            ),
        ),
    ],
)
def test_what_cannot_be_meant_is_told_in_its_own_words(
    run: Run, root: Path, command: tuple[str, ...], message: str
) -> None:
    before = files(root)

    answer = run(*command)

    assert answer.status == 2
    assert message.replace("; help:", "\n  help:") in answer.err
    assert files(root) == before


def test_pages_are_written_into_the_folder_one_stands_in(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = root.parent / "site"
    site.mkdir()
    monkeypatch.chdir(site)

    answer = run("-C", str(root), "report", ".")

    assert answer.status == 0
    assert (site / "index.html").is_file()


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (("bulk", "check", "note.txt", "--out", "f.csv"), "note.txt: is a file, not a folder\n"),
        (("report", "../site", "--templates", "note.txt"), "note.txt: is a file, not a folder\n"),
        (("quote", "The bridge", "claims"), "claims: is a folder, not a file\n  help: name a file"),
        (("import", "csv", "claims"), "claims: is a folder, not a file\n  help: name a file"),
        (("import", "jsonl", "latin.txt"), "latin.txt: line 2: is not UTF-8\n  help: save it as"),
        (("import", "bibtex", "latin.txt"), "latin.txt: line 2: is not UTF-8\n  help: save it as"),
        (("quote", "The bridge", "latin.txt"), "latin.txt: is not UTF-8\n  help: name the charset"),
        (("judge", "--from", "latin.txt"), "latin.txt: is not UTF-8\n  help: save it as UTF-8\n"),
    ],
)
def test_what_is_no_such_file_is_told_in_one_wording(
    run: Run, root: Path, command: tuple[str, ...], message: str
) -> None:
    (root / "latin.txt").write_bytes(b"The bridge\nof the caf\xe9\n")

    answer = run(*command)

    assert answer.status == 2
    assert message in answer.err
