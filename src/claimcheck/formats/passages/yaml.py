"""Evidence items to be pasted into a claim; what each does to it is for its author to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.editing.evidence import KEY, EvidenceToWrite, block
from claimcheck.model import Stance
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.search.passages import Found, Passage

_INDENT = 2


def passages(found: Found, screen: Screen) -> str:  # noqa: ARG001 - lines are never broken
    """Return the passages as a claim's list of evidence, best first."""
    lines = [f"# {one_line(found.text)}"]
    if not found.passages:
        lines.append("# no passage of the sources speaks of it")
    else:
        lines += ["# stance: supports, contradicts or context", f"{KEY}:"]
    for one in found.passages:
        lines.append(f"{' ' * _INDENT}# {' · '.join(_about(one))}")
        item = EvidenceToWrite(one.source, Stance.UNSET, one.quote, page=one.page or None)
        lines += block(item, _INDENT)
    return "\n".join(lines) + "\n"


def _about(one: Passage) -> list[str]:
    said = [one_line(str(one.place)), *([one.locator] if one.locator else [])]
    return said + [f"linked: {by.claim} item {by.number} {by.stance}" for by in one.linked]
