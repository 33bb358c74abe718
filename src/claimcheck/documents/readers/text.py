"""Plain text and Markdown: read as it is; its encoding alone may need a change."""

from __future__ import annotations

from claimcheck.documents.charset import decode
from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.model.errors import UnreadableError

SUFFIXES = (".txt", ".text", ".md", ".markdown")
MEDIA_TYPES = ("text/plain", "text/markdown")
DISTRIBUTION = ""
EXTRA = ""


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the text as it is, decoded.

    Raises:
        UnreadableError: it is in another encoding than the options say, or no text.
    """
    text = decode(data, options.charset).text
    if "\0" in text:
        raise UnreadableError("it is no plain text: it holds zero bytes", "get the document again")
    return Extract(text)
