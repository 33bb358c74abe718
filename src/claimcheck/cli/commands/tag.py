"""`claimcheck tag`: add a tag to many claims at once, or take it away."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.editing import written
from claimcheck.cli.options import DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.edit_claim import edited_claim, with_tags


@command("tag", "Add a tag to claims, or take it away.")
def tag_command(
    context: typer.Context,
    tag: Annotated[str, typer.Argument(metavar="TAG", help="The tag.")],
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM…", help="The claims' ids.")],
    remove: Annotated[bool, typer.Option("--remove", help="Take the tag away.")] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Add a tag to one claim or many, or take it away from them.

    \b
    Examples:
      claimcheck tag published bridge-open storm-was-weak
      claimcheck tag draft bridge-open --remove
    """
    tag = tag.strip()
    if not tag:
        console.refuse("the tag is empty", "give a word, such as published")
    if "," in tag:
        console.refuse(f"'{tag}' cannot be a tag", "a tag holds no comma; give one at a time")
    console.text_only(tag=tag)
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    chosen = [choose_claim(name, assessment).claim for name in dict.fromkeys(claims)]
    added, removed = ((), (tag,)) if remove else ((tag,), ())
    edits = [
        edited_claim(
            project,
            assessment.dossier,
            claim,
            partial(with_tags, claim=claim, added=added, removed=removed),
        )
        for claim in chosen
    ]
    return written(project, edits, dry_run=dry_run)
