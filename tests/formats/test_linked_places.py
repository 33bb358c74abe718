"""Places are links to their files and lines on a screen that has links (OSC 8)."""

from __future__ import annotations

import pytest

from claimcheck.formats.page import TerminalPage
from claimcheck.formats.screen import Screen
from claimcheck.model import Place

ROOT = "file:///home/a%20b/dossier"
LINKED = Screen(color=True, root=ROOT)


def written(screen: Screen, place: Place) -> str:
    page = TerminalPage(screen)
    page.write(page.place(place))
    return page.text()


def test_a_place_leads_to_its_file_and_line() -> None:
    place = Place("claims/é #1.yaml", 5, 3)

    assert written(LINKED, place) == (
        f"\x1b]8;;{ROOT}/claims/%C3%A9%20%231.yaml#5\x1b\\claims/é #1.yaml:5:3\x1b]8;;\x1b\\\n"
    )


@pytest.mark.parametrize("screen", [Screen(), Screen(color=True), Screen(root=ROOT)])
def test_there_are_none_without_colours_or_a_folder(screen: Screen) -> None:
    assert written(screen, Place("claims/x.yaml", 5, 3)) == "claims/x.yaml:5:3\n"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/\x1b]0;x\x07 y", "https://example.org/%1B]0;x%07%20y"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_an_address_is_a_link_only_to_a_page_of_the_web(address: str, target: str) -> None:
    page = TerminalPage(LINKED)
    page.write(page.address(address))

    text = page.text()

    assert ("\x1b]8;;" in text) is bool(target)
    assert text.count("\x1b") == (4 if target else 0)
    assert f"\x1b]8;;{target}\x1b\\" in text or not target


def test_the_same_text_is_the_same_bytes() -> None:
    place = Place("claims/x.yaml", 5, 3)

    assert written(LINKED, place) == written(LINKED, place)
