"""Processes that work through tasks, and are replaced where the system kills one."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Self, TypeVar

from claimcheck.model.errors import RequestError
from claimcheck.system import imports, interrupts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Result = TypeVar("Result")

# Tasks make millions of values and no cycles of them: a collection finds next to nothing.
_VALUES_PER_COLLECTION: Final = 200_000
# So often may workers die one after the other while no task ends.
_MAX_DEATHS_WITHOUT_RESULT: Final = 3


def processors() -> int:
    """Return how many processes can work at once."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Workers:
    """A pool of processes. A task that a killed process was at is given to another.

    A task is a function of its argument that writes files of its own under names of their own, so
    that doing it again does no harm.

    Args:
        processes: how many; with one, this process works itself.
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._children: set[BaseProcess] = set()
        self.deaths = 0

    def __enter__(self) -> Self:
        """Begin; processes are started when there is something to do."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End all processes; where the job was given up, whatever they are at."""
        if kind is not None:
            for child in self._children:
                child.kill()
        self._end()

    def _end(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
            self._children.clear()

    def map(
        self,
        work: Callable[[Task], Result],
        tasks: Sequence[Task],
        done: Callable[[int, int], None],
    ) -> list[Result]:
        """Do a piece of work for each task, and return the results in the order of the tasks.

        Args:
            work: what is done; a function of a module, since another process has to find it.
            tasks: its arguments.
            done: told how many tasks have ended, of how many.

        Raises:
            RequestError: workers die again and again.
        """
        results: dict[int, Result] = {}
        if self._processes == 1:
            for number, task in enumerate(tasks):
                results[number] = work(task)
                done(len(results), len(tasks))
        fruitless = 0
        while len(results) < len(tasks):
            ended = len(results)
            if self._round(work, tasks, results, done):
                continue
            self.deaths += 1
            fruitless = 0 if len(results) > ended else fruitless + 1
            if fruitless == _MAX_DEATHS_WITHOUT_RESULT:
                raise RequestError(
                    "workers are killed again and again",
                    "give the job more memory, or --processes 1",
                )
        return [results[number] for number in range(len(tasks))]

    def _round(
        self,
        work: Callable[[Task], Result],
        tasks: Sequence[Task],
        results: dict[int, Result],
        done: Callable[[int, int], None],
    ) -> bool:
        """Go through the tasks that have no result yet; return whether all workers lived."""
        if self._pool is None:
            # A fork would inherit the locks of Arrow's threads.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._processes, context, _prepare)
        futures: dict[Future[Result], int] = {}
        try:
            others = set(multiprocessing.active_children()) - self._children
            with interrupts.deferred(), _interrupts_held_back():
                for number, task in enumerate(tasks):
                    if number not in results:
                        futures[self._pool.submit(work, task)] = number
                self._children = set(multiprocessing.active_children()) - others
            for future in as_completed(futures):
                results[futures[future]] = future.result()
                done(len(results), len(tasks))
        except BrokenProcessPool:
            for future, number in futures.items():
                if future.done() and not future.cancelled() and future.exception() is None:
                    results[number] = future.result()
            self._end()
            return False
        return True


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let Ctrl-C wait, so that processes that are started meanwhile never see one.

    A terminal sends it to all of them; what the first process does about it is enough. A thread of
    Arrow's may still take it in this process.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _prepare() -> None:
    """Make a process that has just begun ready for work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    gc.set_threshold(_VALUES_PER_COLLECTION)
    # To see whether a list is a column of pandas, Arrow imports it; a small job takes no longer.
    imports.refuse("pandas")
