"""Which commits of a repository added, changed or removed claims and sources.

A project is assessed as it was at each commit that touched its files, all as of one day, so that
what differs was changed by somebody and not by the calendar.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.assessment.assess import assess
from claimcheck.assessment.pins import PinState, pin_state
from claimcheck.assessment.status import Corroboration, Flag
from claimcheck.dossier.at_commit import dossier_at
from claimcheck.dossier.config import OWN_FILE, SHARED_FILE
from claimcheck.model import Status
from claimcheck.model.errors import ProjectError
from claimcheck.system import git

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.dossier.project import Project
    from claimcheck.model import Party
    from claimcheck.system.git import CommitSummary

    Reason = Callable[[AssessedClaim, Mapping[str, Party]], str]

# Each costs an assessment of the whole project, once.
MOST_COMMITS = 400


@dataclass(frozen=True, slots=True)
class ClaimState:
    """What a claim said at a commit, what its evidence amounted to, and why, in a sentence.

    The sentence may name others without anything that readers have to be told, so that two states
    that differ in it alone are equal.
    """

    text: str
    status: Status
    corroboration: Corroboration
    flags: tuple[Flag, ...]
    reason: str = field(default="", compare=False)

    def flags_beyond(self, other: ClaimState) -> tuple[Flag, ...]:
        """Return the flags that another state of the claim lacks, in order."""
        return tuple(flag for flag in self.flags if flag not in other.flags)


@dataclass(frozen=True, slots=True)
class SourceState:
    """What a source was at a commit.

    Attributes:
        title: its title.
        state: how its files compared with the hashes in its record.
        document: the SHA-256 of the document that lay there; "" where none could be read.
        notice: what its publisher said of it afterwards; "" for nothing.
        cited_by: how many claims cited it.
    """

    title: str
    state: PinState
    document: str
    notice: str
    cited_by: int


@dataclass(frozen=True, slots=True)
class ProjectState:
    """The claims and the sources of a project at a commit, by id."""

    claims: Mapping[str, ClaimState]
    sources: Mapping[str, SourceState]


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    """A commit after which a claim was new, gone, or another in words, status or flags.

    `before` is None for a new claim, `after` for one that is gone. `may_be_older` says that no
    earlier commit was looked at, so that what is new may have been there before.
    """

    claim: str
    commit: CommitSummary
    before: ClaimState | None
    after: ClaimState | None
    may_be_older: bool = False

    @property
    def is_correction(self) -> bool:
        """Whether readers of the claim have to be told: its status changed, or it was removed."""
        if self.before is None:
            return False
        return self.after is None or self.after.status is not self.before.status


@dataclass(frozen=True, slots=True)
class SourceEvent:
    """A commit after which a source was new, gone, or another.

    `before` is None for a new source, `after` for one that is gone. `may_be_older` says that no
    earlier commit was looked at.
    """

    source: str
    commit: CommitSummary
    before: SourceState | None
    after: SourceState | None
    may_be_older: bool = False


@dataclass(frozen=True, slots=True)
class RemovedItem:
    """A claim or a source that is gone: its id, what it said or was called, and the commit."""

    id: str
    text: str
    commit: CommitSummary


@dataclass(frozen=True)
class History:
    """The commits that added, changed or removed claims and sources of a project, oldest first.

    `head` is the last commit that touched the project's files, "" where there is none, and `oldest`
    the first that was looked at. `unread` counts the commits at which the project could not be
    read; `earlier` says whether there are commits before the first that was looked at, and
    `is_shallow` that they are not in this clone.
    """

    head: str = ""
    events: tuple[ClaimEvent, ...] = ()
    source_events: tuple[SourceEvent, ...] = ()
    removed_sources: tuple[RemovedItem, ...] = ()
    unread: int = 0
    earlier: bool = False
    is_shallow: bool = False
    oldest: CommitSummary | None = None

    @cached_property
    def _by_claim(self) -> Mapping[str, Sequence[ClaimEvent]]:
        grouped: dict[str, list[ClaimEvent]] = defaultdict(list)
        for event in self.events:
            grouped[event.claim].append(event)
        return grouped

    @property
    def claim_ids(self) -> frozenset[str]:
        """The ids of all claims that ever were."""
        return frozenset(self._by_claim)

    def of_claim(self, claim_id: str) -> Sequence[ClaimEvent]:
        """Return the commits that added, changed or removed a claim, oldest first."""
        return self._by_claim.get(claim_id, ())

    @property
    def source_ids(self) -> frozenset[str]:
        """The ids of all sources that ever were."""
        return frozenset(event.source for event in self.source_events)

    def of_source(self, source_id: str) -> Sequence[SourceEvent]:
        """Return the commits that added, changed or removed a source, oldest first."""
        return [event for event in self.source_events if event.source == source_id]

    @cached_property
    def corrections(self) -> tuple[ClaimEvent, ...]:
        """What readers have to be told."""
        return tuple(event for event in self.events if event.is_correction)

    @cached_property
    def removed_claims(self) -> tuple[RemovedItem, ...]:
        """The claims that are gone."""
        return tuple(
            RemovedItem(claim, events[-1].before.text, events[-1].commit)
            for claim, events in self._by_claim.items()
            if events[-1].after is None and events[-1].before is not None
        )


def history_of(
    project: Project,
    today: dt.date,
    remembered: Callable[[str], ProjectState | None] = lambda _commit: None,
    remember: Callable[[str, ProjectState], None] = lambda _commit, _state: None,
    reason: Reason = lambda _assessed, _parties: "",
) -> History:
    """Look at a project at every commit of the present branch that touched its files.

    Args:
        project: the project.
        today: the day to judge as of.
        remembered: returns what was found at a commit before, if anything was.
        remember: is given what was found at a commit.
        reason: says why a claim has its status.

    Raises:
        ProjectError: the project is in no git repository, or git cannot read it.
    """
    config = project.config
    paths = (config.claims, config.sources, config.reviews, OWN_FILE, SHARED_FILE)
    commits = git.log(project.root, paths, MOST_COMMITS + 1)
    is_shallow = git.is_shallow(project.root)
    earlier = is_shallow or len(commits) > MOST_COMMITS
    commits = commits[:MOST_COMMITS]
    events: list[ClaimEvent] = []
    source_events: list[SourceEvent] = []
    removed: dict[str, RemovedItem] = {}
    state, unread = ProjectState({}, {}), 0
    oldest: CommitSummary | None = None
    for commit in reversed(commits):
        after = remembered(commit.id)
        if after is None:
            try:
                after = state_at(project, commit.id, today, reason)
            except ProjectError:
                # What was broken then says nothing about any claim.
                unread += 1
                continue
            remember(commit.id, after)
        may_be_older = earlier and oldest is None
        oldest = oldest or commit
        events += _events(state, after, commit, may_be_older=may_be_older)
        source_events += _source_events(state, after, commit, may_be_older=may_be_older)
        for source in state.sources.keys() - after.sources.keys():
            removed[source] = RemovedItem(source, state.sources[source].title, commit)
        for source in after.sources:
            removed.pop(source, None)
        state = after
    gone = tuple(removed[source] for source in sorted(removed))
    head = commits[0].id if commits else ""
    return History(
        head, tuple(events), tuple(source_events), gone, unread, earlier, is_shallow, oldest
    )


def state_at(
    project: Project,
    commit: str,
    today: dt.date,
    reason: Reason = lambda _assessed, _parties: "",
) -> ProjectState:
    """Assess a project as it was at a commit.

    Args:
        project: the project.
        commit: the commit's id.
        today: the day to judge as of.
        reason: says why a claim has its status.

    Raises:
        ProjectError: the commit cannot be read, or the project there.
    """
    dossier = dossier_at(project.root, commit)
    if dossier is None:
        return ProjectState({}, {})
    claims: dict[str, ClaimState] = {}
    for assessed in assess(dossier, today).claims:
        derivation = assessed.derivation
        claims.setdefault(
            assessed.id,
            ClaimState(
                " ".join(assessed.claim.text.split()),
                derivation.status,
                derivation.corroboration,
                derivation.flags,
                reason(assessed, dossier.parties),
            ),
        )
    cited = Counter(
        source
        for claim in dossier.claims
        for source in {evidence.source for evidence in claim.evidence}
    )
    sources = {
        source.id: SourceState(
            source.title,
            pin_state(source),
            (source.pins[0].actual or "") if source.pins else "",
            str(source.notice or ""),
            cited[source.id],
        )
        for source in dossier.sources.values()
    }
    return ProjectState(claims, sources)


def _events(
    before: ProjectState, after: ProjectState, commit: CommitSummary, *, may_be_older: bool
) -> Iterator[ClaimEvent]:
    for claim in sorted({*before.claims, *after.claims}):
        old, new = before.claims.get(claim), after.claims.get(claim)
        if old != new:
            yield ClaimEvent(claim, commit, old, new, may_be_older)


def _source_events(
    before: ProjectState, after: ProjectState, commit: CommitSummary, *, may_be_older: bool
) -> Iterator[SourceEvent]:
    for source in sorted({*before.sources, *after.sources}):
        old, new = before.sources.get(source), after.sources.get(source)
        if old != new:
            yield SourceEvent(source, commit, old, new, may_be_older)


def packed_state(state: ProjectState) -> dict[str, object]:
    """Return a state as JSON can hold it."""
    return {
        "claims": {
            claim: [entry.text, entry.status, entry.corroboration, list(entry.flags), entry.reason]
            for claim, entry in state.claims.items()
        },
        "sources": {
            source: [entry.title, entry.state, entry.document, entry.notice, entry.cited_by]
            for source, entry in state.sources.items()
        },
    }


def unpacked_state(value: object) -> ProjectState | None:
    """Return the state that `packed_state` packed; None where it is none."""
    match value:
        case {"claims": dict(claims), "sources": dict(sources)}:
            pass
        case _:
            return None
    try:
        return ProjectState(
            {
                claim: ClaimState(
                    text,
                    Status(status),
                    Corroboration(corroboration),
                    tuple(map(Flag, flags)),
                    reason,
                )
                for claim, (text, status, corroboration, flags, reason) in claims.items()
            },
            {
                source: SourceState(title, PinState(pins), document, notice, cited_by)
                for source, (title, pins, document, notice, cited_by) in sources.items()
            },
        )
    except (TypeError, ValueError):
        return None
