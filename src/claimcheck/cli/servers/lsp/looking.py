"""What editors show: hovers, definitions, references, links, lenses, hints and symbols."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from claimcheck.anchor import passes
from claimcheck.assessment.passages import anchored_source, place_in
from claimcheck.cli.servers.lsp import answers, naming, places
from claimcheck.cli.servers.lsp.actions import item_of
from claimcheck.cli.servers.lsp.server import BEGINNING, ClaimcheckServer
from claimcheck.cli.servers.lsp.snapshot import is_claim
from claimcheck.formats import phrases
from claimcheck.formats.live_pages import live_passage
from claimcheck.model import Quote
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor import Anchor
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.cli.servers.lsp.documents import LinedDocument
    from claimcheck.cli.servers.lsp.naming import Named
    from claimcheck.model import Source

_MOST_SYMBOLS: Final = 200
_QUOTE_KEYS: Final = frozenset({"quote", "exact", "prefix", "suffix"})


def add(server: ClaimcheckServer) -> None:
    """Let a server answer what only looks."""
    _add_hovers(server)
    _add_definitions(server)
    _add_references(server)
    _add_marks(server)
    _add_symbols(server)


def named_at(
    server: ClaimcheckServer, uri: str, position: types.Position
) -> tuple[LinedDocument, int, Named | None]:
    """Return a document, an offset in it, and the claim or source that is named there.

    Args:
        server: the server.
        uri: the document.
        position: the place, in the client's units.
    """
    document = server.document(uri)
    offset = document.offset_at_position(position)
    path, snapshot = server.path_of(uri), server.snapshot
    named = naming.named_at(snapshot, path, document.source, offset) if snapshot and path else None
    return document, offset, named


def _add_hovers(server: ClaimcheckServer) -> None:
    @server.answer(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        document, offset, named = named_at(server, uri, params.position)
        view = server.view(uri)
        value = places.value_at(document.source, offset) if view else None
        text = answers.hover_text(view, value) if view and value else ""
        where = _range(document, value) if value else BEGINNING
        if not text and named is not None and not named.is_own:
            text = _text_of(server, named)
            where = document.range_of(named.start, named.end)
        if not text:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), where)


def _text_of(server: ClaimcheckServer, named: Named) -> str:
    """Return what a claim or a source is, in Markdown; "" for one that is not there."""
    if server.snapshot is None:
        return ""
    dossier = server.snapshot.foundation.dossier
    if named.kind == naming.SOURCE:
        source = dossier.sources.get(named.id)
        return answers.source_text(source) if source else ""
    claim = server.claim(named.id)
    return answers.claim_text(claim, dossier) if claim else ""


def _add_definitions(server: ClaimcheckServer) -> None:
    @server.answer(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        uri = params.text_document.uri
        document, offset, named = named_at(server, uri, params.position)
        if named is not None and not named.is_own:
            return _record_of(server, named)
        view = server.view(uri)
        value = places.value_at(document.source, offset) if view else None
        number = places.item_number(value.keys) if value else None
        if view is None or value is None or number is None or value.keys[-1] not in _QUOTE_KEYS:
            return None
        item = item_of(view.claim, number)
        source = anchored_source(item, view.assessment) if item else None
        if item is None or source is None or item.anchor.start is None:
            return None
        return server.location(place_in(source.text or "", source.text_path, item.anchor.start))


def _add_references(server: ClaimcheckServer) -> None:
    @server.answer(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        uri = params.text_document.uri
        _document, _offset, named = named_at(server, uri, params.position)
        snapshot = server.snapshot
        if snapshot is None:
            return []
        kind, name = naming.own_id(snapshot, server.path_of(uri))
        if named is not None:
            kind, name = named.kind, named.id
        elif kind != naming.SOURCE:
            return []
        mentions = naming.mentions_of(server.tree(snapshot), snapshot, kind, name)
        return [
            types.Location(
                server.uri_of(each.path),
                server.lined(each.path, each.text).range_of(each.start, each.end),
            )
            for each in mentions
        ]

    @server.answer(types.TEXT_DOCUMENT_DOCUMENT_LINK, types.DocumentLinkOptions())
    def links(params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        uri = params.text_document.uri
        snapshot, document = server.snapshot, server.document(uri)
        path = server.path_of(uri)
        if snapshot is None or not path:
            return []
        if path in snapshot.articles:
            named = naming.names_in_article(snapshot, path, document.source)
            references = list(_links_of_article(server, document, named))
        else:
            references = list(_links_of_claim(server, uri, document))
        capabilities = server.client_capabilities.text_document
        if not (
            capabilities
            and capabilities.document_link
            and capabilities.document_link.tooltip_support
        ):
            references = [types.DocumentLink(each.range, each.target) for each in references]
        return references


def _record_of(server: ClaimcheckServer, named: Named) -> types.Location | None:
    """Return the record of a source, or the file of a claim."""
    snapshot = server.snapshot
    if snapshot is None:
        return None
    if named.kind == naming.CLAIM:
        path = snapshot.listing.claims.get(named.id)
        return types.Location(server.uri_of(path), BEGINNING) if path else None
    source = snapshot.foundation.dossier.sources.get(named.id)
    return server.location(source.place) if source else None


def _links_of_claim(
    server: ClaimcheckServer, uri: str, document: LinedDocument
) -> Iterator[types.DocumentLink]:
    """Yield for each source that a claim cites the page that prints the passage, at its words."""
    view = server.view(uri)
    for item in view.claim.evidence if view and view.claim else ():
        value = places.value_of(document.source, ("evidence", item.evidence.number, "source"))
        if value is None or item.source is None:
            continue
        anchor = None if item.found_in else item.anchor
        target, tooltip = _page(server, item.source, anchor)
        yield types.DocumentLink(_range(document, value), target, tooltip)


def _links_of_article(
    server: ClaimcheckServer, document: LinedDocument, named: list[Named]
) -> Iterator[types.DocumentLink]:
    snapshot = server.snapshot
    if snapshot is None:
        return
    for each in named:
        where = document.range_of(each.start, each.end)
        if each.kind == naming.CLAIM:
            if record := _record_of(server, each):
                yield types.DocumentLink(where, record.uri, "the claim")
            continue
        source = snapshot.foundation.dossier.sources.get(each.id)
        if source is not None:
            text = snapshot.corpus.text(source.id) if source.text is not None else None
            anchor = passes(Quote(each.words), text) if each.words and text else None
            target, tooltip = _page(server, source, anchor)
            yield types.DocumentLink(where, target, tooltip)


def _page(server: ClaimcheckServer, source: Source, anchor: Anchor | None) -> tuple[str, str]:
    """Return where a passage can be looked at, and what that is: the live page, or the text."""
    start = anchor.start if anchor is not None else None
    address = live_passage(source, anchor) if anchor is not None else source.url or ""
    if address.startswith(("https://", "http://")):
        return address, "the page, at these words" if ":~:" in address else "the page"
    if source.text is None or start is None:
        return server.uri_of(source.text_path or source.place.path), "the pinned text"
    line = place_in(source.text, source.text_path, start).line
    return f"{server.uri_of(source.text_path)}#L{line}", f"the pinned text, line {line}"


def _add_marks(server: ClaimcheckServer) -> None:
    @server.answer(types.TEXT_DOCUMENT_CODE_LENS)
    def lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        view = server.view(params.text_document.uri)
        if view is None or view.claim is None:
            return []
        derivation = view.claim.derivation
        title = f"{derivation.status} ({derivation.corroboration}): {phrases.basis(view.claim)}"
        return [types.CodeLens(BEGINNING, types.Command(title, ""))]

    @server.answer(types.TEXT_DOCUMENT_INLAY_HINT)
    def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        uri = params.text_document.uri
        document, snapshot = server.document(uri), server.snapshot
        path = server.path_of(uri)
        if snapshot is not None and path in snapshot.articles:
            named = naming.names_in_article(snapshot, path, document.source)
            return list(_hints_of_article(server, document, named))
        view = server.view(uri)
        return list(_hints_of_claim(document, view.claim)) if view and view.claim else []


def _hints_of_claim(document: LinedDocument, claim: AssessedClaim) -> Iterator[types.InlayHint]:
    for item in claim.evidence:
        value = places.value_of(document.source, ("evidence", item.evidence.number, "stance"))
        if value is not None:
            label = str(item.anchor.fit) + ("" if item.votes else ", does not count")
            at = document.client_position_at_offset(value.end)
            yield types.InlayHint(at, label, padding_left=True)


def _hints_of_article(
    server: ClaimcheckServer, document: LinedDocument, named: list[Named]
) -> Iterator[types.InlayHint]:
    statuses: dict[str, str] = {}
    for each in named:
        if each.kind != naming.CLAIM:
            continue
        if each.id not in statuses:
            claim = server.claim(each.id)
            statuses[each.id] = str(claim.derivation.status) if claim else ""
        if statuses[each.id]:
            at = document.client_position_at_offset(each.end)
            yield types.InlayHint(at, statuses[each.id], padding_left=True)


def _add_symbols(server: ClaimcheckServer) -> None:
    @server.answer(types.WORKSPACE_SYMBOL)
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
                types.Location(server.uri_of(path), BEGINNING),
                name,
                types.SymbolKind.String if kind == "claim" else types.SymbolKind.File,
                container_name=kind,
            )
            for name, path, kind in files
            if wanted in name.casefold()
        ][:_MOST_SYMBOLS]

    @server.answer(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        uri = params.text_document.uri
        document, snapshot = server.document(uri), server.snapshot
        if snapshot is None or not is_claim(snapshot, server.path_of(uri)):
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


def _range(document: LinedDocument, value: places.Value) -> types.Range:
    text = document.source[value.start : value.end]
    return document.range_of(value.start, value.start + len(text.rstrip()))
