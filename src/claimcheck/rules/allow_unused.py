"""A claim's `allow` names a rule that has nothing to say about it, or that it may not silence.

Why:
    An exception that is not needed any more would silence the next, real finding. And no claim can
    excuse itself from what makes its evidence void, or from what the project asks of every claim:
    its own file would decide whether the gate is closed.
Mend:
    Take the rule out of `allow`, or correct its name. What a claim may silence is in the table
    of rules; a project may add to it with `allowable`.

Example:
    `allow: {single-orign: …}`: no such rule; did you mean single-origin?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck import rules
from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity
from claimcheck.system.plugins import names
from claimcheck.text.printable import short_repr
from claimcheck.text.suggest import Suggester

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
FEATURE = Feature.ALLOWANCES


def check_findings(
    assessment: Assessment, findings: Sequence[Finding], ran: Collection[str]
) -> Iterator[Finding]:
    """Report allowances that no finding uses; of a rule that did not run, nobody can tell.

    Args:
        assessment: the claims, and the sources that they cite.
        findings: what the other rules report about them.
        ran: the names of the rules that ran.
    """
    allowances = [
        (assessed.claim.id, allowance)
        for assessed in assessment.claims
        for allowance in assessed.claim.allow
    ]
    used = {(finding.claim, finding.rule) for finding in findings}
    rule_names = names(rules)
    suggester = Suggester(rule_names)
    allowable = rules.allowable(assessment.dossier.config)
    for claim, allowance in allowances:
        rule = allowance.rule
        if rule not in rule_names:
            message = f"`allow` names {short_repr(rule)}, which is no rule"
            hint = suggester.did_you_mean(rule, allowance.place.path)
            remedy = hint or "see `claimcheck rules`"
        elif rule not in allowable:
            message = f"`allow` names {rule}, which no claim may silence"
            remedy = "take it out, and mend what the rule finds"
        elif rule in ran and (claim, rule) not in used:
            message = f"`allow` names {rule}, which finds nothing in this claim"
            remedy = "take it out"
        else:
            continue
        yield Finding(message, allowance.place, remedy, claim=claim)
