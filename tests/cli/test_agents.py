"""`claimcheck agents`: rules, a skill and a hook; the hook is fed what agents tell theirs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from support import command_line
from support.project import CommandResult, standard_input

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

FILES: dict[str, str | bytes] = {
    "sources/daily.yaml": "title: The Daily\npublisher: D\nfile: daily.txt\n",
    "sources/daily.txt": "The bridge was closed on 3 April, the council said. Nobody was hurt.\n",
}
GOOD = "The Daily wrote: “The bridge was closed on 3 April.” It rained."
BAD = "The Daily wrote: “The bridge was closed on 4 April.” It rained."


def hook(run: Run, monkeypatch: pytest.MonkeyPatch, told: object) -> CommandResult:
    text = told if isinstance(told, str) else json.dumps(told)
    monkeypatch.setattr(sys, "stdin", standard_input(text))
    return run("agents", "--hook")


def claude(root: Path, answer: str, **more: object) -> dict[str, Any]:
    return {
        "session_id": "s", "transcript_path": str(root / "transcript.jsonl"), "cwd": str(root),
        "permission_mode": "default", "hook_event_name": "Stop", "stop_hook_active": False,
        "last_assistant_message": answer, **more,
    }  # fmt: skip


def test_what_stands_lets_the_agent_end(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)

    for answer in (GOOD, "No quotation at all.", ""):
        assert hook(run, monkeypatch, claude(root, answer)) == CommandResult(0, "", "")


def test_what_does_not_stand_comes_back_with_the_difference(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = hook(run, monkeypatch, claude(write(FILES), BAD))

    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("These quotations of the answer do not stand in the pinned")
    assert "error[article-quote-altered]" in said.err
    assert "source: The bridge was closed on 3 April" in said.err


def test_the_second_time_the_user_is_told(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = hook(run, monkeypatch, claude(write(FILES), BAD, stop_hook_active=True))

    assert (said.status, said.err) == (0, "")
    assert "article-quote-altered" in json.loads(said.out)["systemMessage"]


@pytest.mark.parametrize(
    "lines",
    [
        [{"type": "user", "message": {"role": "user", "content": BAD}},
         {"type": "assistant", "message": {"role": "assistant", "content": [
             {"type": "thinking", "thinking": "…"}, {"type": "text", "text": BAD}]}},
         {"type": "system", "subtype": "turn_duration"}],
        [{"role": "user", "message": {"content": "x"}}, {"role": "assistant", "content": BAD}],
    ],
    ids=["claude", "plain"],
)  # fmt: skip
def test_the_answer_is_taken_from_the_transcript_where_it_is_not_sent(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, lines: list[dict[str, Any]]
) -> None:
    root = write(FILES)
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    (root / "transcript.jsonl").write_text(f"not json\n{text}")
    told = claude(root, "")
    del told["last_assistant_message"]

    assert hook(run, monkeypatch, told).status == 2


def test_gemini_cli_and_cursor_are_answered_in_their_ways(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    gemini = {"hook_event_name": "AfterAgent", "cwd": str(root), "prompt": "x",
              "prompt_response": BAD, "stop_hook_active": False}  # fmt: skip
    (root / "t.jsonl").write_text(json.dumps({"role": "assistant", "content": BAD}))
    cursor = {"hook_event_name": "stop", "status": "completed", "loop_count": 0,
              "workspace_roots": [str(root)], "transcript_path": str(root / "t.jsonl")}  # fmt: skip

    first = hook(run, monkeypatch, gemini)
    second = hook(run, monkeypatch, cursor)
    third = hook(run, monkeypatch, {**cursor, "loop_count": 1})

    assert first.status == 2
    assert second.status == third.status == 0
    assert "article-quote-altered" in json.loads(second.out)["followup_message"]
    assert json.loads(third.out) == {}


@pytest.mark.parametrize("told", ["", "[]", "{", '{"cwd": "/nowhere/at/all", "text": "“a b c d”"}'])
def test_what_it_cannot_do_never_blocks(
    run: Run, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    said = hook(run, monkeypatch, told)

    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("claimcheck: ")


def test_files_are_printed_and_name_commands_that_exist(run: Run) -> None:
    said = run("agents")

    assert said.status == 0
    assert [line for line in said.out.splitlines() if line.startswith("--- ")][:2] == [
        "--- AGENTS.md",
        "--- .claude/skills/claimcheck/SKILL.md",
    ]
    for name in ("quote x y", "find x", "article x", "check", "judge", "agents --hook"):
        assert command_line.exists(name)


def test_files_are_written_but_never_over_one_that_is_there(run: Run, write: Write) -> None:
    root = write({**FILES, "AGENTS.md": "# Ours\n"})

    first = run("-C", root, "agents", "--write", "--for", "claude")
    again = run("-C", root, "agents", "--write", "--for", "claude")

    assert (first.status, again.status) == (1, 1)
    assert first.out == "wrote .claude/skills/claimcheck/SKILL.md\nwrote .claude/settings.json\n"
    assert again.out == ""
    assert first.err.startswith("AGENTS.md is there already, and was left as it is; add:\n")
    assert (root / "AGENTS.md").read_text() == "# Ours\n"
    settings = json.loads((root / ".claude" / "settings.json").read_text())
    assert settings["hooks"]["Stop"][0]["hooks"][0]["command"] == "claimcheck agents --hook"


def test_an_agent_that_nobody_knows_is_refused(run: Run) -> None:
    said = run("agents", "--for", "hal")

    assert said.status == 2
    assert "there is no agent 'hal'\n  help: known are claude, codex, cursor, gemini" in said.err
