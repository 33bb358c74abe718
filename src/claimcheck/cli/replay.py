"""Say again what a command said, when nothing that it read has changed since.

An unchanged check is the one that people run most: at every commit and every save. It needs no
parser, no rule and no command line library, only the bytes of the project's files, so nothing
else is imported on the way.
"""

from __future__ import annotations

import hashlib
import os
import time

from claimcheck.system import cache, recording, terminal

TYPE_CHECKING = False

COMMANDS = frozenset({"check", "find", "list", "show"})
NO_CACHE = "--no-cache"
_RESULTS, _TRACES = "results", "traces"


def question(arguments: list[str]) -> str:
    """Return what a command line asks here and today, as a key; nothing if it is not kept."""
    if NO_CACHE in arguments or not COMMANDS & set(arguments):
        return ""
    try:
        parts = (
            cache.build(),
            os.getcwd(),  # noqa: PTH109 - pathlib costs as much as a whole unchanged check
            time.strftime("%Y-%m-%d"),
            str(terminal.width()),
            str(terminal.color()),
            os.environ.get("TERM", ""),
            *arguments,
        )
    except OSError:
        return ""
    return cache.hashed(*parts)


def recall(key: str) -> tuple[int, str] | recording.Asked | None:
    """Return the exit status and the text of a command line that would say the same as before.

    Where something has changed, return what the project's folders answer today instead; nothing
    where the command line is new.
    """
    stored = cache.get(_RESULTS, key) if key else None
    if stored is None:
        return None
    head, _, text = stored.partition(b"\n")
    try:
        status, _, name = head.decode().partition(" ")
        read = cache.get(_TRACES, name)
        if read is None:
            return None
        asked = recording.ask(read.decode("utf-8", "surrogateescape"))
        return (int(status), text.decode("utf-8", "surrogatepass")) if asked.same else asked
    except ValueError:
        # Sealed, but not written by this claimcheck.
        return None


def keep(key: str, read: recording.Trace, status: int, text: str) -> None:
    """Keep what a command line said, with all that it read."""
    lines = read.text()
    if lines is None or not key:
        return
    data = lines.encode("utf-8", "surrogateescape")
    name = hashlib.sha256(data).hexdigest()
    cache.put(_TRACES, name, data)
    said = f"{status} {name}\n".encode() + text.encode("utf-8", "surrogatepass")
    cache.put(_RESULTS, key, said)
    cache.prune()
