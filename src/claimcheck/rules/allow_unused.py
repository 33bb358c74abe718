"""A claim silences a rule that has nothing to say about it.

Why:
    An exception that is not needed any more would silence the next, real finding.
Mend:
    Take the rule out of `allow`, or correct its name.

Example:
    `allow: {single-orign: …}`: no such rule; did you mean single-origin?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck import rules
from claimcheck.model import Finding, Severity
from claimcheck.system.plugins import names
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING


def check_findings(
    assessment: Assessment, findings: Sequence[Finding], ran: Collection[str]
) -> Iterator[Finding]:
    """Report allowances that no finding uses; of a rule that did not run, nobody can tell.

    Args:
        assessment: the claims, and the sources that they cite.
        findings: what the other rules report about them.
        ran: the names of the rules that ran.
    """
    used = {(finding.claim, finding.rule) for finding in findings}
    rule_names = names(rules)
    for assessed in assessment.claims:
        for allowance in assessed.claim.allow:
            if (assessed.claim.id, allowance.rule) in used:
                continue
            if allowance.rule in rule_names and allowance.rule not in ran:
                continue
            if allowance.rule in rule_names:
                message = f"`allow` names {allowance.rule}, which finds nothing in this claim"
                remedy = "take it out"
            else:
                message = f"`allow` names {allowance.rule!r}, which is no rule"
                remedy = did_you_mean(allowance.rule, rule_names) or "see `claimcheck rules`"
            yield Finding(message, allowance.place, remedy, claim=assessed.claim.id)
