"""What a PDF says of itself, apart from its pages."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.pdfium import text_of
from claimcheck.documents.properties import declared
from claimcheck.documents.reader import DocumentMetadata
from claimcheck.text import pinned_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.pdf.pdfium import Handle, Library

_LONGEST_LABEL: Final = 20
_DAY: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_FIRST_YEAR: Final = 1985  # no file is older than the format
_FIRST_PAGES: Final = 2  # where a document names its title and its authors


def metadata_of(
    pdfium: Library, document: Handle, pages: Sequence[str]
) -> tuple[DocumentMetadata, tuple[str, ...]]:
    """Return the metadata of a document, and remarks for a person to look at.

    Args:
        pdfium: `pypdfium2.raw`.
        document: the document's handle.
        pages: the text of each page.
    """

    def read(key: bytes) -> str:
        written = text_of(pdfium.FPDF_GetMetaText, document, key)
        return " ".join(pinned_text.clean(written).split())

    text = "\n".join(pages[:_FIRST_PAGES])
    title, authors, remarks = declared(read(b"Title"), read(b"Author"), text)
    if day := _day(read(b"CreationDate")):
        made = f"the file was made on {day}; if it appeared then, write issued: {day}"
        remarks = (*remarks, made)
    language = text_of(pdfium.FPDFCatalog_GetLanguage, document)
    return DocumentMetadata(title=title, author=authors, language=language), remarks


def page_labels(pdfium: Library, document: Handle) -> tuple[str, ...]:
    """Return what the pages call themselves; nothing where they are counted from 1.

    Args:
        pdfium: `pypdfium2.raw`.
        document: the document's handle.
    """
    count = pdfium.FPDF_GetPageCount(document)
    labels = [text_of(pdfium.FPDF_GetPageLabel, document, page) for page in range(count)]
    plain = [str(number) for number in range(1, count + 1)]
    return () if labels == plain or not all(map(_is_label, labels)) else tuple(labels)


def attached(pdfium: Library, document: Handle) -> int:
    """Return how many files are attached to a document.

    Args:
        pdfium: `pypdfium2.raw`.
        document: the document's handle.
    """
    count: int = pdfium.FPDFDoc_GetAttachmentCount(document)
    return max(0, count)


def _is_label(label: str) -> bool:
    return 0 < len(label) <= _LONGEST_LABEL and label.isprintable() and label == label.strip()


def _day(written: str) -> str:
    """Return the day of a PDF's date, where it is one."""
    date = _DAY.match(written)
    if not date:
        return ""
    try:
        day = dt.date(*map(int, date.groups()))
    except ValueError:
        return ""
    return day.isoformat() if day.year >= _FIRST_YEAR else ""
