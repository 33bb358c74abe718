"""`claimcheck mend`: write quotations as their sources print them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from claimcheck.cli import session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.exit_status import FINDINGS
from claimcheck.cli.mending import MendingMode, mend_quotations, restore_files
from claimcheck.cli.options import ClaimsArgument, ProjectOption
from claimcheck.cli.result import CommandResult, at_width
from claimcheck.editing.mending import corrections, mending_outcome
from claimcheck.editing.operations.mend import converted_files
from claimcheck.formats.corrections import mending_text
from claimcheck.system import terminal

_NOBODY_ASKED = """\
nobody was asked, since this is no terminal, and nothing was written
  help: --all-safe writes what cannot change a meaning
"""


@command("mend", "Write quotations as their sources print them.")
def mend_command(
    context: typer.Context,
    claims: ClaimsArgument = None,
    all_safe: Annotated[
        bool,
        typer.Option("--all-safe", help="Write whatever cannot change a meaning; ask nothing."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what could be mended; write nothing.")
    ] = False,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Offer corrections of quotations, one by one, and write those that you say yes to.

    Safe are those of typography: the quotation passes, and its quotation marks, dashes and points
    of omission become those that the source prints; and line ends of a pinned file that a clone
    converted, where the recorded hash proves that they are right again. --all-safe writes these.
    A quotation that fails by capitals, punctuation, spacing, accents or look-alike letters alone is
    offered too, but only to a person at a terminal: such a difference can carry a meaning. Nothing
    else is offered: `claimcheck check` shows it, and a person mends it.

    Only the lines of the quotations change, and a file that somebody else changes meanwhile loses
    nothing.

    \b
    Exit status:
      0  nothing is left that could be mended
      1  something is left to mend: declined, for a person to decide, or only shown
      2  it could not be done

    \b
    Examples:
      claimcheck mend
      claimcheck mend --dry-run
      claimcheck mend bridge-reopened --all-safe
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    ids = {choose_claim(name, assessment).claim.id for name in claims or ()}
    selected = [each for each in assessment.claims if not ids or each.claim.id in ids]
    # Pinned files are no claim's.
    files = [] if claims else list(converted_files(project.root, assessment.dossier))
    mode = MendingMode(all_safe, ask=not all_safe and not dry_run and terminal.can_ask())
    restored = yield from restore_files(project.root, files, mode)
    results = yield from mend_quotations(project.root, list(corrections(selected)), mode)
    outcome = mending_outcome(assessment, selected, results, restored)
    yield CommandResult(at_width(mending_text(outcome)))
    if outcome.written < outcome.offered:
        is_told = all_safe or dry_run or mode.ask
        yield CommandResult(status=FINDINGS, notes="" if is_told else _NOBODY_ASKED)
