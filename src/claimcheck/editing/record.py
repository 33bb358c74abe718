"""Edits of a source's record."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from claimcheck.dossier import strict_yaml
from claimcheck.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Mapping

_HASHES = frozenset({"sha256", "text_sha256", "text_of"})


def with_values(data: bytes, values: Mapping[str, str]) -> bytes:
    """Return a record in which some keys have these values, and nothing but their lines is changed.

    Args:
        data: the record's bytes.
        values: texts by key; a line is added where the record has none.

    Raises:
        EditError: the record has no lines that can be edited.
    """
    for key, value in values.items():
        data = with_hash(data, key, value) if key in _HASHES else _with_text(data, key, value)
    if any(value_of(data, key) != value for key, value in values.items()):
        lines = "; ".join(f"{key}: {value}" for key, value in values.items())
        raise EditError(
            "has no line that claimcheck can edit",
            f"write {'these lines' if len(values) > 1 else 'this line'} into it: {lines}",
        )
    return data


def with_hash(data: bytes, key: str, sha256: str) -> bytes:
    """Return a record in which a key has a hash, and nothing but its line is changed.

    Args:
        data: the record's bytes.
        key: the key of a hash; its line is added where the record has none.
        sha256: the hash, in hexadecimal.
    """
    line = re.compile(
        rb"^(" + key.encode() + rb":[ \t]*)([\"']?)[0-9A-Fa-f]{64}(?=\2(?:\s|$))", re.MULTILINE
    )
    edited, replacements = line.subn(lambda match: match[1] + match[2] + sha256.encode(), data)
    return edited if replacements else _with_line(data, f"{key}: {sha256}")


def _with_text(data: bytes, key: str, value: str) -> bytes:
    # JSON's strings are YAML's, and need no decision about quoting.
    text = json.dumps(value, ensure_ascii=False)
    line = re.compile(rb"^" + key.encode() + rb":[^\r\n]*", re.MULTILINE)
    written = f"{key}: {text}"
    edited, replacements = line.subn(lambda _match: written.encode(), data)
    return edited if replacements else _with_line(data, written)


def _with_line(data: bytes, line: str) -> bytes:
    ending = b"\r\n" if b"\r\n" in data else b"\n"
    joint = b"" if data.endswith(b"\n") else ending
    return data + joint + line.encode() + ending


def value_of(data: bytes, key: str) -> str | None:
    """Return a record's value; None where the record is broken or has no such text."""
    document = strict_yaml.read(data)
    if document.flaws or not isinstance(document.root, strict_yaml.MappingNode):
        return None
    _key, value = document.root.entries.get(key, (None, None))
    return value.value if isinstance(value, strict_yaml.ScalarNode) else None
