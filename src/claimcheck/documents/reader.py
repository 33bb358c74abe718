"""What a reader takes and gives: `claimcheck.documents.readers` says what a reader is."""

from __future__ import annotations

from dataclasses import dataclass

MAX_REPLY_BYTES = 96 << 20  # what a child may answer, JSON's escapes included


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """How a document is to be read.

    Attributes:
        whole_page: keep everything on a web page, not its main text alone.
        charset: how its characters are encoded, where somebody said so outside of it.
    """

    whole_page: bool = False
    charset: str = ""


@dataclass(frozen=True, slots=True)
class DocumentMetadata:
    """What a document declares about itself; empty where it declares nothing.

    The names are those of a record's keys.
    """

    title: str = ""
    type: str = ""
    author: tuple[str, ...] = ()
    container_title: str = ""
    publisher: str = ""
    language: str = ""
    issued: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """A document's text, what it says of itself, and what its reader has to remark.

    A form feed parts pages; `[00:01:02.500]` at a line's beginning is the time of a cue.
    """

    text: str
    metadata: DocumentMetadata = DocumentMetadata()
    remarks: tuple[str, ...] = ()
