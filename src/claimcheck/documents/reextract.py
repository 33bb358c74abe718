"""Take a source's text out of its original anew, and compare it with the text that is pinned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.documents import extract
from claimcheck.errors import UnreadableError
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, RefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.model import Source


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison found: why the text cannot be taken for the original's, and remarks."""

    troubles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def compare_texts(source: Source, root: Path, bounds: extract.Bounds) -> Compared:
    """Compare a source's pinned text with what its original says now.

    Raises:
        MissingLibraryError: the reader's library is not installed.
    """
    original = source.pins[0].path
    if source.text_path == original or len(source.pins) == 1:
        return Compared()
    kind = extract.kind_of_name(original)
    if not kind:
        message = f"{original} is of a kind that is not read, so its text cannot be taken out anew"
        return Compared((message,))
    options = extract.parse_extractor(source.extractor or "")
    try:
        data = Folder(root).read(original, MAX_DOCUMENT_BYTES).data
        pinned = Folder(root).read(source.text_path).data
        made = extract.extract(data, kind, options, bounds)
    except (RefusedError, UnreadableError) as error:
        return Compared((f"{original}: {error}",))
    if made.extract.text.encode() == pinned:
        return Compared()
    where = _first_difference(pinned.decode("utf-8", "replace"), made.extract.text)
    message = f"{source.text_path} is not what {original} says, from line {where} on"
    if source.extractor == made.extractor:
        return Compared((message,))
    by = source.extractor or "an unnamed program"
    remark = f"its text was made by {by}; {made.extractor} may see another in the same document"
    return Compared((message,), (remark,))


def _first_difference(pinned: str, made: str) -> int:
    one, other = pinned.split("\n"), made.split("\n")
    pairs = zip(one, other, strict=False)
    common = min(len(one), len(other))
    return next((at for at, pair in enumerate(pairs) if pair[0] != pair[1]), common) + 1
