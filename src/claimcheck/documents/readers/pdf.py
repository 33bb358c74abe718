"""PDF: the text of each page, as pypdf finds it."""

from __future__ import annotations

import io
import logging

from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.errors import UnreadableError

SUFFIXES = (".pdf",)
MEDIA_TYPES = ("application/pdf",)
DISTRIBUTION = "pypdf"
EXTRA = "pdf"
MAGIC = (b"%PDF-",)
_MOST_NAMED = 10


class _Overheard(logging.Handler):
    """Keeps what pypdf says while it leaves something out."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.said.append(record.getMessage())


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - a PDF has no charset
    """Return the pages' text, parted by form feeds.

    Raises:
        UnreadableError: it is damaged, locked, or holds pictures of text only; or pypdf left
            something out to stay within its limits.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    overheard = _Overheard()
    logger = logging.getLogger("pypdf")
    logger.addHandler(overheard)
    logger.propagate = False
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("it is locked with a password", "add an unlocked copy")
        pages = [page.extract_text().strip() for page in reader.pages]
        about = _about(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadableError(f"it is damaged, or no PDF: {_clause(error)}") from None
    except (RecursionError, NotImplementedError, ImportError) as error:
        raise UnreadableError(f"pypdf cannot read it: {_clause(error)}") from None
    finally:
        logger.removeHandler(overheard)
    for message in overheard.said:
        if any(word in message.lower() for word in ("exceed", "limit", "skipped")):
            raise UnreadableError(f"pypdf could read it only in part: {message}")
    if not any(pages):
        raise UnreadableError(
            "none of its pages holds text; they may be scanned",
            "run it through OCR first, or transcribe it as plain text",
        )
    return Extract("\f".join(f"{page}\n" for page in pages), about[0], (*_empty(pages), *about[1]))


def _empty(pages: list[str]) -> list[str]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    if not empty:
        return []
    named = ", ".join(empty[:_MOST_NAMED]) + (" …" if len(empty) > _MOST_NAMED else "")
    counted = f"{len(empty)} of {len(pages)} pages"
    return [f"no text was found on {counted}: {named} (they may be scanned)"]


def _about(reader: object) -> tuple[DocumentMetadata, list[str]]:
    info = getattr(reader, "metadata", None)
    root = getattr(reader, "root_object", {})
    language = str(root.get("/Lang", "")) if hasattr(root, "get") else ""
    if info is None:
        return DocumentMetadata(language=language), []
    made = info.creation_date
    remarks = []
    if made is not None:
        day = f"{made:%Y-%m-%d}"
        remarks.append(f"the file was made on {day}; if it appeared then, write issued: {day}")
    author = str(info.author or "").strip()
    about = DocumentMetadata(
        title=str(info.title or "").strip(), author=(author,) if author else (), language=language
    )
    return about, remarks


def _clause(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
