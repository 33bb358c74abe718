"""Ctrl-C while an answer is imported: whole drafts or none, 130, and no word."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.stopped import Stoppable

    Write = Callable[[dict[str, str | bytes]], Path]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has other signals")
ANSWER = json.dumps(
    [
        {"claim": "The mill closed.", "source": "daily", "quote": "The mill closed in May."},
        {"claim": "The ferry sank.", "source": "daily", "quote": "The ferry sank in June."},
        {"claim": "The dam held.", "source": "daily", "quote": "The dam held in July."},
    ]
)
FILES: dict[str, str | bytes] = {
    "claimcheck.toml": "",
    "answer.json": ANSWER,
    "sources/daily.txt": "The mill closed in May. The ferry sank in June. The dam held in July.\n",
    "sources/daily.yaml": "title: The Daily\nfile: daily.txt\n",
}
IMPORT = ["import", "citations", "answer.json"]


def drafts(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "claims").iterdir()}


def interrupted(process: subprocess.Popen[bytes]) -> int:
    """Interrupt a process until it has ended: once, but where it was just going to wait."""
    while True:
        process.send_signal(signal.SIGINT)
        try:
            return process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            continue


def test_ctrl_c_leaves_whole_drafts_and_the_rest_can_be_imported_afterwards(
    write: Write, stoppable: Stoppable
) -> None:
    root = write(FILES)
    complaints = root.parent / "complaints"
    run = stoppable(root, complaints)
    assert run(IMPORT, 0, 0) == 0
    every = drafts(root)
    assert len(every) == 3
    step, status, numbers = 0, 130, set()
    while status == 130:
        for path in (root / "claims").iterdir():
            path.unlink()
        step += 1
        status = run(IMPORT, step, signal.SIGINT)
        there = drafts(root)
        numbers.add(len(there))
        assert there.items() <= every.items()
        assert run(IMPORT, 10_000, 0) == 0
        assert drafts(root) == every

    assert (step > 3, status) == (True, 0)
    assert numbers == {0, 1, 2, 3}
    assert complaints.read_bytes() == b""


def test_ctrl_c_while_the_answer_is_still_coming_writes_nothing(write: Write) -> None:
    root = write(FILES)
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "claimcheck", "import", "citations", "-"],
        cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin
        # More than a pipe holds: where all of it was taken, somebody reads, and waits for more.
        process.stdin.write(b"[" + b" " * (1 << 20))
        process.stdin.flush()
        status = interrupted(process)
        assert process.stdout
        assert process.stderr
        result = process.stdout.read() + process.stderr.read()

    assert (status, result) == (130, b"")
    assert not (root / "claims").exists() or drafts(root) == {}
