"""Plain words: messages, help, README and glossary say the same things by the same words."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from claimcheck import rules
from claimcheck.system import plugins
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.project import CommandResult

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
# What words are said by in their place: "appears in", "accepted earlier".
ODD = re.compile(
    r"\b(?:quotes?|quotations?|passages?|words?|it|they) (?:do(?:es)? not |still )?stands? "
    r"(?:in|there|nowhere|on)\b|\d there before\b|\bnot standing\b",
    re.IGNORECASE,
)
PAGES = ("README.md", "docs/glossary.md", "docs/reference/rules.md", "docs/reference/commands.md",
         "docs/guide/newsroom.md", "docs/guide/documentation.md", "docs/guide/models.md",
         "docs/guide/quotations.md", "docs/guide/getting-started.md")  # fmt: skip


def cells(header: str) -> list[list[str]]:
    """Return the cells of the glossary's table that has a header."""
    _before, head, rest = GLOSSARY.partition(f"| {header} |")
    assert head, header
    lines = itertools.takewhile(lambda line: line.startswith("|"), rest.splitlines()[2:])
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_that_words_appear_in_a_source(page: str) -> None:
    assert ODD.findall((ROOT / page).read_text("utf-8")) == []


@pytest.mark.parametrize("name", plugins.names(rules))
def test_a_rule_says_so_too(name: str) -> None:
    shown = ROOT / "tests" / "cases" / name / "expected.txt"
    text = " ".join(shown.read_text("utf-8").split()) if shown.exists() else ""
    assert ODD.findall(f"{plugins.module(rules, name).__doc__}\n{text}") == []


def test_every_verb_of_the_glossary_is_that_of_its_command(
    run: Callable[..., CommandResult],
) -> None:
    table = cells("verb | what somebody does | command")
    assert len(table) > 5
    for verb, _meaning, commands in table:
        for name in re.findall(r"`([a-z ]+)`", commands):
            result = run(*name.split(), "--help").out.casefold()
            assert re.search(rf"\b{verb[:6]}", result), (verb, name)


def test_words_of_messages_are_defined() -> None:
    defined = {word.strip("`*") for word, *_ in cells("word | meaning")}
    assert {"appears in", "pin", "unchecked", "verdict", "review", "inherited"} <= defined
    assert "accepted earlier" in GLOSSARY
