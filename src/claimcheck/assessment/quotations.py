"""Where a quotation stands among files that belong to no project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.anchor import locate, with_cut
from claimcheck.assessment.passages import place_in, shorten
from claimcheck.dossier import locators

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor import Anchor, Text
    from claimcheck.model import Quote, Source


@dataclass(frozen=True, slots=True)
class SearchableFile:
    """A file's text, ready to be searched.

    Attributes:
        source: the text, and where its pages or times begin; the id is the file's name.
        text: the same text, folded.
        document: whether the text had to be taken out of a document.
    """

    source: Source
    text: Text
    document: bool


@dataclass(frozen=True, slots=True)
class LocatedQuotation:
    """A quotation, and where it stands best among the files.

    Attributes:
        id: the name by which it was sent in; None where it has none.
        quote: the quotation as it was written.
        anchor: where it stands in the file, and how well.
        file: the file in which it stands best.
        gaps: what could not be looked in, a clause for each gap of each file.
    """

    id: object
    quote: str
    anchor: Anchor
    file: SearchableFile
    gaps: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether the quotation really is there."""
        return self.anchor.fit.passes

    @property
    def span(self) -> tuple[int, int] | None:
        """The offsets at which the passage begins and ends; None where there is no passage."""
        if self.anchor.start is None or self.anchor.end is None:
            return None
        return self.anchor.start, self.anchor.end

    @property
    def place(self) -> str:
        """Where the passage is: a text's line and column, a document's file; "" for nowhere."""
        if self.span is None:
            return ""
        path = self.file.source.text_path
        if self.file.document:
            return path
        return str(place_in(self.file.text.raw, path, self.span[0]))

    @property
    def locator(self) -> str:
        """On what page, or at what time, the passage is, in words; "" where nothing is known."""
        return locators.locator_phrase(self.file.source, *self.span) if self.span else ""

    @property
    def aside(self) -> str | None:
        """What the passage stands in, beside the flow: `struck`, `note`; None for the flow."""
        aside = locators.aside_at(self.file.source, *self.span) if self.span else None
        return aside.kind if aside else None

    @property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """The pages or times that the passage touches, each as measure and label."""
        source = self.file.source
        labels = locators.locator_labels(source, *self.span) if self.span else ()
        return tuple((str(source.locators[0].measure), label) for label in labels)

    @property
    def passage(self) -> str:
        """The passage as the file has it, shortened for display; "" where there is none."""
        if self.span is None:
            return ""
        start, end = self.span
        return shorten(self.file.text.raw[start:end])


def locate_among(
    quote: Quote, files: Sequence[SearchableFile], name: object = None
) -> LocatedQuotation:
    """Look for a quotation in every file, and choose the one where it stands best.

    What passes goes before what is near, and the nearest before others.

    Args:
        quote: what to look for.
        files: where, at least one; the first of equals is chosen.
        name: the name by which the quotation was sent in.
    """
    anchors = [(locate(quote, file.text), file) for file in files]
    anchor, file = max(
        anchors,
        key=lambda pair: (pair[0].fit.passes, pair[0].start is not None, pair[0].similarity),
    )
    gaps = tuple(f"{each.source.text_path}: {gap}" for each in files for gap in each.source.gaps)
    return LocatedQuotation(name, quote.exact, with_cut(anchor, file.text.raw), file, gaps)
