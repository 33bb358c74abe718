"""Take a source's text out of its original anew, and compare it with the text that is pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.sources import Verification
from claimcheck.documents import extract
from claimcheck.errors import UnreadableError
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, RefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.model import Source


def compare_texts(source: Source, root: Path, bounds: extract.Bounds) -> Verification:
    """Compare a source's pinned text with what its original says now.

    Args:
        source: the source.
        root: the project's root.
        bounds: what reading the original may cost.

    Raises:
        MissingLibraryError: the reader's library is not installed.
    """
    original = source.pins[0].path
    if source.text_path == original or len(source.pins) == 1:
        return Verification(source)
    kind = extract.kind_of_name(original)
    if not kind:
        message = f"{original} is of a kind that is not read, so its text cannot be taken out anew"
        return Verification(source, (message,))
    options = extract.parse_extractor(source.extractor or "")
    try:
        data = Folder(root).read(original, MAX_DOCUMENT_BYTES).data
        pinned = Folder(root).read(source.text_path).data
        extraction = extract.extract(data, kind, options, bounds)
    except (RefusedError, UnreadableError) as error:
        return Verification(source, (f"{original}: {error}",))
    text = extraction.extract.text
    if text.encode() == pinned:
        return Verification(source)
    line = _first_difference(pinned.decode("utf-8", "replace"), text)
    message = f"{source.text_path} is not what {original} says, from line {line} on"
    if source.extractor == extraction.extractor:
        return Verification(source, (message,))
    extractor = source.extractor or "an unnamed program"
    remark = (
        f"its text was made by {extractor}; {extraction.extractor} may see another in the same "
        "document"
    )
    return Verification(source, (message,), (remark,))


def _first_difference(pinned: str, extracted: str) -> int:
    """Return the number of the first line, from 1, in which two texts differ."""
    left, right = pinned.split("\n"), extracted.split("\n")
    pairs = enumerate(zip(left, right, strict=False), start=1)
    common = min(len(left), len(right))
    return next((number for number, pair in pairs if pair[0] != pair[1]), common + 1)
