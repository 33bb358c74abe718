"""The sources as a bibliography for BibTeX and biblatex."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.formats.bibliography import tex
from claimcheck.formats.export import in_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ExportOptions, ReportOnDemand
    from claimcheck.model import Source

READERS = "LaTeX, JabRef, Zotero and pandoc; `claimcheck import bibtex` reads it"
BINARY = False
_ENTRIES: Final = {
    "article": "article", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "book": "book", "chapter": "incollection",
    "paper-conference": "inproceedings", "report": "techreport", "thesis": "phdthesis",
}  # fmt: skip
_CONTAINERS: Final = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
}
_NO_KEY: Final = re.compile(r"[^A-Za-z0-9_:./+-]")


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield one entry a source; its key is the source's id."""
    del options
    sources = report.dossier.sources.values()
    yield from in_pieces(_entry(source) for source in sources)


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield what BibTeX has no field for."""
    del options
    for source in report.dossier.sources.values():
        if source.type is not None and source.type not in _ENTRIES:
            yield f"source '{source.id}': the type '{source.type}' is written as @misc"
        for key, value in (("origin", source.origin), ("notice", source.notice)):
            if value is not None:
                yield f"source '{source.id}': `{key}` has no field"


def _entry(source: Source) -> str:
    entry = _ENTRIES.get(source.type or "", "misc")
    fields = [("title", f"{{{tex(source.title)}}}")]
    if source.author:
        # Braces keep a name whole: what of it is a family's is not guessed.
        fields.append(("author", " and ".join(f"{{{tex(name)}}}" for name in source.author)))
    if source.container_title:
        fields.append((_CONTAINERS.get(entry, "howpublished"), tex(source.container_title)))
    if source.publisher:
        name = "institution" if entry == "techreport" else "publisher"
        fields.append((name, tex(source.publisher)))
    if source.issued is not None:
        fields.append(("date", source.issued.text))
        fields.append(("year", source.issued.text[:4]))
    if source.language:
        fields.append(("langid", tex(source.language)))
    # A percent sign belongs to an address as it is; braces do not occur in one.
    if source.url:
        fields.append(("url", re.sub(r"[{}\\]", "", source.url)))
    if source.accessed is not None:
        fields.append(("urldate", source.accessed.isoformat()))
    if source.archive_url:
        fields.append(("archiveurl", re.sub(r"[{}\\]", "", source.archive_url)))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@{entry}{{{_NO_KEY.sub('-', source.id)},\n{lines}}}\n\n"
