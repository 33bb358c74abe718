"""A project that is kept in memory from call to call; what changes in it is read again."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from threading import RLock, Thread
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Effort
from claimcheck.assessment.articles import assess_articles, cited_ids
from claimcheck.assessment.quotations import SearchableFile
from claimcheck.assessment.selected_claims import assess_selected
from claimcheck.cli import session
from claimcheck.cli.articles import report_on, without_accepted
from claimcheck.dossier import baseline_file
from claimcheck.dossier.article_files import list_articles, policy_of
from claimcheck.dossier.listing import list_files
from claimcheck.dossier.project import find_project
from claimcheck.editing.preview import EarlierCheck
from claimcheck.gate.change import judge
from claimcheck.gate.check import foundation_of
from claimcheck.gate.runner import severities
from claimcheck.model.errors import ClaimcheckError
from claimcheck.search.duplicates import prepare_nearest
from claimcheck.search.passages import PassageAnswer, PassageQuery, find_passages
from claimcheck.search.project_index import ProjectIndex, open_index
from claimcheck.system.stamped import StampedTree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.dossier.article import Article
    from claimcheck.dossier.foundation import Foundation
    from claimcheck.dossier.listing import Listing
    from claimcheck.dossier.project import Project
    from claimcheck.gate.report import Report
    from claimcheck.model import Dossier
    from claimcheck.system.stamped import Stamp

# How a search ends that had an index, whatever was found.
_SEARCHED: Final = (0, 1)
# Seconds for the process that indexes; after them, the call does it.
_LONGEST_WAIT: Final = 60
# Name, size and time of last change of every file: what tells that nothing has changed.
Stamps = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class _Contents:
    """What was read of a project, and what was worked out of it so far.

    Attributes:
        stamps: its files.
        project: where it is, and its settings.
        listing: which files it has.
        foundation: its sources and parties.
        check: what the rules find in it.
        claims: its claims as assessed, by their paths; those that were looked at so far.
    """

    stamps: Stamps
    project: Project
    listing: Listing
    foundation: Foundation
    check: EarlierCheck
    claims: dict[str, AssessedClaim]
    assessment: Assessment | None = None
    index: ProjectIndex | None = None
    texts: dict[str, SearchableFile] | None = None

    @property
    def corpus(self) -> Corpus:
        """The texts of its sources."""
        return self.check.report.assessment.corpus


class WarmProject:
    """One project, read when it is first asked for; after a change, what changed is read again.

    Args:
        root: the project's folder.
        cached: whether the index of its sources may be taken from the cache, and put there.
    """

    def __init__(self, root: Path, *, cached: bool = False) -> None:
        self._lock = RLock()
        self._start = root
        self._index_name = str(root.resolve()) if cached else ""
        self._contents: _Contents | None = None
        self._held: _Contents | None = None
        self._hashes: dict[str, tuple[Stamp, str]] = {}
        self._indexing: subprocess.Popen[bytes] | None = None

    def warm(self) -> None:
        """Read the project beside the caller, so that the first call waits for less."""
        Thread(target=self._read_early, daemon=True).start()

    @contextmanager
    def call(self) -> Iterator[None]:
        """Hold the project as it is now, for one call; other calls wait."""
        with self._lock:
            self._held = self._renewed()
            try:
                yield
            finally:
                self._held = None

    @property
    def project(self) -> Project:
        """The project with its configuration."""
        return self._current().project

    @property
    def dossier(self) -> Dossier:
        """Its sources and parties; its claims are `assessment`'s."""
        return self._current().foundation.dossier

    @property
    def claim_paths(self) -> Mapping[str, str]:
        """The files of its claims, by their ids."""
        return self._current().listing.claims

    @property
    def assessment(self) -> Assessment:
        """Every claim beside what its sources say."""
        contents = self._current()
        if contents.assessment is None:
            claims = _assessed(contents, contents.listing.claims)
            dossier = replace(contents.foundation.dossier, claims=tuple(c.claim for c in claims))
            contents.assessment = replace(
                contents.check.report.assessment, dossier=dossier, claims=claims
            )
        return contents.assessment

    def claim(self, name: str) -> AssessedClaim | None:
        """Return a claim by its id; None where its file says nothing that can be read."""
        return next(iter(_assessed(self._current(), [name])), None)

    @property
    def check(self) -> EarlierCheck:
        """What the gate finds, and what a check of a change can go on from."""
        return self._current().check

    @property
    def texts(self) -> dict[str, SearchableFile]:
        """The texts of the sources that have one, by id."""
        contents = self._current()
        if contents.texts is None:
            corpus, sources = contents.corpus, contents.foundation.dossier.sources
            contents.texts = {
                source.id: SearchableFile(source, corpus.text(source.id), document=False)
                for source in sources.values()
                if source.text is not None
            }
        return contents.texts

    def article_report(self, article: Article) -> Report:
        """Return what the rules about articles find in an article."""
        contents = self._current()
        config = contents.project.config
        ids = sorted(cited_ids([article]) & contents.listing.claims.keys())
        claims = _assessed(contents, ids)
        dossier = replace(contents.foundation.dossier, claims=tuple(each.claim for each in claims))
        assessed = assess_articles(
            [article],
            dossier,
            {claim.claim.id: claim for claim in claims},
            contents.corpus,
            Effort(),
            partial(policy_of, config),
        )
        whole = contents.check.report.assessment
        assessment = replace(whole, dossier=dossier, claims=claims, articles=assessed)
        return without_accepted(contents.project, report_on(assessment, config))

    def passages(self, query: PassageQuery) -> PassageAnswer:
        """Return the passages of the sources that speak of something, best first."""
        contents = self._current()
        project = contents.project
        return find_passages(query, self._index(contents), project.tree, project.config)

    def index_early(self) -> None:
        """Begin to renew the index, since a search follows when a source was added."""
        with contextlib.suppress(OSError):
            self._indexing = self._begin_indexing()

    def _index(self, contents: _Contents) -> ProjectIndex:
        if contents.index is None:
            project, indexing = contents.project, self._indexing
            if indexing is not None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    indexing.wait(_LONGEST_WAIT)
                self._indexing = None
            contents.index = open_index(project.tree, project.config, self._index_name)
        return contents.index

    def _read_early(self) -> None:
        # What is wrong is said by the first call.
        with contextlib.suppress(ClaimcheckError, OSError):
            self._indexing = indexing = self._begin_indexing()
            with self._lock:
                self._renewed()
                prepare_nearest(claim.claim.text for claim in self.assessment.claims)
            if indexing is not None and indexing.wait() in _SEARCHED:
                with self._lock:
                    self._index(self._renewed())

    def _begin_indexing(self) -> subprocess.Popen[bytes] | None:
        """Begin to put the index into the cache, in a process of its own; None without a cache."""
        if not self._index_name or not sys.executable:
            return None
        command = (sys.executable, "-m", "claimcheck", "find", "-C", self._index_name, "index")
        nowhere = subprocess.DEVNULL
        return subprocess.Popen(  # noqa: S603 - this program
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere
        )

    def _current(self) -> _Contents:
        with self._lock:
            return self._renewed() if self._held is None else self._held

    def _renewed(self) -> _Contents:
        with self._lock:
            project = find_project(self._start)
            stamps = tuple(_stamps(project))
            contents = self._contents
            if contents is None or contents.stamps != stamps or _is_past(contents):
                project = replace(project, tree=_remembering(project, stamps, self._hashes))
                contents = self._contents = _read(stamps, project, contents)
            return contents


def _remembering(
    project: Project, stamps: Stamps, hashes: dict[str, tuple[Stamp, str]]
) -> StampedTree:
    """The files of a project, of which what has not changed since is not read again.

    Args:
        project: the project.
        stamps: its files as they are.
        hashes: those of files as they were.
    """
    root = f"{project.root}{os.sep}"
    by_path = {
        path.removeprefix(root).replace(os.sep, "/"): (size, time) for path, size, time in stamps
    }
    config = project.config
    folders = {config.claims, config.sources, config.reviews}
    return StampedTree(project.tree, by_path, folders, hashes)


def _read(stamps: Stamps, project: Project, earlier: _Contents | None) -> _Contents:
    """Read a project; of what was read before, what has changed.

    Args:
        stamps: its files as they are.
        project: the project.
        earlier: what was read of it before.
    """
    config = project.config
    if earlier is not None and earlier.project.config != config:
        earlier = None
    previous = earlier.check.state if earlier else None
    levels = severities(config)
    # At first all claims are kept that are looked at anyway.
    request = session.request_of(levels, keep_claims=previous is None)
    report, state = judge(project, request, None, previous)
    check = EarlierCheck(request, report, state)

    listing = list_files(project.tree, config)
    foundation = foundation_of(project.tree, config, listing, state)
    claims = {claim.claim.place.path: claim for claim in report.assessment.claims}
    if earlier is not None and previous is not None and state is not None:
        claims = {
            path: claim
            for path, claim in earlier.claims.items()
            if path in state.results and state.get(path) is previous.get(path)
        }
    contents = _Contents(stamps, project, listing, foundation, check, claims)
    if earlier is not None and earlier.foundation.sources_hash == foundation.sources_hash:
        contents.index, contents.texts = earlier.index, earlier.texts
    return contents


def _assessed(contents: _Contents, ids: Iterable[str]) -> tuple[AssessedClaim, ...]:
    """Return claims by their ids, in their order; those that can be read."""
    paths = {name: contents.listing.claims[name] for name in ids}
    missing = [name for name, path in paths.items() if path not in contents.claims]
    if missing:
        base = contents.foundation, contents.corpus
        tree, today = contents.project.tree, contents.check.request.today
        assessment = assess_selected(tree, contents.listing, base, missing, today)
        contents.claims |= {claim.claim.place.path: claim for claim in assessment.claims}
    return tuple(contents.claims[path] for path in paths.values() if path in contents.claims)


def _is_past(contents: _Contents) -> bool:
    return contents.check.request.today != session.present_day()


def _stamps(project: Project) -> Iterator[tuple[str, int, int]]:
    config = project.config
    yield from _stamp(str(project.root / project.file))
    named = [baseline_file.FILE, config.signers]
    named += [entry.path for entry in list_articles(project.tree, config)[0]]
    for name in filter(None, named):
        yield from _stamp(str(project.root / name))
    for folder in (config.claims, config.sources, config.reviews):
        waiting = [str(project.root / folder)]
        while waiting:
            try:
                with os.scandir(waiting.pop()) as entries:
                    listed = sorted(entries, key=lambda entry: entry.name)
            except OSError:
                continue
            for entry in listed:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    facts = entry.stat(follow_symlinks=False)
                    yield entry.path, facts.st_size, facts.st_mtime_ns


def _stamp(path: str) -> Iterator[tuple[str, int, int]]:
    try:
        facts = os.stat(path)  # noqa: PTH116 - as the entries of a folder
    except OSError:
        return
    yield path, facts.st_size, facts.st_mtime_ns
