"""Checks of the whole project, in a thread beside the one that answers the editor."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass, replace
from threading import Thread
from typing import TYPE_CHECKING, Final

from claimcheck.cli.servers.lsp.snapshot import Snapshot, open_project, take_snapshot
from claimcheck.model.errors import ClaimcheckError
from claimcheck.text.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a project came to.

    Attributes:
        snapshot: the project; None where it cannot be read.
        trouble: why not.
        is_last: whether no check is to follow.
    """

    snapshot: Snapshot | None
    trouble: str = ""
    is_last: bool = False


class BackgroundChecks:
    """Reads and checks a project, one check at a time.

    What was asked for while a check ran is done by one more check after it. What the first came to
    is out of date by then and is not delivered; the next one goes on from it, since it holds for
    every file that has not changed. So a check that is out of date is not broken off either.

    All but the reading itself happens in the thread that answers the editor.

    Args:
        cached: whether the first check may go on from what is in the cache, and be kept there.
        deliver: takes each reading.
    """

    def __init__(self, *, cached: bool, deliver: Callable[[Reading], None]) -> None:
        self._cached = cached
        self._deliver = deliver
        self._is_running = False
        self._is_out_of_date = False
        self._latest: Snapshot | None = None

    def ask(self, root: Path) -> bool:
        """Let the project be checked as it is now, or as it is when the check before has ended.

        Args:
            root: the project's folder, or one below it.

        Returns:
            Whether no check was running.
        """
        if self._is_running:
            self._is_out_of_date = True
            return False
        self._start(root)
        return True

    def _start(self, root: Path) -> None:
        self._is_running, self._is_out_of_date = True, False
        loop = asyncio.get_running_loop()
        # An editor that goes does not wait for a check.
        Thread(target=self._check, args=(root, loop), daemon=True).start()

    def _end(self, root: Path, reading: Reading) -> None:
        self._is_running = False
        if self._is_out_of_date:
            self._start(root)
        else:
            self._deliver(reading)

    def _check(self, root: Path, loop: asyncio.AbstractEventLoop) -> None:
        # The editor may have gone meanwhile, and with it the loop.
        with contextlib.suppress(RuntimeError):
            if self._latest is None:
                loop.call_soon_threadsafe(self._deliver, _read(root, open_project))
            reading = replace(_read(root, self._take_snapshot), is_last=True)
            loop.call_soon_threadsafe(self._end, root, reading)

    def _take_snapshot(self, root: Path) -> Snapshot:
        self._latest = take_snapshot(root, self._latest, cached=self._cached)
        return self._latest


def _read(root: Path, read: Callable[[Path], Snapshot]) -> Reading:
    try:
        return Reading(read(root))
    except ClaimcheckError as error:
        return Reading(None, printable(str(error)))
    except Exception as error:  # noqa: BLE001 - the editor is told, and the log says where
        _LOG.exception("a check failed")
        return Reading(None, f"claimcheck itself failed ({type(error).__name__})")
