"""An article as its readers see it, with the way back to every place of the original.

Readers of articles (`claimcheck.documents.articles`) make an `Article` of a file, with a `Draft`,
piece by piece. What is written for the gate alone (notes that name claims and sources,
`[unverified]`) is no part of the running text; it stands beside it, each with its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from claimcheck.model import Place

if TYPE_CHECKING:
    from collections.abc import Mapping


class BlockKind(StrEnum):
    """The kind of a block of an article."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"
    QUOTE = "quote"


class DeclarationKind(StrEnum):
    """A declaration about a sentence that cites nothing."""

    UNVERIFIED = "unverified"
    OPINION = "opinion"
    OWN_REPORTING = "own reporting"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an article: what it is, and where it stands in the running text."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NoteCitation:
    """The target of a note or a bracket: a claim or a source, with words and a page where given.

    `kind` is `claim`, `source`, or "" where only an id is written. `raw_start` is where it stands
    in the original.
    """

    kind: str
    id: str
    words: str
    page: str
    raw_start: int


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its label, its text, what it names, and where its text begins in the original."""

    label: str
    text: str
    citations: tuple[NoteCitation, ...]
    declarations: tuple[DeclarationKind, ...]
    raw_start: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A mark in the running text that cites: a footnote's, or a bracket with what it names.

    `at` is its place in the running text, `raw_start` and `raw_end` in the original. `label` is the
    footnote's, "" for a bracket.
    """

    at: int
    label: str
    citations: tuple[NoteCitation, ...]
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Declaration:
    """The place and the kind of a declaration: `[unverified]`, `[own reporting: Ana Moor]`."""

    at: int
    kind: DeclarationKind
    detail: str
    raw_start: int


@dataclass(frozen=True, slots=True)
class Article:
    r"""An article.

    Attributes:
        path: its file, relative to the project root where it lies in there.
        raw: the original as text, with `\n` at the lines' ends; of a document with paragraphs, one
            a line.
        text: the running text; blocks are parted by empty lines.
        blocks: its blocks, in order.
        references: the marks that cite, in order.
        notes: the footnotes by label.
        repeated_notes: those whose label another footnote of other words before them has, so that
            no mark leads to them.
        declarations: what the writer declares, in order.
        allow: the rules that its front matter silences, each with a reason.
        gaps: what of the file was not read, a clause each.
        unread: why the whole file could not be read, in a clause; "" where it could.
        is_no_file: whether that is because no plain file has its name, but a folder or a pipe.
        pieces: for each piece of `text` where it begins, where it begins in `raw`, and whether
            characters stand there one by one.
    """

    path: str
    raw: str = field(repr=False)
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = ()
    references: tuple[Reference, ...] = ()
    notes: Mapping[str, Note] = field(default_factory=dict)
    declarations: tuple[Declaration, ...] = ()
    allow: Mapping[str, str] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()
    unread: str = ""
    is_no_file: bool = False
    pieces: tuple[tuple[int, int, int], ...] = field(default=(), repr=False)
    repeated_notes: tuple[Note, ...] = ()

    @property
    def citations(self) -> tuple[NoteCitation, ...]:
        """What it names: by its marks in their order, then by its footnotes."""
        by_marks = (reference.citations for reference in self.references)
        return tuple(chain(*by_marks, *(note.citations for note in self.notes.values())))

    def raw_offset(self, offset: int) -> int:
        """Return where a character of the running text stands in the original."""
        number = bisect_right(self.pieces, (offset, len(self.raw) + 1, 0)) - 1
        if number < 0:
            return 0
        start, raw_start, length = self.pieces[number]
        return raw_start + min(offset - start, length)

    def references_between(self, start: int, end: int) -> tuple[Reference, ...]:
        """Return the marks that cite in a stretch of the running text, its end included."""
        low = bisect_left(self.references, start, key=lambda reference: reference.at)
        high = bisect_right(self.references, end, key=lambda reference: reference.at)
        return self.references[low:high]

    def place(self, offset: int) -> Place:
        """Return line and column, from 1, of a character of the running text in the original."""
        return self.raw_place(self.raw_offset(offset))

    def raw_place(self, raw_offset: int) -> Place:
        """Return line and column, from 1, of an offset in the original."""
        starts = _line_starts(self.raw)
        line = bisect_right(starts, raw_offset)
        return Place(self.path, line, raw_offset - starts[line - 1] + 1)


@lru_cache(maxsize=16)
def _line_starts(raw: str) -> list[int]:
    """Where each line begins; every item of an article asks for its place."""
    return [0, *(match.end() for match in re.finditer("\n", raw))]


# `[unverified]`, `[own reporting: Ana Moor]`; an en dash or a colon before the name.
_DECLARATION: Final = (
    r"\[(?P<declared>unverified|opinion|own reporting)"
    r"(?:\s*[:–—-]\s*(?P<detail>[^\[\]\n]{1,200}))?\]"
)
# Pandoc's: `[@gazette, p. 12]`, `[see @a; @b]`.
_BRACKET: Final = r"\[(?P<bracket>[^\[\]\n]{0,80}?-?@[^\[\]\n]{1,400})\]"
# A footnote's mark whose note is nowhere: readers take it for text.
_LOST: Final = r"\[\^(?P<lost>[^\s\[\]^]{1,200})\]"
_MARKS: Final = re.compile(f"{_DECLARATION}|{_BRACKET}|{_LOST}", re.IGNORECASE)
_ID: Final = r"[\w][\w.:/-]*[\w]|\w"
_WORDS: Final = (
    r"(?:[\"“](?P<w1>[^\"“”]{1,4000})[\"”]|„(?P<w2>[^„“”]{1,4000})[“”]|[«»](?P<w3>[^«»]{1,4000})[«»]"
    r"|「(?P<w4>[^「」]{1,4000})」)"
)
_PAGE: Final = (
    r"(?:[Pp]p?\.|[Pp]ages?(?![a-z])|S\.|Seite|pág\.|pag\.|с\.)\s*"
    r"(?P<page>[\w]+(?:\s*[-–]\s*\w+)?)"
)
# An office program makes a capital of the first letter of a note. `Source: Reuters` is prose.
KIND_WITH_CAPITAL: Final = r"(?:Claim|Source):(?=[a-z0-9])(?!https?:)"
_NAMED: Final = re.compile(
    rf"\b(?P<kind>(?:claim|source)\s*:\s*|{KIND_WITH_CAPITAL})(?P<id>{_ID})(?:\s*,?\s*{_WORDS})?(?:\s*,?\s*{_PAGE})?"
    rf"|(?<![\w.@])-?@\{{?(?P<at>{_ID})\}}?(?:\s*,?\s*{_WORDS.replace('<w', '<v')})?"
    rf"(?:\s*,?\s*{_PAGE.replace('<page>', '<leaf>')})?"
)


def citations_in(text: str, raw_start: int) -> tuple[NoteCitation, ...]:
    """Return what a note or a bracket names.

    Args:
        text: what is written in it.
        raw_start: where that begins in the original.
    """
    cited = []
    for match in _NAMED.finditer(text):
        words = next((match[name] for name in _WORD_GROUPS if match[name]), "")
        page = match["page"] or match["leaf"] or ""
        kind = (match["kind"] or "").lower().rstrip(": \t\n")
        name = (match["id"] or match["at"] or "").rstrip(".:/-")
        cited.append(NoteCitation(kind, name, words.strip(), page, raw_start + match.start()))
    return tuple(cited)


_WORD_GROUPS: Final = ("w1", "w2", "w3", "w4", "v1", "v2", "v3", "v4")


def declarations_in(text: str) -> tuple[DeclarationKind, ...]:
    """Return what a footnote declares: `[own reporting: Ana Moor]`."""
    return tuple(
        DeclarationKind(match["declared"].lower())
        for match in _MARKS.finditer(text)
        if match["declared"]
    )


_STOPS: Final = (*".,;:!?",)


class Draft:
    """An article in the making: running text and marks, each with its place in the original.

    Args:
        path: the file.
        raw: the original as text.
    """

    def __init__(self, path: str, raw: str) -> None:
        self._path, self._raw = path, raw
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[tuple[int, int, int]] = []
        self._blocks: list[Block] = []
        self._begun: tuple[BlockKind, int] | None = None
        self._references: list[Reference] = []
        self._notes: dict[str, Note] = {}
        self._repeated: list[Note] = []
        self._declarations: list[Declaration] = []
        self._note: tuple[str, int, list[str]] | None = None
        self.allow: dict[str, str] = {}
        self.gaps: list[str] = []

    def begin(self, kind: BlockKind) -> None:
        """Begin a block."""
        self.end()
        self._begun = kind, self._length

    def end(self) -> None:
        """End the block that was begun."""
        if self._begun is None:
            return
        kind, start = self._begun
        self._begun = None
        if self._length > start:
            self._blocks.append(Block(kind, start, self._length))
            self._append("\n\n")

    def add(self, text: str, raw_start: int, raw_length: int | None = None) -> None:
        """Add running text.

        Args:
            text: what readers see.
            raw_start: where it begins in the original.
            raw_length: how many characters it takes there, where it does not stand there as it is.
        """
        if self._note is not None:
            self._note[2].append(text)
            return
        if raw_length is not None and raw_length != len(text):
            self._pieces.append((self._length, raw_start, 0))
            self._append(text)
            self._pieces.append((self._length, raw_start + raw_length, 0))
            return
        at = 0
        if "[" in text:
            for match in _MARKS.finditer(text):
                stop = match.start()
                # `in June [@council].` is read as `in June.`
                if text[at:stop].endswith(" ") and text[match.end() : match.end() + 1] in _STOPS:
                    stop -= 1
                self._plain(text[at:stop], raw_start + at)
                self._mark(match, raw_start)
                at = match.end()
        self._plain(text[at:], raw_start + at)

    def blank(self, raw_start: int) -> None:
        """Add a blank: a line's end, or the space between two cells."""
        self.add(" ", raw_start, 0)

    def part(self, between: str, raw_start: int) -> None:
        """Part what comes from the words that the block has already; nothing where it has none.

        Args:
            between: what stands between them.
            raw_start: where it stands in the original.
        """
        if self._begun is not None and self._length > self._begun[1]:
            self.add(between, raw_start, 0)

    def refer(self, label: str, raw_start: int, raw_end: int) -> None:
        """Add a footnote's mark.

        Args:
            label: the footnote's.
            raw_start: where the mark stands in the original.
            raw_end: where it ends.
        """
        if self._note is None:
            self._references.append(Reference(self._length, label, (), raw_start, raw_end))

    def cite(self, text: str, raw_start: int, raw_end: int) -> None:
        """Add a mark that itself says what it cites: an inline footnote.

        Args:
            text: what it says.
            raw_start: where it stands in the original.
            raw_end: where it ends.
        """
        if self._note is None:
            self._references.append(
                Reference(self._length, "", citations_in(text, raw_start), raw_start, raw_end)
            )
            self._declarations += [
                Declaration(self._length, kind, "", raw_start) for kind in declarations_in(text)
            ]

    def begin_note(self, label: str, raw_start: int) -> None:
        """Begin a footnote's text; what is added until it ends belongs to it."""
        self.end()
        self._note = label, raw_start, []

    def end_note(self) -> None:
        """End a footnote's text."""
        if self._note is None:
            return
        label, raw_start, parts = self._note
        self._note = None
        text = "".join(parts).strip()
        cited = citations_in(text, raw_start)
        note = Note(label, text, cited, declarations_in(text), raw_start)
        # One that is written again in the same words says nothing that is not heard.
        if self._notes.setdefault(label, note).text != text:
            self._repeated.append(note)

    def article(self) -> Article:
        """Return the article."""
        self.end()
        return Article(
            self._path,
            self._raw,
            "".join(self._parts),
            tuple(self._blocks),
            tuple(sorted(self._references, key=lambda reference: reference.at)),
            self._notes,
            tuple(self._declarations),
            self.allow,
            tuple(self.gaps),
            pieces=tuple(self._pieces),
            repeated_notes=tuple(self._repeated),
        )

    def _plain(self, text: str, raw_start: int) -> None:
        if text:
            self._pieces.append((self._length, raw_start, len(text)))
            self._append(text)

    def _mark(self, match: re.Match[str], raw_start: int) -> None:
        start, end = raw_start + match.start(), raw_start + match.end()
        if match["declared"]:
            kind = DeclarationKind(match["declared"].lower())
            self._declarations.append(
                Declaration(self._length, kind, (match["detail"] or "").strip(), start)
            )
        elif match["bracket"]:
            cited = citations_in(match["bracket"], start + 1)
            self._references.append(Reference(self._length, "", cited, start, end))
        else:
            self._references.append(Reference(self._length, match["lost"], (), start, end))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
