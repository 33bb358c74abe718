"""How the files of a source compare with the hashes in its record, and what follows from it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Pin, Source


class PinState(StrEnum):
    """How a source's files compare with the hashes in its record."""

    PINNED = "pinned"
    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    ABSENT = "absent"
    UNPINNED = "unpinned"


class Verification(NamedTuple):
    """Whether one source is what it was.

    Attributes:
        source: the source.
        failures: what keeps it from being verified, a clause each; none where it is.
        remarks: what else its user should know.
        in_order: whether the text was compared from its beginning to its end; one in an older form
            is only looked for line by line.
        compared: whether text and document were compared at all; false where one cannot be read.
    """

    source: Source
    failures: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    in_order: bool = True
    compared: bool = True


def pin_state(source: Source) -> PinState:
    """Return how a source's files compare with its pins: the worst state of any."""
    pin = unreadable_pin(source)
    if not source.pins or (pin is not None and pin.missing):
        return PinState.MISSING
    if pin is not None:
        return PinState.UNREADABLE
    if source.changed or source.text_outdated:
        return PinState.CHANGED
    if source.absent:
        return PinState.ABSENT
    unpinned = any(pin.expected is None for pin in source.pins)
    return PinState.UNPINNED if unpinned else PinState.PINNED


def unreadable_pin(source: Source) -> Pin | None:
    """Return the first file of a source that cannot be read and ought to be here; None if all can.

    Args:
        source: the source.
    """
    return next((pin for pin in source.pins if not pin.actual and not source.may_lack(pin)), None)


def is_without_document(source: Source) -> bool:
    """Whether a file of a source is not here, or cannot be read, so that nobody can look it up."""
    return source.absent or unreadable_pin(source) is not None


def faults(source: Source, newest: Source | None) -> Iterator[str]:
    """Yield why nothing from a source counts.

    Args:
        source: the source.
        newest: the newest capture of the same page, where that is another.
    """
    if source.absent:
        yield "unchecked: its document is not shipped, and not here"
    elif (pin := unreadable_pin(source)) is not None:
        yield f"unchecked: its document cannot be read: {pin.read_error}"
    if source.changed:
        yield "its source is not the document that was pinned"
    elif instead := next((pin.instead for pin in source.pins if pin.instead), ""):
        yield f"its document is {instead}"
    if source.text_outdated:
        yield "its text was not taken from the document that is pinned"
    if is_withdrawn(source):
        yield f"its source is {source.notice}"
    if newest is not None and is_withdrawn(newest):
        yield f"a newer capture of its source, '{newest.id}', is {newest.notice}"


def is_withdrawn(source: Source | None) -> bool:
    """Whether a document was taken back; not where there is none."""
    return source is not None and source.notice is not None and source.notice.takes_back


def verify_pins(source: Source) -> Verification:
    """Compare a source's files, as the loader read them, with the hashes in its record."""
    if not source.pins:
        return Verification(source, ("its record names no file",))
    failures = [failure for pin in source.pins if (failure := _failure(pin, source))]
    if source.text_outdated:
        failures.append(f"{source.text_path} was not taken from the document that is pinned")
    stamp, remarks = source.stamp, []
    if stamp is not None and (stamp.problem or stamp.unverified):
        failures.append(f"{stamp.files[0]}: {stamp.problem or stamp.unverified}")
    elif stamp is not None:
        remarks.append(f"stamped {stamp.time} by {stamp.authority}")
    return Verification(source, tuple(failures), tuple(remarks))


def _failure(pin: Pin, source: Source) -> str:
    """Say in a clause why a pinned file is not verified; nothing where it is."""
    if source.may_lack(pin):
        return (
            f"{pin.path} is not shipped, and not here: `claimcheck source fetch {source.id}` "
            "brings it"
        )
    if pin.actual is None:
        return f"{pin.path} cannot be read: {pin.read_error}"
    if pin.expected is None:
        return f"{pin.path} has no hash to be compared with"
    if pin.changed:
        line_ends = " (only its line ends differ)" if pin.differs_in_line_ends else ""
        return f"{pin.path} is not the file that was pinned{line_ends}"
    return ""
