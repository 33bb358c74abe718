"""`claimcheck find`: where do the sources speak of this?"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.assessment.passages import shorten
from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim_id, complete_claim, complete_source
from claimcheck.cli.exit_status import CLEAN, FINDINGS
from claimcheck.cli.options import ProjectOption, TodayOption, format_option
from claimcheck.cli.progress import show_line
from claimcheck.cli.result import CommandResult
from claimcheck.dossier.listing import list_claims
from claimcheck.dossier.project import Project
from claimcheck.formats import duplicates as duplicate_formats
from claimcheck.formats import passages as passage_formats
from claimcheck.model import Claim, Stance
from claimcheck.search.claims import claim_at, claims_by_id
from claimcheck.search.passages import PassageAnswer, PassageQuery, find_passages
from claimcheck.search.project_index import ProjectIndex, open_index
from claimcheck.system import plugins
from claimcheck.text.plural import count
from claimcheck.text.printable import printable
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from claimcheck.editing.preview import EarlierCheck

_LIMIT = 5
_MAX_LIMIT = 1000
# Fewer sources are indexed before anybody would look up.
_MANY_SOURCES = 20


@command("find", "Where do the sources speak of this? Candidates for evidence.")
def find_command(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="[TEXT]", help="What to look for.", show_default=False)
    ] = "",
    claim: Annotated[
        str,
        typer.Option(
            metavar="ID", help="Look for what this claim says.", autocompletion=complete_claim
        ),
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
            metavar="ID",
            help="Look in this source alone (repeatable).",
            autocompletion=complete_source,
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, max=_MAX_LIMIT, help="How many passages at most.")
    ] = _LIMIT,
    semantic: Annotated[
        bool,
        typer.Option("--semantic", help="Also find what says it in other words (extra: semantic)."),
    ] = False,
    duplicates: Annotated[
        bool, typer.Option("--duplicates", help="Instead: claims that say nearly the same.")
    ] = False,
    format_name: Annotated[str, format_option(plugins.names(passage_formats))] = "terminal",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --link: show what would be written.")
    ] = False,
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> Iterator[CommandResult]:
    """Rank the passages of all sources by how well they fit a text, or what a claim says.

    A passage is a sentence that can be cited as it is shown; those that claims cite already are
    marked. With TEXT and --claim together, TEXT is looked for and the claim is what --link cites
    in. The index is kept in the user's cache folder; see `claimcheck cache`.

    With --semantic a small model on this machine (all-MiniLM-L6-v2, which knows English best) also
    ranks sentences by what they mean. It proposes; no status and no finding rests on it.

    \b
    Exit status:
      0  something was found
      1  nothing was found, or the gate would refuse what --link was to write
      2  the project could not be read

    \b
    Examples:
      claimcheck find "the bridge reopened in May"
      claimcheck find --claim bridge-reopened --source gazette
      claimcheck find --claim bridge-reopened --link supports 2
      claimcheck find --claim bridge-reopened --format yaml
      claimcheck find --duplicates
    """
    project = session.project_of(context.obj, directory)
    if duplicates:
        if text or claim or link or source or semantic:
            console.refuse("--duplicates looks at all claims; leave the rest out")
        yield _duplicates(project, format_name)
        return
    if link and not claim:
        console.refuse("--link needs --claim: the claim to cite the passage in")
    if dry_run and not link:
        console.refuse("--dry-run needs --link: nothing is written without")
    subject = _claim(project, claim) if claim else None
    words = text or (subject.text if subject else "")
    if not words.strip():
        console.refuse("there is nothing to look for", "give a TEXT, or --claim ID")
    within = source or ()
    query = PassageQuery(
        words,
        claim=subject.id if subject else None,
        limit=max(limit, link[1]) if link else limit,
        within=within,
    )
    index = _open_index(project, within, cached=context.obj.cached)
    if semantic:
        index = _with_meaning(index, cached=context.obj.cached)
    answer = find_passages(query, index, project.tree, project.config)
    if link:
        earlier = session.present_check(context.obj, project, today)
        yield from _link(project, answer, link, earlier, dry_run=dry_run)
        return
    rendered = console.render(passage_formats, format_name, answer)
    yield CommandResult(rendered, CLEAN if answer.passages else FINDINGS, repeatable=True)


def _open_index(project: Project, within: Sequence[str], *, cached: bool) -> ProjectIndex:
    """Open the index, and make sure that the sources to be looked in are among those with texts."""
    cache_name = str(project.root.resolve()) if cached else ""
    index = open_index(project.tree, project.config, cache_name, _indexing)
    for name in within:
        if name not in index.sources:
            hint = did_you_mean(name, index.sources) or "see `claimcheck source list`"
            console.refuse(f"there is no source '{name}' with a text", hint)
    return index


def _with_meaning(index: ProjectIndex, *, cached: bool) -> ProjectIndex:
    from claimcheck.search.encoder import load_encoder  # a model is loaded for this alone
    from claimcheck.search.semantic import with_meaning

    return with_meaning(index, load_encoder(), _encoding, cached=cached)


def _encoding(sentences: int) -> AbstractContextManager[None]:
    return show_line(f"reading what {count(sentences, 'sentence means', 'sentences mean')}")


def _indexing(sources: int) -> AbstractContextManager[None]:
    if sources < _MANY_SOURCES:
        return contextlib.nullcontext()
    return show_line(f"indexing {sources:,} sources")


def _claim(project: Project, name: str) -> Claim:
    """Read the claim of that id, or of the id that alone begins so, and no other."""
    paths = list_claims(project.tree, project.config)
    claim_id = choose_claim_id(name, paths)
    path = paths[claim_id]
    claim = claim_at(project.tree, claim_id, path)
    if claim is None:
        console.refuse(f"{path}: says nothing that can be read", "see `claimcheck check`")
    return claim


def _link(
    project: Project,
    answer: PassageAnswer,
    link: tuple[Stance, int],
    earlier: EarlierCheck,
    *,
    dry_run: bool,
) -> Iterator[CommandResult]:
    """Cite a passage of the answer in the claim that it was looked up for, as `link` does.

    Args:
        project: the project.
        answer: the passages.
        link: the stance, and the number of the passage.
        earlier: the check of the project as it is.
        dry_run: whether nothing is to be written.
    """
    from claimcheck.cli.citing import cite_passage  # what writes is paid for by this alone
    from claimcheck.editing import EvidenceToWrite
    from claimcheck.editing.conflicts import no_claim
    from claimcheck.editing.preview import PresentProject

    stance, number = link
    if not 0 < number <= len(answer.passages):
        counted = count(len(answer.passages), "passage")
        console.refuse(f"there is no passage {number} in the answer; it has {counted}")
    passage = answer.passages[number - 1]
    assessment = session.assessment_of(project, earlier.request.today)
    claims = {assessed.claim.id: assessed for assessed in assessment.claims}
    if answer.claim not in claims:
        raise no_claim(answer.claim or "", claims, assessment.dossier.unread)
    item = EvidenceToWrite(passage.source, stance, passage.quote, page=passage.page or None)
    yield CommandResult(f"“{printable(shorten(passage.quote.exact))}”\n")
    present = PresentProject(project, assessment, earlier)
    yield cite_passage(present, claims[answer.claim], item, dry_run=dry_run)


def _duplicates(project: Project, format_name: str) -> CommandResult:
    from claimcheck.search.duplicates import duplicates  # only where it is asked for

    listed = len(list_claims(project.tree, project.config))
    with session.progress(listed, "comparing {} claims"):
        claims = claims_by_id(project.tree, project.config)
        pairs = duplicates({claim_id: claim.text for claim_id, claim in claims.items()})
    if format_name not in plugins.names(duplicate_formats):
        console.refuse(f"there is no format '{format_name}' for duplicates")
    rendered = console.render(duplicate_formats, format_name, pairs, claims)
    return CommandResult(rendered, CLEAN if pairs else FINDINGS)
