"""Commands that are stopped at each step of their writing, in forks of one process.

That process reads a line for each command, and writes how it ended. What it has imported, its
forks need not import again, and a fork is stopped at a step that can be named, not at a moment.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Run = Callable[[list[str], int, int], int]
    Stoppable = Callable[[Path, Path], Run]

_STEPS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@contextmanager
def stoppable_commands(program: list[str]) -> Iterator[Stoppable]:
    """Yield what takes a folder and a file, and returns what runs command lines in the folder.

    That takes the arguments, the step of the command's writing at which it is sent a signal,
    counted from 1, and the signal, and returns the status as `Popen.returncode` is. A step is a
    file or folder that is about to be made, renamed or removed in the folder; where there are not
    as many, the command ends by itself. Steps elsewhere, as in the cache, are not counted. With
    step 0 the command runs in the process that the others are forks of. The file takes what is
    written on standard error.

    Args:
        program: what goes before a program that is given as text.
    """
    paths = os.pathsep.join([str(ROOT / "tests"), *filter(None, sys.path)])
    with subprocess.Popen(
        [*program, "from support.stopped import serve\nserve()"],
        env={**os.environ, "PYTHONPATH": paths}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        writing, reading = process.stdin, process.stdout

        def stoppable(folder: Path, complaints: Path) -> Run:
            complaints.write_bytes(b"")

            def run(arguments: list[str], step: int, signal: int) -> int:
                request = [str(folder), str(complaints), arguments, step, signal]
                writing.write(json.dumps(request) + "\n")
                writing.flush()
                return int(reading.readline())

            return run

        yield stoppable
        writing.close()


def serve() -> None:
    """Run the commands that standard input asks for, until it ends."""
    from claimcheck.__main__ import main

    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for line in sys.stdin:
        folder, complaints, arguments, step, signal = json.loads(line)
        os.chdir(folder)
        taking = os.open(complaints, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(taking, 2)
        os.close(taking)
        if step == 0:
            status = main(arguments)
            sys.stderr.flush()
        elif (child := _fork()) == 0:
            _stop_at(step, signal)
            status = main(arguments)
            sys.stderr.flush()
            os._exit(status)
        else:
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        answers.write(f"{status}\n")
        answers.flush()


def _fork() -> int:
    # What looks for objects that refer to each other would copy every page that forks share.
    gc.freeze()
    return os.fork()


def _stop_at(step: int, signal: int) -> None:
    folder, steps = os.getcwd(), 0  # noqa: PTH109 - compared as text

    def hook(event: str, given: tuple[object, ...]) -> None:
        nonlocal steps
        if event not in _STEPS or not isinstance(given[0], (str, bytes, os.PathLike)):
            return
        if event == "open" and not (isinstance(given[2], int) and given[2] & _WRITING):
            return
        path = os.path.join(folder, os.fsdecode(given[0]))  # noqa: PTH118 - as text
        if path.startswith(folder + os.sep):
            steps += 1
            if steps == step:
                os.kill(os.getpid(), signal)

    sys.addaudithook(hook)
