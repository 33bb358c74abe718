"""Runs the rules: those about claims, those about the dossier, and those about findings."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claimcheck import rules
from claimcheck.assessment.features import IS_PRESENT, Feature
from claimcheck.dossier.fingerprint import Subjects
from claimcheck.gate.report import Failure, Report, RuleResults, in_order
from claimcheck.gate.word_place import word_place
from claimcheck.model.errors import ProjectError
from claimcheck.system import plugins
from claimcheck.text.suggest import Suggester

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.model import Config, Finding, Severity


def run_claim_rules(assessment: Assessment, levels: Mapping[str, Severity]) -> RuleResults:
    """Run the rules about claims, each by itself: on some of a dossier's claims, or on all.

    What is found in a claim does not depend on which others are looked at.
    """
    run = _Run(levels)
    findings = run.all("check_claims", assessment)
    # What a baseline accepts is for the whole dossier to say.
    alone = replace(assessment, dossier=replace(assessment.dossier, baseline=None))
    findings += run.all("check_findings", alone, tuple(findings), levels)
    findings = list(_with_subjects(findings, assessment))
    by_day = run.by_day(assessment)
    allowed = {
        (assessed.claim.id, allowance.rule)
        for assessed in assessment.claims
        for allowance in assessed.claim.allow
    }
    if not allowed:
        return RuleResults(tuple(findings), failures=tuple(run.failures), by_day=by_day)
    allowable = rules.allowable(assessment.dossier.config)
    silenced = {(claim, rule) for claim, rule in allowed if rule in allowable}
    return RuleResults(
        tuple(finding for finding in findings if (finding.claim, finding.rule) not in silenced),
        tuple(finding for finding in findings if (finding.claim, finding.rule) in silenced),
        tuple(run.failures),
        by_day,
    )


def _with_subjects(findings: Iterable[Finding], assessment: Assessment) -> Iterator[Finding]:
    """Say of each finding in a claim what it is about, and where the wrong word stands."""
    texts = assessment.dossier.texts
    claims = {assessed.claim.id: assessed.claim for assessed in assessment.claims}
    subjects: dict[str, Subjects] = {}
    for finding in findings:
        claim = claims.get(finding.claim or "")
        if claim is None:
            yield finding
            continue
        if claim.id not in subjects:
            subjects[claim.id] = Subjects(claim)
        yield finding._replace(
            subject=subjects[claim.id].at(finding.place),
            place=word_place(finding, texts.get(finding.place.path, "")),
        )


def run_dossier_rules(assessment: Assessment, levels: Mapping[str, Severity]) -> RuleResults:
    """Run the rules about the dossier as a whole.

    Of the claims only those that cite a document which is not the one that was pinned need be
    there, besides the census.
    """
    run = _Run(levels)
    findings = run.all("check", assessment)
    return RuleResults(tuple(findings), failures=tuple(run.failures))


def run_article_rules(assessment: Assessment, levels: Mapping[str, Severity]) -> RuleResults:
    """Run the rules about articles on those of an assessment.

    What an article's front matter silences with a reason is allowed.
    """
    run = _Run(levels)
    findings = run.all("check_articles", assessment)
    allowable = rules.allowable(assessment.dossier.config)
    silenced = {
        (assessed.article.path, rule)
        for assessed in assessment.articles
        for rule in assessed.article.allow
        if rule in allowable
    }
    return RuleResults(
        tuple(
            finding for finding in findings if (finding.place.path, finding.rule) not in silenced
        ),
        tuple(finding for finding in findings if (finding.place.path, finding.rule) in silenced),
        tuple(run.failures),
    )


def prepare(corpus: Corpus, levels: Mapping[str, Severity]) -> None:
    """Let rules work out what they need of all texts together, before they are run."""
    for name, module in plugins.modules(rules).items():
        work = getattr(module, "prepare", None)
        if work is not None and name in levels:
            work(corpus)


def conclude(
    assessment: Assessment, levels: Mapping[str, Severity], results: RuleResults
) -> Report:
    """Run the rules about findings, and report everything in order.

    Args:
        assessment: what was looked at.
        levels: the rules that run.
        results: what the rules about claims and about the dossier came to.
    """
    run = _Run(levels)
    everything = results.findings + results.allowed
    more = run.all("check_findings", replace(assessment, claims=()), everything, levels)
    broken = {failure.rule: failure for failure in (*results.failures, *run.failures)}
    return Report(
        assessment,
        in_order((*results.findings, *more)),
        in_order(results.allowed),
        tuple(broken.values()),
    )


def severities(
    config: Config, select: Collection[str] = (), ignore: Collection[str] = ()
) -> dict[str, Severity]:
    """Return the severity of each rule that is to run.

    Args:
        config: the project's settings, of which `[rules]` sets levels.
        select: when given, the only rules to run, also those that are off by default.
        ignore: rules not to run.

    Raises:
        ProjectError: some name is no rule's, a rule is both selected and ignored, or no claim can
            silence one that claims are to be allowed to.
    """
    every_rule = plugins.names(rules)
    named = (
        *((f"{config.file}: [rules]", name) for name in config.rules),
        *((f"{config.file}: allowable", name) for name in config.allowable),
        *(("--select", name) for name in select),
        *(("--ignore", name) for name in ignore),
    )
    unknown = [(where, name) for where, name in named if name not in every_rule]
    if unknown:
        suggester = Suggester(every_rule)
        raise ProjectError(
            *(
                f"{where} names {name!r}, which is no rule; "
                f"{suggester.did_you_mean(name, where) or '`claimcheck rules` lists them'}"
                for where, name in unknown
            )
        )
    if whole := [name for name in config.allowable if not rules.looks_at_claims(name)]:
        raise ProjectError(
            f"{config.file}: allowable names {whole[0]}, which looks at the dossier as a whole",
            help="take it out: no claim can silence it",
        )
    if both := sorted(set(select) & set(ignore)):
        raise ProjectError(
            f"--select and --ignore both name {both[0]}", help="leave it out of one of them"
        )
    levels = {}
    for name, own in rules.levels(config.rules).items():
        if name in ignore or (select and name not in select):
            continue
        level = plugins.module(rules, name).SEVERITY if own is None and name in select else own
        if level is not None:
            levels[name] = level
    return levels


def unasked(select: Collection[str] = (), ignore: Collection[str] = ()) -> frozenset[str]:
    """Return the rules that nobody asked for, whatever settings say.

    Args:
        select: when given, the only rules to run.
        ignore: rules not to run.
    """
    others = set(plugins.names(rules)) - set(select) if select else set()
    return frozenset(others | set(ignore))


class _Run:
    """Runs the functions of rules that have some name; one that breaks stops no other."""

    def __init__(self, levels: Mapping[str, Severity]) -> None:
        self._levels = levels
        self._modules = {
            name: module for name, module in plugins.modules(rules).items() if name in levels
        }
        self.failures: list[Failure] = []

    def all(self, function: str, assessment: Assessment, *more: object) -> list[Finding]:
        """Return what every rule that has the function finds, signed with its name.

        A rule about a feature that the assessment does not have is not asked.

        Args:
            function: its name.
            assessment: what the rules look at.
            more: what else the function takes.
        """
        findings: list[Finding] = []
        has_feature = cache(lambda feature: IS_PRESENT[feature](assessment))
        for name, module in self._modules.items():
            if not hasattr(module, function):
                continue
            feature: Feature | None = getattr(module, "FEATURE", None)
            if feature is not None and not has_feature(feature):
                continue
            try:
                findings += [
                    finding._replace(rule=name, severity=self._severity(name, finding))
                    for finding in getattr(module, function)(assessment, *more)
                ]
            except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others find
                self.failures.append(Failure(name, error))
        return findings

    def by_day(self, assessment: Assessment) -> frozenset[str]:
        """Return the claims in which a rule may find something else on another day."""
        ids: set[str] = set()
        for name, module in self._modules.items():
            if not hasattr(module, "depends_on_day"):
                continue
            try:
                ids.update(
                    assessed.claim.id
                    for assessed in assessment.claims
                    if module.depends_on_day(assessed)
                )
            except Exception as error:  # noqa: BLE001 - as for what rules find
                self.failures.append(Failure(name, error))
        return frozenset(ids)

    def _severity(self, name: str, finding: Finding) -> Severity:
        """Return how much a finding weighs: what its rule does, unless it is one of the gravest.

        A project that sets a severity of its own means all findings of the rule.
        """
        level = self._levels[name]
        rule = self._modules[name]
        own = level is rule.SEVERITY and hasattr(rule, "GRAVEST")
        return finding.severity if own else level
