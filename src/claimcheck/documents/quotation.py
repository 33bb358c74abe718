"""One quotation looked up in files, for Python: `claimcheck.quote`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from claimcheck.assessment.passages import place_in
from claimcheck.assessment.quotations import locate_among
from claimcheck.documents.extract import Bounds
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.searchable import open_searchable
from claimcheck.model import Quote
from claimcheck.model.errors import RequestError

if TYPE_CHECKING:
    import os

    from claimcheck.anchor import Anchor, Change, Fit, Segment
    from claimcheck.assessment.quotations import LocatedQuotation


@dataclass(frozen=True, slots=True)
class QuoteResult:
    """Where a quotation stands best among some files.

    Attributes:
        quote: the quotation as it was given.
        anchor: where it stands in the text of that file, and how well.
        path: the file; None where nothing near stands in any.
        line: the line of the text, from 1; None where there is none, or a document has no lines.
        locator: on what page or at what time, in words; "" where nothing is known.
        passage: what the file prints there, shortened for display.
        warnings: what a person should look at before the quotation is printed.
        gaps: what of the files could not be read.
        also: the other files in which it stands.
    """

    quote: str
    anchor: Anchor
    path: str | None
    line: int | None
    locator: str
    passage: str
    warnings: tuple[str, ...]
    gaps: tuple[str, ...]
    also: tuple[str, ...]

    @property
    def passes(self) -> bool:
        """Whether the quotation really stands there."""
        return self.anchor.passes

    @property
    def fit(self) -> Fit:
        """How well it stands there."""
        return self.anchor.fit

    @property
    def difference(self) -> tuple[Segment, ...]:
        """The words of the quotation beside those of the file, where it does not pass."""
        return self.anchor.difference

    @property
    def changes(self) -> tuple[Change, ...]:
        """The kinds of difference that have a name."""
        return self.anchor.changes

    @property
    def reason(self) -> str:
        """Why it is unchecked, or does not pass where the difference does not show it."""
        return self.anchor.reason

    def __bool__(self) -> NoReturn:
        """Refuse to be taken for a yes or a no.

        Raises:
            TypeError: always.
        """
        raise TypeError(
            f"a result is neither true nor false (this quotation is {self.fit}); ask .passes"
        )


def quote(text: str, path: str | os.PathLike[str], *more: str | os.PathLike[str]) -> QuoteResult:
    """Look a quotation up in a file, or in several, as `claimcheck quote` does.

    Args:
        text: the quotation.
        path: a text or a document of any kind that is read.
        more: further files; the one in which the quotation stands best is told.

    Raises:
        RequestError: the quotation is empty, or there is no such file, or it is no text.
        UnreadableError: a document's text cannot be taken out.
        MissingLibraryError: the library that this needs is not installed.
    """
    if not text.strip():
        raise RequestError("the quotation is empty")
    options, bounds = ExtractOptions(), Bounds()
    files = [open_searchable(Path(each), options, bounds) for each in (path, *more)]
    return _result(locate_among(Quote(text), files))


def _result(located: LocatedQuotation) -> QuoteResult:
    span, file = located.span, located.file
    line = None
    if span is not None and not file.document:
        line = place_in(file.text.raw, file.source.text_path, span[0]).line
    return QuoteResult(
        located.quote,
        located.anchor,
        None if span is None else file.source.text_path,
        line,
        located.locator,
        located.passage,
        located.warnings,
        located.gaps,
        tuple(other.file.source.text_path for other in located.also),
    )
