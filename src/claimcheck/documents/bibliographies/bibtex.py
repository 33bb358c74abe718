"""BibTeX and biblatex, as Zotero, JabRef and publishers write it."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.bibliography import BibliographyEntry, entry, partial_date
from claimcheck.errors import AnswerError, MissingLibraryError
from claimcheck.system.installation import install_command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_TYPES: Final = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference",
    "conference": "paper-conference", "manual": "document",
    "mastersthesis": "thesis", "misc": "document", "online": "webpage",
    "phdthesis": "thesis", "proceedings": "book", "report": "report", "techreport": "report",
    "thesis": "thesis", "unpublished": "manuscript", "dataset": "dataset", "patent": "patent",
    "www": "webpage", "electronic": "webpage", "periodical": "periodical", "software": "software",
}  # fmt: skip
_CONTAINERS: Final = ("journal", "journaltitle", "booktitle", "howpublished")
_PUBLISHERS: Final = ("publisher", "institution", "organization", "school")
_MONTHS: Final = {
    name: f"{number:02d}"
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_OWN: Final = frozenset({
    "title", "author", "date", "year", "month", "urldate", "url", "archiveurl", "langid",
    "language", *_CONTAINERS, *_PUBLISHERS,
})  # fmt: skip


def entries(data: bytes) -> Iterator[BibliographyEntry]:
    """Yield the entries of a file.

    Raises:
        AnswerError: it is no such file, or an entry of it cannot be read.
        MissingLibraryError: bibtexparser is not installed.
    """
    try:
        from bibtexparser.entrypoint import parse_string  # an extra, with the next one
        from pylatexenc.latex2text import LatexNodes2Text
    except ImportError:
        raise MissingLibraryError(
            "BibTeX cannot be read: the library bibtexparser is not installed",
            f"install it with: {install_command('exchange')}",
        ) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnswerError(f"is no UTF-8: byte {error.start + 1:,}") from None
    # What it logs of entries that it cannot read is said here.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text)
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        reason = f": {block.error}" if str(block.error) else "; a brace or a quotation mark is open"
        raise AnswerError(f"line {line}: this entry cannot be read{reason}")
    plain = LatexNodes2Text().latex_to_text
    for item in library.entries:
        fields = {field.key.lower(): str(field.value) for field in item.fields}
        yield _entry(item.key, item.entry_type.lower(), fields, plain)


def _entry(
    key: str, kind: str, fields: Mapping[str, str], plain: Callable[[str], str]
) -> BibliographyEntry:
    def text(*names: str) -> str:
        return plain(next((fields[name] for name in names if fields.get(name)), ""))

    values: dict[str, str | list[str]] = {
        "title": text("title"),
        "type": _TYPES.get(kind, "document"),
        "author": [plain(_in_order(name)) for name in _authors(fields.get("author", ""))],
        "container_title": text(*_CONTAINERS),
        "publisher": text(*_PUBLISHERS),
        "issued": _issued(fields),
        "accessed": _bare(fields.get("urldate", "")),
        # A percent sign in an address begins no comment.
        "url": _bare(fields.get("url", "")),
        "archive_url": _bare(fields.get("archiveurl", "")),
        "language": text("langid", "language"),
    }
    return entry(key, values, (name for name in fields if name not in _OWN))


def _issued(fields: Mapping[str, str]) -> str:
    if written := _bare(fields.get("date", "")):
        return partial_date(written.partition("/")[0].split("-"))
    month = _bare(fields.get("month", "")).lower()
    number = _MONTHS.get(month[:3], month)
    return partial_date([_bare(fields.get("year", "")), number])


def _authors(text: str) -> list[str]:
    """Split names at `and` outside of braces."""
    names, depth, start = [], 0, 0
    for match in re.finditer(r"[{}]|\s+and\s+", text):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
        elif not depth:
            names.append(text[start : match.start()])
            start = match.end()
    return [*names, text[start:]]


def _in_order(text: str) -> str:
    """Return `Jane Roe` for `Roe, Jane`; a name in braces is what it is."""
    name = text.strip()
    family, comma, given = (part.strip() for part in name.partition(","))
    return f"{given} {family}" if comma and not name.startswith("{") else name


def _bare(text: str) -> str:
    return re.sub(r"[{}\\]", "", text)
