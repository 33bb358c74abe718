"""`claimcheck lsp` with the clients of the protocol's own test kit: what each editor can do."""

from __future__ import annotations

from collections.abc import AsyncIterator  # noqa: TC003 - the kit looks at the types of a fixture
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pygls")
pytest_lsp = pytest.importorskip("pytest_lsp")

from lsprotocol import types  # noqa: E402 - only where it is installed
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities  # noqa: E402

from support.lsp import SERVER, applied, offset  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "😀 The bridge was “closed” on 3 April, the council said.\n\nAnd nobody was hurt, it says.\n"
CLAIM = """\
claim: The bridge was closed.
claimant: council
evidence:
  - source: daily
    stance: supports
    quote: was “closed” on 3 April
    speaker: council
"""
LONG = (
    "The council, which had met for nine hours on the evening before the storm came up the valley, "
    "decided that the old bridge would be closed to lorries, buses and cars for eleven weeks."
)
FILES: dict[str, str] = {
    "claimcheck.toml": 'articles = ["articles/*.md"]\n',
    "claims/closed.yaml": CLAIM,
    "claims/other.yaml": "claim: The road was closed.\nrests_on: [closed]\n",
    "claims/long.yaml": (
        "claim: It took long.\nkind: event\nevidence:\n  - source: minutes\n    stance: supports\n"
        f"    quote: {LONG.replace('eleven', 'twelve')}\n"
    ),
    "sources/daily.yaml": (
        "title: The Daily\npublisher: paper\nurl: https://example.org/daily\nfile: daily.txt\n"
    ),
    "sources/daily.txt": TEXT,
    "sources/minutes.yaml": "title: Minutes\npublisher: town\norigin: daily\nfile: minutes.txt\n",
    "sources/minutes.txt": f"{LONG}\n\nNobody spoke against it. The storm was weak.\n",
    "sources/parties.yaml": (
        "council: {name: Elm Council, aliases: [the council]}\npaper: {name: The Paper}\n"
        "town: {name: Elm Town}\n"
    ),
    "articles/note.md": (
        "The bridge was closed.[^1] So it was.[^2] A 😀 bridge [@closed].\n\n"
        '[^1]: claim:closed\n[^2]: source:daily "nobody was hurt"\n'
    ),
}
NEOVIM = client_capabilities("neovim@0.11.0")
CODE = client_capabilities("visual_studio_code")


class Editor:
    """A client with the project that it has opened."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client, self.root = client, root
        self.texts = dict(FILES)

    async def start(self, capabilities: types.ClientCapabilities) -> None:
        """Write the project, and open its folder."""
        for name, text in FILES.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_text(text, "utf-8", newline="")

        def register(_params: types.RegistrationParams) -> None:
            """Take what an editor would watch files for."""

        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(register)
        await self.client.initialize_session(
            types.InitializeParams(capabilities, root_uri=self.root.as_uri())
        )
        window = capabilities.window
        while window and window.work_done_progress and not self._is_checked():
            await self.client.wait_for_notification(types.PROGRESS)

    def _is_checked(self) -> bool:
        reports = [each for some in self.client.progress_reports.values() for each in some]
        return any(isinstance(each, types.WorkDoneProgressEnd) for each in reports)

    def uri(self, name: str) -> str:
        """Return a file's address."""
        return (self.root / name).as_uri()

    def document(self, name: str) -> types.TextDocumentIdentifier:
        """Return what requests call a file."""
        return types.TextDocumentIdentifier(self.uri(name))

    async def open(self, name: str, text: str | None = None) -> None:
        """Open a file, as it is or with another text."""
        self.texts[name] = FILES[name] if text is None else text
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(self.uri(name), "yaml", 1, self.texts[name])
            )
        )

    async def pulled(self, name: str) -> list[str]:
        """Ask for the findings of a file, and return their rules."""
        report = await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(self.document(name))
        )
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return sorted(str(each.code) for each in report.items)

    def at(self, name: str, words: str, within: int = 1) -> types.Position:
        """Return a place in some words of a file, in UTF-16 units."""
        before = self.texts[name][: self.texts[name].index(words) + within]
        line = before.count("\n")
        column = len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
        return types.Position(line, column)

    async def actions(self, name: str, words: str) -> dict[str, types.CodeAction]:
        """Return what is offered at some words of a file, by its title."""
        where = self.at(name, words)
        answer = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                self.document(name), types.Range(where, where), types.CodeActionContext([])
            )
        )
        return {each.title: each for each in answer or () if isinstance(each, types.CodeAction)}

    async def after(self, action: types.CodeAction, name: str) -> str:
        """Return a file as it is after an action."""
        assert action.edit is not None
        return applied(self.root, self.texts, action.edit)[name]

    async def rename(self, name: str, words: str, new: str) -> dict[str, str]:
        """Give what a place names another id, and return the project's texts afterwards."""
        edit = await self.client.text_document_rename_async(
            types.RenameParams(self.document(name), self.at(name, words), new)
        )
        assert edit is not None
        return applied(self.root, self.texts, edit)


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    config=ClientServerConfig(server_command=SERVER)
)
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    yield
    await lsp_client.shutdown_session()


pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("forks")]


@pytest.fixture
def editor(client: LanguageClient, tmp_path: Path) -> Editor:
    return Editor(client, tmp_path)


async def test_who_asks_for_findings_is_not_pushed_them_too(editor: Editor) -> None:
    await editor.start(NEOVIM)
    await editor.open("claims/closed.yaml", CLAIM.replace("3 April", "4 April"))

    assert await editor.pulled("claims/closed.yaml") == ["quote-altered"]
    pushed = editor.client.diagnostics
    assert not pushed.get(editor.uri("claims/closed.yaml"))
    assert [each.code for each in pushed[editor.uri("claims/long.yaml")]] == ["quote-altered"]

    await editor.open("claims/long.yaml")
    assert await editor.pulled("claims/long.yaml") == ["quote-altered"]
    assert not pushed.get(editor.uri("claims/long.yaml"))


async def test_who_does_not_ask_is_pushed_them(editor: Editor) -> None:
    await editor.start(CODE)
    await editor.open("claims/closed.yaml", CLAIM.replace("3 April", "4 April"))
    await editor.pulled("claims/closed.yaml")

    pushed = editor.client.diagnostics[editor.uri("claims/closed.yaml")]
    assert [each.code for each in pushed] == ["quote-altered"]


async def test_signs_that_end_no_line_of_an_editor_move_no_change(editor: Editor) -> None:
    await editor.start(CODE)
    for version, sign in enumerate(("\u2028", "\x0c", "\x85", "\u2029"), 2):
        text = f"One{sign}two.\n\nIt says “And nobody was hurt, it says” [@daily].\n"
        await editor.open("articles/note.md", text)
        before = await editor.pulled("articles/note.md")
        where = editor.at("articles/note.md", "hurt", 0)

        editor.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, editor.uri("articles/note.md")),
                [
                    types.TextDocumentContentChangePartial(
                        types.Range(where, types.Position(where.line, where.character + 1)), "c"
                    )
                ],
            )
        )

        after = await editor.pulled("articles/note.md")
        assert [rule for rule in after if rule not in before] == ["article-quote-altered"], sign
        (altered,) = [
            each
            for each in editor.client.diagnostics[editor.uri("articles/note.md")]
            if each.code == "article-quote-altered"
        ]
        assert altered.range.start == types.Position(2, 8), sign


async def test_a_claim_gets_another_id_in_all_files_even_unsaved_ones(editor: Editor) -> None:
    await editor.start(CODE)
    await editor.open("articles/note.md", FILES["articles/note.md"] + "\nMore [@closed].\n")
    await editor.open("claims/other.yaml")
    prepared = await editor.client.text_document_prepare_rename_async(
        types.PrepareRenameParams(
            editor.document("claims/other.yaml"), editor.at("claims/other.yaml", "[closed]", 3)
        )
    )

    after = await editor.rename("claims/other.yaml", "[closed]", "shut")

    assert isinstance(prepared, types.PrepareRenamePlaceholder)
    assert prepared.placeholder == "closed"
    assert after["claims/shut.yaml"] == CLAIM
    assert "claims/closed.yaml" not in after
    assert after["claims/other.yaml"] == FILES["claims/other.yaml"].replace("[closed]", "[shut]")
    assert after["articles/note.md"] == editor.texts["articles/note.md"].replace(
        "@closed", "@shut"
    ).replace("claim:closed", "claim:shut")
    again = await editor.rename("articles/note.md", "closed].", "shut")
    assert again == after
    at_its_words = await editor.rename("claims/closed.yaml", "The bridge", "shut")
    assert at_its_words == after


async def test_a_source_gets_another_id(editor: Editor) -> None:
    await editor.start(NEOVIM)
    await editor.open("claims/closed.yaml")

    after = await editor.rename("claims/closed.yaml", "daily", "elm-daily")

    assert after["claims/closed.yaml"] == CLAIM.replace("daily", "elm-daily")
    assert after["sources/elm-daily.yaml"] == FILES["sources/daily.yaml"]
    assert "origin: elm-daily\n" in after["sources/minutes.yaml"]
    assert '[^2]: source:elm-daily "nobody was hurt"' in after["articles/note.md"]


@pytest.mark.parametrize(
    ("capabilities", "refusals"),
    [
        (
            CODE,
            {"other": "there is a claim 'other' already", "a/b": "cannot be a claim's id"},
        ),
        (types.ClientCapabilities(), {"shut": "run `claimcheck rename closed NEW`"}),
    ],
)
async def test_an_id_that_cannot_be_is_refused_with_the_reason(
    editor: Editor, capabilities: types.ClientCapabilities, refusals: dict[str, str]
) -> None:
    await editor.start(capabilities)
    await editor.open("claims/other.yaml")

    for new, result in refusals.items():
        with pytest.raises(Exception, match=result):
            await editor.rename("claims/other.yaml", "[closed]", new)


async def test_references_are_claims_records_and_articles(editor: Editor) -> None:
    await editor.start(CODE)
    await editor.open("claims/closed.yaml")
    await editor.open("articles/note.md")

    async def named(name: str, words: str) -> list[tuple[str, str]]:
        answer = await editor.client.text_document_references_async(
            types.ReferenceParams(
                types.ReferenceContext(include_declaration=False),
                editor.document(name), editor.at(name, words),
            )
        )  # fmt: skip
        texts = {editor.uri(path): (path, text) for path, text in FILES.items()}
        return [
            (path, text[offset(text, each.range.start) : offset(text, each.range.end)])
            for each in answer or ()
            for path, text in (texts[each.uri],)
        ]

    sources = await named("claims/closed.yaml", "daily")
    assert sources == [
        ("claims/closed.yaml", "daily"),
        ("sources/minutes.yaml", "daily"),
        ("articles/note.md", "daily"),
    ]
    claims = await named("claims/closed.yaml", "The bridge")
    assert claims == [
        ("claims/other.yaml", "closed"),
        ("articles/note.md", "closed"),
        ("articles/note.md", "closed"),
    ]
    assert await named("articles/note.md", "closed].") == claims


async def test_an_article_leads_to_claims_and_shows_what_they_are(editor: Editor) -> None:
    await editor.start(CODE)
    await editor.open("articles/note.md")
    article = editor.document("articles/note.md")
    at_claim = editor.at("articles/note.md", "closed\n")

    definition = await editor.client.text_document_definition_async(
        types.DefinitionParams(article, at_claim)
    )
    source = await editor.client.text_document_definition_async(
        types.DefinitionParams(article, editor.at("articles/note.md", "daily"))
    )
    hover = await editor.client.text_document_hover_async(types.HoverParams(article, at_claim))
    hints = await editor.client.text_document_inlay_hint_async(
        types.InlayHintParams(article, types.Range(types.Position(0, 0), types.Position(9, 0)))
    )

    assert isinstance(definition, types.Location)
    assert isinstance(source, types.Location)
    assert definition.uri == editor.uri("claims/closed.yaml")
    assert source.uri == editor.uri("sources/daily.yaml")
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.value.startswith("The bridge was closed.\n\n**self-attested**")
    assert [each.label for each in hints or ()] == ["self-attested", "self-attested"]
    assert hints is not None
    assert hints[0].position == types.Position(0, 62)


async def test_links_lead_to_the_page_at_its_words(editor: Editor) -> None:
    await editor.start(NEOVIM)
    await editor.open("claims/closed.yaml")
    await editor.open("claims/long.yaml", FILES["claims/long.yaml"].replace("twelve", "eleven"))
    await editor.open("articles/note.md")

    async def links(name: str) -> list[str | None]:
        answer = await editor.client.text_document_document_link_async(
            types.DocumentLinkParams(editor.document(name))
        )
        return [each.target for each in answer or ()]

    assert await links("claims/closed.yaml") == [
        "https://example.org/daily#:~:text=was%20%E2%80%9Cclosed%E2%80%9D%20on%203%20April"
    ]
    assert await links("claims/long.yaml") == [editor.uri("sources/minutes.txt") + "#L1"]
    assert await links("articles/note.md") == [
        editor.uri("claims/closed.yaml"),
        editor.uri("claims/closed.yaml"),
        "https://example.org/daily#:~:text=And-,nobody%20was%20hurt,-%2C%20it%20says.",
    ]


async def test_quotations_are_completed_with_what_the_source_prints(editor: Editor) -> None:
    await editor.start(NEOVIM)
    text = CLAIM.replace("was “closed” on 3 April", "nobody hurt")
    await editor.open("claims/closed.yaml", text)
    where = editor.at("claims/closed.yaml", "hurt", 4)

    request = types.CompletionParams(editor.document("claims/closed.yaml"), where)
    answer = await editor.client.text_document_completion_async(request)
    # While there is no index, nothing is offered, and an editor asks again.
    for _question in range(200):
        assert isinstance(answer, types.CompletionList)
        assert answer.is_incomplete
        if answer.items:
            break
        answer = await editor.client.text_document_completion_async(request)
    assert isinstance(answer, types.CompletionList)
    best = answer.items[0]
    assert (best.label, best.detail) == ("And nobody was hurt, it says.", "daily")
    assert isinstance(best.text_edit, types.TextEdit)
    after = applied(
        editor.root, editor.texts,
        types.WorkspaceEdit(changes={editor.uri("claims/closed.yaml"): [best.text_edit]}),
    )  # fmt: skip
    assert "    quote: And nobody was hurt, it says.\n" in after["claims/closed.yaml"]


async def test_ids_are_completed_in_articles(editor: Editor) -> None:
    await editor.start(NEOVIM)
    await editor.open("articles/note.md", "It was so [@clo\n\n[^1]: source:da\n")

    async def labels(words: str) -> list[str]:
        where = editor.at("articles/note.md", words, len(words))
        answer = await editor.client.text_document_completion_async(
            types.CompletionParams(editor.document("articles/note.md"), where)
        )
        assert isinstance(answer, list)
        return [each.label for each in answer]

    assert {"closed", "daily"} <= set(await labels("[@clo"))
    assert await labels("source:da") == ["daily", "minutes"]
    assert await labels("It was") == []


async def test_an_editor_asks_before_it_changes_words(editor: Editor) -> None:
    await editor.start(CODE)
    await editor.open("claims/long.yaml")
    await editor.open("claims/closed.yaml", CLAIM.replace("3 April", "4 April"))

    (title, action), *_rest = (await editor.actions("claims/closed.yaml", "4 April")).items()
    long = await editor.actions("claims/long.yaml", "twelve")

    assert title == "quote what is printed instead: was “closed” on 3 April"
    assert action.edit is not None
    assert action.edit.change_annotations is not None
    assert [each.needs_confirmation for each in action.edit.change_annotations.values()] == [True]
    assert await editor.after(action, "claims/closed.yaml") == CLAIM
    assert next(iter(long)) == "quote what is printed instead: twelve → eleven"


@pytest.mark.parametrize(("capabilities", "is_offered"), [(CODE, True), (NEOVIM, False)])
async def test_what_a_title_cannot_show_is_offered_only_by_an_editor_that_asks(
    editor: Editor, capabilities: types.ClientCapabilities, *, is_offered: bool
) -> None:
    await editor.start(capabilities)
    changed = " ".join(
        f"{word}s" if number % 2 else word for number, word in enumerate(LONG.split())
    )
    await editor.open("claims/long.yaml", FILES["claims/long.yaml"].replace(
        LONG.replace("eleven", "twelve"), changed
    ))  # fmt: skip

    offered = await editor.actions("claims/long.yaml", "which")

    assert any("…" in title for title in offered) is is_offered


async def test_reasons_and_names_are_left_to_a_person(editor: Editor) -> None:
    await editor.start(NEOVIM)
    text = CLAIM.replace("    speaker: council\n", "")
    await editor.open("claims/closed.yaml", text)

    offered = await editor.actions("claims/closed.yaml", "closed” on")

    assert list(offered) == [
        "add speaker: council",
        "add speaker: write whose words these are",
        "allow speaker-unstated in this claim: write why",
    ]
    assert await editor.after(offered["add speaker: council"], "claims/closed.yaml") == CLAIM
    blank = await editor.after(
        offered["add speaker: write whose words these are"], "claims/closed.yaml"
    )
    assert blank == CLAIM.replace("speaker: council", 'speaker: ""')
    await editor.open("claims/closed.yaml", blank)
    assert "speaker-unstated" in await editor.pulled("claims/closed.yaml")


async def test_a_rule_is_allowed_with_a_reason_that_a_person_writes(editor: Editor) -> None:
    snippets = client_capabilities("visual_studio_code")
    assert snippets.workspace is not None
    assert snippets.workspace.workspace_edit is not None
    snippets.workspace.workspace_edit.snippet_edit_support = True
    await editor.start(snippets)
    text = CLAIM.replace("claimant: council\n", "").replace("    speaker: council\n", "")
    await editor.open("claims/closed.yaml", text)

    offered = await editor.actions("claims/closed.yaml", "closed” on")
    action = offered["allow speaker-unstated in this claim: write why"]

    assert await editor.after(action, "claims/closed.yaml") == (
        f"{text}allow:\n  speaker-unstated: ${{1:why}}\n"
    )


async def test_the_nearest_passage_is_offered_to_what_cites_nothing(editor: Editor) -> None:
    await editor.start(CODE)
    await editor.open("claims/other.yaml", "claim: The storm was weak.\nkind: event\n")
    await editor.open(
        "claims/closed.yaml", CLAIM.replace("was “closed” on 3 April", "no persons hurt whatsoever")
    )

    title = "cite the nearest passage of 'minutes', not judged: The storm was weak."
    first = await editor.actions("claims/other.yaml", "The storm")
    # While there is no index, nothing is offered, and an editor asks again.
    for _question in range(200):
        if title in first:
            break
        first = await editor.actions("claims/other.yaml", "The storm")
    second = await editor.actions("claims/closed.yaml", "hurt")

    assert title in first
    cited = await editor.after(first[title], "claims/other.yaml")
    assert cited.endswith(
        "evidence:\n  - source: minutes\n    stance: unset\n    quote: The storm was weak.\n"
    )
    assert "cite the nearest passage of 'daily': And nobody was hurt, it says." in second
