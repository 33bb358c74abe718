"""A comment on the findings: how the gate stands, nothing foreign alive, never too long."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from support.markup import ANY_TEXT, living, tokens
from support.reports import HOSTILE_TEXT, rendered, report_with

if TYPE_CHECKING:
    from claimcheck import Report


def test_nothing_foreign_comes_alive_in_a_comment(hostile: Report) -> None:
    text = rendered("markdown", hostile)
    read = list(tokens(text))

    assert living(text) == []
    assert sum(token.type == "fence" for token in read) == 4
    assert sum(token.type == "td_open" for token in read) == 3 * len(hostile.findings)
    assert all(token.level == 2 for token in read if token.type == "tr_open")
    spans = [token.content for token in read if token.type == "code_inline"]
    assert any("@team/desk" in span for span in spans)
    assert any("<script>" in span for span in spans)


@pytest.mark.parametrize("text", ["x```@y`c`", "`c`x```@y", "`a``b`@c", "a\\`@b`", "`@x", "@x`"])
def test_code_spans_that_touch_hide_nothing(text: str) -> None:
    assert living(rendered("markdown", report_with(text))) == []


def test_a_comment_says_how_the_gate_stands(small: Report, hostile: Report) -> None:
    green = replace(small, findings=())
    warned = replace(
        green,
        findings=tuple(finding for finding in hostile.findings if finding.severity != "error"),
    )

    heads = [rendered("markdown", each).splitlines()[0] for each in (small, green, warned, hostile)]
    assert heads == [
        "### The gate is red: 2 errors in 2 claims",
        "### The gate is green: nothing was found",
        "### The gate is green, with 1 warning and 1 note",
        "### The gate could not do its work",
    ]


@pytest.mark.parametrize("text", ["x" * 50, HOSTILE_TEXT * 40, "漢" * 3000])
def test_a_comment_fits_and_counts_what_it_leaves_out(text: str) -> None:
    report = report_with(text)
    many = replace(report, findings=report.findings * 400, allowed=report.allowed * 400)
    comment = rendered("markdown", many)
    in_full = len(re.findall(r"^\*\*(?:error|warning|note)\*\* ", comment, re.MULTILINE))
    (left_out,) = re.findall(r"\*\*([\d,]+) findings are not shown here in full\*\*", comment)

    assert len(comment.encode()) < 65_536
    assert in_full > 0
    assert in_full + int(left_out.replace(",", "")) == 2000
    assert living(comment) == []


@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
@given(ANY_TEXT)
def test_any_text_does_nothing_in_a_comment(text: str) -> None:
    assert living(rendered("markdown", report_with(text))) == []
