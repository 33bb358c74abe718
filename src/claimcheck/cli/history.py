"""The history of a project, with what was found at each commit kept in the user's cache."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.assessment.history import (
    History,
    ProjectState,
    history_of,
    packed_state,
    unpacked_state,
)
from claimcheck.formats.status_phrases import reason
from claimcheck.system import cache

if TYPE_CHECKING:
    import datetime as dt

    from claimcheck.cli.session import Session
    from claimcheck.dossier.project import Project

_KIND = "history"


def project_history(session: Session, project: Project, today: dt.date) -> History:
    """Return what became of a project's claims over its commits.

    Args:
        session: the run of the command line.
        project: the project.
        today: the day to judge as of.

    Raises:
        ProjectError: the project is in no git repository, or git cannot read it.
    """
    if not session.cached:
        return history_of(project, today, reason=reason)
    build = cache.build()

    def key(commit: str) -> str:
        return cache.hashed(build, str(project.root), commit, today.isoformat())

    def remembered(commit: str) -> ProjectState | None:
        data = cache.get(_KIND, key(commit))
        return unpacked_state(json.loads(data)) if data is not None else None

    def remember(commit: str, state: ProjectState) -> None:
        cache.put(_KIND, key(commit), json.dumps(packed_state(state)).encode())

    return history_of(project, today, remembered, remember, reason)
