"""Plain files below one folder: never through a link, never waiting, never more than asked for."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import (
    Files,
    LargeError,
    MissingError,
    RefusedError,
    error_clause,
    max_gib,
)

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
    first_size = 1 << 20
    for name, size in (("first", first_size), ("second", (1 << 30) - first_size + 1)):
        with (root / "sources" / name).open("wb") as file:
            file.truncate(size)
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


WITHOUT_STEPS = """\
import json, os, sys
os.supports_dir_fd.discard(os.open)  # as on Windows
from claimcheck.system.plain_files import Files, RefusedError
answers = {}
for path in sys.argv[2:]:
    for again in (False, True):
        files = Files(sys.argv[1])
        try:
            answer = (files.reread(path, 6) if again else files.read(path, 6)[0]).decode()
        except RefusedError as error:
            answer = str(error)
        assert answers.setdefault(path, answer) == answer
print(json.dumps(answers))
"""


def test_no_link_is_followed_where_folders_cannot_be_opened_one_by_one(root: Path) -> None:
    through_links = ["sources/file.txt", "sources/linked/secret.txt", "top/deep/secret.txt"]
    paths = ["sources/plain.txt", "sources/none.txt", *through_links]
    (root.parent / "here").symlink_to(root)  # the folder itself may be reached through one

    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_STEPS, root.parent / "here", *paths],
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == {
        "sources/plain.txt": "a text",
        "sources/none.txt": "there is no such file",
        **dict.fromkeys(through_links, "it is a symbolic link, or lies behind one"),
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", 2),
        ("0", 0),
        ("7", 7),
        ("999999", 999_999),
        ("1000000", 2),
        ("9999999", 2),
        ("-1", 2),
        ("1.5", 2),
        ("²", 2),
        ("٧", 2),
        ("much", 2),
    ],
)
def test_the_bound_on_documents_is_what_the_user_says(
    monkeypatch: pytest.MonkeyPatch, value: str, expected: int
) -> None:
    monkeypatch.setenv("CLAIMCHECK_MAX_GIB", value)
    assert max_gib() == expected

    monkeypatch.delenv("CLAIMCHECK_MAX_GIB")
    assert max_gib() == 2


@pytest.mark.parametrize(
    ("number", "clause"),
    [
        (errno.ENOENT, "there is no such file"),
        (errno.ELOOP, "it is a symbolic link"),
        (errno.EACCES, "permission denied"),
        (errno.ENXIO, "it is not a plain file"),
        (errno.EISDIR, "it is a folder"),
        (errno.ENOTDIR, "its folder is a file or a symbolic link"),
        (errno.EIO, "broken"),
        (None, "it cannot be read"),
    ],
)
def test_why_a_file_cannot_be_read_is_said_in_a_clause(number: int | None, clause: str) -> None:
    error = OSError(number, "Broken") if number else OSError()

    assert error_clause(error) == clause


def test_a_file_has_one_hash_however_it_is_asked_for(root: Path) -> None:
    data = os.urandom(300_000)
    (root / "sources" / "file").write_bytes(data)
    (root / "sources" / "empty").write_bytes(b"")

    for name, content in (("file", data), ("empty", b"")):
        path, sha256 = f"sources/{name}", hashlib.sha256(content).hexdigest()
        assert Files(str(root)).read(path, 300_000) == (content, sha256)
        assert Files(str(root)).read(path, 300_000, keep=False) == (b"", sha256)
        assert Files(str(root)).digest(path) == sha256
        assert Files(str(root)).reread(path, 300_000) == content


def test_small_files_are_read_anew_each_time(root: Path) -> None:
    """Their hashes would only fill a table."""
    files = Files(str(root))
    first = files.digest("sources/plain.txt")
    (root / "sources" / "plain.txt").write_text("another")

    assert files.digest("sources/plain.txt") != first


DESCRIPTORS = Path("/proc/self/fd")


@pytest.mark.skipif(not DESCRIPTORS.exists(), reason="Linux tells what is open")
def test_nothing_is_left_open(root: Path) -> None:
    (root / "sources" / "large").write_bytes(bytes(300_000))
    before = sorted(DESCRIPTORS.iterdir())
    for name in ("plain.txt", "deep", "file.txt", "linked/x", "none", "large"):
        files = Files(str(root))
        for ask in (files.digest, partial(files.read, limit=1), partial(files.reread, limit=9)):
            with contextlib.suppress(RefusedError):
                ask(f"sources/{name}")
        files.close()
        files.close()
        assert sorted(DESCRIPTORS.iterdir()) == before

    files = Files(str(root))
    for path in ("sources/deep/a", "sources/plain.txt") * 3:
        (root / path).write_text("a text")
        files.reread(path, 9)
    assert len(sorted(DESCRIPTORS.iterdir())) == len(before) + 1
    assert sorted(DESCRIPTORS.iterdir()) != before
    del files
    assert sorted(DESCRIPTORS.iterdir()) == before
