"""Measures whole commands against named floors and peers, side by side in one run.

    python benchmarks/check.py                   # 10,000 and 100,000 claims on 1,000 sources
    python benchmarks/check.py --claims 500 --sources 50 --large 5000 --rounds 2
    pip install -e '.[bench]'                    # to see all peers in the table, too

The dossier is made up from a seed. Every figure is of whole processes, started one after the other;
what a ratio compares runs in the same round, and the ratio is the median of the rounds': on a busy
machine trust the ratios. Memory is the peak of the largest process, the command's own or the one
that it forks, which share what was read before.
"""

from __future__ import annotations

import argparse
import importlib.util
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dossier import Edits, write_dossier
from measure import HEADING, Bench, Row, paired, timed
from peers import missing, peers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REPOSITORY = Path(__file__).parent.parent
MOST_MEMORY = 1.5e9
BARE = """
import typer
app = typer.Typer()
@app.command()
def one(): print("one")
@app.command()
def two(): print("two")
app()
"""
FLOOR = """
import hashlib, os, sys, yaml
for folder in ("claims", "sources"):
    for entry in os.scandir(os.path.join(sys.argv[1], folder)):
        with open(entry.path, "rb") as file:
            data = file.read()
        hashlib.sha256(data).digest()
        if entry.name.endswith(".yaml"):
            yaml.load(data, Loader=yaml.CSafeLoader)
"""


@dataclass(frozen=True)
class Size:
    """A dossier in `root`, its numbers of claims and sources, and those of the large one."""

    root: Path
    claims: int
    sources: int
    large: int

    @property
    def words(self) -> str:
        """The number of claims, as the table has it."""
        return f"{self.claims:,} claims"


def starting(bench: Bench, size: Size) -> Iterator[Row]:
    """Measure what it takes to start, and to check this repository again."""
    rounds = [
        (
            bench.seconds([sys.executable, "-c", BARE, "one"], size.root),
            bench.claimcheck("--version", root=size.root),
            bench.claimcheck("check", root=REPOSITORY),
        )
        for _ in range(bench.rounds + 1)
    ]
    # The first is for compiled modules, and for the cache.
    bare, version, here = zip(*rounds[1:], strict=True)
    yield paired("`--version`", version, "a bare typer app", bare, 1.15)
    yield paired("`check`, this repository, warm", here, "a bare typer app's command", bare, 1.6)


def checking(bench: Bench, size: Size) -> Iterator[Row]:
    """Measure a first check, and one after which nothing changed."""
    floor_command = [sys.executable, "-c", FLOOR, str(size.root)]
    bench.seconds(floor_command, size.root)
    floor, cold, warm = [], [], []
    for _ in range(max(1, bench.rounds // 2)):
        floor.append(bench.seconds(floor_command, size.root))
        bench.forget()
        cold.append(bench.claimcheck("check", root=size.root))
        warm.append(bench.claimcheck("check", root=size.root))
    yield paired(f"`check`, {size.words}, cold", cold, "CSafeLoader + read + sha256", floor, 2)
    yield timed("the same, warm", warm, 0.25)
    yield paired("the same, warm", warm, "cold", cold, 0.1)


def editing(bench: Bench, size: Size) -> Iterator[Row]:
    """Measure checks after one edit, each beside one after which nothing changed."""
    edits = Edits(size.root)
    for what, edit, most, ends in (
        ("one claim edited", edits.claim, 2.5, 0),
        ("one source edited and pinned", edits.source, 2.5, 0),
        ("one source edited, a finding", edits.text, None, 1),
    ):
        rounds = []
        for _ in range(bench.rounds + 1):
            edit()
            after = bench.claimcheck("check", root=size.root, ends=ends)
            rounds.append((after, bench.claimcheck("check", root=size.root, ends=ends)))
        edited, warm = zip(*rounds[1:], strict=True)
        yield paired(what, edited, "warm", warm, most)
    edits.pin()


def reading(bench: Bench, size: Size) -> Iterator[Row]:
    """Measure commands that only show something, the second time and after."""
    for most, command in ((0.6, ("list",)), (0.25, ("show", "c7"))):
        times = [bench.claimcheck(*command, root=size.root) for _ in range(bench.rounds + 1)]
        yield timed(f"`{command[0]}`, {size.words}, warm", times[1:], most)


def searching(bench: Bench, size: Size) -> Iterator[Row]:
    """Measure a first search, which makes the index, and others for what was not asked before."""
    alone = bench.folder / "searched"
    write_dossier(alone, 1, size.sources)
    words = (alone / "sources/s5.txt").read_text().split()
    queries = [" ".join(words[at : at + 8]) for at in range(0, 8 * (bench.rounds + 1), 8)]
    many = f"{size.sources:,} sources"
    bench.forget()
    first, *others = (bench.claimcheck("find", text, root=alone) for text in queries)
    yield timed(f"`find` in {many}, first", [first], 5)
    yield timed("`find` for other words", others, 0.4)
    bench.forget()
    _, *beside = (bench.claimcheck("find", text, root=size.root) for text in queries)
    yield paired(f"the same, beside {size.words}", beside, "no claims", others, None)


def growing(bench: Bench, size: Size) -> Iterator[Row]:
    """Measure first checks of the large dossier, between two of the other; the sources are as many.

    Where the system does not say what memory a process took, nothing is measured.
    """
    if not size.large or importlib.util.find_spec("resource") is None:
        return
    root = bench.folder / "large"
    write_dossier(root, size.large, size.sources)

    def cold(place: Path) -> tuple[float, float]:
        bench.forget()
        return bench.peak("check", root=place)

    before, (seconds, peak), after = cold(size.root), cold(root), cold(size.root)
    small, small_peak = (statistics.mean(both) for both in zip(before, after, strict=True))
    what, against = f"`check`, {size.large:,} claims, cold", f"{size.words}, cold"
    times = size.large / size.claims
    ours, theirs = seconds / size.large, small / size.claims
    yield Row(what, seconds, against, small, seconds / small)
    yield Row("the same, a claim", ours, "the same, a claim", theirs, ours / theirs, 1.1)
    yield Row("its peak memory", peak, "the bound", MOST_MEMORY, peak / MOST_MEMORY, 1, "MB")
    linear = peak / (times * small_peak)
    yield Row(
        f"the same, divided by {times:g}", peak / times, against, small_peak, linear, 1.1, "MB"
    )


# Each makes rows of the table, in this order, and leaves the dossier without findings.
GROUPS: tuple[Callable[[Bench, Size], Iterator[Row]], ...] = (
    starting,
    checking,
    editing,
    reading,
    searching,
    growing,
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--sources", type=int, default=1_000)
    parser.add_argument("--large", type=int, default=100_000, help="claims; 0 for none")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--peers", type=Path, help="a folder in which peers are installed")
    chosen = parser.parse_args()
    if min(chosen.claims, chosen.sources, chosen.rounds) < 1 or chosen.claims < 8:  # `show c7`
        parser.error("at least 8 claims, 1 source and 1 round are needed")
    with tempfile.TemporaryDirectory() as folder:
        beside = chosen.peers.absolute() if chosen.peers else None
        bench = Bench(Path(folder), chosen.rounds, beside)
        size = Size(Path(folder) / "dossier", chosen.claims, chosen.sources, chosen.large)
        write_dossier(size.root, size.claims, size.sources)
        print(HEADING, flush=True)
        for group in GROUPS:
            for row in group(bench, size):
                print(row, flush=True)
        for row in peers(bench):
            print(row, flush=True)
        if absent := missing(bench):
            print(f"\nnot installed: {', '.join(absent)}; pip install -e '.[bench]' adds them")


if __name__ == "__main__":
    main()
