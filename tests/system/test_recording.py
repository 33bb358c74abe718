"""What a command asked of a folder is asked again, and every other answer is noticed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck.system import recording
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError
from claimcheck.system.recording import Answers, Recording, RecordingTree
from claimcheck.system.tree import EmptyTree, TreeEntry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ask = Callable[[RecordingTree], object]
    Change = Callable[[Path], object]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has other links")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    (root / "claims").mkdir(parents=True)
    (root / "claims" / "a.yaml").write_text("claim: A.\n")
    (root / "claims" / "large.yaml").write_text("#" * 200)
    (root / "claims" / "link.yaml").symlink_to("a.yaml")
    (root / "file").write_text("")
    return root


def recorded(root: Path, *asks: Ask) -> str:
    """Record some questions; return them as text."""
    noted = Recording()
    tree = RecordingTree(Folder(root), root, noted)
    for ask in asks:
        with contextlib.suppress(RefusedError):
            ask(tree)
    text = noted.text()
    assert text is not None
    return text


def relink(path: Path) -> None:
    path.unlink()
    path.write_text("claim: A.\n")


CASES: dict[str, tuple[Ask, list[Change]]] = {
    "file": (
        lambda tree: tree.read("claims/a.yaml"),
        [
            lambda root: (root / "claims/a.yaml").write_text("claim: B.\n"),
            lambda root: (root / "claims/a.yaml").unlink(),
            lambda root: (root / "claims").rename(root / "other"),
        ],
    ),
    "hash": (
        lambda tree: tree.digest("claims/a.yaml"),
        [
            lambda root: (root / "claims/a.yaml").write_text("claim: B.\n"),
            lambda root: (root / "claims/a.yaml").unlink(),
        ],
    ),
    "list": (
        lambda tree: tree.entries("claims"),
        [
            lambda root: (root / "claims/b.yaml").touch(),
            lambda root: (root / "claims/a.yaml").unlink(),
            lambda root: (root / "claims/a.yaml").rename(root / "claims/b.yaml"),
            lambda root: relink(root / "claims/link.yaml"),
            lambda root: (root / "claims").rename(root / "other"),
        ],
    ),
    "missing": (
        lambda tree: tree.read("claims/none.yaml"),
        [
            lambda root: (root / "claims/none.yaml").touch(),
            lambda root: (root / "claims/none.yaml").symlink_to("a.yaml"),
            lambda root: (root / "claims/none.yaml").mkdir(),
        ],
    ),
    "missing hash": (
        lambda tree: tree.digest("claims/none.yaml"),
        [lambda root: (root / "claims/none.yaml").touch()],
    ),
    "refused": (
        lambda tree: tree.read("claims/link.yaml"),
        [
            lambda root: relink(root / "claims/link.yaml"),
            lambda root: (root / "claims/link.yaml").unlink(),
        ],
    ),
    "refused hash": (
        lambda tree: tree.digest("claims/link.yaml"),
        [lambda root: relink(root / "claims/link.yaml")],
    ),
    "refused list": (
        lambda tree: tree.entries("file"),
        [lambda root: (root / "file").unlink()],
    ),
    "no such folder": (
        lambda tree: tree.entries("none"),
        [lambda root: (root / "none").mkdir(), lambda root: (root / "none").touch()],
    ),
    "too large": (
        lambda tree: tree.read("claims/large.yaml", 100),
        [lambda root: (root / "claims/large.yaml").write_text("#" * 100)],
    ),
    "too large, and its hash": (
        lambda tree: [
            tree.digest("claims/large.yaml"),
            tree.read("claims/large.yaml", 100),
        ],
        [
            lambda root: (root / "claims/large.yaml").write_text("#" * 100),
            lambda root: (root / "claims/large.yaml").write_text("-" * 200),
        ],
    ),
}


@pytest.mark.parametrize(
    ("ask", "change"),
    [
        pytest.param(ask, change, id=f"{name}-{number}")
        for name, (ask, changes) in CASES.items()
        for number, change in enumerate(changes)
    ],
)
def test_every_other_answer_is_noticed(root: Path, ask: Ask, change: Change) -> None:
    text = recorded(root, ask)
    assert recording.ask(text).unchanged

    change(root)

    assert not recording.ask(text).unchanged


def test_what_was_not_asked_may_change(root: Path) -> None:
    text = recorded(root, lambda tree: tree.read("claims/a.yaml"))

    (root / "claims" / "b.yaml").touch()

    assert recording.ask(text).unchanged


def test_a_path_that_leads_elsewhere_is_noticed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "here").symlink_to(root)
    noted = Recording()
    noted.record_real_path(str(tmp_path / "here"))
    text = noted.text()
    assert text is not None
    assert recording.ask(text).unchanged

    (tmp_path / "here").unlink()
    (tmp_path / "here").symlink_to(root / "claims")

    assert not recording.ask(text).unchanged


def test_two_folders_are_told_apart(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "claims").mkdir(parents=True)
    (other / "claims" / "a.yaml").write_text("claim: B.\n")
    noted = Recording()
    for folder in (root, other, root):
        tree = RecordingTree(Folder(folder), folder, noted)
        tree.read("claims/a.yaml")
        tree.digest("claims/a.yaml")
    text = noted.text()
    assert text is not None
    assert noted.consistent
    assert recording.ask(text).unchanged

    (other / "claims" / "a.yaml").write_text("claim: A.\n")

    assert not recording.ask(text).unchanged


@pytest.mark.parametrize("path", ["claims/a\tb", "claims/a\nb", "claims/\t", "\n"])
def test_what_cannot_be_asked_again_in_a_line_is_not_kept(path: str) -> None:
    of_file, of_hash = Recording(), Recording()
    of_file.record_file("/root", path, b"")
    of_hash.record("/root", "hash", path, answer=b"")

    assert of_file.text() is None
    assert of_hash.text() is None


def test_a_folder_whose_name_has_two_lines_is_not_kept() -> None:
    noted = Recording()
    noted.record_file("/one\ntwo", "a", b"")

    assert noted.consistent
    assert noted.text() is None


@pytest.mark.parametrize("kind", ["file", "hash"])
def test_one_question_has_one_answer(kind: str) -> None:
    noted = Recording()
    for answer in (b"1", b"1", b"2"):
        assert noted.text() is not None
        if kind == "file":
            noted.record_file("/root", "a", answer)
        else:
            noted.record("/root", kind, "a", answer=answer)

    assert noted.text() is None


@pytest.mark.parametrize(
    ("first", "then"),
    [("", "consistent"), ("inconsistent", ""), ("other answer", "")],
)
def test_what_another_process_read_is_added(root: Path, first: str, then: str) -> None:
    noted, elsewhere = Recording(), Recording()
    tree, other = (RecordingTree(Folder(root), root, note) for note in (noted, elsewhere))
    tree.read("claims/a.yaml")
    other.read("claims/large.yaml")
    mark = other.mark()
    if first == "other answer":
        (root / "claims" / "a.yaml").write_text("claim: B.\n")
    other.read("claims/a.yaml")
    elsewhere.consistent = first != "inconsistent"
    since = other.since(mark)

    tree.add(since)

    assert [line for line, _answer in since.answers] == ["file\tclaims/a.yaml"]
    assert noted.consistent is (then == "consistent")


def held(root: Path) -> Answers:
    """Return what a folder answers to a recording of which one answer is another today."""
    text = recorded(
        root,
        lambda tree: tree.entries("claims"),
        lambda tree: tree.read("claims/a.yaml"),
        lambda tree: tree.digest("claims/large.yaml"),
        lambda tree: tree.read("file"),
    )
    (root / "file").write_text("changed")
    answers = recording.ask(text)
    assert not answers.unchanged
    return answers


def test_what_was_asked_a_moment_ago_is_not_asked_again(root: Path) -> None:
    answers, noted = held(root), Recording()
    tree = RecordingTree(EmptyTree(), root, noted, answers)

    content = b"claim: A.\n"
    assert tree.entries("claims") == [
        TreeEntry("claims/a.yaml"),
        TreeEntry("claims/large.yaml"),
        TreeEntry("claims/link.yaml", "it is a symbolic link"),
    ]
    assert tree.read("claims/a.yaml", 10) == (content, hashlib.sha256(content).hexdigest())
    assert tree.digest("claims/a.yaml") == hashlib.sha256(content).hexdigest()
    assert tree.digest("claims/large.yaml") == hashlib.sha256(b"#" * 200).hexdigest()
    assert tree.read("file").data == b"changed"
    text = noted.text()
    assert text is not None
    assert recording.ask(text).unchanged
    with pytest.raises(RefusedError):
        tree.read("claims/a.yaml", 9)


def test_answers_of_another_folder_are_not_taken(root: Path, tmp_path: Path) -> None:
    tree = RecordingTree(EmptyTree(), tmp_path, Recording(), held(root))

    for ask in (tree.read, tree.digest):
        with pytest.raises(RefusedError):
            ask("claims/a.yaml")
    with pytest.raises(RefusedError):
        tree.entries("claims")


def test_names_that_are_no_text_are_asked_again_as_well(root: Path) -> None:
    name = os.fsdecode(b"claims/\xff.yaml")
    (root / name).write_text("")
    text = recorded(root, lambda tree: tree.entries("claims"))
    assert recording.ask(text).unchanged

    (root / name).rename(root / os.fsdecode(b"claims/\xfe.yaml"))

    assert not recording.ask(text).unchanged
