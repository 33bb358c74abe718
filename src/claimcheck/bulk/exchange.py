"""Rows on their way from process to process: files of Arrow batches, one batch for each receiver.

A sender writes one file with a batch for every receiver; a receiver reads its own batch of every
file, where it lies. So each row is written once, and no process holds more than its share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def send(path: Path, table: pa.Table, receivers: Sequence[int], count: int) -> list[int]:
    """Write rows for their receivers.

    Args:
        path: the file; another process sees it whole or not at all.
        table: the rows.
        receivers: for each row, who receives it, from 0.
        count: how many receivers there are.

    Returns:
        How many rows each of them gets.
    """
    numbers = pa.array(receivers, pa.int32())
    ordered = table.take(pc.sort_indices(numbers)).combine_chunks()
    counts = [0] * count
    for receiver in receivers:
        counts[receiver] += 1
    written = path.with_suffix(".part")
    with pa.OSFile(str(written), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        start, nothing = 0, pa.RecordBatch.from_pylist([], schema=table.schema)
        for size in counts:
            batches = ordered.slice(start, size).to_batches() if size else [nothing]
            writer.write_batch(batches[0])
            start += size
    written.replace(path)
    return counts


def receive(paths: Iterable[Path], receiver: int, schema: pa.Schema) -> pa.Table:
    """Return all rows for a receiver, in the order of the files.

    Args:
        paths: the files.
        receiver: who, from 0.
        schema: the columns.
    """
    batches = []
    for path in paths:
        with pa.memory_map(str(path)) as file, pa.ipc.open_file(file) as reader:
            batch = reader.get_batch(receiver)
            if batch.num_rows:
                batches.append(batch)
    return pa.Table.from_batches(batches, schema)


def write_batches(path: Path, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> None:
    """Write batches to a file, which another process sees whole or not at all.

    Args:
        path: the file.
        batches: the rows.
        schema: their columns.
    """
    written = path.with_suffix(path.suffix + ".part")
    with pa.OSFile(str(written), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
    written.replace(path)


def read_batches(path: Path) -> list[pa.RecordBatch]:
    """Return the batches of a file, where they lie."""
    with pa.memory_map(str(path)) as file, pa.ipc.open_file(file) as reader:
        return [reader.get_batch(number) for number in range(reader.num_record_batches)]
