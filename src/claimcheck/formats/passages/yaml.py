"""Evidence items to be pasted into a claim; what each does to it is for its author to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.editing.evidence import KEY, EvidenceToWrite, block
from claimcheck.model import Stance
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.search.passages import PassageAnswer, RankedPassage

_INDENT_COLUMNS = 2


def render(answer: PassageAnswer, screen: Screen) -> str:  # noqa: ARG001 - lines are never broken
    """Return the passages as a claim's list of evidence, best first."""
    lines = [f"# {one_line(answer.text)}"]
    if not answer.passages:
        lines.append("# no passage of the sources speaks of it")
    else:
        lines += ["# stance: supports, contradicts or context", f"{KEY}:"]
    for passage in answer.passages:
        lines.append(f"{' ' * _INDENT_COLUMNS}# {' · '.join(_comment(passage))}")
        item = EvidenceToWrite(
            passage.source, Stance.UNSET, passage.quote, page=passage.page or None
        )
        lines += block(item, _INDENT_COLUMNS)
    return "\n".join(lines) + "\n"


def _comment(passage: RankedPassage) -> list[str]:
    locator = [passage.locator] if passage.locator else []
    links = [f"linked: {link.claim} item {link.number} {link.stance}" for link in passage.linked]
    return [one_line(str(passage.place)), *locator, *links]
