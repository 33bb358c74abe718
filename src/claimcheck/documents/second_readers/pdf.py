"""PDF, by pdfminer.six: it reads a file's drawing orders in Python, from the first byte on."""

from __future__ import annotations

import io
import logging

from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.errors import UnreadableError
from claimcheck.text import pinned_text

MODULE = "pdfminer"
DISTRIBUTION = "pdfminer.six"


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - a PDF has no charset
    """Return the letters of each page.

    Args:
        data: the document.
        options: of no use here.

    Raises:
        UnreadableError: pdfminer cannot read it.
    """
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTTextContainer
    from pdfminer.pdfexceptions import PDFException

    logging.getLogger("pdfminer").setLevel(
        logging.CRITICAL
    )  # its warnings are of no use to anybody
    try:
        pages = [
            "".join(box.get_text() for box in page if isinstance(box, LTTextContainer))
            for page in extract_pages(io.BytesIO(data), laparams=LAParams(boxes_flow=None))
        ]
    except (PDFException, ValueError, KeyError, TypeError, AttributeError, IndexError):
        raise UnreadableError("it is damaged, or no PDF") from None
    return Extract(pinned_text.PAGE_BREAK.join(map(pinned_text.clean, pages)))
