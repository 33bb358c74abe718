"""The sources as a bibliography in CSL-JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.formats.bibliography import CSL_TYPES, csl_item
from claimcheck.formats.export import in_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ExportOptions, ReportOnDemand

READERS = "Zotero, pandoc and other citation programs; `claimcheck import csl` reads it"
BINARY = False


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield one item a source."""
    del options
    sources = report.dossier.sources.values()
    yield b"["
    yield from in_pieces(
        f"{',' if number else ''}\n{json.dumps(csl_item(source), indent=2)}"
        for number, source in enumerate(sources)
    )
    yield b"\n]\n"


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield what the style language has no field for."""
    del options
    for source in report.dossier.sources.values():
        if source.type is not None and source.type not in CSL_TYPES:
            yield f"source '{source.id}': the type '{source.type}' is no type of CSL"
        if source.origin is not None:
            yield f"source '{source.id}': `origin` has no field"
        if source.notice is not None:
            yield f"source '{source.id}': `notice` has no field"
