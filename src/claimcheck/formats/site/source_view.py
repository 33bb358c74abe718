"""A source as its page shows it: its text with every quoted passage marked, and what it is."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from claimcheck.assessment.captures import newest_capture
from claimcheck.assessment.passages import locator_phrase_of, place_in, shorten
from claimcheck.assessment.sources import PinState
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.live_pages import language_tag, web_address
from claimcheck.formats.site import links, wording
from claimcheck.formats.site.foreign import visible_text
from claimcheck.model import Measure, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.assessment.assess import AssessedEvidence
    from claimcheck.assessment.sources import CatalogueEntry
    from claimcheck.formats.site.site import Site

PIN_STATES = {
    PinState.PINNED: "unchanged since it was pinned",
    PinState.CHANGED: "not the document that was pinned",
    PinState.MISSING: "a pinned file cannot be read",
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
    item: AssessedEvidence
    is_first: bool

    @property
    def anchor(self) -> str:
        """The id of the element where it begins."""
        return links.passage_anchor(self.claim, self.item.evidence.number)


def source_view(entry: CatalogueEntry, site: Site, to: links.Links) -> dict[str, object]:
    """Return what the page of a source shows.

    Args:
        entry: the source, and where it is cited.
        site: the site that it is part of.
        to: makes addresses on that page.
    """
    source = entry.source
    marks = _marks(entry, site)
    address = web_address(source.url)
    origin = site.entries.get(source.origin or "")
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
        "origin": {"title": origin.source.title, "url": to.source(origin.source.id)}
        if origin
        else None,
        "origin_unknown": bool(source.origin) and origin is None,
        "has_extract": source.has_extract,
        "stamp": visible_text(_stamp(source)),
        "newest": {"title": newest.title, "url": to.source(newest.id)}
        if newest and newest.id in site.entries
        else None,
        "state": str(entry.state),
        "state_text": PIN_STATES[entry.state],
        "pins": [{"path": pin.path, "sha256": pin.expected or ""} for pin in source.pins],
        "file": source.place.path,
        "no_text": source.no_text_because if source.text is None else "",
        "cited": [_cited_view(mark, site, to) for mark in marks if mark.is_first],
        "elsewhere": [
            {"claim": citing.claim_id, "url": to.evidence(citing.claim_id, citing.number)}
            for citing in entry.cited
            if not citing.item.anchor.fit.passes
        ],
        "claims": entry.claims,
        "is_whole": source.shipped,
        "text": marked_text(source.text or "", marks, entry, to),
    }


def _stamp(source: Source) -> str:
    """Say when and by whom a document was stamped; "" where that is not known."""
    stamp = source.stamp
    if stamp is None or stamp.problem or stamp.unverified:
        return ""
    return f"{stamp.time} by {stamp.authority}"


def _marks(entry: CatalogueEntry, site: Site) -> list[PassageMark]:
    marks = []
    source = entry.source
    for cited in entry.cited:
        # Of two claims with one id, only the first has a page.
        if site.claims.get(cited.claim_id) is not cited.claim:
            continue
        anchor = cited.item.anchor
        if not anchor.fit.passes or anchor.start is None or anchor.end is None:
            continue
        spans = anchor.parts or ((anchor.start, anchor.end),)
        for number, (start, end) in enumerate(spans):
            if source.text is not None and start < end:
                marks.append(PassageMark(start, end, cited.claim_id, cited.item, number == 0))
    return sorted(
        marks, key=lambda mark: (mark.start, mark.end, mark.claim, mark.item.evidence.number)
    )


def _cited_view(mark: PassageMark, site: Site, to: links.Links) -> dict[str, object]:
    source = mark.item.source
    text = source.text or "" if source else ""
    return {
        "claim_text": site.claims[mark.claim].claim.text,
        "url": to.evidence(mark.claim, mark.item.evidence.number),
        "stance": str(mark.item.evidence.stance),
        "stance_word": wording.STANCES[mark.item.evidence.stance],
        "status": str(site.claims[mark.claim].derivation.status),
        "status_word": STATUSES[site.claims[mark.claim].derivation.status],
        "quote": shorten(text[mark.start : mark.end], _LONGEST_LISTED),
        "passage_url": f"#{mark.anchor}",
        "locator": locator_phrase_of(mark.item, site.report.assessment),
        "line": place_in(text, "", mark.start).line,
    }


def marked_text(
    text: str, marks: list[PassageMark], entry: CatalogueEntry, to: links.Links
) -> Markup:
    """Return a text as HTML in which every quoted passage is marked, overlaps by their depth.

    Of a document that may not be shipped only the passages are shown, with a little around them.

    Args:
        text: the source's text.
        marks: the passages, in order.
        entry: the source, whose pages and times are told as they begin.
        to: makes addresses.
    """
    starts: dict[int, list[PassageMark]] = {}
    ends: dict[int, list[PassageMark]] = {}
    for mark in marks:
        starts.setdefault(mark.start, []).append(mark)
        ends.setdefault(mark.end, []).append(mark)
    pages = {locator.start: locator for locator in entry.source.locators}
    shown = [] if entry.source.shipped else _windows(marks, len(text))
    borders = sorted({0, len(text), *starts, *ends, *pages, *itertools.chain(*shown)})
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
            piece = anchors + escape(visible_text(text[border : borders[number + 1]]))
            deep = min(depth, 3)
            parts.append(f'<mark class="depth-{deep}">{piece}</mark>' if depth else piece)
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
    evidence = mark.item.evidence
    label = f"{wording.STANCES[evidence.stance]}: claim {mark.claim}, item {evidence.number}"
    return (
        f'<a class="reference {escape(str(evidence.stance))}" '
        f'href="{escape(to.evidence(mark.claim, evidence.number))}" '
        f'title="{escape(visible_text(label))}" aria-label="{escape(visible_text(label))}">'
        f"{wording.STANCES[evidence.stance]}</a>"
    )
