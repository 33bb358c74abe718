"""Addresses within a site, in a folder of pages or in one file, and into pages elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

PAGES = {
    "claims": "index.html",
    "sources": "sources.html",
    "parties": "parties.html",
    "timeline": "timeline.html",
    "corrections": "corrections.html",
}


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
