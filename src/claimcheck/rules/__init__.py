"""The rules, one flaw a file; what a rule is and what it says.

A rule is a module in this folder, named as it is reported (`quote_altered.py` is
`quote-altered`). Its docstring is its page. It defines `SEVERITY` and one of these functions, or
both, where it speaks of claims and of the dossier:

    check_claims(assessment: Assessment) -> Iterator[Finding]     about claims, each by itself
    check(assessment: Assessment) -> Iterator[Finding]            about the dossier as a whole

`check_claims` looks at each of `assessment.claims` with all that it cites, and at no other claim;
every finding names its claim. So what was found in a claim holds until the claim, or something that
it cites, is changed. `check` sees the sources and the parties, and of the claims their `census`.

What was found in a claim is looked for again on another day only where its status or a date in it
depends on the day. A rule that looks at `assessment.today` for anything else has

    depends_on_day(assessed: AssessedClaim) -> bool

which says of what claims another day may bring another finding.

A rule about the project's articles has this function instead:

    check_articles(assessment: Assessment) -> Iterator[Finding]

It sees `assessment.articles`, which hold all that it may need of claims. Where an article's front
matter silences it with a reason (`allow`), it is `ALLOWABLE`, too.

A rule about something that many dossiers lack names it, `FEATURE = Feature.VERDICTS`
(`claimcheck.assessment.features`), and is asked only where it is there.

A rule about what the other rules found has this function instead:

    check_findings(assessment: Assessment, findings: Sequence[Finding], ran: Collection[str])
        -> Iterator[Finding]

(`ran` names the rules that run). It is asked about the findings in claims with the claims, and then
about all findings with none.

A rule that compares the texts of all sources may have `prepare(corpus: Corpus) -> None`, which does
the long part of it while a second process looks at claims.

A rule that goes by lists of words may have `coverage() -> str`, which says for what languages there
are lists; `claimcheck rules RULE` prints it.

A rule some of whose findings weigh more than the others has `GRAVEST`, beside `SEVERITY`: then each
of its findings says itself how much it weighs, unless the project has set another severity.

Where a project has to ask for the rule, it has `OFF_BY_DEFAULT = True`. Where a claim may silence
it with a reason (`allow`), it has `ALLOWABLE = True`: never where it finds that evidence is void,
or that a claim lacks what is asked of all. A rule sees values only: it never reads a file, and it
does not name itself: `claimcheck.gate.runner` puts its name on what it yields.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from claimcheck.model import Severity
from claimcheck.system import plugins

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.model import Config

OFF = "off"
# How much a rule weighs that is off, and one whose findings have a severity.
WEIGHTS = {None: 0, Severity.NOTE: 1, Severity.WARNING: 2, Severity.ERROR: 3}


def allowable(config: Config) -> frozenset[str]:
    """Return the rules that a claim may silence in a project, which may add to them."""
    own = (
        name
        for name, module in plugins.modules(sys.modules[__name__]).items()
        if getattr(module, "ALLOWABLE", False)
    )
    return frozenset({*own, *config.allowable})


def looks_at_claims(rule: str) -> bool:
    """Whether a rule looks at claims or articles, each of which may silence it."""
    module = plugins.module(sys.modules[__name__], rule)
    return hasattr(module, "check_claims") or hasattr(module, "check_articles")


def levels(configured: Mapping[str, str]) -> dict[str, Severity | None]:
    """Return how much a finding of each rule weighs; None where the rule is off.

    Args:
        configured: `[rules]` of the configuration.
    """
    by_rule: dict[str, Severity | None] = {}
    for name, module in plugins.modules(sys.modules[__name__]).items():
        own = OFF if getattr(module, "OFF_BY_DEFAULT", False) else str(module.SEVERITY)
        word = configured.get(name, own)
        by_rule[name] = None if word == OFF else Severity(word)
    return by_rule
