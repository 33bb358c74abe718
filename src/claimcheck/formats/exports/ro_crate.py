"""The dossier, its documents and its check as one RO-Crate, zipped: what an archive takes.

See https://www.researchobject.org/ro-crate/specification/1.1/.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from claimcheck.formats.archive import ArchiveParts, archive_beside_check
from claimcheck.formats.bibliography import csl_item
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.json_parts import finding_object
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.formats.export import ExportOptions, ReportOnDemand

READERS = "archives and repositories: Zenodo, WorkflowHub, Dataverse and RO-Crate's libraries"
BINARY = True
_METADATA: Final = "ro-crate-metadata.json"
_CHECK: Final = "check.json"
_BIBLIOGRAPHY: Final = "sources.csl.json"


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield the archive.

    Args:
        report: the dossier, checked.
        options: its title, and how files of the project are read.
    """

    def listed(names: list[str]) -> Iterator[tuple[str, bytes]]:
        sources = report.dossier.sources.values()
        yield _METADATA, _metadata(report, options, [*names, _BIBLIOGRAPHY, _CHECK])
        yield _BIBLIOGRAPHY, _json([csl_item(source) for source in sources])

    paths = _paths(report)
    middle = len(paths) * 4 // 5  # assessing claims takes longer than running rules
    early, files = _files(paths[:middle], options), _files(paths[middle:], options)
    late = ((name, _json(_check(report))) for name in (_CHECK,))
    yield archive_beside_check(report, ArchiveParts(early, files, listed, late))


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield the files that cannot be read, and the sources whose files may not be shipped."""
    for source in report.dossier.sources.values():
        if not source.shipped:
            yield f"the files of '{source.id}' may not be shipped, and are left out"
    for path in _paths(report):
        if _data(path, options) is None:
            yield f"{path} cannot be read, and is left out"


def _paths(report: ReportOnDemand) -> tuple[str, ...]:
    dossier = report.dossier
    shipped = [source for source in dossier.sources.values() if source.shipped]
    pinned = {pin.path for source in shipped for pin in source.pins}
    pinned |= {path for source in shipped if source.stamp for path in source.stamp.files}
    config = (dossier.config.file,) if dossier.config.file else ()
    return tuple(sorted({*dossier.texts, *pinned, *config}))


def _files(paths: Iterable[str], options: ExportOptions) -> Iterator[tuple[str, bytes]]:
    """Yield those files that can be read, with their contents."""
    for path in paths:
        data = _data(path, options)
        if data is not None:
            yield path, data


def _data(path: str, options: ExportOptions) -> bytes | None:
    try:
        return options.read(path)
    except (OSError, ValueError, RefusedError):
        return None


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=2) + "\n").encode("ascii")


def _check(report: ReportOnDemand) -> dict[str, object]:
    return {
        "today": str(report.assessment.today),
        "claims": {
            assessed.id: str(assessed.derivation.status) for assessed in report.assessment.claims
        },
        "findings": [finding_object(finding) for finding in report.findings],
        "allowed": [finding_object(finding) for finding in report.allowed],
    }


def _metadata(report: ReportOnDemand, options: ExportOptions, paths: list[str]) -> bytes:
    today = str(report.assessment.today)
    description = (
        f"{len(report.assessment.claims)} claims with quotations from "
        f"{len(report.dossier.sources)} pinned documents, checked on {today}"
    )
    files = [{"@id": path, "@type": "File", "name": path} for path in paths]
    claims = [
        {
            "@id": f"#claim-{assessed.id}",
            "@type": "Claim",
            "text": assessed.claim.text,
            "identifier": assessed.id,
            "description": STATUSES[assessed.derivation.status],
            "subjectOf": {"@id": assessed.claim.place.path},
        }
        for assessed in report.assessment.claims
    ]
    root: dict[str, object] = {
        "@id": "./",
        "@type": "Dataset",
        "name": options.title,
        "description": description,
        "datePublished": today,
        "license": "see the files",
        "hasPart": [{"@id": path} for path in paths],
        "mentions": [{"@id": claim["@id"]} for claim in claims],
    }
    descriptor = {
        "@id": _METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    # A line an entity: indented, very many would take longer than all else.
    graph = ",\n    ".join(json.dumps(entity) for entity in (descriptor, root, *files, *claims))
    return (
        '{\n  "@context": "https://w3id.org/ro/crate/1.1/context",\n'
        f'  "@graph": [\n    {graph}\n  ]\n}}\n'
    ).encode("ascii")
