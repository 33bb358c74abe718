"""What changes beside the editor: files that another program writes, and the day."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import logging
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from lsprotocol import types
from pygls.uris import from_fs_path

from claimcheck.cli import session
from claimcheck.cli.watched_files import WatchedFiles, watched_files
from claimcheck.dossier.config import OWN_FILE, SHARED_FILE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    import watchfiles
    from pygls.lsp.server import LanguageServer

    from claimcheck.cli.servers.lsp.snapshot import Snapshot

_LOG: Final = logging.getLogger(__name__)
_MINUTE: Final = 60  # seconds
_TURN: Final = 500  # milliseconds after which the watcher looks whether it is to end
_METHOD: Final = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
# What is waited for while no project can be read.
_SETTINGS: Final = WatchedFiles(frozenset(), frozenset({OWN_FILE, SHARED_FILE}))


class ProjectWatch:
    """Lets a server check its project again when a file of it changes, and when a day has passed.

    The client watches the files where it can; where it cannot, this process does if the library
    watchfiles is installed.

    Args:
        server: speaks to the client.
        refresh: lets the project be checked again; called in the thread that answers.
    """

    def __init__(self, server: LanguageServer, refresh: Callable[[], None]) -> None:
        self._server = server
        self._refresh = refresh
        self._day: dt.date | None = None
        self._root: Path | None = None
        self._watched = _SETTINGS
        self._registration = ""
        self._end = Event()
        self._clock: asyncio.Task[None] | None = None

    def follow(self, snapshot: Snapshot | None) -> None:
        """Watch a project.

        Args:
            snapshot: the project as it was judged; None where none can be read.
        """
        self._day = snapshot.report.assessment.today if snapshot else None
        if self._clock is None:
            self._clock = asyncio.create_task(self._renew_every_day())
        if snapshot is None:
            root, watched = Path(self._server.workspace.root_path or ".").resolve(), _SETTINGS
        else:
            root, watched = snapshot.project.root, watched_files(snapshot.project)
        if (root, watched) == (self._root, self._watched):
            return
        has_other_root = root != self._root
        self._root, self._watched = root, watched
        if self._client_watches():
            self._register(root)
        elif has_other_root and importlib.util.find_spec("watchfiles") is not None:
            self._watch(root)

    def renew_if_past(self) -> None:
        """Let the project be checked again where it was judged as of a day that is over."""
        if self._day is not None and self._day != session.present_day():
            self._refresh()

    async def _renew_every_day(self) -> None:
        # A machine that slept is on time again within a minute.
        while True:
            await asyncio.sleep(_MINUTE)
            self.renew_if_past()

    def _capability(self) -> types.DidChangeWatchedFilesClientCapabilities:
        workspace = self._server.client_capabilities.workspace
        capability = workspace.did_change_watched_files if workspace else None
        return capability or types.DidChangeWatchedFilesClientCapabilities()

    def _client_watches(self) -> bool:
        return bool(self._capability().dynamic_registration)

    def _register(self, root: Path) -> None:
        server = self._server
        if self._registration:
            unregistration = types.Unregistration(self._registration, _METHOD)
            server.client_unregister_capability(types.UnregistrationParams([unregistration]))
        self._registration = uuid4().hex
        watchers = [types.FileSystemWatcher(pattern) for pattern in self._patterns(root)]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration(self._registration, _METHOD, options)
        server.client_register_capability(types.RegistrationParams([registration]))

    def _patterns(self, root: Path) -> list[str | types.RelativePattern]:
        watched = self._watched
        names = [*(f"{name}/**" for name in sorted(watched.folders)), *sorted(watched.files)]
        if self._capability().relative_pattern_support:
            base = from_fs_path(str(root)) or ""
            return [types.RelativePattern(base, name) for name in names]
        return [f"**/{name}" for name in names]

    def _watch(self, root: Path) -> None:
        self._end.set()
        self._end = Event()
        loop = asyncio.get_running_loop()
        Thread(target=self._report, args=(root, self._end, loop), daemon=True).start()

    def _report(self, root: Path, end: Event, loop: asyncio.AbstractEventLoop) -> None:
        import watchfiles  # an extra

        def concerns(_change: watchfiles.Change, path: str) -> bool:
            return self._watched.concern(Path(path).relative_to(root).as_posix())

        # The editor may have gone meanwhile, and with it the loop.
        with contextlib.suppress(RuntimeError):
            try:
                for _changes in watchfiles.watch(
                    root, watch_filter=concerns, stop_event=end, rust_timeout=_TURN
                ):
                    loop.call_soon_threadsafe(self._refresh)
            except OSError:
                _LOG.exception("files cannot be watched")
