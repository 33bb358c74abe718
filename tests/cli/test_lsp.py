"""`claimcheck lsp`, spoken to by a small client over standard streams."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pygls")

from support.lsp import SERVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from support.project import CommandResult

    Write = Callable[[dict[str, str | bytes]], Path]

CLAIM = """\
claim: The bridge was closed.
claimant: council
evidence:
  - source: daily
    stance: supports
    quote: was “closed” on 3 April
  - source: daily
    stance: unset
    quote: a lovely sunny morning it was in Elm
"""
FILES: dict[str, str | bytes] = {
    "claims/closed.yaml": CLAIM,
    "claims/other.yaml": "claim: It rained.\n",
    "sources/daily.yaml": "title: The *Daily*\npublisher: paper\nfile: daily.txt\n",
    "sources/daily.txt": "😀 The bridge was “closed” on 3 April.\nAnd nobody was hurt, it says.\n",
    "sources/parties.yaml": "council: {name: Town council}\npaper: {name: The Paper}\n",
}
REGISTERING = ("client/registerCapability", "client/unregisterCapability")
BROKEN_RULE = """
from claimcheck import __main__
from claimcheck.rules import no_evidence

def check_claims(assessment):
    raise ValueError

no_evidence.check_claims = check_claims
__main__.run()
"""
NEXT_DAY = """
import os
import signal
import time

from claimcheck import __main__

def move(*_signal):
    os.environ["TZ"] = "XXX-14"
    time.tzset()

signal.signal(signal.SIGUSR1, move)
__main__.run()
"""


class Editor:
    """An editor that speaks to the server: requests have answers, and what it tells has none."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        self.process = process
        self.root = root
        self.number = 0
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.messages: list[str] = []
        self.checks_ended = 0
        self.watched: list[str] = []

    def uri(self, name: str) -> str:
        """Return the address of a file."""
        return (self.root / name).as_uri()

    def tell(self, method: str, params: object) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:  # noqa: ANN401 - whatever is answered
        """Send a request, and return its answer."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def open(self, name: str, text: str | None = None) -> None:
        """Open a file, as it is or with another text."""
        text = (self.root / name).read_text("utf-8") if text is None else text
        document = {"uri": self.uri(name), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def at(self, name: str, line: int, column: int) -> dict[str, Any]:
        """Return a place of a file, from 0."""
        position = {"line": line, "character": column}
        return {"textDocument": {"uri": self.uri(name)}, "position": position}

    def await_check(self) -> None:
        """Read what the server sends until one more check of the project has ended."""
        before = self.checks_ended
        while self.checks_ended == before:
            self._read()

    def save(self, name: str) -> None:
        """Tell that a file was saved, and wait for the check that follows."""
        self.tell("textDocument/didSave", {"textDocument": {"uri": self.uri(name)}})
        self.await_check()

    def findings(self, name: str) -> list[dict[str, Any]]:
        """Return what is diagnosed in a file, when all that was sent before is done."""
        self.ask("workspace/symbol", {"query": ""})
        return self.diagnostics.get(self.uri(name), [])

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        stream = self.process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()) != b"\r\n":
            assert line, "the server ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(stream.read(length))
        if message.get("method") in {"window/workDoneProgress/create", *REGISTERING}:
            self._send({"id": message["id"], "result": None})
        if message.get("method") == REGISTERING[0]:
            (registration,) = message["params"]["registrations"]
            watchers = registration["registerOptions"]["watchers"]
            self.watched = [each["globPattern"] for each in watchers]
        if message.get("method") == "$/progress":
            self.checks_ended += message["params"]["value"]["kind"] == "end"
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "window/showMessage":
            self.messages.append(message["params"]["message"])
        return message


@pytest.fixture
def start(forks: None) -> Iterator[Callable[..., Editor]]:  # noqa: ARG001 - they run
    started: list[Editor] = []

    def starting(
        root: Path,
        *,
        waits: bool = True,
        watches: bool = True,
        command: Sequence[str] = tuple(SERVER),
        environment: Mapping[str, str] | None = None,
    ) -> Editor:
        process = subprocess.Popen(
            command,
            cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
        )  # fmt: skip
        editor = Editor(process, root)
        started.append(editor)
        capabilities = {
            "window": {"workDoneProgress": True},
            "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": watches}},
        }
        editor.ask(
            "initialize",
            {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities},
        )
        editor.tell("initialized", {})
        if waits:
            editor.await_check()
        return editor

    yield starting
    for editor in started:
        with editor.process:
            editor.ask("shutdown", None)
            editor.tell("exit", None)
            editor.process.wait(60)


@pytest.fixture
def editor(start: Callable[..., Editor], write: Write) -> Editor:
    return start(write(FILES))


def edited(text: str, edits: list[dict[str, Any]]) -> str:
    """Return a text as an editor makes it by edits; it has no signs beyond the basic plane."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def offset(position: dict[str, int]) -> int:
        return starts[position["line"]] + position["character"]

    for edit in sorted(edits, key=lambda each: offset(each["range"]["start"]), reverse=True):
        start, end = (offset(edit["range"][key]) for key in ("start", "end"))
        text = text[:start] + str(edit["newText"]) + text[end:]
    return text


def rules(findings: list[dict[str, Any]]) -> list[str]:
    return sorted(each["code"] for each in findings)


def test_the_project_is_checked_when_it_is_opened(
    start: Callable[..., Editor], write: Write
) -> None:
    editor = start(write(FILES), command=(sys.executable, "-P", "-m", "claimcheck", "lsp"))

    assert rules(editor.findings("claims/other.yaml")) == ["no-evidence"]
    assert "quote-not-found" in rules(editor.findings("claims/closed.yaml"))


def test_a_misquotation_is_underlined_before_it_is_saved(editor: Editor) -> None:
    wrong = CLAIM.replace("3 April", "4 April")
    editor.open("claims/closed.yaml", CLAIM)
    before = editor.findings("claims/closed.yaml")
    change = {"range": {"start": {"line": 5, "character": 27}, "end": {"line": 5, "character": 28}},
              "text": "4"}  # fmt: skip

    editor.tell(
        "textDocument/didChange",
        {"textDocument": {"uri": editor.uri("claims/closed.yaml"), "version": 2},
         "contentChanges": [change]},
    )  # fmt: skip
    after = editor.findings("claims/closed.yaml")

    assert "quote-altered" not in rules(before)
    (altered,) = [each for each in after if each["code"] == "quote-altered"]
    assert altered["severity"] == 1
    assert altered["range"] == {
        "start": {"line": 5, "character": 27},
        "end": {"line": 5, "character": 34},
    }
    assert "[[3]]" in altered["message"]
    assert (editor.root / "claims/closed.yaml").read_text("utf-8") == CLAIM != wrong


@pytest.mark.parametrize("folder", ["my dossier", "Prüfung", "100% (new)", "a%20b"])
def test_what_is_typed_in_a_folder_with_any_name_is_looked_at(
    start: Callable[..., Editor], write: Write, tmp_path: Path, folder: str
) -> None:
    root = write(FILES).rename(tmp_path.parent / f"{tmp_path.name} {folder}")
    editor = start(root)

    editor.open("claims/closed.yaml", CLAIM.replace("3 April", "4 April"))

    assert "quote-altered" in rules(editor.findings("claims/closed.yaml"))
    hovered = editor.ask("textDocument/hover", editor.at("claims/closed.yaml", 5, 20))
    assert "**altered**" in hovered["contents"]["value"]


def test_a_file_that_is_being_typed_is_told_what_is_wrong_with_it(editor: Editor) -> None:
    editor.open("claims/new.yaml", "claim: It snowed.\nevidense: []\n")

    assert rules(editor.findings("claims/new.yaml")) == ["malformed-file", "no-evidence"]
    pulled = editor.ask(
        "textDocument/diagnostic", {"textDocument": {"uri": editor.uri("claims/new.yaml")}}
    )
    assert rules(pulled["items"]) == ["malformed-file", "no-evidence"]


def test_saving_checks_the_project_again(editor: Editor) -> None:
    (editor.root / "claims" / "other.yaml").unlink()
    editor.open("claims/closed.yaml")

    editor.save("claims/closed.yaml")

    assert editor.findings("claims/other.yaml") == []


def test_a_file_that_changes_outside_the_editor_is_looked_at(editor: Editor) -> None:
    editor.findings("claims/other.yaml")
    assert editor.watched == [
        "**/claims/**", "**/reviews/**", "**/sources/**",
        "**/claimcheck-baseline.json", "**/claimcheck.toml", "**/pyproject.toml",
    ]  # fmt: skip
    (editor.root / "claims" / "other.yaml").unlink()

    change = {"uri": editor.uri("claims/other.yaml"), "type": 3}
    editor.tell("workspace/didChangeWatchedFiles", {"changes": [change]})
    editor.await_check()

    assert editor.findings("claims/other.yaml") == []


def test_what_is_watched_follows_the_settings(editor: Editor) -> None:
    (editor.root / "claimcheck.toml").write_text('articles = ["news/*.md"]\nclaims = "claims"\n')

    editor.save("claimcheck.toml")
    editor.findings("claims/other.yaml")

    assert "**/news/**" in editor.watched


def test_the_server_watches_for_an_editor_that_cannot(
    start: Callable[..., Editor], write: Write
) -> None:
    pytest.importorskip("watchfiles")
    editor = start(write(FILES), watches=False)
    assert rules(editor.findings("claims/other.yaml")) == ["no-evidence"]
    assert editor.watched == []

    (editor.root / "claims" / "other.yaml").unlink()
    editor.await_check()

    assert editor.findings("claims/other.yaml") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no time zone of a process")
def test_another_day_is_another_check(start: Callable[..., Editor], write: Write) -> None:
    claim = "claim: The bridge is open.\nkind: state\nreview_by: 2000-01-01\n"
    editor = start(
        write({**FILES, "claims/other.yaml": claim}),
        command=(sys.executable, "-P", "-c", NEXT_DAY, "lsp"),
        environment={"TZ": "XXX+12"},
    )
    editor.findings("claims/other.yaml")
    ended = editor.checks_ended

    editor.process.send_signal(signal.SIGUSR1)
    editor.ask("workspace/symbol", {"query": ""})
    editor.open("claims/other.yaml")
    editor.await_check()

    assert editor.checks_ended == ended + 1


def test_a_rule_that_broke_is_told_once(start: Callable[..., Editor], write: Write) -> None:
    root = write(FILES)
    editor = start(root, command=(sys.executable, "-P", "-c", BROKEN_RULE, "lsp"))
    editor.open("claims/other.yaml")
    editor.save("claims/other.yaml")

    assert editor.findings("claims/other.yaml") == []
    assert editor.messages == [
        "claimcheck: rule no-evidence itself failed (ValueError); please report it"
    ]


def test_an_editor_is_answered_while_the_project_is_checked(
    start: Callable[..., Editor], write: Write
) -> None:
    many = {
        f"claims/c{n}.yaml": f"claim: Bridge {n} was closed.\nevidence:\n  - source: daily\n"
        "    stance: supports\n    quote: was “closed” on 3 April\n"
        for n in range(1000)
    }
    editor = start(write({**FILES, **many}), waits=False)

    editor.open("claims/closed.yaml")
    hover = editor.ask("textDocument/hover", editor.at("claims/closed.yaml", 5, 15))
    assert hover["contents"]["value"].startswith("**verbatim**")
    editor.open("claims/new.yaml", "claim: It snowed.\nevidense: []\n")
    assert rules(editor.findings("claims/new.yaml")) == ["malformed-file", "no-evidence"]
    # What the rest of the project comes to is not told before it is known.
    assert editor.uri("claims/other.yaml") not in editor.diagnostics
    assert editor.checks_ended == 0

    # What is saved meanwhile makes that check out of date: another one follows, and is told.
    (editor.root / "claims" / "other.yaml").unlink()
    (editor.root / "claims" / "third.yaml").write_text("claim: It rained again.\n", "utf-8")
    editor.save("claims/closed.yaml")

    assert editor.uri("claims/other.yaml") not in editor.diagnostics
    assert rules(editor.findings("claims/third.yaml")) == ["no-evidence"]


def test_of_a_document_that_is_no_file_there_is_nothing_to_say(editor: Editor) -> None:
    for uri in ("untitled:Untitled-1", "file:///nowhere/claims/x.yaml"):
        place = {"textDocument": {"uri": uri}, "position": {"line": 3, "character": 1}}
        for method in ("hover", "definition", "completion"):
            assert not editor.ask(f"textDocument/{method}", place), (uri, method)


def test_a_link_of_the_project_is_not_followed(
    start: Callable[..., Editor], write: Write, tmp_path: Path
) -> None:
    root = write(FILES)
    secret = tmp_path / "secret.yaml"
    secret.write_text("claim: Nobody may read this.\n", "utf-8")
    (root / "claims" / "link.yaml").symlink_to(secret)
    (root / "claims" / "endless.yaml").symlink_to("/dev/zero")
    os.mkfifo(root / "claims" / "pipe.yaml")

    editor = start(root)

    for name in ("link", "endless", "pipe"):
        (findings,) = editor.findings(f"claims/{name}.yaml")
        assert findings["code"] == "malformed-file"
        document = {"textDocument": {"uri": editor.uri(f"claims/{name}.yaml")}}
        assert not editor.ask("textDocument/documentSymbol", document)
    link = {"uri": editor.uri("claims/link.yaml"), "version": 2}
    start_of_file = {"line": 0, "character": 0}
    edit = {"range": {"start": start_of_file, "end": start_of_file}, "text": "# "}
    editor.tell("textDocument/didChange", {"textDocument": link, "contentChanges": [edit]})
    seen = editor.ask("textDocument/documentSymbol", {"textDocument": link})
    assert "Nobody may read this" not in str(seen)
    outside = {"textDocument": {"uri": secret.as_uri()}}
    assert not editor.ask("textDocument/documentSymbol", outside)
    unopened = {"textDocument": {"uri": editor.uri("claims/closed.yaml")}}
    assert editor.ask("textDocument/documentSymbol", unopened)


def test_hovering_shows_passages_sources_parties_and_statuses(editor: Editor) -> None:
    editor.open("claims/closed.yaml")

    def hover(line: int, column: int) -> str:
        answer = editor.ask("textDocument/hover", editor.at("claims/closed.yaml", line, column))
        return str(answer["contents"]["value"]) if answer else ""

    assert hover(5, 15).startswith(r"**verbatim** in The \*Daily\*")
    assert "> 😀 The bridge **was “closed” on 3 April**" in hover(5, 15)
    assert hover(3, 13).startswith(r"**The \*Daily\***")
    assert hover(1, 12) == "**Town council**"
    assert hover(0, 9).startswith("**supported**")
    assert hover(4, 14) == ""


def test_of_a_file_that_has_no_key_yet_there_is_nothing_to_show(editor: Editor) -> None:
    name = "claims/closed.yaml"
    for typed in ("", "cl", "- cl", "'cl", "[", "claim"):
        editor.open(name, typed)
        place = editor.at(name, 0, min(1, len(typed)))
        anywhere = {**place, "context": {"includeDeclaration": True}}

        assert editor.ask("textDocument/hover", place) is None, typed
        assert editor.ask("textDocument/definition", place) is None, typed
        assert editor.ask("textDocument/references", anywhere) in (None, []), typed
        assert editor.ask("textDocument/prepareRename", place) is None, typed
        assert editor.ask("textDocument/documentSymbol", place) in (None, []), typed


def test_definitions_lead_to_records_and_into_pinned_texts(editor: Editor) -> None:
    editor.open("claims/closed.yaml")

    def definition(line: int, column: int) -> Any:  # noqa: ANN401
        return editor.ask("textDocument/definition", editor.at("claims/closed.yaml", line, column))

    assert definition(3, 13)["uri"] == editor.uri("sources/daily.yaml")
    quoted = definition(5, 15)
    assert quoted["uri"] == editor.uri("sources/daily.txt")
    # A sign beyond the basic plane counts as two units.
    assert quoted["range"]["start"] == {"line": 0, "character": 14}
    assert definition(4, 14) is None


def test_references_of_a_source_are_the_evidence_that_cites_it(editor: Editor) -> None:
    editor.open("claims/closed.yaml")
    editor.open("sources/daily.yaml")
    by_id = editor.at("claims/closed.yaml", 3, 13) | {"context": {"includeDeclaration": True}}
    by_record = editor.at("sources/daily.yaml", 0, 0) | {"context": {"includeDeclaration": True}}

    lines = [
        [place["range"]["start"]["line"] for place in editor.ask("textDocument/references", where)]
        for where in (by_id, by_record)
    ]
    assert lines == [[3, 6], [3, 6]]


def test_ids_parties_and_stances_are_completed(editor: Editor) -> None:
    def completed(line: str) -> list[str]:
        editor.open("claims/new.yaml", f"evidence:\n{line}")
        answer = editor.ask("textDocument/completion", editor.at("claims/new.yaml", 1, len(line)))
        return [item["label"] for item in answer]

    assert completed("  - source: ") == ["daily"]
    assert completed("    stance: ") == ["supports", "contradicts", "context", "unset"]
    assert completed("claimant: ") == ["council", "paper"]
    assert completed("claim: ") == []


def test_actions_write_what_their_titles_say(editor: Editor) -> None:
    typed = (
        CLAIM.replace("“closed”", '"closed"')
        .replace("quote: was", "quote: 'was")
        .replace("on 3 April", "on 3 April'")
    )
    editor.open("claims/closed.yaml", typed)

    def actions(line: int) -> dict[str, str]:
        where = {"line": line, "character": 8}
        answer = editor.ask(
            "textDocument/codeAction",
            {"textDocument": {"uri": editor.uri("claims/closed.yaml")},
             "range": {"start": where, "end": where}, "context": {"diagnostics": []}},
        )  # fmt: skip
        uri = editor.uri("claims/closed.yaml")
        return {each["title"]: edited(typed, each["edit"]["changes"][uri]) for each in answer}

    first, second = actions(5), actions(8)

    assert list(first) == ["write it as printed (typography): was “closed” on 3 April"]
    assert "was “closed” on 3 April" in next(iter(first.values()))
    assert "stance: contradicts" in second
    assert second["stance: contradicts"] == typed.replace("unset", "contradicts")


def test_words_of_another_source_are_shown_in_that_one(
    start: Callable[..., Editor], write: Write
) -> None:
    other = "They say that it snowed in the hills for days, and no more.\n"
    editor = start(
        write(
            {
                **FILES,
                "sources/other.yaml": "title: Other\nfile: other.txt\nurl: https://other.example/\n",
                "sources/other.txt": other,
                "claims/closed.yaml": CLAIM.replace("daily", "other"),
            }
        )
    )
    editor.open("claims/closed.yaml")
    place = editor.at("claims/closed.yaml", 5, 15)
    where = {"start": place["position"], "end": place["position"]}

    hover = editor.ask("textDocument/hover", place)["contents"]["value"]
    definition = editor.ask("textDocument/definition", place)
    links = editor.ask("textDocument/documentLink", {"textDocument": place["textDocument"]})
    answer = editor.ask(
        "textDocument/codeAction",
        {"textDocument": place["textDocument"], "range": where, "context": {"diagnostics": []}},
    )

    assert hover.startswith(r"**misattributed** in The \*Daily\*")
    assert definition["uri"] == editor.uri("sources/daily.txt")
    assert links[0]["target"] == "https://other.example/"
    assert [each["title"] for each in answer] == ["cite 'daily', which prints it"]


def test_symbols_lenses_and_hints_show_what_there_is(editor: Editor) -> None:
    editor.open("claims/closed.yaml")
    document = {"textDocument": {"uri": editor.uri("claims/closed.yaml")}}
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}

    names = [each["name"] for each in editor.ask("workspace/symbol", {"query": "DAI"})]
    symbols = editor.ask("textDocument/documentSymbol", document)
    (lens,) = editor.ask("textDocument/codeLens", document)
    hints = editor.ask("textDocument/inlayHint", {**document, "range": whole})

    assert names == ["daily"]
    assert [each["detail"] for each in symbols] == ["claim", "quote", "quote"]
    assert lens["command"]["title"].startswith("supported (single-origin): 1 item")
    assert [each["label"] for each in hints] == ["verbatim", "not-found, does not count"]


def test_an_article_is_held_against_the_dossier(start: Callable[..., Editor], write: Write) -> None:
    article = "The Daily wrote: “The bridge was ‘closed’ on 4 April.”\n"
    editor = start(
        write(
            {
                **FILES,
                "claimcheck.toml": 'articles = ["articles/*.md"]\n',
                "articles/draft.md": article,
            }
        )
    )
    editor.open("articles/draft.md", article)

    assert any(
        code.startswith("article-quote-") for code in rules(editor.findings("articles/draft.md"))
    )


def test_an_article_that_cannot_be_read_is_told(start: Callable[..., Editor], write: Write) -> None:
    config = 'articles = ["articles/*"]\n'
    editor = start(write({**FILES, "claimcheck.toml": config, "articles/draft.rst": "Rain.\n"}))
    assert rules(editor.findings("articles/draft.rst")) == ["article-unread"]

    editor.open("articles/draft.rst", "It was closed.\n")

    assert rules(editor.findings("articles/draft.rst")) == ["article-unread"]


def test_a_folder_without_a_project_is_told_once(
    start: Callable[..., Editor], tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("claim: x\n")
    editor = start(tmp_path)
    editor.open("a.yaml")
    editor.save("a.yaml")

    assert editor.findings("a.yaml") == []
    assert len(editor.messages) == 1
    assert "no claimcheck project" in editor.messages[0]


def test_without_the_library_it_says_what_to_install(
    run: Callable[..., CommandResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name == "pygls" else find(name, *rest),
    )

    result = run("lsp")

    assert result.status == 2
    assert "help: install it with: pip install 'pygls<3,>=2.1'" in result.err
