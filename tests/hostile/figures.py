"""Run every hostile project in a process of its own, with limits, and print the figures.

    python tests/hostile/figures.py [--only WORD] [--each N] [--kills N]

Prints projects, violations, the slowest and the largest; with --kills instead how many interrupted
edits left a damaged file. Exit status 1 when anything is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path[0] = str(Path(__file__).parent.parent)

from hostile.cases import CASES  # noqa: E402 - found in the folder that was added
from hostile.invariants import broken, broken_anyhow  # noqa: E402 - found in the folder that was added
from hostile.layout import (  # noqa: E402 - found in the folder that was added
    Case,
    fingerprint,
    lay_out,
    lay_out_surroundings,
)

MAX_SECONDS, MAX_BYTES = 5.0, 500 << 20
_GIVE_UP = 120  # seconds by the clock, for a process that waits for something
COMMANDS = (("check",), ("list",), ("show", "c1"))


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended, in seconds of the processor and bytes."""

    status: int
    out: str
    err: str
    seconds: float
    memory: int


# The largest memory of a process counts what it was made of, until it runs a program of its own: so
# it is started by one that is small.
_MEASURE = """
import json, os, sys
child = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[2:]], os.environ)
_child, status, usage = os.wait4(child, 0)
figures = os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss
os.write(int(sys.argv[1]), json.dumps(figures).encode())
"""


def ended(arguments: tuple[str, ...], case: Case, root: Path) -> Ended:
    """Run one command on a project, and measure it."""
    environment = {**os.environ, "COLUMNS": "80", "PYTHONDONTWRITEBYTECODE": "1"}
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [
                *(sys.executable, "-I", "-c", _MEASURE, str(writing)),
                *("-P", "-m", "claimcheck", *arguments),
            ],
            cwd=root,
            env={**environment, **case.environment},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            pass_fds=(writing,),
            start_new_session=True,
        )
        os.close(writing)
        try:
            process.wait(_GIVE_UP)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        with os.fdopen(reading, "rb") as pipe:
            figures = pipe.read()
        result = []
        for stream in (out, err):
            stream.seek(0)
            result.append(stream.read().decode("utf-8", "replace"))
    killed = -signal.SIGKILL, float(_GIVE_UP), 0
    status, seconds, memory = json.loads(figures) if figures else killed
    unit = 1 if sys.platform == "darwin" else 1024
    return Ended(status, result[0], result[1], seconds, memory * unit)


def violations(case: Case, root: Path) -> tuple[list[str], list[Ended]]:
    """Run every command on a project; say what was broken."""
    before = fingerprint(root)
    wrong: list[str] = []
    runs: list[Ended] = []
    for arguments in COMMANDS:
        run = ended((*arguments, "--today", "2026-01-31"), case, root)
        runs.append(run)
        if arguments == ("check",):
            wrong += broken(case, run.status, run.out, run.err)
        else:
            wrong += broken_anyhow(case, run.status, run.out + run.err)
        if run.seconds > MAX_SECONDS:
            wrong.append(f"{arguments[0]}: {run.seconds:.1f} s")
        if run.memory > MAX_BYTES:
            wrong.append(f"{arguments[0]}: {run.memory >> 20} MB")
    if fingerprint(root) != before:
        wrong.append("the project changed")
    return wrong, runs


def projects(only: str, each: int) -> bool:
    """Run every `each`th project and print the figures; return whether something was broken."""
    count = bad = impossible = 0
    slowest, largest = (0.0, ""), (0, "")
    with tempfile.TemporaryDirectory() as folder:
        above = Path(folder).resolve()
        lay_out_surroundings(above)
        for case in [case for case in CASES.values() if only in case.name][::each]:
            root = above / str(count + impossible)
            try:
                lay_out(root, case.files)
            except (OSError, AttributeError, UnicodeError):
                impossible += 1
                continue
            wrong, runs = violations(case, root)
            count += 1
            bad += bool(wrong)
            for fault in wrong:
                sys.stdout.write(f"{case.name}: {fault}\n")
                sys.stdout.flush()
            slowest = max(slowest, *((run.seconds, case.name) for run in runs))
            largest = max(largest, *((run.memory, case.name) for run in runs))
    sys.stdout.write(
        f"{count} hostile projects ({impossible} not possible here), {bad} with violations; "
        f"slowest {slowest[0]:.1f} s ({slowest[1]}), largest {largest[0] >> 20} MB ({largest[1]})\n"
    )
    return bool(bad)


def kills(number: int) -> bool:
    """Kill each writing command so many times; return whether a file was left damaged."""
    sys.path.append(str(Path(__file__).parent.parent / "editing"))
    from test_edits import EDITS, FILES, command, reset, whole

    chance = random.Random(1)
    every, written, damaged = 0, 0, 0
    for edit in EDITS:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, content in {**FILES, "claimcheck.toml": ""}.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(
                    content if isinstance(content, bytes) else content.encode()
                )
            reset(root, edit, 0)
            began = time.monotonic()
            subprocess.run(command(edit, 0)[0], cwd=root, check=False, capture_output=True)
            usual = time.monotonic() - began
            for turn in range(1, number + 1):
                reset(root, edit, turn)
                arguments, name = command(edit, turn)
                path = root / name
                before = path.read_bytes() if path.exists() else None
                with subprocess.Popen(
                    arguments, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                ) as process:
                    time.sleep(usual * chance.uniform(0.6, 1.1))
                    process.kill()
                after = path.read_bytes() if path.exists() else None
                every += 1
                written += after != before
                damaged += after != before and not whole(path)
    sys.stdout.write(
        f"{every} kills of {len(EDITS)} writing commands: {written} had written, "
        f"{damaged} damaged files\n"
    )
    return bool(damaged)


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="projects whose name holds this word")
    parser.add_argument("--each", type=int, default=1, help="every Nth project alone")
    parser.add_argument(
        "--kills", type=int, default=0, help="instead kill every writing command so often"
    )
    options = parser.parse_args()
    return int(kills(options.kills) if options.kills else projects(options.only, options.each))


if __name__ == "__main__":
    sys.exit(main())
