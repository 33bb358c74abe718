"""A comment for a pull request, as a colleague would write it; GitHub and GitLab read it alike.

Foreign text is never trusted to be inert because it is escaped: forges look for mentions, issue
numbers and addresses in the finished text, where a backslash is gone already. So whatever is not a
plain word stands in a code span, and passages stand in fenced blocks; in both nothing comes alive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimcheck.formats import excerpts, phrases
from claimcheck.model import Severity
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding

NEEDS_CLAIMS = True
# GitHub takes 65,536 characters. Counted in bytes, and with room for what a bot adds.
LONGEST = 60_000
LONGEST_TABLE = 20_000
_LONGEST_TEXT = 400
_LONGEST_NAME = 200
_MOST_ALLOWED = 10
_LONGEST_BLOCK = 40
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_ELSEWHERE = "sources and other files"

_CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
# Letters, digits and all that is not ASCII, with punctuation where a sentence has it: every sign
# that Markdown or a forge gives a meaning to is an ASCII one.
_WORD = re.compile(
    r"""["'(]*[A-Za-z0-9\u0080-\U0010ffff]+(?:['.,-]+[A-Za-z0-9\u0080-\U0010ffff]+)*["').,;:?!%]*"""
    r"""|["'().,;:?!]+"""
)
# A commit, an issue, an address: forges make links of these without any mark.
_LINKED = re.compile(r"\b(?:[0-9a-f]{7,40}|gh-\d+|www\..*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Group:
    """What was found about one claim, or about everything else."""

    title: str
    assessed: AssessedClaim | None
    findings: tuple[Finding, ...]


def findings(report: Report, screen: Screen) -> str:  # noqa: ARG001 - the forge sets the width
    """Return the state of the gate, a table, then each finding with its passage and remedy.

    The worst comes first. What a comment cannot hold is counted at its end.
    """
    groups = _groups(report)
    head = [f"### {_headline(report)}", f"claimcheck read {phrases.closing(report.totals)}."]
    head += [
        f"Rule {_code(failure.rule)} of claimcheck itself failed, so what it would have found is "
        "not known. That is our fault: please report it."
        for failure in report.failures
    ]
    if report.findings:
        head.append(_table(groups))
    allowed = _allowed(report)
    room = LONGEST - _size(["\n\n".join(head), *allowed])
    sections, left_out = _sections(groups, report, room)
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
        worst = min((finding.severity for finding in report.findings), key=_WEIGHT.__getitem__)
        found = [finding for finding in report.findings if finding.severity is worst]
        ids = {finding.claim for finding in found if finding.claim is not None}
        where = f" in {phrases.count(len(ids), 'claim')}" if ids else ""
        return f"The gate is red: {phrases.count(len(found), str(worst))}{where}"
    others = ((totals.warnings, "warning"), (totals.notes, "note"))
    remarks = " and ".join(phrases.count(number, word) for number, word in others if number)
    return (
        f"The gate is green, with {remarks}" if remarks else "The gate is green: nothing was found"
    )


def _groups(report: Report) -> list[_Group]:
    """Group the findings by claim, the worst first, then in the order of the files."""
    found: dict[str, list[Finding]] = {}
    known = {assessed.claim.id: assessed for assessed in report.assessment.claims}
    for finding in report.findings:
        found.setdefault(finding.claim or "", []).append(finding)
    groups = [
        _Group(
            title or _ELSEWHERE,
            known.get(title),
            tuple(sorted(about, key=lambda finding: _WEIGHT[finding.severity])),
        )
        for title, about in found.items()
    ]
    return sorted(groups, key=lambda group: _WEIGHT[group.findings[0].severity])


def _table(groups: Sequence[_Group]) -> str:
    rows = ["| about | what was found | where |", "|---|---|---|"]
    room, shown = LONGEST_TABLE, 0
    for group in groups:
        title = _prose(_short(group.title, _LONGEST_NAME))
        for finding in group.findings:
            what = f"{finding.severity} {_code(finding.rule)}: {_said(finding)}"
            row = _row(title, what, _where(finding))
            room -= _size([row])
            if room < 0:
                missing = sum(len(one.findings) for one in groups) - shown
                return "\n".join([*rows, _row("", f"… and {missing:,} more", "")])
            rows.append(row)
            shown += 1
            title = ""
    return "\n".join(rows)


def _row(*cells: str) -> str:
    # A bar ends a cell even inside a code span; forges differ in how they let it be escaped.
    return "| " + " | ".join(cell.replace("|", "\\x7c") for cell in cells) + " |"


def _sections(groups: Sequence[_Group], report: Report, room: int) -> tuple[list[str], int]:
    """Return as many findings in full as there is room for, and the number of the others."""
    texts = report.assessment.dossier.texts
    said: list[str] = []
    shown = 0
    for group in groups:
        heading = _heading(group)
        for finding in group.findings:
            parts = [*heading, *_in_full(finding, texts)]
            room -= _size(parts)
            if room < 0:
                return said, len(report.findings) - shown
            said += parts
            shown += 1
            heading = []
    return said, 0


def _heading(group: _Group) -> list[str]:
    title = f"#### {_prose(_short(group.title, _LONGEST_NAME))}"
    if group.assessed is None:
        return [title]
    claimed = _prose(_short(group.assessed.claim.text))
    return [title, f"> “{claimed}”\n>\n> Derived status: **{group.assessed.derivation.status}**"]


def _in_full(finding: Finding, texts: Mapping[str, str]) -> list[str]:
    where = _where(finding)
    said = [f"**{finding.severity}** {_code(finding.rule)} at {where}: {_said(finding)}."]
    lines = excerpts.block(finding, texts)
    if len(lines) > _LONGEST_BLOCK:
        cut = len(lines) - _LONGEST_BLOCK
        lines = [*lines[:_LONGEST_BLOCK], f"… {phrases.count(cut, 'more line')}"]
    if lines:
        said.append(_fenced(lines))
    if finding.help:
        said.append(f"To mend it: {_prose(_short(finding.help))}.")
    return said


def _where(finding: Finding) -> str:
    place = finding.place
    return _code(str(replace(place, path=_short(place.path, _LONGEST_NAME))))


def _said(finding: Finding) -> str:
    return _prose(_short(finding.message))


def _allowed(report: Report) -> list[str]:
    """List what the claims that this comment is about allow; the head counts what all do."""
    reasons = {
        (assessed.claim.id, allowance.rule): allowance.reason
        for assessed in report.assessment.claims
        for allowance in assessed.claim.allow
    }
    about = {finding.claim for finding in report.findings}
    allowed = [finding for finding in report.allowed if finding.claim in about]
    said = [
        f"- {_code(finding.rule)} in {_prose(_short(finding.claim or '', _LONGEST_NAME))}: "
        f"{_prose(_short(reasons.get((finding.claim or '', finding.rule), '')))}"
        for finding in allowed[:_MOST_ALLOWED]
    ]
    if not said:
        return []
    if len(allowed) > len(said):
        said.append(f"- … and {len(allowed) - len(said):,} more")
    return ["Allowed there, with a reason:", "\n".join(said)]


def _short(text: str, longest: int = _LONGEST_TEXT) -> str:
    shown = one_line(text)
    return shown if len(shown) <= longest else f"{shown[:longest]} …"


def _prose(text: str) -> str:
    """Return a text on one line whose plain words are plain, and everything else code."""
    said = ""
    for number, part in enumerate(_CODE.split(one_line(text))):
        next_part = _code(part) if number % 2 else _words(part)
        # Two code spans that touch would be read as one that ends elsewhere.
        touching = said.endswith("`") and next_part.startswith("`")
        said += f" {next_part}" if touching else next_part
    return said


def _words(text: str) -> str:
    said: list[str] = []
    strange: list[str] = []
    for word in text.split(" "):
        if not word or (_WORD.fullmatch(word) and not _LINKED.search(word)):
            said += _strange(strange)
            strange = []
            said.append(word)
        else:
            strange.append(word)
    return " ".join([*said, *_strange(strange)])


def _strange(found: Sequence[str]) -> list[str]:
    return [_code(" ".join(found))] if found else []


def _code(text: str) -> str:
    shown = one_line(text)
    if not shown:
        return ""
    fence = "`" * (_longest_run(shown) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _fenced(lines: Sequence[str]) -> str:
    fence = "`" * max(3, 1 + max(map(_longest_run, lines)))
    return "\n".join([f"{fence}text", *lines, fence])


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def _size(parts: Iterable[str]) -> int:
    return sum(len(part.encode("utf-8", "replace")) + 2 for part in parts)
