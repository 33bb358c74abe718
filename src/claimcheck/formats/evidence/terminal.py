"""For people at a terminal: each claim with its passages, a line or two a passage."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats.page import TerminalPage
from claimcheck.formats.terminal_parts import STANCE_STYLES, fit, status
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report

_NUMBER_COLUMNS = 5


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - the claims hold their passages
    """Return each claim with its passages, then how many there are and how they stand.

    Args:
        claims: whose passages to list, in this order.
        report: is not looked at.
        screen: what the lines are wrapped to.
    """
    page = TerminalPage(screen)
    fits: Counter[str] = Counter()
    for assessed in claims:
        head = Text(f"{assessed.id}  ", "bold")
        head.append_text(status(assessed))
        page.write(head)
        for item in assessed.evidence:
            evidence = item.evidence
            fits[item.fit] += 1
            line = Text(evidence.stance, STANCE_STYLES[evidence.stance])
            line.append(f"  {one_line(evidence.source)}  ", "default")
            line.append_text(fit(item))
            line.append(f"  {one_line(evidence.quote.exact)}", "default")
            page.write(line, _NUMBER_COLUMNS, f"  {evidence.number}")
        page.gap()
    total = f"{count(sum(fits.values()), 'passage')} of {count(len(claims), 'claim')}"
    by_fit = ", ".join(f"{number} {name}" for name, number in sorted(fits.items()))
    page.write(Text(f"{total}: {by_fit}" if by_fit else total))
    return page.text()
