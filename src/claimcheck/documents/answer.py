"""What a model's answer states, and what it cites for it: JSON in, statements out.

A shape of answers is a module in `claimcheck/documents/answers/`, named for what it reads. It
defines

    recognizes(value: JsonValue) -> bool
    statements(value: JsonValue) -> Iterator[Statement]

both pure. Its docstring says what it reads. What an answer says is written by strangers, or by a
machine: size and depth are bounded, every value is asked for its type, and what is wrong is an
`AnswerError` with its place.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from claimcheck.documents import answers
from claimcheck.errors import AnswerError
from claimcheck.system import plugins
from claimcheck.text import strict_json

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES = 16 << 20
MAX_STATEMENTS = 5_000
MAX_CITATIONS = 200
MAX_VALUES = 1_000_000
LONGEST = 20_000
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_LONGEST_PATH = 120


@dataclass(frozen=True, slots=True)
class AnswerCitation:
    """What a statement cites. Whatever the answer does not say is empty.

    Attributes:
        quote: the passage, in the words that the answer gives for the source's.
        names: what the answer calls the source: ids, titles, addresses, file names; the first is
            what it is called in messages.
        page: the page, or two, counted from the document's first.
    """

    quote: str
    names: tuple[str, ...]
    page: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What an answer asserts in one go, with what it cites for it."""

    text: str
    citations: tuple[AnswerCitation, ...]


@dataclass(frozen=True, slots=True)
class JsonValue:
    """A value of an answer and the path that leads to it: `content[2].citations[0]`."""

    data: object
    path: str = ""

    def get(self, key: str) -> JsonValue | None:
        """Return a member of an object; None where it is absent or null."""
        if not isinstance(self.data, dict) or self.data.get(key) is None:
            return None
        return JsonValue(self.data[key], f"{self.path}.{key}".removeprefix("."))

    def items(self, key: str = "") -> list[JsonValue]:
        """Return the items of a list, or of the list that a member is; none where it is absent."""
        found = self.get(key) if key else self
        if found is None:
            return []
        if not isinstance(found.data, list):
            found.refuse("must be a list")
        return [JsonValue(one, f"{found.path}[{number}]") for number, one in enumerate(found.data)]

    def text(self, key: str, *, required: bool = False) -> str:
        """Return a member that is a text, its white space folded; nothing where it is absent."""
        if required and self.get(key) is None:
            self.refuse(f'has no "{key}"')
        folded = " ".join(self.raw_text(key).split())
        if len(folded) > LONGEST:
            self.refuse(f'has a "{key}" of more than {LONGEST:,} characters')
        if required and not folded:
            self.refuse(f'has an empty "{key}"')
        return folded

    def raw_text(self, key: str) -> str:
        """Return a member that is a text just as it is; nothing where it is absent."""
        found = self.get(key)
        if found is None:
            return ""
        if not isinstance(found.data, str):
            found.refuse("must be a text")
        if bad := _UNWRITABLE.search(found.data):
            found.refuse(f"holds the control character U+{ord(bad[0]):04X}")
        return found.data

    def number(self, key: str) -> int | None:
        """Return a member that is a whole number from 0; None where it is absent."""
        found = self.get(key)
        if found is None:
            return None
        if isinstance(found.data, bool) or not isinstance(found.data, int) or found.data < 0:
            found.refuse("must be a whole number from 0")
        return found.data

    def is_kind(self, *kinds: str) -> bool:
        """Whether this is an object whose `type` is one of some words."""
        return isinstance(self.data, dict) and self.data.get("type") in kinds

    def refuse(self, why: str) -> NoReturn:
        """Say what is wrong with this value.

        Raises:
            AnswerError: always.
        """
        path = self.path if len(self.path) <= _LONGEST_PATH else f"…{self.path[-_LONGEST_PATH:]}"
        raise AnswerError(f"{path or 'the answer'} {why}")


def read_answer(data: bytes) -> tuple[Statement, ...]:
    """Return what an answer states and cites, in its order; equal statements are one.

    Raises:
        AnswerError: it is no JSON, of no known shape, malformed, too large, or cites nothing.
    """
    if len(data) > MAX_BYTES:
        raise AnswerError(f"is larger than {MAX_BYTES:,} bytes")
    parsed = _parsed(data)
    if _more_values(parsed, MAX_VALUES):
        raise AnswerError(f"holds more than {MAX_VALUES:,} values", "split it")
    value = JsonValue(parsed)
    for name in plugins.names(answers):
        format_ = plugins.module(answers, name)
        if format_.recognizes(value):
            return _bounded(format_.statements(value))
    raise AnswerError(
        "is no answer whose shape is known",
        "known are Anthropic's messages, OpenAI's responses and chat completions, and a list of "
        '{"claim": …, "source": …, "quote": …}',
    )


def _parsed(data: bytes) -> object:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise AnswerError(f"line {line}: is not UTF-8", "save it as UTF-8") from None
    try:
        return strict_json.parse(text)
    except strict_json.RepeatedKeyError as error:
        at = strict_json.where_repeated(text)
        where = f"line {at[0]}, column {at[1]}: " if at else ""
        raise AnswerError(f"{where}an object has the key {error.key[:60]!r} twice") from None
    except strict_json.ConstantError as error:
        raise AnswerError(f"{error.name} is no value of JSON") from None
    except json.JSONDecodeError as error:
        raise AnswerError(
            f"line {error.lineno}, column {error.colno}: is no JSON: {_clause(error.msg)}"
        ) from None
    except RecursionError:
        raise AnswerError("is nested too deeply") from None
    except ValueError:
        raise AnswerError("holds a number that is too long") from None


def _more_values(parsed: object, limit: int) -> bool:
    """Whether lists and objects hold more values than `limit`: each costs time and memory."""
    waiting = [parsed]
    while waiting:
        one = waiting.pop()
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        limit -= len(inner)
        if limit < 0:
            return True
        waiting += [each for each in inner if isinstance(each, (dict, list))]
    return False


def _clause(message: str) -> str:
    return message[:1].lower() + message[1:]


def _bounded(found: Iterable[Statement]) -> tuple[Statement, ...]:
    joined: dict[str, dict[AnswerCitation, None]] = {}
    for statement in found:
        cited = joined.setdefault(statement.text, {})
        cited |= dict.fromkeys(statement.citations)
        if len(joined) > MAX_STATEMENTS:
            raise AnswerError(f"states more than {MAX_STATEMENTS:,} things", "split it")
        if len(cited) > MAX_CITATIONS:
            raise AnswerError(f"cites more than {MAX_CITATIONS} passages for one statement")
    if not joined:
        raise AnswerError("cites nothing, so there is nothing to import")
    return tuple(Statement(text, tuple(cited)) for text, cited in joined.items())
