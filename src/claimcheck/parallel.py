"""Long work in two processes, where that pays and the system can do it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")


def mapped(work: Callable[[Item], Result], items: Sequence[Item], worth_it: int) -> list[Result]:
    """Do the same work on every item, in order; on a second processor, too, from `worth_it` items.

    The second process is a fork, which begins with everything that this one knows and ends with
    its half of the results. Where there is no fork, or something goes wrong there, this process
    does it all: the results are the same.
    """
    if len(items) < worth_it or not _can_fork():
        return [work(item) for item in items]
    # Results cost time on their way back, so that the other half is the smaller one.
    middle = len(items) * 11 // 20
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _give(work, items[middle:], writing)
    os.close(writing)
    try:
        own = [work(item) for item in items[:middle]]
        others: list[Result] | None = _taken(reading)
    finally:
        os.close(reading)
        _ended(child)
    if others is None:
        others = [work(item) for item in items[middle:]]
    return own + others


def _can_fork() -> bool:
    if sys.platform != "linux":
        return False  # macOS forks too, but its libraries do not bear it
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    return alone and len(os.sched_getaffinity(0)) > 1


def _give(work: Callable[[Item], Result], items: Sequence[Item], writing: int) -> None:
    """Work in the child, write the results, and end without any of the parent's cleaning up."""
    import pickle  # from this program to itself, through a pipe that nobody else holds

    status = 1
    try:
        results = [work(item) for item in items]
        with os.fdopen(writing, "wb") as file:
            pickle.dump(results, file, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _taken(reading: int) -> list[Result] | None:
    import pickle  # as above

    with os.fdopen(reading, "rb", closefd=False) as file:
        data = file.read()
    try:
        results: list[Result] = pickle.loads(data)  # noqa: S301 - as above
    except Exception:  # noqa: BLE001 - whatever happened to the child, this process can do the work
        return None
    return results


def _ended(child: int) -> None:
    """Wait for the child, which an interruption may have left at work."""
    import signal  # only where there is a child

    try:
        if os.waitpid(child, os.WNOHANG)[0] == 0:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    except OSError:
        return
