"""Addresses within a site, in a folder of pages or in one file, and into pages elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from claimcheck.dossier import locators
from claimcheck.formats.site.foreign import web_address
from claimcheck.model import Measure

if TYPE_CHECKING:
    from claimcheck.anchor import Anchor
    from claimcheck.model import Source

PAGES = {
    "claims": "index.html",
    "sources": "sources.html",
    "parties": "parties.html",
    "timeline": "timeline.html",
    "corrections": "corrections.html",
}
# Longer passages are linked by their first and last words.
_LONGEST_FRAGMENT = 300
_WORDS_AT_EITHER_END = 5
_CONTEXT_WORDS = 3
_SHORT_PASSAGE = 20
_VIDEO_HOSTS = ("youtube.com", "youtu.be", "vimeo.com")


def token(name: str) -> str:
    """Return a name as a part of an element's id: different names make different parts."""
    return re.sub(r"[^\w.-]", lambda match: f"~{ord(match[0]):x}~", name)


def claim_anchor(claim_id: str) -> str:
    """Return the id of the element that shows a claim."""
    return f"claim-{token(claim_id)}"


def evidence_anchor(claim_id: str, number: int) -> str:
    """Return the id of the element that shows an evidence item with its claim."""
    return f"evidence-{token(claim_id)}-{number}"


def source_anchor(source_id: str) -> str:
    """Return the id of the element that shows a source."""
    return f"source-{token(source_id)}"


def passage_anchor(claim_id: str, number: int) -> str:
    """Return the id of the mark in a source's text that an evidence item quotes."""
    return f"passage-{token(claim_id)}-{number}"


def party_anchor(party: str) -> str:
    """Return the id of the element that shows a party."""
    return f"party-{token(party)}"


def claim_path(claim_id: str) -> str:
    """Return the path of a claim's page."""
    return f"claims/{claim_id}.html"


def source_path(source_id: str) -> str:
    """Return the path of a source's page."""
    return f"sources/{source_id}.html"


@dataclass(frozen=True, slots=True)
class FolderLinks:
    """Addresses from one page of a folder of pages to others.

    Attributes:
        root: what leads from the page to the folder: nothing, or `../`.
    """

    root: str = ""

    def page(self, name: str) -> str:
        """Return where a page of `PAGES` is."""
        return self.root + PAGES[name]

    def claim(self, claim_id: str) -> str:
        """Return where a claim is."""
        return self.root + quote(claim_path(claim_id))

    def evidence(self, claim_id: str, number: int) -> str:
        """Return where an evidence item is."""
        return f"{self.claim(claim_id)}#{quote(evidence_anchor(claim_id, number))}"

    def source(self, source_id: str) -> str:
        """Return where a source is."""
        return self.root + quote(source_path(source_id))

    def passage(self, source_id: str, claim_id: str, number: int) -> str:
        """Return where a quoted passage is in its source's text.

        Args:
            source_id: the source's id.
            claim_id: the id of the claim that quotes it.
            number: the evidence item's number.
        """
        return f"{self.source(source_id)}#{quote(passage_anchor(claim_id, number))}"

    def party(self, party: str) -> str:
        """Return where a party is."""
        return f"{self.page('parties')}#{quote(party_anchor(party))}"

    def view(self, query: str) -> str:
        """Return where a view of the list of claims is; the query as `status=refuted`."""
        return f"{self.page('claims')}#{query}"


@dataclass(frozen=True, slots=True)
class SingleFileLinks:
    """Addresses within one file that holds the whole site."""

    def page(self, name: str) -> str:
        """Return where a page of `PAGES` is."""
        return f"#{name}"

    def claim(self, claim_id: str) -> str:
        """Return where a claim is."""
        return f"#{quote(claim_anchor(claim_id))}"

    def evidence(self, claim_id: str, number: int) -> str:
        """Return where an evidence item is."""
        return f"#{quote(evidence_anchor(claim_id, number))}"

    def source(self, source_id: str) -> str:
        """Return where a source is."""
        return f"#{quote(source_anchor(source_id))}"

    def passage(self, source_id: str, claim_id: str, number: int) -> str:  # noqa: ARG002 - as in a folder
        """Return where a quoted passage is in its source's text.

        Args:
            source_id: the source's id.
            claim_id: the id of the claim that quotes it.
            number: the evidence item's number.
        """
        return f"#{quote(passage_anchor(claim_id, number))}"

    def party(self, party: str) -> str:
        """Return where a party is."""
        return f"#{quote(party_anchor(party))}"

    def view(self, query: str) -> str:
        """Return where a view of the list of claims is; the query as `status=refuted`."""
        return f"#{query}"


Links = FolderLinks | SingleFileLinks


def live_passage(source: Source, anchor: Anchor) -> str:
    """Return where a passage is on the live page: by its page, its time or its words.

    Args:
        source: the document.
        anchor: where the passage stands in its text.

    Returns:
        The address; nothing where the document has none that may be a link.
    """
    address = web_address(source.url)
    if not address or anchor.start is None or anchor.end is None or source.text is None:
        return address
    labels = locators.locator_labels(source, anchor.start, anchor.end)
    if labels and source.locators[0].measure is Measure.TIME:
        return _at_time(address, labels[0])
    if labels:
        return f"{address.partition('#')[0]}#page={labels[0]}"
    start, end = anchor.parts[0] if anchor.parts else (anchor.start, anchor.end)
    directive = text_directive(source.text, start, end)
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}" if directive else address


def text_directive(text: str, start: int, end: int) -> str:
    """Return a passage as browsers look it up in a page (`text=…` of a text fragment).

    Args:
        text: the text that it stands in.
        start: where it begins, in code points.
        end: where it ends.
    """
    passage = " ".join(text[start:end].split())
    # What runs over blocks of a page is not found as one; its beginning and its end are.
    blocks = "\n" in text[start:end].strip()
    words = passage.split(" ")
    if len(words) > 2 * _WORDS_AT_EITHER_END and (blocks or len(passage) > _LONGEST_FRAGMENT):
        first, last = words[:_WORDS_AT_EITHER_END], words[-_WORDS_AT_EITHER_END:]
        return f"{_term(' '.join(first))},{_term(' '.join(last))}"
    if len(passage) > _LONGEST_FRAGMENT:
        return f"{_term(passage[:40])},{_term(passage[-40:])}"
    is_short = len(passage) < _SHORT_PASSAGE or text.count(text[start:end]) > 1
    before = text[max(0, start - 80) : start].rpartition("\n")[2].split()[-_CONTEXT_WORDS:]
    after = text[end : end + 80].partition("\n")[0].split()[:_CONTEXT_WORDS]
    prefix = f"{_term(' '.join(before))}-," if is_short and before else ""
    suffix = f",-{_term(' '.join(after))}" if is_short and after else ""
    return f"{prefix}{_term(passage)}{suffix}"


def _term(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def _at_time(address: str, label: str) -> str:
    hours, minutes, seconds = label.partition(".")[0].split(":")
    total = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    host = urlsplit(address).hostname or ""
    base, _, _ = address.partition("#")
    if any(host == name or host.endswith(f".{name}") for name in _VIDEO_HOSTS):
        return f"{base}{'&' if '?' in base else '?'}t={total}s"
    return f"{base}#t={total}"
