"""Pages name what is there: files, places in pages, each other, and no stranger's package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from support import pages
from support.pages import PAGES, README
from support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
PATH = re.compile(r"`((?:src|tests|docs|benchmarks|fuzz|integrations)/[\w./*-]*)`")
LONGEST_README = 160


@pytest.mark.parametrize("page", PAGES, ids=pages.name)
def test_files_that_a_page_names_exist(page: Path) -> None:
    text = prose(page)
    wrong = [name for name in PATH.findall(text) if not list(ROOT.glob(name.rstrip("/")))]
    for link in LINK.findall(text):
        file, _, heading = link.partition("#")
        target = page.parent / file if file else page
        if not target.exists() or (heading and heading not in headings(target)):
            wrong.append(link)

    assert wrong == []


def prose(page: Path) -> str:
    """Return a page without its fenced blocks."""
    return re.sub(r"^(`{3,}).*?^\1$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def headings(page: Path) -> set[str]:
    """Return the names by which a page's headings are linked to, as forges make them."""
    titles = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=pages.name)
def test_the_index_lists_every_page(page: Path) -> None:
    index = DOCS / "README.md"

    assert page == index or f"]({page.name})" in index.read_text("utf-8")


@pytest.mark.parametrize("folder", ["guide", "reference", "how-to"])
def test_the_index_lists_every_page_of_a_folder(folder: str) -> None:
    listed = set(
        re.findall(rf"\]\({folder}/([\w-]+\.md)\)", (DOCS / "README.md").read_text("utf-8"))
    )

    assert listed == {path.name for path in (DOCS / folder).glob("*.md")}


def test_the_index_of_decisions_lists_every_subject() -> None:
    folder = DOCS / "decisions"
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", (folder / "README.md").read_text("utf-8")))

    assert listed == {path.name for path in folder.glob("*.md")} - {"README.md"}


def test_the_readme_can_be_read_in_a_few_minutes() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= LONGEST_README


@pytest.mark.parametrize("page", PAGES, ids=pages.name)
def test_nobody_is_told_to_install_somebody_elses_package(page: Path) -> None:
    assert not re.search(r"(pip3?|pipx|uv tool) install claimcheck(?!-cli)\b", page.read_text())


@pytest.mark.parametrize("page", PAGES, ids=pages.name)
def test_no_page_counts_the_tests(page: Path) -> None:
    """A count is wrong at the next commit, and many tests are no merit."""
    assert not re.search(r"\d[\d,.]* (tests|test cases)\b", page.read_text("utf-8"))


def test_the_page_on_testing_names_every_folder_of_tests() -> None:
    text = (ROOT / "docs" / "testing.md").read_text("utf-8")
    listed = re.findall(r"^\| `tests/([\w-]+)` \|", text, re.MULTILINE)
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}

    assert set(listed) == folders - {"__pycache__"}
