"""JSON for programs: every field always there, ASCII only, the same bytes for the same commits."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence
    from claimcheck.assessment.comparison import ClaimChange, Comparison, Present, SourceChange
    from claimcheck.formats.screen import Screen
    from claimcheck.model import Place, Source

SCHEMA_VERSION = 1


def comparison(comparison: Comparison, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return everything that differs, and what each side holds."""
    value = {
        "schema": "claimcheck/comparison",
        "schema_version": SCHEMA_VERSION,
        "before": asdict(comparison.before),
        "after": asdict(comparison.after),
        "empty": comparison.empty,
        "claims": {
            "added": [_present(one) for one in comparison.added],
            "removed": [_present(one) for one in comparison.removed],
            "changed": [_changed(one) for one in comparison.changed],
            "unchanged": comparison.unchanged,
        },
        "sources": {
            "added": [_source(one) for one in comparison.sources_added],
            "removed": [_source(one) for one in comparison.sources_removed],
            "changed": [_source_change(one) for one in comparison.sources_changed],
        },
        "pins": [
            {
                "source": one.source,
                "path": one.path,
                "what": one.what,
                "place": _place(one.place),
                "before": one.before,
                "after": one.after,
            }
            for one in comparison.pins
        ],
        "parties": [asdict(one) for one in comparison.parties],
        "settings": [asdict(one) for one in comparison.settings],
    }
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


def _present(present: Present) -> dict[str, object]:
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
        "counts": asdict(derivation.counts),
        "flags": list(derivation.flags),
    }


def _changed(change: ClaimChange) -> dict[str, object]:
    return {
        "id": change.after.claim.id,
        "renamed_from": change.before.claim.id if change.renamed else None,
        "before": _claim(change.before),
        "after": _claim(change.after),
        "status_changed": change.status is not None,
        "why": list(change.why),
        "fields": [asdict(one) for one in change.fields],
        "flags_raised": list(change.raised),
        "flags_lowered": list(change.lowered),
        "evidence": {
            "gained": [_item(item) for item in change.gained],
            "lost": [_item(item) for item in change.lost],
            "altered": [
                {
                    "before": _item(one.before),
                    "after": _item(one.after),
                    "changes": [asdict(part) for part in one.changes],
                }
                for one in change.altered
            ],
        },
    }


def _item(item: AssessedEvidence) -> dict[str, object]:
    one = item.evidence
    return {
        "number": one.number,
        "source": one.source,
        "stance": one.stance,
        "quote": asdict(one.quote),
        "speaker": one.speaker,
        "rationale": one.rationale,
        "place": _place(one.place),
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
        "changes": [asdict(one) for one in change.changes],
        "text_changed": change.rewritten,
    }


def _place(place: Place) -> dict[str, object]:
    return {"path": place.path, "line": place.line or None, "column": place.column or None}
