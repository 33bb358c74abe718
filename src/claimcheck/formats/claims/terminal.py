"""For people at a terminal: each claim with its status and what the status rests on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from claimcheck.formats import phrases
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.terminal_parts import status
from claimcheck.model import Status
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Dossier

TABLE_COLUMNS = 150
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
        page.table(_table(claims, report.assessment.dossier))
    else:
        widest = max((len(assessed.claim.id) for assessed in claims), default=0)
        for assessed in claims:
            signed = phrases.signed_by(assessed, report.assessment.dossier)
            _write_claim(page, assessed, signed, min(widest, page.width - _STATUS_COLUMNS))
    if claims:
        page.gap()
    page.write(Text(_totals(claims, len(report.assessment.claims))), 0)
    for path in report.assessment.dossier.unread:
        unread = f"{one_line(path)} could not be read; `claimcheck check` says why"
        page.write(Text(unread, "bold red"), 0)
    return page.text()


def _totals(claims: Sequence[AssessedClaim], every: int) -> str:
    if not every:
        return "no claims yet: begin the first with `claimcheck new TEXT`"
    if not claims:
        return f"0 of {count(every, 'claim')} match"
    of_all = f" of {every}" if len(claims) != every else ""
    numbers = Counter(assessed.derivation.status for assessed in claims)
    totals = ", ".join(f"{numbers[word]} {word}" for word in Status if numbers[word])
    uncompared = phrases.uncompared_of(claims)
    texts = f"; {uncompared}" if uncompared else ""
    return f"{count(len(claims), 'claim')}{of_all}: {totals}{texts}"


def _table(claims: Iterable[AssessedClaim], dossier: Dossier) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("claim", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("evidence", no_wrap=True)
    table.add_column("flags")
    table.add_column("signed by")
    table.add_column("what is claimed", ratio=1)
    for assessed in claims:
        table.add_row(
            Text(assessed.claim.id),
            status(assessed),
            Text(phrases.basis_and_texts(assessed)),
            Text(", ".join(assessed.derivation.flags), "yellow"),
            Text(phrases.signed_by(assessed, dossier)),
            Text(one_line(assessed.claim.text)),
        )
    return table


def _write_claim(
    page: TerminalPage, assessed: AssessedClaim, signed_by: str, id_columns: int
) -> None:
    basis = phrases.basis_and_texts(assessed)
    if assessed.derivation.flags:
        basis += " · " + ", ".join(assessed.derivation.flags)
    if signed_by:
        basis += f" · signed by {signed_by}"
    head = Text()
    head.append(assessed.claim.id.ljust(id_columns) + "  ", "bold")
    head.append_text(status(assessed))
    page.write(head, 0)
    page.write(Text(basis, "dim"), 4)
    page.write(Text(one_line(assessed.claim.text)), 4)
