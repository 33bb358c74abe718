"""For people at a terminal: each claim with its status and what the status rests on."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from claimcheck.formats import phrases, review_phrases
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.terminal_parts import status
from claimcheck.model import Status
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Dossier

TABLE_COLUMNS = 100
WIDE_COLUMNS = 150
_MOST_ID_COLUMNS = 36
_MOST_STATUS_COLUMNS = 24
_MOST_ASIDE_COLUMNS = 30
_MOST_TABLE_COLUMNS = 200
# What a claim's id leaves to its status on one line.
_STATUS_COLUMNS = 22


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:
    """Return one entry a claim, then a line of totals by status.

    Args:
        claims: what to list, in this order.
        report: the whole project, for how many claims there are and what could not be read.
        screen: from `TABLE_COLUMNS` columns on, the claims are a table.
    """
    page = TerminalPage(screen)
    if screen.width >= TABLE_COLUMNS:
        width = min(screen.width, _MOST_TABLE_COLUMNS)
        page.table(_table(claims, report.assessment.dossier, width))
    else:
        widest = max((len(assessed.claim.id) for assessed in claims), default=0)
        for number, assessed in enumerate(claims):
            if number:
                page.gap()
            signed = review_phrases.signed_by(assessed, report.assessment.dossier)
            _write_claim(page, assessed, signed, min(widest, page.width - _STATUS_COLUMNS))
    if claims:
        page.gap()
    unread = report.assessment.dossier.unread
    if claims or report.assessment.claims or not unread:
        page.write(Text(_totals(claims, len(report.assessment.claims))), 0)
    for path in unread:
        page.write(Text(phrases.unread_file(path), "bold red"), 0)
    return page.text()


def _totals(claims: Sequence[AssessedClaim], every: int) -> str:
    if not every:
        return "no claims yet: begin the first with `claimcheck new TEXT`"
    if not claims:
        return f"none of {count(every, 'claim')} {'matches' if every == 1 else 'match'}"
    of_all = f" of {every}" if len(claims) != every else ""
    numbers = Counter(assessed.derivation.status for assessed in claims)
    totals = ", ".join(f"{numbers[word]} {word}" for word in Status if numbers[word])
    uncompared = phrases.uncompared_of(claims)
    texts = f"; {uncompared}" if uncompared else ""
    return f"{count(len(claims), 'claim')}{of_all}: {totals}{texts}"


def _table(claims: Sequence[AssessedClaim], dossier: Dossier, width: int) -> Table:
    """Return a table of the claims; a column in which nothing would stand is left out.

    Args:
        claims: its rows.
        dossier: for who signed them.
        width: its columns on the screen; from `WIDE_COLUMNS` on, all that there is to say has a
            column of its own, and stands below the words of the claim where there are fewer.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", width=width)
    asides = [_aside(assessed, review_phrases.signed_by(assessed, dossier)) for assessed in claims]
    claimed = [Text(one_line(assessed.claim.text)) for assessed in claims]
    columns: list[tuple[str, list[Text], int]] = [
        (
            "claim",
            [Text(_in_lines(assessed.claim.id), "bold") for assessed in claims],
            _MOST_ID_COLUMNS,
        ),
        ("status", [status(assessed) for assessed in claims], _MOST_STATUS_COLUMNS),
    ]
    if width >= WIDE_COLUMNS:
        for number, title in enumerate(("evidence", "flags", "signed by")):
            cells = [aside[number] for aside in asides]
            columns.append((title, cells, _MOST_ASIDE_COLUMNS))
    else:
        claimed = [
            Text("\n").join([words, _in_line(aside)])
            for words, aside in zip(claimed, asides, strict=True)
        ]
    shown = [column for column in columns if any(cell.plain for cell in column[1])]
    for title, cells, most in shown:
        lines = (line for cell in cells for line in cell.plain.split("\n"))
        longest = max(map(cell_len, lines), default=0)
        table.add_column(title, width=max(len(title), min(longest, most)), overflow="fold")
    table.add_column("what is claimed", ratio=1, overflow="fold")
    for row in zip(*(cells for _title, cells, _most in shown), claimed, strict=True):
        table.add_row(*row)
    return table


def _in_lines(claim_id: str) -> str:
    """Return an id broken behind hyphens, where it is longer than its column."""
    lines = [""]
    for part in re.split(r"(?<=[-_.])", claim_id):
        if lines[-1] and len(lines[-1]) + len(part) > _MOST_ID_COLUMNS:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _aside(assessed: AssessedClaim, signed_by: str) -> tuple[Text, Text, Text]:
    """Return what a status rests on, the flags, and who signed."""
    flags = Text(", ".join(assessed.derivation.flags), "yellow")
    return _basis(assessed), flags, Text(signed_by)


def _in_line(aside: tuple[Text, Text, Text]) -> Text:
    basis, flags, signed_by = aside
    signed = Text("signed by ").append_text(signed_by) if signed_by else signed_by
    return Text(" · ").join(part for part in (basis, flags, signed) if part)


def _basis(assessed: AssessedClaim) -> Text:
    """Return what the status rests on, in red where a quotation does not stand."""
    text = Text(phrases.evidence_counts(assessed.derivation.counts))
    whole = phrases.basis_and_texts(assessed)
    more = whole.removeprefix(text.plain)
    text.append(more, "bold red" if assessed.failing else "yellow")
    return text


def _write_claim(
    page: TerminalPage, assessed: AssessedClaim, signed_by: str, id_columns: int
) -> None:
    head = Text()
    head.append(assessed.claim.id.ljust(id_columns) + "  ", "bold")
    head.append_text(status(assessed))
    page.write(head, 0)
    page.write(Text(one_line(assessed.claim.text)), 4)
    page.write(_in_line(_aside(assessed, signed_by)), 4)
