"""`claimcheck set`: give a claim, or one of its evidence items, other values."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.citing import findings_in
from claimcheck.cli.editing import written
from claimcheck.cli.options import ClaimArgument, DryRunOption, ProjectOption, TodayOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.edit_claim import edited_claim, set_values
from claimcheck.editing.preview import preview
from claimcheck.model import Finding

_MOST_DIGITS = 9


@command("set", "Change a claim, or one of its evidence items, by its keys.")
def set_command(
    context: typer.Context,
    claim: ClaimArgument,
    values: Annotated[
        list[str],
        typer.Argument(
            metavar="[N] KEY=VALUE…",
            help="The evidence item, from 1, where it is one's key; then keys with values. "
            "KEY= takes a key away; a list's key may be given several times.",
        ),
    ],
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Change keys of a claim's file, and nothing but their lines.

    What is written is shown as a difference. What the gate finds in the claim afterwards, and did
    not find before, is said; a file that could not be read any more is not written.

    \b
    Examples:
      claimcheck set bridge-open claimant=council kind=state as_of=2026-01-31
      claimcheck set bridge-open tags=bridge,elm
      claimcheck set bridge-open 2 stance=contradicts rationale="She saw it herself."
      claimcheck set bridge-open 2 speaker=
    """
    names_item = values[0].isascii() and values[0].isdecimal()
    number = int(values[0][:_MOST_DIGITS]) if names_item else 0
    if names_item and not number:
        console.refuse("there is no evidence item 0", "they are numbered from 1")
    pairs = list(_pairs(values[1:] if names_item else values))
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, today)
    chosen = choose_claim(claim, assessment).claim
    console.text_only(values=[value for _key, value in pairs])
    setting = partial(set_values, values=pairs, number=number)
    edit = edited_claim(project, assessment.dossier, chosen, setting)
    earlier = session.present_check(context.obj, project, today)
    seen = preview(project, edit.path, edit.after or b"", earlier)
    malformed = [each for each in seen.report.findings if each.rule == "malformed-file"]
    if malformed:
        helps = dict.fromkeys(each.help for each in malformed if each.help)
        console.refuse(
            f"nothing was written: {'; '.join(each.message for each in malformed)}",
            "; ".join(helps),
        )
    if seen.claim is None:
        console.refuse(
            "nothing was written: the claim could not be read any more",
            "; ".join(map(_finding_text, seen.report.findings)),
        )
    return written(project, [edit], dry_run=dry_run, head=findings_in(seen))


def _finding_text(finding: Finding) -> str:
    return f"{finding.message}: {finding.help}" if finding.help else finding.message


def _pairs(values: list[str]) -> Iterator[tuple[str, str]]:
    if not values:
        console.refuse("say what to change, as KEY=VALUE")
    for text in values:
        key, equals, value = text.partition("=")
        if not equals or not key:
            console.refuse(f"'{text}' is not KEY=VALUE", "such as claimant=acme")
        yield key, value
