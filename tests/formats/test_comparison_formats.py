"""What a change does, in each format of `diff`: on any screen, inert on a forge, never too long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from claimcheck import Dossier, assess, load
from claimcheck.assessment.compare import compare_assessments
from claimcheck.formats.comparison import markdown, terminal
from claimcheck.formats.screen import Screen
from claimcheck.model import (
    Claim,
    Config,
    Evidence,
    Party,
    PinnedText,
    Place,
    Quote,
    Source,
    Stance,
)
from support.markup import ANY_TEXT, HOSTILE_TEXTS, living
from support.project import TODAY
from support.reports import GOLDEN, HOSTILE_TEXT

if TYPE_CHECKING:
    from claimcheck.assessment.comparison import Comparison

OUR_HTML = ("<del>", "</del>", "<ins>", "</ins>", "<sub>", "</sub>")
SCREENS = {"60": Screen(60), "80": Screen(80), "80-colour": Screen(80, color=True)}


def dossier_of(text: str) -> Dossier:
    """Make a dossier in which every text that a stranger can write is this one."""
    place = Place("claims/x|y`<b>.yaml", 1, 1)
    item = Evidence(1, text, Stance.SUPPORTS, Quote(text), text, text, place, place, place)
    claim = Claim(
        "hostile",
        text,
        place,
        claimants=(text,),
        tags=(text,),
        evidence=(item,),
        interested=(text,),
    )
    source = Source(
        "gazette", text, place, publisher=text, content=PinnedText(text), text_path="g.txt"
    )
    return Dossier(
        Config(rules={text: "off"}),
        claims=(claim, claim._replace(id="bridge-safe")),
        sources={"gazette": source, text: source._replace(id=text)},
        parties={text: Party(text, text, place), "council": Party("council", text, place)},
    )


def comparisons(text: str) -> tuple[Comparison, Comparison]:
    """Compare a dossier with one in which every text is this one, there and back."""
    old = assess(load(GOLDEN / "comparison" / "dossier"), TODAY)
    new = assess(dossier_of(text), TODAY)
    return compare_assessments(old, new), compare_assessments(new, old)


@pytest.mark.parametrize("name", SCREENS)
def test_no_line_is_wider_than_the_screen(name: str) -> None:
    for comparison in comparisons(HOSTILE_TEXT):
        text = terminal.render(comparison, SCREENS[name])

        plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
        assert max(len(line) for line in plain.splitlines()) <= SCREENS[name].width
        assert not re.search("[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f\u202e]", text)


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_nothing_foreign_comes_alive_in_a_comment(name: str) -> None:
    for comparison in comparisons(HOSTILE_TEXTS[name]):
        text = markdown.render(comparison, Screen())

        assert living(text, html=OUR_HTML) == []
        assert "\x1b" not in text
        assert "\u202e" not in text


@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
@given(ANY_TEXT)
def test_any_text_does_nothing_in_a_comment(text: str) -> None:
    for comparison in comparisons(text):
        assert living(markdown.render(comparison, Screen()), html=OUR_HTML) == []


def test_a_comment_is_never_longer_than_a_forge_accepts() -> None:
    place = Place("claims/x.yaml", 1, 1)
    claims = tuple(Claim(f"claim-{number}", "Words. " * 50, place) for number in range(400))
    many = assess(Dossier(Config(), claims), TODAY)

    text = markdown.render(compare_assessments(assess(Dossier(Config()), TODAY), many), Screen())

    assert len(text.encode()) < 65_536 // 2
    shown = text.count("\n- **")
    assert f"\n{400 - shown} more changes are not shown here" in text
