"""`claimcheck judge`: what does each drafted passage do to its claim?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.editing import rehearsed
from claimcheck.cli.exit_status import CLEAN, FINDINGS, UNABLE
from claimcheck.cli.judging import (
    judge_at_terminal,
    judge_by_file,
    judge_drafts_at_terminal,
    judged_lines,
)
from claimcheck.cli.options import ClaimsArgument, DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.documents.document import refuse_unless_file
from claimcheck.editing.operations.import_answer import UNCITED
from claimcheck.editing.operations.judge import unjudged
from claimcheck.formats.judgements import judging_text, passage_text
from claimcheck.model import Claim
from claimcheck.system import terminal
from claimcheck.system.plain_files import MAX_TEXT_BYTES

_NOBODY_ASKED = """\
nobody was asked, since this is no terminal, and nothing was written
  help: --from FILE says what each passage does to its claim
"""


@command("judge", "What does each drafted passage do to its claim?")
def judge_command(
    context: typer.Context,
    claims: ClaimsArgument = None,
    from_file: Annotated[
        str,
        typer.Option(
            "--from", metavar="FILE", help="Ask nobody; read JSON lines; - is standard input."
        ),
    ] = "",
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Go through the passages whose stance is unset, one by one, and write what you say of each.

    A passage supports its claim, contradicts it, or is context; or it is dropped. The claim's words
    can be edited on the way: a draft of an answer seldom stands alone. Drafts that cite nothing
    come last, and may be dropped as a whole; `claimcheck undo` brings the last one back. Only the
    lines of what you say change, and a file that somebody else changes meanwhile loses nothing.

    With --from, each line of FILE is about the passage of a claim that `item` counts. `words` are
    what the claim is to say instead, and need no passage. A `drop` without `item` drops a whole
    draft, of which nothing is judged yet.

    \b
    Lines of FILE:
      {"claim": "bridge-open", "item": 1, "stance": "supports"}
      {"claim": "bridge-open", "item": 2, "stance": "drop"}
      {"claim": "toll", "item": 1, "stance": "context", "rationale": "a plan"}
      {"claim": "ferry", "item": 1, "stance": "supports", "words": "It ran."}
      {"claim": "it-rained", "stance": "drop"}

    \b
    Exit status:
      0  every passage is judged
      1  some passages are left to judge
      2  a line of FILE could not be followed

    \b
    Examples:
      claimcheck judge
      claimcheck judge bridge-open
      claimcheck judge --from judgements.jsonl
      claimcheck judge --from judgements.jsonl --dry-run
    """
    steps = _judged(context, claims, from_file, directory)
    yield from rehearsed(steps) if dry_run else steps


def _judged(
    context: typer.Context, claims: list[str] | None, from_file: str, directory: Path | None
) -> Iterator[CommandResult]:
    """Go through the passages, and write what is said of them.

    Args:
        context: the run of the command line.
        claims: the claims' ids; all, where there are none.
        from_file: the file that says what the passages do; "" asks a person.
        directory: the project's folder, where one was named.
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    ids = {choose_claim(name, assessment).claim.id for name in claims or ()}
    selected = [each for each in assessment.claims if not ids or each.claim.id in ids]
    passages = list(unjudged(selected))
    uncited = [each.claim for each in selected if _cites_nothing(each.claim)]
    judged = refused = 0
    notes = ""
    if from_file:
        lines = judged_lines(_text(from_file))
        judged, refused = yield from judge_by_file(project.root, lines, selected, passages)
    elif terminal.can_ask():
        judged, is_through = yield from judge_at_terminal(project.root, passages, assessment)
        if is_through:
            yield from judge_drafts_at_terminal(project.root, uncited)
    else:
        for passage in passages:
            words = passage.claim.claim.text
            yield CommandResult(f"{passage_text(passage, words, assessment)}\n")
        notes = _NOBODY_ASKED if passages else ""
    left = len(passages) - judged
    remaining = sum((project.root / claim.place.path).exists() for claim in uncited)
    status = UNABLE if refused else FINDINGS if left else CLEAN
    yield CommandResult(judging_text(judged, left, remaining), status, notes)


def _cites_nothing(claim: Claim) -> bool:
    """Whether it is a draft that an answer gives nothing for."""
    return not claim.evidence and UNCITED in claim.tags


def _text(name: str) -> str:
    if name == "-":
        return console.from_standard_input(MAX_TEXT_BYTES)
    refuse_unless_file(name)
    data = Path(name).read_bytes()
    if len(data) > MAX_TEXT_BYTES:
        console.refuse(f"{name}: is larger than {MAX_TEXT_BYTES:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        console.refuse(f"{name}: is not UTF-8", "save it as UTF-8")
