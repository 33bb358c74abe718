"""A source: a pinned document, its record, its files and its text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.model.place import Place


class Notice(StrEnum):
    """What a publisher said about its own document afterwards."""

    RETRACTED = "retracted"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"

    @property
    def takes_back(self) -> bool:
        """Whether the document does not count any more."""
        return self is not Notice.CORRECTED


class PartialDate(NamedTuple):
    """A date known to the year, the month or the day, as it was written (`2020`, `2020-07`).

    `earliest` and `latest` are the first and the last day that it may mean.
    """

    text: str
    earliest: date
    latest: date

    def __str__(self) -> str:
        """Return the date as it was written."""
        return self.text


class Pin(NamedTuple):
    """A file that a source's record names, with the hash in the record and the hash of the file.

    Attributes:
        path: the file, relative to the project root.
        expected: the SHA-256 in the record, in lower-case hexadecimal; None where it has none.
        actual: the SHA-256 of the file's bytes; None where the file could not be read.
        place: where the record names the file.
        read_error: why it could not be read, in a clause; "" where it could.
        differs_in_line_ends: whether the hashes would be equal if CRLF and LF were the same.
        missing: whether there is no such file.
        instead: what the file is in place of a document, as a noun phrase (`an empty file`, `a Git
            LFS pointer`); "" where it is a document.
        instead_help: how to get the document; "" where the file is one.
    """

    path: str
    expected: str | None
    actual: str | None
    place: Place
    read_error: str = ""
    differs_in_line_ends: bool = False
    missing: bool = False
    instead: str = ""
    instead_help: str = ""

    @property
    def changed(self) -> bool:
        """Whether the file is there, and is not the one whose hash the record holds."""
        return bool(self.actual and self.expected and self.actual != self.expected)


class Stamp(NamedTuple):
    """A time stamp of a pinned document, and whether it proves when that was there.

    Attributes:
        files: the token, and the certificate of its authority where the record names one.
        place: where the record names the token.
        time: the time that it names, in UTC; "" where it was not read.
        authority: the subject of that certificate.
        root: the certificate's SHA-256, in hexadecimal.
        problem: why it proves nothing, in a clause; "" where it does.
        unverified: why it was not verified, in a clause; "" where it was.
    """

    files: tuple[str, ...]
    place: Place
    time: str = ""
    authority: str = ""
    root: str = ""
    problem: str = ""
    unverified: str = ""


class Measure(StrEnum):
    """What a place in a document is cited by."""

    PAGE = "page"
    TIME = "time"


class Locator(NamedTuple):
    """A page or a cue: what it is called, and where it begins in the text (code points from 0)."""

    measure: Measure
    label: str
    start: int


class AsideSpan(NamedTuple):
    """A passage that a document has outside of its flow: a note, a running head, struck text.

    Attributes:
        kind: what it is: `struck`, `head`, `foot`, `line`, `note`, `box`.
        label: its page, or a note's number; "" where it has none.
        start: where it begins in the text, in code points from 0.
        end: where it ends, exclusive.
    """

    kind: str
    label: str
    start: int
    end: int


Span = tuple[int, int]
"""A part of a text: start and end in code points, the end exclusive."""


class Content(Protocol):
    """What the pinned text of a source holds, which may be read only when it is asked for."""

    @property
    def text(self) -> str | None:
        """The text that quotes anchor in; None when there is none."""

    @property
    def locators(self) -> tuple[Locator, ...]:
        """Its pages or its time codes, in order; the marks themselves are blanks in the text."""

    @property
    def asides(self) -> tuple[AsideSpan, ...]:
        """What stands after its flow, in order."""


class PinnedText(NamedTuple):
    """A text that was read, with its locators; see `Content`."""

    text: str | None = None
    locators: tuple[Locator, ...] = ()
    asides: tuple[AsideSpan, ...] = ()


class Source(NamedTuple):
    """One pinned document, as its record describes it.

    Attributes:
        text_of: the SHA-256 of the document that the text was extracted from.
        extractor: the program that made the text, its version, and the form of the text.
        origin: the id of the source that it repeats, or `unknown`; None where it repeats none.
        outlet: who printed it: its publisher, a party's id where it is one, else its container.
        supersedes: the id of the source that it is a newer capture of.
        shipped: whether its files may be handed on with the dossier; if not, they may be missing.
        stamp: its time stamp.
        pins: the files that the record names: the document, and its extracted text if there is one.
        text_path: the file that `text` was read from, relative to the project root.
        no_text_because: why there is no text, in a clause; "" where there is one.
        main: the spans of the text that are a page's main part; none where all of it is.
        doubtful: the spans of the text whose letters are in doubt.
        gaps: what of the document is not in the text, a clause each.
        page_labels: what its pages call themselves, where that is not 1, 2, 3.
        content: its text with the pages, time codes and asides in it.
    """

    id: str
    title: str
    place: Place
    type: str | None = None
    author: tuple[str, ...] = ()
    container_title: str | None = None
    publisher: str | None = None
    language: str | None = None
    issued: PartialDate | None = None
    accessed: date | None = None
    url: str | None = None
    archive_url: str | None = None
    text_of: str | None = None
    extractor: str | None = None
    origin: str | None = None
    origin_place: Place | None = None
    notice: Notice | None = None
    outlet: str = ""
    supersedes: str | None = None
    supersedes_place: Place | None = None
    shipped: bool = True
    stamp: Stamp | None = None
    pins: tuple[Pin, ...] = ()
    text_path: str = ""
    no_text_because: str = ""
    main: tuple[Span, ...] = ()
    doubtful: tuple[Span, ...] = ()
    gaps: tuple[str, ...] = ()
    page_labels: tuple[str, ...] = ()
    content: Content = PinnedText()

    @property
    def text(self) -> str | None:
        """What quotes anchor in; None when there is none."""
        return self.content.text

    @property
    def locators(self) -> tuple[Locator, ...]:
        """The pages or the time codes of the text, in order."""
        return self.content.locators

    @property
    def asides(self) -> tuple[AsideSpan, ...]:
        """What of the text stands after its flow, in order."""
        return self.content.asides

    @property
    def changed(self) -> bool:
        """Whether some pinned file is not the one whose hash the record holds."""
        return any(pin.changed for pin in self.pins)

    @property
    def absent(self) -> bool:
        """Whether a file of it is not here, and need not be: the dossier is shipped without it."""
        return not self.shipped and any(self.may_lack(pin) for pin in self.pins)

    def may_lack(self, pin: Pin) -> bool:
        """Whether a file is not here and need not be: its hash says which one it is all the same.

        Args:
            pin: one of the source's.
        """
        return pin.missing and not self.shipped and pin.expected is not None

    @property
    def has_extract(self) -> bool:
        """Whether quotes anchor in a text that was taken out of the document into another file."""
        return len(self.pins) > 1

    @property
    def text_outdated(self) -> bool:
        """Whether the record says that the text was taken out of other bytes than are pinned."""
        if not self.has_extract or self.text_of is None:
            return False
        return self.text_of != (self.pins[0].expected or self.pins[0].actual)


@dataclass(frozen=True, slots=True)
class TextComparison:
    """How a text that was taken out of its document again compares with the pinned one.

    Attributes:
        problem: why the text is not known to be what the document says, in a clause; "" where the
            two are the same.
        remark: what else its user should know.
        compared: whether the two were compared; false where the document could not be read.
    """

    problem: str = ""
    remark: str = ""
    compared: bool = True
