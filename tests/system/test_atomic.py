"""Editing a file that others edit, too."""

from __future__ import annotations

import errno
import os
import signal
import stat
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from claimcheck.system import atomic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, locks and modes of POSIX")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "claim.yaml"
    path.write_bytes(b"claim: So it is.\n")
    return path


def test_an_edit_of_what_somebody_else_wrote_meanwhile_loses_nothing(file: Path) -> None:
    def edit(before: bytes) -> bytes:
        if b"theirs" not in before:
            file.write_bytes(before + b"# theirs\n")
        return before + b"# mine\n"

    assert atomic.revise(file, file.read_bytes, edit)
    assert file.read_bytes() == b"claim: So it is.\n# theirs\n# mine\n"


def test_a_file_that_is_to_stay_as_it_is_is_not_written(file: Path) -> None:
    before = file.stat()

    assert not atomic.revise(file, file.read_bytes, lambda _before: None)
    assert file.stat() == before


def test_a_file_that_others_keep_changing_is_left_to_them(file: Path) -> None:
    def edit(before: bytes) -> bytes:
        file.write_bytes(before + b"#\n")
        return b"mine"

    with pytest.raises(atomic.BusyError):
        atomic.revise(file, file.read_bytes, edit)

    assert file.read_bytes().startswith(b"claim: So it is.\n#\n")
    assert [path.name for path in file.parent.iterdir()] == ["claim.yaml"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def mask() -> Iterator[int]:
    """What new files may not be."""
    earlier = os.umask(0o027)
    yield 0o027
    assert os.umask(earlier) == 0o027, "it was changed"


@posix
@pytest.mark.usefixtures("mask")
def test_a_new_file_has_the_mode_that_the_user_gives_to_files(tmp_path: Path) -> None:
    atomic.create(tmp_path / "new", b"new")
    atomic.overwrite(tmp_path / "other", b"new")

    for name in ("new", "other"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o640
    assert names(tmp_path) == ["new", "other"]


@posix
@pytest.mark.usefixtures("mask")
@pytest.mark.parametrize("mode", [0o600, 0o755])
def test_a_file_keeps_its_mode(file: Path, mode: int) -> None:
    file.chmod(mode)
    atomic.replace(file, b"new", expect=b"claim: So it is.\n")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", mode)

    atomic.overwrite(file, b"newer")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"newer", mode)


@posix
def test_a_link_is_not_followed_to_the_file_that_it_leads_to(tmp_path: Path, file: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)

    with pytest.raises(atomic.ChangedError):
        atomic.replace(link, b"new", expect=file.read_bytes())
    with pytest.raises(atomic.ExistsError):
        atomic.create(link, b"new")

    assert file.read_bytes() == b"claim: So it is.\n"
    assert names(tmp_path) == ["claim.yaml", "link"]


def test_only_what_is_expected_is_removed(file: Path) -> None:
    for expect in (b"", b"claim: So it is."):
        with pytest.raises(atomic.ChangedError):
            atomic.remove(file, expect=expect)
    with pytest.raises(atomic.ChangedError):
        atomic.remove(file.parent, expect=b"")
    atomic.remove(file, expect=b"claim: So it is.\n")
    with pytest.raises(atomic.ChangedError):
        atomic.remove(file, expect=b"claim: So it is.\n")

    assert names(file.parent) == []


@posix
@pytest.mark.parametrize("step", ["replace", "unlink"])
def test_nobody_else_replaces_a_file_between_comparison_and_exchange(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    import fcntl  # not on Windows

    made: Callable[..., None] = getattr(os, step)
    locked = []

    def watched(path: Path, *others: Path) -> None:
        if file in {path, *others}:
            descriptor = os.open(file.parent, os.O_RDONLY)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                locked.append(file.name)
            os.close(descriptor)
        made(path, *others)

    monkeypatch.setattr(os, step, watched)
    if step == "replace":
        atomic.replace(file, b"new", expect=b"claim: So it is.\n")
    else:
        atomic.remove(file, expect=b"claim: So it is.\n")

    assert locked == ["claim.yaml"]


@posix
def test_all_of_a_file_is_on_the_disk_before_it_takes_its_place(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And its folder afterwards: without that, a crash could undo what was told as done."""
    synced = []
    made = os.fsync

    def watched(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        synced.append("folder" if is_folder else f"{os.fstat(descriptor).st_size} bytes")
        made(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    atomic.replace(file, b"new", expect=b"claim: So it is.\n")
    atomic.create(file.with_name("other"), b"four")
    atomic.overwrite(file, b"newer")
    atomic.remove(file, expect=b"newer")

    assert synced == ["3 bytes", "folder", "4 bytes", "folder", "5 bytes", "folder", "folder"]


def test_what_cannot_be_written_leaves_nothing_aside(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    writes: tuple[Callable[[], None], ...] = (
        lambda: atomic.create(file.with_name("other"), b"new"),
        lambda: atomic.replace(file, b"new", expect=b"claim: So it is.\n"),
        lambda: atomic.overwrite(file, b"new"),
    )
    for write in writes:
        with pytest.raises(OSError, match="No space left"):
            write()

    assert names(file.parent) == ["claim.yaml"]
    assert file.read_bytes() == b"claim: So it is.\n"


def test_what_cannot_take_its_place_leaves_nothing_aside(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()

    with pytest.raises(OSError, match="folder"):
        atomic.overwrite(tmp_path / "folder", b"new")
    with pytest.raises(atomic.ExistsError):
        atomic.create(tmp_path / "folder", b"new")

    assert names(tmp_path) == ["folder"]


@pytest.mark.parametrize("name", ["n" * 255, "é" * 127, "\U00020000" * 63])
def test_a_file_with_the_longest_name_can_be_written(tmp_path: Path, name: str) -> None:
    """What is written aside has a longer one than the file."""
    path = tmp_path / name

    atomic.create(path, b"old")
    atomic.replace(path, b"new", expect=b"old")

    assert path.read_bytes() == b"new"


def test_an_interruption_is_heard_again_when_a_file_is_written(file: Path) -> None:
    handler = signal.getsignal(signal.SIGINT)

    atomic.overwrite(file, b"new")

    assert signal.getsignal(signal.SIGINT) is handler


def test_other_threads_write_as_well(file: Path) -> None:
    """None but the main one is interrupted."""
    thread = threading.Thread(target=atomic.overwrite, args=(file, b"new"))
    thread.start()
    thread.join()

    assert file.read_bytes() == b"new"


@pytest.mark.parametrize(("busy", "is_written"), [(9, True), (10, False)])
def test_an_edit_is_tried_ten_times(file: Path, busy: int, is_written: bool) -> None:
    tries = []

    def edit(before: bytes) -> bytes:
        tries.append(before)
        if len(tries) <= busy:
            file.write_bytes(before + b"#")
        return b"mine"

    if is_written:
        assert atomic.revise(file, file.read_bytes, edit)
    else:
        with pytest.raises(atomic.BusyError):
            atomic.revise(file, file.read_bytes, edit)

    assert (file.read_bytes() == b"mine") is is_written
    assert len(tries) == 10


@posix
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/b/file", False),
        ("file", False),
        ("link", False),
        ("to-folder/file", True),
        ("a/to-folder/b/file", True),
        ("a/../file", True),
        ("../outside", True),
        ("/etc/passwd", True),
    ],
)
def test_a_path_behind_a_link_is_known(tmp_path: Path, path: str, expected: bool) -> None:
    root = tmp_path / "to" / "root"
    (root / "a" / "b").mkdir(parents=True)
    for link in (root / "to-folder", root / "a" / "to-folder", root / "link"):
        link.symlink_to(tmp_path)

    assert atomic.behind_link(root / path, root) is expected


def test_what_is_written_aside_is_named_as_what_is_not_to_be_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that is killed may leave it."""
    aside: set[str] = set()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: aside.update(names(file.parent)))

    atomic.overwrite(file, b"new")

    (name,) = aside - {"claim.yaml"}
    assert name.startswith(".claim.yaml.")
    assert name.endswith(".tmp")


@pytest.mark.parametrize("reason", [errno.EPERM, errno.ENOTSUP])
def test_a_file_is_made_where_the_disk_knows_no_links(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    """As FAT does, a stick's or a camera's."""

    def no_links(*_paths: object) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(os, "link", no_links)
    atomic.create(tmp_path / "new.yaml", b"claim: New.\n")
    with pytest.raises(atomic.ExistsError):
        atomic.create(file, b"claim: Other.\n")

    assert (tmp_path / "new.yaml").read_bytes() == b"claim: New.\n"
    assert file.read_bytes() == b"claim: So it is.\n"
    assert names(tmp_path) == ["claim.yaml", "new.yaml"]
