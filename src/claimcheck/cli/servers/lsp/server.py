"""The server: a project as its client has it, and what the rules find in it."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter
from pygls.uris import from_fs_path, to_fs_path

from claimcheck import __version__
from claimcheck.cli.servers.lsp.checking import BackgroundChecks, Reading
from claimcheck.cli.servers.lsp.documents import LinedDocument, LinedProtocol, LinedWorkspace
from claimcheck.cli.servers.lsp.finding import PassageFinder
from claimcheck.cli.servers.lsp.snapshot import (
    ClaimView,
    Snapshot,
    claim_named,
    is_claim,
    report_on_article,
    view_of_claim,
)
from claimcheck.cli.servers.lsp.watching import ProjectWatch
from claimcheck.formats.phrases import rule_failure
from claimcheck.model import Severity
from claimcheck.system.overlay import EditedTree
from claimcheck.system.plain_files import RefusedError
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping, Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.gate.report import Failure
    from claimcheck.model import Finding, Place
    from claimcheck.search.passages import RankedPassage

_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
BEGINNING: Final = types.Range(types.Position(0, 0), types.Position(0, 0))


# How each type of the protocol is read and written is worked out when it is first met.
_converter: Final = cache(default_converter)


class ClaimcheckServer(LanguageServer):
    """A language server with the project that its client has opened.

    Args:
        cached: whether an index of the sources, and what the last check came to, may be taken from
            the cache, and put there.
    """

    def __init__(self, *, cached: bool = True) -> None:
        super().__init__(
            "claimcheck",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=LinedProtocol,
            converter_factory=_converter,
        )
        self.snapshot: Snapshot | None = None
        self.trouble = ""
        self.published: set[str] = set()
        self._broken: set[str] = set()
        self._watch = ProjectWatch(self, self.refresh)
        self._finder = PassageFinder(cached=cached)
        self._checks = BackgroundChecks(cached=cached, deliver=self._take)
        self._is_read, self._is_checked = asyncio.Event(), asyncio.Event()
        self._is_done = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._views: dict[str, tuple[int, Snapshot, ClaimView]] = {}

    @property
    def pulls(self) -> bool:
        """Whether the client asks for the findings of open documents, so that none are pushed."""
        capabilities = self.client_capabilities.text_document
        return capabilities is not None and capabilities.diagnostic is not None

    @property
    def edit_support(self) -> types.WorkspaceEditClientCapabilities:
        """What the client can do with edits."""
        capabilities = self.client_capabilities.workspace
        support = capabilities.workspace_edit if capabilities else None
        return support or types.WorkspaceEditClientCapabilities()

    @property
    def refreshes(self) -> bool:
        """Whether the client asks for findings again when it is told that there are others."""
        capabilities = self.client_capabilities.workspace
        diagnostics = capabilities.diagnostics if capabilities else None
        return bool(diagnostics and diagnostics.refresh_support)

    def answer(
        self,
        method: str,
        options: object = None,
    ) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
        """Let a function answer a request, as soon as the project has been read.

        Args:
            method: the request's.
            options: what the client is told that the server can do.
        """

        def register(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
            @self.feature(method, options)
            def answering(params: Any) -> Generator[Any, Any, Any]:  # noqa: ANN401
                # pygls awaits what is yielded; until then, other messages are answered.
                if not self._is_read.is_set():
                    yield self._is_read.wait, (), {}
                return function(params)

            return function

        return register

    async def findings_ready(self) -> None:
        """Wait until findings can be told: those of the file, where others may follow later."""
        await (self._is_read if self.refreshes else self._is_checked).wait()

    def refresh(self) -> None:
        """Let the project be read and checked, and publish what is found in it."""
        root = Path(self.workspace.root_path or ".")
        if self._checks.ask(root):
            self._is_done = asyncio.Event()
            window = self.client_capabilities.window
            if window and window.work_done_progress:
                task = asyncio.create_task(self._show_progress(self._is_done))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    def renew_if_past(self) -> None:
        """Let the project be checked again where a day has passed since it was."""
        self._watch.renew_if_past()

    async def _show_progress(self, is_done: asyncio.Event) -> None:
        """Show that a check runs, until it is done."""
        token = uuid4().hex
        progress = self.work_done_progress
        await progress.create_async(token)
        progress.begin(token, types.WorkDoneProgressBegin("claimcheck: checking the project"))
        await is_done.wait()
        progress.end(token, types.WorkDoneProgressEnd())

    def _take(self, reading: Reading) -> None:
        """Take what was read of the project, in the thread that answers."""
        try:
            if reading.snapshot is None:
                self._tell(reading.trouble)
            else:
                self._show(reading.snapshot)
        finally:
            self._watch.follow(self.snapshot)
            self._is_read.set()
            if reading.is_last:
                self._is_checked.set()
                self._is_done.set()

    def _tell(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.window_show_message(
                types.ShowMessageParams(types.MessageType.Warning, f"claimcheck: {trouble}")
            )

    def _tell_failures(self, failures: Iterable[Failure]) -> None:
        """Tell which rules broke, each once: what they would have found is not known."""
        for failure in failures:
            if failure.rule not in self._broken:
                self._broken.add(failure.rule)
                words = f"claimcheck: {rule_failure(failure)}; please report it"
                self.window_show_message(types.ShowMessageParams(types.MessageType.Error, words))

    def _show(self, snapshot: Snapshot) -> None:
        self.trouble = ""
        self.snapshot = snapshot
        self._views.clear()
        if not snapshot.is_checked:
            for uri in self.opened:
                self.publish(uri)
            return
        self._tell_failures(snapshot.report.failures)
        self._publish_project(snapshot)
        if self.refreshes:
            self.workspace_diagnostic_refresh(None)

    def path_of(self, uri: str) -> str:
        """Return a document's path in the project; "" for one that lies elsewhere."""
        name = to_fs_path(uri)
        if self.snapshot is None or name is None:
            return ""
        root, path = self.snapshot.project.root, Path(name)
        if not path.is_relative_to(root):
            path = path.resolve()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""

    def uri_of(self, path: str) -> str:
        """Return the address of a file of the project."""
        root = self.snapshot.project.root if self.snapshot else Path()
        return from_fs_path(str(root / path)) or ""

    def view(self, uri: str) -> ClaimView | None:
        """Look at the claim that a document is; None for another document."""
        path, snapshot = self.path_of(uri), self.snapshot
        if snapshot is None or not is_claim(snapshot, path):
            return None
        document = self.document(uri)
        cached = self._views.get(uri)
        if cached and cached[0] == document.version and cached[1] is snapshot:
            return cached[2]
        view = view_of_claim(snapshot, path, document.source)
        self._tell_failures(view.failures)
        if document.version is not None:
            self._views[uri] = document.version, snapshot, view
        return view

    def document(self, uri: str) -> LinedDocument:
        """Return a document as the editor has it; one that is not open as the project has it."""
        if document := self.opened.get(uri):
            return document
        path = self.path_of(uri)
        return self._lined_workspace.lined(uri, self._text_in_project(path) if path else "")

    def lined(self, path: str, text: str) -> LinedDocument:
        """Return a file of the project that need not be open, of its text."""
        return self._lined_workspace.lined(self.uri_of(path), text)

    @property
    def opened(self) -> Mapping[str, LinedDocument]:
        """The documents that are open, by their addresses as the editor writes them."""
        return self._lined_workspace.opened

    @property
    def _lined_workspace(self) -> LinedWorkspace:
        workspace = self.workspace
        assert isinstance(workspace, LinedWorkspace)  # noqa: S101 - the protocol makes no other
        return workspace

    def text(self, uri: str) -> str:
        """Return a document as the editor has it."""
        return self.document(uri).source

    def open_texts(self) -> dict[str, str]:
        """Return what the editor holds of the project's files, by path."""
        texts = {self.path_of(uri): document.source for uri, document in self.opened.items()}
        texts.pop("", None)
        return texts

    def tree(self, snapshot: Snapshot) -> EditedTree:
        """Return the project's files, those that are open as the editor has them."""
        texts = self.open_texts()
        held = {path: text.encode("utf-8", "surrogatepass") for path, text in texts.items()}
        return EditedTree(snapshot.project.tree, held)

    def claim(self, name: str) -> AssessedClaim | None:
        """Return a claim by its id, as the editor has it; None where there is none."""
        snapshot = self.snapshot
        path = snapshot.listing.claims.get(name) if snapshot else None
        if snapshot is None or path is None:
            return None
        return claim_named(snapshot, name, self.open_texts().get(path))

    def passages(self, text: str, within: tuple[str, ...]) -> list[RankedPassage]:
        """Return passages of the sources that speak of something, best first."""
        return self._finder.find(self.snapshot, text, within) if self.snapshot else []

    def findings(self, uri: str) -> Iterable[Finding]:
        """Return what the rules find in a document as the editor has it."""
        path = self.path_of(uri)
        snapshot = self.snapshot
        if snapshot is None or not path:
            return ()
        is_open = uri in self.opened
        if is_open and is_claim(snapshot, path):
            view = self.view(uri)
            return view.findings if view else ()
        if is_open and path in snapshot.articles:
            report = report_on_article(snapshot, path, self.text(uri))
            self._tell_failures(report.failures)
            return report.findings
        return [each for each in snapshot.report.findings if each.place.path == path]

    def publish(self, uri: str) -> None:
        """Publish what is found in an open document, unless the client asks for that itself."""
        snapshot = self.snapshot
        if snapshot is None or not (snapshot.is_checked or self._is_looked_at(uri)):
            return
        if self.pulls:
            path = self.path_of(uri)
            if path in self.published:
                self.published.discard(path)
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
            return
        document = self.document(uri)
        diagnostics = [diagnostic(finding, document.lines, self) for finding in self.findings(uri)]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics))

    def _is_looked_at(self, uri: str) -> bool:
        """Whether a document is looked at by itself, so that it needs no check of the project."""
        path, snapshot = self.path_of(uri), self.snapshot
        return snapshot is not None and (is_claim(snapshot, path) or path in snapshot.articles)

    def forget(self, uri: str) -> None:
        """Forget what was worked out of a document that was closed."""
        self._views.pop(uri, None)

    def _publish_project(self, snapshot: Snapshot) -> None:
        by_path: dict[str, list[Finding]] = {}
        for finding in snapshot.report.findings:
            by_path.setdefault(finding.place.path, []).append(finding)
        opened = set(map(self.path_of, self.opened))
        for path in sorted((by_path.keys() | self.published) - opened):
            lines = self.lines_of(path)
            diagnostics = [diagnostic(each, lines, self) for each in by_path.get(path, ())]
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(self.uri_of(path), diagnostics)
            )
        self.published = set(by_path) - (opened if self.pulls else set())
        for uri in self.opened:
            self.publish(uri)

    def lines_of(self, path: str) -> list[str]:
        """Return the lines of a file of the project, with their ends; none where it is no text."""
        return list(self.lined(path, self._text_in_project(path)).lines)

    def _text_in_project(self, path: str) -> str:
        """Return the text of a file of the project; "" where it is no plain file, or no text."""
        if self.snapshot is None:
            return ""
        try:
            return self.snapshot.project.tree.read(path).data.decode("utf-8-sig")
        except (RefusedError, UnicodeDecodeError):
            return ""

    def location(self, place: Place) -> types.Location:
        """Return where a place of the project is."""
        lines = self.lines_of(place.path)
        return types.Location(self.uri_of(place.path), range_of(place, lines, self))


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


def add_diagnostics(server: ClaimcheckServer) -> None:
    """Let a server check what its client opens, edits and saves."""

    @server.feature(types.INITIALIZED)
    def initialized(_params: types.InitializedParams) -> None:
        server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.renew_if_past()
        server.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.renew_if_past()
        server.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_params: types.DidSaveTextDocumentParams) -> None:
        server.refresh()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_elsewhere(_params: types.DidChangeWatchedFilesParams) -> None:
        server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        path = server.path_of(params.text_document.uri)
        snapshot = server.snapshot
        server.forget(params.text_document.uri)
        lines = server.lines_of(path)
        diagnostics = [
            diagnostic(each, lines, server)
            for each in (snapshot.report.findings if snapshot else ())
            if each.place.path == path
        ]
        server.published |= {path} if diagnostics else set()
        server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(params.text_document.uri, diagnostics)
        )

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False),
    )
    def pull_diagnostics(
        params: types.DocumentDiagnosticParams,
    ) -> Generator[Any, Any, types.DocumentDiagnosticReport]:
        yield server.findings_ready, (), {}
        uri = params.text_document.uri
        lines = server.document(uri).lines
        diagnostics = [diagnostic(each, lines, server) for each in server.findings(uri)]
        return types.RelatedFullDocumentDiagnosticReport(diagnostics)
