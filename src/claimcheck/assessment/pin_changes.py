"""What a change does to files that were pinned before it, and to their hashes.

A hash proves that a file is the one that somebody read, as long as the hash itself stands still:
one that arrives together with the file's new bytes proves nothing. A file that no hash pins is
known all the same by the bytes that it had in the commit that the change is built on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from claimcheck.model import Dossier, Pin, Place, Source

_HASH_DIGITS_SHOWN = 12


class PinChange(NamedTuple):
    """A pinned file that is not what it was.

    Attributes:
        source: the id of the source.
        path: the file's path relative to the project root.
        summary: what became of the file, in a clause.
        place: where to look at it.
        before: the hexadecimal SHA-256 that was pinned, or else that of the file; None where there
            was none.
        after: the one that is pinned now, or else that of the file; None where there is none.
    """

    source: str
    path: str
    summary: str
    place: Place
    before: str | None
    after: str | None


def pin_changes(base: Dossier, head: Dossier) -> list[PinChange]:
    """Return every change to a source's file in `base`, or to its hash there, sorted by place.

    A file that moved with its bytes and its hash is unchanged, and so is one whose pinned bytes
    were restored. A source that is gone with its file is no change to a pin (`claimcheck diff`
    lists it), unless the claims that cited it cite a new one instead.
    """
    changes: dict[tuple[str, str], PinChange] = {}
    for new_source in head.sources.values():
        old_source = base.sources.get(new_source.id)
        if old_source is not None:
            for change in _source_changes(old_source, new_source):
                changes[change.source, change.path] = change
    # A record of another name may pin the same file anew.
    owners = {pin.path: (old, pin) for old in base.sources.values() for pin in old.pins}
    explained = {path for _source, path in changes}
    for source in head.sources.values():
        for pin in source.pins:
            old_source, old_pin = owners.get(pin.path, (source, pin))
            if old_source.id == source.id or pin.path in explained:
                continue
            if _same_text(old_source, source, old_pin, pin):
                continue
            if summary := _summary(old_pin, pin):
                changes[source.id, pin.path] = _pin_change(source, old_pin, pin, summary)
    for change in _replaced_sources(base, head):
        changes.setdefault((change.source, change.path), change)
    return sorted(changes.values(), key=lambda change: (change.place, change.path))


def _replaced_sources(base: Dossier, head: Dossier) -> Iterator[PinChange]:
    """Yield each new source that claims cite in the place of a pinned one that is gone."""
    hashes = {
        sha256
        for source in head.sources.values()
        for pin in source.pins
        for sha256 in (pin.expected, pin.actual)
    }
    substitutes = _substitutes(base, head)
    for old in base.sources.values():
        earlier = list(filter(None, map(_hash_of, old.pins)))
        if not earlier:
            continue
        # One file that is what it was is no proof of the other: of the text beside a document.
        is_kept = hashes.issuperset(earlier)
        for source_id in sorted(substitutes.get(old.id, ())):
            source = head.sources[source_id]
            if is_kept and not _has_other_text(source, earlier):
                continue
            path = source.pins[0].path if source.pins else source.place.path
            pinned = "pinned " if any(pin.expected for pin in old.pins) else ""
            summary = (
                f"the {pinned}source '{old.id}' is gone, and '{source_id}' is cited in its place"
            )
            yield PinChange(source_id, path, summary, source.place, earlier[0], None)


def _substitutes(base: Dossier, head: Dossier) -> dict[str, set[str]]:
    """Return the new sources that claims cite which have cited one that is gone, by its id."""
    cited: dict[str, set[str]] = {}
    # A claim may have got another name in the same change.
    cited_by_text: dict[str, set[str]] = {}
    for claim in base.claims:
        gone = {item.source for item in claim.evidence if item.source not in head.sources}
        cited[claim.id] = gone
        cited_by_text.setdefault(claim.text, set()).update(gone)
    substitutes: dict[str, set[str]] = {}
    for claim in head.claims:
        gone = cited.get(claim.id, set()) | cited_by_text.get(claim.text, set())
        new = [
            item.source
            for item in claim.evidence
            if item.source in head.sources and item.source not in base.sources
        ]
        for source_id in gone if new else ():
            substitutes.setdefault(source_id, set()).update(new)
    return substitutes


def _hash_of(pin: Pin) -> str | None:
    """Return the hash that a file is pinned by, or its own where its record has none."""
    return pin.expected or pin.actual


def _has_other_text(source: Source, earlier: Collection[str]) -> bool:
    """Whether a source pins a file that was pinned before it, and is quoted from another."""
    own = {pin.path: _hash_of(pin) for pin in source.pins}
    quoted = own.get(source.text_path)
    return (
        quoted is not None and quoted not in earlier and not set(earlier).isdisjoint(own.values())
    )


def _source_changes(before: Source, after: Source) -> list[PinChange]:
    changes = []
    successors = _successors(before.pins, after.pins)
    for old in before.pins:
        new = successors.get(old.path)
        if new is None:
            if old.expected is not None:
                summary = f"the record of '{after.id}' pins {old.path} no more"
                changes.append(
                    PinChange(after.id, old.path, summary, after.place, old.expected, None)
                )
        elif _same_text(before, after, old, new):
            continue
        elif summary := _summary(old, new):
            changes.append(_pin_change(after, old, new, summary))
    if not changes and (change := _text_change(before, after, successors)):
        changes.append(change)
    return changes


def _text_change(before: Source, after: Source, successors: Mapping[str, Pin]) -> PinChange | None:
    """Return the change of the file that quotations are looked up in, where no pin shows it.

    An extracted text that is put beside an honest original decides what can be quoted.
    """
    if not before.text_path or after.text_path in {"", before.text_path}:
        return None
    quoted = successors.get(before.text_path)
    if quoted is not None and quoted.path == after.text_path:
        return None
    summary = (
        f"quotations from '{after.id}' are looked up in {after.text_path} instead of "
        f"{before.text_path}"
    )
    pin = next((pin for pin in after.pins if pin.path == after.text_path), None)
    place = pin.place if pin else after.place
    return PinChange(after.id, after.text_path, summary, place, None, None)


def _successors(before: tuple[Pin, ...], after: tuple[Pin, ...]) -> dict[str, Pin]:
    """Return, by the path of each old pin, what stands in its place.

    That is the pin with the same path, or else with the same bytes, or else the next in order.
    """
    unpaired = list(after)
    successors: dict[str, Pin] = {}
    for is_successor in (_same_path, _same_bytes, _any_pin):
        for old in before:
            if old.path in successors:
                continue
            new = next((pin for pin in unpaired if is_successor(old, pin)), None)
            if new is not None:
                successors[old.path] = new
                unpaired.remove(new)
    return successors


def _same_path(old: Pin, new: Pin) -> bool:
    return old.path == new.path


def _same_bytes(old: Pin, new: Pin) -> bool:
    return old.expected is not None and old.expected == new.expected


def _any_pin(_old: Pin, _new: Pin) -> bool:
    return True


def _summary(old: Pin, new: Pin) -> str:
    """Say how a source's file changed; nothing when it is what it was."""
    if old.expected is None:
        return _unpinned_summary(old, new)
    if new.expected == old.expected:
        return _file_summary(old, new)
    if new.path != old.path:
        return f"{new.path} is pinned in place of {old.path}"
    if new.expected is None:
        return f"the hash of the pinned file {new.path} was taken away"
    hashes = f"{old.expected[:_HASH_DIGITS_SHOWN]}… is {new.expected[:_HASH_DIGITS_SHOWN]}… now"
    if new.actual == old.actual:
        return f"the hash of the pinned file {new.path} changed, and the file did not: {hashes}"
    return f"the pinned file {new.path} and its hash changed together: {hashes}"


def _file_summary(old: Pin, new: Pin) -> str:
    """Say how a file changed whose hash in the record did not."""
    if new.actual in {old.expected, old.actual} or new.differs_in_line_ends:
        return ""
    if new.actual is None:
        return f"the pinned file {new.path} cannot be read any more: {new.read_error}"
    return f"the pinned file {new.path} changed, and its hash did not"


def _unpinned_summary(old: Pin, new: Pin) -> str:
    """Say how a file changed that no hash pinned, by its bytes alone."""
    if old.actual is None or old.actual == new.actual:
        return ""
    if new.actual is None:
        return f"{new.path}, which no hash pinned, cannot be read any more"
    if new.path != old.path:
        return f"{new.path} takes the place of {old.path}, which no hash pinned"
    return f"{new.path}, which no hash pinned, changed"


def _same_text(before: Source, after: Source, old: Pin, new: Pin) -> bool:
    """Whether a file without a hash says the same but for the ends of its lines."""
    if old.expected or old.path != before.text_path or new.path != after.text_path:
        return False
    texts = (before.text, after.text)
    earlier, now = (None if text is None else text.replace("\r\n", "\n") for text in texts)
    return earlier is not None and earlier == now


def _pin_change(source: Source, old: Pin, new: Pin, summary: str) -> PinChange:
    return PinChange(source.id, new.path, summary, new.place, _hash_of(old), _hash_of(new))
