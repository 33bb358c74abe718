"""Starts whole commands, takes the time and the memory of each, and prints ratios as a table."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CLAIMCHECK = (sys.executable, "-m", "claimcheck")
HEADING = (
    "| what | measured | against | that is | ratio | must | met |\n"
    "|---|---:|---|---:|---:|---:|---|"
)
# A command's peak stands to its parent's account once it has ended: in a process of its own, so
# that nothing that ran before counts.
_PEAK = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
ended = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([ended, seconds, peak if sys.platform == "darwin" else peak * 1024]))
"""


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, against what, and what the ratio must not exceed.

    `ours` and `theirs` are seconds, or bytes where `unit` is "MB". `most` is None where nothing is
    promised.
    """

    what: str
    ours: float
    against: str
    theirs: float
    ratio: float
    most: float | None = None
    unit: str = "s"

    def __str__(self) -> str:
        """The row as Markdown."""
        must, is_met = "", ""
        if self.most is not None:
            must, is_met = f"{self.most:g} ×", "yes" if self.ratio <= self.most else "**no**"
        shown = (self._shown(self.ours), self.against, self._shown(self.theirs))
        return f"| {self.what} | {' | '.join(shown)} | {self.ratio:.2f} × | {must} | {is_met} |"

    def _shown(self, value: float) -> str:
        if self.unit == "MB":
            return f"{value / 1e6:,.0f} MB" if value >= 1e6 else f"{value / 1e3:.1f} KB"  # units
        if value >= 1:
            return f"{value:.2f} s"
        return f"{1e3 * value:.0f} ms" if value >= 0.01 else f"{1e3 * value:.2f} ms"  # digits


def paired(
    what: str, ours: Sequence[float], against: str, theirs: Sequence[float], most: float | None
) -> Row:
    """Return a row of two measurements made in the same rounds: the median of each round's ratio.

    What else the machine is doing changes between rounds more than within one.
    """
    ratio = statistics.median(our / their for our, their in zip(ours, theirs, strict=True))
    return Row(what, statistics.median(ours), against, statistics.median(theirs), ratio, most)


def timed(what: str, ours: Sequence[float], most: float) -> Row:
    """Return a row that the clock judges: the ratio is to the seconds that it may take."""
    took = statistics.median(ours)
    return Row(what, took, "the clock", most, took / most, 1)


class Bench:
    """Runs commands with a cache of its own; one that ends otherwise than it should ends it all."""

    def __init__(self, folder: Path, rounds: int, beside: Path | None = None) -> None:
        self.folder = folder
        self.rounds = rounds
        self._cache = folder / "cache"
        places = (beside, Path(sys.executable).parent, os.environ.get("PATH", ""))
        self._path = os.pathsep.join(str(place) for place in places if place)
        self._environment = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "CLAIMCHECK_CACHE_DIR": str(self._cache),
            "COLUMNS": "80",
        }

    def forget(self) -> None:
        """Empty claimcheck's cache, so that the next check is a first one."""
        shutil.rmtree(self._cache, ignore_errors=True)

    def claimcheck(self, *arguments: str, root: Path, ends: int = 0) -> float:
        """Seconds that a command of claimcheck takes, from start to end."""
        return self.seconds([*CLAIMCHECK, *arguments], root, ends)

    def seconds(self, command: Sequence[str], root: Path, ends: int = 0) -> float:
        """Seconds that a process takes.

        Args:
            command: the program and its arguments.
            root: where it runs.
            ends: the exit status that it must end with.
        """
        start = time.perf_counter()
        ended = self._run(command, root)
        took = time.perf_counter() - start
        if ended.returncode != ends:
            _stop(command, ended.returncode, ended.stdout + ended.stderr)
        return took

    def peak(self, *arguments: str, root: Path) -> tuple[float, float]:
        """Seconds and peak memory (bytes) of a command of claimcheck.

        The memory is that of the largest process: the command, or one that it forked.
        """
        command = [*CLAIMCHECK, *arguments]
        ended = self._run([sys.executable, "-c", _PEAK, *command], root)
        status, seconds, peak = json.loads(ended.stdout)
        if status:
            _stop(command, status, ended.stderr)
        return seconds, peak

    def program_path(self, program: str) -> str | None:
        """Where a program is installed; None where it is not."""
        return shutil.which(program, path=self._path)

    def _run(self, command: Sequence[str], root: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - the commands of this folder
            command,
            cwd=root,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )


def _stop(command: Sequence[str], status: int, output: str) -> None:
    sys.exit(f"{' '.join(command)[:200]} ended with {status}, so nothing is measured:\n{output}")
