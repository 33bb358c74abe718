"""JSON with nothing in it that readers take differently: no key twice in an object, no NaN."""

from __future__ import annotations

import json
from typing import Any, NoReturn

_MAX_CHARACTERS_READ_TWICE = 1 << 20


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
    return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_refuse_constant)


def where_repeated(text: str) -> tuple[int, int] | None:
    """Return the line and column, from 1, where the object begins that has some key twice.

    The fast parser does not tell where it is, so the text is read again by the slow one; None
    where that would take long, or where there is no such object.
    """
    if len(text) > _MAX_CHARACTERS_READ_TWICE:
        return None
    starts: list[int] = []
    decoder: Any = json.JSONDecoder(object_pairs_hook=_unique_keys)

    def parse_object(text_and_end: tuple[str, int], *rest: object) -> object:
        starts.append(text_and_end[1] - 1)
        value = json.decoder.JSONObject(text_and_end, *rest)  # type: ignore[attr-defined] # the library's own, in Python
        starts.pop()
        return value

    decoder.parse_object = parse_object
    decoder.scan_once = json.scanner.py_make_scanner(decoder)  # type: ignore[attr-defined]
    try:
        decoder.decode(text)
    except RepeatedKeyError:
        return text.count("\n", 0, starts[-1]) + 1, starts[-1] - text.rfind("\n", 0, starts[-1])
    except (ValueError, RecursionError):
        pass
    return None


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
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
