"""Edits of a source's record."""

from __future__ import annotations

import re

from claimcheck.dossier import strict_yaml


def with_hash(data: bytes, key: str, sha256: str) -> bytes:
    """Return a record in which a key has a hash, and nothing but its line is changed.

    Args:
        data: the record's bytes.
        key: `sha256` or `text_sha256`; its line is added where the record has none.
        sha256: the hash, in hexadecimal.
    """
    line = re.compile(
        rb"^(" + key.encode() + rb":[ \t]*)([\"']?)[0-9A-Fa-f]{64}(?=\2(?:\s|$))", re.MULTILINE
    )
    edited, replacements = line.subn(lambda match: match[1] + match[2] + sha256.encode(), data)
    if replacements:
        return edited
    ending = b"\r\n" if b"\r\n" in data else b"\n"
    joint = b"" if data.endswith(b"\n") else ending
    return data + joint + f"{key}: {sha256}".encode() + ending


def value_of(data: bytes, key: str) -> str | None:
    """Return a record's value; None where the record is broken or has no such text."""
    document = strict_yaml.read(data)
    if document.flaws or not isinstance(document.root, strict_yaml.MappingNode):
        return None
    _key, value = document.root.entries.get(key, (None, None))
    return value.value if isinstance(value, strict_yaml.ScalarNode) else None
