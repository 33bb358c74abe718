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
    from pathlib import Path

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


SETTING = sorted(command for command in set(BY_RULE.values()) if command.startswith("set "))


@pytest.mark.parametrize("command", SETTING)
def test_every_key_that_is_named_can_be_set_in_a_plain_claim(
    run: Run, write: Callable[[dict[str, str]], Path], command: str
) -> None:
    item = "{source: a, stance: supports, quote: The bridge is open}"
    root = write(
        {
            "claims/c.yaml": f"claim: It is open.\nevidence:\n  - {item}\n",
            "sources/a.yaml": "title: A\nfile: a.txt\n",
            "sources/a.txt": "The bridge is open. The bridge is open.\n",
        }
    )
    key = command.removesuffix("=…").rpartition(" ")[2]
    value = {"kind": "state", "stance": "context"}.get(key, "a")
    words = command.replace("CLAIM", "c").replace(" N ", " 1 ").split()[:-1]

    assert run("-C", root, *words, f"{key}={value}").status == 0
    assert f"{key}: {value}" in (root / "claims" / "c.yaml").read_text()


def test_every_rule_is_there() -> None:
    assert set(BY_RULE) <= set(plugins.names(rules))


def test_the_commonest_comes_first_and_what_no_command_mends_is_left_out() -> None:
    findings = [
        Finding("m", Place("x.yaml", 1, 1), rule=rule)
        for rule in ("stance-unset", "quote-altered", "quote-cut", "malformed-file")
    ]

    assert remedies(findings) == (
        "remedies: 2 with `claimcheck set CLAIM N quote=…`, 1 with `claimcheck judge`"
    )
    assert remedies(findings[3:]) == ""


def test_a_word_that_is_broken_at_a_lines_end_is_allowed_and_singled_out_by_no_prefix(
    run: Run, write: Callable[[dict[str, str]], Path]
) -> None:
    item = "{source: a, stance: supports, quote: The striker resigned in May after long talks}"
    root = write(
        {
            "claims/c.yaml": f"claim: He left in May.\nevidence:\n  - {item}\n",
            "sources/a.yaml": "title: A\nfile: a.txt\n",
            "sources/a.txt": "The striker re-\nsigned in May after long talks with the club.\n",
        }
    )

    result = run("-C", root, "check")

    assert "warning[quote-ambiguous]" in result.out
    assert "1 with `claimcheck allow CLAIM RULE --because WHY`" in result.out
    assert "prefix=" not in result.out


def test_parties_that_lack_their_brackets_are_set_in_the_claim(
    run: Run, write: Callable[[dict[str, str]], Path]
) -> None:
    root = write(
        {
            "claims/c.yaml": (
                "claim: The water is clean.\ninterested: acme, town\nevidence:\n"
                "  - {source: a, stance: supports, quote: The water is clean}\n"
            ),
            "sources/a.yaml": "title: A\nfile: a.txt\n",
            "sources/a.txt": "The water is clean.\n",
            "sources/parties.yaml": "acme: {name: Acme}\ntown: {name: Elmtown}\n",
        }
    )

    result = run("-C", root, "check")
    assert "help: write interested: [acme, town]" in result.out
    assert "1 with `claimcheck set CLAIM interested=…`" in result.out

    assert run("-C", root, "set", "c", "interested=acme", "interested=town").status == 0
    assert "party-unknown" not in run("-C", root, "check").out
