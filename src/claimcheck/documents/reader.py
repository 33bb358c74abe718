"""What a reader is.

A reader is a module in `claimcheck/documents/readers/`, named for a kind of document. It defines

    SUFFIXES: tuple[str, ...]      the endings of such files, the usual one first
    MEDIA_TYPES: tuple[str, ...]   what servers call them
    DISTRIBUTION: str              the library that it needs; "" when none
    EXTRA: str                     the extra of claimcheck-cli that installs it; "" likewise
    read(data: bytes, options: ExtractOptions) -> Extract

and, where its files can be told by how they begin, `MAGIC: tuple[bytes, ...]`. `read` is pure: from
bytes to the text and what the document says of itself. It raises `UnreadableError` with a clause
that says why. It runs in a child process that is ended when it needs too much time or memory (see
`claimcheck.documents.extract`), so it need not be robust, and its library is imported inside of it.
"""

from __future__ import annotations

from dataclasses import dataclass


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
    """What a document says of itself; empty where it says nothing. The names are the record's."""

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
