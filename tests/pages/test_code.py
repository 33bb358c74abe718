"""The code and the data that pages show: Python runs, and prints what they say; the rest reads."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from typing import TYPE_CHECKING

import pytest
import yaml

from support import pages
from support.pages import PAGES, blocks
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

READERS: dict[str, Callable[[str], object]] = {
    "yaml": yaml.safe_load,
    "toml": tomllib.loads,
    "json": json.loads,
}
GUIDE = ROOT / "docs" / "guide"
PYTHON = [
    (page, number)
    for page in (pages.README, *sorted(GUIDE.glob("*.md")))
    for number, _block in enumerate(blocks(page.read_text("utf-8"), "python"))
]


@pytest.mark.parametrize(
    ("page", "number"), PYTHON, ids=[f"{page.name}-{number}" for page, number in PYTHON]
)
def test_the_python_that_is_shown_runs_by_itself(
    forked_program: list[str], page: Path, number: int
) -> None:
    """What it prints stands behind `# ->`."""
    code = blocks(page.read_text("utf-8"), "python")[number].text
    done = subprocess.run(
        [*forked_program, code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert done.stdout.splitlines() == re.findall(r"# -> (.+)$", code, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=pages.name)
def test_the_data_that_is_shown_reads(page: Path) -> None:
    """A piece of a claim is indented as it would be there."""
    for block in blocks(page.read_text("utf-8")):
        if block.language in READERS:
            assert READERS[block.language](block.text) or block.text.startswith("#")
