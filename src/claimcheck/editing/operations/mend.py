"""Write quotations as their sources print them, and pinned files with the line ends they had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.claim_file import read_claim
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.source_file import restore_line_ends
from claimcheck.editing import conflicts
from claimcheck.editing.quote import with_quote
from claimcheck.system import atomic, journal
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimcheck.editing.mending import Correction
    from claimcheck.model import Dossier, Pin, Source


@dataclass(frozen=True, slots=True)
class ConvertedFile:
    """A pinned file that is what was pinned but for its line ends."""

    source: Source
    pin: Pin


def write_correction(root: Path, correction: Correction) -> bool:
    """Write a correction into its claim's file, if its quotation still is the one that was judged.

    Args:
        root: the project's root.
        correction: what to write.

    Returns:
        Whether it was written; if not, somebody changed the quotation meanwhile.

    Raises:
        EditError: the file cannot be edited without changing something else in it.
        ConflictError: the file cannot be read or written, or others keep changing it.
    """

    def edit(data: bytes) -> bytes | None:
        if not _is_as_judged(data, correction):
            return None
        return with_quote(data, correction.item.number, correction.quote.exact)

    return conflicts.revise(root, correction.item.place.path, edit)


def converted_files(root: Path, dossier: Dossier) -> Iterator[ConvertedFile]:
    """Yield the pinned files of a project that are what was pinned but for their line ends."""
    for source in dossier.sources.values():
        for pin in source.pins:
            if pin.actual and pin.expected and pin.actual != pin.expected:
                data = _data(root, pin)
                if restore_line_ends(data, pin.expected) is not None:
                    yield ConvertedFile(source, pin)


def restore_pinned_file(root: Path, pin: Pin) -> bool:
    """Write a pinned file with the line ends that give the recorded hash again.

    Args:
        root: the project's root.
        pin: the file, and the hash.

    Returns:
        Whether it was written; if not, somebody changed the file meanwhile.

    Raises:
        ConflictError: the file lies behind a link, or cannot be written.
    """
    with conflicts.explained(pin.path):
        file = conflicts.target(root, pin.path)
        data = _data(root, pin)
        restored = restore_line_ends(data, pin.expected or "")
        if restored is None:
            return False
        try:
            if journal.rehearsed() is None:
                atomic.replace(file, restored, expect=data)
            journal.note(root, pin.path, data, restored)
        except atomic.ChangedError:
            return False
    return True


def _is_as_judged(data: bytes, correction: Correction) -> bool:
    """Whether a claim's file has the item just as it was judged, wherever it stands by now."""
    flaws = FlawLog(correction.item.place.path, claim=correction.claim)
    claim = read_claim(strict_yaml.read(data), correction.claim, flaws)
    items = {item.number: item for item in claim.evidence} if claim else {}
    item = items.get(correction.item.number)
    judged = correction.item.source, correction.item.quote
    return item is not None and (item.source, item.quote) == judged


def _data(root: Path, pin: Pin) -> bytes:
    try:
        return Folder(root).read(pin.path).data
    except RefusedError:
        # Too large to be a text: its line ends are not what is wrong with it.
        return b""
