"""Pictures of a terminal show what the commands say today."""

from __future__ import annotations

import re
from importlib.metadata import version
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from support.pages import README
from support.pictures import picture
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.project import CommandResult

IMAGES = ROOT / "docs" / "images"
# The picture's file, and the command that it shows.
SHOTS = {"show.svg": "claimcheck show india-banned-tiktok-in-june"}

# Photographs show pages in a browser, which look different with other fonts: `tests/browser` looks
# at the pages themselves.
ON_THE_FIRST_PAGE = {*SHOTS, "claim-page.png"}
RICH_OF_PICTURES = 15
MOST_BYTES = 250_000
WITH_WORDS = r"!\[[^\]]{40,}\]\([./a-z]*images/([^)]+)\)"


@pytest.mark.skipif(
    int(version("rich").partition(".")[0]) < RICH_OF_PICTURES,
    reason=f"pictures are drawn by rich {RICH_OF_PICTURES}; older ones draw in other words",
)
def test_a_picture_shows_what_is_said_today(
    run: Callable[..., CommandResult], golden: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("FORCE_COLOR", "1")
    for name, command in SHOTS.items():
        result = run(*command.split()[1:])

        golden(IMAGES / name, picture(f"\x1b[32m$\x1b[0m {command}\n{result.out}", "claimcheck"))


def test_every_picture_is_known_and_shown_with_words_for_those_who_cannot_see_it() -> None:
    shown = {README: re.findall(WITH_WORDS, README.read_text("utf-8"))}
    for page in (ROOT / "docs").rglob("*.md"):
        shown[page] = re.findall(WITH_WORDS, page.read_text("utf-8"))

    assert {*shown[README]} == ON_THE_FIRST_PAGE
    assert {path.name for path in IMAGES.iterdir()} == {*chain.from_iterable(shown.values())}


def test_a_picture_fetches_nothing() -> None:
    for path in IMAGES.glob("*.svg"):
        addresses = set(re.findall(r"https?://[^\"'\s)]+", path.read_text("utf-8")))

        assert addresses == {"http://www.w3.org/2000/svg"}


def test_a_photograph_is_small() -> None:
    for path in IMAGES.glob("*.png"):
        data = path.read_bytes()

        assert data.startswith(b"\x89PNG")
        assert len(data) < MOST_BYTES
