"""JSON with nothing in it that readers take differently: no key twice in an object, no NaN."""

from __future__ import annotations

import json
import re
from typing import NoReturn

_MAX_CHARACTERS_READ_TWICE = 1 << 20
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],]')


class RepeatedKeyError(ValueError):
    """An object has a key twice; `key` is that key."""

    def __init__(self, key: str) -> None:
        super().__init__("a key stands there twice")
        self.key = key


class ConstantError(ValueError):
    """There is a word that is no value of JSON, such as NaN; `name` is that word."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is no value")
        self.name = name


def parse(text: str) -> object:
    """Return the value that a text stands for.

    Raises:
        RepeatedKeyError: an object has a key twice.
        ConstantError: NaN or Infinity stands there.
        json.JSONDecodeError: the text is no JSON.
        ValueError: a number is too long.
        RecursionError: the text is nested too deeply.
    """
    return json.loads(text, object_pairs_hook=unique_keys, parse_constant=_refuse_constant)


def where_repeated(text: str) -> tuple[int, int] | None:
    """Return the line and column, from 1, where the object begins that has some key twice.

    Args:
        text: what `parse` refused with `RepeatedKeyError`, which does not say where.

    Returns:
        The place of the first such object to end; None where there is none, or where the text is
        so long that reading it twice would take long.
    """
    if len(text) > _MAX_CHARACTERS_READ_TWICE:
        return None
    containers: list[_Container] = []
    for token in _TOKEN.finditer(text):
        first = token[0][0]
        if first in "{[":
            containers.append(_Container(token.start(), expects_key=first == "{"))
        elif not containers:
            continue
        elif first in "}]":
            closed = containers.pop()
            if closed.repeats_key:
                return _line_and_column(text, closed.start)
        elif first == ",":
            containers[-1].expects_key = containers[-1].is_object
        elif first == '"' and containers[-1].expects_key:
            containers[-1].add_key(json.loads(token[0]))
    return None


class _Container:
    """An object or a list that is not closed yet, from its offset in the text."""

    def __init__(self, start: int, *, expects_key: bool) -> None:
        self.start = start
        self.is_object = self.expects_key = expects_key
        self.repeats_key = False
        self._keys: set[str] = set()

    def add_key(self, key: str) -> None:
        """Take the next key; what follows is its value."""
        self.repeats_key |= key in self._keys
        self._keys.add(key)
        self.expects_key = False


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the object of some keys and values, as `json` asks for it.

    Raises:
        RepeatedKeyError: a key stands there twice.
    """
    by_key = dict(pairs)
    if len(by_key) < len(pairs):
        keys: set[str] = set()
        for key, _value in pairs:
            if key in keys:
                raise RepeatedKeyError(key)
            keys.add(key)
    return by_key


def _refuse_constant(name: str) -> NoReturn:
    raise ConstantError(name)
