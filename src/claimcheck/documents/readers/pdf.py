"""PDF: what a person sees of each page, as PDFium hands it out and its drawing shows it."""

from __future__ import annotations

import contextlib
from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.documents.pdf.flow import flow_of
from claimcheck.documents.pdf.gaps import gaps_of, remarks_of
from claimcheck.documents.pdf.letters import trust, with_trust
from claimcheck.documents.pdf.ligature_names import letters_by_font
from claimcheck.documents.pdf.line_numbers import mark_line_numbers
from claimcheck.documents.pdf.page import ReadPage, read_page
from claimcheck.documents.pdf.properties import attached, metadata_of, page_labels
from claimcheck.documents.pdf.running import mark_running, printed_labels
from claimcheck.documents.pdf.sheet import Sheet
from claimcheck.documents.pdf.type3_fonts import with_names_mapped
from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.model.errors import UnreadableError
from claimcheck.text import pinned_text
from claimcheck.text.pinned_text import Aside, AsideKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.documents.pdf.pdfium import Handle, Library

SUFFIXES = (".pdf",)
MEDIA_TYPES = ("application/pdf",)
DISTRIBUTION = "pypdfium2"
EXTRA = "pdf"
_GET_ANOTHER = "open it in a viewer and print it into a new PDF, or get another copy"
MAGIC = (b"%PDF-",)


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - a PDF has no charset
    """Return the text that a person sees on the pages.

    Args:
        data: the document.
        options: of no use here.

    Raises:
        UnreadableError: it is damaged, locked, or holds pictures of text only, or letters that its
            fonts do not name.
    """
    import pypdfium2
    from pypdfium2 import raw as pdfium

    try:
        document = _opened(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableError("it is locked with a password", "add an unlocked copy") from None
        raise UnreadableError("it is damaged, or no PDF", _GET_ANOTHER) from None
    with contextlib.closing(document):
        if pdfium.FPDF_GetFormType(document) != pdfium.FORMTYPE_NONE:
            document.init_forms()  # so that fields are drawn, and their values are text
        ligatures = letters_by_font(data)
        pages = [
            _page(pdfium, document, number, ligatures)
            for number in range(pdfium.FPDF_GetPageCount(document))
        ]
        return _extract(pdfium, document, pages)


def _opened(data: bytes) -> Handle:
    """Open a file, with the letters of its fonts named where that can be done."""
    import pypdfium2

    named = with_names_mapped(data)
    if named is not data:
        with contextlib.suppress(pypdfium2.PdfiumError):
            return pypdfium2.PdfDocument(named)
    return pypdfium2.PdfDocument(data)


def _page(
    pdfium: Library, document: Handle, number: int, ligatures: Mapping[str, Mapping[int, str]]
) -> ReadPage:
    try:
        return read_page(pdfium, document, number, ligatures)
    except ValueError:
        return ReadPage(lost=True)


def _extract(pdfium: Library, document: Handle, pages: Sequence[ReadPage]) -> Extract:
    if not any(page.rows for page in pages):
        if any(page.misses_fonts for page in pages):
            raise UnreadableError(
                "its fonts are neither in the file nor on this machine",
                "install fonts of its language, or add a PDF that holds them",
            )
        raise UnreadableError(
            "none of its pages holds text; they may be scanned",
            "run it through OCR first, or transcribe it as plain text",
        )
    sheets = _sheets(pages)
    printed, texts, doubtful, start = [], [], [], 0
    for sheet in sheets:
        text, spans = flow_of(sheet)
        printed.append(text)
        texts.append(pinned_text.without_running(text))
        doubtful += [(start + first, start + last) for first, last in spans]
        start += len(texts[-1]) + len(pinned_text.PAGE_BREAK)
    if not any(map(str.isalnum, "".join(texts))):
        raise UnreadableError(
            "it does not say which letters its fonts draw, so that none can be read"
            if any(page.guessed for page in pages)
            else "no letter and no number is seen on its pages but what is drawn as a picture",
            "run it through OCR first, or transcribe it as plain text",
        )
    asides = [Aside(AsideKind.NOTE, note) for page in pages for note in page.notes]
    asides += [Aside(AsideKind.STRUCK, words) for page in pages for words in page.struck]
    metadata, remarks = metadata_of(pdfium, document, texts)
    return Extract(
        pinned_text.pinned(printed, asides),
        metadata,
        remarks=(*remarks_of(pages), *remarks),
        gaps=tuple(gaps_of(pages, texts, attached(pdfium, document))),
        doubtful=tuple(doubtful),
        page_labels=page_labels(pdfium, document) or printed_labels(sheets),
    )


def _sheets(pages: Sequence[ReadPage]) -> list[Sheet]:
    """Return the pages, what runs through them told from their flow."""
    trusts = {font: trust(signs) for font, signs in _guessed(pages).items()}
    sheets = []
    for number, page in enumerate(pages, 1):
        rows = [[with_trust(cell, trusts) for cell in row] for row in page.rows]
        sheets.append(Sheet(number, rows, page.frame))
    mark_line_numbers(sheets)
    mark_running(sheets)
    return sheets


def _guessed(pages: Iterable[ReadPage]) -> Mapping[str, Counter[str]]:
    """Return the letters that were guessed on all pages, by font."""
    fonts: dict[str, Counter[str]] = {}
    for page in pages:
        for font, signs in page.guessed.items():
            fonts.setdefault(font, Counter()).update(signs)
    return fonts
