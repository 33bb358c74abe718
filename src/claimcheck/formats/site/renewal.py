"""Which pages of a site are what they were, told by hashes of all that goes into each.

A page's key covers what its bytes depend on beside the build, the settings and how the site is to
be: those name the memory itself. docs/incremental.md has what goes into a key.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.assessment.captures import newest_capture
from claimcheck.formats.site.cards import ClaimCard, SourceCard
from claimcheck.formats.site.claim_view import wordings
from claimcheck.gate.incremental.delta import Delta
from claimcheck.gate.incremental.rows import to_row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from claimcheck.formats.site.pages import PageDraft
    from claimcheck.formats.site.site import Site
    from claimcheck.gate.incremental.state import ClaimResult, State

_LENGTH = 32
# A signature that could not be verified, or a file that could not be read: looked at each time.
_UNKNOWN = "!"


class PageRecord(NamedTuple):
    """A page as it was written: the key of what went into it, and the SHA-256 of its bytes."""

    key: str
    sha256: str


class KeyedCard(NamedTuple):
    """A card with the key of what went into it."""

    key: str
    card: Any


CARDS, CHANGED_CARDS, PAGES = "cards", "changed-cards", "pages"


@dataclass(slots=True)
class SiteMemory:
    """What is kept of a report for the next one.

    Attributes:
        claims: the cards of claims by id.
        sources: the cards of sources by id.
        pages: the pages by path.
    """

    claims: dict[str, KeyedCard] = field(default_factory=dict)
    sources: dict[str, KeyedCard] = field(default_factory=dict)
    pages: dict[str, PageRecord] = field(default_factory=dict)
    # The cards of claims in the large file, and its SHA-256.
    _base: dict[str, KeyedCard] = field(default_factory=dict)
    _base_sha256: str = ""

    def claim(self, claim_id: str, key: str) -> KeyedCard | None:
        """Return the card of a claim; None where it is not known, or made of something else."""
        card = self.claims.get(claim_id)
        return card if card is not None and key and card.key == key else None

    def source(self, source_id: str, key: str) -> KeyedCard | None:
        """Return the card of a source; None where it is not known, or made of something else."""
        card = self.sources.get(source_id)
        return card if card is not None and card.key == key else None

    def files(self, earlier: SiteMemory) -> dict[str, bytes]:
        """Return the files that are to be written; what is as in the earlier memory is in none.

        Args:
            earlier: what was opened; a card that was taken from there is the same object.
        """
        files = {}
        if self.pages != earlier.pages:
            files[PAGES] = _json(self.pages)
        base_sha256 = earlier._base_sha256
        delta = Delta.between(earlier._base, self.claims)
        if not base_sha256 or delta.is_large(len(self.claims)):
            files[CARDS] = _json(self.claims)
            base_sha256, delta = hashlib.sha256(files[CARDS]).hexdigest(), Delta({}, [])
        elif (self.claims, self.sources) == (earlier.claims, earlier.sources):
            return files
        files[CHANGED_CARDS] = _json([base_sha256, delta.changed, delta.removed, self.sources])
        return files

    @classmethod
    def open(cls, get: Callable[[str], bytes | None]) -> SiteMemory:
        """Return what was kept; nothing of what is not there, or not what was written.

        Args:
            get: returns the bytes of a file by its name.
        """
        cards, changed, pages = get(CARDS), get(CHANGED_CARDS), get(PAGES)
        memory = cls()
        try:
            if pages is not None:
                written = json.loads(pages)
                memory.pages = {path: PageRecord(*record) for path, record in written.items()}
            if cards is None or changed is None:
                return memory
            base_sha256, newer, removed, sources = json.loads(changed)
            if base_sha256 == hashlib.sha256(cards).hexdigest():
                base, delta = _claim_cards(json.loads(cards)), Delta(_claim_cards(newer), removed)
                memory = cls(
                    delta.applied_to(base),
                    {
                        name: KeyedCard(key, SourceCard(*card))
                        for name, (key, card) in sources.items()
                    },
                    memory.pages,
                    base,
                    base_sha256,
                )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls()
        return memory


def _claim_cards(written: Mapping[str, Any]) -> dict[str, KeyedCard]:
    return {
        name: KeyedCard(key, ClaimCard.from_json(card)) for name, (key, card) in written.items()
    }


class Keys:
    """Makes keys of what a check read and found.

    Args:
        state: what the check came to.
        today: the day as of which was judged.
    """

    def __init__(self, state: State, today: date) -> None:
        self._today = today.isoformat()
        self._parties = state.parties_hash
        self._names = state.names
        self._sources = {name: _key(repr(digest)) for name, digest in state.sources.items()}
        self._all_sources = _key(*self._sources.items())

    def claim(self, result: ClaimResult) -> str:
        """Return the key of what was found in a claim; "" where it has to be looked at again."""
        if result.review.startswith(_UNKNOWN) or result.file.startswith(_UNKNOWN):
            return ""
        return _key(
            result.file,
            result.review,
            self._parties,
            [self._sources.get(name) for name in result.cited],
            [(name, self._sources.get(name)) for name in result.origins],
            [self._names.get(name) for name in result.names],
            self._all_sources if result.depends_on_all_sources else "",
            self._today if result.depends_on_date else "",
        )

    def source(self, source_id: str) -> str:
        """Return the key of a source's record and files."""
        return _key(self._parties, self._sources[source_id])

    def claim_page(self, claim_key: str, result: ClaimResult, claim_id: str, site: Site) -> str:
        """Return the key of a claim's page; "" where it has to be made again.

        Args:
            claim_key: the key of what was found in the claim.
            result: what was found.
            claim_id: the claim's id.
            site: the site, with its cards.
        """
        if not claim_key:
            return ""
        findings = site.findings.about(claim_id, result.cited)
        variants = list(wordings(claim_id, site))
        history = site.history.of_claim(claim_id) if site.history else ()
        rests_on = [
            (card.id, card.text, card.status)
            for other in result.rests_on
            if (card := site.claim_cards.get(other)) is not None
        ]
        return _key(
            claim_key,
            site.history is not None,
            [json.dumps(list(map(to_row, group))) for group in (findings, variants) if group],
            rests_on,
            [(event.commit, event.before, event.after, event.may_be_older) for event in history],
        )

    def source_page(self, source_id: str, site: Site) -> str:
        """Return the key of a source's page.

        Args:
            source_id: the source's id.
            site: the site, with its cards.
        """
        card, dossier = site.source_cards[source_id], site.report.assessment.dossier
        newest = newest_capture(source_id, dossier)
        cited = (
            (
                claim_id,
                *citation,
                site.claim_cards[claim_id].text,
                site.claim_cards[claim_id].status,
            )
            for claim_id, citation in site.citations.get(source_id, ())
        )
        return _key(
            self.source(source_id),
            site.history is not None,
            site.source_cards.get(card.origin),
            (newest.id, newest.title) if newest else "",
            list(cited),
        )


def draft_key(draft: PageDraft) -> str:
    """Return the key of a page of which the values are known."""
    return _key(draft.template, json.dumps(draft.values, default=repr))


def _key(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")
