"""Commands and servers for tests as forks of one process that has imported what they need.

As a script it is that process. Each fork is made for a `stand_in.py`, which somebody starts.

    python -P tests/support/forks.py SOCKET FUNCTION MODULE...
"""

from __future__ import annotations

import contextlib
import gc
import marshal
import os
import selectors
import socket
import subprocess
import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from support import stand_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Main = Callable[[list[str]], int]

MAIN = "claimcheck.__main__:main"
# What a check and an edit import; of what ends in a star, all that is in it.
OF_COMMANDS = (
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


def stand_in_at(place: str) -> list[str]:
    """Return what stands before arguments so that a fork is given them.

    Args:
        place: where the socket of the process that the forks are made of lies.
    """
    return [sys.executable, "-I", "-S", stand_in.__file__, place]


@contextmanager
def forking(
    place: str,
    modules: Sequence[str] = OF_COMMANDS,
    *,
    function: str = MAIN,
    before: Sequence[str] = (),
) -> Iterator[list[str]]:
    """Yield what stands before arguments so that a fork is given them.

    Args:
        place: where the socket of the process that the forks are made of lies.
        modules: what that has imported.
        function: what a fork calls with the arguments, as `module:name`.
        before: what stands before its own command line.
    """
    paths = os.pathsep.join([str(Path(__file__).parents[1]), *filter(None, sys.path)])
    with subprocess.Popen(
        [*before, sys.executable, "-P", __file__, place, function, *modules],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield stand_in_at(place)
        process.kill()
    Path(place).unlink()


def serve(place: str, function: str, modules: list[str]) -> None:
    """Import modules, say so in a line, and make a fork for each connection, until killed.

    Args:
        place: of the socket.
        function: what a fork calls, as `module:name`.
        modules: what is imported.
    """
    module, _, name = function.partition(":")
    main: Main = getattr(import_module(module), name)
    for each in modules:
        package = import_module(each.removesuffix(".*"))
        for inner in iter_modules(package.__path__) if each.endswith(".*") else ():
            import_module(f"{package.__name__}.{inner.name}")
    _rehearse()
    # Forks share the pages of what nobody looks at again.
    gc.collect()
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as server, selectors.DefaultSelector() as selector:
        server.bind(place)
        server.listen()
        selector.register(server, selectors.EVENT_READ)
        print("ready", flush=True)  # noqa: T201 - what the starter waits for
        while True:
            for key, _events in selector.select():
                if key.fileobj is server:
                    connection, _address = server.accept()
                    child = _fork(connection, main)
                    ending = os.pidfd_open(child)
                    selector.register(ending, selectors.EVENT_READ, (child, connection))
                else:
                    selector.unregister(key.fileobj)
                    os.close(key.fd)
                    child, connection = key.data
                    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
                    with contextlib.suppress(OSError), connection:  # nobody may wait any more
                        connection.sendall(str(status).encode())


def _rehearse() -> None:
    """Run commands that write nothing, so that no fork has to import or compile what they need."""
    from claimcheck.__main__ import main

    with open(os.devnull, "w", encoding="utf-8") as nothing, contextlib.redirect_stdout(nothing):  # noqa: PTH123 - no file
        for arguments in _REHEARSED:
            status = main(list(arguments))
            assert status in {0, 1}, arguments


def _fork(connection: socket.socket, main: Main) -> int:
    """Make the fork that a stand-in asks for, and return its id."""
    data, streams, _flags, _sender = socket.recv_fds(connection, stand_in.MESSAGE, 3)
    if child := os.fork():
        for stream in streams:
            os.close(stream)
        return child
    connection.close()
    request = marshal.loads(data)  # noqa: S302 - of our own stand-in
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
    os._exit(main(request["arguments"]))


def _bound(name: str, soft: int, hard: int) -> None:
    import resource

    resource.setrlimit(getattr(resource, name), (soft, hard))


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2], sys.argv[3:])
