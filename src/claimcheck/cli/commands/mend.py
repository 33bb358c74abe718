"""`claimcheck mend`: write quotations as their sources print them."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.anchor import Fit
from claimcheck.assessment.signoffs import reviewers
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, app
from claimcheck.cli.commands.show import choose, claim_ids
from claimcheck.dossier import strict_yaml
from claimcheck.dossier.claim_file import read_claim
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.source_file import restore_line_ends
from claimcheck.editing import EditError, mending, with_quote
from claimcheck.formats import phrases
from claimcheck.system import atomic, terminal
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimcheck.assessment.assess import AssessedClaim, Assessment
    from claimcheck.dossier.project import Project
    from claimcheck.editing.mending import Correction
    from claimcheck.model import Pin, Run, Source

_LONGEST_SAME = 60
_ANSWERS = {"y": "y", "yes": "y", "n": "n", "no": "n", "a": "a", "all": "a", "q": "q", "quit": "q"}


class Outcome(Enum):
    """What became of a correction, as it is counted."""

    WRITTEN = "written"
    LEFT = "left"


@app.command("mend", short_help="Write quotations as their sources print them.")
def mend_command(
    context: typer.Context,
    claims: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CLAIM]...", help="Claims' ids; by default, all.", autocompletion=claim_ids
        ),
    ] = None,
    all_safe: Annotated[
        bool,
        typer.Option("--all-safe", help="Write whatever cannot change a meaning; ask nothing."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what could be mended; write nothing.")
    ] = False,
    project: ProjectOption = None,
) -> None:
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
      1  something is: it was declined, needs a person, or --dry-run was given
      2  it could not be done

    \b
    Examples:
      claimcheck mend
      claimcheck mend --dry-run
      claimcheck mend bridge-reopened --all-safe
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = session.project_of(context.obj, project)
    assessment = session.assessment_of(found, None)
    named = {choose(name, assessment.claims).claim.id for name in claims or ()}
    chosen = [one for one in assessment.claims if not named or one.claim.id in named]
    offers = list(mending.corrections(chosen))
    pins = [] if claims else list(_converted(assessment, found))
    asking = not all_safe and not dry_run and terminal.can_ask()
    restored = [_restore(found, source, pin, write=all_safe, ask=asking) for source, pin in pins]
    made = _made(found, offers, all_safe=all_safe, asking=asking)
    for line in _closing(restored, made, offers, chosen, assessment):
        console.say(f"{line}\n")
    if Outcome.LEFT in (*restored, *made):
        if not (all_safe or dry_run or asking):
            sys.stderr.write(
                "nobody was asked, since this is no terminal, and nothing was written\n"
                "  help: --all-safe writes what cannot change a meaning\n"
            )
        raise typer.Exit(1)


def _made(
    project: Project, offers: list[Correction], *, all_safe: bool, asking: bool
) -> list[Outcome]:
    """Show each correction, ask about it where somebody can answer, and write what is wanted."""
    outcomes: list[Outcome] = []
    for number, offer in enumerate(offers, 1):
        wanted = all_safe and offer.safe
        if asking and not wanted:
            answer = _asked(f"({number} of {len(offers)}) {_shown(offer)}", offer)
            if answer == "q":
                break
            wanted = answer in {"y", "a"}
            # Whoever says yes to all that are safe is still asked about the others.
            all_safe = all_safe or answer == "a"
        else:
            console.say(_shown(offer))
        outcomes.append(_write(project, offer) if wanted else Outcome.LEFT)
    return outcomes + [Outcome.LEFT] * (len(offers) - len(outcomes))


def _asked(question: str, offer: Correction) -> str:
    """Ask until there is an answer: `y`, `n`, `a` or `q`; the input's end is `q`."""
    choices = "[y]es, [n]o, [a]ll that are safe, [q]uit" if offer.safe else "[y]es, [n]o, [q]uit"
    said = console.ask(f"\n{question}write it as printed? {choices}: ")
    while said is not None:
        answer = _ANSWERS.get(said.strip().lower(), "")
        if answer and (offer.safe or answer != "a"):
            return answer
        said = console.ask(f"please answer {choices}: ")
    return "q"


def _shown(offer: Correction) -> str:
    kind = offer.kind if offer.safe else f"{offer.kind}, to be judged"
    lines = [f"{one_line(str(offer.item.quote_place))}: {kind}"]
    for label, runs in (("quote", offer.written), ("source", offer.printed)):
        lines.append(f"  {label:>6}: {one_line(''.join(_pieces(runs)))}")
    return "\n".join(lines) + "\n"


def _pieces(runs: Iterable[Run]) -> Iterator[str]:
    for run in runs:
        if run.marked:
            yield f"[[{run.text}]]"
        elif len(run.text) > _LONGEST_SAME:
            half = _LONGEST_SAME // 2
            yield f"{run.text[:half]} … {run.text[-half:]}"
        else:
            yield run.text


def _write(project: Project, offer: Correction) -> Outcome:
    """Write a correction into the claim's file, if its quotation still is the one that was read."""
    path = offer.item.place.path
    target = project.root / path
    _refuse_link(target, project, path)
    where = one_line(str(offer.item.quote_place))

    def edit(before: bytes) -> bytes | None:
        if not _is_still_there(before, offer):
            sys.stderr.write(
                f"{where}: somebody changed this quotation meanwhile; it was left as it is\n"
            )
            return None
        return with_quote(before, offer.item.number, offer.quote.exact)

    try:
        if not atomic.revise(target, lambda: Folder(project.root).read(path).data, edit):
            return Outcome.LEFT
    except EditError as error:
        sys.stderr.write(f"{where}: {one_line(str(error))}\n  help: {one_line(error.help)}\n")
        return Outcome.LEFT
    except RefusedError as error:
        console.refuse(f"{path}: cannot be read: {error}")
    except OSError as error:
        console.refuse(f"{path}: cannot be written: {(error.strerror or '').lower()}")
    except atomic.BusyError:
        console.refuse(f"{path}: others keep changing it; nothing more was written", "try again")
    console.say(f"wrote {where}\n")
    return Outcome.WRITTEN


def _is_still_there(data: bytes, offer: Correction) -> bool:
    """Whether a claim's file has the item just as it was judged, wherever it stands by now."""
    flaws = FlawLog(offer.item.place.path, claim=offer.claim)
    claim = read_claim(strict_yaml.read(data), offer.claim, flaws)
    items = {item.number: item for item in claim.evidence} if claim else {}
    item = items.get(offer.item.number)
    return item is not None and (item.source, item.quote) == (offer.item.source, offer.item.quote)


def _converted(assessment: Assessment, project: Project) -> Iterator[tuple[Source, Pin]]:
    """Yield the pinned files that are what was pinned but for their line ends."""
    for source in assessment.dossier.sources.values():
        for pin in source.pins:
            if pin.changed and pin.expected:
                data = _pinned(project, pin)
                if restore_line_ends(data, pin.expected) is not None:
                    yield source, pin


def _restore(project: Project, source: Source, pin: Pin, *, write: bool, ask: bool) -> Outcome:
    told = f"{one_line(pin.path)}: line ends; the file that '{source.id}' pins had others\n"
    if ask:
        said = console.ask(f"\n{told}restore them? [y]es, [n]o: ")
        write = _ANSWERS.get((said or "").strip().lower()) in {"y", "a"}
    else:
        console.say(told)
    if not write or pin.expected is None:
        return Outcome.LEFT
    target = project.root / pin.path
    _refuse_link(target, project, pin.path)
    data = _pinned(project, pin)
    before = restore_line_ends(data, pin.expected)
    try:
        if before is None:
            raise atomic.ChangedError(pin.path)  # noqa: TRY301 - told as the change that it is
        atomic.replace(target, before, expect=data)
    except atomic.ChangedError:
        sys.stderr.write(f"{one_line(pin.path)}: somebody changed it meanwhile\n")
        return Outcome.LEFT
    except OSError as error:
        console.refuse(f"{pin.path}: cannot be written: {(error.strerror or '').lower()}")
    console.say(f"restored the line ends of {one_line(pin.path)}\n")
    return Outcome.WRITTEN


def _pinned(project: Project, pin: Pin) -> bytes:
    try:
        return Folder(project.root).read(pin.path).data
    except RefusedError:
        # Too large to be a text: its line ends are not what is wrong with it.
        return b""


def _refuse_link(target: Path, project: Project, path: str) -> None:
    if atomic.behind_link(target, project.root):
        console.refuse(f"{path}: lies behind a symbolic link, so nothing was written")


def _closing(
    restored: list[Outcome],
    made: list[Outcome],
    offers: list[Correction],
    chosen: Iterable[AssessedClaim],
    assessment: Assessment,
) -> Iterator[str]:
    """Say what was done, what was not, and what nobody but a person can do."""
    done = [offer for offer, what in zip(offers, made, strict=True) if what is Outcome.WRITTEN]
    left = [offer for offer, what in zip(offers, made, strict=True) if what is Outcome.LEFT]
    for one in chosen:
        if one.claim.id in {offer.claim for offer in done} and (by := reviewers(one, assessment)):
            names = " and ".join(map(one_line, by))
            yield f"note: {names} signed {one.claim.id} as it was; have it signed again"
    total, written = len(restored) + len(made), len(done) + restored.count(Outcome.WRITTEN)
    safe = sum(offer.safe for offer in left) + restored.count(Outcome.LEFT)
    if total:
        rest = f", {total - written} left"
        if total > written:
            rest += f", {safe} of them safe" if safe else ", to be judged at a terminal"
        yield f"{phrases.count(total, 'correction')}: {written} written{rest}"
    else:
        yield "nothing to mend"
    offered = {(one.claim, one.item.number) for one in offers}
    fits = [
        item.anchor.fit
        for one in chosen
        for item in one.evidence
        if not item.anchor.fit.passes and (one.claim.id, item.evidence.number) not in offered
    ]
    unchecked = fits.count(Fit.UNCHECKED)
    if failing := len(fits) - unchecked:
        counted = phrases.count(failing, "more quote" if total else "quote")
        verb = "does" if failing == 1 else "do"
        yield f"{counted} {verb} not stand, and cannot be mended here; see `claimcheck check`"
    if unchecked:
        yield f"{phrases.count(unchecked, 'quote')} could not be checked; see `claimcheck check`"
