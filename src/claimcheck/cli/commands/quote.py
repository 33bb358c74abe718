"""`claimcheck quote`: does a quotation stand in these files?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.anchor import Fit, Text, locate, too_short
from claimcheck.assessment.passages import marked, named, place_in, shortened
from claimcheck.cli import console
from claimcheck.cli.app import CharsetOption, app
from claimcheck.cli.progress import busy
from claimcheck.documents import extract
from claimcheck.documents.document import refuse_unless_file
from claimcheck.documents.reader import ExtractOptions
from claimcheck.dossier import locators as locator
from claimcheck.dossier.strict_yaml import MAX_BYTES
from claimcheck.errors import MissingLibraryError, UnreadableError
from claimcheck.model import Place, Quote, Source
from claimcheck.system.plain_files import MAX_TEXT_BYTES
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from claimcheck.anchor import Anchor

_MOST_QUOTES = 10_000


class Format(StrEnum):
    """How to say it."""

    TERMINAL = "terminal"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Read:
    """A file's text, ready to be searched; `document` where it had to be taken out first.

    `source` holds the text and where its pages or times begin; its id is the file's name.
    """

    source: Source
    text: Text
    document: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A quotation, and where it stands best among the files."""

    id: object
    quote: str
    anchor: Anchor
    read: Read

    @property
    def stands(self) -> bool:
        """Whether the quotation really is there."""
        return self.anchor.fit.passes


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
    output: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="How to say it: terminal, json.")
    ] = Format.TERMINAL,
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
    answers = [_answer(name, words, texts) for name, words in asked]
    if output is Format.JSON:
        import json  # only where it is asked for

        for answer in answers:
            console.say(json.dumps(_record(answer), ensure_ascii=True) + "\n")
    else:
        console.say("\n".join(map(_said, answers)))
    if not all(answer.stands for answer in answers):
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


def _read(file: Path, options: ExtractOptions, bounds: extract.Bounds) -> Read:
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
    source = Source(name, name, Place(name), text=text, text_path=name, locators=locators)
    return Read(source, Text(text), document)


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


def _answer(name: object, quote: Quote, texts: list[Read]) -> Answer:
    """Look in every file; what passes goes before what is near, and the nearest before others."""
    found = [(locate(quote, one.text), one) for one in texts]
    anchor, read = max(
        found, key=lambda one: (one[0].fit.passes, one[0].start is not None, one[0].similarity)
    )
    return Answer(name, quote.exact, anchor, read)


def _place(answer: Answer) -> str:
    """Say where the passage is: with its line in a text, with its page or time in a document."""
    source, anchor = answer.read.source, answer.anchor
    if anchor.start is None or anchor.end is None:
        return ""
    if answer.read.document:
        return source.text_path
    return str(place_in(answer.read.text.raw, source.text_path, anchor.start))


def _locator(answer: Answer) -> str:
    if answer.anchor.start is None or answer.anchor.end is None:
        return ""
    return locator.locator_phrase(answer.read.source, answer.anchor.start, answer.anchor.end)


def _locators(answer: Answer) -> list[dict[str, str]]:
    source, anchor = answer.read.source, answer.anchor
    if anchor.start is None or anchor.end is None:
        return []
    return [
        {"measure": source.locators[0].measure, "label": label}
        for label in locator.locator_labels(source, anchor.start, anchor.end)
    ]


def _passage(answer: Answer) -> str:
    anchor = answer.anchor
    if anchor.start is None or anchor.end is None:
        return ""
    return shortened(answer.read.text.raw[anchor.start : anchor.end])


def _said(answer: Answer) -> str:
    anchor = answer.anchor
    lines = [f"{anchor.fit}{named(anchor.changes)}: {one_line(shortened(answer.quote))}"]
    if place := _place(answer):
        lines.append(f"  {one_line(place)}" + (f"  {where}" if (where := _locator(answer)) else ""))
    if not answer.stands and anchor.difference:
        written = marked([(one.written, one.same) for one in anchor.difference])
        printed = marked([(one.printed, one.same) for one in anchor.difference])
        for label, runs in (("quote", written), ("source", printed)):
            said = "".join(f"[[{run.text}]]" if run.marked else run.text for run in runs)
            lines.append(f"  {label:>6}: {one_line(said)}")
    elif passage := _passage(answer):
        lines.append(f"  source: {one_line(passage)}")
    if anchor.fit is Fit.AMBIGUOUS:
        lines.append(f"  it stands there {anchor.count} times")
    if anchor.reason:
        lines.append(f"  {anchor.reason}")
    if too_short(Quote(answer.quote)):
        lines.append("  it is too short to mean much")
    return "\n".join(lines) + "\n"


def _record(answer: Answer) -> dict[str, object]:
    anchor = answer.anchor
    return {
        "schema": "claimcheck/quotation",
        "schema_version": 1,
        "id": answer.id,
        "quote": answer.quote,
        "stands": answer.stands,
        "fit": str(anchor.fit),
        "file": answer.read.source.text_path if anchor.start is not None else None,
        "place": _place(answer) or None,
        "locators": _locators(answer),
        "start": anchor.start,
        "end": anchor.end,
        "passage": _passage(answer) or None,
        "changes": [str(change) for change in anchor.changes],
        "count": anchor.count,
        "reason": anchor.reason or None,
    }
