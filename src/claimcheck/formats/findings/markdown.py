"""A comment for a pull request, as a colleague would write it; GitHub and GitLab read it alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.formats import excerpts, phrases
from claimcheck.formats.markup import code, fenced, prose
from claimcheck.model import Severity
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding

# GitHub takes 65,536 characters, and what a change does to the claims stands in the same comment.
# Counted in bytes, and with room for what a bot adds.
MAX_BYTES = 42_000
MAX_TABLE_BYTES = 8_000
_MAX_TEXT_CHARACTERS = 400
_MAX_NAME_CHARACTERS = 200
_MAX_ALLOWED_FINDINGS = 10
_MAX_BLOCK_LINES = 40
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_ELSEWHERE = "sources and other files"


@dataclass(frozen=True, slots=True)
class _Group:
    """The findings about one claim, or about everything else."""

    title: str
    assessed: AssessedClaim | None
    findings: tuple[Finding, ...]


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - the forge sets the width
    """Return the state of the gate, a table, then each finding with its passage and remedy.

    The worst comes first. What a comment cannot hold is counted at its end.
    """
    groups = _groups(report)
    head = [f"### {_headline(report)}", f"claimcheck read {phrases.closing(report.totals)}."]
    head += [
        f"Rule {code(failure.rule)} of claimcheck itself failed, so what it would have found is "
        "not known. That is our fault: please report it."
        for failure in report.failures
    ]
    if report.findings:
        head.append(_table(groups))
    allowed = _allowed(report)
    bytes_left = MAX_BYTES - _bytes_of(["\n\n".join(head), *allowed])
    sections, left_out = _sections(groups, report, bytes_left)
    if left_out:
        which = "1 finding is" if left_out == 1 else f"{left_out:,} findings are"
        sections.append(
            f"**{which} not shown here in full**, since a comment holds only so much. "
            "`claimcheck check` shows everything."
        )
    return "\n\n".join([*head, *sections, *allowed]) + "\n"


def _headline(report: Report) -> str:
    totals = report.totals
    if report.failures:
        return "The gate could not do its work"
    if report.failed:
        worst = min((finding.severity for finding in report.findings), key=_ORDER.__getitem__)
        findings = [finding for finding in report.findings if finding.severity is worst]
        ids = {finding.claim for finding in findings if finding.claim is not None}
        claims = f" in {count(len(ids), 'claim')}" if ids else ""
        return f"The gate is red: {count(len(findings), str(worst))}{claims}"
    others = ((totals.warnings, "warning"), (totals.notes, "note"))
    remarks = " and ".join(count(number, word) for number, word in others if number)
    return (
        f"The gate is green, with {remarks}" if remarks else "The gate is green: nothing was found"
    )


def _groups(report: Report) -> list[_Group]:
    """Group the findings by claim, the worst first, then in the order of the files."""
    by_claim: dict[str, list[Finding]] = {}
    claims = {assessed.claim.id: assessed for assessed in report.assessment.claims}
    for finding in report.findings:
        by_claim.setdefault(finding.claim or "", []).append(finding)
    groups = [
        _Group(
            claim_id or _ELSEWHERE,
            claims.get(claim_id),
            tuple(sorted(findings, key=lambda finding: _ORDER[finding.severity])),
        )
        for claim_id, findings in by_claim.items()
    ]
    return sorted(groups, key=lambda group: _ORDER[group.findings[0].severity])


def _table(groups: Sequence[_Group]) -> str:
    rows = ["| about | what was found | where |", "|---|---|---|"]
    bytes_left, shown = MAX_TABLE_BYTES, 0
    for group in groups:
        title = prose(_short(group.title, _MAX_NAME_CHARACTERS))
        for finding in group.findings:
            what = f"{finding.severity} {code(finding.rule)}: {_message(finding)}"
            row = _row(title, what, _place(finding))
            bytes_left -= _bytes_of([row])
            if bytes_left < 0:
                missing = sum(len(each.findings) for each in groups) - shown
                return "\n".join([*rows, _row("", f"… and {missing:,} more", "")])
            rows.append(row)
            shown += 1
            title = ""
    return "\n".join(rows)


def _row(*cells: str) -> str:
    # A bar ends a cell even inside a code span; forges differ in how they let it be escaped.
    return "| " + " | ".join(cell.replace("|", "\\x7c") for cell in cells) + " |"


def _sections(groups: Sequence[_Group], report: Report, bytes_left: int) -> tuple[list[str], int]:
    """Return as many findings in full as there is room for, and the number of the others."""
    texts = report.assessment.dossier.texts
    sections: list[str] = []
    shown = 0
    for group in groups:
        heading = _heading(group)
        for finding in group.findings:
            parts = [*heading, *_in_full(finding, texts)]
            bytes_left -= _bytes_of(parts)
            if bytes_left < 0:
                return sections, len(report.findings) - shown
            sections += parts
            shown += 1
            heading = []
    return sections, 0


def _heading(group: _Group) -> list[str]:
    title = f"#### {prose(_short(group.title, _MAX_NAME_CHARACTERS))}"
    if group.assessed is None:
        return [title]
    claimed = prose(_short(group.assessed.claim.text))
    return [title, f"> “{claimed}”\n>\n> Derived status: **{group.assessed.derivation.status}**"]


def _in_full(finding: Finding, texts: Mapping[str, str]) -> list[str]:
    head = f"**{finding.severity}** {code(finding.rule)} at {_place(finding)}"
    parts = [f"{head}: {_message(finding)}."]
    lines = excerpts.block(finding, texts)
    if len(lines) > _MAX_BLOCK_LINES:
        cut = len(lines) - _MAX_BLOCK_LINES
        lines = [*lines[:_MAX_BLOCK_LINES], f"… {count(cut, 'more line')}"]
    if lines:
        parts.append(fenced(lines))
    if finding.help:
        parts.append(f"To mend it: {prose(_short(finding.help))}.")
    return parts


def _place(finding: Finding) -> str:
    place = finding.place
    return code(str(place._replace(path=_short(place.path, _MAX_NAME_CHARACTERS))))


def _message(finding: Finding) -> str:
    return prose(_short(finding.message))


def _allowed(report: Report) -> list[str]:
    """List what the claims and articles that this comment is about allow; the head counts all."""
    reasons = phrases.reasons_of(report.assessment)
    about = set(map(phrases.silenced_by, report.findings))
    allowed = [finding for finding in report.allowed if phrases.silenced_by(finding) in about]
    items = []
    for finding in allowed[:_MAX_ALLOWED_FINDINGS]:
        where = phrases.silenced_by(finding)
        reason = prose(_short(reasons.get((where, finding.rule), "")))
        items.append(
            f"- {code(finding.rule)} in {prose(_short(where, _MAX_NAME_CHARACTERS))}: {reason}"
        )
    if not items:
        return []
    if len(allowed) > len(items):
        items.append(f"- … and {len(allowed) - len(items):,} more")
    return ["Allowed there, with a reason:", "\n".join(items)]


def _short(text: str, most: int = _MAX_TEXT_CHARACTERS) -> str:
    line = one_line(text)
    return line if len(line) <= most else f"{line[:most]} …"


def _bytes_of(parts: Iterable[str]) -> int:
    # Each part is followed by an empty line.
    return sum(len(part.encode("utf-8", "replace")) + 2 for part in parts)
