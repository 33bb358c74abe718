"""Every command that writes can be tried: it shows what it would write, and is undone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from claimcheck.cli.app import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

FILES: dict[str, str | bytes] = {
    "claims/open.yaml": "claim: The bridge reopened on 4 May.\nevidence:\n  - source: daily\n"
    "    stance: supports\n    quote: The bridge reopened on 4 May\n",
    "claims/draft.yaml": "claim: Nobody was hurt.\ntags: [uncited]\nevidence:\n  - source: daily\n"
    "    stance: unset\n    quote: Nobody was hurt at all\n",
    "claims/empty.yaml": "claim: The bridge reopened.\n",
    "sources/daily.yaml": "title: The Daily\npublisher: D\nfile: daily.txt\n",
    "sources/daily.txt": "The bridge reopened on 4 May, it says here. Nobody was hurt at all.\n",
    "articles/a.md": "The paper wrote “The bridge reopened on 4 May” that day.\n",
    "new/report.txt": "The report says that the bridge was sound.\n",
    "new/minutes.html": "<title>Minutes</title><p>The council met at nine in the morning.</p>\n",
    "judgements.jsonl": '{"claim": "draft", "item": 1, "stance": "supports"}\n',
}
COMMAND_LINES = {
    "review": ("review", "open", "--by", "Ana"),
    "judge": ("judge", "--from", "judgements.jsonl"),
    "source add": ("source", "add", "new/report.txt"),
    "source add a folder": ("source", "add", "new"),
    "find --link": ("find", "--claim", "empty", "--link", "supports", "1"),
    "article": ("article", "articles/a.md", "--write-safe"),
    "schema": ("schema", "--write"),
    "agents": ("agents", "--write"),
    "import": ("import", "citations", "answer.json"),
    "init": ("init",),
}
ANSWER = '[{"claim": "It was sound.", "source": "daily", "quote": "The bridge reopened on 4 May"}]'


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("arguments", COMMAND_LINES.values(), ids=COMMAND_LINES)
def test_what_would_be_written_is_shown_and_can_be_taken_back(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    root = write({**FILES, "answer.json": ANSWER, "claimcheck.toml": 'articles = ["articles"]\n'})
    monkeypatch.chdir(root)
    before = files(root)

    shown = run(*arguments, "--dry-run")

    assert shown.status in {0, 1}, shown
    assert files(root) == before
    done = run(*arguments)
    assert done.status == shown.status, done
    after = files(root)
    written = {path for path in after if after[path] != before.get(path)}
    assert written
    if arguments[0] != "import":
        named = set(re.findall(r"^(?:\+\+\+ b/|new file )([^\n,]+)", shown.out, re.MULTILINE))
        assert named == written
    assert run("undo").status == 0
    assert files(root) == before


def test_a_folder_stays_as_it_is_where_a_dossier_would_begin(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = run("init", "--tour", "--dry-run")
    assert shown.status == 0
    assert "+++ b/claimcheck.toml" in shown.out
    assert "+# yaml-language-server: $schema=../.claimcheck/schemas/claim.json" in shown.out
    assert list(tmp_path.iterdir()) == []


def test_what_is_refused_is_refused_in_a_rehearsal_too(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write({**FILES, "sources/report.txt": "Another report is here already.\n"}))
    for arguments in (
        ("review", "draft", "--by", "Ana"),
        ("source", "add", "new/report.txt", "--id", "daily"),
        ("source", "add", "new/report.txt"),
        ("find", "--claim", "open", "--link", "contradicts", "1"),
    ):
        shown = run(*arguments, "--dry-run")
        done = run(*arguments)
        assert (shown.status, shown.err) == (done.status, done.err)
        assert shown.status != 0


def test_a_rehearsal_goes_on_from_what_it_would_have_written(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        '{"claim": "draft", "words": "Nobody was hurt there."}\n'
        '{"claim": "draft", "item": 1, "stance": "context", "rationale": "Aside."}\n'
    )
    root = write({**FILES, "judgements.jsonl": lines})
    monkeypatch.chdir(root)
    shown = run("judge", "--from", "judgements.jsonl", "--dry-run")
    assert "+claim: Nobody was hurt there." in shown.out
    assert "+    stance: context" in shown.out
    assert shown.out.count("+++ ") == 1
    assert files(root)["claims/draft.yaml"] == str(FILES["claims/draft.yaml"]).encode()


# They write nothing into a dossier, or only what they are asked for by name: pages, exports,
# the cache.
WITHOUT = {
    "status", "list", "show", "log", "check", "watch", "rules", "diff", "report", "serve", "export",
    "quote", "bulk", "lsp", "mcp", "cache",
}  # fmt: skip
GROUPS = {"source": ("add", "set", "rm", "rename", "fetch", "stamp"),
          "party": ("add", "set", "rm"),
          "import": ("citations", "csv", "csl", "zotero")}  # fmt: skip


def test_every_command_that_writes_has_a_dry_run(run: Run) -> None:
    for name in COMMANDS:
        for part in GROUPS.get(name, ("",)):
            result = run(name, *filter(None, [part]), "--help").out
            assert ("--dry-run" in result) == (name not in WITHOUT), (name, part)
