"""The arguments and results of readers, which `claimcheck.documents.readers` describes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.model import Span

# Raised with a release whose readers make another text of some document than the last one's did:
# a text that an older edition made is then told from one that somebody edited.
EDITION: Final = 1
MAX_REPLY_BYTES = 96 << 20  # what a child may answer, JSON's escapes included


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """How a document is to be read.

    Attributes:
        whole_page: take all of a web page for its main part.
        charset: how its characters are encoded, where somebody said so outside of it.
        part: which of its pages or messages is to be read, where it holds several: an address, or a
            number from 1; "" for the one that its reader takes for the document itself.
    """

    whole_page: bool = False
    charset: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class DocumentMetadata:
    """The metadata that a document declares; empty where it declares nothing.

    The names are those of a record's keys.
    """

    title: str = ""
    type: str = ""
    author: tuple[str, ...] = ()
    container_title: str = ""
    publisher: str = ""
    language: str = ""
    issued: str = ""
    accessed: str = ""
    url: str = ""
    archive_url: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """The text and the metadata that a reader takes out of a document.

    Attributes:
        text: what a person sees, in the form that `claimcheck.text.pinned_text` describes.
        metadata: what the document declares about itself.
        remarks: what its user should know once: a proposal, an oddity.
        gaps: what of the document is not in the text, or cannot be trusted there, a clause each.
            They stay in the record: what is not found may stand in a gap.
        main: the main part of a page with furniture, as spans of `text` in code points, in order;
            none where all of it is. It ranks and proposes, and decides nothing.
        doubtful: spans of `text` whose letters are in doubt, in order.
        page_labels: what the pages call themselves, where that is not 1, 2, 3.
    """

    text: str
    metadata: DocumentMetadata = DocumentMetadata()
    remarks: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    main: tuple[Span, ...] = ()
    doubtful: tuple[Span, ...] = ()
    page_labels: tuple[str, ...] = ()
