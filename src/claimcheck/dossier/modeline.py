"""The comment that tells an editor which JSON Schema a project's file follows.

`# yaml-language-server: $schema=…` is understood by every editor that uses yaml-language-server
(VS Code's YAML extension among them), without any setting. The schemas lie in the project itself,
so that they are there offline and fit the version that wrote them.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Literal

from claimcheck.system import journal

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ".claimcheck/schemas"
FileKind = Literal["claim", "source", "parties", "reviews", "config"]


def schema_path(kind: FileKind) -> str:
    """Return where a project keeps the schema of a kind of file, relative to its root."""
    return f"{FOLDER}/{kind}.json"


def modeline(root: Path, kind: FileKind, path: str) -> str:
    """Return the comment that a file should begin with, as a whole line.

    Args:
        root: the project's root.
        kind: what the file holds.
        path: the file's path relative to the root, with `/`.

    Returns:
        The line with its end; nothing where the project keeps no such schema, since an editor
        complains of a schema that it cannot find.
    """
    schema = schema_path(kind)
    rehearsal = journal.rehearsed()
    is_to_come = rehearsal is not None and schema in rehearsal.files
    if not is_to_come and not (root / schema).is_file():
        return ""
    return comment(kind, path)


def comment(kind: FileKind, path: str) -> str:
    """Return the comment for a file whose project keeps the schemas; see `modeline`."""
    relative = posixpath.relpath(schema_path(kind), posixpath.dirname(path) or ".")
    if path.endswith(".toml"):
        return f"#:schema {relative}\n"
    return f"# yaml-language-server: $schema={relative}\n"
