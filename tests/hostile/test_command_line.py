"""Arguments, surroundings and streams that are hostile."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hostile.invariants import broken_anyhow
from hostile.layout import Case
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

DOSSIER = ROOT / "tests" / "golden" / "dossier"
TEXTS = {
    "esc": "\x1b[31mx", "bidi": "x\u202ey", "c1": "\x9b31m", "newline": "a\n::error::INJECTED",
    "bytes": "\udcff\udcfe", "empty": "", "blank": " ", "long": "9" * 50_000,
    "noncharacter": "\ufffe",
    "option": "--nope", "markup": "[/] :smile:", "path": "../../etc/passwd", "nothing": "nonsense",
}  # fmt: skip
PLACES: dict[str, tuple[str, ...]] = {
    "command": ("{}",), "option": ("check", "--{}"), "format": ("check", "--format", "{}"),
    "today": ("check", "--today", "{}"), "select": ("check", "--select", "{}"),
    "output": ("check", "--output", "{}"), "output-format": ("check", "--output", "{}=x"),
    "base": ("check", "--base={}"), "path": ("check", "{}"), "project": ("-C", "{}", "list"),
    "status": ("list", "--status", "{}"), "tag": ("list", "--tag", "{}"), "show": ("show", "{}"),
    "rules": ("rules", "{}"), "schema": ("schema", "{}"), "pin": ("pin", "{}"),
    "review": ("review", "{}", "--by", "{}"), "source": ("source", "{}"),
    "source-add": ("source", "add", "{}"), "diff": ("diff", "{}"),
    "network": ("source", "add", "http://127.0.0.1:9/", "--allow-network", "{}"),
    "mend": ("mend", "{}", "--dry-run"), "quote": ("quote", "{}", "claims/rumour.yaml"),
    "quoted-file": ("quote", "words", "{}"), "import": ("import", "citations", "{}"),
    "log": ("log", "{}"), "report-title": ("report", "--title", "{}"),
    "report-url": ("report", "nowhere/site", "--base-url", "{}"),
    "report-templates": ("report", "nowhere/site", "--templates", "{}"),
    "bulk-table": (
        "bulk", "verify", "--quotes", "{}", "--documents", "{}", "--out", "nowhere/v.csv",
    ),
    "bulk-claims": (
        "bulk", "find", "--claims", "{}", "--documents", "{}", "--out", "nowhere/v.csv",
    ),
    "bulk-located": (
        "bulk", "locate", "--quotes", "{}", "--documents", "{}", "--out", "nowhere/v.csv",
    ),
    "bulk-projects": ("bulk", "check", "{}", "--out", "nowhere/v.csv"),
    "import-source": ("import", "citations", "x.json", "--source", "{}"),
}  # fmt: skip
DAYS = (
    "0001-01-01",
    "9999-12-31",
    "2026-1-1",
    "20260101",
    "2026-02-30",
    "２０２６-01-01",
    "-1",
    "now",
)
COLUMNS = ("0", "-1", "1", "20", "abc", "", "1e9", "99999999999999999999")
LOOKS: tuple[tuple[str, ...], ...] = (("list",), ("check",), ("show", "bridge-safe"), ("rules",))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", TEXTS)
def test_no_argument_is_answered_with_a_crash_or_raw(
    run: Run, monkeypatch: pytest.MonkeyPatch, place: str, text: str
) -> None:
    monkeypatch.chdir(DOSSIER)

    result = run(*(part.replace("{}", TEXTS[text]) for part in PLACES[place]))

    assert result.status in {0, 1, 2}
    nothing_allowed = Case(place, result.status, {})
    assert list(broken_anyhow(nothing_allowed, result.status, result.out + result.err)) == []


WRITING: dict[str, tuple[str, ...]] = {
    "new": ("new", "{}"), "new-claimant": ("new", "So it is.", "--claimant", "{}"),
    "new-id": ("new", "So it is.", "--id", "{}"), "new-tag": ("new", "So it is.", "--tag", "{}"),
    "link-quote": ("link", "bridge-safe", "gazette", "--stance", "supports", "--quote", "{}"),
    "link-speaker": (
        "link", "bridge-safe", "gazette", "--stance", "supports", "--quote", "bridge",
        "--speaker", "{}",
    ),
    "review": ("review", "bridge-safe", "--by", "{}"),
    "source-title": ("source", "add", "new.txt", "--title", "{}"),
    "source-author": ("source", "add", "new.txt", "--author", "{}"),
    "source-url": ("source", "add", "new.txt", "--url", "{}"),
    "source-id": ("source", "add", "new.txt", "--id", "{}"),
    "source-charset": ("source", "add", "new.txt", "--charset", "{}"),
    "source-set": ("source", "set", "gazette", "title={}"),
    "source-rename": ("source", "rename", "gazette", "{}"), "source-rm": ("source", "rm", "{}"),
    "source-fetch": ("source", "fetch", "{}"), "source-watch": ("source", "watch", "{}"),
    "source-fetch-from": ("source", "fetch", "--from", "{}"),
    "source-show": ("source", "show", "{}"), "source-verify": ("source", "verify", "{}"),
    "quote": ("quote", "{}", "new.txt"), "quote-file": ("quote", "so it is", "{}"),
    "init": ("init", "made/{}"),
    "bulk-out": (
        "bulk", "verify", "--quotes", "new.jsonl", "--documents", "new.jsonl", "--out", "made-{}",
    ),
    "bulk-findings": ("bulk", "check", ".", "--out", "made-{}"),
    "bulk-column": (
        "bulk", "verify", "--quotes", "new.jsonl", "--documents", "new.jsonl", "--out", "v.csv",
        "--quote-column", "{}", "--id-column", "{}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", WRITING)
@pytest.mark.parametrize("text", TEXTS)
def test_no_argument_of_a_writing_command_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str, text: str
) -> None:
    root = tmp_path / "dossier"
    shutil.copytree(DOSSIER, root)
    (root / "new.txt").write_text("Nobody has pinned this text so far.\n")
    (root / "new.jsonl").write_text('{"id": 1, "quote": "x", "document": 1, "text": "x"}\n')
    monkeypatch.chdir(root)

    result = run(*(part.replace("{}", TEXTS[text]) for part in WRITING[place]))

    assert result.status in {0, 1, 2}
    nothing_allowed = Case(place, result.status, {})
    assert list(broken_anyhow(nothing_allowed, result.status, result.out + result.err)) == []
    assert run("check", "--no-cache").status in {0, 1}


@pytest.mark.parametrize("day", DAYS)
def test_any_day_is_judged_or_refused(run: Run, day: str) -> None:
    for look in LOOKS[:3]:
        result = run(look[0], f"--today={day}", "-C", DOSSIER, *look[1:])
        assert result.status in {0, 1, 2}
        assert "Traceback" not in result.err
        assert "itself failed" not in result.err


@pytest.mark.parametrize("columns", COLUMNS)
def test_any_width_will_do(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    for look in LOOKS:
        assert run(look[0], "-C", DOSSIER, *look[1:]).status in {0, 1}


# Python takes the encoding of its streams from its surroundings once, when it starts.
ONE_AFTER_ANOTHER = """
import json, os, sys
from claimcheck.__main__ import main
statuses = []
for look in json.loads(sys.argv[1]):
    statuses.append(str(main(look)))
    os.write(1, bytes(1))
os.write(1, " ".join(statuses).encode())
"""


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-P", "-m", "claimcheck", *arguments]


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"},
        {"TERM": "dumb", "FORCE_COLOR": "1"},
    ],
    ids=lambda given: ",".join(f"{name}={value}" for name, value in given.items()),
)
def test_any_encoding_will_do(surroundings: dict[str, str]) -> None:
    clean = {name: value for name, value in os.environ.items() if name not in {"TERM", "COLUMNS"}}
    looks = [*LOOKS, ("schema", "findings"), ("--help",)]

    done = subprocess.run(
        [sys.executable, "-P", "-c", ONE_AFTER_ANOTHER, json.dumps(looks)],
        cwd=DOSSIER,
        env={**clean, **surroundings},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    *outputs, statuses = done.stdout.split(b"\0")
    for look, output, status in zip(looks, outputs, statuses.split(), strict=True):
        assert status in {b"0", b"1"}, (look, done.stderr)
        assert output, look
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such descriptors there")
@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)])
def test_closed_descriptors_are_no_crash(closed: tuple[int, ...]) -> None:
    closing = " ".join(f"{number}>&-" if number else "0<&-" for number in closed)

    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {closing}', "sh", *command("check")],
        cwd=DOSSIER,
        capture_output=True,
        check=False,
    )

    assert done.returncode in {1, 2}
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
@pytest.mark.parametrize(
    "look", [("--help",), ("check", "--format", "sarif"), ("rules",), ("--version",)]
)
def test_a_reader_that_leaves_is_not_taken_for_a_finding(look: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        done = subprocess.run(
            command(*look), cwd=DOSSIER, stdout=pipe, stderr=subprocess.PIPE, check=False
        )

    assert (done.returncode, done.stderr) == (141, b"")
