"""JSON for programs: every field always there, ASCII only, the same bytes for the same commits."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped, place_object

if TYPE_CHECKING:
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.assessment.comparison import (
        ClaimChange,
        Comparison,
        SourceChange,
        UnpairedClaim,
    )
    from claimcheck.formats.screen import Screen
    from claimcheck.model import Source


def render(comparison: Comparison, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return everything that differs, and what each side holds."""
    fields = {
        "before": asdict(comparison.before),
        "after": asdict(comparison.after),
        "empty": comparison.empty,
        "claims": {
            "added": [_present(claim) for claim in comparison.added],
            "removed": [_present(claim) for claim in comparison.removed],
            "changed": [_claim_change(change) for change in comparison.changed],
            "unchanged": comparison.unchanged,
        },
        "sources": {
            "added": [_source(source) for source in comparison.sources_added],
            "removed": [_source(source) for source in comparison.sources_removed],
            "changed": [_source_change(change) for change in comparison.sources_changed],
        },
        "pins": [
            {
                "source": change.source,
                "path": change.path,
                "what": change.summary,
                "place": place_object(change.place),
                "before": change.before,
                "after": change.after,
            }
            for change in comparison.pins
        ],
        "parties": [asdict(change) for change in comparison.parties],
        "settings": [asdict(change) for change in comparison.settings],
    }
    return dump(enveloped("comparison", fields))


def _present(present: UnpairedClaim) -> dict[str, object]:
    return {
        **_claim(present.claim),
        "evidence": [_item(item) for item in present.claim.evidence],
        "unreadable_on_the_other_side": present.unreadable,
    }


def _claim(assessed: AssessedClaim) -> dict[str, object]:
    derivation = assessed.derivation
    return {
        "id": assessed.claim.id,
        "claim": assessed.claim.text,
        "file": assessed.claim.place.path,
        "status": derivation.status,
        "corroboration": derivation.corroboration,
        "counts": derivation.counts._asdict(),
        "flags": list(derivation.flags),
    }


def _claim_change(change: ClaimChange) -> dict[str, object]:
    return {
        "id": change.after.claim.id,
        "renamed_from": change.before.claim.id if change.renamed else None,
        "before": _claim(change.before),
        "after": _claim(change.after),
        "status_changed": change.status is not None,
        "why": list(change.reasons),
        "fields": [asdict(field) for field in change.fields],
        "flags_raised": list(change.raised),
        "flags_lowered": list(change.lowered),
        "evidence": {
            "gained": [_item(item) for item in change.gained],
            "lost": [_item(item) for item in change.lost],
            "altered": [
                {
                    "before": _item(altered.before),
                    "after": _item(altered.after),
                    "changes": [asdict(field) for field in altered.changes],
                }
                for altered in change.altered
            ],
        },
    }


def _item(item: AssessedEvidence) -> dict[str, object]:
    evidence = item.evidence
    return {
        "number": evidence.number,
        "source": evidence.source,
        "stance": evidence.stance,
        "quote": evidence.quote._asdict(),
        "speaker": evidence.speaker,
        "rationale": evidence.rationale,
        "place": place_object(evidence.place),
        "fit": item.anchor.fit,
        "passes": item.anchor.fit.passes,
        "votes": item.votes,
        "silent_because": item.silent_because or None,
        "key": item.voice.key,
        "interested": item.interested,
    }


def _source(source: Source) -> dict[str, object]:
    return {"id": source.id, "title": source.title, "record": source.place.path}


def _source_change(change: SourceChange) -> dict[str, object]:
    return {
        "id": change.after.id,
        "changes": [asdict(field) for field in change.changes],
        "text_changed": change.rewritten,
    }
