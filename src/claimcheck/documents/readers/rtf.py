"""Rich text (RTF): what is seen and printed, as it reads when changes are accepted; notes aside."""

from __future__ import annotations

from claimcheck.documents import flow, rich_text
from claimcheck.documents.gaps import hidden_text, unaccepted_changes
from claimcheck.documents.properties import declared
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.documents.truncation import TRUNCATED
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import pinned

SUFFIXES = (".rtf",)
MEDIA_TYPES = ("application/rtf", "text/rtf")
DISTRIBUTION = ""
EXTRA = ""
MAGIC = (b"{\\rtf",)


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - its charset is its own
    """Return a file's paragraphs and tables, notes, heads and feet aside.

    Raises:
        UnreadableError: it is no RTF, is nested too deeply, or holds no text.
    """
    document = rich_text.parse(data)
    text = flow.finished("".join(document.pieces))
    if not text.strip() and not document.asides:
        raise UnreadableError("it holds no text")
    title, authors, remarks = declared(
        document.about.get("title", ""), document.about.get("author", ""), text
    )
    gaps = [f"{clause} ({count:,})" for clause, count in document.not_read.items()]
    if document.truncated:
        gaps.append(TRUNCATED)
    if document.changes:
        gaps.append(unaccepted_changes(document.changes))
    if document.hidden_words:
        gaps.append(hidden_text(document.hidden_words))
    metadata = DocumentMetadata(title=title, author=authors)
    return Extract(pinned([text], document.asides), metadata, remarks, tuple(gaps))
