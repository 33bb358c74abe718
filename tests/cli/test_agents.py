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


def hook(run: Run, monkeypatch: pytest.MonkeyPatch, event: object) -> CommandResult:
    text = event if isinstance(event, str) else json.dumps(event)
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
    result = hook(run, monkeypatch, claude(write(FILES), BAD))

    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("These quotations of the answer do not appear in the pinned")
    assert "error[article-quote-altered]" in result.err
    assert "source: The bridge was closed on 3 April" in result.err
    assert result.err.endswith(
        "take the marks off\n"
    )  # what the dossier comes to is no concern of it


def test_the_second_time_the_user_is_told(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = hook(run, monkeypatch, claude(write(FILES), BAD, stop_hook_active=True))

    assert (result.status, result.err) == (0, "")
    assert "article-quote-altered" in json.loads(result.out)["systemMessage"]


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
    event = claude(root, "")
    del event["last_assistant_message"]

    assert hook(run, monkeypatch, event).status == 2


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


def recorded(root: Path, name: str, answer: str) -> dict[str, Any]:
    """What an agent sends to its hook, as it was recorded."""
    path = str(root / "transcript.jsonl")
    inputs: dict[str, dict[str, Any]] = {
        "claude-stop": claude(root, answer),
        "claude-subagent": {**claude(root, answer), "hook_event_name": "SubagentStop",
                            "agent_id": "a1", "agent_type": "Explore",
                            "agent_transcript_path": path},
        "codex-stop": {"session_id": "0199", "turn_id": "t1", "transcript_path": None,
                       "cwd": str(root), "hook_event_name": "Stop", "model": "m",
                       "permission_mode": "on-request", "stop_hook_active": False,
                       "last_assistant_message": answer},
        "gemini-after-agent": {"session_id": "s", "transcript_path": path, "cwd": str(root),
                               "hook_event_name": "AfterAgent", "timestamp": "2026-01-31T10:00:00Z",
                               "prompt": "Write.", "prompt_response": answer,
                               "stop_hook_active": False},
        "cursor-stop": {"conversation_id": "c", "generation_id": "g", "model": "m",
                        "hook_event_name": "stop", "cursor_version": "1.7.2",
                        "workspace_roots": [str(root)], "user_email": None, "status": "completed",
                        "loop_count": 0, "transcript_path": path},
    }  # fmt: skip
    event = {"role": "assistant", "message": {"content": [{"type": "text", "text": answer}]}}
    helper = {"type": "assistant", "isSidechain": True,
              "message": {"role": "assistant", "content": BAD}}  # fmt: skip
    (root / "transcript.jsonl").write_text(f"{json.dumps(event)}\n{json.dumps(helper)}\n")
    return inputs[name]


@pytest.mark.parametrize(
    ("name", "blocked"),
    [("claude-stop", 2), ("claude-subagent", 2), ("codex-stop", 2), ("gemini-after-agent", 2),
     ("cursor-stop", 0)],
)  # fmt: skip
def test_each_agents_own_input_is_answered_by_its_contract(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, name: str, blocked: int
) -> None:
    root = write(FILES)

    good = hook(run, monkeypatch, recorded(root, name, GOOD))
    bad = hook(run, monkeypatch, recorded(root, name, BAD))

    assert good == CommandResult(0, "", "")
    assert bad.status == blocked
    message = json.loads(bad.out)["followup_message"] if name.startswith("cursor") else bad.err
    assert "source: The bridge was closed on 3 April" in message
    assert (bad.out == "") == bool(blocked)


@pytest.mark.parametrize("status", ["aborted", "error"])
def test_a_turn_that_its_user_ended_is_not_taken_up_again(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, status: str
) -> None:
    event = {**recorded(write(FILES), "cursor-stop", BAD), "status": status}

    assert hook(run, monkeypatch, event) == CommandResult(0, "{}\n", "")


@pytest.mark.parametrize(
    "more",
    [{"cwd": "a\0b"}, {"last_assistant_message": "“é” " * 1_000 + "é" * 1_000_000}],
    ids=["a folder that cannot be", "a long answer"],
)
def test_no_failure_of_the_hook_blocks_an_agent(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, more: dict[str, Any]
) -> None:
    result = hook(run, monkeypatch, {**claude(write(FILES), GOOD), **more})

    assert result.status in {0, 1}
    assert result.status == 0 or result.err.startswith("claimcheck: ")


@pytest.mark.parametrize(
    "event", ["", "[]", "{", '{"cwd": "/nowhere/at/all", "text": "“a b c d”"}']
)
def test_what_it_cannot_do_never_blocks(
    run: Run, monkeypatch: pytest.MonkeyPatch, event: str
) -> None:
    result = hook(run, monkeypatch, event)

    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("claimcheck: ")


def test_files_are_printed_and_name_commands_that_exist(run: Run) -> None:
    result = run("agents")

    assert result.status == 0
    assert [line for line in result.out.splitlines() if line.startswith("--- ")][:2] == [
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
    result = run("agents", "--for", "hal")

    assert result.status == 2
    assert "there is no agent 'hal'\n  help: known are claude, codex, cursor, gemini" in result.err
