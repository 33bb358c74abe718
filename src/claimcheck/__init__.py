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

from claimcheck.assess import Assessment, assess
from claimcheck.check import Report, check
from claimcheck.load import load
from claimcheck.model import Dossier
from claimcheck.project import ProjectError

__version__ = "0.1.0"
__all__ = ["Assessment", "Dossier", "ProjectError", "Report", "assess", "check", "load"]
