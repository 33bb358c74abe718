"""A project as `export` writes it and `import` compares with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.assess import assess
from claimcheck.cli import session
from claimcheck.formats.export import ReportOnDemand
from claimcheck.gate import runner
from claimcheck.gate.check import check

if TYPE_CHECKING:
    import datetime as dt

    from claimcheck.dossier.project import Project


def report_on_demand(project: Project, today: dt.date | None = None) -> ReportOnDemand:
    """Load a project; assess and check it when somebody asks.

    Args:
        project: the project.
        today: the day to judge as of, by default the present one.

    Raises:
        ProjectError: a folder that the configuration names is not there, or it names a rule that
            does not exist.
    """
    config = project.config
    levels = runner.severities(config.rules, allowable=config.allowable)
    return ReportOnDemand(
        session.dossier_of(project),
        lambda dossier: assess(dossier, today or session.present_day()),
        lambda assessment: check(assessment, levels),
    )
