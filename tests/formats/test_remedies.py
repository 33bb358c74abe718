"""The line that says what can be mended by which command names commands that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck import rules
from claimcheck.formats.remedies import BY_RULE, remedies
from claimcheck.model import Finding, Place
from claimcheck.system import plugins

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.project import CommandResult

    Run = Callable[..., CommandResult]


@pytest.mark.parametrize("command", sorted(set(BY_RULE.values())))
def test_every_command_is_there_with_its_options(run: Run, command: str) -> None:
    words = command.split()
    depth = 2 if words[0] in {"source", "party"} else 1
    result = run(*words[:depth], "-h")

    assert result.status == 0
    assert result.out.startswith(f"Usage: claimcheck {' '.join(words[:depth])} ")
    for option in (word for word in words if word.startswith("--")):
        assert option in result.out


def test_every_rule_is_there() -> None:
    assert set(BY_RULE) <= set(plugins.names(rules))


def test_the_commonest_comes_first_and_what_no_command_mends_is_left_out() -> None:
    found = [
        Finding("m", Place("x.yaml", 1, 1), rule=rule)
        for rule in ("stance-unset", "quote-altered", "quote-cut", "malformed-file")
    ]

    assert remedies(found) == (
        "remedies: 2 with `claimcheck set CLAIM N quote=…`, 1 with `claimcheck judge`"
    )
    assert remedies(found[3:]) == ""
