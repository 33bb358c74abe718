"""`claimcheck import`: draft claims from what others say that they cite."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.assessment.assess import assess
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, app
from claimcheck.documents.answer import MAX_BYTES, read_answer
from claimcheck.documents.document import refuse_unless_file
from claimcheck.dossier.load import load
from claimcheck.dossier.modeline import modeline
from claimcheck.editing import ClaimToWrite, EditError, claim_file, with_evidence
from claimcheck.editing.drafts import Matching, drafts_of
from claimcheck.errors import AnswerError
from claimcheck.formats import phrases
from claimcheck.system import atomic
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError
from claimcheck.text.printable import one_line
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.dossier.project import Project
    from claimcheck.editing.drafts import Draft, Drafts
    from claimcheck.model import Dossier

_MOST_NAMED = 8
import_app = typer.Typer(
    help="Draft claims from a language model's answer with citations.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(import_app, name="import")


@import_app.command("citations", short_help="Draft claims from a model's answer with citations.")
def citations_command(
    context: typer.Context,
    answer: Annotated[
        str, typer.Argument(metavar="FILE", help="The answer in JSON; - reads standard input.")
    ],
    source: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=ID",
            help="Which source the answer means by a title, address, file name "
            "or `document 0` (repeatable).",
        ),
    ] = None,
    claimant: Annotated[
        str, typer.Option(metavar="PARTY", help="Who asserts the claims: an id or a name.")
    ] = "",
    tag: Annotated[
        list[str] | None, typer.Option(metavar="TAG", help="A tag for the claims (repeatable).")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be written; write nothing.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Draft a claim for each statement of an answer, with the passages that it cites.

    Read are Anthropic's messages, OpenAI's responses and chat completions, and a list of
    {"claim": …, "source": …, "quote": …}. Every passage is written down as the answer gives it,
    also one that its source does not have, with `stance: unset`: the gate stays closed until a
    person has judged each, and the quotation really stands there. Nothing is overwritten, and an
    answer that is imported twice adds nothing the second time.

    A source is known by its id, address, file name or title; --source says which it is where that
    does not tell.

    \b
    Exit status:
      0  everything is written down; whether it holds, `claimcheck check` says
      2  the answer cannot be read, or a draft cannot be written

    \b
    Examples:
      claimcheck import citations answer.json
      claimcheck import citations - --tag draft < answer.json
      claimcheck import citations answer.json --source "Report 2023=report"
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = session.project_of(context.obj, project)
    called = "standard input" if answer == "-" else answer
    try:
        statements = read_answer(_read(answer))
    except AnswerError as error:
        console.refuse(f"{called}: {error}", error.help)
    dossier = load(found.root, found.config)
    matching = Matching(dossier, dict(_said(one, dossier) for one in source or ()))
    drafts = drafts_of(statements, dossier, matching)
    if unused := matching.unused():
        names = dict.fromkeys(one.names[0] for each in statements for one in each.citations)
        hint = did_you_mean(unused[0], names) or f"it cites {', '.join([*names][:_MOST_NAMED])}"
        console.refuse(f"{called}: cites nothing that is called '{unused[0]}'", hint)
    for draft in drafts.drafts:
        path = _path(found, draft)
        if not dry_run:
            _write(found, draft, path, claimant, tuple(tag or ()))
        console.say(f"{_done(draft, dry_run=dry_run)} {path}{_holding(draft)}\n")
    for line in _closing(found, drafts, dry_run=dry_run):
        console.say(f"{line}\n")


def _read(answer: str) -> bytes:
    if answer == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    refuse_unless_file(answer)
    with Path(answer).open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _said(option: str, dossier: Dossier) -> tuple[str, str]:
    name, equals, source = option.rpartition("=")
    if not equals or not name.strip() or not source:
        console.refuse(
            f"--source '{option}' is not NAME=ID", "such as --source 'Annual report=report'"
        )
    if source not in dossier.sources:
        hint = did_you_mean(source, dossier.sources) or "see `claimcheck source list`"
        console.refuse(f"there is no source '{source}'", hint)
    return name, source


def _path(project: Project, draft: Draft) -> str:
    if draft.claim is not None:
        return draft.claim.place.path
    return f"{project.config.claims}/{draft.id}.yaml"


def _done(draft: Draft, *, dry_run: bool) -> str:
    if draft.claim is not None:
        return "would add to" if dry_run else "added to"
    return "would write" if dry_run else "wrote"


def _holding(draft: Draft) -> str:
    told = f": {phrases.count(len(draft.evidence), 'passage')}"
    if draft.unquoted:
        told += f", {phrases.count(len(draft.unquoted), 'source')} without one"
    return told


def _write(project: Project, draft: Draft, path: str, claimant: str, tags: tuple[str, ...]) -> None:
    target = project.root / path
    if atomic.behind_link(target, project.root):
        console.refuse(f"{path}: lies behind a symbolic link, so nothing more was written")
    try:
        if draft.claim is None:
            head = modeline(project.root, "claim", path) + draft.head
            claim = ClaimToWrite(draft.text, claimant=claimant, tags=tags, evidence=draft.evidence)
            atomic.create(target, claim_file(claim, head))
        else:
            _add(project, draft, path)
    except EditError as error:
        console.refuse(f"{path}: {error}", error.help)
    except atomic.ExistsError:
        console.refuse(f"{path}: somebody else wrote it meanwhile; run the command again")
    except RefusedError as error:
        console.refuse(f"{path}: cannot be read: {error}")
    except OSError as error:
        console.refuse(f"{path}: cannot be written: {(error.strerror or '').lower()}")


def _add(project: Project, draft: Draft, path: str) -> None:
    def edit(before: bytes) -> bytes:
        return reduce(with_evidence, draft.evidence, before)

    try:
        atomic.revise(project.root / path, lambda: Folder(project.root).read(path).data, edit)
    except atomic.BusyError:
        console.refuse(f"{path}: others keep changing it", "run the command again")


def _closing(project: Project, drafts: Drafts, *, dry_run: bool) -> Iterator[str]:
    """Say what came of it, and what is to be done next."""
    if drafts.known:
        was = "statement was" if drafts.known == 1 else "statements were"
        yield f"{drafts.known} {was} imported before; nothing was added for them"
    if not drafts.drafts:
        return
    passages = sum(len(draft.evidence) for draft in drafts.drafts)
    told = f"{phrases.count(len(drafts.drafts), 'claim')}, {phrases.count(passages, 'passage')}"
    yield told if dry_run or not passages else f"{told}: {_standing(project, drafts)}"
    for name, made in drafts.unmatched.items():
        shown = one_line(name)
        yield f"no source here is called '{shown}'; it is written as {made}. Pin it:"
        yield f"  claimcheck source add FILE --id {made}"
    if passages and not dry_run:
        yield "next: judge each passage: its stance is supports, contradicts or context"
    for draft in [draft for draft in drafts.drafts if draft.unquoted][:1]:
        yield "where a source is cited without a passage, find one and link it, such as:"
        cited = draft.unquoted[0].partition(" ")[0]
        yield f"  claimcheck link {draft.id} {cited} --stance supports --quote '…'"


def _standing(project: Project, drafts: Drafts) -> str:
    """Say how many of the passages that were written stand in their sources."""
    mine = {draft.id: draft.evidence for draft in drafts.drafts}
    dossier = load(project.root, project.config)
    written = replace(dossier, claims=tuple(one for one in dossier.claims if one.id in mine))
    counts: Counter[str] = Counter()
    for one in assess(written, dt.date.today()).claims:  # noqa: DTZ011 - fits know no day
        wanted = {(item.source, item.quote) for item in mine.get(one.claim.id, ())}
        for item in one.evidence:
            if (item.evidence.source, item.evidence.quote) in wanted:
                fit = item.anchor.fit
                counts["stand" if fit.passes else "unchecked" if fit == "unchecked" else "not"] += 1
    said = [f"{phrases.count(counts['stand'], 'stands', 'stand')} in the source that is cited"]
    said += [f"{phrases.count(counts['not'], 'does', 'do')} not"] if counts["not"] else []
    said += [f"{counts['unchecked']} unchecked"] if counts["unchecked"] else []
    return ", ".join(said)
