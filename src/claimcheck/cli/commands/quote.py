"""`claimcheck quote`: does a quotation stand in these files?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.anchor import Text
from claimcheck.assessment.quotations import SearchableFile, locate_among
from claimcheck.cli import app as cli
from claimcheck.cli import console
from claimcheck.cli.app import CharsetOption, app
from claimcheck.cli.progress import busy
from claimcheck.documents import extract
from claimcheck.documents.document import refuse_unless_file
from claimcheck.documents.reader import ExtractOptions
from claimcheck.dossier import locators as locator
from claimcheck.dossier.strict_yaml import MAX_BYTES
from claimcheck.errors import MissingLibraryError, UnreadableError
from claimcheck.formats import quotations
from claimcheck.model import PinnedText, Place, Quote, Source
from claimcheck.system import plugins
from claimcheck.system.plain_files import MAX_TEXT_BYTES

_MOST_QUOTES = 10_000


@app.command("quote", short_help="Does a quotation stand in these files?  Needs no project.")
def quote_command(
    quote: Annotated[
        str,
        typer.Argument(
            metavar="QUOTE",
            help="The quotation; - reads many from standard input, a line each or as JSON lines "
            'with "quote" and, where given, "id".',
        ),
    ],
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Text, Markdown, HTML, PDF, DOCX, e-mail, subtitles, MHTML, WARC.",
        ),
    ],
    whole_page: Annotated[
        bool,
        typer.Option("--whole-page", help="Look in all of a web page, not its main text alone."),
    ] = False,
    charset: CharsetOption = "",
    time_limit: Annotated[
        float,
        typer.Option(
            metavar="SECONDS",
            min=1,
            max=3600,
            help="Give up a document that takes longer to read.",
        ),
    ] = 60.0,
    output: Annotated[str, cli.format_option(plugins.names(quotations))] = "terminal",
) -> None:
    """Check quotations against files, whoever wrote them: a person, a script, a language model.

    A quotation stands only if its words are there, all of them and no others; typography may
    differ. What is only near is shown with its difference, and does not pass. Documents are read as
    `source add` reads them; where they have pages or times, the answer says which.

    \b
    Exit status:
      0  every quotation stands in some file
      1  at least one does not
      2  a file could not be read

    \b
    Examples:
      claimcheck quote "sent in error" article.html statement.pdf
      claimcheck quote - article.txt --format json < answers.jsonl
    """  # noqa: D301 - \b keeps the lines of a block as they are
    asked = _asked(quote)
    options, bounds = ExtractOptions(whole_page, charset), extract.Bounds(seconds=time_limit)
    texts = [_read(file, options, bounds) for file in dict.fromkeys(files)]
    located = [locate_among(words, texts, name) for name, words in asked]
    console.say(plugins.module(quotations, output).render(located, console.screen()))
    if not all(quotation.stands for quotation in located):
        raise typer.Exit(1)


def _asked(quote: str) -> list[tuple[object, Quote]]:
    if quote != "-":
        return [(None, _checked(quote, "the quotation"))]
    asked = []
    # JSON keeps other signs that end a line as they are, so that only this one parts records.
    for number, line in enumerate(console.from_standard_input(MAX_TEXT_BYTES).split("\n"), 1):
        if line.strip():
            asked.append(_of_line(line, number))
        if len(asked) > _MOST_QUOTES:
            console.refuse(f"more than {_MOST_QUOTES:,} quotations at once", "split them")
    if not asked:
        console.refuse("standard input holds no quotation", "write one a line")
    return asked


def _of_line(line: str, number: int) -> tuple[object, Quote]:
    import json  # only for many quotations

    where = f"line {number} of standard input"
    if not line.lstrip().startswith("{"):
        return number, _checked(line.strip(), where)
    try:
        record = json.loads(line)
        words = record["quote"]
    except (ValueError, KeyError, RecursionError):
        console.refuse(f'{where}: is no JSON object with "quote"')
    if not isinstance(words, str):
        console.refuse(f'{where}: "quote" is no text')
    name = record.get("id", number)
    return name if isinstance(name, (str, int)) else number, _checked(words, where)


def _checked(words: str, where: str) -> Quote:
    if not words.strip():
        console.refuse(f"{where} is empty")
    if len(words) > MAX_BYTES:
        console.refuse(f"{where} is longer than {MAX_BYTES:,} characters")
    return Quote(words)


def _read(file: Path, options: ExtractOptions, bounds: extract.Bounds) -> SearchableFile:
    refuse_unless_file(str(file))
    if file.stat().st_size > MAX_TEXT_BYTES:
        console.refuse(f"{file}: is larger than {MAX_TEXT_BYTES:,} bytes")
    data = file.read_bytes()
    kind = extract.kind_of_name(file.name) or extract.kind_of_content(data) or "text"
    document = kind != "text"
    plain = not document and not options.charset
    raw = _decoded(file, data) if plain else _extracted(file, data, kind, options, bounds)
    text, locators = locator.blank_marks(raw, file.name)
    name = str(file)
    source = Source(name, name, Place(name), content=PinnedText(text, locators), text_path=name)
    return SearchableFile(source, Text(text), document)


def _decoded(file: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return console.refuse(
            f"{file}: is no UTF-8 text",
            "name the charset of a text with --charset, such as windows-1252; documents are known "
            f"by their endings: {', '.join(extract.suffixes())}",
        )


def _extracted(
    file: Path, data: bytes, kind: str, options: ExtractOptions, bounds: extract.Bounds
) -> str:
    try:
        with busy(f"reading {file}"):
            return extract.extract(data, kind, options, bounds).extract.text
    except (UnreadableError, MissingLibraryError) as error:
        return console.refuse(f"{file}: {error}", error.help)
