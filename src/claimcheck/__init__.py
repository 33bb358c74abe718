"""claimcheck: a test runner for facts.

The whole program is `check(assess(load(root), today))`: three functions, three frozen values, each
holding the one before: a Dossier (what people wrote), an Assessment (each claim with its anchored
evidence and derived status) and a Report (what the rules found).

    import datetime
    import claimcheck

    dossier = claimcheck.load(".")
    report = claimcheck.check(claimcheck.assess(dossier, datetime.date.today()))
    for finding in report.findings:
        print(finding.place, finding.rule, finding.message)
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.assess import Assessment, assess  # noqa: TC004 - fetched when asked for
    from claimcheck.check import Report, check  # noqa: TC004 - as above
    from claimcheck.load import load  # noqa: TC004 - as above
    from claimcheck.model import Dossier  # noqa: TC004 - as above
    from claimcheck.project import ProjectError  # noqa: TC004 - as above

__version__ = "0.1.0"
__all__ = ["Assessment", "Dossier", "ProjectError", "Report", "assess", "check", "load"]


def _offered(module: str, name: str) -> property:
    def fetched(_package: ModuleType) -> object:
        import importlib  # as below

        return getattr(importlib.import_module(f"claimcheck.{module}"), name)

    # Three of the names are modules too; that Python sets those here as well must not hide ours.
    return property(fetched, lambda _package, _module: None)


class _Package(ModuleType):
    """Fetches what is offered when it is asked for: a command that needs none of it starts soon."""

    Assessment = _offered("assess", "Assessment")
    Dossier = _offered("model", "Dossier")
    ProjectError = _offered("project", "ProjectError")
    Report = _offered("check", "Report")
    assess = _offered("assess", "assess")
    check = _offered("check", "check")
    load = _offered("load", "load")


sys.modules[__name__].__class__ = _Package
