"""The same quotation gets the same answer from every command, and from Python."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

import claimcheck
from claimcheck import assess, check, load
from claimcheck.anchor import Text, locate, with_cut
from claimcheck.model import Quote, Severity
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimcheck.anchor import Anchor
    from claimcheck.model import Finding
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


class Judgement(NamedTuple):
    """What a check in Python finds of a quotation, beside where it stands."""

    quote: str
    anchor: Anchor
    findings: list[Finding]

    @property
    def refused(self) -> bool:
        """Whether an error is among them."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> list[str]:
        """The messages of the warnings among them."""
        return [each.message for each in self.findings if each.severity is Severity.WARNING]


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


@pytest.fixture(params=QUOTATIONS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def judgement(root: Path, name: str) -> Judgement:
    """What is found of a quotation that the claim `it` cites."""
    quote, _rules = QUOTATIONS[name]
    cite(root, quote)
    report = check(assess(load(root), TODAY))
    findings = [finding for finding in report.findings if finding.rule.startswith("quote-")]
    return Judgement(quote, report.assessment.claims[0].evidence[0].anchor, findings)


def test_check_finds_what_python_does(
    run: Run, root: Path, name: str, judgement: Judgement
) -> None:
    findings = checked(run, root)

    assert tuple(finding["rule"] for finding in findings) == QUOTATIONS[name][1]
    assert [(finding["severity"], finding["message"]) for finding in findings] == [
        (finding.severity, finding.message) for finding in judgement.findings
    ]


def test_a_quotation_stands_in_a_text_where_it_does_in_a_project(
    root: Path, name: str, judgement: Judgement
) -> None:
    quote, anchor = judgement.quote, judgement.anchor
    result = claimcheck.quote(quote, root / "sources/daily.txt")

    assert with_cut(locate(Quote(quote), Text(TEXT)), TEXT) == anchor
    assert (result.passes, result.anchor) == (not judgement.refused, anchor)
    assert name == "twice" or set(judgement.warnings) <= set(result.warnings)


def test_quote_and_show_say_the_same(run: Run, root: Path, name: str, judgement: Judgement) -> None:
    text, quote, refused = root / "sources/daily.txt", judgement.quote, judgement.refused
    shown = json.loads(run("show", "it", "-C", root, "--format", "json").out)["evidence"][0]
    quoted = run("quote", quote, text, "--format", "json")
    answer = json.loads(quoted.out)

    for part in ("fit", "omissions", "brackets", "cut", "start", "end", "changes"):
        there = shown["anchor"][part] if part in shown.get("anchor", {}) else shown[part]
        assert answer[part] == there, part
    assert (answer["stands"], quoted.status) == (not refused, int(refused))
    in_words = in_one_line(run("quote", quote, text))
    at_a_terminal = in_one_line(run("show", "it", "-C", root))
    for message in judgement.warnings:
        if name != "twice":  # told there without the name of a source
            assert message in in_words
        assert message in at_a_terminal


@pytest.mark.parametrize(
    "command",
    [
        ("link", "other", "daily"),
        ("new", "So it was in Elm.", "--kind", "event", "--source", "daily"),
    ],
    ids=["link", "new"],
)
def test_what_check_refuses_is_not_written(
    run: Run, root: Path, judgement: Judgement, command: tuple[str, ...]
) -> None:
    (root / "claims/it.yaml").unlink()
    outcome = run(*command, "--stance", "context", "--quote", judgement.quote, "-C", root)

    assert outcome.status == int(judgement.refused)
    assert ("nothing was written" in outcome.err) is judgement.refused
    for finding in judgement.findings:
        assert f"{finding.severity}[{finding.rule}]" in outcome.out
        assert finding.message in in_one_line(outcome)
    assert ("quote-" in outcome.out) is bool(judgement.findings)


def test_import_says_the_same_of_an_answer(run: Run, root: Path, judgement: Judgement) -> None:
    (root / "claims/it.yaml").unlink()
    entries = [{"claim": "It was so in Elm, too.", "source": "daily", "quote": judgement.quote}]
    (root / "answer.json").write_text(json.dumps(entries), "utf-8")
    outcome = run("import", "citations", root / "answer.json", "-C", root)

    absent = "0 appear in the source that is cited, 1 does not"
    assert (absent if judgement.refused else "1 appears in the") in outcome.out
    for finding in judgement.findings:
        line = f"{finding.severity}[{finding.rule}] {finding.message}"
        assert line in in_one_line(outcome)
    assert ("quote-" in outcome.out) is bool(judgement.findings)


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
