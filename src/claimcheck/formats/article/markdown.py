"""Markdown for a pull request: the closing line, and a table of what differs, the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.formats import article_phrases, phrases
from claimcheck.formats.markup import code, prose
from claimcheck.model import Severity
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding

# A comment holds so much; what is left out is counted.
_MAX_BYTES: Final = 40_000
_ORDER: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_LONGEST: Final = 300


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - a comment has no screen
    """Return what was found in each article as GitHub's and GitLab's Markdown."""
    articles = report.assessment.articles
    head = "The articles stand" if not report.failed else "The articles do not stand"
    if len(articles) == 1:
        head = "The article stands" if not report.failed else "The article does not stand"
    if report.failures:
        head = "The check of the articles broke"
    parts = [f"### {head}"]
    parts += [f"{prose(phrases.rule_failure(failure))}." for failure in report.failures]
    parts += [
        f"{code(article.article.path)}: {article_phrases.closing(article.totals)}."
        for article in articles
    ]
    rows, left_out = _rows(sorted(report.findings, key=lambda finding: _ORDER[finding.severity]))
    if rows:
        parts.append(
            "\n".join(["| where | what was found | in the article |", "|---|---|---|", *rows])
        )
    if left_out:
        parts.append(f"{left_out:,} more are not shown here; `claimcheck article` shows all.")
    counted = [
        f"{number} {word}"
        for number, word in (
            (len(report.allowed), "allowed"),
            (len(report.inherited), "accepted earlier"),
        )
        if number
    ]
    if counted:
        parts.append(f"Not shown: {', '.join(counted)}.")
    return "\n\n".join(parts) + "\n"


def _rows(findings: list[Finding]) -> tuple[list[str], int]:
    rows: list[str] = []
    room = _MAX_BYTES
    for number, finding in enumerate(findings):
        quote = next(
            (
                "".join(run.text for run in excerpt.runs)
                for excerpt in finding.excerpts
                if excerpt.label == "quote"
            ),
            "",
        )
        what = f"{finding.severity} {code(finding.rule)}: {prose(_short(finding.message))}"
        row = _row(code(_short(str(finding.place))), what, prose(_short(quote)))
        room -= len(row.encode("utf-8", "replace"))
        if room < 0:
            return rows, len(findings) - number
        rows.append(row)
    return rows, 0


def _row(*cells: str) -> str:
    # A bar ends a cell even inside a code span; forges differ in how they let it be escaped.
    return "| " + " | ".join(cell.replace("|", "\\x7c") for cell in cells) + " |"


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
