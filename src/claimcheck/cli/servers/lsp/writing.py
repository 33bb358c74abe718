"""What editors write on being asked to: completions, actions and new ids.

The server writes nothing: each is an edit that the editor shows, and makes.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from claimcheck.cli import session
from claimcheck.cli.servers.lsp import completing, naming, places
from claimcheck.cli.servers.lsp.actions import OPEN, claim_actions
from claimcheck.cli.servers.lsp.edits import changes_between
from claimcheck.cli.servers.lsp.looking import named_at
from claimcheck.editing.operations.rename import rename_claim, rename_source
from claimcheck.model.errors import ClaimcheckError, RequestError
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.cli.servers.lsp.actions import ClaimAction
    from claimcheck.cli.servers.lsp.documents import LinedDocument
    from claimcheck.cli.servers.lsp.edits import TextChange
    from claimcheck.cli.servers.lsp.naming import Named
    from claimcheck.cli.servers.lsp.server import ClaimcheckServer
    from claimcheck.cli.servers.lsp.snapshot import Snapshot
    from claimcheck.editing.file_edit import FileEdit
    from claimcheck.editing.operations.rename import Renaming

_REFUSED: Final = -32803  # the protocol's RequestFailed
_CHANGES_WORDS: Final = "words"
_Operation = types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile


def _is_no_refusal(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    return not (isinstance(error, JsonRpcException) and error.code == _REFUSED)


def add(server: ClaimcheckServer) -> None:
    """Let a server answer what ends in an edit."""
    # The client has the reason; in the log of the server it would look as if that had broken.
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_no_refusal)
    _add_completions(server)
    _add_actions(server)
    _add_renaming(server)


def _add_completions(server: ClaimcheckServer) -> None:
    @server.answer(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=[" ", "[", ":", "@"]),
    )
    def complete(
        params: types.CompletionParams,
    ) -> types.CompletionList | list[types.CompletionItem]:
        snapshot = server.snapshot
        uri = params.text_document.uri
        document, path = server.document(uri), server.path_of(uri)
        offset = document.offset_at_position(params.position)
        text = document.source
        if snapshot is None or not path:
            return []
        if path in snapshot.articles:
            return _listed(completing.cited_ids(snapshot, text, offset))
        value = completing.typed_value(text, offset) if path.endswith(".yaml") else None
        if value is None:
            return []
        if value.key not in completing.QUOTE_KEYS:
            return _listed(completing.ids_and_words(snapshot, value.key))
        words, sources = completing.asked_words(text, value, item_around(text, offset))
        items = list(_passages(server, document, value, words, sources))
        return types.CompletionList(is_incomplete=True, items=items)


def _listed(names: Iterator[tuple[str, str]]) -> list[types.CompletionItem]:
    return [
        types.CompletionItem(name, detail=about, kind=types.CompletionItemKind.Reference)
        for name, about in names
    ]


def _passages(
    server: ClaimcheckServer,
    document: LinedDocument,
    value: completing.TypedValue,
    words: str,
    sources: tuple[str, ...],
) -> Iterator[types.CompletionItem]:
    where = document.range_of(value.start, value.end)
    for number, passage in enumerate(server.passages(words, sources)):
        place = f", {passage.locator}" if passage.locator else ""
        context = " ".join(filter(None, (passage.before, passage.quote.exact, passage.after)))
        yield types.CompletionItem(
            completing.label_of(passage),
            kind=types.CompletionItemKind.Text,
            detail=f"{passage.source}{place}",
            documentation=one_line(context),
            # It is ranked already, whatever of it is typed.
            filter_text=value.text or " ",
            sort_text=f"{number:03}",
            text_edit=types.TextEdit(where, completing.as_written(passage, value)),
        )


def item_around(text: str, offset: int) -> int | None:
    """Return the evidence item whose lines an offset is in, as far as its values tell."""
    number = None
    for value in places.values_in(text):
        line = text.rfind("\n", 0, value.start) + 1
        if line > offset:
            break
        number = places.item_number(value.keys)
    return number


def _add_actions(server: ClaimcheckServer) -> None:
    @server.answer(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        document, view = server.document(uri), server.view(uri)
        only = params.context.only
        wanted = only is None or any("quickfix".startswith(str(each)) for each in only)
        if view is None or not wanted:
            return []
        text = document.source
        offset = document.offset_at_position(params.range.start)
        line = text.count("\n", 0, offset) + 1
        offered = claim_actions(view, item_around(text, offset), line, text, server.passages)
        actions = (_code_action(server, document, each, params.context) for each in offered)
        return [action for action in actions if action is not None]


def _code_action(
    server: ClaimcheckServer,
    document: LinedDocument,
    action: ClaimAction,
    context: types.CodeActionContext,
) -> types.CodeAction | None:
    """Return an action with its edit; None where the editor could make it unseen."""
    support = server.edit_support
    asks = support.change_annotation_support is not None and bool(support.document_changes)
    if action.changes_words and not action.shown and not asks:
        return None
    mended = [
        each
        for each in context.diagnostics
        if action.rule and each.source == "claimcheck" and str(each.code).startswith(action.rule)
    ]
    return types.CodeAction(
        action.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=mended or None,
        is_preferred=True if action.is_safe else None,
        edit=_edit_of_action(document, action, support, asks=asks and action.changes_words),
    )


def _edit_of_action(
    document: LinedDocument,
    action: ClaimAction,
    support: types.WorkspaceEditClientCapabilities,
    *,
    asks: bool,
) -> types.WorkspaceEdit:
    changes = changes_between(document.source, action.text)
    snippet = bool(action.hint and support.snippet_edit_support and support.document_changes)
    edits: list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit] = []
    for change in changes:
        where = document.range_of(change.start, change.end)
        if snippet and OPEN in change.new:
            edits.append(types.SnippetTextEdit(where, _snippet(change, action.hint)))
            continue
        new = change.new.replace(OPEN, '""')
        if asks:
            edits.append(types.AnnotatedTextEdit(_CHANGES_WORDS, where, new))
        else:
            edits.append(types.TextEdit(where, new))
    if not support.document_changes:
        plain = [each for each in edits if isinstance(each, types.TextEdit)]
        return types.WorkspaceEdit(changes={document.uri: plain})
    held = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    annotation = types.ChangeAnnotation(
        "Quote other words", needs_confirmation=True, description=action.title
    )
    return types.WorkspaceEdit(
        document_changes=[types.TextDocumentEdit(held, edits)],
        change_annotations={_CHANGES_WORDS: annotation} if asks else None,
    )


def _snippet(change: TextChange, hint: str) -> types.StringValue:
    before, _, after = change.new.partition(OPEN)
    escaped = [
        "".join(f"\\{sign}" if sign in "\\$}" else sign for sign in part)
        for part in (before, after)
    ]
    return types.StringValue(f"{escaped[0]}${{1:{hint}}}{escaped[1]}")


def _add_renaming(server: ClaimcheckServer) -> None:
    @server.answer(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        document, _offset, named = named_at(server, params.text_document.uri, params.position)
        if named is None or not _is_there(server, named):
            return None
        where = document.range_of(named.start, named.end)
        return types.PrepareRenamePlaceholder(where, named.id)

    @server.answer(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        _document, _offset, named = named_at(server, params.text_document.uri, params.position)
        snapshot = server.snapshot
        if named is None or snapshot is None or not _is_there(server, named):
            return None
        operations = server.edit_support.resource_operations or ()
        if types.ResourceOperationKind.Rename not in operations:
            verb = "rename" if named.kind == naming.CLAIM else "source rename"
            message = f"this editor renames no files: run `claimcheck {verb} {named.id} NEW`"
            raise JsonRpcException(message, _REFUSED)
        try:
            renaming = _renaming(server, snapshot, named, params.new_name)
        except ClaimcheckError as error:
            help_ = f" ({printable(error.help)})" if error.help else ""
            raise JsonRpcException(f"{printable(str(error))}{help_}", _REFUSED) from None
        for path in renaming.by_hand:
            message = f"{one_line(path)}: names the old id, and is not edited here"
            server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))
        return types.WorkspaceEdit(document_changes=list(_operations(server, renaming.edits)))


def _is_there(server: ClaimcheckServer, named: Named) -> bool:
    snapshot = server.snapshot
    if snapshot is None:
        return False
    if named.kind == naming.CLAIM:
        return named.id in snapshot.listing.claims
    return named.id in snapshot.foundation.dossier.sources


def _renaming(server: ClaimcheckServer, snapshot: Snapshot, named: Named, new_id: str) -> Renaming:
    """Return what gives a claim or a source another id, in the files as the editor has them."""
    tree, config = server.tree(snapshot), snapshot.project.config
    project = replace(snapshot.project, tree=tree)
    dossier = naming.dossier_naming(tree, config, named.id)
    today = session.present_day()
    if named.kind == naming.SOURCE:
        return rename_source(project, dossier, dossier.sources[named.id], new_id, today)
    claim = next((each for each in dossier.claims if each.id == named.id), None)
    if claim is None:
        raise RequestError(f"claim '{named.id}' cannot be read", "mend its file first")
    return rename_claim(project, dossier, claim, new_id, today)


def _operations(server: ClaimcheckServer, edits: Sequence[FileEdit]) -> Iterator[_Operation]:
    """Yield what an editor is to do: texts that change first, then files that get other names."""
    made = {_folder(edit.path): edit for edit in edits if edit.before is None}
    moved = [(edit, made[_folder(edit.path)]) for edit in edits if edit.after is None]
    opened = {server.path_of(uri): document.version for uri, document in server.opened.items()}
    for edit in edits:
        if edit.before is not None and edit.after is not None:
            yield from _text_edits(server, opened, edit)
    for old, new in moved:
        yield from _text_edits(server, opened, replace(old, after=new.after))
    for old, new in moved:
        yield types.RenameFile(old_uri=server.uri_of(old.path), new_uri=server.uri_of(new.path))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _text_edits(
    server: ClaimcheckServer, opened: Mapping[str, int | None], edit: FileEdit
) -> Iterator[types.TextDocumentEdit]:
    """Yield what an editor is to do to a file, of the version that it has open."""
    texts = (edit.before or b"", edit.after or b"")
    old, new = (data.decode("utf-8-sig", "surrogatepass") for data in texts)
    document = server.lined(edit.path, old)
    edits: list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit] = [
        types.TextEdit(document.range_of(each.start, each.end), each.new)
        for each in changes_between(old, new)
    ]
    if edits:
        held = types.OptionalVersionedTextDocumentIdentifier(
            server.uri_of(edit.path), opened.get(edit.path)
        )
        yield types.TextDocumentEdit(held, edits)
