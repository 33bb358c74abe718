"""A project that is kept in memory from call to call, and read again when its files change."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from threading import RLock
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Effort
from claimcheck.assessment.articles import assess_articles
from claimcheck.assessment.assess import assess
from claimcheck.assessment.quotations import SearchableFile
from claimcheck.cli import session
from claimcheck.cli.articles import report_on
from claimcheck.dossier.article_files import policy_of
from claimcheck.dossier.load import load_tree
from claimcheck.dossier.project import find_project
from claimcheck.gate.check import check
from claimcheck.search.passages import PassageAnswer, PassageQuery, find_passages
from claimcheck.search.project_index import ProjectIndex, open_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimcheck.assessment.assess import Assessment
    from claimcheck.dossier.article import Article
    from claimcheck.dossier.project import Project
    from claimcheck.gate.report import Report

# Name, size and time of last change of every file: what tells that nothing has changed.
Stamps = tuple[tuple[str, int, int], ...]
_NO_INDEX_IN_CACHE: Final = ""


@dataclass(slots=True)
class _Contents:
    """What was read of a project, and what was worked out of it so far."""

    stamps: Stamps
    project: Project
    assessment: Assessment
    report: Report | None = None
    index: ProjectIndex | None = None
    texts: dict[str, SearchableFile] | None = None


class WarmProject:
    """One project, read when it is first asked for, and again after a change.

    Args:
        root: the project's folder.
    """

    def __init__(self, root: Path) -> None:
        self._lock = RLock()
        self._start = root
        self._contents: _Contents | None = None
        self._held: _Contents | None = None

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
    def assessment(self) -> Assessment:
        """Every claim beside what its sources say."""
        return self._current().assessment

    @property
    def report(self) -> Report:
        """What the rules find."""
        contents = self._current()
        if contents.report is None:
            contents.report = check(contents.assessment)
        return contents.report

    @property
    def texts(self) -> dict[str, SearchableFile]:
        """The texts of the sources that have one, by id."""
        contents = self._current()
        if contents.texts is None:
            corpus, sources = contents.assessment.corpus, contents.assessment.dossier.sources
            contents.texts = {
                source.id: SearchableFile(source, corpus.text(source.id), document=False)
                for source in sources.values()
                if source.text is not None
            }
        return contents.texts

    def article_report(self, article: Article) -> Report:
        """Return what the rules about articles find in a draft."""
        contents = self._current()
        assessment, config = contents.assessment, contents.project.config
        assessed = assess_articles(
            [article],
            assessment.dossier,
            {claim.claim.id: claim for claim in assessment.claims},
            assessment.corpus,
            Effort(),
            partial(policy_of, config),
        )
        return report_on(replace(assessment, articles=assessed), config)

    def passages(self, query: PassageQuery) -> PassageAnswer:
        """Return the passages of the sources that speak of something, best first."""
        contents = self._current()
        project = contents.project
        if contents.index is None:
            contents.index = open_index(project.tree, project.config, _NO_INDEX_IN_CACHE)
        return find_passages(query, contents.index, project.tree, project.config)

    def _current(self) -> _Contents:
        with self._lock:
            return self._renewed() if self._held is None else self._held

    def _renewed(self) -> _Contents:
        with self._lock:
            project = find_project(self._start)
            stamps = tuple(_stamps(project))
            contents = self._contents
            if contents is None or contents.stamps != stamps or _is_past(contents.assessment):
                dossier = load_tree(project.tree, project.config)
                assessment = assess(dossier, session.present_day())
                contents = self._contents = _Contents(stamps, project, assessment)
            return contents


def _is_past(assessment: Assessment) -> bool:
    return assessment.today != session.present_day()


def _stamps(project: Project) -> Iterator[tuple[str, int, int]]:
    config = project.config
    yield from _stamp(str(project.root / project.file))
    if config.signers:
        yield from _stamp(str(project.root / config.signers))
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
