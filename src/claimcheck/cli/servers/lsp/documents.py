"""Documents as editors count them: a line ends at a line feed or a carriage return alone.

pygls parts lines wherever Python does, at U+2028 and a form feed, too. An editor does not, so that
every change behind such a sign would be made in another place than the one where it was typed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.workspace import ServerTextPosition, TextDocument, Workspace

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


class LinedDocument(TextDocument):
    """A document whose lines are those of the protocol."""

    _parted: tuple[str, Sequence[str], Sequence[int]] = ("", (), ())

    @property
    def source(self) -> str:
        """Its text, as the editor has it; none where it is not open."""
        return self._source or ""

    @property
    def lines(self) -> Sequence[str]:
        """Its lines, with their ends."""
        return self._lines_and_ends()[0]

    def server_position_at_offset(self, offset: int) -> ServerTextPosition:
        """Return line and column, from 0, of an offset; behind the last line where it is none."""
        _lines, ends = self._lines_and_ends()
        line = bisect_right(ends, offset)
        if line == len(ends):
            return ServerTextPosition(line, 0)
        return ServerTextPosition(line, offset - (ends[line - 1] if line else 0))

    def _lines_and_ends(self) -> tuple[Sequence[str], Sequence[int]]:
        source = self.source
        # Every place in it is asked for by them.
        if self._parted[0] is not source:
            lines = _LINE.findall(source)
            self._parted = source, lines, list(accumulate(map(len, lines)))
        return self._parted[1:]

    def range_of(self, start: int, end: int) -> types.Range:
        """Return a stretch of the text, in code points, in the client's units."""
        return types.Range(
            self.client_position_at_offset(start), self.client_position_at_offset(end)
        )


class LinedWorkspace(Workspace):
    """A workspace of such documents."""

    @property
    def opened(self) -> dict[str, LinedDocument]:
        """The open documents by their addresses, as the client writes them.

        pygls keeps them under addresses without `%20`: nothing of a folder with a blank or an
        umlaut in its name, nor of a drive of Windows, was taken for open.
        """
        return {
            document.uri: document
            for document in self.text_documents.values()
            if isinstance(document, LinedDocument)
        }

    def lined(self, uri: str, text: str) -> LinedDocument:
        """Return a document that is not open, of its text."""
        return self._create_text_document(uri, text)

    def _create_text_document(
        self,
        doc_uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> LinedDocument:
        return LinedDocument(
            doc_uri,
            source=source,
            version=version,
            language_id=language_id,
            sync_kind=self._sync_kind,
            position_codec=self.position_codec,
        )


class LinedProtocol(LanguageServerProtocol):
    """The protocol over such a workspace."""

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(
        self, params: types.InitializeParams
    ) -> Generator[Any, Any, types.InitializeResult]:
        """Answer the client, and make the workspace one of documents with the protocol's lines."""
        result = yield from super().lsp_initialize(params)
        made = self.workspace
        self._workspace = LinedWorkspace(
            made.root_uri,
            types.TextDocumentSyncKind.Incremental,
            list(made.folders.values()),
            made.position_encoding,
        )
        return result
