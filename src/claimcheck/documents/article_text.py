"""The text of an article's file: UTF-8, with one kind of line end."""

from __future__ import annotations

from claimcheck.documents.charset import decode
from claimcheck.model.errors import UnreadableError


def article_text(data: bytes) -> str:
    """Return the text of an article, whose lines end with a line feed.

    Args:
        data: the file's bytes.

    Raises:
        UnreadableError: it is no text in UTF-8, or of another encoding that its mark names.
    """
    try:
        text = decode(data).text
    except UnreadableError as error:
        # An article is written for this check: nobody names a charset for it.
        raise UnreadableError(str(error), "save it as UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
