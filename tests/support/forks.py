"""Servers for tests as forks of one process that has imported what they need.

As a script it is such a process, or the short program that stands for a fork: it hands over its
streams, and ends with the fork's status.

    python -P tests/support/forks.py --serve SOCKET MODULE...
    python -I -S tests/support/forks.py SOCKET ARGUMENT...
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys

_MESSAGE = 1 << 16  # bytes


def serve(place: str, modules: list[str]) -> None:
    """Import modules, say so in a line, and make a fork for each connection, until killed."""
    from importlib import import_module

    from claimcheck.__main__ import main

    for module in modules:
        import_module(module)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()
        print("ready", flush=True)  # noqa: T201 - what the starter waits for
        while True:
            connection, _address = server.accept()
            if os.fork() == 0:
                server.close()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                _answer(connection, main)
            connection.close()


def _answer(connection: socket.socket, main: object) -> None:
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
    os._exit(main(request["arguments"]))  # type: ignore[operator]


def _stand_for_a_fork(place: str, arguments: list[str]) -> int:
    request = {
        "folder": os.getcwd(),  # noqa: PTH109 - without another module
        "environment": dict(os.environ),
        "arguments": arguments,
    }
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(place)
        socket.send_fds(connection, [json.dumps(request).encode()], [0, 1, 2])
        for stream in (0, 1, 2):
            os.close(stream)  # they are the fork's alone
        return int(connection.recv(_MESSAGE) or 1)


if __name__ == "__main__":
    if sys.argv[1] == "--serve":
        serve(sys.argv[2], sys.argv[3:])
    os._exit(_stand_for_a_fork(sys.argv[1], sys.argv[2:]) % 256)
