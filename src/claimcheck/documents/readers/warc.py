"""Web archives (WARC): a page in them, with its frames."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from claimcheck.documents.saved_pages import read_saved
from claimcheck.documents.truncation import refuse_truncated_archive
from claimcheck.documents.web_archive import pages_of

if TYPE_CHECKING:
    from claimcheck.documents.reader import Extract, ExtractOptions

SUFFIXES = (".warc", ".warc.gz")
MEDIA_TYPES = ("application/warc",)
DISTRIBUTION = "warcio"
EXTRA = "warc"
HAS_PARTS = True
MAGIC = (b"WARC/1.",)


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the page that is asked for, or the first that is no frame of another.

    Raises:
        UnreadableError: there is no page in it, or it cannot be read.
    """
    refuse_truncated_archive(data)
    return read_saved(pages_of(io.BytesIO(data)), options)
