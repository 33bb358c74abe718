"""Help fits on the screen: nothing runs over its edge, and nothing is broken inside a word."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from claimcheck.cli.app import COMMANDS
from claimcheck.cli.help_text import fitted

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.project import CommandResult

PARTS = {
    "source": ("add", "list", "show", "verify", "set", "rm", "rename", "fetch", "stamp", "watch"),
    "party": ("add", "set", "rm", "list"),
    "import": ("citations", "csv", "xlsx", "jsonl", "csl", "bibtex", "hypothesis", "zotero"),
    "bulk": ("verify", "locate", "find", "check"),
}
NAMES = [*((name,) for name in COMMANDS), *((name, part) for name in PARTS for part in PARTS[name])]


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("name", NAMES, ids=" ".join)
def test_help_fits_on_the_screen(
    run: Callable[..., CommandResult],
    monkeypatch: pytest.MonkeyPatch,
    name: tuple[str, ...],
    width: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = run(*name, "--help")
    assert result.status == 0
    assert [line for line in result.out.splitlines() if len(line) > width] == []


EXAMPLE = """\
What it does, in a paragraph that is longer than forty columns.

\b
Exit status:
  0  it was done, and whatever was asked for is there

\b
Example:
  claimcheck new "Nobody was hurt at all." --source daily --stance supports
"""


def test_an_example_stays_a_command_line_and_an_entry_goes_on_below_its_words() -> None:
    lines = fitted(EXAMPLE, 40).splitlines()
    assert lines[0] == EXAMPLE.splitlines()[0]
    assert lines[lines.index("Exit status:") + 1 :][:2] == [
        "  0  it was done, and whatever was asked",
        "     for is there",
    ]
    command = "\n".join(lines[lines.index("Example:") + 1 :])
    assert "\\\n" in command
    assert shlex.split(command.replace("\\\n", "")) == shlex.split(EXAMPLE.splitlines()[-1])
    assert fitted(EXAMPLE, 100) == EXAMPLE


@pytest.mark.parametrize("arguments", [(), ("source",), ("import",)])
def test_a_command_that_cannot_stand_alone_shows_its_help_as_it_is_shown_when_asked_for(
    run: Callable[..., CommandResult],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    alone = run(*arguments)
    assert (alone.status, alone.out, alone.err) == (2, run(*arguments, "--help").out, "")
