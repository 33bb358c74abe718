"""Typed fields of a YAML mapping: what a file may hold, and a flaw for everything else."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from claimcheck.dossier.strict_yaml import (
    TYPE_NAMES,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    YamlDocument,
)
from claimcheck.model import Flaw, PartialDate, Place
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection
    from enum import StrEnum

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_SHOWN = 60
MAX_FLAWS = 100
# What is written plainly for nothing, as YAML has it: editors see no value there either.
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
Choice = TypeVar("Choice", bound="StrEnum")


def is_id(name: str) -> bool:
    """Whether a name can be an id: it must be a file name that means the same on every system."""
    return bool(_ID.fullmatch(name)) and not _RESERVED.fullmatch(name)


def shown(text: str) -> str:
    """Return a text in quotation marks, escaped and cut to a length fit for a message."""
    return repr(text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…")


class FlawLog:
    """Collects the flaws of one file, the first hundred of them: who has more is told so."""

    def __init__(self, path: str, *, claim: str | None = None, source: str | None = None) -> None:
        self.path = path
        self.flaws: list[Flaw] = []
        self._claim = claim
        self._source = source

    def note(self, message: str, at: Place, remedy: str = "") -> None:
        """Note one flaw."""
        if len(self.flaws) > MAX_FLAWS:
            return
        if len(self.flaws) == MAX_FLAWS:
            message, remedy = "too many problems in this file; the rest are not shown", ""
        flaw = Flaw("malformed-file", message, at, remedy, self._claim, self._source)
        self.flaws.append(flaw)

    def note_document(self, document: YamlDocument) -> None:
        """Note what the YAML reader found wrong."""
        for flaw in document.flaws:
            self.note(flaw.message, Place(self.path, flaw.line, flaw.column), flaw.help)


class Fields:
    """One mapping, read key by key.

    Every reading method returns None (or nothing), and notes a flaw, for a value of another kind.
    """

    def __init__(self, node: MappingNode, flaws: FlawLog, what: str) -> None:
        self._node = node
        self._entries = node.entries
        self._flaws = flaws
        self._what = what
        self.place = Place(flaws.path, node.line, node.column)

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Note a flaw for every key that is not among the known ones."""
        for name, (key, _value) in self._entries.items():
            if name not in known:
                names = tuple(known)
                hint = did_you_mean(key.value, names) or f"the keys are {', '.join(names)}"
                message = f"{self._what} has no key {shown(key.value)}"
                self._flaws.note(message, self._at(key), hint)

    def place_of(self, key: str) -> Place:
        """Return where a key's value stands; the mapping's own place when the key is absent."""
        entry = self._entries.get(key)
        return self._at(entry[1]) if entry else self.place

    def node(self, key: str) -> Node | None:
        """Return a key's value as it stands."""
        entry = self._entries.get(key)
        return entry[1] if entry else None

    def required_text(self, key: str, example: str) -> str | None:
        """Read a text that must be there."""
        if key not in self._node.entries:
            self._flaws.note(f"{self._what} has no `{key}`", self.place, f"add {key}: {example}")
            return None
        return self.text(key)

    def text(self, key: str) -> str | None:
        """Read a text; None when the key is absent."""
        entry = self._entries.get(key)
        return None if entry is None else self._text(entry[1], f"`{key}`")

    def text_or_empty(self, key: str) -> str:
        """Read a text that may be empty; nothing when the key is absent."""
        node = self.node(key)
        if node is None or _is_nothing(node):
            return ""
        return node.value if isinstance(node, ScalarNode) else self._text(node, f"`{key}`") or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; a single text counts as a list of one."""
        node = self.node(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, SequenceNode) else [node]
        read = [self._text(item, f"`{key}`") for item in items]
        return tuple(text for text in read if text is not None)

    def day(self, key: str) -> date | None:
        """Read a date, year-month-day."""
        node = self.node(key)
        text = self.text(key)
        if node is None or text is None:
            return None
        try:
            if _DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        message = f"`{key}` is {shown(text)}, which is no date"
        self._flaws.note(message, self._at(node), "write year-month-day, such as 2020-07-10")
        return None

    def partial_date(self, key: str) -> PartialDate | None:
        """Read a date, a year-month or a year."""
        node = self.node(key)
        text = self.text(key)
        if node is None or text is None:
            return None
        try:
            if _DAY.fullmatch(text):
                return PartialDate(text, date.fromisoformat(text))
            if parts := _PARTIAL.fullmatch(text):
                year, month = int(parts[1]), int(parts[2] or 12)
                return PartialDate(text, date(year, month, calendar.monthrange(year, month)[1]))
        except (ValueError, calendar.IllegalMonthError):
            pass
        message = f"`{key}` is {shown(text)}, which is no date"
        help_text = "write 2020-07-10, 2020-07 or 2020; leave the key out when it is not known"
        self._flaws.note(message, self._at(node), help_text)
        return None

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """Read one of a fixed set of words."""
        node = self.node(key)
        text = self.text(key)
        if node is None or text is None:
            return None
        try:
            return choices(text)
        except ValueError:
            pass
        words = [str(choice) for choice in choices]
        hint = did_you_mean(text, words) or f"write one of {', '.join(words)}"
        message = f"`{key}` is {shown(text)}, which is none of {', '.join(words)}"
        self._flaws.note(message, self._at(node), hint)
        return None

    def mapping(self, key: str, what: str) -> Fields | None:
        """Read a mapping, named `what` in messages."""
        node = self.node(key)
        if node is None:
            return None
        if isinstance(node, MappingNode):
            return Fields(node, self._flaws, what)
        message = f"`{key}` must be a mapping, not {TYPE_NAMES[type(node)]}"
        self._flaws.note(message, self._at(node), "")
        return None

    def mappings(self, key: str, what: str) -> list[Fields]:
        """Read a list of mappings, each named `what` in messages."""
        node = self.node(key)
        if node is None:
            return []
        if _is_nothing(node):
            return []
        if not isinstance(node, SequenceNode):
            message = f"`{key}` must be a list, not {TYPE_NAMES[type(node)]}"
            self._flaws.note(
                message, self._at(node), "begin each item on a line of its own with a dash"
            )
            return []
        found = []
        for item in node.items:
            if isinstance(item, MappingNode):
                found.append(Fields(item, self._flaws, what))
            else:
                message = f"{what} must be a mapping, not {TYPE_NAMES[type(item)]}"
                self._flaws.note(message, self._at(item), "")
        return found

    def key_places(self) -> list[tuple[str, Place]]:
        """Return the mapping's keys and where they stand, in the order written."""
        return [(key.value, self._at(key)) for key, _value in self._node.entries.values()]

    def check_id(self, stem: str) -> None:
        """Note a flaw when an `id` is given that is not the file's stem."""
        given = self.text("id")
        if given is not None and given != stem:
            message = f"`id` is {shown(given)}, but the file is named {stem}.yaml"
            self._flaws.note(
                message, self.place_of("id"), "the file's name is the id: rename one of the two"
            )

    def _text(self, node: Node, what: str) -> str | None:
        if type(node) is not ScalarNode:
            message = f"{what} must be text, not {TYPE_NAMES[type(node)]}"
            self._flaws.note(message, self._at(node), "")
            return None
        value = node.value
        if not value or value.isspace() or (node.plain and value in _NOTHING):
            self._flaws.note(
                f"{what} is empty", self._at(node), "write a value, or leave the key out"
            )
            return None
        return value

    def _at(self, node: Node) -> Place:
        return Place(self._flaws.path, node.line, node.column)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.plain and node.value in _NOTHING


def root_mapping(document: YamlDocument, flaws: FlawLog, what: str) -> Fields | None:
    """Return a document's top-level mapping; note why there is none."""
    flaws.note_document(document)
    if isinstance(document.root, MappingNode):
        return Fields(document.root, flaws, what)
    if not document.flaws:
        found = TYPE_NAMES[type(document.root)] if document.root else "nothing"
        message = f"{what} must be a mapping of keys to values; the file holds {found}"
        flaws.note(message, Place(flaws.path, 1, 1), "")
    return None
