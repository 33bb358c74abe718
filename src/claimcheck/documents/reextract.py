"""Take a source's text out of its original anew, and compare it with the text that is pinned."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from claimcheck.assessment.pins import Verification
from claimcheck.documents import extract
from claimcheck.model.errors import UnreadableError
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, RefusedError
from claimcheck.text.pinned_text import (
    FORMAT,
    asides_of,
    flow_end,
    form_of,
    gathered,
    letters_of,
    without_note_marks,
)

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.model import Source

_MOST_NAMED: Final = 3
# With the marks that make another figure of it: 10.5 is not 105, nor -3 what 3 is.
_FIGURE: Final = re.compile(r"(?:(?<![^\s(\[])[-−–])?\d+(?:[.,:/]\d+)*")


def compare_texts(source: Source, root: Path, bounds: extract.Bounds) -> Verification:
    """Compare a source's pinned text with the text that its original has now.

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
        extraction: the text of its document today.
    """
    text = extraction.extract.text
    if text.encode() == pinned:
        return Verification(source)
    written = pinned.decode("utf-8", "replace")
    by_words = _compare_older(source, original, written, extraction)
    if form_of(source.extractor) < FORMAT or source.extractor != extraction.extractor:
        return by_words
    line = _first_difference(written, text)
    message = f"{source.text_path} is not what {original} says, from line {line} on"
    # Readers differ between two releases, too, and their editions do not say so.
    remark = (
        f"the words and figures of every line stand in {original}: readers of another day may have "
        f"read it so, or somebody took lines out; `claimcheck pin {source.id}` takes it out again"
    )
    return Verification(source, (message,), by_words.remarks if by_words.failures else (remark,))


def _compare_older(
    source: Source, original: str, pinned: str, extraction: extract.Extraction
) -> Verification:
    """Compare a text in an older form, or by another reader: its words must stand there.

    The order of lines may be another. A line with a word that the document has not is an edit; one
    whose words stand there, apart, may be an older reader's mistake, and counts for no more. Marks
    between words are not compared, since readers differ in them, but for those in figures.

    Args:
        source: the source.
        original: the path of its document.
        pinned: its text.
        extraction: the text of its document today.
    """
    extracted = _gathered(extraction.extract.text)
    letters, words, figures = letters_of(extracted), _words(extracted), _figures(extracted)
    made_by = source.extractor or "an unnamed program"
    read = _gathered(pinned) if form_of(source.extractor) > 1 else without_note_marks(pinned)
    for number, line in enumerate(read.split("\n"), 1):
        altered = [figure for figure in _figures(line) if figure not in figures]
        if letters_of(line) in letters and not altered:
            continue
        message = f"{source.text_path} is not what {original} says: line {number} is not in it"
        foreign = [word for word in _words(line) if word not in words and word not in letters]
        foreign = foreign or altered
        if foreign:
            named = ", ".join(f"'{word}'" for word in foreign[:_MOST_NAMED])
            remark = f"line {number} has what the document has nowhere: {named}"
        else:
            remark = (
                f"the words of line {number} stand in the document, in another order: {made_by} "
                f"may have read it so; `claimcheck pin {source.id}` takes it out again"
            )
        return Verification(source, (message,), (remark,))
    by = "in an older form" if form_of(source.extractor) < FORMAT else f"by {made_by}"
    remark = (
        f"its text is {by}; the words and figures of every line stand in {original}, and the marks "
        f"between them were not compared: `claimcheck pin {source.id}` takes it out again"
    )
    return Verification(source, (), (remark,), in_order=False)


def _gathered(text: str) -> str:
    """Return a text with what stands beside its flow behind it, without what that is called."""
    read = gathered(text)
    spans = asides_of(read)
    words = (read[span.start : span.end].partition("] ")[2] for span in spans)
    return without_note_marks("\n".join([read[: flow_end(read)], *words]))


def _words(text: str) -> dict[str, None]:
    """Return the words of a text, folded, in order."""
    return dict.fromkeys(filter(None, map(letters_of, text.split())))


def _figures(text: str) -> dict[str, None]:
    """Return the figures of a text as they are written, in order."""
    plain = unicodedata.normalize("NFKC", text)
    return dict.fromkeys(re.sub("[−–]", "-", hit[0]) for hit in _FIGURE.finditer(plain))


def _first_difference(pinned: str, extracted: str) -> int:
    """Return the number of the first line, from 1, in which two texts differ."""
    left, right = pinned.split("\n"), extracted.split("\n")
    pairs = enumerate(zip(left, right, strict=False), start=1)
    common = min(len(left), len(right))
    return next((number for number, pair in pairs if pair[0] != pair[1]), common + 1)
