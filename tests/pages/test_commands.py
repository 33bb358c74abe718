"""Every command that a page shows is run, and every output that it shows is today's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from support import command_line, pages
from support.pages import PAGES, Scene, blocks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

WITH_OUTPUT = [page for page in PAGES if blocks(page.read_text("utf-8"), "console")]
IN_A_LINE = re.compile(r"`claimcheck ([^`]+)`")
TYPED = re.compile(r"^(?:\$ )?claimcheck (.*?)(?: +#.*)?$", re.MULTILINE)


@pytest.mark.parametrize("page", WITH_OUTPUT, ids=pages.name)
def test_shown_output_is_todays(
    page: Path,
    run: Callable[..., CommandResult],
    golden: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Run every shown command at eighty columns; `--update` rewrites what the page shows."""
    scene = Scene(page.read_text("utf-8"), tmp_path, run, monkeypatch)

    golden(page, scene.played())


@pytest.mark.parametrize("page", PAGES, ids=pages.name)
def test_commands_and_options_that_a_page_names_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    lines = IN_A_LINE.findall(text)
    for block in (*blocks(text, "sh"), *blocks(text, "console")):
        lines += TYPED.findall(block.text.replace("\\\n", " "))

    own = {block.file.rpartition("/")[2].removesuffix(".py") for block in blocks(text, "python")}
    unknown = [line for line in lines if not command_line.exists(line)]
    assert [line for line in unknown if line.split()[0] not in own] == []
