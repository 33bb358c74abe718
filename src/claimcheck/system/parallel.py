"""Long work in two processes, where that pays and the system can do it."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck.system.recording import RecordingTree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.system.tree import Tree

# What a pipe may hold for whoever runs the program.
_PIPE_BYTES = 1 << 20

Item = TypeVar("Item")
Result = TypeVar("Result")
Here = TypeVar("Here")
There = TypeVar("There")


def parallel_map(
    work: Callable[[Item], Result], items: Sequence[Item], worth_it: int
) -> list[Result]:
    """Do the same work on every item, in order, on a second processor too where that pays.

    The results are the same wherever the work is done.

    Args:
        work: what is done to an item.
        items: the items.
        worth_it: from how many items on a second process saves more time than it costs.
    """
    if len(items) < worth_it:
        return [work(item) for item in items]
    # Results cost time on their way back, so that the other half is the smaller one.
    middle = len(items) * 11 // 20
    first, second = both(
        lambda: [work(item) for item in items[:middle]],
        lambda: [work(item) for item in items[middle:]],
    )
    return first + second


def both(here: Callable[[], Here], there: Callable[[], There]) -> tuple[Here, There]:
    """Do two pieces of work at a time, the second on another processor; return both results.

    The second process is a fork, which begins with everything that this one knows and ends with
    its result, the only thing that comes back. Where there is no fork, or something goes wrong
    there, this process does it all.
    """
    if not _can_fork():
        return here(), there()
    reading, writing = _wide_pipe()
    child = os.fork()
    if not child:
        _give(there, writing)
    os.close(writing)
    try:
        own = here()
        others = _result_of_child(reading)
    finally:
        os.close(reading)
        _ended(child)
    return own, others[0] if others else there()


def _wide_pipe() -> tuple[int, int]:
    """A pipe that holds much, so that neither end waits for the other one time and again."""
    import fcntl  # only where there is a child

    reading, writing = os.pipe()
    with contextlib.suppress(OSError):  # a user may hold only so much in pipes
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return reading, writing


def both_reading(
    tree: Tree, here: Callable[[], Here], there: Callable[[], There]
) -> tuple[Here, There]:
    """Do as `both` does two pieces of work that read a folder; what either reads is recorded.

    Args:
        tree: what both read, where `can_be_read_twice` says so.
        here: the work for this process.
        there: the work for the other one.
    """
    if not isinstance(tree, RecordingTree):
        return both(here, there)
    mark = tree.mark()
    own, (others, recorded) = both(here, lambda: (there(), tree.since(mark)))
    tree.add(recorded)
    return own, others


def can_be_read_twice(tree: Tree) -> bool:
    """Whether two processes can read a tree at once: a folder, where a commit has one git."""
    return isinstance(tree, RecordingTree)


def _can_fork() -> bool:
    if sys.platform != "linux":
        return False  # macOS forks too, but its libraries do not bear it
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    return alone and len(os.sched_getaffinity(0)) > 1


def _give(work: Callable[[], object], writing: int) -> None:
    """Work in the child, write the result, and end without any of the parent's cleaning up."""
    import pickle  # from this program to itself, through a pipe that nobody else holds

    status = 1
    try:
        result = work()
        with os.fdopen(writing, "wb") as file:
            pickle.dump(result, file, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _result_of_child(reading: int) -> list[Any]:
    """Return the child's result in a list; an empty one where something happened to the child."""
    import pickle  # only where there is a child

    with os.fdopen(reading, "rb", closefd=False) as file:
        data = file.read()
    try:
        return [pickle.loads(data)]  # noqa: S301 - from this program to itself
    except Exception:  # noqa: BLE001 - whatever happened to the child, this process can do the work
        return []


def _ended(child: int) -> None:
    """Wait for the child, which an interruption may have left at work."""
    import signal  # only where there is a child

    try:
        if os.waitpid(child, os.WNOHANG)[0] == 0:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    except OSError:
        return
