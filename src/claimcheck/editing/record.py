"""Edits of a source's record."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode
from claimcheck.model.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HASHES = frozenset({"sha256", "text_sha256", "text_of"})


def with_values(data: bytes, values: Mapping[str, str | Sequence[str]]) -> bytes:
    """Return a record in which some keys have these values, and nothing but their lines is changed.

    Args:
        data: the record's bytes.
        values: texts, or lists of texts, by key. A line is added where the record has none, and
            taken away for an empty list.

    Raises:
        EditError: the record has no lines that can be edited.
    """
    for key, value in values.items():
        is_hash = key in _HASHES and isinstance(value, str)
        data = with_hash(data, key, str(value)) if is_hash else _with_value(data, key, value)
    if any(_differs(data, key, value) for key, value in values.items()):
        lines = "; ".join(
            f"{key}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
            for key, value in values.items()
        )
        raise EditError(
            "has no line that claimcheck can edit",
            f"write {'these lines' if len(values) > 1 else 'this line'} into it: {lines}",
        )
    return data


def _differs(data: bytes, key: str, value: str | Sequence[str]) -> bool:
    """Whether a record does not say what it was to say."""
    if isinstance(value, str):
        return value_of(data, key) != value
    return _list_of(data, key) != list(value)


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


def _with_value(data: bytes, key: str, value: str | Sequence[str]) -> bytes:
    if not value:
        return re.sub(
            rb"^" + key.encode() + rb":[^\r\n]*(?:\r?\n|\Z)", b"", data, flags=re.MULTILINE
        )
    # JSON's strings and lists are YAML's, and need no decision about quoting.
    written = f"{key}: {json.dumps(value, ensure_ascii=False)}"
    line = re.compile(rb"^" + key.encode() + rb":[^\r\n]*", re.MULTILINE)
    edited, replacements = line.subn(lambda _match: written.encode(), data)
    return edited if replacements else _with_line(data, written)


def _with_line(data: bytes, line: str) -> bytes:
    ending = b"\r\n" if b"\r\n" in data else b"\n"
    joint = b"" if data.endswith(b"\n") else ending
    return data + joint + line.encode() + ending


def value_of(data: bytes, key: str) -> str | None:
    """Return a record's value; None where the record is broken or has no such text."""
    document = strict_yaml.read(data)
    if document.flaws or not isinstance(document.root, MappingNode):
        return None
    _key, value = document.root.entries.get(key, (None, None))
    return value.value if isinstance(value, ScalarNode) else None


def _list_of(data: bytes, key: str) -> list[str] | None:
    """Return a record's list of texts, an empty one where it has no such key."""
    document = strict_yaml.read(data)
    if document.flaws or not isinstance(document.root, MappingNode):
        return None
    if key not in document.root.entries:
        return []
    _key, value = document.root.entries[key]
    if not isinstance(value, SequenceNode):
        return None
    return [item.value for item in value.items if isinstance(item, ScalarNode)]
