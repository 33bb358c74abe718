"""A file of JSON, read strictly; what is wrong with it is said with its line and column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.model.errors import AnswerError
from claimcheck.text import strict_json

if TYPE_CHECKING:
    from collections.abc import Callable

_BLANKS = " \t\r\n"


def read_json(data: bytes, parse: Callable[[str], object] = strict_json.parse) -> object:
    """Return the value that a file holds.

    Args:
        data: its bytes, in UTF-8.
        parse: makes the value of the text; by default one value is all that the file holds.

    Raises:
        AnswerError: the file holds no such value; the message says where and why.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise AnswerError(f"line {line}: is not UTF-8", "save it as UTF-8") from None
    try:
        return parse(text)
    except strict_json.RepeatedKeyError as error:
        position = strict_json.where_repeated(text)
        place = f"line {position[0]}, column {position[1]}: " if position else ""
        raise AnswerError(f"{place}an object has the key {error.key[:60]!r} twice") from None
    except strict_json.ConstantError as error:
        raise AnswerError(f"{error.name} is no value of JSON") from None
    except json.JSONDecodeError as error:
        raise AnswerError(
            where_no_json(error),
            "save it again as the program or the service wrote it",
        ) from None
    except RecursionError:
        raise AnswerError("is nested too deeply") from None
    except ValueError:
        raise AnswerError("holds a number that is too long") from None


def where_no_json(error: json.JSONDecodeError, first: int = 1) -> str:
    """Say where a text is no JSON and why, in the same words under every version of Python.

    Args:
        error: what reading it failed with.
        first: the number of the text's first line.
    """
    text, pos = error.doc, error.pos
    before = text[:pos].rstrip(_BLANKS)
    if text[pos : pos + 1] in {"}", "]"} and before.endswith(","):
        pos = len(before) - 1  # before 3.13 it tells what it expects behind the comma
    if text[pos : pos + 1] == "," and text[pos + 1 :].lstrip(_BLANKS)[:1] in {"}", "]"}:
        reason = "a comma stands behind the last value"
    else:
        reason = error.msg[:1].lower() + error.msg[1:]
    line = text.count("\n", 0, pos) + first
    column = pos - text.rfind("\n", 0, pos)
    return f"line {line}, column {column}: is no JSON: {reason}"
