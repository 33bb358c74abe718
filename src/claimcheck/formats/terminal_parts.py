"""What the formats for a terminal share: the colours of words, a status, a passage, a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from claimcheck.assessment.pins import PinState
from claimcheck.formats import phrases
from claimcheck.formats.excerpts import WITHOUT_PLACE, file_line
from claimcheck.formats.page import MARK, TerminalPage
from claimcheck.gate.consequences import grouped
from claimcheck.model import Severity, Stance, Status
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.assessment.history import History
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.consequences import FindingGroup
    from claimcheck.gate.report import Report
    from claimcheck.model import Excerpt, Finding, Run
    from claimcheck.system.git import CommitSummary

STATUS_STYLES = {
    Status.SUPPORTED: "bold green",
    Status.REFUTED: "bold red",
    Status.CONFLICTING: "bold magenta",
    Status.SELF_ATTESTED: "bold yellow",
    Status.NOT_ENOUGH_EVIDENCE: "bold yellow",
    Status.UNSOURCED: "bold red",
}
# Whoever cannot tell the colours apart tells these.
STATUS_GLYPHS = {
    Status.SUPPORTED: "✓",
    Status.REFUTED: "✗",
    Status.CONFLICTING: "≠",
    Status.SELF_ATTESTED: "~",
    Status.NOT_ENOUGH_EVIDENCE: "?",
    Status.UNSOURCED: "∅",
}
STANCE_STYLES = {
    Stance.SUPPORTS: "bold green",
    Stance.CONTRADICTS: "bold red",
    Stance.CONTEXT: "bold cyan",
    Stance.UNSET: "bold yellow",
}
STATE_STYLES = {
    PinState.PINNED: "green",
    PinState.CHANGED: "bold red",
    PinState.MISSING: "bold red",
    PinState.UNREADABLE: "bold red",
    PinState.ABSENT: "bold yellow",
    PinState.UNPINNED: "bold yellow",
}
_SEVERITY_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
}
_MARK_STYLES = {"quote": "bold red", "source": "bold green", "-": "bold red", "+": "bold green"}
_DIFF_SIGNS = frozenset({"-", "+"})
LABEL_COLUMNS = 10
_SHORT_COMMIT = 10


def status(assessed: AssessedClaim) -> Text:
    """Return the derived status, with the signed verdict beside it where that is another."""
    derived = assessed.derivation.status
    text = Text(f"{STATUS_GLYPHS[derived]} {derived}", STATUS_STYLES[derived])
    verdict = assessed.claim.verdict
    if verdict and verdict.status is not derived:
        text.append(f" (verdict: {verdict.status})", "not bold yellow")
    return text


def fit(item: AssessedEvidence) -> Text:
    """Return how an item's words, or its value, stand in their source; green where they pass."""
    return Text(item.fit, "green" if item.anchor.fit.passes else "bold red")


class LogEntry(NamedTuple):
    """A commit as a log shows it.

    Attributes:
        commit: the commit.
        change: what it did to a claim or a source, in a word or two.
        details: what else is to be said of that, a line each.
    """

    commit: CommitSummary
    change: Text
    details: Iterable[str]


def log_text(subject: str, entries: Iterable[LogEntry], history: History, screen: Screen) -> str:
    """Return the log of a claim or a source, and what is to be said of commits not looked at.

    A commit's line is `2026-01-30  cccccccccc  still supported`.

    Args:
        subject: the id of the claim or the source.
        entries: the commits, in the order in which they are shown.
        history: the history that they are taken from.
        screen: what the lines are wrapped to.
    """
    page = TerminalPage(screen)
    page.write(Text(one_line(subject), "bold"))
    for entry in entries:
        commit = entry.commit
        lead = f"{commit.day}  {commit.id[:_SHORT_COMMIT]}  "
        page.write(Text.assemble(lead, entry.change), 2, "")
        page.write(Text(one_line(commit.subject)), 4)
        for line in entry.details:
            page.write(Text(line), 4)
    if history.unread:
        unread = f"not looked at: {count(history.unread, 'commit')} whose files cannot be read"
        page.write(Text(unread, "yellow"))
    if history.earlier:
        line = "earlier commits were not looked at"
        if history.is_shallow:
            line = "earlier commits are not in this clone: `git fetch --unshallow` fetches them"
        page.write(Text(line, "yellow"))
    return page.text()


def passage(runs: Iterable[Run], style: str, *, color: bool) -> Text:
    """Return shown text in which the marked runs stand out.

    Args:
        runs: the text.
        style: how the marked runs look where colours show.
        color: whether they do; where not, they stand between `>>` and `<<`.
    """
    text = Text()
    for run in runs:
        shown = printable(run.text.replace("\n", " "))
        if run.marked and not color:
            shown = f">>{shown}<<"
        text.append(shown, style if run.marked else "")
    return text


def write_findings(page: TerminalPage, report: Report) -> tuple[FindingGroup, ...]:
    """Write the findings of a report, and return them by their causes."""
    groups = grouped(report.findings)
    for group in groups:
        write_finding(page, group.finding, report.assessment.dossier.texts)
        if group.following:
            page.write(Text(phrases.following(group.following)), LABEL_COLUMNS, "    then:")
        page.gap()
    return groups


def write_finding(page: TerminalPage, finding: Finding, texts: Mapping[str, str]) -> None:
    """Write a finding: its place and sentence, its excerpts, its remedy.

    A finding without excerpts shows the line of the file that it points at, where there is one.

    Args:
        page: where to write.
        finding: what to write.
        texts: the files of the dossier by path.
    """
    head = page.place(finding.place, "bold", ": ")
    head.append(f"{finding.severity}[{finding.rule}]", _SEVERITY_STYLES[finding.severity])
    head.append(f" {one_line(finding.message)}")
    page.write(head, 0)
    for excerpt in finding.excerpts:
        write_excerpt(page, excerpt)
    if not finding.excerpts:
        _write_file_line(page, finding, texts)
    if finding.help:
        page.write(Text(one_line(finding.help)), LABEL_COLUMNS, "    help:", first_style="cyan")


def write_excerpt(page: TerminalPage, excerpt: Excerpt) -> None:
    """Write a text that is shown under a finding, with what it is and where it stands."""
    # Colour shows the marks, or carets below them where there is none; both would say it twice.
    style = _MARK_STYLES.get(excerpt.label, "bold yellow") if page.color else MARK
    text = passage(excerpt.runs, style, color=True)
    lead = f"  {excerpt.label:>6}" + ("" if excerpt.label in _DIFF_SIGNS else ":")
    page.write(text, LABEL_COLUMNS, lead, carets=not page.color)
    if excerpt.label not in WITHOUT_PLACE:
        page.write(page.place(excerpt.place), LABEL_COLUMNS)


def _write_file_line(page: TerminalPage, finding: Finding, texts: Mapping[str, str]) -> None:
    text = texts.get(finding.place.path, "")
    shown = file_line(text, finding.place.line, max(3, page.width - LABEL_COLUMNS))
    if shown.strip():
        page.write(Text(shown), LABEL_COLUMNS, f"{finding.place.line:>7} |", first_style="blue")
