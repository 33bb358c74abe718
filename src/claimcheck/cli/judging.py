"""Drafted passages as a person meets them, one by one, or as a file says what they do."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimcheck.cli import console
from claimcheck.cli.result import CommandResult, at_width
from claimcheck.editing.operations.judge import (
    PassageJudgement,
    drop_draft,
    is_draft,
    reword,
    write_judgement,
)
from claimcheck.formats.judgements import draft_text, passage_text
from claimcheck.model import Stance
from claimcheck.model.errors import ConflictError, EditError
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence
    from pathlib import Path

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.editing.operations.judge import UnjudgedPassage
    from claimcheck.model import Claim

_CHOICES: Final = (
    "[s]upports, [c]ontradicts, conte[x]t, [d]rop it, [e]dit the claim's words, [n]ext, [q]uit"
)
_ANSWERS: Final = {
    "s": "supports", "supports": "supports", "c": "contradicts", "contradicts": "contradicts",
    "x": "context", "context": "context", "d": "drop", "drop": "drop", "e": "edit", "edit": "edit",
    "n": "next", "next": "next", "q": "quit", "quit": "quit",
}  # fmt: skip
_STANCES: Final = {
    "supports": Stance.SUPPORTS, "contradicts": Stance.CONTRADICTS, "context": Stance.CONTEXT,
    "drop": None,
}  # fmt: skip
_DRAFT_CHOICES: Final = "[d]rop the claim, [e]dit its words, [n]ext, [q]uit"
_DRAFT_ANSWERS: Final = {
    key: answer for key, answer in _ANSWERS.items() if answer in {"drop", "edit", "next", "quit"}
}
_KEYS: Final = frozenset({"claim", "item", "stance", "rationale", "words"})
_LONGEST_WORDS: Final = 20_000  # characters


def judge_at_terminal(
    root: Path, passages: Sequence[UnjudgedPassage], assessment: Assessment
) -> Generator[CommandResult, None, tuple[int, bool]]:
    """Show each passage, ask what it does to its claim, and write that.

    Args:
        root: the project's root.
        passages: the passages.
        assessment: the project.

    Returns:
        How many were judged, and whether the person went through all of them.
    """
    judged = 0
    reworded: dict[str, str] = {}
    for number, passage in enumerate(passages, 1):
        claim = passage.claim.claim
        answer = ""
        while answer in {"", "edit"}:
            words = reworded.get(claim.id, claim.text)
            head = f"({number} of {len(passages)}) {passage_text(passage, words, assessment)}"
            answer = _answer(f"{head}what does it do to the claim?", _CHOICES, _ANSWERS)
            if answer == "edit":
                new = " ".join((console.ask("the claim, in your words: ") or "").split())
                if new:
                    outcome, is_written = _reworded(root, claim._replace(text=words), new)
                    yield outcome
                    if is_written:
                        reworded[claim.id] = new
        if answer == "quit":
            return judged, False
        if answer != "next":
            outcome, is_written = _written(root, passage, PassageJudgement(_STANCES[answer]))
            yield outcome
            judged += is_written
    return judged, True


def judge_drafts_at_terminal(
    root: Path, drafts: Sequence[Claim]
) -> Generator[CommandResult, None, int]:
    """Show each draft that cites nothing, and ask whether it is dropped.

    Args:
        root: the project's root.
        drafts: the drafts.

    Returns:
        How many were dropped.
    """
    dropped = 0
    for number, draft in enumerate(drafts, 1):
        claim, answer = draft, ""
        while answer in {"", "edit"}:
            question = f"({number} of {len(drafts)}) {draft_text(claim)}what becomes of it?"
            answer = _answer(question, _DRAFT_CHOICES, _DRAFT_ANSWERS)
            if answer == "edit":
                new = " ".join((console.ask("the claim, in your words: ") or "").split())
                if new:
                    outcome, is_written = _reworded(root, claim, new)
                    yield outcome
                    if is_written:
                        claim = claim._replace(text=new)
        if answer == "quit":
            break
        if answer == "drop":
            outcome, is_gone = _dropped(root, claim)
            yield outcome
            dropped += is_gone
    return dropped


def _answer(question: str, choices: str, answers: Mapping[str, str]) -> str:
    """Ask until one of some answers is given; `quit` where nobody answers any more."""
    line = console.ask(at_width(f"\n{question}\n{choices}", sys.__stderr__) + ": ")
    while line is not None:
        if answer := answers.get(line.strip().lower(), ""):
            return answer
        line = console.ask(at_width(f"please answer {choices}", sys.__stderr__) + ": ")
    return "quit"


def _dropped(root: Path, claim: Claim) -> tuple[CommandResult, bool]:
    path = one_line(claim.place.path)
    try:
        if drop_draft(root, claim):
            return CommandResult(f"removed {path}\n"), True
    except ConflictError as error:
        return CommandResult(notes=f"{one_line(str(error))}\n"), False
    why = "somebody changed or judged this draft meanwhile; it was left as it is"
    return CommandResult(notes=f"{path}: {why}\n"), False


def _written(
    root: Path, passage: UnjudgedPassage, judgement: PassageJudgement
) -> tuple[CommandResult, bool]:
    place = one_line(str(passage.item.evidence.place))
    try:
        if write_judgement(root, passage, judgement):
            return CommandResult(f"wrote {place}: {judgement.stance or 'dropped'}\n"), True
    except EditError as error:
        return CommandResult(notes=_explained(error)), False
    why = "somebody changed this passage meanwhile; it was left as it is"
    return CommandResult(notes=f"{place}: {why}\n"), False


def _reworded(root: Path, claim: Claim, words: str) -> tuple[CommandResult, bool]:
    place = one_line(str(claim.place))
    try:
        if reword(root, claim, words):
            return CommandResult(f"wrote {place}: {one_line(words)}\n"), True
    except EditError as error:
        return CommandResult(notes=_explained(error)), False
    why = "somebody changed this claim meanwhile; it was left as it is"
    return CommandResult(notes=f"{place}: {why}\n"), False


def _explained(error: EditError) -> str:
    return f"{one_line(str(error))}\n  help: {one_line(error.help)}\n"


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line of a file of judgements.

    Attributes:
        number: the line's number, from 1.
        claim: the claim's id.
        item: the number of the passage in the claim's file; None where the line is about the claim.
        judgement: what is said of the passage; None where the line is about the claim.
        words: what the claim is to say; "" for what it says.
        drops: whether the claim is dropped as a whole.
        trouble: why the line cannot be followed; "" where it can.
    """

    number: int
    claim: str = ""
    item: int | None = None
    judgement: PassageJudgement | None = None
    words: str = ""
    drops: bool = False
    trouble: str = ""


def judged_lines(text: str) -> list[JudgedLine]:
    """Read a file of judgements, an object a line; what is wrong with one spoils only that one."""
    return [
        _judged_line(line, number)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]


def _judged_line(line: str, number: int) -> JudgedLine:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or not isinstance(record.get("claim"), str):
        return JudgedLine(number, trouble='is no JSON object with "claim"')
    if trouble := _trouble(record):
        return JudgedLine(number, trouble=trouble)
    stance = record.get("stance")
    if stance == "drop" and record.get("item") is None:
        return JudgedLine(number, record["claim"], drops=True)
    judgement = None
    if stance is not None:
        judgement = PassageJudgement(_STANCES[stance], record.get("rationale", ""))
    words = " ".join(record.get("words", "").split())
    return JudgedLine(number, record["claim"], record.get("item"), judgement, words)


def _trouble(record: dict[str, Any]) -> str:
    """Say why a line cannot be followed; nothing where it can."""
    if unknown := sorted(record.keys() - _KEYS):
        return f"has a key '{one_line(unknown[0][:60])}'; known: {', '.join(sorted(_KEYS))}"
    texts = [record.get(key, "") for key in ("rationale", "words")]
    if any(not isinstance(each, str) or len(each) > _LONGEST_WORDS for each in texts):
        return "rationale and words must be texts"
    item, stance = record.get("item"), record.get("stance")
    if stance == "drop" and item is None:
        return "drops the claim, so that it needs no words" if texts[1].strip() else ""
    if stance is None:
        return "" if texts[1].strip() else "says neither a stance nor words"
    if isinstance(stance, str) and stance in _STANCES and type(item) is int:
        return ""
    return "needs the number of an `item`, and a `stance`: supports, contradicts, context or drop"


def judge_by_file(
    root: Path,
    lines: Sequence[JudgedLine],
    claims: Sequence[AssessedClaim],
    passages: Sequence[UnjudgedPassage],
) -> Generator[CommandResult, None, tuple[int, int]]:
    """Write what a file says of passages.

    Args:
        root: the project's root.
        lines: its lines.
        claims: the project's claims.
        passages: the passages that nobody has judged yet.

    Returns:
        How many passages were judged, and how many lines could not be followed.
    """
    by_id = {claim.claim.id: claim.claim for claim in claims}
    by_item = {(each.claim.claim.id, each.item.evidence.number): each for each in passages}
    judged = refused = 0
    for line in lines:
        passage = by_item.get((line.claim, line.item or 0))
        if trouble := line.trouble or _trouble_of(line, passage, by_id, claims):
            refused += 1
            yield CommandResult(notes=f"line {line.number}: {trouble}\n")
            continue
        if line.drops:
            outcome, is_gone = _dropped(root, by_id.pop(line.claim))
            yield outcome
            mine = [key for key in by_item if key[0] == line.claim]
            judged += len(mine) if is_gone else 0
            refused += not is_gone
            for key in mine:
                del by_item[key]
            continue
        if line.words:
            refused += not (yield from _with_words(root, line, by_id))
        if line.judgement is not None and passage is not None:
            outcome, is_written = _written(root, passage, line.judgement)
            yield outcome
            judged += is_written
            refused += not is_written
            del by_item[line.claim, line.item or 0]
    return judged, refused


def _trouble_of(
    line: JudgedLine,
    passage: UnjudgedPassage | None,
    by_id: Mapping[str, Claim],
    claims: Sequence[AssessedClaim],
) -> str:
    """Say why a line cannot be followed; "" where it can.

    Args:
        line: the line.
        passage: the passage that it names, if nobody has judged it yet.
        by_id: the claims that are there, by id.
        claims: the project's claims.
    """
    if line.claim not in by_id:
        return f"there is no claim '{one_line(line.claim[:80])}'"
    if line.judgement is not None and passage is None:
        return f"item {line.item} of '{line.claim}' is judged already, or is not there"
    return _not_droppable(by_id[line.claim], claims) if line.drops else ""


def _with_words(
    root: Path, line: JudgedLine, claims: dict[str, Claim]
) -> Generator[CommandResult, None, bool]:
    """Write other words of a claim, keep them in `claims`, and return whether they were written."""
    outcome, is_written = _reworded(root, claims[line.claim], line.words)
    yield outcome
    if is_written:
        claims[line.claim] = claims[line.claim]._replace(text=line.words)
    return is_written


def _not_droppable(claim: Claim, claims: Sequence[AssessedClaim]) -> str:
    """Say why a claim is not dropped by a line of a file; nothing where it may be."""
    if not is_draft(claim):
        return f"'{claim.id}' is no draft any more: `claimcheck rm {claim.id}` removes it"
    resting = [each.claim.id for each in claims if claim.id in each.claim.rests_on]
    if resting:
        return f"'{claim.id}' is needed by {', '.join(map(one_line, resting))}"
    return ""
