"""Reading documents in tests of commands: in their own process, and none twice."""

from __future__ import annotations

import hashlib
import json
import warnings
from typing import TYPE_CHECKING

from claimcheck.documents import child, extract
from claimcheck.documents.extract import Bounds, Extraction

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from claimcheck.documents.reader import Extract, ExtractOptions

_TAKEN: dict[tuple[object, ...], Extraction] = {}
_TAKE: Callable[..., Extraction] = extract.extract


def read_once(
    data: bytes,
    kind: str,
    options: ExtractOptions,
    bounds: Bounds | None = None,
    cancelled: Event | None = None,
) -> Extraction:
    """Return a document's text, as `extract` does; what was read the same way is not read again.

    Args:
        data: the document.
        kind: what it is.
        options: how it is to be read.
        bounds: what that may cost.
        cancelled: is set when nobody waits for the text any more.
    """
    key = (hashlib.sha256(data).digest(), extract.extractor_of(kind, options), kind, bounds)
    if key not in _TAKEN:
        if bounds not in {None, Bounds()} or cancelled:
            _TAKEN[key] = _TAKE(data, kind, options, bounds, cancelled)
        else:
            _TAKEN[key] = _read_here(data, kind, options)
    return _TAKEN[key]


def _read_here(data: bytes, kind: str, options: ExtractOptions) -> Extraction:
    """Return a document's text as the process that reads documents would answer."""

    def read(reader: str) -> Extract:
        with warnings.catch_warnings(action="ignore"):
            reply = json.dumps(child.answer(reader, options, data))
        return extract.parse_reply(reply.encode("ascii"))

    return extract.with_second_reader(kind, options, read)
