"""The statements of a model's answer and their citations: JSON in, statements out.

Which shapes are read is for the modules in `claimcheck.documents.answers`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, Protocol, cast

from claimcheck.documents import answers
from claimcheck.documents.answer_stream import answers_of, values_in
from claimcheck.documents.json_file import read_json
from claimcheck.model.errors import AnswerError
from claimcheck.system import plugins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_BYTES = 16 << 20
MAX_STATEMENTS = 5_000
MAX_CITATIONS = 200  # of one statement
MAX_VALUES = 1_000_000
MAX_CHARACTERS = 20_000  # of one text
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
# Pages and columns end like lines.
_LINE_ENDS = {0x0B: "\n", 0x0C: "\n"}
_LONGEST_PATH = 120  # characters


@dataclass(frozen=True, slots=True)
class AnswerCitation:
    """One citation of a statement. Parts that the answer does not give are empty.

    Attributes:
        quote: the passage, in the words that the answer gives for the source's.
        names: what the answer calls the source: ids, titles, addresses, file names; the first is
            what it is called in messages.
        page: the page, or two, counted from the document's first.
        placed: whether the answer says for which statement it cites the source; else it names it
            for the answer as a whole.
        joined: whether the passage is several of the document's parts, written one after another
            without a blank between them.
    """

    quote: str
    names: tuple[str, ...]
    page: str = ""
    placed: bool = True
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One assertion of an answer, with its citations.

    Attributes:
        text: the whole sentence, or the item of a list.
        citations: what is cited for it; nothing where it is asserted without a source.
        context: what it stands beneath in the answer: headings, the words that introduce a list.
    """

    text: str
    citations: tuple[AnswerCitation, ...]
    context: tuple[str, ...] = ()


class AnswerShape(Protocol):
    """A module of `claimcheck.documents.answers`."""

    SERVICES: tuple[str, ...]

    def recognizes(self, value: JsonValue) -> bool:
        """Whether an answer has this shape."""

    def statements(self, value: JsonValue) -> Iterator[Statement]:
        """Yield what it states."""


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
        """Return the items of a list, or of the list that a member is; none where it is absent.

        Raises:
            AnswerError: it is no list.
        """
        member = self.get(key) if key else self
        if member is None:
            return []
        if not isinstance(member.data, list):
            member.refuse("must be a list")
        return [
            JsonValue(item, f"{member.path}[{number}]") for number, item in enumerate(member.data)
        ]

    def text(self, key: str, *, required: bool = False) -> str:
        """Return a member that is a text, its white space folded; "" where it is absent.

        Raises:
            AnswerError: it is no text, too long, or absent or empty and required.
        """
        if required and self.get(key) is None:
            self.refuse(f'has no "{key}"')
        folded = " ".join(self.raw_text(key).split())
        if len(folded) > MAX_CHARACTERS:
            self.refuse(f'has a "{key}" of more than {MAX_CHARACTERS:,} characters')
        if required and not folded:
            self.refuse(f'has an empty "{key}"')
        return folded

    def passage(self, key: str) -> str:
        """Return a member that is a source's words; of long ones the beginning, in whole words.

        What services take out of documents may hold signs of control, which are no words.

        Raises:
            AnswerError: it is no text.
        """
        member = self.get(key)
        if member is not None and isinstance(member.data, str):
            member = JsonValue(_CONTROL.sub(" ", member.data), member.path)
        elif member is not None:
            member.refuse("must be a text")
        folded = " ".join(str(member.data).split()) if member else ""
        if len(folded) > MAX_CHARACTERS:
            folded = folded[:MAX_CHARACTERS].rpartition(" ")[0] or folded[:MAX_CHARACTERS]
        return folded

    def raw_text(self, key: str) -> str:
        """Return a member that is a text just as it is; "" where it is absent.

        Raises:
            AnswerError: it is no text, or holds a control character.
        """
        member = self.get(key)
        if member is None:
            return ""
        if not isinstance(member.data, str):
            member.refuse("must be a text")
        text = member.data.translate(_LINE_ENDS)
        if control := _CONTROL.search(text):
            member.refuse(f"holds the control character U+{ord(control[0]):04X}")
        return text

    def number(self, key: str) -> int | None:
        """Return a member that is a whole number from 0; None where it is absent.

        Raises:
            AnswerError: it is anything else.
        """
        member = self.get(key)
        if member is None:
            return None
        if isinstance(member.data, bool) or not isinstance(member.data, int) or member.data < 0:
            member.refuse("must be a whole number from 0")
        return member.data

    def is_kind(self, *kinds: str) -> bool:
        """Whether this is an object whose `type` is one of some words."""
        return isinstance(self.data, dict) and self.data.get("type") in kinds

    def refuse(self, problem: str) -> NoReturn:
        """Say what is wrong with this value.

        Raises:
            AnswerError: always.
        """
        path = self.path if len(self.path) <= _LONGEST_PATH else f"…{self.path[-_LONGEST_PATH:]}"
        raise AnswerError(f"{path or 'the answer'} {problem}")


def read_answer(data: bytes) -> tuple[Statement, ...]:
    """Return what an answer states and cites, in its order; equal statements are one.

    Read are whole answers, batches of them, and streams: JSON, JSON lines, server-sent events.

    Raises:
        AnswerError: it is no JSON, of no known shape, malformed, too large, or cites nothing.
    """
    if len(data) > MAX_BYTES:
        raise AnswerError(f"is larger than {MAX_BYTES:,} bytes")
    parsed = read_json(data, values_in)
    if _has_more_values(parsed, MAX_VALUES):
        raise AnswerError(f"holds more than {MAX_VALUES:,} values", "split it")
    return _merged(_statements([JsonValue(answer) for answer in answers_of(parsed)]))


def _statements(values: Iterable[JsonValue]) -> Iterator[Statement]:
    """Yield what several answers state; what of them is no answer is passed over, if any is one."""
    is_known = False
    for value in _answers_in(values):
        if shape := _shape_of(value):
            is_known = True
            yield from shape.statements(value)
    if not is_known:
        raise AnswerError(
            "is no answer whose shape is known",
            f"known are the answers of {', '.join(services())}, and a list of "
            '{"claim": …, "source": …, "quote": …}',
        )


def _answers_in(values: Iterable[JsonValue]) -> Iterator[JsonValue]:
    """Yield values that may be answers; of a list that is none, its items."""
    for value in values:
        if isinstance(value.data, list) and _shape_of(value) is None:
            yield from value.items()
        else:
            yield value


def services() -> tuple[str, ...]:
    """Return the names of the services and libraries whose answers are read, sorted."""
    shapes = plugins.modules(answers).values()
    return tuple(sorted({name for shape in shapes for name in shape.SERVICES}, key=str.casefold))


def _shape_of(value: JsonValue) -> AnswerShape | None:
    exact_shapes = [name for name in plugins.names(answers) if name not in answers.BROAD_SHAPES]
    for name in (*exact_shapes, *answers.BROAD_SHAPES):
        shape = cast("AnswerShape", plugins.module(answers, name))
        if shape.recognizes(value):
            return shape
    return None


def too_many_citations() -> AnswerError:
    """Return the error for a statement for which more is cited than can be judged."""
    return AnswerError(f"cites more than {MAX_CITATIONS} passages for one statement")


def _has_more_values(parsed: object, limit: int) -> bool:
    """Whether lists and objects hold more values than `limit`: each costs time and memory."""
    pending = [parsed]
    remaining = limit
    while pending:
        node = pending.pop()
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        remaining -= len(inner)
        if remaining < 0:
            return True
        pending += [value for value in inner if isinstance(value, (dict, list))]
    return False


def _merged(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Make one statement of those with one text, within the bounds on their number."""
    citations_by_text: dict[str, dict[AnswerCitation, None]] = {}
    contexts: dict[str, tuple[str, ...]] = {}
    for statement in statements:
        contexts.setdefault(statement.text, statement.context)
        citations = citations_by_text.setdefault(statement.text, {})
        citations |= dict.fromkeys(statement.citations)
        if len(citations_by_text) > MAX_STATEMENTS:
            raise AnswerError(f"states more than {MAX_STATEMENTS:,} things", "split it")
        if len(citations) > MAX_CITATIONS:
            raise too_many_citations()
    if not any(citations_by_text.values()):
        raise AnswerError("cites nothing, so there is nothing to import")
    return tuple(
        Statement(text, tuple(citations), contexts[text])
        for text, citations in citations_by_text.items()
    )
