"""Typed fields of a YAML mapping: what a file may hold, and a flaw for everything else."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from claimcheck.dossier.keys import Form, has_form
from claimcheck.dossier.names import odd_letters
from claimcheck.dossier.yaml_nodes import TYPE_NAMES, MappingNode, Node, ScalarNode, SequenceNode
from claimcheck.model import Flaw, PartialDate, Place
from claimcheck.system.folder import is_reserved
from claimcheck.text.ignorable import is_blank
from claimcheck.text.printable import short_repr
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Set as AbstractSet
    from enum import StrEnum
    from typing import TypeGuard

    from claimcheck.dossier.strict_yaml import YamlDocument
    from claimcheck.model import Span

MAX_FLAWS_SHOWN = 100
# YAML's plain words for no value at all: editors see none there either.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TRUTH_VALUES = {"yes": True, "no": False, "true": True, "false": False}
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
Choice = TypeVar("Choice", bound="StrEnum")


def is_id(name: str) -> bool:
    """Whether a name can be an id: it must be a file name that means the same on every system."""
    return has_form(name, Form.ID) and not is_reserved(name)


class FlawLog:
    """Collects the flaws of one file, the first hundred of them: who has more is told so.

    Args:
        path: the file's path relative to the project root.
        claim: the id of the claim that the file is about, if it is about one.
        source: the id of the source that the file is about, if it is about one.
    """

    def __init__(self, path: str, *, claim: str | None = None, source: str | None = None) -> None:
        self.path = path
        self.flaws: list[Flaw] = []
        self._claim = claim
        self._source = source

    def note(self, message: str, place: Place, remedy: str = "") -> None:
        """Note one flaw.

        Args:
            message: what is wrong, in one sentence.
            place: where.
            remedy: how to mend it.
        """
        if len(self.flaws) > MAX_FLAWS_SHOWN:
            return
        if len(self.flaws) == MAX_FLAWS_SHOWN:
            message, remedy = "too many problems in this file; the rest are not shown", ""
        flaw = Flaw("malformed-file", message, place, remedy, self._claim, self._source)
        self.flaws.append(flaw)

    def note_document(self, document: YamlDocument) -> None:
        """Note what is wrong with a file as YAML."""
        for flaw in document.flaws:
            self.note(flaw.message, Place(self.path, flaw.line, flaw.column), flaw.help)


class Fields:
    """One mapping, read key by key.

    Every reading method returns None (or an empty value), and notes a flaw, for a value of another
    kind.

    Args:
        node: the mapping.
        log: where flaws are noted.
        label: what messages call the mapping, with its article: `a claim`.
    """

    def __init__(self, node: MappingNode, log: FlawLog, label: str) -> None:
        self._entries = node.entries
        self._log = log
        self._label = label
        self.place = Place(log.path, node.line, node.column)

    def refuse_unknown(self, keys: Collection[str]) -> None:
        """Note a flaw for every key that is not among the known ones."""
        if not self._entries.keys() - keys:
            return
        for name, (key, _value) in self._entries.items():
            if name not in keys:
                names = tuple(keys)
                hint = did_you_mean(key.value, names) or f"the keys are {', '.join(names)}"
                message = f"{self._label} has no key {short_repr(key.value)}"
                self._log.note(message, self._place(key), hint)

    def has_only(self, keys: AbstractSet[str]) -> bool:
        """Whether the mapping has no keys but these."""
        return self._entries.keys() <= keys

    def place_of(self, key: str) -> Place:
        """Return where a key's value stands; the mapping's own place when the key is absent."""
        return self.place_where(key) or self.place

    def place_where(self, key: str) -> Place | None:
        """Return where a key's value stands; nothing where the key is absent."""
        entry = self._entries.get(key)
        return self._place(entry[1]) if entry else None

    def node(self, key: str) -> Node | None:
        """Return a key's value as it stands."""
        entry = self._entries.get(key)
        return entry[1] if entry else None

    def name(self, key: str) -> str | None:
        """Read somebody's name; a flaw where letters in it are not what they look like."""
        written = self.text(key)
        if written is not None:
            self._note_odd_letters(key, written)
        return written

    def required_name(self, key: str, example: str) -> str | None:
        """Read somebody's name that must be there, as `name` does."""
        written = self.required_text(key, example)
        if written is not None:
            self._note_odd_letters(key, written)
        return written

    def names(self, key: str) -> tuple[str, ...]:
        """Read a list of names; a flaw where letters in one are not what they look like."""
        written = self.texts(key)
        for name in written:
            self._note_odd_letters(key, name)
        return written

    def _note_odd_letters(self, key: str, written: str) -> None:
        if odd := odd_letters(written):
            signs = ", ".join(dict.fromkeys(f"U+{ord(letter):04X}" for letter in odd))
            self.note(
                key,
                f"`{key}` is {short_repr(written)}, where not all letters are what they look like "
                f"({signs})",
                "type the name again",
            )

    def required_text(self, key: str, example: str) -> str | None:
        """Read a text that must be there."""
        if key not in self._entries:
            message = f"{self._label} has no `{key}`"
            self._log.note(message, self.place, f"add {key}: {example}")
            return None
        node = self._entries[key][1]
        if _is_plainly_text(node):
            return node.value
        return self._text(node, f"`{key}`", f"write {example}")

    def text(self, key: str) -> str | None:
        """Read a text; None when the key is absent."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        node = entry[1]
        return node.value if _is_plainly_text(node) else self._text(node, f"`{key}`")

    def text_or_empty(self, key: str) -> str:
        """Read a text that may be empty; an empty one when the key is absent."""
        node = self.node(key)
        if node is None or _is_null(node):
            return ""
        return node.value if isinstance(node, ScalarNode) else self._text(node, f"`{key}`") or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; a single text counts as a list of one."""
        node = self.node(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, SequenceNode) else [node]
        read = [
            item.value if _is_plainly_text(item) else self._text(item, f"`{key}`") for item in items
        ]
        return tuple(text for text in read if text is not None)

    def spans(self, key: str) -> tuple[Span, ...]:
        """Read spans of a text, such as 120-4500: in order, apart, and none of them empty."""
        spans: list[Span] = []
        written = [text for text in self.texts(key) if self._is_span(key, text)]
        for start, _, end in sorted((text.partition("-") for text in written), key=_span_order):
            first, last = int(start), int(end)
            if spans and first <= spans[-1][1]:
                first, last = spans[-1][0], max(last, spans.pop()[1])
            if first < last:
                spans.append((first, last))
        return tuple(spans)

    def _is_span(self, key: str, text: str) -> bool:
        if has_form(text, Form.SPANS):
            return True
        remedy = "leave the key as `source add` wrote it, or take it out"
        self._note_value(key, text, "is no span of a text", remedy)
        return False

    def day(self, key: str) -> date | None:
        """Read a date, year-month-day."""
        text = self.text(key)
        if text is None:
            return None
        if has_form(text, Form.DAY):
            return date.fromisoformat(text)
        if _DAY.fullmatch(text):
            self._note_value(key, text, "is no day of the calendar", "correct the month or the day")
        else:
            self._note_value(key, text, "is no date", "write year-month-day, such as 2020-07-10")
        return None

    def partial_date(self, key: str) -> PartialDate | None:
        """Read a date, a year-month or a year."""
        remedy = "write 2020-07-10, 2020-07 or 2020; leave the key out when it is not known"
        text = self._of_form(key, Form.PARTIAL_DATE, "is no date", remedy)
        if text is None:
            return None
        if has_form(text, Form.DAY):
            day = date.fromisoformat(text)
            return PartialDate(text, day, day)
        import calendar  # few dates lack their day, and it brings the locale

        year, _, month_written = text.partition("-")
        first_month, last_month = int(month_written or 1), int(month_written or 12)
        last_day = calendar.monthrange(int(year), last_month)[1]
        earliest = date(int(year), first_month, 1)
        return PartialDate(text, earliest, date(int(year), last_month, last_day))

    def web_address(self, key: str) -> str | None:
        """Read an address of the web, whole."""
        remedy = "write it whole, beginning with https:// or http://"
        return self._of_form(key, Form.WEB_ADDRESS, "is no web address", remedy)

    def language(self, key: str) -> str | None:
        """Read a language's code, as BCP 47 writes it."""
        remedy = "write it as BCP 47 does, such as en or pt-BR"
        return self._of_form(key, Form.LANGUAGE, "is no code of a language", remedy)

    def sha256(self, key: str) -> str | None:
        """Read a SHA-256 in hexadecimal; return it in lower case."""
        remedy = "write the 64 hexadecimal digits that `sha256sum` prints"
        text = self._of_form(key, Form.SHA256, "is no SHA-256", remedy)
        return None if text is None else text.lower()

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """Read one of a fixed set of words."""
        text = self.text(key)
        if text is None:
            return None
        try:
            return choices(text)
        except ValueError:
            pass
        words = [str(choice) for choice in choices]
        hint = did_you_mean(text, words) or "write one of these words"
        self._note_value(key, text, f"is none of {', '.join(words)}", hint)
        return None

    def yes_no(self, key: str) -> bool | None:
        """Read yes or no, which some writers of YAML turn into true or false."""
        text = self.text(key)
        if text in _TRUTH_VALUES:
            return _TRUTH_VALUES[text]
        if text is not None:
            self._note_value(key, text, "is neither yes nor no", "write yes or no")
        return None

    def mapping(self, key: str, label: str, example: str = "") -> Fields | None:
        """Read a mapping.

        Args:
            key: its key.
            label: what messages call it.
            example: how it is written, for who writes it otherwise.
        """
        node = self.node(key)
        if node is None:
            return None
        if isinstance(node, MappingNode):
            return Fields(node, self._log, label)
        message = f"`{key}` must be a mapping, not {TYPE_NAMES[type(node)]}"
        self._log.note(message, self._place(node), example and f"write it as {example}")
        return None

    def mappings(self, key: str, label: str) -> list[Fields]:
        """Read a list of mappings, each of which messages call `label`."""
        node = self.node(key)
        if node is None or _is_null(node):
            return []
        if not isinstance(node, SequenceNode):
            message = f"`{key}` must be a list, not {TYPE_NAMES[type(node)]}"
            remedy = "begin each item on a line of its own with a dash"
            self._log.note(message, self._place(node), remedy)
            return []
        mappings = []
        for item in node.items:
            if isinstance(item, MappingNode):
                mappings.append(Fields(item, self._log, label))
            else:
                message = f"{label} must be a mapping, not {TYPE_NAMES[type(item)]}"
                self._log.note(message, self._place(item), "")
        return mappings

    def key_places(self) -> list[tuple[str, Place]]:
        """Return the mapping's keys and where they stand, in the order written."""
        return [(key.value, self._place(key)) for key, _value in self._entries.values()]

    def check_id(self, stem: str) -> None:
        """Note a flaw when an `id` is given that is not the file's stem."""
        given = self.text("id")
        if given is not None and given != stem:
            message = f"`id` is {short_repr(given)}, but the file is named {stem}.yaml"
            remedy = "the file's name is the id: rename one of the two"
            self._log.note(message, self.place_of("id"), remedy)

    def note(self, key: str, message: str, remedy: str) -> None:
        """Note a flaw where a key's value stands.

        Args:
            key: the key.
            message: what is wrong, in one sentence.
            remedy: how to mend it.
        """
        self._log.note(message, self.place_of(key), remedy)

    def _of_form(self, key: str, form: Form, otherwise: str, remedy: str) -> str | None:
        """Read a text of a form; note, for another one, what it is not and what to write."""
        text = self.text(key)
        if text is None or has_form(text, form):
            return text
        self._note_value(key, text, otherwise, remedy)
        return None

    def _note_value(self, key: str, text: str, otherwise: str, remedy: str) -> None:
        message = f"`{key}` is {short_repr(text)}, which {otherwise}"
        self._log.note(message, self.place_of(key), remedy)

    def reason(self, key: str) -> str | None:
        """Read the reason that a key is there for."""
        return self._text(
            self._entries[key][1], f"`{key}`", f"give the reason: {key}: why it is so"
        )

    def _text(
        self, node: Node, label: str, remedy: str = "write a value, or leave the key out"
    ) -> str | None:
        if type(node) is not ScalarNode:
            message = f"{label} must be text, not {TYPE_NAMES[type(node)]}"
            self._log.note(message, self._place(node), "")
            return None
        value = node.value
        if not value or value.isspace() or (node.plain and value in _NULLS):
            self._log.note(f"{label} is empty", self._place(node), remedy)
            return None
        if not value.isascii() and is_blank(value):
            remedy = "write a value in letters, or leave the key out"
            self._log.note(f"{label} holds nothing that can be seen", self._place(node), remedy)
            return None
        return value

    def _place(self, node: Node) -> Place:
        return Place(self._log.path, node.line, node.column)


def _is_plainly_text(node: Node) -> TypeGuard[ScalarNode]:
    """Whether a value is a text like most; of another one, `Fields` has to look what it is."""
    if type(node) is not ScalarNode:
        return False
    value = node.value
    return value.isascii() and value not in _NULLS and not value.isspace()


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.plain and node.value in _NULLS


def root_mapping(document: YamlDocument, log: FlawLog, label: str) -> Fields | None:
    """Return a document's top-level mapping; note why there is none.

    Args:
        document: the file as YAML; its own flaws are noted, too.
        log: where flaws are noted.
        label: what messages call the mapping, with its article.
    """
    log.note_document(document)
    if isinstance(document.root, MappingNode):
        return Fields(document.root, log, label)
    if not document.flaws:
        content = TYPE_NAMES[type(document.root)] if document.root else "nothing"
        message = f"{label} must be a mapping of keys to values; the file holds {content}"
        remedy = "write `key: value`, a line each" if document.root else "fill it, or delete it"
        log.note(message, Place(log.path, 1, 1), remedy)
    return None


def _span_order(parts: tuple[str, str, str]) -> tuple[int, int]:
    return int(parts[0]), int(parts[2])
