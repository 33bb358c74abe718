"""JSON lines for programs: each quotation and where it stands, an object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.quotation_object import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.quotations import LocatedQuotation
    from claimcheck.formats.screen import Screen


def render(quotations: Sequence[LocatedQuotation], screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return an object a line, in the order of the quotations."""
    return lines(quotations)
