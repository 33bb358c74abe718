"""Prints again what a command printed, when nothing that it read has changed since.

An unchanged check is the one that people run most: at every commit and every save. It needs no
parser, no rule and no command line library, only the bytes of the project's files, so nothing
else is imported on the way.
"""

from __future__ import annotations

import hashlib
import os
import time

from claimcheck.system import cache, recording, terminal
from claimcheck.system.plain_files import max_gib

COMMANDS = frozenset({"article", "check", "find", "list", "show"})
# These are never printed again, but go on from what was kept of the last check or of each commit.
_CACHED = COMMANDS | {"link", "log", "lsp", "mcp", "new", "report", "serve", "set", "watch"}
NO_CACHE = "--no-cache"
HELP = frozenset({"-h", "--help"})
_RESULTS, _RECORDINGS = "results", "recordings"


def command_key(arguments: list[str]) -> str:
    """Return a key for a command line, where and when it is run; "" if nothing is kept of it."""
    if NO_CACHE in arguments or not (_CACHED | HELP) & set(arguments):
        return ""
    try:
        return cache.hashed(
            cache.build(),
            os.getcwd(),
            time.strftime("%Y-%m-%d"),
            str(terminal.width()),
            str(terminal.color()),
            str(terminal.links()),
            os.environ.get("TERM", ""),
            str(max_gib()),
            *arguments,
        )
    except OSError:
        return ""


def replay(key: str) -> tuple[int, str] | recording.Answers | None:
    """Return the exit status and the text of a command line that would print the same again.

    Where something has changed, return what the project's folders answer today instead; None where
    the command line is new.
    """
    stored = cache.get(_RESULTS, key) if key else None
    if stored is None:
        return None
    head, _, text = stored.partition(b"\n")
    try:
        status, _, name = head.decode().partition(" ")
        questions = cache.get(_RECORDINGS, name)
        if questions is None:
            return None
        answers = recording.ask(questions.decode("utf-8", "surrogateescape"))
        return (
            (int(status), text.decode("utf-8", "surrogatepass")) if answers.unchanged else answers
        )
    except ValueError:
        # Sealed, but not written by this claimcheck.
        return None


def keep(key: str, read: recording.Recording, status: int, text: str) -> None:
    """Keep what a command line printed.

    Args:
        key: of the command line.
        read: all that it read.
        status: its exit status.
        text: what it printed on standard output.
    """
    questions = read.text()
    if questions is None or not key:
        return
    data = questions.encode("utf-8", "surrogateescape")
    name = hashlib.sha256(data).hexdigest()
    cache.put(_RECORDINGS, name, data)
    cache.put(_RESULTS, key, f"{status} {name}\n".encode() + text.encode("utf-8", "surrogatepass"))
    # To look at every entry for each that is added would be slow where there are many.
    if name.startswith("0"):
        cache.prune()
