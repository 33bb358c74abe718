"""What each format makes of one small dossier, to the letter, and of hostile text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from claimcheck import __version__
from claimcheck.formats import findings
from claimcheck.formats.screen import Screen
from claimcheck.system import plugins
from claimcheck.text.formulas import FORMULA_SIGNS
from claimcheck.text.printable import printable
from support import views
from support.project import ROOT
from support.reports import GOLDEN, rendered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck import Report

    Golden = Callable[[Path, str], None]

SCREENS = {
    "60": Screen(60),
    "80": Screen(80),
    "200": Screen(200),
    "80-colour": Screen(80, color=True),
}
# What other programs and forges read of a check.
EXCHANGE = tuple(sorted({*plugins.names(findings)} - {"terminal", "concise", "json"}))


def unversioned(text: str) -> str:
    """Leave the version out of what is compared, so that a release changes no golden text."""
    return text.replace(f'"version": "{__version__}"', '"version": "…"')


@pytest.mark.parametrize(
    ("view", "name"), [pair for pair in views.ALL if pair != ("claim", "terminal")]
)
def test_a_small_dossier_becomes_exactly_this(
    small: Report, golden: Golden, view: str, name: str
) -> None:
    columns = "-80" if name == "terminal" else ""
    text = unversioned(views.render(view, name, small))

    golden(GOLDEN / f"{name}-{view}{columns}.txt", text)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("view", ["findings", "claims"])
def test_every_screen_shows_exactly_this(
    small: Report, golden: Golden, view: str, screen: str
) -> None:
    text = views.render(view, "terminal", small, SCREENS[screen])

    golden(GOLDEN / f"terminal-{view}-{screen}.txt", text)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("number", [0, 1])
def test_a_claim_is_shown_exactly_so(
    small: Report, golden: Golden, number: int, screen: str
) -> None:
    claim_id = small.assessment.claims[number].claim.id
    text = views.render("claim", "terminal", small, SCREENS[screen], number)

    golden(GOLDEN / f"terminal-claim-{claim_id}-{screen}.txt", text)


@pytest.mark.parametrize("name", EXCHANGE)
def test_hostile_text_becomes_exactly_this(hostile: Report, golden: Golden, name: str) -> None:
    golden(GOLDEN / f"{name}-hostile.txt", unversioned(rendered(name, hostile)))


@pytest.mark.parametrize(("view", "name"), views.ALL)
def test_no_format_shows_what_hides_or_reorders_text(
    hostile: Report, hostile_but_ids: Report, view: str, name: str
) -> None:
    text = views.render(view, name, hostile if name in EXCHANGE else hostile_but_ids)

    parted = parted_by_tabs(text)
    for line in text.split("\n"):
        if name in {"json", "jsonl", "yaml"} and line.isascii():
            assert line.isprintable()  # they have escapes of their own
        else:
            # An order that begins a line is the format's own; foreign text never stands there.
            shown = line.removeprefix("::")
            shown = shown.replace("\t", "") if parted else shown
            assert printable(shown) == shown, "put foreign text through text.printable.one_line"
    assert text.endswith("\n")
    assert str(ROOT) not in text


@pytest.mark.parametrize(("view", "name"), views.ALL)
def test_no_table_gives_a_spreadsheet_a_formula(
    small: Report, hostile_but_ids: Report, view: str, name: str
) -> None:
    for report in (small, hostile_but_ids):
        text = views.render(view, name, report)
        if name == "csv" or parted_by_tabs(text):
            rows = csv.reader(io.StringIO(text), delimiter="," if name == "csv" else "\t")
            formulas = [cell for row in rows for cell in row if cell.startswith(FORMULA_SIGNS)]
            assert formulas == [], "put each cell through formats.tables.no_formula"


def parted_by_tabs(text: str) -> bool:
    """Whether a text is a table whose cells are parted by tabs: each row has as many."""
    counts = {line.count("\t") for line in text.split("\n")[:-1]}
    return len(counts) == 1 and counts != {0}


@pytest.mark.parametrize(("view", "name"), [pair for pair in views.ALL if pair[1] != "terminal"])
def test_what_programs_read_is_the_same_on_every_screen(
    small: Report, view: str, name: str
) -> None:
    texts = {
        views.render(view, name, small, screen) for screen in (Screen(20), Screen(200, color=True))
    }

    assert len(texts) == 1
