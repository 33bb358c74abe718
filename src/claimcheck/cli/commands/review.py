"""`claimcheck review`: sign a claim as it stands."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Annotated

import typer

from claimcheck.assessment.assess import Assessment
from claimcheck.assessment.assessed import AssessedClaim
from claimcheck.assessment.quote_warnings import mark_notes
from claimcheck.assessment.reviews import changes_since
from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.editing import rehearsed
from claimcheck.cli.exit_status import FINDINGS
from claimcheck.cli.options import ClaimArgument, DryRunOption, ProjectOption, SigningDayOption
from claimcheck.cli.result import CommandResult, at_width, joined
from claimcheck.dossier.key_signatures import is_openpgp
from claimcheck.dossier.project import Project
from claimcheck.editing.operations.sign import (
    SignedReview,
    SigningRequest,
    SigningResult,
    sign,
    standing_review,
)
from claimcheck.model import Dossier, Review, SignatureState
from claimcheck.system import terminal
from claimcheck.text.printable import one_line, printable


@command("review", "Sign a claim and its passages as they stand.")
def review_command(
    context: typer.Context,
    claim: ClaimArgument,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who signs.", show_default=False)],
    again: Annotated[
        bool,
        typer.Option("--again", help="Sign again, having read what changed since you signed."),
    ] = False,
    with_key: Annotated[
        bool, typer.Option("--sign", help="Sign with a key, too: the one that git signs with.")
    ] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
    today: SigningDayOption = None,
) -> Iterator[CommandResult]:
    """Record that a person has read a claim and its passages, with a fingerprint of both.

    When the claim or a passage changes afterwards, rule review-stale says so. Then this command
    shows what changed, and signs nothing; whoever has read that signs with --again.

    What quotations leave out or put in is shown before; at a terminal you are asked whether to
    sign it.

    A name proves nothing; a key does. --sign has git's own key (gpg.format, user.signingkey) sign
    who reviewed, the day and the fingerprint. Whose keys count, the file of `signers` says.

    \b
    Exit status:
      0  the claim is signed as it stands
      1  nothing is signed: the claim changed since you signed it, and what changed is shown;
         or you were asked, and did not say yes
      2  it cannot be signed

    \b
    Examples:
      claimcheck review bridge-reopened --by ana
      claimcheck review bridge-reopened --by ana --sign
      claimcheck review bridge-reopened --by ana --again
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, today)
    assessed = choose_claim(claim, assessment)
    console.text_only(by=by)
    request = SigningRequest(by, again, with_key)
    marks = ""
    if standing_review(assessment, assessed, request) is None:
        marks = joined(_left_out(assessed))
    if marks and not dry_run and terminal.can_ask():
        answer = console.ask(f"{marks}Sign {assessed.claim.id} with this? [y/N] ") or ""
        if answer.strip().casefold() not in {"y", "yes"}:
            yield CommandResult("nothing was signed\n", FINDINGS)
            return
    elif marks:
        yield CommandResult(marks)
    steps = _signed(project, assessment, assessed, request)
    yield from rehearsed(steps) if dry_run else steps


def _signed(
    project: Project, assessment: Assessment, assessed: AssessedClaim, request: SigningRequest
) -> Iterator[CommandResult]:
    """Sign a claim, and tell what came of it.

    Args:
        project: the project.
        assessment: the project as it was read.
        assessed: the claim.
        request: who signs, and how.
    """
    signature = sign(project, assessment, assessed, request)
    name = printable(" ".join(request.by.split()))
    match signature.result:
        case SigningResult.CURRENT:
            signed_on = signature.review.on
            yield CommandResult(
                at_width(
                    f"{name} has signed this claim as it stands, on {signed_on}; nothing to do\n"
                )
            )
        case SigningResult.OUTDATED:
            advice = "\nonce you have read this, sign the claim as it is now with --again\n"
            changes = _changes(signature.review, assessed, assessment.dossier)
            yield CommandResult(joined(changes) + joined(_left_out(assessed)) + advice, FINDINGS)
        case SigningResult.WRITTEN:
            yield CommandResult(
                at_width(
                    f"signed {assessed.claim.id} as it stands, by {name}, in {signature.path}\n"
                )
                + joined(_of_key(signature, assessment.dossier))
            )


def _of_key(signed: SignedReview, dossier: Dossier) -> Iterator[str]:
    """What became of the signature of a key, and what its verifying lacks."""
    signature = signed.review.signature
    if signature is None:
        return
    if signature.state is SignatureState.VALID:
        yield f"  with a key of theirs: {signature.key}"
        return
    yield f"  with a key, which does not count yet: {printable(signature.problem)}"
    signers = dossier.signers.path or f"{dossier.config.reviews}/allowed_signers"
    if not dossier.signers.path:
        yield f'  name a file of signers in {dossier.config.file}: signers = "{signers}"'
    if (
        dossier.signers.read_error
        or signature.state is SignatureState.NOT_ALLOWED
        or (not dossier.signers.path)
    ):
        yield f"  and let somebody else add this line to {printable(signers)}:"
        yield f"    {printable(signed.line_needed)}"
        if is_openpgp(signature.text):
            yield "  with the key itself below it, as `gpg --armor --export` writes it"


def _left_out(assessed: AssessedClaim) -> Iterator[str]:
    """What the claim's quotations leave out and put in, which the signature covers too."""
    for item in assessed.evidence:
        for note in mark_notes(item.anchor, item.source_text):
            lead = f"  evidence {item.evidence.number}: "
            yield textwrap.fill(
                one_line(note),
                console.screen().width,
                initial_indent=lead,
                subsequent_indent=" " * len(lead),
            )


def _changes(review: Review, assessed: AssessedClaim, dossier: Dossier) -> Iterator[str]:
    width = console.screen().width
    yield f"changed since {printable(review.by)} signed on {review.on}:"
    for part, signed, present in changes_since(review, assessed, dossier):
        yield f"  {part}"
        for mark, text in (("-", signed), ("+", present)):
            if text:
                lead = f"  {mark} "
                yield textwrap.fill(
                    one_line(text), width, initial_indent=lead, subsequent_indent=" " * len(lead)
                )
