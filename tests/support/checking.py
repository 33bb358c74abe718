"""Checking all of a project, and checking it again with what the last check kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck import assess, check
from claimcheck.dossier import load
from claimcheck.dossier.load import load_tree
from claimcheck.formats import findings
from claimcheck.formats.screen import Screen
from claimcheck.gate import check as gate_check
from claimcheck.gate import claims as gate_claims
from claimcheck.gate.check import check_project
from claimcheck.gate.incremental.state import State
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities
from claimcheck.system import plugins

if TYPE_CHECKING:
    import datetime as dt

    import pytest

    from claimcheck import Report
    from claimcheck.dossier.project import Project

FORMATS = plugins.names(findings)
BARE_FORMATS = tuple(sorted(set(FORMATS) - findings.NEEDS_CLAIMS))


def in_two_processes(patch: pytest.MonkeyPatch, claims: int) -> None:
    """Let so many claims, and not only very many, be worth a second process."""
    for module in (load, gate_check, gate_claims):
        patch.setattr(module, "MIN_CLAIMS_FOR_TWO_PROCESSES", claims)


def everything(project: Project, today: dt.date) -> Report:
    """Check all of a project, as the library does."""
    return check(assess(load_tree(project.tree, project.config), today))


def again(
    project: Project, today: dt.date, store: dict[str, bytes], *, keep_claims: bool = False
) -> Report:
    """Check what has changed since the last time, of which the state lies in `store`."""
    levels = severities(project.config)
    request = Request(today, levels, keep_claims=keep_claims)
    return checked(project, request, store)


def checked(project: Project, request: Request, store: dict[str, bytes]) -> Report:
    report, state = check_project(project.tree, project.config, request, State.open(store.get))
    if state is not None:
        state.save(store.__setitem__)
    return report


def texts(report: Report, formats: tuple[str, ...] = BARE_FORMATS) -> list[str]:
    """What formats make of a report."""
    return [plugins.module(findings, name).render(report, Screen(80)) for name in formats]
