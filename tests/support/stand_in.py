"""The short program that stands for a fork of `forks.py`, and ends with the fork's status.

    python -I -S tests/support/stand_in.py SOCKET FUNCTION ARGUMENT...

It hands over its streams, its environment and its bounds. Tests start it hundreds of times, so it
imports only what takes no time: `socket` and `json` take longer than all that it does.
"""

import _socket
import array
import marshal
import os
import sys

MESSAGE = 1 << 16  # bytes
_BOUNDS = ("RLIMIT_AS", "RLIMIT_CORE", "RLIMIT_CPU", "RLIMIT_FSIZE")


def _bounds() -> dict[str, tuple[int, int]]:
    """The bounds on this process that bound its forks, too."""
    try:
        import resource  # not on Windows
    except ImportError:
        return {}
    return {name: resource.getrlimit(getattr(resource, name)) for name in _BOUNDS}


def _stand_for_a_fork(place: str, function: str, arguments: list[str]) -> int:
    request = {
        "folder": os.getcwd(),  # noqa: PTH109 - without another module
        "environment": dict(os.environ),
        "function": function,
        "arguments": arguments,
        "bounds": _bounds(),
    }
    connection = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    connection.connect(place)
    streams = array.array("i", [0, 1, 2])
    rights = [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, streams)]
    connection.sendmsg([marshal.dumps(request)], rights)
    for stream in (0, 1, 2):
        os.close(stream)  # they are the fork's alone
    return int(connection.recv(MESSAGE) or 1)


if __name__ == "__main__":
    os._exit(_stand_for_a_fork(sys.argv[1], sys.argv[2], sys.argv[3:]) % 256)
