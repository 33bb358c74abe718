"""Reports that tests of formats share: on the small dossier, and with one text everywhere."""

from __future__ import annotations

from dataclasses import replace

from claimcheck import Report, assess, check, load, rules
from claimcheck.formats import findings
from claimcheck.formats.screen import Screen
from claimcheck.gate.report import Failure
from claimcheck.model import (
    Allowance,
    Claim,
    Config,
    Dossier,
    Evidence,
    Excerpt,
    Finding,
    Place,
    Quote,
    Run,
    Severity,
    Source,
    Stance,
)
from claimcheck.system import plugins
from support.project import ROOT, TODAY

GOLDEN = ROOT / "tests" / "golden"
HOSTILE_TEXT = (
    "100% sure,\n::error file=a,line=1::injected\r\n##[add-mask]x %0A ::stop-commands::t ]]> "
    "<script>alert(1)</script> </details> <img src=x> &lt; | `a` `` ```\n```` ~~~ @team/desk "
    "desk@paper.example #123 paper/dossier#4 GH-7 !8 5f0a9c1d2e [here](https://evil.example) "
    "![img](//evil.example/x.png) https://evil.example www.evil.example \\| \\ _a_ *b* $c$ :100: "
    "{0} a\x1b[31mb\x07c\x9bd \u202egnp\u2066 \u200b\ufeff \ufffe\uffff \ud800 \U000e0041 é 漢字。"
)


def without_other_rules(report: Report) -> Report:
    """Let only those rules have run that found something: golden texts outlive new rules."""
    levels = {
        finding.rule: str(finding.severity) for finding in (*report.findings, *report.allowed)
    }
    dossier = report.assessment.dossier
    config = replace(dossier.config, rules=dict.fromkeys(plugins.names(rules), "off") | levels)
    return replace(
        report, assessment=replace(report.assessment, dossier=replace(dossier, config=config))
    )


def small_report() -> Report:
    """Check the small dossier that golden texts are of."""
    return without_other_rules(check(assess(load(GOLDEN / "dossier"), TODAY)))


def report_with(
    text: str, failures: tuple[Failure, ...] = (), claim_id: str | None = None
) -> Report:
    """Put one text wherever foreign text can stand, and into an id unless one is given."""
    claim_id = text if claim_id is None else claim_id
    path = f"claims/{text}.yaml"
    place = Place(path, 3, 7)
    item = Evidence(1, "a", Stance.SUPPORTS, Quote(text), None, None, place, place, place)
    claims = (
        Claim("one", text, Place("claims/one.yaml", 1, 1), evidence=(item,), items_written=1),
        Claim(
            claim_id,
            text,
            Place(path, 1, 1),
            allow=(Allowance("single-origin", text, place),),
        ),
    )
    source = Source("a", text, place, no_text_because=f"nobody extracted {text}")
    dossier = Dossier(
        config=Config(), claims=claims, sources={"a": source}, texts={path: f"a: b\n\n{text}"}
    )
    excerpts = (
        Excerpt("quote", place, (Run(text), Run(text, marked=True))),
        Excerpt("source", Place(f"sources/{text}.txt", 9), (Run(text, marked=True), Run(text))),
    )
    findings = (
        Finding(text, place, text, excerpts, claim_id, text, "quote-altered"),
        Finding(text, place, text, excerpts, claim_id, text, "quote-altered"),
        Finding("a warning", place, claim=claim_id, rule="claim-stale", severity=Severity.WARNING),
        Finding(text, Place(path), text, rule="malformed-file"),
        Finding("a note", place, text, claim="one", rule="unreviewed", severity=Severity.NOTE),
    )
    allowed = (
        Finding(text, place, claim=claim_id, rule="single-origin", severity=Severity.WARNING),
    )
    return without_other_rules(Report(assess(dossier, TODAY), findings, allowed, failures))


def hostile_report() -> Report:
    """Put text that wants to break out of every format wherever foreign text can stand."""
    return report_with(HOSTILE_TEXT, (Failure("no-evidence", ValueError(HOSTILE_TEXT)),))


def hostile_report_with_plain_ids() -> Report:
    """The same with the ids that readers let through: letters, digits and `._-`."""
    return report_with(HOSTILE_TEXT, claim_id="hostile")


def rendered(name: str, report: Report) -> str:
    """Return the findings of a report in a format."""
    return str(plugins.module(findings, name).render(report, Screen()))
