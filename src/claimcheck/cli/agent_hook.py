"""The hook: an agent is about to end its turn, and the quotations of its answer are looked up.

It reads what the agent tells its hooks (JSON), and answers as that agent's contract has it. What it
cannot do never keeps an agent from ending.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimcheck.cli.articles import assess_drafts, report_on
from claimcheck.cli.exit_status import CLEAN
from claimcheck.cli.result import CommandResult
from claimcheck.documents.draft import MAX_DRAFT_BYTES, read_draft
from claimcheck.dossier.project import find_project
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.screen import Screen
from claimcheck.formats.terminal_parts import write_findings
from claimcheck.model.errors import ClaimcheckError
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULES: Final = frozenset(
    {"article-quote-altered", "article-quote-not-found", "article-quote-misattributed"}
)
_BLOCKED: Final = 2  # exit status by which Claude Code, Codex and Gemini CLI let a turn go on
_NOT_BLOCKED: Final = 1  # the agent's user is shown what is on standard error, and no more
_MOST_SHOWN: Final = 10
_LONGEST_TRANSCRIPT: Final = 8 << 20  # bytes, from the end
_ANSWER_KEYS: Final = ("last_assistant_message", "prompt_response", "text")


@dataclass(frozen=True, slots=True)
class HookInput:
    """What an agent tells its hook.

    Attributes:
        answer: the text that it is about to leave its user with.
        folder: where it works.
        follows_up: whether the contract is to name a follow-up message (Cursor's `stop`), instead
            of an exit status.
        again: whether the turn goes on because of this hook already, or is ended by its user.
    """

    answer: str
    folder: Path
    follows_up: bool = False
    again: bool = False


def run_hook(text: str) -> CommandResult:
    """Look up the quotations of an agent's answer, and say in its contract what fails.

    Args:
        text: what the agent sent to the hook.
    """
    try:
        hook_input = read_hook_input(text)
        complaint = _complaint(hook_input)
    except ClaimcheckError as error:
        return CommandResult(status=_NOT_BLOCKED, notes=f"claimcheck: {one_line(str(error))}\n")
    except Exception as error:  # noqa: BLE001 - a failure of ours would else block the agent
        why = f"{type(error).__name__}: {one_line(str(error))}"
        notes = f"claimcheck: it failed itself ({why}), so that no quotation was looked up\n"
        return CommandResult(status=_NOT_BLOCKED, notes=notes)
    if not complaint:
        return CommandResult(status=CLEAN)
    if hook_input.follows_up:
        answer = {} if hook_input.again else {"followup_message": complaint}
        return CommandResult(json.dumps(answer) + "\n", CLEAN)
    if hook_input.again:
        # It was told once; now its user is.
        return CommandResult(json.dumps({"systemMessage": complaint}) + "\n", CLEAN)
    return CommandResult(status=_BLOCKED, notes=complaint)


def read_hook_input(text: str) -> HookInput:
    """Read what an agent sends to its hooks.

    Raises:
        ClaimcheckError: it is no such thing.
    """
    try:
        hook_input = json.loads(text)
    except (ValueError, RecursionError):
        hook_input = None
    if not isinstance(hook_input, dict):
        raise ClaimcheckError("what the hook was given is no JSON object")
    answer = next(
        (hook_input[key] for key in _ANSWER_KEYS if isinstance(hook_input.get(key), str)), None
    )
    if answer is None:
        answer = _last_answer(_text(hook_input.get("transcript_path")))
    roots = hook_input.get("workspace_roots")
    folder = _text(hook_input.get("cwd")) or (
        _text(roots[0]) if isinstance(roots, list) and roots else ""
    )
    loops = hook_input.get("loop_count")
    return HookInput(
        answer,
        Path(folder or "."),
        follows_up=hook_input.get("hook_event_name") == "stop",
        again=hook_input.get("stop_hook_active") is True
        or (isinstance(loops, int) and loops > 0)
        or hook_input.get("status") in {"aborted", "error"},
    )


def _complaint(hook_input: HookInput) -> str:
    if not hook_input.answer.strip():
        return ""
    project = find_project(hook_input.folder)
    data = hook_input.answer.encode("utf-8", "replace")[:MAX_DRAFT_BYTES]
    article = read_draft("answer.md", data.decode("utf-8", "ignore").encode())
    report = report_on(assess_drafts(project, [article], None), project.config)
    failing = tuple(finding for finding in report.findings if finding.rule in _RULES)
    if not failing:
        return ""
    shown = replace(report, findings=failing[:_MOST_SHOWN], allowed=(), inherited=())
    page = TerminalPage(Screen())
    write_findings(page, shown)
    more = len(failing) - _MOST_SHOWN
    rest = f"\n… and {more} more" if more > 0 else ""
    return (
        "These quotations of the answer do not appear in the pinned documents. Replace each by "
        "what is printed there, say that it is not from these documents, or leave it out.\n\n"
        + page.text().strip()
        + f"{rest}\n"
    )


def _last_answer(path: str) -> str:
    """Return the last words of the agent in a transcript, a line of JSON for each event."""
    last = ""
    for event in _events(path):
        message = event.get("message", event)
        if not isinstance(message, dict):
            continue
        role = message.get("role") or event.get("role")
        if role != "assistant" or event.get("isSidechain") is True:
            continue  # what a helper of the agent says is no answer to the user
        content = message.get("content")
        parts = content if isinstance(content, list) else [{"type": "text", "text": content}]
        words = [
            part["text"]
            for part in parts
            if isinstance(part, dict) and isinstance(part.get("text"), str)
        ]
        last = "\n\n".join(words) or last
    return last


def _events(path: str) -> Iterator[dict[str, object]]:
    try:
        with Path(path).open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _LONGEST_TRANSCRIPT))
            lines = file.read().decode("utf-8", "replace").split("\n")
    except OSError:
        return
    for line in lines:
        try:
            event = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(event, dict):
            yield event


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
