"""What a change does to files that were pinned before it, and to their hashes.

A hash proves that a file is the one that somebody read, as long as the hash itself stands still:
one that arrives together with the file's new bytes proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.model import Dossier, Pin, Place, Source

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class PinChange:
    """A pinned file that is not what it was: which source's, and what became of it, in a clause.

    `before` and `after` are what is pinned there, hexadecimal SHA-256; None where nothing is.
    """

    source: str
    path: str
    summary: str
    place: Place
    before: str | None
    after: str | None


def pin_changes(base: Dossier, head: Dossier) -> list[PinChange]:
    """Return every change to a file that `base` pins by a hash, or to that hash, sorted by place.

    A file that moved with its bytes and its hash is unchanged, and so is one whose pinned bytes
    were restored. A source that is gone with its file is no change to a pin (`claimcheck diff`
    lists it), unless the claims that cited it cite a new one instead.
    """
    found: dict[tuple[str, str], PinChange] = {}
    for source in head.sources.values():
        before = base.sources.get(source.id)
        if before is not None:
            for change in _in_source(before, source):
                found[change.source, change.path] = change
    # A record of another name may pin the same file anew.
    pinned = {pin.path: pin for one in base.sources.values() for pin in one.pins if pin.expected}
    known = {path for _source, path in found}
    for source in head.sources.values():
        for pin in source.pins:
            old = pinned.get(pin.path)
            if old is not None and pin.path not in known and (what := _what(old, pin)):
                found[source.id, pin.path] = _change(source, old, pin, what)
    for change in _taken_away(base, head):
        found.setdefault((change.source, change.path), change)
    return sorted(found.values(), key=lambda change: (change.place, change.path))


def _taken_away(base: Dossier, head: Dossier) -> Iterator[PinChange]:
    """Tell each new source that claims cite in the place of a pinned one that is gone."""
    kept = {pin.expected for source in head.sources.values() for pin in source.pins}
    cited = {claim.id: {item.source for item in claim.evidence} for claim in base.claims}
    for old in base.sources.values():
        pins = [pin for pin in old.pins if pin.expected]
        if old.id in head.sources or not pins or any(pin.expected in kept for pin in pins):
            continue
        instead = {
            item.source
            for claim in head.claims
            if old.id in cited.get(claim.id, ())
            for item in claim.evidence
            if item.source not in base.sources
        }
        for new in sorted(instead & set(head.sources)):
            source = head.sources[new]
            path = source.pins[0].path if source.pins else source.place.path
            what = f"the pinned source '{old.id}' is gone, and '{new}' is cited in its place"
            yield PinChange(new, path, what, source.place, pins[0].expected, None)


def _in_source(before: Source, after: Source) -> list[PinChange]:
    changes = []
    partners = _partners(before.pins, after.pins)
    for old in before.pins:
        if old.expected is None:
            continue
        new = partners.get(old.path)
        if new is None:
            what = f"the record of '{after.id}' pins {old.path} no more"
            changes.append(PinChange(after.id, old.path, what, after.place, old.expected, None))
        elif what := _what(old, new):
            changes.append(_change(after, old, new, what))
    if not changes and (instead := _looked_up_elsewhere(before, after, partners)):
        changes.append(instead)
    return changes


def _looked_up_elsewhere(
    before: Source, after: Source, partners: Mapping[str, Pin]
) -> PinChange | None:
    """An extracted text that is put beside an honest original decides what can be quoted."""
    if not before.text_path or after.text_path in {"", before.text_path}:
        return None
    quoted = partners.get(before.text_path)
    if quoted is not None and quoted.path == after.text_path:
        return None
    what = (
        f"quotations from '{after.id}' are looked up in {after.text_path} instead of "
        f"{before.text_path}"
    )
    new = next((pin for pin in after.pins if pin.path == after.text_path), None)
    place = new.place if new else after.place
    return PinChange(after.id, after.text_path, what, place, None, None)


def _partners(before: tuple[Pin, ...], after: tuple[Pin, ...]) -> dict[str, Pin]:
    """Pair each old pin with what stands in its place: same path, same bytes, or else by order."""
    left = list(after)
    paired: dict[str, Pin] = {}
    for alike in (_same_path, _same_bytes, _anything):
        for old in before:
            if old.path in paired:
                continue
            new = next((pin for pin in left if alike(old, pin)), None)
            if new is not None:
                paired[old.path] = new
                left.remove(new)
    return paired


def _same_path(old: Pin, new: Pin) -> bool:
    return old.path == new.path


def _same_bytes(old: Pin, new: Pin) -> bool:
    return old.expected is not None and old.expected == new.expected


def _anything(old: Pin, new: Pin) -> bool:  # noqa: ARG001 - one of three ways to be alike
    return True


def _what(old: Pin, new: Pin) -> str:
    """Say what became of a pinned file; nothing when it is what it was."""
    if old.expected is None:
        return ""
    if new.expected == old.expected:
        return _file_alone(old, new)
    if new.path != old.path:
        return f"{new.path} is pinned in place of {old.path}"
    if new.expected is None:
        return f"the hash of the pinned file {new.path} was taken away"
    hashes = f"{old.expected[:_SHOWN]}… is {new.expected[:_SHOWN]}… now"
    if new.actual == old.actual:
        return f"the hash of the pinned file {new.path} changed, and the file did not: {hashes}"
    return f"the pinned file {new.path} and its hash changed together: {hashes}"


def _file_alone(old: Pin, new: Pin) -> str:
    if new.actual in {old.expected, old.actual} or new.differs_in_line_ends:
        return ""
    if new.actual is None:
        return f"the pinned file {new.path} cannot be read any more: {new.read_error}"
    return f"the pinned file {new.path} changed, and its hash did not"


def _change(source: Source, old: Pin, new: Pin, what: str) -> PinChange:
    return PinChange(source.id, new.path, what, new.place, old.expected, new.expected)
