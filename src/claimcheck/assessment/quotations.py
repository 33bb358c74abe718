"""Where a quotation stands among files that belong to no project."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import (
    Anchor,
    Fit,
    Text,
    inside_quotation,
    locate,
    relay_of,
    speaker_label,
    too_short,
    with_cut,
)
from claimcheck.assessment.passages import place_in, shorten
from claimcheck.assessment.quote_warnings import bracket_warnings, cut_warning, omission_warnings
from claimcheck.dossier import locators
from claimcheck.model import Place, Quote, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNREAD: Final = "it does not appear in what could be read; it may appear in what could not"
NOTHING_READ: Final = "nobody looked for it: no file could be read"


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
        also: where it stands in the other files, the same quotation for each.
    """

    id: object
    quote: str
    anchor: Anchor
    file: SearchableFile
    gaps: tuple[str, ...] = ()
    also: tuple[LocatedQuotation, ...] = ()

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
    def warnings(self) -> tuple[str, ...]:
        """What a person should look at before the quotation is printed, as the gate would say."""
        return tuple(_warnings(self))

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

    What passes goes before what is near, and the nearest before others. A quotation that stands
    nowhere, and may stand in what could not be read, is unchecked.

    Args:
        quote: what to look for.
        files: where, at least one; the first of equals is chosen.
        name: the name by which the quotation was sent in.
    """
    anchors = [(locate(quote, file.text), file) for file in files]
    best, chosen = max(
        anchors,
        key=lambda pair: (pair[0].fit.passes, pair[0].start is not None, pair[0].similarity),
    )
    gaps = tuple(f"{each.source.text_path}: {gap}" for each in files for gap in each.source.gaps)
    if best.fit is Fit.NOT_FOUND and gaps:
        reason = UNREAD if any(file.text.raw for file in files) else NOTHING_READ
        best = replace(best, fit=Fit.UNCHECKED, reason=reason)
    also = tuple(
        LocatedQuotation(name, quote.exact, with_cut(anchor, file.text.raw), file)
        for anchor, file in anchors
        if anchor.passes and file is not chosen
    )
    located = with_cut(best, chosen.text.raw)
    return LocatedQuotation(name, quote.exact, located, chosen, gaps, also)


def unchecked(name: object, quote: str, reason: str) -> LocatedQuotation:
    """Return a quotation that nobody looked for.

    Args:
        name: the name by which it was sent in.
        quote: its words, as far as they are known.
        reason: why not.
    """
    nowhere = SearchableFile(Source("", "", Place("")), Text(""), document=False)
    return LocatedQuotation(name, quote, Anchor(Fit.UNCHECKED, reason=reason), nowhere)


def _warnings(quotation: LocatedQuotation) -> Iterator[str]:
    anchor, raw = quotation.anchor, quotation.file.text.raw
    if cut := cut_warning(anchor):
        yield cut
    yield from omission_warnings(anchor, raw)
    yield from bracket_warnings(anchor)
    if anchor.doubt:
        yield f"the passage can be read in two ways: {anchor.doubt}"
    if anchor.passes and anchor.start is not None and anchor.end is not None:
        spans = anchor.parts or ((anchor.start, anchor.end),)
        source = quotation.file.source
        asides = {aside.kind for span in spans if (aside := locators.aside_at(source, *span))}
        if "struck" in asides:
            yield "the document strikes out the words that are quoted"
        if any(low < end and start < high for start, end in spans for low, high in source.doubtful):
            yield "the document's text is in doubt where the quote is: look it up"
        if label := speaker_label(raw, anchor.start):
            yield f"the words are given to '{label}' there: say who speaks"
        elif inside_quotation(raw, anchor.start, anchor.end):
            yield "the words are direct speech there: say who speaks"
        elif relay := relay_of(raw, anchor.start, anchor.end):
            words = f" ('{relay.words}')" if relay.words else ""
            yield f"the words seem to be relayed speech there{words}: say who speaks"
    looked_for = quotation.quote.strip() and anchor.reason != NOTHING_READ
    if looked_for and too_short(Quote(quotation.quote)):
        yield "it is too short to mean much"
