"""Write the JSON Schemas of a project's files into the project, for editors."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimcheck.editing import conflicts
from claimcheck.model.errors import ConflictError
from claimcheck.system.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_OWN = b"claimcheck schema"


class FileResult(StrEnum):
    """Whether a file was created, replaced, or left as it was."""

    CREATED = "created"
    RENEWED = "renewed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class SetUpFile:
    """A file that a project is set up with: its path relative to the root, and its result."""

    path: str
    result: FileResult


def write_schemas(root: Path, schemas: Mapping[str, str], *, renew: bool) -> list[SetUpFile]:
    """Write schemas into a project.

    Args:
        root: the project's root.
        schemas: their texts, by path relative to the root.
        renew: whether those of another version are replaced, or left as they are.

    Raises:
        ConflictError: one cannot be written, or is not claimcheck's own.
    """
    return [
        SetUpFile(path, _write(root, path, text.encode(), renew=renew))
        for path, text in schemas.items()
    ]


def _write(root: Path, path: str, data: bytes, *, renew: bool) -> FileResult:
    if conflicts.create_missing(root, path, data):
        return FileResult.CREATED
    if not renew:
        return FileResult.KEPT
    with conflicts.explained(path):
        old = Folder(root).read(path).data
    if old.replace(b"\r\n", b"\n") == data:
        return FileResult.KEPT
    if _OWN not in old:
        raise ConflictError(
            f"{path}: was not written by claimcheck", "move it elsewhere, then try again"
        )
    conflicts.replace(root, path, data, expect=old)
    return FileResult.RENEWED
