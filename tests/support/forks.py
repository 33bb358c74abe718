"""Commands and servers for tests as forks of one process that has imported what they need.

As a script it is that process. Each fork is made for a `stand_in.py`, which somebody starts.

    python -P tests/support/forks.py SOCKET
"""

from __future__ import annotations

import contextlib
import gc
import json
import marshal
import os
import selectors
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from support import stand_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Main = Callable[[list[str]], int]

MAIN = "claimcheck.__main__:main"
# What a check and an edit import; of what ends in a star, all that is in it.
_IMPORTED = (
    "claimcheck.cli.check",
    "claimcheck.cli.commands.*",
    "claimcheck.cli.editing",
    "claimcheck.editing.operations.*",
    "claimcheck.formats.terminal_parts",
    "claimcheck.gate.change",
    "claimcheck.gate.check",
    "claimcheck.rules.*",
)
# Much is imported and compiled only when something is checked that needs it.
_CASES = Path(__file__).parents[1] / "cases"
_REHEARSED = tuple(
    ("-C", str(_CASES / case), command, "--no-cache")
    for case in ("quote-altered", "article-quote-altered", "value-differs")
    for command in ("check", "status")
)
# Of two tests, and takes as long to import as all of that: imported when the first of them asks.
_IMPORTED_LATE = {"mcp": "claimcheck.cli.servers.mcp.server"}
# What an editor says that opens a project and goes.
_CONVERSATION: tuple[dict[str, object], ...] = (
    {
        "id": 1,
        "method": "initialize",
        "params": {
            "processId": None,
            "rootUri": (_CASES / "quote-altered").as_uri(),
            "capabilities": {"window": {"workDoneProgress": True}},
        },
    },
    {"method": "initialized", "params": {}},
    {"id": 2, "method": "shutdown"},
    {"method": "exit"},
)
# A run of tests has one such process, which the first of its workers starts that needs it.
_RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or str(os.getpid())
SHARED = str(Path(tempfile.gettempdir()) / f"claimcheck-forks-{_RUN}")
# What one sends to it who needs it to live on.
_LEASE = b"lease"


def stand_in_at(place: str, function: str = MAIN) -> list[str]:
    """Return what stands before arguments so that a fork is given them.

    Args:
        place: where the socket of the process that the forks are made of lies.
        function: what a fork calls with the arguments, as `module:name`.
    """
    return [sys.executable, "-I", "-S", stand_in.__file__, place, function]


@contextmanager
def shared() -> Iterator[None]:
    """Let the process at `SHARED` be there."""
    import fcntl  # not on Windows

    process = None
    with Path(__file__).open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lease = _lease()
        if lease is None:
            process = _started(SHARED)
            lease = _lease()
    assert lease is not None
    with lease:
        yield
    if process is not None:
        with process:  # it ends when no other worker needs it, either
            pass


def _lease() -> socket.socket | None:
    """Return what keeps the process at `SHARED` there until closed; None without a process."""
    lease = socket.socket(socket.AF_UNIX)
    with contextlib.suppress(OSError):
        lease.connect(SHARED)
        lease.sendall(_LEASE)
        if lease.recv(1):  # nothing comes from a process that is about to end
            return lease
    lease.close()
    return None


def _started(place: str) -> subprocess.Popen[bytes]:
    paths = os.pathsep.join([str(Path(__file__).parents[1]), *filter(None, sys.path)])
    process = subprocess.Popen(
        [sys.executable, "-P", __file__, place],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def serve(place: str) -> None:
    """Prepare, say so in a line, and make a fork for each stand-in, until nobody needs them.

    Args:
        place: of the socket.
    """
    for each in _IMPORTED:
        package = import_module(each.removesuffix(".*"))
        for inner in iter_modules(package.__path__) if each.endswith(".*") else ():
            import_module(f"{package.__name__}.{inner.name}")
    _rehearse_commands()
    if find_spec("pygls") is not None:
        _rehearse_conversation()
    # Forks share the pages of what nobody looks at again.
    gc.collect()
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as server, selectors.DefaultSelector() as selector:
        server.bind(place)
        server.listen()
        selector.register(server, selectors.EVENT_READ)
        print("ready", flush=True)  # noqa: T201 - what the starter waits for
        leases = -1
        while leases:
            for key, _events in selector.select():
                if key.fileobj is server:
                    connection, _address = server.accept()
                    child = _fork(connection)
                    if child is None:
                        connection.sendall(b"+")
                        selector.register(connection, selectors.EVENT_READ)
                        leases = max(leases, 0) + 1
                    else:
                        ending = os.pidfd_open(child)
                        selector.register(ending, selectors.EVENT_READ, (child, connection))
                elif key.data is None:
                    selector.unregister(key.fileobj)
                    key.fileobj.close()  # type: ignore[union-attr]
                    leases -= 1
                else:
                    selector.unregister(key.fileobj)
                    os.close(key.fd)
                    child, connection = key.data
                    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
                    with contextlib.suppress(OSError), connection:  # nobody may wait any more
                        connection.sendall(str(status).encode())
        # Whoever comes from here on finds nothing, and starts another.
        Path(place).unlink()


def _rehearse_commands() -> None:
    """Run commands that write nothing, so that no fork has to import or compile what they need."""
    from claimcheck.__main__ import main

    with open(os.devnull, "w", encoding="utf-8") as nothing, contextlib.redirect_stdout(nothing):  # noqa: PTH123 - no file
        for arguments in _REHEARSED:
            status = main(list(arguments))
            assert status in {0, 1}, arguments


def _rehearse_conversation() -> None:
    """Be a language server for a moment."""
    from claimcheck.__main__ import main

    streams = os.dup(0), os.dup(1)
    with tempfile.TemporaryFile() as asking, tempfile.TemporaryFile() as answers:
        for message in _CONVERSATION:
            data = json.dumps({"jsonrpc": "2.0", **message}).encode()
            asking.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        asking.seek(0)
        os.dup2(asking.fileno(), 0)
        os.dup2(answers.fileno(), 1)
        with contextlib.suppress(SystemExit):
            main(["--no-cache", "lsp"])
        answers.seek(0)
        assert b'"id": 2' in answers.read()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)


def _fork(connection: socket.socket) -> int | None:
    """Make the fork that a stand-in asks for, and return its id; none where a lease is begun."""
    data, streams, _flags, _sender = socket.recv_fds(connection, stand_in.MESSAGE, 3)
    if data == _LEASE:
        return None
    request = marshal.loads(data)  # noqa: S302 - of our own stand-in
    for word in request["arguments"]:
        if word in _IMPORTED_LATE:
            import_module(_IMPORTED_LATE[word])
    if child := os.fork():
        for stream in streams:
            os.close(stream)
        return child
    connection.close()
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    # What those that were here before believe of their files, such as where they are, is past.
    sys.stdin = os.fdopen(0, encoding="utf-8")
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
    for name, bounds in request["bounds"].items():
        _bound(name, *bounds)
    module, _, name = request["function"].partition(":")
    main: Main = getattr(import_module(module), name)
    os._exit(main(request["arguments"]))


def _bound(name: str, soft: int, hard: int) -> None:
    import resource

    resource.setrlimit(getattr(resource, name), (soft, hard))


if __name__ == "__main__":
    serve(sys.argv[1])
