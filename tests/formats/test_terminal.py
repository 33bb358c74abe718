"""What all formats for a terminal keep to: the width of the screen, and text that is only text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from claimcheck.formats.screen import Screen
from support import views

if TYPE_CHECKING:
    from claimcheck import Report

# They wrap; the others have a line for each thing, for `grep`.
WRAPPED = ("findings", "claims", "claim", "comparison", "passages", "sources", "source")


@pytest.mark.parametrize("width", [20, 40, 60, 80, 149])
@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("view", WRAPPED)
def test_no_line_is_wider_than_the_screen(
    small: Report, hostile_but_ids: Report, view: str, width: int, *, color: bool
) -> None:
    for report in (small, hostile_but_ids):
        text = views.render(view, "terminal", report, Screen(width, color=color))

        plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
        assert max(len(line) for line in plain.splitlines()) <= width


def test_markup_and_emoji_codes_are_shown_as_they_are(small: Report) -> None:
    assert ":100: [bold]" in views.render("claims", "terminal", small)
