"""JSON for programs: every field always there, ASCII only, the same bytes for the same dossier."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from claimcheck.assessment.passages import locators_of, passage_of
from claimcheck.formats import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding, Place

SCHEMA_VERSION = 1


def claims(chosen: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return the chosen claims with their statuses."""
    return _dump(
        {
            "schema": "claimcheck/claims",
            "schema_version": SCHEMA_VERSION,
            "today": str(report.assessment.today),
            "claims": [_claim(assessed, report) for assessed in chosen],
            "unread": list(report.assessment.dossier.unread),
        }
    )


def claim(chosen: AssessedClaim, report: Report, screen: Screen) -> str:  # noqa: ARG001 - as above
    """Return one claim with every evidence item and the findings about it."""
    about = [finding for finding in report.findings if finding.claim == chosen.claim.id]
    return _dump(
        {
            "schema": "claimcheck/claim",
            "schema_version": SCHEMA_VERSION,
            "today": str(report.assessment.today),
            **_claim(chosen, report),
            "evidence": [_evidence(item, report) for item in chosen.evidence],
            "findings": [_finding(finding) for finding in about],
        }
    )


def findings(report: Report, screen: Screen) -> str:  # noqa: ARG001 - as above
    """Return every finding, those that claims allow, and the totals."""
    return _dump(
        {
            "schema": "claimcheck/findings",
            "schema_version": SCHEMA_VERSION,
            "today": str(report.assessment.today),
            "findings": [_finding(finding) for finding in report.findings],
            "allowed": [_finding(finding) for finding in report.allowed],
            "inherited": [_finding(finding) for finding in report.inherited],
            "failures": [
                {"rule": failure.rule, "error": type(failure.error).__name__}
                for failure in report.failures
            ],
            "totals": asdict(report.totals),
        }
    )


def _dump(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


def _claim(assessed: AssessedClaim, report: Report) -> dict[str, object]:
    one, derivation = assessed.claim, assessed.derivation
    verdict = one.verdict
    return {
        "id": one.id,
        "claim": one.text,
        "file": one.place.path,
        "claimant": one.claimant,
        "claimed_on": _text(one.claimed_on),
        "interested": list(one.interested),
        "kind": one.kind,
        "as_of": _text(one.as_of),
        "review_by": _text(one.review_by),
        "tags": list(one.tags),
        "status": derivation.status,
        "row": derivation.row,
        "reason": phrases.reason(assessed, report.assessment.dossier.parties),
        "corroboration": derivation.corroboration,
        "counts": asdict(derivation.counts),
        "failing": assessed.failing,
        "unread": assessed.unread,
        "unjudged": assessed.unjudged,
        "flags": list(derivation.flags),
        "supporting": list(derivation.supporting),
        "contradicting": list(derivation.contradicting),
        "interested_for": list(derivation.interested_for),
        "interested_against": list(derivation.interested_against),
        "verdict": None
        if verdict is None
        else {
            "status": verdict.status,
            "by": verdict.by,
            "on": str(verdict.on),
            "rationale": verdict.rationale,
        },
    }


def _evidence(item: AssessedEvidence, report: Report) -> dict[str, object]:
    one, anchor = item.evidence, item.anchor
    found = passage_of(item, report.assessment)
    return {
        "number": one.number,
        "source": one.source,
        "stance": one.stance,
        "quote": asdict(one.quote),
        "speaker": one.speaker,
        "rationale": one.rationale,
        "page": one.page,
        "place": _place(one.place),
        "fit": anchor.fit,
        "passes": anchor.fit.passes,
        "start": anchor.start,
        "end": anchor.end,
        "parts": [list(part) for part in anchor.parts],
        "count": anchor.count,
        "changes": list(anchor.changes),
        "unchecked_because": anchor.reason or None,
        "found_in": item.found_in or None,
        "passage": None if found is None else _place(found.place),
        "locators": [
            {"measure": measure, "label": label}
            for measure, label in locators_of(item, report.assessment)
        ],
        "votes": item.votes,
        "silent_because": item.silent_because or None,
        "voice": item.voice.speaker,
        "key": item.voice.key,
        "interested": item.interested,
        "outlet": item.voice.outlet,
        "origin_chain": list(item.voice.chain),
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "place": _place(finding.place),
        "claim": finding.claim,
        "source": finding.source,
        "excerpts": [
            {
                "label": excerpt.label,
                "place": _place(excerpt.place),
                "runs": [{"text": run.text, "marked": run.marked} for run in excerpt.runs],
            }
            for excerpt in finding.excerpts
        ],
    }


def _place(place: Place) -> dict[str, object]:
    return {"path": place.path, "line": place.line or None, "column": place.column or None}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
