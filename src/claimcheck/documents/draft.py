"""Which reader reads an article, and what is refused before one begins."""

from __future__ import annotations

import shlex
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from claimcheck.documents import articles
from claimcheck.model.errors import UnreadableError
from claimcheck.system import plugins

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from claimcheck.documents.office_draft import TextPlace
    from claimcheck.dossier.article import Article

# A hundred thousand words of English. A document is larger than its text is.
MAX_DOCUMENT_BYTES: Final = 12 << 20
MAX_DRAFT_BYTES: Final = 640 << 10
# Of these pandoc makes Markdown with all that they cite: `\cite{roe}` becomes `[@roe]`.
_READ_BY_PANDOC: Final = (".tex", ".latex", ".rst", ".org", ".typ", ".ipynb")
_PACKED: Final = (".docx", ".docm", ".odt", ".ott")


def suffixes() -> tuple[str, ...]:
    """Return the endings of the articles that can be read."""
    return tuple(
        suffix
        for name in plugins.names(articles)
        for suffix in plugins.module(articles, name).SUFFIXES
    )


def office_places(path: str, data: bytes) -> tuple[str, Element, list[TextPlace]]:
    """Return the part of an office file that holds an article's text, and where each text stands.

    Args:
        path: the file's name.
        data: its bytes.

    Raises:
        UnreadableError: it is no office file, damaged, or locked.
    """
    for name in plugins.names(articles):
        reader = plugins.module(articles, name)
        if path.lower().endswith(reader.SUFFIXES) and path.lower().endswith(_PACKED):
            places: tuple[str, Element, list[TextPlace]] = reader.places(data)
            return places
    raise UnreadableError("it is no file of an office program")


def read_draft(path: str, data: bytes) -> Article:
    """Read an article by the ending of its name.

    Args:
        path: its name, for the places in it.
        data: its bytes.

    Raises:
        UnreadableError: there is no reader for it, it is too large, or damaged.
    """
    lowered = path.lower()
    most = MAX_DOCUMENT_BYTES if lowered.endswith(_PACKED) else MAX_DRAFT_BYTES
    if len(data) > most:
        raise UnreadableError(f"it is larger than {most:,} bytes", "split it")
    for name in plugins.names(articles):
        reader = plugins.module(articles, name)
        if lowered.endswith(reader.SUFFIXES):
            try:
                article: Article = reader.read(path, data)
            except RecursionError:
                raise UnreadableError("it is nested too deeply to be read") from None
            if len(article.raw.encode("utf-8", "replace")) > MAX_DRAFT_BYTES:
                raise UnreadableError(
                    f"its text is larger than {MAX_DRAFT_BYTES:,} bytes", "split it"
                )
            return article
    remedy = f"there are readers for {', '.join(suffixes())}"
    if lowered.endswith(_READ_BY_PANDOC):
        markdown = f"{PurePath(path).stem}.md"
        remedy = f"make Markdown of it: {shlex.join(('pandoc', path, '--output', markdown))}"
    raise UnreadableError("no reader of articles knows such a file", remedy)
