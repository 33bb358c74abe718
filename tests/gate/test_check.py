"""Which rules run, how much they weigh, and what happens when one breaks."""

from __future__ import annotations

import ast
import inspect
from typing import TYPE_CHECKING, NoReturn

import pytest

from claimcheck import ProjectError, assess, check, load, rules
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.project import find_project
from claimcheck.formats.phrases import closing
from claimcheck.gate.change import judge
from claimcheck.gate.report import Failure, RuleResults
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities
from claimcheck.model import Config, Severity
from claimcheck.model.errors import UnreadableError
from claimcheck.system import plugins
from claimcheck.system.plain_files import MAX_TEXT_BYTES
from support.project import ROOT, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimcheck.model import Finding

CASE = ROOT / "tests" / "cases" / "no-evidence"


def test_without_configuration_every_rule_runs_but_those_that_ask_for_it() -> None:
    off = set(plugins.names(rules)) - set(severities(Config()))

    assert {"self-attested", "single-origin", "unreviewed"} < off
    assert off == {
        name
        for name, rule in plugins.modules(rules).items()
        if getattr(rule, "OFF_BY_DEFAULT", False)
    }


# The day decides a status, which is looked at again by itself, and dates that have not come yet.
OF_THE_DAY = {"claim-stale", "date-in-future"}


def test_a_rule_that_looks_at_the_day_says_in_which_claims_it_matters() -> None:
    silent = [
        name
        for name, rule in plugins.modules(rules).items()
        if hasattr(rule, "check_claims") and not hasattr(rule, "depends_on_day")
        if any(
            isinstance(node, ast.Attribute) and node.attr == "today"
            for node in ast.walk(ast.parse(inspect.getsource(rule)))
        )
    ]

    assert set(silent) == OF_THE_DAY, (
        "give the rule `depends_on_day` (src/claimcheck/rules/__init__.py), or what it finds today "
        "is said on every other day"
    )


@pytest.mark.parametrize(
    ("configured", "select", "ignore", "expected"),
    [
        ({"no-evidence": "off"}, [], [], None),
        ({"no-evidence": "note"}, [], [], Severity.NOTE),
        ({}, [], ["no-evidence"], None),
        ({}, ["no-evidence"], [], Severity.ERROR),
        ({}, ["quote-altered"], [], None),
        ({"no-evidence": "warning"}, ["no-evidence"], [], Severity.WARNING),
        ({"no-evidence": "off"}, ["no-evidence"], [], Severity.ERROR),
    ],
)
def test_configuration_select_and_ignore_decide_in_this_order(
    configured: dict[str, str], select: list[str], ignore: list[str], expected: Severity | None
) -> None:
    assert severities(Config(rules=configured), select, ignore).get("no-evidence") is expected


def test_a_rule_that_is_off_by_default_can_be_selected() -> None:
    assert severities(Config(), ["unreviewed"]) == {"unreviewed": Severity.WARNING}


def test_every_unknown_name_is_refused_at_once() -> None:
    with pytest.raises(ProjectError) as refused:
        severities(Config(rules={"no-evidnce": "off"}), ["zzz"], ["quote-alterd"])

    assert refused.value.problems == (
        "claimcheck.toml: [rules] names 'no-evidnce', which is no rule; did you mean no-evidence?",
        "--select names 'zzz', which is no rule; `claimcheck rules` lists them",
        "--ignore names 'quote-alterd', which is no rule; did you mean quote-altered?",
    )


def test_a_rule_that_looks_at_no_claim_by_itself_is_silenced_by_none() -> None:
    with pytest.raises(ProjectError, match="allowable names rests-on-fallen, which looks at the"):
        severities(Config(allowable=("quote-altered", "rests-on-fallen")))


def test_nobody_is_told_to_drop_an_allowance_for_a_rule_that_did_not_run() -> None:
    assessment = assess(load(ROOT), TODAY)
    levels = severities(Config(), ignore=["claim-stale"])

    assert "allow-unused" not in {finding.rule for finding in check(assessment, levels).findings}


def test_a_broken_rule_hides_nothing_that_the_others_find(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_assessment: object) -> Iterator[Finding]:
        raise ZeroDivisionError

    monkeypatch.setattr(plugins.module(rules, "quote-cut"), "check_claims", broken)

    report = check(assess(load(CASE), TODAY))

    assert [finding.rule for finding in report.findings] == ["no-evidence"]
    assert [failure.rule for failure in report.failures] == ["quote-cut"]
    assert "1 rule failed" in closing(report.totals)


def test_a_quote_whose_nearest_passage_nobody_looked_for_says_so(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "sources").mkdir()
    (tmp_path / "claimcheck.toml").write_text("")
    (tmp_path / "sources" / "log.txt").write_text("the cat sat on the mat number " * 40_000)
    (tmp_path / "sources" / "log.yaml").write_text("title: Log\nfile: log.txt\n")
    items = "".join(
        f"  - {{source: log, stance: supports, quote: number {i} the cat sat on mat {i * 7}}}\n"
        for i in range(700)
    )
    (tmp_path / "claims" / "cat.yaml").write_text("claim: The cat slept.\nevidence:\n" + items)
    report = check(assess(load(tmp_path), TODAY))
    unsought = [finding for finding in report.findings if "was not looked for" in finding.message]
    assert len(report.assessment.claims[0].evidence) == report.assessment.claims[0].failing
    assert unsought
    assert unsought[-1].rule == "quote-not-found"
    assert unsought[-1].message == (
        "the quote does not appear in 'log'; the nearest passage was not looked for, since so many "
        "quotes need one"
    )


def test_a_claim_silences_a_rule_for_itself_alone(tmp_path: Path) -> None:
    for name in ("claims", "sources"):
        (tmp_path / name).mkdir()
    (tmp_path / "claimcheck.toml").write_text("rules.single-origin = 'error'\n")
    (tmp_path / "sources" / "page.txt").write_text("The bridge is open to all.\n")
    (tmp_path / "sources" / "page.yaml").write_text("title: P\nfile: page.txt\n")
    text = (
        "claim: The bridge is open.\nevidence:\n"
        "  - {source: page, stance: supports, quote: The bridge is open to all}\n"
    )
    silent = "allow: {single-origin: It is the only paper}\n"
    (tmp_path / "claims" / "one.yaml").write_text(text + silent)
    (tmp_path / "claims" / "other.yaml").write_text(text)

    report = check(assess(load(tmp_path), TODAY))

    alone = [finding for finding in report.findings if finding.rule == "single-origin"]
    assert [finding.claim for finding in alone] == ["other"]
    assert [finding.claim for finding in report.allowed] == ["one"]


def test_texts_that_were_not_compared_are_those_that_are_left() -> None:
    totals = check(assess(load(ROOT), TODAY)).totals

    assert totals._replace(extracts=5, compared=2).uncompared == 3


@pytest.mark.parametrize("pattern", ["articles/*.md", "articles/a.md"])
def test_an_article_that_is_a_link_is_counted_and_not_read(tmp_path: Path, pattern: str) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "sources").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "claimcheck.toml").write_text(f"articles = ['{pattern}']\n")
    (tmp_path / "secret.md").write_text("“Nobody may read this at all,” said Bo.\n")
    (tmp_path / "articles" / "a.md").symlink_to(tmp_path / "secret.md")
    project = find_project(tmp_path)
    request = Request(TODAY, severities(Config()), read_article=read_draft)

    report, _ = judge(project, request)

    about = [finding for finding in report.findings if finding.place.path == "articles/a.md"]
    assert [finding.rule for finding in about] == ["article-unread"]
    assert report.totals.articles == 1


def test_an_article_that_is_too_large_to_be_read_is_told(tmp_path: Path) -> None:
    for name in ("claims", "sources", "articles"):
        (tmp_path / name).mkdir()
    (tmp_path / "claimcheck.toml").write_text("articles = ['articles/*.md']\n")
    with (tmp_path / "articles" / "a.md").open("wb") as file:
        file.truncate(MAX_TEXT_BYTES + 1)
    request = Request(TODAY, severities(Config()), read_article=read_draft)

    report, _ = judge(find_project(tmp_path), request)

    (finding,) = [finding for finding in report.findings if finding.rule == "article-unread"]
    assert "larger than" in finding.message


def test_an_article_that_no_reader_can_read_is_told_with_the_reason(tmp_path: Path) -> None:
    def refusing(path: str, _data: bytes) -> NoReturn:
        raise UnreadableError("it ends in the middle", path)

    for name in ("claims", "sources", "articles"):
        (tmp_path / name).mkdir()
    (tmp_path / "claimcheck.toml").write_text("articles = ['articles/*.md']\n")
    (tmp_path / "articles" / "a.md").write_bytes(b"")
    request = Request(TODAY, severities(Config()), read_article=refusing)

    report, _ = judge(find_project(tmp_path), request)

    (finding,) = [finding for finding in report.findings if finding.rule == "article-unread"]
    assert "it ends in the middle" in finding.message


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("articles/inner", "by a pattern: articles/inner/*.md"),
        ("articles/gone.md", "mend the file"),
    ],
)
def test_an_article_whose_name_is_a_folder_s_is_told_what_to_write(
    tmp_path: Path, name: str, remedy: str
) -> None:
    for folder in ("claims", "sources", "articles/inner"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "claimcheck.toml").write_text(f"articles = ['{name}']\n")
    request = Request(TODAY, severities(Config()), read_article=read_draft)

    report, _ = judge(find_project(tmp_path), request)

    (finding,) = [finding for finding in report.findings if finding.rule == "article-unread"]
    assert remedy in finding.help


def test_what_is_found_here_and_there_is_put_together() -> None:
    findings = check(assess(load(CASE), TODAY)).findings
    failures = (Failure("quote-cut", ZeroDivisionError()), Failure("page-wrong", KeyError()))
    here = RuleResults(findings[:1], (), failures[:1])
    there = RuleResults((), findings[:1], failures[1:])

    assert here + there == RuleResults(findings[:1], findings[:1], failures)
    assert there + here == RuleResults(findings[:1], findings[:1], failures[::-1])
