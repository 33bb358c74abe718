"""The reference pages are the code's own words; `--update` writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from claimcheck import load
from support import command_line, reference
from support.pages import blocks
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

REFERENCE = ROOT / "docs" / "reference"
FILES = REFERENCE / "files.md"


def test_the_page_of_commands_is_their_help(
    run: Callable[..., CommandResult], golden: Callable[..., None]
) -> None:
    page = reference.commands(command_line.names(), lambda *arguments: run(*arguments).out)

    golden(REFERENCE / "commands.md", page)


def test_the_page_of_rules_is_their_docstrings(golden: Callable[..., None]) -> None:
    golden(REFERENCE / "rules.md", reference.rules())


def test_tables_of_keys_are_those_that_files_are_read_by(golden: Callable[..., None]) -> None:
    tables = {name: reference.keys(name) for name in reference.TABLES}

    golden(FILES, reference.filled(FILES.read_text("utf-8"), tables))


def test_the_page_of_formats_lists_every_format_of_every_command(
    golden: Callable[..., None],
) -> None:
    page = REFERENCE / "formats.md"

    golden(page, reference.filled(page.read_text("utf-8"), {"views": reference.views()}))


def test_the_page_of_exit_statuses_is_what_help_says(
    run: Callable[..., CommandResult], golden: Callable[..., None]
) -> None:
    page = REFERENCE / "exit-statuses.md"
    table = reference.exit_statuses(command_line.names(), lambda *arguments: run(*arguments).out)

    golden(page, reference.filled(page.read_text("utf-8"), {"ones": table}))


def test_commands_that_can_end_with_status_1_say_when() -> None:
    """Their modules import the status, or what answers with it."""
    importing = re.compile(
        r"import .*\b(?:FINDINGS|inspect|judge_files|cite_passage|not_written)\b"
    )
    folder = ROOT / "src" / "claimcheck" / "cli" / "commands"
    texts = {path.stem: path.read_text("utf-8") for path in folder.glob("*.py")}
    can = {name for name, text in texts.items() if importing.search(text)}
    say = {name for name, text in texts.items() if re.search(r"^ +1  ", text, re.MULTILINE)}

    # It looks on until somebody interrupts it.
    assert can - {"watch"} == say


def test_the_page_of_sources_lists_every_kind_of_document(golden: Callable[..., None]) -> None:
    page = ROOT / "docs" / "guide" / "sources.md"

    golden(page, reference.filled(page.read_text("utf-8"), {"readers": reference.document_kinds()}))


def test_shown_files_read_without_a_flaw(tmp_path: Path) -> None:
    shown = {block.file: block.text for block in blocks(FILES.read_text("utf-8")) if block.file}
    for name, text in shown.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")

    dossier = load(tmp_path)

    assert dossier.flaws == ()
    assert (len(dossier.claims), len(dossier.sources), len(dossier.parties)) == (1, 1, 3)


@pytest.mark.parametrize(
    ("table", "file"),
    [
        ("claim", "claims/email-sent-in-error.yaml"),
        ("record", "sources/daily-news-2020-07-10.yaml"),
        ("parties", "sources/parties.yaml"),
        ("configuration", "claimcheck.toml"),
    ],
)
def test_shown_files_hold_every_key(table: str, file: str) -> None:
    text = next(block.text for block in blocks(FILES.read_text("utf-8")) if block.file == file)

    for path in reference.paths(table):
        assert path.rpartition(".")[2] in text, f"write {path} into the {file} of files.md"
