"""Markdown for a page, an issue or a mail: one claim, its status and why, and every passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit
from claimcheck.assessment.passages import locator_phrase_of, passage_of
from claimcheck.formats import phrases, review_phrases, status_phrases
from claimcheck.formats.markup import code, escaped, prose
from claimcheck.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report

_TITLES = {
    Stance.SUPPORTS: "For",
    Stance.CONTRADICTS: "Against",
    Stance.CONTEXT: "Context",
    Stance.UNSET: "Not judged yet",
}


_NOT_THERE = "these words are not in the source"
_WARNINGS = {Fit.UNCHECKED: "nobody could look these words up"}


def render(claim: AssessedClaim, report: Report, screen: Screen) -> str:  # noqa: ARG001 - the page has its own width
    """Return a claim as a section of a page.

    Args:
        claim: what to show.
        report: the whole project, with its findings.
        screen: is not looked at.
    """
    return "\n\n".join(_paragraphs(claim, report)) + "\n"


def _paragraphs(claim: AssessedClaim, report: Report) -> Iterator[str]:
    assessment = report.assessment
    parties = assessment.dossier.parties
    yield f"### {escaped(claim.claim.text)}"
    reason = prose(status_phrases.reason(claim, parties))
    yield f"**{claim.derivation.status}** ({code(claim.id)}). {reason}"
    for stance, title in _TITLES.items():
        items = [item for item in claim.evidence if item.evidence.stance is stance]
        if items:
            yield f"**{title}**"
            yield "\n".join(_item(item, assessment) for item in items)
    if verdict := claim.claim.verdict:
        because = f": {escaped(verdict.rationale)}" if verdict.rationale else ""
        by = f"{escaped(verdict.by)} on {verdict.on}"
        yield f"**Verdict** {verdict.status}, signed by {by}{because}"
    if signed := review_phrases.signed_by(claim, assessment.dossier):
        yield f"**Signed** by {escaped(signed)}"
    if uncompared := phrases.uncompared_of([claim], named=True):
        yield escaped(uncompared)
    about = report.findings_about(claim)
    if about:
        yield "**Findings**"
        yield "\n".join(
            f"- {finding.severity} {code(finding.rule)}: {prose(finding.message)}"
            for finding in about
        )


def _item(item: AssessedEvidence, assessment: Assessment) -> str:
    quoted, fit = passage_of(item, assessment), item.anchor.fit
    parties = assessment.dossier.parties
    if quoted and fit.passes:
        words = "".join(run.text for run in quoted.runs if run.marked) or item.evidence.quote.exact
    else:
        words = item.evidence.quote.exact
    named = phrases.named_speaker(item.voice, parties)
    speaker = phrases.party_name(named, parties) if named else ""
    whence = phrases.publication(item.source, parties) if item.source else item.evidence.source
    parts = [part for part in (speaker, whence, locator_phrase_of(item, assessment)) if part]
    warning = "" if fit.passes else f" (**{fit}**: {_WARNINGS.get(fit, _NOT_THERE)})"
    return f"- “{escaped(words)}”{warning} — {'; '.join(map(escaped, parts))}"
