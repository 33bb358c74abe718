"""Tables written to files, batch by batch: the same rows make the same bytes."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Protocol

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import fs

from claimcheck.bulk.files import filesystem, kind_of
from claimcheck.model.errors import RequestError
from claimcheck.text.formulas import without_formula

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class BatchWriter(Protocol):
    """What a table is written with."""

    def write(self, batch: pa.RecordBatch) -> None:
        """Write the next rows."""

    def close(self) -> None:
        """Write what ends the file."""


def require_writable(location: str, tables: Sequence[str] = (), *, or_folder: bool = False) -> None:
    """Refuse a place where no table can be written, before the work for it begins.

    Args:
        location: a path or an address; its ending says which kind of file it is.
        tables: the files and folders that are read; what is written may be none of them, nor lie
            in one.
        or_folder: whether a name without an ending is a folder, which has to be empty or new.

    Raises:
        RequestError: nothing can be written there.
    """
    if location == "-":
        raise RequestError(
            "a table is written to a file, not to the standard output",
            "name one, such as results.parquet or results.jsonl",
        )
    try:
        system, path = filesystem(location)
        for table in tables:
            _refuse_input(location, table)
        info = system.get_file_info(path)
        if or_folder and not PurePath(location).suffix:
            if info.type is fs.FileType.File:
                raise RequestError(f"{location}: is a file", "name a folder, or a file by its kind")
            if info.type is fs.FileType.Directory and system.get_file_info(fs.FileSelector(path)):
                raise RequestError(
                    f"{location}: is not empty", "name a folder that is not there, or a file"
                )
            return
    except (OSError, pa.ArrowException, ValueError) as error:
        raise RequestError(f"{location}: {error}") from None
    kind_of(location)
    if info.type is fs.FileType.Directory:
        raise RequestError(f"{location}: is a folder", "name a file")
    if isinstance(system, fs.LocalFileSystem):
        _require_folder(location, path.rpartition("/")[0] or "/")


def _require_folder(location: str, folder: str) -> None:
    """Refuse a place on this machine in whose folder nothing can be written."""
    if not os.path.isdir(folder):  # noqa: PTH112 - a path of Arrow's
        raise RequestError(f"{location}: there is no folder to write it to", f"make {folder} first")
    if not os.access(folder, os.W_OK):
        raise RequestError(f"{location}: cannot be written there", "name another folder")


def _refuse_input(location: str, table: str) -> None:
    """Refuse to write over a table that is read, or among the files of one."""
    (system, path), (other_system, other) = filesystem(location), filesystem(table)
    if system != other_system:
        return
    if isinstance(system, fs.LocalFileSystem):
        path, other = os.path.realpath(path), os.path.realpath(other)
    read = PurePath(other)
    if PurePath(path) == read:
        raise RequestError(f"{location}: is a table that is read", "name another file")
    if read in PurePath(path).parents:
        raise RequestError(
            f"{location}: lies in {table}, whose files are read as one table",
            "name a file outside of it",
        )


@contextlib.contextmanager
def writing(location: str, schema: pa.Schema) -> Iterator[BatchWriter]:
    """Write a table to a file, which is there only when all of it is.

    On file systems without renaming, such as object stores, a file is there when it is closed.

    Args:
        location: a path or an address; its ending says which kind of file it is.
        schema: the table's columns.

    Raises:
        OSError: it cannot be written.
        RequestError: the name says nothing of the kind.
    """
    system, path = filesystem(location)
    kinds: dict[str, Callable[[IO[bytes], pa.Schema], BatchWriter]] = {
        "parquet": _ParquetWriter,
        "json": _JsonWriter,
        "csv": _CsvWriter,
    }
    kind = kinds[kind_of(path)]
    renames = isinstance(system, fs.LocalFileSystem)
    folder, _, name = path.rpartition("/")
    written = f"{folder}/.{name}.part" if renames else path
    try:
        with system.open_output_stream(written) as stream:
            writer = kind(stream, schema)
            yield writer
            writer.close()
        if renames:
            system.move(written, path)
    except BaseException:
        if renames:
            with contextlib.suppress(OSError):
                system.delete_file(written)
        raise


class _ParquetWriter:
    def __init__(self, stream: IO[bytes], schema: pa.Schema) -> None:
        self._writer = pq.ParquetWriter(stream, schema, compression="zstd")

    def write(self, batch: pa.RecordBatch) -> None:
        self._writer.write_batch(batch)

    def close(self) -> None:
        self._writer.close()


class _JsonWriter:
    def __init__(self, stream: IO[bytes], schema: pa.Schema) -> None:
        del schema
        self._stream = stream

    def write(self, batch: pa.RecordBatch) -> None:
        lines = "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in batch.to_pylist())
        self._stream.write(lines.encode("ascii"))

    def close(self) -> None:
        """Nothing ends a file of lines."""


class _CsvWriter:
    def __init__(self, stream: IO[bytes], schema: pa.Schema) -> None:
        self._stream = stream
        self._write_rows([tuple(schema.names)])

    def write(self, batch: pa.RecordBatch) -> None:
        self._write_rows([tuple(map(_cell, row.values())) for row in batch.to_pylist()])

    def close(self) -> None:
        """Nothing ends a file of rows."""

    def _write_rows(self, rows: list[tuple[object, ...]]) -> None:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\n").writerows(rows)
        self._stream.write(buffer.getvalue().encode())


def _cell(value: object) -> object:
    """A value as CSV holds it: lists and objects as JSON, truth as JSON writes it, no formula."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return without_formula(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
