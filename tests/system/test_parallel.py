"""Work in two processes comes to what it comes to in one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from claimcheck.system import parallel
from claimcheck.system.folder import Folder
from claimcheck.system.recording import Recording, RecordingTree

if TYPE_CHECKING:
    from collections.abc import Callable

CAN_FORK = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
forks = pytest.mark.skipif(not CAN_FORK, reason="all is done in one process here")


def number(item: int) -> tuple[int, int]:
    return item * item, os.getpid()


def alone(program: str) -> list[list[object]]:
    """What a program prints, as JSON, in a process of its own.

    Threads that other tests have left would keep this one from forking.
    """
    start = "import json, os, threading\nfrom claimcheck.system import parallel\n"
    command = [sys.executable, "-c", start + dedent(program)]
    printed = subprocess.run(command, capture_output=True, check=True).stdout
    lists: list[list[object]] = json.loads(printed)
    return lists


@forks
def test_a_second_process_takes_the_smaller_half_and_the_order_stays() -> None:
    results = alone(
        """
        def number(item):
            return item * item, os.getpid() == own

        own = os.getpid()
        print(json.dumps(parallel.parallel_map(number, range(20), 20)))
        """
    )

    assert results == [[item * item, item < 11] for item in range(20)]


@forks
def test_nothing_is_left_open() -> None:
    before = sorted(os.listdir("/proc/self/fd"))  # noqa: PTH208 - names are enough

    parallel.both(os.getpid, os.getpid)

    assert sorted(os.listdir("/proc/self/fd")) == before  # noqa: PTH208 - names are enough


def test_little_work_is_done_in_this_process() -> None:
    assert parallel.parallel_map(number, range(19), 20) == [number(item) for item in range(19)]


@forks
def test_no_process_is_made_where_threads_run() -> None:
    """A fork has one thread: what the others hold would be held for ever."""
    with_thread, without = alone(
        """
        done = threading.Event()
        thread = threading.Thread(target=done.wait)
        thread.start()
        try:
            with_thread = parallel.both(os.getpid, os.getpid)
        finally:
            done.set()
            thread.join()
        own = os.getpid()
        processes = with_thread, parallel.both(os.getpid, os.getpid)
        print(json.dumps([[process == own for process in both] for both in processes]))
        """
    )

    assert with_thread == [True, True]
    assert without == [True, False]


@forks
def test_no_process_is_made_where_there_is_one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0})

    assert parallel.both(os.getpid, os.getpid) == (os.getpid(), os.getpid())


def fails() -> int:
    raise RuntimeError


@forks
@pytest.mark.parametrize(
    "trouble", [lambda: os._exit(0), lambda: os.kill(os.getpid(), 9), fails, threading.Lock]
)
def test_whatever_happens_to_the_second_process_this_one_does_the_work(
    trouble: Callable[[], object],
) -> None:
    own = os.getpid()

    def there() -> object:
        return trouble() if os.getpid() != own else "done here"

    assert parallel.both(lambda: 1, there) == (1, "done here")


@forks
def test_an_error_here_ends_the_second_process() -> None:
    def there() -> None:
        threading.Event().wait()

    # Other tests may have left processes that go on, such as a tracker of shared memory.
    before = children()
    with pytest.raises(RuntimeError):
        parallel.both(fails, there)

    assert children() == before


def children() -> list[str]:
    """The processes that this thread has started, also those that ended and were not waited for."""
    return Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text("utf-8").split()


def test_what_either_reads_is_recorded(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    recording = Recording()
    tree = RecordingTree(Folder(tmp_path), tmp_path, recording)

    both = parallel.both_reading(tree, lambda: tree.read("a").data, lambda: tree.read("b").data)

    assert both == (b"a", b"b")
    assert list(recording.answers_of(str(tmp_path))) == ["file\ta", "file\tb"]
    assert recording.consistent


def test_what_changes_between_the_two_is_no_answer(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    recording = Recording()
    tree = RecordingTree(Folder(tmp_path), tmp_path, recording)

    def there() -> bytes:
        (tmp_path / "a").write_text("new")
        return tree.read("a").data

    tree.read("a")
    parallel.both_reading(tree, lambda: None, there)

    assert not recording.consistent


def test_only_a_folder_that_is_recorded_can_be_read_twice(tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    assert not parallel.can_be_read_twice(folder)
    assert parallel.can_be_read_twice(RecordingTree(folder, tmp_path, Recording()))
    assert parallel.both_reading(folder, lambda: 1, lambda: 2) == (1, 2)
