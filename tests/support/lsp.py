"""A language server to speak to, and what an editor does with a workspace edit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lsprotocol import types

from support import forks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Where there are no forks, each server imports what it needs itself.
SERVER = (
    [*forks.stand_in_at(forks.SHARED), "lsp"]
    if sys.platform == "linux"
    else [sys.executable, "-P", "-m", "claimcheck", "lsp"]
)


def path_of(root: Path, uri: str) -> str:
    """Return the path below a folder that an address names."""
    return unquote(urlsplit(uri).path).removeprefix(f"{root.as_posix()}/")


def applied(root: Path, texts: dict[str, str], edit: types.WorkspaceEdit) -> dict[str, str]:
    """Return the texts of a project, by path, as they are after an edit.

    Args:
        root: its folder.
        texts: the texts as they are before.
        edit: the edit; what it asks of the person is granted.
    """
    after = dict(texts)
    for uri, edits in (edit.changes or {}).items():
        path = path_of(root, uri)
        after[path] = edited(after[path], edits)
    for operation in edit.document_changes or ():
        if isinstance(operation, types.RenameFile):
            after[path_of(root, operation.new_uri)] = after.pop(path_of(root, operation.old_uri))
        elif isinstance(operation, types.TextDocumentEdit):
            path = path_of(root, operation.text_document.uri)
            after[path] = edited(after[path], operation.edits)
    return after


def edited(
    text: str, edits: Iterable[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit]
) -> str:
    """Return a text as it is after edits, whose columns count UTF-16 units."""
    spans = []
    for edit in edits:
        new = edit.snippet.value if isinstance(edit, types.SnippetTextEdit) else edit.new_text
        spans.append((offset(text, edit.range.start), offset(text, edit.range.end), new))
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def offset(text: str, position: types.Position) -> int:
    """Return the offset of a place, in code points."""
    start = 0
    for _line in range(position.line):
        start = text.index("\n", start) + 1
    units = text[start:].encode("utf-16-le")[: 2 * position.character]
    return start + len(units.decode("utf-16-le"))
