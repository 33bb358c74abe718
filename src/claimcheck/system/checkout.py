"""The top folder of a git checkout: whatever lies below it may be a stranger's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def top(folder: Path) -> Path:
    """Return the uppermost folder above one that is git's, or the folder itself without any.

    Repositories may lie in one another, as submodules and vendored ones do.
    """
    above = [ancestor for ancestor in folder.parents if ancestor.joinpath(".git").exists()]
    return above[-1] if above else folder
