"""Tables in files: Parquet, JSON lines and CSV, in local folders and wherever Arrow can read.

A table is parted into splits, each read by one process: a row group of Parquet, a stretch of JSON
lines, a whole CSV file. A line that cannot be read becomes a row with the reason in `trouble`.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, Protocol

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import fs

from claimcheck.bulk.tables import ALL_COLUMNS
from claimcheck.model.errors import RequestError
from claimcheck.text.printable import short_repr
from claimcheck.text.strict_json import RepeatedKeyError, unique_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    Columns = Mapping[str, bool]

JSON_LINES: Final = (".jsonl", ".ndjson")
COMPRESSIONS: Final = (".gz", ".zst", ".bz2")
# Rows that are read at a time, and bytes of lines that one process reads.
BATCH_ROWS: Final = 4_096
_SPLIT_BYTES: Final = 32 << 20
# A line of JSON is a document at most, every character of it escaped.
_MAX_LINE_BYTES: Final = 128 << 20
_MAX_FIELD_CHARACTERS: Final = 64 << 20
_DECODER: Final = json.JSONDecoder(object_pairs_hook=unique_keys)
_OTHER_SEPARATORS: Final = {";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True, slots=True)
class Split:
    """A part of a table that one process reads.

    Attributes:
        location: the file, as a path or an address.
        kind: `parquet`, `json` or `csv`.
        start: the row group of a Parquet file, else the byte at which the part begins.
        end: the byte at which it ends: lines that begin before it belong to it.
        size: about how many bytes it holds.
    """

    location: str
    kind: str
    start: int
    end: int
    size: int


def splits(location: str) -> list[Split]:
    """Return the parts of a table, in the order of its rows.

    Args:
        location: a file, or a folder whose files are taken in the order of their paths; names that
            begin with a dot or an underscore are passed over, as engines do.

    Raises:
        RequestError: there is none, or it cannot be read.
    """
    try:
        system, path = filesystem(location)
        infos = _files(system, path)
        parts = [part for info in infos for part in _splits_of(location, system, path, info)]
    except (OSError, pa.ArrowException, ValueError) as error:
        raise RequestError(f"{location}: {_first_line(error)}") from None
    if not infos:
        raise RequestError(
            f"{location}: holds no table", "tables are .parquet, .jsonl, .ndjson or .csv files"
        )
    return parts


def filesystem(location: str) -> tuple[fs.FileSystem, str]:
    """Return the file system of a path or an address, and the path in it."""
    if "://" in location:
        system, path = fs.FileSystem.from_uri(location)
        return system, path
    return fs.LocalFileSystem(), str(Path(location).absolute())


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).split("\n", 1)[0]


def _files(system: fs.FileSystem, path: str) -> list[fs.FileInfo]:
    info = system.get_file_info(path)
    if info.type is fs.FileType.NotFound:
        raise OSError("there is no such file or folder")
    if info.type is fs.FileType.File:
        kind_of(path)
        return [info]
    inner = system.get_file_info(fs.FileSelector(path, recursive=True))
    return sorted(
        (
            entry
            for entry in inner
            if entry.type is fs.FileType.File and not _is_hidden(entry.path, path)
        ),
        key=lambda entry: entry.path,
    )


def _is_hidden(path: str, folder: str) -> bool:
    inner = PurePosixPath(path.removeprefix(folder))
    return any(part.startswith((".", "_")) for part in inner.parts)


def kind_of(path: str) -> str:
    """Return what a file's name says it is: `parquet`, `json` or `csv`.

    Raises:
        RequestError: it says nothing of the kind.
    """
    name = path.lower()
    for ending in COMPRESSIONS:
        name = name.removesuffix(ending)
    suffix = PurePosixPath(name).suffix
    if suffix in JSON_LINES:
        return "json"
    if suffix in {".parquet", ".csv"}:
        return suffix[1:]
    raise RequestError(
        f"{path}: is no table by its name", "name it .parquet, .jsonl, .ndjson or .csv"
    )


def _splits_of(
    location: str, system: fs.FileSystem, root: str, info: fs.FileInfo
) -> Iterator[Split]:
    kind = kind_of(info.path)
    where = location.rstrip("/") + info.path[len(root.rstrip("/")) :]
    if kind == "parquet":
        with system.open_input_file(info.path) as file:
            metadata = pq.ParquetFile(file).metadata
        for group in range(metadata.num_row_groups):
            size = metadata.row_group(group).total_byte_size
            yield Split(where, kind, group, group + 1, size)
    elif kind == "csv" or info.path.lower().endswith(COMPRESSIONS):
        yield Split(where, kind, 0, info.size, info.size)
    else:
        for start in range(0, info.size, _SPLIT_BYTES):
            end = min(info.size, start + _SPLIT_BYTES)
            yield Split(where, kind, start, end, end - start)


def read(split: Split, columns: Columns) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a part, with a column `trouble` for those that cannot be read.

    Args:
        split: the part.
        columns: the columns that are wanted, where they are there, and in which of them a number
            counts as the text that it is written as.

    Raises:
        RequestError: the file cannot be read.
    """
    readers: dict[str, Callable[[fs.FileSystem, str, Split, Columns], Iterator[Any]]] = {
        "parquet": _read_parquet,
        "json": _read_json,
        "csv": _read_csv,
    }
    try:
        system, path = filesystem(split.location)
        yield from readers[split.kind](system, path, split, columns)
    except (OSError, pa.ArrowException, EOFError) as error:
        raise RequestError(f"{split.location}: {_first_line(error)}") from None


def _read_parquet(
    system: fs.FileSystem, path: str, split: Split, columns: Columns
) -> Iterator[pa.RecordBatch]:
    with system.open_input_file(path) as source:
        file = pq.ParquetFile(source)
        _refuse_repeated(split.location, file.schema_arrow.names, columns)
        names = [name for name in columns if name in file.schema_arrow.names]
        batches = file.iter_batches(
            BATCH_ROWS, row_groups=[split.start], columns=names, use_threads=False
        )
        for batch in batches:
            arrays = [
                array.dictionary_decode() if pa.types.is_dictionary(array.type) else array
                for array in batch.columns
            ]
            yield _of_file(
                pa.RecordBatch.from_arrays(arrays, names=batch.schema.names),
                file.schema_arrow.names,
            )


def _read_json(
    system: fs.FileSystem, path: str, split: Split, columns: Columns
) -> Iterator[pa.RecordBatch]:
    return _batches(map(_json_row, _lines(system, path, split)), columns, all_columns=True)


def _lines(system: fs.FileSystem, path: str, split: Split) -> Iterator[bytes]:
    """The lines that begin in a part; a line that is too long is cut, so that it cannot be read."""
    compressed = path.lower().endswith(COMPRESSIONS)
    opened = system.open_input_stream(path) if compressed else system.open_input_file(path)
    with opened, io.BufferedReader(_Raw(opened), 1 << 20) as file:
        offset = split.start
        if offset:
            file.seek(offset - 1)
            offset += len(file.readline()) - 1
        while compressed or offset < split.end:
            line = file.readline(_MAX_LINE_BYTES)
            if not line:
                return
            offset += len(line)
            if not line.endswith(b"\n") and len(line) == _MAX_LINE_BYTES:
                while (rest := file.readline(_MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
                    offset += len(rest)
                offset += len(rest)
            yield line


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...
    def seek(self, offset: int, whence: int = 0, /) -> int: ...


class _Raw(io.RawIOBase):
    """A file of Arrow's as Python's buffers want it."""

    def __init__(self, stream: _Stream) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._stream.seek(offset, whence)

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - a writable buffer has no type
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _json_row(line: bytes) -> dict[str, object] | str | None:
    """The fields of a line; why it has none; None for an empty line."""
    if not line.strip():
        return None
    if len(line) >= _MAX_LINE_BYTES:
        return f"the line is longer than {_MAX_LINE_BYTES:,} bytes"
    try:
        record = _DECODER.decode(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "the line is not UTF-8"
    except RepeatedKeyError as error:
        return f"the line has the key {short_repr(error.key)} twice"
    except (ValueError, RecursionError):
        return "the line is no JSON"
    return record if isinstance(record, dict) else "the line is no JSON object"


def _read_csv(
    system: fs.FileSystem, path: str, split: Split, columns: Columns
) -> Iterator[pa.RecordBatch]:
    csv.field_size_limit(_MAX_FIELD_CHARACTERS)
    with system.open_input_stream(path) as opened:
        buffer = io.BufferedReader(_Raw(opened), 1 << 20)
        # Bytes that are no UTF-8 survive as lone surrogates, so that only their row is unreadable.
        text = io.TextIOWrapper(buffer, "utf-8-sig", errors="surrogateescape", newline="")
        reader = csv.reader(text, strict=False)
        try:
            header = _heading(split.location, next(reader, []), columns)
        except csv.Error as error:
            raise RequestError(
                f"{split.location}: its first row is no CSV: {error}",
                "the first row of a CSV table names its columns",
            ) from None
        missing = [name for name in columns if name not in header]
        rows = (_csv_row(header, fields) for fields in _csv_rows(reader))
        for batch in _batches(rows, columns, absent=missing):
            yield _of_file(batch, header)


def _heading(location: str, fields: list[str], columns: Columns) -> list[str]:
    """Return the names of a CSV file's columns.

    Raises:
        RequestError: it has none, or they cannot be told apart.
    """
    if not fields:
        raise RequestError(
            f"{location}: is empty", "the first row of a CSV table names its columns"
        )
    if any("\0" in name for name in fields):
        raise RequestError(f"{location}: is not UTF-8", "save the table as UTF-8")
    if len(fields) == 1 and fields[0] not in columns:
        for mark, name in _OTHER_SEPARATORS.items():
            if mark in fields[0]:
                raise RequestError(
                    f"{location}: its columns are parted by {name}", "part them by commas"
                )
    _refuse_repeated(location, fields, columns)
    return fields


def _refuse_repeated(location: str, names: Sequence[str], columns: Columns) -> None:
    """Refuse a table that has a wanted column twice: another program may take the other one."""
    repeated = next((name for name in columns if names.count(name) > 1), None)
    if repeated is not None:
        raise RequestError(
            f"{location}: has the column '{repeated}' twice", "give one of them another name"
        )


def _of_file(batch: pa.RecordBatch, columns: Sequence[str]) -> pa.RecordBatch:
    return batch.replace_schema_metadata({ALL_COLUMNS: json.dumps(columns)})


def _csv_rows(reader: Iterator[list[str]]) -> Iterator[list[str] | str]:
    """The rows of a CSV file; why a row is none."""
    while True:
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"the row is no CSV: {error}"
            continue
        if fields:
            yield fields


def _csv_row(header: list[str], fields: list[str] | str) -> dict[str, object] | str:
    if isinstance(fields, str):
        return fields
    if len(fields) != len(header):
        return f"the row has {len(fields):,} fields, and the heading {len(header):,}"
    # An empty field is no value; a list of documents is written as JSON.
    return {
        name: _csv_value(value) for name, value in zip(header, fields, strict=True) if value != ""
    }


def _csv_value(value: str) -> object:
    if value.startswith('["') and value.endswith('"]'):
        try:
            parsed = json.loads(value)
        except (ValueError, RecursionError):
            return value
        return parsed if all(isinstance(item, str) for item in parsed) else value
    return value


def _batches(
    rows: Iterable[dict[str, object] | str | None],
    columns: Columns,
    absent: Sequence[str] = (),
    *,
    all_columns: bool = False,
) -> Iterator[pa.RecordBatch]:
    """Yield rows as batches; values of a kind that a column has no place for become trouble."""
    names = [*columns] if all_columns else [name for name in columns if name not in absent]
    numbered = (row for row in rows if row is not None)
    while chunk := list(itertools.islice(numbered, BATCH_ROWS)):
        values: dict[str, list[object]] = {name: [] for name in names}
        troubles: list[str | None] = []
        for row in chunk:
            fields = {} if isinstance(row, str) else row
            trouble = row if isinstance(row, str) else ""
            for name in names:
                value, wrong = _plain(fields.get(name), numbers=columns[name])
                values[name].append(value)
                trouble = trouble or (wrong and f"the value of '{name}' {wrong}")
            troubles.append(trouble or None)
        arrays = [_array(values[name]) for name in names]
        arrays.append(pa.array(troubles, pa.string()))
        yield pa.RecordBatch.from_arrays(arrays, names=[*names, "trouble"])


def _plain(value: object, *, numbers: bool = False) -> tuple[object, str]:
    """A value as text or a list of texts, or what is wrong with it."""
    if value is None:
        return None, ""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return None, "is not UTF-8"
        return value, ""
    if numbers and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value), ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        texts, wrong = zip(*map(_plain, value), strict=True) if value else ((), ())
        return list(texts), next(filter(None, wrong), "")
    return None, "is neither a text nor a list of texts"


def _array(values: list[object]) -> pa.Array:
    if any(isinstance(value, list) for value in values):
        lists = [value if value is None or isinstance(value, list) else [value] for value in values]
        return pa.array(lists, pa.list_(pa.large_string()))
    return pa.array(values, pa.large_string())
