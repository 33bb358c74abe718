"""`schema`: a schema is printed anywhere, and a misspelt name is understood."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    RunCommand = Callable[..., CommandResult]


@pytest.mark.parametrize(
    ("argument", "name"),
    [
        ("findings", "findings"),
        ("claims", "claims"),
        ("shown-claim", "claim"),
        ("sources", "sources"),
        ("shown-source", "source"),
        ("verification", "verification"),
        ("watched", "watched"),
        ("quotation", "quotation"),
        ("passages", "passages"),
        ("duplicates", "duplicates"),
    ],
)
def test_schema_prints_a_schema_anywhere(
    run: RunCommand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argument: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)

    file = files("claimcheck") / "formats" / "schemas" / f"{name}.json"
    assert json.loads(run("schema", argument).out) == json.loads(file.read_text("utf-8"))


def test_schema_has_help_with_examples(run: RunCommand) -> None:
    text = run("schema", "--help").out

    assert "Examples:" in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_schema_knows_what_was_meant(run: RunCommand) -> None:
    answer = run("schema", "finding")

    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "error: there is no schema 'finding'\n  help: did you mean findings?\n"
