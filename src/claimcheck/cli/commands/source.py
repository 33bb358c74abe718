"""`claimcheck source`: pin documents, see what is pinned, and whether it still is what it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.assessment.pins import Verification, verify_pins
from claimcheck.assessment.sources import CatalogueEntry, catalogue
from claimcheck.cli import console, session
from claimcheck.cli.app import app, command
from claimcheck.cli.choosing import complete_source
from claimcheck.cli.commands import source_edit
from claimcheck.cli.commands.source_fetch import fetch_command
from claimcheck.cli.commands.source_stamp import stamp_command
from claimcheck.cli.commands.source_watch import watch_command
from claimcheck.cli.editing import rehearsed
from claimcheck.cli.exit_status import CLEAN, FINDINGS, UNABLE
from claimcheck.cli.networks import AllowNetworkOption, allowed_networks
from claimcheck.cli.options import (
    CharsetOption,
    DryRunOption,
    PartOption,
    ProjectOption,
    SourceArgument,
    TimeLimitOption,
    WholePageOption,
    format_option,
)
from claimcheck.cli.progress import show_spinner
from claimcheck.cli.result import CommandResult, at_width, joined, refusal
from claimcheck.documents import extract, reextract
from claimcheck.documents.document import folder_content, is_url
from claimcheck.dossier.project import Project
from claimcheck.editing import gitattributes
from claimcheck.editing.conflicts import no_source
from claimcheck.editing.new_source import NewSource, SourceRequest, Values, path_in
from claimcheck.editing.operations.add_source import add_source, add_sources
from claimcheck.editing.operations.repin import write_text_of
from claimcheck.formats import source as source_formats
from claimcheck.formats import sources as sources_formats
from claimcheck.formats import verification as verification_formats
from claimcheck.model import Source
from claimcheck.model.errors import MissingLibraryError, PinnedAlreadyError
from claimcheck.system import journal, plugins
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment

source_app = typer.Typer(
    help="Pin documents that claims can cite.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(source_app, name="source")


@command("add", "Pin a document and write its record.", source_app)
def add_command(
    context: typer.Context,
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|FOLDER|URL|-...",
            help="Documents, folders of them, their addresses, or standard input.",
        ),
    ],
    source_id: Annotated[
        str,
        typer.Option(
            "--id", metavar="ID", help="The source's id.  [default: made of its name or title]"
        ),
    ] = "",
    title: Annotated[
        str,
        typer.Option(
            metavar="TEXT", help="The document's title.  [default: its own, or its first line]"
        ),
    ] = "",
    publisher: Annotated[
        str, typer.Option(metavar="PARTY", help="Who published it: an id or a name.")
    ] = "",
    author: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who wrote it (repeatable).")
    ] = None,
    issued: Annotated[
        str, typer.Option(metavar="DATE", help="When it appeared: 2020-07-10, 2020-07 or 2020.")
    ] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Where it was found.")] = "",
    csl_type: Annotated[
        str,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="Its type in the Citation Style Language, such as report.",
        ),
    ] = "",
    archive_url: Annotated[
        str, typer.Option(metavar="URL", help="Where an archive keeps a copy.")
    ] = "",
    whole_page: WholePageOption = False,
    supersedes: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="The source that it is a newer capture of: one page, fetched again.",
            autocompletion=complete_source,
        ),
    ] = "",
    not_shipped: Annotated[
        bool,
        typer.Option("--not-shipped", help="Its files may not be handed on with the dossier."),
    ] = False,
    charset: CharsetOption = "",
    part: PartOption = "",
    time_limit: TimeLimitOption = SECONDS_PER_DOCUMENT,
    allow_network: AllowNetworkOption = None,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Pin documents: copy each beside the other sources, take out its text, write its record.

    Text, Markdown, HTML, PDF, Word, Excel, PowerPoint, OpenDocument, EPUB, RTF, CSV, JSON, e-mail,
    subtitles, MHTML and WARC are read. What you say of a document goes before what it says of
    itself. A file that lies in the sources folder already is
    recorded where it is. Nothing is overwritten; the network is used for an address alone.

    Of a folder all documents are pinned that can be read, those in its folders too. Of several
    documents each has its own bounds, two are read at a time, and one that cannot be read, or is
    pinned already, stops none of the others; the last line counts, and the exit status is 2 when
    one could not be pinned.

    \b
    Examples:
      claimcheck source add page.html interview.md report.pdf
      claimcheck source add ~/Downloads/hearing
      claimcheck source add report.pdf --publisher "An agency" --issued 2024-01-02
      claimcheck source add interview.md --id interview-2024
      claimcheck source add https://example.org/news/bridge --id gazette-bridge
      claimcheck source add https://example.org/bridge --supersedes gazette-bridge
      claimcheck source add letter.pdf --not-shipped
    """
    console.text_only(title=title, publisher=publisher, author=author, url=url)
    project = session.project_of(context.obj, directory)
    allow = allowed_networks(allow_network)
    only_one = {
        "--id": source_id,
        "--title": title,
        "--url": url,
        "--archive-url": archive_url,
        "--supersedes": supersedes,
    }
    several = len(documents) > 1 or any(Path(name).is_dir() for name in documents)
    if several and (options := [name for name, value in only_one.items() if value]):
        console.refuse(
            f"{' and '.join(options)} can be said of one document only", "add them one by one"
        )
    description: Values = {
        "title": title,
        "type": csl_type,
        "author": author or [],
        "publisher": publisher,
        "issued": issued,
        "url": url,
        "archive_url": archive_url,
    }
    today = dt.date.today()  # noqa: DTZ011 - the user's own calendar
    locations, others = _expanded(documents)
    requests = [
        SourceRequest(
            location, today, source_id, description, whole_page, charset, part, time_limit, allow,
            is_one_of_many=len(locations) > 1, supersedes=supersedes, shipped=not not_shipped,
        )
        for location in locations
    ]  # fmt: skip
    is_alone = documents == locations and len(locations) == 1
    steps = _single(project, requests[0]) if is_alone else _many(project, requests, others)
    yield from rehearsed(steps, with_text=True) if dry_run else steps


def _expanded(documents: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the documents that are named and that lie in folders, and files of other kinds."""
    locations: list[str] = []
    others: list[str] = []
    for name in documents:
        if is_url(name) or not Path(name).is_dir():
            locations.append(name)
            continue
        content = folder_content(Path(name))
        if not content.documents:
            console.refuse(
                f"{name}: there is no document in this folder that claimcheck reads",
                f"it reads {', '.join(extract.suffixes())}",
            )
        locations += content.documents
        others += content.others
    return list(dict.fromkeys(locations)), others


def _single(project: Project, request: SourceRequest) -> Iterator[CommandResult]:
    yield CommandResult(at_width(_report(add_source(project, request, show_spinner), project)))


def _many(
    project: Project, requests: Sequence[SourceRequest], others: Sequence[str]
) -> Iterator[CommandResult]:
    """Pin several documents, and say at the end what became of them."""
    pinned, present, failed = 0, 0, 0
    with show_spinner(f"reading {len(requests):,} documents"):
        for addition in add_sources(project, requests):
            if addition.source is not None:
                pinned += 1
                yield CommandResult(at_width(_report(addition.source, project) + "\n"))
            elif isinstance(addition.refusal, PinnedAlreadyError):
                present += 1
                yield CommandResult(at_width(f"{one_line(str(addition.refusal))}\n\n"))
            elif addition.refusal is not None:
                failed += 1
                yield refusal(addition.refusal)
    would = "would be " if journal.rehearsed() is not None else ""
    counts = f"{pinned:,} {would}pinned, {present:,} pinned already, {failed:,} failed"
    kinds = sorted({Path(name).suffix.lower() or "no ending" for name in others})
    left = f"; files of other kinds left out: {len(others):,} ({', '.join(kinds[:10])})"
    total = f"{len(requests):,} document{'' if len(requests) == 1 else 's'}: {counts}"
    total = at_width(f"{total}{left if others else ''}\n")
    yield CommandResult(total, UNABLE if failed else CLEAN)


def _report(new: NewSource, project: Project) -> str:
    root = project.root
    is_rehearsal = journal.rehearsed() is not None
    lines = [f"{'would pin' if is_rehearsal else 'pinned'} {path_in(new.original, root)}"]
    if new.text:
        lines.append(f"text   {path_in(new.text, root)}, by {new.extractor}")
    if not is_rehearsal:
        lines.append(f"wrote  {path_in(new.record, root)}")
    lines += [f"note: {one_line(remark)}" for remark in new.remarks]
    if new.unknown:
        lines.append(f"not known, add it where you know it: {', '.join(new.unknown)}")
    lines.append(f"cite it with  source: {new.id}")
    if not new.shipped:
        name = path_in(new.original, root)
        lines.append(
            f"it may not be handed on: leave it out, in git by this line in .gitignore: /{name}"
        )
    is_in_git = (root / ".git").exists()
    if is_in_git and not gitattributes.protects_sources(Folder(root), project.config):
        lines += (
            "git may change the line ends of what is pinned; add this line to .gitattributes:",
            f"  {gitattributes.line(project.config)}",
        )
    return joined(lines)


@command("list", "Every source, the state of its files, and who cites it.", source_app)
def list_command(
    context: typer.Context,
    format_name: Annotated[str, format_option(plugins.names(sources_formats))] = "terminal",
    directory: ProjectOption = None,
) -> CommandResult:
    """List the sources: id, title, publisher, date, kind of file, and how many claims cite each.

    \b
    Examples:
      claimcheck source list
      claimcheck source list --format json
    """
    assessment = session.assessment_of(session.project_of(context.obj, directory), None)
    return CommandResult(
        console.render(sources_formats, format_name, catalogue(assessment), assessment)
    )


@command("show", "One source, with its text and where claims quote it.", source_app)
def show_command(
    context: typer.Context,
    source: SourceArgument,
    format_name: Annotated[str, format_option(plugins.names(source_formats))] = "terminal",
    directory: ProjectOption = None,
) -> CommandResult:
    """Show one source: what its record says, then its text by lines, with every quotation of it.

    \b
    Examples:
      claimcheck source show daily-news-2020-07-10
      claimcheck source show daily-news-2020-07-10 --format json
    """
    assessment = session.assessment_of(session.project_of(context.obj, directory), None)
    (entry,) = _entries([source], assessment)
    return CommandResult(console.render(source_formats, format_name, entry, assessment))


@command("verify", "Whether pinned files are what they were.", source_app)
def verify_command(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...", help="Ids; by default, all.", autocompletion=complete_source
        ),
    ] = None,
    again: Annotated[
        bool,
        typer.Option("--re-extract", help="Take the text out anew too, and compare."),
    ] = False,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help="With --re-extract: write `text_of` into records without it, where the text is "
            "the document's.",
        ),
    ] = False,
    time_limit: TimeLimitOption = SECONDS_PER_DOCUMENT,
    format_name: Annotated[str, format_option(plugins.names(verification_formats))] = "terminal",
    directory: ProjectOption = None,
) -> CommandResult:
    """Compare every pinned file with its hash.

    A record that cannot be read counts as one that does not match.

    With --re-extract each text is also taken out of its original anew: a text that somebody put
    beside an honest document shows. With --write, too, a record that does not say from which
    document its text was taken says so afterwards.

    \b
    Exit status:
      0  every file is what was pinned
      1  at least one file is not what was pinned, or is missing
      2  there is no such source

    \b
    Examples:
      claimcheck source verify
      claimcheck source verify annual-report --re-extract
      claimcheck source verify --re-extract --write
      claimcheck source verify --format json
    """
    if write and not again:
        console.refuse("--write needs --re-extract", "a text is vouched for after it was compared")
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    selected = _entries(sources, assessment) if sources else catalogue(assessment)
    unread = () if sources else assessment.dossier.unread_records
    verified = [_verified(entry.source, project, time_limit, again=again) for entry in selected]
    if write:
        verified = [write_text_of(project.root, verification) for verification in verified]
    failed = any(verification.failures for verification in verified)
    text = console.render(verification_formats, format_name, verified, unread)
    return CommandResult(text, FINDINGS if failed or unread else CLEAN)


def _verified(source: Source, project: Project, seconds: float, *, again: bool) -> Verification:
    verification = verify_pins(source)
    if verification.failures or not again:
        return verification
    try:
        with show_spinner(f"reading {source.id}"):
            return reextract.compare_texts(source, project.root, extract.Bounds(seconds=seconds))
    except MissingLibraryError as error:
        console.refuse(f"{source.id}: {error}", error.help)


def _entries(ids: Sequence[str], assessment: Assessment) -> list[CatalogueEntry]:
    by_id = {entry.source.id: entry for entry in catalogue(assessment)}
    for source_id in ids:
        if source_id not in by_id:
            raise no_source(source_id, by_id, assessment.dossier.unread_records)
    return [by_id[source_id] for source_id in dict.fromkeys(ids)]


command("fetch", "Bring back pinned documents that are not here.", source_app)(fetch_command)
command("watch", "Whether pages still say what was quoted.", source_app)(watch_command)
command("stamp", "Ask a server to sign that a document is there.", source_app)(stamp_command)
command("set", "Change what a record says of a source.", source_app)(source_edit.set_command)
command("rename", "Give a source another id.", source_app)(source_edit.rename_command)
command("rm", "Remove a source that nobody cites.", source_app)(source_edit.rm_command)
