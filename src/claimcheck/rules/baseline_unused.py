"""The baseline accepts a finding that does not occur any more.

Why:
    A baseline is a debt that is to be paid off. An entry that nothing needs would hide the next
    finding of its kind.
Mend:
    `claimcheck baseline --shrink` takes such entries out, and adds none.

Example:
    A quotation was copied again from its source; the baseline still accepts it as altered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.dossier.baseline_file import match_baseline
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
FEATURE = Feature.BASELINE


def check_findings(
    assessment: Assessment, findings: Sequence[Finding], _ran: Collection[str]
) -> Iterator[Finding]:
    """Report entries of the baseline that no finding fits.

    Args:
        assessment: the dossier with its baseline.
        findings: what the other rules report.
        _ran: the names of the rules that ran, which do not matter here.
    """
    baseline = assessment.dossier.baseline
    if baseline is None:
        return
    _accepted, unused = match_baseline(baseline, findings)
    for entry in unused:
        yield Finding(
            f"the baseline accepts {entry.rule!r} in {entry.path}, which does not occur any more",
            entry.place,
            "run `claimcheck baseline --shrink`, and commit what it writes",
        )
