"""Runs the rules over an assessment, signs what they find, and sorts it by place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck import rules
from claimcheck.errors import ProjectError
from claimcheck.gate.report import Failure, Report, RuleResults, in_order
from claimcheck.model import Finding, Severity
from claimcheck.system import plugins
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from claimcheck.assessment.assess import Assessment

OFF = "off"


def check(assessment: Assessment, levels: Mapping[str, Severity] | None = None) -> Report:
    """Run the rules.

    Args:
        assessment: what to look at.
        levels: the rules to run and how much each weighs, as `severities` gives them; by default
            what the project's configuration says.

    Raises:
        ProjectError: the configuration names a rule that does not exist.
    """
    if levels is None:
        levels = severities(assessment.dossier.config.rules)
    found = check_claims(assessment, levels) + check_dossier(assessment, levels)
    return conclude(assessment, levels, found)


def check_claims(assessment: Assessment, levels: Mapping[str, Severity]) -> RuleResults:
    """Run the rules about claims, each by itself: on some of a dossier's claims, or on all.

    What is found in a claim does not depend on which others are looked at.
    """
    run = _Run(levels)
    found = run.all("check_claims", assessment)
    # What a baseline accepts is for the whole dossier to say.
    alone = replace(assessment, dossier=replace(assessment.dossier, baseline=None))
    found += run.all("check_findings", alone, tuple(found), levels)
    silenced = {
        (assessed.claim.id, allowance.rule)
        for assessed in assessment.claims
        for allowance in assessed.claim.allow
    }
    return RuleResults(
        tuple(finding for finding in found if (finding.claim, finding.rule) not in silenced),
        tuple(finding for finding in found if (finding.claim, finding.rule) in silenced),
        tuple(run.failures),
    )


def check_dossier(assessment: Assessment, levels: Mapping[str, Severity]) -> RuleResults:
    """Run the rules about the dossier as a whole.

    Of the claims only those that cite a document which is not the one that was pinned need be
    there, besides the census.
    """
    run = _Run(levels)
    found = run.all("check", assessment)
    return RuleResults(tuple(found), failures=tuple(run.failures))


def conclude(assessment: Assessment, levels: Mapping[str, Severity], found: RuleResults) -> Report:
    """Run the rules about what was found in claims and dossier, and report everything in order."""
    run = _Run(levels)
    everything = found.findings + found.allowed
    more = run.all("check_findings", replace(assessment, claims=()), everything, levels)
    broken = {failure.rule: failure for failure in (*found.failures, *run.failures)}
    return Report(
        assessment,
        in_order((*found.findings, *more)),
        in_order(found.allowed),
        tuple(broken.values()),
    )


def severities(
    configured: Mapping[str, str], select: Collection[str] = (), ignore: Collection[str] = ()
) -> dict[str, Severity]:
    """Return the severity of each rule that is to run.

    Args:
        configured: `[rules]` of the configuration.
        select: when given, the only rules to run, also those that are off by default.
        ignore: rules not to run.

    Raises:
        ProjectError: some name is no rule's.
    """
    known = plugins.names(rules)
    named = (
        *(("configuration: [rules]", name) for name in configured),
        *(("--select", name) for name in select),
        *(("--ignore", name) for name in ignore),
    )
    problems = [
        f"{where} names {name!r}, which is no rule; "
        f"{did_you_mean(name, known) or '`claimcheck rules` lists them'}"
        for where, name in named
        if name not in known
    ]
    if problems:
        raise ProjectError(*problems)
    chosen = {}
    for name in known:
        if name in ignore or (select and name not in select):
            continue
        module = plugins.module(rules, name)
        off = getattr(module, "OFF_BY_DEFAULT", False) and name not in select
        level = configured.get(name, OFF if off else module.SEVERITY)
        if level == OFF and name in select:
            level = module.SEVERITY
        if level != OFF:
            chosen[name] = Severity(level)
    return chosen


class _Run:
    """Runs the functions of rules that have some name; one that breaks stops no other."""

    def __init__(self, levels: Mapping[str, Severity]) -> None:
        self._levels = levels
        self._modules = {name: plugins.module(rules, name) for name in levels}
        self.failures: list[Failure] = []

    def all(self, function: str, *arguments: object) -> list[Finding]:
        """Return what every rule that has the function finds, signed with its name."""
        found: list[Finding] = []
        for name, module in self._modules.items():
            if not hasattr(module, function):
                continue
            try:
                found += [
                    replace(one, rule=name, severity=self._levels[name])
                    for one in getattr(module, function)(*arguments)
                ]
            except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others find
                self.failures.append(Failure(name, error))
        return found
