"""Reading documents in tests of commands: none is read twice."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from claimcheck.documents import extract

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from claimcheck.documents.extract import Bounds, Extraction
    from claimcheck.documents.reader import ExtractOptions

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
        _TAKEN[key] = _TAKE(data, kind, options, bounds, cancelled)
    return _TAKEN[key]
