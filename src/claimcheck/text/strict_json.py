"""JSON with nothing in it that readers take differently: no key twice in an object, no NaN."""

from __future__ import annotations

import json
from typing import Any, NoReturn

_LONGEST_READ_TWICE = 1 << 20


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
    return json.loads(text, object_pairs_hook=_once, parse_constant=_refused)


def where_repeated(text: str) -> tuple[int, int] | None:
    """Return the line and column, from 1, where the object begins that has some key twice.

    The fast parser does not tell where it is, so the text is read again by the slow one; None
    where that would take long, or where there is no such object.
    """
    if len(text) > _LONGEST_READ_TWICE:
        return None
    begun: list[int] = []
    decoder: Any = json.JSONDecoder(object_pairs_hook=_once)

    def parsed(at: tuple[str, int], *rest: object) -> object:
        begun.append(at[1] - 1)
        found = json.decoder.JSONObject(at, *rest)  # type: ignore[attr-defined] # the library's own, in Python
        begun.pop()
        return found

    decoder.parse_object = parsed
    decoder.scan_once = json.scanner.py_make_scanner(decoder)  # type: ignore[attr-defined]
    try:
        decoder.decode(text)
    except RepeatedKeyError:
        return text.count("\n", 0, begun[-1]) + 1, begun[-1] - text.rfind("\n", 0, begun[-1])
    except (ValueError, RecursionError):
        pass
    return None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        met: set[str] = set()
        for key, _value in pairs:
            if key in met:
                raise RepeatedKeyError(key)
            met.add(key)
    return found


def _refused(name: str) -> NoReturn:
    raise ConstantError(name)
