"""Articles in office formats: their original has no lines, so each paragraph counts as one."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.documents.package import Package
from claimcheck.dossier.article import Draft
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from claimcheck.dossier.article import Article, BlockKind

_MAX_UNPACKED: Final = 24 << 20
_BROKEN: Final = (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError)


def bounded_package(data: bytes, kind: str) -> Package:
    """Return the parts of an office file whose text is no larger than an article's can be.

    Args:
        data: the file.
        kind: what a user calls such a file.

    Raises:
        UnreadableError: it is locked or damaged, or unpacks to too much.
    """
    package = Package(data, kind)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if part.filename.endswith(".xml")]
    except _BROKEN as error:
        raise UnreadableError(f"it is damaged, or no {kind}: {error}") from None
    if sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise UnreadableError(f"its text unpacks to more than {_MAX_UNPACKED:,} bytes")
    return package


class TextPlace(NamedTuple):
    """Where a stretch of an article's original stands in its part of the file.

    Attributes:
        start: where it begins in the original, in code points.
        length: how long it is.
        element: the element that holds it.
        is_tail: whether it stands behind that element and not in it.
    """

    start: int
    length: int
    element: Element
    is_tail: bool


class _DraftStep(NamedTuple):
    """A step that makes a draft once its original is read: a text to add, or a call to make."""

    start: int
    take: Callable[[Draft], None] = Draft.end
    text: str = ""


class OfficeDraft:
    """An article whose original is made as it is read: a line a paragraph, then a line a note.

    Args:
        path: the file.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._steps: list[_DraftStep] = []
        self._raw: list[str] = []
        self._length = 0
        self.places: list[TextPlace] = []

    def begin(self, kind: BlockKind) -> None:
        """Begin a block."""
        self._steps.append(_DraftStep(self._length, lambda draft: draft.begin(kind)))

    def end(self) -> None:
        """End a block; its line ends, too."""
        self._steps.append(_DraftStep(self._length, Draft.end))
        self._line_end()

    def add(self, text: str, element: Element | None = None, *, is_tail: bool = False) -> None:
        """Add text to the block or the note.

        Args:
            text: the text.
            element: the element that holds it as it is, if one does.
            is_tail: whether it stands behind that element.
        """
        text = re.sub(r"[\n\r\f\v]", " ", text)
        if text and element is not None:
            self.places.append(TextPlace(self._length, len(text), element, is_tail))
        if text:
            self._steps.append(_DraftStep(self._length, text=text))
            self._raw.append(text)
            self._length += len(text)

    def refer(self, label: str) -> None:
        """Add a note's mark."""
        at = self._length
        self._steps.append(_DraftStep(at, lambda draft: draft.refer(label, at, at)))

    def begin_note(self, label: str) -> None:
        """Begin a note."""
        at = self._length
        self._steps.append(_DraftStep(at, lambda draft: draft.begin_note(label, at)))

    def end_note(self) -> None:
        """End a note."""
        self._steps.append(_DraftStep(self._length, Draft.end_note))
        self._line_end()

    def article(self) -> Article:
        """Return the article."""
        draft = Draft(self._path, "".join(self._raw))
        run: list[str] = []
        begun = 0
        for step in [*self._steps, _DraftStep(self._length, Draft.end)]:
            if step.text:
                # Marks may run over several pieces of equally formatted text.
                begun = begun if run else step.start
                run.append(step.text)
                continue
            if run:
                draft.add("".join(run), begun)
                run = []
            step.take(draft)
        return draft.article()

    def _line_end(self) -> None:
        self._raw.append("\n")
        self._length += 1
