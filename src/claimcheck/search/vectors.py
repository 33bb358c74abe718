"""Vectors of the sentences of documents, kept in the user's cache by what the sentences say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.search.encoder import DIMENSIONS
from claimcheck.system import cache

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.search.encoder import Encoder, Vectors

CACHE_KIND: Final = "vectors"
_STORED: Final = "<f2"  # half the bytes, and differences that no ranking shows
_BYTES: Final = 2


def stored_vectors(texts: Sequence[str], encoder: Encoder) -> Vectors | None:
    """Return the vectors of texts from the cache; None where they are not there.

    Args:
        texts: a document's title and its sentences.
        encoder: what makes them.
    """
    import numpy as np

    data = cache.get(CACHE_KIND, _key(texts, encoder))
    if data is None or len(data) != len(texts) * DIMENSIONS * _BYTES:
        return None
    return np.frombuffer(data, _STORED).reshape(len(texts), DIMENSIONS).astype(np.float32)


def new_vectors(texts: Sequence[str], encoder: Encoder, *, keep: bool) -> Vectors:
    """Make the vectors of texts, just as they would come from the cache.

    Args:
        texts: a document's title and its sentences.
        encoder: what makes them.
        keep: put them into the cache.
    """
    import numpy as np

    stored = encoder.encode(texts).astype(_STORED)
    if keep:
        cache.put(CACHE_KIND, _key(texts, encoder), stored.tobytes())
    return stored.astype(np.float32)


def _key(texts: Sequence[str], encoder: Encoder) -> str:
    return cache.hashed(encoder.id, str(len(texts)), *texts)
