"""BibTeX and biblatex, as Zotero, JabRef and publishers write it."""

from __future__ import annotations

import logging
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimcheck.documents.bibliography import BibliographyEntry, entry, partial_date
from claimcheck.model.errors import AnswerError, MissingLibraryError
from claimcheck.system.installation import install_command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bibtexparser.model import Field

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
_LANGUAGES: Final = {
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB",
    "ukenglish": "en-GB", "german": "de", "ngerman": "de", "austrian": "de-AT",
    "naustrian": "de-AT", "french": "fr", "francais": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "brazilian": "pt-BR",
    "brazil": "pt-BR", "dutch": "nl", "polish": "pl", "russian": "ru", "ukrainian": "uk",
    "swedish": "sv", "danish": "da", "norwegian": "no", "finnish": "fi", "czech": "cs",
    "slovak": "sk", "slovene": "sl", "croatian": "hr", "hungarian": "hu", "greek": "el",
    "turkish": "tr", "romanian": "ro", "bulgarian": "bg", "catalan": "ca", "latin": "la",
    "hebrew": "he", "arabic": "ar", "japanese": "ja", "chinese": "zh", "korean": "ko",
    "deutsch": "de", "englisch": "en", "französisch": "fr",
}  # fmt: skip
# What an entry that refers to another as its whole does not take over from it.
_NOT_OF_A_PART: Final = frozenset({"author", "url", "urldate", "archiveurl"})
# A title before it and a kind of file behind it.
_PIECES_AROUND_A_PATH: Final = 2
_DAY: Final = ("date", "year", "month")
_TITLES_OF_A_WHOLE: Final = {"title": "booktitle"}
_MOST_REFERENCES: Final = 10
# The library takes some fifteen microseconds a character, and as for fifteen more a text; texts
# without these it gives back as they are, without braces.
_COMMANDS: Final = re.compile(r"[\\$%&~]|--|''|``|[!?]`")
_MAX_LATEX: Final = 250_000
_LATEX_OF_A_TEXT: Final = 15
_MAX_LATEX_VALUE: Final = 50_000
_DAY_OF_TIME: Final = re.compile(r"(?<=\d)T.*", re.DOTALL)
_ADDRESS: Final = re.compile(r"\s*\{?\s*(?:\\url\s*\{)?\s*(https?://[^\s{}]+)\s*\}?\s*\}?\s*")
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
        from bibtexparser.entrypoint import parse_string  # an extra, with the next ones
        from bibtexparser.model import Entry
        from pylatexenc.latex2text import LatexNodes2Text
    except ImportError:
        raise MissingLibraryError(
            "BibTeX cannot be read: the library bibtexparser is not installed",
            f"install it with: {install_command('exchange')}",
        ) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise AnswerError(f"line {line}: is not UTF-8", "save it as UTF-8") from None
    # What it logs of entries that it cannot read is said here.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text)
    for block in library.failed_blocks:
        if isinstance(block.ignore_error_block, Entry):
            continue  # an entry that stands twice, or a field of it, is an entry all the same
        line = (block.start_line or 0) + 1
        reason = f": {block.error}" if str(block.error) else "; a brace or a quotation mark is open"
        raise AnswerError(f"line {line}: this entry cannot be read{reason}")
    plain = _reader_of_words(LatexNodes2Text().latex_to_text)
    twice = [
        block.ignore_error_block
        for block in library.failed_blocks
        if isinstance(block.ignore_error_block, Entry)
    ]
    keys: Counter[str] = Counter()
    written: list[tuple[str, str, dict[str, str], list[str]]] = []
    for item in (*library.entries, *twice):
        fields, repeated = _fields(item.fields)
        keys[item.key] += 1
        key = item.key if keys[item.key] == 1 else f"{item.key}-{keys[item.key]}"
        written.append((key, item.entry_type.lower(), fields, repeated))
    by_key = {key.casefold(): fields for key, _kind, fields, _repeated in reversed(written)}
    for key, kind, fields, repeated in written:
        if kind != "xdata":  # what other entries share, and no document
            yield _entry(key, kind, _inherited(key, kind, fields, by_key), repeated, plain)


def _reader_of_words(convert: Callable[[str], object]) -> Callable[[str], str]:
    """Return a function that gives LaTeX as plain text, given one of the library's.

    It raises `AnswerError` where a file has more LaTeX than can be read in some seconds.
    """
    length = 0

    def plain(latex: str) -> str:
        nonlocal length
        if not _COMMANDS.search(latex) and _has_pairs_of_braces(latex):
            return _bare(latex)
        length += len(latex) + _LATEX_OF_A_TEXT
        if length > _MAX_LATEX or len(latex) > _MAX_LATEX_VALUE:
            raise AnswerError(
                f"has too much text with LaTeX commands: some {_MAX_LATEX:,} characters in a file, "
                f"and {_MAX_LATEX_VALUE:,} in a field, are read; import it in parts"
            )
        try:
            return str(convert(latex))
        except Exception:  # noqa: BLE001 - the library breaks at half a command
            return _bare(latex)

    return plain


def _has_pairs_of_braces(text: str) -> bool:
    """Whether each brace that opens is closed, and none is closed that was not opened."""
    depth = 0
    for match in re.finditer("[{}]", text):
        depth += 1 if match[0] == "{" else -1
        if depth < 0:
            return False
    return not depth


def _fields(written: Iterable[Field]) -> tuple[dict[str, str], list[str]]:
    """Return fields by their names in lower case, and those of which a second value is left out."""
    fields: dict[str, str] = {}
    repeated = []
    for field in written:
        name = field.key.lower()
        if fields.setdefault(name, str(field.value)) != str(field.value):
            repeated.append(f"{name} (again)")
    return fields, repeated


def _inherited(
    key: str, kind: str, fields: Mapping[str, str], by_key: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return an entry's fields, with those of the entries that it refers to for them.

    The title of what it is a part of is that of its container. An address, and who wrote a
    collection, are not the part's own.

    Args:
        key: its key.
        kind: what kind of document it is of.
        fields: its fields.
        by_key: the fields of every entry, by its key in small letters.
    """
    values = dict(fields)
    for _ in range(_MOST_REFERENCES):
        shared = [name.strip().casefold() for name in values.get("xdata", "").split(",")]
        whole = values.get("crossref", "").strip().casefold()
        if shared != [""] and all(name in by_key for name in shared):
            del values["xdata"]
            for name in shared:
                _take_over(values, by_key[name])
        elif whole in by_key and whole != key.casefold():
            del values["crossref"]
            own = {"author"} if kind == "inbook" else set()
            parent = {
                _TITLES_OF_A_WHOLE.get(name, name): value
                for name, value in by_key[whole].items()
                if name not in _NOT_OF_A_PART - own
            }
            _take_over(values, parent)
        else:
            break  # what an entry refers to in vain is told as left out
    return values


def _take_over(values: dict[str, str], other: Mapping[str, str]) -> None:
    """Add the fields of another entry that are read here and that an entry has not of its own.

    Args:
        values: the entry's fields.
        other: the other's.
    """
    has_day = any(values.get(name) for name in _DAY)
    for name, value in other.items():
        if name in _OWN | {"xdata", "crossref"} and not (has_day and name in _DAY):
            values.setdefault(name, value)


def _entry(
    key: str,
    kind: str,
    fields: Mapping[str, str],
    repeated: Iterable[str],
    plain: Callable[[str], str],
) -> BibliographyEntry:
    """Return the fields of an entry.

    Args:
        key: its key.
        kind: what kind of document it is of, in lower case.
        fields: its fields, by their names in lower case.
        repeated: what is left out of fields that stand in it twice.
        plain: returns a text without LaTeX.
    """

    def text(*names: str) -> str:
        return plain(next((fields[name] for name in names if fields.get(name)), ""))

    authors = _authors(fields.get("author", ""))
    # Before there was a field for it, an address stood in the one for how a thing was published.
    address = _ADDRESS.fullmatch(fields.get("howpublished", ""))
    if address:
        fields = {**fields, "howpublished": "", "url": fields.get("url") or address[1]}
    issued = _issued(fields)
    values: dict[str, str | list[str]] = {
        "title": text("title"),
        "type": _TYPES.get(kind, "document"),
        "author": [plain(_in_order(name)) for name in authors if name.strip() != "others"],
        "container_title": text(*_CONTAINERS),
        "publisher": text(*_PUBLISHERS),
        "issued": issued,
        "accessed": _DAY_OF_TIME.sub("", _bare(fields.get("urldate", ""))),
        # A percent sign in an address begins no comment.
        "url": _bare(fields.get("url", "")),
        "archive_url": _bare(fields.get("archiveurl", "")),
        "language": _language(text("langid", "language")),
    }
    left_out = [*(name for name in fields if name not in _OWN), *repeated]
    # `c. 1999`, `in press`: no record has a place for them.
    left_out += [name for name in ("date", "year") if not issued and _bare(fields.get(name, ""))]
    left_out += ["date (its end)"] if _bare(fields.get("date", "")).partition("/")[2] else []
    left_out += ["author (others)"] if "others" in map(str.strip, authors) else []
    return replace(entry(key, values, left_out), files=tuple(_files(fields.get("file", ""))))


def _files(written: str) -> Iterator[str]:
    """Yield paths out of `Full Text:files/1/a.pdf:application/pdf;…`, as Zotero and JabRef write.

    A backslash stands before a sign that parts nothing; a path may stand alone, too.
    """
    for part in re.split(r"(?<!\\);", written):
        pieces = re.split(r"(?<!\\):", part)
        path = ":".join(pieces[1:-1]) if len(pieces) > _PIECES_AROUND_A_PATH else part
        if plain := re.sub(r"\\(.)", r"\1", path).strip():
            yield plain


def _language(written: str) -> str:
    """Return the code of a language that LaTeX has a name of its own for."""
    return _LANGUAGES.get(written.strip().lower(), written)


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
    if _is_one_group(name):
        return name
    family, *others = (part.strip() for part in name.split(","))
    # Of three, the second is what stands behind a name: `King, Jr., Martin Luther`.
    return " ".join(
        filter(None, (*others[1:], family, *others[:1]) if others[1:] else (*others, family))
    )


def _is_one_group(name: str) -> bool:
    """Whether one pair of braces holds all of a name: an institution's, say."""
    depth = 0
    for number, char in enumerate(name):
        depth += (char == "{") - (char == "}")
        if not depth:
            return number == len(name) - 1 and name.startswith("{")
    return False


def _bare(text: str) -> str:
    return re.sub(r"[{}\\]", "", text)
