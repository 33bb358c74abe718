"""Fetch a quoted page again, and tell what became of the passages; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from claimcheck.anchor import Fit
from claimcheck.assessment.assess import assess
from claimcheck.assessment.changed_source import change_impact
from claimcheck.documents import extract
from claimcheck.documents.fetch import Limits, fetch, is_public
from claimcheck.documents.paywall import asks_for_payment
from claimcheck.documents.progress import silent
from claimcheck.dossier.locators import read_marks
from claimcheck.dossier.wrong_content import wrong_content
from claimcheck.model.errors import FetchError, MissingLibraryError, UnreadableError
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.changed_source import ChangeImpact
    from claimcheck.assessment.sources import CatalogueEntry, Citation
    from claimcheck.documents.fetch import Address, FetchedDocument
    from claimcheck.documents.progress import Busy
    from claimcheck.model import Source

# What servers answer where there is no such page any more, and where they want money or a name.
_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_CLOSED: Final = frozenset(
    {HTTPStatus.UNAUTHORIZED, HTTPStatus.PAYMENT_REQUIRED, HTTPStatus.FORBIDDEN}
)


class Fate(StrEnum):
    """How a passage stands in its page as it is now, or why nobody can tell."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED_AROUND = "reworded around"
    CHANGED = "changed"
    GONE = "gone"
    PAYWALL = "paywall"
    REDIRECTED = "redirected"
    PAGE_GONE = "page gone"
    UNCHECKED = "unchecked"

    @property
    def is_fine(self) -> bool:
        """Whether the page still says what was quoted, in the same surroundings."""
        return self in {Fate.UNCHANGED, Fate.MOVED}


@dataclass(frozen=True, slots=True)
class WatchRequest:
    """What fetching pages again may ask and cost.

    Attributes:
        allow: which machines may be asked.
        seconds: what fetching, or reading, one page may take.
    """

    allow: Callable[[Address], bool] = field(default=is_public)
    seconds: float = SECONDS_PER_DOCUMENT


@dataclass(frozen=True, slots=True)
class WatchedPassage:
    """A passage that is quoted, and how it stands in its page as it is now.

    Attributes:
        citation: the evidence item; where the page was read, as it stands there now.
        fate: how it stands there.
        reason: why it is not said of the passage itself, in a clause; "" where it is.
    """

    citation: Citation
    fate: Fate
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WatchedSource:
    """A source whose page was fetched again.

    Attributes:
        source: the source as the page is now; as it is pinned, where the page could not be read.
        passages: what is quoted from it, in the order of the claims.
        corrections: the lines of the page that newly speak of a correction.
        leads_to: where its address leads now, where that is elsewhere.
        unread: why its page could not be read, in a clause; "" where it could.
    """

    source: Source
    passages: tuple[WatchedPassage, ...]
    corrections: tuple[str, ...] = ()
    leads_to: str = ""
    unread: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether its page was read, every passage stands, and nothing is newly corrected."""
        return not (self.unread or self.corrections) and all(
            passage.fate.is_fine for passage in self.passages
        )


def watch_source(
    entry: CatalogueEntry, assessment: Assessment, request: WatchRequest, busy: Busy = silent
) -> WatchedSource:
    """Fetch the page of a source again, and compare the passages that are quoted from it.

    Args:
        entry: the source, and where it is cited.
        assessment: the project.
        request: what may be asked, and what that may cost.
        busy: shows what is being done while it takes long.

    Raises:
        MissingLibraryError: the library that reads such pages is not installed.
    """
    source, url = entry.source, entry.source.url
    if url is None:
        return _unread(entry, Fate.UNCHECKED, "its record names no address")
    try:
        with busy(f"fetching {url}"):
            limits = Limits(seconds=request.seconds)
            fetched = fetch(url, allow=request.allow, limits=limits)
    except FetchError as error:
        return _unread(entry, _fate_of_failure(error.status), str(error))
    leads_to = fetched.url if _is_elsewhere(url, fetched.url) else ""
    document = source.pins[0].path if source.pins else ""
    if wrong := wrong_content(fetched.data, document):
        return _unread(entry, Fate.PAGE_GONE, f"what is there now is {wrong.what}")
    try:
        with busy(f"reading {url}"):
            text, extractor = _text_of(fetched, source, request.seconds)
    except UnreadableError as error:
        fate = Fate.REDIRECTED if leads_to else Fate.UNCHECKED
        return replace(_unread(entry, fate, str(error)), leads_to=leads_to)
    except MissingLibraryError as error:
        raise type(error)(f"{source.id}: {error}", error.help) from None
    present = source._replace(
        content=read_marks(text, document, extractor),
        text_of=source.pins[0].expected if source.pins else None,
        pins=tuple(pin._replace(actual=pin.expected) for pin in source.pins),
    )
    impact = _impact(entry, present, assessment)
    lost = Fate.GONE
    if asks_for_payment(fetched.data, text):
        lost = Fate.PAYWALL
    elif leads_to:
        lost = Fate.REDIRECTED
    passages = _in_order(_passages(impact, lost), entry)
    return WatchedSource(present, passages, impact.corrections, leads_to)


def _impact(entry: CatalogueEntry, present: Source, assessment: Assessment) -> ChangeImpact:
    """Return how the passages of a source stand in its page as it is now.

    Args:
        entry: the source as it is pinned, and where it is cited.
        present: the source with the text of its page as it is now.
        assessment: the project.
    """
    cited = {citation.claim_id for citation in entry.cited}
    claims = tuple(claim for claim in assessment.dossier.claims if claim.id in cited)
    dossier = replace(
        assessment.dossier, claims=claims, sources={present.id: present}, successors={}
    )
    pinned = None if entry.source.changed else entry.source
    return change_impact(present.id, assess(dossier, assessment.today), pinned)


def _unread(entry: CatalogueEntry, fate: Fate, reason: str) -> WatchedSource:
    """Return a source whose page could not be read: the same is told of every passage.

    Args:
        entry: the source, and where it is cited.
        fate: what became of its page.
        reason: why it could not be read, in a clause.
    """
    return WatchedSource(
        entry.source,
        tuple(WatchedPassage(citation, fate, reason) for citation in entry.cited),
        unread=reason,
    )


def _fate_of_failure(status: int) -> Fate:
    """Return why a passage cannot be looked for in a page that was not sent.

    Args:
        status: the HTTP status that the server answered; 0 where it answered none.
    """
    if status in _GONE:
        return Fate.PAGE_GONE
    return Fate.PAYWALL if status in _CLOSED else Fate.UNCHECKED


def _is_elsewhere(requested: str, final: str) -> bool:
    """Whether an address led to another page, and not just to another spelling of its own."""
    forms = []
    for url in (requested, final):
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        forms.append((host, parts.path.rstrip("/").removesuffix("/index.html")))
    return forms[0] != forms[1]


def _text_of(fetched: FetchedDocument, source: Source, seconds: float) -> tuple[str, str | None]:
    """Return the text of what was fetched, and what took it out.

    Args:
        fetched: the document.
        source: the source as it is pinned, for how it was read.
        seconds: what reading it may take.

    Raises:
        UnreadableError: it is of a kind that is not read, or cannot be read.
        MissingLibraryError: the library that reads it is not installed.
    """
    path = urlsplit(fetched.url).path
    kind = (
        extract.kind_of_media_type(fetched.media_type)
        or extract.kind_of_content(fetched.data)
        or extract.kind_of_name(path)
    )
    if not kind:
        raise UnreadableError(f"it is of a kind that is not read ({fetched.media_type})")
    if kind == "text" and not source.has_extract:
        try:
            return fetched.data.decode("utf-8-sig"), None
        except UnicodeDecodeError:
            pass
    options = extract.parse_extractor(source.extractor or "")
    if not options.charset:
        options = replace(options, charset=fetched.charset)
    extraction = extract.extract(fetched.data, kind, options, extract.Bounds(seconds=seconds))
    return extraction.extract.text, extraction.extractor


def _passages(impact: ChangeImpact, lost: Fate) -> Iterable[WatchedPassage]:
    """Yield the passages of a page that was read, each with how it stands there.

    Args:
        impact: how they stand in it.
        lost: what is told of those that do not.
    """
    why = {
        Fate.PAYWALL: "the page asks to subscribe or to log in",
        Fate.REDIRECTED: "the address leads elsewhere",
    }.get(lost, "")
    fates = (
        (impact.unharmed, Fate.UNCHANGED, ""),
        (impact.moved, Fate.MOVED, ""),
        (impact.reworded_around, Fate.REWORDED_AROUND, ""),
        (impact.unknown_around, Fate.UNCHANGED, "what stood around it is not known"),
        (impact.altered, Fate.CHANGED, ""),
        (impact.gone, lost, why),
        (impact.unchecked, Fate.UNCHECKED, "it could not be looked for"),
    )
    for citations, fate, reason in fates:
        for citation in citations:
            yield WatchedPassage(citation, fate, reason)


def _in_order(
    passages: Iterable[WatchedPassage], entry: CatalogueEntry
) -> tuple[WatchedPassage, ...]:
    """Return passages in the order in which claims cite them.

    Args:
        passages: what became of them.
        entry: where the source is cited.
    """
    by_place = {
        (passage.citation.claim_id, passage.citation.number): passage for passage in passages
    }
    lines = []
    for citation in entry.cited:
        passage = by_place[citation.claim_id, citation.number]
        fit = citation.item.anchor.fit
        if not (fit.passes or fit is Fit.UNCHECKED or passage.fate.is_fine):
            reason = "it does not appear in the pinned document either"
            passage = WatchedPassage(citation, Fate.UNCHECKED, reason)
        lines.append(passage)
    return tuple(lines)
