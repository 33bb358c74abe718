"""What is held of contents that were read last, and within which bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier.pinned_contents import HeldTree, Latest
from claimcheck.system.plain_files import RefusedError
from support.trees import tree_of

if TYPE_CHECKING:
    from claimcheck.system.tree import FileContent

LARGE = "x" * ((1 << 15) + 1)


def test_the_oldest_values_go_where_all_are_larger_than_the_bound() -> None:
    latest: Latest[str, str] = Latest(10)
    for key, size in (("a", 4), ("b", 4), ("c", 2)):
        latest.put(key, key.upper(), size)
    assert [latest.get(key) for key in "abc"] == ["A", "B", "C"]

    latest.put("d", "D", 5)

    assert [latest.get(key) for key in "abcd"] == [None, None, "C", "D"]
    latest.put("e", "E", 11)
    assert latest.get("e") is None
    latest.put("d", "other", 1)
    assert latest.get("d") == "D"
    latest.put("f", "F", 3)
    assert [latest.get(key) for key in "cdf"] == ["C", "D", "F"]


def test_no_more_than_eight_values_are_held() -> None:
    latest: Latest[int, int] = Latest(0)
    for number in range(10):
        latest.put(number, number, 0)

    assert [latest.get(number) for number in range(10)] == [None, None, *range(2, 10)]


def test_what_is_let_go_of_takes_no_room() -> None:
    latest: Latest[str, str] = Latest(10)
    latest.put("a", "A", 10)
    latest.clear()
    assert latest.get("a") is None

    latest.put("b", "B", 4)
    latest.put("c", "C", 6)

    assert [latest.get(key) for key in "abc"] == [None, "B", "C"]


def test_a_value_is_made_once() -> None:
    latest: Latest[str, str] = Latest(10)
    made = []

    def make() -> str:
        made.append(1)
        return "A"

    assert [latest.get_or_make("a", 3, make) for _twice in range(2)] == ["A", "A"]
    assert [latest.get_or_make("large", 11, make) for _twice in range(2)] == ["A", "A"]
    assert len(made) == 3


class Counted:
    """A tree that counts how often it is asked."""

    def __init__(self, files: dict[str, str | bytes]) -> None:
        self._tree = tree_of(files)
        self.requests: list[str] = []

    def entries(self, folder: str) -> list[object]:
        """List a folder."""
        self.requests.append(f"list {folder}")
        return list(self._tree.entries(folder))

    def read(self, path: str, limit: int = 1 << 24) -> FileContent:
        """Read a file."""
        self.requests.append(f"read {path}")
        return self._tree.read(path, limit)

    def digest(self, path: str) -> str:
        """Return a file's hash."""
        self.requests.append(f"digest {path}")
        return self._tree.digest(path)


def test_large_contents_are_read_once_and_small_ones_each_time() -> None:
    tree = Counted({"a/large": LARGE, "a/small": LARGE[1:]})
    held = HeldTree(tree)  # type: ignore[arg-type] # it answers likewise

    for path in ("a/large", "a/small"):
        first = held.digest(path)
        contents = {held.read(path) for _twice in range(2)}
        assert {content.sha256 for content in contents} == {first} == {held.digest(path)}

    assert tree.requests == [
        "digest a/large",
        "read a/large",
        "digest a/small",
        "read a/small",
        "read a/small",
        "digest a/small",
    ]
    assert [entry.path for entry in held.entries("a")] == ["a/large", "a/small"]


def test_what_is_held_is_bounded_as_well() -> None:
    held = HeldTree(tree_of({"large": LARGE}))
    assert held.read("large").data == LARGE.encode()

    assert held.read("large", len(LARGE)).data == LARGE.encode()
    with pytest.raises(RefusedError):
        held.read("large", len(LARGE) - 1)
