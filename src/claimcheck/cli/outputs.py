"""Files that `--output FORMAT=FILE` names: refused early, written whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.dossier import baseline_file
from claimcheck.formats import findings
from claimcheck.model.errors import RequestError
from claimcheck.system import atomic, checkout, plugins
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.dossier.project import Project


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A format, and the file that is to hold what it says."""

    format: str
    path: Path


def output_files(values: Iterable[str], project: Project) -> tuple[OutputFile, ...]:
    """Read the values of `--output`, and refuse what must not be written to.

    Args:
        values: of the options, as `FORMAT=FILE`.
        project: the project that is checked.

    Raises:
        RequestError: no such format; or a file that is a folder, a link, a device, named twice,
            behind a link in the checkout, the project's configuration or baseline, or among its
            claims, sources and reviews.
    """
    files: list[OutputFile] = []
    for text in values:
        name, equals, file = text.partition("=")
        if not equals or not file or file == "-":
            raise RequestError(
                f"--output {text}: write FORMAT=FILE, such as sarif=claimcheck.sarif"
            )
        formats = plugins.names(findings)
        if name not in formats:
            hint = did_you_mean(name, formats) or f"there are {', '.join(formats)}"
            raise RequestError(f"--output {text}: there is no format '{name}'", help=hint)
        path = _location(text, Path(file), project)
        if path in {other.path for other in files}:
            raise RequestError(f"--output {text}: the file is named twice")
        files.append(OutputFile(name, path))
    return tuple(files)


def _location(text: str, file: Path, project: Project) -> Path:
    folder = file.parent.resolve()
    path = folder / file.name
    if not file.name or path.is_dir():
        raise RequestError(f"--output {text}: is a folder; name a file in it")
    if not folder.is_dir():
        raise RequestError(f"--output {text}: there is no folder {folder}")
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise RequestError(f"--output {text}: is not a plain file")
    refuse_own_folders(f"--output {text}", folder, project)
    if path.exists() and path.samefile(project.root / project.file):
        raise RequestError(f"--output {text}: is the project's configuration")
    if path == project.root / baseline_file.FILE:
        raise RequestError(f"--output {text}: is the project's baseline")
    if link := link_on_the_way(file, project):
        raise RequestError(
            f"--output {text}: lies behind a symbolic link ({link})",
            help="a change can bring such a link; name the folder that is meant",
        )
    return path


def refuse_own_folders(label: str, folder: Path, project: Project) -> None:
    """Refuse to write among a project's claims, sources and reviews.

    Args:
        label: what the place is called on the command line.
        folder: the folder that is to be written to; it need not be there yet.
        project: the project.

    Raises:
        RequestError: it lies in one of them.
    """
    # Compared as files, not as text: a file system may take `Claims` for `claims`.
    config = project.config
    own_folders = [project.root / name for name in (config.claims, config.sources, config.reviews)]
    for ancestor in (folder, *folder.parents):
        if any(
            own.exists() and ancestor.exists() and ancestor.samefile(own) for own in own_folders
        ):
            raise RequestError(
                f"{label}: lies among the project's claims, sources and reviews",
                help="choose a file outside of them: a report is no evidence",
            )


def link_on_the_way(file: Path, project: Project) -> str:
    """Return the first link that leads to a file's folder and may come with the checkout.

    A path that leads there from outside of it is the user's own, links and all.
    """
    if file.is_absolute():
        roots = [Path.cwd(), checkout.top(project.root)]
        inside = [root for root in roots if file.is_relative_to(root)]
        if not inside:
            return ""
        start = min(inside, key=lambda root: len(root.parts))
        file = file.relative_to(start)
    else:
        start = Path()
    folders = (start.joinpath(*file.parts[:count]) for count in range(1, len(file.parts)))
    return next((str(folder) for folder in folders if folder.is_symlink()), "")


def write_output(output: OutputFile, text: str) -> None:
    """Write an output file whole, in the place of the one that is there.

    Raises:
        OSError: the folder cannot be written, or the disk is full; the old file is unharmed.
    """
    atomic.overwrite(output.path, text.encode("utf-8", "backslashreplace"))
