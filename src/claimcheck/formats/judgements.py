"""What `claimcheck judge` shows: a passage beside its claim, and what came of the judging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit
from claimcheck.assessment.passages import change_kinds, mark_differences, passage_of
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.editing.operations.judge import UnjudgedPassage
    from claimcheck.model import Claim


def passage_text(passage: UnjudgedPassage, words: str, assessment: Assessment) -> str:
    """Return a passage that is to be judged.

    Args:
        passage: the passage.
        words: what the claim says by now.
        assessment: the project.
    """
    return "".join(f"{line}\n" for line in _lines(passage, words, assessment))


def _lines(passage: UnjudgedPassage, words: str, assessment: Assessment) -> Iterator[str]:
    item, anchor = passage.item, passage.item.anchor
    yield one_line(str(item.evidence.place))
    yield f"   claim: {one_line(words)}"
    source = f" ({one_line(item.source.title)})" if item.source else ""
    yield f"  source: {one_line(item.evidence.source)}{source}"
    yield f"   quote: {one_line(item.evidence.quote.exact)}"
    if anchor.fit is Fit.UNCHECKED:
        because = f": {one_line(anchor.reason)}" if anchor.reason else ""
        yield f"          it was not looked up{because}"
    elif not anchor.passes:
        yield f"          it is not there: {anchor.fit}{change_kinds(anchor.changes)}"
        if anchor.difference:
            printed = [(segment.printed, segment.same) for segment in anchor.difference]
            runs = mark_differences(printed)
            line = "".join(f">>{run.text}<<" if run.marked else run.text for run in runs)
            yield f" printed: {one_line(line)}"
    elif shown := passage_of(item, assessment):
        line = "".join(f">>{run.text}<<" if run.marked else run.text for run in shown.runs)
        yield f" context: {one_line(line)}"


def draft_text(claim: Claim) -> str:
    """Return a draft that cites nothing, and of which somebody is asked what becomes of it."""
    return f"{one_line(str(claim.place))}\n   claim: {one_line(claim.text)}\n  source: none\n"


def judging_text(judged: int, left: int, uncited: int) -> str:
    """Return what was judged, and what is left.

    Args:
        judged: how many passages were.
        left: how many were not.
        uncited: how many claims cite nothing.
    """
    if not judged and not left:
        line = "nothing to judge"
    else:
        line = f"{count(judged + left, 'passage')}: {judged} judged, {left} left"
    if uncited:
        verb = "cites" if uncited == 1 else "cite"
        line += (
            f"; {count(uncited, 'draft')} {verb} nothing: "
            "`claimcheck find --claim ID` looks for passages"
        )
    return f"{line}\n"
