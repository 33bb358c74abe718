"""PDF, by pdfminer.six: it reads a file's drawing orders in Python, from the first byte on."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Any, Final

from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.model.errors import UnreadableError
from claimcheck.text import pinned_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PARENTS: Final = 8  # of a field; a file may name them in a ring

MODULE = "pdfminer"
DISTRIBUTION = "pdfminer.six"


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - a PDF has no charset
    """Return the letters of each page, and what is typed into its fields and notes.

    Args:
        data: the document.
        options: of no use here.

    Raises:
        UnreadableError: pdfminer cannot read it.
    """
    from pdfminer.pdfexceptions import PDFException

    logging.getLogger("pdfminer").setLevel(
        logging.CRITICAL
    )  # its warnings are of no use to anybody
    try:
        pages = ["\n".join(_texts(page)) for page in _pages(data)]
    except (PDFException, ValueError, KeyError, TypeError, AttributeError, IndexError):
        raise UnreadableError("it is damaged, or no PDF") from None
    return Extract(pinned_text.PAGE_BREAK.join(map(pinned_text.clean, pages)))


def _pages(data: bytes) -> Iterator[tuple[Any, Any]]:
    """Go through the pages of a file, each with its layout."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams(boxes_flow=None))
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
        yield page, device.get_result()


def _texts(page_and_layout: tuple[Any, Any]) -> Iterator[str]:
    from pdfminer.layout import LTTextContainer
    from pdfminer.pdftypes import list_value, resolve1

    page, layout = page_and_layout
    yield "".join(box.get_text() for box in layout if isinstance(box, LTTextContainer))
    for reference in list_value(page.annots) if page.annots else ():
        annotation = resolve1(reference)
        if isinstance(annotation, dict):
            yield from _typed(annotation)


def _typed(annotation: dict[str, Any]) -> Iterator[str]:
    """Return the text of a field or a note; a field's value may stand in its parent."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    field: Any = annotation
    for _ in range(_MOST_PARENTS):
        if not isinstance(field, dict):
            break
        for key in ("V", "Contents"):
            if isinstance(value := resolve1(field.get(key)), bytes):
                yield decode_text(value)
        field = resolve1(field.get("Parent"))
