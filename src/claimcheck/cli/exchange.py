"""A project as `export` writes it and `import` compares with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.assess import assess
from claimcheck.assessment.corpus import Corpus
from claimcheck.cli import session
from claimcheck.dossier.load import MIN_CLAIMS_FOR_TWO_PROCESSES
from claimcheck.formats.export import ReportOnDemand
from claimcheck.gate import runner
from claimcheck.gate.check import check
from claimcheck.system.parallel import both

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from claimcheck.anchor import Sharing
    from claimcheck.assessment.assess import Assessment
    from claimcheck.dossier.project import Project
    from claimcheck.model import Dossier, Severity


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
    levels = runner.severities(config)
    return ReportOnDemand(
        session.dossier_of(project),
        lambda dossier, work: _assessed(dossier, today or session.present_day(), levels, work),
        lambda assessment: check(assessment, levels),
    )


def _assessed(
    dossier: Dossier, today: dt.date, levels: Mapping[str, Severity], work: Callable[[], bytes]
) -> tuple[Assessment, bytes]:
    """Assess a dossier, and do other work.

    Of a large one, the other processor does that, and compares its texts.

    Args:
        dossier: what people wrote.
        today: the day to judge as of.
        levels: the rules that may run afterwards.
        work: makes bytes.
    """
    if len(dossier.claims) < MIN_CLAIMS_FOR_TWO_PROCESSES:
        return assess(dossier, today), work()
    shared: list[Sharing | None] = []
    corpus = Corpus(dossier.sources, shared=lambda: shared[0])

    def compared() -> tuple[Sharing | None, bytes]:
        other = Corpus(dossier.sources)
        runner.prepare(other, levels)
        return other.known_sharing, work()

    assessment, (sharing, result) = both(lambda: assess(dossier, today, corpus), compared)
    shared.append(sharing)
    return assessment, result
