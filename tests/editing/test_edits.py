"""Writing commands leave the old file or the new one, whole, whatever interrupts them."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.review_file import read_reviews
from claimcheck.system import atomic
from support.forks import SHARED, stand_in_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.stopped import Stoppable

    Write = Callable[[dict[str, str | bytes]], Path]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
TEXT = "The bridge reopened on 4 May 2021, the council said. The bridge — reopened — in May.\n"
MINUTES = "".join(f"On day {n} the council met in hall {n} again.\n" for n in range(2000))
PAPER = "A paper that may not be shipped.\n" * 2000
FILES: dict[str, str | bytes] = {
    "claims/bridge.yaml": "claim: The bridge reopened in 2021.\nevidence:\n  - source: gazette\n"
    "    stance: supports\n    speaker: The council\n    quote: The bridge reopened on 4 May\n",
    "claims/rumour.yaml": "claim: The bridge is closed.\n",
    "claims/typed.yaml": "claim: The council said so.\n",
    "sources/gazette.yaml": f"title: Gazette\nfile: gazette.txt\nsha256: {'0' * 64}\n",
    "sources/gazette.txt": TEXT,
    "sources/minutes.txt": MINUTES,
    "sources/minutes.yaml": "title: Minutes\npublisher: The council\nfile: minutes.txt\n"
    f"sha256: {hashlib.sha256(MINUTES.encode()).hexdigest()}\n",
    "sources/paper.yaml": "title: Paper\npublisher: The council\nshipped: no\nfile: paper.txt\n"
    f"sha256: {hashlib.sha256(PAPER.encode()).hexdigest()}\n",
    "paper.txt": PAPER,
    "new.txt": "A report. " * 2000,
}
# A command, and the file that it writes; each changes something on every run.
EDITS: dict[str, tuple[tuple[str, ...], str]] = {
    "review": (("review", "bridge", "--by", "reviewer {n}"), "reviews/bridge.yaml"),
    # What stood around the passage before is not known here.
    "pin": (("pin", "gazette", "--accept-harm"), "sources/gazette.yaml"),
    "source": (("source", "add", "new.txt", "--id", "n{n}"), "sources/n{n}.yaml"),
    "source-set": (("source", "set", "minutes", "title=Minutes, {n}"), "sources/minutes.yaml"),
    "source-fetch": (("source", "fetch", "--from", "paper.txt"), "sources/paper.txt"),
    "init": (("init", "made{n}"), "made{n}/claimcheck.toml"),
    "baseline": (("baseline",), "claimcheck-baseline.json"),
    "new": (("new", "Day {n} was a Monday.", "--id", "day{n}"), "claims/day{n}.yaml"),
    "link": (
        (
            "link", "rumour", "minutes", "--stance", "context",
            "--quote", "On day {n} the council met in hall {n} again",
        ),
        "claims/rumour.yaml",
    ),
    "schema": (("schema", "--write"), ".claimcheck/schemas/claim.json"),
    "mend": (("mend", "--all-safe"), "claims/typed.yaml"),
    "judge": (("judge", "--from", "judgements.jsonl"), "claims/draft.yaml"),
    "import": (("import", "citations", "answer.json"), "claims/statement-{n}-imported.yaml"),
}  # fmt: skip
TYPED = (
    "claim: The council said so.\nevidence:\n  - source: gazette\n    stance: supports\n"
    "    speaker: The council\n    quote: The bridge – reopened - in May\n"
)
DRAFT = (
    "claim: The council said so, it says.\nevidence:\n  - source: gazette\n    stance: unset\n"
    "    quote: The bridge — reopened — in May\n  - source: minutes\n    stance: unset\n"
    "    quote: On day 1 the council met in hall 1 again\n"
)
JUDGED = (
    '{"claim": "draft", "item": 1, "stance": "context", "words": "The council said so."}\n'
    '{"claim": "draft", "item": 2, "stance": "drop"}\n'
)
MENDED = TYPED.replace("–", "—").replace(" - in", " — in")


def command(edit: str, number: int) -> tuple[list[str], str]:
    arguments, file = EDITS[edit]
    filled = [argument.replace("{n}", str(number)) for argument in arguments]
    return filled, file.replace("{n}", str(number))


def whole(path: Path) -> bool:
    """Whether a file reads as what it is meant to be, to its end."""
    data = path.read_bytes()
    if path.suffix == ".json":
        return bool(json.loads(data)) and data.endswith(b"\n}\n")
    if path.suffix == ".toml":
        return data.endswith(b"[rules]                  # rule = "
                             b'"error" | "warning" | "note" | "off"\n')  # fmt: skip
    if path.suffix == ".txt":
        return data == PAPER.encode()
    document = strict_yaml.read(data)
    return document.root is not None and not document.flaws and data.endswith(b"\n")


def reset(root: Path, edit: str, number: int) -> None:
    if edit == "pin":
        (root / "sources" / "gazette.yaml").write_text(str(FILES["sources/gazette.yaml"]))
    if edit == "baseline":
        claims = root / "claims" / f"more{number}.yaml"
        claims.write_text("claim: Something else is so.\n")
    if edit == "schema":
        old = root / ".claimcheck" / "schemas" / "claim.json"
        old.parent.mkdir(parents=True, exist_ok=True)
        old.write_text('{"of another version": "claimcheck schema",\n"more": {\n}\n}\n')
    if edit == "mend":
        (root / "claims" / "typed.yaml").write_text(TYPED, "utf-8")
    if edit == "judge":
        (root / "claims" / "draft.yaml").write_text(DRAFT, "utf-8")
        (root / "judgements.jsonl").write_text(JUDGED)
    if edit == "import":
        entry = {"claim": f"Statement {number} was imported.", "source": "gazette", "quote": TEXT}
        (root / "answer.json").write_text(json.dumps([entry]))
    if edit == "source-fetch":
        (root / "sources" / "paper.txt").unlink(missing_ok=True)
    if edit == "source":
        (root / "new.txt").write_text(f"A report, number {number}. " * 2000)


@pytest.mark.parametrize("edit", EDITS)
def test_a_killed_edit_leaves_the_old_file_or_the_new_one(
    write: Write, stoppable: Stoppable, edit: str
) -> None:
    """At each step: before a file or folder is made, renamed or removed."""
    root = write(FILES)
    reset(root, edit, 0)
    run = stoppable(root, root.parent / "complaints")
    assert run(command(edit, 0)[0], 0, 0) in {0, 1}
    step, status = 0, -signal.SIGKILL
    while status == -signal.SIGKILL:
        step += 1
        reset(root, edit, step)
        arguments, name = command(edit, step)
        path = root / name
        before = path.read_bytes() if path.exists() else None
        status = run(arguments, step, signal.SIGKILL)
        after = path.read_bytes() if path.exists() else None
        assert after == before or whole(path)
    assert step > 2
    assert after != before
    left = [path.name for path in root.rglob("*.tmp")]
    assert all(name.startswith(".") for name in left)


def test_a_killed_renaming_loses_no_claim(write: Write, stoppable: Stoppable) -> None:
    root = write(FILES)
    old, new = root / "claims" / "bridge.yaml", root / "claims" / "elm.yaml"
    text = old.read_bytes()
    run = stoppable(root, root.parent / "complaints")
    assert run(["rename", "bridge", "elm"], 0, 0) == 0
    step, status = 0, -signal.SIGKILL
    while status == -signal.SIGKILL:
        step += 1
        new.unlink(missing_ok=True)
        old.write_bytes(text)
        status = run(["rename", "bridge", "elm"], step, signal.SIGKILL)
        there = [path.read_bytes() for path in (old, new) if path.exists()]
        assert there
        assert all(each == text for each in there)
    assert step > 2
    assert not old.exists()


@pytest.mark.parametrize("edit", ["mend", "source"])
def test_ctrl_c_leaves_nothing_half_written(write: Write, stoppable: Stoppable, edit: str) -> None:
    root = write(FILES)
    complaints = root.parent / "complaints"
    reset(root, edit, 0)
    run = stoppable(root, complaints)
    assert run(command(edit, 0)[0], 0, 0) == 0
    step, status = 0, 130
    while status == 130:
        step += 1
        reset(root, edit, step)
        before = tree(root)
        status = run(command(edit, step)[0], step, signal.SIGINT)
        after = tree(root)
        if edit == "mend":
            assert after in (before, before | {"claims/typed.yaml": MENDED.encode()})
        else:
            # The document and its record are both there, or neither is.
            assert len(after) - len(before) in {0, 2}
    assert (step > 2, status) == (True, 0)
    assert complaints.read_bytes() == b""


def test_ctrl_c_ends_the_reading_of_a_document_too(write: Write) -> None:
    slow = "<p " + " ".join(f"a{number}=1" for number in range(200_000)) + ">text</p>"
    root = write({**FILES, "slow.html": f"<html><body>{slow}</body></html>"})
    before = tree(root)

    with subprocess.Popen(
        [sys.executable, "-P", "-m", "claimcheck", "source", "add", "slow.html"],
        cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        readers = _children(process.pid)
        process.send_signal(signal.SIGINT)
        result = process.communicate(timeout=60)

    assert (process.returncode, result) == (130, (b"", b""))
    assert not any(Path("/proc", reader).exists() for reader in readers)
    assert tree(root) == before


def _children(parent: int) -> list[str]:
    """Wait until a process has started others, and return their ids.

    Where that cannot be seen, it is given two seconds.
    """
    children = Path(f"/proc/{parent}/task/{parent}/children")
    until = time.monotonic() + (60 if children.exists() else 2)
    ids: list[str] = []
    while not ids and time.monotonic() < until:
        time.sleep(0.02)
        ids = children.read_text().split() if children.exists() else []
    return ids


def tree(root: Path) -> dict[str, bytes]:
    """Return every file of a project."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("edit", EDITS)
def test_a_full_disk_leaves_the_old_file(write: Write, forked: list[str], edit: str) -> None:
    import resource  # not on Windows

    root = write(FILES)
    reset(root, edit, 1)
    arguments, name = command(edit, 1)
    path = root / name
    before = path.read_bytes() if path.exists() else None

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))

    done = subprocess.run(
        [*forked, *arguments], cwd=root, check=False, capture_output=True, preexec_fn=no_room
    )  # fmt: skip

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert (path.read_bytes() if path.exists() else None) == before
    assert not list(root.rglob("*.tmp"))


@pytest.fixture(scope="module")
def bound(forked: list[str]) -> list[str]:
    """Give what goes before the arguments of a command that modes of files bind."""
    if os.geteuid() != 0:
        return forked
    if sys.platform != "linux":
        pytest.skip("root may write anywhere")
    return stand_in_at(SHARED, "support.bound:main")


@pytest.mark.parametrize("edit", EDITS)
def test_a_read_only_folder_is_refused(write: Write, bound: list[str], edit: str) -> None:
    root = write(FILES)
    reset(root, edit, 1)
    arguments, name = command(edit, 1)
    folder = (root / name).parent if (root / name).parent.exists() else root
    folder.chmod(0o555)
    try:
        done = subprocess.run([*bound, *arguments], cwd=root, check=False, capture_output=True)
    finally:
        folder.chmod(0o755)

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_of_two_writers_at_once_none_loses_what_the_other_signed(
    write: Write, forked: list[str]
) -> None:
    root = write(FILES)

    signed = _at_once(forked, root, "review", [range(n, n + 3) for n in (0, 10, 20)])

    document = strict_yaml.read((root / "reviews" / "bridge.yaml").read_bytes())
    names = {review.by for review in read_reviews(document, FlawLog("reviews/bridge.yaml"))}
    assert names == {f"reviewer {number}" for number in signed}
    assert signed


def test_of_two_writers_at_once_none_loses_what_the_other_linked(
    write: Write, forked: list[str]
) -> None:
    root = write(FILES)

    linked = _at_once(forked, root, "link", [range(n, n + 3) for n in (100, 200)])

    text = (root / "claims" / "rumour.yaml").read_text()
    assert text.startswith("claim: The bridge is closed.\n")
    assert sorted(linked) == [n for n in range(300) if f"in hall {n} again" in text]
    assert text.count("source: minutes") == len(linked) == 6


def _at_once(forked: list[str], root: Path, edit: str, turns: list[range]) -> list[int]:
    """Let several writers edit at once, each turn by turn; return the turns that were written.

    Args:
        forked: what goes before the arguments of a command.
        root: the project's folder.
        edit: what each of them does.
        turns: the turns of each.
    """
    statuses: dict[int, int] = {}

    def edited(numbers: range) -> None:
        for number in numbers:
            arguments = [*forked, *command(edit, number)[0]]
            done = subprocess.run(arguments, cwd=root, check=False, capture_output=True)
            statuses[number] = done.returncode

    writers = [threading.Thread(target=edited, args=(numbers,)) for numbers in turns]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(statuses) == sum(map(len, turns))
    assert set(statuses.values()) <= {0, 2}
    return [number for number, status in statuses.items() if status == 0]


def test_of_two_who_begin_one_claim_only_one_does(write: Write, forked: list[str]) -> None:
    root = write(FILES)
    arguments, name = command("new", 7)
    processes = [
        subprocess.Popen(
            [*forked, *arguments], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _writer in range(3)
    ]

    statuses = []
    for process in processes:
        process.communicate()
        statuses.append(process.returncode)

    assert sorted(statuses) == [0, 2, 2]
    assert whole(root / name)


def test_many_replacements_at_once_are_all_kept_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "counted"
    path.write_bytes(b"")
    copies: list[bytes] = []

    def count(letter: bytes) -> None:
        for _ in range(40):
            before = path.read_bytes()
            try:
                atomic.replace(path, before + letter, expect=before)
            except atomic.ChangedError:
                continue
            copies.append(letter)

    writers = [threading.Thread(target=count, args=(bytes([65 + n]),)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert sorted(path.read_bytes()) == sorted(b"".join(copies))
    assert [each.name for each in tmp_path.iterdir()] == ["counted"]


def test_what_somebody_else_wrote_meanwhile_survives(tmp_path: Path) -> None:
    path = tmp_path / "record.yaml"
    path.write_bytes(b"old\n")

    path.write_bytes(b"somebody else's\n")
    with pytest.raises(atomic.ChangedError):
        atomic.replace(path, b"new\n", expect=b"old\n")
    with pytest.raises(atomic.ExistsError):
        atomic.create(path, b"new\n")

    assert path.read_bytes() == b"somebody else's\n"
    assert [each.name for each in tmp_path.iterdir()] == ["record.yaml"]


def test_an_interruption_waits_until_a_file_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is written aside is gone by then, and the interruption is not forgotten."""
    made = os.fsync

    def interrupted(handle: int) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        made(handle)

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        atomic.create(tmp_path / "new.txt", b"whole")
    with pytest.raises(KeyboardInterrupt):
        atomic.replace(tmp_path / "new.txt", b"anew", expect=b"whole")
    with pytest.raises(KeyboardInterrupt):
        atomic.overwrite(tmp_path / "new.txt", b"again")

    assert tree(tmp_path) == {"new.txt": b"again"}
