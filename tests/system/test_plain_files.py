"""Plain files below one folder: never through a link, never waiting, never more than asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import Files, LargeError, MissingError, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has other links")
SMAPS = Path("/proc/self/smaps")
READERS: dict[str, Callable[[Path, str], object]] = {
    "read": lambda root, path: Folder(root).read(path),
    "digest": lambda root, path: Folder(root).digest(path),
    "reread": lambda root, path: Files(str(root)).reread(path, 1 << 20),
}
every_reader = pytest.mark.parametrize("reader", READERS)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder beside one that nothing in it may reach."""
    (tmp_path / "outside" / "deep").mkdir(parents=True)
    (tmp_path / "outside" / "secret.txt").write_text("a secret")
    (tmp_path / "outside" / "deep" / "secret.txt").write_text("a secret")
    root = tmp_path / "root"
    (root / "sources" / "deep").mkdir(parents=True)
    (root / "sources" / "plain.txt").write_text("a text")
    (root / "sources" / "file.txt").symlink_to("../../outside/secret.txt")
    (root / "sources" / "linked").symlink_to("../../outside")
    (root / "sources" / "deep" / "linked").symlink_to("../../../outside/deep")
    (root / "top").symlink_to("../outside")
    return root


@every_reader
@pytest.mark.parametrize(
    "path",
    [
        "sources/file.txt",
        "sources/linked/secret.txt",
        "sources/linked/deep/secret.txt",
        "sources/deep/linked/secret.txt",
        "top/secret.txt",
        "top/deep/secret.txt",
    ],
)
def test_nothing_is_read_through_a_link(root: Path, reader: str, path: str) -> None:
    assert root.joinpath(path).read_text() == "a secret"
    with pytest.raises(RefusedError, match="symbolic link"):
        READERS[reader](root, path)


@every_reader
def test_a_folder_that_becomes_a_link_between_two_files_is_not_followed(
    root: Path, reader: str
) -> None:
    """The folder that was read from last is kept open."""
    READERS[reader](root, "sources/plain.txt")
    (root / "sources").rename(root / "was")
    (root / "sources").symlink_to("../outside")

    with pytest.raises(RefusedError):
        READERS[reader](root, "sources/secret.txt")


@every_reader
def test_a_pipe_is_refused_and_not_waited_for(root: Path, reader: str) -> None:
    os.mkfifo(root / "sources" / "pipe.txt")

    with pytest.raises(RefusedError, match="not a plain file"):
        READERS[reader](root, "sources/pipe.txt")


@every_reader
def test_a_folder_is_no_file(root: Path, reader: str) -> None:
    with pytest.raises(RefusedError):
        READERS[reader](root, "sources/deep")


@every_reader
def test_what_is_not_there_is_told_apart_from_what_is_refused(root: Path, reader: str) -> None:
    with pytest.raises(RefusedError, match="there is no such file"):
        READERS[reader](root, "sources/none.txt")
    if reader != "reread":
        with pytest.raises(MissingError):
            READERS[reader](root, "sources/none.txt")


@pytest.mark.parametrize("size", [10, 100_000, 300_000])
def test_a_file_may_have_just_as_many_bytes_as_are_asked_for(root: Path, size: int) -> None:
    (root / "sources" / "file").write_bytes(b"x" * size)

    assert len(Files(str(root)).read("sources/file", size)[0]) == size
    assert len(Files(str(root)).reread("sources/file", size)) == size
    with pytest.raises(LargeError):
        Files(str(root)).read("sources/file", size - 1)


def test_a_file_that_was_read_before_may_not_have_grown_beyond_its_bound(root: Path) -> None:
    (root / "sources" / "file").write_bytes(b"x" * 200_000)

    with pytest.raises(LargeError):
        Files(str(root)).reread("sources/file", 199_999)


@pytest.mark.skipif(not SMAPS.exists(), reason="Linux has such files")
@pytest.mark.parametrize("keep", [True, False])
def test_a_file_that_is_longer_than_it_says_is_read_no_further_than_its_bound(keep: bool) -> None:
    """So it is, too, with one that grows while it is read."""
    assert SMAPS.stat().st_size == 0

    with pytest.raises(LargeError):
        Files("/proc/self").read("smaps", 4000, keep=keep)


def test_documents_have_their_hashes_taken_up_to_a_bound_for_all_of_them_together(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first", "second"):
        with (root / "sources" / name).open("wb") as file:
            file.truncate((1 << 29) + 1)
    monkeypatch.setenv("CLAIMCHECK_MAX_GIB", "1")
    folder = Folder(root)

    first = folder.digest("sources/first")

    with pytest.raises(RefusedError, match=r"larger than 1 GiB; .* set CLAIMCHECK_MAX_GIB"):
        folder.digest("sources/second")
    assert folder.digest("sources/first") == first
    assert folder.digest("sources/plain.txt")


def test_a_large_document_that_many_records_name_is_read_once(root: Path) -> None:
    path = root / "sources" / "large"
    path.write_bytes(bytes(1 << 20))
    files = Files(str(root))

    first = files.digest("sources/large")
    path.write_bytes(b"another")

    assert files.digest("sources/large") == first
