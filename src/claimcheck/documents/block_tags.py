"""Tags that begin or end a paragraph of a draft, in HTML and in the HTML of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.dossier.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping

# What their words are; None for what they stand in, or else a paragraph.
BLOCKS: Final[Mapping[str, BlockKind | None]] = {
    **dict.fromkeys(("p", "div", "section", "article", "main", "address", "dd", "dt", "pre"), None),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "li": BlockKind.ITEM,
    "tr": BlockKind.ROW,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
# What holds such, and has no words of its own.
PARTS: Final = frozenset({
    "ul", "ol", "dl", "table", "tbody", "thead", "tfoot", "body", "html", "figure", "header",
    "footer", "aside", "hr", "nav", "form", "details", "summary",
})  # fmt: skip
CELLS: Final = frozenset({"td", "th"})
