"""Where programs, checkouts and standard input are looked for."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck.system import checkout
from claimcheck.system.programs import find_program
from claimcheck.system.standard_input import read_standard_input

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="programs are told by their endings")


def program(folder: Path, name: str = "gpgv") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@posix
def test_a_program_is_looked_for_in_the_folders_of_the_search_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "none").mkdir()
    program(tmp_path / "closed").chmod(0o644)
    first, second = program(tmp_path / "first"), program(tmp_path / "second")
    searched = ["", ".", "../here", *(str(tmp_path / name) for name in ("none", "closed"))]

    for folders, expected in (
        (searched, None),
        ([*searched, str(second.parent)], str(second)),
        ([*searched, str(first.parent), str(second.parent)], str(first)),
    ):
        monkeypatch.setenv("PATH", os.pathsep.join(folders))
        assert find_program("gpgv") == expected


@posix
def test_a_name_that_leads_elsewhere_is_no_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program(tmp_path / "elsewhere")
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    assert find_program(str(path)) is None
    assert find_program("../elsewhere/gpgv") is None


@pytest.mark.parametrize(
    ("repositories", "folder", "top"),
    [
        ([], "a/b", "a/b"),
        (["a"], "a", "a"),
        (["a"], "a/b", "a"),
        (["a", "a/b/c"], "a/b/c/d", "a"),
        (["a/b/c"], "a/b", "a/b"),
    ],
)
def test_a_checkout_begins_at_its_uppermost_repository(
    tmp_path: Path, repositories: list[str], folder: str, top: str
) -> None:
    (tmp_path / "a/b/c/d").mkdir(parents=True)
    for repository in repositories:
        (tmp_path / repository / ".git").touch()

    assert checkout.top(tmp_path / folder) == tmp_path / top


class Slow(io.BytesIO):
    """A stream that gives a piece at a time."""

    def read1(self, size: int | None = -1) -> bytes:
        """Return three bytes at most."""
        assert size is not None
        assert 0 < size <= 1 << 16
        return self.read(min(3, size))


@pytest.mark.parametrize(("most", "left"), [(0, b"abcdefgh"), (4, b"efgh"), (8, b""), (9, b"")])
def test_standard_input_is_read_to_its_bound_and_no_further(
    monkeypatch: pytest.MonkeyPatch, most: int, left: bytes
) -> None:
    stream = Slow(b"abcdefgh")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))

    assert read_standard_input(most) == b"abcdefgh"[:most]
    assert stream.read() == left


def test_standard_input_comes_in_small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python hears no signal while it waits for a large one."""
    stream = Slow(bytes(1 << 10))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))

    assert len(read_standard_input(1 << 20)) == 1 << 10
