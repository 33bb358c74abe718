"""A folder that is read again and again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError
from claimcheck.system.stamped import Stamp, StampedTree

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = ("claims",)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/a.yaml").write_text("one", "utf-8")
    return tmp_path


def tree(root: Path, stamps: dict[str, Stamp], hashes: dict[str, tuple[Stamp, str]]) -> StampedTree:
    return StampedTree(Folder(root), stamps, FOLDERS, hashes)


def test_a_hash_is_taken_anew_only_after_a_change_of_size_or_time(root: Path) -> None:
    hashes: dict[str, tuple[Stamp, str]] = {}
    path = "claims/a.yaml"
    assert tree(root, {path: (3, 1)}, hashes).digest(path) == sha256("one")

    (root / path).write_text("two", "utf-8")

    assert tree(root, {path: (3, 1)}, hashes).digest(path) == sha256("one")
    assert tree(root, {path: (3, 2)}, hashes).digest(path) == sha256("two")


def test_a_file_without_a_stamp_is_always_read(root: Path) -> None:
    files, path = tree(root, {}, {}), "claims/a.yaml"
    assert files.digest(path) == sha256("one")
    (root / path).write_text("two", "utf-8")
    assert files.digest(path) == sha256("two")
    assert files.read(path).data == b"two"


def test_a_missing_file_is_looked_for_again(root: Path) -> None:
    files = tree(root, {"claims/b.yaml": (3, 1)}, {})
    with pytest.raises(RefusedError):
        files.digest("claims/b.yaml")
    (root / "claims/b.yaml").write_text("new", "utf-8")
    assert files.digest("claims/b.yaml") == sha256("new")


def test_a_folder_is_listed_once_where_all_of_its_files_have_stamps(root: Path) -> None:
    (root / "drafts").mkdir()
    files = tree(root, {}, {})
    listed = files.entries("claims")
    files.entries("drafts")
    listed.clear()  # the caller's own
    for folder in ("claims", "drafts"):
        (root / folder / "new.yaml").write_text("new", "utf-8")

    assert [entry.path for entry in files.entries("claims")] == ["claims/a.yaml"]
    assert [entry.path for entry in files.entries("drafts")] == ["drafts/new.yaml"]
