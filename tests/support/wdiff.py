"""How tests write a word diff: as wdiff does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.anchor import Segment


def wdiff(segments: Iterable[Segment]) -> str:
    """Write a diff as `[-the quote's words-]{+the source's words+}`; what is equal, as printed."""
    return "".join(
        segment.printed
        if segment.same is True
        else (f"[-{segment.written}-]" if segment.written else "")
        + (f"{{+{segment.printed}+}}" if segment.printed else "")
        for segment in segments
    )
