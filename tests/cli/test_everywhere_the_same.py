"""The same quotation gets the same answer from every command, and from Python."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

import claimcheck
from claimcheck import assess, check, load
from claimcheck.anchor import Text, locate, with_cut
from claimcheck.model import Quote
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

TEXT = """\
The mayor of Elm spoke on Monday. He sold the old mill to a builder for nine crowns.

The bridge is safe for lorries unless it rains. The ferry did not sink in the storm of May.
The dam at Elm, which was built in 1962, held in the storm.
The council said that the tower was far from ready for the feast. Nobody was hurt at the feast.
The farmers stayed, although the well was dry for a year, in the village of Oak.
Is the road to Oak closed?
The miller's dog won the prize of the town. The lift stopped in only one of nine runs.
The firm spent $50 million on its new quay. The striker re-
signed in May after long talks with his club.

The inn burned down in 1900. The inn burned down in 1950.
"""
# A quotation, and the rules that speak of it.
QUOTATIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "whole": ("Nobody was hurt at the feast.", ()),
    "typography": ("The firm spent $50  million on its new quay", ()),
    "cut before": ("sink in the storm of May", ("quote-cut",)),
    "cut behind": ("The bridge is safe for lorries", ("quote-cut",)),
    "cut from few cases": ("The lift stopped", ("quote-cut",)),
    "omission of another's": ("The miller […] won the prize of the town", ("quote-elided",)),
    "another gender": ("[She] sold the old mill to a builder", ("quote-bracketed",)),
    "cut from a question": ("the road to Oak closed", ("quote-cut",)),
    "cut from its number": ("The firm spent $50", ("quote-altered",)),
    "honest omission": ("The dam at Elm […] held in the storm", ()),
    "omission to be looked at": (
        "The farmers stayed […] in the village of Oak",
        ("quote-elided",),
    ),
    "hiding omission": ("the tower was […] ready for the feast", ("quote-altered",)),
    "another speaker's words": (
        "The council said that […] Nobody was hurt at the feast",
        ("quote-altered",),
    ),
    "referent": ("[The mayor] sold the old mill to a builder", ()),
    "doubtful referent": ("[The priest] sold the old mill to a builder", ("quote-bracketed",)),
    "another noun": ("[The mill] is safe for lorries unless it rains", ("quote-altered",)),
    "changed capital": ("[t]he dam at Elm, which was built in 1962", ()),
    "altered": ("The dam at Elm, which was built in 1963, held", ("quote-altered",)),
    "spliced": ("The dam at Elm held in the storm", ("quote-spliced",)),
    "absent": ("Martians drained the lake with seven green pumps", ("quote-not-found",)),
    "two readings": ("The striker resigned in May", ("quote-ambiguous",)),
    "twice": ("The inn burned down in", ("quote-ambiguous",)),
}


class Answer(NamedTuple):
    """What is said of a quotation: whether it stands, and what it is warned of or refused for."""

    stands: bool
    messages: frozenset[str]


@pytest.fixture
def root(write: Write) -> Path:
    return write(
        {
            "claims/other.yaml": "claim: Something else happened in Elm.\nkind: event\nevidence:\n"
            "  - {source: daily, stance: supports, quote: The ferry did not sink}\n",
            "sources/daily.yaml": "title: The Daily\npublisher: D\nfile: daily.txt\n",
            "sources/daily.txt": TEXT,
        }
    )


def cite(root: Path, quote: str) -> None:
    (root / "claims/it.yaml").write_text(
        "claim: So it was in Elm.\nkind: event\nevidence:\n  - source: daily\n    stance: unset\n"
        f"    quote: {json.dumps(quote)}\n",
        "utf-8",
    )


def about_quotation(findings: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    yield from (finding for finding in findings if finding["rule"].startswith("quote-"))


def checked(run: Run, root: Path) -> list[dict[str, str]]:
    outcome = json.loads(run("check", "-C", root, "--format", "json").out)
    return list(about_quotation(outcome["findings"]))


def in_one_line(outcome: CommandResult) -> str:
    return " ".join((outcome.out + outcome.err).split())


@pytest.mark.parametrize("name", QUOTATIONS)
def test_every_command_says_the_same_of_a_quotation(run: Run, root: Path, name: str) -> None:
    quote, rules = QUOTATIONS[name]
    cite(root, quote)
    findings = checked(run, root)
    assert tuple(finding["rule"] for finding in findings) == rules
    refused = any(finding["severity"] == "error" for finding in findings)
    warnings = [each["message"] for each in findings if each["severity"] == "warning"]

    report = check(assess(load(root), TODAY))
    from_python = [each.message for each in report.findings if each.rule.startswith("quote-")]
    assert from_python == [finding["message"] for finding in findings]
    anchor = report.assessment.claims[0].evidence[0].anchor
    assert with_cut(locate(Quote(quote), Text(TEXT)), TEXT) == anchor

    result = claimcheck.quote(quote, root / "sources/daily.txt")
    assert (result.passes, result.anchor) == (not refused, anchor)
    assert name == "twice" or set(warnings) <= set(result.warnings)

    shown = json.loads(run("show", "it", "-C", root, "--format", "json").out)["evidence"][0]
    quoted = run("quote", quote, root / "sources/daily.txt", "--format", "json")
    answer = json.loads(quoted.out)
    for part in ("fit", "omissions", "brackets", "cut", "start", "end", "changes"):
        there = shown["anchor"][part] if part in shown.get("anchor", {}) else shown[part]
        assert answer[part] == there, part
    assert (answer["stands"], quoted.status) == (not refused, int(refused))
    in_words = in_one_line(run("quote", quote, root / "sources/daily.txt"))
    at_a_terminal = in_one_line(run("show", "it", "-C", root))
    for message in warnings:
        if name != "twice":  # told there without the name of a source
            assert message in in_words
        assert message in at_a_terminal

    (root / "claims/it.yaml").unlink()
    for command in (
        ("link", "other", "daily", "--stance", "context", "--quote", quote),
        ("new", "So it was in Elm.", "--kind", "event", "--source", "daily",
         "--stance", "context", "--quote", quote),
    ):  # fmt: skip
        outcome = run(*command, "-C", root)
        assert outcome.status == int(refused), command
        assert ("nothing was written" in outcome.err) is refused
        for finding in findings:
            assert f"{finding['severity']}[{finding['rule']}]" in outcome.out
            assert finding["message"] in in_one_line(outcome)
        assert ("quote-" in outcome.out) is bool(findings)

    entries = [{"claim": "It was so in Elm, too.", "source": "daily", "quote": quote}]
    (root / "answer.json").write_text(json.dumps(entries), "utf-8")
    outcome = run("import", "citations", root / "answer.json", "-C", root)
    counts = "0 appear in the source that is cited, 1 does not" if refused else "1 appears in the"
    assert counts in outcome.out
    for finding in findings:
        assert f"{finding['severity']}[{finding['rule']}] {finding['message']}" in in_one_line(
            outcome
        )
    assert ("quote-" in outcome.out) is bool(findings)


WHOLE_SENTENCES = {
    "The bridge is safe for lorries unless it rains.": (),
    "Nobody was hurt at the feast.": (),
    "The firm spent $50 million on its new quay.": (),
}


@pytest.mark.parametrize("sentence", WHOLE_SENTENCES)
def test_what_find_cites_is_judged_as_any_other_quotation(
    run: Run, root: Path, sentence: str
) -> None:
    outcome = run("find", sentence, "--claim", "other", "--link", "context", "1", "-C", root)

    assert outcome.status == 0, outcome.out + outcome.err
    written = (root / "claims/other.yaml").read_text("utf-8")
    assert sentence in " ".join(written.split())
    findings = checked(run, root)
    for finding in findings:
        assert finding["message"] in in_one_line(outcome)
    assert ("quote-" in outcome.out) is bool(findings)
