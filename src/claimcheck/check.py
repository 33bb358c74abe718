"""Runs the rules over an assessment, signs what they find, and sorts it by place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimcheck import discover, rules
from claimcheck.anchor import Fit
from claimcheck.project import ProjectError
from claimcheck.rule import Finding, Severity
from claimcheck.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from types import ModuleType

    from claimcheck.assess import Assessment

OFF = "off"


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that broke: claimcheck's own fault, never the dossier's."""

    rule: str
    error: Exception


@dataclass(frozen=True, slots=True)
class Totals:
    """What was looked at, so that "no findings" never looks like "nothing read"."""

    claims: int
    evidence: int
    sources: int
    unchecked: int
    errors: int
    warnings: int
    notes: int
    allowed: int
    unread: int
    failed_rules: int
    inherited: int


@dataclass(frozen=True, slots=True)
class Report:
    """An assessment and what the rules found in it.

    `allowed` holds the findings that a claim silences with a reason; `failures` the rules that
    broke; `inherited` the findings that were there before a change, or that a baseline accepts.
    """

    assessment: Assessment
    findings: tuple[Finding, ...]
    allowed: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    inherited: tuple[Finding, ...] = ()

    @property
    def totals(self) -> Totals:
        """Count what was read and what was found."""
        claims = self.assessment.claims
        by_severity = [finding.severity for finding in self.findings]
        unchecked = [item.anchor.fit for one in claims for item in one.evidence].count(
            Fit.UNCHECKED
        )
        return Totals(
            claims=len(claims),
            evidence=sum(assessed.claim.items_written for assessed in claims),
            sources=len(self.assessment.dossier.sources),
            unchecked=unchecked + sum(assessed.unread for assessed in claims),
            errors=by_severity.count(Severity.ERROR),
            warnings=by_severity.count(Severity.WARNING),
            notes=by_severity.count(Severity.NOTE),
            allowed=len(self.allowed),
            unread=len(self.assessment.dossier.unread),
            failed_rules=len(self.failures),
            inherited=len(self.inherited),
        )

    @property
    def failed(self) -> bool:
        """Whether the gate is red: at least one error was found."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


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
    found: list[Finding] = []
    failures: list[Failure] = []
    modules = {name: discover.module(rules, name) for name in levels}
    for name, module in modules.items():
        if hasattr(module, "check"):
            found += _run(name, module, levels[name], failures, (assessment,))
    for name, module in modules.items():
        if hasattr(module, "check_findings"):
            found += _run(name, module, levels[name], failures, (assessment, tuple(found), levels))
    silenced = {
        (assessed.claim.id, allowance.rule)
        for assessed in assessment.claims
        for allowance in assessed.claim.allow
    }
    found.sort(key=lambda finding: (finding.place, finding.rule, finding.message))
    return Report(
        assessment,
        tuple(finding for finding in found if (finding.claim, finding.rule) not in silenced),
        tuple(finding for finding in found if (finding.claim, finding.rule) in silenced),
        tuple(failures),
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
    known = discover.names(rules)
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
        module = discover.module(rules, name)
        off = getattr(module, "OFF_BY_DEFAULT", False) and name not in select
        level = configured.get(name, OFF if off else module.SEVERITY)
        if level == OFF and name in select:
            level = module.SEVERITY
        if level != OFF:
            chosen[name] = Severity(level)
    return chosen


def _run(
    name: str,
    module: ModuleType,
    severity: Severity,
    failures: list[Failure],
    arguments: tuple[object, ...],
) -> Iterable[Finding]:
    run = module.check if len(arguments) == 1 else module.check_findings
    try:
        return [replace(one, rule=name, severity=severity) for one in run(*arguments)]
    except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others find
        failures.append(Failure(name, error))
        return []
