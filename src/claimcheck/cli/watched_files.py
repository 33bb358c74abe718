"""Which files of a project a check depends on, for whoever waits for one of them to change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier import baseline_file
from claimcheck.dossier.config import OWN_FILE, SHARED_FILE

if TYPE_CHECKING:
    from claimcheck.dossier.project import Project


@dataclass(frozen=True, slots=True)
class WatchedFiles:
    """What of a project to watch, by paths relative to its root.

    Attributes:
        folders: folders of which every file counts.
        files: single files beside them; they need not be there yet.
    """

    folders: frozenset[str]
    files: frozenset[str]

    def concern(self, path: str) -> bool:
        """Whether a check depends on a file.

        Args:
            path: the file, relative to the project's root, with `/`.
        """
        return path in self.files or any(path.startswith(f"{name}/") for name in self.folders)


def watched_files(project: Project) -> WatchedFiles:
    """Return what a check of a project depends on."""
    config = project.config
    inside = {pattern.partition("/")[0] for pattern in config.articles if "/" in pattern}
    names = (OWN_FILE, SHARED_FILE, config.signers, baseline_file.FILE, *config.articles)
    return WatchedFiles(
        frozenset({config.claims, config.sources, config.reviews} | inside),
        frozenset(name for name in names if name),
    )
