"""The report on a project, renewed after a save: what did not change is not looked at again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimcheck.anchor import Effort
from claimcheck.assessment.assess import assess
from claimcheck.cli import session
from claimcheck.dossier.files import claim_files, read_claim_files
from claimcheck.dossier.listing import list_files
from claimcheck.dossier.load import with_claims
from claimcheck.dossier.on_demand import Texts
from claimcheck.gate.check import check_project, foundation_of
from claimcheck.gate.runner import severities

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from claimcheck.assessment.assess import Assessment
    from claimcheck.dossier.listing import Listing
    from claimcheck.dossier.project import Project
    from claimcheck.gate.incremental.state import State
    from claimcheck.gate.report import Report
    from claimcheck.model import Config, Dossier


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a look at a project came to: its settings, its day, its report, and what follows."""

    config: Config
    today: dt.date
    report: Report
    state: State


class LiveReport:
    """The report on a project as it is, with every claim as assessed.

    Args:
        today: the day to judge as of; by default the present one.
    """

    def __init__(self, today: dt.date | None = None) -> None:
        self._today = today
        self._last: _Looked | None = None

    def of(self, project: Project) -> Report:
        """Return the report on a project as it is now.

        Raises:
            ProjectError: it cannot be read.
        """
        today = self._today or session.present_day()
        last = self._last
        if last is not None and (last.config, last.today) != (project.config, today):
            last = None
        request = session.request_of(severities(project.config), today, keep_claims=not last)
        request = replace(request, read_article=None)
        report, state = check_project(
            project.tree, project.config, request, last.state if last else None
        )
        if last is not None and state is not None and not report.assessment.claims:
            report = replace(report, assessment=_completed(project, report.assessment, state, last))
        self._last = None if state is None else _Looked(project.config, today, report, state)
        return report


def _completed(project: Project, assessment: Assessment, state: State, last: _Looked) -> Assessment:
    """Return an assessment with all claims: those that changed, and the others as they were.

    Args:
        project: the project.
        assessment: what the check looked at, without its claims.
        state: what it came to.
        last: the look before.
    """
    tree, config, earlier = project.tree, project.config, last.report.assessment
    listing = list_files(tree, config)
    foundation = foundation_of(tree, config, listing, state)
    same = {
        name
        for name, path in listing.claims.items()
        if path in state.results and state.get(path) is last.state.get(path)
    }
    files = claim_files(tree, listing, [name for name in listing.claims if name not in same])
    changed = with_claims(foundation, [(each, read_claim_files(each)) for each in files])
    claim_ids = frozenset(listing.claims)
    looked = assess(replace(changed, claim_ids=claim_ids), last.today, assessment.corpus, Effort())
    dossier = _with_unchanged(changed, earlier.dossier, listing, same)
    claims = [*looked.claims, *(each for each in earlier.claims if each.id in same)]
    return replace(
        assessment,
        dossier=replace(dossier, texts=Texts(tree, listing.yaml_files, changed.texts)),
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
    )


def _with_unchanged(
    changed: Dossier, earlier: Dossier, listing: Listing, same: Collection[str]
) -> Dossier:
    """Return the dossier of the claims that changed, with those that did not.

    Args:
        changed: the dossier of those that changed.
        earlier: that of all claims, before.
        listing: which files there are.
        same: the ids of the claims that did not change.
    """
    paths = {listing.claims[name] for name in same}
    files = paths | {listing.reviews[name] for name in same if name in listing.reviews}
    claims = (*changed.claims, *(each for each in earlier.claims if each.id in same))
    reviews = {name: earlier.reviews[name] for name in same if name in earlier.reviews}
    flaws = (*changed.flaws, *(each for each in earlier.flaws if each.place.path in files))
    return replace(
        changed,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        reviews={**changed.reviews, **reviews},
        unread=tuple(sorted({*changed.unread, *paths.intersection(earlier.unread)})),
        flaws=tuple(sorted(flaws, key=lambda flaw: flaw.place)),
    )
