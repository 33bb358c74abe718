"""Data in JSON, as tables: a line each record, cells by tabs, a head with the names of the keys."""

from __future__ import annotations

import json
import re
from typing import Final

from claimcheck.documents.charset import decode
from claimcheck.documents.json_file import where_no_json
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.documents.tables import line
from claimcheck.model.errors import UnreadableError

SUFFIXES = (".json", ".jsonl", ".ndjson", ".geojson")
MEDIA_TYPES = ("application/json", "application/x-ndjson", "application/geo+json")
DISTRIBUTION = ""
EXTRA = ""
_DEEPEST: Final = 100
_WIDEST: Final = 500  # keys that a table can have for columns


class _Pairs(list[tuple[str, "_Value"]]):
    """An object: its keys and values in order, repeated ones too."""


_Value = str | _Pairs | list["_Value"]


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the values, each as it is written: a list of records is a table, all else has lines.

    Raises:
        UnreadableError: it is no JSON, is nested too deeply, holds no text, or is in another
            encoding than was said.
    """
    source = decode(data, options.charset)
    lines: list[str] = []
    _write(_parsed(source.text), "", lines, 0)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    if not text.strip():
        raise UnreadableError("it holds no text")
    return Extract(f"{text}\n", DocumentMetadata(type="dataset"), source.remarks, source.gaps)


def _parsed(text: str) -> _Value:
    """Return the value, or a list of those of a file with one in each line."""
    try:
        return _decoded(text)
    except RecursionError:
        raise UnreadableError("it is nested too deeply to be read") from None


def _decoded(text: str) -> _Value:
    """Decode a text; numbers stay as they are written: 1.10 is not 1.1."""
    decoder = json.JSONDecoder(
        object_pairs_hook=_Pairs, parse_float=str, parse_int=str, parse_constant=str
    )
    try:
        return _plain(decoder.decode(text))
    except json.JSONDecodeError as error:
        problem = where_no_json(error)
    values: list[_Value] = []
    for number, row in enumerate(text.split("\n"), 1):
        try:
            values += [_plain(decoder.decode(row))] if row.strip() else []
        except json.JSONDecodeError as error:
            # Where the first line is no value, the file is none of lines.
            raise _no_json(where_no_json(error, number) if values else problem) from None
    if len(values) < 2:
        raise _no_json(problem)
    return values


def _no_json(problem: str) -> UnreadableError:
    return UnreadableError(problem, "save it again as the program or the service wrote it")


def _plain(value: object) -> _Value:
    """Return a value with what JSON has for true, false and null as it is written there."""
    if isinstance(value, _Pairs):
        return _Pairs((key, _plain(inner)) for key, inner in value)
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, str):
        return value
    return "null" if value is None else str(value).lower()


def _write(value: _Value, name: str, lines: list[str], depth: int) -> None:
    """Write a value under its name: a table, rows of names and values, or one line."""
    if depth > _DEEPEST:
        raise UnreadableError("it is nested too deeply to be read")
    if isinstance(value, str):
        lines.append(line([name, value] if name else [value]))
    elif isinstance(value, _Pairs):
        for key, inner in value:
            _write(inner, f"{name}.{key}" if name else key, lines, depth + 1)
    elif records := _records(value):
        _write_table(records, name, lines)
    elif all(isinstance(item, str) for item in value):
        cells = [item for item in value if isinstance(item, str)]
        lines.append(line([name, *cells] if name else cells))
    elif all(_is_row(item) for item in value):
        lines += ["", *([name] if name else []), *(line(_cells(item)) for item in value), ""]
    else:
        for number, item in enumerate(value, 1):
            _write(item, f"{name}.{number}" if name else str(number), lines, depth + 1)


def _records(value: list[_Value]) -> list[dict[str, str]]:
    """Return the records of a list of objects without lists of objects in them; else none."""
    records = []
    for item in value:
        cells: dict[str, str] = {}
        if not isinstance(item, _Pairs) or not _flatten(item, "", cells):
            return []
        records.append(cells)
    return records if len({key for record in records for key in record}) <= _WIDEST else []


def _flatten(pairs: _Pairs, name: str, cells: dict[str, str]) -> bool:
    """Put the values of an object into cells; False where a table cannot hold them."""
    for key, value in pairs:
        path = f"{name}.{key}" if name else key
        while path in cells:
            path += "'"  # a key that is repeated: both values stand there
        if isinstance(value, str):
            cells[path] = value
        elif isinstance(value, _Pairs):
            if not _flatten(value, path, cells):
                return False
        elif all(isinstance(item, str) for item in value):
            cells[path] = "; ".join(item for item in value if isinstance(item, str))
        else:
            return False
    return True


def _write_table(records: list[dict[str, str]], name: str, lines: list[str]) -> None:
    columns = list(dict.fromkeys(key for record in records for key in record))
    lines += ["", *([name] if name else []), line(columns)]
    lines += [line(record.get(column, "") for column in columns) for record in records]
    lines.append("")


def _is_row(value: _Value) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _cells(value: _Value) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
