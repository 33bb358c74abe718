"""Texts of documents that were read before: the same bytes, read alike, are not read again.

The entries lie in the user's cache folder (`claimcheck.system.cache`), by the hash of the document,
of how it is read, and of the programs that read it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from claimcheck.documents import extract
from claimcheck.model.errors import UnreadableError
from claimcheck.system import cache

if TYPE_CHECKING:
    from claimcheck.documents.extract import Bounds, Extraction
    from claimcheck.documents.reader import ExtractOptions

_KIND: Final = "extracts"


def cached_extraction(
    data: bytes, kind: str, options: ExtractOptions, bounds: Bounds
) -> Extraction:
    """Return a document's text, from the cache where it was read before.

    Args:
        data: the document.
        kind: what it is, as `claimcheck.documents.extract.kind_of_name` says.
        options: how it is to be read.
        bounds: what that may cost.

    Raises:
        UnreadableError: it cannot be read, or not within the bounds; that is never kept.
        MissingLibraryError: its reader's library is not installed.
    """
    digest = hashlib.sha256(data).hexdigest()
    key = cache.hashed(digest, kind, extract.extractor_of(kind, options), cache.build())
    entry = cache.get(_KIND, key)
    if entry is not None and (extraction := _unpacked(entry)):
        return extraction
    extraction = extract.extract(data, kind, options, bounds)
    packed = {"extractor": extraction.extractor, **asdict(extraction.extract)}
    cache.put(_KIND, key, json.dumps(packed).encode("ascii"))
    cache.prune()
    return extraction


def _unpacked(entry: bytes) -> Extraction | None:
    try:
        extractor = str(json.loads(entry)["extractor"])
        return extract.Extraction(extract.parse_reply(entry), extractor)
    except (ValueError, KeyError, TypeError, UnreadableError):
        return None
