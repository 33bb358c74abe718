"""`claimcheck source set`, `rename` and `rm`: line by line, shown, refused where it would harm."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

TEXT = "The bridge reopened on Monday, the council said.\n"
REPRINT = "A paper: The bridge reopened on Monday, the council said, and many came.\n"
CLAIM = """\
claim: The bridge reopened.  # in spring
kind: event
evidence:
  # the notice
  - source: gazette
    stance: supports
    quote: The bridge reopened on Monday
  - {source: paper, origin: gazette, stance: context, quote: the council said}
"""


def record(text: str, name: str, more: str = "") -> str:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return f"# {name}\ntitle: A notice  # its own\nfile: {name}.txt\nsha256: {sha256}\n{more}"


@pytest.fixture
def root(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    root = write(
        {
            "claims/bridge.yaml": CLAIM,
            "sources/gazette.txt": TEXT,
            "sources/gazette.yaml": record(TEXT, "gazette", "publisher: town\n"),
            "sources/paper.txt": REPRINT,
            "sources/paper.yaml": record(REPRINT, "paper", "origin: gazette\n"),
            "sources/spare.yaml": record(TEXT + "x", "spare", "author: [Ana, Ben]\n"),
            "sources/spare.txt": TEXT + "x",
        }
    )
    monkeypatch.chdir(root)
    return root


def sources(root: Path) -> dict[str, bytes]:
    folders = (root / "sources", root / "claims")
    return {path.name: path.read_bytes() for each in folders for path in sorted(each.iterdir())}


@pytest.mark.parametrize(
    "arguments",
    [
        ("set", "gazette", "publisher=Elm Gazette", "issued=2021-05", "author=Ana", "author=Bo"),
        ("rename", "gazette", "elm-gazette"),
        ("rm", "spare"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_an_edit_is_shown_and_can_be_taken_back(
    run: Run, root: Path, arguments: tuple[str, ...]
) -> None:
    before = sources(root)
    shown = run("source", *arguments, "--dry-run")
    assert (shown.status, sources(root)) == (0, before)

    done = run("source", *arguments)

    assert (done.status, done.out) == (0, shown.out)
    assert "--- a/sources/" in done.out
    assert sources(root) != before
    assert run("undo").status == 0
    assert sources(root) == before


def test_only_the_lines_of_a_key_change(run: Run, root: Path) -> None:
    run("source", "set", "gazette", "publisher=", "issued=2021-05-04", "notice=corrected")
    run("source", "set", "spare", "author=Cy", "title=Another: a notice")

    assert (root / "sources" / "gazette.yaml").read_text() == record(TEXT, "gazette") + (
        "issued: 2021-05-04\nnotice: corrected\n"
    )
    assert (root / "sources" / "spare.yaml").read_text() == record(TEXT + "x", "spare").replace(
        "title: A notice", 'title: "Another: a notice"'
    ) + "author: Cy\n"


@pytest.mark.parametrize(
    ("values", "result"),
    [
        (("publisher",), "is not KEY=VALUE"),
        (("publischer=town",), "did you mean publisher?"),
        (("sha256=" + "0" * 64,), "`claimcheck pin` accepts"),
        (("id=other",), "source rename"),
        (("issued=spring",), "is no date"),
        (("notice=wrong",), "is none of retracted, corrected, withdrawn"),
        (("shipped=maybe",), "is neither yes nor no"),
        (("origin=papper",), "did you mean paper?"),
        (("supersedes=gazette",), "there is no other source 'gazette'"),
        (("title=",), "has no `title`"),
        (("title=One", "title=Two"), "'title' has one value, and several were given"),
    ],
)
def test_what_no_record_can_say_is_not_written(
    run: Run, root: Path, values: tuple[str, ...], result: str
) -> None:
    before = sources(root)

    refused = run("source", "set", "gazette", *values)

    assert refused.status == 2
    assert result in refused.err
    assert sources(root) == before


def test_a_record_with_a_flaw_can_be_edited_but_gets_no_other(run: Run, root: Path) -> None:
    file = root / "sources" / "spare.yaml"
    file.write_text(record(TEXT + "x", "spare", "issued: soon\n"))

    result = run("source", "set", "spare", "publisher=Elm Gazette")
    mended = run("source", "set", "spare", "issued=2021-05")
    broken = run("source", "set", "spare", "issued=soon")

    assert (result.status, mended.status, broken.status) == (0, 0, 2)
    assert "publisher: Elm Gazette\n" in file.read_text()
    assert "issued: 2021-05\n" in file.read_text()
    file.write_text(record(TEXT + "x", "spare", "issued: soon\n"))
    assert run("source", "set", "spare", "issued=late").status == 2


def test_who_names_a_source_follows_its_new_id(run: Run, root: Path) -> None:
    assert run("source", "rename", "gazette", "elm-gazette").status == 0

    claim = (root / "claims" / "bridge.yaml").read_text()
    assert claim == CLAIM.replace("gazette", "elm-gazette")
    assert "origin: elm-gazette\n" in (root / "sources" / "paper.yaml").read_text()
    assert not (root / "sources" / "gazette.yaml").exists()
    assert run("check").status == 0


@pytest.mark.parametrize("new_id", ["paper", "PAPER", "parties", "a/b", ""])
def test_an_id_that_cannot_be_is_refused(run: Run, root: Path, new_id: str) -> None:
    before = sources(root)

    assert run("source", "rename", "gazette", new_id).status == 2
    assert sources(root) == before


def test_what_is_cited_is_removed_only_by_force(run: Run, root: Path) -> None:
    refused = run("source", "rm", "gazette")
    is_there = (root / "sources" / "gazette.yaml").exists()
    forced = run("source", "rm", "gazette", "--force")

    assert (refused.status, is_there) == (2, True)
    assert "named in 2 places: claim 'bridge', source 'paper'" in refused.err
    assert forced.status == 0
    assert "also gone: sources/gazette.txt" in forced.out
    assert not list((root / "sources").glob("gazette.*"))
    checked = run("check")
    assert checked.status == 1
    assert "error[unknown-source]" in checked.out


def test_a_file_that_another_record_names_stays(run: Run, root: Path) -> None:
    text = TEXT + "x"
    more = record(text, "spare").replace("A notice", "Another")
    (root / "sources" / "twin.yaml").write_text(more)

    assert run("source", "rm", "spare").status == 0

    assert (root / "sources" / "spare.txt").exists()
    assert not (root / "sources" / "spare.yaml").exists()


def test_a_source_that_is_not_there_is_told_with_the_nearest(run: Run, root: Path) -> None:
    assert root
    for arguments in (("set", "gazzete", "title=x"), ("rm", "gazzete"), ("rename", "gazzete", "x")):
        refused = run("source", *arguments)
        assert (refused.status, "did you mean gazette?" in refused.err) == (2, True)
