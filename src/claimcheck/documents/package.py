"""Office files: ZIP archives of XML parts, read within bounds."""

from __future__ import annotations

import html
import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SAVE_AGAIN: Final = "open it in its program and save it again, or get another copy"
_MAX_PART: Final = 64 << 20
_MAX_TOTAL: Final = 256 << 20
# What is nested deeper than this wraps something at most: only what holds text is kept of it.
_DEEP: Final = 200
_DEEPEST: Final = 400
_KEPT_WHEN_DEEP: Final = frozenset({"p", "pPr", "r", "rPr", "t", "tbl", "tc", "tr"})
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    OSError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ElementHandler:
    """What is done with each element of a name as soon as it is read; it is empty in the tree then.

    So a long table does not lie in memory as a whole.

    Attributes:
        name: the elements' name, without its space.
        take: is given each of them.
    """

    name: str
    take: Callable[[Element], None]


class Package:
    """The parts of an office file, by their names.

    Args:
        data: the file.
        kind: what a user calls such a file: `Word document`.

    Raises:
        UnreadableError: it is locked, damaged, or no archive.
    """

    def __init__(self, data: bytes, kind: str) -> None:
        if data.startswith(_OLE):
            if _LOCKED in data:
                raise UnreadableError("it is locked with a password", "add an unlocked copy")
            raise UnreadableError(
                f"it is no {kind} of today, but an older kind", "save it in a newer format"
            )
        self._kind = kind
        self._left = _MAX_TOTAL
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnreadableError(f"it is damaged, or no {kind}: {error}", _SAVE_AGAIN) from None
        # Some programs write the paths of Windows.
        self._stored = {name.replace("\\", "/"): name for name in self._archive.namelist()}
        self.names = frozenset(self._stored)

    def data(self, name: str) -> bytes:
        """Return a part's bytes; nothing where there is no such part.

        Raises:
            UnreadableError: it is damaged, locked, or unpacks to too much.
        """
        if name not in self.names:
            return b""
        most = min(_MAX_PART, self._left)
        try:
            stored = self._archive.getinfo(self._stored[name])
            if stored.flag_bits & 1:
                raise UnreadableError("it is locked with a password", "add an unlocked copy")
            with self._archive.open(stored) as part:
                data = part.read(most + 1)
        except _BROKEN as error:
            raise UnreadableError(
                f"it is damaged, or no {self._kind}: {error}", _SAVE_AGAIN
            ) from None
        if len(data) > most:
            raise UnreadableError(f"its part {name[:100]} unpacks to more than {most:,} bytes")
        self._left -= len(data)
        return data

    def tree(self, name: str, handler: ElementHandler | None = None) -> Element | None:
        """Return a part as a tree; None where there is no such part.

        Args:
            name: the part.
            handler: what is taken out of the tree as it is read, if anything is.

        Raises:
            UnreadableError: it is damaged, declares entities, or is nested too deeply.
        """
        data = self.data(name)
        return parse(data, handler) if data.strip() else None

    def properties(self, name: str) -> Element | None:
        """Return a part that says something of the file, and is no text of it.

        None where there is no such part, or it is damaged: the text can be read all the same.
        """
        try:
            return self.tree(name)
        except UnreadableError:
            return None

    def related(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Go through what a part refers to: id, kind (the last word of its type), part's name.

        Args:
            name: the part; "" for the file as a whole.
        """
        folder, _, file = name.rpartition("/")
        rels = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in rels if rels is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target") or ""
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = (relation.get("Type") or "").rpartition("/")[2]
            yield relation.get("Id") or "", kind, posixpath.normpath(path)


def parse(data: bytes, handler: ElementHandler | None = None) -> Element:
    """Return XML as a tree; names are `{space}name`.

    Args:
        data: the XML.
        handler: what is taken out of the tree as it is read, if anything is.

    Raises:
        UnreadableError: it is damaged, declares entities, or is nested too deeply.
    """
    target = _BoundedTree(handler)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = target.start
    parser.EndElementHandler = target.end
    parser.CharacterDataHandler = target.builder.data
    parser.StartDoctypeDeclHandler = _look_at_type
    parser.EntityDeclHandler = _refuse_type
    parser.SkippedEntityHandler = target.skip
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the parser's own way to say that this is all
    except expat.ExpatError as error:
        raise UnreadableError(f"its XML is damaged: {error}") from None
    tree: Element = target.builder.close()
    return tree


class _BoundedTree:
    """The elements of a part as a tree; those nested very deeply only where they hold text.

    Args:
        handler: what is taken out of the tree as it is read, if anything is.
    """

    def __init__(self, handler: ElementHandler | None) -> None:
        self.builder = TreeBuilder()
        self._handler = handler
        self._opened: list[bool] = []
        self._built = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in that an element begins."""
        is_built = len(self._opened) < _DEEP or name.rpartition(" ")[2] in _KEPT_WHEN_DEEP
        self._opened.append(is_built)
        if not is_built:
            return
        self._built += 1
        if self._built > _DEEPEST:
            raise UnreadableError("it is nested too deeply to be read")
        self.builder.start(_name(name), {_name(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        """Take in that an element ends."""
        if not self._opened.pop():
            return
        self._built -= 1
        element: Element = self.builder.end(_name(name))
        if self._handler and name.rpartition(" ")[2] == self._handler.name:
            self._handler.take(element)
            element.clear()

    def skip(self, name: str, *_is_parameter: object) -> None:
        """Take in an entity of a document type that is not here: those of HTML are known."""
        self.builder.data(html.unescape(f"&{name};"))


def _look_at_type(_name: str, _system: str | None, _public: str | None, *has_own: object) -> None:
    """Refuse a document type with declarations of its own.

    Formulas of OpenOffice name the type of MathML, which nobody needs to fetch.
    """
    if any(has_own):
        _refuse_type()


def _refuse_type(*_declared: object) -> None:
    raise UnreadableError("its XML declares a document type, which no such file does")


def local(element: Element) -> str:
    """Return an element's name without its space."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without its space; "" where there is none."""
    if (value := element.get(name)) is not None:
        return value
    return next(
        (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), ""
    )


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of a name, whatever its space; None where there is none."""
    if element is None:
        return None
    return next((inner for inner in element if local(inner) == name), None)


def children(element: Element | None, name: str) -> list[Element]:
    """Return all children of a name, whatever its space."""
    return [] if element is None else [inner for inner in element if local(inner) == name]


def child_value(element: Element | None, name: str) -> str:
    """Return what Office Open XML sets a property to, as `<style val="x"/>`; "" where it has none.

    Args:
        element: the element that the property stands in; None where there is none.
        name: the property's name, without its space.
    """
    entry = child(element, name)
    return attribute(entry, "val") if entry is not None else ""


def _name(name: str) -> str:
    space, _, tag = name.rpartition(" ")
    return f"{{{space}}}{tag}" if space else tag
