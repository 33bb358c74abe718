"""Commands and servers for tests as forks of one process that has imported what they need.

As a script it is such a process, or the short program that stands for a fork: it hands over its
streams, its environment and its bounds, and ends with the fork's status.

    python -P tests/support/forks.py --serve SOCKET FUNCTION MODULE...
    python -I -S tests/support/forks.py SOCKET ARGUMENT...
"""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
_MESSAGE = 1 << 16  # bytes
_BOUNDS = ("RLIMIT_AS", "RLIMIT_CORE", "RLIMIT_CPU", "RLIMIT_FSIZE")


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
    import subprocess  # what stands for a fork is to begin quickly

    paths = os.pathsep.join([os.path.dirname(os.path.dirname(__file__)), *filter(None, sys.path)])  # noqa: PTH120 - likewise
    with subprocess.Popen(
        [*before, sys.executable, "-P", __file__, "--serve", place, function, *modules],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield [sys.executable, "-I", "-S", __file__, place]
        process.kill()
    os.unlink(place)  # noqa: PTH108 - without another module


def serve(place: str, function: str, modules: list[str]) -> None:
    """Import modules, say so in a line, and make a fork for each connection, until killed.

    Args:
        place: of the socket.
        function: what a fork calls, as `module:name`.
        modules: what is imported.
    """
    from importlib import import_module
    from pkgutil import iter_modules

    module, _, name = function.partition(":")
    main: Main = getattr(import_module(module), name)
    for each in modules:
        package = import_module(each.removesuffix(".*"))
        for inner in iter_modules(package.__path__) if each.endswith(".*") else ():
            import_module(f"{package.__name__}.{inner.name}")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()
        print("ready", flush=True)  # noqa: T201 - what the starter waits for
        while True:
            connection, _address = server.accept()
            if os.fork() == 0:
                server.close()
                _answer(connection, main)
            connection.close()
            while _has_ended():
                pass


def _has_ended() -> bool:
    """Whether a fork has ended that nobody has waited for; it is gone then."""
    try:
        return os.waitpid(-1, os.WNOHANG)[0] > 0
    except ChildProcessError:
        return False


def _answer(connection: socket.socket, main: Main) -> None:
    data, streams, _flags, _sender = socket.recv_fds(connection, _MESSAGE, 3)
    child = os.fork()
    if child:
        for stream in (*streams, 0, 1):
            os.close(stream)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        connection.sendall(str(status).encode())
        os._exit(0)
    connection.close()
    request = json.loads(data)
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


def _bounds() -> dict[str, tuple[int, int]]:
    """The bounds on this process that bound its forks, too."""
    try:
        import resource  # not on Windows
    except ImportError:
        return {}
    return {name: resource.getrlimit(getattr(resource, name)) for name in _BOUNDS}


def _bound(name: str, soft: int, hard: int) -> None:
    import resource

    resource.setrlimit(getattr(resource, name), (soft, hard))


def _stand_for_a_fork(place: str, arguments: list[str]) -> int:
    request = {
        "folder": os.getcwd(),  # noqa: PTH109 - without another module
        "environment": dict(os.environ),
        "arguments": arguments,
        "bounds": _bounds(),
    }
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(place)
        socket.send_fds(connection, [json.dumps(request).encode()], [0, 1, 2])
        for stream in (0, 1, 2):
            os.close(stream)  # they are the fork's alone
        return int(connection.recv(_MESSAGE) or 1)


if __name__ == "__main__":
    if sys.argv[1] == "--serve":
        serve(sys.argv[2], sys.argv[3], sys.argv[4:])
    os._exit(_stand_for_a_fork(sys.argv[1], sys.argv[2:]) % 256)
