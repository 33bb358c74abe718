"""A source as its page shows it: its text with every quoted passage marked, and what it is."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from claimcheck.assessment.captures import newest_capture
from claimcheck.assessment.passages import place_in, shorten
from claimcheck.assessment.pins import PinState
from claimcheck.dossier.stamps import stamp_phrase
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.live_pages import language_tag, web_address
from claimcheck.formats.site import links, wording
from claimcheck.formats.site.foreign import visible_text
from claimcheck.model import Measure, Source, Stance, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.formats.site.cards import CitationCard
    from claimcheck.formats.site.site import Site
    from claimcheck.model import Config

PIN_STATES = {
    PinState.PINNED: "unchanged since it was pinned",
    PinState.CHANGED: "not the document that was pinned",
    PinState.MISSING: "a pinned file is not here",
    PinState.UNREADABLE: "a pinned file cannot be read",
    PinState.ABSENT: "not shipped with this dossier, and not here",
    PinState.UNPINNED: "not pinned by a hash",
}
_LONGEST_LISTED = 160
# Of a text that may not be shipped, in characters on either side of a passage.
_AROUND = 120
_CUT = '<span class="locator">[…]</span>'


@dataclass(frozen=True, slots=True)
class PassageMark:
    """A quoted span of a source's text, and the evidence item that quotes it."""

    start: int
    end: int
    claim: str
    citation: CitationCard
    is_first: bool

    @property
    def anchor(self) -> str:
        """The id of the element where it begins."""
        return links.passage_anchor(self.claim, self.citation.number)


def source_view(source: Source, site: Site, to: links.Links) -> dict[str, object]:
    """Return what the page of a source shows.

    Args:
        source: the source.
        site: the site that it is part of.
        to: makes addresses on that page.
    """
    citations = site.citations.get(source.id, ())
    marks = _marks(citations)
    state = PinState(site.source_cards[source.id].state)
    address = web_address(source.url)
    origin = site.source_cards.get(source.origin or "")
    newest = newest_capture(source.id, site.report.assessment.dossier)
    return {
        "id": source.id,
        "anchor": links.source_anchor(source.id),
        "title": source.title,
        "type": source.type,
        "author": ", ".join(source.author),
        "container_title": source.container_title,
        "publisher": {"name": site.name(source.publisher), "url": to.party(source.publisher)}
        if source.publisher
        else None,
        "language": language_tag(source.language),
        "issued": source.issued,
        "accessed": source.accessed,
        "url": address,
        "url_text": source.url,
        "archive_url": web_address(source.archive_url),
        "archive_text": source.archive_url,
        "extractor": source.extractor,
        "notice": str(source.notice) if source.notice else "",
        "origin": {"title": origin.title, "url": to.source(origin.id)} if origin else None,
        "origin_unknown": bool(source.origin) and origin is None,
        "has_extract": source.has_extract,
        "stamp": visible_text(_stamp(source, site.report.assessment.dossier.config)),
        "newest": {"title": newest.title, "url": to.source(newest.id)}
        if newest and newest.id in site.source_cards
        else None,
        "state": str(state),
        "state_text": PIN_STATES[state],
        "pins": [{"path": pin.path, "sha256": pin.expected or ""} for pin in source.pins],
        "file": source.place.path,
        "no_text": source.no_text_because if source.text is None else "",
        "cited": [
            _cited_view(mark, source.text or "", site, to) for mark in marks if mark.is_first
        ],
        "elsewhere": [
            _citing_claim(claim_id, citation, to)
            for claim_id, citation in citations
            if not citation.passes and not citation.unchecked
        ],
        "unchecked": [
            _citing_claim(claim_id, citation, to)
            for claim_id, citation in citations
            if citation.unchecked
        ],
        "claims": len({claim_id for claim_id, _citation in citations}),
        "is_whole": source.shipped,
        "text": marked_text(source, marks, to),
    }


def _stamp(source: Source, config: Config) -> str:
    """Say when and by whom a document was stamped; "" where that is not known."""
    stamp = source.stamp
    if stamp is None or stamp.problem or stamp.unverified:
        return ""
    return stamp_phrase(stamp, config)


def _marks(citations: Iterable[tuple[str, CitationCard]]) -> list[PassageMark]:
    marks = [
        PassageMark(start, end, claim_id, citation, number == 0)
        for claim_id, citation in citations
        for number, (start, end) in enumerate(citation.spans)
    ]
    return sorted(marks, key=lambda mark: (mark.start, mark.end, mark.claim, mark.citation.number))


def _citing_claim(claim_id: str, citation: CitationCard, to: links.Links) -> dict[str, object]:
    return {"claim": claim_id, "url": to.evidence(claim_id, citation.number)}


def _cited_view(mark: PassageMark, text: str, site: Site, to: links.Links) -> dict[str, object]:
    claim, citation = site.claim_cards[mark.claim], mark.citation
    return {
        "claim_text": claim.text,
        "url": to.evidence(mark.claim, citation.number),
        "stance": citation.stance,
        "stance_word": wording.STANCES[Stance(citation.stance)],
        "status": claim.status,
        "status_word": STATUSES[Status(claim.status)],
        "quote": shorten(text[mark.start : mark.end], _LONGEST_LISTED),
        "passage_url": f"#{mark.anchor}",
        "locator": citation.locator,
        "line": place_in(text, "", mark.start).line,
    }


def marked_text(source: Source, marks: list[PassageMark], to: links.Links) -> Markup:
    """Return a text as HTML in which every quoted passage is marked, overlaps by their depth.

    Of a document that may not be shipped only the passages are shown, with a little around them.

    Args:
        source: the source, whose pages and times are told as they begin.
        marks: the passages, in order.
        to: makes addresses.
    """
    text = source.text or ""
    starts: dict[int, list[PassageMark]] = {}
    ends: dict[int, list[PassageMark]] = {}
    for mark in marks:
        starts.setdefault(mark.start, []).append(mark)
        ends.setdefault(mark.end, []).append(mark)
    pages = {locator.start: locator for locator in source.locators}
    shown = [] if source.shipped else _windows(marks, len(text))
    borders = sorted({0, len(text), *starts, *ends, *pages, *itertools.chain(*shown)})
    numbers = _line_numbers(text, [start for start, _end in shown])
    parts: list[str] = []
    depth = 0
    for number, border in enumerate(borders):
        for mark in ends.get(border, ()):
            depth -= 1
            parts.append(_reference(mark, to))
        if shown and not any(start <= border < end for start, end in shown):
            if number + 1 < len(borders) and parts[-1:] != [_CUT]:
                parts.append(_CUT)
            continue
        if border in pages:
            locator = pages[border]
            word = "page " if locator.measure is Measure.PAGE else ""
            parts.append(f'<span class="locator">{word}{escape(locator.label)}</span>')
        anchors = Markup()
        for mark in starts.get(border, ()):
            depth += 1
            if mark.is_first:
                anchors += Markup('<span id="{}" class="target"></span>').format(mark.anchor)
        if number + 1 < len(borders):
            piece = anchors + _numbered(text, border, borders[number + 1], numbers)
            deep = min(depth, 3)
            parts.append(f'<mark class="depth-{deep}">{piece}</mark>' if depth else piece)
    return Markup("".join(parts))  # noqa: S704 - our own elements around escaped text


def _line_numbers(text: str, starts: Iterable[int]) -> dict[int, int]:
    """Return the number of each line that is not empty, from 1, by the offset where it begins.

    Args:
        text: the text.
        starts: where what is shown of it begins, should that be in the middle of a line.
    """
    numbers = {start: text.count("\n", 0, start) + 1 for start in starts}
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.isspace():
            numbers[offset] = number
        offset += len(line) + 1
    return numbers


def _numbered(text: str, start: int, end: int, numbers: Mapping[int, int]) -> Markup:
    """Return a part of a text as HTML, with the numbers of the lines that begin in it.

    Args:
        text: the text.
        start: where the part begins.
        end: where it ends.
        numbers: those of the lines, by the offset where each begins.
    """
    parts: list[str] = []
    position = offset = start
    while offset != -1 and offset < end:
        if offset in numbers:
            parts.append(escape(visible_text(text[position:offset])))
            parts.append(f'<span class="line" data-line="{numbers[offset]}"></span>')
            position = offset
        offset = text.find("\n", offset, end) + 1 or -1
    parts.append(escape(visible_text(text[position:end])))
    return Markup("".join(parts))  # noqa: S704 - our own elements around escaped text


def _windows(marks: Iterable[PassageMark], length: int) -> list[tuple[int, int]]:
    """Return what is shown of a text that may not be shipped: passages, with a little around them.

    Args:
        marks: the passages, in order.
        length: that of the text.
    """
    # An empty one at least: what is quoted nowhere is shown nowhere.
    windows: list[tuple[int, int]] = [(0, 0)]
    for mark in marks:
        start, end = max(0, mark.start - _AROUND), min(length, mark.end + _AROUND)
        if windows and start <= windows[-1][1]:
            start, end = windows[-1][0], max(end, windows.pop()[1])
        windows.append((start, end))
    return windows


def _reference(mark: PassageMark, to: links.Links) -> str:
    number, stance = mark.citation.number, Stance(mark.citation.stance)
    label = f"{wording.STANCES[stance]}: claim {mark.claim}, item {number}"
    return (
        f'<a class="reference {stance}" '
        f'href="{escape(to.evidence(mark.claim, number))}" '
        f'title="{escape(visible_text(label))}" aria-label="{escape(visible_text(label))}">'
        f"{wording.STANCES[stance]}</a>"
    )
