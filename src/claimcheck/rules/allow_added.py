"""A change silences a rule in a claim or an article, or gives another reason for it.

Why:
    An exception is in the file that it excuses, so that whoever writes the one writes the
    other. Somebody else has to see it, with its reason, before it counts as settled. The rule
    speaks only where a change is judged (`check --base`).
Mend:
    Judge the reason. If it holds, let the change pass; if not, take the rule out of `allow` and
    mend what the rule finds.

Example:
    A change adds `allow: {single-origin: the only witness}` to a claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck import rules
from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import place_in, shorten
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Claim, Dossier

SEVERITY = Severity.WARNING
FEATURE = Feature.BASE


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report the allowances that count and that the dossier which is built on has not."""
    base = assessment.dossier.base
    if base is None:
        return
    allowable = rules.allowable(assessment.dossier.config)
    earlier = _earlier(base, assessment.dossier.claim_ids)
    for assessed in assessment.claims:
        claim = assessed.claim
        for allowance in claim.allow:
            rule, reason = allowance.rule, allowance.reason
            if rule not in allowable or (rule, reason) in earlier(claim):
                continue
            yield Finding(
                f"the change silences {rule} in claim '{claim.id}', because: {shorten(reason)}",
                allowance.place,
                "judge the reason; if it does not hold, take the rule out of `allow`",
                claim=claim.id,
            )


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report what articles newly silence in their front matter."""
    base = assessment.dossier.base
    if base is None:
        return
    allowable = rules.allowable(assessment.dossier.config)
    for assessed in assessment.articles:
        article = assessed.article
        earlier = base.article_allow.get(article.path, {})
        for rule, reason in article.allow.items():
            if rule not in allowable or earlier.get(rule) == reason:
                continue
            yield Finding(
                f"the change silences {rule} in the article, because: {shorten(reason)}",
                place_in(article.raw, article.path, max(0, article.raw.find(rule))),
                "judge the reason; if it does not hold, take the rule out of `allow`",
            )


def _earlier(
    base: Dossier, present: Collection[str]
) -> Callable[[Claim], Collection[tuple[str, str]]]:
    """Return what gives the rules and reasons that a claim allowed, also under another name."""
    by_id = {claim.id: claim for claim in base.claims}
    renamed = {_contents(claim): claim for claim in base.claims if claim.id not in present}

    def allowed(claim: Claim) -> Collection[tuple[str, str]]:
        old = by_id.get(claim.id) or renamed.get(_contents(claim))
        if old is None or old.text != claim.text:
            return ()  # an exception was made for other words
        return {(allowance.rule, allowance.reason) for allowance in old.allow}

    return allowed


def _contents(claim: Claim) -> tuple[object, ...]:
    """Return what a claim that is only renamed keeps: its words and its evidence."""
    return claim.text, *((item.source, item.stance, item.quote) for item in claim.evidence)
