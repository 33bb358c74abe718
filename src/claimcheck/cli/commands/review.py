"""`claimcheck review`: sign a claim as it stands."""

from __future__ import annotations

import datetime as dt
import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.assessment.signoffs import changed_since, fingerprint, is_current, snapshot
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, TodayOption, app
from claimcheck.cli.commands.show import choose, claim_ids
from claimcheck.dossier import strict_yaml
from claimcheck.dossier.party_names import name_key
from claimcheck.dossier.review_file import write_reviews
from claimcheck.formats import phrases
from claimcheck.model import Place, Review
from claimcheck.system import atomic
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import AssessedClaim


@app.command("review", short_help="Sign a claim and its passages as they stand.")
def review_command(
    context: typer.Context,
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="The claim's id.", autocompletion=claim_ids)
    ],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who signs.", show_default=False)],
    still_supported: Annotated[
        bool,
        typer.Option("--still-supported", help="Sign again, having read what changed."),
    ] = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> None:
    """Record that a person has read a claim and its passages, with a fingerprint of both.

    When the claim or a passage changes afterwards, rule review-stale says so. To sign it again,
    read what changed (this command shows it) and say that the claim still holds.

    \b
    Examples:
      claimcheck review email-sent-in-error --by ana
      claimcheck review email-sent-in-error --by ana --still-supported
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = session.project_of(context.obj, project)
    assessment = session.assessment_of(found, today)
    chosen = choose(claim, assessment.claims)
    _refuse_unless_signable(chosen)
    known = assessment.dossier.reviews.get(chosen.claim.id, ())
    console.text_only(by=by)
    by = " ".join(by.split())
    mine = next((review for review in known if name_key(review.by) == name_key(by)), None)
    if mine is not None and is_current(mine, chosen):
        console.say(
            f"{printable(by)} has signed this claim as it stands, on {mine.on}; nothing to do\n"
        )
        return
    if mine is not None and not still_supported:
        console.say("".join(f"{line}\n" for line in _changes(mine, chosen)))
        console.say("\nif the claim still holds, run it again with --still-supported\n")
        raise typer.Exit(1)
    if not by:
        console.refuse("nobody signs: --by is empty")
    path = f"{found.config.reviews}/{chosen.claim.id}.yaml"
    signed = snapshot(chosen)
    day = today or dt.date.today()  # noqa: DTZ011 - the user's own calendar
    review = Review(by, day, fingerprint(signed), signed, Place(path))
    others = [other for other in known if name_key(other.by) != name_key(by)]
    target = found.root / path
    text = write_reviews([*others, review]).encode()
    if strict_yaml.read(text).flaws:
        console.refuse("the name cannot be signed with: it holds a control character")
    if atomic.behind_link(target, found.root):
        console.refuse(f"{path}: lies behind a symbolic link, so nothing was written")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        if known:
            before = assessment.dossier.texts[path].encode()
            atomic.replace(target, text, expect=before)
        else:
            atomic.create(target, text)
    except (atomic.ExistsError, atomic.ChangedError):
        console.refuse(f"{path}: somebody else wrote it meanwhile; run the command again")
    console.say(f"signed {chosen.claim.id} as it stands, by {printable(review.by)}, in {path}\n")


def _refuse_unless_signable(chosen: AssessedClaim) -> None:
    if not chosen.evidence:
        console.refuse(
            f"claim '{chosen.claim.id}' cannot be signed: it cites no source",
            f"claimcheck link {chosen.claim.id} SOURCE --stance supports --quote '…'",
        )
    if any(not item.anchor.fit.passes for item in chosen.evidence):
        console.refuse(
            f"claim '{chosen.claim.id}' cannot be signed: not every quote stands in its source",
            f"see `claimcheck show {chosen.claim.id}`",
        )
    if chosen.unjudged:
        console.refuse(
            f"claim '{chosen.claim.id}' cannot be signed: nobody has judged "
            f"{phrases.count(chosen.unjudged, 'passage')} of it",
            "say what each does to the claim: stance supports, contradicts or context",
        )


def _changes(review: Review, chosen: AssessedClaim) -> Iterator[str]:
    width = console.screen().width
    yield f"changed since {printable(review.by)} signed on {review.on}:"
    for what, before, now in changed_since(review, chosen):
        yield f"  {what}"
        for label, text in (("signed", before), ("now", now)):
            if text:
                lead = f"    {label:>6}: "
                yield textwrap.fill(
                    one_line(text), width, initial_indent=lead, subsequent_indent=" " * len(lead)
                )
