"""The examples of how to add something are code as we write it; test_commands.py runs them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimcheck.documents.answer import services
from support import command_line
from support.pages import Block, blocks
from support.project import ROOT

PAGES = sorted((ROOT / "docs" / "how-to").glob("add-*.md"))
EXAMPLES = [
    block
    for page in PAGES
    for block in blocks(page.read_text("utf-8"), "python")
    if block.file.startswith("src/")
]


def test_each_page_shows_a_whole_file() -> None:
    for page in PAGES:
        assert blocks(page.read_text("utf-8"), "python"), page.name


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda block: block.file.rpartition("/")[2])
@pytest.mark.parametrize("check", [["check"], ["format", "--check"]], ids=" ".join)
def test_an_example_passes_the_linter(example: Block, check: list[str]) -> None:
    """As a new file of ours would have to."""
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *check, "--stdin-filename", example.file, "-"],
        cwd=ROOT,
        input=example.text,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("service", services())
def test_a_service_whose_answers_are_read_is_named_where_people_look(service: str) -> None:
    guide = (ROOT / "docs/guide/models.md").read_text("utf-8")
    table = guide.partition("| who | what |")[2].partition("\n\n")[0]
    parser = command_line.program().commands["import"].commands["citations"]

    assert service in table, "name it in the table of docs/guide/models.md"
    words = " ".join(parser.help.split())
    assert service in words, "name it in the help, in src/claimcheck/cli/commands/import_.py"
