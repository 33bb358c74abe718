"""The server: what editors ask by the Language Server Protocol, answered from the project."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from claimcheck import __version__
from claimcheck.assessment.passages import place_in
from claimcheck.cli.servers.lsp import answers, places
from claimcheck.cli.servers.lsp.snapshot import (
    ClaimView,
    Snapshot,
    findings_of_article,
    take_snapshot,
    view_of_claim,
)
from claimcheck.dossier.files import claim_files, read_claim_files
from claimcheck.errors import ClaimcheckError
from claimcheck.formats import phrases
from claimcheck.model import Severity
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pygls.workspace import TextDocument

    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.model import Finding, Place

_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_KEY: Final = re.compile(r"^\s*(?:- )?(?P<key>[a-z_]+):\s*(?P<value>.*)$")
_LIST_ITEM: Final = re.compile(r"^\s*- ?[^:]*$")
_MOST_SYMBOLS: Final = 200


class ClaimcheckServer(LanguageServer):
    """A language server with the project that its client has opened."""

    def __init__(self) -> None:
        super().__init__(
            "claimcheck",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
        )
        self.snapshot: Snapshot | None = None
        self.trouble = ""
        self.published: set[str] = set()

    def refresh(self) -> None:
        """Read and check the project, and publish what was found in it."""
        root = Path(self.workspace.root_path or ".")
        try:
            self.snapshot = take_snapshot(root, self.snapshot)
        except ClaimcheckError as error:
            if str(error) != self.trouble:
                self.trouble = str(error)
                message = f"claimcheck: {printable(str(error))}"
                self.window_show_message(
                    types.ShowMessageParams(types.MessageType.Warning, message)
                )
            return
        self.trouble = ""
        self._publish_project(self.snapshot)

    def path_of(self, uri: str) -> str:
        """Return a document's path in the project; "" for one that lies elsewhere."""
        name = to_fs_path(uri)
        if self.snapshot is None or name is None:
            return ""
        root = self.snapshot.project.root
        for path in (Path(name), Path(name).resolve()):
            if path.is_relative_to(root):
                return path.relative_to(root).as_posix()
        return ""

    def uri_of(self, path: str) -> str:
        """Return the address of a file of the project."""
        root = self.snapshot.project.root if self.snapshot else Path()
        return from_fs_path(str(root / path)) or ""

    def view(self, uri: str) -> ClaimView | None:
        """Look at the claim that a document is; None for another document."""
        path = self.path_of(uri)
        if self.snapshot is None or not is_claim(self.snapshot, path):
            return None
        return view_of_claim(self.snapshot, path, self.text(uri))

    def text(self, uri: str) -> str:
        """Return a document as the editor has it."""
        return self.workspace.get_text_document(uri).source

    def findings(self, uri: str) -> Iterable[Finding]:
        """Return what the rules find in a document as the editor has it."""
        path = self.path_of(uri)
        snapshot = self.snapshot
        if snapshot is None or not path:
            return ()
        if is_claim(snapshot, path):
            return view_of_claim(snapshot, path, self.text(uri)).findings
        if path in snapshot.articles:
            return findings_of_article(snapshot, path, self.text(uri))
        return [each for each in snapshot.report.findings if each.place.path == path]

    def publish(self, uri: str) -> None:
        """Publish what is found in an open document."""
        document = self.workspace.get_text_document(uri)
        found = [diagnostic(finding, document.lines, self) for finding in self.findings(uri)]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))

    def _publish_project(self, snapshot: Snapshot) -> None:
        by_path: dict[str, list[Finding]] = {}
        for finding in snapshot.report.findings:
            by_path.setdefault(finding.place.path, []).append(finding)
        opened = {self.path_of(uri) for uri in self.workspace.text_documents}
        for path in sorted((by_path.keys() | self.published) - opened):
            lines = self.lines_of(path)
            found = [diagnostic(each, lines, self) for each in by_path.get(path, ())]
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(self.uri_of(path), found)
            )
        self.published = set(by_path)
        for uri in list(self.workspace.text_documents):
            self.publish(uri)

    def lines_of(self, path: str) -> list[str]:
        """Return the lines of a file of the project, with their ends; none where it is no text."""
        root = self.snapshot.project.root if self.snapshot else Path()
        try:
            return (root / path).read_text("utf-8").splitlines(keepends=True)
        except (OSError, UnicodeDecodeError):
            return []

    def location(self, place: Place, lines: Sequence[str] | None = None) -> types.Location:
        """Return where a place of the project is."""
        lines = self.lines_of(place.path) if lines is None else lines
        return types.Location(self.uri_of(place.path), range_of(place, lines, self))


def is_claim(snapshot: Snapshot, path: str) -> bool:
    """Whether a file of the project is a claim's, or would be one."""
    return path.startswith(f"{snapshot.project.config.claims}/") and path.endswith(".yaml")


def range_of(place: Place, lines: Sequence[str], server: ClaimcheckServer) -> types.Range:
    """Return a place, to the end of its line, in the client's units.

    Args:
        place: the place.
        lines: the lines of its file, with their ends.
        server: knows the client's units.
    """
    number = max(0, (place.line or 1) - 1)
    line = lines[number].rstrip() if number < len(lines) else ""
    column = min(max(0, (place.column or 1) - 1), len(line))
    end = max(len(line), column)
    written = types.Range(types.Position(number, column), types.Position(number, end))
    return (
        server.workspace.position_codec.range_to_client_units(lines, written) if lines else written
    )


def diagnostic(
    finding: Finding, lines: Sequence[str], server: ClaimcheckServer
) -> types.Diagnostic:
    """Return a finding as editors show it, the difference behind its sentence.

    Args:
        finding: what a rule found.
        lines: the lines of its file, with their ends.
        server: knows the client's units.
    """
    message = printable(finding.message)
    for excerpt in finding.excerpts:
        words = "".join(f"[[{run.text}]]" if run.marked else run.text for run in excerpt.runs)
        message += f"\n{excerpt.label}: {one_line(words)}"
    if finding.help:
        message += f"\nhelp: {printable(finding.help)}"
    return types.Diagnostic(
        range_of(finding.place, lines, server),
        message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source="claimcheck",
    )


def build() -> ClaimcheckServer:
    """Return the server, with all that it answers."""
    server = ClaimcheckServer()
    _add_diagnostics(server)
    _add_looking(server)
    _add_writing(server)
    _add_symbols(server)
    return server


def _add_diagnostics(server: ClaimcheckServer) -> None:
    @server.feature(types.INITIALIZED)
    def initialized(_params: types.InitializedParams) -> None:
        server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_params: types.DidSaveTextDocumentParams) -> None:
        server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        path = server.path_of(params.text_document.uri)
        snapshot = server.snapshot
        lines = server.lines_of(path)
        found = [
            diagnostic(each, lines, server)
            for each in (snapshot.report.findings if snapshot else ())
            if each.place.path == path
        ]
        server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(params.text_document.uri, found)
        )

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False),
    )
    def asked(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        uri = params.text_document.uri
        lines = server.workspace.get_text_document(uri).lines
        found = [diagnostic(each, lines, server) for each in server.findings(uri)]
        return types.RelatedFullDocumentDiagnosticReport(found)


def _add_looking(server: ClaimcheckServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        document, value = _value_at(server, uri, params.position)
        view = server.view(uri)
        if value is None or view is None or not (text := answers.hover_text(view, value)):
            return None
        return types.Hover(
            types.MarkupContent(types.MarkupKind.Markdown, text), _range(document, value)
        )

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        uri = params.text_document.uri
        _document, value = _value_at(server, uri, params.position)
        return _definition(server, uri, value) if value else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        uri = params.text_document.uri
        _document, value = _value_at(server, uri, params.position)
        name = _source_named(server, uri, value)
        snapshot = server.snapshot
        return (
            [server.location(place) for place in _citing(snapshot, name)]
            if (snapshot and name)
            else []
        )

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    def lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        view = server.view(params.text_document.uri)
        if view is None or view.claim is None:
            return []
        derivation = view.claim.derivation
        title = f"{derivation.status} ({derivation.corroboration}): {phrases.basis(view.claim)}"
        return [types.CodeLens(_BEGINNING, types.Command(title, ""))]

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        view = server.view(params.text_document.uri)
        document = server.workspace.get_text_document(params.text_document.uri)
        return list(_hints(document, view.claim)) if view and view.claim else []


def _definition(server: ClaimcheckServer, uri: str, value: places.Value) -> types.Location | None:
    """Return where what a value names is: a record, a claim's file, a passage in a pinned text."""
    snapshot = server.snapshot
    if snapshot is None:
        return None
    sources = snapshot.foundation.dossier.sources
    if value.keys[-1] in {"source", "origin"} and value.text in sources:
        return server.location(sources[value.text].place)
    if value.keys[0] == "rests_on" and value.text in snapshot.listing.claims:
        return types.Location(server.uri_of(snapshot.listing.claims[value.text]), _BEGINNING)
    if value.keys[-1] not in {"quote", "exact", "prefix", "suffix"}:
        return None
    view, number = server.view(uri), places.item_number(value.keys)
    item = answers.item_of(view.claim, number) if view and number else None
    if item is None or item.source is None or item.anchor.start is None:
        return None
    source = item.source
    return server.location(place_in(source.text or "", source.text_path, item.anchor.start))


def _source_named(server: ClaimcheckServer, uri: str, value: places.Value | None) -> str:
    """Return the source that a value names, or whose record a document is; "" for none."""
    sources = server.snapshot.foundation.dossier.sources if server.snapshot else {}
    by_record = {source.place.path: source.id for source in sources.values()}
    if name := by_record.get(server.path_of(uri), ""):
        return name
    names_source = value is not None and value.keys[-1] in {"source", "origin"}
    return value.text if value is not None and names_source else ""


def _hints(document: TextDocument, claim: AssessedClaim) -> Iterator[types.InlayHint]:
    for item in claim.evidence:
        value = places.value_of(document.source, ("evidence", item.evidence.number, "stance"))
        if value is not None:
            label = str(item.anchor.fit) + ("" if item.votes else ", does not count")
            at = document.client_position_at_offset(value.end)
            yield types.InlayHint(at, label, padding_left=True)


def _add_writing(server: ClaimcheckServer) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "["])
    )
    def complete(params: types.CompletionParams) -> list[types.CompletionItem]:
        snapshot = server.snapshot
        document = server.workspace.get_text_document(params.text_document.uri)
        path = server.path_of(params.text_document.uri)
        if snapshot is None or not path.endswith(".yaml"):
            return []
        key = _key_before(document, params.position)
        return [
            types.CompletionItem(name, detail=about, kind=types.CompletionItemKind.Reference)
            for name, about in answers.completions(snapshot, key)
        ]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        document, view = server.workspace.get_text_document(uri), server.view(uri)
        offset = document.offset_at_position(params.range.start)
        number = _item_around(document.source, offset)
        if view is None or number is None:
            return []
        whole = types.Range(
            types.Position(0, 0), document.client_position_at_offset(len(document.source))
        )
        return [
            types.CodeAction(
                title,
                kind=types.CodeActionKind.QuickFix,
                edit=types.WorkspaceEdit(changes={uri: [types.TextEdit(whole, text)]}),
            )
            for title, text in answers.actions(view, number, document.source)
        ]


def _add_symbols(server: ClaimcheckServer) -> None:
    @server.feature(types.WORKSPACE_SYMBOL)
    def project_symbols(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        snapshot = server.snapshot
        if snapshot is None:
            return []
        wanted = params.query.casefold()
        sources = snapshot.foundation.dossier.sources
        files = [(name, path, "claim") for name, path in snapshot.listing.claims.items()]
        files += [(source.id, source.place.path, "source") for source in sources.values()]
        return [
            types.WorkspaceSymbol(
                types.Location(server.uri_of(path), _BEGINNING),
                name,
                types.SymbolKind.String if kind == "claim" else types.SymbolKind.File,
                container_name=kind,
            )
            for name, path, kind in files
            if wanted in name.casefold()
        ][:_MOST_SYMBOLS]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        document = server.workspace.get_text_document(params.text_document.uri)
        if server.view(params.text_document.uri) is None:
            return []
        shown = {"claim", "quote", "exact"}
        return [
            types.DocumentSymbol(
                one_line(value.text)[:80] or "…",
                types.SymbolKind.String,
                _range(document, value),
                _range(document, value),
                detail=str(value.keys[-1]),
            )
            for value in places.values_in(document.source)
            if value.keys[-1] in shown
        ]


_BEGINNING: Final = types.Range(types.Position(0, 0), types.Position(0, 0))


def _value_at(
    server: ClaimcheckServer, uri: str, position: types.Position
) -> tuple[TextDocument, places.Value | None]:
    document = server.workspace.get_text_document(uri)
    offset = document.offset_at_position(position)
    return document, places.value_at(document.source, offset)


def _range(document: TextDocument, value: places.Value) -> types.Range:
    text = document.source[value.start : value.end]
    end = value.start + len(text.rstrip())
    return types.Range(
        document.client_position_at_offset(value.start), document.client_position_at_offset(end)
    )


def _item_around(text: str, offset: int) -> int | None:
    """Return the evidence item whose lines an offset is in, as far as its values tell."""
    number = None
    for value in places.values_in(text):
        line = text.rfind("\n", 0, value.start) + 1
        if line > offset:
            break
        number = places.item_number(value.keys)
    return number


def _key_before(document: TextDocument, position: types.Position) -> str:
    """Return the key whose value is being typed at a place; "" for a place that has none.

    A line that is being typed is seldom well formed, so that it is read as text.
    """
    lines = document.source[: document.offset_at_position(position)].split("\n")
    while lines:
        line = lines.pop()
        if match := _KEY.match(line):
            return match["key"]
        if not _LIST_ITEM.match(line):
            return ""
    return ""


def _citing(snapshot: Snapshot, name: str) -> list[Place]:
    """Return the places where claims cite a source, and records repeat it."""
    listing, tree = snapshot.listing, snapshot.project.tree
    wanted = name.encode()
    found: list[Place] = []
    for files in claim_files(tree, listing, listing.claims):
        if wanted not in files.claim.data:
            continue
        claim = read_claim_files(files).claim
        items = claim.evidence if claim else ()
        found += [item.place for item in items if name in {item.source, item.origin}]
    sources = snapshot.foundation.dossier.sources.values()
    return found + [source.place for source in sources if source.origin == name]
