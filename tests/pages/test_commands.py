"""Every command that a page shows is run, and every output that it shows is today's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from support import command_line, pages
from support.pages import PAGES, Scene, blocks, folder_of
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

GUIDE = sorted((ROOT / "docs" / "guide").glob("*.md"))
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


@pytest.mark.parametrize("page", GUIDE, ids=pages.name)
def test_a_page_of_the_guide_can_be_followed_as_it_is_read(page: Path) -> None:
    """Where to be and what a shown file is called must be visible: comments and fences are not."""
    text = page.read_text("utf-8")
    given = folder_of(text)

    assert given is None or linked(given) in prose(text, len(text))
    for block in blocks(text):
        assert not block.file or f"`{block.file}`" in prose(text, block.start), block.file


def linked(path: str) -> str:
    """Return how a page of the guide names a folder: with a link, where it lies in the guide."""
    inside = path.removeprefix("docs/guide/")
    return f"`{path}`" if inside == path else f"[`{path}`]({inside})"


def prose(page: str, end: int) -> str:
    """Return what a reader sees of a page up to an offset, without its blocks."""
    block_or_comment = r"^(`{3,})[^\n`]*\n.*?(?:^\1$\n?|\Z)|<!--.*?-->"
    return re.sub(block_or_comment, "", page[:end], flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=pages.name)
def test_commands_and_options_that_a_page_names_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    lines = IN_A_LINE.findall(text)
    for block in (*blocks(text, "sh"), *blocks(text, "console")):
        lines += TYPED.findall(block.text.replace("\\\n", " "))

    own = {block.file.rpartition("/")[2].removesuffix(".py") for block in blocks(text, "python")}
    unknown = [line for line in lines if not command_line.exists(line)]
    assert [line for line in unknown if line.split()[0] not in own] == []
