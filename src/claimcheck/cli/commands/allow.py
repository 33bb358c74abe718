"""`claimcheck allow`: let a claim keep a finding, with a reason."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from claimcheck import rules
from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.editing import written
from claimcheck.cli.options import ClaimArgument, DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.edit_claim import edited_claim, with_allowance
from claimcheck.system import plugins
from claimcheck.text.suggest import did_you_mean


@command("allow", "Let a claim keep what a rule finds, with a reason.")
def allow_command(
    context: typer.Context,
    claim: ClaimArgument,
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The rule's name.")],
    because: Annotated[
        str, typer.Option(metavar="TEXT", help="Why; readers of the claim see it.")
    ] = "",
    remove: Annotated[
        bool, typer.Option("--remove", help="Take the allowance away again.")
    ] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Let one claim keep what one rule finds, with a reason that a person can read.

    Rules that find evidence void, or that ask something of all claims, cannot be silenced so.

    \b
    Examples:
      claimcheck allow bridge-open single-origin --because "nobody else was there"
      claimcheck allow bridge-open single-origin --remove
    """
    project = session.project_of(context.obj, directory)
    names = plugins.names(rules)
    if rule not in names:
        hint = did_you_mean(rule, names) or "`claimcheck rules` lists them"
        console.refuse(f"there is no rule '{rule}'", hint)
    allowable = rules.allowable(project.config)
    if rule not in allowable and not remove:
        console.refuse(
            f"no claim may silence {rule}",
            f"`claimcheck rules {rule}` says how to mend it",
        )
    if not remove and not any(map(str.isalnum, because)):
        console.refuse("say why: --because TEXT")
    console.text_only(because=because)
    assessment = session.assessment_of(project, None)
    chosen = choose_claim(claim, assessment).claim
    reason = "" if remove else because
    allowing = partial(with_allowance, rule=rule, reason=reason)
    edit = edited_claim(project, assessment.dossier, chosen, allowing)
    return written(project, [edit], dry_run=dry_run)
