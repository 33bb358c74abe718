"""Measures bulk jobs against a loop, against engines and against what people do today.

    python benchmarks/bulk.py                       # the table, some half an hour on two cores
    python benchmarks/bulk.py --quotes 20000 --growth 100000    # smaller: documents in proportion
    python benchmarks/bulk.py --growth 0            # without the larger job
    python benchmarks/bulk.py --skip spark ray      # without engines

What is compared shares what the machine does meanwhile: the job runs between two halves of the
loop, the larger job at the same time as ten of a tenth of its rows, one after the other. `locate`
goes over the documents of the larger.

Tables are made up from a seed (`tables.py`). Seconds are of the clock and, behind them, of all
processors together: on a busy machine trust the latter.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from rapidfuzz.fuzz import partial_ratio

from claimcheck.anchor import Text, locate_all, passes, with_cut
from claimcheck.bulk import local, locate
from claimcheck.bulk.locate import locate_files
from tables import write_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUOTES: Final = 200_000
QUOTES_PER_DOCUMENT: Final = 10
GROWTH: Final = 1_000_000
# Jobs of so many times fewer rows, and as many of them.
TENTHS: Final = 10
# Documents whose quotations are sent to the command itself, a process each.
COMMANDS: Final = 100
PAIRS: Final = 2_000
FUZZY_PAIRS: Final = 500
FUZZY_PASS: Final = 90
PROCESSES: Final = 2
# Engines take 200 by default, which is for more than two processors.
SHUFFLE_PARTS: Final = 16
# The bounds.
LEAST_SPEED: Final = 1.8  # times that of a loop on one core
LEAST_SPEED_OF_SPARK: Final = 0.6  # times that of the job without an engine
LEAST_SPEED_OF_LOCATE: Final = 1_000  # times that of one `str.find` a pair
MOST_GROWTH: Final = 1.05  # what a row of a larger job costs, in rows of a smaller one
MOST_MEGABYTES: Final = 1_000  # that a process holds


@dataclass(frozen=True)
class Cost:
    """Seconds of the clock, and of all processors."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        """Both, as the table shows them."""
        return f"{self.wall:,.1f} s ({self.cpu:,.1f} s)"


def cpu() -> float:
    """Seconds of processor time of this process and of those that have ended under it."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, who))


def cost(work: Callable[[], Any]) -> tuple[Any, Cost]:
    """Do some work; return its result, and what it cost."""
    start, used = time.perf_counter(), cpu()
    result = work()
    return result, Cost(time.perf_counter() - start, cpu() - used)


def row(
    what: str, measured: str, against: str = "", must: str = "", *, is_met: bool | None = None
) -> None:
    """Print a line of the table.

    Args:
        what: what was measured.
        measured: what it came to.
        against: what it is compared with, and what that came to.
        must: the bound; "" where there is none.
        is_met: whether the bound is met; None where there is none.
    """
    result = {True: "yes", False: "**no**", None: ""}[is_met]
    print(f"| {what} | {measured} | {against} | {must} | {result} |", flush=True)


def by_document(
    tables: tuple[Path, Path],
) -> tuple[dict[str, list[tuple[str, str]]], dict[str, str]]:
    """The quotations of each document, with their ids, and the texts."""
    quotes, documents = map(pq.read_table, tables)
    quotes_of: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, document, quote in zip(
        *(quotes[c].to_pylist() for c in quotes.column_names), strict=True
    ):
        quotes_of[document].append((name, quote))
    texts = dict(zip(documents["id"].to_pylist(), documents["text"].to_pylist(), strict=True))
    return quotes_of, texts


def loop(quotes_of: dict[str, list[tuple[str, str]]], texts: dict[str, str]) -> int:
    """The in-process loop on one core: what `quote` says of each, and no columns."""
    standing = 0
    for name, quotes in quotes_of.items():
        text = Text(texts[name])
        for anchor in locate_all([quote for _id, quote in quotes], text):
            standing += with_cut(anchor, text.raw).fit.passes
    return standing


def verify(tables: tuple[Path, Path], out: Path, processes: int = PROCESSES) -> local.Summary:
    """The job that is measured."""
    return local.verify_files(
        local.QuoteTable(str(tables[0])),
        local.DocumentTable(str(tables[1])),
        str(out),
        local.Settings(processes=processes),
    )


def rows_of(path: Path) -> dict[str, dict[str, Any]]:
    """The results in a table, by id."""
    return {line["id"]: line for line in pq.read_table(path).to_pylist()}


def differing(path: Path, others: Iterator[dict[str, Any]]) -> tuple[int, int]:
    """How many rows differ from those of a table, of how many."""
    expected = rows_of(path)
    count = wrong = 0
    for other in others:
        count += 1
        wrong += other != expected[other["id"]]
    return wrong, count


def command_line(
    folder: Path, tables: tuple[Path, Path], out: Path, commands: int
) -> tuple[int, int]:
    """How many answers of `claimcheck quote` differ from the results, of how many."""
    quotes_of, texts = by_document(tables)
    expected = rows_of(out)
    wrong = count = 0
    for name in random.Random(1).sample(sorted(quotes_of), min(commands, len(quotes_of))):
        file = folder / name
        file.write_text(texts[name], "utf-8", newline="")
        lines = "\n".join(json.dumps({"id": i, "quote": quote}) for i, quote in quotes_of[name])
        command = (sys.executable, "-m", "claimcheck", "quote", "-", str(file), "--format", "json")
        output = subprocess.run(  # noqa: S603 - the command that is measured
            command, input=lines, capture_output=True, text=True, check=False
        )
        for answer in map(json.loads, output.stdout.splitlines()):
            result = expected[answer["id"]]
            shared = answer.keys() & result.keys()
            count += 1
            wrong += any(answer[field] != result[field] for field in shared)
    return wrong, count


def on_spark(tables: tuple[Path, Path], out: Path) -> tuple[Cost, tuple[int, int]]:
    """The same on Spark with two workers: its cost without start-up, and rows that differ."""
    from pyspark.sql import SparkSession

    from claimcheck.bulk import spark

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master(f"local-cluster[{PROCESSES},1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", str(SHUFFLE_PARTS))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
        .getOrCreate()
    )
    try:
        session.range(10).mapInArrow(_same, "id long").count()  # starts the workers' Python
        frames = [session.read.parquet(str(path)) for path in tables]
        target = str(out.with_suffix(".spark"))
        _none, spent = cost(lambda: spark.verify(frames[0], frames[1]).write.parquet(target))
    finally:
        session.stop()
    return spent, differing(out, iter(pq.read_table(target).to_pylist()))


def _same(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    return batches


def on_ray(tables: tuple[Path, Path], out: Path) -> tuple[Cost, tuple[int, int]]:
    """The same on Ray with two workers."""
    import ray
    import ray.data

    from claimcheck.bulk import ray as adapter

    ray.init(num_cpus=PROCESSES, include_dashboard=False, log_to_driver=False)
    try:
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.default_hash_shuffle_parallelism = SHUFFLE_PARTS
        ray.data.range(10).map_batches(lambda batch: batch).materialize()
        sets = [ray.data.read_parquet(str(path)) for path in tables]
        results, spent = cost(lambda: adapter.verify(sets[0], sets[1]).take_all())
    finally:
        ray.shutdown()
    return spent, differing(out, iter(results))


def same_bytes_when_killed(folder: Path, tables: tuple[Path, Path], out: Path) -> bool:
    """Whether a job ends with the same bytes when one of its workers is killed in the middle."""
    target = folder / "killed.parquet"
    command = [
        sys.executable, "-m", "claimcheck", "bulk", "verify", "--processes", str(PROCESSES),
        "--quotes", str(tables[0]), "--documents", str(tables[1]), "--out", str(target),
    ]  # fmt: skip
    begun = subprocess.Popen(  # noqa: S603 - the command that is measured
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    children = Path(f"/proc/{begun.pid}/task/{begun.pid}/children")
    died = False
    while begun.poll() is None and not died:
        time.sleep(0.2)
        for child in map(int, children.read_text().split()):
            ticks = sum(map(int, Path(f"/proc/{child}/stat").read_text().split()[13:15]))
            if ticks > 3 * os.sysconf("SC_CLK_TCK"):
                os.kill(child, signal.SIGKILL)
                died = True
                break
    notes = begun.communicate()[1]
    return died and "killed" in notes and target.read_bytes() == out.read_bytes()


def fuzzy(tables: tuple[Path, Path], out: Path) -> None:
    """What `partial_ratio` takes for the same pairs, and what it lets pass that does not stand."""
    quotes_of, texts = by_document(tables)
    results = rows_of(out)
    pairs = [(name, i, quote) for name, quotes in quotes_of.items() for i, quote in quotes]
    sample = random.Random(2).sample(pairs, min(FUZZY_PAIRS, len(pairs)))

    def ratios() -> list[float]:
        return [partial_ratio(quote, texts[name]) for name, _id, quote in sample]

    scores, theirs = cost(ratios)
    _anchors, ours = cost(
        lambda: loop(_grouped(sample), {name: texts[name] for name, _id, _quote in sample})
    )
    false = sum(
        score >= FUZZY_PASS and not results[name]["stands"]
        for score, (_document, name, _quote) in zip(scores, sample, strict=True)
    )
    missed = sum(
        score < FUZZY_PASS and results[name]["stands"]
        for score, (_document, name, _quote) in zip(scores, sample, strict=True)
    )
    per = 1e6 / len(sample)
    row(
        "a pair, `partial_ratio` ≥ 90",
        f"ours {ours.cpu * per:,.0f} µs",
        f"theirs {theirs.cpu * per:,.0f} µs; of {len(sample)}, {false} pass that do not stand, "
        f"{missed} fail that do",
    )


def _grouped(sample: list[tuple[str, str, str]]) -> dict[str, list[tuple[str, str]]]:
    grouped: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, number, quote in sample:
        grouped[name].append((number, quote))
    return grouped


def measure_locate(folder: Path, tables: tuple[Path, Path], size: int) -> None:
    """Quotations against all documents, against one `str.find` a pair, and recall on a sample."""
    quotes, documents = (pq.read_table(path) for path in tables)
    count = min(size, documents.num_rows)
    few = quotes.select(["id", "quote"]).slice(0, count)
    paths = folder / "few.parquet", folder / "located.parquet"
    pq.write_table(few, paths[0], row_group_size=50_000)
    _summary, spent = cost(
        lambda: locate_files(
            local.QuoteTable(str(paths[0])),
            local.DocumentTable(str(tables[1])),
            str(paths[1]),
            local.Settings(processes=PROCESSES),
        )
    )
    chance = random.Random(3)
    texts = documents["text"].to_pylist()
    words = few["quote"].to_pylist()
    pairs = [(chance.choice(words), chance.choice(texts)) for _ in range(PAIRS)]
    _places, one_by_one = cost(lambda: [text.find(quote) for quote, text in pairs])
    pairs_in_all = count * documents.num_rows
    clock, busy = (seconds / PAIRS * pairs_in_all for seconds in (one_by_one.wall, one_by_one.cpu))
    row(
        f"`locate`, {count:,} × {documents.num_rows:,}",
        str(spent),
        f"`str.find` a pair, extrapolated: {clock:,.0f} s; {clock / spent.wall:,.0f} × by the "
        f"clock, {busy / spent.cpu:,.0f} × by processors",
        f"≥ {LEAST_SPEED_OF_LOCATE:,} × at 100,000 × 100,000",
        is_met=clock >= LEAST_SPEED_OF_LOCATE * spent.wall,
    )  # fmt: skip
    fewer = documents.slice(0, 500)
    near = pc.is_in(quotes["document"], fewer["id"])
    sample = quotes.filter(near).select(["id", "quote"]).slice(0, 100)
    results = locate(sample, fewer).to_pylist()
    expected = [
        any(passes(quote, text) is not None for text in fewer["text"].to_pylist())
        for quote in sample["quote"].to_pylist()
    ]
    right = sum(
        result["stands"] == stands for result, stands in zip(results, expected, strict=True)
    )
    row(
        "its recall, against brute force",
        f"{right} of {len(expected)} right",
        f"{sum(expected)} pass in 500 documents",
        "100 %", is_met=right == len(expected),
    )  # fmt: skip


def memory_row(what: str, peak_bytes: int) -> None:
    """Print the line of a process's peak memory."""
    peak = peak_bytes / 1e6
    bound = f"≤ {MOST_MEGABYTES:,} MB"
    row(what, f"{peak:,.0f} MB", "the bound", bound, is_met=peak < MOST_MEGABYTES)


def measure_growth(folder: Path, larger: tuple[Path, Path], quotes: int) -> None:
    """What a row costs in a large job, against those of ten jobs of a tenth that run beside it."""
    fewer = quotes // TENTHS
    small = write_tables(folder / "three", fewer // QUOTES_PER_DOCUMENT, fewer)
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        at_once = pool.submit(repeated, larger, folder / "larger.parquet", 1)
        in_tenths = pool.submit(repeated, small, folder / "smaller.parquet", TENTHS)
        (peak, grown), (_peak, few) = at_once.result(), in_tenths.result()
    per_row, per_row_of_few = (seconds / quotes * 1e6 for seconds in (grown, few))
    times = per_row / per_row_of_few
    row(
        f"a row of {quotes:,}",
        f"{per_row:,.0f} µs of processors",
        f"of {fewer:,}: {per_row_of_few:,.0f} µs; {times:.2f} ×",
        f"≤ {MOST_GROWTH} ×", is_met=times <= MOST_GROWTH,
    )  # fmt: skip
    memory_row(f"the peak memory of a worker, {quotes:,} rows", peak)


def repeated(tables: tuple[Path, Path], out: Path, times: int) -> tuple[int, float]:
    """Do a job some times over.

    Returns:
        The most memory that a worker held, in bytes, and the seconds of all its processors.
    """
    summaries, spent = cost(lambda: [verify(tables, out) for _ in range(times)])
    return max(summary.peak_bytes for summary in summaries), spent.cpu


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quotes", type=int, default=QUOTES)
    parser.add_argument("--growth", type=int, default=GROWTH, help="quotations of a larger job")
    parser.add_argument("--locate", type=int, default=100_000, help="quotations to locate")
    parser.add_argument("--commands", type=int, default=COMMANDS, help="documents for `quote`")
    parser.add_argument("--skip", nargs="*", default=(), choices=("spark", "ray", "kill"))
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="claimcheck-bench-"))
    try:
        measure(folder, options)
    finally:
        shutil.rmtree(folder)


def measure_engine(name: str, tables: tuple[Path, Path], out: Path, job: Cost) -> None:
    """Print the lines of an engine: rows that differ, and its speed against this machine's job.

    Args:
        name: `spark` or `ray`; only the speed of Spark has a bound.
        tables: the quotations and the documents.
        out: the results of the job on this machine.
        job: what that job cost.
    """
    spent, (wrong, count) = (on_spark if name == "spark" else on_ray)(tables, out)
    row(f"rows that differ on {name}", f"{wrong}", f"of {count:,}", "0", is_met=not wrong)
    speed = job.wall / spent.wall
    against = f"local: {job}; {speed:.2f} ×"
    if name == "spark":
        bound = f"≥ {LEAST_SPEED_OF_SPARK} ×"
        is_met = speed >= LEAST_SPEED_OF_SPARK
        row("spark, two workers", str(spent), against, bound, is_met=is_met)
    else:
        row(f"{name}, two workers", str(spent), against)


def measure(folder: Path, options: argparse.Namespace) -> None:
    """Measure what the options ask for."""
    tables = write_tables(folder / "one", options.quotes // QUOTES_PER_DOCUMENT, options.quotes)
    out = folder / "results.parquet"
    load = os.getloadavg()[0]
    print(f"{options.quotes:,} quotations, {os.cpu_count()} cores, load {load:.1f} at the start\n")
    print("| what | measured | against | must | met |\n|---|---|---|---|---|")
    quotes_of, texts = by_document(tables)
    names = sorted(quotes_of)
    halves = [{name: quotes_of[name] for name in names[part::2]} for part in (0, 1)]
    _standing, earlier = cost(lambda: loop(halves[0], texts))
    summary, job = cost(lambda: verify(tables, out))
    _standing, later = cost(lambda: loop(halves[1], texts))
    alone = Cost(earlier.wall + later.wall, earlier.cpu + later.cpu)
    wrong, count = command_line(folder, tables, out, options.commands)
    row(
        "rows that differ from the command line", f"{wrong}", f"of {count:,}", "0", is_met=not wrong
    )
    ratio, busy = alone.wall / job.wall, PROCESSES * alone.cpu / job.cpu
    row(
        "`bulk verify`, two processes", str(job),
        f"a loop on one core: {alone}; {ratio:.2f} × by the clock, {busy:.2f} × by processors",
        f"≥ {LEAST_SPEED} ×", is_met=max(ratio, busy) >= LEAST_SPEED,
    )  # fmt: skip
    memory_row("its peak memory, a process", summary.peak_bytes)
    for name in ("spark", "ray"):
        if name not in options.skip:
            measure_engine(name, tables, out, job)
    if "kill" not in options.skip:
        same = same_bytes_when_killed(folder, tables, out)
        measured = "same bytes" if same else "other bytes"
        row("a worker killed in the middle", measured, "", "same", is_met=same)
    fuzzy(tables, out)
    larger = tables
    if options.growth:
        larger = write_tables(folder / "two", options.growth // QUOTES_PER_DOCUMENT, options.growth)
        measure_growth(folder, larger, options.growth)
    measure_locate(folder, larger, options.locate)


if __name__ == "__main__":
    main()
