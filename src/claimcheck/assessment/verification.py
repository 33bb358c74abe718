"""Whether a source's pinned files are what they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.model import Source


@dataclass(frozen=True, slots=True)
class Verified:
    """What the verification of one source found.

    Attributes:
        source: the source.
        troubles: what keeps it from being verified, a clause each; none where it is.
        remarks: what else its user should know.
    """

    source: Source
    troubles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def troubles_of(source: Source) -> tuple[str, ...]:
    """Say what keeps a source's files from being verified, as the loader found them."""
    if not source.pins:
        return ("its record names no file",)
    said = []
    for pin in source.pins:
        if pin.actual is None:
            said.append(f"{pin.path} cannot be read: {pin.read_error}")
        elif pin.expected is None:
            said.append(f"{pin.path} has no hash to be compared with")
        elif pin.actual != pin.expected:
            ends = " (only its line ends differ)" if pin.differs_in_line_ends else ""
            said.append(f"{pin.path} is not the file that was pinned{ends}")
    return tuple(said)
