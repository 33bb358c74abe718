"""Pin a source's present bytes, after seeing what their change did to its quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.assessment.changed_source import change_impact
from claimcheck.dossier.at_commit import dossier_at
from claimcheck.editing import conflicts
from claimcheck.editing.record import value_of, with_hash
from claimcheck.errors import EditError, ProjectError, RequestError
from claimcheck.system import git

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.changed_source import ChangeImpact
    from claimcheck.dossier.project import Project
    from claimcheck.model import Dossier, Pin, Source


@dataclass(frozen=True, slots=True)
class PinUpdate:
    """New hashes for a source whose files were changed.

    Attributes:
        source: the source.
        pins: the pins whose files are not what was pinned; none where nothing was changed.
        impact: what became of the passages that are quoted from it.
    """

    source: Source
    pins: tuple[Pin, ...]
    impact: ChangeImpact


def pin_update(project: Project, assessment: Assessment, source_id: str) -> PinUpdate:
    """Return what pinning a source's present bytes would come to; nothing is written.

    Args:
        project: the project.
        assessment: the project as it was read.
        source_id: the source.

    Raises:
        RequestError: there is no such source, or a file of it cannot be read.
    """
    source = assessment.dossier.sources.get(source_id)
    if source is None:
        raise conflicts.no_source(source_id, assessment.dossier.sources)
    for pin in source.pins:
        if pin.actual is None:
            raise RequestError(f"{pin.path}: cannot be read: {pin.read_error}")
    pins = tuple(pin for pin in source.pins if pin.actual != pin.expected)
    committed = _last_commit(project) if pins else None
    return PinUpdate(source, pins, change_impact(source_id, assessment, committed))


def repin(root: Path, update: PinUpdate) -> None:
    """Write new hashes into a source's record, and change nothing else in it.

    Args:
        root: the project's root.
        update: the hashes.

    Raises:
        EditError: the record holds no line that can be edited.
        ConflictError: the record cannot be read or written, or somebody changes it meanwhile.
    """
    source, path = update.source, update.source.place.path

    def edit(data: bytes) -> bytes:
        for pin in update.pins:
            is_text = len(source.pins) > 1 and pin is source.pins[-1]
            key, sha256 = "text_sha256" if is_text else "sha256", pin.actual or ""
            data = with_hash(data, key, sha256)
            if value_of(data, key) != sha256:
                raise EditError(
                    "has no line that claimcheck can edit",
                    f"write this line into it: {key}: {sha256}",
                )
        return data

    conflicts.revise(root, path, edit)


def _last_commit(project: Project) -> Dossier | None:
    """Return the project as it was committed last, which likely holds the pinned document."""
    try:
        return dossier_at(project.root, git.resolve(project.root, "HEAD"))
    except ProjectError:
        return None
