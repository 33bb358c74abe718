"""How footnotes are written in the kinds of articles that are written: Markdown, text, HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_MARKDOWN_SUFFIXES: Final = (".md", ".markdown", ".mdown", ".qmd", ".rmd", ".txt", ".text")
_HTML_SUFFIXES: Final = (".html", ".htm", ".xhtml")
_ENTITY: Final = re.compile(r"&#?\w{1,32};")
_BODY_END: Final = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NoteMarkup:
    """How a kind of article has footnotes.

    Attributes:
        closing: what closes around a sentence's last letter, and stays before the mark.
        mark: returns a mark, given the label and the number of its note.
        note: returns a note, given its label, its number and what it says.
        before_end: whether notes stand before the end of the document's body.
    """

    closing: re.Pattern[str]
    mark: Callable[[str, int], str]
    note: Callable[[str, int, str], str]
    before_end: bool = False

    def behind(self, raw: str, at: int) -> int:
        """Return where a mark goes.

        Args:
            raw: the article as it is written.
            at: where the sentence's last letter begins.
        """
        entity = _ENTITY.match(raw, at) if self.before_end else None
        closing = self.closing.match(raw, entity.end() if entity else at + 1)
        return closing.end() if closing else at + 1

    def end(self, raw: str) -> int:
        """Return where notes go."""
        last = _BODY_END.search(raw) if self.before_end else None
        return last.start() if last else len(raw)


_MARKDOWN: Final = NoteMarkup(
    re.compile(r"(?:\*{1,3}|_{1,3}|~~|`+|\](?:\([^()\s]*\)|\[[^\[\]]*\]))*"),
    lambda label, _number: f"[^{label}]",
    lambda label, _number, text: f"[^{label}]: {text}",
)
_HTML: Final = NoteMarkup(
    re.compile(r"(?:</(?:a|abbr|b|cite|code|em|i|mark|q|small|span|strong|u)>)*"),
    lambda label, number: f'<sup><a href="#fn-{escape(label)}">[{number}]</a></sup>',
    lambda label, _number, text: f'<p id="fn-{escape(label)}">{escape(text, quote=False)}</p>',
    before_end=True,
)


def markup_of(path: str) -> NoteMarkup | None:
    """Return how a file of that name has footnotes; None where none are written into it."""
    lowered = path.lower()
    if lowered.endswith(_MARKDOWN_SUFFIXES):
        return _MARKDOWN
    return _HTML if lowered.endswith(_HTML_SUFFIXES) else None
