"""Sources of one claim that print the same text are told, however short, and however many."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, check, load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[dict[str, str | bytes]], Path]

PAPERS = "Elm Oak Ash Fir Yew Hay Rye Oat Ivy Fig Nut Sea".split()  # noqa: SIM905 - short names
TEXT = "The mill burnt down on Sunday night, and nobody was hurt.\n"
LONG = " ".join(f"The mill burnt down on day {number} of the year." for number in range(40))


def copies(write: Write, texts: list[str], more: str = "") -> list[str]:
    files: dict[str, str | bytes] = {}
    for number, text in enumerate(texts):
        files[f"sources/s{number}.txt"] = text
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        files[f"sources/s{number}.yaml"] = (
            f"title: A page\nfile: s{number}.txt\nsha256: {sha256}\n"
            f"publisher: {PAPERS[number]}\nissued: 2026-01-01\n{more if number else ''}"
        )
    items = "".join(
        f"  - {{source: s{number}, stance: supports, quote: The mill burnt down on}}\n"
        for number in range(len(texts))
    )
    files["claims/a.yaml"] = f"claim: The mill burnt down.\nkind: event\nevidence:\n{items}"
    report = check(assess(load(write(files)), date(2026, 1, 1)))
    return [finding.message for finding in report.findings if finding.rule == "possible-copy"]


@pytest.mark.parametrize(
    "other", [TEXT + "\n", TEXT.replace(" ", "\u00a0"), TEXT.replace(" ", "  "), "\ufeff" + TEXT]
)
def test_a_short_text_with_other_blanks_is_the_same_text(write: Write, other: str) -> None:
    assert copies(write, [TEXT, other]) == [
        "sources 's0' and 's1' print one text, and neither names an origin"
    ]


def test_many_copies_of_a_long_text_are_no_footer(write: Write) -> None:
    messages = copies(write, [LONG + "\n" * number for number in range(12)])

    assert len(messages) == 11


STORY = (
    "The governor gave evidence on Monday that the river had overflowed the valley, and that every "
    "vineyard above the village was gone. The mill burnt down on the evening of the same day, "
    "given that nobody was there to give the alarm, and the village has had no bread ever since."
)
FIGURES = (
    "One village after the other gave its verdict by a vote of {0} to {0}, and every {0} left."
)


@pytest.mark.parametrize("number", [2, 8, 9, 12])
def test_the_story_of_many_papers_under_headlines_of_their_own_is_no_footer(
    write: Write, number: int
) -> None:
    texts = [f"{paper} has a headline of its own.\n\n{STORY}\n" for paper in PAPERS[:number]]

    sources = {message.split("'")[3] for message in copies(write, texts)}

    assert sources == {f"s{each}" for each in range(1, number)}


def test_what_many_papers_print_below_longer_texts_of_their_own_is_a_footer(write: Write) -> None:
    own = [" ".join(FIGURES.format(f"{paper}{day}") for day in range(12)) for paper in PAPERS]

    assert copies(write, [f"{text}\n\n{STORY}\n" for text in own]) == []


def test_many_copies_that_name_their_origin_are_not_told(write: Write) -> None:
    texts = [f"{paper} has a headline of its own.\n\n{STORY}\n" for paper in PAPERS]

    assert copies(write, texts, "origin: s0\n") == []


def test_other_texts_and_copies_that_say_so_are_not_told(write: Write) -> None:
    assert copies(write, [TEXT, TEXT.replace("Sunday", "Monday")]) == []
    assert copies(write, [TEXT, TEXT + "\n"], "origin: s0\n") == []
