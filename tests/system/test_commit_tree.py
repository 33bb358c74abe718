"""The files of a commit, asked for like those of a folder."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimcheck.system.git import Blob, Commit
from claimcheck.system.plain_files import MAX_PINNED_BYTES, MAX_TEXT_BYTES, RefusedError
from claimcheck.system.tree import TreeEntry

if TYPE_CHECKING:
    from collections.abc import Callable

LINK = "it is a symbolic link"
DEEP = "claims/" + "d/" * 31
FILES = {
    "sources/a.txt": Blob("1"),
    "claims/b.yaml": Blob("2"),
    "claims/a.yaml": Blob("3"),
    "claims/linked": Blob("4", LINK),
    "linked": Blob("5", LINK),
    f"{DEEP}a.yaml": Blob("6"),
    f"{DEEP}d/a.yaml": Blob("7"),
}


@pytest.fixture
def questions() -> list[tuple[str, int]]:
    """Which objects were asked for, and how many bytes they may have."""
    return []


@pytest.fixture
def commit(questions: list[tuple[str, int]]) -> Commit:
    def stream(object_id: str, limit: int, consume: Callable[[bytes], object]) -> None:
        questions.append((object_id, limit))
        consume(b"text ")
        consume(object_id.encode())

    return Commit("c0ffee", FILES, stream)


def test_a_folder_is_listed_in_order_with_what_is_not_to_be_read(commit: Commit) -> None:
    assert commit.entries("claims") == [
        TreeEntry("claims/a.yaml"),
        TreeEntry("claims/b.yaml"),
        TreeEntry(f"{DEEP}a.yaml"),
        TreeEntry(f"{DEEP}d/a.yaml", "folders are nested deeper than 32"),
        TreeEntry("claims/linked", LINK),
    ]
    assert commit.entries("linked") == [TreeEntry("linked", LINK)]


def test_the_depth_is_counted_from_the_folder_that_is_listed() -> None:
    path = f"facts/desk/{DEEP}a.yaml"
    commit = Commit("c0ffee", {path: Blob("1"), f"{path[:-6]}d/a.yaml": Blob("2")}, lambda *_: None)

    errors = [entry.read_error for entry in commit.entries("facts/desk/claims")]

    assert errors == ["", "folders are nested deeper than 32"]


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("none", "there is no such folder"),
        ("claim", "there is no such folder"),
        ("sources/a.txt", "it is not a folder"),
        ("../outside", 'the path must be relative, without empty parts, "." or ".."'),
        ("", "the path is empty"),
    ],
)
def test_what_is_no_folder_is_not_listed(commit: Commit, folder: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        commit.entries(folder)

    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none", "there is no such file"),
        ("claims/none.yaml", "there is no such file"),
        ("claims", "it is a folder"),
        ("claims/linked", LINK),
        ("linked/inner/a.txt", "its folder is a file or a symbolic link"),
        ("sources/a.txt/b", "its folder is a file or a symbolic link"),
        ("sources/../linked", 'the path must be relative, without empty parts, "." or ".."'),
        ("claims/nul.yaml", "the path holds a name that not every system accepts"),
    ],
)
def test_what_is_no_plain_file_is_not_read(
    commit: Commit, questions: list[tuple[str, int]], path: str, reason: str
) -> None:
    for ask in (commit.read, commit.digest):
        with pytest.raises(RefusedError) as refused:
            ask(path)
        assert str(refused.value) == reason
    assert questions == []


def test_a_file_is_read_within_its_bound_and_its_hash_taken_once(
    commit: Commit, questions: list[tuple[str, int]]
) -> None:
    sha256 = hashlib.sha256(b"text 1").hexdigest()

    assert commit.read("sources/a.txt") == (b"text 1", sha256)
    assert commit.read("sources/a.txt", 7) == (b"text 1", sha256)
    assert [commit.digest("sources/a.txt") for _twice in range(2)] == [sha256, sha256]
    assert questions == [("1", MAX_TEXT_BYTES), ("1", 7), ("1", MAX_PINNED_BYTES)]
