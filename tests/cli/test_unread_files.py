"""Files of a dossier of which nothing can be read are named wherever something is counted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

RECORD = "title: {name}\nfile: {name}.txt\n"
CLAIM = """\
claim: The bridge is open.
evidence:
  - source: gazette
    stance: supports
    quote: The bridge reopened
"""
UNREAD = "could not be read; `claimcheck check` says why"


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("claims", "sources"):
        (tmp_path / folder).mkdir()
    (tmp_path / "claimcheck.toml").write_text("")
    for name in ("gazette", "radio"):
        (tmp_path / "sources" / f"{name}.txt").write_text("The bridge reopened on Monday.\n")
        (tmp_path / "sources" / f"{name}.yaml").write_text(RECORD.format(name=name))
    (tmp_path / "claims" / "open.yaml").write_text(CLAIM)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_record_that_cannot_be_read_is_not_verified(run: Run, dossier: Path) -> None:
    assert run("pin", "radio").status == 0
    (dossier / "sources" / "gazette.yaml").write_text("")

    answer = run("source", "verify")
    verification = json.loads(run("source", "verify", "--format", "json").out)

    assert answer.status == 1
    assert answer.out == (
        f"sources/gazette.yaml {UNREAD}\n1 source: 1 verified, 0 not; 1 record could not be read\n"
    )
    assert verification["unread"] == ["sources/gazette.yaml"]
    assert run("source", "verify", "radio").status == 0


@pytest.mark.parametrize("name", ["con", "a b"])
def test_a_record_under_a_name_that_is_no_id_is_not_verified(
    run: Run, dossier: Path, name: str
) -> None:
    assert run("pin", "radio").status == 0
    (dossier / "sources" / "gazette.yaml").rename(dossier / "sources" / f"{name}.yaml")

    answer = run("source", "verify")

    assert answer.status == 1
    assert f"sources/{name}.yaml {UNREAD}" in answer.out


def test_a_record_that_cannot_be_read_is_told_where_sources_are_listed(
    run: Run, dossier: Path
) -> None:
    (dossier / "sources" / "gazette.yaml").write_text("")

    table = run("source", "list").out
    listed = json.loads(run("source", "list", "--format", "json").out)
    result = run("find", "The bridge reopened")
    exported = run("export", "csl")

    assert table.endswith(f"1 source: 1 unpinned\nsources/gazette.yaml {UNREAD}\n")
    assert listed["unread"] == ["sources/gazette.yaml"]
    assert "not searched: 1 source without a text that can be read" in " ".join(result.out.split())
    assert exported.err == f"left out: sources/gazette.yaml {UNREAD}\n"


@pytest.mark.parametrize(
    "command",
    [
        ("source", "show", "gazette"),
        ("source", "verify", "gazette"),
        ("source", "set", "gazette", "title=Gazette"),
        ("source", "fetch", "gazette"),
        ("source", "watch", "gazette"),
        ("pin", "gazette"),
        ("link", "open", "gazette", "--stance", "supports", "--quote", "The bridge"),
    ],
    ids=" ".join,
)
def test_a_record_that_cannot_be_read_is_not_said_to_be_missing(
    run: Run, dossier: Path, command: tuple[str, ...]
) -> None:
    (dossier / "sources" / "gazette.yaml").write_text("")

    answer = run(*command)

    assert answer.status == 2
    assert answer.err == (
        "error: sources/gazette.yaml could not be read\n  help: `claimcheck check` says why\n"
    )


@pytest.mark.parametrize(
    "command",
    [
        ("show", "open"),
        ("review", "open", "--by", "Ana"),
        ("set", "open", "kind=state"),
        ("rename", "open", "shut"),
        ("tag", "x", "open"),
    ],
    ids=" ".join,
)
def test_a_claim_that_cannot_be_read_is_not_said_to_be_missing(
    run: Run, dossier: Path, command: tuple[str, ...]
) -> None:
    (dossier / "claims" / "open.yaml").write_text("claim: [\n")

    answer = run(*command)

    assert answer.status == 2
    assert answer.err == (
        "error: claims/open.yaml could not be read\n  help: `claimcheck check` says why\n"
    )


def test_a_dossier_whose_only_claim_cannot_be_read_is_not_said_to_be_empty(
    run: Run, dossier: Path
) -> None:
    (dossier / "claims" / "open.yaml").write_text("claim: [\n")

    status = run("status").out

    assert run("list").out == f"claims/open.yaml {UNREAD}\n"
    assert "1 unread file" in status
    assert status.endswith("next: `claimcheck check` says what is wrong, and how to mend it\n")


def test_a_record_that_windows_could_not_hold_is_named_and_no_document_to_pin(
    run: Run, dossier: Path
) -> None:
    (dossier / "sources" / "gazette.yaml").rename(dossier / "sources" / "con.yaml")
    claim = dossier / "claims" / "open.yaml"
    claim.write_text(claim.read_text().replace("gazette", "con"))

    answer = " ".join(run("check").out.split())

    assert "sources/con.yaml: error[malformed-file] 'con' cannot be an id" in answer
    assert "Windows keeps this name for a device: give the file another" in answer
    assert "claim 'open' cites 'con', whose record is broken" in answer
    assert "source add sources/con.yaml" not in answer


@pytest.mark.parametrize("obstacle", ["folder", "link"])
def test_a_document_that_is_there_and_cannot_be_read_is_not_said_to_be_missing(
    run: Run, dossier: Path, obstacle: str
) -> None:
    document = dossier / "sources" / "gazette.txt"
    document.unlink()
    if obstacle == "folder":
        document.mkdir()
    else:
        document.symlink_to("radio.txt")

    listed = run("source", "list").out
    words = " ".join(run("check").out.split())

    assert "gazette  unreadable" in listed
    assert listed.endswith("2 sources: 1 unreadable, 1 unpinned\n")
    assert "make it a plain file that you may read (`chmod u+r`), or correct the name" in words
    document.rmdir() if obstacle == "folder" else document.unlink()
    assert "gazette  missing" in run("source", "list").out
    assert "put the file beside its record" in run("check").out
