"""`claimcheck find`: where do the sources speak of this?"""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.assessment.passages import shorten
from claimcheck.cli import app as cli
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, TodayOption, app
from claimcheck.cli.commands.show import choose_id, claim_ids, source_ids
from claimcheck.cli.progress import standing
from claimcheck.dossier.files import ClaimFiles, read_claim_files, read_file
from claimcheck.dossier.listing import list_claims
from claimcheck.formats import duplicates as duplicate_formats
from claimcheck.formats import passages, phrases
from claimcheck.model import Stance
from claimcheck.search.passages import PassageAnswer, PassageQuery, find_passages
from claimcheck.search.project_index import open_index
from claimcheck.system import plugins
from claimcheck.text.printable import printable
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from claimcheck.dossier.project import Project
    from claimcheck.model import Claim
    from claimcheck.search.project_index import ProjectIndex

_NOTHING = 1
_LIMIT = 5
_MOST = 1000
# Fewer are indexed before anybody would look up.
_MANY = 20


@app.command("find", short_help="Where do the sources speak of this? Candidates for evidence.")
def find_command(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="[TEXT]", help="What to look for.", show_default=False)
    ] = "",
    claim: Annotated[
        str,
        typer.Option(metavar="ID", help="Look for what this claim says.", autocompletion=claim_ids),
    ] = "",
    link: Annotated[
        tuple[Stance, int] | None,
        typer.Option(
            metavar="STANCE N",
            help=f"Cite passage N of the answer in the claim: {', '.join(Stance)}.",
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help="Look in this source alone (repeatable).", autocompletion=source_ids
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, max=_MOST, help="How many passages at most.")
    ] = _LIMIT,
    duplicates: Annotated[
        bool, typer.Option("--duplicates", help="Instead: claims that say nearly the same.")
    ] = False,
    output: Annotated[str, cli.format_option(plugins.names(passages))] = "terminal",
    project: ProjectOption = None,
    today: TodayOption = None,
) -> None:
    """Rank the passages of all sources by how well they fit a text, or what a claim says.

    A passage is a sentence that can be cited as it is shown; those that claims cite already are
    marked. With TEXT and --claim together, TEXT is looked for and the claim is what --link cites
    in. The index is kept in the user's cache folder; see `claimcheck cache`.

    \b
    Exit status:
      0  something was found
      1  nothing was, or the gate would refuse what --link was to write
      2  the project could not be read

    \b
    Examples:
      claimcheck find "the bridge reopened in May"
      claimcheck find --claim bridge-reopened --source gazette
      claimcheck find --claim bridge-reopened --link supports 2
      claimcheck find --claim bridge-reopened --format yaml
      claimcheck find --duplicates
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = session.project_of(context.obj, project)
    if duplicates:
        if text or claim or link or source:
            console.refuse("--duplicates looks at all claims; leave the rest out")
        _duplicates(found, output)
        return
    if link and not claim:
        console.refuse("--link needs --claim: the claim to cite the passage in")
    tree = found.tree
    if not link:
        cli.repeatable(context)
    chosen = _claim(found, claim) if claim else None
    sought = text or (chosen.text if chosen else "")
    if not sought.strip():
        console.refuse("there is nothing to look for", "give a TEXT, or --claim ID")
    every = _project_index(context, found, source or ())
    query = PassageQuery(
        sought,
        claim=chosen.id if chosen else None,
        limit=max(limit, link[1]) if link else limit,
        within=source or (),
    )
    answer = find_passages(query, every, tree, found.config)
    if link:
        _link(found, answer, link, today)
        return
    console.say(plugins.module(passages, output).render(answer, console.screen()))
    if not answer.passages:
        raise typer.Exit(_NOTHING)


def _project_index(context: typer.Context, project: Project, wanted: Sequence[str]) -> ProjectIndex:
    """Open the sources, and make sure that those which are to be looked in are among them."""
    kept = str(project.root.resolve()) if context.obj.cached else ""
    every = open_index(project.tree, project.config, kept, _indexing)
    for name in wanted:
        if name not in every.sources:
            hint = did_you_mean(name, every.sources) or "see `claimcheck source list`"
            console.refuse(f"there is no source '{name}' with a text", hint)
    return every


def _indexing(sources: int) -> AbstractContextManager[None]:
    if sources < _MANY:
        return contextlib.nullcontext()
    return standing(f"indexing {sources:,} sources")


def _claim(project: Project, wanted: str) -> Claim:
    """Read the claim of that id, or of the id that alone begins so, and no other."""
    paths = list_claims(project.tree, project.config)
    claim_id = choose_id(wanted, paths)
    path = paths[claim_id]
    claim = _read(project, claim_id, path)
    if claim is None:
        console.refuse(f"{path}: says nothing that can be read", "see `claimcheck check`")
    return claim


def _read(project: Project, claim_id: str, path: str) -> Claim | None:
    return read_claim_files(ClaimFiles(claim_id, read_file(project.tree, path))).claim


def _link(
    project: Project, answer: PassageAnswer, wanted: tuple[Stance, int], day: dt.date | None
) -> None:
    """Cite a passage of the answer in the claim that it was looked up for, as `link` does."""
    from claimcheck.cli.commands.link import cite  # it reads the whole project
    from claimcheck.editing import EvidenceToWrite  # as above

    stance, number = wanted
    if not 0 < number <= len(answer.passages):
        counted = phrases.count(len(answer.passages), "passage")
        console.refuse(f"there is no passage {number} in the answer; it has {counted}")
    passage = answer.passages[number - 1]
    assessment = session.assessment_of(project, day)
    claim = next((one for one in assessment.claims if one.claim.id == answer.claim), None)
    if claim is None:
        console.refuse(f"there is no claim '{answer.claim}'")
    item = EvidenceToWrite(passage.source, stance, passage.quote, page=passage.page or None)
    console.say(f"“{printable(shorten(passage.quote.exact))}”\n")
    cite(project, assessment, claim, item)


def _duplicates(project: Project, output: str) -> None:
    from claimcheck.search.duplicates import duplicates as pairs_of  # only where it is asked for

    paths = list_claims(project.tree, project.config)
    read = [_read(project, claim_id, path) for claim_id, path in paths.items()]
    claims = {one.id: one for one in read if one is not None}
    pairs = pairs_of({name: one.text for name, one in claims.items()})
    if output not in plugins.names(duplicate_formats):
        console.refuse(f"there is no format '{output}' for duplicates")
    console.say(plugins.module(duplicate_formats, output).render(pairs, claims, console.screen()))
    if not pairs:
        raise typer.Exit(_NOTHING)
