"""What a site is made of: a report, its history, and how the reader's pages are to be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.assessment.sources import catalogue
from claimcheck.formats.phrases import party_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.assessment.history import History
    from claimcheck.assessment.sources import CatalogueEntry
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding, Party, Source


@dataclass(frozen=True)
class Site:
    """A dossier as it is to be shown.

    Attributes:
        report: the dossier as checked, with every claim as assessed.
        title: what the site is called.
        base_url: where it will be published, ending with a slash; "" where that is not known.
        commit: the commit that the project's files are at; "" where there is none.
        history: what became of claims over the commits; None where that was not asked for.
        templates: texts of templates that take the place of ours, by name.
        live: whether the pages are served, follow every save, and take signatures.
    """

    report: Report
    title: str
    base_url: str = ""
    commit: str = ""
    history: History | None = None
    templates: Mapping[str, str] = field(default_factory=dict)
    live: bool = False

    @cached_property
    def claims(self) -> dict[str, AssessedClaim]:
        """The claims by id; of two with one id, the first."""
        claims: dict[str, AssessedClaim] = {}
        for assessed in self.report.assessment.claims:
            claims.setdefault(assessed.id, assessed)
        return claims

    @cached_property
    def entries(self) -> dict[str, CatalogueEntry]:
        """The sources by id, with the claims that cite each."""
        return {entry.source.id: entry for entry in catalogue(self.report.assessment)}

    @property
    def parties(self) -> Mapping[str, Party]:
        """The parties by id."""
        return self.report.assessment.dossier.parties

    @cached_property
    def findings_by_claim(self) -> Mapping[str, Sequence[Finding]]:
        """The findings about each claim; those about a source alone are in the list of `""`."""
        grouped: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.report.findings:
            grouped[finding.claim or ""].append(finding)
        return grouped

    @cached_property
    def allowed_by_claim(self) -> Mapping[str, Sequence[Finding]]:
        """The findings that each claim allows."""
        grouped: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.report.allowed:
            grouped[finding.claim or ""].append(finding)
        return grouped

    @cached_property
    def sources_by_path(self) -> Mapping[str, Source]:
        """The sources by the file that their text is in."""
        sources = self.report.assessment.dossier.sources
        return {source.text_path: source for source in sources.values() if source.text_path}

    def name(self, party: str) -> str:
        """Return a party's name, or the plain name that was written."""
        return party_name(party, self.parties)


@dataclass(frozen=True, slots=True)
class SitePage:
    """A file of a site: its path, relative to the site's folder, and its bytes."""

    path: str
    data: bytes
