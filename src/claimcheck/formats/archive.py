"""Zip archives of an export: the same bytes for the same files, packed while the rules run."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.system.parallel import both

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimcheck.formats.export import ReportOnDemand

# The first day that a zip archive can tell: an archive made twice is the same.
_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
# Half the time of the usual level, for a twentieth of the size.
_ZIP_LEVEL: Final = 3


class ArchiveParts(NamedTuple):
    """What goes into an archive, in this order, each file as its name there and its contents.

    Attributes:
        early: what needs no claim assessed, and is packed while they are.
        files: what no finding is in, and is packed while the rules run.
        listed: what no finding is in, and is made of the names of all files before it.
        late: what is made after the rules were run.
    """

    early: Iterable[tuple[str, bytes]] = ()
    files: Iterable[tuple[str, bytes]] = ()
    listed: Callable[[list[str]], Iterable[tuple[str, bytes]]] = lambda _names: ()
    late: Iterable[tuple[str, bytes]] = ()


def archive_beside_check(report: ReportOnDemand, parts: ArchiveParts) -> bytes:
    """Return a zip archive made while the rules run, the same bytes for the same files.

    Args:
        report: the report.
        parts: what is in it.
    """
    if not report.is_large:
        return _packed(_packed(b"", (*parts.early, *parts.files), parts.listed), parts.late)
    early = report.while_assessed(lambda: archive(parts.early))
    (_findings, late), packed = both(
        lambda: (report.findings, list(parts.late)),
        lambda: _packed(early, parts.files, parts.listed),
    )
    return _packed(packed, late)


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip archive of files by their names in it, the same bytes for the same files."""
    return _packed(b"", files)


def _packed(
    begun: bytes,
    files: Iterable[tuple[str, bytes]],
    listed: Callable[[list[str]], Iterable[tuple[str, bytes]]] = lambda _names: (),
) -> bytes:
    """An archive with some files more; a new one where it is empty.

    Args:
        begun: the archive.
        files: names within the archive, with contents.
        listed: returns the same for files that come last, given the names of those before them.
    """
    out = io.BytesIO(begun)
    with zipfile.ZipFile(out, "a" if begun else "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files:
            _pack(package, name, data)
        for name, data in listed(package.namelist()):
            _pack(package, name, data)
    return out.getvalue()


def _pack(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _ZIP_EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    package.writestr(info, data, compresslevel=_ZIP_LEVEL)
