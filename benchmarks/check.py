"""Measures whole commands against named floors and peers, side by side in one run.

    python benchmarks/check.py                        # 10,000 claims on 1,000 sources
    python benchmarks/check.py --claims 1000 --sources 100 --rounds 5
    pip install yamllint doorstop                     # to see peers in the table, too

The dossier is made up from a seed. Every figure is the median of whole processes, started one after
the other in each round, and stands beside its floor: on a busy machine trust the ratios.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

SEED = 20200710
WORDS = 8_000
SOURCE_BYTES = 20_000
RATIONALE = 60
REPOSITORY = Path(__file__).parent.parent
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
class Row:
    """One line of the table: what was measured, against what, and what it must reach."""

    what: str
    seconds: float
    against: str
    floor: float
    most: float

    def __str__(self) -> str:
        """The row as Markdown."""
        ratio = self.seconds / self.floor if self.floor else 0.0
        met = "yes" if ratio <= self.most else "no"
        measured = f"{self.seconds:.2f} s" if self.seconds >= 1 else f"{1000 * self.seconds:.0f} ms"
        bound = f"{self.most:g} ×" if self.floor != 1 else f"{self.most:g} s"
        said = f"{ratio:.2f} ×" if self.floor != 1 else measured
        return f"| {self.what} | {measured} | {said} | {self.against} | {bound} | {met} |"


def sentences(chance: random.Random, words: list[str]) -> list[str]:
    """Sentences of invented words, as many as fill a source."""
    made, size = [], 0
    while size < SOURCE_BYTES:
        sentence = " ".join(chance.choices(words, k=chance.randint(8, 22))).capitalize() + "."
        made.append(sentence)
        size += len(sentence) + 1
    return made


def write_dossier(root: Path, claims: int, sources: int) -> None:
    """Write a dossier of claims with two quotes each, all of which stand in their sources."""
    chance = random.Random(SEED)  # noqa: S311 - the same numbers every time
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(WORDS)]
    for folder in ("claims", "sources"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").write_text("")
    texts = []
    for number in range(sources):
        text = sentences(chance, words)
        texts.append(text)
        printed = "\n\n".join(" ".join(text[at : at + 5]) for at in range(0, len(text), 5)) + "\n"
        data = printed.encode()
        (root / f"sources/s{number}.txt").write_bytes(data)
        (root / f"sources/s{number}.yaml").write_text(
            f"title: Source {number}\npublisher: Paper {number % 50}\nissued: 2021-05-01\n"
            f"file: s{number}.txt\nsha256: {hashlib.sha256(data).hexdigest()}\n"
        )
    for number in range(claims):
        cited = [chance.randrange(sources) for _ in range(2)]
        rationale = " ".join(chance.choices(words, k=RATIONALE))
        items = "".join(
            f"  - source: s{one}\n    stance: {stance}\n    quote: {chance.choice(texts[one])}\n"
            f"    rationale: {rationale}\n"
            for one, stance in zip(cited, ("supports", "context"), strict=True)
        )
        (root / f"claims/c{number}.yaml").write_text(
            f"claim: {' '.join(chance.choices(words, k=14))} {number}\n"
            f"claimant: party {number % 100}\ntags: [a, b{number % 10}]\nevidence:\n{items}"
        )


class Bench:
    """Runs commands with a cache of its own."""

    def __init__(self, folder: Path, rounds: int) -> None:
        self.rounds = rounds
        self.cache = folder / "cache"
        self.environment = {**os.environ, "CLAIMCHECK_CACHE_DIR": str(self.cache), "COLUMNS": "80"}

    def claimcheck(self, *arguments: str, root: Path) -> float:
        """Seconds that one command takes, from start to end."""
        return self.seconds([sys.executable, "-m", "claimcheck", *arguments], root)

    def seconds(self, command: list[str], root: Path) -> float:
        """Seconds that a process takes."""
        start = time.perf_counter()
        subprocess.run(  # noqa: S603 - the commands of this file
            command, cwd=root, env=self.environment, capture_output=True, check=False
        )
        return time.perf_counter() - start

    def median(self, *command: str, root: Path) -> float:
        """The median over all rounds."""
        return statistics.median(self.seconds(list(command), root) for _ in range(self.rounds))


def rows(bench: Bench, root: Path, claims: int, sources: int) -> list[Row]:
    """Measure every row of the table."""
    python = sys.executable
    run = (python, "-m", "claimcheck")
    bare = bench.median(python, "-c", BARE, "one", root=root)
    version = bench.median(*run, "--version", root=root)
    bench.claimcheck("check", root=REPOSITORY)
    here = bench.median(*run, "check", root=REPOSITORY)
    floor, cold = [], []
    for _ in range(max(1, bench.rounds // 3)):
        floor.append(bench.seconds([python, "-c", FLOOR, str(root)], root))
        shutil.rmtree(bench.cache, ignore_errors=True)
        cold.append(bench.claimcheck("check", root=root))
    warm = bench.median(*run, "check", root=root)
    claim, source = [], []
    for number in range(bench.rounds):
        path = root / "claims/c1.yaml"
        path.write_text(path.read_text().replace("tags: [a", f"tags: [a, x{number}"))
        claim.append(bench.claimcheck("check", root=root))
        page = root / "sources/s1.txt"
        page.write_text(page.read_text() + "More.\n")
        source.append(bench.claimcheck("check", root=root))
    bench.claimcheck("list", root=root)
    bench.claimcheck("show", "c7", root=root)
    listed = bench.median(*run, "list", root=root)
    shown = bench.median(*run, "show", "c7", root=root)
    shutil.rmtree(bench.cache, ignore_errors=True)
    words = (root / "sources/s5.txt").read_text().split()
    first = bench.claimcheck("find", " ".join(words[:8]), root=root)
    following = [
        bench.claimcheck("find", " ".join(words[at : at + 8]), root=root)
        for at in range(8, 8 * (bench.rounds + 1), 8)
    ]
    many = f"{claims:,} claims"
    middle = statistics.median
    return [
        Row("`--version`", version, "a bare typer app", bare, 1.15),
        Row("`check`, this repository, warm", here, "a bare typer app", bare, 1.6),
        Row(
            f"`check`, {many}, cold",
            middle(cold),
            "CSafeLoader + read + sha256",
            middle(floor),
            2,
        ),
        Row(f"`check`, {many}, warm", warm, "the clock", 1, 0.25),
        Row("the same, against cold", warm, "cold", middle(cold), 0.1),
        Row("one claim edited", middle(claim), "warm", warm, 2.5),
        Row("one source edited", middle(source), "warm", warm, 2.5),
        Row(f"`list`, {many}, warm", listed, "the clock", 1, 0.6),
        Row(f"`show`, {many}, warm", shown, "the clock", 1, 0.25),
        Row(f"`find`, {sources:,} sources, first", first, "the clock", 1, 5),
        Row("`find`, other words", middle(following), "the clock", 1, 0.4),
    ]


def peers(bench: Bench, root: Path, claims: int) -> list[str]:
    """Lines about the peers that are installed, and about those that are not."""
    lines = []
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    if found := shutil.which("yamllint", path=beside):
        seconds = bench.seconds([found, "-d", "relaxed", "claims"], root)
        lines.append(f"yamllint, the same claims: {seconds:.2f} s, {1e3 * seconds / claims:.2f} ms")
    else:
        lines.append("yamllint is not installed")
    if (found := shutil.which("doorstop", path=beside)) and shutil.which("git"):
        lines.append(_doorstop(bench, found, root.parent / "doorstop"))
    else:
        lines.append("doorstop is not installed")
    return lines


def _doorstop(bench: Bench, command: str, root: Path, items: int = 500) -> str:
    root.mkdir()
    for first in (["git", "init", "--quiet"], [command, "create", "REQ", "reqs"]):
        bench.seconds(first, root)
    for number in range(1, items + 1):
        (root / f"reqs/REQ{number:03}.yml").write_text(
            f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\nlinks: []\n"
            f"normative: true\nref: ''\nreviewed: null\ntext: |\n  Invented requirement {number}.\n"
        )
    seconds = bench.seconds([command, "--no-level-check"], root)
    return f"doorstop, {items} items: {seconds:.2f} s, {1e3 * seconds / items:.2f} ms an item"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--sources", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "dossier"
        write_dossier(root, chosen.claims, chosen.sources)
        bench = Bench(Path(folder), chosen.rounds)
        print("| what | measured | ratio | against | must | met |")
        print("|---|---:|---:|---|---:|---|")
        for row in rows(bench, root, chosen.claims, chosen.sources):
            print(row)
        for line in peers(bench, root, chosen.claims):
            print(line)


if __name__ == "__main__":
    main()
