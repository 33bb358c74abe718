"""What each format makes of one small dossier, to the letter."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from claimcheck import Report, assess, check, load
from claimcheck.formats import claim, claims, findings
from claimcheck.formats.claim import terminal as claim_terminal
from claimcheck.formats.claims import terminal as claims_terminal
from claimcheck.formats.findings import terminal
from claimcheck.formats.screen import Screen
from claimcheck.system import plugins
from support.project import ROOT, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHOWN = ROOT / "tests" / "golden"
VIEWS = {"findings": findings, "claims": claims, "claim": claim}
SCREENS = {
    "60": Screen(60),
    "80": Screen(80),
    "200": Screen(200),
    "80-colour": Screen(80, color=True),
}


@pytest.fixture(scope="module")
def report() -> Report:
    return check(assess(load(SHOWN / "dossier"), TODAY))


def said(name: str, view: str, report: Report, screen: Screen, claim: str = "") -> str:
    render = plugins.module(VIEWS[view], name).render
    if view == "findings":
        return str(render(report, screen))
    if view == "claims":
        return str(render(report.assessment.claims, report, screen))
    chosen = {one.claim.id: one for one in report.assessment.claims}[claim]
    return str(render(chosen, report, screen))


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize(
    ("view", "claim"),
    [("claims", ""), ("findings", ""), ("claim", "bridge-reopened"), ("claim", "bridge-safe")],
)
def test_the_terminal_shows_exactly_this(
    report: Report, golden: Callable[[Path, str], None], name: str, view: str, claim: str
) -> None:
    text = said("terminal", view, report, SCREENS[name], claim)

    golden(SHOWN / f"terminal-{'-'.join(filter(None, (view, claim, name)))}.txt", text)


@pytest.mark.parametrize("name", ["concise", "csv", "json"])
def test_programs_are_told_exactly_this(
    report: Report, golden: Callable[[Path, str], None], name: str
) -> None:
    for view in ("claims", "claim", "findings"):
        if name in plugins.names(VIEWS[view]):
            text = said(name, view, report, Screen(), "bridge-reopened")
            golden(SHOWN / f"{name}-{view}.txt", text)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 149])
def test_no_line_is_wider_than_the_screen(report: Report, width: int) -> None:
    screen = Screen(width)
    text = claims_terminal.render(report.assessment.claims, report, screen)
    text += "".join(claim_terminal.render(one, report, screen) for one in report.assessment.claims)
    text += terminal.render(report, screen)

    assert max(len(line) for line in text.splitlines()) <= width


def test_nothing_that_hides_or_reorders_text_reaches_the_screen(report: Report) -> None:
    text = terminal.render(report, Screen(80))

    assert "\u202e" not in text
    assert "\\u202e" in text


def test_markup_and_emoji_codes_are_shown_as_they_are(report: Report) -> None:
    text = claims_terminal.render(report.assessment.claims, report, Screen(80))

    assert ":100: [bold]" in text


def test_json_carries_a_schema_version_and_ascii_alone(report: Report) -> None:
    for view in ("claims", "claim", "findings"):
        text = said("json", view, report, Screen(), "bridge-safe")
        value = json.loads(text)

        assert text.isascii()
        assert value["schema_version"] == 1


def test_json_has_every_field_whatever_is_known(report: Report) -> None:
    for view in ("claims",):
        first, *others = json.loads(said("json", view, report, Screen()))["claims"]

        assert all(set(other) == set(first) for other in others)


def test_a_spreadsheet_is_given_no_formula(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(said("csv", "claims", report, Screen()))))

    assert [row["id"] for row in rows] == [
        "bridge-reopened",
        "bridge-safe",
        "repairs-cost",
        "rumour",
    ]
    assert rows[-1]["claim"] == '\'=HYPERLINK("x")'
