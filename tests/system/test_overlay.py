"""A project as it would be, read like a folder."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimcheck.system.folder import Folder
from claimcheck.system.overlay import EditedTree, OverlayTree
from claimcheck.system.plain_files import MissingError
from claimcheck.system.tree import EmptyTree, FileContent, Tree, TreeEntry

if TYPE_CHECKING:
    from pathlib import Path


def content(data: bytes) -> FileContent:
    return FileContent(data, hashlib.sha256(data).hexdigest())


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    for name in ("claims/b.yaml", "claims/d.yaml", "sources/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    return Folder(tmp_path)


def paths(tree: Tree, folder: str) -> list[str]:
    return [entry.path for entry in tree.entries(folder)]


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        ("claims/b.yaml", ["claims/b.yaml", "claims/d.yaml"]),
        ("claims/c.yaml", ["claims/b.yaml", "claims/c.yaml", "claims/d.yaml"]),
        ("claims/a/x.yaml", ["claims/a/x.yaml", "claims/b.yaml", "claims/d.yaml"]),
        ("claims.yaml", ["claims/b.yaml", "claims/d.yaml"]),
        ("sources/c.txt", ["claims/b.yaml", "claims/d.yaml"]),
    ],
)
def test_one_file_lies_over_a_folder(folder: Folder, path: str, listed: list[str]) -> None:
    tree = OverlayTree(folder, path, b"new")

    assert paths(tree, "claims") == listed
    assert tree.read(path) == content(b"new")
    assert tree.digest(path) == content(b"new").sha256
    assert tree.read("claims/d.yaml") == content(b"claims/d.yaml")
    assert tree.digest("claims/d.yaml") == content(b"claims/d.yaml").sha256


def test_edits_replace_add_and_remove_files(folder: Folder) -> None:
    files = {"claims/b.yaml": b"other", "claims/d.yaml": None, "claims/a.yaml": b"new"}
    tree = EditedTree(folder, files)

    assert tree.entries("claims") == [TreeEntry("claims/a.yaml"), TreeEntry("claims/b.yaml")]
    assert paths(tree, "sources") == ["sources/b.txt"]
    assert tree.read("claims/b.yaml") == content(b"other")
    assert tree.digest("claims/a.yaml") == content(b"new").sha256
    assert tree.read("sources/b.txt") == content(b"sources/b.txt")
    assert tree.digest("sources/b.txt") == content(b"sources/b.txt").sha256
    for ask in (tree.read, tree.digest):
        with pytest.raises(MissingError, match=r"^there is no claims/d\.yaml$"):
            ask("claims/d.yaml")


def test_what_lies_below_is_read_no_further_than_its_bound(folder: Folder) -> None:
    for tree in (OverlayTree(folder, "claims/c.yaml", b"new"), EditedTree(folder, {})):
        assert tree.read("sources/b.txt", 13).data == b"sources/b.txt"
        with pytest.raises(Exception, match="larger than 12 bytes"):
            tree.read("sources/b.txt", 12)


def test_an_empty_tree_holds_nothing() -> None:
    for ask in (EmptyTree().entries, EmptyTree().read, EmptyTree().digest):
        with pytest.raises(MissingError, match=r"^there is no claims$"):
            ask("claims")
