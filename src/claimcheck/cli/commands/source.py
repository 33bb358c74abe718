"""`claimcheck source`: pin documents, see what is pinned, and whether it still is what it was."""

from __future__ import annotations

import datetime as dt
import ipaddress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.assessment import sources as catalogue
from claimcheck.assessment.sources import Verification, verify_pins
from claimcheck.cli import app as cli
from claimcheck.cli import console, session
from claimcheck.cli.app import CharsetOption, ProjectOption, app
from claimcheck.cli.commands.show import source_ids
from claimcheck.cli.progress import busy
from claimcheck.documents import extract, reextract
from claimcheck.documents.document import Document, is_url, open_document
from claimcheck.documents.fetch import Limits, allow_networks
from claimcheck.documents.reader import ExtractOptions
from claimcheck.dossier.load import load
from claimcheck.editing import new_source
from claimcheck.errors import MissingLibraryError, UnreadableError
from claimcheck.formats import source as source_formats
from claimcheck.formats import sources as sources_formats
from claimcheck.formats import verification as verification_formats
from claimcheck.system import plugins
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import MAX_TEXT_BYTES, RefusedError
from claimcheck.text.printable import one_line
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.assessment.sources import CatalogueEntry
    from claimcheck.documents.fetch import Address, Network
    from claimcheck.dossier.project import Project
    from claimcheck.editing.new_source import NewSource, Values
    from claimcheck.model import Source

_PER_DOCUMENT = 60.0
source_app = typer.Typer(
    help="Pin documents that claims can cite.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(source_app, name="source")


def _network(text: str) -> Network:
    """Read a network that was given on the command line."""
    try:
        return ipaddress.ip_network(text)
    except ValueError:
        console.refuse(
            f"--allow-network: '{text}' is no network", "such as 10.0.0.0/8 or 192.168.1.7"
        )


TimeLimitOption = Annotated[
    float,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        min=1,
        max=3600,
        help="Give up a document that takes longer to fetch, or to read.",
    ),
]


@source_app.command("add", short_help="Pin a document and write its record.")
def add_command(
    context: typer.Context,
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|URL|-...", help="Documents, their addresses, or standard input."
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
    whole_page: Annotated[
        bool, typer.Option("--whole-page", help="Keep all of a web page, not its main text alone.")
    ] = False,
    charset: CharsetOption = "",
    time_limit: TimeLimitOption = _PER_DOCUMENT,
    allow_network: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NETWORK",
            help="Fetch from this network too, such as 10.0.0.0/8: your intranet (repeatable). "
            "By default only public addresses are asked.",
            show_default=False,
        ),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Pin documents: copy each beside the other sources, take out its text, write its record.

    Text, Markdown, HTML, PDF, DOCX, e-mail, subtitles, MHTML and WARC are read. What you say of a
    document goes before what it says of itself. A file that lies in the sources folder already is
    recorded where it is. Nothing is overwritten; the network is used for an address alone.

    \b
    Examples:
      claimcheck source add page.html interview.md report.pdf
      claimcheck source add report.pdf --publisher "An agency" --issued 2024-01-02
      claimcheck source add interview.md --id interview-2024
      claimcheck source add https://example.org/news/bridge --id gazette-bridge
    """  # noqa: D301 - \b keeps the lines of a block as they are
    console.text_only(title=title, publisher=publisher, author=author, url=url)
    found = session.project_of(context.obj, project)
    allow = allow_networks(map(_network, allow_network or ()))
    of_one = {"--id": source_id, "--title": title, "--url": url, "--archive-url": archive_url}
    if len(documents) > 1 and (said := [option for option, value in of_one.items() if value]):
        console.refuse(
            f"{' and '.join(said)} can be said of one document only", "add them one by one"
        )
    given: Values = {
        "id": source_id,
        "title": title,
        "type": csl_type,
        "author": author or [],
        "publisher": publisher,
        "issued": issued,
        "url": url,
        "archive_url": archive_url,
    }
    for number, named in enumerate(documents):
        got = _got(named, allow, Limits(seconds=time_limit))
        given["accessed"] = dt.date.today().isoformat() if got.url else ""  # noqa: DTZ011 - the user's own calendar
        options = ExtractOptions(whole_page, charset or got.charset)
        taken = _text_of(got, options, extract.Bounds(seconds=time_limit))
        new = new_source.new_source(got, taken, given, found, load(found.root, found.config))
        new_source.write(new, found.root)
        console.say("\n" if number else "")
        _say_what_was_done(new, taken, found)


def _got(named: str, allow: Callable[[Address], bool], limits: Limits) -> Document:
    if not is_url(named):
        return open_document(named)
    with busy(f"fetching {named}"):
        return open_document(named, allow=allow, limits=limits)


def _text_of(
    got: Document, options: ExtractOptions, bounds: extract.Bounds
) -> extract.Extraction | None:
    """Take the text out of a document; None where it is plain text that can be quoted as it is."""
    if got.kind == "text":
        trouble = _no_utf8(got.data)
        if not trouble and len(got.data) > MAX_TEXT_BYTES:
            console.refuse(
                f"{got.name}: is a text of more than {MAX_TEXT_BYTES:,} bytes", "split it"
            )
        if not trouble:
            return None
        if not options.charset:
            console.refuse(
                f"{got.name}:{trouble}: is not UTF-8",
                "save it as UTF-8, or name its charset with --charset, such as windows-1252",
            )
    try:
        with busy(f"reading {got.name}"):
            return extract.extract(got.data, got.kind, options, bounds)
    except UnreadableError as error:
        console.refuse(f"{got.name}: {error}", error.help)
    except MissingLibraryError as error:
        console.refuse(f"{got.name}: {error}", error.help)


def _no_utf8(data: bytes) -> int:
    """Return the first line of a text that is not UTF-8; 0 where all of it is."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 0


def _say_what_was_done(new: NewSource, taken: extract.Extraction | None, project: Project) -> None:
    root = project.root
    console.say(f"pinned {new_source.shown(new.original, root)}\n")
    if new.text and taken:
        console.say(f"text   {new_source.shown(new.text, root)}, by {taken.extractor}\n")
    console.say(f"wrote  {new_source.shown(new.record, root)}\n")
    for remark in new.remarks:
        console.say(f"note: {one_line(remark)}\n")
    if new.unknown:
        console.say(f"not known, add it where you know it: {', '.join(new.unknown)}\n")
    console.say(f"cite it with  source: {new.id}\n")
    line = f"{project.config.sources}/** -text -ident -filter -working-tree-encoding"
    if (root / ".git").exists() and not _protects(root, project.config.sources):
        console.say(
            "git may change the line ends of what is pinned; add this line to .gitattributes:\n"
            f"  {line}\n"
        )


def _protects(root: Path, folder: str) -> bool:
    try:
        # Like all files of a project it may be a link to where reading never ends.
        data = Folder(root).read(".gitattributes").data
    except RefusedError:
        return False
    lines = data.decode("utf-8", "replace").splitlines()
    return any(line.startswith((f"{folder}/**", "* ")) and "-text" in line for line in lines)


@source_app.command("list", short_help="Every source, how its files stand, and who cites it.")
def list_command(
    context: typer.Context,
    output: Annotated[str, cli.format_option(plugins.names(sources_formats))] = "terminal",
    project: ProjectOption = None,
) -> None:
    """List the sources: id, title, publisher, date, kind of file, and how many claims cite each.

    \b
    Examples:
      claimcheck source list
      claimcheck source list --format json
    """  # noqa: D301 - as above
    assessment = session.assessment_of(session.project_of(context.obj, project), None)
    view = plugins.module(sources_formats, output).render
    console.say(view(catalogue.catalogue(assessment), assessment, console.screen()))


@source_app.command("show", short_help="One source, with its text and where claims quote it.")
def show_command(
    context: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="The source's id.", autocompletion=source_ids)
    ],
    output: Annotated[str, cli.format_option(plugins.names(source_formats))] = "terminal",
    project: ProjectOption = None,
) -> None:
    """Show one source: what its record says, then its text by lines, with every quotation of it.

    \b
    Examples:
      claimcheck source show daily-news-2020-07-10
      claimcheck source show daily-news-2020-07-10 --format json
    """  # noqa: D301 - as above
    assessment = session.assessment_of(session.project_of(context.obj, project), None)
    (entry,) = _chosen([source], catalogue.catalogue(assessment))
    view = plugins.module(source_formats, output).render
    console.say(view(entry, assessment, console.screen()))


@source_app.command("verify", short_help="Whether pinned files are what they were.")
def verify_command(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...", help="Ids; by default, all.", autocompletion=source_ids
        ),
    ] = None,
    again: Annotated[
        bool,
        typer.Option("--re-extract", help="Take the text out anew too, and compare."),
    ] = False,
    time_limit: TimeLimitOption = _PER_DOCUMENT,
    output: Annotated[str, cli.format_option(plugins.names(verification_formats))] = "terminal",
    project: ProjectOption = None,
) -> None:
    """Compare every pinned file with its hash; the exit status is 1 when one does not match.

    With --re-extract each text is also taken out of its original anew: a text that somebody put
    beside an honest document shows.

    \b
    Examples:
      claimcheck source verify
      claimcheck source verify annual-report --re-extract
      claimcheck source verify --format json
    """  # noqa: D301 - as above
    found = session.project_of(context.obj, project)
    entries = catalogue.catalogue(session.assessment_of(found, None))
    chosen = _chosen(sources, entries) if sources else list(entries)
    verified = [_verified(entry.source, found, time_limit, again=again) for entry in chosen]
    console.say(plugins.module(verification_formats, output).render(verified, console.screen()))
    if any(one.failures for one in verified):
        raise typer.Exit(1)


def _verified(source: Source, project: Project, seconds: float, *, again: bool) -> Verification:
    verification = verify_pins(source)
    if verification.failures or not again:
        return verification
    bounds = extract.Bounds(seconds=seconds)
    try:
        with busy(f"reading {source.id}"):
            return reextract.compare_texts(source, project.root, bounds)
    except MissingLibraryError as error:
        console.refuse(f"{source.id}: {error}", error.help)


def _chosen(wanted: list[str], entries: tuple[CatalogueEntry, ...]) -> list[CatalogueEntry]:
    by_id = {entry.source.id: entry for entry in entries}
    for name in wanted:
        if name not in by_id:
            hint = did_you_mean(name, by_id) or "`claimcheck source list` shows every source"
            console.refuse(f"there is no source '{name}'", hint)
    return [by_id[name] for name in dict.fromkeys(wanted)]
