"""Take a source's text out of its original anew, and compare it with the text that is pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.sources import Verification
from claimcheck.documents import extract
from claimcheck.errors import UnreadableError
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, RefusedError
from claimcheck.text.pinned_text import FORMAT, form_of, letters_of, without_note_marks

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
        return Verification(source, (message,), compared=False)
    options = extract.parse_extractor(source.extractor or "")
    try:
        data = Folder(root).read(original, MAX_DOCUMENT_BYTES).data
        pinned = Folder(root).read(source.text_path).data
        extraction = extract.extract(data, kind, options, bounds)
    except (RefusedError, UnreadableError) as error:
        return Verification(source, (f"{original}: {error}",), compared=False)
    return _compare(source, original, pinned, extraction)


def _compare(
    source: Source, original: str, pinned: bytes, extraction: extract.Extraction
) -> Verification:
    """Compare a pinned text with one that was just taken out of the same document.

    Args:
        source: the source.
        original: the path of its document.
        pinned: its text.
        extraction: what its document says today.
    """
    text = extraction.extract.text
    if text.encode() == pinned:
        return Verification(source)
    if form_of(source.extractor) < FORMAT:
        return _compare_older(source, original, pinned.decode("utf-8", "replace"), text)
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


def _compare_older(source: Source, original: str, pinned: str, extracted: str) -> Verification:
    """Compare a text in an older form: what it says must stand in the document, in whatever order.

    Args:
        source: the source.
        original: the path of its document.
        pinned: its text.
        extracted: the text as it is taken out today.
    """
    letters = letters_of(without_note_marks(extracted))
    for number, line in enumerate(pinned.split("\n"), 1):
        if letters_of(line) not in letters:
            message = f"{source.text_path} is not what {original} says: line {number} is not in it"
            return Verification(source, (message,))
    remark = (
        f"its text is in an older form, and every line of it stands in {original}; "
        f"`claimcheck pin {source.id}` takes it out again"
    )
    return Verification(source, (), (remark,), in_order=False)


def _first_difference(pinned: str, extracted: str) -> int:
    """Return the number of the first line, from 1, in which two texts differ."""
    left, right = pinned.split("\n"), extracted.split("\n")
    pairs = enumerate(zip(left, right, strict=False), start=1)
    common = min(len(left), len(right))
    return next((number for number, pair in pairs if pair[0] != pair[1]), common + 1)
