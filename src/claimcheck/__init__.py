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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment, assess
    from claimcheck.documents.quotation import QuoteResult, quote
    from claimcheck.dossier.load import load
    from claimcheck.gate.check import check
    from claimcheck.gate.report import Report
    from claimcheck.model import Dossier
    from claimcheck.model.errors import ClaimcheckError, ProjectError

__version__ = "0.1.0"
__all__ = [
    "Assessment",
    "ClaimcheckError",
    "Dossier",
    "ProjectError",
    "QuoteResult",
    "Report",
    "assess",
    "check",
    "load",
    "quote",
]

_HOMES = {
    "Assessment": "assessment.assess",
    "ClaimcheckError": "model.errors",
    "Dossier": "model",
    "ProjectError": "model.errors",
    "QuoteResult": "documents.quotation",
    "Report": "gate.report",
    "assess": "assessment.assess",
    "check": "gate.check",
    "load": "dossier.load",
    "quote": "documents.quotation",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that a command starts without the others."""
    if name not in _HOMES:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"claimcheck.{_HOMES[name]}"), name)
