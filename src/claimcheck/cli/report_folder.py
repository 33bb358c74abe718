"""A report in a folder: pages that are what they were are neither made nor written again."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.assessment.selected_claims import assess_selected
from claimcheck.cli import session
from claimcheck.cli.reporting import site_look, site_of, with_history
from claimcheck.dossier.listing import list_files
from claimcheck.editing.operations.write_site import WrittenSite, refusals, write_site
from claimcheck.gate.runner import severities
from claimcheck.system import cache
from claimcheck.system.output_folder import OutputFolder, digests_in
from claimcheck.system.parallel import both, parallel_map

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from claimcheck.cli.reporting import SiteOptions
    from claimcheck.cli.session import Session
    from claimcheck.dossier.project import Project
    from claimcheck.formats.site.cards import ClaimCard, SourceCard
    from claimcheck.formats.site.renewal import PageRecord, SiteMemory
    from claimcheck.formats.site.site import Site, SitePage
    from claimcheck.gate.incremental.state import State
    from claimcheck.model import Source

_KIND = "report"
# Pages by the hundred are made and written sooner by two processes.
_MIN_PAGES_FOR_TWO_PROCESSES = 400
# Fewer are read again sooner than a second process has begun.
_MIN_PAGES_DIGESTED_ASIDE = 100
# Lists of so many claims take about as long as the parties and the timeline of them.
_MIN_CLAIMS_FOR_TWO_PROCESSES = 3000
# So many claims are held in memory at a time.
_BATCH_CLAIMS = 5000


_WRITING = "writing the pages of {} claims"


def write_report(
    run: Session, project: Project, options: SiteOptions, folder: Path
) -> tuple[WrittenSite, str]:
    """Write the pages of a project into a folder.

    Args:
        run: the run of the command line.
        project: the project.
        options: how the site is to be.
        folder: where to.

    Returns:
        What was written, and what its maker should know.

    Raises:
        ProjectError: the project cannot be read.
        RequestError: the site cannot be made in this way.
        ConflictError: the folder cannot be written to.
        MissingLibraryError: the library for templates is not installed.
    """
    if run.cached:
        renewed = Renewal(run, project, options, folder).write()
        if renewed is not None:
            return renewed
    from claimcheck.formats.site import pages  # only once its library is known to be there

    site, notes = site_of(run, project, options)
    files = ((page.path, page.data) for page in pages.render(site))
    with session.progress(len(site.claim_cards), _WRITING):
        return write_site(folder, files, pages.paths(site, site.claim_cards)), notes


class Renewal:
    """A report of which pages are kept that are what they were.

    Args:
        run: the run of the command line.
        project: the project.
        options: how the site is to be.
        folder: where it is written to.

    Raises:
        RequestError: the site cannot be made in this way.
        MissingLibraryError: the library for templates is not installed.
    """

    def __init__(self, run: Session, project: Project, options: SiteOptions, folder: Path) -> None:
        self._run = run
        self._project = project
        self._options = options
        self._folder = folder
        self._look = site_look(project, options)
        about = (cache.build(), str(project.root), repr(project.config))
        from claimcheck.formats.site import renewal  # only once its library is known to be there

        cards = cache.hashed(*about)
        self._names = {
            renewal.CARDS: cards,
            renewal.CHANGED_CARDS: cards,
            renewal.PAGES: cache.hashed(*about, str(folder), repr(self._look)),
        }

    def write(self) -> tuple[WrittenSite, str] | None:
        """Write the report; return None where only a check of everything in order can be shown.

        Raises:
            ProjectError: the project cannot be read.
            ConflictError: the folder cannot be written to.
        """
        from claimcheck.formats.site.renewal import SiteMemory

        memory = SiteMemory.open(lambda name: cache.get(_KIND, f"{self._names[name]}-{name}"))
        digested = partial(digests_in, self._folder, list(memory.pages))
        if len(memory.pages) < _MIN_PAGES_DIGESTED_ASIDE:
            (site, notes, state), digests = self._checked(), digested()
        else:
            (site, notes, state), digests = both(self._checked, digested)
        if state is None:
            return None
        with refusals(self._folder):
            output = OutputFolder(self._folder, digests)
            maker = PageMaker(self._project, state, site, output, memory, digests)
            with session.progress(len(state.results), _WRITING):
                renewed = maker.make()
            removed = output.finish(renewed.pages)
        if self._run.recording.consistent:
            self._keep(memory, renewed)
        return WrittenSite(len(renewed.pages), maker.written, removed), notes

    def _checked(self) -> tuple[Site, str, State | None]:
        project, options = self._project, self._options
        request = session.request_of(severities(project.config), options.today, keep_claims=False)
        report, state = session.report_and_state(
            self._run, project, replace(request, read_article=None)
        )
        looked_at = options.with_history
        site, notes = with_history(self._run, project, report, self._look, looked_at=looked_at)
        return site, notes, state

    def _keep(self, memory: SiteMemory, renewed: SiteMemory) -> None:
        for name, data in renewed.files(memory).items():
            cache.put(_KIND, f"{self._names[name]}-{name}", data)


class WrittenPage(NamedTuple):
    """A page that was made: what is kept of it, and whether it had to be written."""

    record: PageRecord
    is_new: bool


class MadeClaims(NamedTuple):
    """Pages of claims that were made, by path, and the cards of these claims."""

    cards: dict[str, ClaimCard]
    pages: dict[str, WrittenPage]


class MadeDrafts(NamedTuple):
    """Pages that were made of known values, by path, and the keys of those that were not, too."""

    keys: dict[str, str]
    pages: dict[str, WrittenPage]


class PageMaker:
    """Makes the pages of a site that are not what they were, and writes them.

    Args:
        project: the project.
        state: what was found in it.
        site: the site, without its cards.
        output: where to.
        memory: what was kept of the last report.
        digests: the SHA-256 of the pages that are there, by path.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what was read, what was kept, and what is there
        self,
        project: Project,
        state: State,
        site: Site,
        output: OutputFolder,
        memory: SiteMemory,
        digests: Mapping[str, str],
    ) -> None:
        from claimcheck.formats.site import templating  # only once its library is there
        from claimcheck.formats.site.renewal import Keys

        self.written = 0
        self._tree = project.tree
        self._state = state
        self._site = site
        self._output = output
        self._memory = memory
        self._digests = digests
        self._templates = templating.Templates(site.templates)
        self._listing = list_files(project.tree, project.config)
        self._results = {
            claim_id: result
            for claim_id, path in sorted(self._listing.claims.items())
            if (result := state.get(path)) is not None and result.items is not None
        }
        self._keys = Keys(state, site.report.assessment.today)
        self._claim_keys = {
            claim_id: self._keys.claim(result) for claim_id, result in self._results.items()
        }

    def make(self) -> SiteMemory:
        """Make and write what is not as it was; return what is to be kept."""
        from claimcheck.formats.site import links, pages

        sources = {name: self._source_card(name) for name in self._dossier_sources}
        cards = self._known_cards()
        self._site = self._with_cards(cards, sources)
        self._output.begin(pages.paths(self._site, self._results))

        keys = {
            links.claim_path(name): self._keys.claim_page(
                self._claim_keys[name], result, name, self._site
            )
            for name, result in self._results.items()
        }
        renewed = self._renewed_claims(keys, cards)
        cards, made = cards | renewed.cards, dict(renewed.pages)
        self._site = self._with_cards({name: cards[name] for name in self._results}, sources)

        keys |= {
            links.source_path(name): self._keys.source_page(name, self._site) for name in sources
        }
        stale = [name for name in sources if not self._is_current(links.source_path(name), keys)]
        for pages_of_sources in parallel_map(partial(self._make_sources, keys), *_parts(stale)):
            made |= pages_of_sources
        many = len(cards) >= _MIN_CLAIMS_FOR_TWO_PROCESSES
        for others in parallel_map(self._make_drafts, (True, False), 2 if many else 3):
            keys |= others.keys
            made |= others.pages
        for page in pages.extras(self._site):
            made[page.path] = self._write(page, {})

        self.written = sum(page.is_new for page in made.values())
        unchanged = {path: self._memory.pages[path] for path in keys if path not in made}
        records = {**unchanged, **{path: page.record for path, page in made.items()}}
        return self._memory_of(cards, sources, records)

    def _renewed_claims(
        self, keys: Mapping[str, str], cards: Mapping[str, ClaimCard]
    ) -> MadeClaims:
        """Make the pages of claims that are not as they were, and the cards that are not known.

        Args:
            keys: the keys of all claims' pages, by path.
            cards: the cards that are known, by claim.
        """
        from claimcheck.formats.site import links

        needed = [
            name
            for name in self._results
            if name not in cards or not self._is_current(links.claim_path(name), keys)
        ]
        renewed = MadeClaims({}, {})
        for part in parallel_map(partial(self._make_claims, keys), *_parts(needed)):
            renewed.cards.update(part.cards)
            renewed.pages.update(part.pages)
        return renewed

    def _memory_of(
        self,
        cards: Mapping[str, ClaimCard],
        sources: Mapping[str, SourceCard],
        records: dict[str, PageRecord],
    ) -> SiteMemory:
        """Return what is to be kept of a report.

        Args:
            cards: the cards of the claims.
            sources: the cards of the sources.
            records: what is known of each page, by its path.
        """
        from claimcheck.formats.site import renewal

        return renewal.SiteMemory(
            {
                name: self._memory.claim(name, key) or renewal.KeyedCard(key, cards[name])
                for name, key in self._claim_keys.items()
                if key
            },
            {name: renewal.KeyedCard(self._keys.source(name), sources[name]) for name in sources},
            records,
        )

    @property
    def _dossier_sources(self) -> Mapping[str, Source]:
        return self._site.report.assessment.dossier.sources

    def _source_card(self, source_id: str) -> SourceCard:
        from claimcheck.formats.site.cards import source_card

        keyed = self._memory.source(source_id, self._keys.source(source_id))
        return keyed.card if keyed else source_card(self._dossier_sources[source_id])

    def _known_cards(self) -> dict[str, ClaimCard]:
        """Return the cards that are known, and those of claims that others rest on."""
        cards = {}
        for name, key in self._claim_keys.items():
            if (keyed := self._memory.claim(name, key)) is not None:
                cards[name] = keyed.card
        rested_on = {name for result in self._results.values() for name in result.rests_on}
        missing = sorted(rested_on & self._results.keys() - cards.keys())
        return cards | self._cards_of(self._assessed(missing))

    def _with_cards(
        self, cards: Mapping[str, ClaimCard], sources: Mapping[str, SourceCard]
    ) -> Site:
        from claimcheck.formats.site.site import SiteCards

        unreadable = (
            path for name, path in self._listing.claims.items() if name not in self._results
        )
        unread = sorted({*self._listing.unread, *unreadable})
        return replace(self._site, cards=SiteCards(cards, sources, unread))

    def _is_current(self, path: str, keys: Mapping[str, str]) -> bool:
        record, key = self._memory.pages.get(path), keys[path]
        if record is None or not key or record.key != key:
            return False
        return self._digests.get(path) == record.sha256

    def _assessed(self, claim_ids: Sequence[str]) -> Site:
        """Return the site with some claims as assessed."""
        report = self._site.report
        foundation, corpus = self._state.foundation, report.assessment.corpus
        if foundation is None or corpus is None:
            raise ValueError("the state comes of no check")
        base, today = (foundation, corpus), report.assessment.today
        assessment = assess_selected(self._tree, self._listing, base, claim_ids, today)
        return replace(self._site, report=replace(report, assessment=assessment))

    def _cards_of(self, site: Site) -> dict[str, ClaimCard]:
        from claimcheck.formats.site.cards import claim_card

        return {name: claim_card(assessed, site) for name, assessed in site.claims.items()}

    def _make_claims(self, keys: Mapping[str, str], claim_ids: Sequence[str]) -> MadeClaims:
        from claimcheck.formats.site import links, pages

        site, written = self._assessed(claim_ids), {}
        for name in claim_ids:
            if not self._is_current(links.claim_path(name), keys):
                page = pages.claim_page(name, site, self._templates)
                written[page.path] = self._write(page, keys)
        return MadeClaims(self._cards_of(site), written)

    def _make_sources(
        self, keys: Mapping[str, str], source_ids: Sequence[str]
    ) -> dict[str, WrittenPage]:
        from claimcheck.formats.site import pages

        made = (pages.source_page(name, self._site, self._templates) for name in source_ids)
        return {page.path: self._write(page, keys) for page in made}

    def _make_drafts(self, lists: bool) -> MadeDrafts:  # noqa: FBT001 - mapped over both
        """Make the pages of the list of claims, or else the others about the whole dossier."""
        from claimcheck.formats.site import pages, renewal

        if lists:
            drafts = pages.list_drafts(self._site)
        else:
            drafts = chain(pages.overview_drafts(self._site), pages.removed_drafts(self._site))
        made = MadeDrafts({}, {})
        for draft in drafts:
            made.keys[draft.path] = renewal.draft_key(draft)
            if not self._is_current(draft.path, made.keys):
                page = draft.rendered(self._templates)
                made.pages[draft.path] = self._write(page, made.keys)
        return made

    def _write(self, page: SitePage, keys: Mapping[str, str]) -> WrittenPage:
        from claimcheck.formats.site.renewal import PageRecord

        record = PageRecord(keys.get(page.path, ""), hashlib.sha256(page.data).hexdigest())
        return WrittenPage(record, self._output.write(page.path, page.data))


def _parts(names: Sequence[str]) -> tuple[list[Sequence[str]], int]:
    """Share names out: return the parts, and from how many on a second process pays."""
    if len(names) < _MIN_PAGES_FOR_TWO_PROCESSES:
        return ([names] if names else []), 2
    parts = 2 * -(-len(names) // (2 * _BATCH_CLAIMS))
    size = -(-len(names) // parts)
    return [names[start : start + size] for start in range(0, len(names), size)], 2
