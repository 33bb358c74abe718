"""Strict YAML: plain single documents of text, every value with its line and column.

Read from parser events, never composed or constructed, so that no input can crash or balloon the
process and no value changes its type: every scalar stays the text that was written. Aliases,
anchors, tags, directives, merge keys, duplicate keys and further documents are flaws with a
place, and reading goes on after them where the meaning stays clear.
"""

from __future__ import annotations

import codecs
import re
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from claimcheck.dossier.plain_yaml import read_plain
from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode
from claimcheck.text.printable import short_repr

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.dossier.yaml_nodes import Node

MAX_BYTES = 1 << 20
MAX_DEPTH = 16
MAX_VALUES = 50_000
MAX_YAML_FLAWS = 20

_CONTROL_ESCAPED = cache(
    partial(
        re.compile, "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]"
    )
)
# Inside a file a byte order mark is a flaw; written as an escape it is a blank of no width.
_CONTROL = cache(
    partial(
        re.compile,
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]",
    )
)
_PLAIN_ASCII = bytes((*range(0x20, 0x7F), 0x09, 0x0A, 0x0D))
_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*+%")
_MAGIC_NUMBERS = (
    (b"\x1f\x8b", "it is a gzip archive"),
    (b"PK\x03\x04", "it is a zip archive"),
    (b"%PDF", "it is a PDF document"),
    (b"\x7fELF", "it is a program"),
    (b"version https://git-lfs", "it is a Git LFS pointer; run `git lfs pull`"),
    (b"\xff\xfe", "it is UTF-16; save it as UTF-8"),
    (b"\xfe\xff", "it is UTF-16; save it as UTF-8"),
)
_MAGIC_STARTS = tuple(magic for magic, _reason in _MAGIC_NUMBERS)
_QUOTE_ENDS_EARLY = re.compile(r"""\s*(?:- +)?[\w-]+: +(?:"[^"]*"|'[^']*') *[^\s#}\]]""")
_QUOTED_REMEDY = (
    "the value begins with a quotation mark, so it ends at the next one; "
    "write >- after the key, and the text on the next line, indented"
)
_COMMENT = re.compile(r"[ \t]+#(?=\S)")
_BLANK = re.compile(r"\s*+\Z")
# Of the line ends that YAML knows, those that no file is refused for.
_LINE_END = re.compile(r"\r\n?|\n")
_ESCAPE_REMEDY = "a \\ means something between these marks: write \\\\, or take single ones: '…'"
_BRACKET_REMEDY = "close the bracket [ or {, or put text that begins with one in quotation marks"
_NEVER_CLOSED = ("found unexpected end of stream", "found unexpected document indicator")
_REMEDIES = (
    ("mapping values are not allowed", 'put the text after the key in quotation marks: "…"'),
    ("found a tab character", "indent with blanks, not with tabs"),
    ("cannot start any token", "indent with blanks, not tabs; quote text that begins with a sign"),
    ("unknown escape character", _ESCAPE_REMEDY),
    ("hexdecimal", _ESCAPE_REMEDY),
    ("did not find expected ','", _BRACKET_REMEDY),
    ("did not find expected", "check the indentation, and quote text that holds : # [ ] { } or '"),
)


class YamlFlaw(NamedTuple):
    """A mistake at a line and column (from 1), and how to mend it."""

    message: str
    line: int = 0
    column: int = 0
    help: str = ""


class YamlDocument(NamedTuple):
    """The nodes of a file. `root` is None when it is empty or could not be read to its end."""

    root: Node | None
    text: str = ""
    flaws: tuple[YamlFlaw, ...] = ()


class _Mark(Protocol):
    index: int
    line: int
    column: int


class _Event(Protocol):
    """The common attributes of parser events, of the C library and of Python."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None


class _UnreadableError(Exception):
    """Reading cannot go on after this flaw."""

    def __init__(self, flaw: YamlFlaw) -> None:
        super().__init__()
        self.flaw = flaw


def read(data: bytes) -> YamlDocument:
    """Read one file's bytes.

    Never raises for anything that the bytes may hold; what is wrong stands in `flaws`.
    """
    text = ""
    builder = _Builder("")
    try:
        text = _decode(data)
        _refuse_control(text)
        if (root := read_plain(text)) is not None:
            return YamlDocument(root, text)
        builder = _Builder(text)
        _feed(text, builder)
    except _UnreadableError as stop:
        return YamlDocument(None, text, (*builder.flaws, stop.flaw))
    return YamlDocument(builder.root, text, tuple(builder.flaws))


def text_of(data: bytes) -> str:
    """Return a file's text, as `read` has it; an empty one for bytes that are no text."""
    try:
        return _decode(data)
    except _UnreadableError:
        return ""


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        size = f"{len(data):,} bytes; at most {MAX_BYTES:,} are read"
        raise _UnreadableError(YamlFlaw(f"the file is too large: {size}"))
    if data.startswith(_MAGIC_STARTS):
        reason = next(reason for magic, reason in _MAGIC_NUMBERS if data.startswith(magic))
        raise _UnreadableError(YamlFlaw(f"this is no YAML text: {reason}"))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        remedy = "save the file as UTF-8"
        if b"\0" in data:
            message, remedy = "this is no text", "a claim is a text file: move this one elsewhere"
        raise _UnreadableError(YamlFlaw(message, line, column, remedy)) from None


def _refuse_control(text: str) -> None:
    # Most files are plain ASCII, which C finds out faster than the pattern.
    plain = text.isascii() and not text.encode("ascii").translate(None, _PLAIN_ASCII)
    if not plain and (control := _CONTROL().search(text)):
        message = f"control character U+{ord(control[0]):04X} in the file"
        before = text[: control.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise _UnreadableError(YamlFlaw(message, line, column, "remove the character"))
    # libyaml takes time quadratic in the number of directives, so they are refused unparsed.
    if directive := _DIRECTIVE.match(text):
        line = text[: directive.end()].count("\n") + 1
        raise _UnreadableError(YamlFlaw("YAML directives (%…) are not accepted", line, 1))
    may_conflict = "<<<<<<<" in text or "=======" in text or ">>>>>>>" in text
    if may_conflict:
        from claimcheck.dossier import merge_marks  # few files have such signs

        if line := merge_marks.conflict_line(text):
            raise _UnreadableError(YamlFlaw(merge_marks.CONFLICT, line, 1, merge_marks.REMEDY))


def _feed(text: str, builder: _Builder) -> None:
    import yaml  # 20 ms that a command without YAML need not pay

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    handlers: dict[type, Callable[..., None]] = {
        yaml.SequenceStartEvent: builder.start_sequence,
        yaml.MappingStartEvent: builder.start_mapping,
        yaml.SequenceEndEvent: builder.end,
        yaml.MappingEndEvent: builder.end,
        yaml.AliasEvent: builder.alias,
        yaml.DocumentStartEvent: builder.start_document,
    }
    try:
        next_event, scalar, last = loader.get_event, yaml.ScalarEvent, yaml.StreamEndEvent
        take_scalar = builder.scalar
        while (kind := type(event := next_event())) is not last:
            if kind is scalar:
                take_scalar(event)
            elif handle := handlers.get(kind):
                handle(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "the file is not well formed"
        remedy = next((remedy for phrase, remedy in _REMEDIES if phrase in reason), "")
        if reason in _NEVER_CLOSED and "a quoted scalar" in (error.context or ""):
            # Where reading ended helps nobody: what has to be mended begins with the mark.
            mark, reason = error.context_mark, "the quotation mark that opens here never closes"
            remedy = "write the same mark behind the last word of the text"
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        lines = text.split("\n")
        if 0 < line <= len(lines) and _QUOTE_ENDS_EARLY.match(lines[line - 1]):
            remedy = _QUOTED_REMEDY
        flaw = YamlFlaw(f"not well-formed YAML: {reason}", line, column, remedy)
        raise _UnreadableError(flaw) from None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        reason = str(error).partition("\n")[0][:120]
        raise _UnreadableError(YamlFlaw(f"not well-formed YAML: {reason}")) from None
    finally:
        loader.dispose()


class _Builder:
    """Builds the tree from parser events, with bounds on depth, size and number of flaws.

    `_items` are those of the innermost open list, or else `_entries` those of the innermost open
    mapping and `_key` the key that waits for its value.
    """

    def __init__(self, text: str) -> None:
        self._lines = _LINE_END.split(text) if " #" in text or "\t#" in text else []
        self.root: Node | None = None
        self.flaws: list[YamlFlaw] = []
        self._stack: list[SequenceNode | MappingNode] = []
        self._items: list[Node] | None = None
        self._entries: dict[str, tuple[ScalarNode, Node]] | None = None
        self._key: ScalarNode | None = None
        self._documents = 0
        self._values = 0
        self._last_end = 0

    def scalar(self, event: _Event) -> None:
        """Take a piece of text."""
        mark, style = event.start_mark, event.style
        end = self._last_end = event.end_mark.index
        node = ScalarNode(
            event.value, mark.line + 1, mark.column + 1, not style, style or "", mark.index, end
        )
        if self._lines or style == '"' or event.anchor is not None or event.tag is not None:
            self._look_at_scalar(event, node)
        self._add(node)

    def _look_at_scalar(self, event: _Event, node: ScalarNode) -> None:
        """Note what is wrong with a text, or right behind it."""
        if event.anchor is not None or event.tag is not None:
            self._refuse_property(event)
        if self._lines and node.plain and (comment := self._comment_after(event)):
            message = (
                f"everything after # is a comment: {short_repr(comment)} is not part of the value"
            )
            self._note(message, node, "put the text in quotation marks, or a blank after the #")
        # Characters written as they are were looked at in the whole text.
        if node.style == '"' and (control := _CONTROL_ESCAPED().search(node.value)):
            message = f"control character U+{ord(control[0]):04X}, written as an escape"
            self._note(message, node, "remove the escape")

    def _comment_after(self, event: _Event) -> str:
        """Return a comment that looks like text cut off, such as `#1` after a plain value."""
        mark = event.end_mark
        if mark.line >= len(self._lines):  # the parser's end of a file without a line end
            return ""
        # Matched at an offset: copying a long line's rest for each value in it takes long.
        line, column = self._lines[mark.line], mark.column
        if _BLANK.match(line, column) and mark.line + 1 < len(self._lines):
            line, column = self._lines[mark.line + 1], 0
        return line[column:].strip() if _COMMENT.match(line, column) else ""

    def start_sequence(self, event: _Event) -> None:
        """Open a list."""
        mark = event.start_mark
        node = SequenceNode(mark.line + 1, mark.column + 1, flow=bool(event.flow_style))
        self._start(node, event)

    def start_mapping(self, event: _Event) -> None:
        """Open a mapping."""
        mark = event.start_mark
        node = MappingNode(mark.line + 1, mark.column + 1, flow=bool(event.flow_style))
        self._start(node, event)

    def end(self, event: _Event) -> None:
        """Close the innermost list or mapping."""
        node = self._stack.pop()
        self._last_end = node.end = event.end_mark.index if node.flow else self._last_end
        self._enter(self._stack[-1] if self._stack else None)

    def alias(self, event: _Event) -> None:
        """Refuse `*name`, leaving an empty text in its place."""
        node = ScalarNode("", event.start_mark.line + 1, event.start_mark.column + 1)
        self._note("aliases (*name) are not accepted", node, "write the value out")
        self._add(node)

    def start_document(self, event: _Event) -> None:
        """Refuse a second document."""
        self._documents += 1
        if self._documents > 1:
            message = "a second YAML document begins here"
            remedy = "keep one document in a file"
            raise _UnreadableError(YamlFlaw(message, event.start_mark.line + 1, 1, remedy))

    def _start(self, node: SequenceNode | MappingNode, event: _Event) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_property(event)
        node.start = self._last_end = event.start_mark.index
        self._add(node)
        self._stack.append(node)
        self._enter(node)
        if len(self._stack) > MAX_DEPTH:
            message = f"values are nested deeper than {MAX_DEPTH} levels"
            raise _UnreadableError(YamlFlaw(message, node.line, node.column))

    def _enter(self, parent: SequenceNode | MappingNode | None) -> None:
        # A key never waits here: what was opened or closed was its value.
        self._key = None
        self._items = parent.items if isinstance(parent, SequenceNode) else None
        self._entries = parent.entries if isinstance(parent, MappingNode) else None

    def _add(self, node: Node) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            message = f"more than {MAX_VALUES:,} values in one file"
            raise _UnreadableError(YamlFlaw(message, node.line, node.column))
        if (entries := self._entries) is not None:
            if (key := self._key) is not None:
                self._key = None
                entries.setdefault(key.value, (key, node))
            elif isinstance(node, ScalarNode):
                self._key = node
                if node.value in entries or node.value == "<<":
                    self._refuse_key(node, entries)
            else:
                message = "a key must be plain text, not a list or a mapping"
                raise _UnreadableError(YamlFlaw(message, node.line, node.column))
        elif self._items is not None:
            self._items.append(node)
        else:
            self.root = node

    def _refuse_key(self, key: ScalarNode, entries: dict[str, tuple[ScalarNode, Node]]) -> None:
        if key.value == "<<" and key.plain:
            self._note("merge keys (<<) are not accepted", key, "write the keys out")
        elif key.value in entries:
            line = entries[key.value][0].line
            message = f"key {short_repr(key.value)} stands here a second time"
            self._note(message, key, f"keep one of the two; the first is on line {line}")

    def _refuse_property(self, event: _Event) -> None:
        mark = event.start_mark
        feature = "tags (!name)" if event.tag is not None else "anchors (&name)"
        node = ScalarNode("", mark.line + 1, mark.column + 1)
        self._note(f"{feature} are not accepted", node, "write the plain value")

    def _note(self, message: str, node: Node, remedy: str) -> None:
        self.flaws.append(YamlFlaw(message, node.line, node.column, remedy))
        if len(self.flaws) >= MAX_YAML_FLAWS:
            rest = "too many problems in this file; the rest of it was not read"
            raise _UnreadableError(YamlFlaw(rest, node.line, node.column))
